"""A finding: which rule a document breaks, where, what was found and what is wanted."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.inspect.seen import Box, Look
from pipeline.messages import Lang, Severity
from pipeline.rules import RULES, Rule

SURE = 0.7
"""A finding less sure than this is at most a warning: it rests on a guess about a role."""

_EXCERPT_CHARS = 12


@dataclass(frozen=True, slots=True)
class Said:
    """A value in the words of both languages."""

    zh: str
    en: str

    def words(self, lang: Lang) -> str:
        return self.zh if lang is Lang.ZH else self.en


def quote(text: str) -> Said:
    """A text as it stands in the document."""
    return Said(f"“{text}”", f"“{text}”")


def mm(value: float) -> Said:
    return Said(f"{value:.1f} 毫米", f"{value:.1f} mm")


def pt(value: float) -> Said:
    return Said(f"{value:g} 磅", f"{value:g} pt")


def chars(value: float) -> Said:
    return Said(f"{value:.1f} 字", f"{value:.1f} characters")


def lines(value: float) -> Said:
    return Said(f"{value:.1f} 行".replace(".0 ", " "), f"{value:.1f} lines".replace(".0 ", " "))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a document: a page and a box on it, or a paragraph by number and first characters.

    All None is the document as a whole.
    """

    page: int | None = None
    box_mm: Box | None = None
    paragraph: int | None = None
    excerpt: str = ""

    def words(self, lang: Lang) -> str:
        """The place as a person looks for it; empty for the document as a whole."""
        is_zh = lang is Lang.ZH
        parts = []
        if self.page is not None:
            parts.append(f"第 {self.page} 页" if is_zh else f"page {self.page}")
        if self.box_mm is not None:
            left, top, *_ = self.box_mm
            parts.append(
                f"距左 {left:.0f}、距上 {top:.0f} 毫米" if is_zh else f"{left:.0f}, {top:.0f} mm"
            )
        if self.paragraph:
            parts.append(f"第 {self.paragraph} 段" if is_zh else f"paragraph {self.paragraph}")
        if self.excerpt:
            parts.append(f"“{self.excerpt}”")
        return " ".join(parts)


WHOLE = Spot()


def excerpt_of(text: str, most: int = _EXCERPT_CHARS) -> str:
    """How a text begins, on one line."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most]}…"


def spot_of(look: Look) -> Spot:
    """Where a paragraph is."""
    return Spot(look.page, look.box_mm, look.number or None, excerpt_of(look.text))


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; `certainty` (0-1) is that of the role which it rests on.

    `weight` is the severity that local rules give its rule instead of the standard's.
    """

    rule_id: str
    spot: Spot
    found: Said
    wanted: Said
    certainty: float = 1.0
    weight: Severity | None = None

    @property
    def rule(self) -> Rule:
        return RULES[self.rule_id]

    @property
    def severity(self) -> Severity:
        weight = self.weight or self.rule.severity
        is_guess = self.certainty < SURE and weight is Severity.ERROR
        return Severity.WARNING if is_guess else weight

    def as_record(self, file: Path, lang: Lang) -> dict[str, Any]:
        """The flat form that `--json` prints: that of an input's finding, and more."""
        return {
            "code": self.rule_id,
            "severity": self.severity.value,
            "file": str(file),
            "line": None,
            "column": None,
            "message": self.rule.message(lang),
            "hint": self.rule.fix(lang),
            "rule": self.rule_id,
            "clause": self.rule.clause,
            "page": self.spot.page,
            "box_mm": [round(value, 1) for value in self.spot.box_mm] if self.spot.box_mm else None,
            "paragraph": self.spot.paragraph,
            "excerpt": self.spot.excerpt,
            "found": self.found.words(lang),
            "wanted": self.wanted.words(lang),
            "certainty": round(self.certainty, 2),
        }


def find(rule_id: str, spot: Spot, found: Said, wanted: Said, certainty: float = 1.0) -> Finding:
    """A Finding; a rule that the table does not have is a KeyError here."""
    if rule_id not in RULES:
        raise KeyError(rule_id)
    return Finding(rule_id, spot, found, wanted, certainty)
