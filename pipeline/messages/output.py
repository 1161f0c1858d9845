"""Rendering, and what is written to dist/."""

from pipeline.messages.fault import Fault, error, note, warning

OUTPUT: dict[str, Fault] = {
    "missing-glyph": error(
        "没有字体能显示“{char}”（{codepoint}）",
        "换一个字，或者安装有这个字的字体后运行 banxin doctor 查看",
        "no font has the character “{char}” ({codepoint})",
        "use another one, or install a font that has it and look at `banxin doctor`",
    ),
    "font-fallback": note(
        "PDF 的{role}用 {found} 代替（本机没有 {wanted}）",
        "正式印发前可安装 {wanted}；Word 文件不受影响",
        "the PDF uses {found} for the role {role} ({wanted} is not installed)",
        "install {wanted} before it is issued; the Word file is not affected",
    ),
    "renderer-warning": error(
        "排版 PDF 时出现警告：{problem}",
        "检查模板的 page.html 和 page.css；自带的模板出现这一条是本工具的缺陷，请报告",
        "WeasyPrint warned while it made the PDF: {problem}",
        "check page.html and page.css; with a shipped template this is a defect of ours: report it",
    ),
    "text-lost": error(
        "{artifact} 的文字与输入不一致：应有“{wanted}”，实有“{found}”",
        "检查模板是否漏排了内容；自带的模板出现这一条是本工具的缺陷，请报告",
        "the text of the {artifact} is not that of the input: wanted “{wanted}”, found “{found}”",
        "check that the template shows all of it; with a shipped template this is a defect of ours:"
        " report it",
    ),
    "own-defect": error(
        "排好的 {artifact} 不合标准：{problem_zh}（{rule}，{clause}；{where_zh}，"
        "实际 {found_zh}，应为 {wanted_zh}）",
        "急用时，在所指的地方附近增删一句话，或者换一个模板，再排一次。用自带的模板时，这是本工具的缺陷，"
        "请把输入文件发给我们；改过模板的，先检查改动的地方",
        "the {artifact} is not as the standard wants it: {problem_en} ({rule}, {clause}; {where_en},"
        " found {found_en}, wanted {wanted_en})",
        "in a hurry, add or remove a sentence near the place it names or take another template, and"
        " build again. With a shipped template this is a defect of ours, send us the input; with a"
        " changed one look at the change first",
    ),
    "name-clash": error(
        "“{name}”和另一个输入会写到同一个文件夹",
        "改掉其中一个文件的名称",
        "“{name}” and another input would be written to the same folder",
        "rename one of the two files",
    ),
    "name-shortened": note(
        "文件名过长或有不能用的符号，成品命名为“{name}”",
        "无需处理；文件里的标题仍是完整的",
        "the file name was too long or held marks it cannot have; it is now “{name}”",
        "nothing to do; the title inside the files is whole",
    ),
    "twins-differ": error(
        "Word 文件和 PDF 不一致，{what_zh}不同：PDF 是“{pdf}”，Word 是“{word}”",
        "检查 word.docx 和 page.html 是否排了同样的内容；自带的模板出现这一条是本工具的缺陷，请报告",
        "the Word file and the PDF differ in {what_en}: the PDF has “{pdf}”, Word “{word}”",
        "check that word.docx and page.html show the same; with a shipped template this is a defect"
        " of ours: report it",
    ),
    "twins-lines": error(
        "Word 文件和 PDF 的断行不一致：相同的行占 {equal}，连同 LibreOffice 自身的差异占"
        " {settled}，应不低于 {wanted}",
        "检查 word.docx 的样式和 page.css 是否一致；自带的模板出现这一条是本工具的缺陷，请报告",
        "the Word file and the PDF break their lines differently: {equal} are equal, {settled} with"
        " what LibreOffice does otherwise than Word; wanted are {wanted}",
        "check that the styles of word.docx agree with page.css; with a shipped template this is a"
        " defect of ours: report it",
    ),
    "twins-set-aside": warning(
        "断行相同的行只占 {equal}，不到 {wanted}；其余都是 LibreOffice 与 Word 的差异所致",
        "数字、字母、破折号多的总结常会这样；定稿前用 Word 打开看一遍断行和分页",
        "only {equal} of the lines break alike, less than {wanted}; the others come from what"
        " LibreOffice does otherwise than Word",
        "usual with many digits, letters or dashes; look at lines and pages in Word before you send"
        " it",
    ),
}
