"""The input is described once: what a field says of itself is followed everywhere."""

from pathlib import Path
from typing import Annotated, Any

import pypdfium2
import pytest
from PIL import Image
from pydantic import Field, create_model

from pipeline.inspect.tags import read_figures
from pipeline.load.yaml import Source, load_bytes
from pipeline.model.report import (
    Annex,
    ChartInput,
    ColumnGroup,
    OwnPart,
    PictureInput,
    PointsItem,
    Report,
    RollUpTable,
    Section,
    SeriesInput,
    TableInput,
)
from pipeline.model.report.description import Model, all_models, field_at, fields_of, keys_at
from pipeline.model.report.fields import Text
from pipeline.model.report.outline import OutlineInput
from pipeline.model.report.traits import Holds, Trait
from pipeline.tasks.build import Options, build_one, find_templates
from pipeline.tasks.carry.edits import Edits
from pipeline.tasks.carry.fields import carry_fields
from pipeline.tasks.carry.move import Move
from pipeline.tasks.form.boxes import boxes_of
from pipeline.tasks.schema import draw_model
from pipeline.typography.typeset import without_blanks
from pipeline.validate.tree import tree_of
from pipeline.verify.charts import word_charts
from pipeline.verify.texts import pdf_text, word_text
from tests.samples import OFFICIAL, PLAIN, FourParts, as_yaml, dump_yaml

HERE = Path("input.yaml")
PROBE = "试写"


def probed(holds: Holds) -> type[Report]:
    """A copy of the model of a report with one more field, which holds one text."""
    annotation = Annotated[Text, holds] | None
    field = Field(None, alias=PROBE, description="试一试")
    model: Any = create_model("Report", __base__=FourParts, probe=(annotation, field))
    return model


def test_a_new_field_is_completed_in_both_languages() -> None:
    model = probed(Holds.PROSE)
    for english, name in ((False, PROBE), (True, "probe")):
        drawn = draw_model(model, english=english)["properties"][name]
        assert drawn["description"] == "试一试"
    assert {PROBE, "probe"} <= set(keys_at(model, ()))


def test_a_new_field_has_its_box_in_the_form() -> None:
    (box,) = (box for box in boxes_of(probed(Holds.NAME)) if box.label == PROBE)
    assert box.note == "试一试。"
    assert not box.is_required


@pytest.mark.parametrize(
    ("holds", "carried"),
    [
        (Holds.FIXED, "到2025年底 办12场"),
        (Holds.NAME, "到【待确认：2026年】底 办12场"),
        (Holds.PROSE, "到【待确认：2026年】底 办【待确认：12场】"),
        (Holds.SOURCE, "【待确认：到2025年底 办12场】"),
    ],
)
def test_a_new_field_is_carried_by_what_it_holds(holds: Holds, carried: str) -> None:
    loaded = load_bytes(as_yaml(**{PROBE: "到2025年底 办12场"}), HERE)
    assert loaded.source is not None
    assert loaded.root is not None
    model, edits = probed(holds), Edits(loaded.source)
    tree = tree_of(loaded.source, loaded.root, model)
    report = model.model_validate({**PLAIN, PROBE: "x"})
    carry_fields(tree, report, Move(2025, 2026, (2025,)), edits)
    assert f"{PROBE}: {carried}\n" in edits.apply()


def test_a_new_field_refers_to_figures_unless_its_form_is_its_own() -> None:
    source = Source(HERE, f"{PROBE}: 【甲】\n")
    root = load_bytes(source.text.encode(), HERE).root
    assert root is not None
    for holds, are_found in ((Holds.PROSE, True), (Holds.FIXED, False)):
        texts = list(tree_of(source, root, probed(holds)).texts())
        assert bool(texts) == are_found


def test_every_field_says_what_it_holds() -> None:
    models = all_models(FourParts, RollUpTable, OwnPart, OutlineInput)
    assert all(field.description or field.key for model in models for field in fields_of(model))
    wordless: Any = create_model("Wordless", word=(str, Field(alias="词")))
    with pytest.raises(TypeError, match="does not say what it holds"):
        fields_of(wordless)


def test_a_field_is_found_by_the_way_to_it_in_either_language() -> None:
    for path, key, name in (
        (("数据", "参加人数", "单位"), "单位", "unit"),
        (("figures", "参加人数", "unit"), "单位", "unit"),
        (("单位",), "单位", "organisation"),
        (("基本情况", 0, "段落", 1, "分述", 0), "分述", "points"),
        (("附件", 0, "表格", "列", 3, "列", 0), "列", "columns"),
        (("附件", 0, "图表", "数据", 0), "数据", "figures"),
        (("活动", "阶段", 0, "开始"), "开始", "start"),
    ):
        field = field_at(FourParts, path)
        assert field is not None, path
        assert field.names == (key, name)
    assert field_at(FourParts, ("没有", 0)) is None


# --- printed, or declared unprinted ----------------------------------------------------------

MARKS: dict[tuple[Model, str], str] = {
    (Report, "标题"): "青禾县图书馆全民阅读周活动总结",
    (Report, "单位"): "青禾县图书馆",
    (Report, "日期"): "2026年10月8日",
    (Report, "导语"): "导语样字",
    (Report, "结尾"): "结尾样字",
    (Report, "附件"): "附件1",
    (Report, "发文机关标志"): "青禾县图书馆文件",
    (Report, "发文字号"): "青图发〔2026〕8号",
    (Report, "签发人"): "样字签发",
    (Report, "密级"): "秘密",
    (Report, "保密期限"): "★3年",
    (Report, "紧急程度"): "特急",
    (Report, "份号"): "000007",
    (Report, "主送"): "主送样字",
    (Report, "抄送"): "抄送样字",
    (Report, "印发机关"): "印发机关样字",
    (Report, "印发日期"): "2026年10月9日印发",
    (Report, "附注"): "附注样字",
    (Report, "基本情况"): "概况样字",
    (Report, "主要做法"): "一层样字",
    (Report, "突出特点"): "突出特点",
    (Report, "取得成效"): "成效样字",
    (Section, "小标题"): "小标题样字",
    (Section, "段落"): "一层样字",
    (Section, "分述"): "一是分述样字",
    (Section, "图表"): "节图样字",
    (PointsItem, "分述"): "一是独立样字",
    (Annex, "名称"): "名称样字",
    (Annex, "段落"): "附件段样字",
    (Annex, "表格"): "格子样字",
    (Annex, "图表"): "附件图样字",
    (Annex, "图片"): "图片说明样字",
    (ColumnGroup, "名称"): "合并样字",
    (ColumnGroup, "列"): "末级样字",
    (TableInput, "列"): "末级样字",
    (TableInput, "行"): "格子样字",
    (PictureInput, "说明"): "图片说明样字",
    (ChartInput, "标题"): "附件图样字",
    (ChartInput, "数据"): "节图样字",
    (ChartInput, "系列"): "系列样字",
    (ChartInput, "类别"): "类别样字",
    (ChartInput, "单位"): "场",
    (SeriesInput, "名称"): "系列样字",
    (SeriesInput, "数据"): "系列样字",
}
"""What is looked for of each field that is printed."""

_SECTION = {
    "小标题": "小标题样字",
    "段落": ["一层样字。"],
    "分述": ["分述样字"],
    "图表": {"类型": "柱形", "标题": "节图样字", "数据": ["甲", "乙"]},
}
_ANNEX = {
    "名称": "名称样字",
    "段落": ["附件段样字。"],
    "表格": {"列": ["序号", {"名称": "合并样字", "列": ["末级样字"]}], "行": [["1", "格子样字"]]},
    "图表": {
        "类型": "柱形",
        "标题": "附件图样字",
        "系列": [
            {"名称": "系列样字", "数据": ["甲", "乙"]},
            {"名称": "另一系列", "数据": ["乙", "甲"]},
        ],
        "类别": ["类别样字", "另一类"],
        "单位": "场",
    },
    "图片": [{"文件": "样图.png", "说明": "图片说明样字"}],
}
FULL = {
    **OFFICIAL,
    "签发人": ["样字签发"],
    "密级": "秘密",
    "保密期限": "3年",
    "紧急程度": "特急",
    "份号": "000007",
    "主送": ["主送样字"],
    "抄送": ["抄送样字"],
    "印发机关": "印发机关样字",
    "印发日期": "2026-10-09",
    "附注": "附注样字",
    "数据": {"甲": "3场", "乙": "5场"},
    "导语": "导语样字。",
    "基本情况": ["概况样字【甲】，【乙】：", {"分述": ["独立样字"]}],
    "主要做法": [_SECTION],
    "取得成效": ["成效样字。"],
    "结尾": "结尾样字。",
    "附件": [_ANNEX, {"名称": "另一附件", "段落": ["另一段。"]}],
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The words of both artifacts of a report that gives every field."""
    folder = tmp_path_factory.mktemp("printed")
    Image.new("RGB", (60, 40), "red").save(folder / "样图.png")
    path = folder / "样.yaml"
    path.write_text(dump_yaml(FULL), "utf-8")
    outcome = build_one(path, Options(folder / "dist"), find_templates())
    files = {file.suffix: file.read_bytes() for file in outcome.files}
    assert set(files) >= {".docx", ".pdf"}, outcome.diagnostics
    word, pdf = files[".docx"], files[".pdf"]
    with pypdfium2.PdfDocument(pdf) as opened:
        drawn = "".join(figure.words for page in opened for figure in read_figures(page))
    texts = (word_text(word) + "".join(word_charts(word)), pdf_text(pdf) + drawn)
    return without_blanks(texts[0]), without_blanks(texts[1])


def test_every_field_is_printed_in_both_files_or_declared_unprinted(
    printed: tuple[str, str],
) -> None:
    groups = (Section, PointsItem, Annex, ColumnGroup, TableInput, PictureInput, ChartInput)
    for model in (FourParts, *groups, SeriesInput):
        for field in fields_of(model):
            if Trait.UNPRINTED in field.traits:
                continue
            mark = MARKS.get((Report if model is FourParts else model, field.key))
            assert mark is not None, f"{field.key} is neither printed nor declared unprinted"
            for text in printed:
                assert mark in text, (field.key, mark)
