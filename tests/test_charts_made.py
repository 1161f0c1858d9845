"""Charts as they are made: native in Word with their workbook, as vectors in the PDF."""

import io
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pypdfium2
import pytest

from pipeline.compose.compose import compose
from pipeline.diagnostics.diagnostic import Location
from pipeline.inspect.office import convert_all
from pipeline.inspect.tags import read_figures
from pipeline.load.archive import read_zip, write_zip
from pipeline.model.document import Document
from pipeline.model.standard import PROFILES
from pipeline.render.chart_book import draw_book
from pipeline.render.chart_svg import draw_svg
from pipeline.tasks.build import Options, Outcome, build_one, find_templates
from pipeline.tasks.lint import check_template
from pipeline.tasks.scaffold import draw_template
from pipeline.typography.fonts import find_fonts
from pipeline.verify.chart_reading import ChartReading, read_charts
from pipeline.verify.charts import check_pdf_charts, check_word_charts
from pipeline.verify.twins import compare_twins
from tests.ooxml import find_sdk_faults
from tests.samples import ROOT, as_yaml, report, valid

MEASURES = PROFILES["office"]
PLACE = Location(Path("input.yaml"), 1, 1)

FIGURES: dict[str, Any] = {
    **{f"{month}月到馆": f"{900 + 37 * month}人次" for month in range(1, 13)},
    "外借": {"数值": "1000", "单位": "册", "分项": {"少儿": "420", "文学": "310", "其他": "270"}},
    "好评": {"数值": "98.5", "单位": "%"},
    "复借": {"数值": "37", "单位": "%"},
}
MONTHS = [f"{month}月" for month in range(1, 13)]
VISITS = [f"{month}到馆" for month in MONTHS]
HALVES = [{"名称": "上半年", "数据": VISITS[:6]}, {"名称": "下半年", "数据": VISITS[6:]}]
CHARTS: list[dict[str, Any]] = [
    {"类型": "柱形", "标题": "评价", "数据": ["好评", "复借"], "类别": ["=好评 & <赞>", "复借"]},
    {"类型": "折线", "标题": "各月到馆", "数据": VISITS, "类别": MONTHS},
    {"类型": "折线", "标题": "两个半年", "系列": HALVES, "类别": MONTHS[:6]},
    {"类型": "柱形", "标题": "前后对比", "系列": HALVES, "类别": list("甲乙丙丁戊己")},
    {"类型": "占比", "标题": "外借构成", "数据": "外借.分项"},
]
FIELDS: dict[str, Any] = {"数据": FIGURES, "附件": [{"名称": "统计图", "图表": CHARTS}]}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """A report with a chart of every kind."""
    folder = tmp_path_factory.mktemp("charts")
    (folder / "a.yaml").write_bytes(as_yaml(**FIELDS))
    outcome = build_one(folder / "a.yaml", Options(folder / "dist"), find_templates())
    assert not outcome.is_failed, outcome.diagnostics
    return outcome


@pytest.fixture(scope="module")
def word(made: Outcome) -> bytes:
    return made.files[0].read_bytes()


@pytest.fixture(scope="module")
def pdf(made: Outcome) -> bytes:
    return made.files[1].read_bytes()


def document(**changes: Any) -> Document:
    return compose(valid(report(**{**FIELDS, **changes})), MEASURES, official=False)


def charts_in(word: bytes) -> tuple[ChartReading, ...]:
    return read_charts(read_zip(word))


# --- Word ------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_open_xml_sdk_finds_no_fault_in_charts(made: Outcome) -> None:
    assert find_sdk_faults(made.files[0]) == []


def test_a_chart_keeps_its_names_and_numbers_and_says_them(word: bytes) -> None:
    found = charts_in(word)
    assert [chart.caption for chart in found] == [
        "图1评价（单位：%）",
        "图2各月到馆（单位：人次）",
        "图3两个半年（单位：人次）",
        "图4前后对比（单位：人次）",
        "图5外借构成",
    ]
    assert found[0].categories == ("=好评 & <赞>", "复借")
    assert found[0].series[0].values == (Decimal("98.5"), Decimal("37.0"))
    assert found[0].words == "柱形图：评价（单位：%）。=好评 & <赞>98.5%，复借37.0%。"
    assert [series.name for series in found[2].series] == ["上半年", "下半年"]
    assert found[4].drawn == ("少儿", "文学", "其他", "42.0%", "31.0%", "27.0%")


def test_the_workbook_of_a_chart_holds_its_numbers_where_the_chart_looks_for_them(
    word: bytes,
) -> None:
    parts = read_zip(word)
    for number, chart in enumerate(charts_in(word), start=1):
        book = openpyxl.load_workbook(io.BytesIO(parts[f"word/embeddings/chart{number}.xlsx"]))
        xml = parts[f"word/charts/chart{number}.xml"].decode()
        kept = [_cells(book, place) for place in re.findall("<c:f>([^<]+)</c:f>", xml)]
        names = [name.replace("\n", "") for name in kept[1]]
        assert names == list(chart.categories)
        assert kept[0::3] == [[series.name] for series in chart.series]
        assert [[Decimal(str(value)) for value in row] for row in kept[2::3]] == [
            list(series.values) for series in chart.series
        ]
        assert 'r:id="rId1"' in xml
        relations = parts[f"word/charts/_rels/chart{number}.xml.rels"].decode()
        assert f"../embeddings/chart{number}.xlsx" in relations


def _cells(book: Any, place: str) -> list[Any]:
    name, _, area = place.partition("!")
    found = book[name][area.replace("$", "")]
    return [row[0].value for row in found] if isinstance(found, tuple) else [found.value]


def test_a_name_that_looks_like_a_formula_is_a_text_in_the_workbook() -> None:
    chart = next(block for block in document().blocks if block.kind == "chart")
    book = openpyxl.load_workbook(io.BytesIO(draw_book(chart, MEASURES)))  # type: ignore[arg-type]
    cell = book["数据"]["A2"]
    assert (cell.value, cell.data_type) == ("=好评 & <赞>", "s")


def test_charts_are_set_in_the_faces_and_the_size_of_the_measures(word: bytes) -> None:
    xml = read_zip(word)["word/charts/chart1.xml"].decode()
    assert set(re.findall('<a:ea typeface="([^"]+)"', xml)) == {"仿宋_GB2312"}
    assert set(re.findall('<a:latin typeface="([^"]+)"', xml)) == {"仿宋_GB2312"}
    assert set(re.findall(' sz="([0-9]+)"', xml)) == {"1050"}


def test_every_drawing_has_an_id_of_its_own(word: bytes) -> None:
    xml = read_zip(word)["word/document.xml"].decode()
    ids = re.findall('<wp:docPr id="([0-9]+)"', xml)
    assert len(ids) == len(set(ids)) == len(CHARTS)


def test_no_column_is_cut_off_when_its_number_is_edited(word: bytes) -> None:
    xml = read_zip(word)["word/charts/chart1.xml"].decode()
    assert '<c:min val="0"/>' in xml
    assert "<c:max " not in xml


# --- the PDF ---------------------------------------------------------------------------------


def test_a_screen_reader_is_given_every_number(pdf: bytes, word: bytes) -> None:
    with pypdfium2.PdfDocument(pdf) as opened:
        words = [figure.words for page in opened for figure in read_figures(page)]
    assert words == [chart.words for chart in charts_in(word)]


def test_a_chart_is_drawn_in_vectors_and_brings_no_face_of_its_own(pdf: bytes) -> None:
    ours = {
        face.css_family.replace("-", " ")
        for chain in find_fonts().chains.values()
        for face in chain
    }
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert not any(page.get_images() for page in opened.pages)
        fonts = [font for page in opened.pages for font in page.resources["/Font"].values()]
        faces = {str(font.BaseFont).partition("+")[2].replace("-", " ") for font in fonts}
    assert faces
    assert all(face.startswith(tuple(ours)) for face in faces)


def test_the_picture_of_a_chart_has_no_text_and_the_same_bytes_twice() -> None:
    for block in document().blocks:
        if block.kind == "chart":
            one, other = (draw_svg(block, MEASURES, find_fonts()) for _ in range(2))  # type: ignore[arg-type]
            assert one == other
            assert b"<text" not in one
            assert b"font-family" not in one


def test_a_rare_character_is_drawn_in_the_next_face_that_has_it() -> None:
    fields = {"类型": "柱形", "标题": "读者", "数据": ["好评", "复借"]}
    drawings = []
    for names in (["赵喆", "钱玥"], ["赵", "钱"]):
        annex = {"名称": "统计图", "图表": {**fields, "类别": names}}
        (chart,) = (b for b in document(附件=[annex]).blocks if b.kind == "chart")
        drawings.append(draw_svg(chart, MEASURES, find_fonts()))  # type: ignore[arg-type]
    rare, plain = drawings
    assert len(rare) > len(plain) + 500


def test_charts_are_made_alike_on_any_day(made: Outcome, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(as_yaml(**FIELDS))
    again = build_one(tmp_path / "a.yaml", Options(tmp_path / "dist"), find_templates())
    assert [path.read_bytes() for path in again.files] == [p.read_bytes() for p in made.files]


def build_elsewhere(folder: Path, words: str = "") -> subprocess.CompletedProcess[str]:
    """A build in a process of its own, with a home that matplotlib cannot write to."""
    code = (
        f"import sys\nfrom pipeline.cli import main\nassert main(['build', 'a.yaml']) == 0\n{words}"
    )
    return subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "MPLCONFIGDIR": "/proc/none"},
    )


@pytest.mark.slow
def test_a_report_without_charts_loads_no_matplotlib(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(as_yaml())
    build_elsewhere(tmp_path, "assert 'matplotlib' not in sys.modules")


@pytest.mark.slow
def test_nobody_is_bothered_with_the_folders_of_matplotlib(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(as_yaml(**FIELDS))
    done = build_elsewhere(tmp_path, "assert 'matplotlib' in sys.modules")
    assert "atplotlib" not in done.stderr + done.stdout


# --- what is lost is reported ----------------------------------------------------------------


def codes(found: Any) -> list[str]:
    return [fault.code for fault in found]


def test_another_number_in_a_chart_is_reported(word: bytes) -> None:
    files = read_zip(word)
    assert check_word_charts(word, document(), PLACE) == ()
    xml = files["word/charts/chart2.xml"]
    changed = xml.replace(b"<c:v>937</c:v>", b"<c:v>938</c:v>")
    assert changed != xml
    other = write_zip({**files, "word/charts/chart2.xml": changed})
    assert codes(check_word_charts(other, document(), PLACE)) == ["chart-lost"]


def test_a_chart_that_a_pdf_lacks_is_reported(pdf: bytes) -> None:
    assert check_pdf_charts(pdf, document(), PLACE) == ()
    more = {"附件": [{"名称": "统计图", "图表": [*CHARTS, CHARTS[0]]}]}
    assert codes(check_pdf_charts(pdf, document(**more), PLACE)) == ["chart-lost"]


@pytest.fixture
def own(office: Path) -> Path:
    """A template of an office's own."""
    folder = office / "templates" / "own"
    folder.mkdir(parents=True)
    for file, data in draw_template("own", official=False).items():
        (folder / file).write_bytes(data)
    return folder


def change_word(folder: Path, old: str, new: str) -> None:
    path = folder / "word.docx"
    files = read_zip(path.read_bytes())
    xml = files["word/document.xml"].decode()
    assert old in xml
    path.write_bytes(write_zip({**files, "word/document.xml": xml.replace(old, new).encode()}))


def change_page(folder: Path, old: str, new: str) -> None:
    path = folder / "page.html"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (change_word, "block.kind == 'chart'", "block.kind == 'x'"),
        (change_word, "{{ block.chart }}", ""),
        (change_page, "block.kind == 'chart'", "block.kind == 'x'"),
        (change_page, '<img src="{{ block | chart }}"', "<i"),
    ],
)
def test_a_template_that_does_not_show_charts_is_reported(
    own: Path, change: Any, old: str, new: str
) -> None:
    change(own, old, new)
    found = check_template("own")
    assert {(fault.code, dict(fault.details)["kind"]) for fault in found} == {
        ("template-branch-missing", "chart")
    }


def test_a_report_with_a_chart_is_not_built_by_a_template_without_them(own: Path) -> None:
    change_word(own, "{{ block.chart }}", "")
    path = own.parent.parent / "a.yaml"
    path.write_bytes(as_yaml(**{**FIELDS, "模板": "own"}))
    outcome = build_one(path, Options(own.parent.parent / "dist"), find_templates())
    assert outcome.is_failed
    assert codes(outcome.diagnostics) == ["chart-lost"]


# --- the twins -------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_proof_shows_charts_that_differ(word: bytes, pdf: bytes) -> None:
    files = read_zip(word)
    xml = files["word/charts/chart2.xml"].decode()
    renamed = write_zip(
        {
            **files,
            "word/charts/chart2.xml": xml.replace("<c:v>3月</c:v>", "<c:v>三月</c:v>").encode(),
        }
    )
    body = files["word/document.xml"].decode()
    silent = write_zip(
        {**files, "word/document.xml": body.replace("文学310册", "文学311册").encode()}
    )
    opened = convert_all([word, renamed])
    assert compare_twins(word, pdf, opened[0], MEASURES).differences == ()
    assert _whats(word, pdf, opened[1]) == {"charts"}
    assert _whats(silent, pdf, opened[0]) == {"drawings"}


def _whats(word: bytes, pdf: bytes, opened: bytes) -> set[str]:
    return {found.what for found in compare_twins(word, pdf, opened, MEASURES).differences}
