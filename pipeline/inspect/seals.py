"""Which pictures may be seals (GB/T 9704-2012, 7.3.5): by their size and shape, in both media."""

_SIDES_MM = (30.0, 58.0)
"""A seal of an office is 42 mm across, of a company 38-45, of a ministry 50; some pictures have an
empty edge."""

_MAX_RATIO = 1.25


def has_seal_size(width_mm: float, height_mm: float) -> bool:
    """Whether a picture is of a seal's size and about as wide as high."""
    short, long = sorted((width_mm, height_mm))
    least, most = _SIDES_MM
    return least <= short and long <= min(most, short * _MAX_RATIO)
