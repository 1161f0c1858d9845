"""Keys that were typed as text: `小标题：加强领导`, whose colon YAML does not know.

A guess, made only of a text without quotes, and only where the key is a field that may stand in
its place. Anywhere else, and within quotes, 来源：县统计局年报 is a sentence.
"""

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic
from pipeline.facts import Facts
from pipeline.load import diagnose_colon
from pipeline.report.description import keys_at
from pipeline.validate.texts import resolve_text
from pipeline.validate.tree import InputTree


def check_mistyped_keys(input_: InputTree) -> Iterator[Diagnostic]:
    """The texts that begin with the name of a field that a mapping in their place could have."""
    for placed in input_.texts():
        scalar, path = placed.scalar, placed.path
        head, colon, _ = scalar.text.partition("：")
        if colon and scalar.is_plain and head.strip() in keys_at(input_.model, path):
            text = resolve_text(scalar, path, input_.source, Facts({}))
            place = text.place_typed(len(head), len(head) + 1)
            yield diagnose_colon(place, head.strip(), may_be_text=True)
