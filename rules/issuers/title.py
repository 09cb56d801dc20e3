"""Whose a paper is by its title: "Mục tiêu chất lượng của UBND xã ..."."""

from __future__ import annotations

import re

from rules.issuers.unit_names import HeadLine
from rules.vietnamese.folding import fold

MOST_WORDS_OF_A_NAME = 12
_OF = re.compile(r"\bcủa\b|\btại\b|\bcua\b", re.IGNORECASE)
_COMMITTEE = re.compile(
    r"(?:ubnd|[uủ][yỷ]\s+ban\s+nh[âa]n\s+d[âa]n)\s+(?:tỉnh|huyện|quận|thị|thành|xã|phường)",
    re.IGNORECASE,
)
_NAME_OF_PAPER = re.compile(
    r"(?:chat luong|qlcl|\d{4}|iso|thu tuc|tthc|hanh chinh|quy trinh)[\s,.:)-]*$"
)
"""What may stand right before an agency that a title ends with; a sentence goes on otherwise."""
_BASIS = re.compile(
    r"\s(?:căn cứ|trên cơ sở|thực hiện|(?:ban hành )?kèm|\(|năm \d{4}|S?TT(?=\s|$)|số TT"
    r"|lĩnh vực|nội dung|chỉ tiêu|mục tiêu|[IVX]+\s*[.:/]\s)|[;.]\s|\|",
    re.IGNORECASE,
)
"""Where a name ends at the latest: what a title runs on into, a table's first row among it."""
_CITED = re.compile(
    r"(?<![a-z])so\s*:?\s*\d|\d\s*/\s*(?:\d{4}\s*/\s*)?[a-z]{2}|thu tuong"
    r"|(?:chi dao|huong dan|yeu cau|quy dinh|lanh dao|de nghi|uy quyen|gop y|hai long)\s*$"
)
_BUSINESS = re.compile(
    r"(?<![a-z])cua\s+(?:cac\s+)?(?:cong ty|doanh nghiep|tap doan|tong cong ty|nha may|xi nghiep"
    r"|hop tac xa|khach san)(?![a-z])"
)
_AUDITED = re.compile(
    r"(?<![a-z])(?:sau|qua|theo|tu|ket luan)(?: (?:khi|dot|cuoc|doan|ket luan|ket qua))*"
    r" (?:danh gia|kiem tra|thanh tra|giam sat|khao sat|phuc tra) cua "
)

_ACTS = re.compile(
    r"\s(?:vừa |đã |tổ chức (?:lễ )?)?"
    r"(?:công bố|ban hành|phê duyệt|kiện toàn|thành lập|đề ra|cam kết)(?!\w)",
    re.IGNORECASE,
)
_BEFORE_AN_ACTOR = re.compile(
    r"^(?:(?:tập thể )?(?:ban )?lãnh đạo|chủ tịch|giám đốc|toàn thể[^,]{0,60}?)\s+", re.IGNORECASE
)
_LONGEST_ACTOR = 90


def is_of_a_business(title: str) -> bool:
    """Whether a title says that the paper is a company's."""
    return _BUSINESS.search(fold(title).plain) is not None


def may_name_an_auditor(title: str) -> bool:
    """Whether it may name who looked, not whose paper it is: "sau đánh giá của ..."."""
    return _AUDITED.search(fold(title).plain) is not None


def named_in_title(title: str) -> HeadLine | None:
    """The agency whose paper a title says it is; None where it names none or only cites one."""
    start = _start(title)
    if start is None or _CITED.search(fold(title[:start]).plain.strip()):
        return None
    # What stands far behind belongs to the sentence, not to the name.
    line = HeadLine(_BASIS.split(title[start:], maxsplit=1)[0])
    return HeadLine(" ".join(line.written[:MOST_WORDS_OF_A_NAME]))


def _start(title: str) -> int | None:
    of, committee = _OF.search(title), _COMMITTEE.search(title)
    if of is not None and (committee is None or of.start() < committee.start()):
        before = fold(title[: of.start()]).plain.strip()
        return None if _CITED.search(before) else of.end()
    if committee is None:
        return None
    name = fold(title[: committee.start()]).plain
    return committee.start() if _NAME_OF_PAPER.search(name) else None


def actor_of(sentence: str) -> str:
    """Who issues or announces by a sentence's first words: "UBND huyện ... ban hành"; or empty."""
    acts = _ACTS.search(sentence, 0, _LONGEST_ACTOR)
    if acts is None:
        return ""
    actor = _BEFORE_AN_ACTOR.sub("", sentence[: acts.start()].strip())
    line = HeadLine(actor)
    unit = line.last_unit()
    committees = 1 if line.bare[:1] == ("ubnd",) else 0
    if not line.is_bare_province and (unit is None or unit[0] > committees):
        return ""
    return actor
