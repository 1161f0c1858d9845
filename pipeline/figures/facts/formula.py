"""A formula (公式) over figures: text -> tree, by recursive descent; no text is run as code.

    sum     = product (("+" | "-") product)*
    product = factor (("*" | "/") factor)*
    factor  = "-" factor | number | name | "(" sum ")" | 合计 "(" sum ("," sum)* ")"

Full-width operators and brackets, × and ÷ mean the same. A name that holds an operator or a blank
is written 【name】.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NoReturn

Operator = Literal["+", "-", "*", "/"]

_ALIKE: dict[Operator, str] = {"+": "+＋", "-": "-－−–", "*": "*×＊✕", "/": "/÷／∕"}
_OPERATORS = {mark: operator for operator, marks in _ALIKE.items() for mark in marks}
_TOTAL = "合计"
_TOKEN = re.compile(
    r"\s*(?:(?P<quoted>【[^【】]*】)|(?P<mark>[-+*/(),＋－−–×＊✕÷／∕（），、])"
    r"|(?P<word>[^-+*/(),＋－−–×＊✕÷／∕（），、【】\s]+)|(?P<other>\S))"
)
_NUMBER = re.compile(r"([0-9]{1,15}(?:\.[0-9]{1,15})?)([%％]?)")
_MOST_CHARS = 1000
_DEEPEST = 10


@dataclass(frozen=True, slots=True)
class Number:
    """A number typed into the formula; 50% is 0.5."""

    number: Decimal


@dataclass(frozen=True, slots=True)
class FigureName:
    """A figure, by the name it was declared with, as it was typed."""

    name: str
    typed: str


@dataclass(frozen=True, slots=True)
class Negative:
    term: "Term"


@dataclass(frozen=True, slots=True)
class Chain:
    """Terms of one rank from left to right, each but the first with its operator."""

    first: "Term"
    rest: "tuple[tuple[Operator, Term], ...]"


@dataclass(frozen=True, slots=True)
class Total:
    """合计(…): the sum of what it lists."""

    terms: "tuple[Term, ...]"


Term = Number | FigureName | Negative | Chain | Total


def names_in(term: Term) -> Iterator[FigureName]:
    """Every name of a formula, left to right."""
    match term:
        case FigureName():
            yield term
        case Negative(inner):
            yield from names_in(inner)
        case Chain(first, rest):
            yield from names_in(first)
            for _, one in rest:
                yield from names_in(one)
        case Total(terms):
            for one in terms:
                yield from names_in(one)


class FormulaError(Exception):
    """A formula that cannot be read or worked out: the code, the words at fault, the details."""

    def __init__(self, code: str, needle: str = "", **details: object) -> None:
        super().__init__(code)
        self.code, self.needle, self.details = code, needle, details


def parse_formula(text: str) -> Term:
    """The tree of a formula; raises `FormulaError` where it has no sense."""
    if len(text) > _MOST_CHARS:
        raise FormulaError("formula-syntax", why_zh="太长", why_en="too long")
    parser = _Parser(list(_tokens(text.strip().removeprefix("=").removeprefix("＝"))))
    term = parser.sum(0)
    if parser.token is not None:
        parser.fail()
    return term


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    typed: str
    rest: str
    """The formula from this token to its end, by which its place is shown."""


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text.rstrip()):
        assert match.lastgroup is not None  # every branch of the pattern is named
        start = match.start(match.lastgroup)
        yield _Token(match.lastgroup, match[match.lastgroup], text[start:].rstrip())


class _Parser:
    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._next = 0

    @property
    def token(self) -> _Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def sum(self, depth: int) -> Term:
        return self._chain("+-", self._product, depth)

    def _product(self, depth: int) -> Term:
        return self._chain("*/", self._factor, depth)

    def _chain(self, operators: str, read: Callable[[int], Term], depth: int) -> Term:
        first = read(depth)
        rest: list[tuple[Operator, Term]] = []
        while (operator := self._operator(operators)) is not None:
            rest.append((operator, read(depth)))
        return Chain(first, tuple(rest)) if rest else first

    def _factor(self, depth: int) -> Term:
        token = self.token
        if token is None or depth > _DEEPEST:
            self.fail()
        if self._operator("-"):
            return Negative(self._factor(depth + 1))
        if self._take("(（"):
            term = self.sum(depth + 1)
            self._expect(")）")
            return term
        if token.kind not in ("word", "quoted"):
            self.fail()
        self._next += 1
        if token.kind == "word" and (match := _NUMBER.fullmatch(token.typed)):
            return Number(Decimal(match[1]) / (100 if match[2] else 1))
        if token.typed == _TOTAL and self._take("(（"):
            return self._total(depth)
        return FigureName(token.typed.strip("【】").strip(), token.typed)

    def _total(self, depth: int) -> Term:
        terms = [self.sum(depth + 1)]
        while self._take(",，、"):
            terms.append(self.sum(depth + 1))
        self._expect(")）")
        return Total(tuple(terms))

    def _operator(self, wanted: str) -> Operator | None:
        token = self.token
        found = _OPERATORS.get(token.typed) if token and token.kind == "mark" else None
        if found is None or found not in wanted:
            return None
        self._next += 1
        return found

    def _take(self, marks: str) -> bool:
        token = self.token
        is_there = token is not None and token.kind == "mark" and token.typed in marks
        self._next += is_there
        return is_there

    def _expect(self, marks: str) -> None:
        if not self._take(marks):
            self.fail()

    def fail(self) -> NoReturn:
        """The token that has no sense here, or the end that came too early."""
        token = self.token
        if token is None:
            raise FormulaError("formula-syntax", why_zh="没有写完", why_en="it ends too early")
        found = token.typed
        raise FormulaError(
            "formula-syntax",
            token.rest,
            why_zh=f"读到“{found}”时读不通",
            why_en=f"“{found}” has no sense there",
        )
