"""The ledger: what it says of each figure is what stands in the report, on the page it names."""

import datetime as dt
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pipeline.cli import main
from pipeline.compose.ledger import Ledger, LedgerEntry, find_mentions, ledger_table
from pipeline.compose.ledger.workbook import ledger_workbook
from pipeline.diagnostics.errors import ExitCode
from pipeline.load.archive import read_zip
from pipeline.load.yaml import load_input
from pipeline.model.document import (
    CLOSING,
    Document,
    DocumentPart,
    FigureText,
    Paragraph,
    SectionHeading,
    Table,
)
from pipeline.tasks.build import audit_one
from pipeline.tasks.build.press import LaidOutReport, make_artifacts, set_report
from pipeline.typography.typeset import without_blanks
from pipeline.validate import validate
from pipeline.verify.texts import pdf_pages, word_text
from tests.samples import OFFICIAL, ROOT, RULES, as_yaml, report, template, valid

FIGURES = {
    "讲座": {"数值": "4", "单位": "场", "依据": "活动登记表", "上期": "3"},
    "阅读推广": {"公式": "讲座 + 展览", "依据": "活动登记表"},
    "展览": {"数值": "6", "单位": "场", "分项": {"馆内": "2", "馆外": "4"}},
    "备用": "1场",
}
LONG = ["全馆上下同心协力，把好书送到读者身边。" * 12] * 10


def laid_out(**changes: Any) -> LaidOutReport:
    return set_report(valid(report(数据=FIGURES, **changes)), template("summary"))


def entry(ledger: Ledger, name: str) -> LedgerEntry:
    return next(found for found in ledger.entries if found.name == name)


def test_each_place_of_a_figure_is_listed_under_its_heading() -> None:
    ledger = laid_out(
        导语="举办讲座【讲座】。",
        主要做法=[{"小标题": "办展", "段落": ["馆内【展览.馆内】，共【展览】。"]}],
        突出特点=[
            {"小标题": "多办", "段落": [{"小标题": "连办", "分述": ["讲座【讲座.数值】场", "好"]}]}
        ],
        结尾="明年再办【阅读推广】。",
        附件=[{"名称": "表", "表格": {"列": ["项目", "数"], "行": [["讲座场次", "【讲座】"]]}}],
    ).ledger
    places = {e.name: [(p.heading, p.excerpt) for p in e.places] for e in ledger.entries}
    assert places == {
        "讲座": [
            ("导语", "举办讲座4场。"),
            ("三、突出特点（一）1.连办", "一是讲座4场；二是好。"),
            ("附件 表", "讲座场次：4场"),
        ],
        "阅读推广": [("结尾", "明年再办10场。")],
        "展览": [("二、主要做法（一）办展", "馆内2场，共6场。")] * 2,
        "备用": [],
    }


def test_a_place_is_named_by_the_part_of_its_block_whatever_the_outline() -> None:
    own = DocumentPart("学思结合（二〇二六）", "五、学思结合（二〇二六）")
    deep = own.under(SectionHeading(2, "（三）", "读")).under(SectionHeading(3, "1.", "讲"))
    next_one = deep.under(SectionHeading(2, "（四）", "用"))
    parts = (DocumentPart("正文", "正文"), own, deep, next_one, CLOSING, CLOSING)
    figure = FigureText("讲座", "4场")
    blocks = tuple(Paragraph((figure,), part=part) for part in parts)
    document = Document("题", "馆", dt.date(2026, 10, 8), "", None, blocks, None)
    assert [(m.short, m.heading) for m in find_mentions(document)] == [
        ("正文", "正文"),
        ("学思结合（二〇二六）", "五、学思结合（二〇二六）"),
        ("学思结合（二〇二六）（三）", "五、学思结合（二〇二六）（三）1.讲"),
        ("学思结合（二〇二六）（四）", "五、学思结合（二〇二六）（四）用"),
        *[("结尾", "结尾")] * 2,
    ]


def test_an_entry_has_what_proves_the_figure() -> None:
    ledger = laid_out().ledger
    talks, both = entry(ledger, "讲座"), entry(ledger, "阅读推广")
    assert (talks.value, talks.evidence, talks.previous) == ("4场", "活动登记表", "3场")
    assert (both.value, both.formula) == ("10场", "讲座 + 展览")
    assert entry(ledger, "展览").parts == "馆内2场、馆外4场"


def test_the_pages_are_those_of_the_pdf() -> None:
    found = laid_out(
        基本情况=[*LONG, "举办讲座【讲座】，座无虚席。"],
        突出特点=[*LONG, "展览【展览】，观者如云。"],
        取得成效=["合计【阅读推广】，读者叫好。"],
    )
    measures = template("summary").measures
    pages = [without_blanks(page) for page in pdf_pages(found.pdf.data, measures)]
    for name, words in (("讲座", "座无虚席"), ("展览", "观者如云"), ("阅读推广", "读者叫好")):
        (place,) = entry(found.ledger, name).places
        assert words in pages[place.page - 1]
        assert sum(words in page for page in pages) == 1
    assert entry(found.ledger, "展览").places[0].page > 3


def test_a_figure_after_a_page_break_within_its_paragraph_is_on_the_later_page() -> None:
    words = "把好书送到读者身边。" * 90
    found = laid_out(基本情况=[f"【讲座】起，{words}共【展览】。"])
    first = entry(found.ledger, "讲座").places[0].page
    assert entry(found.ledger, "展览").places[0].page == first + 1


LEDGER = {"名称": "数据核对表", "核对表": "是"}


def ledger_rows(found: LaidOutReport) -> list[list[str]]:
    return [[cell.text for cell in row] for row in annex_table(found).rows]


def annex_table(found: LaidOutReport) -> Table:
    return next(block for block in found.document.blocks if isinstance(block, Table))


@pytest.mark.slow
def test_the_annex_names_pages_that_its_own_length_has_moved() -> None:
    many = {f"第{n}项读书活动的场次": f"{n}场" for n in range(1, 60)}
    words = "".join(f"【{name}】" for name in many)
    table = {"列": ["项目", "数"], "行": [["讲座场次", "【讲座】"]]}
    found = set_report(
        valid(
            report(
                数据={**FIGURES, **many},
                导语=words,
                附件=[LEDGER, {"名称": "统计表", "表格": table}],
            )
        ),
        template("summary"),
    )
    measures = template("summary").measures
    pages = [without_blanks(page) for page in pdf_pages(found.pdf.data, measures)]
    wanted = next(n for n, page in enumerate(pages, start=1) if "讲座场次" in page)
    assert wanted > 4
    row = next(row for row in ledger_rows(found) if row[1] == "讲座")
    assert row[-1] == f"附件2，第{wanted}页"


def test_no_head_is_broken_and_the_address_of_a_file_has_room() -> None:
    table = annex_table(laid_out(导语="讲座【讲座】。", 附件=[LEDGER]))
    measures = template("summary").measures
    size, padding = measures.styles["table_head"].size_pt, 2 * measures.rules.table_padding_x_pt
    assert [cell.text for cell in table.header[0]][:4] == ["序号", "数据名称", "数值", "上期"]
    for share in table.widths:
        assert share * measures.page.text_width_pt >= 2 * size + padding
    assert max(table.widths) == table.widths[4]  # 依据


def test_the_widths_of_the_annex_do_not_depend_on_the_pages_it_names() -> None:
    ledger = laid_out(导语="讲座【讲座】。", 基本情况=["又是讲座【讲座】。"]).ledger
    measures = template("summary").measures

    def moved(pages: int) -> Ledger:
        entries = (
            replace(e, places=tuple(replace(place, page=pages) for place in e.places))
            for e in ledger.entries
        )
        return replace(ledger, entries=tuple(entries))

    near, far = (ledger_table(moved(pages), measures) for pages in (1, 148))
    assert near.rows != far.rows
    assert near.widths == far.widths


def test_the_annex_lists_every_figure_in_both_forms() -> None:
    found = laid_out(导语="讲座【讲座】。", 附件=[LEDGER])
    assert ledger_rows(found) == [
        ["1", "讲座", "4场", "3场", "活动登记表", "导语，第1页"],
        ["2", "阅读推广", "10场", "—", "活动登记表\n公式：讲座 + 展览", "未引用"],
        ["3", "展览", "6场", "—", "分项：馆内2场、馆外4场", "未引用"],
        ["4", "备用", "1场", "—", "—", "未引用"],
    ]
    word = make_artifacts(found, template("summary"), ("docx",))["docx"]
    assert "公式：讲座+展览" in without_blanks(word_text(word))


def test_an_annex_with_a_ledger_and_a_seal_under_a_letterhead_is_set() -> None:
    official = valid(report(OFFICIAL, 数据=FIGURES, 导语="讲座【讲座】。", 附件=[LEDGER]))
    found = set_report(official, template("red-header"))
    assert entry(found.ledger, "讲座").places[0].page == 1


# --- the workbook --------------------------------------------------------------------------------


def cells(data: bytes) -> list[list[str]]:
    sheet = load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    return [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]


def test_the_workbook_has_a_row_for_each_place() -> None:
    ledger = laid_out(导语="讲座【讲座】，又【讲座】。").ledger
    head, *rows = cells(ledger_workbook(ledger))[2:]
    assert [name for name in head if name] == [
        *("序号", "数据名称", "数值", "上期", "分项", "依据", "公式", "所在标题", "页码"),
        *("上下文", "核对"),
    ]
    assert rows[0][1:4] == ["讲座", "4场", "3场"]
    assert [row[head.index("上下文")] for row in rows[:2]] == ["讲座4场，又4场。"] * 2
    assert rows[1][1] == ""
    assert rows[-1][head.index("所在标题")] == "未引用"


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    figures = {
        "讲座": {"数值": "4", "单位": "场", "依据": "=HYPERLINK(1)", "公式": "=展览-2"},
        "展览": "6场",
    }
    ledger = set_report(valid(report(数据=figures)), template("summary")).ledger
    data = ledger_workbook(ledger)
    sheet = load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    typed = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value}
    for text in ("=HYPERLINK(1)", "=展览-2"):
        assert typed[text].data_type == "s"
        assert typed[text].quotePrefix
    assert b"<f>" not in read_zip(data)["xl/worksheets/sheet1.xml"]


def test_the_workbook_prints_on_a4_landscape_with_its_header_frozen() -> None:
    sheet = load_workbook(io.BytesIO(ledger_workbook(laid_out().ledger))).active
    assert sheet is not None
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.freeze_panes == "C4"
    assert sheet.print_title_rows == "$3:$3"


def test_the_same_ledger_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = laid_out().ledger
    first = ledger_workbook(ledger)
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    assert ledger_workbook(ledger) == first
    assert b"1980-01-01T00:00:00Z" in read_zip(first)["docProps/core.xml"]


# --- the command ---------------------------------------------------------------------------------


def test_the_command_shows_each_figure_and_writes_the_workbook(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = as_yaml(数据=FIGURES, 导语="讲座【讲座】。", 基本情况=["【展览】【阅读推广】【备用】"])
    (office / "inputs").mkdir(exist_ok=True)
    (office / "inputs" / "读书.yaml").write_bytes(text)
    assert main(["audit", "读书"]) == ExitCode.DONE
    said = capsys.readouterr().out
    assert "第1页  导语  讲座4场。" in said
    assert "活动登记表；公式：讲座 + 展览" in said
    assert "共 4 条数据，出现 4 处" in said
    (made,) = (office / "dist" / "读书").glob("*-数据核对表.xlsx")
    assert cells(made.read_bytes())[3][1] == "讲座"


@pytest.mark.slow
def test_the_ledger_of_the_shipped_report_is_as_its_annex_says(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = ROOT / "inputs" / "wubu-2008.yaml"
    out = tmp_path / "l.xlsx"
    assert main(["audit", str(path), "--json", "--out", str(out)]) == ExitCode.DONE
    records = json.loads(capsys.readouterr().out)
    loaded, _ = validate(load_input(path), RULES)
    assert loaded is not None
    found = set_report(loaded, template("summary"))
    tables = [block for block in found.document.blocks if isinstance(block, Table)]
    rows = [[cell.text for cell in row] for row in tables[-1].rows]
    assert [record["name"] for record in records] == [row[1] for row in rows]
    for record, row in zip(records, rows, strict=True):
        pages = {place["page"] for place in record["places"]}
        assert {f"第{page}页" for page in pages} == {
            part for line in row[-1].split("\n") for part in line.split("，")[1:]
        }
    assert out.is_file()


@pytest.mark.parametrize("words", [["--out", "a.txt"], []])
def test_wrong_words_are_bad_usage(office: Path, words: list[str]) -> None:
    folder = office / "many"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.yaml").write_bytes(as_yaml())
    assert main(["audit", str(folder), *words]) == ExitCode.USAGE


def test_an_error_of_the_wording_leaves_the_figures_their_ledger(office: Path) -> None:
    text = as_yaml(
        数据=FIGURES, 导语="讲座【讲座】，“好书。", 基本情况=["【展览】【阅读推广】【备用】"]
    )
    (office / "a.yaml").write_bytes(text)
    outcome, ledger = audit_one(office / "a.yaml")
    assert outcome.is_failed
    assert "Q16-unpaired" in {fault.code for fault in outcome.diagnostics}
    assert ledger is not None
    assert entry(ledger, "讲座").places[0].page == 1


def test_an_input_with_an_error_has_no_ledger(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "a.yaml").write_bytes(as_yaml(导语="【无此名】"))
    assert main(["audit", "a.yaml", "--lang", "en"]) == ExitCode.REPORT_FAILED
    said = capsys.readouterr()
    assert "unknown-figure" in said.err
    assert not list(office.rglob("*.xlsx"))
