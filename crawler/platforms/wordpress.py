"""WordPress: dated or named posts, pages as ``/page/2/``, files under ``/wp-content/uploads/``.

Where it offers its REST interface, posts, pages and files are listed there with their titles.
"""

import re

from crawler.platforms.platform import Platform

WORDPRESS = Platform(
    name="wordpress",
    generators=("wordpress",),
    marks=(re.compile(rb"/wp-content/|/wp-includes/|/wp-json/"),),
    sitemaps=("/wp-sitemap.xml", "/sitemap_index.xml", "/sitemap.xml"),
    search="/?s={query}",
    offers_lists=True,
    noise=re.compile(
        r"(?:replytocom|share|nb|like_comment|unapproved|moderation-hash|amp|print|preview"
        r"|doing_wp_cron|relatedposts_\w+)(?:=.*)?",
        re.IGNORECASE,
    ),
    variants=((re.compile(r"(?<=.)/(?:amp|feed|embed|trackback)/?\Z"), "/"),),
    not_found=re.compile(
        r"oops! that page can.?t be found|khong tim thay trang|it looks like nothing was found"
    ),
)
