"""Arguments, printing, progress and exit codes; the only module that prints.

Heavy libraries are imported where a command needs them, so that `--help` answers at once.
"""

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from pipeline import __version__
from pipeline.errors import BanxinError, ExitCode, UsageError
from pipeline.messages import Lang, Severity

if TYPE_CHECKING:
    from pipeline.build import Outcome
    from pipeline.diagnostics import Diagnostic

_INPUTS = Path("inputs")
_INPUT_SUFFIXES = (".yaml", ".yml")
_PROGRESS_FROM = 5
"""From this many reports on, a terminal shows a progress bar."""

_SHOWN_WHOLE = 3
"""So many findings of one kind in one input are shown with their line and their cure."""

_Run = Callable[[argparse.Namespace, Lang], ExitCode]


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    options = _parser().parse_args(arguments)
    lang = Lang(options.lang)
    try:
        return int(options.run(options, lang))
    except BanxinError as error:
        _warn(f"banxin: {error.words(lang)}")
        return int(error.exit_code)
    except KeyboardInterrupt:
        _warn("banxin: 已停止" if lang is Lang.ZH else "banxin: stopped")
        return int(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output went away, as `| head` does; Python must not flush to it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(ExitCode.DONE)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _warn(text: str) -> None:
    sys.stderr.write(text + "\n")


# --- arguments -------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    """argparse, which says what is wrong in English only, with a Chinese sentence before it."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        _warn(f"banxin: 命令写得不对，运行 {self.prog} --help 查看写法 / bad usage: {message}")
        raise SystemExit(ExitCode.USAGE)


def _parser() -> argparse.ArgumentParser:
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

    def command(name: str, words: str, run: _Run, within: Any = commands) -> Any:
        added = within.add_parser(name, help=words, description=words)
        added.add_argument(
            "--lang",
            choices=[str(lang) for lang in Lang],
            default=str(Lang.ZH),
            help="提示所用的语言 language of the messages",
        )
        added.set_defaults(run=run)
        return added

    _describe_build(command("build", "排出 Word 和 PDF build the reports", _build))
    _describe_check(command("check", "只检查输入，不写文件 validate inputs only", _check))
    new = command("new", "写一份带说明的样例供填写 write a starter to fill in", _new)
    new.add_argument("name", metavar="NAME", help="文件名，如 2026-读书月")
    new.add_argument("--template", default="summary", help="模板 template (summary)")
    command("schema", "输出 JSON Schema，供编辑器补全 print the JSON Schema", _schema)
    template = commands.add_parser(
        "template", help="新建或检查模板 make or lint a template", description="模板 templates"
    )
    actions = template.add_subparsers(title="命令 commands", metavar="命令", required=True)
    fresh = command("new", "按标准画一份新模板 draw a fresh template", _template_new, actions)
    fresh.add_argument("name", metavar="NAME", help="模板名，如 jiaoyuju")
    fresh.add_argument(
        "--letterhead", action="store_true", help="带版头和版记 with letterhead and imprint"
    )
    lint = command("check", "检查一份模板 lint a template", _template_check, actions)
    lint.add_argument("name", metavar="NAME", help="模板名 name of the template")
    pack = command("pack", "按主送、抄送机关打包 a zip for each recipient", _pack)
    pack.add_argument("reports", nargs="*", metavar="REPORT", help="dist 里的名称，默认全部")
    pack.add_argument("--out", type=Path, default=Path("dist"), help="成品文件夹 (dist)")
    command("doctor", "检查字体和程序 what is installed and what is missing", _doctor)
    return parser


def _describe_build(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="*", type=Path, metavar="INPUT", help="默认 inputs/ 全部")
    parser.add_argument("--out", type=Path, default=Path("dist"), help="成品文件夹 (dist)")
    parser.add_argument(
        "--format", default="docx,pdf", metavar="docx,pdf", help="只要其中一种 one of the two"
    )
    _describe_shared(parser)


def _describe_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", type=Path, metavar="INPUT", help="输入文件 inputs")
    _describe_shared(parser)


def _describe_shared(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strict", action="store_true", help="警告也算不通过 warnings fail too")
    parser.add_argument("--json", action="store_true", help="给程序读的结果 findings as JSON")


# --- build and check -------------------------------------------------------------------------


def _build(options: argparse.Namespace, lang: Lang) -> ExitCode:
    formats = tuple(dict.fromkeys(options.format.split(",")))
    if unknown := [kind for kind in formats if kind not in ("docx", "pdf")]:
        raise UsageError(
            f"--format 不认识“{unknown[0]}”，可以写 docx、pdf 或 docx,pdf",
            f"--format does not know “{unknown[0]}”; use docx, pdf or docx,pdf",
        )
    paths = _find_inputs(options.inputs)
    from pipeline.build import Options, build_all, fallback_notes  # noqa: PLC0415

    settings = Options(options.out, formats, options.strict)
    outcomes = _report(_with_progress(build_all(paths, settings), len(paths)), options, lang)
    if not options.json:
        made_pdf = any(path.suffix == ".pdf" for outcome in outcomes for path in outcome.files)
        _summarise(outcomes, fallback_notes() if made_pdf else (), lang)
    return _exit_code(outcomes)


def _check(options: argparse.Namespace, lang: Lang) -> ExitCode:
    paths = _find_inputs(options.inputs)
    from pipeline.build import check_all  # noqa: PLC0415

    found = check_all(paths, is_strict=options.strict)
    outcomes = _report(_with_progress(found, len(paths)), options, lang)
    if not options.json:
        _summarise(outcomes, (), lang)
    return _exit_code(outcomes)


def _find_inputs(named: list[Path]) -> tuple[Path, ...]:
    """The inputs named, folders opened; all of inputs/ where none is. A wrong one is a fault."""
    paths: list[Path] = []
    for path in named or ([_INPUTS] if _INPUTS.is_dir() else []):
        if path.is_dir():
            paths += sorted(p for p in path.iterdir() if p.suffix in _INPUT_SUFFIXES)
        elif path.suffix.lower() in _INPUT_SUFFIXES or not path.exists():
            by_name = _INPUTS / f"{path}.yaml"
            paths.append(by_name if not path.exists() and by_name.is_file() else path)
        else:
            raise UsageError(
                f"{path} 不是 YAML 输入（.yaml 或 .yml）",
                f"{path} is not a YAML input (.yaml or .yml)",
            )
    if not paths:
        where = named[0] if named else _INPUTS
        raise UsageError(
            f"{where} 里没有输入。先进入放 inputs 的文件夹；或运行 banxin new 名称，得到一份样例",
            f"there are no inputs in {where}; go to the folder that holds inputs/, or run"
            " `banxin new NAME` for a starter",
        )
    return tuple(dict.fromkeys(paths))


def _with_progress(outcomes: "Iterator[Outcome]", count: int) -> "Iterator[Outcome]":
    if count < _PROGRESS_FROM or not sys.stderr.isatty():
        return outcomes
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import track  # noqa: PLC0415

    console = Console(stderr=True)
    return iter(track(outcomes, description="", total=count, console=console, transient=True))


def _report(
    outcomes: "Iterable[Outcome]", options: argparse.Namespace, lang: Lang
) -> "list[Outcome]":
    """Print the findings of each report as it is done, or all of them as one JSON array."""
    done: list[Outcome] = []
    for outcome in outcomes:
        done.append(outcome)
        if not options.json:
            _print_findings(outcome, lang)
    if options.json:
        records = [d.as_record(lang) for outcome in done for d in outcome.diagnostics]
        _say(json.dumps(records, ensure_ascii=False, indent=2))
    return done


def _print_findings(outcome: "Outcome", lang: Lang) -> None:
    from pipeline.diagnostics import describe  # noqa: PLC0415

    told: Counter[str] = Counter()
    for diagnostic in outcome.diagnostics:
        place = diagnostic.location
        is_own = place is not None and place.file == outcome.path
        text = describe(diagnostic, outcome.source_text if is_own else None, lang)
        told[diagnostic.code] += 1
        # Of one kind, the first few show the line and the cure; the rest take a line each.
        _warn(text if told[diagnostic.code] <= _SHOWN_WHOLE else text.split("\n", 1)[0])
    is_zh = lang is Lang.ZH
    if outcome.is_failed:
        _warn(f"✗ {outcome.path}" + ("：没有通过" if is_zh else ": failed"))
    elif outcome.files:
        folder = outcome.files[0].parent
        names = "、" if is_zh else ", "
        made = names.join(path.name for path in outcome.files if path.suffix in (".docx", ".pdf"))
        _say(f"✓ {outcome.path} → {folder}/\n    {made}")
    else:
        _say(f"✓ {outcome.path}")


def _summarise(outcomes: "list[Outcome]", notes: "tuple[Diagnostic, ...]", lang: Lang) -> None:
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
    _say(text)
    if notes:
        roles = "、".join(f"{dict(n.details)['role']} {dict(n.details)['found']}" for n in notes)
        zh = f"PDF 用开源字体代替了官方字体（{roles}）；Word 文件不受影响，详见 banxin doctor"
        en = f"open fonts stand in for the official ones in the PDF ({roles}); see banxin doctor"
        _say(zh if lang is Lang.ZH else en)


def _exit_code(outcomes: "list[Outcome]") -> ExitCode:
    is_failed = any(outcome.is_failed for outcome in outcomes)
    return ExitCode.REPORT_FAILED if is_failed else ExitCode.DONE


# --- the other commands ----------------------------------------------------------------------


def _new(options: argparse.Namespace, lang: Lang) -> ExitCode:
    from pipeline.scaffold import write_starter  # noqa: PLC0415

    path = write_starter(options.name, options.template, _INPUTS)
    _say(
        f"已写好 {path}。填好后运行：banxin build {path}"
        if lang is Lang.ZH
        else f"wrote {path}; fill it in, then run: banxin build {path}"
    )
    return ExitCode.DONE


def _schema(options: argparse.Namespace, lang: Lang) -> ExitCode:
    del options
    from pipeline.schema import schema_text  # noqa: PLC0415

    _say(schema_text(english=lang is Lang.EN).rstrip("\n"))
    return ExitCode.DONE


def _template_new(options: argparse.Namespace, lang: Lang) -> ExitCode:
    from pipeline.scaffold import write_template  # noqa: PLC0415

    folder = write_template(options.name, Path("templates"), official=options.letterhead)
    _say(
        f"已写好模板 {folder}。用 Word 打开 word.docx 修改，"
        f"再运行：banxin template check {options.name}"
        if lang is Lang.ZH
        else f"wrote {folder}; change word.docx in Word, then: banxin template check {options.name}"
    )
    return ExitCode.DONE


def _template_check(options: argparse.Namespace, lang: Lang) -> ExitCode:
    from pipeline.diagnostics import describe, has_errors  # noqa: PLC0415
    from pipeline.lint import check_template  # noqa: PLC0415

    found = check_template(options.name)
    for diagnostic in found:
        _warn(describe(diagnostic, None, lang))
    if has_errors(found):
        return ExitCode.REPORT_FAILED
    _say(
        f"✓ 模板 {options.name} 可以使用"
        if lang is Lang.ZH
        else f"✓ the template {options.name} is sound"
    )
    return ExitCode.DONE


def _pack(options: argparse.Namespace, lang: Lang) -> ExitCode:
    from pipeline.package import write_packs  # noqa: PLC0415

    names = tuple(Path(report).stem for report in options.reports)
    paths = write_packs(options.out, names)
    for path in paths:
        _say(f"✓ {path}")
    if not paths:
        _say(
            "这些总结都没有写主送和抄送，没有可打的包"
            if lang is Lang.ZH
            else "none of these reports names a recipient; there is nothing to pack"
        )
    return ExitCode.DONE


def _doctor(options: argparse.Namespace, lang: Lang) -> ExitCode:
    del options
    from pipeline.doctor import examine  # noqa: PLC0415

    findings = examine()
    for finding in findings:
        _say(finding.line(lang))
    is_well = all(finding.is_well for finding in findings)
    return ExitCode.DONE if is_well else ExitCode.ENVIRONMENT
