"""A MariaDB of the run's own: its data folder and socket, no port, no service of the system."""

from __future__ import annotations

import getpass
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.real.processes import running, up

PROGRAMS = ("mariadb-server-core",)
"""The Debian package that holds the database without the system's service."""
START_S = 60.0
LONGEST_SOCKET = 100
PASSWORD = "wordpress"
TABLES = Path("/usr/share/mysql")
SYSTEM_TABLES = (
    "mysql_system_tables.sql",
    "mysql_performance_tables.sql",
    "mysql_system_tables_data.sql",
)


@contextmanager
def database(directory: Path, names: Sequence[str]) -> Iterator[Path]:
    """A server with one database for each of ``names``; yields its socket.

    The user of each database is called like it, with ``PASSWORD``.
    """
    directory.mkdir()
    data, place = directory / "data", directory / "s"
    if len(str(place)) > LONGEST_SOCKET:
        raise SystemExit(f"{place}: too long for a socket; clone to a place with a shorter path.")
    _install(data, directory / "install.log")
    first = directory / "first.sql"
    first.write_text("".join(_creation(name) for name in names))
    command = [
        "mariadbd",
        "--no-defaults",
        f"--datadir={data}",
        f"--socket={place}",
        f"--pid-file={directory / 'pid'}",
        f"--user={getpass.getuser()}",
        f"--init-file={first}",
        "--skip-networking",
        # Thrown away afterwards: nothing need survive a power cut.
        "--innodb-flush-log-at-trx-commit=0",
        "--innodb-buffer-pool-size=64M",
        "--skip-log-bin",
    ]
    log = directory / "server.log"
    with running(command, log) as process:
        if not up(process, lambda: _answers(place), START_S):
            raise SystemExit(f"The database did not start; {log} says why.")
        yield place


def _install(data: Path, log: Path) -> None:
    """What mariadb-install-db does; that program needs the client's package for one helper."""
    data.mkdir()
    tables = "\n".join((TABLES / name).read_text() for name in SYSTEM_TABLES)
    command = ["mariadbd", "--no-defaults", "--bootstrap", f"--datadir={data}"]
    command += [f"--user={getpass.getuser()}", "--skip-networking", "--log-warnings=0"]
    script = f"CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket = NULL;\n{tables}\n"
    with log.open("wb") as written:
        made = subprocess.run(
            command, input=script.encode(), stdout=written, stderr=subprocess.STDOUT, check=False
        )
    if made.returncode:
        raise SystemExit(f"The database could not be made; {log} says why.")


def _creation(name: str) -> str:
    return (
        f"CREATE DATABASE IF NOT EXISTS {name} CHARACTER SET utf8mb4;\n"
        f"CREATE USER IF NOT EXISTS {name}@localhost IDENTIFIED BY '{PASSWORD}';\n"
        f"GRANT ALL ON {name}.* TO {name}@localhost;\n"
    )


def _answers(place: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex(str(place)) == 0
