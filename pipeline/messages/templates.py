"""Templates."""

from pipeline.messages.fault import Fault, error, note

TEMPLATES: dict[str, Fault] = {
    "unknown-template": error(
        "没有模板“{name}”{nearest_zh}",
        "可用的模板：{allowed}",
        "there is no template “{name}”{nearest_en}",
        "the templates are: {allowed}",
    ),
    "template-file-missing": error(
        "模板“{template}”缺少 {name}",
        "运行 banxin template new 得到一份完整的模板，把 {name} 复制过来",
        "the template “{template}” has no {name}",
        "run `banxin template new` and copy {name} from what it writes",
    ),
    "template-settings": error(
        "template.yaml 里的“{key}”不对：{problem}",
        "参照 templates/summary/template.yaml 改正",
        "“{key}” in template.yaml is wrong: {problem}",
        "correct it after the model of templates/summary/template.yaml",
    ),
    "template-syntax": error(
        "{name} 的模板标记有错：{problem}（在“{context}”附近）",
        "标记要用半角符号一次连续输入：{{{{ }}}} {{% %}}，竖线是半角的 |",
        "a tag of {name} is broken: {problem} (near “{context}”)",
        "type tags in one go and half-width: {{{{ }}}} {{% %}}, with a half-width | as the bar",
    ),
    "template-undefined": error(
        "{name} 用了没有定义的名称“{found}”",
        "模板里能用的名称见 docs/templates.md",
        "{name} uses an undefined name, “{found}”",
        "docs/templates.md lists the names that a template may use",
    ),
    "template-branch-missing": error(
        "{name} 没有排版“{kind}”的分支，这类内容会丢失",
        "从 banxin template new 写出的模板里把这个分支复制过来",
        "{name} has no branch for the block “{kind}”, whose content would be lost",
        "copy the branch from a template that `banxin template new` wrote",
    ),
    "template-style-missing": error(
        "word.docx 里没有样式“{style}”",
        "在 Word 里新建这个样式，或者从 banxin template new 写出的模板里复制",
        "word.docx has no style “{style}”",
        "make it in Word, or copy it from a template that `banxin template new` wrote",
    ),
    "template-unsafe": error(
        "{name} 里有不接受的内容：{found}",
        "在 Word 里删去宏、控件、嵌入对象和外部链接，另存为 .docx",
        "{name} holds what is not accepted: {found}",
        "remove macros, controls, embedded objects and external links in Word, and save as .docx",
    ),
    "template-conflict": error(
        "样式“{style}”的{measure}两处不同：word.docx 是 {word}，template.yaml 是 {settings}",
        "两处都改过，而且不一样：在 Word 里改，或者改 template.yaml，让它们一致",
        "the {measure} of the style “{style}” differs: {word} in word.docx, {settings} in"
        " template.yaml",
        "both were changed, and not alike: change the style in Word or template.yaml",
    ),
    "template-changed": note(
        "样式“{style}”的{measure}在 Word 里改成了 {word}（标准是 {standard}），PDF 照此排",
        "如果不是有意改的，在 Word 里改回来",
        "the {measure} of the style “{style}” was changed in Word to {word} (standard: {standard});"
        " the PDF follows",
        "change it back in Word if that was not meant",
    ),
}
