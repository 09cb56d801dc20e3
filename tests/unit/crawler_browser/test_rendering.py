"""A rendering is an answer like any other: it can be stored, read and played back."""

from __future__ import annotations

from datetime import UTC, datetime

from crawler.browser.rendering import part_asks, render_ask, shown_of
from crawler.browser.seen import Seen, Traffic
from crawler.fetcher.hops import Hop, PartAsk
from crawler.fetcher.page_requests import Part
from documents.read import read_body
from domain.documents import Document, Need
from domain.exchanges import PART, RENDER, Answer, Ask
from domain.outcomes import Outcome

NOW = datetime(2026, 11, 22, 16, tzinfo=UTC)
SHELL = Answer(
    Ask("http://xa.vn/", etag='"1"'),
    Outcome.OK,
    NOW,
    0.1,
    final_address="http://xa.vn/vi/",
    status=200,
    headers=(("etag", '"1"'), ("content-type", "text/html; charset=windows-1258")),
    body=b"<div id=root></div>",
    ip="127.0.0.1",
)


def data(address: str, body: bytes, outcome: Outcome = Outcome.OK) -> Part:
    """What a script fetched."""
    return Part(PartAsk(address), Hop(status=200, body=body, started_at=NOW), outcome, "", address)


def test_it_stands_beside_what_had_come() -> None:
    """Same address, machine and status; a method, type and body of its own, no validator."""
    answer = shown_of(SHELL, Seen("<p>Chào</p>"), NOW, 1.5).answer
    assert answer.ask == render_ask(SHELL) == Ask("http://xa.vn/", RENDER)
    assert (answer.final_address, answer.ip, answer.status) == (
        "http://xa.vn/vi/",
        "127.0.0.1",
        200,
    )
    assert answer.headers == (("content-type", "text/html; charset=utf-8"),)
    assert "Chào" in answer.body.decode()


def test_its_data_is_named_so_that_it_can_be_played_back() -> None:
    """JSON only, and only what came well."""
    parts = [
        data("http://xa.vn/api/1", b' {"a": 1}'),
        data("http://xa.vn/api/2", b"<html>"),
        data("http://xa.vn/api/3", b"{}", Outcome.HTTP_ERROR),
    ]
    shown = shown_of(SHELL, Seen("<p></p>", traffic=Traffic(parts=parts)), NOW, 1.5)
    assert part_asks(shown.answer) == (Ask("http://xa.vn/api/1", PART),)
    assert [part.body for part in shown.parts] == [b' {"a": 1}']


def test_a_page_that_came_in_part_is_cut_off() -> None:
    """It counts for what it shows, and one without any text counts for nothing."""
    part = shown_of(SHELL, Seen("<p>Chào</p>", Outcome.HTTP_ERROR, "lỗi"), NOW, 1.0).answer
    none = shown_of(SHELL, Seen(outcome=Outcome.TIMEOUT), NOW, 1.0).answer
    assert (part.cut_off, none.cut_off) == (True, False)


def needs(html: str) -> bool:
    """Whether the page still needs a browser when it is read from the store."""
    body = shown_of(SHELL, Seen(html), NOW, 1.0).answer.body
    reading = read_body(body)
    return isinstance(reading, Document) and Need.BROWSER in reading.needs


def test_a_shown_page_of_few_words_was_seen() -> None:
    """The same page as it came would be taken for a shell; blank, it still is one."""
    app = '<html><body><div id="root">{}</div><script src="/main.1.js"></script></body></html>'
    few = "<h1>Chuyên mục ISO 9001:2015</h1><p>Chuyên mục này đang được cập nhật nội dung.</p>" * 2
    assert not needs(app.format(few))
    assert needs(app.format("Đang tải"))
    plain = read_body(app.format(few).encode())
    assert isinstance(plain, Document)
    assert Need.BROWSER in plain.needs
