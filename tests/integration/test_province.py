"""The small province as it runs: fetched over loopback, looked at through its log."""

from __future__ import annotations

import json
import ssl
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.province.build import Province, build_province
from tests.province.exchange import Log
from tests.province.province import Portal
from tests.province.running import start_province, write_files

Running = tuple[Province, int, Log]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The small province, started once."""
    log = tmp_path_factory.mktemp("province") / "log.jsonl"
    with start_province("small", seed=1, year=2026, log=log) as started:
        yield started


def _with(running: Running, fault: str) -> Portal:
    return next(p for p in running[0].portals if fault in p.faults)


def _fetch(url: str, context: ssl.SSLContext | None = None) -> tuple[int, bytes, str]:
    with urllib.request.urlopen(url, timeout=3, context=context) as answer:  # noqa: S310 - loopback
        return answer.status, answer.read(), answer.geturl()


def test_healthy_portals_answer_and_are_logged(running: Running) -> None:
    """Every portal without faults answers its home page, and the log tells when."""
    province, port, log = running
    for portal in province.portals:
        if set(portal.faults) - {"growing_values"}:
            continue
        assert _fetch(portal.url(port))[0] == 200
        last = log.of(portal.host)[-1]
        assert (last.method, last.status) == ("GET", 200)
        assert last.started_s <= last.ended_s
        assert last.user_agent.startswith("Python-urllib")


def test_the_log_file_has_one_json_line_a_request(running: Running) -> None:
    """What stands in memory stands in the file."""
    province, port, log = running
    assert log.path is not None
    healthy = next(p for p in province.portals if not p.faults)
    _fetch(healthy.url(port))
    lines = log.path.read_text(encoding="utf-8").splitlines()
    assert lines
    assert len(lines) == len(log.entries)
    assert all(json.loads(line)["host"].startswith("127.") for line in lines)


def test_a_refused_portal_has_no_listener(running: Running) -> None:
    """Nobody answers at its address."""
    with pytest.raises(urllib.error.URLError, match="refused"):
        _fetch(_with(running, "refused").url(running[1]))


def test_a_hanging_portal_says_nothing(running: Running) -> None:
    """The connection stands and no byte comes."""
    url = _with(running, "hang").url(running[1])
    with pytest.raises(TimeoutError):
        urllib.request.urlopen(url, timeout=0.3)  # noqa: S310 - loopback


def test_a_self_signed_certificate_is_refused_by_who_verifies(running: Running) -> None:
    """TLS works for one who does not verify, and only for him."""
    url = _with(running, "self_signed_tls").url(running[1])
    with pytest.raises(urllib.error.URLError, match="CERTIFICATE_VERIFY_FAILED"):
        _fetch(url, ssl.create_default_context())
    blind = ssl.create_default_context()
    blind.check_hostname = False
    blind.verify_mode = ssl.CERT_NONE
    assert _fetch(url, blind)[0] == 200


def test_a_moved_portal_leads_to_its_new_address(running: Running) -> None:
    """The old address redirects, path and all, to one that shows the same agency."""
    portal = _with(running, "moved_host")
    _, body, ended = _fetch(portal.url(running[1]))
    assert portal.host not in ended
    assert portal.agency.name.encode() in body


def test_the_files_of_a_demonstration_are_written(running: Running, tmp_path: Path) -> None:
    """registry.csv has a row for every agency, truth.json every inspected one."""
    province, port, _ = running
    write_files(province, port, tmp_path)
    rows = (tmp_path / "registry.csv").read_text(encoding="utf-8").splitlines()
    truth = json.loads((tmp_path / "truth.json").read_text(encoding="utf-8"))
    assert rows[0] == "code,name,level,parent,portal_url,valid_from,valid_to,successor"
    assert len(rows) == 1 + len(province.portals) + len(province.silent_rows)
    assert len(truth["agencies"]) == len(province.portals) + 1
    assert truth["agencies"][-1]["faults"] == ["no_portal"]


def test_the_same_seed_builds_the_same_pages_and_files(running: Running) -> None:
    """A second build has the same addresses, texts and bytes."""
    again = build_province("small", 1, 2026)
    for one, other in zip(running[0].hosts, again.hosts, strict=True):
        assert one.address == other.address
        assert one.pages == other.pages
        assert {k: f.body for k, (f, _) in one.files.items()} == {
            k: f.body for k, (f, _) in other.files.items()
        }
