"""LibreOffice, which stands in for Word: a .docx goes in, the pages that it makes come out."""

import os
import subprocess
from pathlib import Path

from pipeline.fonts import font_folders

TIMEOUT_SECONDS = 180

_ALIASES = {
    "仿宋_GB2312": "FandolFang",
    "楷体_GB2312": "FandolKai",
    "黑体": "FandolHei",
    "宋体": "FandolSong",
}
_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>{fonts}</dir>
<dir>/usr/share/fonts</dir>
<cachedir>{cache}</cachedir>
{aliases}
<match target="pattern">
<test name="family"><string>方正小标宋简体</string></test>
<edit name="family" mode="assign" binding="strong"><string>Noto Serif CJK SC</string></edit>
<edit name="weight" mode="assign" binding="strong"><const>bold</const></edit>
</match>
</fontconfig>
"""
_ALIAS = (
    '<alias binding="same"><family>{name}</family>'
    "<accept><family>{open_face}</family></accept></alias>"
)


def convert(paths: list[Path], folder: Path) -> dict[Path, Path]:
    """The PDF that LibreOffice makes of each .docx, with the open faces for the official ones."""
    own = next(path for path in font_folders() if (path / "FandolFang-Regular.otf").is_file())
    # FandolSong-Bold says that it is Regular, so only the faces wanted may be seen.
    fonts = folder / "fonts"
    fonts.mkdir()
    for face in ("FandolFang", "FandolKai", "FandolHei", "FandolSong"):
        (fonts / f"{face}-Regular.otf").symlink_to((own / f"{face}-Regular.otf").resolve())
    aliases = "\n".join(_ALIAS.format(name=a, open_face=b) for a, b in _ALIASES.items())
    config = folder / "fonts.conf"
    config.write_text(_CONFIG.format(fonts=fonts, cache=folder / "cache", aliases=aliases))
    made = {path: folder / f"{number}.docx" for number, path in enumerate(paths)}
    for path, copy in made.items():
        copy.write_bytes(path.read_bytes())
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, made.values())]
    subprocess.run(
        command,
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
        check=True,
        capture_output=True,
        timeout=TIMEOUT_SECONDS,
    )
    return {path: copy.with_suffix(".pdf") for path, copy in made.items()}
