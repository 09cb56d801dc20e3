"""What a wiki's editor writes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote

from tests.real.editor import Uploaded
from tests.real.scenario import Place

NOT_ALLOWED = re.compile(r"</?(?:o:p|tbody|thead)>")
"""Tags that wikitext would show as words."""


class WikiMarkup:
    """Wikitext; a paper's own text stands in it as HTML, which wikis take, links apart."""

    def text(self, html: str) -> str:
        # In one line: a line that begins with a space or a sign would mean something else.
        return NOT_ALLOWED.sub("", html).replace("\n", " ")

    def file(self, place: Place, file: Uploaded, title: str) -> str:
        name = unquote(file.address.rpartition("/")[2])
        if place is Place.POST_ATTACHMENT:
            return f"Chi tiết xem tại: [[:Tập tin:{name}|{plain(title)}]]"
        return f"Tệp đính kèm: [[Media:{name}|{plain(title)}]]"

    def links(self, links: Sequence[tuple[str, str]]) -> str:
        return "\n".join(f"* [{address} {plain(title)}]" for title, address in links)

    def table(self, rows: Sequence[tuple[str, str, str]]) -> str:
        lines = [f"|-\n| {number} || [{link} {plain(title)}]" for number, title, link in rows]
        head = '{| class="wikitable"\n! Số hiệu !! Tên văn bản'
        return "\n".join(["", head, *lines, "|}", ""])


def plain(title: str) -> str:
    """A title without the signs that end a link."""
    return re.sub(r"[\[\]|{}]", " ", title)
