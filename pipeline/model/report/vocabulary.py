"""The names that an input can have, so that typos near them are seen."""

from dataclasses import dataclass
from functools import cache

from pipeline.model.report.description import Field, Model, Path, all_models, field_at, fields_of
from pipeline.model.report.outline import Outline
from pipeline.model.report.report import Report, report_model
from pipeline.model.report.rollup import RollUpTable
from pipeline.model.report.section import Section
from pipeline.model.report.traits import Holds, Trait


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
    models: tuple[Model, ...]
    """What an input may be read as."""

    def may_stand(self, key: str, path: Path) -> bool:
        """Whether a mapping at a path can have a key."""
        return any(field_at(model, (*path, key)) is not None for model in self.models)

    def is_text_item(self, path: Path) -> bool:
        """Whether a path leads to an item of a list whose items may be texts."""
        is_item = bool(path) and isinstance(path[-1], int)
        fields = (field_at(model, path) for model in self.models) if is_item else ()
        return any(field is not None and field.is_list_of_texts for field in fields)

    @classmethod
    def of_models(cls, *models: Model, roots: tuple[Model, ...] = ()) -> "Vocabulary":
        """The names that the fields of some models have; a whole file is one of the `roots`."""
        fields = [field for model in models for field in fields_of(model)]
        return cls(
            keys=_names(fields),
            own=_names([field for field in fields if _takes_names(field)]),
            starting_items=_names([field for field in fields if Trait.STARTS_ITEM in field.traits]),
            of_sections=_names(fields_of(Section)),
            text_lists=_names([field for field in fields if _is_list_of_prose(field)]),
            models=roots or models[:1],
        )


@cache
def vocabulary_of(*outlines: Outline) -> Vocabulary:
    """The names of an input that has one of some outlines, read off its models."""
    reports = [report_model(outline) for outline in outlines] or [Report]
    return Vocabulary.of_models(*all_models(*reports, RollUpTable), roots=(*reports,))


def _takes_names(field: Field) -> bool:
    return field.holds in (Holds.FIGURES, Holds.PLAN)


def _is_list_of_prose(field: Field) -> bool:
    """Names of figures share their key with the figures themselves, which are no list."""
    return field.is_list_of_texts and field.holds is not Holds.FIGURE_NAMES


def _names(fields: tuple[Field, ...] | list[Field]) -> frozenset[str]:
    return frozenset(name for field in fields for name in field.names)
