"""Joomla: ``index.php?option=com_content&view=article&id=``, or names with a leading number.

Lists (category blog, K2, com_content) go on by ``start=`` or ``limitstart=``; papers hang on
articles or stand in DOCman and Phoca Download. ``Itemid`` says which menu one came by.
"""

import re

from crawler.platforms.platform import Platform

JOOMLA = Platform(
    name="joomla",
    generators=("joomla",),
    marks=(re.compile(rb"/media/(?:jui|system|vendor)/js/|option=com_content"),),
    addresses=(re.compile(r"index\.php\?option=com_"),),
    search="/index.php?option=com_search&searchphrase=all&searchword={query}",
    noise=re.compile(
        r"tmpl=component|print=1|layout=default|(?:filter_order|filter_order_dir|return|link)=.*"
        r"|(?:limitstart|start)=0?",
        re.IGNORECASE,
    ),
    lists=re.compile(r"com_(?:docman|phocadownload|edocman)|/(?:van-ban|tai-lieu)(?:/|\?|\Z)"),
    not_found=re.compile(
        r"article not found|bai viet khong (?:duoc )?tim thay|category not found"
        r"|khong tim thay (?:bai viet|danh muc)"
    ),
)
