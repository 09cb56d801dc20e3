"""What archives said: a row a file, put together again in one question."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlalchemy as sa

from domain.documents import Block, Document, HowRead, Member, Unread, Unreadable
from storage.glance import Glance
from storage.opening import Database
from storage.store import Store
from storage.tables import reading

_SHA256 = "a" * 64
_SHUT = Unreadable("application/pdf", Unread.ENCRYPTED, "opens only with a password")


def _paper(text: str) -> Document:
    return Document("text/plain", HowRead.PLAIN, blocks=(Block(text),))


def _archive(*members: Member) -> Document:
    return Document("application/zip", HowRead.PLAIN, members=members)


_NESTED = _archive(
    Member("Mục tiêu/MTCL 2026.txt", _paper("Mục tiêu chất lượng")),
    Member("trong.zip", _archive(Member("a 1.txt", _paper("một")), Member("b", None, _SHUT))),
    Member("khóa.pdf", None, _SHUT),
    Member("lạ"),
)


def _rows(url: str) -> list[tuple[int | None, str, str]]:
    with sa.create_engine(url).connect() as connection:
        query = sa.select(reading.c.parent_id, reading.c.member, reading.c.kind)
        return [
            (row[0], row[1], row[2]) for row in connection.execute(query.order_by(reading.c.id))
        ]


def test_an_archive_comes_back_exactly(store: Store) -> None:
    """Members, nested ones, unread ones and their order survive."""
    store.readings.keep(_SHA256, "2", _NESTED)
    store.flush()
    assert store.readings.one(_SHA256, "2") == _NESTED
    assert store.readings.one(_SHA256, "1") is None


def test_what_was_kept_since_the_last_question_is_found(store: Store) -> None:
    """Every question sees what is committed by then, though its connection stays open."""
    assert store.readings.one(_SHA256, "2") is None
    store.readings.keep(_SHA256, "2", _paper("một"))
    store.flush()
    assert store.readings.one(_SHA256, "2") == _paper("một")


def test_what_a_crawl_has_learned_is_there_is_found_and_what_it_keeps_too(
    store: Store, anew: Callable[[], Store]
) -> None:
    """A crawl does not ask the database for digests it has learned are not there."""
    store.readings.keep(_SHA256, "2", _NESTED)
    store.flush()
    later = anew()
    later.readings.learn("2")
    assert later.readings.one(_SHA256, "2") == _NESTED
    assert later.readings.one("b" * 64, "2") is None
    later.readings.keep("b" * 64, "2", _paper("một"))
    later.flush()
    assert later.readings.one("b" * 64, "2") == _paper("một")
    later.close()


def test_what_another_program_keeps_meanwhile_is_read_once_more(
    store: Store, anew: Callable[[], Store]
) -> None:
    """That is the price of not asking for every page; keeping the same again changes nothing."""
    store.readings.learn("2")
    other = anew()
    other.readings.keep(_SHA256, "2", _NESTED)
    other.flush()
    other.close()
    assert store.readings.one(_SHA256, "2") is None
    store.readings.keep(_SHA256, "2", _NESTED)
    store.flush()
    assert store.readings.one(_SHA256, "2") == _NESTED


def test_what_was_learned_of_one_reader_is_not_taken_for_another(store: Store) -> None:
    """Its readings are asked for like before."""
    store.readings.keep(_SHA256, "1", _paper("một"))
    store.readings.learn("2")
    store.flush()
    assert store.readings.one(_SHA256, "1") == _paper("một")


def test_a_question_that_failed_leaves_the_next_a_sound_connection(database: Database) -> None:
    """What went wrong may be the connection itself."""
    glance = Glance(database.reading)
    with pytest.raises(sa.exc.OperationalError):
        glance.read(lambda c: c.execute(sa.text("SELECT * FROM nothing_of_this_name")))
    assert glance.read(lambda c: c.scalar(sa.text("SELECT 1"))) == 1
    glance.close()
    assert glance.read(lambda c: c.scalar(sa.text("SELECT 2"))) == 2
    glance.close()


def test_members_are_rows_below_their_archive(store: Store, url: str) -> None:
    """Each file in an archive has a row of its own that points at the archive's."""
    store.readings.keep(_SHA256, "2", _NESTED)
    store.flush()
    rows = _rows(url)
    assert [member for _, member, _ in rows] == [
        "",
        "1 Mục tiêu/MTCL 2026.txt",
        "2 trong.zip",
        "3 khóa.pdf",
        "4 lạ",
        "2.1 a 1.txt",
        "2.2 b",
    ]
    assert [parent for parent, _, _ in rows] == [None, 1, 1, 1, 1, 3, 3]


def test_an_archive_is_kept_once(store: Store, url: str) -> None:
    """The same reading again, in the same batch or later, adds no row."""
    for _ in range(2):
        store.readings.keep(_SHA256, "2", _NESTED)
        store.readings.keep(_SHA256, "2", _NESTED)
        store.flush()
    assert len(_rows(url)) == 7
    store.readings.keep(_SHA256, "3", _NESTED)
    store.flush()
    assert len(_rows(url)) == 14
    assert store.readings.one(_SHA256, "2") == _NESTED == store.readings.one(_SHA256, "3")


def test_paths_that_stand_twice_stop_nothing(store: Store) -> None:
    """Two files of one path, and a broken name, are kept as they came."""
    twice = _archive(Member("a", _paper("một")), Member("a", _paper("hai")), Member("\ud800"))
    store.readings.keep(_SHA256, "2", twice)
    store.flush()
    found = store.readings.one(_SHA256, "2")
    assert isinstance(found, Document)
    assert found.members[:2] == twice.members[:2]
    assert found.members[2].name == "\ufffd"


def test_archives_and_papers_of_one_batch_do_not_mix(anew: Callable[[], Store]) -> None:
    """Many readings written together come back each with its own members."""
    opened = anew()
    try:
        wanted = {f"{number:064x}": _NESTED for number in range(20)}
        plain = {f"{number + 100:064x}": _paper(str(number)) for number in range(20)}
        for sha256, value in {**wanted, **plain}.items():
            opened.readings.keep(sha256, "2", value)
        opened.flush()
        assert all(
            opened.readings.one(key, "2") == value for key, value in {**wanted, **plain}.items()
        )
    finally:
        opened.close()
