"""News items: many different ones, and each kind what it says it is."""

from __future__ import annotations

import random

import pytest

from tests.integration.province_papers.test_compose import COMMUNE
from tests.province import papers
from tests.province.papers import news_ordinary


@pytest.mark.parametrize("kind", papers.NEWS_KINDS)
def test_one_seed_gives_one_item(kind: str) -> None:
    """The same seed writes the same item, with 3 to 8 paragraphs in the year asked for."""
    made = [papers.news(kind, COMMUNE, 2026, random.Random(9)) for _ in range(2)]
    assert made[0] == made[1]
    assert 3 <= len(made[0].paragraphs) <= 8
    assert made[0].published_on.year == 2026


def test_ordinary_news_is_varied() -> None:
    """There are 60 patterns or more, and none speaks of ISO or of quality objectives."""
    assert len(set(news_ordinary.TITLES)) >= 60
    made = [papers.news("ordinary", COMMUNE, 2026, random.Random(i)) for i in range(200)]
    words = " ".join(f"{item.title} {' '.join(item.paragraphs)}" for item in made).lower()
    assert len({item.title for item in made}) > 130
    assert " iso " not in words
    assert "mục tiêu chất lượng" not in words


def test_own_news_names_the_agency_and_the_year() -> None:
    """The agency's own word that it issued this year's objectives is in title and body."""
    for seed in range(20):
        item = papers.news("own_issued", COMMUNE, 2026, random.Random(seed))
        for words in (item.title, " ".join(item.paragraphs)):
            assert COMMUNE.name in words
            assert "mục tiêu chất lượng năm 2026" in words.lower()


def test_others_news_names_another() -> None:
    """News about another agency's objectives never has the portal's own name in its title."""
    for seed in range(40):
        item = papers.news("others_objectives", COMMUNE, 2026, random.Random(seed))
        assert COMMUNE.name not in item.title
