"""Where a case file lies: a path on this computer, or the address of a database on a server.

Imports nothing heavy: the command line asks this of whatever it is given.
"""

from __future__ import annotations

import re

SERVER = "postgresql+psycopg://"
"""How the address of a case file on a server is written."""
ALSO = ("postgresql://", "postgres://")
"""How others write the same."""
SECRET = re.compile(r"(?<=[?&])(password|sslpassword|passfile)=[^&]*&?", re.IGNORECASE)


def is_server(named: str) -> bool:
    """Whether something typed is the address of a database server that this program can use."""
    return named.startswith((SERVER, *ALSO))


def on_server(named: str) -> str:
    """A server's address as this program writes it."""
    for beginning in ALSO:
        if named.startswith(beginning):
            return SERVER + named.removeprefix(beginning)
    return named


def without_password(named: str) -> str:
    """An address as it may be shown: whatever stands where a password can stand is left out."""
    scheme, mark, rest = named.partition("://")
    if not mark:
        return named
    place, question, query = rest.partition("?")
    # The last @: a password typed with one in it must not show by half either.
    who, at, where = place.rpartition("@")
    shown = f"{scheme}://{who.partition(':')[0]}{at}{where}"
    query = SECRET.sub("", question + query).rstrip("?&")
    return shown + query
