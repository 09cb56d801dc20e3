"""Reading the configuration: option > environment > file > default.

A file may be partial. An unknown or wrongly typed key is an error that names the key, where it
stands and the nearest known one: a misspelt limit must never be ignored in silence.
"""

from __future__ import annotations

import dataclasses
import difflib
import math
import re
import tomllib
import types
import typing
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain.errors import ConfigurationError
from domain.settings import Settings

ENVIRONMENT_PREFIX = "GIAMSAT_"
DEFAULT_FILE = Path("config.toml")

Section = TypeVar("Section")


@dataclasses.dataclass(frozen=True, slots=True)
class _Given:
    """A value somebody set, and where, for messages."""

    value: object
    place: str


def load_settings(
    file: Path | None,
    environment: Mapping[str, str],
    options: Mapping[tuple[str, str], object] | None = None,
) -> Settings:
    """Settings from a TOML file (None: ``config.toml`` here, if there is one) and the environment.

    ``options`` are the command line's own, keyed by section and key.

    Raises:
        ConfigurationError: the file is absent, no TOML, or a key or value is wrong.
    """
    given: dict[tuple[str, str], _Given] = {}
    given.update(_from_file(file))
    given.update(_from_environment(environment))
    for key, value in (options or {}).items():
        given[key] = _Given(value, "the command line")
    settings = _build(given)
    _check_values(settings, given)
    return settings


def _from_file(file: Path | None) -> dict[tuple[str, str], _Given]:
    path = file or DEFAULT_FILE
    if not path.is_file():
        if file is None:
            return {}
        raise ConfigurationError(f"{path}: there is no such configuration file; check --config")
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: not a TOML file: {error}") from error
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read: {error.strerror}") from error
    given = {}
    for section, table in tables.items():
        if not isinstance(table, dict):
            known = _nearest(section, _all_keys())
            raise ConfigurationError(f"{path}: '{section}' stands outside any section{known}")
        for key, value in table.items():
            given[section, key] = _Given(value, str(path))
    return given


def _from_environment(environment: Mapping[str, str]) -> dict[tuple[str, str], _Given]:
    given = {}
    for name, text in environment.items():
        match = re.fullmatch(ENVIRONMENT_PREFIX + r"([A-Z]+)__(\w+)", name)
        if match:
            section, key = match[1].lower(), match[2].lower()
            given[section, key] = _Given(_literal(text), f"environment variable {name}")
    return given


def _literal(text: str) -> object:
    """A TOML value where the text is one (``5``, ``true``, ``["2015"]``), else the text."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _build(given: Mapping[tuple[str, str], _Given]) -> Settings:
    sections: dict[str, Any] = {}
    kinds = typing.get_type_hints(Settings)
    for (section, key), value in given.items():
        if section not in kinds:
            raise ConfigurationError(
                f"{value.place}: unknown section [{section}]{_nearest(section, list(kinds))}"
            )
        known = [field.name for field in dataclasses.fields(kinds[section])]
        if key not in known:
            raise ConfigurationError(
                f"{value.place}: unknown key '{key}' in [{section}]{_nearest(key, known)}"
            )
        sections.setdefault(section, {})[key] = _typed(kinds[section], section, key, value)
    return Settings(**{name: kinds[name](**values) for name, values in sections.items()})


def _typed(kind: type, section: str, key: str, given: _Given) -> object:
    hint = typing.get_type_hints(kind)[key]
    if isinstance(hint, types.UnionType):
        (hint,) = (part for part in typing.get_args(hint) if part is not types.NoneType)
    value = given.value
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        _check_number(section, key, given)
        return float(value)
    if hint is str and isinstance(value, int | float | date) and given.place.startswith("env"):
        return str(value)
    if typing.get_origin(hint) is tuple:
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
    elif type(value) is hint:
        _check_number(section, key, given)
        return value
    wanted = "a list of texts" if typing.get_origin(hint) is tuple else _WORDS[hint]
    raise ConfigurationError(f"{given.place}: [{section}] {key} must be {wanted}, not {value!r}")


_MAY_BE_ZERO = frozenset(
    {"retries", "retry_wait_s", "portal_retries", "portal_retry_wait_s", "delay_s"}
)


def _check_number(section: str, key: str, given: _Given) -> None:
    """Numbers count pages, bytes and seconds: none is negative, endless or not a number."""
    value = given.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return
    where = f"{given.place}: [{section}] {key}"
    if not math.isfinite(value):
        raise ConfigurationError(f"{where} must be a finite number, not {value!r}")
    if value < 0 or (value == 0 and key not in _MAY_BE_ZERO):
        raise ConfigurationError(f"{where} must be above zero, not {value!r}")


_WORDS = {int: "a whole number", float: "a number", str: "a text in quotes", bool: "true or false"}


def _nearest(word: str, known: list[str]) -> str:
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.3)
    return f"; the nearest known one is '{close[0]}'" if close else f"; known: {', '.join(known)}"


def _all_keys() -> list[str]:
    kinds = typing.get_type_hints(Settings)
    return [field.name for kind in kinds.values() for field in dataclasses.fields(kind)]


def _check_values(settings: Settings, given: Mapping[tuple[str, str], _Given]) -> None:
    """Values that have the right type and still make no sense."""

    def place(section: str, key: str) -> str:
        return given[section, key].place if (section, key) in given else "the defaults"

    due = settings.inspection.yearly_due
    try:
        date.fromisoformat(f"2024-{due}")
    except ValueError as error:
        raise ConfigurationError(
            f"{place('inspection', 'yearly_due')}: [inspection] yearly_due must be a day as "
            f"MM-DD, such as '03-31', not {due!r}"
        ) from error
    zone = settings.schedule.timezone
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ConfigurationError(
            f"{place('schedule', 'timezone')}: [schedule] timezone {zone!r} is not known; "
            "write one such as 'Asia/Ho_Chi_Minh'"
        ) from error


def check_names(names: tuple[str, ...], known: tuple[str, ...], section: str, key: str) -> None:
    """Every name of a list must be a known one: a misspelt one would silently ask for nothing.

    Raises:
        ConfigurationError: one is not known; the nearest known one is named.
    """
    for name in names:
        if name not in known:
            raise ConfigurationError(
                f"[{section}] {key}: unknown publication {name!r}{_nearest(name, list(known))}"
            )
