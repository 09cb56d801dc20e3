"""Forms that list by year or kind, drop-downs that lead on, addresses that scripts fetch."""

from __future__ import annotations

import pytest

from domain.documents import Need, Zone
from tests.unit.documents.html_pages import page_of

LOOKUP = """<h2>Văn bản</h2><form action="/tracuu.php?x=1" method=get><input type=hidden name=muc
value=3><select name=loai><option value="">-- Tất cả --<option value=QĐ>Quyết định<option value=KH>
Kế hoạch</select><select name=nam><option value="">-- Chọn năm --<option>2026<option>2025</select>
<select name=sapxep><option>a<option>b</select><input type=submit name=xem value=Xem></form>"""


def test_each_choice_of_a_form_is_an_address() -> None:
    """Every year and every kind is a link under the form's heading, few pairs as well."""
    links = page_of(LOOKUP).links
    asked = {link.href.removeprefix("/tracuu.php?muc=3&xem=Xem&"): link.text for link in links}
    assert asked["loai=&nam=2026"] == "2026"
    assert asked["loai=KH&nam="] == "Kế hoạch"
    assert asked["loai=Q%C4%90&nam=2025"] == "Quyết định 2025"
    assert len(asked) == 8
    assert {link.section for link in links} == {"Văn bản"}


@pytest.mark.parametrize(
    "form",
    [
        "<form method=post><select name=nam><option>1<option>2</select></form>",
        "<form><select name=lang><option>vi<option>en</select></form>",
        "<form><select name=xa><option>A<option>B</select><input type=password name=p></form>",
        "<form><select name=nam><option>2026</select></form>",
        "<form><select name=a><option>1<option>2</select><textarea name=t></textarea></form>",
    ],
)
def test_other_forms_lead_nowhere(form: str) -> None:
    """Posts, languages, logins, comments and a choice of one are no lists."""
    assert not page_of(f"<p>Văn bản</p>{form}").links


def test_a_large_form_is_bounded() -> None:
    """Two hundred communes are not two hundred requests, and never the product of two lists."""
    many = "".join(f"<option value={n}>Xã {n}" for n in range(200))
    page = page_of(f"<form><select name=xa>{many}</select><select name=nam>{many}</select></form>")
    assert len(page.links) <= 101


def test_a_jump_menu_is_links() -> None:
    """A drop-down that opens the chosen address links to it; words without one do not."""
    options = "<option value=''>Chọn<option value=/lich-2025>2025<option value=xem>Xem"
    links = page_of(f"<select onchange='location=this.value'>{options}</select>").links
    assert [(link.href, link.text) for link in links] == [("/lich-2025", "2025")]


@pytest.mark.parametrize(("chosen", "gap"), [("Tất cả các năm", False), ("2026", True)])
def test_years_that_only_a_post_shows_are_a_gap(chosen: str, gap: bool) -> None:
    """A list that posts for other years hides them, unless it begins with all of them."""
    select = (
        "<select name=ddlNam onchange=\"__doPostBack('ddlNam','')\">"
        f"<option selected>{chosen}<option>2025</select>"
    )
    page = page_of(f"<form method=post><h2>Văn bản</h2>{select}</form>")
    assert (page.needs == (Need.POST_PAGING,)) is gap
    assert [link.zone for link in page.links] == [Zone.PAGING] * gap


_KINDS = "<option value=''>--Loại văn bản--<option value=1>Quyết định<option value=2>Kế hoạch"
_YEARS = "<option>2026<option>2025"


@pytest.mark.parametrize(
    "filtering",
    [
        f"<form method=post><select name=loai>{_KINDS}</select><button>Lọc</button></form>",
        f"<form method=post><select name=nam>{_YEARS}</select><input type=submit value=Xem></form>",
        f"<select onchange='locNam(this.value)'>{_YEARS}</select>",
    ],
)
def test_what_only_another_post_or_a_script_shows_is_a_gap(filtering: str) -> None:
    """A list that begins with one year or kind hides the others."""
    page = page_of(f"<h2>Văn bản</h2><p>Danh sách.</p>{filtering}")
    assert [(link.zone, link.posts) for link in page.links] == [(Zone.PAGING, True)]


@pytest.mark.parametrize(
    "other",
    [
        f"<form method=post><input name=tk><select name=nam>{_YEARS}</select><button>Tìm</button>",
        "<form method=post><select name=nam><option>Tất cả<option>2025</select><button>",
        "<select onchange='loc(this.value)'><option value=''>-- Năm --<option>2025</select>",
        "<select onchange='doiNgonNgu(this)' class=lang><option>Việt<option>Anh</select>",
        "<select onchange='soDong(this)' name=so_dong><option>10<option>20</select>",
        f"<select onchange='this.form.submit()'>{_YEARS}</select>",
        f"<footer><select onchange='xem(this)'>{_YEARS}</select></footer>",
    ],
)
def test_other_drop_downs_hide_nothing(other: str) -> None:
    """Searches by post, lists that begin with all, languages, sizes and what stands at the foot."""
    assert not page_of(f"<h2>Văn bản</h2><p>Danh sách.</p>{other}").links


_SECTIONS = (
    "<option value=''>-- Chọn mục --<option value=1>Tin tức"
    "<option value=12>Hệ thống quản lý chất lượng ISO 9001:2015"
)


@pytest.mark.parametrize(
    "markup",
    [
        f"<select onchange='tai(this.value)'>{_SECTIONS}</select>",
        f"<select onchange=\"location='/muc/'+this.value\">{_SECTIONS}</select>",
        f"<select id=muc>{_SECTIONS}</select>",
        f"<form><select name=m onchange='tai(this)'>{_SECTIONS}</select></form>",
        f"<form method=post><select name=m>{_SECTIONS}</select><button>Xem",
    ],
)
def test_a_choice_that_names_the_system_and_has_no_address_is_told(markup: str) -> None:
    """Whatever numbers stand for its sections, a script or a post opens them."""
    page = page_of(f"<nav>{markup}</nav><h2>Văn bản</h2><p>Danh sách.</p>")
    told = [link for link in page.links if link.posts]
    assert [(link.text, link.zone) for link in told] == [
        ("Hệ thống quản lý chất lượng ISO 9001:2015", Zone.MENU)
    ]


@pytest.mark.parametrize(
    "markup",
    [
        f"<select onchange='loc(this.value)'><option>Tất cả{_SECTIONS}</select>",
        f"<form method=post><input name=q><select name=m>{_SECTIONS}</select><button>Tìm",
        f"<form><select name=m>{_SECTIONS}</select><button>Xem</button></form>",
        "<select onchange='phim(this)'><option>Chọn<option value=1>Chất lượng cao</select>",
    ],
)
def test_choices_that_hide_no_section(markup: str) -> None:
    """A list that shows all, a search, a form that has addresses, a film."""
    assert not any(link.posts for link in page_of(f"<main><h2>Văn bản</h2>{markup}</main>").links)


def test_a_drop_down_of_addresses_is_links_whatever_its_script_is_called() -> None:
    """The links to other sites of half the country's portals."""
    options = "<option value=''>Liên kết<option value=http://a.vn/iso>Sở A"
    links = page_of(f"<select onchange='moTrangWeb(this)'>{options}</select>").links
    assert [(link.href, link.posts) for link in links] == [("http://a.vn/iso", False)]


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        ('<div data-nguon="/api/danh-sach?muc=1"><ul></ul></div>', "/api/danh-sach?muc=1"),
        ("<script>fetch('/api/vanban?trang=1').then(x)</script>", "/api/vanban?trang=1"),
        ('<script>$.getJSON("/ds.ashx?id=2", f)</script>', "/ds.ashx?id=2"),
        ("<script>$.ajax({type: 'GET', url: '/vb/list.json'})</script>", "/vb/list.json"),
        ("<script>$('#t').DataTable({\"ajax\": '/api/vb'})</script>", "/api/vb"),
        ("<script>x.open('GET', './tai.php?m=1', true)</script>", "./tai.php?m=1"),
    ],
)
def test_where_a_script_fetches_its_list_is_a_link(markup: str, address: str) -> None:
    """An address that stands whole in the markup can be asked without running the script."""
    assert [one.href for one in page_of(f"<h1>Văn bản</h1>{markup}").links] == [address]


@pytest.mark.parametrize(
    "asking",
    [
        "fetch(",
        "$.getJSON(",
        "$.get(",
        "axios(",
        "axios.get (",
        "$('#a').load(",
        "url:",
        "'ajax':",
        "ajaxUrl :",
        "x.open('GET',",
    ],
)
def test_every_way_of_asking_is_known_in_any_letters(asking: str) -> None:
    """The words by which scripts without any are passed by leave none of them out."""
    odd = asking.replace("s", "\u017f").replace("i", "\u0131").replace("S", "\u017f")
    for said in (asking, asking.upper(), asking.lower(), odd):
        markup = f'<h1>Văn bản</h1><script>var a = 1; {said} "/api/van-ban")</script>'
        assert [one.href for one in page_of(markup).links] == ["/api/van-ban"], said


@pytest.mark.parametrize(
    "markup",
    [
        "<img data-src=/anh/1.jpg>",
        "<div data-share=/chia-se></div>",
        "<script>fetch('/api/ds?trang=' + n)</script>",
        "<script>$.ajax({url: '/gui', type: 'POST'})</script>",
        "<script>$.get('/thong-ke/truy-cap')</script>",
        "<script>fetch(`/api/${x}`)</script>",
        "<div data-tab=#a data-so=12></div>",
    ],
)
def test_what_is_put_together_posted_or_counts_is_not_asked(markup: str) -> None:
    """Half an address, a post, a counter and a picture are no list."""
    assert not page_of(f"<h1>Văn bản</h1><p>Danh sách.</p>{markup}").links


@pytest.mark.parametrize(
    ("markup", "unfilled"),
    [
        ("<h2>Mục tiêu</h2><ul><li ng-repeat='x in ds'>{{x.ten}} {{x.ngay}}</li></ul>", True),
        ("<h2>Mục tiêu {{x}}</h2><p>Mục tiêu chất lượng năm 2026 của xã.</p>", False),
        ("<p>Mục tiêu chất lượng năm 2026 {của xã}.</p><script>var a='{{x}}'</script>", False),
    ],
)
def test_a_place_that_a_script_fills_is_told(markup: str, unfilled: bool) -> None:
    """A list whose template stands there bare was not seen."""
    assert ("unfilled" in dict(page_of(markup).metadata)) is unfilled


def test_a_form_of_one_button_is_a_link() -> None:
    """What it holds beside it goes along."""
    form = "<form action='/iso'>{}<button>Hệ thống quản lý chất lượng</button></form>"
    hidden = form.format("<input type=hidden name=id value=5>")
    assert [(one.href, one.text) for one in page_of(hidden).links] == [
        ("/iso?id=5", "Hệ thống quản lý chất lượng")
    ]
    assert not page_of(form.format("<input type=radio name=a value=1>")).links
    assert not page_of(form.format("<input name=tu-khoa>")).links


def test_a_drop_down_of_addresses_without_a_script_of_its_own() -> None:
    """A script elsewhere goes where it is told."""
    options = "<option value=''>Chọn</option><option value='/iso'>ISO 9001:2015</option>"
    found = page_of(f"<select class='nav-nho'>{options}<option value='5'>Năm</option></select>")
    assert [(one.href, one.text) for one in found.links] == [("/iso", "ISO 9001:2015")]
