"""A made-up portal at the fetch seam, a tiny reader, and tools for a visit."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from crawler.visit import PortalTask, VisitTools, visit_portal
from domain.documents import (
    Block,
    BlockKind,
    Document,
    HowRead,
    Link,
    Need,
    Reading,
    SearchForm,
    Unread,
    Unreadable,
    Zone,
)
from domain.exchanges import Answer, Ask, TlsFacts
from domain.outcomes import Outcome
from domain.protocols import LinkValue, Promise, Read, Render
from domain.publications import PublicationId
from domain.settings import CrawlerSettings
from domain.visits import Attempt, LinkWords, Page, Visit

HOME = "http://portal.example.vn/"
START = datetime(2026, 11, 22, 16, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Served:
    """What the portal answers for one address."""

    html: str = ""
    outcome: Outcome = Outcome.OK
    status: int | None = 200
    final: str = ""
    content_type: str = "text/html; charset=utf-8"
    elapsed_s: float = 0.1


Handler = Served | str | Callable[[int], Served]
"""A page, or what to answer at the n-th request (from 1) to that address."""


@dataclass
class FakePortal:
    """Pages by address; anything else is a 404."""

    pages: dict[str, Handler]
    missing: Served = field(default_factory=lambda: Served("", Outcome.NOT_FOUND, 404))
    gate: Callable[[int, str], Served | None] = lambda count, address: None
    """Asked first, with the number of requests so far."""
    tls: TlsFacts | None = None
    posted: Callable[[Ask], str] | None = None
    """Answers what is posted."""
    asked: list[str] = field(default_factory=list)
    forms: list[dict[str, str]] = field(default_factory=list)
    """What was posted, in order."""

    async def __call__(self, ask: Ask) -> Answer:
        self.asked.append(ask.address)
        served = self.gate(len(self.asked), ask.address)
        if ask.method == "POST" and self.posted is not None:
            self.forms.append(dict(ask.form))
            served = served or Served(self.posted(ask))
        if served is None:
            handler = self.pages.get(ask.address, self.missing)
            if isinstance(handler, str):
                handler = Served(handler)
            served = (
                handler if isinstance(handler, Served) else handler(self.asked.count(ask.address))
            )
        return Answer(
            ask=ask,
            outcome=served.outcome,
            started_at=START + timedelta(seconds=len(self.asked)),
            elapsed_s=served.elapsed_s,
            final_address=served.final or ask.address,
            status=served.status,
            headers=(("content-type", served.content_type),),
            body=served.html.encode(),
            tls=self.tls,
        )


_TAG = re.compile(r"<(title|h1|p|a|form|shell|hollow|post|map)\b([^>]*)>(.*?)</\1>", re.DOTALL)


async def read(answer: Answer) -> Reading:
    """A tiny reader: title, h1, p, links with ``zone``, search forms, marks of shells."""
    body = answer.body.decode()
    if body.startswith("%PDF broken"):
        return Unreadable("application/pdf", Unread.DAMAGED)
    if body.startswith("%PDF"):
        return Document("application/pdf", HowRead.TEXT_LAYER, blocks=(Block(body),))
    parts: dict[str, list[object]] = {"blocks": [], "links": [], "needs": [], "searches": []}
    title = ""
    metadata: tuple[tuple[str, str], ...] = ()
    for tag, attributes, inner in _TAG.findall(body):
        said = dict(re.findall(r"(\w+)=\"([^\"]*)\"", attributes))
        zone = Zone(said.get("zone", "main"))
        if tag == "title":
            title = inner
        elif tag == "a":
            parts["links"].append(Link(said["href"], inner, zone=zone))
            parts["blocks"].append(Block(inner, BlockKind.LIST_ITEM, zone))
        elif tag == "post":
            parts["links"].append(Link(said["href"], inner, zone=zone, posts=True))
        elif tag == "form":
            parts["searches"].append(SearchForm(said["action"], said["field"]))
        elif tag == "map":
            metadata += (("sitemap", said["href"]),)
        elif tag == "hollow":
            parts["needs"].append(Need.SCRIPTS)
        elif tag == "shell":
            parts["needs"].append(Need.BROWSER)
        else:
            kind = BlockKind.HEADING if tag == "h1" else BlockKind.PARAGRAPH
            parts["blocks"].append(Block(inner, kind, zone))
    return Document(
        "text/html",
        HowRead.MARKUP,
        title,
        tuple(parts["blocks"]),  # type: ignore[arg-type]  # filled by kind above
        tuple(parts["links"]),  # type: ignore[arg-type]  # filled by kind above
        metadata,
        needs=tuple(parts["needs"]),  # type: ignore[arg-type]  # filled by kind above
        searches=tuple(parts["searches"]),  # type: ignore[arg-type]  # filled by kind above
    )


class WordScorer:
    """Links that say ISO promise much; those that say sport plainly mean nothing of ours."""

    def value(self, address: str, words: LinkWords) -> LinkValue:
        """See class."""
        said = f"{words.text} {address}".lower()
        if "iso" in said:
            return LinkValue(0.9, frozenset({"conformity_announcement"}))
        if "thể thao" in said:
            return LinkValue(0.05, frozenset(), Promise.OTHER_SUBJECT)
        if "lich" in said:
            return LinkValue(0.05, frozenset())
        return LinkValue(0.3, frozenset({"conformity_announcement", "quality_objectives"}))


@dataclass
class Notes:
    """Progress and recorder that remember."""

    settled_after: int | None = None
    wanted: frozenset[PublicationId] | None = None
    pages: list[Page] = field(default_factory=list)
    raw: list[tuple[Attempt, Answer]] = field(default_factory=list)
    final: list[Attempt] = field(default_factory=list)
    passed_over: list[Attempt] = field(default_factory=list)

    def saw(self, page: Page) -> None:
        """See Progress."""
        self.pages.append(page)

    def all_settled(self) -> bool:
        """See Progress."""
        return self.settled_after is not None and len(self.pages) >= self.settled_after

    def looks_for(self) -> frozenset[PublicationId] | None:
        """See Progress."""
        return self.wanted

    def answered(self, attempt: Attempt, answer: Answer) -> None:
        """See Recorder."""
        self.raw.append((attempt, answer))

    def classified(self, attempt: Attempt) -> None:
        """See Recorder."""
        self.final.append(attempt)

    def skipped(self, attempt: Attempt) -> None:
        """See Recorder."""
        self.passed_over.append(attempt)


class StillClock:
    """A clock that stands."""

    def now(self) -> datetime:
        """See Clock."""
        return START

    def monotonic(self) -> float:
        """See Clock."""
        return 0.0

    async def sleep(self, seconds: float) -> None:
        """See Clock."""


@dataclass
class Visited:
    """A visit with all that was heard of it."""

    visit: Visit
    portal: FakePortal
    notes: Notes
    slowed: list[tuple[str, float]]

    def outcome(self, path: str) -> object:
        """The last outcome or skip of a path of the portal."""
        address = path if "://" in path else HOME.rstrip("/") + path
        one = next(a for a in reversed(self.visit.attempts) if a.address == address)
        return one.outcome or one.skip


def visit(
    pages: dict[str, Handler] | FakePortal,
    *,
    settings: CrawlerSettings | None = None,
    task: PortalTask | None = None,
    notes: Notes | None = None,
    interrupted: Callable[[], bool] = lambda: False,
    reader: Read = read,
    render: Render | None = None,
    no_browser: str = "",
) -> Visited:
    """Visit a portal given by its paths."""
    portal = pages if isinstance(pages, FakePortal) else FakePortal(at_home(pages))
    notes = notes or Notes()
    slowed: list[tuple[str, float]] = []
    tools = VisitTools(
        fetch=portal,
        read=reader,
        scorer=WordScorer(),
        progress=notes,
        recorder=notes,
        clock=StillClock(),
        slow_down=lambda host, delay_s: slowed.append((host, delay_s)),
        settings=settings or CrawlerSettings(),
        timezone="Asia/Ho_Chi_Minh",
        interrupted=interrupted,
        render=render,
        no_browser=no_browser,
    )
    result = asyncio.run(visit_portal(task or PortalTask(HOME, (HOME,)), tools))
    return Visited(result, portal, notes, slowed)


def at_home(pages: dict[str, Handler]) -> dict[str, Handler]:
    """Paths made addresses of the portal."""
    return {
        path if "://" in path else HOME.rstrip("/") + path: page for path, page in pages.items()
    }


def page(title: str, *links: str, text: str = "", more: str = "") -> str:
    """A page with a title, links given as "href|words" or "href|words|zone", and a text."""
    made = []
    for link in links:
        href, words, *zone = link.split("|")
        made.append(f'<a href="{href}" zone="{zone[0] if zone else "main"}">{words}</a>')
    body = text or f"Nội dung của {title} tại cổng thông tin."
    return f"<title>{title}</title><h1>{title}</h1><p>{body}</p>{''.join(made)}{more}"


def small_portal() -> dict[str, Handler]:
    """A home page with news, an ISO section and a paper."""
    return {
        "/": page("Trang chủ", "/tin|Tin tức|menu", "/iso|ISO 9001:2015|menu"),
        "/tin": page("Tin tức", "/tin/1|Hội nghị tổng kết công tác", "/|Trang chủ|menu"),
        "/tin/1": page("Hội nghị", text="Hội nghị tổng kết công tác năm của xã."),
        "/iso": page("ISO", "/files/cong-bo-iso.pdf|Công bố ISO"),
        "/files/cong-bo-iso.pdf": Served("%PDF công bố hợp", content_type="application/pdf"),
    }
