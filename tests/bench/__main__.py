"""What ``scripts/bench`` measures."""

from __future__ import annotations

import sys

from tests.bench import (
    added_papers,
    apart,
    browser,
    crawl,
    documents,
    growth,
    judge,
    makespan,
    next_night,
    request_counts,
    sample_province,
)

PARTS = {
    "crawl": crawl.main,
    "makespan": makespan.main,
    "growth": growth.main,
    "province": sample_province.main,
    "requests": request_counts.main,
    "next-night": next_night.main,
    "added-papers": added_papers.main,
    "documents": documents.main,
    "judge": judge.main,
    "browser": browser.main,
    "apart": apart.main,
}
"""The first is the default."""


def main(argv: list[str]) -> int:
    """Measure what is named first, the crawl where nothing is."""
    if argv[:1] in (["--help"], ["-h"]):
        print("scripts/bench [PART] [OPTIONS]; PART --help says more of each:\n")
        for name, part in PARTS.items():
            told = (sys.modules[part.__module__].__doc__ or "").strip().partition("\n\n")[0]
            print(f"  {name:14}{' '.join(told.split())}")
        return 0
    named = argv[:1] and argv[0] in PARTS
    return PARTS[argv[0]](argv[1:]) if named else crawl.main(argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
