"""Paragraphs of runs that each name their font, as office files keep them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from documents.legacy.detect import SUSPICIOUS, has_only_unicode_letters, tally_of
from documents.legacy.fonts import Face, face_of
from documents.legacy.mend import to_unicode

Run = tuple[str, str]
"""A run's text and the name of its font; empty where none is told."""
_LOOKED_AT = 2_000
_SAMPLE = 20_000
_WORDS_OF_A_FILE = 3
_PROVEN = 20
"""Paragraphs after which a file that never lied is believed unasked."""


class Paragraphs:
    """Reads the paragraphs of one file, and learns whether its names of fonts can be believed.

    Files whose text was converted to Unicode often keep the names of the old fonts. ``sample`` is
    the text of the file, or much of it, as it stands: it tells lines too short to tell themselves.
    """

    def __init__(self, sample: str = "") -> None:
        self._sample = sample
        self._faces: dict[str, Face | None] = {"": None}
        self._believed = 0
        self._disproved = 0

    def mended(self, runs: Iterable[Run]) -> str:
        """The runs of one paragraph as Unicode; runs of one font are read as one."""
        groups = [
            ("".join(text for text, _ in group), font)
            for font, group in groupby(runs, key=lambda run: run[1])
        ]
        if not any(map(self._face, (font for _, font in groups))):
            return to_unicode("".join(text for text, _ in groups))
        told = self._believes(groups)
        return "".join(
            to_unicode(text, font if told and self._face(font) else None) for text, font in groups
        )

    def _face(self, font: str) -> Face | None:
        if font not in self._faces:
            self._faces[font] = face_of(font)
        return self._faces[font]

    def _believes(self, groups: list[Run]) -> bool:
        """Whether the text in old fonts is old text: its letters say, else the file so far."""
        faced = [(text, face) for text, font in groups if (face := self._face(font)) is not None]
        if any(has_only_unicode_letters(text) for text, _ in faced):
            self._disproved += 1
            return False
        if self._believed >= _PROVEN and not self._disproved:
            return True
        strong = any(tally_of(text[:_LOOKED_AT], face.encoding).strong for text, face in faced)
        if not strong and self._sample:
            self._learn(faced[0][1])
        self._believed += strong
        return strong or self._believed >= self._disproved

    def _learn(self, face: Face) -> None:
        """What the file as a whole says, asked when the first short line needs it."""
        hit = SUSPICIOUS.search(self._sample)
        near = self._sample[max(0, hit.start() - 1_000) :][:_SAMPLE] if hit else ""
        if len(tally_of(near, face.encoding).strong) >= _WORDS_OF_A_FILE:
            self._believed += 1
        elif has_only_unicode_letters(self._sample):
            self._disproved += 1
        self._sample = ""
