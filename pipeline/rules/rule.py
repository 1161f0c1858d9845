"""One rule of the standard as the checker reports it: where it stands, what it weighs, the fix."""

from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.messages import Fault, Lang, Severity


class Medium(StrEnum):
    """What a document is made of: a Word file's XML, or the geometry of a PDF's pages."""

    WORD = "word"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `clause` is that of GB/T 9704-2012 unless it names another source.

    Severity follows the clause's own words: 应当 or a plain demand is an error, 一般 or 推荐 a
    warning, 可以 and office practice a note. `is_wording` says that the text is at fault and not
    its setting, so that no renderer can be blamed for it. `zh` and `en` name no measure, which
    local rules may change: what is wanted stands in the finding; the fixes are the standard's own.
    `example` is a text that breaks a rule of the text, and the same text fixed.
    """

    id: str
    clause: str
    severity: Severity
    zh: str
    fix_zh: str
    en: str
    fix_en: str
    media: frozenset[Medium]
    is_wording: bool = False
    example: tuple[str, str] = ("", "")

    @property
    def row(self) -> str:
        """The ID of the requirement, which several rules may share: `H06` of `H06-form`."""
        return self.id.partition("-")[0]

    def message(self, lang: Lang) -> str:
        return self.zh if lang is Lang.ZH else self.en

    def fix(self, lang: Lang) -> str:
        """What its author does about it in Word."""
        return self.fix_zh if lang is Lang.ZH else self.fix_en

    @property
    def fault(self) -> Fault:
        """The rule as it is reported of an input: `found` is what breaks it, `fix` the fix."""
        message = f"{self.zh}：{{found_zh}}", f"{self.en}: {{found_en}}"
        return Fault(self.severity, message[0], "{fix_zh}", message[1], "{fix_en}")


_BOTH = frozenset(Medium)
_MEDIA = {"W": frozenset({Medium.WORD}), "P": frozenset({Medium.PDF}), "WP": _BOTH}
_SEVERITIES = {"应当": Severity.ERROR, "一般": Severity.WARNING, "可以": Severity.NOTE}


def make_rule(
    id: str,  # noqa: A002 # the rule's own word for it
    clause: str,
    weight: str,
    media: str,
    words: tuple[str, str],
    fix: tuple[str, str],
) -> Rule:
    """A rule from the table's short forms.

    `weight` is the clause's own word (应当, 一般, 可以); `media` is W, P or WP, followed by `T`
    where the wording is at fault; `words` and `fix` are Chinese and English.
    """
    return Rule(
        id=id,
        clause=clause,
        severity=_SEVERITIES[weight],
        zh=words[0],
        fix_zh=fix[0],
        en=words[1],
        fix_en=fix[1],
        media=_MEDIA[media.removesuffix("T")],
        is_wording=media.endswith("T"),
    )


def text_rule(
    id: str,  # noqa: A002 # the rule's own word for it
    clause: str,
    weight: str,
    words: tuple[str, str],
    fix: tuple[str, str],
    example: tuple[str, str],
) -> Rule:
    """A rule of the text itself, the same in an input, a Word file and a PDF."""
    return replace(make_rule(id, clause, weight, "WPT", words, fix), example=example)
