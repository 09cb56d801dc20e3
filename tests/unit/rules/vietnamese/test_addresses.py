"""Words out of addresses, however they are written."""

from __future__ import annotations

import pytest

from rules.vietnamese.addresses import address_words, file_name


@pytest.mark.parametrize(
    ("address", "words", "name"),
    [
        ("https://a.example.vn/iso/muc-tieu_26.pdf", "iso | muc tieu 26", "muc-tieu_26.pdf"),
        ("http://a.example.vn:8080/tin-tuc/15", "tin tuc", "tin-tuc"),
        ("https://a.example.vn/xem?ten=muc-tieu-chat&id=5", "xem | muc tieu chat", "xem"),
        ("https://a.example.vn/m%E1%BB%A5c-ti%C3%AAu.doc#trang=2", "mục tiêu", "mục-tiêu.doc"),
        ("https://a.example.vn/Tài liệu/QĐ 12.doc", "Tài liệu | QĐ 12", "QĐ 12.doc"),
        ("https://[a.example.vn/tai-lieu", "[a example vn | tai lieu", "tai-lieu"),
        ("/tep/ke-hoach.docx?tai=1", "tep | ke hoach", "ke-hoach.docx"),
        ("https://a.example.vn", "", ""),
        ("", "", ""),
    ],
)  # fmt: skip
def test_words_and_file_name_of_an_address(address: str, words: str, name: str) -> None:
    """Plain addresses are taken apart the short way, others the long one: both read alike."""
    assert address_words(address) == words
    assert file_name(address) == name
