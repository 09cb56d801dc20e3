"""What a page is called as the place that its links stand on."""

from __future__ import annotations

from itertools import takewhile

from crawler.visit.desk import Opened
from crawler.visit.links.book import Origin
from crawler.visit.pages.text import is_longer
from documents.html.portal_name import is_portal_name
from domain.documents import Block, BlockKind, Document, Zone

_FRAME = (Zone.HEADER, Zone.MENU, Zone.BREADCRUMB, Zone.FOOTER, Zone.RELATED)
"""Where headings stand that say nothing of what a page is about: a banner, a box of news."""
_CONTENT = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
_MOST_ABOVE_A_TITLE = 200
"""Letters of a page's own: a path, a date, a banner."""


def origin_of(opened: Opened, document: Document, depth: int) -> Origin:
    """The page as the place its links stand on."""
    headings = [b for b in document.blocks if b.kind is BlockKind.HEADING]
    own = next((b for b in headings if b.zone not in _FRAME and not is_portal_name(b.text)), None)
    banner = headings[0].text if headings else ""
    title = document.title
    if own is not None and not (title and _is_of_a_box(own, document)):
        title = own.text
    return Origin(opened.final_address, title or banner, depth)


def _is_of_a_box(heading: Block, document: Document) -> bool:
    """Whether a page's first heading stands below its text: a box's, where a title is none."""
    if is_portal_name(document.title):
        return False
    above = takewhile(lambda block: block is not heading, document.blocks)
    return is_longer((b for b in above if b.zone in _CONTENT), _MOST_ABOVE_A_TITLE)
