"""What LibreOffice makes of a workbook: the pages that it prints, as one PDF."""

import os
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

from pipeline.inspect.office import find_office
from tests.samples import ROOT

_FACES = {"仿宋": "FandolFang R", "宋体": "FandolSong", "黑体": "FandolHei"}
_NAME = """<match target="pattern"><test name="family"><string>{wanted}</string></test>
<edit name="family" mode="prepend" binding="strong"><string>{family}</string></edit></match>"""
_CONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><dir>/usr/share/fonts</dir><cachedir>{cache}</cachedir>{names}
</fontconfig>"""


def print_workbook(data: bytes, folder: Path) -> Path:
    """The PDF of a workbook, written into `folder`, in faces that stand in for its own."""
    source = folder / "form.xlsx"
    source.write_bytes(data)
    names = "".join(_NAME.format(wanted=wanted, family=face) for wanted, face in _FACES.items())
    fonts, cache = escape(str((ROOT / ".fonts").resolve())), escape(str(folder / "cache"))
    config = folder / "fonts.conf"
    config.write_text(_CONFIG.format(fonts=fonts, cache=cache, names=names), "utf-8")
    command = [find_office(), f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    environment = {**os.environ, "FONTCONFIG_FILE": str(config)}
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=120)
    return source.with_suffix(".pdf")
