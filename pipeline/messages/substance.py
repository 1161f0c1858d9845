"""Rules between fields, references, blanks."""

from pipeline.messages.fault import Fault, error, warning

SUBSTANCE: dict[str, Fault] = {
    "recipient-end-mark": error(
        "“{key}”的名称末尾有标点“{found}”",
        "删去它：冒号、句号由程序加",
        "a name under “{key}” ends with the mark “{found}”",
        "remove it: colons and full stops are made by the program",
    ),
    "several-recipients": warning(
        "“{key}”的一个名称里有“{found}”，像是几个机关写在了一起",
        "分开写成列表，如 [甲局, 乙局]；确是一个名称就不用改",
        "a name under “{key}” holds “{found}”, as if several were written in one",
        "write a list, such as [甲局, 乙局]; leave it if it is one name",
    ),
    "copy-number-missing": error(
        "有密级而没有份号",
        "加上一行“份号: '000001'”（《党政机关公文处理工作条例》第九条）",
        "there is a security level and no copy number",
        "add a line “份号: '000001'” (Regulation on official documents, art. 9)",
    ),
    "period-without-level": error(
        "有保密期限而没有密级",
        "加上“密级”，或者删去“保密期限”",
        "there is a period of classification and no security level",
        "add 密级 or delete 保密期限",
    ),
    "annex-empty": error(
        "附件“{name}”没有内容",
        "给它写上 段落、表格 或 图片；要列数据核对表就写“核对表: 是”",
        "the annex “{name}” has no content",
        "give it 段落 (paragraphs), 表格 (a table) or 图片 (pictures); for the ledger of figures write"
        " “核对表: 是”",
    ),
    "annex-missing": error(
        "这里写“{found}”，这份报告{count_zh}",
        "改成有的附件的序号，或者补上这个附件；指别的文件的附件，写明是哪个文件，如 见《×××》附件2",
        "the text points to “{found}”, and the report has {count_en}",
        "name an annex that is there, or add it; the annex of another document is written with its"
        " title, as 见《×××》附件2",
    ),
    "annex-unnumbered": warning(
        "这里写“{found}”，而只有一个附件的不编号，成品里写的是“附件”",
        "写成“见附件”",
        "the text points to “{found}”, and a single annex has no number: it is called 附件",
        "write 见附件",
    ),
    "row-length": error(
        "这一行有 {found} 格，表头有 {wanted} 列",
        "补齐或删去多余的格：格之间用半角逗号，空的格写成 ''，带逗号的数字加引号，如 '1,200'",
        "this row has {found} cells and the table {wanted} columns",
        "add the missing cells or remove the extra ones: half-width commas between cells, '' for an"
        " empty one, quotes around a number with a comma, such as '1,200'",
    ),
    "widths-length": error(
        "列宽有 {found} 个，表头有 {wanted} 列",
        "每列写一个宽度，或者删去“列宽”让程序分配",
        "there are {found} widths and {wanted} columns",
        "write one for each column, or delete 列宽 and let the program choose",
    ),
    "table-too-wide": error(
        "表格有 {columns} 列，一页排不下",
        "减少列数，或者拆成两个表",
        "the table has {columns} columns, too many for a page",
        "use fewer columns or two tables",
    ),
    "heading-too-deep": error(
        "小标题嵌套超过四级",
        "公文层次最多四级：一、（一）1.（1）（GB/T 9704-2012，7.3.3）",
        "headings are nested deeper than four levels",
        "official documents have four: 一、（一）1.（1） (GB/T 9704-2012, 7.3.3)",
    ),
    "typed-number-in-text": warning(
        "这一段以序号“{found}”开头，看上去是小标题，序号和字体却不按小标题排",
        "是小标题就写成“小标题”，下面的话写在它的“段落”里，序号由程序编；不是就删去序号，或者换个说法开头",
        "this paragraph begins with the number “{found}” like a heading, and is not set as one",
        "write a heading as 小标题 with what follows under its 段落, and the program makes the"
        " number; otherwise remove the number or begin in other words",
    ),
    "empty-section": error(
        "小标题“{heading}”下面没有内容",
        "给它写上 段落 或 分述",
        "there is nothing below the heading “{heading}”",
        "give it 段落 (paragraphs) or 分述 (points)",
    ),
    "unknown-figure": error(
        "“数据”里没有【{name}】{nearest_zh}",
        "在“数据”里加上“{name}: ……”，或者改正名称；文字本身要用方头括号时写成【【",
        "there is no figure 【{name}】 under 数据{nearest_en}",
        "declare it under 数据 or correct the name; a literal bracket is written 【【",
    ),
    "unused-figure": warning(
        "数据“{name}”没有被引用",
        "在正文里写【{name}】，或者删去这一行",
        "the figure “{name}” is never referred to",
        "write 【{name}】 in the text, or delete the line",
    ),
    "unclosed-reference": error(
        "这个“{found}”没有配对的“{other}”",
        "补上“{other}”；文字本身要用方头括号时写成【【 和 】】",
        "this “{found}” has no “{other}” to pair with",
        "add “{other}”; literal brackets are written 【【 and 】】",
    ),
    "reference-in-figure": error(
        "数据的值里引用了【{name}】",
        "直接写出数值和单位，如 32次",
        "the value of a figure refers to 【{name}】",
        "write the value and the unit themselves, such as 32次",
    ),
    "figure-name": error(
        "数据的名称“{name}”里有不能用的符号",
        "名称里不要用【】和换行",
        "the name of the figure, “{name}”, holds a mark that it cannot have",
        "use no 【】 and no line break in a name",
    ),
    "blank": warning(
        "这里还没有填写：{what}",
        "把【待填……】换成正式内容",
        "this is not filled in yet: {what}",
        "replace 【待填…】 by the text",
    ),
    "field-required": error(
        "模板“{template}”需要“{key}”",
        "加上一行“{key}: ……”，或者换用模板 summary",
        "the template “{template}” needs “{key}”",
        "add a line “{key}: …”, or use the template summary",
    ),
    "field-not-shown": warning(
        "模板“{template}”在这里不排“{key}”，它不会出现在成品里",
        "删去这一行，或者换一个排它的模板（版头、版记用 red-header；印章要署名排在文末）",
        "the template “{template}” does not show “{key}” here, and it will not appear",
        "delete the line or use a template that shows it (red-header for letterhead and imprint; a"
        " seal needs the signature at the end)",
    ),
    "title-line-too-long": error(
        "标题的一行“{found}”排不下，一行最多 {limit} 个字",
        "在前面一些的地方换行；或者把标题写成一行，由程序断行",
        "the line “{found}” of the title does not fit; a line has room for {limit} characters",
        "break it earlier, or write the title on one line and leave the breaks to the program",
    ),
    "name-too-long": error(
        "“{key}”在一行里排不下：“{found}”，一行最多 {limit} 个字",
        "改用规范化简称",
        "“{key}” does not fit on its line: “{found}”; there is room for {limit} characters",
        "use the standard short name",
    ),
    "imprint-too-long": error(
        "版记里印发机关和印发日期排不到一行：“{found}”，印发机关最多 {limit} 个字",
        "写一行“印发机关: ……”，用规范化简称或者办公室的名称",
        "the printing office and its date do not fit on one line: “{found}”; the office has room for"
        " {limit} characters",
        "add a line “印发机关: …” with a short name or that of the general office",
    ),
    "long-title": warning(
        "标题有 {count} 个字，要排 {lines} 行",
        "标题以两行以内为宜，请精简",
        "the title has {count} characters and takes {lines} lines",
        "shorten it to two lines at most",
    ),
}
