"""One entry of the catalogue: its severity, and its words in Chinese and in English."""

from dataclasses import dataclass
from enum import StrEnum


class Lang(StrEnum):
    """The language that messages are printed in."""

    ZH = "zh"
    EN = "en"


class Severity(StrEnum):
    """How much a finding weighs: an error stops its report, a warning does under --strict."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of finding; the texts are `str.format` patterns over the finding's details."""

    severity: Severity
    message_zh: str
    hint_zh: str
    message_en: str
    hint_en: str

    def message(self, lang: Lang) -> str:
        return self.message_zh if lang is Lang.ZH else self.message_en

    def hint(self, lang: Lang) -> str:
        return self.hint_zh if lang is Lang.ZH else self.hint_en


def error(message_zh: str, hint_zh: str, message_en: str, hint_en: str) -> Fault:
    return Fault(Severity.ERROR, message_zh, hint_zh, message_en, hint_en)


def warning(message_zh: str, hint_zh: str, message_en: str, hint_en: str) -> Fault:
    return Fault(Severity.WARNING, message_zh, hint_zh, message_en, hint_en)


def note(message_zh: str, hint_zh: str, message_en: str, hint_en: str) -> Fault:
    return Fault(Severity.NOTE, message_zh, hint_zh, message_en, hint_en)
