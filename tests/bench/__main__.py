"""What ``scripts/bench`` measures.

crawl, makespan, growth, province, requests, next-night, added-papers, documents, judge or browser.
"""

from __future__ import annotations

import sys

from tests.bench import (
    added_papers,
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
}
"""The first is the default."""

if __name__ == "__main__":
    named = sys.argv[1:2] and sys.argv[1] in PARTS
    part = PARTS[sys.argv[1]] if named else crawl.main
    sys.exit(part(sys.argv[2:] if named else sys.argv[1:]))
