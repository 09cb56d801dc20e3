"""``giamsat read``: what is seen in one paper, on the terminal and as JSON."""

from __future__ import annotations

import json
import random
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from documents.ocr.recogniser import tessdata
from tests.integration.programs import giamsat
from tests.province.papers import Issuer, compose, render

COMMUNE = Issuer("UBND xã Minh Quán", "commune", "UBND huyện Trấn Yên", "UBND", "Minh Quán")
NAMED = ("--name", COMMUNE.name, "--level", "commune")
needs_ocr = pytest.mark.skipif(tessdata() is None, reason="Tesseract's Vietnamese is not installed")


def saved(folder: Path, form: str, publication: str = "management_review") -> Path:
    """A paper of this year in one form."""
    rng = random.Random(7)
    paper = compose(publication, COMMUNE, 2026, rng)
    body, _, extension = render(paper, form, rng)
    file = folder / f"{form}.{extension}"
    file.write_bytes(body)
    return file


@contextmanager
def serving(pages: Mapping[str, bytes]) -> Iterator[str]:
    """The address of a server on loopback with these pages."""

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.get(self.path)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def read_json(file: Path, *more: str) -> dict[str, Any]:
    """The JSON that is printed for a paper."""
    ended = giamsat("read", str(file), "--json", *NAMED, *more)
    assert ended.status == 0, ended.err
    shown: dict[str, Any] = json.loads(ended.out)
    return shown


@pytest.mark.parametrize("form", ["pdf", "docx", "doc", "rtf", "odt", "docx_tcvn3"])
def test_a_paper_is_told_with_head_and_publication(tmp_path: Path, form: str) -> None:
    """Head, text, way of reading and the publication with its reason."""
    shown = read_json(saved(tmp_path, form))
    assert shown["head"]["issuer"].casefold().endswith("xã minh quán")
    assert shown["head"]["year"] == 2026
    found = [one for one in shown["publications"] if one["kind"] == "paper"]
    assert [(one["publication"], one["year"]) for one in found] == [("management_review", 2026)]
    assert found[0]["quote"]
    assert "Cộng hòa".casefold() in shown["text"].casefold()


@needs_ocr
def test_a_scan_is_recognised(tmp_path: Path) -> None:
    """A scan is told as recognised, with how sure that is."""
    shown = read_json(saved(tmp_path, "scan"))
    assert (shown["how"], shown["head"]["year"]) == ("ocr", 2026)
    assert 0.5 < shown["certainty"] < 1
    assert shown["publications"][0]["kind"] == "paper"


def test_a_scan_without_ocr_says_what_to_do(tmp_path: Path) -> None:
    """Nothing is made of it, the publication is asked about, and the advice names the setting."""
    file = saved(tmp_path, "scan").rename(tmp_path / "xem-xet-cua-lanh-dao-HTQLCL-2026.pdf")
    off = tmp_path / "config.toml"
    off.write_text("[documents]\nocr = false\n")
    ended = giamsat("read", str(file), "--config", str(off), *NAMED)
    assert ended.status == 1
    assert "ocr = true" in ended.out
    assert "chưa đọc được" in ended.out


def test_files_of_an_archive_are_told_apart(tmp_path: Path) -> None:
    """Every file in an archive has its own head; the finding names the file."""
    shown = read_json(saved(tmp_path, "zip"))
    assert shown["head"] is None
    assert [one["head"]["year"] for one in shown["members"] if one["head"]][:1] == [2026]
    assert any(one["kind"] == "paper" for one in shown["publications"])


def test_a_paper_behind_an_address(tmp_path: Path) -> None:
    """The address is asked for, robots.txt first; a forbidden one is refused with the way out."""
    body = saved(tmp_path, "docx").read_bytes()
    robots = b"User-agent: *\nDisallow: /rieng/"
    pages = {"/robots.txt": robots, "/kh.docx": body, "/rieng/kh.docx": body}
    allowed = tmp_path / "config.toml"
    allowed.write_text("[crawler]\nallow_private_addresses = true\ndelay_s = 0.0\n")
    with serving(pages) as address:
        good = giamsat("read", f"{address}/kh.docx", "--json", "--config", str(allowed))
        barred = giamsat("read", f"{address}/rieng/kh.docx", "--config", str(allowed))
        gone = giamsat("read", f"{address}/nicht.docx", "--config", str(allowed))
        private = giamsat("read", f"{address}/kh.docx")
    assert json.loads(good.out)["publications"][0]["publication"] == "management_review"
    assert (barred.status, gone.status, private.status) == (2, 2, 2)
    assert "robots.txt" in barred.err
    assert "there is no such page (HTTP 404)" in gone.err
    assert "allow_private_addresses = true" in private.err


def test_wrong_files_are_named(tmp_path: Path) -> None:
    """A path that is none, a folder and a file beyond the limit end with one clear line."""
    small = tmp_path / "config.toml"
    small.write_text("[crawler]\nmax_body_bytes = 1000\n")
    file = saved(tmp_path, "docx")
    for arguments, words in (
        ((str(tmp_path / "none.pdf"),), "No such file"),
        ((str(tmp_path),), "not a file"),
        ((str(file), "--config", str(small)), "max_body_bytes"),
        (("",), "nothing named"),
        (("ftp://xa.vn/kh.pdf",), "only http and https"),
        (("\x1b[31mkh.pdf",), "�[31mkh.pdf"),
    ):
        ended = giamsat("read", *arguments)
        assert (ended.status, ended.err.count("\n")) == (2, 1)
        assert words in ended.err


def test_what_cannot_be_had_is_not_called_forbidden(tmp_path: Path) -> None:
    """A portal that does not answer forbids nothing: the real cause is named."""
    allowed = tmp_path / "config.toml"
    allowed.write_text("[crawler]\nallow_private_addresses = true\ndelay_s = 0.0\nretries = 0\n")
    with serving({}) as address:
        pass
    ended = giamsat("read", f"{address}/kh.pdf", "--config", str(allowed))
    assert ended.status == 2
    assert "no connection could be made" in ended.err
    assert "robots.txt" not in ended.err


def test_a_page_left_unread_is_shown_with_what_to_do(tmp_path: Path) -> None:
    """A paper whose second page is a picture says so, and how it could be read."""
    one, two = saved(tmp_path, "pdf"), saved(tmp_path, "scan")
    both = PdfDocument.new()
    for part in (one, two):
        pages = PdfDocument(part)
        both.import_pages(pages, [0])
        pages.close()
    both.save(tmp_path / "both.pdf")
    both.close()
    off = tmp_path / "config.toml"
    off.write_text("[documents]\nocr = false\n")
    ended = giamsat("read", str(tmp_path / "both.pdf"), "--config", str(off), *NAMED)
    assert ended.status == 0
    assert "trang 2 chỉ có ảnh chụp" in ended.out
    assert "ocr = true" in ended.out


@pytest.mark.parametrize("body", [b"", b'<?xml version="1.0"?><a><b/></a>'])
def test_nothing_read_is_exit_one(tmp_path: Path, body: bytes) -> None:
    """An empty file and one without any text end alike."""
    file = tmp_path / "a.xml"
    file.write_bytes(body)
    assert giamsat("read", str(file)).status == 1


def test_what_no_reader_knows_is_said(tmp_path: Path) -> None:
    """A file of an unknown kind is named with its reason; the exit status says so too."""
    file = tmp_path / "x.7z"
    file.write_bytes(b"7z\xbc\xaf\x27\x1c" + bytes(64))
    ended = giamsat("read", str(file))
    assert ended.status == 1
    assert "không đọc được" in ended.out
