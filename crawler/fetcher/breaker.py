"""A circuit breaker for each host: one that stopped answering is left alone, then tried once."""

from __future__ import annotations

from dataclasses import dataclass

from domain.outcomes import Outcome

FAILURES_TO_OPEN = 5
FIRST_REST_WAITS = 15
"""The first rest, in the waits of ``[crawler] retry_wait_s``: half a minute by default."""
LONGEST_REST_WAITS = 60
_OVERLOADED = frozenset({429, 502, 503, 504, 520, 521, 522, 523, 524})
_SILENT = frozenset({Outcome.TIMEOUT, Outcome.REFUSED})


@dataclass(slots=True)
class _Circuit:
    failures: int = 0
    rests: int = 0
    """Rests given in a row; 0 while the circuit is closed."""


class Breaker:
    """Counts the failures in a row of each host.

    After some of them the circuit opens: the host rests. The next request after a rest is a
    single try, the half-open probe; it closes the circuit, or begins a rest twice as long.
    """

    def __init__(self, retry_wait_s: float) -> None:
        self._retry_wait_s = retry_wait_s
        self._circuits: dict[str, _Circuit] = {}

    def is_open(self, host: str) -> bool:
        """Whether only a single try may be made."""
        circuit = self._circuits.get(host)
        return circuit is not None and circuit.rests > 0

    def saw(self, host: str, outcome: Outcome | None, status: int | None) -> float:
        """Take note of a try; the seconds that the host must rest now, 0 for none.

        ``outcome`` is None when the status decides.
        """
        if not _shows_trouble(outcome, status):
            self._circuits.pop(host, None)
            return 0.0
        circuit = self._circuits.setdefault(host, _Circuit())
        circuit.failures += 1
        if circuit.failures < FAILURES_TO_OPEN and not circuit.rests:
            return 0.0
        circuit.rests += 1
        waits = min(FIRST_REST_WAITS << min(circuit.rests - 1, 16), LONGEST_REST_WAITS)
        return waits * self._retry_wait_s

    def forget(self, host: str) -> None:
        """A later visit begins with trust."""
        self._circuits.pop(host, None)


def _shows_trouble(outcome: Outcome | None, status: int | None) -> bool:
    """Whether the host did not answer at all, or said that it cannot; one bad page is none."""
    return status in _OVERLOADED or (status is None and outcome in _SILENT)
