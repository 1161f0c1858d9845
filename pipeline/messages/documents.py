"""Documents that are examined, and local rules."""

from pipeline.messages.fault import Fault, error

DOCUMENTS: dict[str, Fault] = {
    "unknown-rule": error(
        "没有编号为“{key}”的规则{nearest_zh}",
        "规则编号见检查结果里方括号中的字，或者 docs/conformance.md、docs/proofreading.md",
        "there is no rule “{key}”{nearest_en}",
        "the IDs stand in brackets in what check prints, and in docs/conformance.md and proofreading.md",
    ),
    "unknown-style": error(
        "没有“{key}”这个样式{nearest_zh}",
        "样式用模板里的名称，如 公文正文、公文标题、一级标题",
        "there is no style “{key}”{nearest_en}",
        "styles have the names of the template's, such as 公文正文, 公文标题, 一级标题",
    ),
    "number-out-of-range": error(
        "“{key}”应当是 {low} 到 {high} 之间的数，这里是“{found}”",
        "只写半角数字，不写单位",
        "“{key}” should be a number between {low} and {high}; this is “{found}”",
        "write half-width digits without a unit",
    ),
    "document-encrypted": error(
        "“{name}”有密码，打不开",
        "用 Word 或 PDF 软件打开，去掉密码（文件—信息—保护文档）后另存，再检查",
        "“{name}” is protected by a password",
        "open it in Word or a PDF program, remove the password (File > Info > Protect), save, and"
        " check again",
    ),
    "document-old-format": error(
        "“{name}”是旧的 .doc 格式（只改扩展名没有用）",
        "用 Word 或 WPS 打开，另存为 .docx 再检查",
        "“{name}” is of the old .doc format (to change its suffix does not help)",
        "open it in Word or WPS, save it as .docx, and check again",
    ),
    "document-damaged": error(
        "“{name}”打不开：{reason_zh}",
        "用 Word 或 PDF 软件打开看看；能打开的另存一份再检查，打不开的请对方重新发送",
        "“{name}” cannot be opened: {reason_en}",
        "open it in Word or a PDF program; save it anew if it opens, else ask for it again",
    ),
    "document-too-large": error(
        "“{name}”太大：{what_zh}，上限是 {limit}",
        "公文用不了这么大；确认文件的来历，去掉多余的图片，或者分成几份再检查",
        "“{name}” is too large: {what_en}, the limit is {limit}",
        "no official document is that large: make sure where it comes from, take out pictures, or"
        " split it",
    ),
    "document-unsafe": error(
        "“{name}”里有不接受的内容：{found_zh}",
        "不要打开来历不明的文件；是自己的，用 Word 删去宏、控件、嵌入对象和外部链接，另存为"
        " .docx 再检查",
        "“{name}” holds what is not accepted: {found_en}",
        "do not open what you do not trust; if it is your own, remove macros, controls, embedded"
        " objects and external links in Word, and save it as .docx",
    ),
    "document-too-hard": error(
        "文件检查不了：{reason_zh}",
        "用 Word 打开，另存为新的 .docx 再检查；还不行就分成几份，并确认文件的来历",
        "the document cannot be examined: {reason_en}",
        "open it in Word and save it as a new .docx; if that does not help, split it, and make sure"
        " where it comes from",
    ),
    "examination-failed": error(
        "检查这个文件时程序出错：{trace}",
        "这是本工具的缺陷，请把这一行连同文件（或去掉内容的样例）报告给我们；其他文件不受影响",
        "the program failed on this document: {trace}",
        "this is a defect of ours: report this line, with the document or a bare sample of it; other"
        " documents are not affected",
    ),
}
