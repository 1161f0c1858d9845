"""The axis of numbers, round as Word has it. Pure."""

import math

from pipeline.document import Chart

_MOST_STEPS = 6
_HEADROOM = 0.05
"""Above the highest mark this share of the axis at least is free, as Word leaves it."""


def axis_of(chart: Chart) -> tuple[float, float, float]:
    """Least and greatest number of the axis and the step between two, round as Word has them."""
    values = [float(value) for series in chart.series for value in series.values]
    low, high = min(0.0, *values), max(0.0, *values)
    span = (high - low) * (1 + _HEADROOM) or 1.0
    power = 10 ** math.floor(math.log10(span / _MOST_STEPS))
    step = next(n * power for n in (1, 2, 5, 10) if n * power * _MOST_STEPS >= span)
    top = math.ceil(high * (1 + _HEADROOM) / step) * step if high > 0 else 0.0
    foot = math.floor(low * (1 + _HEADROOM) / step) * step if low < 0 else 0.0
    return foot, top or (step if not foot else 0.0), step
