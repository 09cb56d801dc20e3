"""What WordPress's editor writes into pages to show a file."""

from __future__ import annotations

import json
from html import escape
from urllib.parse import quote

from tests.real.editor import Uploaded
from tests.real.html import HtmlMarkup
from tests.real.scenario import Place

VIEWER = "wp-content/plugins/pdfjs-viewer-shortcode/pdfjs/web/viewer.html"


class WordPressMarkup(HtmlMarkup):
    """HTML with WordPress's blocks."""

    def file(self, place: Place, file: Uploaded, title: str) -> str:
        if place is Place.POST_ATTACHMENT:
            return _attachment_link(file, title)
        if place is Place.PAGE_EMBED:
            return _embed(file, title)
        if place is Place.POST_VIEWER:
            return _viewer(file, title)
        return _file_block(file, title)


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
    page = file.pages[0]
    return f'<p>Chi tiết xem tại: <a href="{page}" rel="attachment">{escape(title)}</a></p>'


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
