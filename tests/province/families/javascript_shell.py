"""A JavaScript shell: every page is empty until its script has fetched the content."""

from __future__ import annotations

import json
from typing import ClassVar

from tests.province.families.base import Built, escape, text_page
from tests.province.families.path_hosted import PathHosted
from tests.province.province import PlannedPage

SCRIPT = """(function () {
  var key = location.pathname + location.search;
  fetch('/api/trang?duong=' + encodeURIComponent(key)).then(function (r) { return r.json(); })
    .then(function (d) {
      document.title = d.title;
      document.getElementById('root').innerHTML = d.html;
    });
})();
"""


class JavascriptShell(PathHosted):
    """What React makes of a portal: an empty root, a script, and an interface with JSON."""

    name = "javascript_shell"
    server = "nginx/1.22.1"
    page_size: ClassVar[int] = 15

    def frame(self) -> str:
        return (
            '<!doctype html><html lang="vi"><head><meta charset="utf-8"/>'
            '<link rel="icon" href="/favicon.ico"/><meta name="viewport" '
            'content="width=device-width,initial-scale=1"/><title>Cổng thông tin điện tử</title>'
            '<script defer="defer" src="/static/js/main.3f1c22ab.js"></script></head><body>'
            "<noscript>You need to enable JavaScript to run this app.</noscript>"
            '<div id="root"></div></body></html>'
        )

    def build(self) -> Built:
        built = super().build()
        inside = PathHosted.frame(self)
        body = inside.partition("<body>")[2].partition("</body>")[0]
        shells = {}
        for key, page in built.pages.items():
            html = body.replace("@@crumbs@@", page.crumbs).replace("@@main@@", page.main)
            answer = json.dumps({"title": page.title, "html": html}, ensure_ascii=False)
            interface = self.key(f"/api/trang?duong={key}")
            shells[interface] = text_page(answer, "application/json; charset=utf-8")
            shells[key] = PlannedPage(escape(page.title), "", section=page.section)
        shells["/static/js/main.3f1c22ab.js"] = text_page(SCRIPT, "application/javascript")
        built.pages = shells
        return built
