"""How a server is reached: its address, the password, encryption on the way, and time limits."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foitrack.casefile import passwords
from foitrack.casefile.addresses import on_server, without_password
from foitrack.casefile.format import APPLICATION_ID
from foitrack.casefile.troubles import CaseFileError
from foitrack.saying import say

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine

LIMITS = {
    "lock_timeout": "10s",
    "statement_timeout": "5min",
    # Whoever falls asleep in the midst of a step keeps the others waiting no longer than this.
    "idle_in_transaction_session_timeout": "2min",
}
CONNECT_SECONDS = 10
READ = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
TAKE_TURN = f"SELECT pg_advisory_xact_lock({APPLICATION_ID})"


def engine_for(address: str) -> Engine:
    """How to reach a server; nothing is opened yet. CaseFileError for what is no address of one."""
    from sqlalchemy import create_engine, event
    from sqlalchemy.exc import ArgumentError

    from foitrack.casefile import server_dialect
    from foitrack.casefile.compiled import kept_statements

    shown = without_password(on_server(address))
    try:
        import psycopg  # noqa: F401 - told here in plain words where it is not installed
    except ImportError:
        raise CaseFileError(
            "A case file on a server needs the extra “team”: python -m pip install "
            "'foitrack[team]'. Nothing was changed."
        ) from None
    try:
        url = _url(address)
        engine = create_engine(
            url.set(drivername=server_dialect.NAME),
            pool_pre_ping=True,
            max_overflow=20,
            connect_args=_connect_arguments(url),
            execution_options=kept_statements(),
        )
    except (ArgumentError, ValueError):
        raise CaseFileError(
            say(
                "“{0}” cannot be read as an address; write it as "
                "postgresql+psycopg://NAME@SERVER/DATABASE. Nothing was changed.",
                shown,
            )
        ) from None
    event.listen(engine, "begin", _begin)
    return engine


def _url(address: str) -> URL:
    from sqlalchemy import make_url

    url = make_url(on_server(address))
    if url.password is None and not os.environ.get("PGPASSWORD"):
        url = url.set(password=passwords.kept_for(without_password(on_server(address))))
    return url


def _connect_arguments(url: URL) -> dict[str, Any]:
    limits = " ".join(f"-c {name}={value}" for name, value in LIMITS.items())
    arguments: dict[str, Any] = {
        "connect_timeout": CONNECT_SECONDS,
        "application_name": "foitrack",
        "options": limits,
        "keepalives_idle": 30,
        "keepalives_interval": 10,
        "keepalives_count": 3,
        # What was sent and never arrived is given up, as after this computer slept.
        "tcp_user_timeout": 20_000,
    }
    if "sslmode" not in url.query and not stays_here(url, os.environ):
        arguments["sslmode"] = "verify-full" if _knows_a_root(url, os.environ) else "require"
    return {name: value for name, value in arguments.items() if name not in url.query}


def stays_here(url: URL, environment: Mapping[str, str]) -> bool:
    """Whether what is sent to an address never leaves this computer."""
    if "service" in url.query or environment.get("PGSERVICE"):
        return False
    hosts: list[str] = []
    for given, variable in (("host", "PGHOST"), ("hostaddr", "PGHOSTADDR")):
        named = [*([url.host] if given == "host" and url.host else []), *_all(url, given)]
        hosts += named or [environment.get(variable, "")]
    return all(_is_loopback(one) for host in hosts for one in host.split(","))


def _all(url: URL, name: str) -> list[str]:
    found = url.query.get(name, ())
    return [found] if isinstance(found, str) else list(found)


def _is_loopback(host: str) -> bool:
    import ipaddress

    host = host.strip().rpartition(":")[0] if _has_port(host) else host.strip()
    if not host or host.startswith(("/", "@")) or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _has_port(host: str) -> bool:
    """Whether a host, as several are written in an address, has a port behind it."""
    return host.count(":") == 1 and host.rpartition(":")[2].isdecimal()


def _knows_a_root(url: URL, environment: Mapping[str, str]) -> bool:
    """Whether there is something to check the server's certificate by."""
    if "sslrootcert" in url.query or environment.get("PGSSLROOTCERT"):
        return True
    return (Path.home() / ".postgresql" / "root.crt").exists()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("foitrack_writes", True)
    connection.exec_driver_sql(TAKE_TURN if writes else READ)
