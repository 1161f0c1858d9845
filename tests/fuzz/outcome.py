"""What becomes of a spoilt file, as one word; run in the guard's worker."""

import json
from pathlib import Path

from pipeline.diagnostics.diagnostic import describe
from pipeline.inspect.examine import examine
from pipeline.inspect.files import Checked
from pipeline.inspect.html import html_report
from pipeline.inspect.local import LocalRules
from pipeline.inspect.sarif import sarif_text
from pipeline.load.yaml import load_bytes
from pipeline.messages import Lang
from pipeline.validate import validate
from tests.samples import RULES


def outcome_of(data: bytes, path: Path) -> str:
    """`found` or `clean`, or the code of the first diagnostic; all is printed in every form."""
    if path.suffix == ".yaml":
        return _outcome_of_input(data, path)
    examination, diagnostics = examine(data, path)
    checked = Checked(path, LocalRules(), examination, diagnostics)
    for lang in Lang:
        json.dumps(checked.records(lang), ensure_ascii=False).encode(errors="backslashreplace")
        sarif_text([checked], lang).encode(errors="backslashreplace")
        html_report([checked], lang).encode(errors="xmlcharrefreplace")
    if examination is None:
        return diagnostics[0].code
    return "found" if examination.findings else "clean"


def _outcome_of_input(data: bytes, path: Path) -> str:
    loaded = load_bytes(data, path)
    _, diagnostics = validate(loaded, RULES)
    source = loaded.source.text if loaded.source else None
    for diagnostic in diagnostics:
        for lang in Lang:
            describe(diagnostic, source, lang).encode(errors="backslashreplace")
    return diagnostics[0].code if diagnostics else "clean"
