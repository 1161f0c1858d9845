"""Workbooks and .csv files, and what a report takes from them (来源)."""

from pipeline.messages.fault import Fault, error, note

_FILES: dict[str, Fault] = {
    "sheet-format": error(
        "“{name}”是{kind_zh}，不是 .xlsx 或 .csv",
        "用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”，来源里写新的文件名",
        "“{name}” is {kind_en}, not .xlsx or .csv",
        "open it in Excel or WPS, save it as an .xlsx workbook, and name that file",
    ),
    "sheet-encrypted": error(
        "“{name}”设了打开密码，读不出来",
        "用 Excel 或 WPS 打开，在“文件 → 信息 → 保护工作簿”里取消密码，保存后再试",
        "“{name}” is locked with a password and cannot be read",
        "open it, remove the password (File, Info, Protect Workbook), save it and try again",
    ),
    "sheet-macros": error(
        "“{name}”带有宏",
        "用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”，宏不会存进去；来源里写新的文件名",
        "“{name}” has macros",
        "save it as an .xlsx workbook, which has none, and name that file",
    ),
    "sheet-damaged": error(
        "“{name}”不是完好的工作簿：{reason_zh}",
        "用 Excel 或 WPS 打开，另存一份；打不开就换一份原始文件",
        "“{name}” is no sound workbook: {reason_en}",
        "open it in Excel or WPS and save it anew; if that fails, use another copy",
    ),
    "sheet-too-large": error(
        "“{name}”{what_zh}，上限是 {limit}",
        "把要用的表复制到一个新的工作簿里，只留需要的行和列",
        "“{name}”: {what_en}, and the limit is {limit}",
        "copy the table that is needed into a new workbook, with its rows and columns only",
    ),
    "sheet-external-links": note(
        "“{name}”里有取自其他工作簿的数，读到的是上次保存时的值",
        "其他工作簿如果改过，先用 Excel 或 WPS 打开“{name}”更新链接，保存后再构建",
        "“{name}” takes values from other workbooks; they are read as they were last saved",
        "if those have changed, open “{name}”, update the links and save it before you build",
    ),
    "csv-gb18030": note(
        "“{name}”是 GB18030（GBK、ANSI）编码，已按这种编码读取",
        "不用改；如果文字显示不对，用 Excel 另存为“CSV UTF-8”",
        "“{name}” is encoded as GB18030 (GBK, ANSI) and was read as such",
        "nothing to do; if its text looks wrong, save it as “CSV UTF-8”",
    ),
    "csv-encoding": error(
        "“{name}”的编码认不出来：第 {offset} 个字节是 0x{byte}",
        "用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”或 .xlsx",
        "the encoding of “{name}” is not known: byte {offset} is 0x{byte}",
        "open it in Excel or WPS and save it as “CSV UTF-8” or .xlsx",
    ),
    "csv-broken": error(
        "“{name}”从第 {line} 行起引号不成对",
        '这一行的内容里如果有英文引号，每个都要写成两个（""）；用 Excel 另存一份最稳妥',
        "from line {line} on the quotes of “{name}” do not pair",
        'a quote within a field is typed twice (""); saving the file in Excel does so',
    ),
    "csv-ragged": error(
        "“{name}”第 {line} 行有 {found} 格，其他行是 {wanted} 格",
        "多半是内容里有没加引号的逗号，或者漏了一格；内容里有逗号的，整格用英文引号括起来",
        "line {line} of “{name}” has {found} fields, the other lines have {wanted}",
        "most often a comma within a field is not quoted, or a field is missing",
    ),
}
_CELLS: dict[str, Fault] = {
    "cell-error": error(
        "{sheet_zh}的 {cell} 是错误值 {found}",
        "用 Excel 或 WPS 打开，改好这一格的公式，保存后再试",
        "{cell} of {sheet_en} holds the error {found}",
        "open the workbook, correct the formula of this cell, save it and try again",
    ),
    "cell-uncalculated": error(
        "{sheet_zh}的 {cell} 是还没有算过的公式，文件里没有它的结果",
        "用 Excel 或 WPS 打开这个文件，保存一次就会算出来",
        "{cell} of {sheet_en} is a formula that was never worked out",
        "open the file in Excel or WPS and save it once",
    ),
    "cell-number-as-text": note(
        "{sheet_zh}的 {cells} 是文本格式的数字，已按数字计算",
        "不用改；要让 Excel 里也能求和，选中这些格，点左上角的提示，选“转换为数字”",
        "{cells} of {sheet_en}: numbers stored as text, counted as numbers",
        "nothing to do; “Convert to Number” in Excel makes them numbers there too",
    ),
    "cell-format": note(
        "{sheet_zh}的 {cell} 用了这里不认识的数字格式“{format}”，按原值 {found} 读取",
        "需要别的写法时，在 Excel 里把这一格设成“常规”或“数值”格式",
        "{cell} of {sheet_en} has a number format that is not known here, “{format}”; its value {found} is"
        " read",
        "to have it otherwise, give the cell a plain number format in Excel",
    ),
    "cell-invisible": note(
        "{sheet_zh}的 {cell} 里有看不见的字符（{found}），已去掉",
        "不用改；多半是从网页或聊天软件粘贴带来的",
        "{cell} of {sheet_en} holds characters that nobody sees ({found}); they were left out",
        "nothing to do; they came with text pasted from elsewhere",
    ),
}
_SOURCES: dict[str, Fault] = {
    "source-form": error(
        "来源“{found}”的写法不对",
        "写成 文件名.xlsx#工作表!单元格，如 媒体统计.xlsx#Sheet1!C12；或 统计.csv#列名。标点用半角",
        "“{found}” has not the form of a source",
        "write FILE.xlsx#SHEET!CELL, as 媒体统计.xlsx#Sheet1!C12, or FILE.csv#COLUMN",
    ),
    "source-without-cell": error(
        "来源“{found}”只写到文件或工作表，不知道取哪个数",
        "在后面写明单元格（如 #C12）、区域（如 #C2:C9，取其和）或列名（取这一列的和）",
        "“{found}” names a file or a sheet, but not which number",
        "add a cell (#C12), a range (#C2:C9, its sum) or a column's name (its sum)",
    ),
    "source-sheet-unknown": error(
        "“{file}”里没有工作表“{found}”{nearest_zh}",
        "{allowed_zh}",
        "“{file}” has no sheet “{found}”{nearest_en}",
        "{allowed_en}",
    ),
    "source-sheet-needed": error(
        "“{file}”有 {count} 张工作表，不知道取哪一张",
        "写成 {file}#工作表!…，工作表可以是：{allowed}",
        "“{file}” has {count} sheets; which one is meant is not said",
        "write {file}#SHEET!…, one of: {allowed}",
    ),
    "source-column-unknown": error(
        "{sheet_zh}里没有名为“{column}”的列{nearest_zh}",
        "列名照表头写；表头有：{allowed}",
        "there is no column “{column}” in {sheet_en}{nearest_en}",
        "write the name as in the header, which has: {allowed}",
    ),
    "source-column-unclear": error(
        "{sheet_zh}里“{column}”不止一列：{cells}",
        "改写成单元格区域，如 {example}",
        "“{column}” in {sheet_en} is more than one column: {cells}",
        "name the cells instead, as {example}",
    ),
    "source-empty": error(
        "{sheet_zh}的 {cells_zh} 是空的",
        "核对来源里的位置；数还没有填的，先填进表里",
        "{cells_en} of {sheet_en} is empty",
        "check the place that the source names, or fill it in the sheet first",
    ),
    "source-not-number": error(
        "{sheet_zh}的 {cell} 是“{found}”，不是数",
        "这一格该是数的，在表里改好；不该取这一格的，改来源；没有的写 0 或留空",
        "{cell} of {sheet_en} is “{found}”, which is no number",
        "correct it in the sheet, or name other cells; leave the cell empty where there is nothing",
    ),
    "source-mixed": error(
        "{sheet_zh}的 {cells} 里有的是百分数，有的不是，不能相加",
        "核对来源的区域，只取同一种数",
        "{cells} of {sheet_en} has percentages and other numbers, which cannot be added",
        "name a range with numbers of one kind",
    ),
    "source-total-counted": error(
        "来源的区域 {cells} 里第 {row} 行是“{label}”，会重复计算",
        "把区域改成不含“{label}”这一行，或者直接取“{label}”那一格",
        "row {row} of the range {cells} is “{label}” and would be counted twice",
        "leave that row out of the range, or name its cell alone",
    ),
    "source-total": error(
        "{sheet_zh}的 {cell}（{label}）是 {found}，上面各行之和是 {wanted}",
        "在表里核对：改正合计，或者补上漏掉的行，保存后再试",
        "{cell} of {sheet_en} ({label}) is {found}, and the rows above it come to {wanted}",
        "correct the total or the rows in the sheet, and save it",
    ),
    "source-hidden": note(
        "{sheet_zh}里取了隐藏的{what_zh}，一样计算在内",
        "不该计算的，在表里删去，或者缩小来源的区域",
        "hidden {what_en} of {sheet_en} are counted too",
        "delete in the sheet what is not to be counted, or name a smaller range",
    ),
}
_TABLES: dict[str, Fault] = {
    "table-typed-and-sourced": error(
        "“{key}”不能和“来源”一起写",
        "表格从文件里读，就删去“{key}”；要自己写，就删去“来源”",
        "“{key}” cannot stand beside “来源”",
        "remove “{key}” to read the table from the file, or “来源” to type it",
    ),
    "header-rows": error(
        "“表头行数”应当是 1 到 5 的一个数字，这里是“{found}”",
        "数一数表头占几行，写成 表头行数: 2",
        "“表头行数” is one digit from 1 to 5, not “{found}”",
        "count the rows of the header and write 表头行数: 2",
    ),
    "header-rows-unused": error(
        "“表头行数”要和“来源”一起写",
        "表格是自己写的，就删去“表头行数”；合并表头用 {{名称: …, 列: […]}}",
        "“表头行数” belongs beside “来源”",
        "remove it from a table that is typed",
    ),
    "table-column-headless": error(
        "{sheet_zh}的 {cell} 是空的，这一列没有列名",
        "在表里补上列名；表头有几行的，写 表头行数: 2；不要这一列，就缩小来源的区域",
        "{cell} of {sheet_en} is empty: this column has no name",
        "type its name, or write 表头行数: 2 for a header of two rows, or name a smaller range",
    ),
    "table-header-merged": error(
        "{sheet_zh}的表头 {cells} 合并成了一格，下面没有各列的名称",
        "在下一行写上各列的名称，并写 表头行数: 2；或者取消合并",
        "the header {cells} of {sheet_en} is merged, and its columns have no names below it",
        "type their names in the next row and write 表头行数: 2, or undo the merge",
    ),
    "table-title-left-out": note(
        "{sheet_zh}开头的“{found}”当作标题，没有排进表里",
        "附件的标题写在“名称”里；要排进表里，就在来源里写明区域",
        "“{found}” at the head of {sheet_en} was taken for a title and left out of the table",
        "the annex has its own name; name a range to have it in the table",
    ),
    "table-body-merged": note(
        "{sheet_zh}的 {cells} 是合并的：文字在每一行都排出来，数只排一次",
        "不用改；要别的样子，就在表里取消合并，逐格填写",
        "{cells} of {sheet_en} is merged: text is set in each row, a number once",
        "nothing to do; undo the merge in the sheet and fill each cell to have it otherwise",
    ),
}

SHEETS: dict[str, Fault] = {**_FILES, **_CELLS, **_SOURCES, **_TABLES}
