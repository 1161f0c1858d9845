"""The JSON Schema of an input, for editors: as wide as what `report` reads.

pydantic draws it from the models, and each reader of a short form (`32次` for a figure, a lone text
for a list of one) says beside itself what it takes; here stands only what YAML adds to that.
"""

import json
from collections.abc import Iterable
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from pipeline.model.report import OUTLINE, TEMPLATE, Report, TableInput, report_model
from pipeline.model.report.description import fields_of
from pipeline.tasks.build import find_templates
from pipeline.validate import Outlines


class _YamlSchema(GenerateJsonSchema):
    """A text may look like a number, and an optional field may be left empty."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """YAML takes 2026 or 000001 for a number before an editor sees it."""
        bounds = {"minLength": schema["min_length"]} if schema.get("min_length") else {}
        return {"type": ["string", "number"], **bounds}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """As pydantic draws it; a table is typed, or read from a file."""
        drawn = super().model_schema(schema)
        if schema["cls"] is TableInput:
            ways = [key for key in drawn["properties"] if key in _WAYS_OF_A_TABLE]
            drawn["anyOf"] = [{"required": [key]} for key in ways]
        return drawn


_WAYS_OF_A_TABLE = frozenset(
    name for key in ("columns", "source") for name in (key, TableInput.model_fields[key].alias)
)


def schema_text(*, english: bool = False) -> str:
    """The text of the JSON Schema file that inputs name in their first line."""
    drawn = draw_schema(find_templates().outlines, english=english)
    return json.dumps(drawn, ensure_ascii=False, indent=2) + "\n"


def draw_schema(outlines: Outlines, *, english: bool = False) -> dict[str, Any]:
    """The schema with the Chinese keys, or with the English ones, whatever outline is followed."""
    drawn = {
        name: draw_model(report_model(outline), english=english)
        for name, outline in outlines.by_name.items()
    }
    every = _merge(one["properties"] for one in drawn.values())
    definitions = _merge(one["$defs"] for one in drawn.values())
    needed = set.intersection(*(set(one["required"]) for one in drawn.values()))
    first = next(iter(drawn.values()))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **first,
        "$defs": definitions,
        "properties": every,
        "required": [key for key in first["required"] if key in needed],
        "allOf": [
            {
                "if": _condition(name, outlines, english=english),
                "then": {
                    "required": one["required"],
                    "properties": {
                        key: one["properties"].get(key, False)
                        for key, drawn_in_all in every.items()
                        if one["properties"].get(key) != drawn_in_all
                    },
                },
            }
            for name, one in drawn.items()
        ],
    }


def draw_model(model: type[Report], *, english: bool = False) -> dict[str, Any]:
    """The schema of the inputs that follow one outline."""
    return model.model_json_schema(by_alias=not english, schema_generator=_YamlSchema)


def _merge(some: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Entries of several mappings in one; of those that differ, only that they are there."""
    merged: dict[str, Any] = {}
    for one in some:
        for key, value in one.items():
            merged[key] = value if merged.get(key, value) == value else {}
    return merged


def _condition(name: str, outlines: Outlines, *, english: bool) -> dict[str, Any]:
    """That an input follows an outline: it names it, or leaves it to a template that does."""
    fields = {field.key: field for field in fields_of(Report)}
    outline, template = (fields[key].names[english] for key in (OUTLINE, TEMPLATE))
    named = {"required": [outline], "properties": {outline: {"const": name}}}
    templates = [one for one in outlines.of_templates if outlines.of_template(one) == name]
    usual = Report.model_fields["template"].default
    left = {
        "not": {"required": [outline]},
        "properties": {template: {"enum": templates}},
        **({} if usual in templates else {"required": [template]}),
    }
    return {"anyOf": [named, left]}
