"""The imprint (clause 7.4)."""

from pipeline.rules.rule import make_rule

IMPRINT = (
    make_rule(
        "F01-width",
        "7.4.1",
        "应当",
        "WP",
        ("版记的分隔线与版心不等宽", "a rule of the imprint is not as wide as the type area"),
        ("线宽改为 15.6 厘米，从版心左边缘开始", "make it 156 mm wide, from the left margin on"),
    ),
    make_rule(
        "F01-weight",
        "7.4.1",
        "一般",
        "WP",
        (
            "版记分隔线的粗细不对",
            "a rule of the imprint has a wrong weight",
        ),
        ("首条、末条改为 1 磅，中间的改为 0.75 磅", "first and last 1 pt, those between 0.75 pt"),
    ),
    make_rule(
        "F02-rules",
        "7.4.1",
        "应当",
        "WP",
        (
            "版记缺少首条、末条或中间的分隔线",
            "the imprint lacks its first, its last or a middle rule",
        ),
        (
            "版记第一个要素之上、最后一个要素之下用粗线，印发机关之上用细线",
            "a thick rule above the first and below the last element, a thin one between",
        ),
    ),
    make_rule(
        "F02-place",
        "7.4.1",
        "应当",
        "WP",
        (
            "版记不在最后一面的版心下边缘",
            "the imprint is not at the foot of the type area of the last page",
        ),
        (
            "把版记放进图文框或表格，位置设为相对于边距底端对齐，放在全文最后",
            "put it in a frame or table aligned to the bottom margin, at the document's end",
        ),
    ),
    make_rule(
        "F03-form",
        "7.4.2",
        "应当",
        "WPT",
        ("抄送的写法不对", "the copied-to line has a wrong form"),
        ("写成“抄送：×××，×××。”，最后标句号", "write 抄送：×××，×××。 with 。 at the end"),
    ),
    make_rule(
        "F03-font",
        "7.4.2",
        "一般",
        "WP",
        ("抄送机关不是四号仿宋", "the copied-to line is not 四号 (14 pt) 仿宋"),
        (
            "选中后字体改为仿宋_GB2312，字号改为四号",
            "select it; font 仿宋_GB2312, size 四号 (14 pt)",
        ),
    ),
    make_rule(
        "F03-place",
        "7.4.2",
        "应当",
        "WP",
        (
            "抄送机关没有左右各空一字，或者回行没有与冒号后的首字对齐",
            "the copied-to line is not one character in, or its turned lines do not align",
        ),
        (
            "左右缩进各 1 字符，悬挂缩进 3 字符",
            "indent both sides by 1 character, with a hanging indent of 3 characters",
        ),
    ),
    make_rule(
        "F04-form",
        "7.4.3",
        "应当",
        "WPT",
        ("印发机关和印发日期的写法不对", "the printing line has a wrong form"),
        (
            "写成“×××办公室　2026年8月1日印发”，月、日不编虚位",
            "write office and date like 2026年8月1日印发, with no leading zeros",
        ),
    ),
    make_rule(
        "F04-font",
        "7.4.3",
        "一般",
        "WP",
        ("印发机关和印发日期不是四号仿宋", "the printing line is not 四号 (14 pt) 仿宋"),
        (
            "选中后字体改为仿宋_GB2312，字号改为四号",
            "select it; font 仿宋_GB2312, size 四号 (14 pt)",
        ),
    ),
    make_rule(
        "F04-place",
        "7.4.3",
        "应当",
        "WP",
        (
            "印发机关没有左空一字，或者印发日期没有右空一字",
            "the printing line is not one character in on both sides",
        ),
        (
            "左右缩进各 1 字符，日期用右对齐制表位",
            "indent both sides by 1; a right tab for the date",
        ),
    ),
    make_rule(
        "F05-even",
        "GB/T 33476.2 7.3.1",
        "可以",
        "P",
        ("版记没有排在双数页", "the imprint is not on an even page"),
        ("双面印刷的，可以补一页使版记在最后一面", "for duplex printing, add a page"),
    ),
)
