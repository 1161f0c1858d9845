"""Fields, each judged by itself."""

from pipeline.messages.fault import Fault, error, warning

FIELDS: dict[str, Fault] = {
    "unknown-key": error(
        "不认识“{key}”{nearest_zh}",
        "这里可以用：{allowed}",
        "unknown key “{key}”{nearest_en}",
        "allowed here: {allowed}",
    ),
    "missing-field": error(
        "缺少“{key}”",
        "加上一行“{key}: ……”",
        "“{key}” is missing",
        "add a line “{key}: …”",
    ),
    "empty-field": error(
        "“{key}”是空的",
        "填上内容{blank_zh}",
        "“{key}” is empty",
        "fill it in{blank_en}",
    ),
    "empty-optional-field": warning(
        "“{key}”是空的，按没有写处理",
        "填上内容，或者删去这一行",
        "“{key}” is empty and is taken as not given",
        "fill it in or delete the line",
    ),
    "expected-text": error(
        "“{key}”应当是文字，这里是{found_zh}",
        "这里只能写一段文字，不能写列表，也不能写“名称: 内容”",
        "“{key}” should be a text; this is {found_en}",
        "write one text here, not a list and not “key: value”",
    ),
    "expected-list": error(
        "“{key}”应当是列表，这里是{found_zh}",
        "每条另起一行，以“- ”开头；表格的一行写成 [甲, 乙, 丙]",
        "“{key}” should be a list; this is {found_en}",
        "put each item on a line of its own that begins with “- ”; a row of a table is [a, b, c]",
    ),
    "expected-mapping": error(
        "“{key}”应当是几行“名称: 内容”，这里是{found_zh}",
        "在下面另起行，缩进两格，每行写“名称: 内容”",
        "“{key}” should be lines of “key: value”; this is {found_en}",
        "write them below, indented by two blanks, one “key: value” a line",
    ),
    "expected-number": error(
        "“{key}”应当是大于零的数，这里是“{found}”",
        "只写半角数字，不写单位，如 12；不要大于 1000",
        "“{key}” should be a number above zero; this is “{found}”",
        "write half-width digits without a unit, such as 12, and not above 1000",
    ),
    "decimal-places": error(
        "“小数位”应当是 0 到 6 的一个数字，这里是“{found}”",
        "写要保留的小数位数，如 小数位: 1",
        "“小数位” is one digit from 0 to 6, not “{found}”",
        "write how many decimals are kept, such as 小数位: 1",
    ),
    "invalid-value": error(
        "“{key}”不能是“{found}”",
        "可以写：{allowed}",
        "“{key}” cannot be “{found}”",
        "it can be: {allowed}",
    ),
    "bad-date-format": error(
        "“{key}”写成了“{found}”，不是日期",
        "只写年月日，如 2026-10-08 或 2026年10月8日",
        "“{key}” is “{found}”, which is not a date",
        "write the year, the month and the day alone: 2026-10-08 or 2026年10月8日",
    ),
    "date-without-year": error(
        "“{key}”写成了“{found}”，没有年份",
        "在前面加上四位年份，如 2026年10月8日",
        "“{key}” is “{found}”, without a year",
        "put the year before it, in four digits: 2026年10月8日",
    ),
    "date-without-day": error(
        "“{key}”写成了“{found}”，没有写到哪一天",
        "写到日，如 2026年10月8日",
        "“{key}” is “{found}”, without a day",
        "write the day as well: 2026年10月8日",
    ),
    "date-short-year": error(
        "“{key}”写成了“{found}”，年份不是四位",
        "年份写在最前面，写足四位，如 2026-10-08",
        "“{key}” is “{found}”; its year does not have four digits",
        "write the year first and in full: 2026-10-08",
    ),
    "date-year-last": error(
        "“{key}”写成了“{found}”，年份在最后，月和日会弄混",
        "按年、月、日的次序写，如 2026-10-08",
        "“{key}” is “{found}”; with the year last, month and day are mixed up",
        "write the year, the month, the day, in this order: 2026-10-08",
    ),
    "impossible-date": error(
        "“{key}”写成了“{found}”，没有这一天",
        "核对月份和日子",
        "“{key}” is “{found}”, and there is no such day",
        "check the month and the day",
    ),
    "title-end-mark": error(
        "标题末尾有标点“{found}”",
        "删去它：标题末尾不加标点（GB/T 15834-2011，B.4）",
        "the title ends with the mark “{found}”",
        "remove it: titles carry no end mark (GB/T 15834-2011, B.4)",
    ),
    "annex-name-end": error(
        "附件名称末尾有标点“{found}”",
        "删去它：附件名称后面不加标点（GB/T 9704-2012，7.3.4）",
        "the name of the annex ends with the mark “{found}”",
        "remove it: no mark follows the name of an annex (GB/T 9704-2012, 7.3.4)",
    ),
    "heading-end-mark": error(
        "小标题末尾有标点“{found}”",
        "删去它：单独成行的小标题末尾不加标点（GB/T 15834-2011，B.4）",
        "the heading ends with the mark “{found}”",
        "remove it: a heading on its own line carries no end mark (GB/T 15834-2011, B.4)",
    ),
    "typed-number": error(
        "这里手写了序号“{found}”",
        "删去它：序号由程序按层级编排",
        "the number “{found}” is typed here",
        "remove it: numbers are made by the program, level by level",
    ),
    "document-number": error(
        "发文字号“{found}”不合格式",
        "写成 机关代字〔年份〕序号号，如 吴广发〔2026〕8号：六角括号〔〕，年份四位，序号前不加“第”和 0"
        "（GB/T 9704-2012，7.2.5）",
        "the document number “{found}” has the wrong form",
        "write it like 吴广发〔2026〕8号: tortoise-shell brackets, a four-digit year, no 第 and no"
        " leading 0 (GB/T 9704-2012, 7.2.5)",
    ),
    "classification": error(
        "密级“{found}”不合规定",
        "写 绝密、机密 或 秘密，期限写在“保密期限”里；不涉密的删去这一行",
        "the security level “{found}” is not one of the three",
        "write 绝密, 机密 or 秘密, and the period under 保密期限; delete the line if it is not secret",
    ),
    "classification-period": error(
        "保密期限“{found}”不合格式",
        "写成 1年、6个月 或 长期",
        "the period of classification “{found}” has the wrong form",
        "write it like 1年, 6个月 or 长期",
    ),
    "urgency": error(
        "紧急程度“{found}”不合规定",
        "写 特急 或 加急（《党政机关公文处理工作条例》第九条）",
        "the urgency “{found}” is not one of the two",
        "write 特急 or 加急 (Regulation on official documents, art. 9)",
    ),
    "copy-number": error(
        "份号“{found}”不是 6 位数字",
        "写成 000001 的样子（GB/T 9704-2012，7.2.1）",
        "the copy number “{found}” does not have six digits",
        "write it like 000001 (GB/T 9704-2012, 7.2.1)",
    ),
}
