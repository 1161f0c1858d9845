"""A .pdf spoilt: in its bytes, in its objects, in the operators of a page."""

import io
import re
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from tests.fuzz.wild import spoil_bytes

_NUMBERS = (0, -1, 1, 7, 255, 65_536, 2**31 - 1, -(2**31), 10**15, 0.001, -0.5, 1e10, 1e38)
_OPERATORS = (
    *(
        b"q",
        b"Q",
        b"BT",
        b"ET",
        b"cm",
        b"Tf",
        b"Td",
        b"Tm",
        b"Tj",
        b"TJ",
        b"T*",
        b"Do",
        b"re",
        b"f",
    ),
    *(
        b"S",
        b"n",
        b"W",
        b"m",
        b"l",
        b"c",
        b"h",
        b"rg",
        b"RG",
        b"g",
        b"k",
        b"w",
        b"gs",
        b"sh",
        b"cs",
    ),
    *(b"BI", b"ID", b"EI", b"BMC", b"EMC", b"BDC", b"Tc", b"Tw", b"Tz", b"Ts", b"Tr", b"d", b"'"),
)
_TOKEN = re.compile(rb"[-+]?\d*\.?\d+|/[^\s/\[\]<>()]+|[A-Za-z*']+|<[0-9A-Fa-f]*>|\([^)]*\)")


def spoil_pdf(random: Random, data: bytes) -> bytes:
    """One .pdf made of another."""
    if random.random() < 0.25:
        return spoil_bytes(random, data)
    with Pdf.open(io.BytesIO(data)) as pdf:
        for _ in range(random.choice((1, 2, 4, 12))):
            if random.random() < 0.5:
                _spoil_object(random, pdf)
            else:
                _spoil_page(random, pdf)
        buffer = io.BytesIO()
        try:
            pdf.save(buffer, static_id=True, fix_metadata_version=False)
        except (pikepdf.PdfError, RuntimeError, ValueError, TypeError):
            return spoil_bytes(random, data)  # spoilt so far that it cannot be written
        return buffer.getvalue()


def _spoil_object(random: Random, pdf: Pdf) -> None:
    """Another value in a dictionary or a list, or one less."""
    holders = [item for item in pdf.objects if isinstance(item, (Dictionary, Stream, Array))]
    holder = random.choice(holders)
    # A picture of what it holds: stepping down now and then reaches what has no number.
    for _ in range(random.randrange(3)):
        inner = [item for item in _values(holder) if isinstance(item, (Dictionary, Array))]
        holder = random.choice(inner) if inner else holder
    if isinstance(holder, Array):
        if len(holder):
            holder[random.randrange(len(holder))] = _value(random, holders)
        return
    keys = list(holder.keys())
    if not keys:
        return
    key = random.choice(keys)
    if key == "/Length" or (key == "/Root" and random.random() < 0.9):
        return
    if random.random() < 0.25:
        del holder[key]
    else:
        holder[key] = _value(random, holders)


def _values(holder: Object) -> list[Object]:
    if isinstance(holder, Array):
        return list(holder)
    return [holder[key] for key in holder.keys()]  # noqa: SIM118 # a Dictionary is no mapping


def _value(random: Random, holders: list[Object]) -> object:
    match random.randrange(8):
        case 0 | 1:
            return random.choice(_NUMBERS)
        case 2:
            return Name("/" + random.choice(("Font", "Page", "Pages", "Identity-H", "X", "Type0")))
        case 3:
            return String(random.choice(("", "甲", "a" * 500)))
        case 4:
            return Array([random.choice(_NUMBERS) for _ in range(random.randrange(8))])
        case 5:
            return random.random() < 0.5
        case _:
            return random.choice(holders)  # another object, or the one that holds it: a ring


def _spoil_page(random: Random, pdf: Pdf) -> None:
    """The content of a page or of another stream, by its bytes or by its tokens."""
    streams = [item for item in pdf.objects if isinstance(item, Stream)]
    if not streams:
        return
    stream = random.choice(streams)
    try:
        content = stream.read_bytes()
    except (pikepdf.PdfError, ValueError):
        return
    is_text = b"Tj" in content or b"TJ" in content or b"beginbf" in content
    stream.write(_spoil_tokens(random, content) if is_text else spoil_bytes(random, content))


def _spoil_tokens(random: Random, content: bytes) -> bytes:
    spans = [match.span() for match in _TOKEN.finditer(content)]
    for start, end in sorted(random.sample(spans, min(len(spans), 8)), reverse=True):
        token = content[start:end]
        if token[:1].isalpha():
            new = random.choice((b"", token + b" " + token, random.choice(_OPERATORS)))
        elif token[:1] in b"<(":
            new = random.choice((b"<>", b"<0>", b"()", token + token, b"<" + b"FFFF" * 300 + b">"))
        else:
            new = random.choice((b"", str(random.choice(_NUMBERS)).encode(), b"/X", b"[ ]"))
        content = content[:start] + new + content[end:]
    return content
