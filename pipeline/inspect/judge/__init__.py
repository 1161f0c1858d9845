"""What is seen of a document, with its roles -> findings; the rules that both media share."""

from collections.abc import Callable, Iterator

from pipeline.inspect.finding import Finding
from pipeline.inspect.judge.case import Case
from pipeline.inspect.judge.faces import judge_faces
from pipeline.inspect.judge.headings import judge_headings
from pipeline.inspect.judge.imprint import judge_imprint
from pipeline.inspect.judge.letterhead import judge_letterhead
from pipeline.inspect.judge.page_numbers import judge_page_numbers
from pipeline.inspect.judge.places import judge_places
from pipeline.inspect.judge.prose import judge_prose
from pipeline.inspect.judge.spacing import judge_spacing
from pipeline.inspect.judge.title import judge_title
from pipeline.inspect.judge.wording import judge_wording

__all__ = ["Case", "judge", "judge_layout"]

_JUDGES: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    judge_letterhead,
    judge_title,
    judge_faces,
    judge_places,
    judge_spacing,
    judge_headings,
    judge_wording,
    judge_prose,
    judge_imprint,
    judge_page_numbers,
)


def judge(case: Case) -> Iterator[Finding]:
    """Every finding that rests on what a Word file and a PDF have in common."""
    for one in _JUDGES:
        yield from one(case)


def judge_layout(case: Case) -> Iterator[Finding]:
    """As `judge`, of a document whose text was proofread where it was typed."""
    for one in _JUDGES:
        if one is not judge_prose:
            yield from one(case)
