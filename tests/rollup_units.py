"""Units' inputs for a roll-up: those that are shipped, and any number of others like them.

`python -m tests.rollup_units` writes the shipped ones anew; the same seed gives the same files.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tests.samples import ROOT

PLAN = ROOT / "inputs" / "rollup" / "reading-month-2026.yaml"
SHIPPED_UNITS = PLAN.with_suffix("")
SEED = 20260523


@dataclass(frozen=True)
class Figures:
    """What a unit reports, as it types it."""

    events: str
    readers: str
    books: str
    corners: str
    advice: str
    money: str
    content: str
    brand: str
    advice_name: str = "意见建议"


@dataclass(frozen=True)
class Office:
    """A bureau or a township, and what it has to say of its month of reading."""

    file: str
    name: str
    brand: str
    lead: str
    first_heading: str
    first: str
    second_heading: str
    second: str
    feature: str
    result: str


OFFICES = (
    Office(
        "jiaoyu-ju",
        "青禾县教育局",
        "“晨读一刻钟”",
        "把读书月与校园文化建设结合起来",
        "建好书香校园，让学生有书可读",
        "在各中小学推行“晨读一刻钟”，每天上课前由教师领读、学生轮读，读什么、怎么读由班级自己商定。班级图书角的书由学生从家里带来，读完再换，一本书在一个班里平均传过十几双手。",
        "带动家庭阅读，把书声传到家里",
        "发出《致家长的一封信》，倡议每晚关掉屏幕，陪孩子读书半小时。学校每周收一次亲子阅读记录，选出写得好的在校门口张贴，家长接送时都能看到。",
        "师生同读、家校共读，学校成了全县读书月最热闹的地方。",
        "学生课外阅读量明显增加，乡村学校图书角第一次做到班班都有。",
    ),
    Office(
        "wenhua-lvyou-ju",
        "青禾县文化和旅游局",
        "“青禾讲书场”",
        "以公共文化场馆为阵地，把读书活动办到群众身边",
        "用好文化阵地，把讲台搭到街头",
        "在文化广场、老街戏台开设“青禾讲书场”，请退休教师、非遗传承人和返乡青年轮流登台，讲一本好书，说一段家乡故事。",
        "做强流动服务，把好书送进山村",
        "流动文化车按月排出线路，书随戏走，戏到哪里书就借到哪里，偏远自然村群众当场办证、当场借阅。",
        "文化活动与读书活动合在一起办，场地共用，人气互带。",
        "文化场馆到馆人数稳步上升，读书成为群众休闲的又一个去处。",
    ),
    Office(
        "weisheng-jiankang-ju",
        "青禾县卫生健康局",
        "“候诊书架”",
        "立足行业特点，面向医务人员和就诊群众开展读书活动",
        "在候诊区设书架，让等候变阅读",
        "在县级医院和乡镇卫生院候诊区设立“候诊书架”，摆放健康科普读物和文学图书，患者和家属随手可取，看完放回原处。",
        "组织医护荐书，让专业助健康",
        "各科室每周推荐一本科普读物，由医护人员录成短音频，在候诊区循环播放，把看得懂、用得上的健康知识送到群众耳边。",
        "读书活动与健康科普同步推进，职工受教育，群众得实惠。",
        "候诊秩序有所改善，群众健康知识知晓情况有了提高。",
    ),
    Office(
        "nongye-nongcun-ju",
        "青禾县农业农村局",
        "“田间书屋”",
        "围绕产业发展，引导农民读书学技术",
        "建田间书屋，把书架放到地头",
        "在合作社和育苗大棚旁设“田间书屋”，备齐种植、养殖、农机维修等实用图书，农闲时人人可借，农忙时技术员带书下田。",
        "办夜校读书班，把技术教到户",
        "利用晚上时间举办读书班，先读书后答疑，由农技人员现场解答病虫害防治等问题，讲完再留书回家慢慢看。",
        "读的是农家急需的书，学的是地里管用的技术。",
        "一批种养大户养成了查书解难的习惯，新品种新技术推广更快。",
    ),
    Office(
        "zong-gonghui",
        "青禾县总工会",
        "“班组读书角”",
        "面向企业职工，推动读书活动进班组、进车间",
        "建班组读书角，让职工就近读",
        "在规模以上企业车间休息室建立“班组读书角”，由工会小组长管理，图书按季轮换，职工凭工牌登记即可带走。",
        "办职工读书会，让经验大家谈",
        "请劳动模范和技术能手领读专业书籍，边读边讲自己的操作体会，把书上的道理讲成车间里听得懂的话。",
        "班组是主角，车间是课堂，读书与岗位练兵互相促进。",
        "职工参加技能培训的积极性提高，合理化建议数量增加。",
    ),
    Office(
        "fu-lian",
        "青禾县妇女联合会",
        "“家庭读书会”",
        "以家庭为重点，发动妇女带动全家读书",
        "选好领读人，让好家风代代传",
        "从最美家庭中聘请领读人，每村每社区至少一名，组织邻里家庭轮流做东，围坐读书，交流教育子女的心得。",
        "关爱困境儿童，让书香不落一户",
        "巾帼志愿者与留守儿童结成阅读伙伴，每周见面一次，共读一本书，写一页读书笔记，陪伴孩子养成阅读习惯。",
        "妇女带动孩子，孩子带动家庭，家庭带动邻里。",
        "参加读书会的家庭不断增加，邻里之间来往更多、矛盾更少。",
    ),
    Office(
        "tushuguan",
        "青禾县图书馆",
        "“书香满城”",
        "发挥总馆作用，统筹全县图书资源",
        "开展通借通还，让图书流动起来",
        "以县馆为总馆，在乡镇文化站设分馆，实行一证通用、通借通还，读者在任何一个分馆都能借书、还书、预约新书。",
        "办好换书集市，让旧书找到新主人",
        "每周末举办换书集市，读者以书换书，不收费用，馆员现场登记修补，破损的图书经过修整重新上架。",
        "总馆带分馆，图书跟着读者走。",
        "外借册次创近年新高，分馆借阅量增长更快。",
    ),
    Office(
        "rongmeiti-zhongxin",
        "青禾县融媒体中心",
        "“青禾有声”",
        "发挥媒体优势，为读书月营造氛围",
        "开设专栏，讲好身边读书故事",
        "开设“青禾有声”专栏，由记者走进农家、工地和学校，录下普通人朗读的声音，配上几句心里话，在广播和客户端同步播出。",
        "直播活动，扩大读书覆盖面",
        "对重点读书活动进行直播，网上网下同时荐书，网友留言点书，第二天由图书馆送书上门。",
        "普通读者唱主角，镜头和话筒对准基层。",
        "专栏播放量持续增长，读书月的知晓面不断扩大。",
    ),
    Office(
        "chengguan-zhen",
        "青禾县城关镇人民政府",
        "“楼道书箱”",
        "以社区为单元，把阅读点布到居民楼下",
        "设楼道书箱，让邻里共享好书",
        "在居民楼单元门口设置“楼道书箱”，由楼栋长保管，居民自愿捐书、自由取阅，书箱旁挂一本留言簿，写下读后的一句话。",
        "开社区夜读，让晚上有去处",
        "社区书房延长开放到晚上九点，退休教师轮流值守，辅导放学后无人照看的孩子读书写作业。",
        "阅读点小而密，居民下楼就能读书。",
        "社区书房夜间座无虚席，邻里关系更加融洽。",
    ),
    Office(
        "hexi-zhen",
        "青禾县河西镇人民政府",
        "“河畔诵读”",
        "依托沿河公园，开展全镇诵读活动",
        "办河畔诵读，让书声伴着水声",
        "每周六清晨在沿河公园举办“河畔诵读”，学生、老人、干部同台，诵读经典诗文，也诵读自己写的家乡短章。",
        "建村级书屋，让闲书变活书",
        "把村里闲置的办公用房改成书屋，清点农家书屋存书，淘汰破旧图书，按群众点单补充新书。",
        "诵读搭台，群众唱戏，老少同乐。",
        "村级书屋由锁着门变成天天开门，借阅登记簿写满了新名字。",
    ),
    Office(
        "liuwan-zhen",
        "青禾县柳湾镇人民政府",
        "“集日书摊”",
        "抓住赶集的日子，把读书活动办在集市上",
        "摆集日书摊，让赶集带回一本书",
        "每逢集日，镇干部和志愿者在集市入口摆开“集日书摊”，免费借书，下一个集日归还。卖菜的、修车的、接孩子的，都可以在书摊前坐一坐、翻一翻。一个月下来，书摊借出的书没有丢过一本。",
        "请乡贤荐书，让身边人带身边人",
        "请回乡教师、老支书、种养能手每人推荐一本对自己影响最大的书，写成荐书卡，贴在村务公开栏旁边。",
        "活动不另搭台子，跟着集市走，群众最方便。",
        "集日书摊成了集市上固定的一景，群众主动还书、主动荐书。",
    ),
    Office(
        "shiqiao-zhen",
        "青禾县石桥镇人民政府",
        "“桥头书亭”",
        "围绕古桥文化，开展读乡史、爱家乡活动",
        "建桥头书亭，让游人停下来",
        "在石桥桥头建成“桥头书亭”，陈列乡土文献和地方志书，村民与游客都可以进亭歇脚、翻书、听老人讲古。",
        "编乡土读本，让孩子知家乡",
        "组织退休干部整理村史故事，编成乡土读本送进小学课堂，由编写者本人给学生讲第一课。",
        "读书活动与乡村旅游结合，书香为古桥添了人气。",
        "村民讲家乡故事的多了，游客停留的时间长了。",
    ),
    Office(
        "baiyang-xiang",
        "青禾县白杨乡人民政府",
        "“马背书袋”",
        "面向高山村组，送书上门",
        "背上马背书袋，让好书进深山",
        "继承老放映员背机上山的做法，由乡文化站干部背着书袋走村入户，每月两趟，登记群众想看的书，下一趟带到。",
        "设护林员书箱，让守山人有书伴",
        "在护林点设置书箱，配备法律、防火和文学图书，巡山的护林员交班时换书，把读书和护林宣传一起带到农户家中。",
        "路再远也送，人再少也办。",
        "高山村组群众第一次用上了借书证，点名要书的越来越多。",
    ),
)
"""Thirteen of the fourteen units on the list; 南坪乡 has not reported."""


def draw_figures(office: Office, chance: random.Random) -> Figures:
    """Plausible figures of a unit."""
    size = chance.lognormvariate(0, 0.35)
    return Figures(
        events=f"{round(14 * size * chance.uniform(0.8, 1.2)) + 2}场",
        readers=f"{10 * round(260 * size * chance.uniform(0.8, 1.2))}人次",
        books=f"{10 * round(150 * size * chance.uniform(0.7, 1.3))}册",
        corners=f"{round(9 * size * chance.uniform(0.7, 1.3)) + 1}处",
        advice=f"{round(24 * size * chance.uniform(0.7, 1.3)) + 3}条",
        money=f"{4.5 * size * chance.uniform(0.8, 1.2):.1f}万元",
        content=f"{chance.uniform(93, 99):.1f}%",
        brand=office.brand,
    )


def shipped_figures() -> dict[str, Figures]:
    """Those of the shipped units: one out of line, one in 元, one in 万, one by another name."""
    chance = random.Random(SEED)
    figures = {office.file: draw_figures(office, chance) for office in OFFICES}
    changes = {
        "shiqiao-zhen": {"readers": "48600人次"},
        "nongye-nongcun-ju": {"money": "38500元"},
        "jiaoyu-ju": {"readers": "0.62万人次"},
        "zong-gonghui": {"advice_name": "合理化建议"},
    }
    return figures | {name: replace(figures[name], **new) for name, new in changes.items()}


def unit_text(office: Office, figures: Figures, schema: str = "../../report.schema.json") -> str:
    """The input of a unit as its clerk types it."""
    return f"""# yaml-language-server: $schema={schema}
模板: summary
标题: {office.name}“书香青禾”全民读书月活动总结
单位: {office.name}
日期: 2026-05-27
活动: {{名称: “书香青禾”全民读书月活动, 开始: 2026-04-23, 结束: 2026-05-23}}

数据:
  读书活动: {figures.events}
  参与群众: {figures.readers}
  赠送图书: {figures.books}
  新建读书角: {figures.corners}
  {figures.advice_name}: {figures.advice}
  活动经费: {figures.money}
  群众满意度: '{figures.content}'
  品牌活动: {figures.brand}

导语: 2026年4月23日至5月23日，我单位按照全县统一安排，\
{office.lead}，扎实开展“书香青禾”全民读书月活动。现将有关情况总结如下。

基本情况:
  - 活动期间，举办读书活动【读书活动】，参与群众【参与群众】，赠送图书【赠送图书】，\
新建读书角【新建读书角】，投入活动经费【活动经费】。通过问卷和座谈征集{figures.advice_name}\
【{figures.advice_name}】，群众满意度为【群众满意度】，形成品牌活动【品牌活动】。

主要做法:
  - 小标题: {office.first_heading}
    段落: {office.first}
  - 小标题: {office.second_heading}
    段落: {office.second}

突出特点:
  - {office.feature}

取得成效:
  - {office.result}

结尾: 读书月活动虽已结束，读书的好习惯还要长久保持。下一步，\
我单位将把行之有效的做法固定下来，使全民阅读常态化、长效化。
"""


def shipped_texts() -> dict[str, str]:
    """The shipped units' files by their names."""
    figures = shipped_figures()
    return {f"{one.file}.yaml": unit_text(one, figures[one.file]) for one in OFFICES}


def many_offices(count: int, seed: int = SEED) -> Iterator[tuple[Office, Figures]]:
    """So many units with texts of the shipped ones, names of their own and drawn figures."""
    chance = random.Random(seed)
    for number in range(count):
        office = OFFICES[number % len(OFFICES)]
        named = replace(office, file=f"unit-{number:04}", name=f"青禾县第{number:04}读书站")
        yield named, draw_figures(named, chance)


def write_many(folder: Path, count: int, seed: int = SEED) -> tuple[str, ...]:
    """Writes so many units' inputs; returns the units' names."""
    folder.mkdir(parents=True, exist_ok=True)
    names: list[str] = []
    for office, figures in many_offices(count, seed):
        (folder / f"{office.file}.yaml").write_text(unit_text(office, figures), "utf-8")
        names.append(office.name)
    return tuple(names)


def main() -> None:
    SHIPPED_UNITS.mkdir(parents=True, exist_ok=True)
    for name, text in shipped_texts().items():
        (SHIPPED_UNITS / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
