"""Entries of a list that stand in a page's own scripts, or in a frame written into its markup."""

from __future__ import annotations

from html import escape

import pytest

from tests.unit.documents.html_pages import page_of

_TITLE = "Mục tiêu chất lượng năm 2026 của UBND xã Tân Lập"
_ROW = f'<li><a href="/vb/5">{_TITLE}</a></li>'


@pytest.mark.parametrize(
    "script",
    [
        f"document.write('{_ROW}');",
        'document.write("{}");'.format(_ROW.replace('"', r"\"")),
        f"$('#ds').append(`{_ROW}`)",
        f"document.getElementById('x').innerHTML = '{_ROW}';",
        f'var data = [{{"Title": "{_TITLE}", "Icon": "/pdf.png", "Link": "/vb/5"}}];',
        f"$('#t').DataTable({{data: [['1', '{_TITLE}', '/vb/5']]}});",
        f"d.add(1, 0, '{_TITLE}', '/vb/5');",
        f'var data = [{{id: 4, link: "/vb/4"}}, {{title: "{_TITLE}", link: "\\/vb\\/5"}}];',
    ],
)
def test_an_entry_that_a_script_holds_with_its_address_is_a_link(script: str) -> None:
    """Whether the script writes markup or makes its list of data."""
    page = page_of(f"<h2>ISO 9001:2015</h2><div id='ds'></div><script>{script}</script>")
    assert [(one.href, one.text) for one in page.links if one.text] == [("/vb/5", _TITLE)]


def test_an_entry_without_an_address_is_told_by_its_title() -> None:
    """Its script alone opens it."""
    page = page_of(f"<script>var data = [{{title: '{_TITLE}', id: 5}}];</script><p>ISO</p>")
    assert dict(page.metadata)["scripted"] == _TITLE


def test_what_the_page_shows_is_not_told_again() -> None:
    """A browser that ran the scripts shows it with its link; so do pages that hold both."""
    page = page_of(f"<ul>{_ROW}</ul><script>var data = [{{title: '{_TITLE}', id: 5}}];</script>")
    assert len(page.links) == 1
    assert "scripted" not in dict(page.metadata)


@pytest.mark.parametrize(
    "script",
    [
        "var loi = 'Vui lòng nhập họ tên';",
        "// it's what the menu's script says\nvar a = 'five words of plain ASCII text';",
        "x = '<a href=\"' + url + '\">' + ten + '</a>';",
        "x = '<a href=\"#\">Đóng cửa sổ này lại cho tôi</a>';",
    ],
)
def test_what_else_a_script_says_is_no_entry(script: str) -> None:
    """Messages of a few words, markup put together of pieces, ways to nowhere."""
    page = page_of(f"<p>ISO</p><script>{script}</script>")
    assert not page.links
    assert "scripted" not in dict(page.metadata)


def test_the_page_of_a_frame_in_the_markup_is_read_in_place() -> None:
    """No address leads to it."""
    page = page_of(f'<h2>ISO</h2><iframe srcdoc="{escape(f"<ul>{_ROW}</ul>")}">Khung</iframe>')
    assert [(one.href, one.text) for one in page.links] == [("/vb/5", _TITLE)]
    assert "Khung" not in page.text


def test_frames_in_frames_end() -> None:
    """However deep a hostile page writes them into one another."""
    frame = "<p>trong cùng</p>"
    for _ in range(6):
        frame = f'<iframe srcdoc="{escape(frame)}"></iframe>'
    assert page_of(f"<p>ngoài</p>{frame}").text == "ngoài"
