"""A host of the province made by hand: one small site on any platform, with any faults."""

from __future__ import annotations

from datetime import date
from functools import cache

from tests.province.agencies import agencies_with_portal
from tests.province.exchange import Request
from tests.province.families import Family, family_of
from tests.province.faults import answering, changing
from tests.province.host import Host, Mount
from tests.province.letters import letters_of
from tests.province.province import Attachment, Entry, Section, SectionKind, Site

PDF = b"%PDF-1.4 made up"


@cache
def small_site(faults: frozenset[str] = frozenset(), prefix: str = "", seed: str = "test") -> Site:
    """A site with two lists: thirty papers and three news items."""
    file = Attachment(
        "MTCL 2026 (ký).pdf", "MTCL 2026 (ký).pdf", "application/pdf", PDF, date(2026, 1, 9)
    )
    day = date(2026, 1, 9)
    papers = [
        Entry(100 + n, f"Văn bản số {n}", day, files=(file,), sign=f"{n}/KH-UBND")
        for n in range(30)
    ]
    news = [Entry(200 + n, f"Tin thứ {n}", day, "Tóm tắt", "<p>Nội dung</p>") for n in range(3)]
    sections = (
        Section("intro", "Giới thiệu", SectionKind.PAGE, 5, body="<p>Cơ quan</p>"),
        Section("news", "Tin tức", SectionKind.ARTICLES, 6, tuple(news)),
        Section("documents", "Văn bản", SectionKind.DOCUMENTS, 7, tuple(papers)),
        Section("reform", "Cải cách hành chính", SectionKind.FOLDER, 8),
        Section("iso", "ISO 9001:2015", SectionKind.EMPTY, 9, (), "reform", "Đang cập nhật"),
    )
    agency = agencies_with_portal(60, 1, 2026)[40]
    return Site(agency, sections, seed, faults, prefix)


def small_host(name: str, *faults: str, seed: str = "test") -> Host:
    """The site on a platform, ready to answer."""
    prefix = "/xa" if name == "path_hosted" else ""
    family = family_of(name)(small_site(frozenset(faults), prefix, seed))
    host = Host("127.10.0.1", [_mount(family, faults)])
    host.faults = answering(faults, ("/cam/",))
    host.changes = changing(faults)
    host.calendar = "endless_calendar" in faults
    host.origin = "http://127.10.0.1:8000"
    host.prepare()
    return host


def _mount(family: Family, faults: tuple[str, ...]) -> Mount:
    letters = letters_of(frozenset(faults))
    return Mount(family, family.build(), (), "session_numbers" in faults, letters)


def fetched(host: Host, target: str, **headers: str) -> tuple[int, bytes]:
    """Status and body of a GET."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    reply = host.answer(Request("GET", target, names))
    return reply.status, reply.body
