"""Workbooks that are filled in: what goes out comes back, and faults are told by their cells."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.build import template_rules, validate_loaded
from pipeline.form.export import export_input
from pipeline.form.restore import Restored, restore_input
from pipeline.load import Loaded, load_bytes, load_input, to_plain
from pipeline.report import Report
from pipeline.yaml_text import Habits, write_yaml
from tests.samples import ROOT, SHIPPED

HERE = Path("inputs/input.yaml")
BOOK = Path("总结.xlsx")
RULES = template_rules()
VALID_CASES = sorted((ROOT / "tests/cases").glob("*/input.yaml"))


def loaded(fields: dict[str, Any]) -> Loaded:
    found = load_bytes(write_yaml(fields, Habits()).text.encode(), HERE)
    assert not found.diagnostics
    return found


def exported(source: Loaded) -> bytes:
    data, _ = export_input(source)
    assert data is not None
    return data


def restored(data: bytes, target: Path = HERE) -> Restored:
    return restore_input(data, BOOK, target, lambda found: validate_loaded(found, RULES))


def as_report(source: Loaded) -> Report:
    assert source.root is not None
    return Report.model_validate(to_plain(source.root))


def there_and_back(source: Loaded) -> Report:
    back = restored(exported(source))
    assert back.text is not None, [fault.message("zh") for fault in back.diagnostics]  # type: ignore[arg-type]
    return as_report(load_bytes(back.text.encode(), HERE))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_input_comes_back_as_the_same_report(path: Path) -> None:
    source = load_input(path)
    assert there_and_back(source) == as_report(source)


def valid_cases() -> list[Path]:
    def is_valid(path: Path) -> bool:
        return validate_loaded(load_input(path), RULES)[0] is not None

    return [path for path in VALID_CASES if is_valid(path)]


@pytest.mark.parametrize("path", valid_cases(), ids=lambda path: path.parent.name)
def test_a_case_that_is_valid_comes_back_as_the_same_report(path: Path) -> None:
    source = load_input(path)
    report, _ = validate_loaded(source, RULES)
    assert report is not None
    back = restored(exported(source), path)
    assert back.text is not None
    again, _ = validate_loaded(load_bytes(back.text.encode(), path), RULES)
    assert again is not None
    assert again.report == report.report


# --- reports of Hypothesis ----------------------------------------------------------------------

_MARKS = "，。：；“”（）《》【】[]{}'\"=+-@#&*!|>%`~ \n—·?,.:/\\_x0041_０１"
chars = st.one_of(
    st.sampled_from(_MARKS + "县图书馆活动第一二三123 𠮷𬭚😀"),
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Zl", "Zp"]),
)
texts = st.one_of(
    st.text(chars, min_size=1, max_size=24),
    st.sampled_from(
        ["=1+1", "{{ x }}", "{% x %}", "00123", "0.10", "+86", "@SUM(A1)", "-5", "#N/A"]
    ),
    st.sampled_from(["_x000D_", "' 甲", "TRUE", "2026-10-08", "37.0", "1e5", "12:30", "~", "否"]),
).filter(lambda text: text.strip())
lines = texts.map(lambda text: text.replace("\n", " ")).filter(lambda text: text.strip())
names = st.text("甲乙丙丁戊己庚辛", min_size=1, max_size=4)
dates = st.dates().map(str)


def sections(depth: int) -> st.SearchStrategy[dict[str, Any]]:
    inner = st.one_of(texts, sections(depth - 1)) if depth > 1 else texts
    return st.fixed_dictionaries(
        {"小标题": texts},
        optional={
            "段落": st.one_of(texts, st.lists(inner, max_size=4)),
            "分述": st.lists(texts, max_size=3),
        },
    )


headers = st.recursive(
    texts,
    lambda inner: st.fixed_dictionaries(
        {"名称": texts, "列": st.lists(inner, min_size=1, max_size=3)}
    ),
    max_leaves=5,
)


def leaf_count(header: Any) -> int:
    return 1 if isinstance(header, str) else sum(map(leaf_count, header["列"]))


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Any]:
    columns = draw(st.lists(headers, min_size=1, max_size=4))
    width = sum(map(leaf_count, columns))
    row = st.lists(st.one_of(st.just(""), texts), min_size=width, max_size=width)
    table: dict[str, Any] = {"列": columns, "行": draw(st.lists(row, max_size=4))}
    if draw(st.booleans()):
        table["列宽"] = draw(
            st.lists(st.sampled_from(["1", "2.5", "10"]), min_size=width, max_size=width)
        )
    return table


annexes = st.fixed_dictionaries(
    {"名称": texts},
    optional={
        "段落": st.one_of(texts, st.lists(texts, max_size=3)),
        "表格": tables(),
        "图片": st.lists(st.fixed_dictionaries({"文件": texts, "说明": texts}), max_size=2),
    },
)
figures = st.one_of(
    lines,
    st.fixed_dictionaries({"数值": texts}, optional={"单位": texts, "依据": texts}),
)
parts = st.one_of(texts, st.lists(st.one_of(texts, sections(3)), min_size=1, max_size=4))
reports = st.fixed_dictionaries(
    {
        **dict.fromkeys(("标题", "单位", "导语", "结尾"), texts),
        "日期": dates,
        **dict.fromkeys(("基本情况", "主要做法", "突出特点", "取得成效"), parts),
    },
    optional={
        "模板": texts,
        "活动": st.one_of(
            lines, st.fixed_dictionaries({"名称": texts}, optional={"开始": dates, "结束": dates})
        ),
        "数据": st.dictionaries(names, figures, max_size=4),
        "主送": st.one_of(texts, st.lists(texts, min_size=1, max_size=3)),
        "附件": st.lists(annexes, max_size=3),
        "署名位置": st.sampled_from(["文末", "题下", "end", "title"]),
        "附注": texts,
        "印发日期": dates,
    },
)


def is_report(fields: dict[str, Any]) -> bool:
    try:
        Report.model_validate(fields)
    except ValueError:
        return False
    return True


@settings(max_examples=150, deadline=None)
@given(reports.filter(is_report))
def test_any_report_comes_back_as_it_was(fields: dict[str, Any]) -> None:
    source = loaded(fields)
    back = restore_input(exported(source), BOOK, HERE, lambda found: (found, found.diagnostics))
    assert back.text is not None, back.diagnostics
    assert as_report(load_bytes(back.text.encode(), HERE)) == as_report(source)
