"""What is said of an examined document as a whole, in the words of both languages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.inspect.examine import Examination
from pipeline.inspect.files import Checked
from pipeline.inspect.finding import SURE, Finding, Said, Spot
from pipeline.inspect.judge.case import NONE
from pipeline.inspect.outline import ElementRole, SeenOutline
from pipeline.messages import Lang, Severity
from pipeline.model.standard import PROFILES
from pipeline.rules import Rule

ROLE_WORDS: dict[ElementRole, Said] = {
    ElementRole.COPY_NUMBER: Said("份号", "copy number"),
    ElementRole.CLASSIFICATION: Said("密级", "security level"),
    ElementRole.URGENCY: Said("紧急程度", "urgency"),
    ElementRole.ISSUER_MARK: Said("发文机关标志", "issuing authority mark"),
    ElementRole.DOCUMENT_NUMBER: Said("发文字号", "document number"),
    ElementRole.SIGNER: Said("签发人", "signer"),
    ElementRole.TITLE: Said("标题", "title"),
    ElementRole.BYLINE: Said("题下署名", "byline"),
    ElementRole.ADDRESSEE: Said("主送机关", "addressee"),
    ElementRole.HEADING1: Said("一级标题", "heading 1"),
    ElementRole.HEADING2: Said("二级标题", "heading 2"),
    ElementRole.HEADING3: Said("三级标题", "heading 3"),
    ElementRole.HEADING4: Said("四级标题", "heading 4"),
    ElementRole.BODY: Said("正文", "body"),
    ElementRole.ATTACHMENT_NOTE: Said("附件说明", "attachment note"),
    ElementRole.SIGNATURE: Said("发文机关署名", "signature"),
    ElementRole.DATE: Said("成文日期", "date of issue"),
    ElementRole.REMARK: Said("附注", "remark"),
    ElementRole.ANNEX_MARK: Said("附件序号", "annex mark"),
    ElementRole.ANNEX_TITLE: Said("附件标题", "annex title"),
    ElementRole.COPIED_TO: Said("抄送机关", "copied to"),
    ElementRole.PRINTING: Said("印发机关和印发日期", "printing office and date"),
    ElementRole.TABLE: Said("表格", "table"),
    ElementRole.CAPTION: Said("图表说明", "caption"),
    ElementRole.OTHER: Said("其他", "other"),
}

SEVERITY_WORDS: dict[Severity, Said] = {
    Severity.ERROR: Said("错误", "error"),
    Severity.WARNING: Said("警告", "warning"),
    Severity.NOTE: Said("提示", "note"),
}

_CERTAIN = 0.9
"""From here on a finding is reported without a doubt."""


def doubt(finding: Finding) -> Said:
    """How sure a finding is, where it is not certain; else no words."""
    if finding.certainty >= _CERTAIN:
        return Said("", "")
    return Said("可能", "likely") if finding.certainty >= SURE else Said("不确定", "unsure")


@dataclass(frozen=True, slots=True)
class Grouped:
    """The findings that say the same of several places; `finding` is the first of them.

    `spots` and `indices` are the place of each and its place among the document's findings.
    """

    finding: Finding
    spots: tuple[Spot, ...]
    indices: tuple[int, ...]

    @property
    def place(self) -> Said:
        """The first place, how many there are, and the next few; empty for the whole document."""
        first, count = self.spots[0], len(self.spots)
        zh, en = first.words(Lang.ZH), first.words(Lang.EN)
        if count == 1:
            return Said(zh, en)
        more = _next_places(self.spots)
        return Said(
            (f"{zh} 等 {count} 处" if zh else f"共 {count} 处") + more.zh,
            (f"{en} and {count - 1} more" if en else f"{count} places") + more.en,
        )

    @property
    def fix(self) -> Said:
        """The fix, and how Word applies it to many places at once."""
        rule = self.finding.rule
        is_together = rule.id in _FIXED_TOGETHER and len(self.spots) > _MANY_PLACES
        more = _TOGETHER if is_together else Said("", "")
        return Said(rule.fix_zh + more.zh, rule.fix_en + more.en)


_MANY_PLACES = 5
_FIXED_TOGETHER = frozenset(
    {"B05-indent", "B05-turned", "B06-font", "B06-size", "G01-pitch", "G03-gaps", "P07-font"}
    | {"P07-size", "P08-ragged", "P09-black", "Q01-start", "Q02-end", "Q05-kinsoku"}
    | {"Z01-quotes", "Z02-latin"}
)
"""Rules on the format of a paragraph or its characters, which Word changes wherever selected."""

_TOGETHER = Said(
    "；用 开始—选择—选择格式相似的文本 选中各处，可以一次改好",
    "; Home > Select > Text with Similar Formatting takes all places at once",
)


def group(findings: Iterable[Finding]) -> tuple[Grouped, ...]:
    """Findings as a person reads them: errors first, and what is the same of many places once."""
    members: dict[tuple[object, ...], list[tuple[int, Finding]]] = {}
    for index, one in enumerate(findings):
        key = (one.rule_id, one.found, one.wanted, one.severity, doubt(one))
        members.setdefault(key, []).append((index, one))
    groups = (
        Grouped(same[0][1], tuple(one.spot for _, one in same), tuple(index for index, _ in same))
        for same in members.values()
    )
    weights = list(Severity)
    return tuple(sorted(groups, key=lambda grouped: weights.index(grouped.finding.severity)))


_NEXT_PLACES = 5


def _next_places(spots: tuple[Spot, ...]) -> Said:
    """The paragraphs after the first, or the pages where paragraphs have no numbers."""
    is_page = not spots[0].paragraph
    all_numbers = dict.fromkeys(spot.page if is_page else spot.paragraph for spot in spots)
    numbers = [str(number) for number in all_numbers if number][1:]
    if not numbers:
        return Said("", "")
    shown, is_cut = numbers[:_NEXT_PLACES], len(numbers) > _NEXT_PLACES
    unit = ("页", "page") if is_page else ("段", "paragraph")
    return Said(
        f"（第 {'、'.join(shown)} {unit[0]}{'…' * is_cut}）",
        f" ({unit[1]}{'s' * (len(shown) > 1)} {', '.join(shown)}{', …' * is_cut})",
    )


def clause_of(rule: Rule) -> Said:
    """The clause with the standard that it stands in; office practice as such."""
    clause = rule.clause
    if not clause[0].isdigit():
        return Said(clause, re.sub("[\u4e00-\u9fff]*惯例", "practice", clause))
    return Said(f"GB/T 9704-2012，{clause}", f"GB/T 9704-2012, {clause}")


def found_and_wanted(finding: Finding) -> Said:
    """What is and what should be, as one clause; empty where neither is known."""
    found, wanted = finding.found, wanted_of(finding)
    if wanted == LOOK:
        clause = LOOK
    elif not wanted.zh:
        clause = Said("", "")
    elif NONE in (found, wanted):
        zh = "应当没有" if wanted == NONE else f"应当有{_gap(wanted.zh)}"
        clause = Said(zh, f"wanted {wanted.en}")
    else:
        clause = Said(f"应当是{_gap(wanted.zh)}", f"wanted {wanted.en}")
    if found == NONE:
        # That something is missing is what the rule itself says.
        return clause
    return Said(
        "，".join(words for words in (found.zh, clause.zh) if words),
        ", ".join(words for words in (found.en, clause.en) if words),
    )


LOOK = Said("请人工核对", "look at it")


def wanted_of(finding: Finding) -> Said:
    """What should be; of what the program cannot judge, that a person has to look at it."""
    return LOOK if finding.rule.row.startswith("X") else finding.wanted


def _gap(words: str) -> str:
    """A blank before a figure or a Latin letter, none before a 汉字 or a Chinese mark."""
    return f" {words}" if words[0].isascii() else words


def counts(checked: Checked) -> Said:
    """How many errors, warnings and notes."""
    numbers = [(checked.count(severity), SEVERITY_WORDS[severity]) for severity in Severity]
    if not any(number for number, _ in numbers):
        return Said("没有发现问题", "nothing was found")
    zh = "，".join(f"{word.zh} {number}" for number, word in numbers)
    en = ", ".join(f"{number} {word.en}{'s' * (number != 1)}" for number, word in numbers)
    return Said(zh, en)


def judged_by(checked: Checked) -> Said:
    """The profile and the local rules that a document was held against, and what it was taken for.

    Empty for a document that could not be examined.
    """
    if checked.examination is None:
        return Said("", "")
    examination = checked.examination
    parts = [_profile(checked, examination), _local(checked), _kind(examination.outline)]
    return Said(
        "；".join(part.zh for part in parts if part.zh),
        "; ".join(part.en for part in parts if part.en),
    )


def _profile(checked: Checked, examination: Examination) -> Said:
    name, measures = examination.profile, checked.rules.measures
    page = (measures or PROFILES[name]).page
    margins = "/".join(
        f"{round(margin, 2):g}"
        for margin in (page.top_mm, page.bottom_mm, page.left_mm, page.right_mm)
    )
    return Said(
        f"版式 {name}（{margins} 毫米{'，从页面认出' if measures is None else ''}）",
        f"profile {name} ({margins} mm{', as the page shows' if measures is None else ''})",
    )


def _local(checked: Checked) -> Said:
    if checked.rules.path is None:
        return Said("", "")
    name, path = checked.rules.name, checked.rules.path
    return Said(
        f"本地规定 {name}（{path}）" if name else f"本地规定 {path}",
        f"local rules {name} ({path})" if name else f"local rules {path}",
    )


def _kind(outline: SeenOutline) -> Said:
    if outline.is_special:
        return Said("认作信函、命令或纪要", "taken for a letter, an order or minutes")
    if outline.is_official:
        return Said("认作带红头的正式公文", "taken for an official document with a letterhead")
    return Said("认作不带红头的材料", "taken for plain material without a letterhead")
