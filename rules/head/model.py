"""What the head of a document says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class DocumentHead:
    """The head as laid down for administrative documents; every field may be missing."""

    number: str | None = None
    """As written, blanks removed: "12/QĐ-UBND"; "/QĐ-UBND" where the number was left blank."""
    law: bool = False
    """Whether the number is a law text's: "19/2014/QĐ-TTg"."""
    issued_on: date | None = None
    year_written: int | None = None
    """The year of the date line, also where day and month were left blank."""
    place: str | None = None
    """The place before the date: "Minh Quán"."""
    issuer_lines: str = ""
    """Parent and issuing agency, motto, number and date taken out, on one line."""
    type_name: str | None = None
    """In lower case: "quyết định"."""
    excerpt: str = ""
    """Trích yếu: what the document is about, without the type name."""
    motto: bool = False
    """Whether "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" or the line under it stands there."""
    signer: str = ""
    """The block of the signer: "TM. ỦY BAN NHÂN DÂN XÃ ..."."""
    annexed_to: str = ""
    """Whose the decision is that it says to be issued with: "Chủ tịch UBND xã ..."."""
    stated_issuer: str = ""
    """What a table of facts about the paper gives as its issuer."""
    body_start: int = 0
    """Where the head ends, in the text it was read from."""

    @property
    def title(self) -> str:
        """Type name and excerpt as one line."""
        name = self.type_name.capitalize() if self.type_name else ""
        return f"{name} {self.excerpt}".strip()

    @property
    def formal(self) -> bool:
        """Whether enough of a head is there to call it a document rather than an article."""
        if self.motto:
            return bool(self.number or self.issued_on or self.place or self.type_name)
        signs = (self.number, self.issued_on or self.place, self.excerpt and self.type_name)
        return all(signs) and 0 < len(self.issuer_lines) < 200
