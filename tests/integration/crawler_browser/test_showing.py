"""Pages shown by a real browser: their text, what they ask for, and how politely."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from documents.read import read_body
from domain.documents import Document, Need
from domain.exchanges import Ask
from domain.outcomes import Outcome
from tests.integration.crawler_browser.showing_pages import (
    IP,
    OTHER_IP,
    Shop,
    data,
    html,
    needs_chromium,
    run,
    script,
)

pytestmark = needs_chromium
ROOT = '<div id="root"></div>'
TEXT = "<p>Văn bản của Ủy ban nhân dân xã, xếp theo ngày ban hành, mới nhất đứng trước.</p>" * 3
SHOW = "fetch('/api').then(r => r.json()).then(d => { root.innerText = d.noiDung })"
SHELL = html(f'{ROOT}<script src="/main.js"></script>')
PORTAL = {
    "/": SHELL,
    "/tin": SHELL,
    "/main.js": script(SHOW),
    "/api": data('{"noiDung": "Mục tiêu chất lượng năm 2026"}'),
}


def test_the_text_of_its_scripts_is_shown_and_the_data_kept() -> None:
    """The page as a person sees it, in UTF-8; what came by plain HTTP is not asked for again."""

    async def work(shop: Shop) -> None:
        shown = await shop.show()
        assert shown.answer.outcome is Outcome.OK
        assert "Mục tiêu chất lượng năm 2026" in shown.answer.body.decode()
        assert [part.ask.address for part in shown.parts] == [shop.server.at(IP, "/api")]
        assert [seen.path for seen in shop.server.log] == ["/", "/main.js", "/api"]

    run(PORTAL, work)


def test_a_visit_asks_for_scripts_and_data_once() -> None:
    """The second page of a portal costs nothing that the first had already."""

    async def work(shop: Shop) -> None:
        render = shop.browser.renderer()
        for path in ("/", "/tin"):
            shown = await render(await shop.ask(path), lambda address: False)
            assert "Mục tiêu" in shown.answer.body.decode()
        assert (shop.asked("/main.js"), shop.asked("/api")) == (1, 1)
        assert shop.browser.chromium.starts == 1

    run(PORTAL, work)


def test_only_text_scripts_and_data_are_asked_for() -> None:
    """No pictures, styles, frames, windows, sockets, beacons or hints; who asks is said."""
    asks = """
        new WebSocket('ws://' + location.host + '/socket'); new EventSource('/events');
        navigator.sendBeacon('/beacon', 'x'); new Image().src = '/a.png'; window.open('/window');
        const hint = document.createElement('link'); hint.rel = 'prefetch'; hint.href = '/hint';
        document.head.append(hint); navigator.serviceWorker.register('/worker.js').catch(() => 0);
        const rtc = new RTCPeerConnection({iceServers: [{urls: 'stun:127.0.44.3:3478'}]});
        rtc.createDataChannel('x'); rtc.createOffer().then(o => rtc.setLocalDescription(o));
        root.innerText = 'xong'"""
    body = (
        f'<link rel="stylesheet" href="/a.css"><iframe src="/frame"></iframe><img src="/b.png">'
        f'<object data="/object"></object><video src="/film.mp4"></video>{ROOT}'
        f"<script>{asks}</script>"
    )

    async def work(shop: Shop) -> None:
        shown = await shop.show()
        assert "xong" in shown.answer.body.decode()
        assert [seen.path for seen in shop.server.log] == ["/"]

    run({"/": html(body)}, work)


def test_nothing_is_sent_that_names_anybody() -> None:
    """A script's own credentials stay out; our name and the page it belongs to are told."""
    call = "fetch('/api', {headers: {Authorization: 'Bearer x', 'X-Don-Vi': '7'}})"

    async def work(shop: Shop) -> None:
        await shop.show()
        head = next(seen.head.lower() for seen in shop.server.log if seen.path == "/api")
        assert "authorization" not in head
        assert "cookie" not in head
        assert "x-don-vi: 7" in head
        assert f"user-agent: {shop.fetcher.agent}".lower() in head
        assert f"referer: {shop.server.at(IP, '/')}" in head

    run({"/": html(f"{ROOT}<script>{call}</script>"), "/api": data("{}")}, work)


def test_what_robots_closes_is_not_asked_for() -> None:
    """The page is then not seen whole, and the reason says why."""

    async def work(shop: Shop) -> None:
        shown = await shop.show(forbids=lambda address: address.endswith("/api"))
        assert shop.asked("/api") == 0
        assert shown.answer.cut_off
        assert "robots.txt" in shown.answer.detail

    run(PORTAL, work)


def test_a_page_whose_data_failed_was_not_seen_whole() -> None:
    """Whatever it says then; what an interface answers with 404 is its own business."""
    told = "fetch('{}').then(r => r.ok || gone()).catch(() => root.innerText = 'Không có')"
    pages = {
        "/hong": html(f"{ROOT}<script>{told.format('/500')}</script>"),
        "/mat": html(f"{ROOT}<script>{told.format('/404')}</script>"),
        "/500": data("{}", "500 Internal Server Error"),
    }

    async def work(shop: Shop) -> None:
        broken, gone = await shop.show("/hong"), await shop.show("/mat")
        assert (broken.answer.outcome, broken.answer.cut_off) == (Outcome.HTTP_ERROR, True)
        assert "/500" in broken.answer.detail
        assert gone.answer.outcome is Outcome.OK

    run(pages, work)


def test_data_that_came_well_and_tells_of_a_failure_did_not_come() -> None:
    """However often the page is shown: what failed is asked again, and not remembered."""
    said = b'{"success": false, "message": "Object reference not set to an instance", "items": []}'
    told = "fetch('/loi').then(r => r.json()).then(() => root.innerText = 'Không có dữ liệu')"
    pages = {"/": html(f"{ROOT}<script>{told}</script>"), "/loi": data(said.decode())}

    async def work(shop: Shop) -> None:
        for times in (1, 2):
            shown = await shop.show()
            assert shown.answer.cut_off
            assert "/loi" in shown.answer.detail
            assert shop.asked("/loi") == times

    run(pages, work)


def test_while_a_page_is_shown_nothing_else_is_asked_of_its_machine() -> None:
    """A shown page holds the turn of one request, and the pause follows its last part."""
    calls = "for (let n = 0; n < 4; n++) fetch('/api?' + n)"

    async def work(shop: Shop) -> None:
        shell = await shop.ask()
        showing = asyncio.create_task(shop.browser.renderer()(shell, lambda address: False))
        while shop.asked("/api") < 1:
            shop.server.asked.clear()
            await shop.server.asked.wait()
        await shop.fetcher(Ask(shop.server.at(IP, "/sau")))
        await showing
        assert [seen.path for seen in shop.server.log] == ["/", *["/api"] * 4, "/sau"]
        last, after = shop.server.log[-2:]
        assert after.at_s - last.at_s >= 0.2 - 0.01

    run({"/": html(f"<script>{calls}</script>"), "/api": data("{}")}, work, delay_s=0.2)


def test_the_parts_of_a_page_are_capped() -> None:
    """Beyond so many the page counts as not seen whole."""
    calls = "for (let n = 0; n < 30; n++) fetch('/api?' + n).catch(() => 0)"
    shell = html(f"{ROOT}<script>{calls}; root.innerText = 'xong'</script>")

    async def work(shop: Shop) -> None:
        shop.browser.settings = replace(shop.browser.settings, max_requests=10)
        shown = await shop.show()
        assert shop.asked("/api") == 10
        assert shown.answer.cut_off

    run({"/": shell, "/api": data("{}")}, work)


def test_data_may_lie_on_another_host() -> None:
    """An interface beside the portal is asked, as any browser would, if it allows that."""
    call = "fetch('http://{ip}:{port}/api').then(r => r.text()).then(t => root.innerText = t)"

    async def work(shop: Shop) -> None:
        code = call.format(ip=OTHER_IP, port=shop.server.port)
        shop.server.pages["/"][:] = html(f"{ROOT}<script>{code}</script>")
        shown = await shop.show()
        assert "từ nơi khác" in shown.answer.body.decode()
        assert shop.server.log[-1].host == OTHER_IP

    allowed = data('"từ nơi khác"', "200 OK", "Access-Control-Allow-Origin: *")
    run({"/": html(""), "/api": allowed}, work)


def test_a_page_that_sets_a_cookie_and_loads_again_is_let_in() -> None:
    """The commonest guard against floods, passed as every browser does; then it needs none."""
    guard = "<script>document.cookie = 'D1N=abc'; location.reload(true)</script>"

    async def work(shop: Shop) -> None:
        shown = await shop.show()
        assert "Cổng của xã" in shown.answer.body.decode()
        await shop.ask("/khac")
        assert all("cookie: d1n=abc" in seen.head.lower() for seen in shop.server.log[1:])
        assert len(shop.server.log) == 3

    run({"/": [*html(guard), *html("Cổng của xã")]}, work)


def test_a_page_that_says_that_it_loads_is_given_more_time() -> None:
    """On a busy machine data is there long before it is drawn; what loads for ever is shown so."""
    late = f"setTimeout(() => root.innerHTML = `<main>{TEXT}</main>`, 2000)"
    pages = {
        f"/{name}": html(f"{ROOT}<script>root.textContent = 'Đang tải dữ liệu...'; {then}</script>")
        for name, then in (("tre", late), ("mai", ""))
    }

    async def work(shop: Shop) -> None:
        assert TEXT in (await shop.show("/tre")).answer.body.decode()
        assert "Đang tải dữ liệu" in (await shop.show("/mai")).answer.body.decode()

    run(pages, work)


def test_a_menu_that_only_a_click_opens_is_told() -> None:
    """Its words stand there as links nobody can open; what only folds a menu out is none."""
    menu = (
        '<nav><ul><li role="menuitem"><span>Công khai ISO 9001:2015</span></li>'
        '<li><a href="#">Giới thiệu</a><ul><li><a href="/chung">Chung</a></li></ul></li>'
        '<li><a class="muc">Văn bản chỉ đạo</a></li><li><a>Tìm kiếm</a></li></ul></nav>'
    )
    code = f"root.innerHTML = '{menu}'; root.querySelector('.muc').onclick = () => 0"

    async def work(shop: Shop) -> None:
        shown = await shop.show()
        reading = read_body(shown.answer.body)
        assert isinstance(reading, Document)
        only = [link.text for link in reading.links if link.posts]
        assert only == ["Công khai ISO 9001:2015", "Văn bản chỉ đạo"]
        assert [link.href for link in reading.links if not link.posts] == ["/chung"]

    run({"/": html(f"{ROOT}<script>{code}</script>")}, work)


def test_an_address_in_a_script_is_told_by_the_markup() -> None:
    """A menu entry whose script names its page leads there, and is no second entry without one."""
    menu = (
        """<a href="javascript:moTrang('/tai-lieu?id=363')">Tài liệu hệ thống ISO</a>"""
        '<a href="javascript:void(0)" class="muc">Văn bản chỉ đạo</a>'
    )

    async def work(shop: Shop) -> None:
        reading = read_body((await shop.show()).answer.body)
        assert isinstance(reading, Document)
        assert [link.href for link in reading.links if not link.posts] == ["/tai-lieu?id=363"]
        assert [link.text for link in reading.links if link.posts] == ["Văn bản chỉ đạo"]

    run({"/": html(f"<nav>{menu}</nav>{ROOT}<script>root.innerHTML = '{TEXT}'</script>")}, work)


def test_a_long_title_that_only_a_click_opens_is_told() -> None:
    """Titles of papers run over many lines; their beginning tells which."""
    title = "Quyết định về việc công bố Hệ thống quản lý chất lượng " + "tại cơ quan " * 20
    code = f"root.innerHTML = '<main>{TEXT}<a>{title}</a></main>'"

    async def work(shop: Shop) -> None:
        reading = read_body((await shop.show()).answer.body)
        assert isinstance(reading, Document)
        (only,) = (link.text for link in reading.links if link.posts)
        assert title.startswith(only)

    run({"/": html(f"{ROOT}<script>{code}</script>")}, work)


def test_a_list_that_only_a_click_goes_on_with_is_told() -> None:
    """Page numbers without addresses, or a button for more: the list was not seen whole."""
    paged = '<ul class="ant-pagination"><li><a>1</a></li><li><a rel="nofollow">2</a></li></ul>'
    more = "<button>Xem thêm</button>"
    called = '<div onclick="getData(2)">Xem tất cả</div>'
    plain = '<ul class="pagination"><li><a href="?trang=2">2</a></li></ul>'
    pages = {
        f"/{name}": html(f"{ROOT}<script>root.innerHTML = `<main>{TEXT}{end}</main>`</script>")
        for name, end in (("so", paged), ("nut", more), ("goi", called), ("thuong", plain))
    }

    async def work(shop: Shop) -> None:
        needs = {}
        for path in pages:
            reading = read_body((await shop.show(path)).answer.body)
            assert isinstance(reading, Document)
            needs[path] = reading.needs
        posts = (Need.POST_PAGING,)
        assert needs == {"/so": posts, "/nut": posts, "/goi": posts, "/thuong": ()}

    run(pages, work)
