"""Web pages read for the tests of the HTML reader."""

from __future__ import annotations

from documents.from_html import read
from documents.hints import Hints
from domain.documents import Document, Link, Zone

SHAREPOINT = """
<html><head><title>Chi tiết tin tức</title></head><body><form method="post" action="x.aspx">
<input type="hidden" name="__VIEWSTATE" value="abc">
<div id="s4-titlerow"><div class="banner"><img src="b.jpg"></div>
<div class="menu-horizontal"><ul class="root static"><li class="static"><a href="/Pages/home.aspx">
<span class="menu-item-text">Trang chủ</span></a></li><li class="static"><a href="/Pages/cchc.aspx">
<span class="menu-item-text">Cải cách hành chính</span></a><ul class="dynamic"><li class="dynamic">
<a href="/Pages/iso.aspx"><span class="menu-item-text">ISO 9001:2015</span></a></li></ul></li></ul>
</div></div><div id="DeltaPlaceHolderMain"><table><tr><td>
<div class="tieu-de">Mục tiêu chất lượng năm 2021 của Sở Y tế</div>
<div class="ngay-dang">05/02/2021 | Lượt xem: 1.234</div>
<div class="noi-dung">Sở Y tế ban hành mục tiêu chất lượng năm 2021, gồm các nội dung sau đây.</div>
<div>Tệp đính kèm: <a href="/Lists/VanBan/Attachments/5/MTCL 2021.pdf">MTCL 2021.pdf</a></div>
<div class="tin-khac"><div>Các tin khác</div>
<ul><li><a href="ct.aspx?ItemID=3">Tin ba</a></li></ul></div>
</td></tr></table></div><div class="footer">Bản quyền thuộc Sở Y tế<br>Lượt truy cập: 12.345</div>
</form></body></html>"""

TABLES_IN_TABLES = """
<form method=post><table width=1000><tr><td colspan=3><table><tr><td><a href="d.aspx">Trang chủ</a>
</td><td><a href="g.aspx">Giới thiệu</a></td><td><a href="v.aspx">Văn bản</a></td><td>
<a href="l.aspx">Liên hệ</a></td><td>Thứ hai, 22/11/2026 20:33:12</td></tr></table></td></tr>
<tr><td><table><tr><td>Danh mục</td></tr><tr><td><a href="c1">Cải cách hành chính</a></td></tr><tr>
<td><a href="c2">ISO 9001:2008</a></td></tr><tr><td><a href="c3">Công khai</a></td></tr><tr><td>
<a href="c4">Hỏi đáp</a></td></tr></table><table><tr><td>Hôm nay: 345</td></tr></table></td>
<td><table><tr><td class=tieude>Tài liệu ISO</td></tr><tr><td><table>
<tr><td><a href="t1">Quyết định công bố HTQLCL phù hợp TCVN ISO 9001:2008</a> (21/08/2012)</td></tr>
<tr><td><a href="t2">Mục tiêu chất lượng năm 2013</a> (11/01/2013)</td></tr>
<tr><td><a href="t3">Sổ tay chất lượng</a> (11/02/2013)</td></tr></table></td></tr></table></td>
<td><table><tr><td>Tin mới nhất</td></tr><tr><td><a href="n1">Hội nghị triển khai công tác</a></td>
</tr></table></td></tr></table></form>"""


def page_of(markup: str) -> Document:
    """What the reader makes of a page."""
    reading = read(markup.encode(), Hints("text/html; charset=utf-8"))
    assert isinstance(reading, Document)
    return reading


def link_to(document: Document, href: str) -> Link:
    """The first link to that address."""
    return next(link for link in document.links if link.href == href)


def zone_of(document: Document, words: str) -> Zone:
    """Where the first block with those words stands."""
    return next(block.zone for block in document.blocks if words in block.text)
