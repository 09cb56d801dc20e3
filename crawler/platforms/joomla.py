"""Joomla."""

import re

from crawler.platforms.platform import Platform

JOOMLA = Platform(
    name="joomla",
    generators=("joomla",),
    marks=(re.compile(rb"/media/(?:jui|system|vendor)/js/|option=com_content"),),
    addresses=(re.compile(r"index\.php\?option=com_"),),
    search="/index.php?option=com_search&searchphrase=all&searchword={query}",
)
