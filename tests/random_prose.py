"""Paragraphs of official prose in an order that depends on a seed alone, for generated reports."""

import random

_CLAUSES = (
    "全县上下高度重视，迅速行动",
    "成立由主要负责人任组长的领导小组",
    "把责任落实到岗位、细化到人头",
    "坚持问题导向，逐项对账销号",
    "深入乡镇、社区和企业开展调研",
    "广泛听取干部群众的意见和建议",
    "建立定期会商、定期通报、定期督查制度",
    "把阅读推广与志愿服务结合起来",
    "组织骨干力量包片联系、结对帮扶",
    "推动各项任务往深里走、往实里走",
    "邀请专家学者举办专题讲座",
    "利用农家书屋和职工书屋就近开展活动",
    "做到人员、时间、经费三落实",
    "对发现的问题立行立改，不等不拖",
    "形成了上下联动、齐抓共管的工作格局",
    "群众的满意度和获得感明显提升",
    "进一步完善了长效机制",
    "营造了爱读书、读好书、善读书的浓厚氛围",
    "服务窗口实行首问负责、限时办结",
    "以钉钉子精神抓好每一项具体工作",
)
_DIGITS = (
    "先后举办各类活动128场次，参与群众3.6万人次",
    "自2026年4月20日起至5月31日止，历时42天",
    "图书外借量达到56820册，比上年同期增长23.7%",
    "新增读者证1350张，累计达到2.1万张",
    "发放宣传资料12000余份，解答咨询890人次",
    "投入资金45.8万元，改造阅览面积1600平方米",
    "完成率由2024年的85%提高到2025年的97.5%",
    "共征集意见建议37条，已办结31条，正在办理6条",
)
_QUOTES = (
    "开展“书香进万家”“书香进校园”“书香进机关”系列活动",
    "叫响“唱响主旋律，打好主动战”的口号",
    "落实“一岗双责”，做到“两手抓、两手硬”",
    "印发《关于深入推进全民阅读的实施意见》（以下简称《意见》）",
    "着力破解“不愿读”“没空读”‘读不懂’等问题",
    "学习贯彻《中华人民共和国公共文化服务保障法》",
    "评选出“十佳书香家庭”和“十佳领读人”",
)
_DASHES = (
    "活动的主线只有一条——让群众读得上书、读得起书",
    "书房、书屋、书角、书吧……凡是群众身边的阵地都用了起来",
    "从“要我读”到“我要读”——变化发生在每一个村、每一条街",
    "讲座、沙龙、诵读、展览……形式多样，各有侧重",
    "做法是——定点、定时、定人、定责",
)
_LATIN = (
    "依托“青禾阅读”APP和微信公众号开展线上打卡",
    "在12345政务服务热线增设阅读服务专席",
    "为6个乡镇配备了RFID自助借还设备和5G阅读终端",
    "建成免费WiFi覆盖点24个，接入CNKI等数据库",
    "通过短视频平台发布Vlog和H5作品18件",
)
POOLS = {
    "plain": _CLAUSES,
    "digits": _CLAUSES * 2 + _DIGITS,
    "dense": _CLAUSES[:6] + _DIGITS * 2,
    "quotes": _CLAUSES[:6] + _QUOTES * 2,
    "dashes": _CLAUSES + _DASHES,
    "latin": _CLAUSES + _LATIN,
    "mixed": _CLAUSES + _DIGITS[:4] + _QUOTES[:3] + _DASHES[:2] + _LATIN[:2],
}


class Writer:
    """Paragraphs of clauses in an order that depends on the seed alone."""

    def __init__(self, seed: str, pool: str) -> None:
        self._random = random.Random(seed)
        self._pool = POOLS[pool]

    def paragraph(self, clauses: int) -> str:
        text = ""
        for number in range(clauses):
            mark = "。" if number == clauses - 1 else self._random.choice("，，，；。")
            text += self._random.choice(self._pool) + mark
        return text

    def paragraphs(self, count: int, clauses: int) -> list[str]:
        return [self.paragraph(clauses + self._random.randint(-2, 2)) for _ in range(count)]
