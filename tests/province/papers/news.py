"""News items of a portal: ordinary ones, ones about quality systems, and the agency's own word."""

from __future__ import annotations

import random
from datetime import date, timedelta

from tests.province.papers import news_about, news_ordinary
from tests.province.papers.fill import Fill
from tests.province.papers.values import Issuer, News

NEWS_KINDS: tuple[str, ...] = (
    "ordinary",
    "training",
    "inspection",
    "others_objectives",
    "conference",
    "award",
    "own_issued",
)


def news(kind: str, issuer: Issuer, year: int, rng: random.Random) -> News:
    """A news item of one of ``NEWS_KINDS`` on the portal of ``issuer``, published in ``year``.

    "own_issued" says that the issuer itself issued its quality objectives of ``year``.
    """
    late = 70 if kind in ("own_issued", "others_objectives") else 345
    day = date(year, 1, 1) + timedelta(days=rng.randint(4, late))
    fill = Fill(issuer, year, year, rng)
    if kind == "ordinary":
        title, lines = news_ordinary.written(fill, rng)
    else:
        title, lines = news_about.written(kind, fill, rng)
    return News(title, lines, day)
