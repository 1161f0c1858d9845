"""A value's characters -> where each was typed, though YAML folded, indented or quoted it."""

from pipeline.load.nodes import Scalar, Source


def source_offsets(source: Source, scalar: Scalar) -> tuple[int, ...] | None:
    """For each character of the value its offset in the source; None where it was escaped."""
    typed = source.text[scalar.start : scalar.end]
    index = _content_start(typed, scalar)
    offsets: list[int] = []
    for char in scalar.text:
        while index < len(typed) and typed[index] != char and typed[index].isspace():
            index += 1
        if index < len(typed) and typed[index] == char:
            offsets.append(scalar.start + index)
            index += 1
            if char == "'" and typed[:1] == "'" and typed[index : index + 1] == "'":
                index += 1
        elif char.isspace() and offsets:
            # The end of a line, which a fold made a blank.
            offsets.append(scalar.start + max(0, index - 1))
        else:
            return None
    return tuple(offsets)


def _content_start(typed: str, scalar: Scalar) -> int:
    """Behind the quote, or behind the line that a block text is announced on."""
    if scalar.is_plain:
        return 0
    return typed.find("\n") + 1 if typed[:1] in ("|", ">") else 1
