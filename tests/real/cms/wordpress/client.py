"""WordPress as a webmaster works it: its install form, its log-in, its REST interface."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import httpx

from tests.real.editor import PASSWORD, USER, Uploaded

NONCE_FIELD = re.compile(r'name="_wpnonce" value="([0-9a-f]+)"')
ACTIVATE_LINK = r'href="([^"]*themes\.php\?action=activate[^"]*stylesheet={theme}[^"]*)"'


class WordPress:
    """One installed site, logged in."""

    def __init__(self, root: str, title: str) -> None:
        self.root = root
        self._client = httpx.Client(base_url=root, timeout=60.0, follow_redirects=True)
        self._install(title)
        self._log_in()

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def _install(self, title: str) -> None:
        form = {
            "weblog_title": title,
            "user_name": USER,
            "admin_password": PASSWORD,
            "admin_password2": PASSWORD,
            "admin_email": "vanthu@example.vn",
            "blog_public": "1",
            "language": "",
        }
        answer = self._client.post("wp-admin/install.php?step=2", data=form)
        if answer.status_code != 200 or "wp-login.php" not in answer.text:
            raise SystemExit(f"WordPress did not install: {answer.status_code} {answer.text[:500]}")

    def _log_in(self) -> None:
        self._client.get("wp-login.php")
        form = {"log": USER, "pwd": PASSWORD, "wp-submit": "Log In", "testcookie": "1"}
        self._client.post("wp-login.php", data=form)
        nonce = self._client.get("wp-admin/admin-ajax.php?action=rest-nonce").text.strip()
        if not re.fullmatch("[0-9a-f]{10}", nonce):
            raise SystemExit(f"WordPress did not let the webmaster in: {nonce[:200]!r}")
        self._client.headers["X-WP-Nonce"] = nonce

    def permalinks(self, structure: str) -> None:
        """Choose the shape of addresses, by the form of the settings page."""
        page = self._client.get("wp-admin/options-permalink.php").text
        form = {"_wpnonce": _only(NONCE_FIELD, page), "selection": "custom"}
        form |= {"permalink_structure": structure, "category_base": "", "tag_base": ""}
        self._client.post("wp-admin/options-permalink.php", data=form).raise_for_status()

    def theme(self, name: str) -> None:
        """Switch to an installed theme, by the link of the themes page."""
        page = self._client.get("wp-admin/themes.php").text
        link = re.search(ACTIVATE_LINK.format(theme=name), page)
        if link:
            self._client.get(
                link[1].replace("&amp;", "&").replace("&#038;", "&")
            ).raise_for_status()

    def create(self, kind: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        """A new post, page, category, menu ... by the REST interface."""
        return self._answer(self._client.post(f"?rest_route=/wp/v2/{kind}", json=dict(fields)))

    def delete(self, kind: str, number: int) -> None:
        """Remove what the installation brought."""
        self._answer(self._client.delete(f"?rest_route=/wp/v2/{kind}/{number}&force=true"))

    def all(self, kind: str) -> list[dict[str, Any]]:
        """Everything of a kind, first hundred."""
        answer = self._client.get(f"?rest_route=/wp/v2/{kind}&per_page=100")
        answer.raise_for_status()
        found: list[dict[str, Any]] = answer.json()
        return found

    def upload(self, name: str, media_type: str, body: bytes, title: str) -> Uploaded:
        """A file into the media library."""
        sent = {"file": (name, body, media_type)}
        answer = self._client.post("?rest_route=/wp/v2/media", files=sent, data={"title": title})
        made = self._answer(answer)
        return Uploaded(made["source_url"], (made["link"],), made["id"])

    @staticmethod
    def _answer(answer: httpx.Response) -> dict[str, Any]:
        if answer.is_error:
            raise SystemExit(f"{answer.request.url}: {answer.status_code} {answer.text[:500]}")
        made: dict[str, Any] = answer.json()
        return made


def _only(pattern: re.Pattern[str], page: str) -> str:
    found = pattern.search(page)
    if not found:
        raise SystemExit(f"WordPress's page has no {pattern.pattern}: {page[:500]}")
    return found[1]
