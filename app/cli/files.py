"""Writing a result to a file that a person named."""

from __future__ import annotations

from pathlib import Path

from domain.errors import UsageError


def write_file(output: Path, content: bytes) -> None:
    """Write a file whole or not at all; UsageError when it cannot be written."""
    partial = output.with_name(output.name + ".partial")
    try:
        partial.write_bytes(content)
        partial.replace(output)
    except OSError as error:
        raise UsageError(f"{output}: cannot be written: {error.strerror}") from error
