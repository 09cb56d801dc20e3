"""A WordPress of its own folder, served by PHP's built-in server on a loopback address."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.real.database import PASSWORD
from tests.real.processes import running, up

UNPACKED = Path("var/real/debian/usr/share/wordpress")
START_S = 30.0
WORKERS = 3
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
VIEWER = "wp-content/plugins/pdfjs-viewer-shortcode/pdfjs/web/viewer.html"
# A page that its own scripts fill, as plugins that show PDFs bring it; no plugin is in Debian.
VIEWER_PAGE = """<!DOCTYPE html>
<html dir="ltr"><head><meta charset="utf-8"><title>PDF.js viewer</title>
<script src="../build/pdf.js"></script><script src="viewer.js"></script></head>
<body><div id="outerContainer"><div id="viewerContainer"><div id="viewer"></div></div></div></body>
</html>
"""
# What a web server does for WordPress: files as they are; with rewrite rules, which WordPress asks
# for when addresses are words, the rest goes to index.php.
# It keeps a list of the requests, too.
ROUTER = """<?php
$line = date('H:i:s') . ' ' . $_SERVER['REQUEST_METHOD'] . ' ' . $_SERVER['REQUEST_URI'] . "\\n";
file_put_contents(__DIR__ . '/requests.log', $line, FILE_APPEND);
$path = urldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
$file = __DIR__ . '/site' . $path;
if (is_file($file)) { return false; }
if (is_dir($file) && $path !== '/' && is_file(rtrim($file, '/') . '/index.php')) {
    if (substr($path, -1) !== '/') { header('Location: ' . $path . '/'); return true; }
    return false;
}
if ($path !== '/' && !is_file(__DIR__ . '/rewrite')) { http_response_code(404); return true; }
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
require __DIR__ . '/site/index.php';
"""


@contextmanager
def served(
    directory: Path, name: str, address: str, place: Path, *, rewrite: bool
) -> Iterator[str]:
    """A fresh WordPress on ``address`` ("host:port") over the database ``name``; yields its root.

    ``place`` is the database's socket.
    """
    if _answers(address):
        raise SystemExit(f"Something else answers on {address}; end it and start again.")
    site = directory / "site"
    directory.mkdir()
    shutil.copytree(UNPACKED, site, ignore=_unneeded, ignore_dangling_symlinks=True)
    keys = "\n".join(
        f"define('{key}_{kind}', '{os.urandom(24).hex()}');"
        for key in KEYS
        for kind in ("KEY", "SALT")
    )
    (site / "wp-config.php").write_text(
        CONFIG.format(name=name, password=PASSWORD, socket=place, keys=keys)
    )
    (site / VIEWER).parent.mkdir(parents=True)
    (site / VIEWER).write_text(VIEWER_PAGE)
    (directory / "router.php").write_text(ROUTER)
    if rewrite:
        (directory / "rewrite").touch()
    command = ["php", "-d", "sendmail_path=/bin/true", "-d", "upload_max_filesize=32M"]
    command += ["-d", "post_max_size=40M", "-S", address, "-t", str(site)]
    log = directory / "php.log"
    workers = {"PHP_CLI_SERVER_WORKERS": str(WORKERS)}
    with running([*command, str(directory / "router.php")], log, workers) as process:
        if not up(process, lambda: _answers(address), START_S):
            raise SystemExit(f"PHP's server did not start on {address}; {log} says why.")
        yield f"http://{address}/"


def _unneeded(folder: str, names: Sequence[str]) -> set[str]:
    """Other languages than Vietnamese, and the package's own configuration."""
    if folder.endswith("/languages"):
        return {n for n in names if not n.startswith(("vi", "admin-vi"))}
    return {"wp-config.php", ".htaccess"} & set(names)


def _answers(address: str) -> bool:
    host, _, port = address.partition(":")
    with socket.socket() as probe:
        return probe.connect_ex((host, int(port))) == 0
