"""Passages -> issues: “五带头” is followed by five, and sequences are whole.

A claim is held against a list only where that list is certainly its own; all else is silent.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from pipeline.chinese.numerals import COUNTS, ONES, read_numeral
from pipeline.prose.proofread.claim_words import Claim, find_claims_in
from pipeline.prose.proofread.counting import ItemCount, count_listed
from pipeline.prose.proofread.passage import Passage, PassageKind, TextIssue
from pipeline.prose.proofread.preceding import Miscount, find_miscounts
from pipeline.prose.proofread.sequences import NumberRun, find_gaps, find_runs, words_after
from pipeline.prose.proofread.streams import Stream, passages_below, streams
from pipeline.prose.proofread.summing import find_activities, find_summed

_PROSE = frozenset({PassageKind.BODY, PassageKind.POINT, PassageKind.OTHER, PassageKind.CELL})
_COLON = re.compile("(?:[^，。；：！？（、\n]{0,10})(?:：|——)")
_NAMED = re.compile(
    "[^，。；：！？（、\n]{0,6}，?(?:即|分别是|分别为|也就是|具体包括|具体是|包括)：?"
)
_BRACKET = re.compile("（(?:即)?(?!见|含|其中|以下|简称)(?P<list>[^（）]+)）")
_GAP = re.compile("[^。；！？\n]{0,40}?[。；：，\n]{0,2}")
_SHORT_GAP = re.compile("[^，。；！？\n]{0,10}[。；：，\n]{0,2}")
_STAGE_GAP = re.compile("[^，。；！？\n]{0,16}[。；：，\n]{0,2}（?")
_UNDER_WAY = re.compile("目前|正在|已经?(?:结束|完成)|转入|进入|即将")
_LEAST_STAGES, _STAGE_CHARS, _STAGED_CHARS = 2, 30, 4000
_ENDING = re.compile("[^。；！？]{0,40}[。：]?")
_SHORT_ENDING = re.compile("[^，。；！？]{0,10}[。：]?")
_LISTED_CHARS = 2000
_NO_LEVEL = 9
_NEAR_CHARS = 16
_SUMMED_UP = re.compile("以下|如下|下列|下面|从|(?:主要|重点|着重)[抓做]")
_COUNTS_BACK = re.compile("(?:、[^，。；：、]{1,12}|以上|上述|(?:^|[。！？\n])这)$")


def find_claims(passages: Sequence[Passage]) -> Iterator[TextIssue]:
    """What is wrong with the counted claims and the sequences of a document (K rules)."""
    for stream in streams(passages):
        if stream.kind in _PROSE:
            for gap in find_gaps(stream):
                yield stream.issue(gap.rule_id, gap.span, gap.found)
            yield from _find_in_text(stream, passages)
        elif stream.kind is PassageKind.HEADING:
            yield from _find_in_heading(stream, passages)


@dataclass(frozen=True, slots=True)
class _Listed:
    """The list of a claim: how many items it has, and where it begins (to know it from others)."""

    claim: Claim
    count: ItemCount
    place: int


# --- claims in the text ----------------------------------------------------------------------


def _find_in_text(stream: Stream, passages: Sequence[Passage]) -> Iterator[TextIssue]:
    listed = [
        one for claim in find_claims_in(stream.text) for one in _lists(claim, stream, passages)
    ]
    for place in dict.fromkeys(one.place for one in listed):
        rivals = [one for one in listed if one.place == place]
        # Of several claims before one list, it is enough that one is right.
        if all(one.claim.number not in one.count.possible for one in rivals):
            yield _issue("K01-count", stream, rivals[-1])
    yield from _find_before(stream, passages)


def _issue(rule_id: str, stream: Stream, one: _Listed) -> TextIssue:
    claim, number = one.claim.text, one.count.shown
    found = f"{claim}，列出的是{number}项", f"{claim} has {number} items"
    return stream.issue(rule_id, (one.claim.start, one.claim.end), found)


def _lists(claim: Claim, stream: Stream, passages: Sequence[Passage]) -> Iterator[_Listed]:
    """The list of a claim: numbered, in its sentence, or what stands below the paragraph."""
    text = stream.text
    if claim.is_plain and _COUNTS_BACK.search(text[: claim.start][-_NEAR_CHARS:]):
        return  # It counts what stands before it.
    one = (
        _staged(claim, text)
        or _in_sentence(claim, text)
        or _numbered(claim, text)
        or _below(claim, stream, passages)
    )
    if one is not None:
        yield one


def _exactly(number: int) -> ItemCount:
    return ItemCount(number, frozenset({number}))


def _counted(run: NumberRun) -> ItemCount:
    """What a sequence comes to; where a number is missing, it is reported for that alone."""
    return ItemCount(run.count, frozenset({run.count, len(run.marks)}))


def _numbered(claim: Claim, text: str) -> _Listed | None:
    """一是…二是… or 首先…其次… that begin where the claim's sentence ends."""
    if claim.is_counted:
        return None
    gap = _SHORT_GAP if claim.is_loose else _GAP
    for run in find_runs(text):
        first = run.marks[0]
        if first.start >= claim.end and gap.fullmatch(text, claim.end, first.start):
            return _Listed(claim, _counted(run), first.start)
    start = text.find("首先", claim.end)
    if start >= 0 and gap.fullmatch(text, claim.end, start) and words_after(text, start) > 1:
        return _Listed(claim, _exactly(words_after(text, start)), start)
    return None


def _staged(claim: Claim, text: str) -> _Listed | None:
    """第一阶段…第二阶段… that begin where the claim ends; the highest that is named anywhere."""
    what = claim.key if claim.key in ("阶段", "环节") else "步"
    if what == "步" and not claim.text.endswith(("步", "步骤")):
        return None
    mark = re.compile(f"第(?P<n>[{ONES}])个?{what}(?P<after>.)?")
    first = mark.search(text, claim.end, claim.end + _STAGE_CHARS)
    if first is None or (first["n"], first["after"] in tuple("，：（")) != ("一", True):
        return None
    start, end = first.start(), claim.end + _STAGED_CHARS
    marks = list(mark.finditer(text, start, end))
    is_whole = len(text) <= end and not _UNDER_WAY.search(text, start, marks[-1].end() + 1)
    number = max(read_numeral(one["n"]) or 0 for one in marks)
    if not is_whole or number < _LEAST_STAGES or not _STAGE_GAP.fullmatch(text, claim.end, start):
        return None
    return _Listed(claim, _exactly(number), start)


def _in_sentence(claim: Claim, text: str) -> _Listed | None:
    """A list after a colon, after 即, or in the brackets after a quoted claim."""
    if (not claim.is_plain or claim.is_bare) and (match := _BRACKET.match(text, claim.end)):
        place, rest, is_named = match.start("list"), match["list"], True
    elif match := _COLON.match(text, claim.end) or _NAMED.match(text, claim.end):
        place, is_named = match.end(), match.re is _NAMED
        rest = text[place : place + _LISTED_CHARS]
        if len(rest) == _LISTED_CHARS and not re.search("[。！？\n]", rest):
            return None
    else:
        return None
    if any(run.marks[0].start == place for run in find_runs(text)):
        return None
    count = count_listed(rest, claim.key or "\0", is_named=is_named)
    if count and claim.is_plain and count.is_counting and not _are_stages(rest):
        return None
    return _Listed(claim, count, place) if count else None


def _are_stages(text: str) -> bool:
    """Whether each item is a stage, so that its figures are dates: 3月为动员阶段；4月为实施阶段."""
    return all("阶段" in item for item in text.partition("。")[0].split("；"))


def _below(claim: Claim, stream: Stream, passages: Sequence[Passage]) -> _Listed | None:
    """The points or the headings below a paragraph whose last sentence holds the claim."""
    text, after = stream.text, stream.after
    ending = _SHORT_ENDING if claim.is_loose else _ENDING
    if after >= len(passages) or not ending.fullmatch(text, claim.end):
        return None
    if passages[after].kind is PassageKind.POINT and not claim.is_counted:
        return _Listed(claim, _exactly(_points_from(after, passages)), len(text))
    sentence = re.split("[。；！？\n]", text[: claim.start])[-1]
    is_summary = text.endswith("：") or _SUMMED_UP.search(sentence)
    if is_summary and (number := _headings_below(stream.first, after, passages)) > 1:
        return _Listed(claim, _exactly(number), len(text))
    return None


def _points_from(start: int, passages: Sequence[Passage]) -> int:
    """How many points there are from `start`, which is one, to the end of its enumeration."""
    group = passages[start].group
    points = takewhile(
        lambda one: one.kind is PassageKind.POINT and one.group == group, passages[start:]
    )
    return sum(1 for _ in points)


def _headings_below(first: int, start: int, passages: Sequence[Passage]) -> int:
    """How many headings there are from `start`, which is one, one level below the text `first`."""
    heading = passages[start]
    if (
        heading.kind is not PassageKind.HEADING
        or heading.level != _level_above(first, passages) + 1
    ):
        return 0
    in_part = takewhile(lambda one: one.part == heading.part, passages[start:])
    headings = (one for one in in_part if one.kind is PassageKind.HEADING)
    siblings = [
        one.text
        for one in takewhile(lambda one: one.level >= heading.level, headings)
        if one.level == heading.level
    ]
    # Where one is a whole sentence, others may run on into their paragraphs and be no headings.
    is_certain = not any(text.endswith(("。", "；")) for text in siblings)
    return len(siblings) if is_certain else 0


def _level_above(first: int, passages: Sequence[Passage]) -> int:
    """The level that a text stands below: its own as a heading, or that of the heading above it.

    The heading of a part may itself be no passage: it is the part that a text is in.
    """
    about = passages[first]
    if about.kind is PassageKind.HEADING:
        return about.level
    before = [one for one in passages[:first] if one.part == about.part]
    if all(one.kind is not PassageKind.HEADING for one in before):
        return 1 if about.part else 0
    is_below_heading = passages[first - 1].kind is PassageKind.HEADING
    return passages[first - 1].level if is_below_heading else _NO_LEVEL


def _find_before(stream: Stream, passages: Sequence[Passage]) -> Iterator[TextIssue]:
    """What counts otherwise the list that stands before it."""
    for one in (*find_miscounts(stream.text), *find_summed(stream, passages)):
        yield _miscounted("K01-count", stream, one)


def _miscounted(rule_id: str, stream: Stream, one: Miscount) -> TextIssue:
    found = f"{one.claim}，列出的是{one.number}项", f"{one.claim} has {one.number} items"
    return stream.issue(rule_id, (one.start, one.end), found)


# --- claims in headings ----------------------------------------------------------------------

_DEEDS = re.compile(
    "(?:突出|坚持|做到|强化|聚焦|注重|实现|紧[盯扣]|围绕|统筹|健全|完善|建立|构建|打造|搭建|树立|扭住|配强|建强"
    "|筑牢|织密|严把|用活|(?:处理|[抓把落算用建办管做打守])[实好牢住准])$"
)
_SHORT_CHARS = 40


def _find_in_heading(stream: Stream, passages: Sequence[Passage]) -> Iterator[TextIssue]:
    listed = [
        _Listed(claim, _exactly(number), stream.first)
        for claim in find_claims_in(stream.text)
        if _is_about_what_follows(claim, stream.text)
        for number in _counts_below(claim, stream, passages)
    ]
    if listed and all(one.claim.number not in one.count.possible for one in listed):
        yield _issue("K02-heading", stream, listed[-1])
    for one in find_activities(stream, passages):
        yield _miscounted("K02-heading", stream, one)


def _is_about_what_follows(claim: Claim, text: str) -> bool:
    """抓实“两个学习”，…: a deed, and no name before a noun (深化“三项制度”改革)."""
    is_deed = _DEEDS.search(text[: claim.start]) is not None
    return is_deed and text[claim.end : claim.end + 1] in ("", "，", "、", " ", "——", "：")


def _counts_below(claim: Claim, stream: Stream, passages: Sequence[Passage]) -> Iterator[int]:
    """How many headings there are below, or points, or items of the only sequence."""
    start = stream.after
    below = passages_below(stream, passages)
    headings = [i for i, one in enumerate(below, start) if one.kind is PassageKind.HEADING]
    if headings:
        if (number := _headings_below(stream.first, headings[0], passages)) > 1:
            yield number
    elif (number := _number_below(below)) and _is_undisputed(claim, number, below):
        yield number


def _number_below(below: Sequence[Passage]) -> int:
    """How many items the texts below a heading list, made or typed; 0 where that is not certain."""
    text = "\n".join(one.text for one in below if one.kind is PassageKind.BODY)
    points = [one for one in below if one.kind is PassageKind.POINT]
    runs = find_runs(text)
    if points:
        # Made 一是, 二是: they are the heading's where little else stands below it.
        is_led_up_to = text.endswith("：") or ("\n" not in text and len(text) < _SHORT_CHARS)
        is_one = not runs and len({one.group for one in points}) == 1
        return len(points) if is_one and is_led_up_to else 0
    is_one = len(runs) == 1 and runs[0].marks[0].number == 1 and len(runs[0].marks) > 1
    return runs[0].count if is_one and _begins_below(text[: runs[0].marks[0].start]) else 0


def _begins_below(before: str) -> bool:
    """Whether what stands before a sequence is a colon's, or one short sentence, or nothing."""
    is_colon = before.endswith("：") and "\n" not in before
    return is_colon or (len(before) < _SHORT_CHARS and re.search("[。；！？\n].", before) is None)


_COUNTED = re.compile(f"[{COUNTS}][个项种类条件点大步支道]")
_FIRST_ITEM = re.compile("一是|一要|第一|首先|其一|（1）")


def _is_undisputed(claim: Claim, number: int, below: Sequence[Passage]) -> bool:
    """Whether no other claim stands below, but of the same things and of as many as there are."""
    others = [other for one in below for other in find_claims_in(one.text)]
    text = "\n".join(one.text for one in below if one.kind is PassageKind.BODY)
    lead = _FIRST_ITEM.split(text)[0]
    is_like = all(other.key == claim.key and other.number == number for other in others)
    return is_like and len(_COUNTED.findall(lead)) <= len(others)
