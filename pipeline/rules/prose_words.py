"""Words and sentences of an official document, and how its parts are made."""

from pipeline.rules.rule import text_rule

WORDS = (
    text_rule(
        "W01-word",
        "《通用规范汉字表》《现代汉语词典》",
        "一般",
        ("错别字", "a wrong word"),
        ("改为正确的词", "use the right word"),
        ("逐项建立整改台帐，按期对账。", "逐项建立整改台账，按期对账。"),
    ),
    text_rule(
        "W02-variant",
        "GF 1001—2001《第一批异形词整理表》",
        "可以",
        ("用了不推荐的异形词", "a variant that is not the recommended form"),
        ("改为推荐词形", "use the recommended form"),
        ("全书馆员服务周密，人材辈出。", "全书馆员服务周密，人才辈出。"),
    ),
    text_rule(
        "W03-traditional",
        "《通用规范汉字表》",
        "一般",
        ("用了繁体字", "a traditional character"),
        ("改为规范字", "use the standard character"),
        ("全馆開展读书活动，效果良好。", "全馆开展读书活动，效果良好。"),
    ),
    text_rule(
        "W04-own",
        "本单位用字表",
        "一般",
        ("不合本单位的用字", "not the word that this office uses"),
        ("按用字表改", "use the word of the list"),
        ("", ""),
    ),
    text_rule(
        "W05-twice",
        "语法惯例",
        "一般",
        ("字词重复", "a word stands twice"),
        ("删去重复的", "remove one"),
        ("按照县委的的统一部署，认真组织实施。", "按照县委的统一部署，认真组织实施。"),
    ),
    text_rule(
        "W06-confused",
        "《现代汉语词典》",
        "可以",
        ("容易用错的词", "a word that is easily mistaken"),
        ("对照意思核对", "look whether it is the one that is meant"),
        ("制定措施，保障群众的正当权力。", "制定措施，保障群众的正当权利。"),
    ),
    text_rule(
        "W07-redundant",
        "语法惯例",
        "可以",
        ("意思重复", "the same is said twice"),
        ("删去多余的词", "remove what is said already"),
        ("截至目前为止，共办结12件。", "截至目前，共办结12件。"),
    ),
    text_rule(
        "W08-de",
        "《现代汉语词典》",
        "可以",
        ("状语后用了“的”", "的 stands after an adverb"),
        ("改为“地”", "use 地"),
        ("认真的贯彻落实了县委的部署。", "认真地贯彻落实了县委的部署。"),
    ),
    text_rule(
        "W09-placeholder",
        "编校惯例",
        "一般",
        ("像是没有填完的地方", "it looks like a blank that was not filled in"),
        ("填上内容，或删去", "fill it in, or remove it"),
        ("XX局高度重视，成立了领导小组。", "县图书馆高度重视，成立了领导小组。"),
    ),
)
STRUCTURE = (
    text_rule(
        "S11-long",
        "文风惯例",
        "可以",
        ("一句话超过 150 字", "a sentence is longer than 150 characters"),
        ("分成几句", "make several of it"),
        (
            "活动期间，" + "我们走村入户，了解群众期盼，" * 12 + "工作有了起色。",
            "活动期间，" + "我们走村入户，了解群众期盼。" * 12 + "工作有了起色。",
        ),
    ),
    text_rule(
        "S12-same",
        "文风惯例",
        "一般",
        (
            "同一句话在两处出现",
            "the same sentence stands in two places",
        ),
        (
            "做法写怎么做，成效写做成了什么，不要重复",
            "say what was done in one, what came of it in the other",
        ),
        (
            "建立健全了联系群众、服务群众的长效机制。\n建立健全了联系群众、服务群众的长效机制。",
            "建立健全了联系群众、服务群众的长效机制。\n群众办事少跑了路，满意度明显提高。",
        ),
    ),
    text_rule(
        "S13-end",
        "文风惯例",
        "可以",
        (
            "并列的小标题有的带标点，有的不带",
            "some headings of one level end with a mark and others do not",
        ),
        ("统一成一种写法", "write them alike"),
        ("加强领导！\n广泛动员\n狠抓落实", "加强领导\n广泛动员\n狠抓落实"),
    ),
    text_rule(
        "S13-form",
        "文风惯例",
        "可以",
        (
            "并列的小标题形式不一",
            "one heading is made otherwise than the others of its level",
        ),
        ("改成相同的结构", "give it the form of the others"),
        (
            "紧扣主题，唱响主旋律\n抓实学习，练就硬本领\n突出重点，推动真讨论\n加强督查",
            "紧扣主题，唱响主旋律\n抓实学习，练就硬本领\n突出重点，推动真讨论\n加强督查，解决真问题",
        ),
    ),
    text_rule(
        "S13-length",
        "文风惯例",
        "可以",
        (
            "并列的小标题长短悬殊",
            "one heading is far longer than the others of its level",
        ),
        ("改成相近的长度", "make it about as long as the others"),
        (
            "加强领导\n广泛动员\n认真组织全县各级各部门干部群众深入学习上级文件精神",
            "加强领导\n广泛动员\n深入学习",
        ),
    ),
    text_rule(
        "S13-same",
        "文风惯例",
        "一般",
        ("两个小标题相同", "two headings are the same"),
        ("改写其中一个，或合并", "write one of them anew, or join them"),
        ("加强组织领导\n加强组织领导", "加强组织领导\n广泛宣传动员"),
    ),
    text_rule(
        "S14-figures",
        "文风惯例",
        "可以",
        ("写成效的部分里没有一个数字", "the part on results has no figure"),
        ("用数字说明成效", "show by figures what was achieved"),
        ("", ""),
    ),
    text_rule(
        "S15-share",
        "文风惯例",
        "可以",
        (
            "各部分详略失当",
            "a part is out of proportion",
        ),
        (
            "一部分一般占全文的一成到五成",
            "a part usually has between a tenth and a half of the text",
        ),
        ("", ""),
    ),
)
