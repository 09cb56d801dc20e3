"""MediaWiki's webmaster: its API."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

import httpx

from tests.real.cms.mediawiki.markup import WikiMarkup, plain
from tests.real.editor import PASSWORD, USER, Entry, Uploaded

HOME = "Trang Chính"
LONGEST_TITLE_BYTES = 230
NEWEST = 12


class MediaWikiEditor:
    """Fills one wiki as its administrator."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.markup = WikiMarkup()
        self._client = httpx.Client(base_url=root, timeout=60.0)
        self._titles: dict[str, str] = {}
        self._posts: list[tuple[date, str]] = []
        self._token = ""

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def log_in(self) -> None:
        """As the administrator that the installation made."""
        told = self._ask(action="query", meta="tokens", type="login")
        token = told["query"]["tokens"]["logintoken"]
        who = {"username": USER, "password": PASSWORD, "logintoken": token}
        made = self._ask(action="clientlogin", loginreturnurl=self.root, **who)
        if made["clientlogin"]["status"] != "PASS":
            raise SystemExit(f"MediaWiki did not let the webmaster in: {made}")
        told = self._ask(action="query", meta="tokens")
        self._token = told["query"]["tokens"]["csrftoken"]

    def category(self, name: str) -> None:
        self._titles[name] = f"Thể loại:{name}"
        self._write(self._titles[name], f"Các bài trong chuyên mục {name}.")

    def page(self, title: str, content: str, above: str = "", secret: str = "") -> str:
        self._titles[title] = self._free(title)
        return self._write(self._titles[title], content)

    def rewrite(self, title: str, content: str) -> None:
        self._write(self._titles[title], content)

    def post(self, title: str, content: str, day: date, category: str) -> str:
        name = self._free(title, day)
        self._posts.append((day, name))
        kept = f"[[Thể loại:{category}|{day}]] [[Thể loại:Lưu trữ {day:%m-%Y}]]"
        return self._write(name, f"''Ngày đăng: {day:%d/%m/%Y}''\n\n{content}\n\n{kept}")

    def upload(self, name: str, media_type: str, body: bytes, title: str) -> Uploaded:
        told = {"action": "upload", "filename": name, "ignorewarnings": "1", "comment": title}
        form = {**told, "token": self._token, "format": "json", "formatversion": "2"}
        answer = self._client.post("api.php", data=form, files={"file": (name, body, media_type)})
        made = _checked(answer)["upload"]
        shown = made["imageinfo"]
        return Uploaded(shown["url"], (shown["descriptionurl"],))

    def finish(self, menu: Sequence[Entry]) -> None:
        lines = ["* navigation", "** mainpage|Trang chủ"]
        lines += [f"** {self._titles[e.label]}|{e.label}" for e in menu]
        self._write("MediaWiki:Sidebar", "\n".join(lines))
        newest = sorted(self._posts, reverse=True)[:NEWEST]
        listed = "\n".join(f"* {day:%d/%m/%Y}: [[{name}]]" for day, name in newest)
        more = "[[:Thể loại:Tin tức|Xem thêm]]"
        self._write(HOME, f"== Tin tức - Sự kiện ==\n{listed}\n\n{more}")

    def _free(self, title: str, day: date | None = None) -> str:
        """A title that a wiki takes and that no page has yet."""
        name = re.sub(r"[#<>]", " ", plain(title)).strip()
        while len(name.encode()) > LONGEST_TITLE_BYTES:
            name = name.rpartition(" ")[0]
        taken = {*self._titles.values(), *(held for _, held in self._posts)}
        if name in taken and day:
            name = f"{name} ({day:%d-%m-%Y})"
        count, wanted = 2, name
        while wanted in taken:
            wanted, count = f"{name} ({count})", count + 1
        return wanted

    def _write(self, title: str, text: str) -> str:
        made = self._ask(action="edit", title=title, text=text, token=self._token, bot="1")
        name = str(made["edit"]["title"]).replace(" ", "_")
        return f"{self.root}index.php/{quote(name, safe='/:()')}"

    def _ask(self, **told: str) -> dict[str, Any]:
        form = {**told, "format": "json", "formatversion": "2"}
        return _checked(self._client.post("api.php", data=form))


def _checked(answer: httpx.Response) -> dict[str, Any]:
    if answer.is_error or "error" in answer.json():
        raise SystemExit(f"MediaWiki's API: {answer.status_code} {answer.text[:800]}")
    told: dict[str, Any] = answer.json()
    return told
