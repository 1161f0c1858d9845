"""A YAML input spoilt: in its bytes, its lines, its marks, its characters."""

from random import Random

from tests.fuzz.wild import NUMBERS, TEXTS, spoil_bytes

_MARKS = (
    *(":", ": ", "：", "-", "- ", "|", ">", "|-", "&a ", "*a", "!!python/object:os.system ", "!x "),
    *(
        "{",
        "}",
        "[",
        "]",
        ",",
        "，",
        '"',
        "'",
        "“",
        "#",
        " #",
        "%YAML 1.2\n",
        "---\n",
        "...\n",
        "? ",
    ),
    *(
        "\t",
        "\n",
        "\r",
        "\r\n",
        "\x00",
        "\x85",
        "\u2028",
        "\ufeff",
        "\ud800",
        "【",
        "】",
        "【【",
        "{{",
    ),
    *("<<: *a\n", "@", "`", "~", "null", "\\", "{%", "\n  ", "\n- ", "\n标题: ", "\n数据:\n"),
)
_ENCODINGS = ("gb18030", "utf-16", "utf-16-be", "utf-32", "utf-8-sig", "big5", "shift_jis")


def spoil_text(random: Random, data: bytes) -> bytes:
    """One input made of another."""
    kind = random.random()
    if kind < 0.15:
        return spoil_bytes(random, data)
    text = data.decode()
    for _ in range(random.choice((1, 2, 4, 12))):
        text = _spoil_lines(random, text) if random.random() < 0.5 else _spoil_marks(random, text)
    if kind < 0.25:
        return text.encode(random.choice(_ENCODINGS), "ignore")
    return text.encode("utf-8", "surrogatepass")


def _spoil_lines(random: Random, text: str) -> str:
    lines = text.split("\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    match random.randrange(6):
        case 0:
            del lines[one]
        case 1:
            lines[one:one] = [lines[other]] * random.choice((1, 1, 2, 50))
        case 2:
            lines[one], lines[other] = lines[other], lines[one]
        case 3:
            lines[one] = " " * random.randrange(8) + lines[one].lstrip()
        case 4:
            lines[one] = random.choice(("\t", "　", "- ", "# ")) + lines[one]
        case _:
            lines[one : one + 2] = ["".join(lines[one : one + 2])]
    return "\n".join(lines)


def _spoil_marks(random: Random, text: str) -> str:
    """A mark put in or in the place of another, or a value that nobody types."""
    if not text:
        return random.choice(_MARKS)
    start = random.randrange(len(text))
    marks = [at for at, char in enumerate(text) if char in ":-|[]{}，：【】\"'"]
    if marks and random.random() < 0.5:
        start = random.choice(marks)
    end = start + random.choice((0, 0, 1, 1, 5, 200))
    new = random.choice((*_MARKS, *_MARKS, *NUMBERS, *TEXTS, "[" * 300, "{a: " * 100))
    return text[:start] + new + text[end:]
