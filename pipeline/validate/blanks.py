"""Blanks, 【待填…】: what was left to be filled in before a report can go out."""

from collections.abc import Iterator

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.figures.facts import Facts
from pipeline.load.yaml import Scalar
from pipeline.model.report.traits import Holds
from pipeline.model.tokens import TO_FILL_IN, TokenKind
from pipeline.validate.texts import resolve_text
from pipeline.validate.tree import InputTree


def diagnose_blank(name: str, place: Location) -> Diagnostic:
    """A blank by what stands in its brackets."""
    what = name.removeprefix(TO_FILL_IN).lstrip("：: ") or f"【{name}】"
    return diagnose("blank", place, what=what)


def check_document_number(input_: InputTree) -> Iterator[Diagnostic]:
    """The blanks in the number, whose form is otherwise its own affair."""
    for entry in input_.root.entries:
        is_number = entry.field is not None and entry.field.holds is Holds.DOCUMENT_NUMBER
        if is_number and isinstance(entry.value, Scalar):
            text = resolve_text(entry.value, (entry.name,), input_.source, Facts({}))
            for token in text.tokens:
                if token.kind is TokenKind.BLANK:
                    yield diagnose_blank(token.content, text.place_typed(token.start, token.end))
