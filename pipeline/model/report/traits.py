"""What a field of the input says of itself, in its type: what it holds, who needs it.

Whoever treats fields alike (the check of references, carrying, marks, the Excel form, the schema)
asks for these traits, and keeps no list of names.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Literal, LiteralString, get_args, get_origin

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class Holds(Enum):
    """What the text of a field is. Every field of a model has one."""

    PROSE = auto()
    """Sentences: figures are referred to, and a number that was typed is one of last time's."""
    NAME = auto()
    """The name of a thing, where a number is no figure."""
    PARTY = auto()
    """An organisation or a person."""
    REMARK = auto()
    """A remark with a person to call."""
    DATE = auto()
    ORDINAL = auto()
    DOCUMENT_NUMBER = auto()
    FIXED = auto()
    """One of a few words, a setting, or a mapping of settings; refers to nothing."""
    FILE = auto()
    """The name of a file that is shown."""
    SOURCE = auto()
    """The name of a file, or a place in one, that values are read from."""
    FIGURES = auto()
    """Figures by names of their author's own."""
    FIGURE_NAMES = auto()
    """Names of figures that are declared elsewhere, or a formula of them."""
    VALUE = auto()
    """The value of a figure, or those of its parts."""
    PREVIOUS = auto()
    """The value of a figure in the last period."""
    UNIT = auto()
    EVIDENCE = auto()
    """What proves a figure."""
    PLAN = auto()
    """The mapping that makes an input a plan of a roll-up."""
    HEADERS = auto()
    """The headers of a table."""
    CELLS = auto()
    """The rows of a table."""
    GROUP = auto()
    """Nothing by itself: what is below it has fields of its own."""


class Trait(Enum):
    """What else may be said of a field."""

    UNPRINTED = auto()
    """Its own text stands in no artifact."""
    OFFICIAL = auto()
    """An element of an official document: shown only where the template has a letterhead."""
    NEEDED_WHERE_OFFICIAL = auto()
    """Must be given where the template has a letterhead."""
    CONFIRMED = auto()
    """A party that may have changed since last time, and is confirmed when it is carried."""
    RECIPIENTS = auto()
    """A list of parties that is parted and ended by the program."""
    OWN_SHEET = auto()
    """Has a sheet of the Excel form, or a part of one, to itself."""
    SPREAD = auto()
    """A mapping whose fields are filled in one by one in the Excel form."""
    STARTS_ITEM = auto()
    """The key that an item of a list begins with."""


REFER_TO_NOTHING = frozenset(
    {
        *(Holds.DATE, Holds.ORDINAL, Holds.DOCUMENT_NUMBER, Holds.FIXED, Holds.FILE),
        *(Holds.SOURCE, Holds.PLAN),
    }
)
"""What has a form of its own, in which a bracket is a fault of that form."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The few words that a field takes, each in Chinese with the English one that it holds.

    As the metadata of a type it reads both languages and draws them into the JSON Schema. Of a
    Literal, which a type checker needs in so many words, it has each word or is a TypeError.
    """

    by_chinese: Mapping[str, str]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        english = [*self.by_chinese.values()]
        if get_origin(source) is Literal and sorted(get_args(source)) != sorted(english):
            raise TypeError(f"{source} does not have the words {english}")
        both = [*self.by_chinese, *english]
        return core_schema.no_info_before_validator_function(
            self.read, handler(source), json_schema_input_schema=core_schema.literal_schema(both)
        )

    def read(self, value: object) -> object:
        """The English word of a Chinese one; anything else as it is."""
        return self.by_chinese.get(value.strip(), value) if isinstance(value, str) else value

    def in_chinese(self, word: str) -> str:
        """The Chinese word of an English one; any other text as it is."""
        return next((zh for zh, en in self.by_chinese.items() if en == word), word)

    def offer(self, *, is_english: bool) -> str:
        """The words that may be written, for a message to whoever wrote another."""
        if not is_english:
            return " / ".join(self.by_chinese)
        return " / ".join(f"{zh} ({en})" for zh, en in self.by_chinese.items())


YES_OR_NO = Words({"是": "yes", "否": "no"})
SIGNATURE_PLACES = Words({"文末": "end", "题下": "title"})


@dataclass(frozen=True, slots=True)
class OneOf:
    """The few words that a field takes and keeps as they are; another is the fault `code`."""

    code: LiteralString
    words: tuple[str, ...]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.check, handler(source))

    def check(self, value: object) -> object:
        """The value as it is; raises `PydanticCustomError` for a text that is none of the words."""
        if isinstance(value, str) and value.strip() not in self.words:
            raise PydanticCustomError(
                self.code,
                "wrong form",
                {"found": value.strip(), "at": len(value) - len(value.lstrip())},
            )
        return value


@dataclass(frozen=True, slots=True)
class Forms:
    """How the values of a field are written, for a message to whoever wrote another."""

    zh: str
    en: str = ""

    def offer(self, *, is_english: bool) -> str:
        """What may be written, in one of both languages."""
        return self.en if is_english and self.en else self.zh
