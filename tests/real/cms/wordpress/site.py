"""A WordPress folder of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.real.cms.wordpress.markup import VIEWER
from tests.real.database import PASSWORD

CONFIG = """<?php
define('DB_NAME', '{name}');
define('DB_USER', '{name}');
define('DB_PASSWORD', '{password}');
define('DB_HOST', 'localhost:{socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
{keys}
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) {{ define('ABSPATH', __DIR__ . '/'); }}
require_once ABSPATH . 'wp-settings.php';
"""
KEYS = ("AUTH", "SECURE_AUTH", "LOGGED_IN", "NONCE")
# A page that its own scripts fill, as plugins that show PDFs bring it; no plugin is in Debian.
VIEWER_PAGE = """<!DOCTYPE html>
<html dir="ltr"><head><meta charset="utf-8"><title>PDF.js viewer</title>
<script src="../build/pdf.js"></script><script src="viewer.js"></script></head>
<body><div id="outerContainer"><div id="viewerContainer"><div id="viewer"></div></div></div></body>
</html>
"""


def make_site(unpacked: Path, site: Path, name: str, place: Path) -> None:
    """A fresh WordPress in ``site`` over the database ``name`` behind the socket ``place``."""
    shutil.copytree(unpacked, site, ignore=_unneeded, ignore_dangling_symlinks=True)
    keys = "\n".join(
        f"define('{key}_{kind}', '{os.urandom(24).hex()}');"
        for key in KEYS
        for kind in ("KEY", "SALT")
    )
    config = CONFIG.format(name=name, password=PASSWORD, socket=place, keys=keys)
    (site / "wp-config.php").write_text(config)
    (site / VIEWER).parent.mkdir(parents=True)
    (site / VIEWER).write_text(VIEWER_PAGE)


def _unneeded(folder: str, names: Sequence[str]) -> set[str]:
    """Other languages than Vietnamese, and the package's own configuration."""
    if folder.endswith("/languages"):
        return {n for n in names if not n.startswith(("vi", "admin-vi"))}
    return {"wp-config.php", ".htaccess"} & set(names)
