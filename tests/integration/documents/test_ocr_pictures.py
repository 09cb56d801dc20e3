"""Pictures of whole pages made straight before they are recognised."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from documents.ocr.picture import degrees_off, lines_stand_upright


def _page() -> Image.Image:
    page = Image.new("L", (827, 1169), 250)
    pen = ImageDraw.Draw(page)
    for line in range(40):
        pen.rectangle((90, 100 + 24 * line, 730 - line % 7 * 40, 108 + 24 * line), fill=30)
    return page


@pytest.mark.parametrize("degrees", [-3.0, -1.4, 0.0, 0.8, 2.0])
def test_a_crooked_page_is_measured(degrees: float) -> None:
    """Angles within three degrees are found to a fifth of one."""
    crooked = _page().rotate(-degrees, Image.Resampling.BILINEAR, fillcolor=250)
    assert degrees_off(crooked) == pytest.approx(degrees, abs=0.2)


def test_a_page_on_its_side_is_noticed() -> None:
    """Lines from top to bottom are told from lines from left to right."""
    assert not lines_stand_upright(_page())
    assert lines_stand_upright(_page().transpose(Image.Transpose.ROTATE_90))
