"""The search boxes of a page: those that an address can ask, and those that only a post asks."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from documents.html.elements import Elements
from domain.documents import SearchForm

POSTED = ("search", "posted")
"""In the metadata of a page that has a search box, and none that an address can ask."""
_FIELD = re.compile(
    r"^(?:s|q|k|key|keys|query|kw|tk|text)$|search|keyword|tu_?-?khoa|tim_?-?kiem|timkiem|tukhoa|qsearch",
    re.I,
)
_SEARCH_WORDS = re.compile(r"search|tim_?-?kiem|tìm kiếm|timkiem|từ khóa|từ khoá", re.I)
_NOT_SEARCH = re.compile(r"newsletter|subscribe|dang-?ky|login|dang-?nhap|email|captcha", re.I)
_TEXT_TYPES = frozenset({"text", "search", ""})
_MOST_FORMS = 30
_MOST_INPUTS = 60


def searches_of(elements: Elements) -> tuple[SearchForm, ...]:
    """The GET forms with one text field that look like the portal's own search box."""
    found: list[SearchForm] = []
    for form in elements.forms[:_MOST_FORMS]:
        search = _search(form)
        if search and search not in found:
            found.append(search)
    return tuple(found)


def posts_search(elements: Elements) -> bool:
    """Whether a form that is posted holds what calls itself a search.

    An ASP.NET page is one form: what else it holds, a login among it, says nothing of the box.
    """
    for form in elements.forms[:_MOST_FORMS]:
        if (form.attributes.get("method") or "get").lower() != "post":
            continue
        whole_page = form.css_first("input[name=__VIEWSTATE]") is not None
        inputs = [node.attributes for node in form.css("input")[:_MOST_INPUTS]]
        kinds = {(each.get("type") or "").lower() for each in inputs}
        if "password" in kinds and not whole_page:
            continue
        about = {} if whole_page else form.attributes
        if any(_is_text(each) and _is_search(about, each) for each in inputs):
            return True
    return False


def _is_text(field: dict[str, str | None]) -> bool:
    return bool(field.get("name")) and (field.get("type") or "").lower() in _TEXT_TYPES


def _search(form: LexborNode) -> SearchForm | None:
    attributes = form.attributes
    if (attributes.get("method") or "get").lower() != "get":
        return None
    inputs = [node.attributes for node in form.css("input")[:_MOST_INPUTS]]
    kinds = [(each.get("type") or "").lower() for each in inputs]
    texts = [each for each, kind in zip(inputs, kinds, strict=True) if kind in _TEXT_TYPES]
    named = [each for each in texts if each.get("name")]
    if len(named) != 1 or "password" in kinds or not _is_search(attributes, named[0]):
        return None
    hidden = tuple(
        (each.get("name") or "", each.get("value") or "")
        for each, kind in zip(inputs, kinds, strict=True)
        if kind == "hidden" and each.get("name") and not (each.get("name") or "").startswith("__")
    )
    return SearchForm(attributes.get("action") or "", named[0].get("name") or "", hidden)


def _is_search(form: dict[str, str | None], field: dict[str, str | None]) -> bool:
    about = " ".join(
        filter(None, (form.get(key) for key in ("id", "class", "action", "name", "role")))
    )
    own = " ".join(
        filter(None, (field.get(key) for key in ("id", "class", "placeholder", "title")))
    )
    name = field.get("name") or ""
    if _NOT_SEARCH.search(name) or (_NOT_SEARCH.search(about) and not _FIELD.search(name)):
        return False
    return bool(_FIELD.search(name) or _SEARCH_WORDS.search(about) or _SEARCH_WORDS.search(own))
