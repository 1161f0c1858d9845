"""Outlines: which one an input follows, and their own files."""

from pipeline.messages.fault import Fault, error

OUTLINES: dict[str, Fault] = {
    "unknown-outline": error(
        "没有结构“{name}”{nearest_zh}",
        "可用的结构：{allowed}；要用自己的，在 templates/outlines/ 里放一个“名称.yaml”",
        "there is no outline “{name}”{nearest_en}",
        "the outlines are: {allowed}; put a file NAME.yaml into templates/outlines/ for one of"
        " your own",
    ),
    "part-of-other-outline": error(
        "结构“{outline}”里没有“{key}”；它有：{parts}",
        "有“{key}”的结构：{others}。{way_zh}把这些内容移到“{outline}”有的部分里",
        "the outline “{outline}” has no “{key}”; it has: {parts}",
        "outlines with “{key}”: {others}. {way_en}move the content into a part that “{outline}” has",
    ),
    "part-missing": error(
        "缺少“{key}”，结构“{outline}”必须有这一部分",
        "加上一行“{key}: ……”；{other_zh}",
        "“{key}” is missing; the outline “{outline}” must have it",
        "add a line “{key}: …”; {other_en}",
    ),
    "heading-in-prose": error(
        "结构“{outline}”不设标题，这里有标题“{heading}”",
        "去掉标题，把段落直接写在“正文”下面；要分标题写，就在文件开头写“结构: {first}”，"
        "每个部分写成“- 标题: ……”和“内容: ……”",
        "the outline “{outline}” has no headings, and here is “{heading}”",
        "leave the heading out and write its paragraphs straight below 正文; for headings write"
        " “结构: {first}” at the top of the file, and each part as “- 标题: …” and “内容: …”",
    ),
    "body-without-headings": error(
        "结构“{outline}”的“正文”要分部分写，这里没有标题",
        "每个部分写成“- 标题: ……”，下一行缩进后写“内容: ……”；"
        "不要标题，就在文件开头写“结构: {first}”",
        "in the outline “{outline}” 正文 consists of parts, and this has no heading",
        "write each part as “- 标题: …” and, indented below, “内容: …”; for prose without headings"
        " write “结构: {first}” at the top of the file",
    ),
    "outline-without-parts": error(
        "这个结构一个部分也没有",
        "在“部分”下面写各部分的 {{标题, 英文名}}；标题由作者自拟就写“正文形式: 自拟标题”",
        "this outline has no part",
        "list its parts under 部分, each {{标题, 英文名}}; where authors name them, write"
        " “正文形式: 自拟标题”",
    ),
    "outline-with-parts": error(
        "这个结构不用固定标题，又列了“部分”",
        "删去“部分”；要用固定标题，就删去“正文形式”这一行",
        "this outline has no fixed headings, and lists parts all the same",
        "delete 部分, or the line 正文形式 where fixed headings are meant",
    ),
    "outline-name-taken": error(
        "“{name}”是输入里别的项目的名称，不能作一个部分的名称",
        "换一个名称",
        "“{name}” is another field of an input and cannot be a part",
        "give the part another name",
    ),
    "outline-name-twice": error(
        "“{name}”已经是前面一个部分的名称",
        "每个部分的标题和英文名都不能重复",
        "“{name}” is the name of a part above already",
        "no two parts may share a heading or an English name",
    ),
    "outline-heading-mark": error(
        "结构里的标题“{name}”有【】",
        "写上定好的标题；标题要由作者自拟，就写“正文形式: 自拟标题”，不列“部分”",
        "the heading “{name}” of an outline has 【】",
        "write the heading itself; where authors name their parts, write “正文形式: 自拟标题” and"
        " no 部分",
    ),
    "outline-part-name": error(
        "英文名“{found}”不合要求",
        "只用小写字母和下划线，如 overview、next_steps",
        "“{found}” cannot be an English name",
        "use lower-case letters and underscores, such as overview or next_steps",
    ),
}
