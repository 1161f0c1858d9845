"""Charts of figures: what is drawn, what it is drawn from, what has room."""

from pipeline.messages.fault import Fault, error, warning

CHARTS: dict[str, Fault] = {
    "chart-title-end": error(
        "图表标题末尾有标点“{found}”",
        "删去它：标题末尾不加标点，图号和单位由程序加",
        "the title of a chart ends with the mark “{found}”",
        "remove it: number and unit are added by the program",
    ),
    "chart-without-data": error(
        "图表“{title}”没有写画哪些数据",
        "加上一行“数据: [名称, 名称]”；几组数据并列时写“系列”",
        "the chart “{title}” does not say which figures to draw",
        "add a line “数据: [name, name]”, or “系列” for several series",
    ),
    "chart-data-twice": error(
        "图表“{title}”既写了“数据”又写了“系列”",
        "只留一个：一组数据写“数据”，几组数据写“系列”",
        "the chart “{title}” has both 数据 and 系列",
        "keep one of them: 数据 for one series, 系列 for several",
    ),
    "chart-unknown-figure": error(
        "图表要画的“{name}”不在“数据”里{nearest_zh}",
        "改正名称，或者在报告的“数据”里加上它；图表里只写名称，如 数据: [名称, 名称]",
        "“{name}”, which a chart is to draw, is no figure under 数据{nearest_en}",
        "correct the name or declare the figure; a chart has names only, as in 数据: [name, name]",
    ),
    "chart-no-parts": error(
        "“{name}”没有写“分项”，画不出“{name}.分项”",
        "在“数据”里给“{name}”加上“分项”，或者把要画的数据一个一个列出",
        "“{name}” has no 分项, so “{name}.分项” has nothing to draw",
        "give “{name}” its 分项 under 数据, or list the figures to draw",
    ),
    "chart-not-number": error(
        "图表里的“{name}”是“{found}”，不是数字",
        "换成数值是数字的数据；要画的数字先在“数据”里写上",
        "“{name}” in a chart is “{found}”, which is no number",
        "name a figure whose value is a number, declared under 数据",
    ),
    "chart-mixed-units": error(
        "图表里“{name}”的单位是“{found_zh}”，和{first_zh}的“{wanted_zh}”不同",
        "一个图只能有一种单位：分成两个图，或者在“数据”里统一单位",
        "“{name}” is in “{found_en}”, and {first_en} in “{wanted_en}”",
        "one chart has one unit: make two charts, or give the figures the same unit",
    ),
    "chart-series-length": error(
        "图表里“{name}”有 {found} 个数据，应有 {wanted} 个",
        "补上或删去：每个系列的数据个数要和“类别”一样多，顺序也一样",
        "“{name}” has {found} figures and should have {wanted}",
        "add or remove some: each series has a figure for each of the 类别, in their order",
    ),
    "chart-categories-missing": error(
        "图表有几个系列而没有写“类别”",
        "加上一行“类别: [……]”，写 {count} 个名称，和每个系列的数据一一对应",
        "the chart has several series and no 类别",
        "add a line “类别: […]” with {count} names, one for each figure of a series",
    ),
    "chart-name-twice": error(
        "图表里有两个“{name}”",
        "分开写成不同的名称；同一个数据列了两遍的，删去一个",
        "a chart has “{name}” twice",
        "give them different names, or remove one where a figure is listed twice",
    ),
    "chart-too-few": error(
        "图表只有 {found} 项，至少要有 {least} 项才成图",
        "再列上几个数据；要画一个数据的全部分项，写“名称.分项”",
        "a chart of {found} makes no picture; it takes {least}",
        "list more figures; for all parts of one write “name.分项”",
    ),
    "chart-too-many": error(
        "{kind_zh}有 {found} {what_zh}，最多画得下 {most} {what_zh}",
        "合并较小的，或者分成两个图，或者改用表格",
        "a {kind_en} of {found} {what_en}; there is room for {most}",
        "put small ones together, make two charts, or use a table",
    ),
    "chart-share-series": error(
        "占比图只画一组数据，这里有 {found} 个系列",
        "每组画一个占比图，或者改成柱形",
        "a share chart shows one series, and here are {found}",
        "make a share chart for each, or use 柱形",
    ),
    "chart-share-negative": error(
        "占比图里“{name}”是 {found}，负数没有占比",
        "核对数据；有负数的改成柱形",
        "“{name}” in a share chart is {found}, and a negative number has no share",
        "check the figure, or use 柱形",
    ),
    "chart-share-zero": error(
        "占比图的各项合计是 0，算不出占比",
        "核对数据，或者删去这个图",
        "what a share chart shows adds up to 0, so there are no shares",
        "check the figures, or remove the chart",
    ),
    "chart-name-too-long": error(
        "图表里的“{name}”太长，这里最多排得下 {most} 个字",
        "在“{key}”里写短一些的名称，项数少的图排得下的字多",
        "“{name}” is too long for its place in the chart, which holds {most} characters",
        "write a shorter name under {key}; a chart of fewer categories has room for longer ones",
    ),
    "chart-shares-crowded": error(
        "占比图里“{name}”太小，标注会叠在一起",
        "把小的几项合并成“其他”，或者改成柱形",
        "“{name}” are so small in the share chart that their labels would overlap",
        "put small ones together as “其他”, or use 柱形",
    ),
    "chart-missing": error(
        "这里写“{found}”，这份报告{count_zh}",
        "改成有的图号，或者补上这个图表；图号由程序按先后编，两个以上图表才编",
        "the text points to “{found}”, and the report has {count_en}",
        "name a chart that is there, or add it; charts are numbered in their order where there are"
        " two or more",
    ),
    "chart-unnumbered": warning(
        "这里写“{found}”，而成品里没有编着这个号的图",
        "只有一个图表的不编号，写成“见下图”；图片的编号写在图片的“说明”里，如 图1 开幕式",
        "the text points to “{found}”, and no chart or picture is shown with that number",
        "a lone chart has no number: write 见下图; the number of a picture is typed in its 说明",
    ),
    "chart-lost": error(
        "{artifact} 里的图表和输入的不一样：应为“{wanted}”，实际为“{found}”",
        "模板是在有图表以前做的，就要加上图表一项（见 docs/charts.md），再用 banxin template check 检查",
        "the charts of the {artifact} are not those of the input: “{wanted}” was wanted, “{found}” is there",
        "a template older than charts needs a branch for them (see docs/charts.md); try banxin template check",
    ),
}
