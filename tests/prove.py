"""`make prove`: builds every shipped and generated report and prints how its twins compare.

Ends with 1 where a report has other text or pages, or fewer equal lines than is wanted. The
specimens below them show what LibreOffice does otherwise than Word, with the figures measured.
"""

import contextlib
import itertools
import sys
import tempfile
from pathlib import Path

import pypdfium2

from pipeline.inspect.office import convert_all
from pipeline.tasks.build import Options, build_all
from pipeline.verify.departures import DEPARTURES
from pipeline.verify.drawn import DrawnMark, read_marks
from pipeline.verify.twins import EQUAL_SHARE, SETTLED_SHARE, Proof, compare_twins
from tests.outline_office import make_office
from tests.samples import SHIPPED, template
from tests.twin_reports import UNGAPPED, write_reports, write_specimens


def prove(paths: tuple[Path, ...], folder: Path) -> dict[str, tuple[Proof, bytes]]:
    """For each input its proof and the .pdf that LibreOffice makes of its .docx."""
    outcomes = list(build_all(paths, Options(folder)))
    failed = {o.path.stem: {d.code for d in o.diagnostics} for o in outcomes if o.is_failed}
    assert not failed, failed
    words = [outcome.files[0].read_bytes() for outcome in outcomes]
    pdfs = [outcome.files[1].read_bytes() for outcome in outcomes]
    opened = convert_all(words)
    measures = template("summary").measures
    return {
        outcome.path.stem: (compare_twins(*twins, measures), twins[2])
        for outcome, twins in zip(outcomes, zip(words, pdfs, opened, strict=True), strict=True)
    }


def is_as_wanted(proof: Proof) -> bool:
    is_settled = proof.settled_share >= SETTLED_SHARE and proof.equal_share >= EQUAL_SHARE
    return is_settled and not proof.differences


def row(name: str, proof: Proof) -> str:
    """A line of the table in docs/conformance.md."""
    text = "100 %" if not proof.differences else proof.differences[0].what
    aside = "、".join(f"{code} {count}" for code, count in proof.set_aside) or "—"
    pages = f"{len(proof.pages)}/{len(proof.word_pages)}"
    return (
        f"| {name} | {text} | {pages} | {proof.line_count} | {proof.settled_share:.1%}"
        f" | {proof.equal_share:.1%} | {aside} | {proof.undrawn_count} |"
    )


def measure_gaps(opened: bytes) -> dict[str, float]:
    """What LibreOffice adds to the advance of a 汉字, a mark or a digit, by the pair it begins.

    Measured on the line `UNGAPPED`, in em of 16 pt; the tightening of all text is -0.016 em.
    """
    with pypdfium2.PdfDocument(opened) as pdf:
        marks = [mark for page in pdf for mark in read_marks(page)]
    text = "".join(mark.text for mark in marks)
    line = sorted(marks[text.index(UNGAPPED[:2]) :][: len(UNGAPPED)], key=lambda mark: mark.x_pt)
    pairs = itertools.pairwise(line)
    return {a.text + b.text: _added_em(a, b) for a, b in pairs if not a.text.isupper()}


def _added_em(first: DrawnMark, second: DrawnMark) -> float:
    advance_em = 0.5 if first.text.isdigit() else 1.0
    return round((second.x_pt - first.x_pt) / 16 - advance_em, 3)


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reports = (*SHIPPED, *write_reports(folder))
        proofs = prove(reports, folder / "dist")
        with contextlib.chdir(folder):
            proofs |= prove(make_office(folder), folder / "dist")
        specimens = prove(write_specimens(folder), folder / "specimens")
    head = ("报告", "文字", "页数 PDF/Word", "行", "相同或除外", "相同", "除外", "不画的标点")
    lines = [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    lines += [row(name, proof) for name, (proof, _) in (proofs | specimens).items()]
    lines += [f"{d.code}: {d.words_zh} / {d.words_en}" for d in DEPARTURES]
    lines += [
        f"{pair} {em:+.3f} em" for pair, em in measure_gaps(specimens["departures"][1]).items()
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return int(not all(is_as_wanted(proof) for proof, _ in proofs.values()))


if __name__ == "__main__":
    sys.exit(main())
