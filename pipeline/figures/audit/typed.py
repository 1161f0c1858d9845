"""Numbers that were typed into the text: which figure each is, or that none accounts for it."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from pipeline.figures.audit.durations import is_dated
from pipeline.figures.audit.finding import AuditFinding
from pipeline.figures.audit.numbers import CountedNumber, find_counts
from pipeline.figures.audit.statements import Statement, TextSpot
from pipeline.figures.facts import Facts, Quantity
from pipeline.figures.facts.quantity import PERCENT
from pipeline.model.report import Activity


def find_typed(
    statement: Statement, facts: Facts, reported: AbstractSet[TextSpot], activity: Activity | None
) -> Iterator[AuditFinding]:
    """The numbers of a text that no reference shows, but for those reported already."""
    for count in find_counts(statement.words):
        spot = statement.spot(count.start, count.end)
        if statement.reference_at(count.start, count.end) is not None or spot in reported:
            continue
        same = None if count.is_about else _same_value(count, facts, statement)
        found = statement.words[count.start : count.end]
        if same is None and (count.is_norm or is_dated(statement.words, count, activity)):
            continue
        if same is None:
            yield AuditFinding("undeclared-number", spot, {"found": found})
        else:
            yield AuditFinding("typed-figure", spot, {"found": found, "name": same})


_DISTINCTIVE_NUMBER = 100


def _same_value(count: CountedNumber, facts: Facts, statement: Statement) -> str | None:
    """The figure of that value and unit; one that the text names rather than another.

    A part of a figure, a small number, or a percentage only where the text names it: those are
    alike by chance.
    """
    text, quantity = statement.words, count.quantity
    same = [reference for reference in _of_value(quantity, facts, text) if _is_writable(reference)]
    for reference in same:
        name = reference.rpartition(".")[2]
        if _is_rate_of(name, count, text) if quantity.unit == PERCENT else name in text:
            return reference
    if quantity.unit == PERCENT:
        return None
    if before := _previous(count, facts, statement):
        return before
    for reference in same:
        if _is_end_of(reference.rpartition(".")[2], text[count.end :]):
            return reference
    return same[0] if same and quantity.number >= _DISTINCTIVE_NUMBER else None


def _of_value(quantity: Quantity, facts: Facts, text: str) -> Iterator[str]:
    wanted = (quantity.number, quantity.unit)
    for name, fact in facts.by_name.items():
        parts = [(f"{name}.{part.name}", part) for part in fact.parts if part.name in text]
        for reference, found in ((name, fact), *parts):
            number = found.quantity
            if number is not None and (number.number, number.unit) == wanted:
                yield reference


def _is_writable(reference: str) -> bool:
    return not set(reference) & set("【】\n")


_SENTENCE_END = re.compile(r"[。；！？\n]")
_CLAUSE_END = re.compile(r"[，。；：！？\n]")


def _is_rate_of(name: str, count: CountedNumber, text: str) -> bool:
    """Whether a percentage is the one of that name: no other rate stands between the two."""
    sentence = _SENTENCE_END.split(text[: count.start])[-1]
    _, is_named, between = sentence.rpartition(name)
    behind = _CLAUSE_END.split(text[count.end :])[0]
    is_before = bool(is_named) and "率" not in between
    return is_before or behind.removeprefix("的").startswith(name)


_EARLIER = re.compile(r"20[0-9]{2}年|[去上]年|上[期次届季]|同期|往年|前一年|原来|由$|从$")


def _previous(count: CountedNumber, facts: Facts, statement: Statement) -> str | None:
    """What a figure that the text names came to before, where an earlier time is spoken of."""
    clauses = _SENTENCE_END.split(statement.words[: count.start])[-1]
    if not _EARLIER.search(clauses):
        return None
    wanted = (count.quantity.number, count.quantity.unit)
    referred = {reference for reference, _ in statement.references()}
    clause = _CLAUSE_END.split(clauses)[-1] + _CLAUSE_END.split(statement.words[count.end :])[0]
    for name, fact in facts.by_name.items():
        number = fact.previous
        is_same = number is not None and (number.number, number.unit) == wanted
        is_named = name in clause or name in referred
        if is_same and is_named and _is_writable(name):
            return f"{name}.上期"
    return None


_LEAST_END = 2


def _is_end_of(name: str, behind: str) -> bool:
    """Whether the words behind a number are the end of a name: 14个支部 of 党支部."""
    longest = min(len(name), len(behind))
    return any(name.endswith(behind[:size]) for size in range(_LEAST_END, longest + 1))
