"""What a user can get wrong: one clear line, the right exit status, and nothing harmed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.integration.programs import giamsat

GOOD = "code,name,level,parent,portal_url\n01,UBND xã A,xã,,http://127.9.9.9/\n"


def database(folder: Path) -> str:
    """A database URL inside a folder."""
    return f"sqlite:///{folder}/giamsat.db"


def imported(folder: Path, text: bytes, name: str = "registry.csv") -> tuple[int, str]:
    """Import a registry and say what came of it."""
    (folder / name).write_bytes(text)
    ended = giamsat("registry", "import", str(folder / name), "--database", database(folder))
    return ended.status, ended.err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kode,name,level,parent,portal_url\n1,A,xã,,http://a.vn/\n", ("kode", "code")),
        (
            "code,name,level,parent,portal_url,valid_from,valid_to\n"
            "1,A,xã,,http://a.vn/,2020-01-01,2024-01-01\n1,B,xã,,http://b.vn/,2023-01-01,\n",
            ("line 3", "code"),
        ),
        ("code,name,level,parent,portal_url\n1,A,xã,,http//a.vn\n", ("line 2", "portal_url")),
        (
            "code,name,level,parent,portal_url,valid_from\n1,A,xã,,http://a.vn/,31/02/2024\n",
            ("line 2", "valid_from", "31/02/2024"),
        ),
        ("code,name,level,parent,portal_url\n1,A,kingdom,,http://a.vn/\n", ("line 2", "kingdom")),
    ],
)
def test_bad_registry_names_every_bad_row(
    tmp_path: Path, text: str, words: tuple[str, ...]
) -> None:
    """Line, column and reason are named, the exit is 2, and nothing was imported."""
    status, message = imported(tmp_path, text.encode())
    assert status == 2
    for word in words:
        assert word in message
    ended = giamsat("registry", "list", "--database", database(tmp_path))
    assert "0 agencies" in ended.out or ended.status == 2


def test_registry_not_in_utf8_is_refused(tmp_path: Path) -> None:
    """Bytes of another encoding are said to be that."""
    status, message = imported(tmp_path, GOOD.encode("utf-16-le"))
    assert status == 2
    assert "UTF-8" in message


def test_xlsx_that_is_none_is_refused(tmp_path: Path) -> None:
    """A text file under the name .xlsx is said to be no workbook."""
    status, message = imported(tmp_path, b"not a workbook", "registry.xlsx")
    assert status == 2
    assert "xlsx" in message.lower()


def test_one_bad_row_keeps_the_good_ones_out(tmp_path: Path) -> None:
    """A registry is taken over whole or not at all; what was there stays."""
    assert imported(tmp_path, GOOD.encode())[0] == 0
    worse = GOOD + "02,UBND xã B,xã,,http://127.9.9.8/\n03,C,none,,http://127.9.9.7/\n"
    assert imported(tmp_path, worse.encode())[0] == 2
    ended = giamsat("registry", "list", "--database", database(tmp_path))
    assert "1 agencies" in ended.out


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("yenbai.gov.vn", "no scheme"),
        ("file:///etc/passwd", "only http"),
        ("http://169.254.169.254/", "169.254.169.254"),
        ("http://127.0.0.1/", "127.0.0.1"),
        ("http://no-such-host.invalid/", "no such host"),
        ("http://a.vn/" + "x" * 5_000_000, "5,000,012 characters"),
    ],
)
def test_check_refuses_impossible_addresses(tmp_path: Path, address: str, words: str) -> None:
    """One clear line on stderr, nothing on stdout, exit 2."""
    ended = giamsat("check", address, "--json", "--database", database(tmp_path))
    assert ended.status == 2
    assert words in ended.err
    assert ended.out == ""
    assert len(ended.err) < 700


def test_metadata_address_is_refused_even_on_private_networks(tmp_path: Path) -> None:
    """Allowing private addresses does not open the link-local one that clouds answer on."""
    allowed = {"GIAMSAT_CRAWLER__ALLOW_PRIVATE_ADDRESSES": "true"}
    words = ("check", "http://169.254.169.254/", "--database", database(tmp_path))
    ended = giamsat(*words, environment=allowed)
    assert ended.status == 2


def test_unknown_configuration_key_is_named(tmp_path: Path) -> None:
    """The key, the file and the nearest known key."""
    file = tmp_path / "mine.toml"
    file.write_text("[crawler]\ndelay = 1\n")
    ended = giamsat("crawl", "--config", str(file), "--database", database(tmp_path))
    assert ended.status == 2
    for word in ("mine.toml", "'delay'", "delay_s"):
        assert word in ended.err


def test_misspelt_publication_is_named(tmp_path: Path) -> None:
    """A publication that is not in the catalogue would silently ask for nothing."""
    assert imported(tmp_path, GOOD.encode())[0] == 0
    file = tmp_path / "mine.toml"
    file.write_text('[inspection]\nrequired = ["quality_objectivs"]\n')
    ended = giamsat("crawl", "--config", str(file), "--database", database(tmp_path))
    assert ended.status == 2
    assert "quality_objectivs" in ended.err
    assert "'quality_objectives'" in ended.err


def test_no_database_is_said(tmp_path: Path) -> None:
    """A crawl without a registry says what to run first and makes no file."""
    ended = giamsat("crawl", "--database", database(tmp_path))
    assert ended.status == 2
    assert "registry import" in ended.err
    assert not (tmp_path / "giamsat.db").exists()


def test_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    """A text file under the database's name is not touched."""
    file = tmp_path / "giamsat.db"
    file.write_bytes(b"my shopping list, much longer than a header of sixteen bytes")
    ended = giamsat("registry", "list", "--database", database(tmp_path))
    assert ended.status == 2
    assert "giamsat.db" in ended.err
    assert file.read_bytes().startswith(b"my shopping list")


def test_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    """A store that a newer giamsat wrote is not opened."""
    assert imported(tmp_path, GOOD.encode())[0] == 0
    with sqlite3.connect(tmp_path / "giamsat.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    ended = giamsat("registry", "list", "--database", database(tmp_path))
    assert ended.status == 2
    assert "version" in ended.err


def test_locked_database_is_said(tmp_path: Path) -> None:
    """A database somebody else writes to is waited for, then said to be locked."""
    assert imported(tmp_path, GOOD.encode())[0] == 0
    other = sqlite3.connect(tmp_path / "giamsat.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    status, message = imported(tmp_path, GOOD.replace("xã A", "xã Á").encode())
    other.execute("ROLLBACK")
    other.close()
    assert status == 2
    assert "locked" in message or "another process" in message


def test_unvisited_agency_is_no_crash(tmp_path: Path) -> None:
    """show and export before the first night say so."""
    assert imported(tmp_path, GOOD.encode())[0] == 0
    shown = giamsat("show", "01", "--database", database(tmp_path))
    assert shown.status == 2
    assert "not yet judged" in shown.err
    exported = giamsat("export", "missing", "--database", database(tmp_path))
    assert exported.status == 1
    assert "nothing is judged" in exported.err
    unknown = giamsat("show", "77", "--database", database(tmp_path))
    assert unknown.status == 2
    assert "77" in unknown.err
