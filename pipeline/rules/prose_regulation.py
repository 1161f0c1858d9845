"""What the regulation on official documents asks of a text (条例, 中办发〔2012〕14号)."""

from pipeline.rules.rule import text_rule

REGULATION = (
    text_rule(
        "R02-keywords",
        "条例 第九条",
        "一般",
        ("还有“主题词”，2012 年起已经取消", "there is a 主题词, which was abolished in 2012"),
        ("删去“主题词”一行", "remove the line"),
        ("主题词：总结", ""),
    ),
    text_rule(
        "R06-signer",
        "条例 第九条（六）",
        "一般",
        ("上行文没有签发人", "a document to superiors names no signer"),
        ("补上签发人", "add the signer"),
        ("", ""),
    ),
    text_rule(
        "R07-kind",
        "条例 第九条（七）",
        "一般",
        ("标题没有写明文种", "the title does not end with the kind of document"),
        ("以文种结尾，如“总结”“报告”“通知”", "end it with the kind, such as 总结, 报告 or 通知"),
        ("青禾县图书馆开展读书月活动情况", "青禾县图书馆读书月活动总结"),
    ),
    text_rule(
        "R07-double",
        "条例 第八条",
        "一般",
        ("标题里两个文种连用", "the title names two kinds of document"),
        ("只留一个文种", "keep one kind"),
        ("青禾县图书馆关于增拨经费的请示报告", "青禾县图书馆关于增拨经费的请示"),
    ),
    text_rule(
        "R07-mark",
        "条例 第九条（七）；排印惯例",
        "可以",
        ("标题里有逗号、分号、冒号或句号", "the title holds a mark that parts sentences"),
        ("改写标题，或用空格、回行代替", "reword it, or break the line there"),
        ("青禾县图书馆读书月，读者节活动总结", "青禾县图书馆读书月和读者节活动总结"),
    ),
    text_rule(
        "R11-request",
        "条例 第十五条（四）",
        "应当",
        ("报告里夹带了请示事项", "a report holds a request"),
        ("另写请示，一文一事", "write a request of its own"),
        ("以上情况妥否，请批示。", "特此报告。"),
    ),
    text_rule(
        "R12-leader",
        "条例 第十五条（五）",
        "一般",
        ("主送了领导个人", "it is addressed to an official in person"),
        ("主送机关，不送个人", "address an office, not a person"),
        ("县长：", "县政府："),
    ),
)
