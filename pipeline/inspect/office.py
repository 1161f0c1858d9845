"""Word bytes -> PDF bytes through LibreOffice, which stands in for Word; the only one to start it.

It sees the faces that our PDF is set in, under the names that a Word file gives them.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from pipeline.diagnostics.errors import MachineError
from pipeline.model.standard import WORD_FONTS
from pipeline.typography.fonts import Face, find_fonts

_START_SECONDS = 120
_DOCUMENT_SECONDS = 30
"""How long a start and each document may take; measured are 2 s and 0.2 s."""


def word_to_pdf(data: bytes) -> bytes:
    """The .pdf that LibreOffice makes of a .docx.

    Raises `MachineError` where LibreOffice is missing, hangs, or makes nothing of it.
    """
    return convert_all((data,))[0]


def convert_all(documents: Sequence[bytes]) -> tuple[bytes, ...]:
    """The .pdf of each .docx, in their order; one start of LibreOffice serves them all.

    Raises `MachineError` as `word_to_pdf` does.
    """
    if not documents:
        return ()
    program = find_office()
    with tempfile.TemporaryDirectory(prefix="banxin-office-") as name:
        folder = Path(name)
        sources = [folder / f"{number}.docx" for number in range(len(documents))]
        for source, data in zip(sources, documents, strict=True):
            source.write_bytes(data)
        _run(program, sources, folder)
        return tuple(_read_made(source.with_suffix(".pdf")) for source in sources)


def find_office() -> str:
    """The program that starts LibreOffice; raises `MachineError` where there is none."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise MachineError(
            "没有找到 LibreOffice，不能打开 Word 文件看它排出的页。"
            "安装它（Debian：apt-get install libreoffice-writer-nogui）；build 可以去掉 --prove",
            "LibreOffice was not found, so the pages of a Word file cannot be seen. Install it"
            " (Debian: apt-get install libreoffice-writer-nogui); a build goes without --prove",
        )
    return program


def _run(program: str, sources: list[Path], folder: Path) -> None:
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    # Without a filter it takes a damaged file for plain text.
    command += ["--infilter=MS Word 2007 XML", "--convert-to", "pdf"]
    command += ["--outdir", str(folder), *map(str, sources)]
    config = _write_font_config(folder)
    try:
        process = subprocess.Popen(  # noqa: S603
            command,
            env={**os.environ, "FONTCONFIG_FILE": str(config)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise MachineError(
            f"LibreOffice 启动不了（{error}）。运行 soffice --version 看它能不能启动",
            f"LibreOffice does not start ({error}). See whether `soffice --version` does",
        ) from error
    seconds = _START_SECONDS + _DOCUMENT_SECONDS * len(sources)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise MachineError(
            f"LibreOffice {seconds} 秒还没有转换完。关掉其他占用机器的程序再试",
            f"LibreOffice was not done after {seconds} s. Close what keeps the machine busy, and"
            " try again",
        ) from error
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End what is left of it: the program is a script that starts another."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _read_made(path: Path) -> bytes:
    """What was made; LibreOffice returns 0 for a file that it could not open as well."""
    data = path.read_bytes() if path.is_file() else b""
    if not data.startswith(b"%PDF-"):
        raise MachineError(
            "LibreOffice 没有转换出 PDF。运行 soffice --version 看它能不能启动，"
            "再用 Word 打开成品，确认文件没有损坏",
            "LibreOffice made no PDF. See whether `soffice --version` starts, and open the .docx"
            " in Word to see that it is sound",
        )
    return data


# --- the faces -------------------------------------------------------------------------------

_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>{fonts}</dir>
<dir>/usr/share/fonts</dir>
<cachedir>{cache}</cachedir>
{names}
</fontconfig>
"""
_NAME = """<match target="pattern">
<test name="family"><string>{wanted}</string></test>
<edit name="family" mode="prepend" binding="strong"><string>{family}</string></edit>
<edit name="weight" mode="assign" binding="strong"><const>{weight}</const></edit>
</match>"""


def _write_font_config(folder: Path) -> Path:
    """A fontconfig file by which each face that a Word file names is the one our PDF takes.

    The faces lie in a folder of their own, for FandolSong-Bold calls itself Regular, and of two
    files that answer to a name only the wanted one may be seen.
    """
    fonts = find_fonts()
    faces = {WORD_FONTS[role]: fonts.face(role) for role in WORD_FONTS if fonts.chains[role]}
    links = folder / "fonts"
    links.mkdir()
    for path in {face.path.resolve() for face in faces.values()}:
        (links / path.name).symlink_to(path)
    names = "\n".join(_name(wanted, face) for wanted, face in faces.items())
    config = folder / "fonts.conf"
    config.write_text(
        _CONFIG.format(fonts=escape(str(links)), cache=escape(str(folder / "cache")), names=names),
        "utf-8",
    )
    return config


def _name(wanted: str, face: Face) -> str:
    # Our names of bold faces say so; fontconfig keeps the weight apart.
    family = face.family.removesuffix(" Bold")
    weight = "bold" if face.family != family else "regular"
    return _NAME.format(wanted=escape(wanted), family=escape(family), weight=weight)
