"""Liferay 6 and 7."""

import re

from crawler.platforms.platform import Platform

LIFERAY = Platform(
    name="liferay",
    generators=("liferay",),
    marks=(re.compile(rb"Liferay\.|/o/frontend-js|portlet-boundary|/html/(?:js|themes)/"),),
    addresses=(re.compile(r"/-/asset_publisher/|[?&]p_p_id=|/web/guest/"),),
)
