"""Word and PDF are twins: the .docx, opened by LibreOffice, has the words and lines of the .pdf."""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from pipeline.cli import main
from pipeline.diagnostics.diagnostic import Location
from pipeline.diagnostics.errors import ExitCode, MachineError
from pipeline.inspect.office import convert_all, word_to_pdf
from pipeline.load.archive import read_zip, write_zip
from pipeline.tasks.build import Options, Outcome, build_all, build_one, find_templates
from pipeline.typography.fonts import find_fonts
from pipeline.verify.departures import DEPARTURES, Parting, find_departure
from pipeline.verify.twins import EQUAL_SHARE, SETTLED_SHARE, Proof, check_twins, compare_twins
from tests.ooxml import find_sdk_faults
from tests.prove import measure_gaps
from tests.samples import OFFICIAL, SHIPPED, as_yaml, template
from tests.twin_reports import write_reports, write_specimens

pytestmark = pytest.mark.slow

MEASURES = template("summary").measures
PLACE = Location(Path("input.yaml"), 1, 1)

NAMES = [path.stem for path in SHIPPED]
GENERATED = ["one-page", "names", "tables", "pictures", "charts", "signers", "sealed"]
"""`make prove` does all of them."""

SPECIMENS = ["dense", "marks", "departures"]


@dataclass(frozen=True)
class Twins:
    """The .docx, our .pdf, and the .pdf that LibreOffice makes of the .docx."""

    word: bytes
    pdf: bytes
    opened: bytes

    def proof(self) -> Proof:
        return _compare(self.word, self.pdf, self.opened)


@cache
def _compare(word: bytes, pdf: bytes, opened: bytes) -> Proof:
    return compare_twins(word, pdf, opened, MEASURES)


FACTS = {"附件": [{"名称": "台账", "表格": {"列": ["甲", "乙丙"]}}]}
VARIANTS = {
    "base": FACTS,
    "word": {**FACTS, "导语": "现将活动的情况总结如下。"},
    "heading": {**FACTS, "主要做法": [{"小标题": "加强领导", "段落": ["成立了工作组。"]}]},
    "cell": {**FACTS, "附件": [{"名称": "台账", "表格": {"列": ["甲乙", "丙"]}}]},
}
"""Small reports, each with one thing otherwise than the first."""


@pytest.fixture(scope="module")
def twins(
    built: Mapping[str, Outcome], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Twins]:
    """The shipped reports, generated ones, specimens, small ones and two that were tampered with;
    LibreOffice is started once for all.
    """
    folder = tmp_path_factory.mktemp("twins")
    generated = [path for path in write_reports(folder) if path.stem in GENERATED]
    small = [folder / f"{name}.yaml" for name in VARIANTS]
    for path, changes in zip(small, VARIANTS.values(), strict=True):
        path.write_bytes(as_yaml(**changes))
    inputs = (*generated, *write_specimens(folder), *small)
    outcomes = {done.path.stem: done for done in build_all(inputs, Options(folder / "dist"))}
    assert [name for name, outcome in outcomes.items() if outcome.is_failed] == []
    files = {name: outcome.files for name, outcome in (dict(built) | outcomes).items()}
    words = {name: found[0].read_bytes() for name, found in files.items()}
    pdfs = {name: found[1].read_bytes() for name, found in files.items()}
    for name, old, new in (
        ("ragged", 'w:jc w:val="both"', 'w:jc w:val="left"'),
        ("untightened", 'w:spacing w:val="-5"', 'w:spacing w:val="20"'),
    ):
        words[name] = with_styles(words["wubu-2008"], old, new)
        pdfs[name] = pdfs["wubu-2008"]
    opened = convert_all(list(words.values()))
    return {
        name: Twins(words[name], pdfs[name], pages)
        for name, pages in zip(words, opened, strict=True)
    }


def with_styles(word: bytes, old: str, new: str) -> bytes:
    files = read_zip(word)
    styles = files["word/styles.xml"].decode()
    assert old in styles
    return write_zip({**files, "word/styles.xml": styles.replace(old, new).encode()})


def with_blank_page(pdf: bytes) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.add_blank_page(page_size=(595, 842))
        document.save(buffer)
    return buffer.getvalue()


def whats(proof: Proof) -> set[str]:
    return {difference.what for difference in proof.differences}


# --- the reports -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*NAMES, *GENERATED, *SPECIMENS])
def test_the_twins_have_the_same_text_headings_tables_and_pages(
    name: str, twins: dict[str, Twins]
) -> None:
    assert twins[name].proof().differences == ()


@pytest.mark.parametrize("name", [*NAMES, *GENERATED])
def test_the_twins_break_nearly_all_lines_alike(name: str, twins: dict[str, Twins]) -> None:
    proof = twins[name].proof()
    assert proof.settled_share >= SETTLED_SHARE
    assert proof.equal_share >= EQUAL_SHARE
    assert check_twins(proof, PLACE) == ()


@pytest.mark.parametrize("name", SPECIMENS)
def test_what_a_specimen_breaks_otherwise_is_explained(name: str, twins: dict[str, Twins]) -> None:
    proof = twins[name].proof()
    assert proof.settled_share >= SETTLED_SHARE
    assert [fault.code for fault in check_twins(proof, PLACE)] == ["twins-set-aside"]


def test_the_record_of_a_proof_is_plain_json(twins: dict[str, Twins]) -> None:
    record = twins["tables"].proof().as_record()
    assert json.loads(json.dumps(record))["equal_share"] >= EQUAL_SHARE
    assert [page["foot"] for page in record["pages"]][:2] == ["—1—", "—2—"]
    assert record["pages"][0]["top"].startswith("青禾县图书馆")


# --- what LibreOffice does otherwise ---------------------------------------------------------


def test_the_specimen_shows_every_departure(twins: dict[str, Twins]) -> None:
    assert dict(twins["departures"].proof().set_aside).keys() == {d.code for d in DEPARTURES}


def test_libreoffice_parts_hanzi_from_digits_by_a_fifth_and_tightens_no_change_of_script(
    twins: dict[str, Twins],
) -> None:
    gaps = measure_gaps(twins["departures"].opened)
    assert gaps["学3"] == pytest.approx(0.2, abs=0.01)
    assert gaps["次，"] == pytest.approx(MEASURES.page.tracking_pt / 16, abs=0.005)
    assert gaps["“A"] == gaps["”级"] == pytest.approx(0, abs=0.005)


def test_a_mark_that_libreoffice_does_not_draw_is_drawn_where_lines_are_not_justified(
    twins: dict[str, Twins],
) -> None:
    justified, ragged = twins["wubu-2008"].proof(), twins["ragged"].proof()
    assert justified.undrawn_count > 0
    assert ragged.undrawn_count == 0
    assert ragged.equal_count == justified.equal_count


def test_a_line_that_shows_no_departure_is_not_excused() -> None:
    assert find_departure(Parting("学习" * 40, 0, 28, 27)) is None
    assert find_departure(Parting("学习32次" * 10, 0, 28, 27)) is None


# --- a proof that fails ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("variant", "what"),
    [("base", set()), ("word", {"text"}), ("heading", {"text", "headings"}), ("cell", {"tables"})],
)
def test_a_pdf_with_something_else_is_reported(
    variant: str, what: set[str], twins: dict[str, Twins]
) -> None:
    other = replace(twins["base"], pdf=twins[variant].pdf).proof()
    assert whats(other) == what
    reported = {fault.code for fault in check_twins(other, PLACE)}
    assert reported == ({"twins-differ"} if what else set())


def test_other_words_in_the_opened_file_are_reported(twins: dict[str, Twins]) -> None:
    assert "text-opened" in whats(replace(twins["base"], opened=twins["word"].opened).proof())


def test_a_page_too_many_is_reported(twins: dict[str, Twins]) -> None:
    base = twins["base"]
    assert whats(replace(base, pdf=with_blank_page(base.pdf)).proof()) == {"page-count"}


def test_another_spacing_in_word_breaks_other_lines(twins: dict[str, Twins]) -> None:
    proof = twins["untightened"].proof()
    assert proof.settled_share < SETTLED_SHARE
    assert "twins-lines" in {fault.code for fault in check_twins(proof, PLACE)}


# --- LibreOffice and the command -------------------------------------------------------------


def test_a_file_that_libreoffice_cannot_load_is_reported() -> None:
    with pytest.raises(MachineError):
        word_to_pdf(b"not a Word file")


def test_without_libreoffice_the_build_ends_before_it_begins(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "a.yaml").write_bytes(as_yaml())
    find_fonts()  # looked up once a process, and not without a PATH
    monkeypatch.setenv("PATH", str(office))
    assert main(["build", "a.yaml", "--prove"]) == ExitCode.ENVIRONMENT
    assert "apt-get install libreoffice" in capsys.readouterr().err
    assert not (office / "dist").exists()


def test_the_proof_goes_into_the_manifest(office: Path) -> None:
    (office / "a.yaml").write_bytes(as_yaml())
    assert main(["build", "a.yaml", "--prove"]) == ExitCode.DONE
    proof = json.loads((office / "dist/a/manifest.json").read_text("utf-8"))["proof"]
    assert proof["differences"] == []
    assert proof["settled_share"] == 1


# --- the Open XML SDK ------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_open_xml_sdk_finds_no_fault(name: str, built: Mapping[str, Outcome]) -> None:
    assert find_sdk_faults(built[name].files[0]) == []


def test_a_sealed_document_with_every_element_is_sound_too(tmp_path: Path) -> None:
    from PIL import Image  # noqa: PLC0415

    Image.new("RGBA", (200, 200), (220, 0, 0, 128)).save(tmp_path / "印章.png")
    path = tmp_path / "input.yaml"
    marks = {"密级": "秘密", "保密期限": "1年", "份号": "000001", "紧急程度": "特急"}
    path.write_bytes(
        as_yaml(**{**OFFICIAL, **marks, "印章": "印章.png", "签发人": ["甲", "乙"], "附注": "内部"})
    )
    outcome = build_one(path, Options(tmp_path / "dist"), find_templates())
    assert not outcome.is_failed, outcome.diagnostics
    assert find_sdk_faults(outcome.files[0]) == []
