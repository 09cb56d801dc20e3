"""Forms whose year or days are filled in beforehand: the rest of their list is unseen."""

from __future__ import annotations

import pytest

from domain.documents import Link, Zone
from tests.unit.documents.html_pages import page_of

_LIST = "<ul><li><a href=/tin/1>Thông báo thu thuế năm 2025 của xã</a></li></ul>"
_SEND = "<button>Xem</button>"


def _links(form: str) -> list[Link]:
    links = page_of(f"<main><h2>Văn bản</h2>{form}{_LIST}</main>").links
    return [link for link in links if link.href != "/tin/1"]


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ("Năm: <input type=number name=nam value=2025>", ["n?nam="]),
        ("Năm <input name=n1 value=2025>", ["n?n1="]),
        (
            "Từ ngày <input type=date name=tu value=2025-01-01> đến <input type=date name=den "
            "value=2025-12-31><input type=hidden name=muc value=3>",
            ["n?muc=3&tu=&den="],
        ),
        ("<input name=txtTuNgay value='01/01/2025'><input name=q>", ["n?q=&txtTuNgay="]),
    ],
    ids=["a year", "its label", "from and to", "beside words to search for"],
)
def test_a_list_narrowed_beforehand_is_asked_for_the_rest_and_leaves_a_gap(
    fields: str, asked: list[str]
) -> None:
    """Nobody knows whether the portal heeds an empty field."""
    *others, gap = _links(f"<form action=n>{fields}{_SEND}</form>")
    assert [link.href for link in others] == asked
    assert (gap.posts, gap.zone) == (True, Zone.PAGING)


@pytest.mark.parametrize(
    "form",
    [
        f"<form action=n>Năm <input type=number name=nam>{_SEND}</form>",
        f"<form action=n><input name=q value=2025>{_SEND}</form>",
        f"<form action=n>Năm sinh <input name=namSinh value=1990>{_SEND}</form>",
        f"<form action=n><input name=year value=2025><textarea name=t></textarea>{_SEND}</form>",
        f"<form action=n class=lich>Năm <input name=nam value=2025>{_SEND}</form>",
        f"<form action=n>Ngày <input type=date name=ngay value=2025-01-06>{_SEND}</form>",
    ],
    ids=["empty", "words", "birth", "a letter", "a calendar", "one day"],
)
def test_other_fields_narrow_no_list(form: str) -> None:
    """Searches, letters and calendars have years as well."""
    assert not _links(form)


def test_a_box_beside_the_page_hides_nothing_of_its_list() -> None:
    """A column's form searches the portal."""
    form = f"<form action=n>Năm <input name=nam value=2025>{_SEND}</form>"
    links = page_of(f"<main><h2>Tin</h2>{_LIST}</main><footer>{form}</footer>").links
    assert not any(link.posts for link in links)
