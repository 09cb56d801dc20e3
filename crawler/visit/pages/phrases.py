"""The phrases by which a page that came back with 200 says that it is none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.outcomes import Outcome

CHALLENGE = re.compile(
    r"checking your browser|just a moment\W*$|attention required|ddos protection by"
    r"|your request (?:is|has been|was) blocked|request (?:rejected|blocked|unsuccessful)"
    r"|requested url was rejected|support id|incident id|access (?:is )?denied|ray id"
    r"|web application firewall|enable javascript and cookies|verify(?:ing)? (?:that )?you are"
    r"|are you (?:a )?(?:human|robot)|captcha|khong phai (?:la )?(?:robot|nguoi may|may)"
    r"|(?:yeu cau|truy cap|ket noi|ip)[^.]{0,60}(?:bi (?:chan|tu choi|khoa)|da bi (?:chan|tu choi))"
    r"|kiem tra trinh duyet|xac (?:minh|thuc) (?:truy cap|ban la|trinh duyet)"
    r"|truy cap (?:bat thuong|qua nhanh|qua nhieu)"
)
CHALLENGE_BODY = re.compile(
    rb"cf[_-]chl[_-]|challenge-platform|_Incapsula_Resource|cf-browser-verification"
    rb"|document\.cookie\s*=.{0,400}location\s*(?:\.reload|\.replace|\.href|=)",
    re.DOTALL,
)
_SITE = (
    r"(?:he thong|web ?site|trang (?:web|thong tin|tin|chu)|cong (?:thong tin|tttt)|site|may chu)"
)
MAINTENANCE = re.compile(
    _SITE + r"[^.]{0,80}\b(?:dang|tam|hien|duoc|trong)\b[^.]{0,40}"
    r"(?:bao tri|bao duong|nang cap|tam (?:ngung|dung)|gian doan)"
    r"|(?:dang|tam|hien)\b[^.]{0,20}(?:bao tri|bao duong|nang cap)[^.]{0,30}"
    + _SITE
    + r"|"
    + _SITE
    + r"[^.]{0,20} (?:bao tri|bao duong)|^(?:thong bao )?(?:dang )?(?:bao tri|bao duong)\b"
    r"|^dang nang cap|(?:under|down for|scheduled|site) maintenance|maintenance mode"
    r"|(?:website|site) (?:is )?under construction|(?:website|trang web) dang (?:duoc )?xay dung"
)
PARKED = re.compile(
    r"ten mien (?:nay )?(?:dang |da |co the )?(?:duoc )?(?:rao ban|can ban|de ban|het han|chua duoc"
    r"|tam ngung|mua ban)|(?:mua|ban) (?:lai )?ten mien nay|domain(?: name)?(?: \S+)? (?:is|may be)"
    r" (?:for sale|parked|available)|buy this domain|domain (?:has|is) expired|domain for sale"
    r"|parked (?:free|domain)|inquire about this domain|this domain is parked"
)
NO_SITE = re.compile(
    r"^(?:welcome to nginx|apache2 (?:debian|ubuntu) default page|iis windows server"
    r"|test page for|it works!?$|index of /|default (?:web site|parallels plesk) page)"
)
NOT_FOUND = re.compile(
    r"(?:khong tim thay|khong ton tai|khong the tim thay)"
    r"(?! (?:ket qua|du lieu|ban ghi|van ban|tin |bai viet nao))[^.\n]{0,20}"
    r"(?:trang(?! thai)|duong dan|dia chi|url|lien ket|noi dung (?:yeu cau|ban|nay))"
    r"|(?:trang|duong dan|dia chi|lien ket|bai viet|noi dung|chuyen muc|tai lieu)"
    r"(?: (?:web|nay|ma|ban|quy vi|vua|dang|can|muon|yeu cau|tim|kiem|truy cap|xem|duoc|cua"
    r"|hoac|tep|tin)){0,10}"
    r" (?:khong ton tai|khong tim thay|khong con ton tai|da bi (?:xoa|go|di chuyen))"
    r"|(?:page|file|url|resource|content|article)[^.\n]{0,30}(?:not found|does(?: not|n.t) exist"
    r"|(?:cannot|can.t|could not) be found)|(?:loi|error)\s*:?\s*404\b|^404$"
    # Counters and clocks end in 404 as well, and menus follow them.
    r"|(?<![\d.,:])404\W{0,3}(?:not found|error|page not|loi(?! ich)"
    r"|khong (?:tim|the|ton)|trang (?:khong|nay|web|ban|quy vi))|page not found"
)
REFUSED = re.compile(
    r"(?:khong (?:co|du) quyen|khong duoc (?:phep|quyen)|chua duoc (?:cap )?(?:phep|quyen)) "
    r"(?:xem|truy cap|doc|su dung)|chua duoc (?:cap|phan) quyen|chi (?:cac )?(?:dia chi )?ip\b"
    r"|(?:vui long|xin|can|phai|hay) dang nhap(?! de (?:binh luan|gui|danh gia|tra loi|like))"
    r"|(?:nhap|dien) (?:ma (?:xac (?:nhan|thuc|minh)|bao (?:ve|mat|an toan)|captcha)|captcha)"
    r"(?: \w+){0,4} (?:de|truoc khi) (?:tai|xem|doc|mo|tiep tuc|tim)"
    r"|nhap (?:cac )?ky tu (?:\w+ ){0,3}(?:hinh|anh)\b|complete (?:the|a) security check"
    r"|not authori[sz]ed|access (?:is )?denied|permission denied|hasn.t been shared with you"
    r"|(?:do not|don.t) have permission"
)
"""In folded text: who reads it may not see what stands there."""
WAYS_OUT = re.compile(
    r"\W*(?:(?:vao |ve |quay (?:lai|ve) )?trang chu|quay lai|tro (?:lai|ve).{0,20}|dang (?:nhap|ky)"
    r"(?: tai khoan| he thong| ngay| tai day)?|tai day|log ?in|sign ?(?:in|up)|lien he.{0,20})?\W*"
)
"""Links of a page that turns its reader away, beside which nothing is held."""
LOGIN_WORDS = re.compile(r"dang nhap|log ?in|sign ?in|mat khau|password")
PASSWORD_FIELD = re.compile(rb"<input\b[^>]{0,300}\btype\s*=\s*[\"']?password", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WholePage:
    """What a page with hardly anything else on it may say of itself."""

    pattern: re.Pattern[str]
    outcome: Outcome
    reason: str
    most_chars: int
    """Of all its text, frame and all: a longer page merely speaks of it."""
    most_links: int


WHOLE_PAGES = (
    WholePage(PARKED, Outcome.PARKED, "tên miền đang rao bán hoặc đã hết hạn", 1500, 30),
    WholePage(NO_SITE, Outcome.PARKED, "trang mặc định của máy chủ, chưa có cổng", 4000, 30),
    WholePage(CHALLENGE, Outcome.BLOCKED, "trang chặn hoặc thử thách của tường lửa", 1000, 6),
    WholePage(MAINTENANCE, Outcome.MAINTENANCE, "cả trang chỉ báo bảo trì, nâng cấp", 700, 6),
)
"""In the order they are asked."""
