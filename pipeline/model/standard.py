"""GB/T 9704-2012 as data: page, line grid, paragraph styles, rules; the one table of measures.

The Word template, the style sheet of the PDF, the line breaker and the checks all read it. A number
of the standard that is written anywhere else is a defect. Lengths say their unit in their name;
indents are in characters of the body size, gaps in lines. Where the standard is silent the value is
office practice and says so.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

PT_PER_MM = 72 / 25.4

Align = Literal["justify", "center", "left", "right"]


class FontRole(StrEnum):
    """A class of type that the standard names (5.2.2, 7.2.2, 7.2.4, 7.3.1, 7.3.3, 7.5)."""

    XIAOBIAOSONG = "小标宋"
    FANGSONG = "仿宋"
    KAITI = "楷体"
    HEITI = "黑体"
    SONGTI = "宋体"


WORD_FONTS: dict[FontRole, str] = {
    FontRole.XIAOBIAOSONG: "方正小标宋简体",
    FontRole.FANGSONG: "仿宋_GB2312",
    FontRole.KAITI: "楷体_GB2312",
    FontRole.HEITI: "黑体",
    FontRole.SONGTI: "宋体",
}
"""The face that a Word file names for each role: practice, the standard names only classes."""


@dataclass(frozen=True, slots=True)
class PageMeasures:
    """The paper, its margins and the grid of lines and characters (5.1-5.2)."""

    width_mm: float = 210
    height_mm: float = 297
    top_mm: float = 37
    bottom_mm: float = 35
    left_mm: float = 28
    right_mm: float = 26
    lines_per_page: int = 22
    chars_per_line: int = 28
    line_pitch_pt: float = 28.95
    tracking_pt: float = -0.25
    """28 characters of 16 pt are 158 mm and the type area 156: each is set this much closer."""
    hang_punctuation: bool = True
    """A mark that is the 29th on its line stands in the margin, as Word does by default."""

    @property
    def text_width_pt(self) -> float:
        return (self.width_mm - self.left_mm - self.right_mm) * PT_PER_MM

    @property
    def text_height_pt(self) -> float:
        return (self.height_mm - self.top_mm - self.bottom_mm) * PT_PER_MM


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How one kind of paragraph is set; `name` is the style's name in Word.

    `line_pitch_pt` None takes the page's. `outline_level` 1-9 makes a heading of it.
    """

    name: str
    font: FontRole
    size_pt: float
    align: Align = "justify"
    first_line_chars: float = 0
    left_chars: float = 0
    right_chars: float = 0
    hanging_chars: float = 0
    line_pitch_pt: float | None = None
    color: str = "000000"
    outline_level: int | None = None
    keep_next: bool = False
    new_page: bool = False
    may_hang: bool = True


SIZE_2_PT = 22.0  # 2号
SIZE_3_PT = 16.0  # 3号, the default (5.2.2)
SIZE_4_PT = 14.0  # 4号
SIZE_SMALL_4_PT = 12.0  # 小四
RED = "FF0000"  # 6.2 gives inks (Y80 M80); pure red on screen is practice

_FANG, _HEI, _KAI = FontRole.FANGSONG, FontRole.HEITI, FontRole.KAITI
_BIAO, _SONG = FontRole.XIAOBIAOSONG, FontRole.SONGTI

STYLES: dict[str, ParagraphStyle] = {
    # 7.3.3: 3号仿宋, two characters of indent, turned lines flush left
    "body": ParagraphStyle("公文正文", _FANG, SIZE_3_PT, first_line_chars=2),
    # 7.3.1: 2号小标宋, centred; outline level 1 is practice, so that Word's navigation shows it
    "title": ParagraphStyle("公文标题", _BIAO, SIZE_2_PT, "center", keep_next=True),
    # practice for plain material: 3号楷体, centred below the title
    "byline": ParagraphStyle("题下署名", _KAI, SIZE_3_PT, "center"),
    # 7.3.2: 3号仿宋, flush left, turned lines flush left
    "addressee": ParagraphStyle("主送机关", _FANG, SIZE_3_PT),
    # 7.3.3: 黑体, 楷体, 仿宋, 仿宋
    "heading1": ParagraphStyle(
        "一级标题", _HEI, SIZE_3_PT, first_line_chars=2, outline_level=1, keep_next=True
    ),
    "heading2": ParagraphStyle(
        "二级标题", _KAI, SIZE_3_PT, first_line_chars=2, outline_level=2, keep_next=True
    ),
    "heading3": ParagraphStyle(
        "三级标题", _FANG, SIZE_3_PT, first_line_chars=2, outline_level=3, keep_next=True
    ),
    "heading4": ParagraphStyle(
        "四级标题", _FANG, SIZE_3_PT, first_line_chars=2, outline_level=4, keep_next=True
    ),
    "blank": ParagraphStyle("空行", _FANG, SIZE_3_PT, keep_next=True),
    # 7.3.4: two characters in; turned lines align with the first character of the name
    "attachment_note": ParagraphStyle("附件说明", _FANG, SIZE_3_PT, left_chars=5, hanging_chars=3),
    "attachment_note_first": ParagraphStyle(
        "附件说明首项", _FANG, SIZE_3_PT, left_chars=6, hanging_chars=4
    ),
    "attachment_note_next": ParagraphStyle(
        "附件说明续项", _FANG, SIZE_3_PT, left_chars=6, hanging_chars=1
    ),
    # 7.3.5: distances from the right edge are set on each line
    "signature": ParagraphStyle("发文机关署名", _FANG, SIZE_3_PT, "right", keep_next=True),
    "date": ParagraphStyle("成文日期", _FANG, SIZE_3_PT, "right"),
    # 7.3.6: two characters in, in brackets
    "remark": ParagraphStyle("附注", _FANG, SIZE_3_PT, first_line_chars=2),
    # 7.3.7: 3号黑体, flush left on line 1 of a page of its own; the title centred on line 3
    "annex_mark": ParagraphStyle("附件序号", _HEI, SIZE_3_PT, new_page=True, keep_next=True),
    "annex_title": ParagraphStyle(
        "附件标题", _BIAO, SIZE_2_PT, "center", outline_level=1, keep_next=True
    ),
    # tables, captions: practice
    "table_head": ParagraphStyle(
        "表头", _HEI, SIZE_SMALL_4_PT, "center", line_pitch_pt=20, may_hang=False
    ),
    "table_text": ParagraphStyle(
        "表格文字", _FANG, SIZE_SMALL_4_PT, "left", line_pitch_pt=20, may_hang=False
    ),
    # the line that holds a drawing is as high as the drawing, and what its letters go down
    "picture": ParagraphStyle("图片", _FANG, 1, "center", keep_next=True),
    "caption": ParagraphStyle("图片说明", _KAI, SIZE_4_PT, "center"),
    # 7.2.1-7.2.3: flush left on the first lines of the type area
    "copy_number": ParagraphStyle("份号", _FANG, SIZE_3_PT),
    "classification": ParagraphStyle("密级和紧急程度", _HEI, SIZE_3_PT),
    # 7.2.4: red, centred; the size follows the length of the name
    "issuer_mark": ParagraphStyle("发文机关标志", _BIAO, 48, "center", color=RED),
    # 7.2.5: centred; with signers one character in from the left
    "document_number": ParagraphStyle("发文字号", _FANG, SIZE_3_PT, "center"),
    "document_number_up": ParagraphStyle(
        "发文字号和签发人", _FANG, SIZE_3_PT, "left", left_chars=1, right_chars=1
    ),
    # 7.2.7: the red rule, a line of its own so that it is as wide as the type area
    "red_rule": ParagraphStyle("版头红线", _FANG, 2, line_pitch_pt=8, color=RED),
    # 7.4.1: the rules of the imprint, lines of their own for the same reason
    "imprint_thick": ParagraphStyle("版记粗线", _FANG, 1, line_pitch_pt=1),
    "imprint_thin": ParagraphStyle("版记细线", _FANG, 1, line_pitch_pt=1),
    "document_end": ParagraphStyle("文末定位", _FANG, 1, line_pitch_pt=1),
    # 7.4.2-7.4.3: 4号仿宋, one character in from both edges; turned lines align after the colon.
    # The indents are in characters of this size, not of the body's.
    "copied_to": ParagraphStyle(
        "抄送机关", _FANG, SIZE_4_PT, left_chars=4, right_chars=1, hanging_chars=3
    ),
    "printing": ParagraphStyle(
        "印发机关和印发日期", _FANG, SIZE_4_PT, "left", left_chars=1, right_chars=1
    ),
    # 7.5: 4号半角宋体
    "page_number": ParagraphStyle("页码", _SONG, SIZE_4_PT, "right", line_pitch_pt=SIZE_4_PT),
}
"""Every paragraph style by its key in code."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules, gaps and places that belong to no paragraph style."""

    type_area_top_mm: float = 37
    type_area_bottom_mm: float = 262
    """Where the type area lies, from the top of the paper, whichever the margins (5.2.1)."""
    letterhead_lines: int = 3
    """Lines kept for copy number, security level and urgency at the top (7.2.1-7.2.3)."""
    issuer_mark_top_mm: float = 35
    """From the top of the type area to the top of the ink (7.2.4)."""
    issuer_mark_sizes_pt: tuple[float, ...] = (62, 56, 52, 48, 44, 40, 36, 32, 28, 26)
    """Sizes tried from the largest; not above 22 mm, the bound of the 1999 edition."""
    issuer_mark_line_em: float = 1.25
    """The mark's line height: practice."""
    issuer_mark_fill: float = 0.96
    """How much of the type area's width the mark may take: practice."""
    red_rule_gap_mm: float = 4
    """From the document number down to the red rule (7.2.7)."""
    red_rule_pt: float = 1.5
    """The weight of the red rule: practice, the standard gives none."""
    imprint_rule_thick_mm: float = 0.35
    imprint_rule_thin_mm: float = 0.25
    """Rules of the imprint: the first and last, and those between (7.4.1)."""
    name_right_chars: float = 2
    date_shift_chars: float = 2
    """Without a seal: the name so far from the right edge, the date's first character so far right
    of the name's (7.3.5.2)."""
    sealed_date_right_chars: float = 4
    """With a seal: the date so far from the right edge (7.3.5.1)."""
    lines_below_mark: float = 2
    lines_below_red_rule: float = 2
    lines_below_title: float = 1
    lines_below_text: float = 1
    lines_below_annex_mark: float = 1
    """Empty lines: from the mark to the document number (7.2.5), from the red rule to the title
    (7.3.1), from the title to the addressee (7.3.2), from the text to attachment note and signature
    (7.3.4, 7.3.5), from 附件 to its title, which is on line 3 (7.3.7)."""
    line_pitches_pt: tuple[float, float] = (28, 30)
    """Between these, a line pitch is usual: practice."""
    page_number_gap_mm: float = 7
    """From the foot of the type area to the dash beside the page number (7.5)."""
    page_number_indent_chars: float = 1
    """Odd pages from the right edge, even pages from the left, in its own characters (7.5)."""
    seal_diameter_mm: float = 42
    """A seal of a county office: practice (国发〔1999〕25号 gives 4.2 cm)."""
    seal_rise_mm: float = 3.5
    """How far the seal's centre stands above the line between name and date, which 7.3.5.1 wants
    pressed by it; its top is then less than a line below the text: practice."""
    table_rule_pt: float = 0.5
    table_padding_x_pt: float = 4
    table_padding_y_pt: float = 3
    """Tables: practice."""
    chart_text_pt: float = 10.5
    chart_line_pt: float = 14
    chart_lines: int = 7
    chart_rule_pt: float = 0.75
    """Charts: the size of their words (五号), the pitch of these, how many lines of the page an
    upright chart takes, the weight of its rules: practice."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Everything that a template is set by."""

    profile: str
    page: PageMeasures
    styles: dict[str, ParagraphStyle]
    rules: Rules

    def pitch_pt(self, style: str) -> float:
        """The line pitch of a style, baseline to baseline."""
        own = self.styles[style].line_pitch_pt
        return self.page.line_pitch_pt if own is None else own

    def may_hang(self, style: str) -> bool:
        """Whether a mark may stand beyond the right edge; in a table it would touch the rule."""
        return self.page.hang_punctuation and self.styles[style].may_hang

    @property
    def title_chars(self) -> int:
        """How many 汉字 stand on a line of the title."""
        return int(self.page.text_width_pt // self.styles["title"].size_pt)

    def tracking_pt(self, style: str) -> float:
        """What is added to each character; only the body's size needs it to fill the grid."""
        is_body_size = self.styles[style].size_pt == self.styles["body"].size_pt
        return self.page.tracking_pt if is_body_size else 0.0


ProfileName = Literal["office", "gbt33476"]

PROFILES: dict[str, Measures] = {
    # What an inspector reads in Word's page set-up: the margins of the standard itself.
    "office": Measures("office", PageMeasures(), STYLES, Rules()),
    # GB/T 33476.2-2016: margins go to the edge of the line box, half a leading further out, so
    # that the ink of the first and of the last line lies on 37 and 262 mm.
    "gbt33476": Measures(
        "gbt33476",
        replace(PageMeasures(), top_mm=34.58, bottom_mm=32.58, line_pitch_pt=29.45),
        STYLES,
        Rules(),
    ),
}

CJK_AUTOSPACE_EM = 0.25
"""The gap that Word opens between a 汉字 and a Latin letter or digit."""

DIGIT_EM = 0.5
"""The width of a digit in the faces that official documents use."""
