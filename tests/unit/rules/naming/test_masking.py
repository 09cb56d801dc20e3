"""Words that only look like a catalogue's are blanked out."""

from __future__ import annotations

import pytest

from rules.naming.masking import masked
from rules.vietnamese.folding import fold


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Thông báo của Sở Kế hoạch và Đầu tư", "ke hoach"),
        ("Phòng Giáo dục và Đào tạo họp", "giao duc"),
        ("Phòng GD Giáodục", "giaoduc"),
        ("Thanh tra tỉnh làm việc", "thanh tra"),
        ("Chi cục An toàn vệ sinh thực phẩm", "chi cuc"),
        ("Trung tâm kiểm nghiệm môi trường", "trung tam"),
        ("Công tác kế hoạch hóa gia đình", "ke hoach"),
        ("Phiên bản ISO 9001", "phien ban"),
        ("Bộ phận một cửa và bưu chính công ích", "buu chinh"),
        ("Bưu chính tại bộ phận một cửa", "mot cua"),
        ("Danh mục (kèm theo Quyết định số 1)", "quyet dinh"),
    ],
)
def test_each_kind_of_look_alike_is_blanked_out(text: str, gone: str) -> None:
    """The words go, the text's length and its own words stay."""
    folded = fold(text)
    left = masked(folded)
    assert gone in folded.plain
    assert gone not in left.plain
    assert (len(left.plain), left.source) == (len(folded.plain), folded.source)


def test_other_words_stay() -> None:
    """A plan, a list and an inspection are what they are."""
    folded = fold("Kế hoạch kiểm tra; danh mục thủ tục (năm 2026), trung tâm xã")
    assert masked(folded) == folded
