"""What JSON that fills a list says of itself: that more rows stand behind it, or that it failed."""

from __future__ import annotations

import re
import unicodedata

Node = dict[str, object]

_MORE = re.compile(
    r"(?:is_?)?(?:has|have|co)_?(?:a_?)?(?:more|next|them|trang_?sau|trang_?tiep)"
    r"(?:_?(?:pages?|items?|rows?|data|results?|records?|du_?lieu))?"
    r"|more_?(?:available|items|pages?|results)|is_?(?:truncated|partial)|con_?(?:nua|tiep)",
    re.I,
)
_LAST = re.compile(
    r"is_?(?:last|end|final)(?:_?page)?|last(?:_?page)?|(?:is_?)?end_?of_?(?:list|data|results)"
    r"|eof|het(?:_?du_?lieu)?",
    re.I,
)
_ONWARD = re.compile(
    r"next_?(?:page)?_?(?:cursor|token|offset|skip|start|index|number|no|key|id)"
    r"|(?:cursor|continuation|scroll)_?(?:next|token)|next_?page|trang_?(?:sau|tiep)",
    re.I,
)
_NEXT_OF_ALL = re.compile(r"next(?:_?(?:link|url|href|uri))?|@odata\.nextlink", re.I)
_WENT_WELL = re.compile(
    r"(?:is_?)?succe(?:ss(?:ful|fully)?|eded)|ok|is_?ok|(?:is_?)?thanh_?cong", re.I
)
_WENT_WRONG = re.compile(r"(?:is|has)_?errors?|error|failed|(?:is_?|co_?)loi", re.I)
_STATE = re.compile(r"status|result|state|trang_?thai|ket_?qua", re.I)
_CODE = re.compile(r"(?:status_?|error_?|http_?|response_?)?code|status", re.I)
_FAILED_STATES = frozenset({"error", "fail", "failed", "failure", "exception", "loi", "that bai"})
_THROWN = re.compile(r"exception(?:_?(?:message|type))?|stack_?trace", re.I)
_SAID = re.compile(r"message|msg|error_?(?:message|description)|detail|title|thong_?bao", re.I)
_NO_FAILURE = re.compile(
    r"dang nhap|log ?in|sign ?in|unauthori[sz]ed|authenti|forbidden|token|session|quyen|permission"
    r"|khong (?:tim thay|co|ton tai)|not found|does not exist|\bno (?:\w+ )?(?:data|records?"
    r"|results?|items?|content)|empty|captcha|chua (?:co|duoc|cap nhat)|dang cap nhat"
)
"""What a portal answers to a visitor without an account, or where there is nothing."""
_MESSAGE = re.compile(r"(?:error_?)?(?:message|msg)\Z|thong_?bao\Z", re.I)
_SAYS_FAILED = re.compile(
    r"\bloi (?:he thong|ket noi|may chu|xu ly|co so du lieu|csdl|server)"
    r"|(?:co|xay ra|gap|da co) loi|khong (?:the )?ket noi|internal (?:server )?error"
    r"|an error (?:has )?occurred|exception|timeout expired|qua thoi gian"
)
"""In what an answer without rows says, whatever its code of failure is."""
_LEAST_FAILED_CODE = 500
_LONGEST_SAID = 200
_FEWEST_CODE_DIGITS = 3


def says_more(node: Node) -> bool:
    """Whether an object says that more rows stand behind those it came with."""
    for name, value in node.items():
        if value is True and (_MORE.fullmatch(name) or _ONWARD.fullmatch(name)):
            return True
        if value is False and _LAST.fullmatch(name):
            return True
        if _is_mark(value) and _ONWARD.fullmatch(name):
            return True
    return False


def says_all(node: Node) -> bool:
    """Whether an object says that no rows stand behind those it came with."""
    for name, value in node.items():
        onward = _ONWARD.fullmatch(name) or _NEXT_OF_ALL.fullmatch(name)
        if onward and (value is None or value is False or value == ""):
            return True
        if (value is False and _MORE.fullmatch(name)) or (value is True and _LAST.fullmatch(name)):
            return True
    return False


def is_onward_mark(name: str, text: str) -> bool:
    """Whether a text names the rows behind, without being an address."""
    return bool(text) and not re.search(r"[/?=]", text) and name.lower().startswith("next")


def error_said(whole: object) -> str | None:
    """How data that came well says that the portal's program failed; None where it does not.

    What only says that nothing is there, or that one must log in, is no failure.
    """
    node = _opened(whole)
    if node is None or _rows(node):
        return None
    said = " ".join(
        text for name, text in node.items() if isinstance(text, str) and _SAID.fullmatch(name)
    )
    inner = node.get("error")
    if isinstance(inner, dict):
        said += " ".join(text for text in inner.values() if isinstance(text, str))
    elif isinstance(inner, str):
        said += f" {inner}"
    said = " ".join(said.split())[:_LONGEST_SAID]
    if not _failed(node) and not _excuses(node):
        return None
    return None if _NO_FAILURE.search(_folded(said)) else said


def _excuses(node: Node) -> bool:
    """Whether a message stands for data that is not there, and speaks of a failure."""
    if not any(value is None or value == [] or value == {} for value in node.values()):
        return False
    said = (text for name, text in node.items() if isinstance(text, str) and _MESSAGE.match(name))
    return any(len(text) <= _LONGEST_SAID and _SAYS_FAILED.search(_folded(text)) for text in said)


def _opened(whole: object) -> Node | None:
    """The answer itself: ASP.NET wraps it in ``d``."""
    if isinstance(whole, dict) and set(whole) == {"d"} and isinstance(whole["d"], dict):
        return whole["d"]
    return whole if isinstance(whole, dict) else None


def _failed(node: Node) -> bool:
    codes = [_number(value) for name, value in node.items() if _CODE.fullmatch(name)]
    if any(100 <= code < _LEAST_FAILED_CODE for code in codes if code is not None):
        told_well = any(200 <= code < 300 for code in codes if code is not None)
        if not told_well:
            return False  # not found, not allowed: an answer
    if any(_LEAST_FAILED_CODE <= code < 600 for code in codes if code is not None):
        return True
    return any(_is_failure(name, value) for name, value in node.items())


def _is_failure(name: str, value: object) -> bool:
    if _WENT_WELL.fullmatch(name):
        return value is False or (isinstance(value, str) and value.lower() == "false")
    if _WENT_WRONG.fullmatch(name) and (value is True or (value and isinstance(value, str | dict))):
        return True
    if _THROWN.fullmatch(name):
        return isinstance(value, str) and bool(value.strip())
    if name == "errors":
        return isinstance(value, list | dict) and bool(value)
    return _STATE.fullmatch(name) is not None and (
        isinstance(value, str) and _folded(value) in _FAILED_STATES
    )


def _rows(node: Node) -> bool:
    """Whether it brought anything all the same: rows, or an object with rows."""
    inner = [value for value in node.values() if isinstance(value, dict)]
    held = [value for one in (node, *inner) for value in one.values()]
    return any(
        isinstance(value, list) and value and isinstance(value[0], dict | list) for value in held
    ) and not ("errors" in node and not node.get("data"))


def _is_mark(value: object) -> bool:
    """A number or text that leads on; zero, empty and null lead nowhere."""
    if isinstance(value, bool):
        return False
    return value > 0 if isinstance(value, int) else isinstance(value, str) and bool(value.strip())


def _number(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    is_code = isinstance(value, str) and len(value) == _FEWEST_CODE_DIGITS
    return (
        int(value)
        if is_code and isinstance(value, str) and value.isascii() and value.isdigit()
        else None
    )


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return " ".join("".join(one for one in plain if not unicodedata.combining(one)).split())
