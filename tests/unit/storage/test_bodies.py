"""Bodies and readings are kept once, small, and come back to the byte."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from dataclasses import replace

import pytest
import sqlalchemy as sa

from domain.documents import (
    Block,
    BlockKind,
    Document,
    HowRead,
    Link,
    Need,
    SearchForm,
    Unread,
    Unreadable,
    Zone,
)
from domain.errors import StoreError
from domain.exchanges import Ask
from domain.visits import Attempt
from storage.bodies import sha256_of
from storage.canonical import digest, encode
from storage.store import Store
from storage.tables import body
from tests.unit.storage import samples


def page(number: int, version: int = 0) -> bytes:
    """A page that shares its frame with its siblings and most of its text with its versions."""
    rows = random.Random(number)
    text = "".join(f"<li>{rows.random()}</li>" for _ in range(200))
    frame = "".join(f'<a href="/muc/{place}">Mục {place}</a>' for place in range(100))
    return f"<html>{frame}<p>lượt xem {version}</p>{text}</html>".encode()


@pytest.fixture
def visit_id(store: Store) -> int:
    """A visit to record for."""
    store.import_agencies([samples.agency()], samples.NOON)
    return store.open_visit(None, store.agencies()[0].id, samples.HOME, samples.NOON).visit_id


def keep(store: Store, visit_id: int, number: int, content: bytes, later: int = 0) -> str:
    """Record one page and wait until it is there."""
    known = samples.attempt(number, content)
    other = samples.attempt(number + later)
    known = replace(known, started_at=other.started_at)
    store.recorder(visit_id, store.agencies()[0].id).answered(known, samples.answer(known, content))
    store.flush()
    return sha256_of(content)


def codecs(store: Store, url: str) -> dict[str, tuple[str, str | None, int]]:
    """How each body is stored."""
    store.flush()
    with sa.create_engine(url).connect() as connection:
        rows = connection.execute(sa.select(body)).all()
    return {row.sha256: (row.codec, row.dictionary_sha256, row.stored_bytes) for row in rows}


def test_versions_are_small_and_exact(store: Store, url: str, visit_id: int) -> None:
    """Later versions lean on the first of their address, pages on the first page; no chains."""
    home = keep(store, visit_id, 1, page(1))
    other = keep(store, visit_id, 2, page(2))
    assert codecs(store, url)[other][:2] == ("zstd-dictionary", home)
    versions = [keep(store, visit_id, 2, page(2, version), version) for version in range(1, 5)]
    kept = codecs(store, url)
    assert kept[home][:2] == kept[other][:2] == ("zstd", None)
    for version, sha256 in enumerate(versions, start=1):
        assert kept[sha256][:2] == ("zstd-dictionary", other)
        assert kept[sha256][2] < 200
        assert store.body(sha256) == page(2, version)
    assert store.body(home) == page(1)
    leaned_on = {dictionary for _, dictionary, _ in kept.values() if dictionary}
    assert all(kept[one][1] is None for one in leaned_on)


def test_what_does_not_shrink_is_kept_plain(store: Store, url: str, visit_id: int) -> None:
    """Random bytes are stored as they are, once however often they come."""
    content = random.Random(1).randbytes(5_000)
    first = keep(store, visit_id, 1, content)
    keep(store, visit_id, 2, content)
    assert codecs(store, url) == {first: ("plain", None, 5_000)}
    assert store.body(first) == content


def test_damage_is_noticed(store: Store, url: str, visit_id: int) -> None:
    """A body that is no longer what its digest says is never handed out."""
    sha256 = keep(store, visit_id, 1, random.Random(1).randbytes(100))
    with sa.create_engine(url).begin() as connection:
        connection.execute(sa.update(body).values(content=b"x" * 100))
    with pytest.raises(StoreError, match="damaged"):
        store.body(sha256)
    with pytest.raises(StoreError, match="not in the database"):
        store.body("0" * 64)


def test_readings_come_back_exactly(store: Store) -> None:
    """A document with every part, and a reason for not reading, are kept without loss."""
    document = Document(
        media_type="text/html",
        how=HowRead.MARKUP,
        title="Trang chủ",
        blocks=(Block("MỤC TIÊU", BlockKind.HEADING, Zone.MAIN, 3), Block("a\n\tb")),
        links=(Link("/x?a=1&b", "chữ", "t", Zone.MENU, "quanh", "Mục > Con", posts=True),),
        metadata=(("generator", "x"),),
        base="/b",
        needs=(Need.BROWSER,),
        searches=(SearchForm("/tim", "q", (("a", "b"),)),),
        pages=4,
        certainty=0.1 + 0.2,
    )
    unread = Unreadable("application/pdf", Unread.ENCRYPTED, "mật khẩu")
    store.readings.keep("a" * 64, "1", document)
    store.readings.keep("a" * 64, "1", document)
    store.readings.keep("a" * 64, "2", unread)
    store.flush()
    assert store.readings.one("a" * 64, "1") == document
    assert store.readings.one("a" * 64, "2") == unread
    assert store.readings.one("a" * 64, "3") is None


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM body",
        "UPDATE body SET content = x'00'",
        "UPDATE body SET content = zeroblob(9)",
    ],
)
def test_a_lost_body_is_asked_for_again(
    store: Store, url: str, anew: Callable[[], Store], visit_id: int, harm: str
) -> None:
    """Lost or damaged bodies are none: neither held copies nor replays raise, nor do new pages."""
    sha256 = keep(store, visit_id, 1, page(1))
    store.close()
    with sqlite3.connect(url.removeprefix("sqlite:///")) as harmed:
        harmed.execute(harm)
    harmed.close()
    again = anew()
    assert again.body_or_none(sha256) is None
    assert again.stored_answer(visit_id, Ask(samples.attempt(1).address, etag='"x"')) is None
    other = keep(again, visit_id, 2, page(2))
    assert again.body(other) == page(2)
    again.close()


def test_one_value_has_one_serialisation() -> None:
    """Keys are sorted whatever the order of fields, and the digest follows the bytes."""
    known = samples.attempt(1)
    assert encode(known) == encode(replace(known))
    assert encode({"b": 1, "a": 2}) == b'{"a":2,"b":1}'
    assert digest(known) != digest(replace(known, order=2))


def test_pages_carry_their_readings(store: Store, visit_id: int) -> None:
    """A page is given with its reading once there is one, and with None before."""
    known: Attempt = samples.attempt(1)
    store.recorder(visit_id, 1).answered(known, samples.answer(known))
    made_with = {"rule_digest": "r", "config_digest": "c", "reader_version": "1"}
    store.close_visit(visit_id, samples.visit((known,)), samples.report(), **made_with)
    (before,) = store.pages(visit_id, "1")
    document = Document("text/html", HowRead.MARKUP)
    assert known.sha256 is not None
    store.readings.keep(known.sha256, "1", document)
    store.flush()
    (after,) = store.pages(visit_id, "1")
    assert before == (known, known.sha256, known.started_at, None)
    assert after[3] == document
