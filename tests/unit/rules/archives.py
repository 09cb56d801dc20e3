"""Archives with papers in them, as a portal would give them."""

from __future__ import annotations

from domain.documents import Block, Document, HowRead, Member
from domain.outcomes import Outcome
from domain.visits import Attempt, FoundBy, LinkWords, Page
from tests.unit.rules.written_pages import NOW, paper_text

ADDRESS = "https://minhquan.example.vn/uploads/tai-lieu-12.zip"
OBJECTIVES = paper_text(
    "Ban hành Mục tiêu chất lượng năm 2026", body="Mục tiêu 1: 100% hồ sơ được giải quyết đúng hạn."
)


def paper(name: str, text: str) -> Member:
    """A file of this name that holds this text."""
    blocks = tuple(Block(line) for line in text.split("\n"))
    return Member(name, Document("application/pdf", HowRead.TEXT_LAYER, blocks=blocks))


def archive(words: LinkWords, *members: Member, torn: bool = False) -> Page:
    """An archive of these files, which a link with these words leads to."""
    attempt = Attempt(
        ADDRESS, FoundBy.LINK, words, sha256="aa" * 32, outcome=Outcome.OK, started_at=NOW
    )
    metadata = (("truncated", "cut"),) if torn else ()
    document = Document("application/zip", HowRead.PLAIN, metadata=metadata, members=members)
    return Page(attempt, document, NOW)
