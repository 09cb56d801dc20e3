"""PHP's built-in server in place of a web server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.real.addresses import free, wait_for
from tests.real.processes import running

START_S = 30.0
WORKERS = 3
# What a web server does for a CMS: files as they are; where addresses are words, the rest goes to
# the front page's program. It keeps a list of the requests, too.
ROUTER = """<?php
$line = date('H:i:s') . ' ' . $_SERVER['REQUEST_METHOD'] . ' ' . $_SERVER['REQUEST_URI'] . "\\n";
file_put_contents(__DIR__ . '/requests.log', $line, FILE_APPEND);
// Not parse_url: it takes "/a:2015" for a host and a port.
$path = urldecode(explode('?', $_SERVER['REQUEST_URI'], 2)[0]);
$file = __DIR__ . '/site' . $path;
if (is_file($file)) {{ return false; }}
if (is_dir($file) && $path !== '/' && is_file(rtrim($file, '/') . '/index.php')) {{
    if (substr($path, -1) !== '/') {{ header('Location: ' . $path . '/'); return true; }}
    return false;
}}
if ($path !== '/' && !preg_match('~{rewritten}~', $path)) {{
    http_response_code(404);
    return true;
}}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
$_SERVER['SCRIPT_FILENAME'] = __DIR__ . '/site/index.php';
chdir(__DIR__ . '/site');
require __DIR__ . '/site/index.php';
"""
ALL, NOTHING = "^/", "^$"


@contextmanager
def php_server(
    directory: Path,
    address: str,
    rewritten: str = NOTHING,
    environment: Mapping[str, str] | None = None,
) -> Iterator[str]:
    """Serves ``directory / "site"`` on ``address`` ("host:port"); yields its root.

    ``rewritten`` is a pattern of paths: what goes to the front page's program when no such file
    is there.
    """
    free(address)
    router = directory / "router.php"
    router.write_text(ROUTER.format(rewritten=rewritten))
    command = ["php", "-d", "sendmail_path=/bin/true", "-d", "upload_max_filesize=32M"]
    command += ["-d", "post_max_size=40M", "-S", address, "-t", str(directory / "site")]
    log = directory / "php.log"
    workers = {"PHP_CLI_SERVER_WORKERS": str(WORKERS), **(environment or {})}
    with running([*command, str(router)], log, workers) as process:
        wait_for(address, process, log, START_S)
        yield f"http://{address}/"
