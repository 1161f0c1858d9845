"""`check --fix`: what is fixed in inputs by the program itself, shown before it is done."""

import argparse
import difflib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.console import say, warn
from pipeline.cli.inputs import is_document
from pipeline.cli.lines import printable
from pipeline.diagnostics.errors import ExitCode, UsageError
from pipeline.messages import Lang

if TYPE_CHECKING:
    from pipeline.prose.review.fix import FixedText

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class _Change:
    """An input that can be fixed: its bytes now, and its text as fixed."""

    path: Path
    data: bytes
    fixed: "FixedText"

    @property
    def new_data(self) -> bytes:
        """The fixed text in the form of the old one, a mark of its encoding kept."""
        mark = _BOM if self.data.startswith(_BOM) else b""
        return mark + self.fixed.text.encode()


def fix(paths: tuple[Path, ...], options: argparse.Namespace, lang: Lang) -> ExitCode | None:
    """Shows what is to be fixed and does it where that is wanted; None where inputs are sound.

    Where nobody can be asked nothing is written, and the exit code says that much is left.
    """
    if documents := [path for path in paths if is_document(path)]:
        raise UsageError(
            f"--fix 只改 YAML 输入，“{documents[0]}”请在 Word 里改",
            f"--fix changes inputs only; correct “{documents[0]}” in Word",
        )
    changes, is_all_read = _find_changes(paths, lang)
    if not changes and is_all_read:
        say("没有可以自动改的地方" if lang is Lang.ZH else "there is nothing to fix automatically")
    if not changes:
        return None
    for change in changes:
        for row in _diff(change):
            say(row)
    if not _is_wanted(options, changes, lang):
        return ExitCode.REPORT_FAILED
    from pipeline.tasks.package import write_file  # noqa: PLC0415

    for change in changes:
        write_file(change.path, change.new_data)
        count = change.fixed.count
        say(
            f"✓ {change.path}：改了 {count} 处"
            if lang is Lang.ZH
            else f"✓ {change.path}: {count} fixed"
        )
    return None


def _find_changes(paths: tuple[Path, ...], lang: Lang) -> tuple[list[_Change], bool]:
    """What is to be fixed, and whether every input could be looked at; else it is reported."""
    from pipeline.tasks.build import find_templates, fix_input  # noqa: PLC0415

    changes: list[_Change] = []
    is_all_read = True
    templates = find_templates()
    for path in paths:
        fixed = fix_input(path, templates)
        if fixed is None:
            is_all_read = False
            warn(
                f"{path}：先改正下面的错误，再用 --fix 改文字"
                if lang is Lang.ZH
                else f"{path}: fix the errors below first, then its text by --fix"
            )
        elif fixed.count:
            changes.append(_Change(path, path.read_bytes(), fixed))
    return changes, is_all_read


def _diff(change: _Change) -> Iterator[str]:
    """The lines that change, as `diff -u` shows them."""
    old, new = (
        [printable(row) for row in text.replace("\r\n", "\n").split("\n")]
        for text in (change.data.decode("utf-8-sig"), change.fixed.text)
    )
    name = str(change.path)
    yield from difflib.unified_diff(old, new, name, name, lineterm="", n=0)


def _is_wanted(options: argparse.Namespace, changes: list[_Change], lang: Lang) -> bool:
    count = sum(change.fixed.count for change in changes)
    if options.yes:
        return True
    is_zh = lang is Lang.ZH
    if not sys.stdin.isatty():
        warn(
            f"以上 {count} 处没有改：这里不能提问；确认要改，加上 --yes"
            if is_zh
            else f"nothing was written: {count} to fix and nobody to ask; add --yes to fix them"
        )
        return False
    question = f"改这 {count} 处吗？(y/N) " if is_zh else f"fix these {count}? (y/N) "
    sys.stdout.write(question)
    sys.stdout.flush()
    if sys.stdin.readline().strip().lower() in ("y", "yes", "是"):
        return True
    warn("没有改" if is_zh else "nothing was written")
    return False
