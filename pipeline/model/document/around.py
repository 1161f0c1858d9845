"""What stands around the blocks of an official document: letterhead and imprint."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The letterhead (版头): the lines at the top of the first page.

    `signers` is empty in a document to a lower or equal level.
    """

    issuer_mark: str
    issuer_mark_pt: float
    document_number: str
    signers: tuple[str, ...]
    copy_number: str | None
    classification: str | None
    urgency: str | None
    free_lines: int
    """Empty lines that remain of those kept for the three elements above the mark."""

    @property
    def signer_rows(self) -> tuple["SignerRow", ...]:
        """Two signers a row at most; the document number stands beside the last (7.2.6)."""
        names = self.signers
        rows = tuple("　".join(names[i : i + 2]) for i in range(0, len(names), 2))
        return tuple(
            SignerRow(
                self.document_number if index == len(rows) - 1 else "",
                "签发人：" if index == 0 else "",
                row,
            )
            for index, row in enumerate(rows)
        )


@dataclass(frozen=True, slots=True)
class SignerRow:
    """One line above the red rule of a document to a higher level."""

    number: str
    label: str
    names: str


@dataclass(frozen=True, slots=True)
class Imprint:
    """The imprint (版记) at the foot of the last page."""

    copied_to: str | None
    printing_office: str
    printing_date_text: str
