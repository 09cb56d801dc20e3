"""The line of every key and entry of a TOML text, however it is laid out."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.catalogue.lines import Place, lines_of
from rules.catalogue.sources import shipped

LAID_OUT = '''# a comment with [brackets] and = and "quotes"
title = "a # b" # more
names = ["one", # two
  "t]w,o", 'th"ree',
  [1,
   { x = 1, y = [2,
   3] }],
]
"we.ird" = 3
a.b . c = """first
[no_table]
key = 1
"""

[groups]
HT = ["x",
"y"]
[[legal_basis]]
levels = ["commune"]
[legal_basis.inner]
z = 1
[[ legal_basis ]]
levels = [
"a",

"b"]
day = 2014-05-01'''


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("title",), 2),
        (("names", 0), 3),
        (("names", 1), 4),
        (("names", 2), 4),
        (("names", 3), 5),
        (("names", 3, 1, "y", 1), 7),
        (("we.ird",), 9),
        (("a", "b", "c"), 10),
        (("groups",), 15),
        (("groups", "HT", 1), 17),
        (("legal_basis", 0), 18),
        (("legal_basis", 0, "levels", 0), 19),
        (("legal_basis", 0, "inner", "z"), 21),
        (("legal_basis", 1), 22),
        (("legal_basis", 1, "levels", 1), 26),
        (("legal_basis", 1, "day"), 27),
    ],
)
def test_every_layout(place: Place, line: int) -> None:
    """Comments, long texts, inline tables and tables of one name do not lead astray."""
    tomllib.loads(LAID_OUT)
    assert lines_of(LAID_OUT)[place] == line
    assert ("no_table",) not in lines_of(LAID_OUT)


@pytest.mark.parametrize("file", sorted(shipped().glob("*.toml")), ids=lambda file: file.stem)
def test_every_entry_of_the_shipped_files(file: Path) -> None:
    """Each entry of each list stands on the line that is named for it."""
    text = file.read_text(encoding="utf-8")
    rows, places = text.split("\n"), lines_of(text)
    for key, values in tomllib.loads(text).items():
        for entry, value in enumerate(values if isinstance(values, list) else []):
            if isinstance(value, str):
                assert f'"{value}"' in rows[places[key, entry] - 1]
            else:
                assert rows[places[key, entry] - 1] == f"[[{key}]]"


_WORDS = st.text(alphabet='ab#[]{},="\\\n é', max_size=6)
_VALUES = st.lists(_WORDS, max_size=4)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


@given(st.lists(_VALUES, min_size=1, max_size=4), st.sampled_from([" ", "\n  ", " # [x\n"]))
def test_any_list_of_texts(lists: list[list[str]], gap: str) -> None:
    """Whatever stands in the texts and between them, each entry is found on its own line."""
    text, wanted, line = "", {}, 1
    for number, values in enumerate(lists):
        text += f"k{number} = ["
        for entry, value in enumerate(values):
            line += gap.count("\n")
            wanted[f"k{number}", entry] = line
            text += f"{gap}{_quoted(value)},"
        text += "]\n"
        line += 1
    tomllib.loads(text)
    places = lines_of(text)
    assert {place: places[place] for place in wanted} == wanted
