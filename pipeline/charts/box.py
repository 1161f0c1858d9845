"""A place within a chart, in points from its left and from its top."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the plane; lengths in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.left + other.width
            and other.left < self.left + self.width
            and self.top < other.bottom
            and other.top < self.bottom
        )
