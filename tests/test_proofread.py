"""The text of a document is held against its rules: each finds what it is for, and no more."""

import pytest

from pipeline.messages import Severity
from pipeline.model.report.outline import PartRole
from pipeline.prose.proofread import Passage, PassageKind, TextIssue, proofread
from pipeline.prose.proofread.words import Word, make_words, shipped_words
from pipeline.rules import RULES, TEXT_RULES, Rule
from tests.prose_examples import FILL, example_of

_WITHOUT_EXAMPLE = {"W04-own", "R06-signer", *FILL}
_SHOWN = {rule_id: rule for rule_id, rule in TEXT_RULES.items() if rule_id != "W04-own"}
"""Those that passages show; the words of the other are an office's own."""


def found(text: str, kind: PassageKind = PassageKind.BODY) -> list[str]:
    """The rules that a text breaks."""
    return [issue.rule_id for issue in proofread([Passage(text, kind)])]


def fixed(text: str, issues: tuple[TextIssue, ...]) -> str:
    for issue in reversed(issues):
        assert issue.fix is not None
        text = text[: issue.start] + issue.fix + text[issue.end :]
    return text


def _is_cured(rule: Rule) -> bool:
    """Whether all that is wrong with its example, a single passage, comes with a fix."""
    passages = example_of(rule)
    return len(passages) == 1 and all(issue.fix is not None for issue in proofread(passages))


_CURED = {rule_id: rule for rule_id, rule in _SHOWN.items() if _is_cured(rule)}


@pytest.mark.parametrize("rule", _SHOWN.values(), ids=_SHOWN)
def test_a_rule_finds_its_example_and_nothing_else_does(rule: Rule) -> None:
    assert {issue.rule_id for issue in proofread(example_of(rule))} == {rule.id}


@pytest.mark.parametrize("rule", _SHOWN.values(), ids=_SHOWN)
def test_the_fixed_example_is_sound(rule: Rule) -> None:
    assert [s.rule_id for s in proofread(example_of(rule, is_fixed=True))] == []


@pytest.mark.parametrize("rule", _CURED.values(), ids=_CURED)
def test_a_fix_makes_the_fixed_example_of_it(rule: Rule) -> None:
    (passage,) = example_of(rule)
    assert [fixed(passage.text, proofread([passage]))] == [
        passage.text for passage in example_of(rule, is_fixed=True)
    ]


@pytest.mark.parametrize("rule", TEXT_RULES.values(), ids=TEXT_RULES)
def test_every_rule_has_an_example_its_clause_and_its_words(rule: Rule) -> None:
    assert rule.example[0] or rule.id in _WITHOUT_EXAMPLE
    assert all((rule.clause, rule.zh, rule.en, rule.fix_zh, rule.fix_en))
    assert rule.is_wording


def test_there_are_rules_and_words_enough() -> None:
    assert len(TEXT_RULES) >= 60
    assert len(_CURED) >= 40
    assert len(shipped_words().by_wrong) >= 40


def test_a_rule_that_is_off_is_not_looked_at() -> None:
    passages = [Passage("制定了《甲》、《乙》，，建立台帐。", PassageKind.BODY)]
    assert {s.rule_id for s in proofread(passages)} == {"Q09-titles", "Q15-twice", "W01-word"}
    kept = proofread(passages, off={"Q15-twice", "W01-word"})
    assert {s.rule_id for s in kept} == {"Q09-titles"}


def test_issues_come_in_the_order_of_the_text() -> None:
    passages = [
        Passage("建立台帐，，落实。", PassageKind.BODY),
        Passage("其它工作，，照办。", PassageKind.BODY),
    ]
    issues = proofread(passages)
    assert [(s.passage, s.start) for s in issues] == sorted((s.passage, s.start) for s in issues)


SOUND = (
    "每周一、周四集中学习，第一、二季度各检查一次，走访3、4月份新入户家庭。",
    "他们是第一、第二批学员，住在一、二号楼。",
    "“十四五”规划实施以来，党的二十大精神深入人心，十九届五中全会部署全面落实。",
    "会议于9：30开始，比分为3∶2，电话0912-6521234，网址是www.example.cn。",
    "《学习制度》（2008年印发）、《请销假制度》都已修订。",
    "坚持“三会一课”制度，做到“两学一做”常态化、制度化。",
    "乾隆年间的瞭望台、著名的乾坤湾，都列入了保护名录，村民王昇义务看护。",
    "他做出了一桌好菜，做出来的样品也受欢迎。",
    "采取自己查、群众提、领导点、互相帮的办法，一项一项核，一条一条改。",
    "目的的设定要合理，的的确确要为民。",
    "完成份额占全国部分份额的一半，超过份额的部分另行结算。",
    "城区、乡镇和平安社区都参加了，做到公平、及时、和谐。",
    "小进即满、等靠要的思想逐步破除。",
    "增长10个百分点，占比百分之百，完成率达99.5%。",
    "出席会议的有20多人，近百人旁听，约50人发言。",
    "2008—2012年，每年投入15万～30万元，用于3月10日—7月10日的集中整治。",
    "建筑面积1200平方米，长3.5千米，重20千克，功率4千瓦。",
    "干部群众认真地学、扎实地干，认真的态度和扎实的作风得到好评。",
    "他说：“请大家注意：按时到会。”",
    "全年安排两项：一是学习，二是培训；三个重点：学、做、改。",
    "反应迅速，应急反应情况良好，反应堆运行正常。",
    "截止日期为6月30日，报名截止后不再受理。",
    "应当做好防汛工作，看做法、比成效，开展做风险评估，得当做事。",
    "按排名先后，按装机容量分档，按排水量收费，进一步署名公示。",
    "既使群众受益又便民利企，既便民又利企，既将任务落实又将责任压实，应当既要快又要好。",
    "引导至安全地带，传导至基层，疏导至各路口，严峻工作形势有所缓解。",
    "走访慰问侯家村老党员，时刻服务群众，机关健康跑和相关健康讲座如期举行。",
    "示范筹建两处，规范筹备流程，情感概括得准，宽泛围绕主题展开。",
    "答辩认真准备，研究竞争对手，设计画面精美，时刻划清界限，还原故事和故宫风貌。",
    "误报导致停机，提交待办事项，移交待查线索，参与与会代表的讨论以及及时整改。",
    "机制有待完善，线索待核实，近20多年来变化很大，统一多余的流程。",
    "打造“1.0”版到“3.0”版，观看《红海行动》，选出10个他们认为最好的作品。",
    "关联接口已打通，妇联接到求助，打磨练习题，精神彩绘上墙，通迅速、路畅通。",
    "十一届三中全会以来，二十大精神入脑入心，第二十次全国代表大会胜利召开。",
    "三个孩子的家庭，第二位代表，二次供水，一、二、三产业融合发展。",
    "举办“书香润心”《持续发力 纵深推进》专题展，《强基础 补短板 促提升》获一等奖。",
    "到场群众一百四五十人，三四十人发言，二百五六十户参与，另有一千四五百人在线收看。",
    "预防犯罪宣传、提供荷兰图书、部份额外支出，都按规定办理。",
)


@pytest.mark.parametrize("text", SOUND)
def test_what_only_looks_like_an_issue_is_left_alone(text: str) -> None:
    assert proofread([Passage(text, PassageKind.BODY)]) == ()


TWICE = {
    "广泛广泛宣传。": "广泛广泛",
    "开展检查检查，发现问题。": "检查检查",
    "组织公安、教育、公安等部门联合执法。": "公安",
    "镇政府会同会同派出所开展排查。": "会同会同",
    "定期组织组织职工体检。": "组织组织",
    "先后召开会议会议12次。": "会议会议",
    "发放发放慰问金4.2万元。": "发放发放",
    "加强理论、业务、法规、业务和应急学习。": "业务",
}


@pytest.mark.parametrize(("text", "wanted"), TWICE.items())
def test_a_word_or_an_item_that_stands_twice_is_reported(text: str, wanted: str) -> None:
    (issue,) = proofread([Passage(text, PassageKind.BODY)])
    assert (issue.rule_id, text[issue.start : issue.end]) == ("W05-twice", wanted)
    assert issue.end > text.index(wanted) + 2


NOT_TWICE = (
    "再检查检查，大家研究研究、讨论讨论，商量商量再说。",
    "一个乡镇一个乡镇地走，许多许多人来了。",
    "三个单位分别评为优秀、良好、优秀。",
    "由教育、公安牵头、教育、民政配合。",
    "对教师、学生、家长、教师代表进行走访。",
    "大家齐声喊：加油、加油、加油！",
    "群众参加参加过的活动，向百姓提供提供者信息，感受到获得获得感，向其邀请邀请函。",
    "党组织组织党员，统一组织组织部门干部培训，会议会议决定事项，会同会同县人民政府。",
    "开展安全检查检查组，县政府政府采购网，干部干部教育科。",
)


@pytest.mark.parametrize("text", NOT_TWICE)
def test_what_stands_twice_by_right_is_left_alone(text: str) -> None:
    assert proofread([Passage(text, PassageKind.BODY)]) == ()


FIXED = {
    '开展了(含网上)活动，现场说"好"的多。': "开展了（含网上）活动，现场说“好”的多。",
    "8月01日和09月2日开会。": "8月1日和9月2日开会。",
    "增长百分之十二点五，第一、要坚持。": "增长12.5%，第一、要坚持。",
    "每人5、6次，每村三、四个。": "每人五六次，每村三四个。",
    "二零二六年8月，一九五○年建馆。": "2026年8月，一九五〇年建馆。",
    "印发《关于学习《方案》的《通知》的函》。": "印发《关于学习〈方案〉的〈通知〉的函》。",
    "经费3亿4500万元，手册4千册。": "经费3.45亿元，手册4000册。",
    "学习《强基础 补短板》 一文， 到场一百四十人。": "学习《强基础 补短板》一文，到场140人。",
    "搭建帐蓬，一如继往地做出贡献，好象不难。": "搭建帐篷，一如既往地作出贡献，好像不难。",
}


@pytest.mark.parametrize(("text", "wanted"), FIXED.items())
def test_what_can_be_fixed_is_fixed_rightly(text: str, wanted: str) -> None:
    for _ in range(3):
        text = fixed(
            text,
            tuple(s for s in proofread([Passage(text, PassageKind.BODY)]) if s.fix is not None),
        )
    assert text == wanted


@pytest.mark.parametrize(
    "addressee", ["县委、县政府：", "市文化和旅游局", "县委宣传部、县政府办公室："]
)
def test_a_report_to_superiors_names_its_signer(addressee: str) -> None:
    title = Passage("青禾县图书馆关于上半年工作情况的报告", PassageKind.TITLE)
    addressed = Passage(addressee, PassageKind.ADDRESSEE)
    assert [issue.rule_id for issue in proofread([title, addressed])] == ["R06-signer"]
    assert proofread([title, Passage("王立", PassageKind.SIGNER), addressed]) == ()


@pytest.mark.parametrize(
    ("title", "addressee"),
    [
        ("青禾县图书馆关于上半年工作情况的报告", "各科室、各分馆："),
        ("青禾县图书馆关于上半年工作情况的报告", "全体会员："),
        ("青禾县人民政府关于上半年工作情况的报告", "县人大常委会："),
        ("青禾县图书馆关于上半年工作情况的通报", "县委、县政府："),
    ],
)
def test_what_does_not_go_up_needs_no_signer(title: str, addressee: str) -> None:
    assert (
        proofread([Passage(title, PassageKind.TITLE), Passage(addressee, PassageKind.ADDRESSEE)])
        == ()
    )


def test_quotes_of_several_paragraphs_are_not_unpaired() -> None:
    rows = ["“第一段引文，很长。", "“第二段引文，收尾。”"]
    assert proofread([Passage(row, PassageKind.BODY) for row in rows]) == ()
    assert found("他说：“好，就这么办。") == ["Q16-unpaired"]
    assert found("他说好”，就这么办。") == ["Q16-unpaired"]
    assert found("办理步骤：1）申请；2）受理；a）备案。") == []


def test_titles_of_books_keep_their_traditional_characters() -> None:
    assert found("馆藏《資治通鑑》一部，供读者借阅。") == []
    assert found("馆藏資料一批，供读者借阅。") == ["W03-traditional"]


def test_nearly_the_same_sentence_in_practices_and_in_results_is_reported() -> None:
    one = "坚持每周一、周四集中学习，领导带头领学，干部个个发言。"
    other = "坚持每周一、周四集中学习，领导带头领学，干部人人发言。"
    passages = [
        Passage(one, PassageKind.BODY, 0, "主要做法"),
        Passage(other, PassageKind.BODY, 0, "取得成效"),
    ]
    assert [(s.rule_id, s.passage) for s in proofread(passages)] == [("S12-same", 1)]
    apart = [
        Passage(one, PassageKind.BODY, 0, "主要做法"),
        Passage(other, PassageKind.BODY, 0, "突出特点"),
    ]
    assert proofread(apart) == ()


# --- words -----------------------------------------------------------------------------------


@pytest.mark.parametrize("wrong", shipped_words().by_wrong)
def test_every_word_of_the_list_says_what_is_right_and_where(wrong: str) -> None:
    for word in shipped_words().by_wrong[wrong]:
        assert word.right
        assert word.right != wrong
        assert word.source
        assert RULES[word.rule_id].severity is not Severity.ERROR


_ALONE = [
    wrong
    for wrong, words in shipped_words().by_wrong.items()
    if any(not (word.before or word.after) for word in words)
]


@pytest.mark.parametrize("wrong", _ALONE)
def test_every_word_without_a_context_is_found_by_itself(wrong: str) -> None:
    issues = proofread([Passage(f"说到{wrong}。", PassageKind.BODY)])
    assert [issue.rule_id for issue in issues] == [shipped_words().by_wrong[wrong][0].rule_id]


def test_a_right_word_is_never_on_the_list() -> None:
    rights = [word for words in shipped_words().by_wrong.values() for word in words]
    texts = [Passage(f"说到{word.right}。", PassageKind.CELL) for word in rights]
    assert [texts[issue.passage].text for issue in proofread(texts)] == []


def test_an_own_list_goes_before_the_shipped_one() -> None:
    own = (
        Word("文广局", "文旅局", "W04-own", "本局用字"),
        Word("台帐", "台帐", "W04-own", "本局用字"),
    )
    words = make_words([one for some in shipped_words().by_wrong.values() for one in some], own)
    issues = proofread([Passage("文广局建立台帐，记帐。", PassageKind.BODY)], words=words)
    assert [(issue.rule_id, issue.fix) for issue in issues] == [
        ("W04-own", "文旅局"),
        ("W01-word", "记账"),
    ]


@pytest.mark.parametrize(
    ("lengths", "shown"),
    [
        ((97, 400, 403, 100), "基本情况”占全文的 9.7%"),
        ((504, 200, 196, 100), "基本情况”占全文的 50.4%"),
        ((30, 400, 450, 120), "基本情况”占全文的 3%"),
        ((1999, 9000, 7001, 2000), "基本情况”占全文的 9.99%"),
    ],
)
def test_a_share_is_shown_outside_the_bounds_that_it_breaks(
    lengths: tuple[int, ...], shown: str
) -> None:
    parts = ("基本情况", "主要做法", "突出特点", "取得成效")
    passages = [
        Passage("田" * length, PassageKind.BODY, part=part)
        for part, length in zip(parts, lengths, strict=True)
    ]
    reported = [s.found_zh for s in proofread(passages) if s.rule_id == "S15-share"]
    assert reported == [f"“{shown}"]


def test_parts_are_weighed_by_what_they_do_whatever_their_headings_are() -> None:
    headings = {"活动概况": PartRole.OVERVIEW, "举措": PartRole.PRACTICES, "变化": PartRole.RESULTS}
    lengths = {"活动概况": 60, "举措": 500, "变化": 440}
    for roles, codes in ((headings, {"S15-share"}), (dict.fromkeys(headings), set())):
        passages = [
            Passage("田" * length, PassageKind.BODY, part=part, declared=roles[part])
            for part, length in lengths.items()
        ]
        found = {one.rule_id for one in proofread(passages)}
        assert found & {"S15-share"} == codes


def test_practices_and_results_are_held_against_each_other_by_what_they_do() -> None:
    one = "全县各级各部门迅速行动起来，把各项任务落到了实处。"
    other = "全县各级各部门迅速行动起来，将各项任务落到了实处。"
    for results, codes in ((PartRole.RESULTS, ["S12-same"]), (None, [])):
        passages = [
            Passage(one, PassageKind.BODY, part="举措", declared=PartRole.PRACTICES),
            Passage(other, PassageKind.BODY, part="变化", declared=results),
        ]
        assert [issue.rule_id for issue in proofread(passages)] == codes
