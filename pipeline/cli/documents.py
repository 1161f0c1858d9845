"""What is printed of an examined document: its findings, how it was judged, its roles."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from pipeline.cli.console import SHOWN_WHOLE, say
from pipeline.cli.lines import fold, printable, terminal_columns
from pipeline.diagnostics.diagnostic import columns_of
from pipeline.messages import Lang

if TYPE_CHECKING:
    from pipeline.diagnostics.diagnostic import Diagnostic
    from pipeline.inspect.files import Checked
    from pipeline.inspect.finding import Finding
    from pipeline.inspect.summary import Grouped

_EXCERPT_CHARS = 16


def print_checked(checked: "Checked", lang: Lang, *, strict: bool, with_roles: bool) -> None:
    """The findings of one document, then what became of it."""
    from pipeline.inspect.summary import counts, judged_by  # noqa: PLC0415

    findings = checked.examination.findings if checked.examination else ()
    name = printable(str(checked.path))
    if findings or checked.diagnostics:
        say(name)
    for line in (*_diagnostic_lines(checked.diagnostics, lang), *_finding_lines(findings, lang)):
        say(line)
    if with_roles:
        for line in _role_lines(checked, lang):
            say(line)
    counted, is_zh = counts(checked).words(lang), lang is Lang.ZH
    if checked.is_failed(strict=strict):
        say(f"✗ {name}：没有通过（{counted}）" if is_zh else f"✗ {name}: failed ({counted})")
    else:
        say(f"✓ {name}（{counted}）" if is_zh else f"✓ {name} ({counted})")
    if judged := judged_by(checked).words(lang):
        say(fold(judged, terminal_columns(), "  ", ""))


def _diagnostic_lines(diagnostics: "tuple[Diagnostic, ...]", lang: Lang) -> Iterator[str]:
    for found in diagnostics:
        text = f"{found.severity}[{found.code}] {found.message(lang)}"
        yield fold(text, terminal_columns(), "  ")
        yield _fix(found.hint(lang), lang)


def _finding_lines(findings: "tuple[Finding, ...]", lang: Lang) -> Iterator[str]:
    from pipeline.inspect.summary import group  # noqa: PLC0415

    counted: Counter[str] = Counter()
    for grouped in group(findings):
        yield fold(_sentence(grouped, lang), terminal_columns(), "  ")
        counted[grouped.finding.rule_id] += 1
        if counted[grouped.finding.rule_id] <= SHOWN_WHOLE:
            yield _fix(grouped.fix.words(lang), lang)


def _sentence(grouped: "Grouped", lang: Lang) -> str:
    """Severity, rule, clause, places, fault, what is and what should be, how sure."""
    from pipeline.inspect.summary import doubt, found_and_wanted  # noqa: PLC0415

    finding = grouped.finding
    is_zh = lang is Lang.ZH
    colon, opening, closing = ("：", "（", "）") if is_zh else (": ", " (", ")")
    text = f"{finding.severity}[{finding.rule_id}] {finding.rule.clause}"
    if place := grouped.place.words(lang):
        text += f" {place}"
    text += f"{colon}{finding.rule.message(lang)}"
    if values := found_and_wanted(finding).words(lang):
        text += f"{colon}{values}"
    if words := doubt(finding).words(lang):
        text += f"{opening}{words}{closing}"
    return text


def _fix(words: str, lang: Lang) -> str:
    label = "改法" if lang is Lang.ZH else "hint"
    return fold(f"{label}: {words}", terminal_columns(), "    ")


def _role_lines(checked: "Checked", lang: Lang) -> Iterator[str]:
    """A row for each paragraph: how sure, which role, how it begins."""
    from pipeline.inspect.finding import excerpt_of  # noqa: PLC0415
    from pipeline.inspect.outline import ElementRole  # noqa: PLC0415
    from pipeline.inspect.summary import ROLE_WORDS  # noqa: PLC0415

    if checked.examination is None:
        return
    name, parts = printable(str(checked.path)), checked.examination.outline.parts
    yield (
        f"{name}：认出的要素（{len(parts)} 段）"
        if lang is Lang.ZH
        else f"{name}: the roles of its {len(parts)} paragraphs"
    )
    words = [ROLE_WORDS[part.role].words(lang) for part in parts]
    width = max(map(columns_of, words), default=0)
    for role, run in groupby(parts, key=lambda part: part.role):
        group = list(run)
        # The cells of a table are one thing to the reader; everything else is reported one by one.
        shown = group[:1] if role is ElementRole.TABLE else group
        word = ROLE_WORDS[role].words(lang)
        for part in shown:
            row = f"  {part.certainty:4.0%}  {word}{' ' * (width - columns_of(word))}  "
            more = _more(len(group) - len(shown), lang)
            yield f"{row}{excerpt_of(part.look.text, _EXCERPT_CHARS)}{more}"


def _more(count: int, lang: Lang) -> str:
    if not count:
        return ""
    return f" 等 {count + 1} 段" if lang is Lang.ZH else f" and {count} more"
