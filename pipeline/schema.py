"""The JSON Schema of an input, for editors: as wide as what `report` reads.

pydantic writes the schema of the models; the short forms that a clerk may use (`32次` for a figure,
a lone text for a list of one, a number for a text) are read before the models, so they are added
here.
"""

import json
from typing import Any

from pipeline.report import Report, TableInput

_SCALAR = {"type": ["string", "number"]}
_LISTS_OF_ONE = frozenset(
    {
        *("基本情况", "主要做法", "突出特点", "取得成效", "段落", "主送", "抄送", "签发人", "类别"),
        *("overview", "practices", "features", "results", "paragraphs"),
        *("categories", "addressees", "copied_to", "signers", "保留", "kept"),
    }
)
_FIGURES = frozenset({"数据", "figures"})
_CHARTS = frozenset({"图表", "charts"})
_SHORT_FOR_A_NAME = frozenset({"活动", "activity"})
_ONE_OF: dict[str, tuple[str | None, ...]] = {
    **dict.fromkeys(("署名位置", "signature_place"), ("文末", "题下", "end", "title", None)),
    **dict.fromkeys(("核对表", "ledger"), ("是", "否", "yes", "no", None)),
    **dict.fromkeys(("类型", "form"), ("柱形", "折线", "占比", "bar", "line", "share")),
}
"""Fields that take one of a few words, in either language."""
_TABLE = TableInput.__name__
_WAYS_OF_A_TABLE = frozenset({"列", "来源", "columns", "source"})
_ORDINALS = frozenset({"届次", "ordinal"})


def schema_text(*, english: bool = False) -> str:
    """The text of the JSON Schema file that inputs name in their first line."""
    return json.dumps(draw_schema(english=english), ensure_ascii=False, indent=2) + "\n"


def draw_schema(*, english: bool = False) -> dict[str, Any]:
    """The schema with the Chinese keys, or with the English ones."""
    schema: dict[str, Any] = _widen(Report.model_json_schema(by_alias=not english))
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
    if name in _ONE_OF:
        return {**told, "enum": list(_ONE_OF[name])}
    if name in _FIGURES and "additionalProperties" in schema:
        figure = schema["additionalProperties"]
        return {**schema, "additionalProperties": {"anyOf": [figure, _SCALAR]}}
    if name in _ORDINALS:
        # It may still be 【待确认：6】.
        return {**told, "anyOf": [schema, {"type": "string"}]}
    if name in _CHARTS:
        return {**told, "anyOf": [schema, schema["items"]]}
    if name in _LISTS_OF_ONE or name in _SHORT_FOR_A_NAME or name in _FIGURES:
        return {**told, "anyOf": [schema, _SCALAR]}
    return schema
