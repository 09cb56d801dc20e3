"""The ways portals show an attachment without linking to it."""

from __future__ import annotations

from urllib.parse import quote

from tests.province.families.base import Built, escape
from tests.province.province import PlannedPage

VIEWER = "/thu-vien/pdfjs/web/viewer.html"
OWN_VIEWER = "/xem-tep"


def shown(href: str, words: str, turn: int) -> str:
    """One attachment in one of six manners, ``turn`` choosing; its words stand before it."""
    named = f'<p class="ten-tep">{escape(words)}</p>'
    if href.startswith("http") or turn % 6 == 0:
        return f'<p class="ten-tep"><a href="{href}">{escape(words)}</a></p>'
    inside = quote(href, safe="")
    return (
        named
        + (
            f'<iframe src="https://docs.google.com/gview?url=@@origin@@{href}&amp;embedded=true" '
            'width="100%" height="700"></iframe>',
            f'<iframe src="{VIEWER}?file={inside}" class="pdf" width="100%" height="700"></iframe>',
            f'<object data="{href}" type="application/pdf" width="100%" height="700">Trình duyệt '
            "không hỗ trợ xem trực tiếp.</object>",
            f'<a class="nut" href="javascript:void(0)" onclick="xemVanBan(\'{href}\');'
            'return false;">Xem văn bản</a>',
            f'<a href="{OWN_VIEWER}?url={inside}" target="_blank">Xem toàn văn</a>',
        )[turn % 6 - 1]
    )


def viewer_pages(built: Built) -> dict[str, PlannedPage]:
    """The pages of the portal's own viewers, one for each file."""
    pages = {}
    for key in built.files:
        inside = quote(key, safe="/?=&")
        main = f'<embed src="{inside}" type="application/pdf" width="100%" height="900">'
        script = f'<script>PDFViewerApplication.open("{inside}");</script><div id="viewer"></div>'
        pages[f"{OWN_VIEWER}?url={key}"] = PlannedPage("Xem văn bản", _bare(main), framed=False)
        pages[f"{VIEWER}?file={key}"] = PlannedPage("PDF.js viewer", _bare(script), framed=False)
    return pages


def _bare(main: str) -> str:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{main}</body></html>'
