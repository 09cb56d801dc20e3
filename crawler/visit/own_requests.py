"""The crawler's own requests: which of them are asked anew on a night that takes much over."""

from __future__ import annotations

from crawler.visit.aids.search import QUERIES
from crawler.visit.links.frontier import Candidate
from domain.documents import Zone
from domain.outcomes import Outcome
from domain.visits import Attempt

IMPOSSIBLE = "giamsat-thu-dia-chi-khong-co-that"
"""Part of an address that no portal has."""


def may_be_taken_over(candidate: Candidate, then: Attempt) -> bool:
    """Whether the answer of the last look serves again.

    How the portal says "not found", what its search box brings for a word that nothing holds and
    that no less likely place has a sitemap hardly change. robots.txt, the sitemap, feeds and what
    the search box brings for the system are what a paper hidden from every list would show in.
    """
    if IMPOSSIBLE in candidate.address:
        return True
    zone = candidate.words.zone
    if zone is Zone.SITEMAP:
        return candidate.parent is None and _is_no_sitemap(then)
    return zone is Zone.SEARCH and candidate.words.text != QUERIES[0]


def _is_no_sitemap(then: Attempt) -> bool:
    """Whether nothing was there, or a page for people: "not found", sent with status 200."""
    if then.outcome is None or not then.outcome.seen:
        return then.outcome is Outcome.NOT_FOUND
    return "html" in then.media_type
