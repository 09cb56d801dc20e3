"""What a watcher is able to see with: the truth differs for who has less."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Eyes:
    """Whether pictures of papers can be read and pages rendered."""

    ocr: bool = True
    browser: bool = True

    @property
    def key(self) -> str:
        """Under which name the truth file holds what is right for them."""
        lacking = [name for name in ("ocr", "browser") if not getattr(self, name)]
        return f"right_without_{'_and_'.join(lacking)}" if lacking else "right"


ALL_EYES = tuple(Eyes(ocr, browser) for ocr in (True, False) for browser in (True, False))
