"""How many items a list in a sentence may have: every way to read it, so that doubt is silent."""

import re
from dataclasses import dataclass

_ENCLOSED = re.compile("(?<=“)[^“”]*(?=”)|(?<=《)[^《》]*(?=》)|(?<=（)[^（）]*(?=）)")
_SENTENCE = re.compile("[^。！？\n]*")
_BETWEEN = "|(?<=[”》])(?=[“《])"
JOINED = re.compile("[和与及]")
"""What may join the last two items of a list, or stand within one."""
_OPEN = re.compile("等(?=[，。；]|$|[\u4e00-\u9fff]{2})")


@dataclass(frozen=True, slots=True)
class ItemCount:
    """What a list comes to: the number that is reported, and every number it may be read as.

    Where it `is_counting`, its items have figures, and may be parts of a sum rather than items.
    """

    shown: int
    possible: frozenset[int]
    is_counting: bool = False


def masked(text: str) -> str:
    """The text with what stands in quotes, 《》 and （） blacked out: its marks part nothing."""
    return _ENCLOSED.sub(lambda match: "■" * len(match[0]), text)


def count_listed(text: str, key: str, *, is_named: bool) -> ItemCount | None:
    """How many items the list at the beginning of a text has, None where that is not certain.

    `key` is the word of the claim that its items may share: 带头 of 五带头. `is_named` says that
    the words before (即, 包括) leave no doubt that a list follows.
    """
    sentence = _sentence(text, key)
    return _count_keyed(sentence, key) or _count_parted(masked(sentence), is_named=is_named)


def _sentence(text: str, key: str) -> str:
    """The first sentence, and those after it that begin with the key."""
    match = _SENTENCE.match(text)
    assert match is not None
    end = match.end()
    while text.startswith(f"。{key}", end):
        match = _SENTENCE.match(text, end + 1)
        assert match is not None
        end = match.end()
    return text[:end]


def _count_keyed(sentence: str, key: str) -> ItemCount | None:
    """带头A、带头B、带头C: items that all begin with, or all hold, the key."""
    segments = [part for part in re.split("[、，；。]", sentence) if part]
    holding = [key in part for part in segments]
    if segments and segments[0].startswith(key):
        number = sum(part.startswith(key) for part in segments)
    elif sum(holding) and all(holding[: sum(holding)]):
        number = sum(holding)
    else:
        return None
    # An item may hold the key twice: 回访信访人 is one 访, 县乡村三级联动 may be several.
    most = sum(part.count(key) for part in segments) if not segments[0].startswith(key) else number
    numbers = frozenset({number, most, *_items(sentence)})
    return ItemCount(number, numbers) if most > 1 else None


def _items(sentence: str) -> set[int]:
    return {sentence.count("；") + 1} if "；" in sentence else set()


def _count_parted(sentence: str, *, is_named: bool) -> ItemCount | None:
    """Items parted by ； or by 、, as far as the sentence holds nothing but them."""
    clause = re.split("[，；]", sentence)[0]
    if _OPEN.search(sentence):
        return None
    if "；" in sentence:
        return _count(sentence, "；", ("[；，]", "[；，、]"))
    if clause == sentence or is_named:
        return _count(clause, f"、{_BETWEEN}", ("、",))
    return None


def _count(text: str, mark: str, others: tuple[str, ...]) -> ItemCount | None:
    parts = re.split(mark, text)
    if len(parts) == 1:
        return None
    joined = len(JOINED.findall(parts[-1]))
    shown = len(parts) + (joined if mark != "；" else 0)
    numbers = {len(parts), shown, *(len(re.split(other, text)) for other in others)}
    return ItemCount(shown, frozenset(numbers), any(char.isdigit() for char in text))
