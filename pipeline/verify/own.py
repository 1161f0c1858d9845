"""Our own artifacts before they reach dist/: an error of their setting is a defect of ours."""

from pathlib import Path

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.inspect.examine import DOCUMENT_SUFFIXES, examine_layout
from pipeline.inspect.finding import SURE, Finding
from pipeline.inspect.local import LocalRules
from pipeline.messages import Lang, Severity


def check_own(
    artifacts: dict[str, bytes], local: LocalRules, place: Location
) -> tuple[Diagnostic, ...]:
    """A diagnostic for each error that a made .docx or .pdf has by the rules of its template.

    Errors of the wording are the author's, and reported at the input: its text is not
    proofread a second time.
    """
    found: list[Diagnostic] = []
    for kind, data in artifacts.items():
        path = Path(f"{place.file.stem}.{kind}")
        if path.suffix not in DOCUMENT_SUFFIXES:
            continue
        examination, faults = examine_layout(data, path, local.measures)
        found += faults
        for finding in local.weigh(examination.findings) if examination else ():
            if _is_ours(finding):
                found.append(_as_defect(finding, kind, place))
    return tuple(found)


def _is_ours(finding: Finding) -> bool:
    is_error = finding.severity is Severity.ERROR and finding.certainty >= SURE
    return is_error and not finding.rule.is_wording


def _as_defect(finding: Finding, kind: str, place: Location) -> Diagnostic:
    details = {
        f"{name}_{lang.value}": words
        for lang in Lang
        for name, words in (
            ("problem", finding.rule.message(lang)),
            ("where", finding.spot.words(lang)),
            ("found", finding.found.words(lang)),
            ("wanted", finding.wanted.words(lang)),
        )
    }
    rule, clause = finding.rule_id, finding.rule.clause
    return diagnose("own-defect", place, artifact=kind, rule=rule, clause=clause, **details)
