"""The text of a fresh input: commented, every blank marked 【待填】, its body by an outline."""

import datetime as dt

from pipeline.model.report import BODY, CLOSING, LEAD, OUTLINE, Outline, OutlinePart, PartRole

SCHEMA_NAME = "report.schema.json"


def draw_starter(
    template: str, today: dt.date, outline: Outline, *, official: bool, is_default: bool = True
) -> str:
    """The text of a commented input; it builds as it stands.

    `is_default` says that the outline is the template's own, which need not be named.
    """
    chosen = "" if is_default else f"{OUTLINE}: {outline.name}\n"
    elements = _OFFICIAL_ELEMENTS.format(year=today.year) if official else ""
    head = _HEAD.format(template=template, outline=chosen, today=today, elements=elements)
    lead = _LEAD if outline.is_lead_required else _commented(_LEAD)
    closing = _CLOSING if outline.is_closing_required else _commented(_CLOSING)
    return draw_header() + "\n".join((head, lead, *_draw_body(outline), closing, _ANNEXES))


def draw_header() -> str:
    """The comment that an input begins with."""
    return _HEADER.format(schema=SCHEMA_NAME)


def _commented(lines: str) -> str:
    """Lines that may be left out, as a comment that says so."""
    head = "# 可以不写；要写，就把下面各行开头的“# ”删去：\n"
    return head + "".join(f"# {line}\n" for line in lines.splitlines())


def _draw_body(outline: Outline) -> tuple[str, ...]:
    match outline.form:
        case "parts":
            return tuple(_draw_part(part, outline) for part in outline.parts)
        case "own":
            return (_OWN_BODY,)
        case "prose":
            return (_PROSE_BODY,)


def _draw_part(part: OutlinePart, outline: Outline) -> str:
    drawn = _BY_ROLE.get(part.role) if part.role else None
    lines = drawn or f"  - 【待填：{part.hint or part.heading}】。\n"
    if part is outline.parts[0] and part.role is not PartRole.OVERVIEW:
        # The figures that the starter declares are shown by the first part.
        lines = _SHOWING + lines
    shown = f"{part.heading}:\n{lines}"
    return shown if part.is_required else _commented(shown)


_OFFICIAL_ELEMENTS = """
# —— 公文要素（红头用）——
发文机关标志: 【待填：发文机关全称】文件
# 发文字号：机关代字〔年份〕序号号，年份用六角括号〔〕，序号前不加“第”和 0
发文字号: 【待填：机关代字】〔{year}〕1号
# 上行文（报告、请示）才写签发人
# 签发人: 【待填：签发人姓名】
主送: [【待填：主送机关】]
抄送: [【待填：抄送机关】]
印发机关: 【待填：印发机关】
# 印发日期: 2026-10-09
# 附注: 联系人：×××，联系电话：×××
# 密级: 秘密          # 写了密级就要写份号
# 保密期限: 1年
# 份号: '000001'
# 紧急程度: 加急
# 印章: 印章.png      # 图片和本文件放在同一个文件夹
"""

_HEADER = """\
# yaml-language-server: $schema=./{schema}
#
# 填写说明
#   1. 冒号“:”和短横“-”用半角，后面都要空一格；行首用空格缩进，不用 Tab。
#   2. 正文里的标点照常用全角：，。：“”（）。
#   3. 序号（一、（一）1.）、“一是……二是……”、附件号、页码都不用写，程序会编。
#   4. 每个数字只在“数据”里写一次，正文用【名称】引用；正文要用方头括号本身时写成【【。
#   5. 【待填……】是还没有填的地方，构建时会逐处提醒。
#   6. 填好后运行 banxin build；只想检查就运行 banxin check。

"""
"""What every input begins with: the schema for editors, and how it is filled in."""

_HEAD = """\
模板: {template}
{outline}标题: 【待填：单位和活动名称】活动总结
单位: 【待填：单位全称】
日期: {today}            # 成文日期
# 活动: {{名称: 全民阅读月活动, 开始: 2026-09-01, 结束: 2026-09-30}}
{elements}
数据:
  参加人数: 【待填：如 120人】
  开展活动: {{数值: 【待填：如 6】, 单位: 场, 依据: 活动登记表}}
  # 还可以写 上期: 5、分项: {{甲: 4, 乙: 2}}、公式: 甲 + 乙，引用【名称.同比】【名称.分项】等
"""

_LEAD = f"""\
{LEAD}: |
  【待填：按照什么部署，开展了什么活动，总的情况怎样】。现将活动情况总结如下。
"""

_SHOWING = """\
  - 活动期间，共开展活动【开展活动】，参加【参加人数】。
"""

_BY_ROLE = {
    PartRole.OVERVIEW: """\
  - 活动期间，共开展活动【开展活动】，参加【参加人数】。【待填：时间、范围、步骤】。
""",
    PartRole.PRACTICES: """\
  - 小标题: 【待填：做法一】
    段落:
      - 【待填：怎样做的】。主要抓了以下几点：
    分述:
      - 【待填：第一点】
      - 【待填：第二点】
  - 小标题: 【待填：做法二】
    段落:
      - 【待填：怎样做的】。
""",
    PartRole.FEATURES: """\
  - 小标题: 【待填：特点一】
    段落:
      - 【待填：怎样体现的】。
""",
    PartRole.RESULTS: """\
  - 【待填：有什么变化，用数据说明】。
""",
    PartRole.PROBLEMS: """\
  - 【待填：还有哪些问题，原因是什么】。
""",
    PartRole.PLANS: """\
  - 【待填：下一步做什么，怎样做】。
""",
}

_OWN_BODY = f"""\
# 各部分的标题自己拟，不写序号；有几个部分就写几个
{BODY}:
  - 标题: 【待填：第一个标题，如 加强领导，精心组织】
    内容:
      - 活动期间，共开展活动【开展活动】，参加【参加人数】。【待填：怎样做的】。
  - 标题: 【待填：第二个标题，如 广泛宣传，营造氛围】
    内容:
      - 小标题: 【待填：小标题】
        段落:
          - 【待填：怎样做的】。主要抓了以下几点：
        分述:
          - 【待填：第一点】
          - 【待填：第二点】
      - 【待填：还做了什么】。
"""

_PROSE_BODY = f"""\
# 一段一条，不写标题
{BODY}:
  - 活动期间，共开展活动【开展活动】，参加【参加人数】。【待填：时间、范围、步骤】。
  - 活动中，主要抓了以下几点：
  - 分述:
      - 【待填：第一点】
      - 【待填：第二点】
  - 【待填：取得了什么成效，下一步怎样打算】。
"""

_CLOSING = f"""\
{CLOSING}: |
  【待填：存在的差距和下一步打算】。
"""

_ANNEXES = """\
# 附件没有就删去。附件可以是文字（段落）、表格、图表、图片或数据核对表。
附件:
  - 名称: 活动安排表
    表格:
      列: [序号, 时间, 内容, {名称: 责任落实, 列: [责任科室, 责任人]}]
      行:
        - [1, 【待填：时间】, 【待填：内容】, 【待填：科室】, 【待填：责任人】]
#  - 名称: 活动统计图      # 柱形、折线或占比；写数据的名称，不写数字
#    图表: {类型: 柱形, 标题: 各项活动场次, 数据: [讲座, 展览, 演出]}
#  - 名称: 活动照片
#    图片:
#      - {文件: 照片1.jpg, 说明: 启动仪式现场}
#  - 名称: 数据核对表    # 列出每个数字的依据和页码
#    核对表: 是
"""
