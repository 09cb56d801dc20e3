"""One page recognised from its picture, whichever way up it lies."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image

from documents.ocr.layout import reading_order
from documents.ocr.picture import lines_stand_upright, prepared
from documents.ocr.recogniser import Recogniser, Word
from documents.ocr.slips import mended
from documents.prose import joined_lines

_UPRIGHT = 0.72
"""Pages the right way up are read with 0.8 to 0.97, others with about 0.5."""
_FEW_WORDS = 15
"""With fewer words a picture is hardly a page, and not worth three more looks."""
_MOST_SECONDS = 25.0
"""For one look at one page; noise alone can keep Tesseract busy for minutes."""
_QUARTERS = (
    None,
    Image.Transpose.ROTATE_90,
    Image.Transpose.ROTATE_180,
    Image.Transpose.ROTATE_270,
)


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """The paragraphs of a page and how sure their letters are, 0 to 1."""

    lines: tuple[str, ...] = ()
    certainty: float = 0.0
    words: int = 0
    finished: bool = True
    """False where time ran out before the words of any look were known."""


@dataclass(frozen=True, slots=True)
class _Look:
    words: tuple[Word, ...]
    size: tuple[int, int]

    @property
    def certainty(self) -> float:
        return mean_certainty(self.words)


def recognise(
    picture: Image.Image, recogniser: Recogniser, limit_s: float = _MOST_SECONDS
) -> RecognisedPage:
    """What stands on a page; not ``finished`` where time ran out."""
    grey = picture if picture.mode == "L" else picture.convert("L")
    best: _Look | None = None
    end_s = time.monotonic() + limit_s
    for quarter in _turns(grey):
        left_s = end_s - time.monotonic()
        if left_s <= 0:
            break
        ready = prepared(grey if quarter is None else grey.transpose(quarter))
        words = recogniser(ready, min(left_s, _MOST_SECONDS))
        if words is None:
            break
        look = _Look(words, ready.size)
        if best is None or look.certainty > best.certainty:
            best = look
        if best.certainty >= _UPRIGHT or len(look.words) < _FEW_WORDS:
            break
    return _page(best) if best is not None else RecognisedPage(finished=False)


def _turns(grey: Image.Image) -> Iterator[Image.Transpose | None]:
    """The quarter turns to try, likeliest first."""
    on_its_side = lines_stand_upright(grey)
    order = (1, 3, 0, 2) if on_its_side else (0, 2, 1, 3)
    return (_QUARTERS[quarter] for quarter in order)


def _page(look: _Look) -> RecognisedPage:
    lines = joined_lines(reading_order(look.words, look.size))
    return RecognisedPage(
        tuple(mended(line) for line in lines), round(look.certainty, 3), len(look.words)
    )


def mean_certainty(words: Sequence[Word]) -> float:
    """The certainty of words, long ones weighing more; 0.0 for none."""
    letters = sum(len(word.text) for word in words)
    return sum(word.certainty * len(word.text) for word in words) / letters if letters else 0.0
