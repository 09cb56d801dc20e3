"""The crawler's own requests: which of them are asked anew on a night that takes much over."""

from __future__ import annotations

from crawler.visit.frontier import Candidate
from crawler.visit.search import QUERIES
from domain.documents import Zone

IMPOSSIBLE = "giamsat-thu-dia-chi-khong-co-that"
"""Part of an address that no portal has."""


def may_be_taken_over(candidate: Candidate) -> bool:
    """Whether the answer of the last look serves again.

    How the portal says "not found" and what its search box brings for a word that nothing holds
    hardly change; robots.txt, the sitemap, feeds and what the search box brings for the system
    are what a paper hidden from every list would show in.
    """
    if IMPOSSIBLE in candidate.address:
        return True
    return candidate.words.zone is Zone.SEARCH and candidate.words.text != QUERIES[0]
