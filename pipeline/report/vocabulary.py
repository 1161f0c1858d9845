"""The names that an input can have, so that slips of the keyboard near them are seen."""

from dataclasses import dataclass
from functools import cache

from pipeline.report.description import Field, all_models, fields_of
from pipeline.report.report import Report
from pipeline.report.rollup import RollUpTable
from pipeline.report.section import Section
from pipeline.report.traits import Holds, Trait


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names of fields in both languages, by what the look of a row lets one expect of them."""

    keys: frozenset[str]
    own: frozenset[str]
    """The fields of an input below which stand keys of its author's own."""
    starting_items: frozenset[str]
    """What an item of a list begins with."""
    of_sections: frozenset[str]
    text_lists: frozenset[str]
    """The lists that hold texts, so that an item with a strange key was meant as a text."""


@cache
def input_vocabulary() -> Vocabulary:
    """The names of an input, read off its models."""
    fields = [field for model in all_models(Report, RollUpTable) for field in fields_of(model)]
    own = [field for field in fields_of(Report) if field.holds in (Holds.FIGURES, Holds.PLAN)]
    return Vocabulary(
        keys=_names(fields),
        own=_names(own),
        starting_items=_names([field for field in fields if Trait.STARTS_ITEM in field.traits]),
        of_sections=_names(fields_of(Section)),
        text_lists=_names([field for field in fields if _is_list_of_prose(field)]),
    )


def _is_list_of_prose(field: Field) -> bool:
    """Names of figures share their key with the figures themselves, which are no list."""
    return field.is_list_of_texts and field.holds is not Holds.FIGURE_NAMES


def _names(fields: tuple[Field, ...] | list[Field]) -> frozenset[str]:
    return frozenset(name for field in fields for name in field.names)
