"""What ``scripts/bench`` measures: crawl (the whole pipeline; the default), documents, judge."""

from __future__ import annotations

import sys

from tests.bench import crawl, documents, judge

PARTS = {"crawl": crawl.main, "documents": documents.main, "judge": judge.main}

if __name__ == "__main__":
    named = sys.argv[1:2] and sys.argv[1] in PARTS
    part = PARTS[sys.argv[1]] if named else crawl.main
    sys.exit(part(sys.argv[2:] if named else sys.argv[1:]))
