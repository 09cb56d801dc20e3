"""What may be wrong in a wording as written, key by key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from domain.agencies import Level
from domain.publications import Status
from tests.quality.corpus.placeholders import WORDS, PlaceholderError, is_target, places
from tests.quality.corpus.wording import ANSWERS, CASTS, FILE_FORMS, TRAPS, Kind

Mistake = tuple[str, str]
"""The key, and what is wrong with it."""
_LEVELS = tuple(level for level in Level if level is not Level.OTHER)
"""Those of which there are made offices."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COMMON = {"id": str, "kind": str, "note": str, "levels": list, "trap": str, "right": dict}
_PAGE = {"title": str, "section": str, "date": str, "html": str, "files": list}
_KEYS: Mapping[str, Mapping[str, type]] = {
    Kind.PAPER: {
        "link": str, "section": str, "file": str, "forms": list, "text": str, "cast": list,
    },
    Kind.PAGE: _PAGE,
    Kind.LINKS: _PAGE,
    Kind.PORTAL: {"menu": list, "pages": list, "files": list},
}  # fmt: skip
_NEEDED: Mapping[str, tuple[str, ...]] = {
    Kind.PAPER: ("link", "text"),
    Kind.PAGE: ("title", "html"),
    Kind.LINKS: ("title", "html"),
    Kind.PORTAL: ("pages",),
}
_PAGE_KEYS = {"key": str, "menu": str, "title": str, "html": str, "date": str}
_FILE_KEYS = {"name": str, "form": str, "text": str, "answer": str}


def mistakes(raw: Mapping[str, Any], publications: frozenset[str]) -> Iterator[Mistake]:
    """All that is wrong with one wording; nothing if it can be taken over."""
    kind = raw.get("kind")
    if not isinstance(kind, str) or kind not in _KEYS:
        yield "kind", f"{kind!r} is none of {', '.join(_KEYS)}"
        return
    shape = list(_shape(raw, {**_COMMON, **_KEYS[kind]}, ("id", "right", *_NEEDED[kind])))
    shape += (mistake for key in ("pages", "files") for mistake in _parts(raw, key, kind))
    yield from shape
    if not shape:
        yield from _values(raw, publications)
        yield from _places(raw)


def _shape(
    raw: Mapping[str, Any], known: Mapping[str, type], needed: Sequence[str], at: str = ""
) -> Iterator[Mistake]:
    for key, value in raw.items():
        if key not in known:
            yield f"{at}{key}", f"unknown key; known: {', '.join(known)}"
        elif not isinstance(value, known[key]):
            yield f"{at}{key}", f"must be a {known[key].__name__}, is {type(value).__name__}"
    for key in needed:
        if key not in raw:
            yield f"{at}{key}", "is not there"


def _parts(raw: Mapping[str, Any], key: str, kind: str) -> Iterator[Mistake]:
    """The tables below a wording: its pages, its files."""
    if key not in _KEYS[kind] or not isinstance(raw.get(key), list):
        return
    known = _PAGE_KEYS if key == "pages" else _FILE_KEYS
    needed = ("key", "title", "html") if key == "pages" else ("name", "form")
    for order, part in enumerate(raw[key], 1):
        at = f"{key}[{order}]."
        if isinstance(part, dict):
            yield from _shape(part, known, needed, at)
        else:
            yield at, "must be a table"
        if key == "files" and isinstance(part, dict):
            yield from _file(part, at)


def _file(part: Mapping[str, Any], at: str) -> Iterator[Mistake]:
    if part.get("form") not in FILE_FORMS:
        yield f"{at}form", f"{part.get('form')!r} is none of {', '.join(FILE_FORMS)}"
    if "answer" in part and part["answer"] not in ANSWERS:
        yield f"{at}answer", f"{part['answer']!r} is none of {', '.join(ANSWERS)}"
    if not part.get("text") and not part.get("answer"):
        yield at, "has neither text nor answer"


def _values(raw: Mapping[str, Any], publications: frozenset[str]) -> Iterator[Mistake]:
    if not _ID.fullmatch(raw["id"]):
        yield "id", f"{raw['id']!r}: lower-case letters, digits and single hyphens only"
    if raw.get("trap", "") not in TRAPS:
        yield "trap", f"{raw['trap']!r} is none of {', '.join(TRAPS[1:])}"
    yield from _listed(raw, "levels", _LEVELS)
    yield from _listed(raw, "forms", FILE_FORMS)
    yield from _listed(raw, "cast", CASTS)
    for publication, allowed in raw["right"].items():
        if publication not in publications:
            yield f"right.{publication}", "no such publication"
        for status in allowed if isinstance(allowed, list) else [allowed]:
            if status not in tuple(Status):
                yield f"right.{publication}", f"{status!r} is no status"
        if not isinstance(allowed, list) or not allowed:
            yield f"right.{publication}", "must be a list of statuses"
    if "forms" in raw and not raw["forms"]:
        yield "forms", "names no form"


def _listed(raw: Mapping[str, Any], key: str, known: Sequence[str]) -> Iterator[Mistake]:
    for value in raw.get(key, ()):
        if value not in known:
            yield key, f"{value!r} is none of {', '.join(known)}"


def _places(raw: Mapping[str, Any]) -> Iterator[Mistake]:
    """Words in braces that nothing is known to fill."""
    targets = {f"file:{order}" for order in range(1, len(raw.get("files", ())) + 1)}
    targets |= {f"page:{page['key']}" for page in raw.get("pages", ())}
    for key, text in _texts(raw):
        try:
            for word in places(text):
                if word not in WORDS and not (is_target(word) and word in targets):
                    yield key, f"unknown place {{{word}}}"
        except PlaceholderError as error:
            yield key, str(error)


def _texts(raw: Mapping[str, Any], at: str = "") -> Iterator[tuple[str, str]]:
    for key, value in raw.items():
        if key in ("id", "kind", "note", "right", "trap", "form", "answer"):
            continue
        if isinstance(value, str):
            yield at + key, value
        elif isinstance(value, list):
            for order, part in enumerate(value, 1):
                name = f"{at}{key}[{order}]"
                yield from _texts(part, f"{name}.") if isinstance(part, dict) else [(name, part)]
