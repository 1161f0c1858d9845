"""A document and the template that it is set with, to be changed and then made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pipeline.compose.compose import compose
from pipeline.compose.fit import fit_paragraphs
from pipeline.model.document import Blank, Block, Document, Image
from pipeline.model.standard import Measures
from pipeline.render.pdf import render_pdf
from pipeline.render.word import render_word
from pipeline.tasks.build.press import render_with_orphan_control
from pipeline.template.store import Template
from pipeline.typography.fonts import FontSet, find_fonts
from tests.samples import FourParts, valid


@dataclass(frozen=True, slots=True)
class Draft:
    """A document, its template and the fonts; what a defect changes before the file is made."""

    document: Document
    template: Template
    fonts: FontSet

    @property
    def measures(self) -> Measures:
        return self.template.measures

    def word(self) -> bytes:
        """The .docx; the documents here have an imprint that fits below their text."""
        return render_word(self.document, self.template, imprint_on_new_page=False)

    def pdf(self) -> bytes:
        return render_pdf(self.document, self.template, self.fonts).data

    def with_document(self, **changes: Any) -> "Draft":
        return replace(self, document=replace(self.document, **changes))

    def with_blocks(self, change: Callable[[list[Block]], None]) -> "Draft":
        """The draft with its list of blocks changed in place by `change`."""
        blocks = list(self.document.blocks)
        change(blocks)
        return self.with_document(blocks=tuple(blocks))

    def with_block(self, kind: type[Any], nth: int = 0, **changes: Any) -> "Draft":
        """The draft with the nth block of a kind given other values."""

        def change(blocks: list[Block]) -> None:
            index = index_of(blocks, kind, nth)
            blocks[index] = replace(blocks[index], **changes)

        return self.with_blocks(change)

    def without_blank_before(self, kind: type[Any]) -> "Draft":
        """The draft without the empty lines above the first block of a kind."""

        def change(blocks: list[Block]) -> None:
            index = index_of(blocks, kind)
            assert isinstance(blocks[index - 1], Blank)
            del blocks[index - 1]

        return self.with_blocks(change)

    def with_letterhead(self, **changes: Any) -> "Draft":
        assert self.document.letterhead is not None
        return self.with_document(letterhead=replace(self.document.letterhead, **changes))

    def with_imprint(self, **changes: Any) -> "Draft":
        assert self.document.imprint is not None
        return self.with_document(imprint=replace(self.document.imprint, **changes))

    def with_measures(self, **changes: Any) -> "Draft":
        measures = replace(self.measures, **changes)
        return replace(self, template=replace(self.template, measures=measures))

    def with_page(self, **changes: Any) -> "Draft":
        return self.with_measures(page=replace(self.measures.page, **changes))

    def with_rules(self, **changes: Any) -> "Draft":
        return self.with_measures(rules=replace(self.measures.rules, **changes))

    def with_style(self, key: str, **changes: Any) -> "Draft":
        """The draft with every paragraph of one style set otherwise."""
        styles = self.measures.styles
        return self.with_measures(styles={**styles, key: replace(styles[key], **changes)})

    def with_css(self, css: str) -> "Draft":
        template = replace(self.template, page_css=f"{self.template.page_css}\n{css}")
        return replace(self, template=template)

    def with_html(self, old: str, new: str) -> "Draft":
        """The draft with one place of page.html changed; it must be there."""
        assert old in self.template.page_html, old
        html = self.template.page_html.replace(old, new, 1)
        return replace(self, template=replace(self.template, page_html=html))

    def restyled(self, start: str, base: str, **changes: Any) -> "Draft":
        """The draft with the one paragraph that begins with `start` set otherwise than its style.

        `base` is the key of that style, `changes` are fields of `standard.ParagraphStyle`.
        """
        styles = self.measures.styles
        odd = replace(styles[base], **{"name": "异样", **changes})
        draft = self.with_measures(styles={**styles, "odd": odd})
        return draft.with_branch(start, "<p class=\"odd\">{{ block.text | lines('odd') }}</p>")

    def with_branch(self, start: str, html: str) -> "Draft":
        """The draft whose block that begins with `start` is set by `html`."""
        assert any(_begins(block, start) for block in self.document.blocks), start
        return self.with_html(
            "{% if block.kind == 'title' %}",
            f"{{% if block.text is defined and block.text.startswith('{start}') %}}\n{html}\n"
            "{% elif block.kind == 'title' %}",
        )


def index_of(blocks: list[Block], kind: type[Any], nth: int = 0) -> int:
    """Where the nth block of a kind stands."""
    return [i for i, block in enumerate(blocks) if isinstance(block, kind)][nth]


def place_of(blocks: list[Block], start: str) -> int:
    """Where the block stands that begins with these words."""
    return next(i for i, block in enumerate(blocks) if _begins(block, start))


def _begins(block: Block, start: str) -> bool:
    return str(getattr(block, "text", "")).startswith(start)


def draft_of(
    fields: Mapping[str, Any], template: Template, images: Mapping[str, Image] | None = None
) -> Draft:
    """The draft of an input's fields, as `build` would make it."""
    fonts = find_fonts()
    document = compose(
        valid(FourParts.model_validate(dict(fields)), images),
        template.measures,
        official=template.settings.is_official,
    )
    return Draft(fit_paragraphs(document, template.measures, fonts), template, fonts)


def make_both(draft: Draft) -> tuple[bytes, bytes]:
    """The .docx and the .pdf of a draft, with the touches that `build` gives to last pages."""
    document, pdf = render_with_orphan_control(draft.document, draft.template, draft.fonts)
    word = render_word(document, draft.template, imprint_on_new_page=pdf.imprint_on_new_page)
    return word, pdf.data
