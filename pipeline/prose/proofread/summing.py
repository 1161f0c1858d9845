"""Streams -> claims that look back or ahead by their words: 以上四个特点, 开展“五进”活动.

What sums up is held against the one sequence, or the points, that end right before it; a heading
that names an activity against what below it begins with the word that it counts, item by item.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from pipeline.chinese.numerals import COUNTS, read_numeral
from pipeline.prose.proofread.claim_words import Claim, find_claims_in
from pipeline.prose.proofread.passage import Passage, PassageKind
from pipeline.prose.proofread.preceding import Miscount
from pipeline.prose.proofread.sequences import NumberRun, find_runs
from pipeline.prose.proofread.streams import Stream, passages_below

_THINGS = (
    "方面|特点|特色|亮点|做法|经验|体会|启示|措施|举措|环节|机制|问题|不足|原因|转变|变化|成效"
    "|任务|要求"
)
_SUMMING = re.compile(
    "(?:^|(?<=[。！？\n]))(?P<back>以上|上述|这)?"
    rf"(?P<claim>(?P<n>[{COUNTS}十])(?:[个大项种](?:{_THINGS})|[点条](?=[，是]|{_THINGS})))"
)
_TOGETHER = re.compile("[，]?(?:相互|相辅|缺一|互为|环环相扣|紧密|有机|彼此|层层)")
"""What is said of a whole that was listed: 四个特点相辅相成."""

_LEADS = re.compile("[^。！？\n]*：")
_ONE_SENTENCE = re.compile("[^。！？\n]*[。！？]\n?")


def find_summed(stream: Stream, passages: Sequence[Passage]) -> Iterator[Miscount]:
    """What sums up another number of things than stand right before it."""
    text = stream.text
    for match in _SUMMING.finditer(text):
        is_back = match["back"] or _TOGETHER.match(text, match.end())
        if not is_back or _LEADS.match(text, match.end()):
            continue
        count = _run_before(text, match.start()) or (
            _points_before(stream, passages) if match.start() == 0 else 0
        )
        if count > 1 and count != read_numeral(match["n"]):
            yield Miscount(*match.span("claim"), match["claim"], count)


def _run_before(text: str, end: int) -> int:
    """How many items the only sequence before a place has, where its last ends there; else 0."""
    runs = [run for run in find_runs(text) if run.marks[0].start < end]
    if len(runs) != 1 or not _is_whole(runs[0]) or runs[0].marks[-1].start > end:
        return 0
    return runs[0].count if _ONE_SENTENCE.fullmatch(text, runs[0].marks[-1].end, end) else 0


def _is_whole(run: NumberRun) -> bool:
    return [mark.number for mark in run.marks] == list(range(1, len(run.marks) + 1))


def _points_before(stream: Stream, passages: Sequence[Passage]) -> int:
    """How many points end right before a text."""
    before = passages[: stream.first][::-1]
    if stream.kind is not PassageKind.BODY or not before:
        return 0
    group, part = before[0].group, passages[stream.first].part
    points = takewhile(
        lambda one: one.kind is PassageKind.POINT and (one.group, one.part) == (group, part), before
    )
    return sum(1 for _ in points)


# --- activities in headings ------------------------------------------------------------------

_DEEDS = re.compile("(?:开展|推进|实施|推行|落实|组织|抓[好实]|做[好实]|深化|深入)$")
_ACTIVITY = re.compile("(?:系列|专项)?(?:活动|行动|工作|服务|举措)(?=$|[，、：—\\s])")
_MOST_KEY_CHARS = 2


def find_activities(stream: Stream, passages: Sequence[Passage]) -> Iterator[Miscount]:
    """“五进” of a heading 开展“五进”活动 where another number of 进… stands below."""
    for claim in find_claims_in(stream.text):
        is_activity = _DEEDS.search(stream.text[: claim.start]) and _ACTIVITY.match(
            stream.text, claim.end
        )
        if is_activity and not claim.is_plain and 0 < len(claim.key) <= _MOST_KEY_CHARS:
            numbers = tuple(_items_below(claim, stream, passages))
            if numbers and claim.number not in numbers:
                yield Miscount(claim.start, claim.end, claim.text, numbers[0])


def _items_below(claim: Claim, stream: Stream, passages: Sequence[Passage]) -> Iterator[int]:
    """How many items there are in each list below that has nothing but items with the key."""
    level = passages[stream.first].level
    below = passages_below(stream, passages)
    headings = [
        one.text for one in below if one.kind is PassageKind.HEADING and one.level == level + 1
    ]
    points = [one.text for one in below if one.kind is PassageKind.POINT]
    body = "\n".join(one.text for one in below if one.kind is PassageKind.BODY)
    runs = [[body[mark.end :] for mark in run.marks] for run in find_runs(body)]
    sentences = [re.split("[、，；]", one) for one in re.split("[。！？\n]", body)]
    for items in (headings, points, *runs, *sentences):
        if len(items) > 1 and all(item.startswith(claim.key) for item in items):
            yield len(items)
            yield sum(item.count(claim.key) for item in items)
    yield from _listed_once(claim.key, body)


_LEAST_LISTED = 3


def _listed_once(key: str, text: str) -> Iterator[int]:
    """How many items a list within a sentence has, where the key stands nowhere else."""
    item = f"{key}[^、，。；：！？\n]{{1,8}}"
    for match in re.finditer(f"{item}(?:[、和]{item})+", text):
        count = match[0].count(key)
        if count == text.count(key) and count >= _LEAST_LISTED and "等" not in match[0]:
            yield count
