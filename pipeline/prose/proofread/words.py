"""Wrong words, variants, words that are easily mistaken, by a list that an office extends.

A list is a YAML file: `错: 对`, or `错: {改: 对, 后: …}`; words.yaml explains the keys.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.diagnostics.diagnostic import Diagnostic, diagnose, has_errors
from pipeline.diagnostics.nearest import find_nearest, offer
from pipeline.load import yaml
from pipeline.load.yaml import Entry, Loaded, Scalar
from pipeline.prose.proofread.passage import TEXTS, Passage, TextIssue

SHIPPED = Path(__file__).with_name("words.yaml")

_DICTIONARY = "《现代汉语词典》《通用规范汉字表》"
_VARIANTS = "GF 1001—2001《第一批异形词整理表》"
_CLASSES = {
    "错字": ("W01-word", _DICTIONARY),
    "异形": ("W02-variant", _VARIANTS),
    "易混": ("W06-confused", _DICTIONARY),
    "重复": ("W07-redundant", _DICTIONARY),
}
_FIXED = ("W01-word", "W02-variant", "W04-own")
_KEYS = ("改", "前", "后", "除前", "除后", "类", "据")


@dataclass(frozen=True, slots=True)
class Word:
    """One entry: what is wrong, what is right, the rule it breaks, where that is said.

    `before` and `after` are what must stand beside it to be wrong, `not_before` and `not_after`
    what makes it right; each is an expression, empty for anything.
    """

    wrong: str
    right: str
    rule_id: str
    source: str
    before: str = ""
    after: str = ""
    not_before: str = ""
    not_after: str = ""

    @property
    def is_right(self) -> bool:
        """Whether the entry says that a word is right, and what it holds with it."""
        return self.wrong == self.right


@dataclass(frozen=True, slots=True)
class WordList:
    """A list that is ready to be held against texts."""

    by_wrong: Mapping[str, tuple[Word, ...]]
    regex: re.Pattern[str]


def find_words(passages: Sequence[Passage], words: WordList) -> Iterator[TextIssue]:
    for number, passage in enumerate(passages):
        if passage.kind in TEXTS:
            for word, start in _meant_words(passage.text, words):
                yield _report(word, number, start, start + len(word.wrong))


def _meant_words(text: str, words: WordList) -> Iterator[tuple[Word, int]]:
    """The wrong words of a text, each with where it begins."""
    at = 0
    while match := words.regex.search(text, at):
        entries = words.by_wrong[match[0]]
        found = next((one for one in entries if _is_meant(one, text, *match.span())), None)
        if found is not None:
            yield found, match.start()
        # Of what was no wrong word (搭建帐蓬), the next may begin within: 建帐, 帐蓬.
        is_over = found is not None or any(one.is_right for one in entries)
        at = match.end() if is_over else match.start() + 1


def _is_meant(word: Word, text: str, start: int, end: int) -> bool:
    head, tail = text[:start], text[end:]
    return not word.is_right and (
        (not word.before or _ends(head, word.before))
        and (not word.after or _begins(tail, word.after))
        and not (word.not_before and _ends(head, word.not_before))
        and not (word.not_after and _begins(tail, word.not_after))
    )


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def _ends(head: str, expression: str) -> bool:
    return _compiled(f"(?:{expression})$").search(head[-_NEIGHBOURHOOD:]) is not None


def _begins(tail: str, expression: str) -> bool:
    return _compiled(f"(?:{expression})").match(tail) is not None


_NEIGHBOURHOOD = 12


def _report(word: Word, number: int, start: int, end: int) -> TextIssue:
    found = f"“{word.wrong}”"
    zh, en = f"改为“{word.right}”（{word.source}）", f"use “{word.right}” ({word.source})"
    if not word.right:
        zh, en = f"不要用这个词（{word.source}）", f"do not use it ({word.source})"
    fix = word.right if word.right and word.rule_id in _FIXED else None
    return TextIssue(word.rule_id, number, start, end, found, found, fix, zh, en, word.right)


# --- reading a list --------------------------------------------------------------------------


@cache
def shipped_words() -> WordList:
    """The list that comes with the program."""
    entries, faults = read_words(yaml.load_input(SHIPPED))
    assert not faults, faults
    return make_words(entries)


def words_with(*lists: tuple[Word, ...]) -> WordList:
    """The shipped list with what others say, the later before the earlier."""
    if not any(lists):
        return shipped_words()
    entries = [word for words in shipped_words().by_wrong.values() for word in words]
    for own in lists[:-1]:
        entries = [*(word for word in entries if word.wrong not in {o.wrong for o in own}), *own]
    return make_words(entries, lists[-1])


def make_words(entries: Sequence[Word], own: Sequence[Word] = ()) -> WordList:
    """A list of entries; `own` ones replace those of the same wrong word."""
    replaced = {word.wrong for word in own}
    by_wrong: dict[str, tuple[Word, ...]] = {}
    for word in (*(one for one in entries if one.wrong not in replaced), *own):
        by_wrong[word.wrong] = (*by_wrong.get(word.wrong, ()), word)
    # The longest first: 一如继往 goes before what it holds.
    wrongs = sorted(by_wrong, key=lambda wrong: (-len(wrong), wrong))
    return WordList(by_wrong, re.compile("|".join(map(re.escape, wrongs)) or r"(?!)"))


def read_words(loaded: Loaded, own: str = "") -> tuple[tuple[Word, ...], tuple[Diagnostic, ...]]:
    """The entries of a file and what is wrong with it; `own` is the name of an office's list."""
    if loaded.root is None or loaded.source is None or has_errors(loaded.diagnostics):
        return (), loaded.diagnostics
    words, faults = list[Word](), list(loaded.diagnostics)
    for entry in loaded.root.entries:
        found = list(_faults_of(entry, loaded.source))
        faults += found
        if not found:
            words.append(_word(entry, own))
    return tuple(words), tuple(faults)


def _word(entry: Entry, own: str) -> Word:
    wrong, fields = entry.key.text.strip(), _fields(entry)
    rule_id, source = _CLASSES[fields.get("类", "错字")]
    if own:
        rule_id = rule_id if "类" in fields else "W04-own"
        source = own
    return Word(
        wrong,
        fields.get("改", ""),
        rule_id,
        fields.get("据", source),
        fields.get("前", ""),
        fields.get("后", ""),
        fields.get("除前", ""),
        fields.get("除后", ""),
    )


def _fields(entry: Entry) -> dict[str, str]:
    if isinstance(entry.value, Scalar):
        return {"改": entry.value.text.strip()}
    assert isinstance(entry.value, yaml.Mapping)
    return {
        item.key.text.strip(): item.value.text.strip()
        for item in entry.value.entries
        if isinstance(item.value, Scalar)
    }


def _faults_of(entry: Entry, source: yaml.Source) -> Iterator[Diagnostic]:
    """What is wrong with one entry."""
    place = yaml.locate(source, entry.value)
    if isinstance(entry.value, yaml.Sequence):
        zh, en = yaml.describe_shape(entry.value)
        yield diagnose("expected-text", place, key=entry.key.text, found_zh=zh, found_en=en)
        return
    if isinstance(entry.value, Scalar):
        return
    for item in entry.value.entries:
        key, at = item.key.text.strip(), yaml.locate(source, item.key)
        if key not in _KEYS:
            near = offer(find_nearest(key, _KEYS))
            yield diagnose("unknown-key", at, key=key, **near, allowed=" / ".join(_KEYS))
        elif not isinstance(item.value, Scalar):
            zh, en = yaml.describe_shape(item.value)
            value_place = yaml.locate(source, item.value)
            yield diagnose("expected-text", value_place, key=key, found_zh=zh, found_en=en)
        elif key == "类" and (kind := item.value.text.strip()) not in _CLASSES:
            value_place, allowed = yaml.locate(source, item.value), " / ".join(_CLASSES)
            yield diagnose("invalid-value", value_place, key=key, found=kind, allowed=allowed)
        elif not _is_expression(item.value.text):
            value_place = yaml.locate(source, item.value)
            yield diagnose("word-pattern", value_place, key=key, found=item.value.text)


def _is_expression(text: str) -> bool:
    try:
        re.compile(text)
    except re.error:
        return False
    return True
