"""The commands beside build and check."""

import argparse
from pathlib import Path

from pipeline.cli.console import say, warn
from pipeline.diagnostics.errors import ExitCode
from pipeline.messages import Lang


def print_schema(options: argparse.Namespace, lang: Lang) -> ExitCode:
    del options
    from pipeline.tasks.schema import schema_text  # noqa: PLC0415

    say(schema_text(english=lang is Lang.EN).rstrip("\n"))
    return ExitCode.DONE


def new_template(options: argparse.Namespace, lang: Lang) -> ExitCode:
    from pipeline.tasks.scaffold import write_template  # noqa: PLC0415

    folder = write_template(options.name, Path("templates"), official=options.letterhead)
    say(
        f"已写好模板 {folder}。用 Word 打开 word.docx 修改，"
        f"再运行：banxin template check {options.name}"
        if lang is Lang.ZH
        else f"wrote {folder}; change word.docx in Word, then: banxin template check {options.name}"
    )
    return ExitCode.DONE


def check_one_template(options: argparse.Namespace, lang: Lang) -> ExitCode:
    from pipeline.diagnostics.diagnostic import describe, has_errors  # noqa: PLC0415
    from pipeline.tasks.lint import check_template  # noqa: PLC0415

    found = check_template(options.name)
    for diagnostic in found:
        warn(describe(diagnostic, None, lang))
    if has_errors(found):
        return ExitCode.REPORT_FAILED
    say(
        f"✓ 模板 {options.name} 可以使用"
        if lang is Lang.ZH
        else f"✓ the template {options.name} is sound"
    )
    return ExitCode.DONE


def list_outlines(options: argparse.Namespace, lang: Lang) -> ExitCode:
    del options
    from pipeline.diagnostics.diagnostic import describe  # noqa: PLC0415
    from pipeline.tasks.build import find_templates  # noqa: PLC0415

    outlines = find_templates().outlines
    for name, outline in outlines.by_name.items():
        say(f"{name}  {outline.description}".rstrip())
        headings = "、".join(part.heading for part in outline.parts)
        if headings:
            say(f"    {headings}")
    faults = [fault for found in outlines.faults.values() for fault in found]
    for fault in faults:
        warn(describe(fault, None, lang))
    return ExitCode.REPORT_FAILED if faults else ExitCode.DONE


def pack_reports(options: argparse.Namespace, lang: Lang) -> ExitCode:
    from pipeline.tasks.package import write_packs  # noqa: PLC0415

    names = tuple(Path(report).stem for report in options.reports)
    paths = write_packs(options.out, names)
    for path in paths:
        say(f"✓ {path}")
    if not paths:
        say(
            "这些总结都没有写主送和抄送，没有可打的包"
            if lang is Lang.ZH
            else "none of these reports names a recipient; there is nothing to pack"
        )
    return ExitCode.DONE


def diagnose_machine(options: argparse.Namespace, lang: Lang) -> ExitCode:
    del options
    from pipeline.tasks.doctor import examine  # noqa: PLC0415

    findings = examine()
    for finding in findings:
        say(finding.line(lang))
    is_well = all(finding.is_well for finding in findings)
    return ExitCode.DONE if is_well else ExitCode.ENVIRONMENT
