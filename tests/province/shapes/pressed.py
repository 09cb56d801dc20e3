"""What only a script answers when it is pressed: rows, buttons, pagers, filters, menu entries."""

from __future__ import annotations

import re
from html import unescape

from tests.province.families.base import Family, escape
from tests.province.province import PlannedPage, Section, SectionKind
from tests.province.shapes.parts import Part, Work, heading, list_of

MORE = (
    '<button type="button" class="btn btn-primary" onclick="getData({n})">Xem thêm</button>',
    '<button id="more" type="button">Xem thêm</button>',
    '<a href="#" class="more">Xem thêm</a>',
    '<a href="javascript:void(0)" id="nap">Tải thêm văn bản</a>',
    '<div class="xt" onclick="getData({n})">Hiển thị thêm văn bản</div>',
    '<input type="button" value="Xem thêm" onclick="getData({n})">',
    '<a role="button" tabindex="0" class="nut">Xem tất cả</a>',
    '<p class="text-center"><a class="btn-load" ng-click="vm.more()">Xem thêm »</a></p>',
)
PAGERS = (
    '<span class="so on">1</span> <span class="so" onclick="trang({n})">2</span>',
    '<ul class="trang"><li>1</li><li data-p="2">2</li><li data-p="3">3</li></ul>',
    '<button onclick="trang({n})">Trang sau</button>',
    "<div class='trang'><b>1</b> <a href='#' onclick='return trang({n})'>2</a></div>",
    '<ul class="pagination"><li class="active"><span>1</span></li><li><a href="#!" '
    'data-ci-pagination-page="2">2</a></li></ul>',
    '<nav><ul class="pagination"><li class="page-item active"><span class="page-link">1</span></li>'
    '<li class="page-item"><span class="page-link" data-page-number="2">2</span></li></ul></nav>',
    '<div class="phan-trang"><button type="button" aria-label="Trang sau"><i class="fa '
    'fa-angle-right"></i></button></div>',
    '<div class="phan-trang"><a class="page-link" href="javascript:;" title="Trang tiếp">»'
    "</a></div>",
    '<div class="pager">Trang <select onchange="trang(this.value)"><option>1</option><option>2'
    "</option></select> / 2</div>",
    "<p>Trang 1/3</p>",
)
FILTERS = (
    '<select id="nam" onchange="locNam(this.value)"><option>{year}</option><option>{before}'
    "</option></select>",
    '<form action="/loc" method="post"><select name="loai"><option value="1">Thông báo</option>'
    '<option value="2">Quyết định</option><option value="3">Kế hoạch</option></select><button>Lọc'
    "</button></form>",
    '<ul class="nav nav-tabs"><li class="active"><a data-toggle="tab" href="#tab1">Thông báo</a>'
    '</li><li><a data-toggle="tab" href="#tab2">Quyết định, kế hoạch</a></li></ul><div id="tab2">'
    "</div>",
    '<div class="loc"><button type="button" class="tab" data-id="{n}">Văn bản ISO</button></div>',
    '<ul class="cay"><li onclick="moMuc({n})">Văn bản năm {before}</li><li onclick="moMuc({n})">'
    "Quyết định của cơ quan</li></ul>",
)
ROWS = (
    '<li><a href="#" class="xem" data-id="{n}">{title}</a></li>',
    '<li onclick="xem({n})">{title}</li>',
    '<li><button type="button" onclick="xem({n})">{title}</button></li>',
    '<li><a href="javascript:void(0)" onclick="xem({n})">{title}</a></li>',
    '<li><a data-toggle="modal" data-target="#xemVanBan" data-id="{n}">{title}</a></li>',
    '<li><a ng-click="vm.open({n})">{title}</a></li>',
    '<tr class="dong" data-id="{n}"><td>{sign}</td><td>{title}</td></tr>',
    '<tr><td>{sign}</td><td>{title}</td><td><a href="#" class="dl" data-id="{n}">Tải về'
    "</a></td></tr>",
    '<tr><td>{sign}</td><td>{title}</td><td><button class="dl" data-id="{n}">Tải về'
    "</button></td></tr>",
    '<tr><td>{sign}</td><td>{title}</td><td><a href="javascript:;" onclick="download({n})"><i '
    'class="fa fa-download"></i></a></td></tr>',
    '<div class="card"><h4>{title}</h4><p>{sign}</p><button type="button" data-id="{n}">Chi tiết'
    "</button></div>",
)
ENTRIES = (
    'href="#" data-muc="{n}"',
    'href="javascript:void(0)" onclick="moMuc({n})"',
    'data-id="{n}"',
    'href="#" ng-click="vm.moMuc({n})"',
    'role="menuitem" tabindex="0"',
    'href="javascript:;"',
    'onclick="return moMuc({n});" href="#"',
)
_LINK = re.compile(r'href="([^"]*)"')


def more(work: Work, part: Part) -> str:
    """A list that goes on when a button, a number or an arrow is pressed."""
    return _below(work, part, work.rng.choice(MORE + PAGERS))


def filtered(work: Work, part: Part) -> str:
    """A list of one year or kind; the others are chosen, and a script brings them."""
    work.put_behind(part)
    years = {"year": 2026, "before": 2025}
    said = work.rng.choice(FILTERS).format(n=part.section.number, **years)
    rows = list_of(work, part)
    return f'{heading(part.section)}{said}<div id="tab1">{rows}</div>{work.script(part)}'


def _below(work: Work, part: Part, control: str) -> str:
    work.put_behind(part)
    said = control.format(n=part.section.number)
    return f"{list_of(work, part)}{said}{work.script(part)}"


def rows(work: Work, part: Part) -> str:
    """A list every row of which tells its title and opens only by script."""
    work.put_behind(part)
    form = work.rng.choice(ROWS)
    said = "".join(
        form.format(n=entry.number, title=escape(entry.title), sign=escape(entry.sign))
        for entry in part.behind
    )
    box = "table" if form.startswith("<tr") else "div" if form.startswith("<div") else "ul"
    return f"{heading(part.section)}<{box}>{said}</{box}>{work.script(part)}"


def behind_menu(work: Work, part: Part) -> str:
    """A section that the menu opens by script: its page has no address."""
    work.put_behind(part)
    family, built = work.family, work.built
    said = work.rng.choice(ENTRIES).format(n=part.section.number)
    address = family.key(unescape(family.section_href(part.section)))

    def pressed(found: re.Match[str]) -> str:
        is_it = family.key(unescape(found[1])) == address
        return said if is_it else found[0]

    built.frame = _LINK.sub(pressed, built.frame) + work.script(part)
    for key, page in built.pages.items():
        if page.framed:
            main, crumbs = (_LINK.sub(pressed, text) for text in (page.main, page.crumbs))
            built.pages[key] = PlannedPage(
                page.title, main, crumbs, page.section, page.status, page.media_type
            )
    return ""


def news_box(family: Family) -> str:
    """A box of the newest news with a button of a script below it; the menu leads to them all."""
    found: list[tuple[Section, str]] = [
        (section, f'<li><a href="{family.row_href(section, entry)}">{escape(entry.title)}</a></li>')
        for section, entry in family.latest(SectionKind.ARTICLES, 3)
    ]
    said = "".join(row for _, row in found)
    return (
        f'<div class="hop-tin"><h3>Tin tức - Sự kiện</h3><ul>{said}</ul><a href="javascript:'
        'void(0)" class="xem-them" onclick="xemThem(this)">Xem thêm</a></div>'
    )
