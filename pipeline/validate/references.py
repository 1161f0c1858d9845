"""References to figures in the texts of an input: those that no figure answers to, those used."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.diagnostics.nearest import find_meant, find_nearest, offer
from pipeline.figures import facts
from pipeline.figures.facts import Facts, ResolvedText
from pipeline.load.yaml import Scalar
from pipeline.model.report import FIGURES
from pipeline.model.tokens import Token, TokenKind, tokens_of
from pipeline.validate.blanks import diagnose_blank
from pipeline.validate.charts import figures_in_charts
from pipeline.validate.declared import (
    are_declared,
    check_declared,
    declared_names,
    named_by_charts,
    named_by_figures,
)
from pipeline.validate.tree import InputTree


@dataclass(frozen=True, slots=True)
class _Known:
    """The figures that texts may refer to, and the facts of those with which nothing is wrong.

    `given` has the names of the figures that are not declared in the input and known all the same.
    """

    declared: Mapping[str, Scalar]
    given: Collection[str]
    are_declared: bool
    sound: Facts


@dataclass(frozen=True, slots=True)
class _Judged:
    """A reference: the declared figure that it names or must mean, and what is wrong with it."""

    figure: str | None = None
    finding: Diagnostic | None = None


def check_references(
    input_: InputTree, texts: Iterable[ResolvedText], sound: Facts, given: Collection[str] = ()
) -> Iterator[Diagnostic]:
    """The references of the texts, and the declared figures that nothing refers to."""
    root = input_.root
    declared = declared_names(root)
    known = _Known(declared, given, are_declared(root), sound)
    judged = [
        _judge(token, text, known)
        for text in texts
        if text.path[0] != FIGURES
        for token in text.tokens
        if token.kind in _REFERRING
    ]
    yield from (one.finding for one in judged if one.finding is not None)
    used = {one.figure for one in judged if one.figure is not None}
    used.update(named_by_figures(root, declared), named_by_charts(root, declared))
    yield from check_declared(input_, used)


_REFERRING = frozenset({TokenKind.REFERENCE, TokenKind.BLANK, TokenKind.STRAY})


def _judge(token: Token, text: ResolvedText, known: _Known) -> _Judged:
    if token.kind is not TokenKind.STRAY:
        split = facts.split_reference(token.content, known.declared)
        if split is not None and not isinstance(known.sound.look_up(token.content), facts.Lack):
            # Most references are sound, and their places are not asked for.
            return _Judged(split[0])
    return _judge_closely(token, text.place_typed(token.start, token.end), known)


def _judge_closely(token: Token, place: Location, known: _Known) -> _Judged:
    """What is wrong with a reference that shows nothing, if anything."""
    name = token.content
    if token.kind is TokenKind.STRAY:
        other = "】" if token.typed == "【" else "【"
        return _Judged(None, diagnose("unclosed-reference", place, found=token.typed, other=other))
    found = known.sound.look_up(name)
    lack = found if isinstance(found, facts.Lack) else None
    if (split := facts.split_reference(name, known.declared)) is not None:
        return _Judged(split[0], diagnose(lack.code, place, **lack.details) if lack else None)
    if facts.split_reference(name, known.given) is not None:
        return _unknown(name, place, known) if lack else _Judged()
    if token.kind is TokenKind.BLANK:
        return _Judged(None, diagnose_blank(name, place))
    return _unknown(name, place, known) if known.are_declared else _Judged()


def _unknown(name: str, place: Location, known: _Known) -> _Judged:
    """A name that no figure has; the one most like it was meant, so it counts as referred to."""
    if name.partition(".")[0] in {given.partition(".")[0] for given in known.given}:
        near = find_nearest(name, known.given)
        return _Judged(
            None, diagnose("unknown-rollup-figure", place, name=name, **offer(near, "【】"))
        )
    names = [key for key in known.declared if not set(key) & set("【】\n")]
    near, meant = find_meant(name, names) or (None, None)
    return _Judged(near, diagnose("unknown-figure", place, name=name, **offer(meant, "【】")))


def find_referred(input_: InputTree, given: Collection[str]) -> Iterator[str]:
    """The given names that a text, a chart or the formula of a figure refers to."""
    if not given:
        return
    named = (
        token.content
        for placed in input_.prose()
        for token in tokens_of(placed.scalar.text)
        if token.kind is TokenKind.REFERENCE
    )
    for name in (*named, *figures_in_charts(input_.root)):
        split = facts.split_reference(name, given)
        if split is not None:
            yield split[0]
    known = {**dict.fromkeys(given), **declared_names(input_.root)}
    yield from (name for name in named_by_figures(input_.root, known) if name in given)
