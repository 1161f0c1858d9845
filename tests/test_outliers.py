"""Values out of line: the modified z-score, and what is too near to the median to be reported."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tasks.rollup.outliers import find_outliers, find_zeros, modified_z_scores

LIMIT = 3.5


def outliers(*values: float, are_shares: bool = False) -> set[int]:
    numbers = [Decimal(str(value)) for value in values]
    return set(find_outliers(numbers, LIMIT, are_shares=are_shares))


def test_the_score_is_the_distance_from_the_median_in_deviations() -> None:
    scores = modified_z_scores([2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3])
    # The median is 2.45 and the median deviation from it 0.15.
    assert scores[8] == pytest.approx(0.6745 * 5.75 / 0.15)
    assert scores[0] == pytest.approx(-0.6745 * 0.35 / 0.15)


def test_where_most_values_are_equal_the_mean_deviation_stands_in() -> None:
    scores = modified_z_scores([5, 5, 5, 5, 5, 5, 5, 13])
    # The mean deviation is 1, and 1.2533 times that estimates the standard deviation.
    assert scores[7] == pytest.approx(8 / 1.2533, rel=1e-4)
    assert modified_z_scores([4.0] * 8) == [0.0] * 8


@pytest.mark.parametrize(
    ("value", "is_reported"), [(340, True), (3, True), (48, False), (20, False)]
)
def test_a_digit_too_many_or_too_few_is_reported(value: int, is_reported: bool) -> None:  # noqa: FBT001
    others = (31, 36, 29, 34, 40, 27, 33, 38, 30)
    assert outliers(*others, value) == ({9} if is_reported else set())


def test_of_fewer_than_eight_units_none_is_out_of_line() -> None:
    assert outliers(10, 11, 10, 12, 9, 11, 900) == set()
    assert outliers(10, 11, 10, 12, 9, 11, 12, 900) == {7}


def test_what_is_within_a_factor_of_two_is_not_reported_though_all_others_are_equal() -> None:
    assert outliers(4, 4, 4, 4, 4, 4, 4, 4, 5) == set()
    assert outliers(4, 4, 4, 4, 4, 4, 4, 4, 9) == {8}


def test_shares_are_compared_by_points() -> None:
    shares = (96, 97, 95, 98, 96, 97, 96, 95)
    assert outliers(*shares, 89, are_shares=True) == set()
    assert outliers(*shares, 62, are_shares=True) == {8}


def test_values_that_spread_as_counts_do_are_in_line() -> None:
    assert outliers(3, 5, 8, 12, 18, 26, 40, 61, 95, 140) == set()


def test_zeros_are_reported_where_they_are_few() -> None:
    numbers = [Decimal(value) for value in (0, 12, 9, 14, 8, 11, 10, 13)]
    assert find_zeros(numbers) == [0]
    assert find_zeros([Decimal(0)] * 3 + numbers) == []
    assert find_zeros(numbers[:7]) == []
    assert outliers(*map(float, numbers)) == set()


@given(st.lists(st.floats(1, 1e6), min_size=8, max_size=40), st.floats(1e-3, 1e3))
def test_the_unit_of_measure_does_not_change_who_is_out_of_line(
    values: list[float], factor: float
) -> None:
    plain, scaled = (modified_z_scores([x * by for x in values]) for by in (1.0, factor))
    assert plain == pytest.approx(scaled, rel=1e-3, abs=1e-3)


@given(st.lists(st.integers(0, 10**6), max_size=40), st.booleans())
def test_any_values_can_be_judged(values: list[int], are_shares: bool) -> None:  # noqa: FBT001
    numbers = [Decimal(value) for value in values]
    found = find_outliers(numbers, LIMIT, are_shares=are_shares)
    assert all(abs(score) > LIMIT for score in found.values())
