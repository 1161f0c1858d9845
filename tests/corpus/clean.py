"""Documents that keep the standard, on which no error may be found: ours and those of others."""

import random
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.inspect.office import convert_all, find_office
from pipeline.model.document import Block, Heading, Paragraph, Remark, Text
from pipeline.rules import Medium
from pipeline.tasks.build import Options, build_all
from tests.corpus.bases import (
    ANNEXES,
    BASE_NAMES,
    DIGITS,
    FIRST,
    LEAD,
    LONG,
    MARKS,
    OFFICIAL,
    PLAIN,
    PLANNED,
    base_pdf,
    base_word,
    photograph,
    seal_picture,
    template_of,
)
from tests.corpus.draft import draft_of, make_both
from tests.corpus.plain_docx import PLAIN_DOCX
from tests.samples import SHIPPED

PAGES = (1, 2, 8, 30)
PROFILES = ("office", "gbt33476")


@dataclass(frozen=True, slots=True)
class Clean:
    """A sound document; `source` says what made it."""

    name: str
    source: str
    medium: Medium
    data: bytes


def quick_set() -> Iterator[Clean]:
    """The documents that defects are planted in, and those of python-docx."""
    for name in BASE_NAMES:
        yield Clean(name, "banxin", Medium.WORD, base_word(name))
        yield Clean(name, "banxin", Medium.PDF, base_pdf(name))
    for name, make in PLAIN_DOCX.items():
        yield Clean(name, "python-docx", Medium.WORD, make())


def whole_set() -> Iterator[Clean]:
    """Every sound document; it takes LibreOffice and a minute or two."""
    ours = [*quick_set(), *long_documents(), *_rich_documents(), *_shipped_documents()]
    yield from ours
    # Its frames stand at the foot of the page, its floating tables do not (7.4).
    words = [
        one for one in ours if one.medium is Medium.WORD and one.name != "python-docx-official"
    ]
    for one, data in zip(words, convert_all([one.data for one in words]), strict=True):
        yield Clean(one.name, "LibreOffice", Medium.PDF, data)
    for one, data in zip(words, _resave(words), strict=True):
        yield Clean(one.name, "LibreOffice", Medium.WORD, data)


def _resave(documents: Sequence[Clean]) -> Iterator[bytes]:
    """Each .docx as LibreOffice saves it again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "saved").mkdir()
        sources = [folder / f"{number}.docx" for number in range(len(documents))]
        for source, one in zip(sources, documents, strict=True):
            source.write_bytes(one.data)
        command = [find_office(), f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        command += ["--headless", "--convert-to", "docx", "--outdir", str(folder / "saved")]
        run = [*command, *map(str, sources)]
        subprocess.run(run, check=True, capture_output=True, timeout=600)
        for source in sources:
            yield (folder / "saved" / source.name).read_bytes()


# --- long ones, of each template and profile -------------------------------------------------

_PARTS = ("基本情况", "突出特点", "取得成效")
_SECTIONS = (
    "加强组织领导",
    "突出活动主题",
    "狠抓工作落实",
    "注重宣传引导",
    "强化督促检查",
    "健全长效机制",
)
_PARAGRAPHS_PER_PAGE = 3.15
_TITLES = {
    False: "青禾县图书馆全民阅读周活动总结",
    True: "青禾县图书馆关于阅读周活动开展情况的报告",
}


def long_documents() -> Iterator[Clean]:
    """Both templates in both profiles, of about one page to thirty."""
    for official in (False, True):
        for profile in PROFILES:
            for pages in PAGES:
                fields = _fields(pages, official=official)
                draft = draft_of(fields, template_of(official=official, profile=profile))
                if pages == 1:
                    draft = draft.with_blocks(_cut_to_a_page)
                name = f"{'official' if official else 'plain'}-{profile}-{pages}"
                yield from _both(name, *make_both(draft))


def _both(name: str, word: bytes, pdf: bytes) -> Iterator[Clean]:
    yield Clean(name, "banxin", Medium.WORD, word)
    yield Clean(name, "banxin", Medium.PDF, pdf)


def _fields(pages: int, *, official: bool) -> dict[str, Any]:
    """An input that takes about so many pages."""
    texts = _paragraphs(pages)
    # The letterhead takes half a page, as do headings and the last page's rest.
    total = round((pages - (1 if official else 0.5)) * _PARAGRAPHS_PER_PAGE)
    sections = _SECTIONS[:pages]
    places = len(_PARTS) + len(sections)
    shares = [
        [next(texts) for _ in range(max(1, total // places + (i < total % places)))]
        for i in range(places)
    ]
    fields = {**(OFFICIAL if official else PLAIN), "标题": _TITLES[official]}
    fields |= dict(zip(_PARTS, shares, strict=False))
    fields["主要做法"] = [
        {"小标题": section, "段落": share}
        for section, share in zip(sections, shares[len(_PARTS) :], strict=True)
    ]
    return fields


def _cut_to_a_page(blocks: list[Block]) -> None:
    """Leave out the headings and all but one paragraph, which a letterhead leaves room for.

    An input always has four parts, so that such a document cannot come from one.
    """
    first = next(i for i, block in enumerate(blocks) if isinstance(block, Paragraph))
    blocks[first] = Paragraph((Text(PLANNED),))
    is_dropped = (Heading, Paragraph, Remark)
    blocks[first + 1 :] = [b for b in blocks[first + 1 :] if not isinstance(b, is_dropped)]


def _paragraphs(pages: int) -> Iterator[str]:
    """Paragraphs of three to five sentences, the same for the same number of pages."""
    pool = [text for words in (LONG, DIGITS, PLANNED, FIRST, LEAD) for text in _sentences(words)]
    chance = random.Random(pages)
    while True:
        yield "".join(chance.choice(pool) for _ in range(chance.randint(2, 4)))


def _sentences(words: str) -> list[str]:
    return [f"{sentence}。" for sentence in words.split("。") if sentence]


# --- with everything, and the shipped inputs -------------------------------------------------


def _rich_documents() -> Iterator[Clean]:
    """Signers, every mark of the letterhead, a seal, long tables, pictures; in both profiles."""
    rows = [[str(n), f"第{n}乡镇", str(n * 3), str(n * 120)] for n in range(1, 46)]
    table = {**ANNEXES[1], "表格": {**ANNEXES[1]["表格"], "行": rows}}
    pictures = [{"文件": "照片.png", "说明": f"活动现场之{n}"} for n in ("一", "二", "三")]
    annexes = [ANNEXES[0], table, {"名称": "活动图片", "图片": pictures}]
    everything = {**OFFICIAL, **MARKS, "附件": annexes, "印章": "印章.png"}
    everything["签发人"] = ["李建国", "王小明", "欧阳文"]
    images = {"照片.png": photograph(), "印章.png": seal_picture()}
    for profile in PROFILES:
        rich = draft_of(everything, template_of(official=True, profile=profile), images)
        yield from _both(f"rich-{profile}", *make_both(rich))
        summary = {**PLAIN, "附件": annexes, "署名位置": "题下"}
        plain = draft_of(summary, template_of(official=False, profile=profile), images)
        yield from _both(f"rich-plain-{profile}", *make_both(plain))


def _shipped_documents() -> Iterator[Clean]:
    with tempfile.TemporaryDirectory() as folder:
        for outcome in build_all(SHIPPED, Options(Path(folder))):
            assert not outcome.is_failed, outcome.diagnostics
            word, pdf = outcome.files[:2]
            yield from _both(outcome.path.stem, word.read_bytes(), pdf.read_bytes())
