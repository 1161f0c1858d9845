"""The tree of an input -> the same without short forms, to be laid out."""

import typing
from collections.abc import Callable, Mapping

from pipeline.report import ACTIVITY, FIGURES
from pipeline.report.activity import read_activity
from pipeline.report.figure import read_figure
from pipeline.yaml_text import Tree


def spell_out(tree: Mapping[str, Tree]) -> Mapping[str, Tree]:
    """The whole input with its activity and its figures at length."""
    whole = dict(tree)
    if ACTIVITY in whole:
        whole[ACTIVITY] = _read(read_activity, whole[ACTIVITY])
    if isinstance(figures := whole.get(FIGURES), Mapping):
        are_clear = len({name.strip() for name in figures}) == len(figures)
        whole[FIGURES] = {
            (name.strip() if are_clear else name): _read(read_figure, figure)
            for name, figure in figures.items()
        }
    return whole


def _read(short: Callable[[object], object], value: Tree) -> Tree:
    """What a short form stands for; anything else as it is."""
    return typing.cast("Tree", short(value))
