"""`new`: a starter to fill in, or last time's file carried over."""

import argparse
from typing import TYPE_CHECKING

from pipeline.cli.confirmations import describe_left
from pipeline.cli.console import print_findings, say, warn
from pipeline.cli.inputs import INPUTS, find_inputs
from pipeline.diagnostics.errors import ExitCode, UsageError
from pipeline.messages import Lang

if TYPE_CHECKING:
    from pipeline.tasks.carry import CarriedFile


def new_input(options: argparse.Namespace, lang: Lang) -> ExitCode:
    if options.source is not None:
        return _carry(options, lang)
    from pipeline.tasks.scaffold import write_starter  # noqa: PLC0415

    path = write_starter(options.name, options.template or "summary", options.outline, INPUTS)
    say(
        f"已写好 {path}。填好后运行：banxin build {path}"
        if lang is Lang.ZH
        else f"wrote {path}; fill it in, then run: banxin build {path}"
    )
    return ExitCode.DONE


def _carry(options: argparse.Namespace, lang: Lang) -> ExitCode:
    from pipeline.tasks.build import Outcome  # noqa: PLC0415
    from pipeline.tasks.carry import write_carried  # noqa: PLC0415

    if options.outline is not None:
        raise UsageError(
            "沿用的文件保持原来的结构，--from 不能和 --outline 一起用；"
            "要换结构，写好以后再改文件里的“结构”和各部分",
            "a file that is carried keeps its outline; leave --outline out, and change 结构 and the"
            " parts in the new file",
        )
    if options.source.is_dir():
        raise UsageError(
            f"--from 后面写一份文件，{options.source} 是文件夹",
            f"--from takes a file, and {options.source} is a folder",
        )
    (source,) = find_inputs([options.source])
    done = write_carried(options.name, source, options.template, INPUTS)
    if isinstance(done, Outcome):
        print_findings(done, lang, warn)
        warn(
            "先改好上面的错误，再沿用这份文件"
            if lang is Lang.ZH
            else "correct these first; then the file can be carried"
        )
        return ExitCode.REPORT_FAILED
    _report(done, lang)
    return ExitCode.DONE


def _report(done: "CarriedFile", lang: Lang) -> None:
    left = describe_left(done.left, lang)
    if lang is Lang.ZH:
        say(f"已写好 {done.path}，由 {done.old} 年沿用到 {done.new} 年")
        say(f"{left}。逐处核对：banxin check {done.path}")
    else:
        say(f"wrote {done.path}, carried from {done.old} to {done.new}")
        say(f"{left}; go through them with: banxin check {done.path}")
