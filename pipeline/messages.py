"""The words of every diagnostic: one entry a code, with its severity, in Chinese and in English.

Severities are decided here and nowhere else. docs/errors.md explains each code at length; a test
finds a code that is missing there.
"""

from dataclasses import dataclass
from enum import StrEnum


class Lang(StrEnum):
    """The language that messages are printed in."""

    ZH = "zh"
    EN = "en"


class Severity(StrEnum):
    """How much a finding weighs: an error stops its report, a warning does under --strict."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of finding; the texts are `str.format` patterns over the finding's details."""

    severity: Severity
    message_zh: str
    hint_zh: str
    message_en: str
    hint_en: str

    def message(self, lang: Lang) -> str:
        return self.message_zh if lang is Lang.ZH else self.message_en

    def hint(self, lang: Lang) -> str:
        return self.hint_zh if lang is Lang.ZH else self.hint_en


def _error(message_zh: str, hint_zh: str, message_en: str, hint_en: str) -> Fault:
    return Fault(Severity.ERROR, message_zh, hint_zh, message_en, hint_en)


def _warning(message_zh: str, hint_zh: str, message_en: str, hint_en: str) -> Fault:
    return Fault(Severity.WARNING, message_zh, hint_zh, message_en, hint_en)


def _note(message_zh: str, hint_zh: str, message_en: str, hint_en: str) -> Fault:
    return Fault(Severity.NOTE, message_zh, hint_zh, message_en, hint_en)


_FILES = {
    "file-missing": _error(
        "找不到文件“{path}”",
        "检查文件名和扩展名是否写对，文件是否放在 {folder} 里",
        "there is no file “{path}”",
        "check the name and its extension, and that the file is in {folder}",
    ),
    "file-unreadable": _error(
        "文件“{path}”读不出来：{reason}",
        "确认文件没有被其他程序占用，并且有读取权限",
        "the file “{path}” cannot be read: {reason}",
        "make sure that no other program holds it and that you may read it",
    ),
    "file-too-large": _error(
        "文件有 {size}，超过上限 {limit}",
        "一份总结用不了这么多文字；检查是否选错了文件，大表格请拆成几份",
        "the file has {size}, over the limit of {limit}",
        "no report needs that much text; check that it is the right file, and split large tables",
    ),
    "file-outside-folder": _error(
        "“{path}”不在本文件所在的文件夹里",
        "把这个文件复制到 {folder} 里，再写它的相对路径",
        "“{path}” is outside the folder of the input",
        "copy the file into {folder} and write its path relative to it",
    ),
    "not-a-picture": _error(
        "“{path}”不是能用的图片",
        "用看图软件打开它，另存为 PNG 或 JPEG",
        "“{path}” is not a picture that can be used",
        "open it in an image viewer and save it as PNG or JPEG",
    ),
    "picture-too-large": _error(
        "图片“{path}”太大：{found}，上限是 {limit}",
        "用看图软件把它缩小，宽 2000 像素就够打印一整页",
        "the picture “{path}” is too large: {found}, and the limit is {limit}",
        "scale it down; 2,000 pixels of width are enough for a full page in print",
    ),
    "encoding-gb18030": _error(
        "文件是 GB18030（GBK、ANSI）编码，应当是 UTF-8",
        "用记事本打开，“另存为”时把编码选成 UTF-8；或者运行：{command}",
        "the file is encoded as GB18030 (GBK, ANSI); it should be UTF-8",
        "save it as UTF-8 in your editor, or run: {command}",
    ),
    "encoding-utf16": _error(
        "文件是 {encoding}（记事本里叫 Unicode）编码，应当是 UTF-8",
        "用记事本打开，“另存为”时把编码选成 UTF-8；或者运行：{command}",
        "the file is encoded as {encoding}; it should be UTF-8",
        "save it as UTF-8 in your editor, or run: {command}",
    ),
    "encoding-unknown": _error(
        "文件不是 UTF-8 编码：第 {offset} 个字节是 0x{byte}",
        "确认这是文本文件而不是 Word 或压缩文件，用编辑器另存为 UTF-8",
        "the file is not UTF-8: byte {offset} is 0x{byte}",
        "make sure that it is a text file, not Word or an archive, and save it as UTF-8",
    ),
    "encoding-mixed": _error(
        "第 {line} 行混进了别的编码：这里的字节 0x{byte} 不是 UTF-8",
        "这一行多半是从别的软件粘贴来的，或者文件没有存完整；删去这一行重新输入，存为 UTF-8",
        "line {line} holds text in another encoding: the byte 0x{byte} is not UTF-8",
        "the line was pasted from elsewhere, or the file was cut short; type it again and save as UTF-8",
    ),
    "not-a-text-file": _error(
        "这不是文本文件，而是 {kind} 文件",
        "banxin 读的是扩展名为 .yaml 的文本文件；运行 banxin new 可得到一份样例，把内容填进去",
        "this is not a text file but a file of {kind}",
        "banxin reads .yaml text files; `banxin new` writes a starter to fill in",
    ),
}

_YAML = {
    "yaml-syntax": _error(
        "这里不合 YAML 的写法（解析器的原话：{problem}）",
        "检查这一行和上一行：缩进是否对齐，引号是否成对，冒号后面是否有空格",
        "this is not YAML: {problem}",
        "look at this line and the one above: indents, paired quotes, a blank after the colon",
    ),
    "tab-indent": _error(
        "行首用了制表符（Tab 键）",
        "把行首的 Tab 换成空格，每一级两个空格",
        "the line begins with a tab",
        "use blanks instead, two for each level",
    ),
    "fullwidth-colon": _error(
        "“{key}”后面是全角冒号“：”，YAML 不认",
        "换成半角冒号加一个空格：{key}: ",
        "“{key}” is followed by a full-width colon “：”, which YAML does not know",
        "type a half-width colon and a blank: {key}: ",
    ),
    "colon-without-blank": _error(
        "“{key}:”的冒号后面少了空格",
        "在冒号后面加一个空格：{key}: ",
        "there is no blank after the colon of “{key}:”",
        "put a blank after the colon: {key}: ",
    ),
    "fullwidth-mark": _error(
        "这里用了“{found}”，YAML 要半角的“{wanted}”",
        "切换到英文输入法，把“{found}”换成“{wanted}”",
        "this is “{found}” where YAML wants a half-width “{wanted}”",
        "switch the input method to English and type “{wanted}”",
    ),
    "special-start": _error(
        "内容以“{found}”开头，YAML 把它当成记号",
        "给整段内容加上半角单引号：'……'；如果它在名称前面，删去它",
        "the value begins with “{found}”, which YAML takes for a mark of its own",
        "put the whole value in single quotes: '…'; before a key, delete it",
    ),
    "text-after-quote": _error(
        "半角引号 {mark} 已经结束，后面还有文字",
        "正文里的引号用全角“”；或者给整段内容加上半角单引号：'……'",
        "the quote {mark} has ended and more text follows",
        "use “” inside a text, or put the whole value in single quotes: '…'",
    ),
    "colon-in-value": _error(
        "内容里有半角冒号加空格“: ”，YAML 把它当成又一个名称",
        "正文里的冒号用全角“：”；或者给整段内容加上半角单引号：'……'",
        "the value holds “: ”, which YAML takes for another key",
        "use a full-width “：” in a text, or put the whole value in single quotes: '…'",
    ),
    "quote-not-closed": _error(
        "从这里开始的半角引号 {mark} 没有结束",
        "在这段内容的末尾补上同样的半角引号 {mark}；正文里的引号用全角“”",
        "the quote {mark} that begins here has no end",
        "put the same half-width quote {mark} at the end of the value; use “” inside a text",
    ),
    "backslash-in-quotes": _error(
        "半角双引号里的“{found}”，YAML 把反斜杠当成转义记号",
        "路径里的“\\”换成“/”；或者把外面的双引号换成半角单引号：'……'",
        "YAML takes the backslash of “{found}” in double quotes for an escape",
        "write paths with “/”, or use single quotes outside: '…'",
    ),
    "bracket-not-closed": _error(
        "从这里开始的括号“{mark}”没有结束",
        "在这一项的末尾补上半角的“{wanted}”；以“{mark}”开头的文字要加半角单引号：'……'",
        "the bracket “{mark}” that begins here has no end",
        "put a half-width “{wanted}” at its end; quote a text that begins with “{mark}”: '…'",
    ),
    "text-after-bracket": _error(
        "括号“{mark}”已经结束，后面还有文字",
        "把后面的文字移到括号里；如果整段是一句话，加上半角单引号：'……'",
        "the bracket “{mark}” has ended and more text follows",
        "move it inside the bracket, or put the whole value in single quotes: '…'",
    ),
    "empty-cell": _error(
        "两个逗号之间是空的",
        "空着的格写成 ''（两个半角单引号）",
        "there is nothing between two commas",
        "write '' (two single quotes) for an empty cell",
    ),
    "dash-without-blank": _error(
        "行首的“-”后面少了空格，这一行没有另起一条",
        "写成“- ”加内容；如果这一行是上一行的后半句，接到上一行末尾",
        "there is no blank after the dash, so this line begins no new item",
        "put a blank after the dash; if it ends the sentence above, join the two lines",
    ),
    "item-on-key-line": _error(
        "列表的“- ”写在了“{key}: ”的同一行",
        "“- ”另起一行，前面缩进两格；只有一段文字时删去“- ”",
        "the item's “- ” is on the line of “{key}: ”",
        "begin a new line with it, indented by two blanks, or drop it for a single text",
    ),
    "indent-mismatch": _error(
        "这一行前面有 {found} 个空格，和上面哪一级都对不齐",
        "同一级的行前面空格数要相同；上面各级的空格数是：{allowed}",
        "this line is indented by {found}, which is the indent of no level above",
        "lines of one level have one indent; those of the levels above are: {allowed}",
    ),
    "key-below-text": _error(
        "上面已经是一段文字，“{key}: ”不能接在它下面",
        "检查缩进；每一条要么是一段文字，要么由“小标题: ”“段落: ”组成",
        "there is a text above, and “{key}: ” cannot continue it",
        "check the indent; an item is either a text or made of “小标题: ” and “段落: ”",
    ),
    "line-without-key": _error(
        "这一行不是“名称: 内容”的样子",
        "名称后面写半角冒号和一个空格；如果这一行是上一行的后半句，行首加两个空格",
        "this line is not of the form “key: value”",
        "put a half-width colon and a blank after the key; indent it if it continues the line above",
    ),
    "ruled-line": _error(
        "这一行是分隔线，YAML 不认",
        "删去这一行；空行不影响内容",
        "this line is a rule, which YAML does not know",
        "delete it; blank lines do no harm",
    ),
    "comment-in-text": _warning(
        "“{found}”没有印出来：空格后面的 # 是注释的记号",
        "如果它是正文，删去 # 前面的空格，或者给整段内容加上半角单引号；如果是注释，# 后面加一个空格",
        "“{found}” is not printed: a # behind a blank begins a comment",
        "for a text, drop the blank before # or put the value in single quotes; for a comment, put a blank after #",
    ),
    "not-a-mapping": _error(
        "整个文件应当是“名称: 内容”的列表，现在不是",
        "第一行写成“标题: ……”的样子；运行 banxin new 可得到一份样例",
        "the file should be a list of “key: value” lines, and is not",
        "begin with a line like “标题: …”; `banxin new` writes a starter to fill in",
    ),
    "empty-file": _error(
        "文件是空的",
        "运行 banxin new 可得到一份样例，照着填写",
        "the file is empty",
        "`banxin new` writes a starter to fill in",
    ),
    "duplicate-key": _error(
        "“{key}”写了两次，第 {first} 行已经有了",
        "两处只留一处：第 {first} 行或第 {second} 行",
        "“{key}” is given twice; it already stands in line {first}",
        "keep one of the two: line {first} or line {second}",
    ),
    "duplicate-key-on-line": _error(
        "“{key}”在这一行里写了两次",
        "两处只留一处：第 {first} 列或第 {second} 列",
        "“{key}” is given twice in this line",
        "keep one of the two: column {first} or column {second}",
    ),
    "alias": _error(
        "这里用了 YAML 的引用记号“{mark}”，本工具不接受",
        "以 * 或 & 开头的文字要加引号；重复的内容请直接写出来",
        "this is a YAML alias or anchor, “{mark}”, which is not accepted",
        "quote a text that begins with * or &; write repeated content out",
    ),
    "yaml-tag": _error(
        "这里用了 YAML 的类型记号“{tag}”，本工具不接受",
        "删去它；以 ! 开头的文字要加引号",
        "this is a YAML tag, “{tag}”, which is not accepted",
        "remove it; quote a text that begins with !",
    ),
    "several-documents": _error(
        "一个文件里有两份内容，从这一行的“---”分开",
        "每份总结单独存一个文件；如果只是分隔线，删去这一行",
        "the file holds two documents, parted by “---” in this line",
        "keep each report in a file of its own; if the line is only a rule, delete it",
    ),
    "too-deep": _error(
        "嵌套超过 {limit} 层",
        "小标题最多四级；检查这一行的括号和缩进",
        "nested deeper than {limit} levels",
        "headings go down to four levels; check the brackets and indents of this line",
    ),
    "too-many-values": _error(
        "文件里的条目超过 {limit} 个",
        "把大表格拆成几份",
        "the file holds more than {limit} values",
        "split large tables",
    ),
    "control-character": _error(
        "文字里有看不见的控制字符 {codepoint}",
        "多半是从 Word、Excel 或网页粘贴来的；删去它再重新输入这几个字",
        "the text holds an invisible control character, {codepoint}",
        "it was probably pasted from Word, Excel or a web page; delete it and type those words again",
    ),
    "surrogate": _error(
        "文字里有半个字符 {codepoint}（残缺的编码）",
        "删去它，重新输入这个字",
        "the text holds half a character, {codepoint} (a lone surrogate)",
        "delete it and type the character again",
    ),
}

_FIELDS = {
    "unknown-key": _error(
        "不认识“{key}”{nearest_zh}",
        "这里可以用：{allowed}",
        "unknown key “{key}”{nearest_en}",
        "allowed here: {allowed}",
    ),
    "missing-field": _error(
        "缺少“{key}”",
        "加上一行“{key}: ……”",
        "“{key}” is missing",
        "add a line “{key}: …”",
    ),
    "empty-field": _error(
        "“{key}”是空的",
        "填上内容{blank_zh}",
        "“{key}” is empty",
        "fill it in{blank_en}",
    ),
    "empty-optional-field": _warning(
        "“{key}”是空的，按没有写处理",
        "填上内容，或者删去这一行",
        "“{key}” is empty and is taken as not given",
        "fill it in or delete the line",
    ),
    "expected-text": _error(
        "“{key}”应当是文字，这里是{found_zh}",
        "这里只能写一段文字，不能写列表，也不能写“名称: 内容”",
        "“{key}” should be a text; this is {found_en}",
        "write one text here, not a list and not “key: value”",
    ),
    "expected-list": _error(
        "“{key}”应当是列表，这里是{found_zh}",
        "每条另起一行，以“- ”开头；表格的一行写成 [甲, 乙, 丙]",
        "“{key}” should be a list; this is {found_en}",
        "put each item on a line of its own that begins with “- ”; a row of a table is [a, b, c]",
    ),
    "expected-mapping": _error(
        "“{key}”应当是几行“名称: 内容”，这里是{found_zh}",
        "在下面另起行，缩进两格，每行写“名称: 内容”",
        "“{key}” should be lines of “key: value”; this is {found_en}",
        "write them below, indented by two blanks, one “key: value” a line",
    ),
    "expected-number": _error(
        "“{key}”应当是大于零的数，这里是“{found}”",
        "只写半角数字，不写单位，如 12；不要大于 1000",
        "“{key}” should be a number above zero; this is “{found}”",
        "write half-width digits without a unit, such as 12, and not above 1000",
    ),
    "invalid-value": _error(
        "“{key}”不能是“{found}”",
        "可以写：{allowed}",
        "“{key}” cannot be “{found}”",
        "it can be: {allowed}",
    ),
    "bad-date-format": _error(
        "“{key}”写成了“{found}”，不是日期",
        "写成 2026-10-08 或 2026年10月8日",
        "“{key}” is “{found}”, which is not a date",
        "write it as 2026-10-08 or 2026年10月8日",
    ),
    "impossible-date": _error(
        "“{key}”写成了“{found}”，没有这一天",
        "核对月份和日子",
        "“{key}” is “{found}”, and there is no such day",
        "check the month and the day",
    ),
    "title-end-mark": _error(
        "标题末尾有标点“{found}”",
        "删去它：标题末尾不加标点（GB/T 15834-2011，B.4）",
        "the title ends with the mark “{found}”",
        "remove it: titles carry no end mark (GB/T 15834-2011, B.4)",
    ),
    "annex-name-end": _error(
        "附件名称末尾有标点“{found}”",
        "删去它：附件名称后面不加标点（GB/T 9704-2012，7.3.4）",
        "the name of the annex ends with the mark “{found}”",
        "remove it: no mark follows the name of an annex (GB/T 9704-2012, 7.3.4)",
    ),
    "heading-end-mark": _error(
        "小标题末尾有标点“{found}”",
        "删去它：单独成行的小标题末尾不加标点（GB/T 15834-2011，B.4）",
        "the heading ends with the mark “{found}”",
        "remove it: a heading on its own line carries no end mark (GB/T 15834-2011, B.4)",
    ),
    "typed-number": _error(
        "这里手写了序号“{found}”",
        "删去它：序号由程序按层级编排",
        "the number “{found}” is typed here",
        "remove it: numbers are made by the program, level by level",
    ),
    "document-number": _error(
        "发文字号“{found}”不合格式",
        "写成 机关代字〔年份〕序号号，如 吴广发〔2026〕8号：六角括号〔〕，年份四位，序号前不加“第”和 0"
        "（GB/T 9704-2012，7.2.5）",
        "the document number “{found}” has the wrong form",
        "write it like 吴广发〔2026〕8号: tortoise-shell brackets, a four-digit year, no 第 and no"
        " leading 0 (GB/T 9704-2012, 7.2.5)",
    ),
    "classification": _error(
        "密级“{found}”不合规定",
        "写 绝密、机密 或 秘密，期限写在“保密期限”里；不涉密的删去这一行",
        "the security level “{found}” is not one of the three",
        "write 绝密, 机密 or 秘密, and the period under 保密期限; delete the line if it is not secret",
    ),
    "classification-period": _error(
        "保密期限“{found}”不合格式",
        "写成 1年、6个月 或 长期",
        "the period of classification “{found}” has the wrong form",
        "write it like 1年, 6个月 or 长期",
    ),
    "urgency": _error(
        "紧急程度“{found}”不合规定",
        "写 特急 或 加急（《党政机关公文处理工作条例》第九条）",
        "the urgency “{found}” is not one of the two",
        "write 特急 or 加急 (Regulation on official documents, art. 9)",
    ),
    "copy-number": _error(
        "份号“{found}”不是 6 位数字",
        "写成 000001 的样子（GB/T 9704-2012，7.2.1）",
        "the copy number “{found}” does not have six digits",
        "write it like 000001 (GB/T 9704-2012, 7.2.1)",
    ),
}

_SUBSTANCE = {
    "date-order": _error(
        "“{later_key}”{later} 早于“{earlier_key}”{earlier}",
        "核对两个日期：{earlier_key}不应晚于{later_key}",
        "“{later_key}” {later} is before “{earlier_key}” {earlier}",
        "check both: {earlier_key} does not come after {later_key}",
    ),
    "recipient-end-mark": _error(
        "“{key}”的名称末尾有标点“{found}”",
        "删去它：冒号、句号由程序加",
        "a name under “{key}” ends with the mark “{found}”",
        "remove it: colons and full stops are made by the program",
    ),
    "several-recipients": _warning(
        "“{key}”的一个名称里有“{found}”，像是几个机关写在了一起",
        "分开写成列表，如 [甲局, 乙局]；确是一个名称就不用改",
        "a name under “{key}” holds “{found}”, as if several were written in one",
        "write a list, such as [甲局, 乙局]; leave it if it is one name",
    ),
    "copy-number-missing": _error(
        "有密级而没有份号",
        "加上一行“份号: '000001'”（《党政机关公文处理工作条例》第九条）",
        "there is a security level and no copy number",
        "add a line “份号: '000001'” (Regulation on official documents, art. 9)",
    ),
    "period-without-level": _error(
        "有保密期限而没有密级",
        "加上“密级”，或者删去“保密期限”",
        "there is a period of classification and no security level",
        "add 密级 or delete 保密期限",
    ),
    "annex-empty": _error(
        "附件“{name}”没有内容",
        "给它写上 段落、表格 或 图片",
        "the annex “{name}” has no content",
        "give it 段落 (paragraphs), 表格 (a table) or 图片 (pictures)",
    ),
    "row-length": _error(
        "这一行有 {found} 格，表头有 {wanted} 列",
        "补齐或删去多余的格：格之间用半角逗号，空的格写成 ''，带逗号的数字加引号，如 '1,200'",
        "this row has {found} cells and the table {wanted} columns",
        "add the missing cells or remove the extra ones: half-width commas between cells, '' for an"
        " empty one, quotes around a number with a comma, such as '1,200'",
    ),
    "widths-length": _error(
        "列宽有 {found} 个，表头有 {wanted} 列",
        "每列写一个宽度，或者删去“列宽”让程序分配",
        "there are {found} widths and {wanted} columns",
        "write one for each column, or delete 列宽 and let the program choose",
    ),
    "table-too-wide": _error(
        "表格有 {columns} 列，一页排不下",
        "减少列数，或者拆成两个表",
        "the table has {columns} columns, too many for a page",
        "use fewer columns or two tables",
    ),
    "heading-too-deep": _error(
        "小标题嵌套超过四级",
        "公文层次最多四级：一、（一）1.（1）（GB/T 9704-2012，7.3.3）",
        "headings are nested deeper than four levels",
        "official documents have four: 一、（一）1.（1） (GB/T 9704-2012, 7.3.3)",
    ),
    "empty-section": _error(
        "小标题“{heading}”下面没有内容",
        "给它写上 段落 或 分述",
        "there is nothing below the heading “{heading}”",
        "give it 段落 (paragraphs) or 分述 (points)",
    ),
    "unknown-figure": _error(
        "“数据”里没有【{name}】{nearest_zh}",
        "在“数据”里加上“{name}: ……”，或者改正名称；文字本身要用方头括号时写成【【",
        "there is no figure 【{name}】 under 数据{nearest_en}",
        "declare it under 数据 or correct the name; a literal bracket is written 【【",
    ),
    "unused-figure": _warning(
        "数据“{name}”没有被引用",
        "在正文里写【{name}】，或者删去这一行",
        "the figure “{name}” is never referred to",
        "write 【{name}】 in the text, or delete the line",
    ),
    "unclosed-reference": _error(
        "这个“{found}”没有配对的“{other}”",
        "补上“{other}”；文字本身要用方头括号时写成【【 和 】】",
        "this “{found}” has no “{other}” to pair with",
        "add “{other}”; literal brackets are written 【【 and 】】",
    ),
    "reference-in-figure": _error(
        "数据的值里引用了【{name}】",
        "直接写出数值和单位，如 32次",
        "the value of a figure refers to 【{name}】",
        "write the value and the unit themselves, such as 32次",
    ),
    "figure-name": _error(
        "数据的名称“{name}”里有不能用的符号",
        "名称里不要用【】和换行",
        "the name of the figure, “{name}”, holds a mark that it cannot have",
        "use no 【】 and no line break in a name",
    ),
    "blank": _warning(
        "这里还没有填写：{what}",
        "把【待填……】换成正式内容",
        "this is not filled in yet: {what}",
        "replace 【待填…】 by the text",
    ),
    "field-required": _error(
        "模板“{template}”需要“{key}”",
        "加上一行“{key}: ……”，或者换用模板 summary",
        "the template “{template}” needs “{key}”",
        "add a line “{key}: …”, or use the template summary",
    ),
    "field-not-shown": _warning(
        "模板“{template}”在这里不排“{key}”，它不会出现在成品里",
        "删去这一行，或者换一个排它的模板（版头、版记用 red-header；印章要署名排在文末）",
        "the template “{template}” does not show “{key}” here, and it will not appear",
        "delete the line or use a template that shows it (red-header for letterhead and imprint; a"
        " seal needs the signature at the end)",
    ),
    "title-line-too-long": _error(
        "标题的一行“{found}”排不下，一行最多 {limit} 个字",
        "在前面一些的地方换行；或者把标题写成一行，由程序断行",
        "the line “{found}” of the title does not fit; a line has room for {limit} characters",
        "break it earlier, or write the title on one line and leave the breaks to the program",
    ),
    "long-title": _warning(
        "标题有 {count} 个字，要排 {lines} 行",
        "标题以两行以内为宜，请精简",
        "the title has {count} characters and takes {lines} lines",
        "shorten it to two lines at most",
    ),
}

_TEMPLATES = {
    "unknown-template": _error(
        "没有模板“{name}”{nearest_zh}",
        "可用的模板：{allowed}",
        "there is no template “{name}”{nearest_en}",
        "the templates are: {allowed}",
    ),
    "template-file-missing": _error(
        "模板“{template}”缺少 {name}",
        "运行 banxin template new 得到一份完整的模板，把 {name} 复制过来",
        "the template “{template}” has no {name}",
        "run `banxin template new` and copy {name} from what it writes",
    ),
    "template-settings": _error(
        "template.yaml 里的“{key}”不对：{problem}",
        "参照 templates/summary/template.yaml 改正",
        "“{key}” in template.yaml is wrong: {problem}",
        "correct it after the model of templates/summary/template.yaml",
    ),
    "template-syntax": _error(
        "{name} 的模板标记有错：{problem}（在“{context}”附近）",
        "标记要用半角符号一次连续输入：{{{{ }}}} {{% %}}，竖线是半角的 |",
        "a tag of {name} is broken: {problem} (near “{context}”)",
        "type tags in one go and half-width: {{{{ }}}} {{% %}}, with a half-width | as the bar",
    ),
    "template-undefined": _error(
        "{name} 用了没有定义的名称“{found}”",
        "模板里能用的名称见 docs/templates.md",
        "{name} uses an undefined name, “{found}”",
        "docs/templates.md lists the names that a template may use",
    ),
    "template-branch-missing": _error(
        "{name} 没有排版“{kind}”的分支，这类内容会丢失",
        "从 banxin template new 写出的模板里把这个分支复制过来",
        "{name} has no branch for the block “{kind}”, whose content would be lost",
        "copy the branch from a template that `banxin template new` wrote",
    ),
    "template-style-missing": _error(
        "word.docx 里没有样式“{style}”",
        "在 Word 里新建这个样式，或者从 banxin template new 写出的模板里复制",
        "word.docx has no style “{style}”",
        "make it in Word, or copy it from a template that `banxin template new` wrote",
    ),
    "template-unsafe": _error(
        "{name} 里有不接受的内容：{found}",
        "在 Word 里删去宏、控件、嵌入对象和外部链接，另存为 .docx",
        "{name} holds what is not accepted: {found}",
        "remove macros, controls, embedded objects and external links in Word, and save as .docx",
    ),
    "template-conflict": _error(
        "样式“{style}”的{measure}两处不同：word.docx 是 {word}，template.yaml 是 {settings}",
        "两处都改过，而且不一样：在 Word 里改，或者改 template.yaml，让它们一致",
        "the {measure} of the style “{style}” differs: {word} in word.docx, {settings} in"
        " template.yaml",
        "both were changed, and not alike: change the style in Word or template.yaml",
    ),
    "template-changed": _note(
        "样式“{style}”的{measure}在 Word 里改成了 {word}（标准是 {standard}），PDF 照此排",
        "如果不是有意改的，在 Word 里改回来",
        "the {measure} of the style “{style}” was changed in Word to {word} (standard: {standard});"
        " the PDF follows",
        "change it back in Word if that was not meant",
    ),
}

_OUTPUT = {
    "missing-glyph": _error(
        "没有字体能显示“{char}”（{codepoint}）",
        "换一个字，或者安装有这个字的字体后运行 banxin doctor 查看",
        "no font has the character “{char}” ({codepoint})",
        "use another one, or install a font that has it and look at `banxin doctor`",
    ),
    "font-fallback": _note(
        "PDF 的{role}用 {found} 代替（本机没有 {wanted}）",
        "正式印发前可安装 {wanted}；Word 文件不受影响",
        "the PDF uses {found} for the role {role} ({wanted} is not installed)",
        "install {wanted} before it is issued; the Word file is not affected",
    ),
    "renderer-warning": _error(
        "排版 PDF 时出现警告：{problem}",
        "检查模板的 page.html 和 page.css；自带的模板出现这一条是本工具的缺陷，请报告",
        "WeasyPrint warned while it made the PDF: {problem}",
        "check page.html and page.css; with a shipped template this is a defect of ours: report it",
    ),
    "text-lost": _error(
        "{artifact} 的文字与输入不一致：应有“{wanted}”，实有“{found}”",
        "检查模板是否漏排了内容；自带的模板出现这一条是本工具的缺陷，请报告",
        "the text of the {artifact} is not that of the input: wanted “{wanted}”, found “{found}”",
        "check that the template shows all of it; with a shipped template this is a defect of ours:"
        " report it",
    ),
    "own-defect": _error(
        "排好的 {artifact} 不合标准：{problem_zh}（{rule}，{clause}；{where_zh}，"
        "实际 {found_zh}，应为 {wanted_zh}）",
        "用自带的模板时，这是本工具的缺陷，请把输入文件发给我们；改过模板的，先检查改动的地方",
        "the {artifact} is not as the standard wants it: {problem_en} ({rule}, {clause}; {where_en},"
        " found {found_en}, wanted {wanted_en})",
        "with a shipped template this is a defect of ours, send us the input; with a changed one"
        " look at the change first",
    ),
    "name-clash": _error(
        "“{name}”和另一个输入会写到同一个文件夹",
        "改掉其中一个文件的名称",
        "“{name}” and another input would be written to the same folder",
        "rename one of the two files",
    ),
    "name-shortened": _note(
        "文件名过长或有不能用的符号，成品命名为“{name}”",
        "无需处理；文件里的标题仍是完整的",
        "the file name was too long or held marks it cannot have; it is now “{name}”",
        "nothing to do; the title inside the files is whole",
    ),
    "twins-differ": _error(
        "Word 文件和 PDF 不一致，{what_zh}不同：PDF 是“{pdf}”，Word 是“{word}”",
        "检查 word.docx 和 page.html 是否排了同样的内容；自带的模板出现这一条是本工具的缺陷，请报告",
        "the Word file and the PDF differ in {what_en}: the PDF has “{pdf}”, Word “{word}”",
        "check that word.docx and page.html show the same; with a shipped template this is a defect"
        " of ours: report it",
    ),
    "twins-lines": _error(
        "Word 文件和 PDF 的断行不一致：相同的行占 {equal}，连同 LibreOffice 自身的差异占"
        " {settled}，应不低于 {wanted}",
        "检查 word.docx 的样式和 page.css 是否一致；自带的模板出现这一条是本工具的缺陷，请报告",
        "the Word file and the PDF break their lines differently: {equal} are equal, {settled} with"
        " what LibreOffice does otherwise than Word; wanted are {wanted}",
        "check that the styles of word.docx agree with page.css; with a shipped template this is a"
        " defect of ours: report it",
    ),
    "twins-set-aside": _warning(
        "断行相同的行只占 {equal}，不到 {wanted}；其余都是 LibreOffice 与 Word 的差异所致",
        "数字、字母、破折号多的总结常会这样；定稿前用 Word 打开看一遍断行和分页",
        "only {equal} of the lines break alike, less than {wanted}; the others come from what"
        " LibreOffice does otherwise than Word",
        "usual with many digits, letters or dashes; look at lines and pages in Word before you send"
        " it",
    ),
}

_DOCUMENTS = {
    "unknown-rule": _error(
        "没有编号为“{key}”的规则{nearest_zh}",
        "规则编号见检查结果里方括号中的字，或者 docs/conformance.md",
        "there is no rule “{key}”{nearest_en}",
        "the IDs stand in brackets in what check prints, and in docs/conformance.md",
    ),
    "unknown-style": _error(
        "没有“{key}”这个样式{nearest_zh}",
        "样式用模板里的名称，如 公文正文、公文标题、一级标题",
        "there is no style “{key}”{nearest_en}",
        "styles have the names of the template's, such as 公文正文, 公文标题, 一级标题",
    ),
    "number-out-of-range": _error(
        "“{key}”应当是 {low} 到 {high} 之间的数，这里是“{found}”",
        "只写半角数字，不写单位",
        "“{key}” should be a number between {low} and {high}; this is “{found}”",
        "write half-width digits without a unit",
    ),
    "document-encrypted": _error(
        "“{name}”有密码，打不开",
        "用 Word 或 PDF 软件打开，去掉密码（文件—信息—保护文档）后另存，再检查",
        "“{name}” is protected by a password",
        "open it in Word or a PDF program, remove the password (File > Info > Protect), save, and"
        " check again",
    ),
    "document-old-format": _error(
        "“{name}”是旧的 .doc 格式（只改扩展名没有用）",
        "用 Word 或 WPS 打开，另存为 .docx 再检查",
        "“{name}” is of the old .doc format (to change its suffix does not help)",
        "open it in Word or WPS, save it as .docx, and check again",
    ),
    "document-damaged": _error(
        "“{name}”打不开：{reason_zh}",
        "用 Word 或 PDF 软件打开看看；能打开的另存一份再检查，打不开的请对方重新发送",
        "“{name}” cannot be opened: {reason_en}",
        "open it in Word or a PDF program; save it anew if it opens, else ask for it again",
    ),
    "document-too-large": _error(
        "“{name}”太大：{what_zh}，上限是 {limit}",
        "公文用不了这么大；确认文件的来历，去掉多余的图片，或者分成几份再检查",
        "“{name}” is too large: {what_en}, the limit is {limit}",
        "no official document is that large: make sure where it comes from, take out pictures, or"
        " split it",
    ),
    "document-unsafe": _error(
        "“{name}”里有不接受的内容：{found_zh}",
        "不要打开来历不明的文件；是自己的，用 Word 删去宏、控件、嵌入对象和外部链接，另存为"
        " .docx 再检查",
        "“{name}” holds what is not accepted: {found_en}",
        "do not open what you do not trust; if it is your own, remove macros, controls, embedded"
        " objects and external links in Word, and save it as .docx",
    ),
    "document-too-hard": _error(
        "文件检查不了：{reason_zh}",
        "用 Word 打开，另存为新的 .docx 再检查；还不行就分成几份，并确认文件的来历",
        "the document cannot be examined: {reason_en}",
        "open it in Word and save it as a new .docx; if that does not help, split it, and make sure"
        " where it comes from",
    ),
    "examination-failed": _error(
        "检查这个文件时程序出错：{trace}",
        "这是本工具的缺陷，请把这一行连同文件（或去掉内容的样例）报告给我们；其他文件不受影响",
        "the program failed on this document: {trace}",
        "this is a defect of ours: report this line, with the document or a bare sample of it; other"
        " documents are not affected",
    ),
}

FAULTS: dict[str, Fault] = {
    **_FILES,
    **_YAML,
    **_FIELDS,
    **_SUBSTANCE,
    **_TEMPLATES,
    **_OUTPUT,
    **_DOCUMENTS,
}
