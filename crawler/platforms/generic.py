"""Any other portal."""

from crawler.platforms.platform import Platform

GENERIC = Platform(name="generic", sitemaps=("/sitemap.xml",))
