"""Counted claims and sequences: held against their lists where these are certain, else silent."""

import pytest

from pipeline.proofread import Kind, Passage, Slip
from pipeline.proofread.claims import find_claims
from tests.prose.texts import read_rows

RIGHT = (
    "贯彻“四个最严”要求，确保人民群众“舌尖上的安全”。",
    "落实“三管三必须”：管行业必须管安全、管业务必须管安全、管生产经营必须管安全。",
    "实施5项工程：道路硬化3处、绿化2处，年底前全部完工。",
    "三个方面的问题得到解决：供水稳定了，道路畅通了，电网改造了。",
    "提出两点意见：各乡镇、各部门要提高认识，认真落实。",
    "提出四点要求：要提高认识；要明确责任，细化措施；要加强督查；要务求实效。",
    "从三个方面努力：学习、宣传、贯彻好会议精神。",
    "抓好“三夏”生产：夏收、夏种、夏管齐头并进。",
    "党的二十大报告提出“三个务必”：务必不忘初心、牢记使命，务必谦虚谨慎、艰苦奋斗，务必敢于斗争、善于斗争。",
    "实行“三统一”：统一规划、统一建设、统一管理，做到整齐划一。",
    "落实“四个一”：每村一个阵地、一支队伍、一套制度、一笔经费。",
    "突出“三个聚焦”：聚焦企业需求，聚焦群众关切，聚焦基层减负，打通堵点。",
    "打好“三大保卫战”：蓝天、碧水、净土保卫战。",
    "完善“两个机制”：县级统筹、乡镇落实、村级实施的工作机制，部门联动、信息共享的协调机制。",
    "归纳为三类：政策类5条、服务类3条，其他2条。",
    "分三步走：2025年完成50%、2026年完成80%、2027年全部完成。",
    "从县直部门、乡镇和企业三个层面推进。",
    "从源头、过程、末端三个环节同时发力。",
    "从严从实抓好教育、管理、监督三个环节。",
    "从3月到5月、从学校到社区两个层面推进。",
    "究其原因，一是认识不足，再就是投入不够。",
    "农业增加值增长5%，第二、三产业分别增长6%、7%。",
    "第一、二、三产业增加值分别为12亿元、30亿元和41亿元。",
    "第二、第三季度产量回升。",
    "群众意见最大的是停车难，其次是噪声扰民。",
    "坚持安全第一，预防为主。",
    "做到有一说一，是一是一、二是二。",
    "参赛选手第一，教练第二，家长再次，各尽其责。",
    "两个月来，走访了三个乡镇：柳河镇、石桥镇、青山镇，还有两家企业。",
    "坚持“两手抓”：一手抓防汛，一手抓抗旱。",
    "做到“两不误、两促进”。",
    "坚持“三个结合”，推动工作落实。一是理论与实践结合；二是集中与分散结合；三是线上与线下结合。",
    "坚持四项基本原则，贯彻三个代表重要思想。",
    "开展“双随机、一公开”监管，五个部门联合抽查。",
    "县委提出“三个年”活动：作风建设年、项目推进年、营商环境提升年。",
    "近三年来，先后获得三项荣誉：“全国文明单位”“全省先进集体”“全市模范职工之家”。",
    "形成了“1+3+N”工作体系。",
    "问题主要有两个方面：一方面，基层力量不足；另一方面，经费保障不够。",
    "会议强调三点：思想上要重视，行动上要迅速，措施上要有力。",
    "围绕“五个一”目标，即一个平台、一套标准、一支队伍、一张网络和一项机制，全面推进。",
    "坚持三个不动摇：坚持党的领导不动摇，坚持以经济建设为中心不动摇，坚持改革开放不动摇。",
    "会上，三个单位作了发言：县教育局、县民政局作了经验介绍，县交通运输局作了表态发言。",
    "建立“四个清单”，做到底数清、任务清、责任清、时限清。",
    "完善三项机制，即调度、督查、考核机制。",
    "他强调，要做到“三个坚定不移”。首先，要坚定不移抓发展。",
    "全县分为东、西、中三个片区：东部片区5个乡镇，西部片区4个乡镇，中部片区3个乡镇。",
    "重点抓好两项工作：一是春耕备耕，确保面积稳定；二是防汛备汛。",
    "要处理好三个关系：一要处理好当前与长远的关系；二要处理好局部与全局的关系；三要处理好数量与质量的关系。",
    "主要开展了以下活动：（1）读书会；（2）讲座；（3）征文。",
    "落实“四不摘”：摘帽不摘责任、摘帽不摘政策、摘帽不摘帮扶、摘帽不摘监管。",
    "推行“五步工作法”：摸、排、议、办、评。",
    "坚持“三不”原则（不降标准、不赶进度、不留隐患），稳步推进。",
    "落实好“一岗双责”，强化“两个责任”，即党委主体责任和纪委监督责任。",
    "做好“六稳”工作、落实“六保”任务，推动经济平稳运行。",
    "概括起来，就是“四个更加”：理念更加先进，机制更加健全，服务更加优质，群众更加满意。",
    "有三个突出特点：起步早、标准高、效果好。",
    "推行“五社联动”，把社区、社会组织、社会工作者、社区志愿者、社会慈善资源统筹起来；开展走访、慰问。",
    "树立三种意识：大局意识、服务意识与责任意识。",
    "领导干部做到五带头、四坚持，推动工作落实：一是带头学习；二是带头讨论。",
    "老党员张三带头，即带头捐款、带头出力。",
    "每周五坚持：早学、晚学。",
    "做到一坚持、二带头：坚持学、坚持做、坚持讲。",
    "实现三覆盖：县、乡、村全覆盖。",
    "做到三确保：确保人员安全，确保设备安全；确保不漏一户。",
    "制定《甲》《乙》，修订《丙》《丁》四个文件。",
    "学习《甲》《乙》《丙》等十个文件，发放《甲》《乙》3本书。",
    "打造“一村一品”“一镇一业”三个品牌。",
    "走访、慰问、帮扶四类对象，集中排查、整治三类问题。",
    "按照摸底、整改等要求四个方面推进。",
    "形成省市、县、乡镇四级网络，县、乡、村三级联动，部门、县、乡三级包抓。",
    "深入柳河镇、石桥镇三个村，县委办、县教育局、县民政局四个部门参加。",
    "坚持“三进”，进村组、进农户、进田间；推进整改、跟进“两进”工作。",
    "围绕产业、就业抓实三个环节。",
    "推动法治宣传进机关、进乡村和进社区“三进”。",
    "行动分四个阶段实施：第一阶段（3月），动员；第二阶段（4月），整治；第三、第四阶段，总结。",
    "行动分三个阶段推进，取得了明显成效：一是干净了；二是整齐了。",
    "实现三个阶段性目标：一是摸底；二是整治。",
    "三个阶段环环相扣。第二阶段共整改问题12个。",
    "聚焦“两不愁三保障”、饮水安全五个方面查漏补缺。",
    "做到责任到人、措施到位、资金到位、时限到位、预案到位“五到位”。",
    "整治分三个阶段进行，目前第一阶段已结束。第二阶段正在进行。",
    "三个阶段工作有序推进，第一阶段完成摸底，目前正在开展第二阶段工作。",
    "落实县级领导包乡镇、乡镇干部包村、村干部包户三级包抓机制。",
    "推行“四访”（走访困难职工和劳模、回访信访人、暗访服务窗口、约访企业），帮办实事。",
    "用好“三张清单”（权力清单、责任清单和负面清单）。",
)
"""Claims that are right, names of policies, claims without a list, numbers that claim nothing."""

RIGHT_BELOW = (
    "## 深化“三项制度”改革\n### 人事制度\n### 劳动制度",
    "## 围绕“三农”，办好实事\n### 修路\n### 通水",
    "## 打好“三大攻坚战”\n### 污染防治\n### 精准脱贫",
    "## 突出重点\n重点围绕三个环节，推动工作上台阶。\n### 修路\n### 通水",
    "## 坚持“两个结合”，强化“三个到位”\n### 修路\n### 通水\n### 通电",
    "## 抓实“三个学习”\n### 学理论。\n### 学业务",
    "全年开展五项活动，取得了良好效果：\n- 读者多了\n- 借阅多了",
    "主要采取了以下做法：\n- 建台账\n- 明责任",
    "## 用好三种资源\n印发方案。书记部署。突出重点：一是抓学习；二是抓整改。",
    "## 抓实三个到位\n做到两个转变：一是转作风；二是转方法。",
    "## 抓好四项重点工作\n一是抓学习。学习方面，一是读书；二是听课。二是抓整改。",
    "## 办好三件实事\n- 修路\n- 通水\n- 通电",
    "## 坚持“三个到位”\n成立专班。\n印发方案。",
)


def found(text: str) -> list[tuple[str, str]]:
    """The rules that tell something of the rows of a text, and the words that they tell it of."""
    passages = tuple(read_rows(text.split("\n")))
    return [_told(slip, passages) for slip in find_claims(passages)]


def _told(slip: Slip, passages: tuple[Passage, ...]) -> tuple[str, str]:
    return slip.rule_id, passages[slip.passage].text[slip.start : slip.end]


@pytest.mark.parametrize("text", [*RIGHT, *RIGHT_BELOW])
def test_what_is_right_or_no_claim_is_silent(text: str) -> None:
    assert found(text) == []


def test_a_claim_is_told_with_what_it_lists() -> None:
    text = "形成了“五带头”：带头学习、带头讨论、带头查摆、带头整改。"
    (slip,) = find_claims([Passage(text, Kind.BODY)])
    assert (slip.rule_id, text[slip.start : slip.end]) == ("K01-count", "“五带头”")
    assert (slip.found_zh, slip.found_en) == ("“五带头”，列出的是4项", "“五带头” has 4 items")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("分四个阶段。第一阶段，动员。第二阶段，整治。第三阶段，总结。", "四个阶段"),
        ("分三个阶段：3月为动员阶段；4月为实施阶段。", "三个阶段"),
        ("分三步走：第一步，摸底；第二步，整治。", "三步"),
        ("做到五带头：一是带头学；二是带头讲。", "五带头"),
        ("落实四到位要求：人员到位、资金到位、物资到位。", "四到位"),
        ("从严要求干部做到五带头（带头学习、带头宣讲、带头落实）。", "五带头"),
        ("归为五大类，即思想、作风、内容、服务，共19条。", "五大类"),
        ("着重从四个方面用力：一是组建报道组；二是开办专栏；三是参与督查。", "四个方面"),
        ("采取三项举措。一是建台账。二是明责任。", "三项举措"),
        ("呈现四个突出特点：一是起步早；二是标准高；三是效果好。", "四个突出特点"),
        ("抓住三个环节。首先，摸清底数。其次，分类施策。", "三个环节"),
        ("推行“五访”（走访困难职工、回访信访人、暗访服务窗口），帮办实事。", "“五访”"),
        ("突出“三个重点”（营造氛围、引向深入），推动讨论。", "“三个重点”"),
        ("从思想、作风、纪律、制度三个方面入手。", "三个方面"),
        ("依托“两报”“一台”“一网”，开设了“三个专栏”：“先锋”“榜样”。", "“三个专栏”"),
        ("着力解决“三大问题”：\n- 工作不实\n- 纪律松散", "“三大问题”"),
        ("还有以下三个方面的不足。\n一是认识不深。\n二是办法不多。", "三个方面"),
        ("## 主要做法\n着重抓了以下三项工作。\n### 加强领导\n### 广泛动员", "三项工作"),
    ],
)
def test_a_claim_is_held_against_the_list_that_follows(text: str, claim: str) -> None:
    assert found(text) == [("K01-count", claim)]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("分为政策、资金、人才四类。", "四类"),
        ("推动产业、人才、文化、生态五大振兴。", "五大振兴"),
        ("活动进企业、进农村、进社区“五进”。", "“五进”"),
        ("学习了《甲》《乙》《丙》四本书。", "四本书"),
        ("学习了《甲》《乙》和《丙》等两个文件。", "两个文件"),
        ("打造“青禾讲堂”“青禾夜校”三个品牌。", "三个品牌"),
        ("完成动员、实施、总结四个阶段任务。", "四个阶段"),
        ("形成市、县、乡镇、村（社区）五级网络。", "五级"),
        ("深入柳河镇、石桥镇和河口镇四个乡镇调研。", "四个乡镇"),
        ("组织党员、干部、群众四类人员座谈。", "四类人员"),
    ],
)
def test_a_claim_is_held_against_the_list_before_it(text: str, claim: str) -> None:
    assert found(text) == [("K01-count", claim)]


def test_what_stands_before_a_claim_is_told_with_how_many_it_is() -> None:
    texts = ("制定《甲》，学习《乙》《丙》《丁》等两个文件。", "按照排查、整改、验收四个步骤推进。")
    slips = [next(iter(find_claims([Passage(text, Kind.BODY)]))) for text in texts]
    assert [slip.found_zh for slip in slips] == [
        "两个文件，列出的是3项",
        "四个步骤，列出的是3项",
    ]


def test_a_claim_in_a_heading_is_held_against_the_headings_or_the_points_below() -> None:
    headings = "## 抓实“三个学习”，练就硬本领\n### 学理论\n### 学业务"
    points = "## 坚持“三个结合”\n联系实际，相互促进：\n- 学用结合\n- 点面结合"
    assert found(headings) == [("K02-heading", "“三个学习”")]
    assert found(points) == [("K02-heading", "“三个结合”")]


@pytest.mark.parametrize(
    "below",
    [
        "一是校内教师。二是校外教师。三是志愿者。",
        "一是校内教师。\n二是校外教师。\n三是志愿者。",
        "配强师资力量。\n- 校内教师\n- 校外教师\n- 志愿者",
        "- 校内教师\n- 校外教师\n- 志愿者",
        "注重用好三支队伍：\n- 校内教师\n- 校外教师\n- 志愿者",
    ],
)
def test_a_heading_without_quotes_is_held_against_what_stands_below(below: str) -> None:
    assert found(f"## 建好四支队伍，配强力量\n{below}") == [("K02-heading", "四支队伍")]


def test_an_enumeration_that_is_not_whole_is_told_once() -> None:
    assert found("二是建台账；三是明责任。") == [("K03-start", "二是")]
    assert found("一是建台账；三是明责任；四是严督查。") == [("K04-order", "三是")]
    assert found("能力得到提升，一是策划能力有了长足进步。") == [("K05-single", "一是")]
    assert found("抓两件大事。二是建台账；三是明责任。") == [("K03-start", "二是")]


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        ("一三三四", "三"),
        ("一二五四五", "五"),
        ("一二三三五", "三"),
        ("三二三", "三"),
        ("一四五六", "四"),
    ],
)
def test_one_wrong_ordinal_is_told_once(numbers: str, wrong: str) -> None:
    text = "；".join(f"{number}是建立台账" for number in numbers)
    (told,) = found(f"{text}。")
    assert told[1] == f"{wrong}是"


def test_two_wrong_ordinals_are_told_both() -> None:
    text = "；".join(f"{number}是建立台账" for number in "一二二四四六")
    assert found(f"{text}。") == [("K04-order", "二是"), ("K04-order", "四是")]


def test_an_enumeration_goes_on_from_paragraph_to_paragraph() -> None:
    assert found("一是建台账。\n二是明责任。\n三是严督查。") == []
    assert found("一是建台账。\n## 加强领导\n二是明责任。") == [
        ("K05-single", "一是"),
        ("K03-start", "二是"),
    ]


def test_an_enumeration_goes_on_around_a_table() -> None:
    first, second = Passage("一是建台账。", Kind.BODY), Passage("二是明责任。", Kind.BODY)
    assert list(find_claims([first, Passage("项目", Kind.CELL), second])) == []
    (single, start) = find_claims([first, Passage("照片", Kind.OTHER), second])
    assert (single.rule_id, start.rule_id, start.passage) == ("K05-single", "K03-start", 2)


def test_the_place_of_a_slip_is_in_its_own_paragraph() -> None:
    passages = tuple(read_rows(("一是建台账。", "工作稳步推进，三是明责任。")))
    (slip,) = find_claims(passages)
    assert slip.passage == 1
    assert passages[1].text[slip.start : slip.end] == "三是"
