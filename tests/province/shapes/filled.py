"""Sections that a script fills on a portal that is otherwise plain, wholly or in part."""

from __future__ import annotations

from tests.province.families.base import escape, text_page
from tests.province.province import Entry
from tests.province.shapes.parts import Data, Part, Work, heading

INTRODUCTION = (
    "<p>Trang này tập hợp các văn bản về hệ thống quản lý chất lượng của cơ quan. Mời bạn đọc chọn "
    "văn bản cần xem ở danh sách dưới đây.</p>",
    "<p>Chuyên mục công khai việc áp dụng Hệ thống quản lý chất lượng theo TCVN ISO 9001:2015.</p>",
    "",
)
WAITING = (
    "Đang tải danh sách văn bản...",
    "Dữ liệu đang được nạp. Quý vị vui lòng đợi trong giây lát.",
    "Đang tải dữ liệu, vui lòng chờ",
    "Loading...",
    "Danh sách đang được tải, xin chờ trong giây lát",
)
PAGERS = (
    '<ul class="pagination"><li class="active"><a>1</a></li><li><a href="#" '
    'onclick="trang({n})">2</a></li></ul>',
    '<button type="button" class="xem-them" onclick="trang({n})">Xem thêm</button>',
    '<div class="trang"><span class="on">1</span><span data-p="2">2</span></div>',
)


def hollow(work: Work, part: Part) -> str:
    """An introduction above a box that is empty until a script has run."""
    said = work.rng.choice(INTRODUCTION)
    return _filled(work, part, f'{said}<div id="dsVanBan"></div>')


def loading(work: Work, part: Part) -> str:
    """A box that says that it is still loading."""
    said = work.rng.choice(WAITING)
    return _filled(work, part, f'<div id="dsVanBan"><p>{said}</p></div>')


def _filled(work: Work, part: Part, box: str) -> str:
    address = _source(part)
    if part.is_list:
        work.put_data(address, {"items": work.rows_data(part, part.rows)})
    else:
        work.put_data(address, {"html": work.family.page_main(part.section)})
    script = work.script(part, f"nap('dsVanBan', '{address}');")
    return f"{heading(part.section)}{box}{script}"


def _source(part: Part) -> str:
    return f"/du-lieu/danh-sach?muc={part.section.number}&trang=1"


def fragment(work: Work, part: Part) -> str:
    """Rows and pager come as a piece of markup; the menu, which is there already, as data."""
    work.put_behind(part)
    rows = "".join(_row(work, part, entry) for entry in part.shown)
    pager = work.rng.choice(PAGERS).format(n=part.section.number)
    piece = f"/ajax/danh-sach?muc={part.section.number}&trang=1"
    work.put(piece, text_page(f"<ul>{rows}</ul>{pager}", "text/html; charset=utf-8"))
    family = work.family
    menu = [
        {"ten": one.title, "url": family.menu_href(one), "moTa": "Chuyên mục của cổng thông tin"}
        for one in family.site.sections
        if "@@" not in family.menu_href(one)
    ]
    work.put_data("/du-lieu/menu", {"danhMuc": menu, "phienBan": "2.4.1"})
    script = work.script(part, f"napDoan('dsVanBan', '{piece}'); napMenu('/du-lieu/menu');")
    return f'{heading(part.section)}<div id="dsVanBan"></div>{script}'


def _row(work: Work, part: Part, entry: Entry) -> str:
    href = work.family.row_href(part.section, entry)
    return f'<li><a href="{href}">{escape(entry.title)}</a> ({entry.day:%d/%m/%Y})</li>'


def unfinished(work: Work, part: Part) -> str:
    """A list as data that tells of more than it brings; its next page fails, or has no address."""
    work.put_files(part, part.behind)
    following = f"/du-lieu/danh-sach?muc={part.section.number}&trang=2"
    work.put_data(following, {"Message": "An error has occurred."}, 500)
    rows, count = work.rows_data(part, part.shown), len(part.rows) + 1
    told: tuple[Data, ...] = (
        {"items": rows, "total": count, "pageSize": len(rows)},
        {"items": rows, "hasMore": True},
        {"items": rows, "next": following},
        {"data": {"items": rows, "totalRecords": count}},
        {"recordsTotal": count, "recordsFiltered": count, "data": rows},
        {"tongSo": count, "danhSach": rows},
        {"count": count, "next": following, "results": rows},
        {"data": rows, "pagination": {"page": 1, "totalPages": 3}},
        {"data": rows, "meta": {"current_page": 1, "last_page": 2, "total": count}},
        {"content": rows, "last": False, "totalElements": count},
    )
    work.put_data(_source(part), work.rng.choice(told))
    script = work.script(part, f"nap('dsVanBan', '{_source(part)}');")
    pager = work.rng.choice((*PAGERS, "")).format(n=part.section.number)
    return f'{heading(part.section)}<div id="dsVanBan"></div>{pager}{script}'


def failed(work: Work, part: Part) -> str:
    """A list as data that says, well and in good order, that the portal's program failed."""
    told: tuple[Data, ...] = (
        {"success": False, "error": "Timeout expired. The timeout period elapsed."},
        {"success": False, "message": "Object reference not set to an instance of an object."},
        {"status": "error", "code": 500, "data": None},
        {
            "Message": "An error has occurred.",
            "ExceptionType": "System.Data.SqlClient.SqlException",
        },
        {"isSuccess": False, "errors": ["Lỗi kết nối cơ sở dữ liệu"], "data": []},
        {"error": {"code": -32000, "message": "Server error"}, "items": []},
        {"code": 1, "msg": "Lỗi hệ thống, vui lòng thử lại sau", "data": []},
    )
    work.put_data(_source(part), work.rng.choice(told))
    script = work.script(part, f"nap('dsVanBan', '{_source(part)}');")
    return f'{heading(part.section)}<div id="dsVanBan"></div>{script}'
