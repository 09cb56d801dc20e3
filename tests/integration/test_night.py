"""A whole night on the small province, and the next: verdicts, manners, lists, judging again."""

from __future__ import annotations

import http.client
import json
import urllib.request
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

import pytest
from protego import Protego

from tests.integration.programs import giamsat
from tests.quality.run_province import ServedProvince, eyes, served
from tests.quality.score import Verdict, load_verdicts, share

DELAY_S = 0.02
GRACE_S = 0.010
LATE_S = 0.1
"""How late a request may be noticed."""
IN_A_ROW = 15
FIRST_DAY = timedelta()


@dataclass(frozen=True, slots=True)
class Night:
    """A province after its first night."""

    province: ServedProvince
    verdicts: tuple[Verdict, ...]
    log: tuple[Mapping[str, Any], ...]
    """What the portals saw during that night."""

    def run(self, *arguments: str, ahead: timedelta = FIRST_DAY) -> str:
        """The output of a command on the night's store."""
        ended = giamsat(*arguments, "--config", str(self.province.config), ahead=ahead)
        assert ended.status in (0, 1), ended.err
        return ended.out


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Night]:
    """The small province, served, crawled once and exported."""
    folder = tmp_path_factory.mktemp("night")
    with served(folder, size="small", seed=7, year=2026, timeout_s=1.0) as province:
        config = ("--config", str(province.config))
        assert giamsat("registry", "import", str(province.registry), *config).status == 0
        assert giamsat("crawl", *config).status == 0
        lines = (folder / "log.jsonl").read_text(encoding="utf-8").splitlines()
        matrix = folder / "matrix.json"
        export = ("export", "matrix", "--format", "json", "--output", str(matrix))
        assert giamsat(*export, *config).status == 0
        verdicts = load_verdicts(matrix, province.truth, eyes())
        yield Night(province, verdicts, tuple(json.loads(line) for line in lines))


def test_nobody_is_accused_wrongly(night: Night) -> None:
    """No missing or outdated that the truth file does not allow, on any portal."""
    wrong = [v for v in night.verdicts if v.is_false_accusation]
    assert not wrong, [(v.code, v.family, v.publication, v.status, v.right) for v in wrong]


def test_required_publications_are_found(night: Night) -> None:
    """At least 95 % of the required publications are right on readable portals."""
    required = share(v for v in night.verdicts if v.requirement == "required" and v.readable)
    assert required.total >= 30
    assert required.hits >= 0.95 * required.total, str(required)


def test_portals_that_were_not_seen_accuse_of_nothing(night: Night) -> None:
    """A fault that hides the whole portal leaves everything undetermined."""
    hidden = {"refused", "hang", "login_wall", "parked", "maintenance", "waf", "robots_all"}
    statuses = {v.status for v in night.verdicts if hidden & set(v.faults)}
    assert statuses == {"undetermined"}


def test_manners(night: Night) -> None:
    """Never two requests at once to a host, and never more of them than the delay allows.

    A portal on a busy machine may notice one request late and the next in time, so that many in a
    row are held against the delay, not each alone: that is tested where the delay is kept. What the
    scripts of one page ask for while it is shown counts as one request.
    """
    by_host: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for entry in night.log:
        by_host[entry["host"]].append(entry)
    assert len(by_host) > 20
    held = 0
    for host, entries in by_host.items():
        entries.sort(key=lambda entry: entry["started_s"])
        starts = [entries[0]["started_s"]]
        for one, following in pairwise(entries):
            if one["referer"] and one["referer"] == following["referer"]:
                continue
            assert following["started_s"] >= one["ended_s"] - GRACE_S, f"{host}: two at once"
            starts.append(following["started_s"])
        for first, last in zip(starts, starts[IN_A_ROW:], strict=False):
            assert last - first >= IN_A_ROW * DELAY_S - LATE_S, f"{host}: {last - first:.3f} s"
            held += 1
    assert held > 20


def test_portals_of_scripts_are_shown(night: Night) -> None:
    """Where there is a browser they are read like others; where there is none they stay open."""
    scripted = [v for v in night.verdicts if v.family.startswith("javascript") and not v.faults]
    assert scripted
    settled = {v.status for v in scripted} != {"undetermined"}
    assert settled is eyes().browser
    assert any(entry["referer"] for entry in night.log) is eyes().browser


def test_crawl_delay_is_obeyed(night: Night) -> None:
    """A portal whose robots.txt asks for 0.4 seconds between requests gets them."""
    truth = json.loads(night.province.truth.read_text(encoding="utf-8"))
    slow = {
        urlsplit(agency["portal_url"]).hostname
        for agency in truth["agencies"]
        if "crawl_delay" in agency["faults"]
    }
    starts: dict[str, list[float]] = defaultdict(list)
    for entry in night.log:
        if entry["host"] in slow:
            starts[entry["host"]].append(entry["started_s"])
    assert starts
    for times in starts.values():
        # the first answer is robots.txt itself, which says so
        assert all(b - a >= 0.4 - GRACE_S for a, b in pairwise(sorted(times)[1:]))


def test_robots_are_obeyed(night: Night) -> None:
    """Nothing that a portal's robots.txt forbids was asked for."""
    checked = 0
    for host, paths in _paths_by_host(night).items():
        rules = _robots(f"http://{host}:{night.province.port}/robots.txt")
        for path in paths - {"/robots.txt"}:
            checked += 1
            assert rules.can_fetch(path, "giamsat"), f"{host}{path}"
    assert checked > 200


def _paths_by_host(night: Night) -> dict[str, set[str]]:
    paths: dict[str, set[str]] = defaultdict(set)
    for entry in night.log:
        if entry["target"] == "/robots.txt" and entry["status"] == 200:
            paths[entry["host"]].add("/robots.txt")
    for entry in night.log:
        if entry["host"] in paths:
            paths[entry["host"]].add(entry["target"])
    return paths


def _robots(address: str) -> Protego:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - loopback
            return Protego.parse(answer.read().decode())
    except (OSError, http.client.HTTPException):  # a portal that hangs, refuses or drops
        return Protego.parse("")


def test_judging_again_changes_nothing(night: Night) -> None:
    """The same snapshots and rules give the same verdicts, without network, and keep nothing."""
    assert "không đổi kết luận" in " ".join(night.run("judge").split())
    told = json.loads(night.run("judge", "--json"))
    assert (told["changes"], told["appended"]) == ([], 0)


def test_lists_are_written(night: Night) -> None:
    """Each list in each format holds the agencies it should."""
    accused = {v.code for v in night.verdicts if v.status in ("missing", "outdated")}
    table = night.run("export", "missing", "--include", "expected", "--format", "json")
    assert {row["code"] for row in json.loads(table)} <= accused
    assert night.run("export", "missing").lstrip("\ufeff").startswith("code,name,level,parent")
    page = night.run("export", "matrix", "--format", "html")
    assert '<html lang="vi"' in page
    assert json.loads(night.run("export", "undetermined", "--format", "json"))
    assert json.loads(night.run("export", "evidence", "--format", "json"))


@pytest.mark.parametrize(("days", "options"), [(1, ()), (2, ("--full",))])
def test_later_nights_agree(night: Night, days: int, options: tuple[str, ...]) -> None:
    """They find the same; one that opens the portals whole confirms what two such agree on."""
    ahead = timedelta(days=days)
    night.run("crawl", *options, ahead=ahead)
    matrix = json.loads(night.run("export", "matrix", "--format", "json", ahead=ahead))
    sound = {v.code for v in night.verdicts if v.readable}
    before = {(v.code, v.publication): v.status for v in night.verdicts}
    findings = [(r, f) for r in matrix for f in r["findings"] if r["agency"]["code"] in sound]
    changed = [
        (r["agency"]["code"], f["publication"], before[key], f["status"])
        for r, f in findings
        if (key := (r["agency"]["code"], f["publication"])) in before and before[key] != f["status"]
    ]
    assert not changed
    accusing = [(r, f) for r, f in findings if f["status"] in ("missing", "outdated")]
    assert accusing
    for report, finding in accusing:
        confirmed = finding["confirmations"] == 2 and finding["confirmed"]
        assert confirmed is (report["rests_on"] is None)
    assert any(report["rests_on"] for report, _ in accusing) is not bool(options)
    assert sum(r["coverage"]["not_modified"] for r in matrix) > 0


SHAPE = {
    "agency": {"code", "name", "level"},
    "findings": {
        "publication", "requirement", "status", "confidence", "confirmations", "reason",
        "legal_basis", "evidence",
    },
    "evidence": {
        "url", "title", "number", "issued_on", "year", "issuer", "media_type", "sha256",
        "captured_at", "quote",
    },
    "coverage": {
        "requests", "pages", "documents", "not_modified", "body_bytes", "failed", "complete",
        "open", "stopped_by", "search", "sitemap", "unread", "platform",
    },
}  # fmt: skip


def test_check_prints_the_agreed_shape(night: Night) -> None:
    """`check --json` prints one JSON document with every key that others read, and no other."""
    seen = [v for v in night.verdicts if v.status == "published" and not v.faults]
    matrix = json.loads(night.run("export", "matrix", "--format", "json"))
    stored = next(r for r in matrix if r["agency"]["code"] == seen[0].code)
    name = stored["agency"]["name"]
    out = night.run("check", stored["portal_url"], "--name", name, "--json")
    report = json.loads(out)
    assert report["agency"]["code"] is None
    assert report["agency"]["name"] == name
    for top in ("portal_url", "year", "portal_state", "started_at", "finished_at"):
        assert isinstance(report[top], str | int)
    assert report["agency"].keys() >= SHAPE["agency"]
    assert report["coverage"].keys() >= SHAPE["coverage"]
    assert isinstance(report["coverage"]["open"], dict)
    assert len(report["findings"]) == 12
    evidence = [e for f in report["findings"] for e in f["evidence"]]
    assert evidence
    assert all(f.keys() >= SHAPE["findings"] for f in report["findings"])
    assert all(e.keys() >= SHAPE["evidence"] for e in evidence)
    assert all(urlsplit(e["url"]).scheme == "http" for e in evidence)
    again = {f["publication"]: f["status"] for f in report["findings"]}
    assert again["quality_objectives"] == _status_of(stored, "quality_objectives")


def _status_of(report: Mapping[str, Any], publication: str) -> str:
    found = next(f for f in report["findings"] if f["publication"] == publication)
    return str(found["status"])
