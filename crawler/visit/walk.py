"""What all parts of a round work on: the way in, the queue, what is known and what was left."""

from __future__ import annotations

from dataclasses import dataclass, field

from crawler.platforms import Platform
from crawler.platforms.generic import GENERIC
from crawler.visit.desk import Opened
from crawler.visit.entrance import Entrance
from crawler.visit.family_watch import FamilyWatch
from crawler.visit.frontier import Frontier
from crawler.visit.left_unopened import LeftUnopened
from crawler.visit.links import LinkBook
from crawler.visit.task import PortalTask, VisitTools


@dataclass
class Walk:
    """The state of one round, shared by what opens, what learns and what decides to stop."""

    entrance: Entrance
    task: PortalTask
    tools: VisitTools
    frontier: Frontier
    links: LinkBook
    families: FamilyWatch = field(default_factory=FamilyWatch)
    left: LeftUnopened = field(default_factory=LeftUnopened)
    platform: Platform = GENERIC
    homes: list[Opened] = field(default_factory=list)
    """The home pages of further addresses."""
    matters: set[str] = field(default_factory=set)
    """Addresses whose words do not plainly say something else: unseen, they leave a gap."""

    @classmethod
    def begin(cls, entrance: Entrance, task: PortalTask, tools: VisitTools) -> Walk:
        """A round at its start: nothing is known but the way in."""
        frontier = Frontier()
        links = LinkBook(entrance.scope, tools.scorer, frontier)
        return cls(entrance, task, tools, frontier, links)

    def follow(self, asked: str, final: str) -> None:
        """Take the place where an address of the agency led as the portal's."""
        self.entrance.follow(asked, final)
        self.links.scope = self.entrance.scope
