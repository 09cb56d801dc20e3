"""Words out of addresses and file names: slugs, percent signs, camel case, joined words."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, unquote, unquote_plus, urlsplit

from rules.vietnamese.letters import tidy

_SEPARATORS = re.compile(r"[-_+.~/\\\s]+")
_PARTED = re.compile(r"[-_+\s]")
_WORDS = re.compile(r"[^\W\d_]{3,}[-_ +][^\W\d_]")
_CAMEL = re.compile(r"(?<=[a-zà-ỹđ0-9])(?=[A-ZĐÀ-Ỹ])|(?<=[A-Z])(?=[A-Z][a-zà-ỹ])")
_EXTENSION = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|rtf|txt|csv|mht|odt|ods|zip|rar|7z|html?|aspx?|php|jsp|jpe?g|png|tiff?)$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:[._\-\s(]+(?:signed|da ky|ky so|ky))+\)?$", re.IGNORECASE)
_PLAIN_ADDRESS = re.compile(r"(https?)://([\w.:-]+)(/[\w./%+~-]*)(?:\?([\w./%+~=&-]+))?", re.ASCII)
_MEANINGLESS = re.compile(r"^(?:[0-9]+|[0-9a-f]{8}-[0-9a-f-]{27,}|[0-9a-f]{24,})$", re.IGNORECASE)


def _decoded(text: str) -> str:
    """Percent signs taken off, twice where a portal put them on twice."""
    once = unquote(text)
    return unquote(once) if "%" in once else once


@lru_cache(maxsize=4096)
def unslugged(slug: str) -> str:
    """The words of a slug or file name: "MTCL_2021(ky).pdf" is "MTCL 2021(ky)".

    Remembered: folders come again in address after address.
    """
    name = _EXTENSION.sub("", _decoded(slug))
    name = _SIGNED.sub("", name)
    if not _PARTED.search(name):
        name = _CAMEL.sub(" ", name)
    return tidy(_SEPARATORS.sub(" ", name)).strip()


def _split(address: str) -> SplitResult:
    """The parts of an address; one that is malformed, as pages may link, is all path."""
    plain = _PLAIN_ADDRESS.fullmatch(address)
    if plain is not None:  # as most are; the long way gives the same
        return SplitResult(plain[1], plain[2], plain[3], plain[4] or "", "")
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", address.partition("://")[2], "", "")


def file_name(address: str) -> str:
    """The last part of the path that means something, decoded, extension kept; else empty."""
    parts = [part for part in _split(address).path.split("/") if part]
    for part in reversed(parts):
        name = _decoded(part)
        if not _MEANINGLESS.match(name):
            return tidy(name)
    return ""


def address_words(address: str) -> str:
    """All words of an address's path and query values, breaks between the parts."""
    split = _split(address)
    parts = [unslugged(part) for part in split.path.split("/") if part]
    for _, value in parse_qsl(split.query):
        text = unquote_plus(value)
        if _WORDS.search(text) and "://" not in text:
            parts.append(unslugged(text))
    kept = [part for part in parts if part and not _MEANINGLESS.match(part)]
    return " | ".join(kept)
