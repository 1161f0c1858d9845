"""Face, size and colour of every element (5.2.2, 5.2.4 and the clause of each element)."""

from collections.abc import Iterator

from pipeline.inspect.finding import Finding, Said, find, pt, spot_of
from pipeline.inspect.judge.case import Case, blame
from pipeline.inspect.outline import HEADINGS, ElementRole, SeenPart
from pipeline.inspect.roles import is_red
from pipeline.inspect.seen import Span
from pipeline.inspect.wordings import SENTENCE_END, SIGNER, count_han, split_signer
from pipeline.model.faces import is_of_another_class
from pipeline.model.standard import WORD_FONTS, ParagraphStyle

_RULES: dict[ElementRole, tuple[str, str, str]] = {
    # role: its style in the table of measures, the rule of its face, the rule of its size
    ElementRole.COPY_NUMBER: ("copy_number", "", "P07-size"),
    ElementRole.CLASSIFICATION: ("classification", "H02-font", "H02-font"),
    ElementRole.URGENCY: ("classification", "H03-font", "H03-font"),
    ElementRole.ISSUER_MARK: ("issuer_mark", "H04-font", ""),
    ElementRole.DOCUMENT_NUMBER: ("document_number", "P07-font", "P07-size"),
    ElementRole.TITLE: ("title", "B01-font", "B01-size"),
    ElementRole.ADDRESSEE: ("addressee", "P07-font", "P07-size"),
    **{role: (role.value, "B06-font", "B06-size") for role in HEADINGS},
    ElementRole.BODY: ("body", "P07-font", "P07-size"),
    ElementRole.ATTACHMENT_NOTE: ("attachment_note", "P07-font", "P07-size"),
    ElementRole.SIGNATURE: ("signature", "P07-font", "P07-size"),
    ElementRole.DATE: ("date", "P07-font", "P07-size"),
    ElementRole.REMARK: ("remark", "P07-font", "P07-size"),
    ElementRole.ANNEX_MARK: ("annex_mark", "B15-font", "B15-font"),
    ElementRole.ANNEX_TITLE: ("annex_title", "B01-font", "B01-size"),
    ElementRole.COPIED_TO: ("copied_to", "F03-font", "F03-font"),
    ElementRole.PRINTING: ("printing", "F04-font", "F04-font"),
}

_SIZE_TOLERANCE_PT = 0.3  # B01, N01
_STRAY_HAN = 3
"""So few 汉字 in another face are a rare name's, which the PDF's own face may lack."""


def judge_faces(case: Case) -> Iterator[Finding]:
    """Each element in its face, its size and in black; unknown faces are reported once each."""
    unknown: set[str] = set()
    for part in case.outline.parts:
        yield from _judge_color(case, part)
        if part.role in _RULES:
            yield from _judge_part(case, part)
        for span in part.look.spans:
            is_known = span.font is not None or is_of_another_class(span.font_name)
            is_news = not is_known and span.font_name not in unknown
            if is_news and count_han(span.text) > 0:
                unknown.add(span.font_name)
                yield find(
                    "X03-font", spot_of(part.look), _name(span.font_name), _name("仿宋_GB2312")
                )


def _name(text: str) -> Said:
    return Said(text or "（没有名称）", text or "(no name)")


def _judge_part(case: Case, part: SeenPart) -> Iterator[Finding]:
    key, face_rule, size_rule = _RULES[part.role]
    head, rest = _split(part)
    if part.role is ElementRole.DOCUMENT_NUMBER or part.role is ElementRole.SIGNER:
        head, names = _split_signer(part)
        yield from _judge_signer(case, part, names)
    yield from _judge_spans(case.measures.styles[key], part, head, (face_rule, size_rule))
    yield from _judge_spans(case.measures.styles["body"], part, rest, ("P07-font", "P07-size"))


def _split(part: SeenPart) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans of a heading and of the text that runs on behind it in the same paragraph."""
    spans = part.look.spans
    if part.role not in HEADINGS:
        return spans, ()
    end = SENTENCE_END.search(part.look.text)
    if end is None or end.end() >= len(part.look.text.rstrip()):
        return spans, ()
    return _cut(spans, end.end())


def _cut(spans: tuple[Span, ...], place: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    head: list[Span] = []
    rest: list[Span] = []
    for span in spans:
        keep = max(0, min(len(span.text), place))
        place -= keep
        pieces = ((head, span.text[:keep]), (rest, span.text[keep:]))
        for kept, text in pieces:
            if text:
                kept.append(
                    Span(text, span.font, span.font_name, span.size_pt, span.color, span.is_bold)
                )
    return tuple(head), tuple(rest)


def _judge_spans(
    style: ParagraphStyle, part: SeenPart, spans: tuple[Span, ...], rules: tuple[str, str]
) -> Iterator[Finding]:
    face_rule, size_rule = rules
    wrong = [span for span in spans if _is_wrong(span, style)]
    wrong = [span for span in wrong if count_han(span.text)]
    total = sum(count_han(span.text) for span in spans)
    strays = sum(count_han(span.text) for span in wrong)
    if face_rule and wrong and (strays > _STRAY_HAN or strays * 2 > total):
        found = _face_words(wrong[0])
        if wrong[0] is not spans[0]:
            found += f"“{_short(wrong[0].text)}”"
        name = WORD_FONTS[style.font]
        wanted = name if name == style.font else f"{style.font}（{name}）"
        yield blame(face_rule, part, Said(found, found), Said(wanted, wanted))
    sizes = [s for s in spans if abs(s.size_pt - style.size_pt) > _SIZE_TOLERANCE_PT]
    misfit = next((span for span in sizes if len(span.text.strip()) > 1), None)
    if size_rule and misfit is not None:
        yield blame(size_rule, part, pt(round(misfit.size_pt, 1)), pt(style.size_pt))


def _is_wrong(span: Span, style: ParagraphStyle) -> bool:
    if span.font is None:
        return is_of_another_class(span.font_name)
    return span.font is not style.font


def _face_words(span: Span) -> str:
    """The class of a face and its name, which may be the same."""
    is_same = span.font is None or str(span.font) == span.font_name
    return span.font_name if is_same else f"{span.font}（{span.font_name}）"


_SHOWN = 8


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _judge_color(case: Case, part: SeenPart) -> Iterator[Finding]:
    if part.role is ElementRole.ISSUER_MARK:
        return
    key = _RULES[part.role][0] if part.role in _RULES else "body"
    wanted = case.measures.styles[key].color
    for span in part.look.spans:
        if (
            part.role in (ElementRole.TABLE, ElementRole.OTHER)
            and is_red(span.color)
            and span.size_pt >= _MARK_PT
        ):
            continue  # a mark whose letterhead was not recognised
        if span.text.strip() and span.color != wanted and not _is_black(span.color):
            found = f"{span.color}“{_short(span.text)}”"
            yield blame("P09-black", part, Said(found, found), Said(wanted, wanted))
            return


_MARK_PT = 21.5
_DARK = 0x30
"""A channel up to here still looks black in print."""


def _is_black(color: str) -> bool:
    return all(int(color[place : place + 2], 16) <= _DARK for place in (0, 2, 4))


# --- the signer's name (7.2.6) ---------------------------------------------------------------


def _split_signer(part: SeenPart) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans up to the signers' names, and those of the names."""
    text = part.look.text
    found = SIGNER.search(text)
    number, signer = split_signer(text)
    names = found.end() if found else len(text) if not signer else text.index(signer, len(number))
    return _cut(part.look.spans, names)


def _judge_signer(case: Case, part: SeenPart, names: tuple[Span, ...]) -> Iterator[Finding]:
    kaiti = case.measures.styles["byline"].font
    wrong = [s for s in names if count_han(s.text) and s.font not in (None, kaiti)]
    if case.is_pdf and any(count_han(s.text) and s.font is kaiti for s in names):
        # One 汉字 of a name is a rare one, which the PDF's own 楷体 may lack.
        wrong = [s for s in wrong if count_han(s.text) > 1]
    if wrong:
        found = f"{wrong[0].font}“{_short(wrong[0].text)}”"
        yield blame("H07-font", part, Said(found, found), Said(str(kaiti), str(kaiti)))
