"""RTF: what holds inside one group, and the words that change it."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as dataclass_field
from enum import Enum
from types import MappingProxyType


class Place(Enum):
    """What the text of a group is."""

    TEXT = "text"
    FONTS = "fonts"
    STYLES = "styles"
    INFORMATION = "information"
    TITLE = "title"
    FIELD_CODE = "field code"
    NOWHERE = "nowhere"
    TABLE = "table"
    """As nowhere, and no paragraph ends in it either."""


WITHOUT_PARAGRAPHS = (Place.FONTS, Place.STYLES, Place.INFORMATION, Place.TABLE)
PLACES = MappingProxyType(
    {
        "fonttbl": Place.FONTS,
        "stylesheet": Place.STYLES,
        "info": Place.INFORMATION,
        "fldinst": Place.FIELD_CODE,
        **dict.fromkeys(
            ["colortbl", "filetbl", "listtable", "listoverridetable", "revtbl", "rsidtbl"],
            Place.TABLE,
        ),
        **dict.fromkeys(
            [
                "pict",
                "nonshppict",
                "pntext",
                "listtext",
                "pntxta",
                "pntxtb",
                "annotation",
                "atnid",
                "atnauthor",
                "xe",
                "tc",
                "tcn",
                "rxe",
                "sp",
                "shprslt",
                "nonesttables",
                "objdata",
                "themedata",
                "colorschememapping",
                "datastore",
                "latentstyles",
                "generator",
                "ftnsep",
                "ftnsepc",
                "ftncn",
                "aftnsep",
                "aftnsepc",
                "aftncn",
                "upr",
                "bkmkstart",
                "bkmkend",
                "datafield",
                "private1",
                "template",
                "comment",
                "falt",
                "panose",
                "blipuid",
                "formfield",
            ],
            Place.NOWHERE,
        ),
    }
)
"""Groups whose text is no text of the paper."""
READ_THOUGH_STARRED = frozenset(
    {"fldinst", "shpinst", "shptxt", "shppict", "do", "dptxbx", "dptxbxtext", "nesttableprops"}
    | {"footnote", "ud"}
)
"""Groups that old programs skip and that hold text of the paper."""
HEADERS = frozenset({"header", "headerl", "headerr", "headerf"})
FOOTERS = frozenset({"footer", "footerl", "footerr", "footerf"})
BOXES = frozenset({"shptxt", "dptxbxtext"})


LETTERS = MappingProxyType(
    {
        "tab": " ",
        "emdash": "—",
        "endash": "–",
        "emspace": " ",
        "enspace": " ",
        "qmspace": " ",
        "lquote": "‘",
        "rquote": "’",
        "ldblquote": "“",
        "rdblquote": "”",
        "bullet": "•",
    }
)
SIGNS = MappingProxyType({b"~": " ", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\", b"\t": " "})
ENDS = frozenset({"par", "line", "page", "sect", "column", "softline"})
CODE_PAGES = MappingProxyType({"ansi": 1252, "mac": 10000, "pc": 437, "pca": 850})


PARAGRAPH_WORDS = frozenset({"pard", "intbl", "itap", "s", "outlinelevel", "ls", "pntext"})


@dataclass(slots=True)
class ParagraphState:
    r"""What holds for paragraphs until ``\pard`` or the end of the group."""

    in_table: bool = False
    depth: int = 0
    style: int = 0
    outline: int = 9
    in_list: bool = False

    def reset(self) -> None:
        """A new paragraph of no particular kind."""
        self.in_table, self.in_list = False, False
        self.depth, self.style, self.outline = 0, 0, 9

    def told(self, word: str, number: int | None) -> None:
        """One of ``PARAGRAPH_WORDS``."""
        if word == "pard":
            self.reset()
        elif word == "intbl":
            self.in_table = number != 0
        elif word == "itap":
            self.depth = max(0, min(number or 0, 50))
        elif word == "s":
            self.style = number or 0
        elif word == "outlinelevel":
            self.outline = 9 if number is None else number
        else:
            self.in_list = word == "pntext" or bool(number)

    @property
    def rows_around(self) -> int:
        """How many table rows the paragraph lies in."""
        return max(self.depth, 1) if self.in_table or self.depth else 0


@dataclass(slots=True)
class Field:
    """A field: its code, and what is shown for it."""

    code: str = ""
    result: str = ""


@dataclass(slots=True)
class State:
    """What holds in a group until it ends."""

    place: Place = Place.TEXT
    beside_ansi: Place = Place.TEXT
    """What the Unicode text means that stands beside the same in a code page."""
    area: str = "main"
    starred: bool = False
    fresh: bool = True
    """Nothing but a star stood in the group so far: its first word may name what it is."""
    font: int = 0
    left_out: bool = False
    skip_after_unicode: int = 1
    field: Field | None = None
    box: bool = False
    paragraph: ParagraphState = dataclass_field(default_factory=ParagraphState)

    def inner(self) -> State:
        """The state of a group inside this one."""
        paragraph = self.paragraph
        return State(
            place=self.place,
            beside_ansi=self.beside_ansi,
            area=self.area,
            font=self.font,
            left_out=self.left_out,
            skip_after_unicode=self.skip_after_unicode,
            field=self.field,
            paragraph=ParagraphState(
                in_table=paragraph.in_table,
                depth=paragraph.depth,
                style=paragraph.style,
                outline=paragraph.outline,
                in_list=paragraph.in_list,
            ),
        )
