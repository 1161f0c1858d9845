"""The words of a command -> the files that are meant."""

from collections.abc import Callable, Iterable
from pathlib import Path

from pipeline.diagnostics.errors import UsageError

INPUTS = Path("inputs")
"""Where inputs are looked for and starters written."""

_INPUT_SUFFIXES = (".yaml", ".yml")
_DOCUMENT_SUFFIXES = (".docx", ".pdf")
_OLD_SUFFIXES = (".doc", ".wps", ".rtf", ".docm", ".dotx", ".dot", ".wpt", ".odt")
_LOCK_PREFIX = "~$"
"""Word's mark on the name of the file by which it holds a document open."""


def is_document(path: Path) -> bool:
    """Whether it is to be examined as a finished document."""
    return path.suffix.lower() in _DOCUMENT_SUFFIXES


def find_inputs(named: list[Path]) -> tuple[Path, ...]:
    """The inputs named, folders opened; all of inputs/ where none is. A wrong one is a fault."""
    paths: list[Path] = []
    for path in named or ([INPUTS] if INPUTS.is_dir() else []):
        paths += _inputs_in(path) if path.is_dir() else [_input(path)]
    if not paths:
        where = named[0] if named else INPUTS
        raise UsageError(
            f"{where} 里没有输入。先进入放 inputs 的文件夹；或运行 banxin new 名称，得到一份样例",
            f"there are no inputs in {where}; go to the folder that holds inputs/, or run"
            " `banxin new NAME` for a starter",
        )
    return tuple(dict.fromkeys(paths))


def find_plan(named: Path) -> Path:
    """The plan of a roll-up, by its file or by its name alone.

    The folder of the units' inputs, which often has the name of the plan beside it, stands for it.
    """
    beside = named.parent / f"{named.name}.yaml"
    if named.is_dir() and beside.is_file():
        return beside
    if named.is_dir():
        raise UsageError(
            f"rollup 后面写汇总方案的文件名，{named} 是文件夹",
            f"rollup takes the file of a plan, and {named} is a folder",
        )
    return _input(named)


def find_checkable(named: list[Path]) -> tuple[Path, ...]:
    """Inputs and documents to be checked; a folder gives its inputs, else its documents."""
    paths: list[Path] = []
    for path in named:
        if path.is_dir():
            paths += _inputs_in(path) or _files_in(path, is_document)
        elif path.suffix.lower() in _OLD_SUFFIXES:
            raise UsageError(
                f"{path} 不是 .docx：用 Word 或 WPS 打开，另存为 .docx 再检查",
                f"{path} is no .docx: open it in Word or WPS, save it as .docx, and check again",
            )
        else:
            paths += [path] if is_document(path) else [_input(path, "，也不是 .docx 或 .pdf")]
    paths = [path for path in paths if not path.name.startswith(_LOCK_PREFIX)]
    if not paths:
        raise UsageError(
            f"{named[0]} 里没有可以检查的文件（.yaml、.docx、.pdf）",
            f"there is nothing to check in {named[0]} (.yaml, .docx, .pdf)",
        )
    return tuple(dict.fromkeys(paths))


def _inputs_in(folder: Path) -> list[Path]:
    return _files_in(folder, lambda path: path.suffix in _INPUT_SUFFIXES)


def _files_in(folder: Path, is_wanted: Callable[[Path], bool]) -> list[Path]:
    found: Iterable[Path] = (path for path in folder.iterdir() if is_wanted(path))
    return sorted(path for path in found if not path.name.startswith(_LOCK_PREFIX))


def _input(path: Path, nor: str = "") -> Path:
    """An input by its file or by its name alone."""
    if path.suffix.lower() in _INPUT_SUFFIXES or not path.exists():
        by_name = INPUTS / f"{path}.yaml"
        return by_name if not path.exists() and by_name.is_file() else path
    if path.suffix.lower() == ".xlsx":
        raise UsageError(
            f"{path} 是工作簿：先运行 banxin sheet import {path}，得到 YAML 输入",
            f"{path} is a workbook: run `banxin sheet import {path}` first for a YAML input",
        )
    raise UsageError(
        f"{path} 不是 YAML 输入（.yaml 或 .yml）{nor}",
        f"{path} is not a YAML input (.yaml or .yml)" + (", nor a .docx or .pdf" if nor else ""),
    )
