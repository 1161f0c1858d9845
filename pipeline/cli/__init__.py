"""Arguments, printing, progress and exit codes; the only package that prints.

Heavy libraries are imported where a command needs them, so that `--help` answers at once.
"""

import io
import os
import sys

from pipeline.cli.arguments import draw_parser
from pipeline.cli.console import warn
from pipeline.diagnostics.errors import BanxinError, ExitCode
from pipeline.messages import Lang

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    _accept_all_characters()
    options = draw_parser().parse_args(arguments)
    lang = Lang(options.lang)
    try:
        return int(options.run(options, lang))
    except BanxinError as error:
        warn(f"banxin: {error.words(lang)}")
        return int(error.exit_code)
    except KeyboardInterrupt:
        warn("banxin: 已停止" if lang is Lang.ZH else "banxin: stopped")
        return int(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output went away, as `| head` does; Python must not flush to it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(ExitCode.DONE)


def _accept_all_characters() -> None:
    """What the terminal or a file name's encoding lacks is written by its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
