"""What an office and the author of a report ask of proofreading: severities, lists of words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath

from pipeline.diagnostics.diagnostic import Diagnostic, Location, Severity, diagnose
from pipeline.diagnostics.nearest import find_nearest, offer
from pipeline.load.yaml import load_input
from pipeline.model.report import Report
from pipeline.prose.proofread.words import Word, read_words
from pipeline.rules import TEXT_RULES
from pipeline.validate.tree import InputTree


@dataclass(frozen=True, slots=True)
class Office:
    """What a template sets for every report that is made with it.

    `severities` go before those of the rules, None for a rule that is not looked at; `words` are
    added to the list of words.
    """

    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    words: tuple[Word, ...] = ()

    @property
    def off(self) -> frozenset[str]:
        return frozenset(rule_id for rule_id, weight in self.severities.items() if weight is None)


def read_list(
    name: str, folder: Path, place: Location
) -> tuple[tuple[Word, ...], tuple[Diagnostic, ...]]:
    """The words that a setting names a file of, and what is wrong with it; none from outside."""
    # A clerk on Windows types a backslash between folder and file.
    path = folder / name.replace("\\", "/")
    is_absolute = Path(name).is_absolute() or PureWindowsPath(name).drive != ""
    if is_absolute or not path.resolve().is_relative_to(folder.resolve()):
        return (), (diagnose("file-outside-folder", place, path=name, folder=folder),)
    if not path.is_file():
        return (), (diagnose("file-missing", place, path=name, folder=folder),)
    return read_words(load_input(path), own=path.stem)


def find_unknown_rules(report: Report, tree: InputTree) -> Iterator[Diagnostic]:
    """The rules that an input switches off and that are not there."""
    asked = report.proofreading
    for index, rule_id in enumerate(asked.off if asked else ()):
        if rule_id not in TEXT_RULES and rule_id not in _ALSO:
            near = offer(find_nearest(rule_id, (*TEXT_RULES, *_ALSO)))
            place = tree.place(("校对", "关闭", index))
            yield diagnose("unknown-rule", place, key=rule_id, **near)


_ALSO = ("Q12-half", "B12-zero")
"""Rules of a document's setting that a text breaks just as well."""
