"""A case file on a server as a person names it: host, database, user and password."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from foitrack.casefile import passwords
from foitrack.casefile.addresses import SERVER, on_server, without_password
from foitrack.desk.desk import Desk, create, open_desk
from foitrack.desk.reference import Reference
from foitrack.desk.views import DeskError
from foitrack.saying import say

USUAL_PORT = 5432
HIGHEST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class Place:
    """Where a team's database is, and as whom it is opened."""

    host: str
    database: str
    user: str
    port: int = USUAL_PORT

    def address(self) -> str:
        """As this program writes it, without a password."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        who = f"{quote(self.user, safe='')}@" if self.user else ""
        port = "" if self.port == USUAL_PORT else f":{self.port}"
        return f"{SERVER}{who}{host}{port}/{quote(self.database, safe='')}"

    def said(self) -> str:
        """As people say it: "cases on db.example"."""
        return f"{self.database} on {self.host}"


def place_of(address: str) -> Place:
    """The parts of an address; what it does not name is empty."""
    parts = urlsplit(on_server(without_password(address)))
    try:
        port = parts.port or USUAL_PORT
    except ValueError:
        port = USUAL_PORT
    database = unquote(parts.path.lstrip("/"))
    return Place(parts.hostname or "", database, unquote(parts.username or ""), port)


def checked(place: Place) -> Place:
    """DeskError where something is missing or cannot be."""
    if not place.host.strip() or any(mark in place.host for mark in "/@? "):
        raise DeskError("Write the server's name, like db.example.org. Nothing was opened.")
    if not place.database.strip():
        raise DeskError("Write the name of the database. Nothing was opened.")
    if not 0 < place.port <= HIGHEST_PORT:
        raise DeskError(say("A port is a number from 1 to {0}. Nothing was opened.", HIGHEST_PORT))
    return place


def open_server(
    address: str, password: str, reference: Reference, *, make: bool = False, keep: bool = False
) -> Desk:
    """Open a case file on a server, or `make` one in an empty database.

    An empty password is looked for in the keyring, `.pgpass` and the environment; `keep` has the
    keyring keep the one that opened it. Plain errors where it cannot be opened.
    """
    whole = with_password(address, password)
    desk = create(whole, reference) if make else open_desk(whole, reference)
    if keep and password:
        passwords.keep(desk.case.address, password)
    return desk


def with_password(address: str, password: str) -> str:
    """An address to connect by; never to be shown."""
    if not password:
        return address
    scheme, mark, rest = on_server(address).partition("://")
    place, slash, database = rest.partition("/")
    who, _, where = place.rpartition("@")
    return f"{scheme}{mark}{who}:{quote(password, safe='')}@{where}{slash}{database}"


def can_keep_passwords() -> bool:
    """Whether this computer has a keyring for them."""
    return passwords.can_be_kept()
