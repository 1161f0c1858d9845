"""Line ends, marks and the faces of the text (GB/T 15834, GB/T 15835)."""

from pipeline.rules.rule import make_rule

TEXT = (
    make_rule(
        "Q01-start",
        "GB/T 15834 5.1.1—5.1.3",
        "应当",
        "P",
        ("标点排在行首", "a mark begins a line that must not"),
        (
            "段落—中文版式：勾选“按中文习惯控制首尾字符”",
            "Paragraph > Asian Typography: use Asian rules for first and last characters",
        ),
    ),
    make_rule(
        "Q02-end",
        "GB/T 15834 5.1.3",
        "应当",
        "P",
        ("引号、括号或书名号的前一半排在行末", "an opening bracket or quote ends a line"),
        (
            "段落—中文版式：勾选“按中文习惯控制首尾字符”",
            "Paragraph > Asian Typography: use Asian rules for first and last characters",
        ),
    ),
    make_rule(
        "Q03-split",
        "GB/T 15834 5.1.4—5.1.5",
        "应当",
        "P",
        ("破折号或省略号被拆在两行", "a dash or an ellipsis is split between two lines"),
        (
            "在它前面调整字词，或用字体—高级—间距微调，使它不在行末断开",
            "reword, or adjust the spacing a little, so that it is not at the line's end",
        ),
    ),
    make_rule(
        "Q04-connector",
        "GB/T 15834 5.1.6—5.1.9",
        "应当",
        "P",
        (
            "连接号、间隔号或分隔号排在行首（分隔号也不在行末）",
            "a connector, a middle dot or a slash stands where a line begins or ends",
        ),
        ("调整字词或字间距，使它不在行首", "reword, or adjust the spacing a little"),
    ),
    make_rule(
        "Q05-kinsoku",
        "GB/T 15834 5.1",
        "一般",
        "W",
        (
            "关闭了“按中文习惯控制首尾字符”，标点会排在行首",
            "the Asian rules for first and last characters of a line are off",
        ),
        (
            "段落—中文版式：勾选“按中文习惯控制首尾字符”",
            "Paragraph > Asian Typography: use Asian rules for first and last characters",
        ),
    ),
    make_rule(
        "Q12-half",
        "GB/T 15834 5.1",
        "应当",
        "WPT",
        ("中文里用了半角标点", "a half-width mark stands in Chinese text"),
        ("换成全角标点（，。；：？！（））", "use the full-width mark"),
    ),
    make_rule(
        "D09-number",
        "GB/T 15835；惯例",
        "一般",
        "P",
        ("一个数被拆在两行", "a number is broken between two lines"),
        ("调整字词或字间距，使数字不断开", "reword, or adjust the spacing a little"),
    ),
    make_rule(
        "Z01-quotes",
        "GB/T 15834 5.1.3；字体惯例",
        "一般",
        "W",
        (
            "引号、破折号或省略号用的是西文字体，会排成半角",
            "quotes, dashes or ellipses take the Latin face and come out half as wide",
        ),
        (
            "选中后把西文字体也设为仿宋_GB2312，或重新用中文输入法输入",
            "select them and set the Latin font to 仿宋_GB2312 as well",
        ),
    ),
    make_rule(
        "Z02-latin",
        "字体惯例",
        "可以",
        "W",
        (
            "数字、字母的字体不是 Times New Roman，也不是所在要素的中文字体",
            "digits and letters are neither in Times New Roman nor in the element's own face",
        ),
        ("选中后把西文字体设为 Times New Roman 或仿宋_GB2312", "set the Latin font to either"),
    ),
    make_rule(
        "Z03-glyph",
        "字体惯例",
        "一般",
        "W",
        (
            "这种 GB2312 字体没有“〇”字，Word 会悄悄换成别的字体",
            "this GB2312 face has no 〇; Word takes another face for it",
        ),
        ("把这个字的字体改为宋体或仿宋", "set this character in 宋体 or 仿宋"),
    ),
    make_rule(
        "Z04-embedded",
        "字体惯例",
        "一般",
        "P",
        (
            "PDF 没有嵌入这种字体，换一台机器会变样",
            "the PDF does not embed this face; it looks otherwise on another machine",
        ),
        ("Word 另存为 PDF—选项：勾选 PDF/A 或嵌入字体", "save as PDF with embedded fonts (PDF/A)"),
    ),
)
