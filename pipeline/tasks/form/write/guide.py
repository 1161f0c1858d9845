"""The sheet 填写说明: how the workbook is filled in, and what becomes of it."""

from pipeline.tasks.form.page import FormCell, FormLook, FormPage
from pipeline.tasks.form.words import GUIDE

_TITLE = "怎样填写这份表"
_LINES = (
    (
        "1",
        "只在白色和黄色的格里填写。灰色的表头和项目名称是锁定的，不要改动；工作表的名称也不要改。",
    ),
    ("2", "先填“基本信息”，再填“数据”和“正文”，有附件的填“附件1”“附件2”……。没有的项目空着。"),
    (
        "3",
        "每个数字只在“数据”里登记一次，正文和附件里写【名称】，如：征集合理化建议【合理化建议】。",
    ),
    ("4", "序号（一、（一）1.）、“一是……二是……”、附件号、页码都不用写，程序会编。"),
    ("5", "标点照常用全角：，。：“”（）。标题、小标题和附件名称末尾不加标点。"),
    ("6", "日期写成 2026-10-08 或 2026年10月8日。以 0 开头的数字照原样写，如 000001。"),
    ("7", "【待填……】是还没有填的地方，填好后把括号一起删去；正文要用方头括号本身时写成【【。"),
    ("8", "图片和印章写文件名，文件放在 YAML 文件的旁边，导入后按提示复制过去。"),
    (
        "9",
        "可以插入、删除和移动行，中间可以有空行，表的次序可以变，也可以添上自己的表，程序不读它。",
    ),
    ("10", "以 = 开头的内容当作文字，不会计算。表里填了公式的，先复制，再“选择性粘贴—数值”。"),
    ("11", "填好后存成 .xlsx，运行 banxin sheet import 文件名。有问题会说出在哪张表、哪一格。"),
)


def write_guide() -> FormPage:
    cells = {(1, 1): FormCell(_TITLE, FormLook.BANNER, columns=2)}
    for row, (number, words) in enumerate(_LINES, start=2):
        cells[row, 1] = FormCell(number, FormLook.LABEL)
        cells[row, 2] = FormCell(words, FormLook.NOTE)
    return FormPage(GUIDE, cells, (6, 110), 1)
