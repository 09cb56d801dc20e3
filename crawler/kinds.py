"""What an address alone tells of what stands there: a paper, or nothing worth reading."""

from __future__ import annotations

import re
from urllib.parse import unquote_plus

_PAPER_NAME = re.compile(
    r"\.(?:pdf|docx?|docm|dotx?|xlsx?|xlsm|pptx?|rtf|od[tsp]|txt|csv|mht(?:ml)?|zip|rar|7z|tiff?)(?:\.aspx)?\Z"
)
_OFFICE_NAME = re.compile(r"\.(?:docx?|xlsx?|rtf)\Z")
_PAPER_HANDLER = re.compile(
    r"/linkclick\.aspx|/documents/\d+/|/download[a-z]*(?:\.(?:aspx|ashx|php|axd)|/)|/getfile"
    r"|/get_file|/viewfile|/view_file|/fileviewer|/attachments?/|/download\Z"
    r"|[?&]export=download|/export(?:\?format=|/pdf\Z)"
    r"|[?&](?:task|act|action|op|do)=(?:[a-z_.]+)?download|[?&]download(?:=|\Z|&)"
    r"|[?&](?:fileticket|filename|file_name|fileid|file_id|attachment|attachmentid)="
)
_PICTURE = re.compile(r"\.(?:jpe?g|png|bmp|gif|webp|avif|tiff?)\Z", re.IGNORECASE)
_PICTURE_NAME = re.compile(r"\.(?:jpe?g|png|bmp)\Z")
_PICTURE_OF_PAPER = re.compile(
    r"/attachments?/|/documents/|van-?ban|scan|quyet-?dinh|\bqd\b|cong-?bo|muc-?tieu|chinh-?sach"
    r"|(?:\A|[^a-z])iso(?:[^a-z]|\Z)|htqlcl|mtcl|cscl|ke-?hoach|danh-?muc"
)
_NOT_CONTENT_NAME = re.compile(
    r"\.(?:css|js|mjs|map|woff2?|ttf|otf|eot|svgz?|ico|gif|webp|avif|cur|jpe?g|png|bmp"
    r"|mp[34]|m4[av]|avi|mov|wmv|flv|swf|webm|mkv|og[agv]|wav|wma|3gp|m3u8|ics|vcf|exe|msi|apk"
    r"|dmg|iso|axd|asmx|xsd|wsdl)\Z"
)
_NOT_CONTENT_PATH = re.compile(
    r"/wp-json(?:/|\Z)|/xmlrpc\.php|/wp-content/(?:themes|plugins)/|/wp-includes/|/combo/"
    r"|/(?:web|script)resource\.axd|/cdn-cgi/|[?&](?:ical|outlook-ical)=|/ical/"
)
_NO_PLACE = re.compile(
    r"\s*(?:mailto|tel|sms|fax|javascript|about|skype|zalo|viber|whatsapp|callto|tg|geo|intent):",
    re.IGNORECASE,
)
_SHARES = (
    "drive.google.com", "docs.google.com", "dropbox.com", "1drv.ms", "onedrive.live.com",
    "mediafire.com", "fshare.vn", "usercontent.google.com", "googleusercontent.com",
    "dropboxusercontent.com",
)  # fmt: skip


def is_paper_like(address: str) -> bool:
    """Whether the path or query looks like a file that may be a paper."""
    path, query = _path_and_query(address)
    if _PAPER_NAME.search(path) or _PAPER_HANDLER.search(path + "?" + query):
        return not _NOT_CONTENT_NAME.search(path) or _is_picture_of_paper(path)
    if any(_PAPER_NAME.search(pair) for pair in query.split("&")):
        return True
    return _is_picture_of_paper(path)


def is_office_name(address: str) -> bool:
    """Whether it is named as a word processor's or spreadsheet's file, which may be markup too."""
    return _OFFICE_NAME.search(_path_and_query(address)[0]) is not None


def is_not_content(address: str) -> bool:
    """Whether it is a style, script, font, picture of the layout, sound, film or calendar file."""
    path, query = _path_and_query(address)
    if _NOT_CONTENT_PATH.search(path + "?" + query):
        return True
    return _NOT_CONTENT_NAME.search(path) is not None and not is_paper_like(address)


def is_picture(address: str) -> bool:
    """Whether it is named as a picture: of the layout as a rule, of a paper where words say so."""
    return _PICTURE.search(address.partition("?")[0]) is not None


def _is_picture_of_paper(path: str) -> bool:
    return _PICTURE_NAME.search(path) is not None and _PICTURE_OF_PAPER.search(path) is not None


def _path_and_query(address: str) -> tuple[str, str]:
    rest = unquote_plus(address.partition("://")[2]).lower()
    path, _, query = rest.partition("?")
    return "/" + path.partition("/")[2], query


def is_share(address: str) -> bool:
    """Whether the address lies on a public file share, where agencies put papers too."""
    host = address.partition("://")[2].partition("/")[0]
    return any(host == share or host.endswith("." + share) for share in _SHARES)


def leads_nowhere(href: str) -> bool:
    """Whether a link starts a program or a script rather than leading to a place."""
    return _NO_PLACE.match(href) is not None
