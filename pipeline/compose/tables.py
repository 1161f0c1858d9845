"""A table of the input -> a Table of the document: header rows with spans, column widths. Pure."""

import math
import re

import rjieba

from pipeline.figures.facts import Facts, resolve
from pipeline.model.document import Cell, Inlines, Table, Text, plain_text
from pipeline.model.report import ColumnGroup, TableInput
from pipeline.model.standard import Measures
from pipeline.typography.places import width_chars

_SHORT_CHARS = 7
"""A column whose every cell is at most this long is centred, as office tables do."""


def compose_table(table: TableInput, caption: str, facts: Facts, measures: Measures) -> Table:
    """The table with its header unfolded, and each column's share of the type area's width."""
    rows = tuple(tuple(resolve(text.strip(), facts) for text in row) for row in table.rows)
    texts = [[plain_text(cell) for cell in row] for row in rows]
    columns = [list(column) for column in zip(*texts, strict=True)] if texts else []
    columns = columns or [[] for _ in table.leaf_names]
    is_short = [max(map(width_chars, column), default=0) <= _SHORT_CHARS for column in columns]
    widths = table.widths or fit_widths(table.leaf_names, columns, measures)
    shares = _with_whole_heads(tuple(width / sum(widths) for width in widths), table, measures)
    rooms = _rooms(shares, measures)
    body = tuple(
        tuple(
            Cell(_balance(inlines, room) if short else inlines, align="center" if short else "left")
            for inlines, short, room in zip(row, is_short, rooms, strict=True)
        )
        for row in rows
    )
    return Table(caption, _header(table, rooms), body, shares)


_WHOLE_CHARS = 2
"""A head of so many characters, such as 序号, is never broken."""


def _with_whole_heads(
    shares: tuple[float, ...], table: TableInput, measures: Measures
) -> tuple[float, ...]:
    """The shares, with room for a head of two characters where widths were given too small."""
    page, size = measures.page, measures.styles["table_head"].size_pt
    least_pt = 2 * measures.rules.table_padding_x_pt + measures.rules.table_rule_pt
    floors = [
        (least_pt + size * min(_WHOLE_CHARS, width_chars(name))) / page.text_width_pt
        for name in table.leaf_names
    ]
    lacking = sum(max(0.0, floor - share) for floor, share in zip(floors, shares, strict=True))
    spare = sum(max(0.0, share - floor) for floor, share in zip(floors, shares, strict=True))
    if not 0 < lacking <= spare:
        return shares
    kept = 1 - lacking / spare
    return tuple(
        floor + kept * max(0.0, share - floor) for floor, share in zip(floors, shares, strict=True)
    )


def _rooms(shares: tuple[float, ...], measures: Measures) -> list[float]:
    """How many characters of the table's size stand on a line of each column."""
    size = measures.styles["table_text"].size_pt
    padding = 2 * measures.rules.table_padding_x_pt
    return [(share * measures.page.text_width_pt - padding) / size for share in shares]


def _balance(inlines: Inlines, room: float) -> Inlines:
    """A short text broken into even lines, 办公室/主任 rather than 办公室主/任."""
    text = plain_text(inlines)
    if width_chars(text) <= room or "\n" in text:
        return inlines
    tokens = [part for word in _words(text) for part in _halve(word, room)]
    fewest = math.ceil(width_chars(text) / max(room, 1))
    attempts = (_part(tokens, count) for count in range(fewest, fewest + 2))
    whole = (lines for lines in attempts if all(width_chars(line) <= room for line in lines))
    lines = next(whole, None)
    return inlines if lines is None else (Text("\n".join(lines)),)


def _part(tokens: list[str], count: int) -> list[str]:
    """Tokens on `count` lines of about even width; more where the tokens want it."""
    lines = [""]
    for index, token in enumerate(tokens):
        rest = width_chars(lines[-1] + "".join(tokens[index:]))
        left = max(1, count - len(lines) + 1)
        if lines[-1] and left > 1 and width_chars(lines[-1] + token) > rest / left + 0.5:
            lines.append("")
        lines[-1] += token
    return lines


def _halve(word: str, room: float) -> tuple[str, ...]:
    """A word in two even parts where no line holds it whole."""
    middle = (len(word) + 1) // 2
    has_number = any(char.isascii() for char in word)
    is_too_wide = width_chars(word) > room and not has_number
    return (word[:middle], word[middle:]) if is_too_wide else (word,)


def _words(text: str) -> list[str]:
    """Words that a line does not end inside; a number stays with the 年, 月 or 日 behind it."""
    words: list[str] = []
    for word in rjieba.cut(text):
        if words and words[-1][-1].isdigit() and (word[0] in "年月日" or word[0].isdigit()):
            words[-1] += word
        else:
            words.append(word)
    return words


def _header(table: TableInput, rooms: list[float]) -> tuple[tuple[Cell, ...], ...]:
    """Header rows: a group spans its columns, a lone name spans the rows below it."""
    depth = max(_depth(header) for header in table.columns)
    rows: list[list[Cell]] = [[] for _ in range(depth)]
    left = iter(rooms)

    def place(header: str | ColumnGroup, row: int) -> tuple[int, float]:
        if isinstance(header, str):
            room = next(left)
            name = _balance((Text(header),), room)
            rows[row].append(Cell(name, 1, depth - row, "center"))
            return 1, room
        index = len(rows[row])
        rows[row].append(Cell(()))
        below = [place(child, row + 1) for child in header.columns]
        span, room = sum(count for count, _ in below), sum(room for _, room in below)
        rows[row][index] = Cell(_balance((Text(header.name),), room), span, 1, "center")
        return span, room

    for header in table.columns:
        place(header, 0)
    return tuple(map(tuple, rows))


def _depth(header: str | ColumnGroup) -> int:
    if isinstance(header, str):
        return 1
    return 1 + max(_depth(child) for child in header.columns)


_SAMPLE_ROWS = 200
_MAX_STEP_CHARS = 6
_TOKEN = re.compile(r"[!-~]+[年月日]?|.")
"""What a line does not end inside: a number with what it counts in a date, or one 汉字."""


def fit_widths(
    names: tuple[str, ...], columns: list[list[str]], measures: Measures
) -> tuple[float, ...]:
    """Widths in characters of the table's size that make the table low.

    Every column starts at the least it can have (no word or number is broken, no header takes
    more than two lines); then, step by step, room goes to the column that saves most lines for it.
    The longest words are broken where there is not room for all that, or where breaking them makes
    the table lower: the address of a file, say, that would take the room of all other columns.
    """
    style = measures.styles["table_text"]
    padding = 2 * measures.rules.table_padding_x_pt / style.size_pt
    room = measures.page.text_width_pt / style.size_pt - padding * len(names)
    step = max(1, len(columns[0]) // _SAMPLE_ROWS)
    cells = [[_line_widths(text) for text in column[::step]] for column in columns]
    starts = dict.fromkeys(
        tuple(_choose_least(names, columns, longest, room))
        for longest in (math.inf, *_LONGEST_WHOLE_CHARS)
    )
    attempts = [_share_room(start, cells, room) for start in starts]
    widths = min(attempts, key=lambda widths: _height(widths, cells))
    spare = max(0.0, room - sum(widths))
    return tuple(width + padding + spare * width / sum(widths) for width in widths)


_LONGEST_WHOLE_CHARS = (10, 8)
"""A word wider than this may be broken, which names in Latin letters seldom are; no number is."""


def _choose_least(
    names: tuple[str, ...], columns: list[list[str]], longest: float, room: float
) -> list[float]:
    """The least widths; short cells stand on one line where there is room for that."""
    wide, narrow = (
        [_least(*pair, one_line, longest) for pair in zip(names, columns, strict=True)]
        for one_line in (4, 3)
    )
    return wide if sum(wide) <= _ROOM_FOR_SHORT * room else _lowered(narrow, room)


def _share_room(
    least: tuple[float, ...], cells: list[list[tuple[float, ...]]], room: float
) -> list[float]:
    """The room shared among columns, each at its least at first."""
    widths = list(least)
    while (best := _best_step(widths, cells, room - sum(widths))) is not None:
        widths[best[0]] += best[1]
    return widths


_ROOM_FOR_SHORT = 0.55
"""Short columns stand on one line as long as the least widths leave this much to the others."""


def _lowered(least: list[float], room: float) -> list[float]:
    """The least widths, the largest of them lowered until all have room together."""
    left, widths = room, dict.fromkeys(range(len(least)), 0.0)
    for done, index in enumerate(sorted(widths, key=least.__getitem__)):
        even = max(left / (len(least) - done), _WHOLE_CHARS)
        widths[index] = min(least[index], even)
        left -= widths[index]
    return list(widths.values())


def _line_widths(text: str) -> tuple[float, ...]:
    """How wide each line of a cell is that its author ended."""
    return tuple(map(width_chars, text.split("\n")))


def _least(name: str, column: list[str], one_line: int, longest: float) -> float:
    """The least width of a column; texts of up to `one_line` characters are not broken.

    Numbers are not either, nor words of up to `longest`.
    """
    tokens = (token for text in (*column, name) for token in _TOKEN.findall(text))
    word = max((_whole_width(token, longest) for token in tokens), default=1)
    widest = max((width for text in column for width in _line_widths(text)), default=0)
    # Names, dates and numbers of a short column stand on two lines at most, a short one on one.
    halved = max(min(widest, one_line), math.ceil(widest / 2)) if widest <= _SHORT_CHARS else 0
    return max(word, halved, math.ceil(width_chars(name) / 2), _WHOLE_CHARS)


def _whole_width(token: str, longest: float) -> float:
    width = width_chars(token)
    return width if token.isdigit() else min(longest, width)


def _best_step(
    widths: list[float], cells: list[list[tuple[float, ...]]], room: float
) -> tuple[int, int] | None:
    """The column to widen and by how many characters, or None where nothing is gained."""
    now = _height(widths, cells)
    gains: list[tuple[float, int, int]] = []
    for index in range(len(widths)):
        for step in range(1, min(_MAX_STEP_CHARS, int(room)) + 1):
            wider = [width + step * (i == index) for i, width in enumerate(widths)]
            gain = (now - _height(wider, cells)) / step
            if gain > 0:
                gains.append((gain, -index, step))
    if not gains:
        return None
    _, negative, step = max(gains)
    return -negative, step


_LINE_WEIGHT = 0.1
"""A line saved in a cell that is not its row's highest counts this much: it may become so."""


def _height(widths: list[float], cells: list[list[tuple[float, ...]]]) -> float:
    """Lines of all rows together, with a little for the lines of every cell."""
    total = 0.0
    for row in zip(*cells, strict=True):
        lines = [
            sum(max(1, math.ceil(need / width)) for need in needs)
            for needs, width in zip(row, widths, strict=True)
        ]
        total += max(lines) + _LINE_WEIGHT * sum(lines)
    return total
