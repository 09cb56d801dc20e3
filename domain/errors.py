"""The one error tree.

::

    GiamsatError
    ├── UsageError               the caller asked for something impossible      (exit 2)
    │   ├── ConfigurationError   a key or value of config.toml or the environment
    │   ├── RegistryError        a registry file that cannot be taken over; carries every bad row
    │   └── AddressError         an address that is malformed, forbidden or unknown
    ├── StoreError               the database cannot be used: locked, read-only, another version
    └── CatalogueError           a publication's TOML is wrong; carries file and line

Failing to fetch or to read is *not* an error: it is an :class:`~domain.outcomes.Outcome` or an
:class:`~domain.documents.Unreadable`, and the run goes on.
"""

from __future__ import annotations

from dataclasses import dataclass


class GiamsatError(Exception):
    """The root: its message names what, where and the next step."""


class UsageError(GiamsatError):
    """The caller asked for something that cannot be done as asked."""


class ConfigurationError(UsageError):
    """A configuration key or value is unknown, misspelt or of the wrong type."""


class AddressError(UsageError):
    """An address is malformed, of a forbidden kind, or does not exist."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One thing wrong in a registry file; ``line`` counts from 1 with the heading as line 1."""

    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        column = f", column {self.column}" if self.column else ""
        return f"line {self.line}{column}: {self.reason}"


class RegistryError(UsageError):
    """A registry file was refused whole; ``problems`` names every bad row."""

    def __init__(self, message: str, problems: tuple[RowProblem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


class StoreError(GiamsatError):
    """The database cannot be used as it is; nothing in it was changed."""


class CatalogueError(GiamsatError):
    """A publication's description in the rule catalogue is wrong."""
