"""One .docx or .pdf held against the standard: read it, recognise its parts, judge them."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.check.finding import Finding
from pipeline.check.outline import Outline
from pipeline.check.seen import Seen
from pipeline.diagnostics import Diagnostic
from pipeline.standard import Measures

DOCUMENT_SUFFIXES = (".docx", ".pdf")


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found in one document, and by which profile it was judged."""

    path: Path
    profile: str
    seen: Seen
    outline: Outline
    findings: tuple[Finding, ...]


def examine(
    data: bytes, path: Path, measures: Measures | None = None
) -> tuple[Examination | None, tuple[Diagnostic, ...]]:
    """The examination of a document, or why it cannot be opened.

    Without `measures` the profile is the one that its page comes nearest to.
    """
    raise NotImplementedError
