"""A cell reads as a person sees it: its number under its format, its date, its text."""

import csv
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from pipeline.inspect.office import find_office
from pipeline.load.sheets import Book, CellKind, as_number, read_book
from pipeline.load.sheets.formats import show_number
from pipeline.load.sheets.numbers import exact
from tests.sheet_files import first, save

SHOWN: list[tuple[str, str, str]] = [
    ("53", "General", "53"),
    ("0.30000000000000004", "General", "0.3"),
    ("0.333333333333333", "General", "0.333333333"),
    ("100000000000000", "General", "100000000000000"),
    ("2.5", "0", "3"),
    ("1.005", "0.00", "1.01"),
    ("-0.001", "0.00", "0.00"),
    ("1234567", "#,##0", "1,234,567"),
    ("1234.5", "#,##0.00", "1,234.50"),
    ("1.20", "0.0#", "1.2"),
    ("0.5", "#.##", ".5"),
    ("0.4567", "0.0%", "45.7%"),
    ("1", "0%", "100%"),
    ("7", "000", "007"),
    ("53", '0"条"', "53条"),
    ("53", "0条", "53条"),
    ("5", 'General"条"', "5条"),
    ("3", '"第"0"届"', "第3届"),
    ("1234.5", "[$¥-804]#,##0.00", "¥1,234.50"),
    ("-2", '"¥"#,##0.00', "-¥2.00"),
    ("-1234.5", "#,##0.00;[Red](#,##0.00)", "(1,234.50)"),
    ("0", '0;-0;"无"', "无"),
    ("1234", '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', "1,234"),
    ("0", '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', "-"),
    ("39645", "yyyy-mm-dd", "2008-07-16"),
    ("39645", "yyyy/m/d", "2008/7/16"),
    ("39645", '[$-804]yyyy"年"m"月"d"日";@', "2008年7月16日"),
    ("39645", 'yyyy"年"m"月"', "2008年7月"),
    ("39645", 'm"月"d"日"', "7月16日"),
    ("39645", "yyyy.m.d", "2008.7.16"),
    ("39645.75", "yyyy-mm-dd hh:mm", "2008-07-16 18:00"),
    ("0.5", "h:mm", "12:00"),
]
BY_US_ALONE: list[tuple[str, str, str]] = [
    ("39645", "aaaa", "星期三"),
    ("0.75", '上午/下午h"时"mm"分"', "下午6时00分"),
    ("1", "yyyy-mm-dd", "1900-01-01"),
    ("59", "yyyy-mm-dd", "1900-02-28"),
    ("61", "yyyy-mm-dd", "1900-03-01"),
]
"""What LibreOffice shows in another language, or counts from another day than Excel."""


@pytest.mark.parametrize(("number", "code", "shown"), SHOWN + BY_US_ALONE)
def test_a_number_is_shown_by_its_format(number: str, code: str, shown: str) -> None:
    found = exact(number)
    assert found is not None
    cell = show_number(found, code)
    assert (cell.text.strip(), cell.unread_format) == (shown, "")


@pytest.mark.slow
def test_a_spreadsheet_program_shows_the_same(tmp_path: Path) -> None:
    made = Workbook()
    for row, (number, code, _) in enumerate(SHOWN, start=1):
        cell = first(made).cell(row, 1, float(number))
        cell.number_format = code
    (tmp_path / "数.xlsx").write_bytes(save(made))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    how = ["--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76"]
    program = [find_office(), profile, *how, "--outdir", str(tmp_path), str(tmp_path / "数.xlsx")]
    subprocess.run(program, check=True, capture_output=True, timeout=300)
    with (tmp_path / "数.csv").open(encoding="utf-8") as file:
        theirs = [row[0].strip() if row else "" for row in csv.reader(file)]
    ours = [shown for _, _, shown in SHOWN]
    # It shows fifteen digits of a number without a format, Excel eleven places.
    theirs[ours.index("0.333333333")] = "0.333333333"
    assert theirs == ours


@pytest.mark.parametrize("code", ["# ?/?", "0.00E+00", "[h]:mm", "[>100]0;0.0", "0.0,", "000-0000"])
def test_a_format_that_is_not_known_is_kept_for_whoever_has_to_say_so(code: str) -> None:
    cell = show_number(Decimal("1.5"), code)
    assert (cell.text, cell.kind, cell.unread_format) == ("1.5", CellKind.NUMBER, code)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("53", "53"),
        (" 53 ", "53"),
        ("５３", "53"),
        ("\u3000\xa053\xa0", "53"),
        ("1,234.50", "1234.50"),
        ("１，２３４", "1234"),
        ("－5", "-5"),
        ("−5", "-5"),
        ("+5", "5"),
        ("45.7%", "45.7%"),
        ("45.7％", "45.7%"),
        ("0.5", "0.5"),
    ],
)
def test_a_text_that_is_a_number_to_a_reader_is_one(text: str, digits: str) -> None:
    found = as_number(text)
    assert found is not None
    assert found[1] == digits


@pytest.mark.parametrize(
    "text", ["007", "1,23", "12条", "约80", "", "—", "1e5", "=1", "1 2", "二十", "9" * 60]
)
def test_other_texts_stay_texts(text: str) -> None:
    assert as_number(text) is None


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15))
def test_any_number_is_kept_to_fifteen_digits(number: float) -> None:
    found = exact(repr(number))
    assert found is not None or abs(number) < 1e-30
    assert found is None or float(found) == pytest.approx(number, rel=1e-14)


@given(
    st.decimals(-(10**12), 10**12, places=3),
    st.sampled_from(["0", "0.00", "#,##0", "#,##0.000", "General", '0.0"条"', "0%", "yyyy-mm-dd"]),
)
def test_the_digits_are_the_number_as_it_is_seen(number: Decimal, code: str) -> None:
    cell = show_number(number, code)
    if cell.kind is CellKind.DATE:
        return
    scale = 100 if cell.digits.endswith("%") else 1
    places = len(cell.digits.rstrip("%").partition(".")[2])
    step = Decimal(1).scaleb(-places)
    assert abs(Decimal(cell.digits.rstrip("%")) - number * scale) <= step / 2


def test_days_of_the_1904_system_are_the_days_that_excel_shows(tmp_path: Path) -> None:
    made = Workbook()
    made.epoch = made.epoch.replace(year=1904, month=1, day=1)
    first(made)["A1"] = 38183
    first(made)["A1"].number_format = "yyyy-mm-dd"
    (tmp_path / "旧.xlsx").write_bytes(save(made))
    found = read_book(tmp_path / "旧.xlsx")
    assert isinstance(found, Book)
    assert found.sheets["Sheet"].cell(1, 1).text == "2008-07-16"
