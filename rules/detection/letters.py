"""Letters that ask for a paper which is still to be made, and invitations to what is still to be.

A letter to the agency's own rooms may hand a paper out ("ban hành và triển khai ..."); one that
collects proposals until some day, to sum them up and have them approved, says the opposite.
"""

from __future__ import annotations

import re

from rules.head import DocumentHead
from rules.vietnamese.folding import Folded, fold

_INVITATION = "giấy mời"
_HEAD_LENGTH = 1_500
_READ = 6_000
_TO = re.compile(r"(?<![a-z])kinh gui\s*:?")
_ASKS = re.compile(
    r"(?<![a-z])(?:de nghi|yeu cau|giao)\s(?:cac |thu truong |truong |lanh dao )*"
    r"(?:phong|ban|bo phan|don vi|co quan|dong chi|cong chuc|khoa|to|chi cuc|trung tam)(?![a-z])"
)
_COLLECTS = re.compile(
    r"(?:gui|nop|chuyen)\b[^.;\n]{0,90}\b(?:ve|toi|den|cho|qua)\b[^.;\n]{0,90}"
    r"(?:truoc ngay|cham nhat|de tong hop|truoc \d|trong ngay|han cuoi)"
    r"|(?:de|co so|se|va) tong hop\b|tong hop,? (?:va )?(?:trinh|tham muu|bao cao)"
    r"|(?:de|truoc khi) trinh [^.;\n]{0,60}(?:phe duyet|ban hanh|xem xet|ky)"
)
_PROPOSES = re.compile(
    r"(?<![a-z])(?:de xuat|dang ky|xay dung|gop y|du thao|lap|ra soat|soan)(?![a-z])"
)
"""What is collected are proposals; results that are reported later are of what stands already."""
_ISSUES = re.compile(
    r"(?:ve viec |viec )?(?:ban hanh|thong bao|cong bo|cong khai|niem yet|giao|pho bien|gui"
    r"|thuc hien|trien khai|phan phoi|ap dung|bao cao|phe duyet)(?![a-z])"
)
_HANDS_OUT = re.compile(
    r"(?:gui|ban hanh|dinh|dang) kem(?: theo)?(?! (?:mau|phieu|bieu))"
    r"|(?<!mau )(?<!phieu )(?<!bieu )kem theo (?:cong van|van ban|thong bao) nay"
    r"|(?<![a-z])(?:ban hanh|thong bao|giao) [^.\n]{0,80}(?:nhu sau|kem theo)"
)
_FIGURE = re.compile(r"\d\s?%")
_FEW_FIGURES = 2


def asks_for_it(body: Folded, head: DocumentHead) -> bool:
    """Whether a letter collects what a paper shall be made of, and hands none out."""
    if head.type_name is not None or _TO.search(body.plain[:_HEAD_LENGTH]) is None:
        return False
    if _ISSUES.match(fold(head.excerpt).plain) is not None:
        return False
    text = body.plain[head.body_start : head.body_start + _READ]
    if _HANDS_OUT.search(text) is not None or len(_FIGURE.findall(text)) >= _FEW_FIGURES:
        return False
    return all(sign.search(text) is not None for sign in (_ASKS, _COLLECTS, _PROPOSES))


def only_invites(head: DocumentHead) -> bool:
    """Whether the paper invites to a meeting of which nothing is recorded yet."""
    return head.type_name == _INVITATION
