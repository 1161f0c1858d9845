"""What is printed of the inputs: their findings, a bar while they are done, a sum at the end."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from pipeline.cli.confirmations import PREFIX, describe_left
from pipeline.messages import Lang, Severity

if TYPE_CHECKING:
    from pipeline.diagnostics.diagnostic import Diagnostic
    from pipeline.tasks.build import Outcome

_Done = TypeVar("_Done")

_PROGRESS_FROM = 5
"""From this many reports on, a terminal shows a progress bar."""

SHOWN_WHOLE = 3
"""So many findings of one kind in one input are shown with their line and their fix."""


_UNREAD = {
    "NOT_YET": (
        "正文还没有校对，改正上面的错误后再检查一次",
        "the text was not proofread yet: fix the errors above, then check it again",
    ),
    "PARTLY": (
        "【】不成对、待确认标记不完整的几段还没有校对，改正后再检查一次",
        "text with a lone 【 or 】 or a broken mark was not proofread: fix it, then check again",
    ),
}
"""What is said last of an input whose text could not be proofread, or not all of it."""


def say(text: str) -> None:
    sys.stdout.write(text + "\n")


def warn(text: str) -> None:
    sys.stderr.write(text + "\n")


def with_progress(outcomes: Iterator[_Done], count: int) -> Iterator[_Done]:
    if count < _PROGRESS_FROM or not sys.stderr.isatty():
        return outcomes
    return _track(outcomes, count)


def _track(outcomes: Iterator[_Done], count: int) -> Iterator[_Done]:
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    # What goes to a file is not to be drawn above the bar.
    is_shown = sys.stdout.isatty()
    console = Console(stderr=True)
    with Progress(console=console, transient=True, redirect_stdout=is_shown) as progress:
        yield from progress.track(outcomes, total=count, description="")


def report(
    outcomes: "Iterable[Outcome]", options: argparse.Namespace, lang: Lang
) -> "list[Outcome]":
    """Print the findings of each report as it is done, or all of them as one JSON array."""
    done: list[Outcome] = []
    for outcome in outcomes:
        done.append(outcome)
        if not options.json:
            print_findings(outcome, lang, warn)
    if options.json:
        records = [d.as_record(lang) for outcome in done for d in outcome.diagnostics]
        say(json.dumps(records, ensure_ascii=False, indent=2))
    return done


def print_findings(outcome: "Outcome", lang: Lang, emit: Callable[[str], None]) -> None:
    """The findings of one input by way of `emit`, then what became of it."""
    from pipeline.diagnostics.diagnostic import describe  # noqa: PLC0415

    counted: Counter[str] = Counter()
    for diagnostic in outcome.diagnostics:
        place = diagnostic.location
        is_own = place is not None and place.file == outcome.path
        text = describe(diagnostic, outcome.source_text if is_own else None, lang)
        counted[diagnostic.code] += 1
        # Of one kind, the first few show the line and the fix; the rest take a line each.
        emit(text if counted[diagnostic.code] <= SHOWN_WHOLE else text.split("\n", 1)[0])
    left = {code.removeprefix(PREFIX): counted[code] for code in counted if code.startswith(PREFIX)}
    if left:
        emit(describe_left(left, lang))
    is_zh = lang is Lang.ZH
    if outcome.is_failed:
        emit(f"✗ {outcome.path}" + ("：没有通过" if is_zh else ": failed"))
        if outcome.proofread.name in _UNREAD and outcome.source_text is not None:
            emit("  " + _UNREAD[outcome.proofread.name][0 if is_zh else 1])
    elif outcome.files:
        folder = outcome.files[0].parent
        names = "、" if is_zh else ", "
        made = names.join(path.name for path in outcome.files if path.suffix in (".docx", ".pdf"))
        say(f"✓ {outcome.path} → {folder}/\n    {made}")
    else:
        say(f"✓ {outcome.path}")


def summarise(outcomes: "list[Outcome]", notes: "tuple[Diagnostic, ...]", lang: Lang) -> None:
    failed = sum(outcome.is_failed for outcome in outcomes)
    warnings = sum(
        d.severity is Severity.WARNING for outcome in outcomes for d in outcome.diagnostics
    )
    if lang is Lang.ZH:
        text = f"共 {len(outcomes)} 份：通过 {len(outcomes) - failed}，"
        text += f"没有通过 {failed}，警告 {warnings}"
    else:
        text = f"reports: {len(outcomes) - failed} done, {failed} failed, "
        text += f"{warnings} warnings"
    say(text)
    if notes:
        roles = "、".join(f"{dict(n.details)['role']} {dict(n.details)['found']}" for n in notes)
        zh = f"PDF 用开源字体代替了官方字体（{roles}）；Word 文件不受影响，详见 banxin doctor"
        en = f"open fonts stand in for the official ones in the PDF ({roles}); see banxin doctor"
        say(zh if lang is Lang.ZH else en)
