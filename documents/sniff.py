"""What kind of file a body is, told from its bytes."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

HTML = "text/html"
TEXT = "text/plain"
XML = "application/xml"
PDF = "application/pdf"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"
PPT = "application/vnd.ms-powerpoint"
RTF = "application/rtf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
ZIP = "application/zip"
RAR = "application/vnd.rar"
SEVEN_ZIP = "application/x-7z-compressed"
GZIP = "application/gzip"
JSON = "application/json"
CSV = "text/csv"
MHTML = "multipart/related"
WORD_XML = "application/vnd.ms-word.document+xml"
SHEET_XML = "application/vnd.ms-excel.sheet+xml"
FLAT_ODT = "application/vnd.oasis.opendocument.text-flat-xml"
FLAT_ODS = "application/vnd.oasis.opendocument.spreadsheet-flat-xml"
BINARY = "application/octet-stream"
OLE2 = "application/x-ole-storage"
ENCRYPTED_OFFICE = "application/x-encrypted-office"

_MAGIC = (
    (b"{\\rtf", RTF),
    (b"7z\xbc\xaf\x27\x1c", SEVEN_ZIP),
    (b"\x1f\x8b", GZIP),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"\0\0\x01\0", "image/x-icon"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "application/ogg"),
    (b"MZ", "application/x-msdownload"),
    (b"%!PS", "application/postscript"),
    (b"\xdb\xa5\x2d\x00", DOC),  # Word 2, which had no compound files yet
)
_ANY_MAGIC = tuple(magic for magic, _ in _MAGIC)
_FLAT_OFFICE = (
    # A mark in the first bytes, the root element it comes with, and what the file is.
    (b"office/word/2003/wordml", b"worddocument", WORD_XML),
    (b"office/2006/xmlpackage", b"package", WORD_XML),
    (b"microsoft-com:office:spreadsheet", b"workbook", SHEET_XML),
    (b"opendocument.text", b"document", FLAT_ODT),
    (b"opendocument.spreadsheet", b"document", FLAT_ODS),
)
_FLAT_ROOTS = frozenset(root for _, root, _ in _FLAT_OFFICE)
_OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML_START = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|frameset|title|meta|script|style|table|div|p|h[1-6]|ul"
    rb"|ol|form|a\s|br|font|center|span|section|article|main|nav|header|iframe|img|b>|strong|link)"
    rb"\b",
    re.I,
)
_XML_ROOT = re.compile(rb"<([A-Za-z_][\w.\-]*:)?([A-Za-z_][\w.\-]*)")
_BEFORE_ROOT = re.compile(rb"\A(?:\s|<\?.*?\?>|<!--.*?-->)*", re.S)
_JSON_START = re.compile(rb"(?:\[\s*)?\{\s*\"[\w@.$ -]{1,60}\"\s*:")
_MAIL_HEADER = re.compile(rb"[A-Za-z][\w-]{1,40}:[ \t]")
_LEADING = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:\s|<!--.*?-->)*", re.S)
_ODD_BYTES = bytes([*range(9), *range(14, 27), *range(28, 32)])
_HEAD_BYTES = 4096
_MAX_MEMBERS = 20_000
_END_BYTES = 66_000
"""What stands after the directory: its end records, and a comment of at most 64 KB."""
_MAX_DIRECTORY_BYTES = 1_000_000
"""Ten thousand parts: no office file has as many, and listing more would hold up the caller."""


def media_type_of(body: bytes, declared: str = "", name: str = "") -> str:
    """The media type of ``body``.

    ``declared`` (Content-Type) and ``name`` (file name or address) are hints, asked only where the
    bytes leave more than one answer: portals send HTML as ``.pdf`` and papers without extension.
    """
    head = body[:_HEAD_BYTES]
    binary = _by_magic(body, head)
    if binary:
        return binary
    text = _narrow(head)
    if _is_binary(text):
        return BINARY
    return _text_kind(text, declared.lower(), name.lower())


def _by_magic(body: bytes, head: bytes) -> str:
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _zip_kind(body)
    if head.startswith(b"Rar!\x1a\x07"):
        return RAR
    if head.startswith(_OLE_MARK):
        return _ole_kind(body)
    # After the archives: a PDF that lies unpacked in one begins within these bytes too.
    if b"%PDF-" in head[:1024]:
        return PDF
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp":
        return "video/mp4"
    if not head.startswith(_ANY_MAGIC):
        return ""
    kind = next(kind for magic, kind in _MAGIC if head.startswith(magic))
    # "BM" and "MZ" also begin words: only bytes that no text holds make them a picture or program.
    return "" if kind in ("image/bmp", "application/x-msdownload") and b"\0" not in head else kind


def _zip_kind(body: bytes) -> str:
    if _directory_bytes(body) > _MAX_DIRECTORY_BYTES:
        return ZIP
    try:
        # The end alone: whatever the records there claim, no larger directory can be read.
        with ZipFile(BytesIO(body[-_MAX_DIRECTORY_BYTES - _END_BYTES :])) as archive:
            infos = archive.infolist()[:_MAX_MEMBERS]
    except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        return _torn_zip_kind(body)
    names = {info.filename for info in infos}
    for part, kind in (("word/", DOCX), ("xl/", XLSX), ("ppt/", PPTX)):
        if "[Content_Types].xml" in names and any(entry.startswith(part) for entry in names):
            return kind
    return _odf_kind(body[:512]) if "content.xml" in names else ZIP


def _directory_bytes(body: bytes) -> int:
    """How large the directory at a zip's end says it is; 0 where there is none."""
    end = body.rfind(b"PK\x05\x06", -_END_BYTES)
    return int.from_bytes(body[end + 12 : end + 16], "little") if end >= 0 else 0


def _torn_zip_kind(body: bytes) -> str:
    """A zip cut off in transfer has no directory, but its first members still tell."""
    for part, kind in ((b"word/", DOCX), (b"xl/", XLSX), (b"ppt/", PPTX)):
        if b"[Content_Types].xml" in body[:65_536] and part in body:
            return kind
    return _odf_kind(body[:512])


def _odf_kind(head: bytes) -> str:
    if b"opendocument.spreadsheet" in head:
        return ODS
    return ODT if b"opendocument.text" in head else ZIP


def _ole_kind(body: bytes) -> str:
    """Which program wrote an OLE2 file: the names of its streams stand in it as UTF-16."""
    for stream, kind in (
        ("EncryptedPackage", ENCRYPTED_OFFICE),
        ("WordDocument", DOC),
        ("Workbook", XLS),
        ("PowerPoint Document", PPT),
        ("Book\0", XLS),  # Excel 5 and 95
    ):
        if stream.encode("utf-16-le") in body:
            return kind
    return OLE2


def _narrow(head: bytes) -> bytes:
    """UTF-16 text as UTF-8, on which patterns can be tried."""
    charset = _wide_charset(head)
    return head.decode(charset, "ignore").lstrip("\ufeff").encode() if charset else head


def _wide_charset(head: bytes) -> str:
    """UTF-16 shows by its mark, or by the NUL beside the first tag's bracket; else empty."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16-le" if head[0] == 0xFF else "utf-16-be"
    first = head.find(b"<", 0, 64)
    if first < 0 or b"\0" not in head[:64]:
        return ""
    if first % 2 == 0 and head[first + 1 : first + 2] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if first % 2 and head[first - 1 : first] == b"\0" else ""


def _is_binary(text: bytes) -> bool:
    """Control characters that no text holds, in more than a few places."""
    odd = len(text) - len(text.translate(None, _ODD_BYTES))
    return odd * 50 > len(text) and odd > 2


def _text_kind(text: bytes, declared: str, name: str) -> str:
    start = text[_LEADING.match(text).end() :]  # type: ignore[union-attr] # it matches emptiness
    flat = _flat_office_kind(start)
    if flat:
        return flat
    if start[:5].lower() == b"<?xml":
        return _xml_kind(start)
    if _is_web_archive(start):
        return MHTML
    if _HTML_START.match(start):
        return HTML
    root = _XML_ROOT.match(start)
    if root and root.group(2).lower() in (b"rss", b"feed", b"urlset", b"sitemapindex", b"rdf"):
        return XML
    if _JSON_START.match(start) or (
        start[:1] in (b"{", b"[") and ("json" in declared or name.endswith(".json"))
    ):
        return JSON
    return _by_hints(text, declared, name)


def _flat_office_kind(start: bytes) -> str:
    """Office files that are one XML file; pages that Office wrote name the same spaces."""
    if start[:1] != b"<":
        return ""
    root = _XML_ROOT.match(start, _BEFORE_ROOT.match(start).end())  # type: ignore[union-attr] # it matches emptiness
    name = root.group(2).lower() if root else b""
    if name not in _FLAT_ROOTS:
        return ""
    lower = start.lower()
    return next((kind for mark, its, kind in _FLAT_OFFICE if name == its and mark in lower), "")


def _is_web_archive(start: bytes) -> bool:
    """MHTML begins like a letter, whose parts are named as related."""
    if not _MAIL_HEADER.match(start):
        return False
    lower = start.lower()
    return b"mime-version:" in lower and b"content-type:" in lower and b"multipart/" in lower


def _xml_kind(start: bytes) -> str:
    rest = start.partition(b"?>")[2]
    if b"<html" in start.lower() or b"<!doctype html" in start.lower():
        return HTML
    # Word's "HTML" and "XML" papers carry their tags after an XML declaration.
    return HTML if _HTML_START.match(rest.lstrip()) else XML


def _by_hints(text: bytes, declared: str, name: str) -> str:
    tags = len(_HTML_START.findall(text))
    if tags >= 3 or (tags and "html" in declared):
        return HTML
    if ("xml" in declared or name.endswith(".xml")) and text.lstrip()[:1] == b"<":
        return HTML if "xhtml" in declared else XML
    if _is_table(text, declared, name):
        return CSV
    # An empty or tagless body that calls itself a page is a page without text.
    return HTML if "html" in declared and not name.endswith(".txt") else TEXT


def _is_table(text: bytes, declared: str, name: str) -> bool:
    """Lines of cells that are called a table; the same without its name is text."""
    if "csv" in declared or "tab-separated" in declared or name.endswith((".csv", ".tsv")):
        return any(sign in text for sign in (b",", b";", b"\t", b"|"))
    # What web programs send as .xls is often nothing but tabs.
    return ("ms-excel" in declared or name.endswith(".xls")) and text.count(b"\t") > 2
