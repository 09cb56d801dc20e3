"""How many examples the tests of properties try: few where they must be quick, else many."""

from __future__ import annotations

EXAMPLES = "GIAMSAT_TEST_EXAMPLES"
"""The variable of the environment that says which."""
FEW = "few"
MANY = "many"
