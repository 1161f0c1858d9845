"""The key names that a slip of the keyboard is told by.

The schema owns them (`pipeline.report`); the load stage comes before it and keeps its own copy, so
that a line of prose with a colon is never taken for a key. A test holds the two together.
"""

_KEYS = """
    数值 单位 依据 分项 来源 上期 公式 总体 小数位
    小标题 段落 分述 名称 列 行 列宽 文件 说明 表格 图片 核对表 开始 结束
    图表 类型 系列 类别
    表头行数
    阶段 届次 首届年份 沿用 来自 年份 今年 保留
    模板 标题 日期 活动 数据 导语 基本情况 主要做法 突出特点 取得成效 结尾 附件 署名位置
    汇总 目录 期间 截止 方式 取自 小数位 摘登 部分 段 异常 简称 又名 前
    校对 关闭 放过 用字
    发文机关标志 发文字号 签发人 密级 保密期限 紧急程度 份号 主送 抄送 印发机关 印发日期 附注 印章

    value unit evidence parts source previous formula share_of decimals
    heading paragraphs points name columns rows widths file caption
    table pictures ledger start end charts form series categories
    header_rows
    phases ordinal first_year carried origin year this_year kept
    template title organisation date activity figures lead overview practices features results
    closing annexes signature_place issuer_mark document_number signers classification
    classification_period urgency copy_number addressees copied_to printing_office
    printing_date remark seal
    rollup folders units period deadline way taken_from decimals excerpts part paragraph
    outlier_limit short_name other_names top
    proofreading off allowed words
"""
_LISTS_OF_TEXTS = """
    基本情况 主要做法 突出特点 取得成效 段落 分述 签发人 主送 抄送 类别
    overview practices features results paragraphs points signers addressees copied_to
    categories
    保留 kept 关闭 放过 off allowed
"""

KNOWN_KEYS = frozenset(_KEYS.split())

OWN_KEYS = frozenset({"数据", "figures", "汇总", "rollup"})
"""The fields of a report below which stand keys of the author's own."""

ITEM_KEYS = frozenset(
    {"小标题", "名称", "文件", "图表", "类型", "heading", "name", "file", "charts", "form"}
)
"""The keys that an item of a list begins with."""

SECTION_KEYS = frozenset(
    {"小标题", "段落", "分述", "图表", "heading", "paragraphs", "points", "charts"}
)

TEXT_LISTS = frozenset(_LISTS_OF_TEXTS.split())
"""The keys whose lists hold texts, so that an item with a strange key was meant as a text."""
