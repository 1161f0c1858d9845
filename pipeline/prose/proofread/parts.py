"""The parts of a summary: how much each has of the text, and figures among the results."""

import re
from collections.abc import Iterator, Sequence

from pipeline.chinese.numerals import ONES, UNITS
from pipeline.model.report.outline import PartRole
from pipeline.prose.proofread.passage import Passage, PassageKind, TextIssue

_SHARED = (PartRole.OVERVIEW, PartRole.PRACTICES, PartRole.FEATURES, PartRole.RESULTS)
"""Parts that ought to have their share of a text; problems and plans may well be short."""

_LEAST_TEXT = 800
"""Characters from which on the parts of a report have proportions."""

_LEAST_RESULTS = 100
_LOW, _HIGH = 0.1, 0.5
_PARTS_OF_A_REPORT = 3
"""So many of them must be there for a text to be a summary that is made of them."""

_FIGURE = re.compile(
    rf"\d|百分之|[{ONES}{UNITS}万两][{ONES}{UNITS}万余多]*"
    r"(?:次|人|名|户|件|项|个(?!别)|家|条|篇|场|册|元|公里|倍|成(?!效|为|果|功|长|立))"
)


_QUOTED = re.compile("“[^“”]*”")


def _has_figure(row: tuple[int, str]) -> bool:
    """Whether a text counts something; “两个率先” is a name and counts nothing."""
    return _FIGURE.search(_QUOTED.sub("", row[1])) is not None


def find_parts(passages: Sequence[Passage]) -> Iterator[TextIssue]:
    """A part too short or too long, results without a figure; reported where the part begins."""
    texts: dict[str, list[tuple[int, str]]] = {}
    roles: dict[str, PartRole] = {}
    for number, passage in enumerate(passages):
        if passage.role in _SHARED and passage.kind in (PassageKind.BODY, PassageKind.POINT):
            texts.setdefault(passage.part, []).append((number, passage.text))
            roles[passage.part] = passage.role
    lengths = {part: sum(len(text) for _, text in rows) for part, rows in texts.items()}
    for part, rows in texts.items():
        is_of_results = roles[part] is PartRole.RESULTS and lengths[part] >= _LEAST_RESULTS
        if is_of_results and not any(map(_has_figure, rows)):
            number, text = rows[0]
            zh, en = "通篇没有数字", "no figure in it"
            yield TextIssue("S14-figures", number, 0, len(text), zh, en)
    total = sum(lengths.values())
    if len(lengths) < _PARTS_OF_A_REPORT or total < _LEAST_TEXT:
        return
    for part, length in lengths.items():
        if not _LOW <= (share := length / total) <= _HIGH:
            number, text = texts[part][0]
            shown = _show_share(share)
            found = f"“{part}”占全文的 {shown}", f"“{part}” has {shown} of the text"
            yield TextIssue("S15-share", number, 0, len(text), *found)


_DECIMALS = (0, 1, 2, 3)


def _show_share(share: float) -> str:
    """A share outside the bounds as a percentage with so many decimals that it shows so."""
    texts = [f"{share:.{decimals}%}" for decimals in _DECIMALS]
    outside = (text for text in texts if not _LOW <= float(text[:-1]) / 100 <= _HIGH)
    return next(outside, texts[-1])
