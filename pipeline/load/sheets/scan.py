"""A part of XML, element by element: no tree of it is ever in memory. With `package`, all of XML.

The only module here that imports lxml.
"""

from typing import Any, Protocol

from lxml import etree

from pipeline.load.sheets.package import damaged, too_large

MAX_ELEMENTS = 1_500_000
"""A sheet of 200,000 cells, each with a formula, has 600,000."""


_CHUNK_BYTES = 100_000
"""libxml2 takes no more than ten megabytes at once."""


class Handler(Protocol):
    """What takes the elements of a part; names come without their namespace."""

    def begin(self, name: str, attributes: dict[str, str]) -> None: ...

    def text(self, text: str) -> None: ...

    def finish(self, name: str) -> None: ...


def scan(part: str, data: bytes, handler: Handler) -> None:
    """Hand every element of a part to `handler`, in its order; raises `RefusedError`."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise damaged(f"{part} 不是 UTF-8", f"{part} is not in UTF-8")
    target: Any = _Target(part, handler)  # lxml's stubs would have it take bytes too
    parser = etree.XMLParser(
        target=target,
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for start in range(0, len(data), _CHUNK_BYTES):
            parser.feed(data[start : start + _CHUNK_BYTES])
        parser.close()
    except etree.XMLSyntaxError as error:
        raise damaged(f"{part} 的 XML 坏了", f"the XML of {part} is broken") from error


class _Target:
    """lxml's end of `scan`: only elements of the root's own namespace are handed on."""

    def __init__(self, part: str, handler: Handler) -> None:
        self._part = part
        self._handler = handler
        self._namespace = ""
        self._count = 0

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        # A document type can hold entities that unfold to gigabytes; Excel never writes one.
        del name, public, system
        raise damaged(f"{self._part} 里有 DOCTYPE 声明", f"there is a DOCTYPE in {self._part}")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MAX_ELEMENTS:
            zh, en = f"{self._part} 里的单元格太多", f"too many cells in {self._part}"
            raise too_large(zh, en, f"{MAX_ELEMENTS:,}")
        namespace, _, name = tag.rpartition("}")
        if self._count == 1:
            self._namespace = namespace
        if namespace == self._namespace:
            self._handler.begin(name, attributes)

    def data(self, text: str) -> None:
        self._handler.text(text)

    def end(self, tag: str) -> None:
        namespace, _, name = tag.rpartition("}")
        if namespace == self._namespace:
            self._handler.finish(name)

    def close(self) -> None:
        pass
