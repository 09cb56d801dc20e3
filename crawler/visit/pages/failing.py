"""Pages that came back well and only say that the portal's program failed.

Such a page is no content and no proof that an address holds nothing: what should stand there may
come at another time. A portal whose one error page answers for failures and for addresses that do
not exist alike leaves it open which of the two it was.
"""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import unquote, urlsplit

from crawler.visit.pages.phrases import NOT_FOUND
from crawler.visit.pages.text import fold
from domain.documents import BlockKind, Document, Zone
from domain.exchanges import Answer
from domain.outcomes import Outcome

_MOST_CHARS = 500
"""Of the content: who says more than an excuse speaks of failures, and is none."""
_TRACE_CHARS = 3000
_MOST_LINKS = 2
_OURS = (
    r"(?=\W*$|\s*[.,!:;(]|\s+(?:trong (?:qua trinh|khi|luc)|khi (?:xu ly|thuc hien|tai|truy|ket)"
    r"|voi (?:he thong|may chu|trang|website|yeu cau)|(?:tren|tai|o) (?:he thong|may chu)|vui long"
    r"|xin|moi|he thong|ky thuat|khong mong|noi bo|khong xac dinh))"
)
"""What follows where a program speaks of itself: news tell of incidents in the same words."""
_FAILED = re.compile(
    r"\b(?:da|dang|vua|co)(?: co| da)?(?: mot)?(?: so)? (?:loi|su co)"
    r"(?: he thong| ky thuat| khong mong muon)? xay ra" + _OURS + r"|\b(?:da|dang|vua|co the) "
    r"(?:xay ra|gap|phat sinh)(?: mot)?(?: so)? (?:loi|su co)" + _OURS + r"|^(?:loi|error|bao loi"
    r"|thong bao loi|xay ra loi|loi he thong|loi may chu|co loi|co su co|server error"
    r"|runtime error|application error)\W*$"
    r"|\ban? (?:\w+ )?error (?:has |was )?(?:occurred|encountered)|\berror has occurred"
    r"|server error in '|internal server error"
    r"|\b50[0-4]\b\W{0,3}(?:internal|bad gateway|service unavail|gateway time|server error)"
    r"|(?:he thong|may chu|website|trang web|cong thong tin(?: dien tu)?)(?: nay)? "
    r"(?:(?:dang|hien|tam thoi|da) )+(?:bi )?(?:qua tai|ban|gap su co|bi loi)" + _OURS + r"|phien "
    r"(?:lam viec|truy cap|dang nhap)(?: \w+){0,4} (?:het han|het hieu luc|khong hop le)"
    r"|session (?:has |is )?(?:expired|timed? ?out)"
    r"|(?:^|[.!:] )(?:da )?co loi (?:khi|trong qua trinh) (?:tim|truy|tai|xu ly|ket noi)"
    r"|\bma loi\W{1,3}(?:0x)?\d"
    r"|qua nhieu (?:nguoi|luot)(?: dang| cung)? truy cap"
    r"|khong (?:the )?tai (?:duoc )?(?:noi dung|du lieu|trang)\b"
    r"|noi dung(?: nay)? tam thoi khong|\b(?:is|are) (?:temporarily|currently) unavailable"
    r"|module load warning|one or more of the modules on this page did not load"
    r"|error establishing a database connection|loi ket noi (?:co so du lieu|csdl|may chu)"
    r"|khong(?: the)? ket noi(?: \w+){0,3} (?:co so du lieu|csdl|database|may chu)"
    r"|cannot (?:connect to|open) (?:the )?database|too many connections"
)
_PART = (
    r"(?:chuyen (?:trang|muc)|trang(?: web| thong tin| tin)?|muc|noi dung|chuc nang|phan he|module"
    r"|he thong|website|cong(?: thong tin)?(?: dien tu)?|du lieu|dich vu|may chu|portlet)(?: nay)?"
)
_EXCUSE = re.compile(
    _PART + r"(?: (?:hien(?: tai| nay)?|dang|tam thoi|tam|da|duoc|bi|trong|qua trinh|thoi gian))+ "
    r"(?:bao tri|bao duong|nang cap|ngung|dung|gian doan|tam (?:ngung|dung)|qua tai)\b"
    r"|(?:^|\b(?:trang|thong bao)\W+)dang (?:duoc )?(?:bao tri|bao duong|nang cap)\b|"
    + _PART
    + r"(?: (?:hien(?: tai| nay)?|tam thoi))* (?:khong kha dung|(?:chua|khong) the (?:phuc vu"
    r"|hien thi|truy cap|su dung))|tam thoi khong (?:kha dung|truy cap|hoat dong|phuc vu|su dung)"
    r"|khong (?:the )?(?:hien thi|mo|truy cap) (?:duoc )?(?:trang|noi dung|du lieu|website)\b"
    r"|(?:thu|truy cap|tai|quay) lai (?:\w+ ){0,2}sau\b|\bqua tai\W+(?:vui long|xin|moi|hay)"
    r"|(?:het|qua) thoi gian (?:cho|ket noi)|yeu cau(?: cua (?:ban|quy vi|quy khach))? (?:khong hop"
    r" le|that bai)|that bai khi thuc|trang (?:thong tin|web)?(?: nay)? ?da (?:duoc )?chuyen sang"
    r" (?:dia chi|trang|website|ten mien)|(?:hosting|ten mien|ban quyen|phan mem)[^.]{0,40} het han"
    r"|^(?:thong bao\W+)?(?:da )?co loi (?:khi|trong)|something went wrong|\b(?:oops|whoops)\b"
    r"|could not be opened|service (?:is )?(?:temporarily )?unavailable|bad gateway"
    r"|gateway time-?out|account (?:has been )?suspended|bandwidth limit|unable to service"
    r"|(?:could not|unable to|cannot|can.t) (?:connect|reach)\b|access denied for user|\bora-\d{5}"
    r"|timeout expired|(?:connection|request) (?:refused|timed out)|error occurred while"
    r"|(?:server|database) (?:is )?(?:currently |too )?busy|(?:web )?page (?:is )?blocked"
    r"|page (?:cannot|can.t) be displayed|bad request|(?:invalid|potentially dangerous) (?:url"
    r"|request)|validation of viewstate|page (?:has )?expired|csrf token|license (?:has )?expired"
    r"|(?:warning|notice|deprecated|fatal error)\W{1,3}[^\n]{0,400} on line \d"
)
"""The same in words that news and papers have as well: it is asked of a line or two alone."""
_EXCUSE_CHARS = 300
_OWES = re.compile(
    r"cap nhat|chua co|dang (?:duoc )?(?:xay dung|bien tap|hoan thien)"
    r"|\d{1,2}\s?[/-]\s?\d{1,2}\b|\bngay \d"
)
"""Who says that there is nothing yet, or from which day on, speaks of no failure."""
_TRACE = re.compile(
    r"fatal error\W{1,3}(?:uncaught|allowed memory|maximum execution|call to|class|out of memory)"
    r"|parse error\W{1,3}syntax error|uncaught (?:exception|\w*error)|stack trace:\s*(?:#0|at )"
    r"|system\.(?:nullreference|web\.http|data\.sqlclient)\w*exception"
    r"|object reference not set to an instance|java\.lang\.\w+exception"
    r"|traceback \(most recent call last\)|sqlstate\["
)
_ERROR_ADDRESS = re.compile(
    r"/(?:\w*error(?:s|page|handler)?|loi|bao-?loi|trang-?loi|su-?co|unexpected)"
    r"(?:\.\w{2,5})?/?\Z|/50[0-4]\.(?:html?|aspx?|php|jsp)\Z",
    re.IGNORECASE,
)
_CONTENT = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
Verdict = tuple[Outcome, str]


def failing(answer: Answer, document: Document, main: str) -> Verdict | None:
    """Whether a page says nothing but that something failed; None for content.

    ``main``: what it holds.
    """
    if "failure" in dict(document.metadata):
        return Outcome.MAINTENANCE, "dữ liệu của trang chỉ báo lỗi của hệ thống"
    if len(main) <= _TRACE_CHARS and _TRACE.search(fold(main)):
        return Outcome.MAINTENANCE, "chương trình của cổng báo lỗi thay cho nội dung"
    if len(main) > _MOST_CHARS:
        return None
    own_links = (link for link in document.links if link.zone in _CONTENT)
    if next(islice(own_links, _MOST_LINKS, None), None) is not None:
        return None
    said = [fold(line) for line in (document.title, *_headings(document), main)]
    if any(NOT_FOUND.search(line) for line in said):
        return None
    excused = len(main) <= _EXCUSE_CHARS and not _OWES.search(said[-1])
    if any(_FAILED.search(line) or (excused and _EXCUSE.search(line)) for line in said):
        return Outcome.MAINTENANCE, "trang chỉ báo lỗi hoặc sự cố của hệ thống"
    if _led_to_an_error(answer):
        return Outcome.MAINTENANCE, "địa chỉ chuyển sang trang báo lỗi"
    return None


def _led_to_an_error(answer: Answer) -> bool:
    """Whether a redirect ended at an address that is named after errors."""
    final = answer.final_address or answer.ask.address
    if final == answer.ask.address:
        return False
    parts = urlsplit(final)
    named = "aspxerrorpath=" in parts.query.lower()
    return named or bool(_ERROR_ADDRESS.search(unquote(parts.path)))


def _headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.kind is BlockKind.HEADING][:3]
