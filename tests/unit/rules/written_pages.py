"""Papers and pages as agencies write them, for the tests of detection."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

from domain.agencies import Agency, Inspected, Level
from domain.documents import Block, BlockKind, Document, HowRead, Link, Unread, Unreadable, Zone
from domain.settings import InspectionSettings
from domain.visits import Attempt, FoundBy, LinkWords, Page
from rules.detect import Detector
from rules.sightings import PageNotes, Sighting
from tests.unit import shipped

NOW = datetime(2026, 11, 22, 1, 2, 3, tzinfo=UTC)

COMMUNE = Inspected(
    Agency("04333", "UBND xã Minh Quán", Level.COMMUNE),
    parents=("UBND huyện Trấn Yên", "UBND tỉnh Yên Bái"),
    namesakes=("UBND xã Minh Quân",),
)
DEPARTMENT = Inspected(Agency("SNV", "Sở Nội vụ", Level.DEPARTMENT), parents=("UBND tỉnh Yên Bái",))
DISTRICT = Inspected(
    Agency("135", "UBND huyện Trấn Yên", Level.DISTRICT), parents=("UBND tỉnh Yên Bái",)
)


@cache
def detector() -> Detector:
    """The detector over the shipped catalogue."""
    return Detector(shipped.catalogue(), InspectionSettings())


def paper_text(
    excerpt: str,
    *,
    kind: str = "QUYẾT ĐỊNH",
    number: str = "Số: 12/QĐ-UBND",
    parent: str = "HUYỆN TRẤN YÊN",
    issuer: str = "ỦY BAN NHÂN DÂN\nXÃ MINH QUÁN",
    day: str = "Minh Quán, ngày 05 tháng 02 năm 2026",
    body: str = "Điều 1. Nội dung theo quy định của hệ thống quản lý chất lượng.",
    signer: str = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
) -> str:
    """A document laid out as the rules on administrative documents want it."""
    head = [parent, issuer, number, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    rest = ["Độc lập - Tự do - Hạnh phúc", day, kind, excerpt, "Căn cứ Luật Tổ chức"]
    return "\n".join([*head, *rest, body, "Nơi nhận:", signer])


def link(
    text: str = "Tải về", section: str = "", context: str = "", parent_title: str = ""
) -> LinkWords:
    """The words of a link."""
    return LinkWords(
        text=text, section=section, context=context, parent_title=parent_title, zone=Zone.LIST
    )


def file_page(
    text: str,
    words: LinkWords | None = None,
    address: str = "https://minhquan.example.vn/files/10184.pdf",
    certainty: float = 1.0,
) -> Page:
    """A PDF that was opened."""
    attempt = Attempt(address, FoundBy.LINK, words or link(), sha256="ab" * 32)
    blocks = tuple(Block(line, page=1) for line in text.split("\n") if line)
    document = Document("application/pdf", HowRead.TEXT_LAYER, blocks=blocks, certainty=certainty)
    return Page(attempt, document, NOW)


def web_page(
    heading: str,
    *paragraphs: str,
    links: tuple[Link, ...] = (),
    items: tuple[str, ...] = (),
    words: LinkWords | None = None,
    title: str = "",
) -> Page:
    """A web page that was opened: a heading, paragraphs, items of a list."""
    blocks = [Block(heading, BlockKind.HEADING)] if heading else []
    blocks += [Block(paragraph) for paragraph in paragraphs]
    blocks += [Block(item, BlockKind.LIST_ITEM, Zone.LIST) for item in items]
    document = Document("text/html", HowRead.MARKUP, title=title, blocks=tuple(blocks), links=links)
    address = "https://minhquan.example.vn/vi/node/71811"
    attempt = Attempt(address, FoundBy.LINK, words or LinkWords(), sha256="cd" * 32)
    return Page(attempt, document, NOW)


def unreadable_page(words: LinkWords, address: str = "https://a.example.vn/f/1.pdf") -> Page:
    """A scan that was opened and cannot be read."""
    attempt = Attempt(address, FoundBy.LINK, words, sha256="ef" * 32)
    return Page(attempt, Unreadable("application/pdf", Unread.NO_TEXT_LAYER), NOW)


def notes(page: Page, inspected: Inspected = COMMUNE) -> PageNotes:
    """What detection notes of a page."""
    return detector().notes(page, inspected)


def seen(page: Page, inspected: Inspected = COMMUNE) -> dict[str, str]:
    """Publication to kind of sighting."""
    return {sight.publication: sight.kind.value for sight in notes(page, inspected).sightings}


def the(page: Page, publication: str, inspected: Inspected = COMMUNE) -> Sighting:
    """The sighting of one publication."""
    found = notes(page, inspected).sightings
    return next(sight for sight in found if sight.publication == publication)
