"""What this machine has for building reports, what is missing, and the command that fixes it."""

import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

from pipeline.messages import Lang
from pipeline.model.standard import WORD_FONTS, FontRole
from pipeline.template.store import template_names
from pipeline.typography.fonts import find_fonts


@dataclass(frozen=True, slots=True)
class MachineFinding:
    """One thing looked at; `fix` is the command to run where it is not well."""

    zh: str
    en: str
    found: str
    is_well: bool = True
    fix: str = ""

    def line(self, lang: Lang) -> str:
        name = self.zh if lang is Lang.ZH else self.en
        mark = "✓" if self.is_well else "✗"
        fix = f"\n    → {self.fix}" if self.fix else ""
        return f"{mark} {name}: {self.found}{fix}"


def examine() -> tuple[MachineFinding, ...]:
    """Everything that a build rests on, in the order it is used."""
    return (*_programs(), *_fonts(), *_templates(), *_optional())


def _programs() -> Iterator[MachineFinding]:
    yield MachineFinding("系统", "system", f"{platform.system()} {platform.release()}")
    yield MachineFinding("Python", "Python", sys.version.split()[0], sys.version_info >= (3, 11))
    for name in ("PyYAML", "pydantic", "docxtpl", "python-docx", "weasyprint", "fonttools"):
        yield MachineFinding(name, name, version(name))
    yield _pango()


def _pango() -> MachineFinding:
    """Whether WeasyPrint finds its libraries; it says so by failing to import."""
    try:
        from weasyprint.text.ffi import pango  # noqa: PLC0415
    except OSError as error:
        fix = "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        return MachineFinding("Pango 排版库", "Pango", str(error), is_well=False, fix=fix)
    number = pango.pango_version()
    text = f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    return MachineFinding("Pango 排版库", "Pango", text)


def _fonts() -> Iterator[MachineFinding]:
    fonts = find_fonts()
    for role in FontRole:
        chain = fonts.chains[role]
        name_zh, name_en = f"{role}字体", f"font for {role}"
        if not chain:
            yield MachineFinding(
                name_zh, name_en, "没有找到 / none", is_well=False, fix="make fonts"
            )
            continue
        face = fonts.face(role)
        is_official = any(face.family == found for found in WORD_FONTS.values())
        stands_in = "" if is_official else f"（代替 / for {WORD_FONTS[role]}）"
        others = " → ".join(other.family for other in chain if other != face and not other.is_latin)
        rest = f"；生僻字 / rare characters: {others}" if others else ""
        yield MachineFinding(name_zh, name_en, f"{face.family}{stands_in}  {face.path}{rest}")


def _templates() -> Iterator[MachineFinding]:
    names = template_names()
    fix = "" if names else "banxin template new summary"
    yield MachineFinding("模板", "templates", "、".join(names) or "—", bool(names), fix)


def _optional() -> Iterator[MachineFinding]:
    program = shutil.which("soffice")
    found = program or "没有（只在测试时用到） / none (only tests use it)"
    yield MachineFinding("LibreOffice", "LibreOffice", found)
