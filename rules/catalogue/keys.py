"""The keys of a publication's file: what each must hold, and its name for an inspector."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """One key."""

    name: str
    holds: str
    label: str
    """In Vietnamese, as ``giamsat rules show`` prints it."""
    needed: bool = False


TEXT, NUMBER, FLAG, DAY = "text", "whole number", "true/false", "date"
TEXTS, WORDINGS = "list of texts", "list of wordings"

KEYS = (
    Key("title", TEXT, "Tên", needed=True),
    Key("short", TEXT, "Tên ngắn", needed=True),
    Key("period", "standing/yearly", "Kỳ", needed=True),
    Key("version", TEXT, "Phiên bản", needed=True),
    Key("order", NUMBER, "Thứ tự"),
    Key("due", "MM-DD", "Hạn trong năm"),
    Key("names", WORDINGS, "Tên gọi"),
    Key("names_in_context", WORDINGS, "Tên gọi, chỉ khi có nói đến ISO hay HTQLCL"),
    Key("names_in_section", WORDINGS, "Tên gọi, chỉ trong mục hay bài về ISO, HTQLCL"),
    Key("names_on_links", WORDINGS, "Tên gọi trên liên kết, tên tệp"),
    Key("instead_of", TEXTS, "Tên gọi này thì không phải là"),
    Key("not_with", WORDINGS, "Không phải khi tên có"),
    Key("not_in_context_with", WORDINGS, "Tên gọi theo ngữ cảnh không tính khi có"),
    Key("despite", TEXTS, "Vẫn là giấy tờ này dù tên có"),
    Key("types", TEXTS, "Loại văn bản"),
    Key("number_forms", TEXTS, "Số, ký hiệu mẫu (để tra cứu)"),
    Key("body", WORDINGS, "Lời thường có trong nội dung"),
    Key("body_needed", NUMBER, "Số lời cần có khi chỉ tên tệp, liên kết nói là giấy tờ này"),
    Key("subject_needed", WORDINGS, "Nội dung phải có một trong các lời"),
    Key("issuer_above", FLAG, "Cấp trên ban hành cho cơ quan cũng tính"),
    Key("weight", "number", "Trọng số (chỉ để xem, không dùng để đánh giá)"),
    Key("weight_source", TEXT, "Nguồn của trọng số"),
    Key("legal_basis", "[[legal_basis]]", "Căn cứ"),
)
BASIS_KEYS = (
    Key("levels", TEXTS, "Cấp", needed=True),
    Key("text", TEXT, "Văn bản", needed=True),
    Key("valid_from", DAY, "Từ ngày", needed=True),
    Key("valid_to", DAY, "Đến hết ngày"),
    Key("source", TEXT, "Nguồn", needed=True),
)
NAMING_KEYS = ("names", "names_in_context", "names_in_section", "names_on_links")
AGAINST_KEYS = ("not_with", "not_in_context_with")
WORDING_KEYS = tuple(key.name for key in KEYS if key.holds == WORDINGS)
