"""Pages that stand in a portal's place."""

from __future__ import annotations

from tests.province.exchange import Reply, Request
from tests.province.faults.base import NO_STORE, ROBOTS, page


def challenge_after_30(request: Request, before: int) -> Reply | None:
    """A challenge from the 31st request on."""
    if before < 30:
        return None
    body = (
        "<noscript>Please enable JavaScript to continue.</noscript>"
        '<div id="challenge">Đang kiểm tra trình duyệt của bạn trước khi truy cập. '
        "Checking your browser before accessing the site. Vui lòng chờ 5 giây...</div>"
        '<script>document.cookie="D1N=9f3a"+Math.random();setTimeout('
        "function(){location.reload()},5000)</script>"
    )
    return page("Just a moment...", body)


def maintenance(request: Request, before: int) -> Reply | None:
    """A notice of maintenance, whatever is asked."""
    if request.path == ROBOTS:
        return page("404", "Not found", 404)
    body = (
        "<h1>Hệ thống đang bảo trì</h1><p>Cổng thông tin điện tử đang được bảo trì, nâng cấp. "
        "Mời quý vị quay lại sau. Xin cảm ơn!</p>"
    )
    return page("Thông báo bảo trì hệ thống", body)


def waf(request: Request, before: int) -> Reply | None:
    """A firewall that dislikes everybody."""
    body = (
        "<h2>Your request is blocked</h2><p>The requested URL was rejected. Please consult with "
        f"your administrator.</p><p>Your support ID is: 1{before:018d}</p>"
    )
    return page("Request Rejected", body)


def login_wall(request: Request, before: int) -> Reply | None:
    """Everything leads to the form for name and password."""
    if request.path == ROBOTS:
        return page("404", "Not found", 404)
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
    return page("Đăng nhập", body)


def parked(request: Request, before: int) -> Reply | None:
    """The domain is for sale."""
    if request.path == ROBOTS:
        return Reply(200, b"User-agent: *\nAllow: /\n", media_type="text/plain")
    links = "".join(
        f'<li><a href="/?k={n}">{word}</a></li>'
        for n, word in enumerate(("Loans", "Hosting", "Vé máy bay", "Nhà cái uy tín", "Insurance"))
    )
    body = (
        f"<h1>This domain is for sale</h1><p>Tên miền này đang được rao bán. Buy this domain. "
        f"Related searches:</p><ul>{links}</ul><p>Domain parking by ExampleParking</p>"
    )
    return page("Domain for sale - tên miền đang được bán", body)
