"""What belongs to a portal: host and path prefix; and what must never be crawled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from urllib.parse import unquote

import tldextract

from crawler.urls import canonical

_HOME_WORDS = frozenset(
    {"trang-chu", "trangchu", "home", "index", "default", "vi", "vi-vn", "pages"}
)
_LOGIN_HOST = re.compile(
    r"(?:\A|\.)(?:login|dangnhap|qlvb\w*|sso|mail\d?|webmail|email|auth|adfs|cas|id|accounts?"
    r"|hscv|eoffice|office|vpn|quanlyvanban)\."
)
_LOGIN_PATH = re.compile(
    r"/(?:wp-admin|wp-login\.php|user/(?:login|register|password)"
    r"|users/(?:login|register|lostpass\w*|lostactivelink)"
    r"|login(?:\.(?:aspx|php|html|jsp))?|log-in|signin|sign-in|dang-?nhap(?:\.\w+)?|dang-?ky"
    r"|administrator|admin|_layouts/(?:15/)?(?:authenticate|login|signout|closeconnection)\.aspx"
    r"|c/portal/(?:login|logout)|qlvb\w*|owa|webmail|logout|dang-?xuat)(?:/|\Z)"
)
_LOGIN_QUERY = re.compile(
    r"(?:\A|&)(?:ctl=(?:login|register|sendpassword)|option=com_users(?:&|\Z)|nv=users(?:&|\Z)"
    r"|p_p_id=(?:58|com_liferay_login\w*)(?:&|\Z)|action=(?:login|logout)(?:&|\Z))"
)


_Directories = Mapping[str, AbstractSet[str]]
"""The directories of portals, by the sites that they are on."""


def is_login_system(address: str) -> bool:
    """Whether it is a login page, a mail server or a document-handling system."""
    host, path, query = _parts(address)
    if _LOGIN_HOST.search(host):
        return True
    low = unquote(path).lower()
    return _LOGIN_PATH.search(low) is not None or _LOGIN_QUERY.search(query.lower()) is not None


class Scope:
    """The addresses at which one agency publishes.

    Where others publish below its own address, on a path of the same host, that part is theirs.
    """

    def __init__(self, portal_urls: tuple[str, ...], foreign_urls: tuple[str, ...] = ()) -> None:
        self._urls = portal_urls
        self._foreign_urls = foreign_urls
        canonicals = tuple(url for url in map(canonical, portal_urls) if url)
        self._own = _directories(portal_urls)
        self._foreign = _known_directories(foreign_urls)
        self._domains = frozenset(filter(None, (_registered(url) for url in canonicals)))

    def wider(self, portal_url: str) -> Scope:
        """The same with one more address, such as the one a portal moved to."""
        return Scope((*self._urls, portal_url), self._foreign_urls)

    def covers(self, address: str) -> bool:
        """Whether the canonical address is the portal's; www and scheme make no difference."""
        host, path, _ = _parts(address)
        site = _site(host)
        own = _deepest(path, self._own.get(site))
        return own > 0 and own >= _deepest(path, self._foreign.get(site))

    def same_site(self, address: str) -> bool:
        """Whether it lies on a host of the portal's, be it on another agency's path."""
        return _site(_parts(address)[0]) in self._own

    def same_province(self, address: str) -> bool:
        """Whether it lies under the portal's registered domain, or on its own host."""
        if self.same_site(address):
            return True
        return bool(self._domains) and _registered(address) in self._domains


def is_part_of(address: str, portal_urls: tuple[str, ...]) -> bool:
    """Whether the canonical address lies within one of these portals."""
    host, path, _ = _parts(address)
    return _deepest(path, _known_directories(portal_urls).get(_site(host))) > 0


def _deepest(path: str, directories: AbstractSet[str] | None) -> int:
    """How long the longest of the directories is that holds the path; 0 when none does."""
    if not directories:
        return 0
    above = path if path.endswith("/") else path + "/"
    while above and above not in directories:
        above = above[: above.rfind("/", 0, -1) + 1]
    return len(above)


def _parts(address: str) -> tuple[str, str, str]:
    """Host with port, path and query of a canonical address."""
    host, slash, tail = address.partition("://")[2].partition("/")
    path, _, query = tail.partition("?")
    return host, slash + path, query


def _site(host: str) -> str:
    """The host without "www." and without the ports that http and https have by default."""
    name, _, port = host.partition(":") if not host.startswith("[") else (host, "", "")
    name = name.removeprefix("www.")
    return name if port in ("", "80", "443") else f"{name}:{port}"


@lru_cache(maxsize=4)  # every visit of a night asks it of the portals of all
def _known_directories(portal_urls: tuple[str, ...]) -> _Directories:
    return _directories(portal_urls)


def _directories(portal_urls: tuple[str, ...]) -> _Directories:
    found: dict[str, set[str]] = {}
    for site, directory in (_prefix(url) for url in map(canonical, portal_urls) if url):
        found.setdefault(site, set()).add(directory)
    return found


def _prefix(portal_url: str) -> tuple[str, str]:
    """Site and directory; a home page's own file name or word is no directory."""
    host, path, _ = _parts(portal_url)
    segments = [segment for segment in path.split("/") if segment]
    if segments and "." in segments[-1]:
        segments.pop()
    while segments and segments[-1].lower() in _HOME_WORDS:
        segments.pop()
    return _site(host), "/" + "".join(f"{segment}/" for segment in segments)


@cache
def _extractor() -> tldextract.TLDExtract:
    """The public-suffix list that comes with the package: nothing is fetched or kept on disk."""
    return tldextract.TLDExtract(
        suffix_list_urls=(), cache_dir=None, include_psl_private_domains=False
    )


def _registered(address: str) -> str:
    """Such as "yenbai.gov.vn"; empty for an IP literal or a name without a known suffix."""
    return _extractor()(address).top_domain_under_public_suffix
