"""Many units' inputs become one county report, and nothing falls out of a total unseen."""

import csv
import hashlib
import io
import json
import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.cli import main
from pipeline.diagnostics.errors import ExitCode
from pipeline.load.yaml import load_input
from pipeline.messages import Lang
from pipeline.model.report import TableInput
from pipeline.tasks.build import (
    Options,
    RollUpOutcome,
    audit_one,
    build_all,
    check_all,
    roll_up_one,
)
from pipeline.tasks.rollup import RolledUp, roll_up
from pipeline.typography.typeset import without_blanks
from pipeline.validate import validate
from pipeline.verify.texts import pdf_text, word_text
from tests import rollup_units
from tests.rollup_units import PLAN, SHIPPED_UNITS
from tests.samples import PLAIN, RULES

UNITS = ("石桥镇", "柳湾镇", "河西镇", "城关镇", "白杨乡", "南坪乡", "东岭乡", "云台乡", "双河镇")


def write(path: Path, fields: dict[str, Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(fields, allow_unicode=True, sort_keys=False), "utf-8")
    return path


def write_unit(folder: Path, name: str, figures: dict[str, Any], **changes: Any) -> Path:
    text = "、".join(f"【{figure}】" for figure in figures)
    fields = {**PLAIN, "单位": name, "数据": figures, "导语": f"办了{text}。", **changes}
    return write(folder / "units" / f"{name}.yaml", fields)


def write_plan(folder: Path, rollup: dict[str, Any], **changes: Any) -> Path:
    fields = {**PLAIN, "汇总": {"目录": "units", "单位": list(UNITS), **rollup}, **changes}
    return write(folder / "plan.yaml", fields)


def rolled(folder: Path, rollup: dict[str, Any], **changes: Any) -> RolledUp:
    return roll_up(load_input(write_plan(folder, rollup, **changes)), RULES)


def shown(result: RolledUp, name: str) -> str:
    figure = result.given[f"汇总.{name}"]
    return f"{figure.value}{figure.unit}"


def codes(result: RolledUp) -> set[str]:
    of_units = {found.code for unit in result.units for found in unit.diagnostics}
    return of_units | {found.code for found in result.loaded.diagnostics}


def table_of(result: RolledUp) -> TableInput:
    """The table of the first annex, as an ordinary report would have it."""
    valid, diagnostics = validate(result.loaded, RULES, result.given)
    assert valid is not None, diagnostics
    table = valid.report.annexes[0].table
    assert table is not None
    return table


# --- the shipped plan ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> RollUpOutcome:
    out = tmp_path_factory.mktemp("dist")
    return roll_up_one(PLAN, Options(out))


def made(outcome: RollUpOutcome, name: str) -> Path:
    return next(path for path in outcome.report.files if path.name.endswith(name))


def test_the_shipped_units_are_what_their_script_writes() -> None:
    texts = {path.name: path.read_text("utf-8") for path in SHIPPED_UNITS.iterdir()}
    assert texts == rollup_units.shipped_texts()
    assert len(texts) >= 12


def test_each_shipped_unit_passes_the_check_by_itself() -> None:
    for outcome in check_all(tuple(sorted(SHIPPED_UNITS.iterdir())), is_strict=True):
        assert outcome.diagnostics == (), outcome.path


def test_the_shipped_plan_is_built_and_tells_who_is_missing_and_who_is_out_of_line(
    shipped: RollUpOutcome,
) -> None:
    assert not shipped.report.is_failed
    assert (shipped.due, shipped.reported) == (14, 13)
    assert [found.code for found in shipped.report.diagnostics] == ["units-missing"]
    (unit,) = shipped.units
    assert unit.path.name == "shiqiao-zhen.yaml"
    assert [found.code for found in unit.diagnostics] == ["unit-figure-out-of-line"]


@pytest.mark.parametrize("kind", [".docx", ".pdf"])
def test_totals_names_and_passages_stand_in_both_documents(
    shipped: RollUpOutcome, kind: str
) -> None:
    read = word_text if kind == ".docx" else pdf_text
    text = without_blanks(read(made(shipped, kind).read_bytes()))
    units = [yaml.safe_load(path.read_text("utf-8")) for path in SHIPPED_UNITS.iterdir()]
    events = sum(int(unit["数据"]["读书活动"].removesuffix("场")) for unit in units)
    assert f"全县共举办读书活动{events}场" in text
    assert "尚未报送的单位是南坪乡" in text
    assert "一个月下来，书摊借出的书没有丢过一本。（柳湾镇）" in text
    assert "参与群众85850人次" in text
    assert "投入活动经费60.55万元" in text


def test_the_manifest_has_the_hash_of_every_units_input(shipped: RollUpOutcome) -> None:
    manifest = json.loads(made(shipped, "manifest.json").read_bytes())
    hashes = {unit["name"]: unit["sha256"] for unit in manifest["units"]}
    assert hashes == {
        f"{SHIPPED_UNITS.name}/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest()
        for path in SHIPPED_UNITS.iterdir()
    }
    assert "汇总明细.csv" in manifest["files"]


def test_the_listing_shows_what_was_typed_and_what_went_into_each_total(
    shipped: RollUpOutcome,
) -> None:
    data = made(shipped, "汇总明细.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    head, *rows, total = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    column = head.index("活动经费（万元）")
    (farming,) = (row for row in rows if row[0] == "县农业农村局")
    assert farming[column - 1 : column + 1] == ["38500元", "3.85"]
    assert sum(Decimal(row[column]) for row in rows if row[column] != "—") == Decimal(total[column])
    assert rows[-1][:2] == ["南坪乡", "未报"]


@pytest.mark.slow
def test_the_shipped_plan_gives_the_same_bytes_again(
    shipped: RollUpOutcome, tmp_path: Path
) -> None:
    again = roll_up_one(PLAN, Options(tmp_path))
    assert [path.read_bytes() for path in again.report.files] == [
        path.read_bytes() for path in shipped.report.files
    ]


# --- figures ---------------------------------------------------------------------------------


@given(
    values=st.lists(st.decimals(0, 10**9, places=2), min_size=1, max_size=len(UNITS)),
    seed=st.integers(),
)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_total_is_the_sum_of_its_parts_whatever_the_units_and_their_order(
    tmp_path_factory: pytest.TempPathFactory, values: list[Decimal], seed: int
) -> None:
    folder = tmp_path_factory.mktemp("roll")
    names = list(UNITS[: len(values)])
    random.Random(seed).shuffle(names)
    for name, value in zip(names, values, strict=True):
        write_unit(folder, name, {"经费": f"{value}元"})
    result = rolled(folder, {"单位": names, "数据": {"经费": "合计"}}, 附件=DETAIL)
    assert Decimal(result.given["汇总.经费"].value) == sum(values)
    *rows, total = table_of(result).rows
    assert sum(Decimal(row[2]) for row in rows) == Decimal(total[2]) == sum(values)
    assert Decimal(result.given["汇总.经费.最大"].value) == max(values)


DETAIL = [{"名称": "各单位情况", "表格": {"汇总": "明细"}}]


def test_no_digit_of_a_sum_is_lost(tmp_path: Path) -> None:
    for name, money in zip(UNITS, ("999999999999999", "0.000000000000001"), strict=False):
        write_unit(tmp_path, name, {"经费": f"{money}元"})
    result = rolled(tmp_path, {"数据": {"经费": "合计"}})
    assert shown(result, "经费") == "999999999999999.000000000000001元"


def test_the_names_of_the_files_do_not_matter(tmp_path: Path) -> None:
    results: list[RolledUp] = []
    for label, names in (("a", UNITS[:3]), ("b", reversed(UNITS[:3]))):
        folder = tmp_path / label
        for number, name in enumerate(names):
            path = write_unit(folder, name, {"活动": f"{UNITS.index(name) + 3}场"})
            path.rename(path.with_name(f"{number}.yaml"))
        results.append(rolled(folder, {"数据": {"活动": "合计"}}))
    first, second = results
    assert first.given == second.given
    assert first.loaded.root == second.loaded.root


def test_wan_and_yi_are_converted_and_other_units_of_measure_are_refused(tmp_path: Path) -> None:
    for name, money in zip(UNITS, ("3.5万元", "12000元", "0.0001亿元"), strict=False):
        write_unit(tmp_path, name, {"经费": money})
    result = rolled(tmp_path, {"数据": {"经费": {"方式": "合计", "单位": "万元"}}})
    assert shown(result, "经费") == "5.7万元"
    write_unit(tmp_path, UNITS[3], {"经费": "300美元"})
    assert "unit-of-measure" in codes(rolled(tmp_path, {"数据": {"经费": "合计"}}))


def test_the_unit_of_measure_is_that_of_most_units_where_the_plan_has_none(tmp_path: Path) -> None:
    for name, count in zip(UNITS, ("37件", "12条", "5条"), strict=False):
        write_unit(tmp_path, name, {"建议": count})
    result = rolled(tmp_path, {"数据": {"建议": "合计"}})
    (unit,) = result.units
    assert unit.file.organisation == UNITS[0]
    assert dict(unit.diagnostics[0].details)["wanted"] == "条"


def test_every_way_and_field_of_a_figure(tmp_path: Path) -> None:
    for name, count, brand in zip(
        UNITS, (4, 9, 9, 0), ("夜读", "晨读", "晨读", "无"), strict=False
    ):
        write_unit(tmp_path, name, {"活动": f"{count}场", "品牌": brand})
    ways = {"平均": "平均", "最大": "最大", "最小": "最小", "单位数": "单位数"}
    figures = {key: {"方式": way, "取自": "活动"} for key, way in ways.items()}
    result = rolled(tmp_path, {"数据": {"活动": "合计", "品牌": "列举", **figures}})
    assert shown(result, "活动") == shown(result, "活动.合计") == "22场"
    assert shown(result, "平均") == shown(result, "活动.平均") == "5.5场"
    assert shown(result, "最大") == "9场"
    assert shown(result, "最小") == "0场"
    assert shown(result, "单位数") == "3个"
    assert shown(result, "活动.中位数") == "6.5场"
    assert shown(result, "活动.最多单位") == "柳湾镇、河西镇"
    assert shown(result, "活动.最少单位") == "城关镇"
    assert shown(result, "活动.石桥镇") == "4场"
    assert shown(result, "品牌") == "夜读、晨读"
    assert result.given["汇总.品牌"].evidence == "4个单位所报"
    assert shown(result, "品牌.单位数") == "3个"


def test_no_mark_stands_between_quoted_names_in_a_list(tmp_path: Path) -> None:
    for name, brand in zip(UNITS, ("“夜读”", "《晨读》", "“夜读”"), strict=False):
        write_unit(tmp_path, name, {"品牌": brand})
    assert shown(rolled(tmp_path, {"数据": {"品牌": "列举"}}), "品牌") == "“夜读”《晨读》"


def test_the_ledger_of_a_plan_has_the_figures_of_the_roll_up_that_it_refers_to() -> None:
    outcome, ledger = audit_one(PLAN)
    assert not outcome.is_failed
    assert ledger is not None
    entries = {entry.name: entry for entry in ledger.entries}
    assert entries["汇总.读书活动"].evidence == "13个单位所报"
    assert all(entry.places for entry in entries.values())


def test_the_state_of_reporting_can_be_referred_to(tmp_path: Path) -> None:
    for name in UNITS[:6]:
        write_unit(tmp_path, name, {"活动": "4场"})
    result = rolled(tmp_path, {"数据": {"活动": "合计"}})
    assert shown(result, "应报单位") == "9个"
    assert shown(result, "已报单位") == "6个"
    assert shown(result, "未报单位") == "东岭乡、云台乡、双河镇"
    assert shown(result, "未报单位.数") == "3个"
    assert shown(result, "报送率") == "66.7%"


def test_a_figure_that_some_units_lack_is_summed_over_the_others_and_they_are_named(
    tmp_path: Path,
) -> None:
    write_unit(tmp_path, UNITS[0], {"活动": "4场"})
    write_unit(tmp_path, UNITS[1], {"赠书": "60册"})
    result = rolled(tmp_path, {"单位": list(UNITS[:2]), "数据": {"活动": "合计"}})
    assert shown(result, "活动") == "4场"
    assert shown(result, "活动.未报单位") == UNITS[1]
    assert codes(result) == {"figure-lacking"}


def test_growth_over_last_period_is_known_where_every_unit_gives_it(tmp_path: Path) -> None:
    for name, now, before in zip(UNITS, (30, 90), (20, 80), strict=False):
        write_unit(tmp_path, name, {"活动": {"数值": now, "单位": "场", "上期": before}})
    text = "比上期【汇总.活动.同比】。"
    result = rolled(tmp_path, {"数据": {"活动": "合计"}}, 结尾=text)
    valid, diagnostics = validate(result.loaded, RULES, result.given)
    assert valid is not None, diagnostics
    assert valid.facts.show("汇总.活动.同比") == "增长20%"


def test_a_figure_may_come_from_the_units_own_workbook(tmp_path: Path) -> None:
    book = tmp_path / "units" / "统计.csv"
    book.parent.mkdir()
    book.write_text("项目,数量\n活动,12\n", "utf-8")
    write_unit(tmp_path, UNITS[0], {"活动": {"来源": "统计.csv#B2", "单位": "场"}})
    result = rolled(tmp_path, {"单位": [UNITS[0]], "数据": {"活动": "合计"}})
    assert codes(result) == set()
    assert shown(result, "活动") == "12场"
    (record,) = result.record
    assert record["sources"] == {"统计.csv": hashlib.sha256(book.read_bytes()).hexdigest()}


def test_a_unit_may_be_listed_by_other_names_and_is_called_by_its_short_one(tmp_path: Path) -> None:
    write_unit(tmp_path, "青禾县石桥镇人民政府", {"活动": "4场"})
    unit = {"名称": "青禾县石桥镇", "简称": "石桥镇", "又名": ["青禾县石桥镇人民政府"]}
    result = rolled(tmp_path, {"单位": [unit], "数据": {"活动": "合计"}})
    assert codes(result) == set()
    assert shown(result, "活动.最多单位") == "石桥镇"


def test_the_countys_own_figures_may_be_worked_out_from_those_of_the_units(tmp_path: Path) -> None:
    for name, count in zip(UNITS, (30, 90), strict=False):
        write_unit(tmp_path, name, {"活动": f"{count}场"})
    own = {"计划": "100场", "完成": {"公式": "汇总.活动 / 计划", "单位": "%"}}
    result = rolled(tmp_path, {"数据": {"活动": "合计"}}, 数据=own, 结尾="完成【完成】。")
    valid, diagnostics = validate(result.loaded, RULES, result.given)
    assert valid is not None, diagnostics
    assert valid.facts.show("完成") == "120%"


def test_a_plan_may_have_english_keys(tmp_path: Path) -> None:
    for name, count in zip(UNITS, (4, 9), strict=False):
        write_unit(tmp_path, name, {"活动": f"{count}场"})
    fields = {
        "title": "青禾县读书月活动总结",
        "organisation": "青禾县图书馆",
        "date": "2026-10-08",
        "rollup": {
            "folders": "units",
            "units": [{"name": "石桥镇", "short_name": "石桥"}, "柳湾镇"],
            "figures": {"活动": {"way": "sum", "taken_from": "活动"}},
            "excerpts": {"好": {"unit": "石桥镇", "part": "practices", "heading": "加强组织"}},
            "outlier_limit": "no",
        },
        "lead": "共办【汇总.活动】。",
        **{part: ["【汇总.摘登.好】"] for part in ("overview", "practices", "features", "results")},
        "closing": "下一步继续办好。",
        "annexes": [{"name": "排名", "table": {"rollup": "ranking", "figures": "活动", "top": 1}}],
    }
    result = roll_up(load_input(write(tmp_path / "plan.yaml", fields)), RULES)
    assert codes(result) == set()
    assert table_of(result).rows == (("1", "柳湾镇", "9"),)
    valid, _ = validate(result.loaded, RULES, result.given)
    assert valid is not None
    assert valid.report.overview == ("成立了工作组。（石桥）",)


# --- tables and passages -----------------------------------------------------------------------


def test_equal_values_have_one_rank_and_the_next_is_left_out(tmp_path: Path) -> None:
    for name, count in zip(UNITS, (7, 9, 4, 7, 2), strict=False):
        write_unit(tmp_path, name, {"活动": f"{count}场"})
    asked = {"汇总": "排名", "数据": "活动", "前": 2}
    annex = [{"名称": "排名", "表格": asked}]
    table = table_of(rolled(tmp_path, {"数据": {"活动": "合计"}}, 附件=annex))
    assert table.leaf_names == ("名次", "单位", "活动（场）")
    assert table.rows == (("1", "柳湾镇", "9"), ("2", "石桥镇", "7"), ("2", "城关镇", "7"))
    annex = [{"名称": "排名", "表格": {**asked, "前": 4}}]
    table = table_of(rolled(tmp_path, {"数据": {"活动": "合计"}}, 附件=annex))
    assert [row[0] for row in table.rows] == ["1", "2", "2", "4"]


def test_the_detail_has_a_row_for_each_unit_and_a_total_only_where_one_can_be_made(
    tmp_path: Path,
) -> None:
    for name, count, share in zip(UNITS, (7, 9), ("90%", "97.5%"), strict=False):
        write_unit(tmp_path, name, {"活动": f"{count}场", "满意度": share})
    rollup = {"单位": list(UNITS[:3]), "数据": {"活动": "合计", "满意度": "平均"}}
    table = table_of(rolled(tmp_path, rollup, 附件=DETAIL))
    assert table.rows == (
        ("1", "石桥镇", "7", "90.0"),
        ("2", "柳湾镇", "9", "97.5"),
        ("3", "河西镇", "未报", "未报"),
        ("合计", "—", "16", "—"),
        ("平均", "—", "—", "93.8"),
    )


@pytest.mark.parametrize("reported", [UNITS[:7], UNITS])
def test_the_table_of_who_is_missing(tmp_path: Path, reported: tuple[str, ...]) -> None:
    for name in reported:
        write_unit(tmp_path, name, {"活动": "4场"})
    annex = [{"名称": "未报单位", "表格": {"汇总": "未报单位"}}]
    table = table_of(rolled(tmp_path, {"数据": {"活动": "合计"}}, 附件=annex))
    names = [row[1] for row in table.rows]
    assert names == (["云台乡", "双河镇"] if len(reported) == 7 else ["无"])


def test_a_passage_is_quoted_as_the_unit_shows_it_with_its_source(tmp_path: Path) -> None:
    section = {
        "小标题": "走村入户",
        "段落": ["送书【赠书】，附【【清单】】，着重两项："],
        "分述": ["送书到户", "点书上门"],
    }
    write_unit(tmp_path, "石桥镇", {"赠书": "60册"}, 主要做法=[section])
    excerpts = {
        "全文": {"单位": "石桥镇", "小标题": "走村入户"},
        "首段": {"单位": "石桥镇", "部分": "取得成效", "段": 1},
    }
    own = ["【汇总.摘登.全文】", "有的写道：【汇总.摘登.首段】"]
    rollup = {"数据": {"赠书": "合计"}, "摘登": excerpts}
    result = rolled(tmp_path, rollup, 主要做法=own)
    outcome = roll_up_one(tmp_path / "plan.yaml", Options(tmp_path / "dist"))
    text = without_blanks(word_text(made(outcome, ".docx").read_bytes()))
    quoted = "送书60册，附【清单】，着重两项：一是送书到户；二是点书上门。（石桥镇）"
    assert codes(result) == {"units-missing"}
    assert quoted in text
    assert "有的写道：读者明显增多。（石桥镇）" in text


# --- what must not pass --------------------------------------------------------------------------


def test_a_unit_at_fault_stops_the_report_and_is_never_left_out_of_a_total(tmp_path: Path) -> None:
    write_unit(tmp_path, UNITS[0], {"活动": "4场"})
    bad = write_unit(tmp_path, UNITS[1], {"活动": "5场"}, 结尾="【没有的】")
    plan = write_plan(tmp_path, {"单位": list(UNITS[:2]), "数据": {"活动": "合计"}})
    out = tmp_path / "dist"
    outcome = roll_up_one(plan, Options(out))
    assert outcome.report.is_failed
    assert [unit.path for unit in outcome.units] == [bad]
    assert [found.code for found in outcome.report.diagnostics] == ["units-unsound"]
    assert not out.exists()


def test_a_unit_whose_every_file_is_at_fault_still_gives_a_whole_answer(tmp_path: Path) -> None:
    write_unit(tmp_path, UNITS[0], {"活动": "4场"}, 结尾="【没有的】")
    result = rolled(
        tmp_path, {"单位": [UNITS[0]], "数据": {"活动": "合计"}}, 结尾="【汇总.报送率】"
    )
    assert codes(result) == {"unknown-figure"}
    assert shown(result, "报送率") == "100%"


def test_pictures_and_templates_of_a_unit_need_not_be_here(tmp_path: Path) -> None:
    annex = [{"名称": "照片", "图片": [{"文件": "没有.png", "说明": "现场"}]}]
    write_unit(tmp_path, UNITS[0], {"活动": "4场"}, 模板="该镇自己的模板", 附件=annex)
    result = rolled(tmp_path, {"单位": [UNITS[0]], "数据": {"活动": "合计"}})
    assert codes(result) == set()


def test_under_strict_a_warning_in_a_units_file_stops_the_report(tmp_path: Path) -> None:
    write_unit(tmp_path, UNITS[0], {"活动": "4场"})
    plan = write_plan(
        tmp_path,
        {"单位": [UNITS[0]], "截止": "2026-01-01", "数据": {"活动": "合计"}},
        结尾="共【汇总.活动】。",
    )
    strict = Options(tmp_path / "dist", is_strict=True)
    assert not roll_up_one(plan, Options(tmp_path / "dist")).report.is_failed
    assert roll_up_one(plan, strict).report.is_failed


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "-甲"])
def test_no_cell_of_the_listing_is_a_formula(tmp_path: Path, name: str) -> None:
    write_unit(tmp_path, "unit", {"品牌": name}, 单位=name)
    result = rolled(tmp_path, {"单位": [name], "数据": {"品牌": "列举"}})
    rows = list(csv.reader(io.StringIO(result.listing.decode("utf-8-sig"))))
    assert rows[1][0] == rows[1][2] == f"'{name}"


def test_brackets_in_what_units_write_are_no_references(tmp_path: Path) -> None:
    write_unit(tmp_path, "石桥镇【筹】", {"活动": "4场"}, 单位="石桥镇【【筹】】")
    result = rolled(tmp_path, {"单位": ["石桥镇【【筹】】"], "数据": {"活动": "合计"}}, 附件=DETAIL)
    valid, diagnostics = validate(result.loaded, RULES, result.given)
    assert valid is not None, diagnostics


def test_a_plan_given_to_build_and_a_report_given_to_rollup_are_shown_which_command(
    tmp_path: Path,
) -> None:
    (outcome,) = build_all((PLAN,), Options(tmp_path))
    assert [found.code for found in outcome.diagnostics] == ["plan-needs-rollup"]
    report = write(tmp_path / "report.yaml", PLAIN)
    reported = roll_up_one(report, Options(tmp_path)).report
    assert [found.code for found in reported.diagnostics] == ["not-a-plan"]
    missing = roll_up_one(tmp_path / "none.yaml", Options(tmp_path)).report
    assert [found.code for found in missing.diagnostics] == ["file-missing"]


def test_no_link_leads_out_of_the_plans_folder(tmp_path: Path) -> None:
    folder = tmp_path / "county"
    write_unit(tmp_path, UNITS[0], {"活动": "4场"})
    (folder / "units").mkdir(parents=True)
    rollup = {"目录": "units", "单位": [UNITS[0]], "数据": {"活动": "合计"}}
    (folder / "units" / "link.yaml").symlink_to(tmp_path / "units" / f"{UNITS[0]}.yaml")
    assert "unit-folder-outside" in codes(rolled(folder, rollup))
    (folder / "inside").symlink_to(tmp_path / "units")
    assert "unit-folder-outside" in codes(rolled(folder, {**rollup, "目录": "inside"}))


def test_the_plan_may_lie_among_the_units_files(tmp_path: Path) -> None:
    write_unit(tmp_path, UNITS[0], {"活动": "4场"})
    plan = {"目录": ".", "单位": [UNITS[0]], "数据": {"活动": "合计"}}
    path = write_plan(tmp_path / "units", plan)
    assert codes(roll_up(load_input(path), RULES)) == set()


# --- the command ---------------------------------------------------------------------------------


def test_the_command_builds_prints_and_returns_its_code(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_unit(office, UNITS[0], {"活动": "4场"})
    plan = write_plan(
        office, {"单位": [UNITS[0]], "数据": {"活动": "合计"}}, 结尾="共【汇总.活动】。"
    )
    assert main(["rollup", str(plan), "--format", "pdf"]) == ExitCode.DONE
    assert "应报 1 个单位，已报 1 个" in capsys.readouterr().out
    assert {path.suffix for path in (office / "dist" / "plan").iterdir()} == {
        *(".pdf", ".csv", ".json", ""),
    }


def last_line(plan: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    main(["rollup", str(plan), "--format", "pdf", *options])
    return capsys.readouterr().out.splitlines()[-1]


def test_a_unit_has_reported_when_its_file_is_there_whatever_is_wrong_with_it(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_unit(office, UNITS[0], {"活动": "4场"})
    write_unit(office, UNITS[1], {"活动": "5场"})
    write_unit(office, UNITS[2], {"活动": "5个"})
    write_unit(office, UNITS[3], {"活动": "6场"}, 导语="办了【不存在】。")
    rollup = {"单位": list(UNITS[:5]), "数据": {"活动": "合计"}}
    plan = write_plan(office, rollup)
    result = roll_up(load_input(plan), RULES)
    assert {"unit-of-measure", "unknown-figure", "units-missing"} <= codes(result)
    assert shown(result, "已报单位") == "4个"
    assert shown(result, "已报单位.名单") == "、".join(UNITS[:4])
    assert shown(result, "未报单位") == UNITS[4]
    assert shown(result, "报送率") == "80%"
    assert last_line(plan, capsys) == "应报 5 个单位，已报 4 个，其中 2 个有错"
    english = "of 5 units 4 have reported, 2 with errors"
    assert last_line(plan, capsys, "--lang", "en") == english


def test_a_unit_with_two_files_has_reported_once(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_unit(office, UNITS[0], {"活动": "4场"})
    write_unit(office, UNITS[1], {"活动": "5场"}, 单位=UNITS[0])
    plan = write_plan(office, {"单位": list(UNITS[:2]), "数据": {"活动": "合计"}})
    assert last_line(plan, capsys) == "应报 2 个单位，已报 1 个，其中 1 个有错"


def test_a_file_of_which_nobody_knows_whose_it_is_is_counted_by_itself(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_unit(office, UNITS[0], {"活动": "4场"})
    (office / "units" / "z.yaml").write_text("单位: [", "utf-8")
    plan = write_plan(office, {"单位": list(UNITS[:2]), "数据": {"活动": "合计"}})
    assert last_line(plan, capsys) == "应报 2 个单位，已报 1 个；另有 1 份文件对不上名单里的单位"


def test_what_is_in_a_file_with_errors_is_not_said_to_be_missing(tmp_path: Path) -> None:
    write_unit(tmp_path, UNITS[0], {"赠书": "4册"})
    write_unit(tmp_path, UNITS[1], {"活动": "6场"}, 导语="办了【不存在】。")
    result = rolled(tmp_path, {"单位": list(UNITS[:2]), "数据": {"活动": "合计"}})
    (reported,) = (found for found in result.loaded.diagnostics if found.code == "figure-nowhere")
    assert reported.message(Lang.ZH) == "已报的单位（文件有错的不算）都没有“活动”这个数据"


def test_a_folder_is_no_plan(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rollup", str(office)]) == ExitCode.USAGE
    assert "是文件夹" in capsys.readouterr().err


def test_check_of_a_plan_reads_its_units_and_writes_nothing(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_unit(office, UNITS[0], {"活动": "四场"})
    plan = write_plan(office, {"单位": [UNITS[0]], "数据": {"活动": "合计"}})
    assert main(["check", str(plan), "--json"]) == ExitCode.REPORT_FAILED
    found = json.loads(capsys.readouterr().out)
    assert [one["code"] for one in found] == ["unit-figure-not-a-number", "units-unsound"]
    assert found[0]["file"].endswith(f"units/{UNITS[0]}.yaml")
    assert not (office / "dist").exists()


def test_a_plan_beside_other_inputs_is_reported_by_itself_and_the_others_are_built(
    tmp_path: Path,
) -> None:
    write_unit(tmp_path, UNITS[0], {"活动": "4场"})
    plan = write_plan(tmp_path, {"单位": [UNITS[0]], "数据": {"活动": "合计"}})
    other = write(tmp_path / "other.yaml", PLAIN)
    outcomes = list(build_all((plan, other), Options(tmp_path / "dist")))
    assert [outcome.is_failed for outcome in outcomes] == [True, False]


# --- units of several outlines ---------------------------------------------------------------

OWN_BODY: dict[str, Any] = {
    "结构": "自拟",
    "基本情况": None,
    "主要做法": None,
    "突出特点": None,
    "取得成效": None,
    "正文": [{"标题": "走村进户", "内容": ["干部带着书进村。"]}],
}
WORK_BODY: dict[str, Any] = {
    "结构": "工作总结",
    "突出特点": None,
    "存在问题": ["山区书少。"],
    "下一步打算": ["添置图书。"],
}


def without_none(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None}


def test_passages_are_quoted_from_units_of_any_outline_by_the_names_of_their_parts(
    tmp_path: Path,
) -> None:
    for name, body in (("石桥镇", OWN_BODY), ("柳湾镇", WORK_BODY), ("河西镇", {})):
        fields = {**PLAIN, "单位": name, "数据": {"活动": "3场"}, "导语": "办了【活动】。", **body}
        write(tmp_path / "units" / f"{name}.yaml", without_none(fields))
    excerpts = {
        "自拟": {"单位": "石桥镇", "部分": "走村进户"},
        "问题": {"单位": "柳湾镇", "部分": "problems"},
        "特点": {"单位": "河西镇", "部分": "突出特点"},
        "没有": {"单位": "河西镇", "部分": "存在问题"},
    }
    rollup = {"单位": ["石桥镇", "柳湾镇", "河西镇"], "数据": {"活动": "合计"}, "摘登": excerpts}
    result = rolled(
        tmp_path,
        rollup,
        主要做法=["【汇总.摘登.自拟】", "【汇总.摘登.问题】", "【汇总.摘登.特点】"],
    )
    assert "excerpt-part" in codes(result)
    assert shown(result, "活动") == "9场"
    assert result.loaded.source is not None
    for passage in (
        "干部带着书进村。（石桥镇）",
        "山区书少。（柳湾镇）",
        "群众参与面广。（河西镇）",
    ):
        assert passage in str(result.loaded.root)
