"""The planted defects: which rule each breaks, in which medium, and how it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pikepdf

from pipeline.rules import RULES, Medium, Rule
from tests.corpus.bases import base, base_pdf, base_word
from tests.corpus.draft import Draft
from tests.corpus.pdf_file import edit_pdf
from tests.corpus.plain_docx import PLAIN_DOCX
from tests.corpus.word_file import WordFile

SUFFIXES = {Medium.WORD: ".docx", Medium.PDF: ".pdf"}


@dataclass(frozen=True, slots=True)
class Plant:
    """One planted defect: the document breaks `rule_id` and `also`, and no other rule.

    `about` says what was done, in Chinese; `base` names the sound document that it was done to.
    """

    rule_id: str
    medium: Medium
    name: str
    about: str
    base: str
    also: tuple[str, ...]
    make: Callable[[], bytes]

    @property
    def rule(self) -> Rule:
        return RULES[self.rule_id]

    @property
    def file_name(self) -> str:
        return f"{self.rule_id}--{self.name}{SUFFIXES[self.medium]}"


_PLANTS: list[Plant] = []


def planted() -> tuple[Plant, ...]:
    """Every planted defect, by rule, name and medium."""
    names = [plant.file_name for plant in _PLANTS]
    assert len(set(names)) == len(names), sorted(n for n in names if names.count(n) > 1)
    order = list(RULES)
    return tuple(sorted(_PLANTS, key=lambda plant: (order.index(plant.rule_id), plant.file_name)))


@dataclass(frozen=True, slots=True)
class _Planting:
    """A decorator that registers what it stands above; the function's name is the defect's."""

    rule_id: str
    base: str
    also: tuple[str, ...]
    makers: tuple[tuple[Medium, Callable[[str, Callable[..., object]], bytes]], ...]

    def __call__(self, change: Callable[..., object]) -> Callable[..., object]:
        for medium, maker in self.makers:
            assert medium in RULES[self.rule_id].media, (self.rule_id, medium)
            _PLANTS.append(
                Plant(
                    self.rule_id,
                    medium,
                    change.__name__.replace("_", "-"),
                    (change.__doc__ or "").strip(),
                    self.base,
                    self.also,
                    partial(maker, self.base, change),
                )
            )
        return change


def in_word(rule_id: str, base: str = "official", also: tuple[str, ...] = ()) -> _Planting:
    """Plants a change to the XML of a sound .docx, which is done to a `WordFile` in place."""
    return _Planting(rule_id, base, also, ((Medium.WORD, _edit_word),))


def in_pdf(rule_id: str, base: str = "official", also: tuple[str, ...] = ()) -> _Planting:
    """Plants a change to the draft of a PDF: a function from `Draft` to `Draft`."""
    return _Planting(rule_id, base, also, ((Medium.PDF, _draw_pdf),))


def in_pdf_file(rule_id: str, base: str = "official", also: tuple[str, ...] = ()) -> _Planting:
    """Plants a change to the objects of a sound .pdf, done to a `pikepdf.Pdf` in place."""
    return _Planting(rule_id, base, also, ((Medium.PDF, _edit_pdf),))


def in_both(rule_id: str, base: str = "official", also: tuple[str, ...] = ()) -> _Planting:
    """Plants a change to the document itself, from `Draft` to `Draft`, in Word and in PDF."""
    makers = ((Medium.WORD, _draw_word), (Medium.PDF, _draw_pdf))
    return _Planting(rule_id, base, also, makers)


def _edit_word(name: str, change: Callable[[WordFile], None]) -> bytes:
    word = WordFile(PLAIN_DOCX[name]() if name in PLAIN_DOCX else base_word(name))
    change(word)
    return word.save()


def _draw_word(name: str, change: Callable[[Draft], Draft]) -> bytes:
    return change(base(name)).word()


def _draw_pdf(name: str, change: Callable[[Draft], Draft]) -> bytes:
    return change(base(name)).pdf()


def _edit_pdf(name: str, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    return edit_pdf(base_pdf(name), change)
