"""Software from the registries by their own clients, fetched once and kept below a cache folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.real.editor import AbsentError
from tests.real.processes import succeeds

DONE = "fetched"
"""A file of this name in a folder tells what the folder holds, once it is whole."""


def programs(names: Sequence[str], log: Path) -> None:
    """Debian packages, installed where they are not yet."""
    _needs("apt-get", "Debian's packages are asked for and apt-get is not here")
    missing = [name for name in names if not _installed(name)]
    if not missing:
        return
    print(f"Installing Debian packages (once): {' '.join(missing)} ...", file=sys.stderr)
    rooted = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = ["-qq", "--yes", "--no-install-recommends"]
    told = f"as root: apt-get install {' '.join(missing)}"
    _run([*rooted, "apt-get", "update", "-qq"], log, told)
    _run([*rooted, "apt-get", "install", *quiet, *missing], log, told)


def unpacked(names: Sequence[str], folder: Path) -> None:
    """Debian packages, unpacked into ``folder`` and not installed."""
    _needs("apt-get", "Debian's packages are asked for and apt-get is not here")
    if _whole(folder, names):
        return
    print(f"Fetching Debian packages (once): {' '.join(names)} ...", file=sys.stderr)
    debs = folder / "debs"
    debs.mkdir(parents=True)
    log = folder / "apt.log"
    _run(["apt-get", "download", "-qq", *names], log, "is apt-get update due?", debs)
    for deb in sorted(debs.glob("*.deb")):
        _run(["dpkg-deb", "-x", str(deb), str(folder)], log, "delete its folder and start again")
    shutil.rmtree(debs)
    _mark(folder, names)


def environment(requirements: Sequence[str], folder: Path) -> None:
    """A Python environment of its own with ``requirements`` in it."""
    if _whole(folder, requirements):
        return
    print(f"Fetching Python packages (once): {' '.join(requirements)} ...", file=sys.stderr)
    folder.mkdir(parents=True)
    log = folder / "pip.log"
    told = "is the package index reachable?"
    _run([sys.executable, "-m", "venv", str(folder)], log, "is Python's venv module there?")
    pip = str(folder / "bin/pip")
    _run([pip, "install", "--disable-pip-version-check", *requirements], log, told)
    _mark(folder, requirements)


def node_program(name: str, version: str, node_versions: Sequence[int], folder: Path) -> None:
    """A program of the npm registry with what it needs, in ``folder / "package"``."""
    wanted = f"{name} needs npm and Node {' or '.join(map(str, node_versions))}"
    _needs("npm", f"{wanted}; npm is not here")
    _needs("node", f"{wanted}; node is not here")
    asked = ["node", "--version"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    if told.stdout.strip().lstrip("v").partition(".")[0] not in map(str, node_versions):
        raise AbsentError(f"{wanted}; here is {told.stdout.strip()}")
    packed = (f"{name}@{version}",)
    if _whole(folder, packed):
        return
    print(f"Fetching npm packages (once): {packed[0]} ...", file=sys.stderr)
    folder.mkdir(parents=True)
    log, reachable = folder / "npm.log", "is the npm registry reachable?"
    _run(["npm", "pack", *packed], log, reachable, folder)
    archive = next(folder.glob("*.tgz"))
    _run(["tar", "xzf", archive.name], log, "delete its folder and start again", folder)
    _forget_developers(folder / "package/package.json")
    quiet = ["--omit=dev", "--legacy-peer-deps", "--no-audit", "--no-fund"]
    _run(["npm", "install", *quiet], log, reachable, folder / "package")
    _mark(folder, packed)


def _forget_developers(manifest: Path) -> None:
    """Without its developers' packages, which npm would look up even where it omits them."""
    held = json.loads(manifest.read_text())
    held.pop("devDependencies", None)
    manifest.write_text(json.dumps(held))


def _installed(name: str) -> bool:
    asked = ["dpkg-query", "-W", "-f", "${Status}", name]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    return "ok installed" in told.stdout


def _needs(program: str, message: str) -> None:
    if shutil.which(program) is None:
        raise AbsentError(message)


def _whole(folder: Path, wanted: Sequence[str]) -> bool:
    """Whether ``folder`` holds just this; anything else in it is thrown away."""
    mark = folder / DONE
    if mark.exists() and mark.read_text() == " ".join(wanted):
        return True
    shutil.rmtree(folder, ignore_errors=True)
    return False


def _mark(folder: Path, wanted: Sequence[str]) -> None:
    (folder / DONE).write_text(" ".join(wanted))


def _run(command: Sequence[str], log: Path, told: str, directory: Path | None = None) -> None:
    if not succeeds(command, log, {"DEBIAN_FRONTEND": "noninteractive"}, directory):
        # Beside the folder of the package, which the next start throws away.
        kept = shutil.copy(log, log.parent.parent / f"{log.parent.name}-{log.name}")
        raise AbsentError(f"{' '.join(command[:3])} failed ({kept} says why); {told}")
