"""A PostgreSQL of its own for the tests: on loopback, in a temporary folder, gone afterwards.

The server does not run as root, so as root another user runs it. Where no server is installed the
tests that need one are skipped, and say so.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

UNPRIVILEGED = ("postgres", "nobody")
SECONDS_TO_START = 30
MEMORY = Path("/dev/shm")
ROOM = 2 * 1024**3
"""Bytes free in memory, of which a server's files take a tenth at most."""
SETTINGS = {
    # Nothing here outlives the tests, so nothing waits for the disk.
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "100",
    "shared_buffers": "32MB",
    "autovacuum": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "jit": "off",
}
WIPE = """
DO $$
DECLARE one record; filled boolean;
BEGIN
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid();
    SET LOCAL session_replication_role = replica;
    FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema()
        AND tablename NOT IN ('alembic_version', 'foitrack_format')
    LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %I)', one.tablename) INTO filled;
        IF filled THEN EXECUTE format('DELETE FROM %I', one.tablename); END IF;
    END LOOP;
    FOR one IN SELECT sequencename FROM pg_sequences
        WHERE schemaname = current_schema() AND last_value IS NOT NULL
    LOOP
        EXECUTE format('ALTER SEQUENCE %I RESTART', one.sequencename);
    END LOOP;
END $$
"""
"""Every table empty and every number to begin anew: a tenth of the time that a database takes."""


@dataclass(slots=True)
class Server:
    """A running server; databases are named by those who make them."""

    folder: Path
    port: int
    password: str
    programs: Path
    process: subprocess.Popen[bytes] | None = None
    idle: dict[str, list[str]] = field(default_factory=dict)
    """Databases that nobody uses now, by the empty template that they were made from."""

    def address(self, database: str) -> str:
        return f"postgresql+psycopg://tester:{self.password}@127.0.0.1:{self.port}/{database}"

    def make(self, database: str, template: str = "template0") -> str:
        """A new database; its address."""
        self.execute(f'CREATE DATABASE "{database}" TEMPLATE "{template}"')
        return self.address(database)

    def fresh(self, template: str = "template0") -> str:
        return self.make(f"case_{secrets.token_hex(6)}", template)

    def borrow(self, template: str) -> str:
        """A database as an empty template is, until it is given back."""
        waiting = self.idle.setdefault(template, [])
        return waiting.pop() if waiting else self.fresh(template)

    def give_back(self, address: str, template: str) -> None:
        """Empty a database for the next who borrows one."""
        self.execute(WIPE, address.rpartition("/")[2])
        self.idle[template].append(address)

    def drop(self, address: str) -> None:
        self.execute(f'DROP DATABASE IF EXISTS "{address.rpartition("/")[2]}" WITH (FORCE)')

    def execute(self, statement: str, database: str = "postgres") -> None:
        import psycopg

        place = self.address(database).replace("+psycopg", "")
        with psycopg.connect(place, autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload,unused-ignore]

    def start(self) -> None:
        words = [word for name, value in SETTINGS.items() for word in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [*_as_other(), str(self.programs / "postgres"), "-D", str(self.folder / "data"),
                 "-p", str(self.port), *words],
                stdout=log, stderr=log, cwd=self.folder,
            )  # fmt: skip
        self._wait()

    def stop(self) -> None:
        """Stop without waiting for those who are connected."""
        if self.process is not None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(SECONDS_TO_START)
            self.process = None

    def _wait(self) -> None:
        import psycopg

        until = time.monotonic() + SECONDS_TO_START
        while True:
            try:
                self.execute("SELECT 1")
            except psycopg.OperationalError:
                running = self.process is not None and self.process.poll() is None
                if time.monotonic() > until or not running:
                    raise
                time.sleep(0.05)
            else:
                return


def programs() -> Path | None:
    """Where the server's programs are, the newest first; None where none is installed."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/postgres"),
        key=lambda path: int(path.parts[-3]) if path.parts[-3].isdecimal() else 0,
    )
    if found:
        return found[-1].parent
    on_path = shutil.which("postgres")
    return Path(on_path).resolve().parent if on_path else None


def _in_memory() -> Path | None:
    """Where files lie in memory and there is room; a database is made there in half the time."""
    try:
        roomy = shutil.disk_usage(MEMORY).free > ROOM
    except OSError:
        return None
    return MEMORY if roomy and os.access(MEMORY, os.W_OK) else None


def _other_user() -> str | None:
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    import pwd

    for name in UNPRIVILEGED:
        with contextlib.suppress(KeyError):
            pwd.getpwnam(name)
            return name
    pytest.skip("PostgreSQL does not run as root, and there is no other user here to run it")


def _as_other() -> list[str]:
    """What must stand before a command so that it does not run as root."""
    user = _other_user()
    if user is None:
        return []
    return ["setpriv", f"--reuid={user}", f"--regid={_group(user)}", "--clear-groups", "--"]


def _group(user: str) -> int:
    import pwd

    return pwd.getpwnam(user).pw_gid


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _prepare(folder: Path, where: Path) -> Server:
    password = secrets.token_urlsafe(12)
    (folder / "password").write_text(password)
    user = _other_user()
    if user is not None:
        for path in (folder, folder / "password"):
            shutil.chown(path, user)
    subprocess.run(
        [*_as_other(), str(where / "initdb"), "--no-sync", "--auth=scram-sha-256",
         "--username=tester", f"--pwfile={folder / 'password'}", "--encoding=UTF8",
         "--locale=C.UTF-8", "-D", str(folder / "data")],
        check=True, capture_output=True, cwd=folder,
    )  # fmt: skip
    return Server(folder, _free_port(), password, where)


def _kept_of(password: str) -> str:
    """What a server keeps of a password, after one round and not 4096: thousands connect."""
    salt = secrets.token_bytes(16)
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 1)
    stored = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    own = hmac.digest(salted, b"Server Key", "sha256")
    salt64, stored64, own64 = (base64.b64encode(one).decode() for one in (salt, stored, own))
    return f"SCRAM-SHA-256$1:{salt64}${stored64}:{own64}"


@contextlib.contextmanager
def running() -> Iterator[Server]:
    """A server while it is needed; skips where there is none."""
    where = programs()
    if where is None:
        pytest.skip("no PostgreSQL server is installed here (Debian's package: postgresql-15)")
    pytest.importorskip("psycopg", reason="psycopg is not installed here")
    folder = Path(tempfile.mkdtemp(prefix="foitrack-server-", dir=_in_memory()))
    server = None
    try:
        server = _prepare(folder, where)
        server.start()
        server.execute(f"ALTER ROLE tester PASSWORD '{_kept_of(server.password)}'")
        yield server
    finally:
        if server is not None:
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """One server for all tests of a process."""
    with running() as server:
        yield server
