"""`audit`: the ledger of a report's figures, as a workbook and on the terminal."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.console import print_findings, say, warn
from pipeline.cli.inputs import find_inputs
from pipeline.cli.lines import fold, printable, terminal_columns
from pipeline.diagnostics.errors import ExitCode, UsageError
from pipeline.messages import Lang

if TYPE_CHECKING:
    from pipeline.compose.ledger import Ledger, LedgerEntry

_SUFFIX = ".xlsx"


def audit(options: argparse.Namespace, lang: Lang) -> ExitCode:
    """Exit code 1 where an error keeps the report from being laid out: no page is known then."""
    if options.out is not None and options.out.suffix.lower() != _SUFFIX:
        raise UsageError(
            f"--out 后面写表格文件的名称，如 核对表.xlsx，这里是“{options.out}”",
            f"--out takes the name of a workbook, such as ledger.xlsx, not “{options.out}”",
        )
    paths = find_inputs([options.report])
    if len(paths) > 1:
        raise UsageError(
            f"{options.report} 里有 {len(paths)} 份输入，一次核对一份，写上文件名",
            f"there are {len(paths)} inputs in {options.report}; name one of them",
        )
    (path,) = paths
    from pipeline.tasks.build import audit_one  # noqa: PLC0415

    outcome, ledger = audit_one(path)
    if ledger is None or outcome.diagnostics:
        print_findings(outcome, lang, warn)
    if ledger is None:
        return ExitCode.REPORT_FAILED
    out = _write(ledger, options.out or _default_path(ledger, path))
    if options.json:
        say(json.dumps(ledger.as_records(), ensure_ascii=False, indent=2))
        return ExitCode.DONE
    for line in _lines(ledger, lang):
        say(line)
    say(f"✓ {out}")
    return ExitCode.DONE


def _default_path(ledger: "Ledger", path: Path) -> Path:
    """Beside the report that `build` makes."""
    from pipeline.tasks.package import file_stem  # noqa: PLC0415

    suffix = f"-数据核对表{_SUFFIX}"
    return Path("dist") / path.stem / f"{file_stem(ledger.title, suffix)}{suffix}"


def _write(ledger: "Ledger", path: Path) -> Path:
    from pipeline.compose.ledger.workbook import ledger_workbook  # noqa: PLC0415
    from pipeline.tasks.package import write_file  # noqa: PLC0415

    write_file(path, ledger_workbook(ledger))
    return path


def _lines(ledger: "Ledger", lang: Lang) -> Iterator[str]:
    """A line for each figure, its places below it, names and values in columns."""
    from pipeline.diagnostics.diagnostic import columns_of  # noqa: PLC0415

    entries = ledger.entries
    names = max((columns_of(entry.name) for entry in entries), default=0)
    values = max((columns_of(entry.value) for entry in entries), default=0)
    for entry in entries:
        name = entry.name + " " * (names - columns_of(entry.name))
        value = entry.value + " " * (values - columns_of(entry.value))
        hanging = " " * (names + values + 4)
        yield fold(f"{name}  {value}  {_proof_of(entry, lang)}", terminal_columns(), "", hanging)
        yield from _place_lines(entry, lang)
    count = sum(len(entry.places) for entry in entries)
    yield (
        f"共 {len(entries)} 条数据，出现 {count} 处"
        if lang is Lang.ZH
        else f"{len(entries)} figures in {count} places"
    )


def _proof_of(entry: "LedgerEntry", lang: Lang) -> str:
    """What proves a figure, and what it was before."""
    previous = ("；上期：" if lang is Lang.ZH else "; last period: ") + entry.previous
    return entry.proof.replace("\n", "；") + (previous if entry.previous else "")


def _place_lines(entry: "LedgerEntry", lang: Lang) -> Iterator[str]:
    for place in entry.places:
        page = f"第{place.page}页" if lang is Lang.ZH else f"p. {place.page}"
        line = f"{page}  {printable(place.heading)}  {printable(place.excerpt)}"
        yield fold(line, terminal_columns(), "    ", "    ")
    if not entry.places:
        yield "    未引用" if lang is Lang.ZH else "    not referred to"
