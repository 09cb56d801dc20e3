"""When a page is done: nothing under way, and what it shows has stopped to change."""

from __future__ import annotations

import asyncio

from playwright.async_api import Error, Page

from crawler.browser.seen import Traffic

QUIET_S = 0.4
"""Scripts that have their data show it within this; timers that fetch more start within it."""
STEADY_S = 0.15
"""What still grows has changed after so long."""
MOST_QUIET_S = 3.0
"""However slow the machine is."""
_LOOKS = 10
"""Quiet lasts as long as so many looks at the page: a busy machine is slow in all it does."""
_MOST_UNSTEADY = 8
"""Clocks and running lines never stop: after so many quiet looks it is done all the same."""
_MOST_WAITS = 5
"""How often a page that says that it is loading is given the time of a quiet look more."""
_SAYS_LOADING = """() => /(^|\\n)\\W*(đang (được )?(tải|nạp|xử lý)|loading|please wait)/i
  .test((document.body ? document.body.innerText : '').slice(0, 20000))"""
_LENGTH = "document.documentElement ? document.documentElement.innerHTML.length : 0"


async def settled(page: Page, traffic: Traffic) -> int:
    """Wait until the page is done; how many letters its markup has then.

    Runs until it is cancelled where a page never comes to rest.
    """
    length, unsteady, look_s, waits = -1, 0, 0.0, 0
    loop = asyncio.get_running_loop()
    while True:
        moment_s = STEADY_S if unsteady else QUIET_S
        if await _stirs(traffic, min(MOST_QUIET_S, max(moment_s, _LOOKS * look_s))):
            length, unsteady = -1, 0
            continue
        begun_s = loop.time()
        now = await _length(page)
        look_s = loop.time() - begun_s
        unsteady += 1
        if now >= 0 and (now == length or unsteady > _MOST_UNSTEADY):
            if waits == _MOST_WAITS or not await _says_loading(page):
                return now
            waits, unsteady, now = waits + 1, 0, -1
        length = now


async def _stirs(traffic: Traffic, moment_s: float) -> bool:
    """Whether anything was asked for within a moment, once nothing was under way."""
    while traffic.under_way:
        traffic.stirred.clear()
        await traffic.stirred.wait()
    traffic.stirred.clear()
    try:
        async with asyncio.timeout(moment_s):
            await traffic.stirred.wait()
    except TimeoutError:
        return False
    return True


async def _says_loading(page: Page) -> bool:
    """Whether it still shows a line that its data is on the way: it came, and is not drawn yet."""
    try:
        return bool(await page.evaluate(_SAYS_LOADING))
    except Error:
        if page.is_closed():
            raise
        return False


async def _length(page: Page) -> int:
    """Answered only when the page's scripts pause; -1 while one document replaces another."""
    try:
        return int(await page.evaluate(_LENGTH))
    except Error:
        if page.is_closed():
            raise
        return -1
