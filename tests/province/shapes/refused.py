"""Pages that answer well and say that one may not see them."""

from __future__ import annotations

from tests.province.province import PlannedPage
from tests.province.shapes.parts import Part, Work, heading, list_of

WORDS = (
    "Bạn không có quyền xem nội dung này. Vui lòng liên hệ quản trị viên.",
    "Vui lòng đăng nhập để xem nội dung.",
    "Nội dung chỉ dành cho thành viên. Bạn cần đăng nhập để tiếp tục.",
    "Quý vị chưa được cấp quyền truy cập chuyên mục này.",
    "Bạn chưa đăng nhập hoặc không đủ quyền truy cập vào trang này.",
    'Vui lòng <a href="/dang-nhap">đăng nhập</a> để xem nội dung.',
    "Access denied. You do not have permission to view this page.",
)


def section(work: Work, part: Part) -> str:
    """The section's page, and whatever lies in it."""
    said = work.rng.choice(WORDS)
    for key, page in list(work.built.pages.items()):
        if page.section == part.section.key:
            work.built.pages[key] = PlannedPage(page.title, _notice(said), page.crumbs)
    for key in [k for k, file in work.built.files.items() if file.section == part.section.key]:
        del work.built.files[key]
        work.built.pages[key] = PlannedPage("Thông báo", _notice(said))
    return f"{heading(part.section)}{_notice(said)}"


def papers(work: Work, part: Part) -> str:
    """The list is there; every page and file it leads to is refused."""
    section(work, part)
    return list_of(work, part)


def _notice(said: str) -> str:
    return f'<div class="alert alert-warning"><p>{said}</p></div>'
