"""Shapes of portals that hide a list behind scripts, refusals or figures, laid over a platform.

A platform builds its pages as always; then the pages of the sections about ISO, and little else,
are given the shape. The markup around stays the platform's own.
"""

from __future__ import annotations

import random
from dataclasses import replace

from tests.province.families.base import Built, Family
from tests.province.province import Site
from tests.province.shapes import filled, pressed, refused, told
from tests.province.shapes.parts import Shape, Work, parts_of, without_behind
from tests.province.shapes.posted_search import SEARCH_POSTED, with_posted_search

HOME_MORE = "home_more"


def shape_of(faults: frozenset[str]) -> Shape | None:
    """The shape among the faults of a portal."""
    known = {
        "script_rows": Shape(pressed.rows, shows=0, other_ways=0.4),
        "script_menu": Shape(pressed.behind_menu, shows=0, pages=True),
        "script_more": Shape(pressed.more, shows=3),
        "script_filter": Shape(pressed.filtered, shows=3),
        "hollow_box": Shape(filled.hollow, pages=True),
        "loading_box": Shape(filled.loading, pages=True),
        "fragment_list": Shape(filled.fragment, shows=3, other_ways=0),
        "json_unfinished": Shape(filled.unfinished, shows=3, other_ways=0),
        "json_failed": Shape(filled.failed, shows=0, pages=True),
        "section_refused": Shape(refused.section, pages=True, other_ways=1),
        "papers_refused": Shape(refused.papers, other_ways=1),
        "told_more": Shape(told.short, shows=3),
        "told_whole": Shape(told.whole),
    }
    return next((known[fault] for fault in sorted(faults) if fault in known), None)


def known_to_platform(site: Site) -> Site:
    """The site that its platform builds pages of."""
    shape = shape_of(site.faults)
    return site if shape is None else without_behind(site, shape)


def shape_up(family: Family, built: Built, site: Site) -> None:
    """Give the pages of a portal their shape; ``site`` is the whole of what it holds."""
    work = Work(family, built, random.Random(f"shape {site.seed}"))
    shape = shape_of(site.faults)
    for part in parts_of(site, shape) if shape else ():
        key = family.key(family.section_href(part.section))
        main = shape.main(work, part) if shape else ""
        if main:
            built.pages[key] = replace(built.pages[key], main=main)
        else:
            del built.pages[key]
    if HOME_MORE in site.faults:
        page = built.pages[family.key(family.home())]
        boxed = replace(page, main=page.main + pressed.news_box(family))
        homes = [key for key, other in built.pages.items() if other is page]  # "/" as well
        built.pages.update(dict.fromkeys(homes, boxed))
    if SEARCH_POSTED in site.faults:
        with_posted_search(work)
