"""What WordPress's editor writes into pages to show a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from html import escape
from types import MappingProxyType
from urllib.parse import quote

from tests.real.scenario import Place
from tests.real.site import VIEWER
from tests.real.wordpress import Uploaded


def row(number: str, title: str, address: str) -> str:
    """A row of the table of papers."""
    link = f'<a href="{address}">{escape(title)}</a>'
    return f"<tr><td>{escape(number)}</td><td>{link}</td></tr>"


def _file_block(file: Uploaded, title: str) -> str:
    """What the editor's "File" block writes."""
    settings = json.dumps({"id": file.number, "href": file.address})
    return (
        f'<!-- wp:file {settings} -->\n<div class="wp-block-file">'
        f'<a href="{file.address}">{escape(title)}</a>'
        f'<a href="{file.address}" class="wp-block-file__button wp-element-button" download>'
        "Tải về</a></div>\n<!-- /wp:file -->"
    )


def _attachment_link(file: Uploaded, title: str) -> str:
    """What the classic editor inserts by "Link to: attachment page"."""
    return f'<p>Chi tiết xem tại: <a href="{file.page}" rel="attachment">{escape(title)}</a></p>'


def _embed(file: Uploaded, title: str) -> str:
    """What the "File" block writes for a PDF with preview when its link is switched off."""
    return (
        f'<div class="wp-block-file"><object class="wp-block-file__embed" data="{file.address}" '
        f'type="application/pdf" style="width:100%;height:600px" aria-label="{escape(title)}">'
        "</object></div>"
    )


def _viewer(file: Uploaded, title: str) -> str:
    """What plugins that show PDFs by pdf.js write."""
    root = file.address.partition("/wp-content/")[0]
    address = f"{root}/{VIEWER}?file={quote(file.address, safe='')}&amp;pagemode=none"
    return f'<p>{escape(title)}</p><iframe src="{address}" width="100%" height="700"></iframe>'


SHOWN: Mapping[Place, Callable[[Uploaded, str], str]] = MappingProxyType(
    {
        Place.PAGE_FILE: _file_block,
        Place.POST_FILE: _file_block,
        Place.POST_ATTACHMENT: _attachment_link,
        Place.POST_VIEWER: _viewer,
        Place.PAGE_EMBED: _embed,
        Place.TABLE: _file_block,
    }
)
"""How a place shows an uploaded file; the table writes its own row."""
