"""The phrases by which a page that came back with 200 says that it is none."""

from __future__ import annotations

import re

from domain.outcomes import Outcome

CHALLENGE = re.compile(
    r"checking your browser|just a moment\W*$|attention required|ddos protection by"
    r"|your request (?:is|has been|was) blocked|request (?:rejected|blocked|unsuccessful)"
    r"|requested url was rejected|support id|incident id|access (?:is )?denied|ray id"
    r"|web application firewall|enable javascript and cookies|verify(?:ing)? (?:that )?you are"
    r"|are you (?:a )?(?:human|robot)|captcha|khong phai (?:la )?(?:robot|nguoi may|may)"
    r"|(?:yeu cau|truy cap|ket noi|ip)[^.]{0,60}(?:bi (?:chan|tu choi|khoa)|da bi (?:chan|tu choi))"
    r"|kiem tra trinh duyet|xac (?:minh|thuc) (?:truy cap|ban|trinh duyet)|tuong lua"
    r"|truy cap (?:bat thuong|qua nhanh|qua nhieu)"
)
CHALLENGE_BODY = re.compile(
    rb"cf[_-]chl[_-]|challenge-platform|_Incapsula_Resource|cf-browser-verification"
    rb"|document\.cookie\s*=.{0,400}location\s*(?:\.reload|\.replace|\.href|=)",
    re.DOTALL,
)
MAINTENANCE = re.compile(
    r"(?:he thong|website|web site|trang (?:web|thong tin|tin)|cong (?:thong tin|tttt)|site|may chu"
    r"|dich vu)[^.]{0,80}(?:bao tri|bao duong|nang cap|tam (?:ngung|dung))"
    r"|(?:bao tri|bao duong|nang cap)[^.]{0,30}(?:he thong|website|trang web|cong thong tin)"
    r"|^dang (?:bao tri|nang cap)|(?:under|down for|scheduled|site) maintenance|maintenance mode"
    r"|website (?:is )?under construction|(?:website|trang web) dang (?:duoc )?xay dung"
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
    r"(?:khong tim thay|khong ton tai|khong the tim thay)[^.\n]{0,20}"
    r"(?:trang(?! thai)|duong dan|dia chi|url|lien ket|noi dung (?:yeu cau|ban|nay))"
    r"|(?:trang|duong dan|dia chi|lien ket|bai viet|noi dung|chuyen muc|tai lieu)"
    r"(?: (?:web|nay|ma|ban|quy vi|vua|dang|can|muon|yeu cau|tim|kiem|truy cap|xem|duoc|cua"
    r"|hoac|tep|tin)){0,10}"
    r" (?:khong ton tai|khong tim thay|khong con ton tai|da bi (?:xoa|go|di chuyen))"
    r"|(?:page|file|url|resource|content|article)[^.\n]{0,30}(?:not found|does(?: not|n.t) exist"
    r"|(?:cannot|can.t|could not) be found)|(?:loi|error)\s*:?\s*404|404\W{0,3}"
    r"(?:not found|error|khong|loi|page|trang)|^404$|page not found"
)
LOGIN_WORDS = re.compile(r"dang nhap|log ?in|sign ?in|mat khau|password")
PASSWORD_FIELD = re.compile(rb"<input\b[^>]{0,300}\btype\s*=\s*[\"']?password", re.IGNORECASE)

WHOLE_PAGE: tuple[tuple[re.Pattern[str], Outcome, str], ...] = (
    (PARKED, Outcome.PARKED, "tên miền đang rao bán hoặc đã hết hạn"),
    (NO_SITE, Outcome.PARKED, "trang mặc định của máy chủ, chưa có cổng thông tin"),
    (CHALLENGE, Outcome.BLOCKED, "trang chặn hoặc thử thách của tường lửa"),
    (MAINTENANCE, Outcome.MAINTENANCE, "cả trang chỉ báo bảo trì, nâng cấp"),
)
"""What a page with hardly anything else on it may say, in the order it is asked."""
