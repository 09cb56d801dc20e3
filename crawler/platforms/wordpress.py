"""WordPress."""

import re

from crawler.platforms.platform import Platform

WORDPRESS = Platform(
    name="wordpress",
    generators=("wordpress",),
    marks=(re.compile(rb"/wp-content/|/wp-includes/|/wp-json/"),),
    sitemaps=("/wp-sitemap.xml", "/sitemap_index.xml", "/sitemap.xml"),
    search="/?s={query}",
)
