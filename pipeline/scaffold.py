"""Fresh files to begin with: a commented input, a template drawn from the table of measures."""

import datetime as dt
from pathlib import Path

from pipeline.errors import OutputError, UsageError
from pipeline.package import file_stem
from pipeline.schema import schema_text
from pipeline.standard import PROFILES
from pipeline.template.page import PAGE_CSS, draw_page_html
from pipeline.template.settings import draw_settings
from pipeline.template.store import CSS, HTML, SETTINGS, WORD, find_template, load_template
from pipeline.template.word import draw_word_template

SCHEMA_NAME = "report.schema.json"


def write_starter(name: str, template: str, folder: Path) -> Path:
    """The path of a new input, with every field explained and every blank marked 【待填】.

    Raises `UsageError` where a file of that name is there, or the template is not.
    """
    text = draw_named_starter(template)
    path = new_input_path(name, folder)
    write_input(path, text)
    return path


def new_input_path(name: str, folder: Path) -> Path:
    """Where a new input of that name goes; raises `UsageError` for a name with a folder in it."""
    if set(name) & set("/\\"):
        raise UsageError(
            f"名称“{name}”里不要写文件夹，新文件总是放在 {folder} 里",
            f"write a plain name instead of “{name}”; the new file goes into {folder}",
        )
    return folder / f"{file_stem(name.removesuffix('.yaml'), '.yaml')}.yaml"


def write_input(path: Path, text: str) -> None:
    """A new input, and beside it the schema for editors; overwrites nothing."""
    _write_new(path, text.encode())
    schema = path.parent / SCHEMA_NAME
    if not schema.exists():
        _write_new(schema, schema_text().encode())


def write_template(name: str, root: Path, *, official: bool) -> Path:
    """The folder of a new template below `root`; raises `UsageError` where it is there already."""
    folder = root / name
    if file_stem(name, "") != name:
        raise UsageError(
            f"“{name}”不能作模板名：不要用 / 和其他文件名不能用的符号",
            f"“{name}” cannot be a template: no slashes or marks that files cannot have",
        )
    if folder.exists():
        raise UsageError(f"{folder} 已经存在，换一个名称", f"{folder} is there already")
    for file, data in draw_template(name, official=official).items():
        _write_new(folder / file, data)
    return folder


def draw_template(name: str, *, official: bool) -> dict[str, bytes]:
    """The files of a fresh template, by name."""
    measures = PROFILES["office"]
    return {
        SETTINGS: draw_settings(name, official=official).encode(),
        WORD: draw_word_template(measures, official=official),
        HTML: draw_page_html(official=official).encode(),
        CSS: PAGE_CSS.encode(),
    }


def _write_new(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        raise UsageError(
            f"{path} 已经存在，没有改动它；换一个名称",
            f"{path} is there already and was not changed",
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"写不进 {path}：{reason}", f"{path} cannot be written: {reason}"
        ) from error


def draw_named_starter(template: str) -> str:
    """The text of an input of today for a template; raises `UsageError` where there is none."""
    found = find_template(template)
    loaded = load_template(found)[0] if found else None
    if loaded is None:
        raise UsageError(f"没有模板“{template}”", f"there is no template “{template}”")
    today = dt.datetime.now(tz=dt.UTC).date()
    return draw_starter(template, today, official=loaded.settings.is_official)


def draw_starter(template: str, today: dt.date, *, official: bool) -> str:
    """The text of a commented input; it builds as it stands."""
    elements = _OFFICIAL_ELEMENTS.format(year=today.year) if official else ""
    body = _STARTER.format(template=template, today=today, elements=elements)
    return draw_header() + body


def draw_header() -> str:
    """The comment that an input begins with."""
    return _HEADER.format(schema=SCHEMA_NAME)


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

_STARTER = """\
模板: {template}
标题: 【待填：单位和活动名称】活动总结
单位: 【待填：单位全称】
日期: {today}            # 成文日期
# 活动: {{名称: 全民阅读月活动, 开始: 2026-09-01, 结束: 2026-09-30}}
{elements}
数据:
  参加人数: 【待填：如 120人】
  开展活动: {{数值: 【待填：如 6】, 单位: 场, 依据: 活动登记表}}
  # 还可以写 上期: 5、分项: {{甲: 4, 乙: 2}}、公式: 甲 + 乙，引用【名称.同比】【名称.分项】等

导语: |
  【待填：按照什么部署，开展了什么活动，总的情况怎样】。现将活动情况总结如下。

基本情况:
  - 活动期间，共开展活动【开展活动】，参加【参加人数】。【待填：时间、范围、步骤】。

主要做法:
  - 小标题: 【待填：做法一】
    段落:
      - 【待填：怎样做的】。主要抓了以下几点：
    分述:
      - 【待填：第一点】
      - 【待填：第二点】
  - 小标题: 【待填：做法二】
    段落:
      - 【待填：怎样做的】。

突出特点:
  - 小标题: 【待填：特点一】
    段落:
      - 【待填：怎样体现的】。

取得成效:
  - 【待填：有什么变化，用数据说明】。

结尾: |
  【待填：存在的差距和下一步打算】。

# 附件没有就删去。附件可以是文字（段落）、表格、图表、图片或数据核对表。
附件:
  - 名称: 活动安排表
    表格:
      列: [序号, 时间, 内容, {{名称: 责任落实, 列: [责任科室, 责任人]}}]
      行:
        - [1, 【待填：时间】, 【待填：内容】, 【待填：科室】, 【待填：责任人】]
#  - 名称: 活动统计图      # 柱形、折线或占比；写数据的名称，不写数字
#    图表: {{类型: 柱形, 标题: 各项活动场次, 数据: [讲座, 展览, 演出]}}
#  - 名称: 活动照片
#    图片:
#      - {{文件: 照片1.jpg, 说明: 启动仪式现场}}
#  - 名称: 数据核对表    # 列出每个数字的依据和页码
#    核对表: 是
"""
