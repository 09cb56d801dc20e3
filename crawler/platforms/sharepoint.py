"""SharePoint: ``.../Pages/x.aspx?ItemID=`` as Yên Bái builds it, and lists as they come.

Lists stand under ``/Lists/<name>/AllItems.aspx``, papers in ``/<library>/Forms/AllItems.aspx`` and
as ``/Lists/<name>/Attachments/<id>/<file>``. Stock lists go on by ``PageFirstRow=``, in a
script beside the arrow; Office files open in ``WopiFrame.aspx``.
"""

import re

from crawler.platforms.platform import Platform

SHAREPOINT = Platform(
    name="sharepoint",
    generators=("sharepoint",),
    marks=(re.compile(rb"/_layouts/|_spPageContextInfo|MSOWebPartPage|/_catalogs/"),),
    addresses=(re.compile(r"/Pages/[^?\s]+\.aspx|/Lists/[^\s]+\.aspx|\bItemID=\d"),),
    noise=re.compile(
        # "lv" counts the hops at Yên Bái; the rest sorts, filters, frames or leads back.
        r"(?:lv|source|contenttypeid|sortfield|sortdir|filter(?:field|value|op|clear)\d*"
        r"|folderctid|initialtabid|visibilitycontext|isdlg|showinpanel|useformsframe)=.*"
        r"|(?:web|mobile|defaultitemopen)=\d|action=(?:default|view|edit|embedview)"
        r"|rootfolder=(?:\*|%2a)?",
        re.IGNORECASE,
    ),
    lists=re.compile(r"/AllItems\.aspx(?:\?|\Z)", re.IGNORECASE),
    not_found=re.compile(
        r"item does not exist\. it may have been deleted|list does not exist|muc khong ton tai"
        r"|value does not fall within the expected range|danh sach khong ton tai"
    ),
)
