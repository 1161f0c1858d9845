"""The figures: what is typed, read and worked out; the audit of the numbers in the text."""

from pipeline.messages.fault import Fault, error, note, warning

FIGURE_FAULTS: dict[str, Fault] = {
    "figure-number": error(
        "数字“{found}”的写法不对",
        "写成“{wanted}”：用半角数字，小数点前面的 0 不省，千分位逗号每三位一个",
        "the number “{found}” is not written as numbers are",
        "write “{wanted}”: half-width digits, a 0 before the point, commas between thousands only",
    ),
    "figure-value": error(
        "数值“{found}”不是数字",
        "{fix_zh}",
        "the value “{found}” is no number",
        "{fix_en}",
    ),
    "figure-quotes": error(
        "引号会照样排出来：{found}",
        "删去引号，写成 {wanted}",
        "the quotation marks would be printed: {found}",
        "leave them out: {wanted}",
    ),
    "figure-disagrees": error(
        "数值是 {found}，而按“{key}”得到的是 {other}",
        "核对两处，改正错的一处；以“{key}”为准时可以删去“数值”",
        "the value is {found}, and by “{key}” it is {other}",
        "look at both and correct the wrong one; 数值 may be left out where “{key}” decides",
    ),
    "figure-previous": error(
        "“上期”写的是“{found}”，不能和“{name}”的 {value} 相比",
        "上期和本期都写成数字，单位相同，如 32",
        "“上期” is “{found}”, which cannot be compared with {value} of “{name}”",
        "write both as numbers with the same unit, such as 32",
    ),
    "figure-part": error(
        "分项“{part}”写的是“{found}”，不能计入“{name}”的 {value}",
        "分项和总数都写成数字，单位相同，如 5",
        "the part “{part}” is “{found}”, which cannot be counted in {value} of “{name}”",
        "write the parts and the whole as numbers with the same unit, such as 5",
    ),
    "parts-sum": error(
        "“{name}”是 {value}，而分项之和是 {sum}（{parts}）",
        "核对各个分项和总数，两边要相等",
        "“{name}” is {value}, and its parts add up to {sum} ({parts})",
        "look at the parts and at the whole; the two must be equal",
    ),
    "figure-whole": error(
        "“总体”写的“{name}”不在“数据”里{nearest_zh}",
        "写一个已有数据的名称，它是占比的分母",
        "“{name}” under 总体 is no figure{nearest_en}",
        "write the name of the figure that this one is a share of",
    ),
    "formula-syntax": error(
        "公式看不懂：{why_zh}",
        "公式由数据的名称、数字和 + - × ÷ 括号组成，如 (甲 + 乙) ÷ 丙，也可写 合计(甲, 乙)；"
        "名称里有这些符号或空格时写成【名称】",
        "this formula cannot be read: {why_en}",
        "a formula has names of figures, numbers, + - × ÷ and brackets, such as (甲 + 乙) ÷ 丙, or"
        " 合计(甲, 乙); a name that holds one of these marks or a blank is written 【名称】",
    ),
    "formula-name": error(
        "公式里的“{name}”不在“数据”里{nearest_zh}",
        "改正名称，或者在“数据”里加上它；名称里有 + - / 等符号时写成【名称】",
        "“{name}” in this formula is no figure{nearest_en}",
        "correct the name or declare the figure; a name that holds + - / is written 【名称】",
    ),
    "formula-cycle": error(
        "公式互相引用，绕成了圈：{chain}",
        "其中一个直接写“数值”，不写“公式”",
        "the formulas refer to each other in a circle: {chain}",
        "give one of them a value instead of a formula",
    ),
    "formula-zero": error(
        "除数“{divisor}”是 0，算不出来",
        "核对除数的数值",
        "the divisor “{divisor}” is 0",
        "look at the value that is divided by",
    ),
    "formula-text": error(
        "“{name}”是“{found}”，不是数字，不能参加计算",
        "把它的“数值”写成数字，单位写在“单位”里",
        "“{name}” is “{found}”, no number to reckon with",
        "write its value as a number and its unit under 单位",
    ),
    "formula-units": error(
        "单位不同，不能相加、相减或求占比：“{left}”和“{right}”",
        "核对是不是引用错了数据；同一种东西改用同一个单位",
        "“{left}” and “{right}” are different units, and neither their sum nor their share has a"
        " meaning",
        "look whether the right figures are named; give like things the same unit",
    ),
    "formula-unit": error(
        "公式得出的单位是“{found}”，“单位”写的是“{declared}”",
        "改正“单位”，或者核对公式引用的数据",
        "the formula comes out in “{found}”, and 单位 says “{declared}”",
        "correct 单位, or look whether the right figures are named",
    ),
    "formula-unit-missing": error(
        "公式把两种单位相乘或相除，结果没有单位",
        "加上“单位”，如 单位: 册",
        "the formula multiplies or divides two units, and the result has none",
        "add 单位, such as 单位: 册",
    ),
    "formula-scale": warning(
        "数据已按“{unit}”计算，不用再{verb_zh} {power}",
        "删去 {power}，万、亿由程序换算；{power} 是人数之类的，写成一条数据再引用",
        "the formula is {verb_en} by {power}, and the figures are reckoned in “{unit}” already",
        "drop {power}: 万 and 亿 are converted by the program; if it is a number of people or the like,"
        " declare it as a figure",
    ),
    "rate-over-hundred": warning(
        "“{name}”算出来是 {found}，超过了 100%",
        "{fix_zh}",
        "“{name}” comes out as {found}, more than 100%",
        "{fix_en}",
    ),
    "formula-too-large": error(
        "公式得出的数超过 15 位",
        "核对公式",
        "the formula comes out with more than 15 digits",
        "look at the formula",
    ),
    "unknown-figure-field": error(
        "【{name}】没有“{field}”{nearest_zh}",
        "点号后面可以写：{allowed}",
        "【{name}】 has no “{field}”{nearest_en}",
        "after the point can stand: {allowed}",
    ),
    "figure-field-unset": error(
        "得不出【{name}.{field}】：“{name}”{why_zh}",
        "{fix_zh}",
        "【{name}.{field}】 has no value: “{name}” {why_en}",
        "{fix_en}",
    ),
    "undeclared-number": warning(
        "文中直接写了“{found}”，“数据”里没有这个数",
        "在“数据”里加上它（写明依据），文中改写成【名称】",
        "“{found}” is typed here, and no figure accounts for it",
        "declare it under 数据 with its evidence, and write 【name】 here",
    ),
    "typed-figure": warning(
        "文中直接写了“{found}”，和数据“{name}”的值一样",
        "是同一个数就改写成【{name}】；不是就在“数据”里另加一条",
        "“{found}” is typed here, which is the value of the figure “{name}”",
        "write 【{name}】 if it is the same; if not, declare it as a figure of its own",
    ),
    "figure-conflict": error(
        "“{noun}”有两个数：这里是 {here}，{where_zh}是 {there}",
        "核对后统一，写进“数据”，各处用【名称】引用；确是两回事，就在“数据”里写成名称不同的两条",
        "“{noun}” has two values: {here} here, and {there} {where_en}",
        "find out which is right, declare it under 数据 and write 【name】 everywhere; if they are two"
        " things, declare both, each by a name of its own",
    ),
    "figure-not-introduced": note(
        "“{part}”用到的 {count} 个数，“{overview}”和导语里没有交代：{names}",
        "在“{overview}”里先交代，或者确认不必交代",
        "figures that “{part}” uses and that neither “{overview}” nor the lead introduces ({count}):"
        " {names}",
        "introduce them in “{overview}” first, or make sure that they need not be",
    ),
    "table-total": error(
        "“{row}”一行的“{column}”写的是 {found}，而{items_zh}相加得 {sum}",
        "核对这一格和相加的各格，改正错的一处",
        "“{column}” of “{row}” has {found}, and {items_en} add up to {sum}",
        "look at this cell and at those that it sums, and correct the wrong one",
    ),
    "table-rate": warning(
        "“{row}”一行的“{column}”写的是 {found}，而“{part}”÷“{whole}”得 {wanted}",
        "核对这一格和这两格，改正错的一处；这个率另有算法的，不用改",
        "“{column}” of “{row}” has {found}, and “{part}” ÷ “{whole}” makes {wanted}",
        "look at the three cells and correct the wrong one; leave it if the rate is of something else",
    ),
}
