"""Values that are out of line with those of the other units.

The test is that of B. Iglewicz and D. C. Hoaglin, How to Detect and Handle Outliers (ASQC Quality
Press, 1993): the modified z-score, 0.6745 (x - median) / MAD, where MAD is the median of the
absolute deviations from the median; 3.5 is their limit.
"""

import math
from collections.abc import Sequence
from decimal import Decimal
from statistics import fmean, median

LEAST_UNITS = 8
"""Of fewer values no one can be said to be out of line."""

_MAD_FACTOR = 0.6745
"""Makes the MAD of normal values their standard deviation."""

_MEAN_DEVIATION_FACTOR = math.sqrt(math.pi / 2)
"""Makes the mean absolute deviation of normal values their standard deviation."""

_LEAST_FACTOR = 2
_LEAST_POINTS = 10
"""What is nearer to the median is never out of line, however alike the others are: a count within
a factor of two, a share within ten points."""

_FEW = 0.25
"""Zeros are reported where at most this part of the units has one."""


def modified_z_scores(values: Sequence[float]) -> list[float]:
    """The score of each value.

    Where more than half of the values are equal, MAD is 0 and the mean absolute deviation stands in
    for it. Where all are equal, no value has a score other than 0.
    """
    middle = median(values)
    deviations = [abs(value - middle) for value in values]
    spread = median(deviations) / _MAD_FACTOR or fmean(deviations) * _MEAN_DEVIATION_FACTOR
    return [(value - middle) / spread if spread else 0.0 for value in values]


def find_outliers(values: Sequence[Decimal], limit: float, *, are_shares: bool) -> dict[int, float]:
    """The score of each value that is out of line, by its index.

    Counts are compared as logarithms, for one digit too many is a factor and not a sum; zeros are
    left out (`find_zeros` reports them). Shares, and counts of which some are negative, are
    compared as they are.
    """
    is_linear = are_shares or any(value < 0 for value in values)
    counted = [index for index, value in enumerate(values) if is_linear or value > 0]
    if len(counted) < LEAST_UNITS:
        return {}
    numbers = [float(values[index]) for index in counted]
    scores = modified_z_scores(numbers if is_linear else [math.log(x) for x in numbers])
    middle = median(numbers)
    return {
        index: score
        for index, number, score in zip(counted, numbers, scores, strict=True)
        if abs(score) > limit
        and _is_far(number, middle, are_shares=are_shares, is_linear=is_linear)
    }


def _is_far(number: float, middle: float, *, are_shares: bool, is_linear: bool) -> bool:
    if are_shares:
        return abs(number - middle) >= _LEAST_POINTS
    return is_linear or not middle / _LEAST_FACTOR < number < middle * _LEAST_FACTOR


def find_zeros(values: Sequence[Decimal]) -> list[int]:
    """The indexes of the zeros where nearly all the other values are none."""
    zeros = [index for index, value in enumerate(values) if value == 0]
    are_few = len(zeros) <= _FEW * len(values)
    return zeros if len(values) >= LEAST_UNITS and are_few else []
