"""What the regulation on official documents (条例) asks of a text, as far as the text shows it."""

import re
from collections.abc import Iterator, Sequence

from pipeline.prose.proofread.passage import Passage, PassageKind, TextIssue

_KINDS = (
    *("决议", "决定", "命令", "令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示"),
    *("批复", "议案", "函", "纪要", "总结", "方案", "计划", "要点", "办法", "规定", "规则", "细则"),
    *(
        "预案",
        "简报",
        "信息",
        "汇报",
        "讲话",
        "致辞",
        "倡议书",
        "公约",
        "章程",
        "制度",
        "清单",
        "台账",
    ),
    *(
        "名单",
        "建议",
        "说明",
        "提纲",
        "材料",
        "综述",
        "评估",
        "规划",
        "条例",
        "准则",
        "标准",
        "答复",
    ),
    *("申请", "公示", "声明", "启事", "协议", "合同", "指南", "手册", "目录", "安排", "措施"),
    *(
        "问答",
        "解读",
        "大事记",
        "年报",
        "发言",
        "倡议",
        "须知",
        "简介",
        "纪实",
        "做法",
        "体会",
        "预算",
    ),
)
_AFTER_KIND = re.compile(r"(?:（[^（）]*）|——.*)$")
_TWO_KINDS = re.compile(r"(?:请示报告|请示函|通知函|意见报告|申请报告|报告请示)$")
_REPORTING = ("报告", "总结", "通报", "汇报")
_REQUEST = re.compile(
    r"[妥当可]否，?请(?:予)?(?:批示|批复|审批|审示|指示)|请(?:予)?(?:批示|批复)(?=[。！]|$)"
    r"|(?<![报提申呈送])请(?:予)?审批(?=[。！]|$)"
)
_LEADER = re.compile(
    r"(?:(?:县|市|省|区|乡|镇|局|厅|州)长|书记|主任|主席|同志|部长|处长|科长)(?=[、，：:]|$)"
)
_SUPERIOR = re.compile(
    "(?!各|全|所属|机关|本)(?!.*(?:人大|人民代表|政协|政治协商))"
    "[^，；。]*(?:[省市县区州盟旗镇乡](?:委|人民政府|政府)|党委|党组|局|厅|领导小组|办公室)"
)
"""A body that a 报告 goes up to; those of its own (各科室) and congresses are none."""

_KEYWORDS = re.compile(r"主题词\s*[：:]")


def find_regulation(passages: Sequence[Passage]) -> Iterator[TextIssue]:
    title = next((p.text for p in passages if p.kind is PassageKind.TITLE), "")
    bare = _AFTER_KIND.sub("", title.strip().rstrip("。，、；："))
    for number, passage in enumerate(passages):
        match passage.kind:
            case PassageKind.TITLE if passage.text == title:
                yield from _judge_title(number, title, bare)
            case PassageKind.ADDRESSEE:
                yield from _report_all("R12-leader", _LEADER.finditer(passage.text), number)
            case PassageKind.BODY | PassageKind.OTHER if keywords := _KEYWORDS.match(passage.text):
                yield _report("R02-keywords", number, keywords)
            case PassageKind.BODY if bare.endswith(_REPORTING):
                yield from _report_all("R11-request", _REQUEST.finditer(passage.text), number)
    yield from _judge_signer(passages, bare)


def _report_all(rule_id: str, matches: Iterator[re.Match[str]], number: int) -> Iterator[TextIssue]:
    return (_report(rule_id, number, match) for match in matches)


def _report(rule_id: str, number: int, match: re.Match[str]) -> TextIssue:
    found = f"“{match[0]}”"
    return TextIssue(rule_id, number, match.start(), match.end(), found, found)


_LEAST_TITLE = 8


def _judge_title(number: int, title: str, bare: str) -> Iterator[TextIssue]:
    if two := _TWO_KINDS.search(bare):
        yield _report("R07-double", number, two)
    elif len(bare) >= _LEAST_TITLE and not bare.endswith(_KINDS):
        found = f"“{title}”"
        yield TextIssue("R07-kind", number, 0, len(title), found, found)


def _judge_signer(passages: Sequence[Passage], bare: str) -> Iterator[TextIssue]:
    """A 请示 to an addressee and a 报告 to a superior body name their signer.

    GB/T 9704-2012, 7.2.6, asks it of what has a letterhead; who calls this knows of that.
    """
    kinds = {passage.kind for passage in passages}
    addressees = [passage.text for passage in passages if passage.kind is PassageKind.ADDRESSEE]
    is_upward = bool(addressees) and (
        bare.endswith("请示") or (bare.endswith("报告") and any(map(_SUPERIOR.match, addressees)))
    )
    if is_upward and PassageKind.SIGNER not in kinds:
        number = next(i for i, p in enumerate(passages) if p.kind is PassageKind.TITLE)
        yield TextIssue(
            "R06-signer", number, 0, len(passages[number].text), f"“{bare}”", f"“{bare}”"
        )
