"""The JSON Schema of an input, for editors: as wide as what `report` reads.

pydantic draws it from the models, and each reader of a short form (`32次` for a figure, a lone text
for a list of one) says beside itself what it takes; here stands only what YAML adds to that.
"""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from pipeline.report import Report, TableInput


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
    return json.dumps(draw_schema(english=english), ensure_ascii=False, indent=2) + "\n"


def draw_schema(*, english: bool = False) -> dict[str, Any]:
    """The schema with the Chinese keys, or with the English ones."""
    schema = Report.model_json_schema(by_alias=not english, schema_generator=_YamlSchema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
