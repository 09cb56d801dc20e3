"""The pages that a wording of each kind comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from tests.quality.corpus import neutral
from tests.quality.corpus.files import Body, file_body
from tests.quality.corpus.frames import Place
from tests.quality.corpus.layout import laid_out
from tests.quality.corpus.plan import Plan, Planned
from tests.quality.corpus.to_markup import to_markup
from tests.quality.corpus.wording import FileText, Kind, PageText, Wording

_DEFAULT_SECTION = "Thông báo"
_HOME_KEY = "home"
HOME_TITLE = "Trang chủ"
"""The home page's title; a wording of this section is linked from the home page itself."""


@dataclass
class Contents:
    """What one portal holds beside its home page."""

    menu: list[Place] = field(default_factory=list)
    pages: list[Planned] = field(default_factory=list)
    files: dict[str, Body] = field(default_factory=dict)
    """By address."""
    home: str = ""
    """The main part of the home page; empty: the news."""

    def in_menu(self, page: Planned) -> None:
        """Add a page that the menu leads to."""
        self.menu.append(page.place)
        self.pages.append(page)


def contents_of(plan: Plan) -> Contents:
    """All pages and files of the item's wording."""
    return _KINDS[plan.item.wording.kind](plan)


def _paper(plan: Plan) -> Contents:
    """A section of the menu whose list leads to the paper."""
    wording, form = plan.item.wording, plan.item.form
    link, text = plan.filled(wording.link), plan.spelled(plan.filled(wording.text))
    made = Contents()
    if form == "html":
        place = plan.page(link)
        made.pages.append(plan.article(place, to_markup(laid_out(text), plan.item.wording.id)))
    else:
        name = plan.filled(wording.file) or f"van-ban-{plan.item.words['n']}"
        place = plan.file(name, form, link)
        made.files[place.href] = file_body(text, form, "", name)
    _with_menu(plan, made, wording, place)
    return made


def _page(plan: Plan) -> Contents:
    """A section of the menu whose list leads to the page; the page itself where they are one."""
    wording, made = plan.item.wording, Contents()
    targets = _files(plan, made, wording.files)
    title, date = plan.filled(wording.title), plan.filled(wording.date)
    alone = plan.own(wording.section) == title
    place = plan.section(title) if alone else plan.page(title)
    page = plan.article(place, plan.filled(wording.html, targets), date)
    if alone:
        _ordinary(plan, made)
        made.in_menu(page)
    else:
        made.pages.append(page)
        _with_menu(plan, made, wording, place)
    return made


def _portal(plan: Plan) -> Contents:
    """The pages as written; entries of the menu that no page answers to are ordinary ones."""
    wording, made = plan.item.wording, Contents()
    targets = _files(plan, made, wording.files)
    places = {page.key: _place(plan, page) for page in wording.pages}
    targets |= {f"page:{key}": place.href for key, place in places.items()}
    by_entry = {plan.filled(page.menu): page for page in wording.pages if page.menu}
    for entry in dict.fromkeys([*map(plan.filled, wording.menu), *by_entry]):
        if entry in by_entry:
            made.menu.append(Place(places[by_entry[entry].key].href, entry))
        else:
            _ordinary(plan, made, (entry,))
    for page in wording.pages:
        body, date = plan.filled(page.html, targets), plan.filled(page.date)
        if page.key == _HOME_KEY:
            made.home = body
        else:
            made.pages.append(plan.article(places[page.key], body, date))
    return made


_KINDS: Mapping[Kind, Callable[[Plan], Contents]] = MappingProxyType(
    {Kind.PAPER: _paper, Kind.PAGE: _page, Kind.LINKS: _page, Kind.PORTAL: _portal}
)


def _place(plan: Plan, page: PageText) -> Place:
    title = plan.filled(page.title)
    if page.key == _HOME_KEY:
        return Place(plan.frame.home, title)
    return plan.section(title) if page.menu else plan.page(title)


def _files(plan: Plan, made: Contents, files: Iterable[FileText]) -> dict[str, str]:
    """Put the files in place; the words in braces that stand for their addresses."""
    targets = {}
    for order, file in enumerate(files, 1):
        name, text = plan.filled(file.name), plan.spelled(plan.filled(file.text))
        place = plan.file(name, file.form, name)
        made.files[place.href] = file_body(text, file.form, file.answer, name)
        targets[f"file:{order}"] = place.href.replace("&", "&amp;")
    return targets


def _with_menu(plan: Plan, made: Contents, wording: Wording, place: Place) -> None:
    """The ordinary menu with the section under which the place is listed."""
    _ordinary(plan, made)
    title = plan.own(wording.section) or _DEFAULT_SECTION
    if title == HOME_TITLE:
        made.home = plan.frame.listed([place])
        return
    listed = [place]
    if plan.rng.random() < 0.5:
        other, text = plan.rng.choice(neutral.NOTICES)
        notice = plan.article(plan.page(other), f"<p>{text}</p>")
        made.pages.append(notice)
        listed.append(notice.place)
    made.in_menu(plan.listing(plan.section(title), listed))


def _ordinary(plan: Plan, made: Contents, entries: Iterable[str] = ()) -> None:
    """Menu entries with ordinary pages."""
    texts = dict(neutral.MENU)
    for entry in tuple(entries) or texts:
        text = texts.get(entry, neutral.MENU[0][1])
        made.in_menu(plan.article(plan.section(entry), f"<p>{text}</p>"))
