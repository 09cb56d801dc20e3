"""Telling quickly that a text has no formal head."""

from __future__ import annotations

import random

from rules.head import has_no_head, read_head
from rules.vietnamese.folding import fold

_LINES = (
    "ỦY BAN NHÂN DÂN",
    "XÃ MINH QUÁN",
    "Số: 12/KH-UBND",
    "Số:      /QĐ-UBND",
    "1158/2024/QĐ-SGTVT",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Minh Quán, ngày 05 tháng 02 năm 2026",
    "Minh Quán, 05/02/2026",
    "ngày 5.2.2026",
    "Thứ hai, 05/02/2026",
    "KẾ HOẠCH",
    "Áp dụng, duy trì hệ thống quản lý chất lượng năm 2026",
    "V/v công bố hệ thống quản lý chất lượng",
    "Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014",
    "Tin tức, sự kiện trong tuần của địa phương",
)


def test_no_formal_head_is_ruled_out() -> None:
    """Whatever lines of a paper stand there in whatever order, a formal head is never missed."""
    rng = random.Random(11)
    told = {True: 0, False: 0}
    for _ in range(600):
        text = fold("\n".join(rng.sample(_LINES, rng.randrange(2, 9))))
        formal = read_head(text).formal
        told[formal] += 1
        assert not (formal and has_no_head(text)), text.source
    assert min(told.values()) > 50


def test_news_has_no_head() -> None:
    """A page that cites no number, or bears no date, is not read for a head."""
    assert has_no_head(fold("Sáng 05/02/2026, xã họp bàn việc trồng rừng.\nBà con phấn khởi."))
    assert has_no_head(fold("Thông báo số 12/TB-UBND về lịch tiếp công dân"))
