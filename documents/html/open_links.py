"""The links of a page while it is walked: opened, given their words, noted in the drafts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from documents.html.address import Target, target_of_button, target_of_element
from documents.html.choices import HIDDEN, Posted, choices_of_form, choices_of_select, posted_by
from documents.html.controls import (
    OWN,
    ROWS,
    OpenLink,
    control_of,
    counts,
    may_open_entry,
    opens_beside,
)
from documents.html.drafts import Drafts, Frame, LinkDraft
from documents.html.left_out import leading_in, words_drawn
from documents.html.paper_words import is_opening, names_paper, names_system
from documents.html.runs import Runs
from documents.html.sources import source_kept
from documents.html.tool_words import names_something, serves_page
from documents.html.viewers import paper_kept, viewed_by
from documents.html.words import is_more_text, is_pager_text
from domain.documents import Zone

_ASKED = frozenset({"a", "area", "button", "input"})
_SAY_NOTHING = frozenset(
    {"class", "id", "style", "title", "alt", "src", "width", "height", "align", "colspan"}
)
"""What most elements have, and what by itself makes none of them lead anywhere."""
_BUTTONS = frozenset({"submit", "button", "image"})
_IDLE = ("javascript:", "about:", "data:", "blob:")
_LAZY = ("data-src", "data-lazy-src", "data-litespeed-src", "data-original")
_PICTURE = re.compile(r"([^/?#=]+\.(?:jpe?g|png|bmp|tiff?))(?:[?#]|\Z)", re.I)
_PLAYERS = re.compile(
    r"(?:https?:)?//(?:(?:www\.)?facebook\.com/plugins/(?:page|like|share|group|video)"
    r"|(?:[\w-]+\.)*(?:youtube|youtube-nocookie|vimeo|tiktok)\.com/"
    r"|(?:www\.|maps\.)?google\.[\w.]+/maps)",
    re.I,
)
"""What is put into a page from them are films, walls and maps."""
_TOOLS = (Zone.MENU, Zone.HEADER, Zone.FOOTER, Zone.UNKNOWN, Zone.RELATED)
_ENOUGH_CHARS = 20_000
"""Of the text inside a link: far more than is kept. Elements with a click may nest by the hundred,
and one may hold the whole page."""

Attributes = Mapping[str, str | None]


class OpenLinks:
    """Notes every link of a page."""

    def __init__(self, runs: Runs, drafts: Drafts) -> None:
        self._runs = runs
        self._drafts = drafts
        self._open: list[OpenLink] = []
        self._form = Posted.NOTHING
        self._hearing: list[OpenLink] = []

    @property
    def any_open(self) -> bool:
        """Whether a link is being walked through."""
        return bool(self._open)

    def say(self, text: str) -> None:
        """Text inside the links that are open."""
        if self._hearing:
            for link in self._hearing:
                link.pieces.append(text[:_ENOUGH_CHARS])
                link.characters += len(text)
            self._hearing = [one for one in self._hearing if one.characters < _ENOUGH_CHARS]

    def open(self, tag: str, attributes: Attributes) -> OpenLink | None:
        """The link that an element is; None for most."""
        if tag not in _ASKED and _SAY_NOTHING.issuperset(attributes):
            return None
        target, control = target_of_element(tag, attributes), None
        if target is None and tag != "input":  # those of forms are told by :meth:`button`
            control = control_of(tag, attributes)
            target = control.target if control else None
        if target is None or not target.href:
            return None
        link = OpenLink(tag, target, attributes, control, len(self._drafts.links))
        self._open.append(link)
        self._hearing.append(link)
        if _is_called_by_picture(tag, target, attributes):
            self.picture(attributes)
        return link

    def picture(self, attributes: Attributes) -> None:
        """A picture's words are those of the links around it."""
        words = attributes.get("alt") or attributes.get("title") or ""
        for link in self._open:
            if words and not link.attributes.get("title"):
                link.attributes = {**link.attributes, "title": words}

    def close(self, link: OpenLink, frame: Frame, around: Sequence[str]) -> None:
        """Note a link whose words are whole now."""
        self._open.remove(link)
        if link in self._hearing:
            self._hearing.remove(link)
        text = self._runs.tidy(link.pieces, around)[:500]
        title = link.attributes.get("title") or ""
        if link.target.posts and not title and not text:
            title = link.attributes.get("aria-label") or ""
        title = self._runs.tidy((title,))[:500] if title else ""
        target = link.target
        words = text or title
        if target.posts and (
            _serves_the_page(words, frame) or (target.pages and not _turns(words))
        ):
            return
        if link.control is not None:
            self._press(frame, link, text, "" if title == text else title)
        elif text or title or not target.posts or "Page$" in target.href:
            viewed = None if target.posts else viewed_by(target.href)
            if viewed is None or not viewed.instead:
                self._note(frame, target, text, "" if title == text else title, None)
            if viewed is not None:
                self._note(frame, Target(viewed.href), text, title, None)
        elif not target.pages:
            self._mark(frame, link)

    def _press(self, frame: Frame, link: OpenLink, text: str, title: str) -> None:
        """Note a control whose words tell that it leads on; what holds links is led to by them."""
        control, zone = link.control, frame.opened or frame.zone
        inside = len(self._drafts.links) > link.links_from
        if control is None or inside:
            return
        if not text and not title:
            self._mark(frame, link)
        elif counts(control, text or title, zone):
            self._note(frame, control.target, text, title, None)
            self._keep_pressed(link, pressed=not _turns(text or title))
        elif self._opens_paper(link, frame, text or title, zone):
            self._note(frame, control.target, text, title, None)
            self._keep_pressed(link, pressed=True)
            self._drafts.links[-1].beside = is_opening(text or title)

    def _opens_paper(self, link: OpenLink, frame: Frame, words: str, zone: Zone) -> bool:
        """Whether what is pressed opens a paper that it names, or that the words beside it do."""
        if link.control is not None and opens_beside(link.control, words, zone):
            return True
        return link.tag == "button" and self._sends_paper(frame, link.attributes, words)

    def _sends_paper(self, frame: Frame, attributes: Attributes, words: str) -> bool:
        """Whether a button posts its form for a paper."""
        if (attributes.get("type") or "submit").lower() != "submit":
            return False
        if (frame.opened or frame.zone) not in OWN:
            return False
        if self._form is Posted.PAGE and frame.tag not in ROWS:
            return False
        return self._form is not Posted.NOTHING and (is_opening(words) or names_paper(words))

    def _mark(self, frame: Frame, link: OpenLink) -> None:
        """Note a mark without words, an arrow down say, that may open the table row it stands in.

        What the row says is its words, once that is known.
        """
        opens = link.control is None or link.control.opens
        zone = frame.opened or frame.zone
        if opens and may_open_entry(frame.tag, zone) and link.links_from == len(self._drafts.links):
            self._note(frame, link.target, "", "", None)
            self._keep_pressed(link, pressed=True)

    def _keep_pressed(self, link: OpenLink, *, pressed: bool) -> None:
        if len(self._drafts.links) > link.links_from:
            draft = self._drafts.links[-1]
            draft.panels = link.control.panels if link.control else ()
            draft.pressed = pressed

    def embed(self, attributes: Attributes, href: str, frame: Frame) -> None:
        """A frame, or what a viewer in it shows, be it only once it is scrolled to."""
        if not href or href.lower().startswith(_IDLE):
            href = next((kept for name in _LAZY if (kept := attributes.get(name))), "")
        if not href or _PLAYERS.match(href):
            return
        words = attributes.get("title") or attributes.get("name") or ""
        viewed = viewed_by(href)
        picture = _PICTURE.search(href) if viewed is None else None
        if picture is not None:  # put in like a paper, so it is a scan of one
            self._note(frame, Target(href), unquote(picture[1]), words, Zone.ATTACHMENT)
        elif viewed is None or not viewed.instead:
            self._note(frame, Target(href), "", words, Zone.MAIN)
        if viewed is not None:
            self._note(frame, Target(viewed.href), "", words, Zone.MAIN)

    def source(self, attributes: Attributes, frame: Frame) -> None:
        """The address from which a script fills an element: it holds what the heading names."""
        if _SAY_NOTHING.issuperset(attributes):
            return
        kept = any(name.startswith("data-") for name in attributes)
        address = (kept and source_kept(attributes)) or paper_kept(attributes)
        if address:
            self._note(frame, Target(address), frame.path.rpartition(" > ")[2], "", None)

    def left_out(self, tag: str, node: LexborNode, frame: Frame) -> None:
        """Where a drawing leads, or what stands in the page's markup and not in its text."""
        if tag == "svg" and self._open and names_system(drawn := words_drawn(node)):
            self.picture({"title": drawn})
        for attributes, said in leading_in(tag, node):
            target, words = target_of_element("a", attributes), self._runs.tidy((said,))[:500]
            if target is not None and not target.posts:
                self._note(frame, target, words, "", None if tag == "svg" else Zone.MENU)
            elif names_system(words) and (control := control_of("div", attributes)):
                link = OpenLink(tag, control.target, attributes, control, len(self._drafts.links))
                self._press(frame, link, words, "")

    def choices(self, tag: str, node: LexborNode, frame: Frame) -> None:
        """Where the choices of a form or drop-down lead."""
        for choice in choices_of_form(node) if tag == "form" else choices_of_select(node):
            if choice.href.startswith(HIDDEN) and frame.zone in _TOOLS:
                continue  # the weather of a district, another language
            zone = Zone.PAGING if choice.posts and not choice.entry else None
            words = self._runs.tidy((choice.words,))
            self._note(frame, Target(choice.href, choice.posts), words, "", zone)
        if tag == "form":
            self._form = posted_by(node)

    def leave_form(self) -> None:
        """What follows is sent by no form."""
        self._form = Posted.NOTHING

    def button(self, attributes: Attributes, frame: Frame) -> None:
        """A button that turns a list, or opens what it names; all others lead nowhere asked for."""
        kind = (attributes.get("type") or "").lower()
        said = attributes.get("value") or attributes.get("alt") or attributes.get("title") or ""
        words = self._runs.tidy((said,))[:500]
        if kind not in _BUTTONS or "disabled" in attributes:
            return
        target = target_of_button(kind, attributes) if _turns(words) else None
        if target is not None:
            self._note(frame, target, words, "", None)
        elif _is_pressed(kind, words) and (control := control_of("input", attributes)):
            link = OpenLink("input", control.target, attributes, control, len(self._drafts.links))
            self._press(frame, link, words, "")
        elif kind == "submit" and self._sends_paper(frame, attributes, words):
            self._note(frame, Target("#submit", posts=True), words, "", None)
            self._drafts.links[-1].pressed = True
            self._drafts.links[-1].beside = is_opening(words)

    def _note(self, frame: Frame, target: Target, text: str, title: str, zone: Zone | None) -> None:
        here, settled = frame.zone, frame.settled
        if frame.opened is not None:
            here, settled = frame.opened, True
        if target.posts and (_turns(text or title) or "Page$" in target.href):
            if here is Zone.UNKNOWN and settled:
                return  # the days of a calendar, and whatever else turns in a box of counters
            here, settled = Zone.PAGING, True
        drafts = self._drafts
        drafts.links.append(
            LinkDraft(
                href=target.href,
                text=text,
                title=title,
                zone=zone or here,
                settled=settled or zone is not None,
                section=frame.path if frame.tag != "li" else frame.heading or frame.inherited,
                posts=target.posts,
                block=len(drafts.blocks),
            )
        )
        drafts.count(0)


def _is_called_by_picture(tag: str, target: Target, attributes: Attributes) -> bool:
    """Whether the words of a picture or a part of one are those of what it opens by itself.

    Most that are pressed are only shown larger, or are villages on a map.
    """
    if tag == "area" and not target.posts:
        return True
    return tag in ("area", "img") and names_system(attributes.get("alt") or "")


def _is_pressed(kind: str, words: str) -> bool:
    """Whether a button of a form is one for scripts; pictures there mostly search."""
    return kind == "button" or (kind == "image" and names_system(words))


def _turns(words: str) -> bool:
    """Whether the words of what posts lead to another page of the same list."""
    return is_pager_text(words) or is_more_text(words)


def _serves_the_page(words: str, frame: Frame) -> bool:
    """Whether a script does something to the page; beside its own part, whatever names nothing."""
    if serves_page(words):
        return True
    beside = (frame.opened or frame.zone) in (Zone.RELATED, Zone.HEADER, Zone.FOOTER)
    return beside and bool(words) and not names_something(words) and not _turns(words)
