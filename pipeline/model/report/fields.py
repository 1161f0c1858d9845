"""What fields are made of: texts, dates, headings, and the base of every model."""

import re
from datetime import date
from typing import Annotated, Literal, LiteralString

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from pipeline.chinese.dates import DateFault, read_date
from pipeline.chinese.heading_numbers import ENUMERATION
from pipeline.chinese.numerals import BELOW_HUNDRED
from pipeline.model.report.traits import SIGNATURE_PLACES, YES_OR_NO, Forms, Holds, Trait


def _read_date(value: object) -> date:
    if isinstance(value, date):
        return value
    day = read_date(value) if isinstance(value, str) else DateFault.NOT_A_DATE
    if isinstance(day, DateFault):
        raise PydanticCustomError(day.value, "no date")
    return day


def one_or_many(value: object) -> object:
    """A lone text stands for a list of one."""
    return (value,) if isinstance(value, str) else value


def strip_keys(value: object) -> object:
    """Names of figures without the blanks around them, as references are read."""
    if not isinstance(value, dict):
        return value
    return {key.strip() if isinstance(key, str) else key: item for key, item in value.items()}


def text_or_mapping(value: object) -> str:
    return "text" if isinstance(value, str) else "mapping"


def found_at(value: str, start: int, found: str) -> dict[str, object]:
    """What is wrong in a text that was looked at without its blanks, and where it begins."""
    return {"found": found, "at": start + len(value) - len(value.lstrip())}


def whole(code: LiteralString, pattern: str) -> BeforeValidator:
    """A check that a text has the whole of `pattern`, else the fault `code`."""
    compiled = re.compile(pattern)

    def check(value: object) -> object:
        if isinstance(value, str) and not compiled.fullmatch(value.strip()):
            raise PydanticCustomError(code, "wrong form", found_at(value, 0, value.strip()))
        return value

    return BeforeValidator(check)


def without(code: LiteralString, pattern: str) -> BeforeValidator:
    """A check that `pattern` occurs nowhere in a text, else the fault `code` names what did."""
    compiled = re.compile(pattern)

    def check(value: object) -> object:
        if isinstance(value, str) and (match := compiled.search(value.strip())):
            details = found_at(value, match.start(), match[0])
            raise PydanticCustomError(code, "not here", details)
        return value

    return BeforeValidator(check)


# GB/T 15834-2011, B.4: no end mark, but ？ ！ and …… may stand.
END_MARK = r"[。；，、：;,:.]$"
TYPED_NUMBER = (
    rf"^(?!第?{ENUMERATION})"
    rf"(?:{BELOW_HUNDRED}[、.．]|[（(](?:{BELOW_HUNDRED}|[0-9]{{1,2}})[）)]|[0-9]{{1,2}}[)）、．]"
    rf"|[0-9]{{1,2}}[.](?![0-9])|第{BELOW_HUNDRED}[，、章节]|其{BELOW_HUNDRED}[，、]|{BELOW_HUNDRED}是(?=\S)"
    r"|[\u2460-\u2473\u2474-\u2487])"
)


# 7.2.5; a number that is not known yet may hold a blank.
DOCUMENT_NUMBER = "(?s).+〔(?:19|20)[0-9]{2}〕[1-9][0-9]*号|.*【待填[^】]*】.*"


Text = Annotated[str, StringConstraints(min_length=1)]
Texts = Annotated[
    tuple[Text, ...],
    BeforeValidator(one_or_many, json_schema_input_type=tuple[Text, ...] | Text),
]

# Each type says what it holds; a field says only what is peculiar to it.
Prose = Annotated[Text, Holds.PROSE]
Name = Annotated[Text, Holds.NAME]
Party = Annotated[Text, Holds.PARTY]
Recipients = Annotated[Texts, Holds.PARTY, Trait.RECIPIENTS]
FileName = Annotated[Text, Holds.FILE]
SourceName = Annotated[Text, Holds.SOURCE]
Fixed = Annotated[Text, Holds.FIXED]
UnitName = Annotated[str, Holds.UNIT]
Heading = Annotated[
    Name, without("heading-end-mark", END_MARK), without("typed-number", TYPED_NUMBER)
]
Point = Annotated[Prose, without("typed-number", TYPED_NUMBER)]
Choice = Annotated[Literal["yes", "no"], YES_OR_NO, Holds.FIXED]
SignaturePlace = Annotated[Literal["end", "title"], SIGNATURE_PLACES, Holds.FIXED]
Date = Annotated[date, BeforeValidator(_read_date, json_schema_input_type=str), Holds.DATE]
Decimals = Annotated[int, whole("decimal-places", "[0-6]"), Holds.FIXED]
Count = Annotated[int, Field(ge=1), Forms("1 2 3 …"), Holds.FIXED]


class Input(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, str_strip_whitespace=True
    )
