"""A host: answers requests from pages and files that were made beforehand."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import formatdate, parsedate_to_datetime
from hashlib import sha256
from html import escape
from urllib.parse import quote

from tests.province.addresses import SLOT, fold
from tests.province.exchange import Reply, Request
from tests.province.families.base import Built, Family, Found, ServedFile
from tests.province.faults import NO_STORE, Change, Fault
from tests.province.letters import PLAIN, Letters
from tests.province.province import PlannedPage

Parts = tuple[bytes | str, ...]
"""Bytes to send, and the names of slots between them."""
_HREF = re.compile(r'href="(\s*(?:@@origin@@)?/[^"#]*?)(\s*)"')
SOFT_NOT_FOUND = (
    "<h1>Không tìm thấy trang</h1><p>Trang quý vị yêu cầu không tồn tại hoặc đã bị xóa. "
    "404 - Page not found.</p>"
)


def split(text: str, sessions: bool, letters: Letters = PLAIN) -> Parts:
    """A text cut at its slots; with ``sessions``, every link of it carries a session number."""
    if sessions:
        text = _HREF.sub(_with_session, text)
    pieces = SLOT.split(text)
    return tuple(piece if n % 2 else letters.encoded(piece) for n, piece in enumerate(pieces))


def _with_session(found: re.Match[str]) -> str:
    href = found.group(1)
    joint = "&amp;" if "?" in href else "?"
    return f'href="{href}{joint}sid=@@session@@{found.group(2)}"'


@dataclass(frozen=True)
class ReadyPage:
    """A page cut and encoded."""

    status: int
    media_type: str
    frame: Parts
    title: bytes
    crumbs: Parts
    main: Parts


@dataclass
class Mount:
    """One site as it hangs on a host."""

    family: Family
    built: Built
    frame: Parts = ()
    sessions: bool = False
    letters: Letters = PLAIN

    def found(self, query: str) -> list[Found]:
        """What the portal's search shows; some show the same to everybody, some nothing."""
        if "search_nothing" in self.family.site.faults:
            return []
        if "search_same" in self.family.site.faults:
            return [pair for _, pair in self.built.words[:8]]
        words = fold(query).split()
        if not words:
            return []
        hits = [pair for text, pair in self.built.words if all(w in text for w in words)]
        return hits[:40]

    def ready(self, page: PlannedPage) -> ReadyPage:
        """A page made ready to be sent."""
        letters, main = self.letters, page.main
        if not page.media_type.startswith("text/html"):
            letters = PLAIN
        if not page.framed:
            main = letters.said(main)
        return ReadyPage(
            page.status,
            letters.media_type(page.media_type),
            self.frame if page.framed else ("main",),
            letters.encoded(page.title.replace("&", "&amp;")),
            split(page.crumbs, self.sessions, letters),
            split(main, self.sessions, letters),
        )


@dataclass
class Host:
    """One address of the province and all it answers."""

    address: str
    mounts: list[Mount]
    faults: list[Fault] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    soft_not_found: bool = False
    calendar: bool = False
    served: int = 0
    pages: dict[str, ReadyPage] = field(default_factory=dict)
    files: dict[str, tuple[ServedFile, str]] = field(default_factory=dict)
    origin: str = ""
    other: Callable[[Request], Reply] | None = None
    """Answers everything on a host that is no portal."""

    @property
    def server(self) -> str:
        """What the host calls its web server."""
        return self.mounts[0].family.server if self.mounts else "nginx"

    def prepare(self) -> None:
        """Cut and encode all pages."""
        for mount in self.mounts:
            frame = mount.letters.said(mount.built.frame)
            mount.frame = split(frame, mount.sessions, mount.letters)
            for key, page in mount.built.pages.items():
                self.pages[key] = mount.ready(page)
            for key, file in mount.built.files.items():
                self.files[key] = (file, f'"{sha256(file.body).hexdigest()[:20]}"')

    def answer(self, request: Request) -> Reply:
        """The reply to one request."""
        before, self.served = self.served, self.served + 1
        reply = self._undisturbed(request, before)
        for change in self.changes:
            reply = change(request, reply, before)
        return reply

    def _undisturbed(self, request: Request, before: int) -> Reply:
        for fault in self.faults:
            reply = fault(request, before)
            if reply is not None:
                return reply
        if self.other is not None:
            return self.other(request)
        return self._of_portal(request)

    def _of_portal(self, request: Request) -> Reply:
        mount = self._mount(request)
        key = mount.family.key(request.target)
        if key in self.files:
            return _file_reply(*self.files[key], request)
        if request.method == "POST":
            asked = mount.family.posted(request, key)
            if isinstance(asked, PlannedPage):
                return self._page_reply(mount, key, mount.ready(asked), request)
            key = asked
        page = self.pages.get(key) or self._made(mount, request)
        if page is None:
            return self._not_found(mount, key, request)
        return self._page_reply(mount, key, page, request)

    def _mount(self, request: Request) -> Mount:
        fitting = [m for m in self.mounts if request.path.startswith(m.family.prefix + "/")]
        return fitting[-1] if fitting else self.mounts[0]

    def _made(self, mount: Mount, request: Request) -> ReadyPage | None:
        """Pages that cannot be made beforehand: search results and the calendar without end."""
        family = mount.family
        query = request.field(family.search_field) if family.has_search else None
        if query is not None and request.path.rstrip("/") == family.search_path.rstrip("/"):
            main = family.results_main(query, mount.found(query))
            return mount.ready(PlannedPage("Kết quả tìm kiếm", main))
        if self.calendar and request.path.endswith("/lich-cong-tac"):
            return mount.ready(_calendar_page(family, request))
        return None

    def _not_found(self, mount: Mount, key: str, request: Request) -> Reply:
        own = mount.family.unknown(request)
        if own is not None:
            return self._page_reply(mount, key, mount.ready(own), request)
        plain = "." not in request.path.rpartition("/")[2] or request.path.endswith(
            (".aspx", ".html")
        )
        status = 200 if self.soft_not_found and plain else 404
        page = mount.ready(PlannedPage("Không tìm thấy trang", SOFT_NOT_FOUND, status=status))
        return self._page_reply(mount, key, page, request)

    def _page_reply(self, mount: Mount, key: str, page: ReadyPage, request: Request) -> Reply:
        values = self._values(request)
        values |= {name: held.encode() for name, held in mount.family.state(key).items()}
        values |= {
            "title": page.title,
            "main": _fill(page.main, values),
            "crumbs": _fill(page.crumbs, values),
        }
        body = _fill(page.frame, values)
        cookie = ("Set-Cookie", f"SESSION={values['session'].decode()}; path=/; HttpOnly")
        return Reply(page.status, body, (*NO_STORE, cookie), page.media_type)

    def _values(self, request: Request) -> dict[str, bytes]:
        grown = request.target.count("+") + request.target.count("%2B")
        return {
            "origin": self.origin.encode(),
            "action": escape(request.target).encode(),
            "port": self.origin.rpartition(":")[2].encode(),
            "clock": datetime.now(UTC).strftime("%d/%m/%Y %H:%M:%S.%f").encode(),
            "views": str(random.randint(1_000, 9_999_999)).encode(),
            "online": str(random.randint(1, 400)).encode(),
            "session": f"{random.getrandbits(64):016x}".encode(),
            "viewstate": f"{random.getrandbits(240):060x}".encode(),
            "grow": b"+" * min(grown + 1, 100),
        }


def _fill(parts: Parts, values: dict[str, bytes]) -> bytes:
    return b"".join(values[p] if isinstance(p, str) else p for p in parts)


def _file_reply(file: ServedFile, etag: str, request: Request) -> Reply:
    stamp = formatdate(file.modified, usegmt=True)
    headers = [("ETag", etag), ("Last-Modified", stamp), ("Accept-Ranges", "none")]
    if file.media_type == "application/octet-stream":
        name = quote(file.file_name)
        headers.append(("Content-Disposition", f"attachment; filename*=UTF-8''{name}"))
    reply = Reply(200, file.body, tuple(headers), file.media_type)
    held = request.headers.get("if-none-match")
    if held is not None:
        return replace(reply, status=304, body=b"") if etag in held else reply
    since = request.headers.get("if-modified-since")
    return replace(reply, status=304, body=b"") if _not_newer(file, since) else reply


def _not_newer(file: ServedFile, since: str | None) -> bool:
    try:
        return since is not None and file.modified <= parsedate_to_datetime(since).timestamp()
    except ValueError:
        return False


def _calendar_page(family: Family, request: Request) -> PlannedPage:
    month, year = (request.field(name) or "" for name in ("thang", "nam"))
    m, y = (int(v) if v.isdigit() and len(v) < 6 else 1 for v in (month, year))
    later = family.calendar_href(y + m // 12, m % 12 + 1)
    earlier = family.calendar_href(y - (m < 2), (m - 2) % 12 + 1)
    days = "".join(f"<td>{day}</td>" for day in range(1, 29))
    main = (
        f"<h2>Lịch công tác tháng {m}/{y}</h2><table class='calendar'><tr>{days}</tr></table>"
        f'<a href="{earlier.replace("&", "&amp;")}">« Tháng trước</a> '
        f'<a href="{later.replace("&", "&amp;")}">Tháng sau »</a>'
    )
    return PlannedPage("Lịch công tác", main)
