"""`build` and `check`: inputs through the stages."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.console import report, summarise, with_progress
from pipeline.errors import ExitCode, UsageError
from pipeline.messages import Lang

if TYPE_CHECKING:
    from pipeline.build import Outcome

INPUTS = Path("inputs")
"""Where inputs are looked for and starters written."""

_INPUT_SUFFIXES = (".yaml", ".yml")


def build(options: argparse.Namespace, lang: Lang) -> ExitCode:
    formats = tuple(dict.fromkeys(options.format.split(",")))
    if unknown := [kind for kind in formats if kind not in ("docx", "pdf")]:
        raise UsageError(
            f"--format 不认识“{unknown[0]}”，可以写 docx、pdf 或 docx,pdf",
            f"--format does not know “{unknown[0]}”; use docx, pdf or docx,pdf",
        )
    paths = _find_inputs(options.inputs)
    from pipeline.build import Options, build_all, fallback_notes  # noqa: PLC0415

    settings = Options(options.out, formats, options.strict)
    outcomes = report(with_progress(build_all(paths, settings), len(paths)), options, lang)
    if not options.json:
        made_pdf = any(path.suffix == ".pdf" for outcome in outcomes for path in outcome.files)
        summarise(outcomes, fallback_notes() if made_pdf else (), lang)
    return _exit_code(outcomes)


def check(options: argparse.Namespace, lang: Lang) -> ExitCode:
    paths = _find_inputs(options.inputs)
    from pipeline.build import check_all  # noqa: PLC0415

    found = check_all(paths, is_strict=options.strict)
    outcomes = report(with_progress(found, len(paths)), options, lang)
    if not options.json:
        summarise(outcomes, (), lang)
    return _exit_code(outcomes)


def _find_inputs(named: list[Path]) -> tuple[Path, ...]:
    """The inputs named, folders opened; all of inputs/ where none is. A wrong one is a fault."""
    paths: list[Path] = []
    for path in named or ([INPUTS] if INPUTS.is_dir() else []):
        if path.is_dir():
            paths += sorted(p for p in path.iterdir() if p.suffix in _INPUT_SUFFIXES)
        elif path.suffix.lower() in _INPUT_SUFFIXES or not path.exists():
            by_name = INPUTS / f"{path}.yaml"
            paths.append(by_name if not path.exists() and by_name.is_file() else path)
        else:
            raise UsageError(
                f"{path} 不是 YAML 输入（.yaml 或 .yml）",
                f"{path} is not a YAML input (.yaml or .yml)",
            )
    if not paths:
        where = named[0] if named else INPUTS
        raise UsageError(
            f"{where} 里没有输入。先进入放 inputs 的文件夹；或运行 banxin new 名称，得到一份样例",
            f"there are no inputs in {where}; go to the folder that holds inputs/, or run"
            " `banxin new NAME` for a starter",
        )
    return tuple(dict.fromkeys(paths))


def _exit_code(outcomes: "list[Outcome]") -> ExitCode:
    is_failed = any(outcome.is_failed for outcome in outcomes)
    return ExitCode.REPORT_FAILED if is_failed else ExitCode.DONE
