"""Which browser program is used, and what is said where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler.browser.program import PACKAGE, NoBrowser, find_program
from domain.settings import BrowserSettings


def program(folder: Path, name: str) -> Path:
    """Something that can be started."""
    path = folder / name
    path.write_text("#!/bin/sh\n", encoding="ascii")
    path.chmod(0o755)
    return path


def test_the_named_program_is_taken(tmp_path: Path) -> None:
    """Whatever else is installed."""
    named = program(tmp_path, "my-chrome")
    assert find_program(BrowserSettings(executable=str(named))) == str(named)


def test_it_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian's headless shell comes before a whole browser."""
    monkeypatch.setenv("PATH", str(tmp_path))
    program(tmp_path, "chromium")
    shell = program(tmp_path, PACKAGE)
    assert find_program(BrowserSettings()) == str(shell)


def test_none_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """People and inspectors are told the package."""
    monkeypatch.setenv("PATH", str(tmp_path))
    none = find_program(BrowserSettings())
    assert isinstance(none, NoBrowser)
    assert none.advice == f"apt-get install {PACKAGE}"
    assert PACKAGE in none.told


@pytest.mark.parametrize(
    ("settings", "advice"),
    [
        (BrowserSettings(enabled=False), "[browser] enabled"),
        (BrowserSettings(executable="/no/such/chrome"), "[browser] executable"),
    ],
)
def test_a_wrong_setting_is_named(settings: BrowserSettings, advice: str) -> None:
    """Switched off, or a program that is not there."""
    none = find_program(settings)
    assert isinstance(none, NoBrowser)
    assert advice in none.advice
