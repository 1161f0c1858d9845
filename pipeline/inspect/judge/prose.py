"""The text of a document, proofread as that of an input is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.chinese.heading_numbers import HEADING_NUMBERS
from pipeline.inspect import wordings
from pipeline.inspect.finding import SURE, Finding, Said, quote
from pipeline.inspect.judge.case import Case, blame
from pipeline.inspect.outline import HEADINGS, ElementRole, SeenOutline, SeenPart
from pipeline.model.report.outline import role_of
from pipeline.prose.proofread import Passage, PassageKind, TextIssue, proofread

_KINDS = {
    ElementRole.TITLE: PassageKind.TITLE,
    ElementRole.BODY: PassageKind.BODY,
    ElementRole.TABLE: PassageKind.CELL,
    ElementRole.CAPTION: PassageKind.OTHER,
    ElementRole.ANNEX_TITLE: PassageKind.OTHER,
    ElementRole.ATTACHMENT_NOTE: PassageKind.OTHER,
    ElementRole.REMARK: PassageKind.OTHER,
    ElementRole.OTHER: PassageKind.OTHER,
    ElementRole.ADDRESSEE: PassageKind.ADDRESSEE,
    ElementRole.SIGNER: PassageKind.SIGNER,
}
_REPORTED_ELSEWHERE = frozenset({"Q12-half", "B12-zero"})
"""Rules that judge_wording holds a document against."""

_HEADING_RULES = frozenset({"Q07-bracket", "Q07-arabic"})
"""Of a paragraph that begins with a number, B06-mark says the same."""

_OF_WHOLE_PARAGRAPHS = frozenset({"Q16-unpaired", "Q20-end", "Q20-comma", "S11-long", "W05-twice"})
"""What a paragraph of a PDF shows only where its lines were put together rightly."""

_RUN_IN_CHARS = 40
"""A heading longer than this, or with a full stop within, is a paragraph that a heading begins."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A passage and the part that it was read from."""

    passage: Passage
    part: SeenPart


def judge_prose(case: Case) -> Iterator[Finding]:
    read = tuple(_Reader().read(case.outline))
    for issue in proofread([one.passage for one in read], _off(case), case.words):
        part = read[issue.passage].part
        begins_row = issue.start <= _LONGEST_NUMBER and part.role is not ElementRole.BODY
        if not (issue.rule_id in _HEADING_RULES and begins_row):
            yield _finding(issue, part, is_pdf=case.is_pdf)


_LONGEST_NUMBER = 4


def _off(case: Case) -> frozenset[str]:
    """What is not looked at in this document."""
    off = _REPORTED_ELSEWHERE
    if case.is_pdf:
        # Between two characters of a justified line there may be any distance.
        off |= {"Q21-blank"}
    if not case.outline.is_official or case.outline.is_special:
        off |= {"R06-signer"}
    return off


def _finding(issue: TextIssue, part: SeenPart, *, is_pdf: bool) -> Finding:
    wanted = issue.fix or issue.wanted
    said = quote(wanted) if wanted else Said("", "")
    found = blame(issue.rule_id, part, Said(issue.found_zh, issue.found_en), said)
    is_guess = is_pdf and issue.rule_id in _OF_WHOLE_PARAGRAPHS
    return replace(found, certainty=min(found.certainty, _GUESS)) if is_guess else found


_GUESS = SURE - 0.1


class _Reader:
    """Goes through the parts of a document; it knows the headings above."""

    def __init__(self) -> None:
        self._part = ""
        self._groups: dict[int, int] = {}
        self._count = 0

    def read(self, outline: SeenOutline) -> Iterator[_Read]:
        title = list(outline.of(ElementRole.TITLE))
        if title:
            text = "".join(_one_line(part) for part in title)
            yield _Read(Passage(text, PassageKind.TITLE), title[0])
        for part in outline.parts:
            if part.role in HEADINGS:
                yield _Read(self._heading(part), part)
            elif part.role is ElementRole.DOCUMENT_NUMBER and wordings.SIGNER.search(
                part.look.text
            ):
                yield _Read(Passage(part.look.text, PassageKind.SIGNER), part)
            elif part.role in _KINDS and part.role is not ElementRole.TITLE:
                is_annex = part.role in (ElementRole.ATTACHMENT_NOTE, ElementRole.ANNEX_TITLE)
                self._part = "" if is_annex else self._part
                kind = _KINDS[part.role]
                yield _Read(Passage(part.look.text, kind, part=self._part), part)

    def _heading(self, part: SeenPart) -> Passage:
        """A heading without its number, or the paragraph that begins with one."""
        level = HEADINGS.index(part.role) + 1
        number = HEADING_NUMBERS[level - 1].match(part.look.text)
        text = _one_line(part)[number.end() :] if number else _one_line(part)
        if level == 1:
            self._part = text if role_of(text) is not None else ""
        self._groups = {one: group for one, group in self._groups.items() if one <= level}
        if level not in self._groups:
            self._count += 1
            self._groups[level] = self._count
        if len(text) > _RUN_IN_CHARS or "。" in text[:-1]:
            return Passage(text, PassageKind.BODY, part=self._part)
        return Passage(text, PassageKind.HEADING, level, self._part, self._groups[level])


def _one_line(part: SeenPart) -> str:
    return part.look.text.replace("\n", "").strip()
