"""A whole look at portals of scripts, by the program itself."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from tests.integration.crawler_browser.showing_pages import data, html, needs_chromium, script
from tests.integration.programs import command, environment
from tests.integration.small_server import SmallServer, serving

pytestmark = needs_chromium
IP = "127.0.44.8"
TEXT = "Trang thông tin của Ủy ban nhân dân xã Một, đăng văn bản, tin tức và thông báo. " * 5
BY_ROUTE = """function show() {
  fetch('/api' + (location.hash.slice(1) || '/')).then(r => r.json()).then(d => {
    document.title = d.ten
    root.innerHTML = '<main><h1>' + d.ten + '</h1><p>' + d.noiDung + '</p><ul>' + d.muc.map(
      m => '<li><a href="' + m.href + '">' + m.ten + '</a></li>').join('') + '</ul></main>' }) }
addEventListener('hashchange', show); show()"""


def entry(name: str, *links: tuple[str, str]) -> list[bytes]:
    """What the interface says of one page."""
    listed = [{"href": href, "ten": words} for href, words in links]
    return data(json.dumps({"ten": name, "noiDung": TEXT, "muc": listed}))


def looked_at(
    pages: dict[str, list[bytes]], folder: Path, **settings: str
) -> tuple[dict[str, Any], SmallServer]:
    """What a check of the portal prints, and the server with its log."""
    config = folder / "config.toml"
    config.write_text(
        f'[database]\nurl = "sqlite:///{folder}/none.db"\n'
        "[crawler]\nallow_private_addresses = true\ndelay_s = 0.0\n",
        encoding="utf-8",
    )

    async def work() -> tuple[bytes, SmallServer]:
        async with serving(pages) as server:
            options = ("--json", "--name", "UBND xã Một", "--config", str(config))
            process = await asyncio.create_subprocess_exec(
                *command("check", server.at(IP, "/"), *options),
                env=environment() | settings,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
            )
            out, _ = await process.communicate()
        return out, server

    out, server = asyncio.run(work())
    return json.loads(out), server


def by_routes() -> dict[str, list[bytes]]:
    """A portal whose pages are told apart behind "#" only."""
    paper = "Chính sách chất lượng của Ủy ban nhân dân xã Một"
    return {
        "/": html('<div id="root"></div><script src="/main.js"></script>'),
        "/main.js": script(BY_ROUTE),
        "/api/": entry("Trang chủ", ("#/iso", "Hệ thống QLCL ISO 9001:2015"), ("#/tin", "Tin tức")),
        "/api/iso": entry("Hệ thống QLCL ISO 9001:2015", ("#/iso/1", paper)),
        "/api/iso/1": entry(paper),
        "/api/tin": entry("Tin tức"),
    }


def test_pages_behind_a_sign_are_pages_of_their_own(tmp_path: Path) -> None:
    """Each route is shown, and the server asked for nothing that it could not know."""
    report, server = looked_at(by_routes(), tmp_path)
    asked = {seen.path for seen in server.log}
    assert {"/api/", "/api/iso", "/api/iso/1", "/api/tin"} <= asked
    assert all("#" not in seen.head for seen in server.log)
    assert report["portal_state"] == "reached"
    assert report["coverage"]["pages"] == 4
    opened = [e["url"] for f in report["findings"] for e in f["evidence"]]
    assert all(url.startswith("http") for url in opened)


def test_without_a_browser_nobody_is_accused(tmp_path: Path) -> None:
    """Everything stays open, and the reason says what to do."""
    report, _ = looked_at(by_routes(), tmp_path, GIAMSAT_BROWSER__ENABLED="false")
    assert {finding["status"] for finding in report["findings"]} == {"undetermined"}
    assert "trình duyệt bị tắt" in report["findings"][0]["reason"]
