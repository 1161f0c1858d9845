"""How the elements of an official document are worded: loosely, to recognise; strictly, to judge.

The loose patterns let through what clerks write wrongly, so that a wrong document number is still
found to be one. Clauses are those of GB/T 9704-2012.
"""

import re

from pipeline.chinese.numerals import FALSE_ZEROS, NUMBERING, ZEROS
from pipeline.prose.proofread import marks
from pipeline.prose.proofread.pattern import HAN

_SPACE = r"[\s\u3000]*"

COPY_NUMBER = re.compile(r"(?:No\.?|№|份号[:：]?)?\s*\d{1,10}")
COPY_NUMBER_STRICT = re.compile(r"\d{6}")  # 7.2.1

CLASSIFICATION = re.compile(r"(?:密级[:：]?\s*)?(?:绝密|机密|秘密).{0,12}")
CLASSIFICATION_STRICT = re.compile(r"(?:绝密|机密|秘密)(?:★(?:\d+年|\d+个月|长期))?")  # 7.2.2

URGENCY = re.compile(r"(?:紧急程度[:：]?\s*)?(?:特急|加急|特提|平急|急件|紧急|急)")
URGENCY_STRICT = re.compile(r"特急|加急")  # 7.2.3; 条例, art. 9(3)

DOCUMENT_NUMBER = re.compile(
    rf"[{HAN}A-Za-z]{{1,20}}{_SPACE}(?:[〔\[【(（［]{_SPACE}\d{{2,4}}{_SPACE}年?[〕\]】)）］]|\d{{4}}年?)"
    rf"{_SPACE}第?{_SPACE}[\d{NUMBERING}]+{_SPACE}号?"
)
DOCUMENT_NUMBER_STRICT = re.compile(r"[^\s〔〕]+〔(?:19|20)\d{2}〕[1-9]\d*号")  # 7.2.5

SIGNER = re.compile(rf"签{_SPACE}发{_SPACE}人{_SPACE}[：:]")

_YEAR = rf"(?:\d{{2,4}}|[{NUMBERING}{ZEROS}{FALSE_ZEROS}]{{2,4}})"
_DAY = rf"[\d{NUMBERING}]{{1,3}}"
DATE = re.compile(
    rf"{_YEAR}{_SPACE}年{_SPACE}{_DAY}{_SPACE}月{_SPACE}{_DAY}{_SPACE}[日号]?"
    r"|\d{2,4}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2}"
)
_MONTH_STRICT = r"(?:[1-9]|1[0-2])月"
_DAY_STRICT = r"(?:[1-9]|[12]\d|3[01])日"
DATE_STRICT = re.compile(rf"(?:19|20)\d{{2}}年{_MONTH_STRICT}{_DAY_STRICT}")  # 7.3.5.4
ZERO_IN_DATE = re.compile(marks.ZERO_IN_DATE)

ATTACHMENT_NOTE = re.compile(rf"附{_SPACE}件{_SPACE}[：:]{_SPACE}\S.*", re.DOTALL)
ATTACHMENT_ITEM = re.compile(r"(?P<number>\d{1,2})\s*(?P<mark>[.．、])\s*(?P<name>\S.*)", re.DOTALL)
ANNEX_MARK = re.compile(rf"附{_SPACE}件{_SPACE}[\d{NUMBERING}]*{_SPACE}[：:.]?")
ANNEX_MARK_STRICT = re.compile(r"附件(?:[1-9]\d*)?")  # 7.3.7
ANNEX_MARK_TITLED = re.compile(rf"附{_SPACE}件{_SPACE}[\d{NUMBERING}]+{_SPACE}[：:.\s]\S.*")

REMARK = re.compile(r"[（(].+[)）]", re.DOTALL)
REMARK_STRICT = re.compile(r"（[^（）]+）", re.DOTALL)  # 7.3.6

COPIED_TO = re.compile(rf"抄{_SPACE}送{_SPACE}(?:机关)?{_SPACE}[：:].*", re.DOTALL)
COPIED_TO_STRICT = re.compile(r"抄送：\S.*[^。]。", re.DOTALL)  # 7.4.2
PRINTING = re.compile(rf".*{_YEAR}{_SPACE}年.*月.*日?\s*印发?", re.DOTALL)
PRINTING_STRICT = re.compile(
    rf"\S+[\s\u3000]+(?:19|20)\d{{2}}年{_MONTH_STRICT}{_DAY_STRICT}印发"  # 7.4.3
)

PAGE_NUMBER_STRICT = re.compile(r"— ?\d+ ?—")  # 7.5

HEADINGS_STRICT = (
    re.compile(rf"[{NUMBERING}]+、"),
    re.compile(rf"（[{NUMBERING}]+）(?![、，,.．])"),
    re.compile(r"\d+[.．]"),
    re.compile(r"（\d+）(?![、，,.．])"),
)
"""What the headings of each level begin with, as 7.3.3 and GB/T 15834 B.3 want it."""

CAPTION = re.compile(r"[图表][0-9]{1,3}(?:[-－.．][0-9]{1,3})?[\s\u3000][^。；]{1,60}")
"""A numbered caption of a picture, a chart or a table."""

CONTENTS = re.compile(rf"目{_SPACE}[录次]")
CONTENTS_LINE = re.compile(r".+(?:\t|[.．…·]{2,})\s*[\dIVXivx]{1,4}", re.DOTALL)
"""The heading of a table of contents, and one of its lines."""

ATTENDANCE = re.compile(rf"(?:出席|请假|列席|缺席|主持|记录)[{HAN}]{{0,4}}[：:].*", re.DOTALL)
"""What minutes list before their text (10.3)."""

GREETING = re.compile(r"(?:各位|同志们|尊敬的|女士们|朋友们).{0,40}[：:]")
"""How a speech begins, which is no addressee."""

ADDRESSEE_END = re.compile(
    r"(?:[局委办室部处府院校学馆站所台社队会厅司行区县市镇乡村园组团矿厂长]"
    r"|街道|中心|单位|部门|机构|企业|公司|集团|系统|书记|主任|领导|同志|×)(?:（.{1,40}）)?[：:]$"
)
LIST_FOLLOWS = re.compile(r"如下|以下|下列|下面|了")
"""How a list of addressees ends, and what stands in a sentence that ends with a colon instead."""

END_MARKS = "。，、；：.,;:"
SENTENCE_END = re.compile(r"[。！？；]")
HALF_WIDTH = re.compile(marks.HALF_WIDTH)

KINDS: tuple[str, ...] = (
    "决议",
    "决定",
    "命令",
    "令",
    "公报",
    "公告",
    "通告",
    "意见",
    "通知",
    "通报",
    "报告",
)
KINDS += ("请示", "批复", "议案", "函", "纪要", "总结", "方案", "计划", "要点", "办法", "规定")
"""What a title ends with: the fifteen kinds of 条例, art. 8, and usual material."""

_HAN = re.compile(f"[{HAN}]")


def count_han(text: str) -> int:
    """How many 汉字 a text has."""
    return len(_HAN.findall(text))


def split_signer(text: str) -> tuple[str, str]:
    """A document number and what stands beside it on its line: the signers, or nothing (7.2.6)."""
    signer = SIGNER.search(text)
    number = text[: signer.start()] if signer else text.partition("\t")[0]
    return number.strip(), text[len(number) :].strip()
