"""``python scrapy_spider.py HOMES PAGES``: Scrapy's own CrawlSpider over the same portals.

Fetches, parses, takes links and follows them within the portals until it has seen so many pages,
as the documentation of CrawlSpider does; keeps nothing. Runs in an environment of its own and
imports nothing of this project. Prints one JSON line: pages (a few more than were asked for, which
were under way), and CPU seconds from the spider's start to its end, its imports not counted.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scrapy import signals
from scrapy.crawler import CrawlerProcess
from scrapy.linkextractors import LinkExtractor
from scrapy.spiders import CrawlSpider, Rule

HOMES = Path(sys.argv[1]).read_text(encoding="utf-8").split()
HOSTS = [urlsplit(home).hostname for home in HOMES]
SETTINGS = {
    "LOG_LEVEL": "ERROR",
    "TELNETCONSOLE_ENABLED": False,
    "ROBOTSTXT_OBEY": False,
    "COOKIES_ENABLED": False,
    "RETRY_ENABLED": False,
    "DOWNLOAD_DELAY": 0,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "CONCURRENT_REQUESTS": 200,
    "CLOSESPIDER_PAGECOUNT": int(sys.argv[2]),
}


class Portals(CrawlSpider):  # type: ignore[misc] # Scrapy is not in this environment
    """Follows every link that stays on the portals."""

    name = "portals"
    start_urls = HOMES
    allowed_domains = HOSTS
    rules = (Rule(LinkExtractor(), callback="saw", follow=True),)
    pages = 0
    began_s = 0.0

    @classmethod
    def from_crawler(cls, crawler: Any, *args: Any, **kwargs: Any) -> Any:
        """Listen for the start and the end."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.began, signal=signals.spider_opened)
        crawler.signals.connect(spider.ended, signal=signals.spider_closed)
        return spider

    def began(self) -> None:
        """Start the clock."""
        self.began_s = time.process_time()

    def parse_start_url(self, response: Any, **kwargs: Any) -> list[Any]:
        """Count a home page."""
        self.pages += 1
        return []

    def saw(self, response: Any) -> None:
        """Count a page."""
        self.pages += 1

    def ended(self) -> None:
        """Tell."""
        cpu_s = time.process_time() - self.began_s
        sys.stdout.write(json.dumps({"pages": self.pages, "cpu_s": cpu_s}) + "\n")


if __name__ == "__main__":
    process = CrawlerProcess(SETTINGS)
    process.crawl(Portals)
    process.start()
