"""The paper behind a viewer: the address of the file itself, where the viewer's names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote, urljoin

_INNER = re.compile(
    r"[?&](?:file|url|src|document|pdf|doc|path|fileurl|link|sourcedoc|id)=([^&#]+)", re.I
)
_PAPER = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt|ods|tiff?)(?:$|[?#&])", re.I)
_SHOWN = re.compile(r"\.(?:zip|rar|7z|jpe?g|png|gif|bmp|webp|txt|csv)(?:$|[?#&])", re.I)
"""What else a viewer may be given; elsewhere such a name is a thumbnail's or a backup's."""
_VIEWER = re.compile(
    r"docs\.google\.com/(?:a/[^/]+/)?(?:gview|viewer|viewerng)|view\.officeapps\.live\.com/op/"
    r"|/_layouts/(?:\d\d/)?(?:WopiFrame2?|Doc|xlviewer|WordViewer|PowerPoint|Embed)\.aspx"
    r"|/viewer\.html?\b|pdf-?js|view-?er?js|/(?:file|pdf|doc(?:ument)?)-?_?view(?:er)?\b"
    r"|/xem-?_?(?:tep|file|van-?ban|pdf|tai-?lieu)\b|/preview\b|/AllItems\.aspx\?",
    re.I,
)
_GUID = re.compile(r"[?&]sourcedoc=(?:%7B|\{)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.I)
_LAYOUTS = re.compile(r"(.*/_layouts/(?:\d\d/)?)", re.I)
_DRIVE = re.compile(
    r"https?://drive\.google\.com/(?:file/(?:u/\d+/)?d/|open\?(?:[^#]*&)?id=|uc\?(?:[^#]*&)?id=)"
    r"([\w-]{20,})",
    re.I,
)
_DOCS = re.compile(
    r"https?://docs\.google\.com/(document|spreadsheets|presentation)/(?:u/\d+/)?d/"
    r"(?!e/)([\w-]{20,})",
    re.I,
)
_EXPORTS = {
    "document": "export?format=docx",
    "spreadsheets": "export?format=xlsx",
    "presentation": "export/pdf",
}
_DROPBOX = re.compile(r"(https?://(?:www\.)?dropbox\.com/s[^?#]*\?[^#]*?)\bdl=0", re.I)


_HASH = re.compile(r"viewer(?:js)?/?[^#?]{0,40}#(?:\.\./?)*(/[^#]+)\Z", re.I)
_FILE = r"(?:https?://|\.{0,2}/|[\w%.-]{1,100}/)[^'\"`\n<>{}$]{1,500}\.(?:pdf|docx?|xlsx?|rtf)(?:[?#]\S*)?"
_KEPT = re.compile(_FILE, re.I)
_IN_SCRIPT = re.compile(rf"(?<!\+)(?<!\+ )(['\"`])({_FILE})\1(?!\s*\+)", re.I)
_MOST_IN_SCRIPTS = 10
_SAY_WHAT_IT_IS = frozenset({"title", "alt", "content", "placeholder", "aria-label", "action"})


@dataclass(frozen=True, slots=True)
class Viewed:
    """The file that an address shows."""

    href: str
    instead: bool
    """Whether the address only shows it: then the file is opened instead, else beside it."""


def paper_kept(attributes: Mapping[str, str | None]) -> str:
    """The file that an element keeps for the script that shows it; empty for most."""
    for name, value in attributes.items():
        if (
            value
            and "/" in value
            and name not in _SAY_WHAT_IT_IS
            and _KEPT.fullmatch(value.strip())
        ):
            return value.strip()
    return ""


def papers_in(script: str) -> Iterator[str]:
    """The files whose whole addresses stand in a script: it shows them in a viewer."""
    found = (one[2].replace("\\/", "/") for one in _IN_SCRIPT.finditer(script))
    return islice(found, _MOST_IN_SCRIPTS)


def viewed_by(href: str) -> Viewed | None:
    """The file behind a viewer's or a share's address; None where none is named."""
    shared = _shared(href) if "google.com/" in href or "dropbox.com/" in href else ""
    if shared:
        return Viewed(shared, instead=True)
    if "#" in href and (behind := _HASH.search(href)):
        return Viewed(behind[1], instead=True)
    if "=" not in href or not _INNER.search(href):
        return None
    guid = _GUID.search(href)
    if guid and _VIEWER.search(href):
        layouts = _LAYOUTS.match(href)
        place = layouts[1] if layouts else "/_layouts/15/"
        return Viewed(f"{place}download.aspx?UniqueId={guid[1]}", instead=True)
    return _named(href)


def _named(href: str) -> Viewed | None:
    views = _VIEWER.search(href) is not None
    for found in _INNER.finditer(href):
        inner = unquote(found[1]).strip()
        if not _PAPER.search(inner) and not (views and _SHOWN.search(inner)):
            continue
        if inner.startswith("."):
            inner = urljoin(href.partition("?")[0], inner)
        whole = inner.startswith(("/", "http://", "https://"))
        if found[0][1:4].lower() == "id=" and not whole:
            continue  # a number that happens to end like a file
        return Viewed(inner, instead=whole and views)
    return None


def _shared(href: str) -> str:
    """The download address of a file on a public share."""
    drive = _DRIVE.match(href)
    if drive:
        return f"https://drive.google.com/uc?export=download&id={drive[1]}"
    docs = _DOCS.match(href)
    if docs:
        kind = docs[1].lower()
        return f"https://docs.google.com/{kind}/d/{docs[2]}/{_EXPORTS[kind]}"
    return _DROPBOX.sub(r"\1dl=1", href) if _DROPBOX.match(href) else ""
