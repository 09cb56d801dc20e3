"""What all parts of a round work on: the way in, the queue, what is known and what was left."""

from __future__ import annotations

from dataclasses import dataclass, field

from crawler.platforms import Platform, fingerprint
from crawler.platforms.generic import GENERIC
from crawler.visit.desk import Opened
from crawler.visit.entrance import Entrance
from crawler.visit.left_unopened import LeftUnopened
from crawler.visit.links.book import LinkBook, Origin, Taken
from crawler.visit.links.excerpts import Excerpts
from crawler.visit.links.family_watch import FamilyWatch
from crawler.visit.links.frontier import Candidate, Frontier
from crawler.visit.links.key_watch import KeyWatch
from crawler.visit.links.next_pages import goes_on_unseen, is_list_as_data, next_page
from crawler.visit.links.variants import Variants
from crawler.visit.origins import origin_of
from crawler.visit.pages.told_totals import ToldTotals, words_of_list
from crawler.visit.post_lists import PostLists
from crawler.visit.print_views import PrintViews
from crawler.visit.task import PortalTask, VisitTools
from domain.documents import Document, Zone
from domain.visits import FoundBy, LinkWords


@dataclass
class Walk:
    """The state of one round, shared by what opens, what learns and what decides to stop."""

    entrance: Entrance
    task: PortalTask
    tools: VisitTools
    frontier: Frontier
    links: LinkBook
    post_lists: PostLists
    families: FamilyWatch = field(default_factory=FamilyWatch)
    keys: KeyWatch = field(default_factory=KeyWatch)
    variants: Variants = field(default_factory=Variants)
    prints: PrintViews = field(default_factory=PrintViews)
    left: LeftUnopened = field(default_factory=LeftUnopened)
    totals: ToldTotals = field(default_factory=ToldTotals)
    excerpts: Excerpts = field(default_factory=Excerpts)
    platform: Platform = GENERIC
    told_of_platform: str = ""
    """What a portal of an unknown kind says of its software."""
    homes: list[Opened] = field(default_factory=list)
    """The home pages of further addresses."""
    matters: set[str] = field(default_factory=set)
    """Addresses whose words do not plainly say something else: unseen, they leave a gap."""

    @classmethod
    def begin(cls, entrance: Entrance, task: PortalTask, tools: VisitTools) -> Walk:
        """A round at its start: nothing is known but the way in."""
        frontier = Frontier()
        links = LinkBook(entrance.scope, tools.scorer, frontier)
        post_lists = PostLists(tools.scorer, frontier)
        return cls(entrance, task, tools, frontier, links, post_lists)

    def recognised(self, platform: Platform, home: Document, body: bytes) -> None:
        """Take the portal's software as known from here on."""
        self.platform = self.links.platform = self.entrance.desk.platform = platform
        self.told_of_platform = fingerprint(home, body) if platform is GENERIC else ""

    def take_links(self, candidate: Candidate, opened: Opened, document: Document) -> Taken:
        """Offer all that a page of the portal's own leads to."""
        origin, scope = origin_of(opened, document, candidate.depth), self.entrance.scope
        rest = self.post_lists.take(candidate, opened, document, origin, scope)
        taken = self.links.take_page(rest, origin)
        self.excerpts.stands_listed(candidate, document, opened.final_address)
        if is_list_as_data(document):
            self._go_on(candidate, document, opened.final_address, origin)
        elif candidate.found_by is FoundBy.HOME:
            self.totals.stands_at_home(document)
            self.excerpts.stands_at_home(document, opened.final_address)
        elif self.totals.is_short(document):
            self.links.cut_short(origin, words_of_list(document, candidate.words))
        return taken

    def _go_on(
        self, candidate: Candidate, document: Document, address: str, origin: Origin
    ) -> None:
        """Offer the next page of a list that came as JSON, or tell that it cannot be named."""
        following = next_page(document, address)
        if following is not None:
            self.links.offer(following, LinkWords(text="Trang sau", zone=Zone.PAGING), origin)
        elif goes_on_unseen(document, address):
            self.links.cut_short(origin, words_of_list(document, candidate.words))

    def follow(self, asked: str, final: str) -> None:
        """Take the place where an address of the agency led as the portal's."""
        self.entrance.follow(asked, final)
        self.links.scope = self.entrance.scope
