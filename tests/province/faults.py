"""The faults that answer in a portal's place: each looks at a request and may take it over."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tests.province.exchange import Act, Reply, Request

Fault = Callable[[Request, int], Reply | None]
"""Given a request and how many came before it, the reply; None leaves it to the portal."""

NO_STORE = (("Cache-Control", "no-store, no-cache, must-revalidate"),)


def _page(title: str, body: str, status: int = 200) -> Reply:
    text = (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body>{body}</body></html>"
    )
    return Reply(status, text.encode(), NO_STORE)


def _hang(request: Request, before: int) -> Reply | None:
    return Reply(act=Act.HANG)


def _every_third_503(request: Request, before: int) -> Reply | None:
    if before % 3 != 2:
        return None
    body = "<h1>503 Service Temporarily Unavailable</h1><hr><center>nginx</center>"
    return _page("503 Service Temporarily Unavailable", body, 503)


def _dies_after_25(request: Request, before: int) -> Reply | None:
    return Reply(act=Act.DROP) if before >= 25 else None


def _challenge_after_30(request: Request, before: int) -> Reply | None:
    if before < 30:
        return None
    body = (
        "<noscript>Please enable JavaScript to continue.</noscript>"
        '<div id="challenge">Đang kiểm tra trình duyệt của bạn trước khi truy cập. '
        "Checking your browser before accessing the site. Vui lòng chờ 5 giây...</div>"
        '<script>document.cookie="D1N=9f3a"+Math.random();setTimeout('
        "function(){location.reload()},5000)</script>"
    )
    return _page("Just a moment...", body)


def _redirect_loop(request: Request, before: int) -> Reply | None:
    target = "/default.aspx?r=1" if request.path != "/default.aspx" else "/index.aspx"
    return Reply(302, b"", (("Location", target), *NO_STORE))


def _maintenance(request: Request, before: int) -> Reply | None:
    if request.path == "/robots.txt":
        return _page("404", "Not found", 404)
    body = (
        "<h1>Hệ thống đang bảo trì</h1><p>Cổng thông tin điện tử đang được bảo trì, nâng cấp. "
        "Mời quý vị quay lại sau. Xin cảm ơn!</p>"
    )
    return _page("Thông báo bảo trì hệ thống", body)


def _waf(request: Request, before: int) -> Reply | None:
    body = (
        "<h2>Your request is blocked</h2><p>The requested URL was rejected. Please consult with "
        f"your administrator.</p><p>Your support ID is: 1{before:018d}</p>"
    )
    return _page("Request Rejected", body)


def _login_wall(request: Request, before: int) -> Reply | None:
    if request.path == "/robots.txt":
        return _page("404", "Not found", 404)
    if not request.path.startswith("/login"):
        return Reply(302, b"", (("Location", "/login?returnUrl=%2F"), *NO_STORE))
    return login_page()


def login_page() -> Reply:
    """A form that asks for name and password."""
    body = (
        '<form action="/login" method="post"><h3>Đăng nhập hệ thống</h3>'
        '<label>Tên đăng nhập</label><input type="text" name="username">'
        '<label>Mật khẩu</label><input type="password" name="password">'
        '<button type="submit">Đăng nhập</button><a href="#">Quên mật khẩu?</a></form>'
    )
    return _page("Đăng nhập", body)


def _parked(request: Request, before: int) -> Reply | None:
    if request.path == "/robots.txt":
        return Reply(200, b"User-agent: *\nAllow: /\n", media_type="text/plain")
    links = "".join(
        f'<li><a href="/?k={n}">{word}</a></li>'
        for n, word in enumerate(("Loans", "Hosting", "Vé máy bay", "Nhà cái uy tín", "Insurance"))
    )
    body = (
        f"<h1>This domain is for sale</h1><p>Tên miền này đang được rao bán. Buy this domain. "
        f"Related searches:</p><ul>{links}</ul><p>Domain parking by ExampleParking</p>"
    )
    return _page("Domain for sale - tên miền đang được bán", body)


def _robots(text: str, status: int, request: Request, before: int) -> Reply | None:
    if request.path != "/robots.txt":
        return None
    return Reply(status, text.encode(), media_type="text/plain; charset=utf-8")


def moved_to(origin: str, keeps_path: bool, request: Request, before: int) -> Reply:
    """Redirects everything to another address."""
    target = request.target if keeps_path else "/"
    return Reply(301, b"", (("Location", origin + target), *NO_STORE))


def answering(names: tuple[str, ...], forbidden: tuple[str, ...]) -> list[Fault]:
    """The faults that answer in the portal's place; ``forbidden`` is what robots.txt closes."""
    closed = "".join(f"Disallow: {path}\n" for path in forbidden)
    known: dict[str, Fault] = {
        "hang": _hang,
        "every_third_503": _every_third_503,
        "dies_after_25": _dies_after_25,
        "challenge_after_30": _challenge_after_30,
        "redirect_loop": _redirect_loop,
        "maintenance": _maintenance,
        "waf": _waf,
        "login_wall": _login_wall,
        "parked": _parked,
        "robots_all": partial(_robots, "User-agent: *\nDisallow: /\n", 200),
        "robots_500": partial(_robots, "Internal Server Error", 500),
        "robots_part": partial(_robots, f"User-agent: *\n{closed}", 200),
        "crawl_delay": partial(
            _robots, "User-agent: *\nCrawl-delay: 0.4\nDisallow: /admin/\n", 200
        ),
    }
    return [known[name] for name in names if name in known]
