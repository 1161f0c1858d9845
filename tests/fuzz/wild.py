"""Values that no author types, and bytes flipped, lost and doubled."""

from random import Random

NUMBERS = (
    *("", "0", "-1", "1", "00", "-0", "+5", " 7 ", "1.5", "1e9", "1e999", "-1e999", "NaN", "inf"),
    *("2147483647", "-2147483648", "4294967296", "99999999999999999999", "9" * 400, "-" + "9" * 40),
    *("0x10", "٣", "１２", "①", "½", "²", "1,000", "1_000", "true", "false", "auto", "half", "—"),
)

TEXTS = (
    *("", " ", "\t", "\u3000", "一、", "（一）", "1.", "（1）", "附件：", "附件1", "此页无正文"),
    *(
        "关于",
        "〔2026〕8号",
        "机密★1年",
        "特急",
        "2026年8月1日",
        "2026年08月01日",
        "抄送：",
        "：",
        "——",
    ),
    *(
        "……",
        "“",
        "”",
        "《",
        "》",
        "\u200b",
        "\ufeff",
        "\u202e",
        "\U00020000",
        "👩‍👩‍👧",
        "e\u0301",
        "\ufffd",
    ),
    *("签发人：", "000001", "（联系人：甲）", "字" * 3000, "a" * 3000, "一" * 40 + "、", "(" * 200),
)


def spoil_bytes(random: Random, data: bytes) -> bytes:
    """Some bytes changed, a stretch lost, doubled or filled with one byte, or the end cut."""
    spoilt = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 4, 16))):
        if not spoilt:
            break
        start = random.randrange(len(spoilt))
        end = min(len(spoilt), start + random.choice((1, 2, 8, 64, 1000)))
        match random.randrange(7):
            case 0 | 1:
                spoilt[start] = random.randrange(256)
            case 2:
                spoilt[start] ^= 1 << random.randrange(8)
            case 3:
                del spoilt[start:end]
            case 4:
                at = random.randrange(len(spoilt))
                spoilt[at:at] = spoilt[start:end]
            case 5:
                spoilt[start:end] = bytes([random.choice((0, 10, 32, 60, 255))]) * (end - start)
            case _:
                if random.random() < 0.2:
                    del spoilt[start:]
    return bytes(spoilt)
