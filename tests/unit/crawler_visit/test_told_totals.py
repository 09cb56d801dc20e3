"""Lists that tell in words of more rows than they show."""

from __future__ import annotations

import pytest

from crawler.visit.pages.told_totals import ToldTotals, words_of_list
from documents.read import read_body
from domain.documents import Document, Zone
from domain.outcomes import PortalState
from domain.visits import LinkWords
from tests.unit.crawler_visit.portal import Handler, at_home, page, visit
from tests.unit.crawler_visit.test_post_lists import read_markup

ROWS = "".join(
    f"<li><a href='/vb/{n}'>Thông báo lịch tiếp dân tháng {n}</a></li>" for n in (1, 2, 3)
)


def listed(told: str, *, rows: str = f"<ul>{ROWS}</ul>", more: str = "") -> Document:
    """A page with a list under the name of a section."""
    head = "<h1>Trang thông tin điện tử xã A</h1>"
    body = f"<main><h2>ISO 9001:2015</h2>{rows}<p>{told}</p>{more}</main>"
    reading = read_body(f"<html><body>{head}{body}</body></html>".encode())
    assert isinstance(reading, Document)
    return reading


@pytest.mark.parametrize(
    "told",
    [
        "Tổng số: 12 văn bản",
        "Tổng số văn bản: 12",
        "Có tất cả 12 kết quả",
        "Tìm thấy 12 văn bản.",
        "Hiển thị 3 trong tổng số 8 văn bản",
        "Hiển thị 1 - 3 trong 12 kết quả",
        "Hiển thị từ 1 đến 3 trong tổng số 1.204 bản ghi",
        "Showing 1 to 3 of 57 entries",
        "Tổng cộng 4 tài liệu",
        "Kết quả 1 - 3 trong tổng số 57",
        "Tổng số văn bản: 12 | Trang 1/4",
        "Đang hiển thị 3 trong 34 kết quả.",
    ],
)
def test_fewer_rows_than_told_are_not_the_whole_list(told: str) -> None:
    """In the words that lists of papers use."""
    assert ToldTotals().is_short(listed(told))


@pytest.mark.parametrize(
    "told",
    [
        "Tổng số: 3 văn bản",
        "Hiển thị 1 - 3 trong 3 kết quả",
        "Tổng lượt truy cập: 12.345",
        "Đang trực tuyến: 12",
        "Tổng số 15 thủ tục",
        "Tổng số hồ sơ: 1.250",
        "Trong năm 2025, Ủy ban nhân dân xã đã ban hành tổng số 125 văn bản.",
        "Hiển thị 10 kết quả",
        "Số: 12/QĐ-UBND",
        "Quyết định (12)",
        "Ngày 12/03/2026",
        "Kết quả 1 - 3 trong tổng số 3",
    ],
)
def test_other_counts_are_no_list(told: str) -> None:
    """Visitors, files received, sentences of reports, and lists that are all there."""
    assert not ToldTotals().is_short(listed(told))


def test_no_row_of_those_told() -> None:
    """A script was to bring them all."""
    assert ToldTotals().is_short(listed("Hiển thị 0 trong tổng số 8 văn bản", rows=""))


def test_rows_of_a_table_count_once_each() -> None:
    """However many links a row has, its file has no title; the head of the table is no row."""
    title, file = "<a href='/v/{0}'>Quyết định {0}</a>", "<a href='/t/{0}'>Tải về</a>"
    row = f"<tr><td>{{0}}/QĐ</td><td>{title}</td><td>{file}</td></tr>"
    table = "<table><tr><th>Số</th><th>Tên</th><th>Tệp</th></tr>{}</table>"
    rows = table.format("".join(map(row.format, (1, 2, 3))))
    assert ToldTotals().is_short(listed("Tổng số: 4 văn bản", rows=rows))
    assert not ToldTotals().is_short(listed("Tổng số: 3 văn bản", rows=rows))


@pytest.mark.parametrize(
    "more",
    ["<a href='?trang=2'>2</a>", "<a href='/tat-ca'>Xem tất cả</a>", "<a href='/n'>&raquo;</a>"],
)
def test_a_list_that_leads_on_is_left_to_its_pager(more: str) -> None:
    """Its further pages are opened, or told of by themselves."""
    assert not ToldTotals().is_short(listed("Tổng số: 12 văn bản", more=more))


def test_what_stands_on_the_home_page_counts_the_portal() -> None:
    """A widget's line is no list's own."""
    totals = ToldTotals()
    totals.stands_at_home(listed("Tổng số văn bản: 1.234"))
    assert not totals.is_short(listed("Tổng số văn bản: 1.234"))


def test_hostile_words_cost_no_time() -> None:
    """Neither thousands of arrows nor a line of nothing but signs are looked at for long."""
    arrows = ">" * 20_000
    totals = ToldTotals()
    assert totals.is_short(listed("Tổng số: 12 văn bản", more=f"<a href='/x'>{arrows}x</a>"))


def test_the_list_is_called_by_its_own_heading() -> None:
    """And by what led there; not by the portal's name above it."""
    said = words_of_list(listed("x"), LinkWords(text="Văn bản"))
    assert (said.text, said.zone) == ("Văn bản | ISO 9001:2015", Zone.MAIN)
    assert words_of_list(listed("x"), LinkWords("2", zone=Zone.PAGING)).text == "ISO 9001:2015"
    assert words_of_list(listed("x"), LinkWords("ISO", zone=Zone.MENU)).zone is Zone.MENU


def test_a_visit_is_partial_where_rows_stay_unseen() -> None:
    """One line over three rows makes the difference."""

    def state(told: str) -> PortalState:
        listing = f"<main><h2>ISO 9001</h2><ul>{ROWS}</ul><p>{told}</p></main>"
        pages: dict[str, Handler] = {
            "/": page("Trang chủ", "/iso|ISO 9001"),
            "/iso": listing,
            **{f"/vb/{n}": page(f"Thông báo {n}") for n in (1, 2, 3)},
        }
        return visit(at_home(pages), reader=read_markup).visit.state

    assert state("Tổng số: 12 văn bản") is PortalState.PARTLY_REACHED
    assert state("Tổng số: 3 văn bản") is PortalState.REACHED
