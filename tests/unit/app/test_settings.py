"""Settings: precedence, and wrong keys and values named."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.settings import load_settings
from domain.errors import ConfigurationError
from domain.settings import Settings

ROOT = Path(__file__).resolve().parents[3]


def written(folder: Path, text: str) -> Path:
    """A configuration file with this text."""
    file = folder / "some.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_shipped_file_shows_the_defaults() -> None:
    """config.toml, read whole, gives exactly the built-in defaults."""
    assert load_settings(ROOT / "config.toml", {}) == Settings()


def test_every_key_stands_in_the_shipped_file() -> None:
    """A key that exists is documented in config.toml (year only as a comment)."""
    text = (ROOT / "config.toml").read_text(encoding="utf-8")
    for section in Settings.__dataclass_fields__:
        assert f"[{section}]" in text
        values = getattr(Settings(), section)
        for key in values.__dataclass_fields__:
            assert f"\n{key} = " in text or f"\n# {key} = " in text, key


def test_option_beats_environment_beats_file(tmp_path: Path) -> None:
    """Precedence is option, environment, file, default."""
    file = written(tmp_path, "[crawler]\ndelay_s = 2\nretries = 7\nmax_requests = 9\n")
    environment = {"GIAMSAT_CRAWLER__DELAY_S": "3", "GIAMSAT_CRAWLER__RETRIES": "8"}
    crawler = load_settings(file, environment, {("crawler", "delay_s"): 4.0}).crawler
    assert (crawler.delay_s, crawler.retries, crawler.max_requests) == (4.0, 8, 9)
    assert crawler.timeout_s == Settings().crawler.timeout_s


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[crawler]\ndelays = 1\n", ("some.toml", "'delays'", "[crawler]", "'delay_s'")),
        ("[crawlers]\ndelay_s = 1\n", ("some.toml", "[crawlers]", "'crawler'")),
        ('[crawler]\ndelay_s = "quick"\n', ("some.toml", "delay_s", "a number", "'quick'")),
        ("[crawler]\nretries = 1.5\n", ("some.toml", "retries", "a whole number")),
        ("[crawler]\nretries = true\n", ("some.toml", "retries", "a whole number")),
        ("[crawler]\nobey_robots = 1\n", ("obey_robots", "true or false")),
        ("[inspection]\nrequired = 'x'\n", ("required", "a list of texts")),
        ("[crawler]\ndelay_s = -1\n", ("some.toml", "delay_s", "above zero")),
        ("[crawler]\ntimeout_s = nan\n", ("some.toml", "timeout_s", "finite")),
        ("[crawler]\ntimeout_s = inf\n", ("some.toml", "timeout_s", "finite")),
        ("[crawler]\nmax_requests = 0\n", ("some.toml", "max_requests", "above zero")),
        ("[inspection]\nyearly_due = '31-03'\n", ("some.toml", "yearly_due", "MM-DD")),
        ("[schedule]\ntimezone = 'Hanoi'\n", ("timezone", "Asia/Ho_Chi_Minh")),
        ("delay_s = 1\n", ("some.toml", "'delay_s'", "outside any section")),
        ("[crawler\n", ("some.toml", "not a TOML file")),
    ],
)
def test_wrong_file_is_named(tmp_path: Path, text: str, words: tuple[str, ...]) -> None:
    """The message names the file, the key and what is wanted or nearest."""
    with pytest.raises(ConfigurationError) as caught:
        load_settings(written(tmp_path, text), {})
    for word in words:
        assert word in str(caught.value)


def test_wrong_environment_variable_is_named() -> None:
    """An environment variable with an unknown key is an error like any other."""
    with pytest.raises(ConfigurationError, match=r"GIAMSAT_CRAWLER__DELAY.*nearest.*delay_s"):
        load_settings(None, {"GIAMSAT_CRAWLER__DELAY": "1"})


def test_named_file_must_exist(tmp_path: Path) -> None:
    """--config with no such file is an error, not the defaults."""
    with pytest.raises(ConfigurationError, match="no such configuration file"):
        load_settings(tmp_path / "none.toml", {})
