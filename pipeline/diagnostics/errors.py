"""The few exceptions of this package: what stops a run, each with the exit code it ends with.

A fault in an input is a `diagnostics.Diagnostic` instead, and stops only its own report.
"""

from enum import IntEnum

from pipeline.messages import Lang


class ExitCode(IntEnum):
    """What the command returns; the README lists these."""

    DONE = 0
    REPORT_FAILED = 1
    USAGE = 2
    ENVIRONMENT = 3
    OUTPUT = 4
    INTERRUPTED = 130


class BanxinError(Exception):
    """A run that cannot go on; it says what happened and what to do, in both languages."""

    exit_code: ExitCode = ExitCode.REPORT_FAILED

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(f"{zh} / {en}")
        self._words = {Lang.ZH: zh, Lang.EN: en}

    def words(self, lang: Lang) -> str:
        return self._words[lang]


class UsageError(BanxinError):
    """The command was called in a way that it does not have."""

    exit_code = ExitCode.USAGE


class MachineError(BanxinError):
    """The machine lacks something: a font, a library, a program."""

    exit_code = ExitCode.ENVIRONMENT


class OutputError(BanxinError):
    """The result could not be written: no room, no permission, a file held open."""

    exit_code = ExitCode.OUTPUT


class RenderError(BanxinError):
    """An artifact could not be made from its template; stops its report and no other.

    `code` and `details` are those of its diagnostic, `file_name` the template's file.
    """

    def __init__(self, code: str, file_name: str, **details: str) -> None:
        super().__init__(f"{file_name}: {code} {details}", f"{file_name}: {code} {details}")
        self.code = code
        self.file_name = file_name
        self.details = details
