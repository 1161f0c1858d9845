"""The words that stand in a workbook: names of sheets, headings, what can be chosen."""

from pipeline.chinese.numerals import write_numeral

GUIDE, BASICS_SHEET, FIGURES_SHEET, BODY_SHEET, ANNEX, REST_SHEET = (
    "填写说明",
    "基本信息",
    "数据",
    "正文",
    "附件",
    "其他",
)

NAME_COLUMN = "名称"
BASICS_HEADINGS = ("项目", "内容", "怎样填写")
BODY_HEADINGS = ("部分", "类型", "内容", "归到", "位置")
REST_HEADINGS = ("位置", "内容")

PARAGRAPH, POINT, ITEM, EXTRA = "段落", "分述", "条目", "其他"
PART_HEADING = "部分标题"
"""A heading of the first level, where the headings of the parts are their author's own."""

DEEPEST = 9
OFFERED_LEVELS = 3
"""Levels of headings below the part's own; official documents have four in all (7.3.3)."""

BELOW_PART = "本部分"


def heading_kind(level: int) -> str:
    return f"小标题（{write_numeral(level)}级）"


def owner_of(level: int) -> str:
    """What a paragraph goes to: a heading of `level`, or the part itself at 0."""
    return f"{write_numeral(level)}级小标题" if level else BELOW_PART


HEADING_LEVELS = {heading_kind(level): level for level in range(1, DEEPEST + 1)}
OWNER_LEVELS = {owner_of(level): level for level in range(DEEPEST + 1)}
KINDS = (
    PARAGRAPH,
    *(heading_kind(level) for level in range(1, OFFERED_LEVELS + 1)),
    POINT,
)
"""What the drop-down of the sheet 正文 offers."""
OWNERS = tuple(owner_of(level) for level in range(OFFERED_LEVELS))

# Labels of the first column of an annex's sheet.
ANNEX_NAME, PICTURE_FILE, PICTURE_CAPTION = "名称", "图片文件", "图片说明"
TABLE_HEAD, TABLE_WIDTHS, EMPTY_ROW = "表头", "列宽", "空行"
ANNEX_LABELS = (
    ANNEX_NAME,
    PARAGRAPH,
    PICTURE_FILE,
    PICTURE_CAPTION,
    EXTRA,
    TABLE_WIDTHS,
    TABLE_HEAD,
    EMPTY_ROW,
)


def annex_sheet(number: int) -> str:
    return f"{ANNEX}{number}"
