"""What ``scripts/quality`` measures: the province (the default), papers, damaged, corpus.

``fit`` writes what confidence the corpus gives to verdicts of a strength.
"""

from __future__ import annotations

import sys

from tests.quality import damaged, fitting, papers, province
from tests.quality.corpus import command as corpus

PARTS = {
    "province": province.main,
    "papers": papers.main,
    "damaged": damaged.main,
    "corpus": corpus.main,
    "fit": fitting.main,
}

if __name__ == "__main__":
    named = sys.argv[1:2] and sys.argv[1] in PARTS
    part = PARTS[sys.argv[1]] if named else province.main
    sys.exit(part(sys.argv[2:] if named else sys.argv[1:]))
