"""What all self-contained pages share: templates that escape everything, and cut words."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from reports.safety import clean

LONGEST_QUOTE = 200
"""Letters of a portal's words that a page shows in one place."""


@cache
def page_environment() -> Environment:
    """Jinja2 that escapes everything and shows no unseen characters of a portal's.

    Kept, for reading the template costs more than writing a page.
    """
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: clean(value) if type(value) is str else value,
    )
    environment.filters["one_line"] = _shortened
    environment.filters["abbreviated"] = _abbreviated
    return environment


def _shortened(text: str) -> str:
    """Words on one line, cut to a readable length."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1].rstrip() + "…"


def _abbreviated(title: str) -> str:
    """A heading narrow enough for a column, by the abbreviation every inspector uses."""
    short = title.replace("Hệ thống quản lý chất lượng", "HTQLCL")
    return short.replace("thủ tục hành chính", "TTHC")
