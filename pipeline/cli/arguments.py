"""The words that the command has, and which function does each."""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from pipeline import __version__
from pipeline.cli.audits import audit
from pipeline.cli.checks import check
from pipeline.cli.commands import (
    check_one_template,
    diagnose_machine,
    list_outlines,
    new_template,
    pack_reports,
    print_schema,
)
from pipeline.cli.console import warn
from pipeline.cli.new import new_input
from pipeline.cli.reports import build, roll_up
from pipeline.cli.sheet import export_sheet, import_sheet, new_sheet
from pipeline.diagnostics.errors import ExitCode
from pipeline.messages import Lang
from pipeline.model.standard import PROFILES

_OUTLINE_HELP = "结构，默认由模板决定，有哪些见 banxin outline the outline of the body"

_Run = Callable[[argparse.Namespace, Lang], ExitCode]


class _Parser(argparse.ArgumentParser):
    """argparse, which says what is wrong in English only, with a Chinese sentence before it."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        warn(f"banxin: 命令写得不对，运行 {self.prog} --help 查看写法 / bad usage: {message}")
        raise SystemExit(ExitCode.USAGE)


def draw_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="banxin",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="版心：把填好的 YAML 排成符合 GB/T 9704-2012 的活动总结，"
        "同时得到 Word 和 PDF。\n"
        "Turns filled-in YAML into official summary reports, as Word and as PDF.",
        epilog="退出码 exit codes:\n"
        "  0 完成 done · 1 有总结没有通过 a report failed · 2 用法不对 bad usage\n"
        "  3 缺字体或程序 environment · 4 写不进去 output · 130 已停止 interrupted",
    )
    parser.add_argument("--version", action="version", version=f"banxin {__version__}")
    commands = parser.add_subparsers(title="命令 commands", metavar="命令", required=True)

    command = partial(_add_command, commands)
    _describe_build(command("build", "排出 Word 和 PDF build the reports", build))
    _describe_check(command("check", "检查输入和成品 check inputs and documents", check))
    _describe_audit(command("audit", "列出数据核对表 the ledger of the figures", audit))
    _describe_rollup(
        command("rollup", "汇总各单位，排出全县报告 roll many units up into one report", roll_up)
    )
    new = command("new", "写一份带说明的样例供填写 write a starter to fill in", new_input)
    new.add_argument("name", metavar="NAME", help="文件名，如 2026-读书月")
    new.add_argument("--template", metavar="TEMPLATE", help="模板 template (summary)")
    new.add_argument("--outline", metavar="OUTLINE", help=_OUTLINE_HELP)
    new.add_argument(
        "--from",
        dest="source",
        type=Path,
        metavar="FILE",
        help="沿用上次的文件，逐处待确认 carry last time's file, all of it to be confirmed",
    )
    command("schema", "输出 JSON Schema，供编辑器补全 print the JSON Schema", print_schema)
    _describe_sheet(commands)
    _describe_template(commands)
    command("outline", "列出正文的结构 the outlines that a body can follow", list_outlines)
    pack = command("pack", "按主送、抄送机关打包 a zip for each recipient", pack_reports)
    pack.add_argument("reports", nargs="*", metavar="REPORT", help="dist 里的名称，默认全部")
    pack.add_argument("--out", type=Path, default=Path("dist"), help="成品文件夹 (dist)")
    command("doctor", "检查字体和程序 what is installed and what is missing", diagnose_machine)
    return parser


def _add_command(within: Any, name: str, words: str, run: _Run) -> argparse.ArgumentParser:
    """A command that `run` does, in the language that is asked for."""
    added: argparse.ArgumentParser = within.add_parser(name, help=words, description=words)
    added.add_argument(
        "--lang",
        choices=[str(lang) for lang in Lang],
        default=str(Lang.ZH),
        help="提示所用的语言 language of the messages",
    )
    added.set_defaults(run=run)
    return added


def _describe_template(commands: Any) -> None:
    template = commands.add_parser(
        "template", help="新建或检查模板 make or lint a template", description="模板 templates"
    )
    actions = template.add_subparsers(title="命令 commands", metavar="命令", required=True)
    command = partial(_add_command, actions)
    fresh = command("new", "按标准画一份新模板 draw a fresh template", new_template)
    fresh.add_argument("name", metavar="NAME", help="模板名，如 jiaoyuju")
    fresh.add_argument(
        "--letterhead", action="store_true", help="带版头和版记 with letterhead and imprint"
    )
    lint = command("check", "检查一份模板 lint a template", check_one_template)
    lint.add_argument("name", metavar="NAME", help="模板名 name of the template")


def _describe_sheet(commands: Any) -> None:
    sheet = commands.add_parser(
        "sheet", help="用 Excel 填写 fill in a workbook instead", description="填报表 forms"
    )
    actions = sheet.add_subparsers(title="命令 commands", metavar="命令", required=True)
    command = partial(_add_command, actions)
    fresh = command("new", "写一份空的填报表 write an empty form", new_sheet)
    fresh.add_argument("name", metavar="NAME", help="文件名，如 2026-读书月")
    fresh.add_argument("--template", default="summary", help="模板 template (summary)")
    fresh.add_argument("--outline", metavar="OUTLINE", help=_OUTLINE_HELP)
    export = command("export", "把输入变成填报表 make a form of an input", export_sheet)
    export.add_argument("report", type=Path, metavar="REPORT", help="输入的名称或 .yaml 文件")
    export.add_argument("--out", type=Path, metavar="OUT.xlsx", help="默认放在输入旁边")
    for command_ in (fresh, export):
        command_.add_argument("--force", action="store_true", help="已有的也覆盖 replace it")
    fresh.add_argument("--out", type=Path, metavar="OUT.xlsx", help="默认 inputs/NAME.xlsx")
    back = command("import", "把填好的表变成输入 make an input of a form", import_sheet)
    back.add_argument("workbook", type=Path, metavar="FILE.xlsx", help="填好的表 the form")
    back.add_argument("--out", type=Path, metavar="OUT.yaml", help="默认 inputs/ 里同名的 .yaml")
    back.add_argument("--force", action="store_true", help="已有的也覆盖 replace what is there")


def _describe_build(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="*", type=Path, metavar="INPUT", help="默认 inputs/ 全部")
    _describe_output(parser)
    parser.add_argument(
        "--prove",
        action="store_true",
        help="用 LibreOffice 打开 Word 文件，与 PDF 比对 compare both, the .docx in LibreOffice",
    )
    _describe_shared(parser)


def _describe_rollup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", type=Path, metavar="PLAN", help="汇总方案 the plan (.yaml)")
    _describe_output(parser)
    _describe_shared(parser)


def _describe_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, default=Path("dist"), help="成品文件夹 (dist)")
    parser.add_argument(
        "--format", default="docx,pdf", metavar="docx,pdf", help="只要其中一种 one of the two"
    )


def _describe_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "inputs",
        nargs="+",
        type=Path,
        metavar="FILE",
        help=".yaml、.docx、.pdf，或者文件夹 folders",
    )
    parser.add_argument("--strict", action="store_true", help="警告也算不通过 warnings fail too")
    parser.add_argument(
        "--profile",
        choices=[*PROFILES],
        help="版式，默认按页面认出 page profile; by default that which the page comes nearest to",
    )
    parser.add_argument(
        "--rules", type=Path, metavar="YAML", help="本单位的规定或模板的 template.yaml local rules"
    )
    parser.add_argument(
        "--roles", action="store_true", help="列出认出的要素 how each paragraph was taken"
    )
    parser.add_argument(
        "--html", type=Path, metavar="PAGE", help="写一份带图的结果 a report with pictures"
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="先显示再改正输入里能自动改的文字 fix what needs no person, shown first",
    )
    parser.add_argument(
        "--yes", action="store_true", help="不问就改，与 --fix 合用 fix without asking"
    )
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="给程序读的结果 findings as JSON")
    forms.add_argument("--sarif", action="store_true", help="同上，SARIF 2.1.0 the same as SARIF")


def _describe_audit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", type=Path, metavar="REPORT", help="输入文件 an input")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="XLSX",
        help="表格文件，默认在 dist 里 the workbook; by default in dist",
    )
    parser.add_argument("--json", action="store_true", help="给程序读的结果 the ledger as JSON")


def _describe_shared(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strict", action="store_true", help="警告也算不通过 warnings fail too")
    parser.add_argument("--json", action="store_true", help="给程序读的结果 findings as JSON")
