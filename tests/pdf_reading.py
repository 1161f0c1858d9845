"""PDFs as the tests read and judge them."""

from collections.abc import Callable
from pathlib import Path

from pipeline.inspect.finding import Finding
from pipeline.inspect.outline import ElementRole, SeenOutline, SeenPart
from pipeline.inspect.pdf import PdfFile, judge_pdf, open_pdf
from pipeline.inspect.roles import recognise
from pipeline.inspect.seen import Look
from pipeline.model.standard import PROFILES
from pipeline.tasks.build import Outcome
from tests.drawn_pdf import Item, draw, line

OFFICE = PROFILES["office"]
FULL = "深入贯彻落实上级部署要求我局精心组织扎实推进各项工作取得"  # 28 characters
ITSELF = {"F05-even"}
"""What is reported of our own report of nine pages, and rightly."""


def read(data: bytes) -> PdfFile:
    file, diagnostics = open_pdf(data, Path("a.pdf"))
    assert file is not None, diagnostics
    return file


def looks_of(*pages: list[Item]) -> tuple[Look, ...]:
    return read(draw(*pages)).seen.looks


def judged(file: PdfFile, outline: SeenOutline | None = None) -> list[Finding]:
    return list(judge_pdf(file, outline or recognise(file.seen), OFFICE))


def rules_of(data: bytes, outline: Callable[[PdfFile], SeenOutline] | None = None) -> set[str]:
    file = read(data)
    return {finding.rule_id for finding in judged(file, outline(file) if outline else None)}


def as_roles(*roles: ElementRole, official: bool = True) -> Callable[[PdfFile], SeenOutline]:
    """An outline that gives the paragraphs these roles, in their order."""

    def outline(file: PdfFile) -> SeenOutline:
        looks = file.seen.looks
        assert len(looks) == len(roles), [look.text for look in looks]
        pairs = enumerate(zip(looks, roles, strict=True))
        parts = tuple(SeenPart(index, look, role, 1.0) for index, (look, role) in pairs)
        return SeenOutline(parts, is_official=official)

    return outline


def pdf_of(outcome: Outcome) -> bytes:
    return next(path for path in outcome.files if path.suffix == ".pdf").read_bytes()


def body_page(lines: int, words: str = FULL, start: int = 1) -> list[Item]:
    return [line(number, words) for number in range(start, start + lines)]
