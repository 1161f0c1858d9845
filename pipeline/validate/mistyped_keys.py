"""Keys that were typed as text: `小标题：加强领导`, whose colon YAML does not know.

A guess, made only of a text without quotes, and only where the key is a field that may stand in
its place. Anywhere else, and within quotes, 来源：县统计局年报 is a sentence.
"""

from collections.abc import Iterable, Iterator

from pipeline.diagnostics import Diagnostic
from pipeline.facts import ResolvedText
from pipeline.load import diagnose_colon
from pipeline.report import Report
from pipeline.report.description import keys_at


def check_mistyped_keys(texts: Iterable[ResolvedText]) -> Iterator[Diagnostic]:
    """The texts that begin with the name of a field that a mapping in their place could have."""
    for text in texts:
        head, colon, _ = text.text.partition("：")
        if colon and text.is_plain and head.strip() in keys_at(Report, text.path):
            place = text.place(len(head), len(head) + 1)
            yield diagnose_colon(place, head.strip(), may_be_text=True)
