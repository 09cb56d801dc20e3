"""Papers of the sample province as other people's programs open them."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.integration.province_papers.test_compose import COMMUNE
from tests.integration.province_papers.test_render import squeezed
from tests.province import papers

SOFFICE, ANTIWORD, BSDTAR = map(shutil.which, ("soffice", "antiword", "bsdtar"))
TARGETS = {
    "txt:Text (encoded):UTF8": ("doc", "rtf", "odt", "doc_html"),
    "csv:Text - txt - csv (StarCalc):44,34,76": ("xls", "xlsx", "ods"),
}
"""What LibreOffice turns texts and sheets into."""


def _write(folder: Path, form: str, seed: int = 3) -> tuple[Path, papers.Paper]:
    paper = papers.compose("annual_plan", COMMUNE, 2026, random.Random(seed))
    body, _, extension = papers.render(paper, form, random.Random(seed))
    path = folder / f"{form}.{extension}"
    path.write_bytes(body)
    return path, paper


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("target", TARGETS)
def test_libreoffice_opens_every_office_form(target: str, tmp_path: Path) -> None:
    """Templates filled in place are sound: LibreOffice finds the words of every file."""
    made = {form: _write(tmp_path, form) for form in TARGETS[target]}
    command = [str(SOFFICE), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", target, "--outdir", str(tmp_path / "out")]
    paths = [str(path) for path, _ in made.values()]
    subprocess.run([*command, *paths], check=True, capture_output=True, timeout=120)
    for form, (_, paper) in made.items():
        out = tmp_path / "out" / f"{form}.{target.partition(':')[0]}"
        text = squeezed(out.read_text(encoding="utf-8"))
        for line in (paper.printed_title, paper.paragraphs[0], paper.signer):
            assert squeezed(line) in text, form


@pytest.mark.skipif(ANTIWORD is None, reason="antiword is not installed")
def test_antiword_reads_word_97_files(tmp_path: Path) -> None:
    """Title and first paragraph come back with every mark."""
    path, paper = _write(tmp_path, "doc")
    command = [str(ANTIWORD), "-w", "0", "-m", "UTF-8.txt", str(path)]
    said = subprocess.run(command, check=True, capture_output=True, timeout=20)
    text = squeezed(said.stdout.decode())
    assert squeezed(paper.printed_title) in text
    assert squeezed(paper.paragraphs[0]) in text


@pytest.mark.skipif(BSDTAR is None, reason="bsdtar is not installed")
def test_bsdtar_unpacks_every_kind_of_rar(tmp_path: Path) -> None:
    """RAR 4, RAR 5 and RAR with names of old programs all unpack."""
    for seed in range(6):
        path, _ = _write(tmp_path, "rar", seed)
        command = [str(BSDTAR), "-x", "-O", "-f", str(path)]
        said = subprocess.run(command, check=False, capture_output=True, timeout=20)
        assert len(said.stdout) > 4000, said.stderr
