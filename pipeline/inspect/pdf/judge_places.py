"""Where elements stand on the page: mark, red rule, first body line, imprint (7.2-7.4)."""

from collections.abc import Iterator

from pipeline.inspect.finding import Finding, Said, Spot, find, mm, spot_of
from pipeline.inspect.outline import HEADINGS, ElementRole, SeenOutline, SeenPart
from pipeline.inspect.pdf.read import PdfFile
from pipeline.inspect.seen import RuleLine
from pipeline.model.standard import PT_PER_MM, Measures


def judge_places(file: PdfFile, outline: SeenOutline, measures: Measures) -> Iterator[Finding]:
    """Findings on places that the standard gives in mm; a letter's or an order's are others."""
    if outline.is_official and not outline.is_special:
        yield from _judge_mark(outline, measures)
        yield from _judge_red_rule(file, outline, measures)
    if outline.is_official:
        yield from _judge_first_page(file, outline)
    if not outline.is_special:
        yield from _judge_imprint(file, outline, measures)


_MARK_TOLERANCE_MM = 1.0  # H04


def _judge_mark(outline: SeenOutline, measures: Measures) -> Iterator[Finding]:
    """The upper edge of the mark's ink is 35 mm below the type area's (7.2.4)."""
    mark = outline.first(ElementRole.ISSUER_MARK)
    if mark is None or mark.look.box_mm is None:
        return
    wanted = measures.rules.type_area_top_mm + measures.rules.issuer_mark_top_mm
    found = mark.look.box_mm[1]
    if abs(found - wanted) > _MARK_TOLERANCE_MM:
        top = measures.rules.type_area_top_mm
        yield find(
            "H04-place",
            spot_of(mark.look),
            _below(found - top, "版心上边缘", "the top of the type area"),
            mm(wanted - top),
            mark.certainty,
        )


def _below(distance: float, zh: str, en: str) -> Said:
    return Said(f"{zh}下 {distance:.1f} 毫米", f"{distance:.1f} mm below {en}")


_GAP_TOLERANCE_MM = 0.5  # H08


def _judge_red_rule(file: PdfFile, outline: SeenOutline, measures: Measures) -> Iterator[Finding]:
    """From the ink of the number, or of the last signer, to the upper edge of the rule (7.2.7)."""
    parts = [
        p for p in outline.of(ElementRole.DOCUMENT_NUMBER, ElementRole.SIGNER) if p.look.box_mm
    ]
    if not parts:
        return
    last = max(parts, key=lambda part: part.index)
    line = next((line for line in file.seen.lines if line.after == last.index), None)
    if line is None or line.y_mm is None or line.page != last.look.page:
        return
    bottom = max(map(_foot_mm, parts))
    gap = line.y_mm - line.weight_mm / 2 - bottom
    wanted = measures.rules.red_rule_gap_mm
    if abs(gap - wanted) > _GAP_TOLERANCE_MM:
        yield find("H08-gap", spot_of(last.look), mm(gap), mm(wanted), last.certainty)


_DESCENT_EM = 0.2
"""汉字 and 〔〕 go so far below the baseline; half-width brackets hang lower and do not count."""


def _foot_mm(part: SeenPart) -> float:
    row, em_mm = part.look.rows[-1], part.look.size_pt / PT_PER_MM
    return min(row.box_mm[3], row.baseline_mm + _DESCENT_EM * em_mm)


def _judge_first_page(file: PdfFile, outline: SeenOutline) -> Iterator[Finding]:
    """The first page shows some of the text (7.3.3); a scanned one cannot be judged."""
    text = list(outline.of(ElementRole.BODY, *HEADINGS))
    rows = (row for part in text for row in part.look.rows)
    first = file.sheets[0]
    if text and not first.is_scan and not first.is_mute and all(row.page != 1 for row in rows):
        found = Said("没有正文", "none")
        wanted = Said("首页显示正文", "body text on page 1")
        yield find("B04-body", Spot(1), found, wanted, max(part.certainty for part in text))


_IMPRINT_TOLERANCE_MM = 1.0  # F02


def _judge_imprint(file: PdfFile, outline: SeenOutline, measures: Measures) -> Iterator[Finding]:
    """On the last page, its last rule on the foot of the type area (7.4.1)."""
    parts = list(outline.of(ElementRole.COPIED_TO, ElementRole.PRINTING))
    if not parts:
        return
    last, count = parts[-1], len(file.sheets)
    page = last.look.rows[-1].page
    if page != count:
        found, wanted = _page(page), _page(count)
        yield find("F02-place", spot_of(last.look), found, wanted, last.certainty)
    elif file.sheets[-1].is_judged:
        yield from _judge_last_rule(file.seen.lines, last, measures)
    if page % 2:
        even = Said("双数页", "an even page")
        yield find("F05-even", spot_of(last.look), _page(page), even, last.certainty)


def _page(number: int) -> Said:
    return Said(f"第 {number} 页", f"page {number}")


def _judge_last_rule(
    lines: tuple[RuleLine, ...], last: SeenPart, measures: Measures
) -> Iterator[Finding]:
    below = [line.y_mm for line in lines if line.after == last.index and line.y_mm is not None]
    wanted = measures.rules.type_area_bottom_mm
    # By GB/T 33476.2 Word's text area ends half a leading below the type area, and a table or a
    # paragraph at its foot with it.
    lowest = max(wanted, measures.page.height_mm - measures.page.bottom_mm)
    if not below:
        return
    if not wanted - _IMPRINT_TOLERANCE_MM <= max(below) <= lowest + _IMPRINT_TOLERANCE_MM:
        found = Said(
            f"末条分隔线距上 {max(below):.1f} 毫米",
            f"its last rule {max(below):.1f} mm from the top",
        )
        yield find("F02-place", spot_of(last.look), found, mm(wanted), last.certainty)
