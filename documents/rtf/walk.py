"""RTF: one walk over its tokens, into paragraphs, rows and links."""

from __future__ import annotations

import re

from documents.flow import Flow
from documents.old_letters import letters, symbol
from documents.rtf.fonts import Fonts, Styles, code_page
from documents.rtf.state import (
    BOXES,
    CODE_PAGES,
    ENDS,
    FOOTERS,
    HEADERS,
    LETTERS,
    PARAGRAPH_WORDS,
    PLACES,
    READ_THOUGH_STARRED,
    SIGNS,
    WITHOUT_PARAGRAPHS,
    Field,
    ParagraphState,
    Place,
    State,
)
from documents.rtf.tokens import Kind, Token, tokens
from domain.documents import BlockKind, Zone

_MAX_DEPTH = 1_000
_MAX_GATHERED = 1_000
_HYPERLINK = re.compile(r'HYPERLINK\s+(?:\\+[lonmt]\s+)*"([^"]{1,2000})"')
_LINE_ENDS = (b"\n", b"\r")


class RtfWalk:
    """Turns RTF into flows of text: the main one, headers, footers and notes."""

    def __init__(self) -> None:
        self.flows = {area: Flow() for area in ("main", "notes", "header", "footer")}
        self.flows["header"].zone, self.flows["footer"].zone = Zone.HEADER, Zone.FOOTER
        self.title = ""
        self.pictures = 0
        self.complete = False
        self.torn = False
        self._state = State()
        self._outer: list[State] = []
        self._too_deep = 0
        self._fonts, self._styles = Fonts(), Styles()
        self._charset = "cp1252"
        self._default_font = 0
        self._bytes: list[bytes] = []
        self._wide: list[int] = []
        self._to_skip = 0
        self._swallowed = 0  # paragraphs that end where none may: a brace of the file is lost

    @property
    def _flow(self) -> Flow:
        return self.flows[self._state.area]

    def run(self, body: bytes) -> None:
        """Reads it all, as far as the caps allow.

        What stands behind its end is more text, parted from it by damage.
        """
        every = tokens(body)
        for token in every:
            if token.kind is Kind.TEXT:
                self._text(token)
            elif token.kind is Kind.WORD:
                self._word(token.word, token.number)
            elif token.kind is Kind.SIGN:
                self._sign(token.held)
            else:
                self._brace(token.kind)
            # Of a file damaged before its text, more than the first group may be worth reading.
            if self._flow.full or (self.complete and self.flows["main"].blocks):
                break
        behind = any(token.kind is not Kind.TEXT or token.held.strip() for token in every)
        self.torn = behind or self._swallowed > 1
        self._flush()
        for flow in self.flows.values():
            flow.end_paragraph()
            while flow.open_rows:
                flow.close_row()

    def _brace(self, kind: Kind) -> None:
        self._flush()
        self._to_skip = 0
        if kind is Kind.OPEN:
            if len(self._outer) >= _MAX_DEPTH:
                self._too_deep += 1
                return
            self._outer.append(self._state)
            self._state = self._state.inner()
        elif self._too_deep:
            self._too_deep -= 1
        elif self._outer:
            self._close(self._outer.pop())

    def _close(self, outer: State) -> None:
        inner = self._state
        if inner.box:
            self._flow.close_paragraph()
        elif inner.area != outer.area:
            self._flow.end_paragraph()
        if inner.field is not None and inner.field is not outer.field:
            link = _HYPERLINK.search(inner.field.code)
            if link:
                self._flow.link(link.group(1), inner.field.result)
        self._state = outer
        self.complete = not self._outer

    def _text(self, token: Token) -> None:
        held = token.held
        if self._to_skip:
            skipped = min(self._to_skip, len(held))
            self._to_skip -= skipped
            held = held[skipped:]
        state = self._state
        state.fresh = False
        if not held or state.left_out:
            return
        if state.place in (Place.TEXT, Place.FIELD_CODE, Place.TITLE):
            if self._wide or len(self._bytes) >= _MAX_GATHERED:
                self._flush()
            self._bytes.append(held)
        elif state.place is Place.FONTS:
            self._fonts.text(held)
        elif state.place is Place.STYLES:
            self._styles.text(held)

    def _flush(self) -> None:
        """What was gathered in one font becomes text."""
        if self._bytes:
            held, self._bytes = b"".join(self._bytes), []
            font = self._fonts.font(self._state.font)
            if font.charset == "symbol":
                self._say("".join(symbol(byte) for byte in held))
            else:
                self._say(letters(held, font.charset or self._charset, font.name))
        if self._wide:
            codes, self._wide = self._wide, []
            held = b"".join(code.to_bytes(2, "little") for code in codes)
            self._say(held.decode("utf-16-le", "replace"))

    def _say(self, text: str) -> None:
        state = self._state
        if state.place is Place.TITLE:
            self.title = (self.title + text)[:1_000]
        elif state.place is Place.FIELD_CODE:
            if state.field is not None and len(state.field.code) < 4_000:
                state.field.code += text
        elif state.place is Place.TEXT and not state.left_out:
            if state.field is not None and len(state.field.result) < 1_000:
                state.field.result += text
            self._flow.say(text, self._fonts.font(state.font).name)

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._state.starred = True
            return
        self._state.fresh = False
        if self._to_skip:
            self._to_skip -= 1
            return
        self._flush()
        if sign in _LINE_ENDS:
            self._end_paragraph()
        elif sign in SIGNS:
            self._say(SIGNS[sign])

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        if word == "u" and number is not None:
            self._unicode(number)
            return
        if self._to_skip:
            self._to_skip -= 1
            return
        if state.fresh:
            state.fresh = False
            self._name_group(word)
        if state.place is Place.FONTS:
            self._fonts.word(word, number or 0)
        elif state.place is Place.STYLES:
            self._styles.word(word, number or 0)
        elif word == "title" and state.place is Place.INFORMATION:
            state.place = Place.TITLE
        elif state.place not in (Place.NOWHERE, Place.TABLE):
            self._formatting(word, number)
        self._swallowed += word == "par" and state.place in WITHOUT_PARAGRAPHS
        if word in ("pict", "objdata"):
            self.pictures += 1

    def _name_group(self, word: str) -> None:
        """The first word of a group says what its text is."""
        state = self._state
        if word == "upr":
            state.beside_ansi = state.place
        if word == "ud":
            state.place = state.beside_ansi
        elif word in PLACES:
            state.place = PLACES[word]
        elif state.starred and word not in READ_THOUGH_STARRED:
            state.place = Place.TABLE
        if state.place is not Place.TEXT:
            if word in ("pntext", "listtext") and self._outer:
                self._outer[-1].paragraph.in_list = True
            return
        if word in HEADERS or word in FOOTERS:
            state.area = "header" if word in HEADERS else "footer"
            state.paragraph = ParagraphState()
        elif word == "footnote":
            state.area, state.paragraph = "notes", ParagraphState()
        elif word == "field":
            state.field = Field()
        elif word in BOXES:
            state.box, state.paragraph = True, ParagraphState()
            self._flow.open_paragraph()

    def _formatting(self, word: str, number: int | None) -> None:
        state = self._state
        if word in LETTERS:
            self._flush()
            self._say(LETTERS[word])
        elif word == "f":
            self._flush()
            state.font = number or 0
        elif word == "plain":
            self._flush()
            state.font, state.left_out = self._default_font, False
        elif word in ("v", "deleted"):
            self._flush()
            state.left_out = number != 0
        elif word == "uc":
            state.skip_after_unicode = max(0, min(number or 0, 100))
        elif word in PARAGRAPH_WORDS:
            self._state.paragraph.told(word, number)
        elif state.place is Place.TEXT:
            self._structure(word, number)

    def _structure(self, word: str, number: int | None) -> None:
        if word in ENDS:
            self._end_paragraph()
        elif word in ("cell", "nestcell"):
            self._end_cell(1 if word == "cell" else max(2, self._state.paragraph.depth))
        elif word in ("row", "nestrow"):
            self._end_row(0 if word == "row" else 1)
        elif word in CODE_PAGES:
            self._charset = code_page(CODE_PAGES[word])
        elif word == "ansicpg" and number:
            self._charset = code_page(number)
        elif word == "deff":
            self._default_font = self._state.font = number or 0

    def _unicode(self, number: int) -> None:
        state = self._state
        state.fresh = False
        if state.place in (Place.TEXT, Place.FIELD_CODE, Place.TITLE) and not state.left_out:
            if self._bytes or self._is_much():
                self._flush()
            code = number & 0xFFFF
            self._wide.append(ord(symbol(code)) if 0xF000 <= code <= 0xF0FF else code)
        self._to_skip = state.skip_after_unicode

    def _is_much(self) -> bool:
        """Enough to be said; a letter of two numbers is not parted."""
        return len(self._wide) >= _MAX_GATHERED and not 0xD800 <= self._wide[-1] < 0xDC00

    def _end_paragraph(self) -> None:
        self._flush()
        flow, rows = self._flow, self._state.paragraph.rows_around
        while flow.open_rows > rows:
            flow.close_row()
        while flow.open_rows < rows:
            flow.open_row()
        flow.end_paragraph(self._kind())

    def _end_cell(self, depth: int) -> None:
        self._flush()
        flow = self._flow
        while flow.open_rows > depth:
            flow.close_row()
        while flow.open_rows < depth:
            flow.open_row()
        flow.end_paragraph(self._kind())
        flow.end_cell()

    def _end_row(self, left_open: int) -> None:
        self._flush()
        self._flow.end_paragraph()
        while self._flow.open_rows > left_open:
            self._flow.close_row()

    def _kind(self) -> BlockKind:
        told = self._state.paragraph
        if 0 <= told.outline <= 8 or self._styles.is_heading(told.style):
            return BlockKind.HEADING
        return BlockKind.LIST_ITEM if told.in_list else BlockKind.PARAGRAPH
