"""Punctuation in the text of an official document (GB/T 15834-2011)."""

from pipeline.rules.rule import text_rule

MARKS = (
    text_rule(
        "Q07-first",
        "GB/T 15834 附录B.3",
        "一般",
        ("“第一”“其一”后用了顿号", "a 、 stands after 第一 or 其一"),
        ("改为逗号：第一，", "use ，: 第一，"),
        (
            "第一、加强组织领导；第二，落实工作责任。",
            "第一，加强组织领导；第二，落实工作责任。",
        ),
    ),
    text_rule(
        "Q07-bracket",
        "GB/T 15834 附录B.3",
        "一般",
        ("带括号的序号后又加了标点", "a mark stands after a number in brackets"),
        ("删去括号后的标点：（一）", "remove the mark: （一）"),
        (
            "工作分两步：（一）、摸清底数；（二）、逐项整改。",
            "工作分两步：（一）摸清底数；（二）逐项整改。",
        ),
    ),
    text_rule(
        "Q07-arabic",
        "GB/T 15834 附录B.3",
        "一般",
        ("阿拉伯数字序号后用了顿号", "a 、 stands after an Arabic number of an item"),
        ("改为下脚点：1.", "use a full point: 1."),
        (
            "重点做好两件事：1、摸清底数；2、逐项整改。",
            "重点做好两件事：1.摸清底数；2.逐项整改。",
        ),
    ),
    text_rule(
        "Q08-heading",
        "GB/T 15834 附录B.4",
        "一般",
        ("小标题末尾有标点", "a heading ends with a mark"),
        ("删去末尾的标点", "remove the mark at its end"),
        ("一、加强组织领导，", "一、加强组织领导"),
    ),
    text_rule(
        "Q09-titles",
        "GB/T 15834 4.5.3.5",
        "一般",
        ("并列的书名号之间用了顿号", "a 、 stands between titles in 《》"),
        ("删去顿号：《甲》《乙》", "remove the 、: 《甲》《乙》"),
        (
            "制定了《学习制度》、《请销假制度》，严格执行。",
            "制定了《学习制度》《请销假制度》，严格执行。",
        ),
    ),
    text_rule(
        "Q09-quotes",
        "GB/T 15834 4.5.3.5",
        "一般",
        ("并列的引号之间用了顿号", "a 、 stands between quoted words"),
        ("删去顿号：“甲”“乙”", "remove the 、: “甲”“乙”"),
        (
            "扎实推进“平安青禾”、“和谐青禾”建设。",
            "扎实推进“平安青禾”“和谐青禾”建设。",
        ),
    ),
    text_rule(
        "Q09-approx",
        "GB/T 15834 4.5.3.4",
        "一般",
        ("相邻两数表示概数时用了顿号", "a 、 stands within an approximate number"),
        ("删去顿号：三四个", "remove the 、: 三四个"),
        (
            "每个村安排三、四个志愿者入户宣传。",
            "每个村安排三四个志愿者入户宣传。",
        ),
    ),
    text_rule(
        "Q09-and",
        "GB/T 15834 4.5",
        "一般",
        ("顿号后又用了“和”“及”", "a 、 stands before 和 or 及"),
        ("删去“和”“及”前的顿号", "remove the 、 before 和 or 及"),
        (
            "走访了社区、学校、和敬老院，听取意见。",
            "走访了社区、学校和敬老院，听取意见。",
        ),
    ),
    text_rule(
        "Q09-etc",
        "GB/T 15834 4.5",
        "一般",
        ("“等”前用了顿号", "a 、 stands before 等"),
        ("删去“等”前的顿号", "remove the 、 before 等"),
        (
            "发放手册、海报、等宣传品，营造了氛围。",
            "发放手册、海报等宣传品，营造了氛围。",
        ),
    ),
    text_rule(
        "Q10-etc",
        "GB/T 15834 附录A.9.2",
        "一般",
        ("省略号与“等”连用", "an ellipsis stands beside 等"),
        ("省略号和“等”只留一个", "keep one of the two"),
        (
            "慰问了困难职工、老党员、老模范……等群体。",
            "慰问了困难职工、老党员、老模范等群体。",
        ),
    ),
    text_rule(
        "Q11-tilde",
        "GB/T 15834 4.13.3.3",
        "一般",
        ("数值范围用了半角的 ~", "an ASCII ~ stands in a range of values"),
        ("改为浪纹线：15～20", "use ～: 15～20"),
        (
            "每场活动有15~20人参加，秩序良好。",
            "每场活动有15～20人参加，秩序良好。",
        ),
    ),
    text_rule(
        "Q11-value",
        "GB/T 15834 4.13.3.3",
        "一般",
        ("数值范围没有用浪纹线", "a range of values is not written with ～"),
        ("改为浪纹线：15～20人", "use ～: 15～20人"),
        (
            "每场活动有15-20人参加，秩序良好。",
            "每场活动有15～20人参加，秩序良好。",
        ),
    ),
    text_rule(
        "Q11-time",
        "GB/T 15834 4.13.3.2",
        "一般",
        ("时间的起止没有用一字线", "a span of time is not written with —"),
        ("改为一字线：3月10日—7月10日", "use —: 3月10日—7月10日"),
        (
            "活动于3月10日-7月10日在全县开展。",
            "活动于3月10日—7月10日在全县开展。",
        ),
    ),
    text_rule(
        "Q13-ellipsis",
        "GB/T 15834 4.11",
        "一般",
        ("省略号的写法不对", "an ellipsis is not written as ……"),
        ("改为六个连点：……", "use six points: ……"),
        (
            "大家你一言我一语：路灯、停车、噪声...都提了出来。",
            "大家你一言我一语：路灯、停车、噪声……都提了出来。",
        ),
    ),
    text_rule(
        "Q14-dash",
        "GB/T 15834 4.10",
        "一般",
        ("破折号的写法不对", "a dash is not written as ——"),
        ("改为占两个字的破折号：——", "use a dash of two characters: ——"),
        (
            "农家书屋--村民的充电站，天天有人来。",
            "农家书屋——村民的充电站，天天有人来。",
        ),
    ),
    text_rule(
        "Q15-twice",
        "GB/T 15834",
        "应当",
        ("标点重复", "a mark stands twice"),
        ("只留一个", "keep one"),
        (
            "各科室分工负责，，按期完成了任务。",
            "各科室分工负责，按期完成了任务。",
        ),
    ),
    text_rule(
        "Q15-clash",
        "GB/T 15834",
        "应当",
        ("两个标点连用", "two marks that exclude each other stand side by side"),
        ("按句意只留一个", "keep the one that the sentence wants"),
        (
            "各科室分工负责，按期完成了任务，。",
            "各科室分工负责，按期完成了任务。",
        ),
    ),
    text_rule(
        "Q16-unpaired",
        "GB/T 15834 4.8、4.9、4.15",
        "应当",
        (
            "引号、括号或书名号不成对",
            "a quotation mark, a bracket or a title mark has no partner",
        ),
        ("补上缺少的一半，或删去多余的一半", "add the missing half, or remove the one too many"),
        (
            "开展“书香进万家活动，受到读者欢迎。",
            "开展“书香进万家”活动，受到读者欢迎。",
        ),
    ),
    text_rule(
        "Q17-nested",
        "GB/T 15834 4.8.3.4、4.15.3.5",
        "一般",
        (
            "引号里的引号、书名号里的书名号没有改用单的",
            "quotes within quotes or titles within titles are not the single ones",
        ),
        ("里面一层改用‘’或〈〉", "use ‘’ or 〈〉 for those within"),
        (
            "印发《关于学习《读书月方案》的通知》，作出部署。",
            "印发《关于学习〈读书月方案〉的通知》，作出部署。",
        ),
    ),
    text_rule(
        "Q18-document",
        "GB/T 15834 4.15",
        "可以",
        ("文件名用了引号", "the name of a document stands in quotes"),
        ("文件名用书名号：《关于……的通知》", "use 《》 for the name of a document"),
        (
            "印发“关于开展读书月活动的通知”，作出部署。",
            "印发《关于开展读书月活动的通知》，作出部署。",
        ),
    ),
    text_rule(
        "Q18-activity",
        "GB/T 15834 附录A.13",
        "一般",
        (
            "活动、奖项、称号用了书名号",
            "an activity, a prize or a title of honour stands in 《》",
        ),
        ("改用引号，或不加标点", "use quotes, or no marks"),
        (
            "组织开展《书香青禾读书活动》，反响热烈。",
            "组织开展“书香青禾读书活动”，反响热烈。",
        ),
    ),
    text_rule(
        "Q19-colon",
        "GB/T 15834 4.7.3.3",
        "可以",
        ("一句话里套用了冒号", "a sentence holds a colon within a colon"),
        ("把其中一个冒号改为逗号，或分成两句", "make one of them a comma, or two sentences of it"),
        (
            "活动有三项安排：读书：每月一本，交流：每季一次，评比：年底一次。",
            "活动有三项安排：每月读书一本，每季交流一次，年底评比一次。",
        ),
    ),
    text_rule(
        "Q20-end",
        "GB/T 15834 4.1",
        "一般",
        ("段落末尾没有标点", "a paragraph has no mark at its end"),
        ("补上句号", "add a full stop"),
        (
            "活动期间，全馆干部职工坚守岗位，热情服务，受到读者一致好评",
            "活动期间，全馆干部职工坚守岗位，热情服务，受到读者一致好评。",
        ),
    ),
    text_rule(
        "Q20-comma",
        "GB/T 15834 4.1",
        "一般",
        ("段落以逗号或顿号结束", "a paragraph ends with ， or 、"),
        ("改为句号，或把话写完", "make it a full stop, or finish the sentence"),
        (
            "活动期间，全馆干部职工坚守岗位，热情服务，",
            "活动期间，全馆干部职工坚守岗位，热情服务。",
        ),
    ),
    text_rule(
        "Q21-blank",
        "排印惯例",
        "可以",
        ("中文之间有空格", "a blank stands between Chinese characters"),
        ("删去空格", "remove the blank"),
        (
            "全馆干部职工坚守 岗位，热情服务读者。",
            "全馆干部职工坚守岗位，热情服务读者。",
        ),
    ),
)
