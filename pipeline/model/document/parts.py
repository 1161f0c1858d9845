"""What a block belongs to: a part of the document, down to the section of it."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class SectionHeading:
    """A heading within a part, as a block below it refers to it."""

    level: int
    number: str
    words: str


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A part of a document as one of its blocks sees it.

    `name` is what it is called (主要做法, 附件1), `title` all that stands above its text
    (二、主要做法, 附件1 名单). `sections` are the headings within it that the block stands under,
    the outermost first.
    """

    name: str
    title: str
    sections: tuple[SectionHeading, ...] = ()

    def under(self, heading: SectionHeading) -> "DocumentPart":
        """The same part as what follows a heading in it sees it."""
        above = tuple(section for section in self.sections if section.level < heading.level)
        return replace(self, sections=(*above, heading))

    @property
    def short_place(self) -> str:
        """The name and the number of the outermost section: 主要做法（一）."""
        return self.name + "".join(section.number for section in self.sections[:1])

    @property
    def full_place(self) -> str:
        """The title, the number of each section, the words of the last: 二、做法（一）1.办展."""
        numbers = "".join(section.number for section in self.sections)
        return self.title + numbers + "".join(section.words for section in self.sections[-1:])


LEAD, CLOSING = DocumentPart("导语", "导语"), DocumentPart("结尾", "结尾")
BODY = DocumentPart("正文", "正文")
"""What belongs to no part that has a heading."""
