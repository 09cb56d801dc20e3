"""Spellings met on real portals: other tone places, decomposed letters, joined words, capitals."""

from __future__ import annotations

import dataclasses
import random
import re
import unicodedata
from collections.abc import Callable

from tests.province.papers.values import Paper

TONE_PAIRS = (
    ("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"),
    ("òe", "oè"), ("óe", "oé"), ("ỏe", "oẻ"), ("õe", "oẽ"), ("ọe", "oẹ"),
    ("ùy", "uỳ"), ("úy", "uý"), ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ"),
)  # fmt: skip
_TONE_MAP = {a.upper() if up else a: b.upper() if up else b for a, b in TONE_PAIRS for up in (0, 1)}
_TONE_MAP |= {a.capitalize(): b.capitalize() for a, b in TONE_PAIRS}
_TONES = re.compile("(?:" + "|".join(_TONE_MAP) + r")(?!\w)")


def other_tone_place(text: str) -> str:
    """ "hòa, ủy" written "hoà, uỷ"."""
    return _TONES.sub(lambda found: _TONE_MAP[found.group()], text)


def title_case(text: str) -> str:
    """Every Word Begun With A Capital, capitals inside words kept."""
    return " ".join(word[:1].upper() + word[1:] for word in text.split(" "))


def decomposed(text: str) -> str:
    """The same letters in NFD."""
    return unicodedata.normalize("NFD", text)


def joined_once(text: str, rng: random.Random) -> str:
    """One space between two long words lost, never beside a figure."""
    gaps = [m.start() for m in re.finditer(r"(?<=[^\W\d]{3}) (?=[^\W\d]{3})", text)]
    if not gaps:
        return text
    at = rng.choice(gaps)
    return text[:at] + text[at + 1 :]


def everywhere(paper: Paper, change: Callable[[str], str]) -> Paper:
    """``paper`` with all its printed words changed."""
    return dataclasses.replace(
        paper,
        title=change(paper.title),
        printed_title=change(paper.printed_title),
        link_title=change(paper.link_title),
        paragraphs=tuple(change(line) for line in paper.paragraphs),
        head_left=tuple(change(line) for line in paper.head_left),
        signed_as=tuple(change(line) for line in paper.signed_as),
        recipients=tuple(change(line) for line in paper.recipients),
    )


def quirky(paper: Paper, rng: random.Random) -> Paper:
    """``paper``, now and then spelled as careless typists do."""
    if rng.random() < 0.22:
        paper = everywhere(paper, other_tone_place)
    if rng.random() < 0.05:
        title, printed = title_case(paper.title), title_case(paper.printed_title)
        paper = dataclasses.replace(paper, title=title, printed_title=printed)
    elif rng.random() < 0.25:
        title, printed = paper.title.upper(), paper.printed_title.upper()
        paper = dataclasses.replace(paper, title=title, printed_title=printed)
    if rng.random() < 0.06:
        printed = joined_once(paper.printed_title, rng)
        title = printed if paper.title == paper.printed_title else paper.title
        paper = dataclasses.replace(paper, title=title, printed_title=printed)
    if rng.random() < 0.06:
        at = rng.randrange(len(paper.paragraphs))
        lines = list(paper.paragraphs)
        lines[at] = joined_once(lines[at], rng)
        paper = dataclasses.replace(paper, paragraphs=tuple(lines))
    if rng.random() < 0.05:
        paper = everywhere(paper, decomposed)
    elif rng.random() < 0.03:
        paper = dataclasses.replace(paper, link_title=decomposed(paper.link_title))
    return paper
