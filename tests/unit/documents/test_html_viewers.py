"""Papers behind viewers and shares, and addresses that stand in scripts."""

from __future__ import annotations

import pytest

from domain.documents import Zone
from tests.unit.documents.html_pages import page_of

INSTEAD = {
    "/pdfjs/web/viewer.html?file=%2Ffiles%2FMTCL.pdf": "/files/MTCL.pdf",
    "/pdfjs/web/viewer.html?file=../../files/a.pdf#page=2": "/files/a.pdf",
    "/pdfjs/web/viewer.html?file=%2Ffiles%2FVB%252015.rar": "/files/VB%2015.rar",
    "/pdfjs/web/viewer.html?file=/files/KH.jpg": "/files/KH.jpg",
    "https://docs.google.com/gview?url=http://a.gov.vn/x.doc&embedded=true": "http://a.gov.vn/x.doc",
    "//view.officeapps.live.com/op/embed.aspx?src=https%3A%2F%2Fa.gov.vn%2FB%C3%A1o.docx":
        "https://a.gov.vn/Báo.docx",
    "/_layouts/15/WopiFrame.aspx?sourcedoc=/VB/QĐ 1.docx&action=default": "/VB/QĐ 1.docx",
    "/xa/_layouts/15/WopiFrame.aspx?sourcedoc=%7B0e2c6a4b-1111-4222-8333-9a8b7c6d5e4f%7D&file=a.docx":
        "/xa/_layouts/15/download.aspx?UniqueId=0e2c6a4b-1111-4222-8333-9a8b7c6d5e4f",
    "/VB/Forms/AllItems.aspx?id=%2FVB%2Fmtcl.pdf&parent=%2FVB": "/VB/mtcl.pdf",
    "https://drive.google.com/file/d/1AbCdEfGhIjKlMnOpQrStUv/view?usp=sharing":
        "https://drive.google.com/uc?export=download&id=1AbCdEfGhIjKlMnOpQrStUv",
    "https://docs.google.com/document/d/1AbCdEfGhIjKlMnOpQrStUv/edit":
        "https://docs.google.com/document/d/1AbCdEfGhIjKlMnOpQrStUv/export?format=docx",
    "/ViewerJS/#../files/MTCL.pdf": "/files/MTCL.pdf",
    "https://www.dropbox.com/s/abc/mtcl.pdf?dl=0": "https://www.dropbox.com/s/abc/mtcl.pdf?dl=1",
}  # fmt: skip


@pytest.mark.parametrize("address", INSTEAD)
def test_the_paper_is_opened_instead_of_its_viewer(address: str) -> None:
    """A viewer or share only shows a file: the file itself is what is linked."""
    linked = page_of(f'<p>Xem <a href="{address}">Mục tiêu chất lượng</a></p>').links
    framed = page_of(f'<p>Xem</p><iframe src="{address}"></iframe>').links
    assert [link.href for link in (*linked, *framed)] == [INSTEAD[address]] * 2
    assert linked[0].text == "Mục tiêu chất lượng"


@pytest.mark.parametrize(
    ("address", "links"),
    [
        ("/tai.ashx?file=mtcl.pdf", ["/tai.ashx?file=mtcl.pdf", "mtcl.pdf"]),
        ("/trang.aspx?id=3.pdf", ["/trang.aspx?id=3.pdf"]),
        ("/xem?url=/bai-viet", ["/xem?url=/bai-viet"]),
        ("/thumb.php?src=/anh/a.jpg", ["/thumb.php?src=/anh/a.jpg"]),
        ("https://drive.google.com/drive/folders/1AbCdEfGhIjKlMnOpQrStUv", None),
        ("https://docs.google.com/forms/d/1AbCdEfGhIjKlMnOpQrStUv/viewform", None),
    ],
)
def test_other_addresses_stay(address: str, links: list[str] | None) -> None:
    """A handler that sends the file itself, a folder or a form is opened as it is linked."""
    found = [link.href for link in page_of(f'<p>.<a href="{address}">Tệp</a></p>').links]
    assert found == (links or [address])


@pytest.mark.parametrize(
    ("script", "address"),
    [
        ("return moTrang('/index.php?mod=muc&amp;id=353');", "/index.php?mod=muc&id=353"),
        ("xemVanBan('/tailieu/1/0/381_signed.doc');return false;", "/tailieu/1/0/381_signed.doc"),
        ("RefreshPageTo(event, &quot;/L/AllItems.aspx?Paged=TRUE\\u0026p_ID=27&quot;);",
         "/L/AllItems.aspx?Paged=TRUE&p_ID=27"),
        ("goTo(5, 'chitiet.aspx?id=12')", "chitiet.aspx?id=12"),
        ("window.open('http:\\/\\/a.gov.vn\\/x.pdf','_blank')", "http://a.gov.vn/x.pdf"),
    ],
)  # fmt: skip
def test_the_address_a_script_is_given_is_the_links(script: str, address: str) -> None:
    """Whatever the function is called, the address it is handed is where the click leads."""
    marks = [f'<a href="#" onclick="{script}">Văn bản</a>', f'<a href="javascript:{script}">V</a>']
    for mark in [*marks, f'<td onclick="{script}">Văn bản</td>']:
        (link,) = page_of(f"<table><tr><td>.</td>{mark}</tr></table>").links
        assert (link.href, link.posts) == (address, False)


@pytest.mark.parametrize(
    "script",
    ["printPage('/bai-1')", "shareFb('http://a.gov.vn/1')", "hien('tab1')", "tim('từ khóa')"],
)
def test_scripts_that_go_nowhere_have_no_address(script: str) -> None:
    """Printing, sharing and folding lead to no page of the portal."""
    page = page_of(f'<p>.<a href="#" onclick="{script}">Văn bản</a></p>')
    assert not [link for link in page.links if not link.posts]


def test_a_button_that_loads_more_keeps_its_address() -> None:
    """ "Xem thêm" with the address of the rest is a link like any pager's."""
    more = '<button class="xemthem" data-url="/ajax.php?trang=2" onclick="taiThem(this)">Xem thêm'
    page = page_of(f"<h2>Tin</h2><p>Danh sách</p>{more}</button>")
    assert [(link.href, link.posts) for link in page.links] == [("/ajax.php?trang=2", False)]
    assert not page.needs


@pytest.mark.parametrize(
    "viewer",
    [
        "<div class='_df_book' source='{}'></div>",
        "<div id='flipbook' data-pdf='{}'></div>",
        "<div class='_df_book' id='d1'></div><script>var option_d1 = {'source': '{}'};</script>",
        "<object><param name='src' value='{}'></object>",
        "<input type='hidden' id='tep' value='{}'><div id='xem'></div>",
        "<button type='button' data-file='{}'>Tải về</button>",
        "<iframe data-src='{}'></iframe>",
        "<iframe src='about:blank' data-lazy-src='{}'></iframe>",
        "<div id='pdf'></div><script>PDFObject.embed('{}', '#pdf');</script>",
        "<script>var url = '{}'; pdfjsLib.getDocument(url);</script>",
        "<iframe id='v'></iframe><script>document.getElementById('v').src = '{}';</script>",
    ],
)
@pytest.mark.parametrize("address", ["/files/MTCL 2026.pdf", "https://a.gov.vn/x/1.docx?v=2"])
def test_a_paper_that_a_script_shows_is_a_link(viewer: str, address: str) -> None:
    """Wherever its whole address stands: it is opened, whatever the viewer is called."""
    found = page_of(f"<h2>Mục tiêu chất lượng</h2>{viewer.replace('{}', address, 1)}").links
    assert {link.href for link in found if not link.posts} == {address}


@pytest.mark.parametrize(
    "markup",
    [
        "<script>var url = goc + '/files/a.pdf';</script>",
        "<script>var url = '/files/a.pdf' + phien;</script>",
        "<script>if (ten.endsWith('.pdf')) mo();</script>",
        "<script>var anh = '/files/a.png';</script>",
        "<div data-name='a.pdf'>Tệp</div>",
        "<div data-src='/anh/a.jpg'>Ảnh</div>",
        "<p aria-label='/files/a.pdf'>Tệp</p>",
    ],
)
def test_parts_of_addresses_and_mere_names_are_no_links(markup: str) -> None:
    """Nobody knows what a script makes of them."""
    assert not page_of(f"<h2>Mục tiêu chất lượng</h2>{markup}").links


@pytest.mark.parametrize("tag", ["object data", "embed src", "iframe src"])
def test_a_picture_put_in_like_a_paper_hangs_on_the_page(tag: str) -> None:
    """A scan shown in a frame is called by its file's name: nothing else speaks for it."""
    (link,) = page_of(f'<p>Xem:</p><{tag}="/tep/508.Q%C4%90-UBND_ky.png"></{tag[:6]}>').links
    assert (link.href, link.text) == ("/tep/508.Q%C4%90-UBND_ky.png", "508.QĐ-UBND_ky.png")
    assert link.zone is Zone.ATTACHMENT
