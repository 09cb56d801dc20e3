"""What belongs to a portal."""

from __future__ import annotations

import pytest

from crawler.scope import Scope, is_login_system


def test_host_and_prefix() -> None:
    """Two agencies on one host are told apart by their path."""
    scope = Scope(("http://sub.dost-dongnai.gov.vn/xuanphu/",))
    assert scope.covers("https://sub.dost-dongnai.gov.vn/xuanphu")
    assert scope.covers("http://www.sub.dost-dongnai.gov.vn:80/xuanphu/a?x=1")
    assert not scope.covers("http://sub.dost-dongnai.gov.vn/xuanphuong/")
    assert not scope.covers("http://sub.dost-dongnai.gov.vn/")


@pytest.mark.parametrize(
    "home", ["/", "", "/Pages/default.aspx", "/index.php?x=1", "/trang-chu", "/vi"]
)
def test_a_home_page_is_no_prefix(home: str) -> None:
    """The name of the home page does not narrow the portal."""
    assert Scope(("https://xa.yenbai.gov.vn" + home,)).covers("http://xa.yenbai.gov.vn/tin/1")


def test_ports_tell_hosts_apart() -> None:
    """Another port is another server."""
    scope = Scope(("http://127.0.0.9:8000/",))
    assert scope.covers("http://127.0.0.9:8000/a")
    assert not scope.covers("http://127.0.0.9:8001/a")


def test_province() -> None:
    """Hosts of one registered domain are one province; IP literals and suffixes are none."""
    scope = Scope(("http://xa.yenbai.gov.vn/",))
    assert scope.same_province("https://sokhcn.yenbai.gov.vn/a.pdf")
    assert not scope.same_province("https://laocai.gov.vn/")
    assert not Scope(("http://127.0.0.9/",)).same_province("http://127.0.0.10/")
    assert Scope(("http://127.0.0.9/a/",)).same_province("http://127.0.0.9/b")


@pytest.mark.parametrize(
    "address",
    [
        "https://login.yenbai.gov.vn/",
        "http://qlvb.yenbai.gov.vn/a",
        "http://mail.xa.vn/",
        "http://xa.vn/wp-admin/",
        "http://xa.vn/user/login?destination=a",
        "http://xa.vn/Dang-Nhap.aspx",
        "http://xa.vn/tabid/1/ctl?ctl=Login",
    ],
)
def test_login_systems(address: str) -> None:
    """Login pages, mail and document systems are known by host, path or query."""
    assert is_login_system(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://xa.vn/huong-dan-dang-nhap-dich-vu-cong",
        "http://xa.vn/tin?id=5",
        "http://vanphong.xa.vn/",
    ],
)
def test_pages_about_logging_in(address: str) -> None:
    """An article about logging in is an article."""
    assert not is_login_system(address)
