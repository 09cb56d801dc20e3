"""One walk over a page's elements: text into blocks, links with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborNode

from documents.html.close import close_frame, measure
from documents.html.controls import OpenLink
from documents.html.drafts import BlockDraft, Drafts, Frame
from documents.html.fonts import Fonts
from documents.html.known_parts import Asked, Recording, has_room, key_of, known_parts
from documents.html.left_out import LEFT_OUT
from documents.html.open_links import OpenLinks
from documents.html.runs import Runs
from documents.html.tags import (
    BLOCKS,
    BOX_TITLE,
    COLUMN,
    COMING_AGAIN,
    EMBEDS,
    HEADINGS,
    MAYBE_COMING_AGAIN,
    SILENT,
    SPLITS,
    is_for_machines,
)
from documents.html.words import (
    IS_PAGER,
    Place,
    is_volatile,
    opened_by,
    place_of,
    place_of_tag,
    without_counter,
)
from documents.html.zones import settle_page
from domain.documents import BlockKind, Zone

_PARTS = re.compile(r"\s+(?:[-–—|>»]|::)\s+")
"""What parts a page's title from the site's name, which may stand on either side."""
_LONGEST_NAME = 100
_EMBEDDING = frozenset({"form", "img", "input", *EMBEDS})
_KNOWABLE = COMING_AGAIN | MAYBE_COMING_AGAIN
_Open = tuple[LexborNode, Frame | None, OpenLink | None, bool]
"""An element, what it opened, and whether it is left as it is with all that stands in it."""


class HtmlWalk:
    """Turns the elements under a root into :class:`Drafts`; without recursion."""

    def __init__(self, page_title: str, runs: Runs, fonts: Fonts | None = None) -> None:
        self._runs = runs
        self._fonts = fonts
        self.drafts = Drafts()
        self._page_title = page_title.casefold()
        self._pieces: list[str] = []
        self._stack: list[_Open] = []
        self._frames = [Frame("root", Zone.MAIN, False, 0, 0)]
        self._links = OpenLinks(runs, self.drafts)
        self._named: list[Frame] = []
        self._recording: list[Recording] = []
        self._asked: list[Asked] = []
        # What mends letters remembers what it met: then the same part may come out otherwise.
        self._may_know = fonts is None and runs.whole is None and not runs.watchful

    def run(self, root: LexborNode) -> Drafts:
        """Walk everything under ``root``."""
        stack, drafts = self._stack, self.drafts
        node: LexborNode | None = root
        while node is not None:
            tag, inside = node.tag or "-", None
            if tag == "-text":
                self._say(node.text_content or "")
            elif tag[0] not in "-!":
                opened = self._enter(node, tag)
                stack.append(opened)
                if drafts.truncated:
                    break
                inside = None if opened[3] else node.first_child
                if inside is None:
                    self._close(stack.pop())
            node = self._behind(node) if inside is None else inside
        return self._finish()

    def _behind(self, node: LexborNode) -> LexborNode | None:
        """What follows a node that is done with, after closing all that ends there."""
        while self._stack:
            following = node.next
            if following is not None:
                return following
            node = self._stack[-1][0]
            self._close(self._stack.pop())
        return None

    def _finish(self) -> Drafts:
        while self._stack:
            self._close(self._stack.pop())
        self._flush()
        settle_page(self.drafts, self._named, self._page_title)
        return self.drafts

    def _say(self, text: str) -> None:
        if self._fonts is not None:
            text = self._fonts.mended(text)
        self._pieces.append(text)
        self._links.say(text)

    def _enter(self, node: LexborNode, tag: str) -> _Open:
        if tag in SILENT:
            if tag == "select":
                self._links.choices(tag, node, self._frames[-1])
            elif tag in LEFT_OUT:
                self._links.left_out(tag, node, self._frames[-1])
            return (node, None, None, True)
        if tag == "br" or tag == "hr":
            self._flush()
            self._say(" ")
            return (node, None, None, False)
        attributes = node.attributes
        if tag == "span" and is_for_machines(attributes):
            return (node, None, None, True)
        if self._fonts is not None:
            self._fonts.enter(node.mem_id, tag, attributes)
        if self._may_know and tag in _KNOWABLE and self._is_known(node, tag, attributes):
            return (node, None, None, True)
        frame = self._open_frame(tag, attributes) if tag in BLOCKS else None
        if self._recording and self._recording[-1].frame is self._frames[0] and frame is not None:
            self._recording[-1].frame = frame
        if tag in _EMBEDDING:
            self._embed(node, tag, attributes)
        link = self._links.open(tag, attributes)
        if link is None and attributes:
            self._links.source(attributes, self._frames[-1])
        return (node, frame, link, False)

    def _embed(self, node: LexborNode, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Take what a form offers, a picture shows, a button does or a frame loads."""
        frame = self._frames[-1]
        if tag == "form":
            self._links.choices(tag, node, frame)
        elif tag == "img":
            self._links.picture(attributes)
        elif tag == "input":
            self._links.button(attributes, frame)
        else:
            self.drafts.holds_pages |= "srcdoc" in attributes
            self._links.embed(attributes, (attributes.get(EMBEDS[tag]) or "").strip(), frame)

    def _open_frame(self, tag: str, attributes: Mapping[str, str | None]) -> Frame:
        self._flush()
        self._links.say(" ")  # the cells of a row are words of their own
        around = self._frames[-1]
        if tag in SPLITS:
            self._keep_apart(tag)
        zone, settled = around.zone, around.settled
        if around.opened is not None and not (tag == "td" and around.tag == "tr"):
            zone, settled = around.opened, True  # what heads one cell says nothing of the next
        words = _class_words(attributes) if attributes else ""
        place = self._place(tag, attributes, words) if attributes else place_of_tag(tag)
        if place is not None and self._applies(place, zone, tag, words):
            zone, settled = place.zone, place.firm and place.zone is not Zone.MAIN
        else:
            place = None
        drafts = self.drafts
        own = around.own if place is None else place.zone is Zone.MAIN
        frame = Frame(tag, zone, settled, len(drafts.blocks), len(drafts.links), around.path, own)
        called = words and place is not None and place.zone is not Zone.MAIN
        if called and not (tag == "footer" and zone is Zone.FOOTER):
            frame.named = True
            self._named.append(frame)
        if words and BOX_TITLE.search(words):
            frame.names_box = True
        elif words and COLUMN.search(words):
            frame.column = True
        self._frames.append(frame)
        return frame

    def _names_the_page(self, head: str) -> bool:
        """A section called "Tin mới" is its own main part, not a box of other news."""
        name = head.strip(" :»>…").casefold()
        found = any(part.startswith(name) for part in _PARTS.split(self._page_title))
        self._asked.append((head, found))
        return found

    def _is_known(self, node: LexborNode, tag: str, attributes: Mapping[str, str | None]) -> bool:
        """Whether an element is a part known from other pages: then it is put in as it was."""
        words = _class_words(attributes)
        if tag not in COMING_AGAIN and (
            not attributes or self._place(tag, attributes, words) is None
        ):
            return False
        known, around = known_parts(), self._frames[-1]
        name = (tag, words[:_LONGEST_NAME], around.tag)
        if self._links.any_open or not known.is_asked_for(name):
            return False
        self._flush()
        key = key_of(node, self._frames)
        if key is None:
            return False
        part = known.get(key, name)
        if part is not None and has_room(self.drafts, part):
            if any(self._names_the_page(head) is not told for head, told in part.asked):
                return False
            part.put_into(self.drafts, around, self._named)
            return True
        if part is None and known.comes_again(key, name):
            self._recording.append(
                Recording(
                    key,
                    self._frames[0],
                    len(self.drafts.blocks),
                    len(self.drafts.links),
                    len(self._named),
                    len(self._asked),
                    self.drafts.characters,
                    around.heading,
                )
            )
        return False

    def _keep_part(self, recording: Recording) -> None:
        """Keep what a part came to that has just ended."""
        around = self._frames[-1]
        whole = not self.drafts.truncated and not self.drafts.holds_pages
        if around.opened is None and around.opening is None and whole:
            part = recording.part(self.drafts, around, self._named, self._asked)
            known_parts().keep(recording.key, part)

    def _place(self, tag: str, attributes: Mapping[str, str | None], words: str) -> Place | None:
        if tag in ("html", "body", "form") or tag in HEADINGS:
            return None
        role = (attributes.get("role") or "").lower()
        return place_of(tag, role, words)

    def _applies(self, place: Place, zone: Zone, tag: str, words: str) -> bool:
        """Whether a place named inside another changes it."""
        if tag in ("header", "footer") and any(
            frame.tag in ("article", "main", "section", "li", "aside") for frame in self._frames
        ):
            return False
        if zone in (Zone.FOOTER, Zone.RELATED) and place.zone is Zone.MAIN:
            return False
        if zone is Zone.FOOTER:
            return False
        if zone is Zone.MENU and place.zone is Zone.PAGING:
            return IS_PAGER.search(words) is not None
        return not (
            zone in (Zone.MENU, Zone.PAGING, Zone.BREADCRUMB) and place.zone is not Zone.MAIN
        )

    def _keep_apart(self, tag: str) -> None:
        """A table, list or heading inside an item keeps the item from being read as one line."""
        for frame in reversed(self._frames):
            if frame.tag in ("li", "tr"):
                frame.apart = True
                if tag in ("ul", "ol") and not frame.label:
                    frame.label = self.drafts.text_from(frame.blocks_from)[:80]
                    break
                if frame.tag == "tr" or tag in ("ul", "ol"):
                    break

    def _close(self, opened: _Open) -> None:
        node, frame, link, _ = opened
        if link is not None:
            self._links.close(link, self._frames[-1], self._pieces)
        if frame is not None:
            self._close_frame(frame)
        if self._fonts is not None:
            self._fonts.leave(node.mem_id)

    def _flush(self) -> None:
        if not self._pieces:
            return
        text = self._runs.tidy(self._pieces)
        self._pieces.clear()
        if not text:
            return
        frame = self._frames[-1]
        marked = frame.tag in HEADINGS
        entry = self.drafts.is_entry_of_menu(text, frame)
        opened = None if entry else opened_by(text, marked=marked)
        if opened is not None and self._names_the_page(text):
            opened = None
        if opened is not None:
            frame.opened, frame.opening = opened, self.drafts.opening(opened)
            self._named.append(frame.opening)
        self._add_block(frame, without_counter(text))

    def _add_block(self, frame: Frame, text: str) -> None:
        if not text:
            return
        zone, settled = (frame.opened, True) if frame.opened else (frame.zone, frame.settled)
        if is_volatile(text):
            zone, settled = Zone.UNKNOWN, True
        kind = BlockKind.HEADING if frame.tag in HEADINGS else BlockKind.PARAGRAPH
        self.drafts.blocks.append(BlockDraft(text, kind, zone, settled))
        self.drafts.count(len(text))

    def _close_frame(self, frame: Frame) -> None:
        self._flush()
        self._frames.pop()
        drafts = self.drafts
        if len(drafts.blocks) > frame.blocks_from or len(drafts.links) > frame.links_from:
            close_frame(frame, self._frames[-1], drafts)
        if frame.named:
            measure(frame, drafts)
        if frame.tag == "form":
            self._links.leave_form()
        if frame.opening is not None:
            measure(frame.opening, drafts)
        if self._recording and self._recording[-1].frame is frame:
            self._keep_part(self._recording.pop())


def _class_words(attributes: Mapping[str, str | None]) -> str:
    name, identity = attributes.get("class"), attributes.get("id")
    return f"{name or ''} {identity or ''}".strip().lower() if name or identity else ""
