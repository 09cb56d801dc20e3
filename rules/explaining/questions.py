"""The questions that an inspector must settle, and the conflicts that raise them, in Vietnamese.

Each is answered by yes or no, or by a short fact.
"""

from __future__ import annotations

from datetime import date

from domain.findings import Evidence
from rules.explaining.reasons import continued, day, paper, short, short_sentence, title_of

ONLY_TAKES_BACK = "Văn bản chỉ bãi bỏ, thu hồi, không ban hành nội dung thay thế."
TAKES_PARTS_BACK = "Văn bản chỉ bãi bỏ một phần văn bản khác."


def asks(question: str, evidence: Evidence, others: int) -> str:
    """Why it is left to an inspector: which paper, and what must be answered about it."""
    asked = short_sentence(question) or f"Cần xác minh {paper(evidence)}"
    title = title_of(evidence) if evidence.title.strip() else ""
    if title not in asked and paper(evidence) not in asked:
        asked = f"{paper(evidence)} — {continued(asked)}"
    more = f" (và {others} trường hợp khác)" if others else ""
    return f"{asked}{more}{'' if asked.endswith('?') and not more else '.'}"


def parts_taken_back(evidence: Evidence) -> str:
    """The question over a decision that takes back parts of a paper that was not found."""
    return f"{paper(evidence)} chỉ bãi bỏ một phần: văn bản còn lại đang áp dụng đăng ở đâu?"


def replaced_by(newer: Evidence) -> str:
    """Why a paper no longer counts."""
    return f"Đã được thay thế bởi {paper(newer)}."


def taken_back_by(newer: Evidence) -> str:
    """What speaks against a paper that would count otherwise."""
    return f"Có văn bản bãi bỏ hoặc thu hồi: {paper(newer)}."


def is_in_force(evidence: Evidence, by: Evidence) -> str:
    """The question over a paper that another one takes back."""
    return f"{paper(evidence)} có còn áp dụng không, khi đã có {paper(by)}?"


def called(words: str) -> str:
    """What the portal's own list says against a paper."""
    return f"Danh sách của cổng ghi “{short(words)}”."


def is_expired(evidence: Evidence, words: str) -> str:
    """The question over a paper that the portal's own list calls expired."""
    return f"{paper(evidence)} có còn áp dụng không, khi cổng ghi “{short(words)}”?"


def copy_of(issuer: str) -> str:
    """What a copy of the same paper says of its issuer."""
    return f"Bản khác cùng số, cùng ngày là của {short(issuer)}."


def whose(evidence: Evidence, issuer: str) -> str:
    """The question over a paper without issuer whose copy names another's."""
    return f"{paper(evidence)} là của cơ quan này hay của {short(issuer)}?"


def copy_for(year: int) -> str:
    """What a copy of the same paper says of its year."""
    return f"Bản khác cùng số, cùng ngày ghi năm {year}."


def which_year(evidence: Evidence, other: int) -> str:
    """The question over a paper whose copies are for different years."""
    return f"{paper(evidence)} là của năm {evidence.year} hay năm {other}?"


def inherited(evidence: Evidence, founded: date) -> str:
    """The question over a paper that is older than the agency."""
    return (
        f"{paper(evidence)} có trước ngày thành lập cơ quan ({day(founded)}): "
        "cơ quan mới có tiếp tục áp dụng văn bản này không?"
    )


def of_unknown_year(evidence: Evidence, year: int) -> str:
    """The question over a yearly paper whose year cannot be told."""
    return f"Không rõ {paper(evidence)} có phải là của năm {year} không?"


def of_uncertain_kind(evidence: Evidence, name: str) -> str:
    """The question over a paper that was recognised with too little certainty."""
    return f"{paper(evidence)} có đúng là {name} không?"
