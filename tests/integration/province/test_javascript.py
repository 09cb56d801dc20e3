"""The portals that a browser builds: nothing without it, everything with a real one."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest

from tests.integration.province.made_host import fetched, small_host
from tests.province.running import chosen_province

BROWSER = shutil.which("chromium-headless-shell")


def test_the_shell_is_the_same_at_every_address() -> None:
    """An address that exists and one that does not are answered alike, with 200 and no words."""
    host = small_host("javascript_app")
    assert fetched(host, "/chuyen-muc/7") == fetched(host, "/khong/co/dau")
    assert "Văn bản số".encode() not in fetched(host, "/chuyen-muc/7")[1]


def test_the_interface_tells_what_the_pages_hold() -> None:
    """Lists come page by page, entries with their files; what is unknown is 404."""
    host = small_host("javascript_app")
    section = json.loads(fetched(host, "/api/chuyen-muc/7?trang=2")[1])
    assert (section["trang"], section["soTrang"]) == (2, 6)
    address = section["danhSach"][0]["duongDan"]
    entry = json.loads(fetched(host, f"/api{address}")[1])
    assert fetched(host, entry["tep"][0]["duongDan"])[0] == 200
    assert fetched(host, "/api/chuyen-muc/4711?trang=1")[0] == 404


@pytest.mark.skipif(BROWSER is None, reason="chromium-headless-shell is not installed")
@pytest.mark.parametrize("family", ["javascript_app", "javascript_shell"])
def test_a_real_browser_shows_the_portal(family: str) -> None:
    """Chromium runs the script: agency, menu and the links of the home page stand in the page."""
    with chosen_province((family,), ()) as (province, port):
        portal = province.portals[0]
        shown = _rendered(portal.url(port))
    assert f"<title>Trang chủ - {portal.agency.name}" in shown
    site = province.sites[portal.agency.code]
    assert all(section.title in shown for section in site.children(""))
    assert re.search(r'href="/bai-viet/\d+', shown)


def _rendered(address: str) -> str:
    assert BROWSER is not None
    options = ("--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000", "--dump-dom")
    ended = subprocess.run(
        [BROWSER, *options, address], capture_output=True, text=True, timeout=60, check=True
    )
    return ended.stdout
