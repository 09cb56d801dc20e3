"""A portal of one commune whose pages are given, for nights in a row without a network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from domain.exchanges import Answer, Ask
from domain.outcomes import Outcome
from tests.integration.faults.portal import OBJECTIVES
from tests.unit.app.portals import Net

ROOT = "http://xa2.vn"
CODE = "2"
_MENU = (
    "<nav><a href='/'>Trang chủ</a> <a href='/iso'>Hệ thống quản lý chất lượng ISO 9001:2015</a> "
    "<a href='/gioi-thieu'>Giới thiệu chung</a> <a href='/van-ban'>Văn bản</a></nav>"
)


def page(title: str, body: str) -> str:
    """A page with the portal's frame around it."""
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title></head><body><header><h2>Cổng thông tin "
        f"điện tử UBND xã Hai</h2></header>{_MENU}<main><h1>{title}</h1>{body}</main>"
        f"<footer>UBND xã Hai, huyện Trấn Yên</footer></body></html>"
    )


def links(*entries: tuple[str, str]) -> str:
    """A list of links: address and words."""
    return "<ul>" + "".join(f"<li><a href='{at}'>{said}</a></li>" for at, said in entries) + "</ul>"


PAPER = page(
    "Mục tiêu chất lượng năm 2026",
    OBJECTIVES.replace("Minh Quán", "Hai").replace("MINH QUÁN", "HAI"),
)
THE_PAPER = ("/iso/mtcl", "Mục tiêu chất lượng năm 2026 của UBND xã Hai")
ANOTHER = ("/van-ban/90", "Mục tiêu chất lượng năm 2026 của UBND xã Hai")
TURNING = "<div class='pagination'><a href='/van-ban?page=2'>2</a></div>"


def papers(first: int, last: int) -> tuple[tuple[str, str], ...]:
    """Entries of the list of papers about other matters."""
    return tuple(
        (f"/van-ban/{number}", f"Thông báo lịch tiếp công dân tháng {number} năm 2026")
        for number in range(first, last + 1)
    )


def pages() -> dict[str, str]:
    """The portal with its paper, and a list of two pages."""
    made = {
        "/": page("UBND xã Hai", "<p>Trang thông tin điện tử của xã.</p>"),
        "/iso": page("Hệ thống quản lý chất lượng", links(THE_PAPER)),
        THE_PAPER[0]: PAPER,
        "/gioi-thieu": page("Giới thiệu chung", "<p>Xã Hai nằm ở phía bắc huyện Trấn Yên.</p>"),
        "/van-ban": page("Văn bản", links(*papers(1, 6)) + TURNING),
        "/van-ban?page=2": page("Văn bản", links(*papers(7, 12)) + TURNING),
    }
    for at, said in papers(1, 12):
        made[at] = page(said, f"<p>{said}. Nhân dân biết và đến đúng giờ, mang theo {at}.</p>")
    return made


@dataclass
class Scripted(Net):
    """Serves the given pages of one host; some addresses fail instead."""

    pages: Mapping[str, str] = field(default_factory=dict)
    fails: Mapping[str, Outcome] = field(default_factory=dict)
    robots: str = "User-agent: *\nDisallow: /quan-tri/\n"

    async def __call__(self, ask: Ask) -> Answer:
        """The page, as any server gives it that knows no validators."""
        answer = await super().__call__(ask)
        host, path = ask.address[: len(ROOT)], ask.address[len(ROOT) :]
        if ask.address.startswith("https:"):
            return replace(answer, outcome=Outcome.REFUSED, status=None, body=b"")
        if host != ROOT:
            return answer
        if path in self.fails:
            return replace(answer, outcome=self.fails[path], status=500, body=b"")
        body = self.robots if path == "/robots.txt" else self.pages.get(path)
        if body is None:
            return replace(answer, outcome=Outcome.NOT_FOUND, status=404, body=b"")
        return replace(answer, outcome=Outcome.OK, status=200, body=body.encode())

    @property
    def paths(self) -> list[str]:
        """What was asked of the host."""
        return [one[len(ROOT) :] for one in self.asked if one.startswith(ROOT)]
