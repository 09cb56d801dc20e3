"""Every fault of the menu ends in its right state within its time, and accuses of nothing it hides.

The sound portal shows this year's quality objectives behind its section about ISO and nothing else:
without a fault it is rightly accused of the rest. A fault of the paper alone must not turn into an
accusation about the paper; one of the section, or of the whole portal, into none at all.
"""

from __future__ import annotations

import gzip
import re
import zlib
from dataclasses import dataclass

import pytest

from domain.outcomes import PortalState as S
from domain.settings import CrawlerSettings
from tests.integration.faults import menu
from tests.integration.faults.looking import IMPATIENT, SETTINGS, look
from tests.integration.faults.menu import PAPER, SECTION, at, everywhere, packed, page, robots
from tests.integration.faults.portal import (
    OBJECTIVES,
    PAGES,
    Act,
    Answer,
    Asked,
    Fault,
    html,
    response,
)

HALF = page()[: len(page()) * 3 // 5]
HOME_CUT = menu.of_length(page("/")[:-200], len(page("/")))
SECTION_CUT = menu.of_length(page(SECTION)[:-120], len(page(SECTION)))
LONGER = menu.of_length(page(), len(page()) + 500)
LESS = len(page()) * 2 // 3


@dataclass(frozen=True, slots=True)
class Row:
    """One fault and what must come of it."""

    name: str
    fault: Fault
    state: S
    objectives: str
    """Status of the paper that the portal publishes."""
    accuses: bool = False
    """Whether the publications that the fault cannot hide may be said to be missing."""
    most_s: float = 20.0
    """Of the portal's time."""
    silent: bool = False


def _spoils_every(spoil: Fault) -> Fault:
    """Every page but robots.txt, which the portal does not have."""
    return lambda asked: spoil(asked) if asked.path in PAGES else None


def _shorter(asked: Asked) -> Answer:
    body = page(asked.path)
    return (menu.of_length(body, len(body) * 2 // 3),)


def _falsely_gzip(asked: Asked) -> Answer:
    return (response(page(asked.path), "200 OK", "Content-Encoding: gzip"),)


def _brotli_unless_plain(asked: Asked) -> Answer | None:
    if "accept-encoding: identity" in asked.head.lower():
        return None
    return (response(menu.BROTLI, "200 OK", "Content-Encoding: br"),)


def _home_for_all(asked: Asked) -> Answer | None:
    if asked.path in ("/", "/robots.txt"):
        return None
    return (response(b"", "302 Found", "Location: /"),)


def _soft_404(asked: Asked) -> Answer | None:
    known = asked.path in PAGES or asked.path == "/robots.txt"
    return None if known else (menu.SOFT_404,)


def _to_an_error(asked: Asked) -> Answer | None:
    if asked.path == SECTION:
        return (response(b"", "302 Found", "Location: /Error.aspx?aspxerrorpath=/iso"),)
    if not asked.path.startswith("/Error"):
        return None
    return (response(html("UBND xã Minh Quán", "<p>Mời quý vị quay lại sau.</p>").encode()),)


def _login(asked: Asked) -> Answer | None:
    if asked.path == "/robots.txt":
        return None
    return (response(b"", "302 Found", "Location: /dang-nhap?returnUrl=%2F"),)


SEEN = (
    Row("sound", lambda asked: None, S.REACHED, "published", True),
    Row("length too great, closed", at(PAPER, LONGER, Act.CLOSE), S.REACHED, "published", True),
    Row("length too great", at(PAPER, LONGER, Act.HANG), S.REACHED, "published", True, silent=True),
    Row("length too small", at(PAPER, menu.of_length(page(), LESS)), S.REACHED, "published", True),
    Row("lengths too small", _spoils_every(_shorter), S.REACHED, "published", True),
    Row("two lengths", at(PAPER, menu.two_lengths(page())), S.REACHED, "published", True),
    Row("length and chunks", at(PAPER, menu.both_framings(page())), S.REACHED, "published", True),
    Row("broken header", at(PAPER, menu.odd_header(page())), S.REACHED, "published", True),
    Row("last chunk lost", at(PAPER, menu.chunked(page(), whole=False), Act.CLOSE), S.REACHED,
        "published", True),
    Row("no length at all", at(PAPER, menu.unframed(page()), Act.CLOSE), S.REACHED, "published",
        True),
    Row("cut once", at(PAPER, menu.of_length(HALF, len(page())), Act.CLOSE, times=1), S.REACHED,
        "published", True),
    Row("reset twice", at(PAPER, Act.RESET, times=2), S.REACHED, "published", True),
    Row("503 three times", at(PAPER, menu.BUSY, times=3), S.REACHED, "published", True),
    Row("429 once", at(PAPER, menu.TOO_FAST, times=1), S.REACHED, "published", True, most_s=120),
    Row("gzip", packed(PAPER, gzip.compress, "gzip"), S.REACHED, "published", True),
    Row("plain that says gzip", _spoils_every(_falsely_gzip), S.REACHED, "published", True),
    Row("gzip that says nothing", packed(PAPER, gzip.compress, ""), S.REACHED, "published", True),
    Row("gzip twice, said once", packed(PAPER, menu.twice_packed, "gzip"), S.REACHED, "published",
        True),
    Row("gzip twice", packed(PAPER, menu.twice_packed, "gzip, gzip"), S.REACHED, "published", True),
    Row("deflate", packed(PAPER, zlib.compress, "deflate"), S.REACHED, "published", True),
    Row("raw deflate", packed(PAPER, menu.raw_deflate, "deflate"), S.REACHED, "published", True),
    Row("deflate that says gzip", packed(PAPER, zlib.compress, "gzip"), S.REACHED, "published",
        True),
    Row("plain that says brotli", packed(PAPER, bytes, "br"), S.REACHED, "published", True),
    Row("brotli unless asked", _spoils_every(_brotli_unless_plain), S.REACHED, "published", True),
    Row("not found with 200", _soft_404, S.REACHED, "published", True),
    Row("Crawl-delay", robots("User-agent: *\nCrawl-delay: 20"), S.REACHED, "published", True, 200),
)  # fmt: skip
OF_THE_PAPER = (
    Row("paper cut", at(PAPER, menu.of_length(HALF, len(page())), Act.CLOSE), S.PARTLY_REACHED,
        "published", True),
    Row("paper cut in chunks", at(PAPER, menu.chunked(HALF, whole=False), Act.CLOSE),
        S.PARTLY_REACHED, "published", True),
    Row("paper reset", at(PAPER, *menu.RESET_IN_PAGE), S.PARTLY_REACHED, "published", True),
    Row("program died in the page", at(PAPER, menu.chunked(HALF, whole=True)), S.PARTLY_REACHED,
        "published", True),
    Row("cut without a length", at(PAPER, menu.unframed(HALF), Act.CLOSE), S.PARTLY_REACHED,
        "published", True),
    Row("half a gzip", packed(PAPER, lambda body: gzip.compress(body)[:-300], "gzip"),
        S.PARTLY_REACHED, "unverified", True),
    Row("damaged gzip", packed(PAPER, menu.damaged, "gzip"), S.REACHED, "unverified", True),
    Row("brotli", at(PAPER, response(menu.BROTLI, "200 OK", "Content-Encoding: br")), S.REACHED,
        "unverified", True),
    Row("zstd", at(PAPER, response(menu.ZSTD, "200 OK", "Content-Encoding: zstd")), S.REACHED,
        "unverified", True),
    Row("gzip bomb", at(PAPER, response(menu.BOMB, "200 OK", "Content-Encoding: gzip")),
        S.PARTLY_REACHED, "unverified", True),
    Row("two gigabytes", at(PAPER, menu.of_length(b"x" * 500_000, 2_000_000_000), Act.HANG),
        S.PARTLY_REACHED, "unverified", True),
    Row("slow drip", at(PAPER, menu.of_length(b"", 5000), Act.DRIP), S.PARTLY_REACHED, "unverified",
        True, silent=True),
    Row("paper hangs", at(PAPER, Act.HANG), S.PARTLY_REACHED, "unverified", True, silent=True),
    Row("paper always reset", at(PAPER, Act.RESET), S.PARTLY_REACHED, "unverified", True),
    Row("paper 503", at(PAPER, menu.BUSY), S.PARTLY_REACHED, "unverified", True),
    Row("paper blocked", at(PAPER, menu.WAF), S.PARTLY_REACHED, "unverified", True),
    Row("paper challenged", at(PAPER, menu.CHALLENGE), S.PARTLY_REACHED, "unverified", True),
    Row("paper in maintenance", at(PAPER, menu.MAINTENANCE), S.PARTLY_REACHED, "unverified", True),
    Row("paper behind a login", at(PAPER, menu.LOGIN), S.PARTLY_REACHED, "unverified", True),
    Row("paper is a shell", at(PAPER, menu.SHELL), S.REACHED, "unverified", True),
    Row("paper is empty", at(PAPER, response(b"")), S.PARTLY_REACHED, "unverified", True),
    Row("paper not found with 200", at(PAPER, menu.SOFT_404), S.REACHED, "unverified", True),
    Row("paper leads home", at(PAPER, response(b"", "302 Found", "Location: /")), S.REACHED,
        "unverified", True),
    Row("no HTTP", at(PAPER, b"HTP\r\n\r\n" + page(), Act.CLOSE), S.PARTLY_REACHED, "unverified",
        True),
    Row("firewall sent as PDF", at(PAPER, response(menu.WAF, kind="application/pdf")),
        S.PARTLY_REACHED, "unverified", True),
)  # fmt: skip
OF_THE_SECTION = (
    Row("section cut after its links", at(SECTION, SECTION_CUT, Act.CLOSE), S.PARTLY_REACHED,
        "published"),
    Row("section cut before its links", at(SECTION, menu.unframed(page(SECTION)[:300]), Act.CLOSE),
        S.PARTLY_REACHED, "undetermined"),
    Row("section says it failed", at(SECTION, menu.EXCUSE), S.PARTLY_REACHED, "undetermined"),
    Row("section's program failed", at(SECTION, menu.YELLOW), S.PARTLY_REACHED, "undetermined"),
    Row("section leads to an error", _to_an_error, S.PARTLY_REACHED, "undetermined"),
    Row("section 500", at(SECTION, response(b"x", "500 Error")), S.PARTLY_REACHED, "undetermined"),
    Row("section empty", at(SECTION, response(b"")), S.PARTLY_REACHED, "undetermined"),
    Row("section forbidden", robots(f"User-agent: *\nDisallow: {SECTION}"), S.PARTLY_REACHED,
        "undetermined"),
    Row("everything leads home", _home_for_all, S.REACHED, "undetermined"),
    Row("dies after three", menu.after(3, Act.CLOSE), S.PARTLY_REACHED, "undetermined", most_s=600),
    Row("hangs after three", menu.after(3, Act.HANG), S.PARTLY_REACHED, "undetermined", most_s=600,
        silent=True),
    Row("429 after three", menu.after(3, menu.TOO_FAST), S.PARTLY_REACHED, "undetermined",
        most_s=1200),
    Row("challenge after three", menu.after(3, menu.CHALLENGE), S.PARTLY_REACHED, "undetermined"),
)  # fmt: skip
OF_THE_PORTAL = (
    Row("home cut", at("/", HOME_CUT, Act.CLOSE), S.UNREACHABLE, "undetermined"),
    Row("home drips", at("/", menu.of_length(b"", 5000), Act.DRIP), S.UNREACHABLE, "undetermined",
        silent=True),
    Row("all drips", everywhere(menu.of_length(b"", 5000), Act.DRIP, but=()), S.UNREACHABLE,
        "undetermined", silent=True),
    Row("hangs", everywhere(Act.HANG, but=()), S.UNREACHABLE, "undetermined", silent=True),
    Row("resets", everywhere(Act.RESET, but=()), S.UNREACHABLE, "undetermined"),
    Row("closes", everywhere(Act.CLOSE, but=()), S.UNREACHABLE, "undetermined"),
    Row("no HTTP at all", everywhere(b"SSH-2.0-x\r\n\r\n", Act.CLOSE, but=()), S.UNREACHABLE,
        "undetermined"),
    Row("only gzip bombs", everywhere(response(menu.BOMB, "200 OK", "Content-Encoding: gzip")),
        S.UNREACHABLE, "undetermined"),
    Row("only brotli", everywhere(response(menu.BROTLI, "200 OK", "Content-Encoding: br")),
        S.UNREACHABLE, "undetermined"),
    Row("empty", everywhere(response(b"")), S.UNREACHABLE, "undetermined"),
    Row("shells", everywhere(menu.SHELL), S.PARTLY_REACHED, "undetermined"),
    Row("503", everywhere(menu.BUSY, but=()), S.UNREACHABLE, "undetermined"),
    Row("429", everywhere(menu.TOO_FAST, but=()), S.BLOCKED, "undetermined", most_s=600),
    Row("redirects in circles", everywhere(response(b"", "302 Found", "Location: /x"), but=()),
        S.UNREACHABLE, "undetermined"),
    Row("firewall", everywhere(menu.WAF, but=()), S.BLOCKED, "undetermined"),
    Row("challenge", everywhere(menu.CHALLENGE, but=()), S.BLOCKED, "undetermined"),
    Row("maintenance", everywhere(menu.MAINTENANCE), S.MAINTENANCE, "undetermined"),
    Row("maintenance with 503", everywhere(menu.MAINTENANCE.replace(b"200 OK", b"503 Busy")),
        S.MAINTENANCE, "undetermined"),
    Row("nothing but an excuse", everywhere(menu.EXCUSE), S.MAINTENANCE, "undetermined"),
    Row("parked", everywhere(menu.PARKED), S.PARKED, "undetermined"),
    Row("login", everywhere(menu.LOGIN), S.LOGIN_REQUIRED, "undetermined"),
    Row("redirects to a login", _login, S.LOGIN_REQUIRED, "undetermined"),
    Row("no home page", at("/", response(b"no", "404 Not Found")), S.NO_PORTAL, "undetermined"),
    Row("robots.txt forbids", robots("User-agent: *\nDisallow: /"), S.BLOCKED, "undetermined"),
    Row("Crawl-delay of an hour", robots("User-agent: *\nCrawl-delay: 3600"), S.BLOCKED,
        "undetermined"),
    Row("robots.txt fails", robots("x", "500 Error"), S.PARTLY_REACHED, "undetermined"),
    Row("robots.txt hangs", at("/robots.txt", Act.HANG), S.PARTLY_REACHED, "undetermined",
        silent=True),
)  # fmt: skip
ROWS = (*SEEN, *OF_THE_PAPER, *OF_THE_SECTION, *OF_THE_PORTAL)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_fault(row: Row) -> None:
    """The state, what is still found, the time it took, and no accusation that it could hide."""
    settings: CrawlerSettings = IMPATIENT if row.silent else SETTINGS
    looked = look(row.fault, settings)
    report = looked.inspection.report
    assert report.portal_state is row.state, report.state_detail
    assert looked.status("quality_objectives") == row.objectives
    assert bool(looked.accused_of) == row.accuses, looked.accused_of
    assert looked.took_s <= row.most_s


def test_a_server_that_miscounts_is_told() -> None:
    """What is wrong with its answers stands beside the faults of its certificate."""
    report = look(_spoils_every(_shorter)).inspection.report
    (fault,) = report.portal_faults
    assert "sai quy cách" in fault
    assert look(lambda asked: None).inspection.report.portal_faults == ()


def test_a_paper_sent_as_a_page_is_read() -> None:
    """The bytes of a Word paper under the type of a page are a Word paper."""
    text = "".join(
        letter if letter.isascii() else f"\\u{ord(letter)}?"
        for letter in re.sub(r"<[^>]*>", "\n", OBJECTIVES).replace("\n", "\\par\n")
    )
    looked = look(at(PAPER, response(("{\\rtf1\\ansi " + text + "}").encode())))
    assert looked.inspection.report.portal_state is S.REACHED
    assert looked.status("quality_objectives") == "published"


def test_html_sent_as_a_paper_is_no_paper() -> None:
    """A page of links behind the name of a PDF settles nothing and proves nothing."""
    section = html("ISO 9001:2015", "<a href='/mtcl.pdf'>Mục tiêu chất lượng năm 2026 của xã</a>")
    viewer = response(html("Xem tệp", "<p>Bản xem trước.</p>").encode(), kind="application/pdf")
    looked = look(at("/mtcl.pdf", viewer), pages={SECTION: section})
    assert looked.outcome("/mtcl.pdf") == "unreadable"
    assert looked.status("quality_objectives") == "unverified"
