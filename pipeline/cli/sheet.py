"""`sheet`: an input as a workbook for who does not touch YAML, and back."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.console import print_findings, say, warn
from pipeline.cli.inputs import INPUTS, find_inputs
from pipeline.diagnostics.errors import ExitCode, UsageError
from pipeline.messages import Lang

if TYPE_CHECKING:
    from pipeline.diagnostics.diagnostic import Diagnostic

_WORKBOOK, _INPUT = ".xlsx", ".yaml"


def export_sheet(options: argparse.Namespace, lang: Lang) -> ExitCode:
    from pipeline.load.yaml import load_input  # noqa: PLC0415
    from pipeline.tasks.build import find_templates  # noqa: PLC0415
    from pipeline.tasks.form.export import export_input  # noqa: PLC0415

    path = _input_of(options.report)
    is_workbook = options.report.suffix.lower() == _WORKBOOK
    out = options.out or (options.report if is_workbook else path.with_suffix(_WORKBOOK))
    _look_at_name(out, _WORKBOOK)
    _refuse_to_overwrite(out, options)
    outlines = find_templates().outlines
    loaded = load_input(path, outlines.names)
    data, diagnostics = export_input(loaded, outlines)
    text = loaded.source.text if loaded.source else None
    if data is None:
        return _fail(path, text, diagnostics, lang)
    _write(out, data)
    say(
        f"✓ {path} → {out}\n填好后运行：banxin sheet import {out}\nYAML 里的注释不进工作簿。"
        if lang is Lang.ZH
        else f"✓ {path} → {out}\nfill it in, then run: banxin sheet import {out}\n"
        "Comments of the YAML are not in the workbook."
    )
    return ExitCode.DONE


def new_sheet(options: argparse.Namespace, lang: Lang) -> ExitCode:
    from pipeline.load.yaml import load_bytes  # noqa: PLC0415
    from pipeline.tasks.build import find_templates  # noqa: PLC0415
    from pipeline.tasks.form.export import export_input  # noqa: PLC0415
    from pipeline.tasks.package import file_stem  # noqa: PLC0415
    from pipeline.tasks.scaffold import draw_named_starter  # noqa: PLC0415

    name = file_stem(options.name.removesuffix(_WORKBOOK), _WORKBOOK)
    out = options.out or INPUTS / f"{name}{_WORKBOOK}"
    _look_at_name(out, _WORKBOOK)
    _refuse_to_overwrite(out, options)
    starter = draw_named_starter(options.template, options.outline)
    outlines = find_templates().outlines
    data, _ = export_input(load_bytes(starter.encode(), out, outlines.names), outlines)
    # The starter is ours and has no fault.
    assert data is not None
    _write(out, data)
    say(
        f"已写好 {out}。用 Excel 或 WPS 填好后运行：banxin sheet import {out}"
        if lang is Lang.ZH
        else f"wrote {out}; fill it in with Excel or WPS, then run: banxin sheet import {out}"
    )
    return ExitCode.DONE


def import_sheet(options: argparse.Namespace, lang: Lang) -> ExitCode:
    from pipeline.tasks.build import find_templates, validate_loaded  # noqa: PLC0415
    from pipeline.tasks.form.restore import restore_input  # noqa: PLC0415

    path: Path = options.workbook
    _look_at_name(path, _WORKBOOK)
    out = options.out or INPUTS / f"{path.stem}{_INPUT}"
    _look_at_name(out, _INPUT)
    data = _read(path)
    is_there = out.exists()
    _refuse_to_overwrite(out, options)
    templates = find_templates()
    restored = restore_input(
        data, path, out, lambda loaded: validate_loaded(loaded, templates), templates.outlines
    )
    if restored.text is None:
        return _fail(path, None, restored.diagnostics, lang)
    _write(out, restored.text.encode())
    _write_schema(out.parent)
    _report(path, restored.diagnostics, lang, is_failed=False)
    lost = is_there and options.force
    say(
        f"已写好 {out}。接着运行：banxin build {out}"
        + ("\n原来文件里的注释没有保留。" if lost else "")
        if lang is Lang.ZH
        else f"wrote {out}; next run: banxin build {out}"
        + ("\nThe comments of the file that was there are gone." if lost else "")
    )
    return ExitCode.DONE


def _input_of(named: Path) -> Path:
    """The one input that is meant: by its file, its name, or the name of its workbook."""
    beside = named.with_suffix(_INPUT)
    if named.suffix.lower() == _WORKBOOK:
        named = beside if beside.exists() else Path(named.stem)
    if named.is_dir():
        raise UsageError(
            f"{named} 是文件夹；一次导出一份，写它的名称，如 banxin sheet export 2026-读书月",
            f"{named} is a folder; name one input, as in banxin sheet export 2026-读书月",
        )
    (path,) = find_inputs([named])
    return path


def _look_at_name(path: Path, suffix: str) -> None:
    if path.suffix.lower() != suffix:
        raise UsageError(
            f"这里要写以 {suffix} 结尾的文件名，写的是“{path}”",
            f"a file name that ends with {suffix} goes here, not “{path}”",
        )


def _refuse_to_overwrite(path: Path, options: argparse.Namespace) -> None:
    if path.exists() and not options.force:
        raise UsageError(
            f"{path} 已经存在，没有改动它。用 --out 写到别的文件，或加 --force 覆盖它",
            f"{path} is there already and was not changed; name another with --out, or replace it"
            " with --force",
        )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = "没有这个文件" if isinstance(error, FileNotFoundError) else error.strerror
        raise UsageError(
            f"读不出 {path}：{reason}", f"{path} cannot be read: {error.strerror}"
        ) from error


def _write(path: Path, data: bytes) -> None:
    from pipeline.tasks.package import write_file  # noqa: PLC0415

    write_file(path, data)


def _write_schema(folder: Path) -> None:
    """The schema that the input names in its first line, where it is not there yet."""
    from pipeline.tasks.schema import schema_text  # noqa: PLC0415
    from pipeline.tasks.starter import SCHEMA_NAME  # noqa: PLC0415

    if not (folder / SCHEMA_NAME).exists():
        _write(folder / SCHEMA_NAME, schema_text().encode())


def _fail(
    path: Path, text: str | None, diagnostics: "tuple[Diagnostic, ...]", lang: Lang
) -> ExitCode:
    _report(path, diagnostics, lang, is_failed=True, text=text)
    warn("什么也没有写。" if lang is Lang.ZH else "nothing was written")
    return ExitCode.REPORT_FAILED


def _report(
    path: Path,
    diagnostics: "tuple[Diagnostic, ...]",
    lang: Lang,
    *,
    is_failed: bool,
    text: str | None = None,
) -> None:
    from pipeline.tasks.build import Outcome  # noqa: PLC0415

    print_findings(Outcome(path, text, diagnostics, is_failed=is_failed), lang, warn)
