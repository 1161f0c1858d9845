"""Paragraphs in the order of reading -> the looks and rules of a `Seen`."""

from collections import Counter
from dataclasses import dataclass, replace

from pipeline.inspect.seen import Look, RuleLine, Span
from pipeline.inspect.word.edges import line_edges, signed_lines
from pipeline.inspect.word.paragraph import PlacedLine, SeenParagraph, Story, leading_blanks, to_mm
from pipeline.inspect.word.runs import BREAK, Run, cut_end, cut_start
from pipeline.model.faces import role_of_face
from pipeline.model.standard import PROFILES

_LINE_TOLERANCE = 0.15
"""An empty paragraph whose height differs this little from the body's pitch is one line."""
_HEAD_TOLERANCE = 0.05
_DEFAULT_PITCH_PT = PROFILES["office"].page.line_pitch_pt
_BODY_TEXT_LEVEL = 10


@dataclass(slots=True)
class _Gap:
    """What has gathered since the last words in one place."""

    is_head: bool = True
    is_new_page: bool = False
    lines: int = 0
    height_pt: float = 0.0
    after_pt: float = 0.0
    style_name: str | None = None
    line_pt: float = 0.0
    has_words: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """The looks of a story, the paragraph of each, its rules, and the pitch of its body."""

    looks: tuple[Look, ...]
    paragraphs: tuple[SeenParagraph, ...]
    lines: tuple[RuleLine, ...]
    pitch_pt: float


def show(story: Story) -> Shown:
    """What is seen of a story."""
    pitch = _body_pitch_pt(story)
    looks: list[Look] = []
    paragraphs: list[SeenParagraph] = []
    lines: list[RuleLine] = []
    gaps: dict[int, _Gap] = {}
    for item in story.items:
        gap = gaps.setdefault(item.place.group, _Gap())
        if isinstance(item, PlacedLine):
            lines.append(_rule_line(item, len(looks) - 1))
            _pass_rule(item, gap)
            continue
        _add_space(item, gap)
        if item.text.strip():
            for part in signed_lines(item):
                above = paragraphs[-1].place.group if paragraphs else item.place.group
                look = _look(part, gap, pitch)
                # How far apart what stands in different frames is, only Word knows.
                looks.append(look if above == item.place.group else replace(look, gap_lines=None))
                paragraphs.append(part)
                _pass_words(item, gap)
        elif item.has_picture:
            _pass_words(item, gap)
        else:
            _pass_blank(item, gap, pitch)
    return Shown(tuple(looks), tuple(paragraphs), tuple(lines), pitch)


def _body_pitch_pt(story: Story) -> float:
    """The pitch of most characters outside tables and frames."""
    counts: Counter[float] = Counter()
    for item in story.items:
        if isinstance(item, SeenParagraph) and not (item.place.in_table or item.place.is_framed):
            counts[round(item.pitch_pt, 2)] += len(item.text.strip())
    pitch, most = counts.most_common(1)[0] if counts else (0.0, 0)
    return pitch if most and pitch > 0 else _DEFAULT_PITCH_PT


# --- what stands between words ---------------------------------------------------------------


def _add_space(paragraph: SeenParagraph, gap: _Gap) -> None:
    """The larger of the space behind the last paragraph and before this one, as Word has it."""
    if paragraph.starts_page:
        gap.is_head, gap.is_new_page = True, True
        gap.lines, gap.height_pt, gap.after_pt, gap.style_name = 0, 0.0, 0.0, None
    is_alike = gap.style_name == paragraph.style_name and paragraph.said.get("is_contextual", False)
    before = 0.0 if is_alike else paragraph.gap_pt("before")
    after = 0.0 if is_alike else gap.after_pt
    if paragraph.place.in_table:
        return
    adds = paragraph.settings.adds_gaps
    gap.height_pt += before + after if adds else max(before, after)


def _pass_blank(paragraph: SeenParagraph, gap: _Gap, pitch: float) -> None:
    if paragraph.place.in_table:
        return
    height = paragraph.pitch_pt
    if abs(height / pitch - 1) <= _LINE_TOLERANCE:
        gap.lines += 1
    else:
        gap.height_pt += height
    _remember(paragraph, gap, has_words=False)


def _pass_words(paragraph: SeenParagraph, gap: _Gap) -> None:
    gap.is_head, gap.is_new_page = False, False
    gap.lines, gap.height_pt = 0, 0.0
    _remember(paragraph, gap, has_words=True)


def _remember(paragraph: SeenParagraph, gap: _Gap, *, has_words: bool) -> None:
    gap.after_pt = 0.0 if paragraph.place.in_table else paragraph.gap_pt("after")
    gap.style_name = paragraph.style_name
    gap.line_pt, gap.has_words = paragraph.pitch_pt, has_words


def _pass_rule(rule: PlacedLine, gap: _Gap) -> None:
    """What stands above the next words is now the rule, and not the words before it."""
    offset = rule.line.offset_pt
    below = 0.0 if offset is None else gap.line_pt - offset
    if rule.is_of_table:
        gap.after_pt = 0.0
    gap.lines = 0
    gap.height_pt = min(0.0, below) if gap.has_words else max(0.0, below)
    gap.is_head = False


def _gap_lines(gap: _Gap, pitch: float) -> float | None:
    lines = round(gap.lines + gap.height_pt / pitch, 2)
    return None if gap.is_head and lines < _HEAD_TOLERANCE else max(0.0, lines)


# --- looks -----------------------------------------------------------------------------------


def _look(paragraph: SeenParagraph, gap: _Gap, pitch: float) -> Look:
    whole = paragraph.text
    blanks = leading_blanks(whole)
    text = whole.strip()
    start = whole.index(text)
    runs = cut_end(cut_start(list(paragraph.runs), start), len(whole) - start - len(text))
    edges = line_edges(paragraph)
    place, char = paragraph.place, paragraph.char_pt
    offset = place.offset_pt / char
    outside = (paragraph.section.text_width_pt - place.offset_pt - place.width_pt) / char
    outline = paragraph.said.get("outline")
    return Look(
        text=text.replace(BREAK, ""),
        spans=_spans(runs),
        align=paragraph.said.get("align", "justify"),
        first_chars=round(edges.first_chars + offset, 2),
        left_chars=None if edges.left_chars is None else round(edges.left_chars + offset, 2),
        right_chars=round(edges.right_chars + outside, 2),
        gap_lines=_gap_lines(gap, pitch),
        pitch_pt=round(paragraph.pitch_pt, 2),
        number=paragraph.number,
        typed_lines=tuple(line for part in text.split(BREAK) if (line := part.strip())),
        typed_blanks=blanks,
        starts_page=gap.is_new_page,
        in_table=place.in_table,
        is_framed=place.is_framed,
        style_name=paragraph.style_name,
        outline=outline if outline and outline < _BODY_TEXT_LEVEL else None,
        is_turned=paragraph.section.is_landscape,
    )


def _spans(runs: list[Run]) -> tuple[Span, ...]:
    """Runs as spans; those that are set alike become one."""
    spans: list[Span] = []
    for run in runs:
        text = run.text.replace(BREAK, "")
        if not text:
            continue
        look = (run.east_asia, run.size_pt, run.color, run.is_bold)
        if spans and look == (
            spans[-1].font_name,
            spans[-1].size_pt,
            spans[-1].color,
            spans[-1].is_bold,
        ):
            text = spans.pop().text + text
        spans.append(
            Span(text, role_of_face(run.east_asia), run.east_asia, *look[1:3], is_bold=run.is_bold)
        )
    return tuple(spans)


def _rule_line(rule: PlacedLine, after: int) -> RuleLine:
    line = rule.line
    return RuleLine(
        after=after,
        width_mm=round(to_mm(line.width_pt), 2),
        weight_mm=round(to_mm(line.weight_pt), 3),
        color=line.color,
    )
