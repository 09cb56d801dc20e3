"""What a shown page leads on to only when it is clicked, told so that it stays a gap.

A menu without addresses, or a pager that is a script's, hides what lies behind it from whoever
clicks nothing. Their words are added to the page as links that no address opens.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from playwright.async_api import Error, Page

from documents.html.tool_words import names_something
from documents.rendered import CLICKED

MOST_ENTRIES = 300
LONGEST_WORDS = 200
_LONGEST_ENTRY = 1_000
"""Of what may be one entry: titles of papers are long; only their beginning is told."""
_FIND = """limits => {
  const real = 'a[href]:not([href="#"]):not([href^="javascript:"])';
  const idle = 'a:not([href]), a[href="#"], a[href^="javascript:"]';
  const words = each => (each.textContent || '').replace(/\\s+/g, ' ').trim();
  const leads = each => each.closest(real) || each.querySelector(real)
    || (each.closest('li') || each).querySelector(real);
  const said = (chosen, fits) => [...new Set([...document.querySelectorAll(chosen)]
    .filter(each => !leads(each)).map(words).filter(fits))].slice(0, limits.most);
  const pager = '[class*="pagination" i], [class*="paginator" i], [class*="pager" i]';
  return {
    // What has an onclick is told from the markup, with the row that it stands in.
    entries: said([idle, '[role="menuitem"]', '[role="link"]', '[ng-click]', '[routerlink]']
      .join().split(',').map(one => one + ':not([onclick])').join(),
      text => text.length > 2 && text.length <= limits.longest),
    numbers: said(pager.split(', ').flatMap(of => [of + ' a', of + ' button', of + ' li']).join(),
      text => /^\\d{1,4}$/.test(text)),
    more: said(idle + ', button, [role="button"], [onclick]',
      text => text.length < 40 && (/(xem|tải|hiển thị) thêm|(load|view|show|see) more/i.test(text)
        || /^\\W*(xem (tất cả|tiếp)|trang (sau|tiếp|cuối)|tiếp theo)\\W*$/i.test(text))),
  }
}"""


@dataclass(frozen=True, slots=True)
class OnlyClicked:
    """The words of what opens only by a click."""

    entries: tuple[str, ...] = ()
    """Of menus and lists."""
    turns: tuple[str, ...] = ()
    """Of what turns a list or makes it longer."""


async def only_clicked(page: Page) -> OnlyClicked:
    """What the page shows of this kind."""
    try:
        found = await page.evaluate(_FIND, {"longest": _LONGEST_ENTRY, "most": MOST_ENTRIES})
    except Error:  # the page's own scripts may stand in the way
        return OnlyClicked()
    numbers = [one for one in _texts(found, "numbers") if one != "1"]
    turns = (*numbers[:1], *_texts(found, "more")[:5])
    entries = (one for one in _texts(found, "entries") if one not in turns and not one.isdigit())
    return OnlyClicked(tuple(one for one in entries if names_something(one)), turns)


def with_entries(html: str, clicked: OnlyClicked) -> str:
    """The markup with those entries at its end, as a menu that only a click opens."""
    links = [f'<a onclick="{CLICKED}">{escape(one)}</a>' for one in clicked.entries]
    links += [f'<a class="load-more page-link">{escape(one)}</a>' for one in clicked.turns]
    if not links:
        return html
    items = "".join(f"<li>{link}</li>" for link in links)
    menu = f'<nav class="giamsat-only-clicked"><ul>{items}</ul></nav>'
    head, end, tail = html.rpartition("</body>")
    return f"{head}{menu}{end}{tail}" if end else html + menu


def _texts(found: object, name: str) -> list[str]:
    """One list of what the page's own world gave back, where nothing is sure."""
    held = found.get(name) if isinstance(found, dict) else None
    return (
        [str(one)[:LONGEST_WORDS] for one in held[:MOST_ENTRIES]] if isinstance(held, list) else []
    )
