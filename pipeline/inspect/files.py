"""Paths of .docx and .pdf -> what was found in each, one after the other, by way of the guard."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.inspect.examine import DOCUMENT_SUFFIXES, Examination
from pipeline.inspect.guard import Guard
from pipeline.inspect.local import LocalRules
from pipeline.inspect.pages import PageImages, draw_page_images
from pipeline.load.yaml import diagnose_unreadable
from pipeline.messages import Lang, Severity

MAX_FILE_BYTES = 100_000_000
"""A larger file is not even read; the readers have tighter limits of their own."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one document, or why it could not be examined; an input's is the same.

    `images` are the pictures of its pages, where they were asked for.
    """

    path: Path
    rules: LocalRules
    examination: Examination | None
    diagnostics: tuple[Diagnostic, ...] = ()
    images: PageImages | None = None

    @property
    def is_document(self) -> bool:
        """Whether it is a .docx or .pdf and not an input, whose findings have lines."""
        return self.path.suffix.lower() in DOCUMENT_SUFFIXES

    def count(self, severity: Severity) -> int:
        """How many findings and diagnostics have a severity."""
        findings = self.examination.findings if self.examination else ()
        weights = [found.severity for found in findings]
        return [*weights, *(fault.severity for fault in self.diagnostics)].count(severity)

    def is_failed(self, *, strict: bool) -> bool:
        """Whether it has an error; under `strict` a warning will do."""
        warnings = self.count(Severity.WARNING) if strict else 0
        return self.count(Severity.ERROR) + warnings > 0

    def records(self, lang: Lang) -> list[dict[str, Any]]:
        """All that was found, in the flat form that `--json` prints."""
        findings = self.examination.findings if self.examination else ()
        no_line = {"line": None, "column": None} if self.is_document else {}
        return [
            *({**fault.as_record(lang), **no_line} for fault in self.diagnostics),
            *(finding.as_record(self.path, lang) for finding in findings),
        ]


def check_documents(
    paths: tuple[Path, ...], rules: LocalRules, *, with_images: bool = False
) -> Iterator[Checked]:
    """Each document as it is examined; one that cannot be opened does not stop the others."""
    with Guard() as guard:
        for path in paths:
            yield _check(path, rules, guard, with_images=with_images)


def _check(path: Path, rules: LocalRules, guard: Guard, *, with_images: bool) -> Checked:
    data = _read(path)
    if isinstance(data, Diagnostic):
        return Checked(path, rules, None, (data,))
    examination, diagnostics = guard.examine(data, path, rules.measures, rules.words)
    if examination is None:
        return Checked(path, rules, None, diagnostics)
    examination = replace(examination, findings=rules.weigh(examination.findings))
    images = draw_page_images(data, examination, guard) if with_images else None
    return Checked(path, rules, examination, diagnostics, images)


def _read(path: Path) -> bytes | Diagnostic:
    try:
        size = path.stat().st_size
        if size <= MAX_FILE_BYTES:
            return path.read_bytes()
    except OSError as error:
        return diagnose_unreadable(path, error)
    return diagnose(
        "document-too-large",
        Location(path, 1, 1),
        name=path.name,
        what_zh=f"文件有 {size:,} 字节",
        what_en=f"the file has {size:,} bytes",
        limit=f"{MAX_FILE_BYTES:,}",
    )
