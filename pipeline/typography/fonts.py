"""Font role -> font file: which face serves each role here, what it has, and what is missing.

A Word file only names its faces; a PDF embeds them. The official faces are used where they are
installed; otherwise open ones stand in, and the build says so. Faces that `make` extracts lie in a
folder of their own, because by fontconfig some of them answer to the wrong weight.
"""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from pipeline.model.standard import WORD_FONTS, FontRole


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a font file; `index` counts faces of a collection from 0.

    `is_latin` says that only its ASCII characters are used.
    """

    family: str
    path: Path
    index: int = 0
    is_latin: bool = False

    @property
    def css_family(self) -> str:
        """The name that the style sheet gives it, after its file.

        Not its family's: WeasyPrint keeps that as well, and FandolSong-Bold, whose weight says
        Regular, would answer to it.
        """
        return f"{self.path.stem} Latin" if self.is_latin else self.path.stem

    @property
    def sha256(self) -> str:
        return _hash_file(self.path)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A face to look for: by its family among the installed ones, or by its file name."""

    family: str
    file_name: str
    index: int = 0
    latin: "_Candidate | None" = None
    """Where its own letters and digits do not suit its 汉字: the face that they are taken from."""


_FANDOL_SONG = _Candidate("FandolSong", "FandolSong-Regular.otf")
_NOTO_SERIF = _Candidate("Noto Serif CJK SC", "NotoSerifCJK-Regular.ttc", 2)
_NOTO_SERIF_BOLD = _Candidate("Noto Serif CJK SC Bold", "NotoSerifCJK-Bold.ttc", 2)
_NOTO_SANS = _Candidate("Noto Sans CJK SC", "NotoSansCJK-Regular.ttc", 2)
_WENKAI = _Candidate("LXGW WenKai", "LXGWWenKai-Regular.ttf")
_WENKAI_LIGHT = _Candidate("LXGW WenKai Light", "LXGWWenKai-Light.ttf")

# From the official face down to the last resort. The open ones were chosen by eye; each chain
# ends with a face that has every character of 通用规范汉字表.
_CHAINS: dict[FontRole, tuple[_Candidate, ...]] = {
    FontRole.XIAOBIAOSONG: (
        _Candidate("方正小标宋简体", "FZXBSJW.TTF"),
        _Candidate("方正小标宋_GBK", "FZXBSK.TTF"),
        _NOTO_SERIF_BOLD,
        _Candidate("FandolSong Bold", "FandolSong-Bold.otf"),
    ),
    FontRole.FANGSONG: (
        _Candidate("仿宋_GB2312", "simfang_gb2312.ttf"),
        _Candidate("仿宋", "simfang.ttf"),
        # Its digits are those of a bold sans.
        _Candidate("FandolFang", "FandolFang-Regular.otf", latin=_FANDOL_SONG),
        _WENKAI_LIGHT,
        _NOTO_SERIF,
    ),
    FontRole.KAITI: (
        _Candidate("楷体_GB2312", "simkai_gb2312.ttf"),
        _Candidate("楷体", "simkai.ttf"),
        # Its digits are ornate.
        _Candidate("FandolKai", "FandolKai-Regular.otf", latin=_FANDOL_SONG),
        _WENKAI,
        _NOTO_SERIF,
    ),
    FontRole.HEITI: (
        _Candidate("黑体", "simhei.ttf"),
        _Candidate("FandolHei", "FandolHei-Regular.otf"),
        _NOTO_SANS,
    ),
    FontRole.SONGTI: (
        _Candidate("宋体", "simsun.ttc"),
        _FANDOL_SONG,
        _NOTO_SERIF,
    ),
}
_OFFICIAL_FAMILIES = frozenset({*WORD_FONTS.values(), "方正小标宋_GBK", "仿宋", "楷体"})


@dataclass(frozen=True, slots=True)
class FontSet:
    """The faces of this machine: for each role its chain, the face in use first."""

    chains: dict[FontRole, tuple[Face, ...]]
    _shown_by: dict[tuple[FontRole, str], Face | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _advances: dict[tuple[FontRole, str], float] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def face(self, role: FontRole) -> Face:
        """The face of a role's 汉字."""
        return next(face for face in self.chains[role] if not face.is_latin)

    def missing_roles(self) -> tuple[FontRole, ...]:
        return tuple(role for role, chain in self.chains.items() if not chain)

    def fallbacks(self) -> tuple[tuple[FontRole, Face], ...]:
        """The roles that an open face serves because the official one is not installed."""
        return tuple(
            (role, self.face(role))
            for role, chain in self.chains.items()
            if chain and self.face(role).family not in _OFFICIAL_FAMILIES
        )

    def face_for(self, role: FontRole, char: str) -> Face | None:
        """The first face of a role's chain that has a character."""
        key = (role, char)
        if key not in self._shown_by:
            chain = self.chains[role]
            self._shown_by[key] = next((f for f in chain if has_character(f, char)), None)
        return self._shown_by[key]

    def advance_em(self, role: FontRole, char: str) -> float:
        """The width of a character in em of the face that shows it; 1 where none has it."""
        key = (role, char)
        if key not in self._advances:
            face = self.face_for(role, char)
            self._advances[key] = 1.0 if face is None else _metrics(face).advance_em(char)
        return self._advances[key]

    def faces_for(self, role: FontRole, text: str) -> tuple[Face, ...]:
        """The faces that it takes to show a text, in the order of the role's chain."""
        chars = set("".join(text.split()))
        needed = {self.face(role), *(self.face_for(role, char) for char in chars)}
        return tuple(face for face in self.chains[role] if face in needed)


def font_folders() -> tuple[Path, ...]:
    """Where font files are looked for by name, most specific first."""
    given = os.environ.get("BANXIN_FONTS")
    home = Path.home()
    return (
        *((Path(given),) if given else ()),
        Path(__file__).parents[2] / ".fonts",
        home / ".local/share/banxin/fonts",
        Path("C:/Windows/Fonts"),
        home / "Library/Fonts",
        Path("/Library/Fonts"),
    )


@cache
def find_fonts() -> FontSet:
    """The faces of this machine, looked up once a run."""
    installed = _installed_families()
    return FontSet(
        {
            role: tuple(face for c in chain for face in _find_faces(c, installed))
            for role, chain in _CHAINS.items()
        }
    )


def _find_faces(candidate: _Candidate, installed: dict[str, Path]) -> Iterator[Face]:
    """A candidate's face, and before it the one that its Latin characters come from."""
    face = _find_face(candidate, installed)
    if face is None:
        return
    if candidate.latin and (latin := _find_face(candidate.latin, installed)):
        yield replace(latin, is_latin=True)
    yield face


def _find_face(candidate: _Candidate, installed: dict[str, Path]) -> Face | None:
    for folder in font_folders():
        if (path := folder / candidate.file_name).is_file():
            return Face(candidate.family, path, candidate.index)
    path_by_name = installed.get(candidate.file_name.lower()) or installed.get(candidate.family)
    return Face(candidate.family, path_by_name, candidate.index) if path_by_name else None


def _installed_families() -> dict[str, Path]:
    """Installed font files by lower-cased file name and by family, as fontconfig lists them."""
    program = shutil.which("fc-list")
    if program is None:
        return {}
    listing = subprocess.run(  # noqa: S603
        [program, "--format", "%{file}\\t%{family}\\n"], capture_output=True, text=True, check=False
    ).stdout
    found: dict[str, Path] = {}
    for row in sorted(listing.splitlines()):
        file, _, families = row.partition("\t")
        found.setdefault(Path(file).name.lower(), Path(file))
        for family in families.split(","):
            found.setdefault(family, Path(file))
    return found


@dataclass(frozen=True, slots=True)
class _Metrics:
    units_per_em: int
    glyphs: dict[int, str]
    advances: dict[str, tuple[int, int]]

    def advance_em(self, char: str) -> float:
        return self.advances[self.glyphs[ord(char)]][0] / self.units_per_em


@cache
def _metrics(face: Face) -> _Metrics:
    with _open(face) as font:
        return _Metrics(font["head"].unitsPerEm, font.getBestCmap(), font["hmtx"].metrics)


def _open(face: Face) -> TTFont:
    return TTFont(face.path, fontNumber=face.index, lazy=True)


def has_character(face: Face, char: str) -> bool:
    return (char.isascii() or not face.is_latin) and ord(char) in _metrics(face).glyphs


@cache
def ink_extent_em(face: Face, text: str) -> tuple[float, float]:
    """How far the ink of a text rises above the baseline and falls below it, in em."""
    from fontTools.pens.boundsPen import BoundsPen  # noqa: PLC0415 - only letterheads need it

    metrics = _metrics(face)
    tops, bottoms = [0.0], [0.0]
    with _open(face) as font:
        glyphs = font.getGlyphSet()
        for char in sorted(set(text) & {chr(code) for code in metrics.glyphs}):
            pen = BoundsPen(glyphs)
            glyphs[metrics.glyphs[ord(char)]].draw(pen)
            if pen.bounds:
                bottoms.append(pen.bounds[1])
                tops.append(pen.bounds[3])
    return max(tops) / metrics.units_per_em, -min(bottoms) / metrics.units_per_em


@cache
def _hash_file(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


_USE_TYPO_METRICS = 1 << 7


@cache
def line_extent_em(face: Face) -> tuple[float, float]:
    """The ascent and descent that line layout reckons with, in em, as HarfBuzz chooses them."""
    with _open(face) as font:
        units, hhea, os2 = font["head"].unitsPerEm, font["hhea"], font["OS/2"]
    if os2.fsSelection & _USE_TYPO_METRICS:
        return os2.sTypoAscender / units, abs(os2.sTypoDescender) / units
    # FandolSong gives its descent with the wrong sign; HarfBuzz reads it as we do here.
    return hhea.ascent / units, abs(hhea.descent) / units
