"""An examination made by hand, for what is reported of one."""

from pathlib import Path

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.inspect.examine import Examination
from pipeline.inspect.files import Checked
from pipeline.inspect.finding import WHOLE, Finding, Said, Spot, chars, find, mm, pt, quote, spot_of
from pipeline.inspect.local import LocalRules
from pipeline.inspect.outline import ElementRole, SeenOutline, SeenPart
from pipeline.inspect.pages import PageImage, PageImages, PageMark
from pipeline.inspect.seen import Look, Seen, Span
from pipeline.model.standard import FontRole
from pipeline.rules import Medium

TEXTS = (
    (ElementRole.TITLE, 1.0, "吴堡县广播电视局解放思想大讨论活动总结"),
    (ElementRole.ADDRESSEE, 0.95, "县委宣传部："),
    (ElementRole.BODY, 0.85, "我局开展了<b>解放思想</b>大讨论活动,按照县委的统一部署进行。"),
    (ElementRole.DATE, 0.6, "2008.7.16"),
)


def look(text: str, number: int) -> Look:
    span = Span(text, FontRole.FANGSONG, "仿宋_GB2312", 16)
    return Look(text, (span,), "justify", 2, number=number)


LOOKS = tuple(look(text, number) for number, (*_, text) in enumerate(TEXTS, 1))

FINDINGS = (
    find("P03-top", WHOLE, mm(30), mm(37)),
    find("B01-size", spot_of(LOOKS[0]), pt(18), pt(22)),
    find("B05-indent", spot_of(LOOKS[2]), chars(0), chars(2), 0.85),
    find("B12-form", spot_of(LOOKS[3]), quote("2008.7.16"), quote("2008年7月16日"), 0.6),
    find("X06-place", WHOLE, Said("", ""), Said("", "")),
)
"""One of each severity; the second last is an error that only a guess bears out."""


def checked(
    *findings: Finding,
    path: str = "收件/关于 大讨论的总结.docx",
    rules: LocalRules | None = None,
    images: PageImages | None = None,
) -> Checked:
    """A Word file with these findings."""
    parts = tuple(
        SeenPart(index, LOOKS[index], role, certainty)
        for index, (role, certainty, _) in enumerate(TEXTS)
    )
    seen, outline = Seen(Medium.WORD, LOOKS), SeenOutline(parts, is_official=False)
    made = {"path": Path(path), "profile": "office", "seen": seen, "outline": outline}
    examination = Examination(**made, findings=findings)
    return Checked(Path(path), rules or LocalRules(), examination, (), images)


def refused(path: str, code: str = "document-too-hard", **details: str) -> Checked:
    """A file that cannot be examined, or an input with a fault in its first line."""
    return Checked(Path(path), LocalRules(), None, (fault(path, code, 1, 1, **details),))


def fault(path: str, code: str, line: int, column: int, **details: str) -> Diagnostic:
    details = details or {"reason_zh": "太大", "reason_en": "too big"}
    return diagnose(code, Location(Path(path), line, column), **details)


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000000000200010548afa40000000049454e44ae426082"
)


def images(*marks: PageMark, pages: int = 1) -> PageImages:
    """Blank pages of A4 with these marks."""
    pictures = tuple(PageImage(page, 210, 297, PIXEL) for page in range(1, pages + 1))
    return PageImages(pictures, marks, Said("页面由 LibreOffice 排出", "set by LibreOffice"))


ON_PAGE = Spot(page=2, box_mm=(28, 37, 184, 45))
