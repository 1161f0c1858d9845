"""Findings -> SARIF 2.1.0, the form that review tools and code hosts read."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pipeline import __version__
from pipeline.diagnostics.diagnostic import Diagnostic
from pipeline.inspect.files import Checked
from pipeline.inspect.finding import WHOLE, Finding
from pipeline.inspect.summary import clause_of, found_and_wanted
from pipeline.messages import FAULTS, Lang
from pipeline.rules import RULES, Rule

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

_Json = dict[str, Any]


def sarif_text(checked: Iterable[Checked], lang: Lang) -> str:
    """One run with all that was found; messages are in `lang`, rules in both languages.

    An input's finding has its line and column. A document has none: its finding has page and box as
    properties and its paragraph as a logical location.
    """
    results = [result for one in checked for result in _results(one, lang)]
    ids = list(dict.fromkeys(result["ruleId"] for result in results))
    for result in results:
        result["ruleIndex"] = ids.index(result["ruleId"])
    driver = {
        "name": "banxin",
        "semanticVersion": __version__,
        "language": "zh-CN" if lang is Lang.ZH else "en",
        "rules": [_rule(RULES[name]) if name in RULES else _code(name) for name in ids],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _results(checked: Checked, lang: Lang) -> Iterator[_Json]:
    for diagnostic in checked.diagnostics:
        yield _result_of_diagnostic(diagnostic, checked, lang)
    if checked.examination:
        for finding in checked.examination.findings:
            yield _result_of_finding(finding, checked.path, lang)


def _result_of_diagnostic(found: Diagnostic, checked: Checked, lang: Lang) -> _Json:
    place = found.location
    physical: _Json = {"artifactLocation": {"uri": _uri(place.file if place else checked.path)}}
    if place and not checked.is_document:
        start = {"startLine": place.line, "startColumn": place.column}
        physical["region"] = {**start, "endColumn": place.column + place.length}
    return {
        "ruleId": found.code,
        "level": found.severity.value,
        "message": {"text": f"{found.message(lang)}\n{found.hint(lang)}"},
        "locations": [{"physicalLocation": physical}],
    }


def _result_of_finding(finding: Finding, path: Path, lang: Lang) -> _Json:
    spot = finding.spot
    location: _Json = {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}}}
    if spot != WHOLE:
        location["logicalLocations"] = [
            {"kind": "element", "fullyQualifiedName": spot.words(lang), "name": spot.words(lang)}
        ]
        location["message"] = {"text": spot.words(lang)}
    properties = {
        "page": spot.page,
        "boxMm": [round(value, 1) for value in spot.box_mm] if spot.box_mm else None,
        "paragraph": spot.paragraph,
        "found": finding.found.words(lang) or None,
        "wanted": finding.wanted.words(lang) or None,
        "certainty": round(finding.certainty, 2),
    }
    values = found_and_wanted(finding).words(lang)
    colon = "：" if lang is Lang.ZH else ": "
    text = finding.rule.message(lang) + (colon + values if values else "")
    return {
        "ruleId": finding.rule_id,
        "level": finding.severity.value,
        "message": {"text": f"{text}\n{finding.rule.fix(lang)}"},
        "locations": [location],
        "properties": {name: value for name, value in properties.items() if value is not None},
    }


def _rule(rule: Rule) -> _Json:
    clause = clause_of(rule)
    return {
        "id": rule.id,
        "shortDescription": {"text": f"{rule.zh} / {rule.en}"},
        "fullDescription": {"text": f"{rule.zh}（{clause.zh}） / {rule.en} ({clause.en})"},
        "help": {"text": f"{rule.fix_zh} / {rule.fix_en}"},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _code(code: str) -> _Json:
    """The rule of an input's fault; its texts have gaps, which each result fills."""
    fault = FAULTS[code]
    text = f"{fault.message_zh} / {fault.message_en}"
    return {
        "id": code,
        "shortDescription": {"text": text},
        "fullDescription": {"text": text},
        "help": {"text": f"{fault.hint_zh} / {fault.hint_en}"},
        "defaultConfiguration": {"level": fault.severity.value},
    }


def _uri(path: Path) -> str:
    """Relative to where the command was called, as code hosts want it; absolute from elsewhere."""
    absolute = path.absolute()
    try:
        return quote(absolute.relative_to(Path.cwd()).as_posix())
    except ValueError:
        return absolute.as_uri()
