"""The markup of a CMS whose texts are HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tests.real.editor import Uploaded
from tests.real.scenario import Place


class HtmlMarkup:
    """What a plain editor writes; a CMS with blocks of its own overrides ``file``."""

    def text(self, html: str) -> str:
        return html

    def file(self, place: Place, file: Uploaded, title: str) -> str:
        if place is Place.PAGE_EMBED:
            return embed(file.address, title)
        if place is Place.POST_ATTACHMENT and file.pages:
            return f'<p>Chi tiết xem tại: <a href="{file.pages[0]}">{escape(title)}</a></p>'
        return f'<p>Tệp đính kèm: <a href="{file.address}">{escape(title)}</a></p>'

    def links(self, links: Sequence[tuple[str, str]]) -> str:
        items = (f'<li><a href="{link}">{escape(title)}</a></li>' for title, link in links)
        return f"<ul>{''.join(items)}</ul>"

    def table(self, rows: Sequence[tuple[str, str, str]]) -> str:
        head = "<thead><tr><th>Số hiệu</th><th>Tên văn bản</th></tr></thead>"
        return f"<table>{head}<tbody>{''.join(_row(*row) for row in rows)}</tbody></table>"


def embed(address: str, title: str) -> str:
    """A PDF in the browser's own viewer, without a link."""
    return (
        f'<object class="pdf" data="{address}" type="application/pdf" '
        f'style="width:100%;height:600px" aria-label="{escape(title)}"></object>'
    )


def _row(number: str, title: str, address: str) -> str:
    link = f'<a href="{address}">{escape(title)}</a>'
    return f"<tr><td>{escape(number)}</td><td>{link}</td></tr>"
