"""`build` and `rollup`: inputs through the stages."""

import argparse
from typing import TYPE_CHECKING

from pipeline.cli.console import report, say, summarise, with_progress
from pipeline.cli.inputs import find_inputs, find_plan
from pipeline.diagnostics.errors import ExitCode, UsageError
from pipeline.messages import Lang

if TYPE_CHECKING:
    from pipeline.tasks.build import Outcome, RollUpOutcome


def build(options: argparse.Namespace, lang: Lang) -> ExitCode:
    formats = _formats(options)
    if options.prove and len(formats) == 1:
        raise UsageError(
            "--prove 要比较 Word 和 PDF，去掉 --format", "--prove compares both; leave --format out"
        )
    paths = find_inputs(options.inputs)
    from pipeline.tasks.build import Options, build_all, fallback_notes  # noqa: PLC0415

    settings = Options(options.out, formats, options.strict, options.prove)
    outcomes = report(with_progress(build_all(paths, settings), len(paths)), options, lang)
    if not options.json:
        made_pdf = any(path.suffix == ".pdf" for outcome in outcomes for path in outcome.files)
        summarise(outcomes, fallback_notes() if made_pdf else (), lang)
    return _exit_code(outcomes)


def roll_up(options: argparse.Namespace, lang: Lang) -> ExitCode:
    formats = _formats(options)
    path = find_plan(options.plan)
    from pipeline.tasks.build import Options, roll_up_one  # noqa: PLC0415

    settings = Options(options.out, formats, options.strict)
    done = roll_up_one(path, settings)
    outcomes = report((*done.units, done.report), options, lang)
    if done.due and not options.json:
        say(_describe_reporting(done, lang))
    return _exit_code(outcomes)


def _describe_reporting(done: "RollUpOutcome", lang: Lang) -> str:
    """How many units have reported, how many of them with errors, and whose files are not known."""
    is_zh = lang is Lang.ZH
    if is_zh:
        text = f"应报 {done.due} 个单位，已报 {done.reported} 个"
    else:
        text = f"of {done.due} units {done.reported} have reported"
    if done.at_fault:
        text += f"，其中 {done.at_fault} 个有错" if is_zh else f", {done.at_fault} with errors"
    if done.unclaimed:
        text += (
            f"；另有 {done.unclaimed} 份文件对不上名单里的单位"
            if is_zh
            else f"; files that are no listed unit's: {done.unclaimed}"
        )
    return text


def _formats(options: argparse.Namespace) -> tuple[str, ...]:
    from pipeline.tasks.build.press import MAKERS  # noqa: PLC0415

    formats = tuple(dict.fromkeys(options.format.split(",")))
    if unknown := [kind for kind in formats if kind not in MAKERS]:
        zh, en, every = (mark.join(MAKERS) for mark in ("、", ", ", ","))
        raise UsageError(
            f"--format 不认识“{unknown[0]}”，可以写 {zh} 或 {every}",
            f"--format does not know “{unknown[0]}”; use {en} or {every}",
        )
    return formats


def _exit_code(outcomes: "list[Outcome]") -> ExitCode:
    is_failed = any(outcome.is_failed for outcome in outcomes)
    return ExitCode.REPORT_FAILED if is_failed else ExitCode.DONE
