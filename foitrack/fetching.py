"""The one door to the web: a file over HTTPS from an address that a person named.

Nothing else in the program opens an address. A proxy that the system names is used, by way of
CONNECT: it learns the server's name, not what is asked or answered.
"""

from __future__ import annotations

import ssl
import time
from http.client import HTTPException
from typing import IO, Any
from urllib.parse import urljoin, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from foitrack import __version__
from foitrack.saying import say

SECONDS = 20
"""How long the server may be silent."""
SECONDS_IN_ALL = 60
REDIRECTS = 3
_PIECE = 65_536


class FetchError(Exception):
    """An address from which nothing was taken; the message says why, without the address."""


class NotHttpsError(FetchError):
    """An address, or one that it points on to, that is not https."""


class _OnlyHttps(HTTPRedirectHandler):
    """Follows a few redirects, to https addresses alone."""

    max_redirections = REDIRECTS
    max_repeats = 1

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        """The next request; NotHttpsError where it would leave https."""
        check_address(urljoin(req.full_url, newurl))
        return super().redirect_request(req, fp, code, msg, headers, newurl)

    def http_error_302(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any) -> Any:
        """As the library does, but it must not read the body of a redirect without end."""
        fp.close()
        fp.read = lambda *_: b""  # type: ignore[method-assign]
        return super().http_error_302(req, fp, code, msg, headers)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


def certified() -> ssl.SSLContext:
    """The web's certificates are checked, and that the server bears the name asked for."""
    return ssl.create_default_context()


def opener(https: HTTPSHandler | None = None) -> OpenerDirector:
    """What opens an https address and no other; no http, ftp, file or data, and no cookies."""
    made = OpenerDirector()
    made.addheaders = [("User-Agent", f"foitrack/{__version__}")]
    for handler in (
        ProxyHandler(),
        https or HTTPSHandler(context=certified()),
        _OnlyHttps(),
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
        UnknownHandler(),
    ):
        made.add_handler(handler)
    return made


def check_address(address: str) -> None:
    """NotHttpsError for an address that is not https, or that carries a name and password."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        raise NotHttpsError("it is no address") from None
    if parts.scheme != "https" or not host:
        raise NotHttpsError("it leads to an address that is not https")
    if parts.username is not None or parts.password is not None:
        raise NotHttpsError("it carries a name or password")


def fetch(address: str, most: int) -> bytes:
    """What lies at an https address, `most` bytes of it at the most.

    Raises FetchError where it is not https, cannot be reached, is larger, or takes too long.
    """
    check_address(address)
    until = time.monotonic() + SECONDS_IN_ALL
    try:
        with opener().open(address, timeout=SECONDS) as answer:
            return _read(answer, most, until)
    except (OSError, ValueError, HTTPException) as problem:
        raise FetchError(str(problem) or type(problem).__name__) from None


def _read(answer: IO[bytes], most: int, until: float) -> bytes:
    pieces: list[bytes] = []
    size = 0
    # One read of the connection at a time: a server that drips is seen to be slow.
    piece_of = getattr(answer, "read1", answer.read)
    while piece := piece_of(_PIECE):
        size += len(piece)
        if size > most:
            raise FetchError(say("it is larger than {0} MB", most // 1_000_000))
        if time.monotonic() > until:
            raise FetchError(say("it takes longer than {0} seconds", SECONDS_IN_ALL))
        pieces.append(piece)
    return b"".join(pieces)
