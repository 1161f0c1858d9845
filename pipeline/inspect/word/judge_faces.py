"""The faces of marks, digits and letters in a Word file, which it chooses by slot (Z01-Z03)."""

from collections import Counter
from collections.abc import Iterator

from pipeline.inspect.finding import Finding, Said, find, spot_of
from pipeline.inspect.outline import HEADINGS, ElementRole, SeenOutline, SeenPart
from pipeline.inspect.word.read import WordFile
from pipeline.inspect.word.runs import Run
from pipeline.model.faces import LATIN_FACE, is_latin_face, role_of_face

_MARKS = frozenset("“”‘’—…")
_ZERO = "〇"
_WITHOUT_ZERO = ("仿宋_gb2312", "楷体_gb2312", "方正小标宋简体")
"""Their files have no U+3007, measured; by names in lower case."""
_TEXTS = (ElementRole.TITLE, ElementRole.ANNEX_TITLE, *HEADINGS, ElementRole.BODY)


def judge_faces(file: WordFile, outline: SeenOutline) -> Iterator[Finding]:
    """Findings in the order of their rules; a Latin face is reported once, at its first place."""
    for part in outline.of(*_TEXTS):
        yield from _judge_marks(part, file.paragraphs[part.index].runs)
    yield from _judge_latin(file, outline)
    for part in outline.parts:
        yield from _judge_zero(part, file.paragraphs[part.index].runs)


def _judge_marks(part: SeenPart, runs: tuple[Run, ...]) -> Iterator[Finding]:
    """Word takes these marks from the Latin slot unless the run is hinted to be Chinese."""
    faces: dict[tuple[str, str], list[str]] = {}
    for run in runs:
        if not run.is_hinted and is_latin_face(run.h_ansi):
            marks = [char for char in run.text if char in _MARKS]
            if marks:
                faces.setdefault((run.h_ansi, run.east_asia), []).extend(marks)
    for (face, wanted), marks in faces.items():
        shown = "".join(dict.fromkeys(marks))
        yield find(
            "Z01-quotes",
            spot_of(part.look),
            Said(f"{shown} 用了 {face}", f"{shown} in {face}"),
            Said(wanted, wanted),
            part.certainty,
        )


def _judge_latin(file: WordFile, outline: SeenOutline) -> Iterator[Finding]:
    first: dict[str, SeenPart] = {}
    counts: Counter[str] = Counter()
    for part in outline.parts:
        faces = {
            run.ascii
            for run in file.paragraphs[part.index].runs
            if any(char.isascii() and char.isalnum() for char in run.text) and not _is_fit(run)
        }
        for face in faces:
            first.setdefault(face, part)
            counts[face] += 1
    for face, part in first.items():
        count = counts[face]
        found = Said(f"{face}（{count} 段）", f"{face} ({count} paragraph(s))")
        own = Said(f"{LATIN_FACE} 或所在要素的字体", f"{LATIN_FACE} or the element's own face")
        yield find("Z02-latin", spot_of(part.look), found, own)


def _is_fit(run: Run) -> bool:
    role = role_of_face(run.ascii)
    is_own = run.ascii == run.east_asia or (
        role is not None and role == role_of_face(run.east_asia)
    )
    return is_own or run.ascii.casefold() == LATIN_FACE.casefold()


def _judge_zero(part: SeenPart, runs: tuple[Run, ...]) -> Iterator[Finding]:
    faces = {
        run.east_asia
        for run in runs
        if _ZERO in run.text and run.east_asia.casefold() in _WITHOUT_ZERO
    }
    for face in sorted(faces):
        found = Said(f"〇 用了 {face}", f"〇 in {face}")
        yield find("Z03-glyph", spot_of(part.look), found, Said("宋体或仿宋", "宋体 or 仿宋"))
