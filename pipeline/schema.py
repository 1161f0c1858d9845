"""The JSON Schema of an input, for editors: as wide as what `report` reads.

pydantic writes the schema of the models; the short forms that a clerk may use (`32次` for a figure,
a lone text for a list of one, a number for a text) are read before the models, so they are added
here.
"""

import json
from typing import Any

from pipeline.report import Report, RollUpTable, TableInput

_SCALAR: dict[str, Any] = {"type": ["string", "number"]}
_LISTS_OF_ONE = frozenset(
    {
        *("基本情况", "主要做法", "突出特点", "取得成效", "段落", "主送", "抄送", "签发人", "类别"),
        *("overview", "practices", "features", "results", "paragraphs"),
        *("categories", "addressees", "copied_to", "signers", "保留", "kept"),
        *("目录", "取自", "又名", "folders", "taken_from", "other_names"),
    }
)
_FIGURES = frozenset({"数据", "figures"})
_CHARTS = frozenset({"图表", "charts"})
_SHORT_FOR_A_NAME = frozenset({"活动", "activity"})
_TABLE = TableInput.__name__
_WAYS_OF_A_TABLE = frozenset({"列", "来源", "columns", "source"})
_ORDINALS = frozenset({"届次", "ordinal"})
_UNITS = frozenset({"单位", "units"})
_TABLES = frozenset({"表格", "table"})
_WAYS = ["合计", "平均", "最大", "最小", "列举", "单位数"]
_PARTS = ["基本情况", "主要做法", "突出特点", "取得成效"]
_PLACES: list[str | None] = ["文末", "题下", "end", "title", None]
_LEDGER: list[str | None] = ["是", "否", "yes", "no", None]
_FORMS: list[str | None] = ["柱形", "折线", "占比", "bar", "line", "share"]
_CHOICES: dict[str, list[str | None]] = {
    "署名位置": _PLACES,
    "signature_place": _PLACES,
    "核对表": _LEDGER,
    "ledger": _LEDGER,
    "类型": _FORMS,
    "form": _FORMS,
    "方式": [*_WAYS],
    "way": [*_WAYS, "sum", "mean", "max", "min", "list", "count"],
    "部分": [*_PARTS, None],
    "part": [*_PARTS, "overview", "practices", "features", "results", None],
}
_SHORT = _LISTS_OF_ONE | _FIGURES | _SHORT_FOR_A_NAME | {"异常", "outlier_limit"}
_KINDS: list[str | None] = ["明细", "排名", "未报单位", "detail", "ranking", "missing"]


def schema_text(*, english: bool = False) -> str:
    """The text of the JSON Schema file that inputs name in their first line."""
    return json.dumps(draw_schema(english=english), ensure_ascii=False, indent=2) + "\n"


def draw_schema(*, english: bool = False) -> dict[str, Any]:
    """The schema with the Chinese keys, or with the English ones."""
    schema: dict[str, Any] = _widen(Report.model_json_schema(by_alias=not english))
    made = _widen(RollUpTable.model_json_schema(by_alias=not english))
    schema["$defs"]["RollUpTable"] = made
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _widen(node: Any) -> Any:
    if isinstance(node, list):
        return [_widen(item) for item in node]
    if not isinstance(node, dict):
        return node
    widened = {key: _widen(value) for key, value in node.items() if key != "format"}
    if widened.get("type") == "string" and "enum" not in widened:
        # YAML takes 2026 or 000001 for a number before an editor sees it.
        widened["type"] = _SCALAR["type"]
        widened.pop("pattern", None)
    properties = widened.get("properties")
    if isinstance(properties, dict):
        widened["properties"] = {
            name: _widen_property(name, value) for name, value in properties.items()
        }
    if widened.get("title") == _TABLE:
        ways = [name for name in widened["properties"] if name in _WAYS_OF_A_TABLE]
        widened["anyOf"] = [{"required": [name]} for name in ways]
    return widened


def _widen_property(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """What stands under one key, with the short forms that it may have."""
    told: dict[str, Any] = {
        key: schema[key] for key in ("description", "title", "default") if key in schema
    }
    choices = _CHOICES.get(name, _KINDS if "enum" in schema else None)
    if choices is not None:
        default = {"default": told["default"]} if told.get("default", "") in choices else {}
        return {**{key: told[key] for key in told if key != "default"}, **default, "enum": choices}
    if name in _FIGURES and "additionalProperties" in schema:
        return {**schema, "additionalProperties": _or_short(schema["additionalProperties"])}
    if name in _UNITS and "items" in schema:
        return {**schema, "items": _or_short(schema["items"])}
    other = _other_form(name, schema)
    return schema if other is None else {**told, "anyOf": [schema, other]}


def _other_form(name: str, schema: dict[str, Any]) -> dict[str, Any] | None:
    """What may stand under a key in place of what the models have, if anything."""
    if name in _TABLES:
        return {"$ref": "#/$defs/RollUpTable"}
    if name in _ORDINALS:
        # It may still be 【待确认：6】.
        return {"type": "string"}
    if name in _CHARTS:
        return dict(schema["items"])
    return _SCALAR if name in _SHORT else None


def _or_short(schema: dict[str, Any]) -> dict[str, Any]:
    """What a lone text or number may stand for."""
    return {"anyOf": [schema, _SCALAR]}
