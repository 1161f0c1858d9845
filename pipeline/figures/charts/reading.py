"""A chart of the input + the figures -> a Chart of the document, or what is wrong with it. Pure."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from pipeline.figures.charts.quantities import PARTS, bare_name, on_one_scale, parts_of, quantity_of
from pipeline.figures.facts import Facts, Lack, Quantity, segments_of, split_reference
from pipeline.model.document import Chart, Series
from pipeline.model.report import ChartInput

LEAST_CATEGORIES = 2
MOST_CATEGORIES = {"bar": 12, "line": 12, "share": 8}
MOST_SERIES = 4
MOST_BARS = 24

_FORM_WORDS = {"bar": "柱形图", "line": "折线图", "share": "占比图"}


@dataclass(frozen=True, slots=True)
class ChartIssue:
    """What is wrong with a chart: the code, the way to it from the chart, the details."""

    code: str
    path: tuple[str | int, ...]
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Row:
    """One series as it was typed: its name, the names of its figures, `X.分项` unfolded, and the
    place of each in the list at `path`.
    """

    name: str
    figures: tuple[str, ...]
    places: tuple[int, ...]
    path: tuple[str | int, ...]

    def located(self) -> Iterator[tuple[str, tuple[str | int, ...]]]:
        """Each figure with the way to it."""
        for name, place in zip(self.figures, self.places, strict=True):
            yield name, (*self.path, place)


def compose_chart(chart: ChartInput, facts: Facts) -> Chart:
    """The chart of an input that has passed validation, without the number of its caption."""
    found, issues = read_chart(chart, facts, facts.by_name)
    assert found is not None, issues
    return found


def read_chart(
    chart: ChartInput, facts: Facts, declared: Container[str]
) -> tuple[Chart | None, tuple[ChartIssue, ...]]:
    """The chart of an input, or everything that is wrong with it.

    A figure that is declared and not among the facts has been reported where it stands.
    """
    rows, issues = _read_rows(chart, facts)
    issues = issues or tuple(_check_references(rows, facts, declared))
    if any(_is_reported(name, facts) for row in rows for name in row.figures):
        return None, issues
    issues = issues or tuple(_check_counts(chart, rows))
    found = [[quantity_of(name, facts) for name in row.figures] for row in rows]
    read = [[item for item in row if item is not None] for row in found]
    if issues or read != found:
        return None, issues
    issues = (*_check_units(chart, rows, read), *_check_names(chart, rows))
    if issues:
        return None, issues
    drawn = _draw(chart, rows, read, facts)
    issues = tuple(_check_share(drawn))
    return (None if issues else drawn), issues


# --- names of figures ------------------------------------------------------------------------


def _read_rows(chart: ChartInput, facts: Facts) -> tuple[tuple[_Row, ...], tuple[ChartIssue, ...]]:
    """The series of a chart, or why there are none."""
    if bool(chart.figures) == bool(chart.series):
        code = "chart-data-twice" if chart.series else "chart-without-data"
        return (), (ChartIssue(code, ("系列",) if chart.series else ("标题",)),)
    typed = [("", chart.figures, ("数据",))] if chart.figures else []
    given: list[tuple[str, tuple[str, ...], tuple[str | int, ...]]] = [
        *typed,
        *((s.name, s.figures, ("系列", n, "数据")) for n, s in enumerate(chart.series)),
    ]
    rows = [_Row(name, *_unfold(names, facts), path) for name, names, path in given]
    issues = [issue for _, names, path in given for issue in _check_parts(names, path, facts)]
    return tuple(rows), tuple(issues)


def _unfold(names: Sequence[str], facts: Facts) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The figures of a list, and the place in it that each comes from."""
    found: list[tuple[str, int]] = []
    for place, name in enumerate(map(bare_name, names)):
        parts = parts_of(name, facts)
        found += [(figure, place) for figure in ((name,) if parts is None else parts)]
    return tuple(figure for figure, _ in found), tuple(place for _, place in found)


def _check_parts(
    names: Sequence[str], path: tuple[str | int, ...], facts: Facts
) -> Iterator[ChartIssue]:
    for place, name in enumerate(map(bare_name, names)):
        if parts_of(name, facts) == ():
            yield ChartIssue("chart-no-parts", (*path, place), {"name": name.removesuffix(PARTS)})


def _check_counts(chart: ChartInput, rows: Sequence[_Row]) -> Iterator[ChartIssue]:
    """Too few or too many categories and series; categories that are missing or do not match."""
    if not rows:
        return
    count = len(rows[0].figures)
    wanted = len(chart.categories) or count
    if len(rows) > 1 and not chart.categories:
        yield ChartIssue("chart-categories-missing", ("系列",), {"count": count})
    for row in rows:
        if len(row.figures) != wanted:
            details = {"found": len(row.figures), "wanted": wanted, "name": row.name or chart.title}
            yield ChartIssue("chart-series-length", row.path, details)
    if wanted < LEAST_CATEGORIES:
        yield ChartIssue(
            "chart-too-few", rows[0].path, {"found": wanted, "least": LEAST_CATEGORIES}
        )
    yield from _check_too_many(chart, rows, wanted)


def _check_too_many(chart: ChartInput, rows: Sequence[_Row], count: int) -> Iterator[ChartIssue]:
    most = MOST_CATEGORIES[chart.form]
    kind_words = {"kind_zh": _FORM_WORDS[chart.form], "kind_en": f"{chart.form} chart"}
    if count > most:
        details = {
            **kind_words,
            "found": count,
            "most": most,
            "what_zh": "项",
            "what_en": "categories",
        }
        yield ChartIssue("chart-too-many", rows[0].path, details)
    elif chart.form == "share" and len(rows) > 1:
        yield ChartIssue("chart-share-series", ("系列",), {"found": len(rows)})
    elif len(rows) > MOST_SERIES:
        words = {"what_zh": "个系列", "what_en": "series"}
        yield ChartIssue(
            "chart-too-many",
            ("系列",),
            {**kind_words, "found": len(rows), "most": MOST_SERIES, **words},
        )
    elif chart.form == "bar" and count * len(rows) > MOST_BARS:
        words = {"what_zh": "根柱子", "what_en": "bars"}
        found = count * len(rows)
        yield ChartIssue(
            "chart-too-many", ("系列",), {**kind_words, "found": found, "most": MOST_BARS, **words}
        )


def _is_reported(name: str, facts: Facts) -> bool:
    """Whether a name stands for the parts of a figure that is not settled: nobody counts them."""
    return name.endswith(PARTS) and facts.look_up(name) is None


# --- numbers and units -----------------------------------------------------------------------


def _check_references(
    rows: Sequence[_Row], facts: Facts, declared: Container[str]
) -> Iterator[ChartIssue]:
    """Names that no figure has, and figures that are no numbers."""
    for row in rows:
        for name, path in row.located():
            shown = facts.look_up(name)
            if isinstance(shown, Lack):
                yield ChartIssue(shown.code, path, shown.details)
            elif shown is None and split_reference(name, declared) is None:
                yield ChartIssue("chart-unknown-figure", path, {"name": name})
            elif shown is not None and quantity_of(name, facts) is None:
                yield ChartIssue("chart-not-number", path, {"name": name, "found": shown})


def _check_units(
    chart: ChartInput, rows: Sequence[_Row], read: Sequence[Sequence[Quantity]]
) -> Iterator[ChartIssue]:
    """Every figure that has another unit than the first: one axis has one unit."""
    first, first_name = read[0][0], rows[0].figures[0]
    wanted = chart.unit or first.unit
    for row, quantities in zip(rows, read, strict=True):
        for (name, path), quantity in zip(row.located(), quantities, strict=True):
            found = quantity.scale + quantity.unit
            is_bare = chart.unit is not None and not found
            if not is_bare and wanted not in {quantity.unit, found}:
                details = {
                    "name": name,
                    "found_zh": found or "没有单位",
                    "found_en": found or "no unit",
                    "wanted_zh": wanted or "没有单位",
                    "wanted_en": wanted or "no unit",
                    "first_zh": "图表“单位”里写" if chart.unit else f"“{first_name}”",
                    "first_en": "the chart's 单位" if chart.unit else f"“{first_name}”",
                }
                yield ChartIssue("chart-mixed-units", path, details)


def _check_names(chart: ChartInput, rows: Sequence[_Row]) -> Iterator[ChartIssue]:
    """A name that two categories or two series have."""
    categories = chart.categories or tuple(map(_last_step, rows[0].figures))
    path: tuple[str | int, ...] = ("类别",) if chart.categories else rows[0].path
    for index, name in enumerate(categories):
        if name in categories[:index]:
            yield ChartIssue("chart-name-twice", (*path, index), {"name": name})
    names = [row.name for row in rows]
    for index, name in enumerate(names):
        if name in names[:index]:
            yield ChartIssue("chart-name-twice", ("系列", index, "名称"), {"name": name})


def _check_share(chart: Chart) -> Iterator[ChartIssue]:
    values = chart.series[0].values
    if chart.form != "share":
        return
    for index, value in enumerate(values):
        if value < 0:
            details = {"name": chart.categories[index], "found": chart.label(value)}
            yield ChartIssue("chart-share-negative", ("数据", index), details)
    if min(values) >= 0 and sum(values) == 0:
        yield ChartIssue("chart-share-zero", ("数据",))


# --- the chart -------------------------------------------------------------------------------


def _last_step(name: str) -> str:
    """A part of a figure goes by its own name."""
    return name.rpartition(".")[2] if "." in name else name


def _shown(text: str, facts: Facts) -> str:
    """A text of the chart in one line; a name that no figure answers to stays as it was typed."""
    return "".join(segment.shown for segment in segments_of(text, facts)).replace("\n", "")


def _draw(
    chart: ChartInput, rows: Sequence[_Row], read: Sequence[Sequence[Quantity]], facts: Facts
) -> Chart:
    scale, numbers, decimals = on_one_scale(list(chain.from_iterable(read)))
    count = len(read[0])
    title, categories, names = (
        tuple(_shown(text, facts) for text in texts)
        for texts in (
            (chart.title,),
            chart.categories or tuple(map(_last_step, rows[0].figures)),
            tuple(row.name for row in rows),
        )
    )
    series = tuple(
        Series(name or title[0], numbers[index * count : (index + 1) * count], row.figures)
        for index, (name, row) in enumerate(zip(names, rows, strict=True))
    )
    unit = chart.unit or read[0][0].unit
    unit = scale + unit if scale and not unit.startswith(scale) else unit
    caption = title[0] + (f"（单位：{unit}）" if unit and chart.form != "share" else "")
    drawn = Chart(chart.form, caption, categories, series, decimals, "")
    return replace(drawn, description=_describe(drawn, unit))


def _describe(chart: Chart, unit: str) -> str:
    """What the chart shows, in words: its kind, its caption, every value."""
    pieces = []
    for series in chart.series:
        pairs = zip(chart.categories, series.values, strict=True)
        values = "，".join(f"{name}{chart.label(value)}{unit}" for name, value in pairs)
        pieces.append(f"{series.name}：{values}" if len(chart.series) > 1 else values)
    return f"{_FORM_WORDS[chart.form]}：{chart.caption}。{'；'.join(pieces)}。"
