"""What stands behind "#" names a page only where scripts read it as a path."""

from __future__ import annotations

import pytest

from crawler.routes import route_of, with_route


@pytest.mark.parametrize(
    ("address", "route"),
    [
        ("#/van-ban", "#/van-ban"),
        ("http://xa.vn/#!/tin/12?trang=2", "#!/tin/12?trang=2"),
        ("/app.html#/iso", "#/iso"),
        ("#", ""),
        ("#/", ""),
        ("#!", ""),
        ("#top", ""),
        ("/tin#binh-luan", ""),
        ("#/a b", ""),
    ],
)
def test_route_of(address: str, route: str) -> None:
    """A place on the page, an idle link and the home route are none."""
    assert route_of(address) == route


def test_with_route() -> None:
    """The route takes the place of another."""
    assert with_route("http://xa.vn/", "#/iso") == "http://xa.vn/#/iso"
    assert with_route("http://xa.vn/#/a", "#/b") == "http://xa.vn/#/b"
    assert with_route("http://xa.vn/a", "") == "http://xa.vn/a"
