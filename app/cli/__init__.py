"""The command line: one module a command; :func:`main` is the program ``giamsat``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from app.cli.options import Surroundings, teller
from app.cli.program import make_program
from app.cli.screens import printable
from domain.errors import GiamsatError, RegistryError

EXIT_USAGE = 2
EXIT_INTERRUPTED = 130
PROBLEMS_SHOWN = 200
"""Bad rows written out; a file with more is wrong as a whole."""


def main(argv: Sequence[str] | None = None, surroundings: Surroundings | None = None) -> int:
    """Run one command; returns nothing to the shell but the exit status.

    Exit: 0 done, 1 done and something needs attention, 2 wrong usage, configuration or address
    (nothing was done), 130 interrupted.
    """
    status = run(list(sys.argv[1:] if argv is None else argv), surroundings or Surroundings())
    if argv is None:
        sys.exit(status)
    return status


def run(argv: list[str], surroundings: Surroundings) -> int:
    """Run one command and return its exit status."""
    program = make_program()
    try:
        program(args=argv, prog_name="giamsat", obj=surroundings, standalone_mode=True)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else EXIT_USAGE
    except GiamsatError as error:
        _complain(error)
        return EXIT_USAGE
    except KeyboardInterrupt:
        teller().print("giamsat: interrupted; what was committed is kept", markup=False)
        return EXIT_INTERRUPTED
    return 0


def _complain(error: GiamsatError) -> None:
    console = teller()
    console.print(printable(f"giamsat: {error}"), markup=False)
    if isinstance(error, RegistryError):
        for problem in error.problems[:PROBLEMS_SHOWN]:
            console.print(printable(f"  {problem}"), markup=False)
        if len(error.problems) > PROBLEMS_SHOWN:
            console.print(f"  … and {len(error.problems) - PROBLEMS_SHOWN} more", markup=False)
