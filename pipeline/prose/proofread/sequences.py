"""Streams -> issues: 一是…二是…, 第一…第二…, 首先…其次…, （1）…（2）… are whole and in order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipeline.chinese.numerals import ONES, read_numeral, write_numeral
from pipeline.prose.proofread.streams import Stream

_BEGIN = "(?:^|(?<=[，、；：。！？—（“\n]))"
_NUMERAL = f"(?P<n>十?[{ONES}]|十)"


@dataclass(frozen=True, slots=True)
class _Style:
    """One way to number: `form` has {} where the number stands.

    A number that `is_loose` may also be a word or a reference: only two of them make a sequence.
    """

    regex: re.Pattern[str]
    form: str
    is_loose: bool = False
    is_arabic: bool = False

    def show(self, number: int) -> str:
        return self.form.format(number if self.is_arabic else write_numeral(number))


_STYLES = (
    # 一是一，二是二 is a saying.
    _Style(re.compile(rf"{_BEGIN}{_NUMERAL}是(?!(?P=n)(?:[，、。]|$))"), "{}是"),
    _Style(re.compile(rf"{_BEGIN}第{_NUMERAL}[，、](?![第{ONES}十])"), "第{}"),
    _Style(re.compile(rf"{_BEGIN}其{_NUMERAL}(?=[，、是])"), "其{}"),
    _Style(
        re.compile(rf"{_BEGIN}{_NUMERAL}要(?![素点件领求义约闻职塞]|[{ONES}十]?不)"),
        "{}要",
        is_loose=True,
    ),
    _Style(re.compile(rf"{_BEGIN}（(?P<n>\d{{1,2}})）"), "（{}）", is_loose=True, is_arabic=True),
)
_INSTEAD = re.compile("[，；。](?:再|另|还有|其次|二来|第二|二是|二要|其二|同时|此外)")
"""How a second item may begin without its number: 一是……；再就是……。"""

_WORDS = re.compile(f"{_BEGIN}(?P<word>首先|其次|再次|最后)(?=[，是要])")
_FIRST = re.compile("首先|第一|一是|一要|其一|首要|主要|最|首位")
_SENTENCE_BEGIN = re.compile("(?:^|[。；！？\n])$")


@dataclass(frozen=True, slots=True)
class SequenceMark:
    """A number in a stream, and the span that shows it."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NumberRun:
    """Marks of one style that count one thing."""

    style: _Style
    marks: tuple[SequenceMark, ...]

    @property
    def count(self) -> int:
        """How many items there are, one of them perhaps without its number."""
        return max(mark.number for mark in self.marks)


@lru_cache(maxsize=4)
def find_runs(text: str) -> tuple[NumberRun, ...]:
    """The sequences of a text by where they begin; each 一是 begins a new one."""
    runs = [run for style in _STYLES for run in _runs_of(style, text)]
    return tuple(sorted(runs, key=lambda run: run.marks[0].start))


def _runs_of(style: _Style, text: str) -> Iterator[NumberRun]:
    """A list may stand within an item of another: 一是……：一是……；二是……。二是……。"""
    done: list[list[SequenceMark]] = []
    open_: list[list[SequenceMark]] = []
    for match in style.regex.finditer(text):
        numeral = match["n"]
        number = read_numeral(numeral)
        assert number is not None, numeral
        mark = SequenceMark(number, *match.span())
        if number == 1 or not open_:
            open_.append([mark])
        else:
            outer = _outer_of(mark, open_, text)
            done += open_[outer + 1 :]
            del open_[outer + 1 :]
            open_[-1].append(mark)
    return (NumberRun(style, tuple(marks)) for marks in (*done, *open_))


def _outer_of(mark: SequenceMark, open_: list[list[SequenceMark]], text: str) -> int:
    """Which of the open lists a mark goes on with: the last, or one around it whose turn it is."""
    last = len(open_) - 1
    if "。" in text[open_[last][-1].end : mark.start]:
        for index in range(last, -1, -1):
            if open_[index][-1].number == mark.number - 1:
                return index
    return last


def words_after(text: str, start: int) -> int:
    """How many of 首先, 其次, 再次, 最后 follow from the place where the first stands."""
    return len(_WORDS.findall(text, start))


@dataclass(frozen=True, slots=True)
class Gap:
    """What is wrong with a sequence: the rule, the span, what is reported in both languages."""

    rule_id: str
    span: tuple[int, int]
    found: tuple[str, str]


def find_gaps(stream: Stream) -> Iterator[Gap]:
    """The sequences of a stream that do not begin at one, are out of order, or have one item."""
    text = stream.text
    for run in find_runs(text):
        if len(run.marks) > 1 or not run.style.is_loose:
            yield from _find_in(run, text)
    yield from _find_words(text)


def _find_in(run: NumberRun, text: str) -> Iterator[Gap]:
    first, show = run.marks[0], run.style.show
    if first.number != 1:
        shown = show(first.number), show(1)
        found = "“{}”前面没有“{}”".format(*shown), "{} comes without {}".format(*shown)
        yield Gap("K03-start", (first.start, first.end), found)
    elif len(run.marks) == 1 and not _INSTEAD.search(text, first.end):
        shown = show(1), show(2)
        found = "只有“{}”，没有“{}”".format(*shown), "{} comes without {}".format(*shown)
        yield Gap("K05-single", (first.start, first.end), found)
    yield from _find_breaks(run)


def _find_breaks(run: NumberRun) -> Iterator[Gap]:
    """Numbers that do not follow; the next may go on from the wrong one or from the right one."""
    show = run.style.show
    expected = {run.marks[0].number + 1, 2}
    for before, mark in pairwise(run.marks):
        if mark.number in expected:
            expected = {mark.number + 1}
            continue
        shown = show(before.number), show(mark.number)
        found = "“{}”后面是“{}”".format(*shown), "{} is followed by {}".format(*shown)
        yield Gap("K04-order", (mark.start, mark.end), found)
        expected = {mark.number + 1, *(number + 1 for number in expected)}


def _find_words(text: str) -> Iterator[Gap]:
    """其次 without 首先, 再次 without 其次, 其次 twice."""
    met: set[str] = set()
    for match in _WORDS.finditer(text):
        word, span = match["word"], match.span("word")
        if word == "首先":
            met = set()
        elif word == "其次" and _is_without_first(text[: match.start()]):
            yield Gap("K03-start", span, ("“其次”前面没有“首先”", "其次 comes without 首先"))
        elif word == "再次" and "首先" in met and "其次" not in met:
            yield Gap("K04-order", span, ("“再次”前面没有“其次”", "再次 comes without 其次"))
        elif word in met and word != "最后":
            yield Gap("K04-order", span, (f"“{word}”用了两次", f"{word} stands twice"))
        elif "最后" in met and word != "最后":
            yield Gap("K04-order", span, (f"“{word}”排在“最后”后面", f"{word} comes after 最后"))
        met.add(word)


def _is_without_first(before: str) -> bool:
    """Whether 其次 begins a sentence that nothing comes before; within one it may rank (其次是)."""
    return _SENTENCE_BEGIN.search(before) is not None and not _FIRST.search(before)
