"""What a number in running text counts, and in whose name: 合理化建议, 37条.

Made for precision: two counts are compared only where they must be of the same thing, so whatever
narrows a phrase (a month, a unit's name, 其中, 每) keeps it out of every comparison.
"""

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.figures.audit.numbers import CountedNumber, find_counts
from pipeline.figures.audit.statements import Statement, without_quoted
from pipeline.figures.facts import Quantity

_VERBS = """
    组织开展 组织召开 组织举办 归并整理 累计完成
    召开 开展 举办 举行 组织 进行 实施 完成 推出 编发 印发 发放 发布 刊发 播发 刊播 播出 撰写
    征集 收集 收到 提出 采纳 办理 解决 整改 排查 走访 慰问 培训 服务 接待 受理 建立 制定 出台
    新建 改造 投入 筹集 落实 评选 表彰 选派 参加 参与 吸引 覆盖 惠及 实现 达到 形成 外借
    共有 共计 累计 合计 总计 先后 已经 共 已 并 又 再 还 也 达 为 计 有 了
"""
_VERB = "|".join(_VERBS.split())
_LEADING = re.compile(rf"(?:{_VERB})+")
_TRAILING = re.compile(r"(?:合计|共计|累计|总计|达到|超过|共有|[共达为计有了])+$")
_NEUTRAL = re.compile(
    r"(?:(?:我|全|本|该)[省市县区局校馆院所站台队委办部科系统乡镇村]{1,2})?"
    r"(?:上下|广大)?(?:党员|干部|职工|群众|师生|教师|学生)*(?:活动(?:期间|以来|中|开展以来)|期间)?"
    r"(?:据统计|截至目前|目前|一年来|全年|今年以来|年内)?"
)
NARROW = re.compile(
    r"其中|每|各(?![界项类])|分别|人均|平均|季度|阶段|上半年|下半年|上年|去年|往年|同期|同比|环比|[0-9]+月"
    r"|增加|增长|增至|减少|下降|提高|降至|不少于|不低于|至少|以上|左右|比|首批|首次|第"
)
_SCOPE = re.compile(
    r"(?<![我全本该])(?:[镇乡村校科室股局台站院所馆厂店班队]|(?<!干)部)|^(?:在|于|对|从|自)"
)
"""An opening phrase that says of whom or of when the rest is: 青禾镇高度重视, 在对照检查中."""
_CLAUSE_END = "，。；！？：、,;!?:|（）()\n"
_SENTENCE_END = "。；！？\n"
_LEAST_NOUN = 3
_LONGEST_SENTENCE = 400
"""Of a longer one nobody can say what its numbers count."""


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A count and the nouns it may be of, the fullest first; with its span in the words.

    `reference` is the figure it was referred to by, None where the number was typed.
    """

    nouns: tuple[str, ...]
    quantity: Quantity
    start: int
    end: int
    reference: str | None


def find_counted(statement: Statement) -> Iterator[CountedNoun]:
    """The counts of a text that say by themselves what they count."""
    phrases = _Phrases(without_quoted(statement.words))
    for count in find_counts(statement.words):
        reference = statement.reference_at(count.start, count.end)
        # 约 and 余 say that the number is another; a number half typed says nothing.
        if count.is_about or reference == "" or not _stands_alone(phrases, count):
            continue
        nouns = _nouns(phrases, count)
        if nouns:
            yield CountedNoun(nouns, count.quantity, count.start, count.end, reference)


class _Phrases:
    """A text, and where its sentences and clauses end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._clauses = [index for index, char in enumerate(text) if char in _CLAUSE_END]
        self._sentences = [index for index in self._clauses if text[index] in _SENTENCE_END]

    def sentence_before(self, place: int) -> str:
        """The words of its sentence before a place."""
        return self._before(self._sentences, place)

    def clause_before(self, place: int) -> str:
        return self._before(self._clauses, place)

    def clause_behind(self, place: int) -> str:
        index = bisect.bisect_left(self._clauses, place)
        end = self._clauses[index] if index < len(self._clauses) else len(self.text)
        return self.text[place:end]

    def _before(self, ends: list[int], place: int) -> str:
        index = bisect.bisect_left(ends, place)
        return self.text[ends[index - 1] + 1 if index else 0 : place]


def _stands_alone(phrases: _Phrases, count: CountedNumber) -> bool:
    """Whether nothing before it in its sentence narrows what is counted."""
    before = phrases.sentence_before(count.start)
    number = phrases.text[count.start : count.end]
    sentence = before + number + phrases.clause_behind(count.end)
    if len(sentence) > _LONGEST_SENTENCE or NARROW.search(sentence):
        return False
    *openers, _ = re.split(f"[{re.escape(_CLAUSE_END)}]", before)
    return not any(map(_SCOPE.search, openers))


def _nouns(phrases: _Phrases, count: CountedNumber) -> tuple[str, ...]:
    """The noun before the number (合理化建议37条) or behind it (37条合理化建议)."""
    behind = phrases.clause_behind(count.end)
    subject, noun = _split(phrases.clause_before(count.start))
    found = _readings(noun)
    if behind:
        found = () if found[-1] else (behind.removeprefix("的"),)
    if not _NEUTRAL.fullmatch(subject):
        return ()
    return tuple(one for one in found if len(one) >= _LEAST_NOUN)


def _split(before: str) -> tuple[str, str]:
    """Whose doing it is and what is counted, parted by the last verb between them.

    A phrase that begins with its verb has no subject; one without a verb is all noun.
    """
    phrase = _TRAILING.sub("", before)
    verbs = [match for match in _LEADING.finditer(phrase) if match.start() > 0]
    if _LEADING.match(phrase) or not verbs:
        return "", phrase
    return phrase[: verbs[0].start()], phrase[verbs[0].start() :]


def _readings(noun: str) -> tuple[str, ...]:
    """The noun as it stands and without the verbs before it: 参与读者 may be 读者."""
    readings = [noun]
    while match := re.match(_VERB, readings[-1]):
        readings.append(readings[-1][match.end() :])
    return tuple(readings)
