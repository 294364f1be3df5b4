"""The one door to the web: https alone, also after redirects, and no more than was agreed."""

from __future__ import annotations

import email
import io
import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.request import HTTPSHandler, OpenerDirector, Request
from urllib.response import addinfourl

import pytest

from foitrack import fetching
from foitrack.fetching import FetchError, NotHttpsError

START = "https://www.gov.uk/bank-holidays.json"


class Web(HTTPSHandler):
    """Servers by their addresses: where they point on to, or what they hold."""

    def __init__(self, pages: dict[str, bytes | str]) -> None:
        super().__init__(context=fetching.certified())
        self.pages = pages
        self.asked: list[str] = []
        self.sent: list[tuple[str, str]] = []

    def https_open(self, req: Request) -> addinfourl:
        self.asked.append(req.full_url)
        self.sent += req.header_items()
        found = self.pages[req.full_url]
        onwards = f"Location: {found}\n" if isinstance(found, str) else ""
        body = b"x" * 5_000_000 if onwards else found
        assert isinstance(body, bytes)
        answer = addinfourl(
            io.BytesIO(body),
            email.message_from_string(onwards),  # type: ignore[arg-type]
            req.full_url,
            302 if onwards else 200,
        )
        answer.msg = "said"  # type: ignore[attr-defined]
        return answer


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Web:
    made = Web({})
    real = fetching.opener

    def opener() -> OpenerDirector:
        return real(made)

    monkeypatch.setattr(fetching, "opener", opener)
    return made


@pytest.mark.parametrize(
    "address",
    [
        "http://www.gov.uk/bank-holidays.json",
        "ftp://www.gov.uk/bank-holidays.json",
        "file:///etc/passwd",
        "data:application/json,{}",
        "HTTP://www.gov.uk/",
        "https://",
        "https:///bank-holidays.json",
        "https://user:word@www.gov.uk/",
        "https://user@www.gov.uk/",
        "https://[",
        "",
    ],
)
def test_only_https_is_asked(address: str, web: Web) -> None:
    with pytest.raises(NotHttpsError):
        fetching.fetch(address, 1000)
    assert web.asked == []


@pytest.mark.parametrize(
    "onwards",
    [
        "http://www.gov.uk/list.json",
        "ftp://www.gov.uk/list.json",
        "file:///etc/passwd",
        "//user:word@www.gov.uk/list.json",
    ],
)
def test_a_redirect_that_leaves_https_is_not_followed(onwards: str, web: Web) -> None:
    web.pages[START] = onwards
    with pytest.raises(FetchError):
        fetching.fetch(START, 1000)
    assert web.asked == [START]


def test_a_redirect_to_https_is_followed(web: Web) -> None:
    web.pages[START] = "/elsewhere"
    web.pages["https://www.gov.uk/elsewhere"] = "https://assets.example/list.json"
    web.pages["https://assets.example/list.json"] = b"{}"
    assert fetching.fetch(START, 1000) == b"{}"
    assert len(web.asked) == 3


def test_redirects_without_end_are_given_up(web: Web) -> None:
    for step in range(20):
        web.pages[f"https://example.org/{step}"] = f"https://example.org/{step + 1}"
    with pytest.raises(FetchError, match="redirect"):
        fetching.fetch("https://example.org/0", 1000)
    assert len(web.asked) <= fetching.REDIRECTS + 1


def test_a_ring_of_redirects_is_given_up(web: Web) -> None:
    web.pages[START] = START
    with pytest.raises(FetchError):
        fetching.fetch(START, 1000)
    assert len(web.asked) <= 2


def test_more_than_was_agreed_is_not_taken(web: Web) -> None:
    web.pages[START] = b"x" * 1_000_001
    with pytest.raises(FetchError, match="larger than 1 MB"):
        fetching.fetch(START, 1_000_000)
    web.pages[START] = b"x" * 1_000_000
    assert len(fetching.fetch(START, 1_000_000)) == 1_000_000


def test_what_drips_is_given_up(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    web.pages[START] = b"x" * 200_000
    moments = iter([0.0, 10.0, 61.0, 62.0])
    monkeypatch.setattr("foitrack.fetching.time.monotonic", lambda: next(moments))
    with pytest.raises(FetchError, match="longer than 60 seconds"):
        fetching.fetch(START, 1_000_000)


def test_nothing_but_the_program_is_told(web: Web) -> None:
    web.pages[START] = b"{}"
    fetching.fetch(START, 1000)
    assert {name.casefold() for name, _ in web.sent} == {"host", "user-agent"}
    assert dict(web.sent)["Host"] == "www.gov.uk"
    assert dict(web.sent)["User-agent"].startswith("foitrack/")


def test_the_server_must_prove_its_name() -> None:
    context = fetching.certified()
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


@pytest.fixture
def plain_server() -> Iterator[int]:
    """A server on this computer that answers in clear text whatever it is asked."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            try:
                peer, _ = server.accept()
            except OSError:
                return
            with peer:
                peer.recv(100)
                peer.sendall(b"HTTP/1.0 200 OK\r\n\r\n{}")

        thread = threading.Thread(target=answer)
        thread.start()
        yield server.getsockname()[1]
        server.close()
        thread.join(5)


def test_clear_text_is_not_taken_for_https(
    plain_server: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(FetchError):
        fetching.fetch(f"https://127.0.0.1:{plain_server}/", 1000)


def test_nothing_else_opens_addresses() -> None:
    """Whoever wants the web goes through this door."""
    root = Path(__file__).parents[2]
    words = (
        "urllib.request",
        "http.client",
        "QNetworkAccess",
        "QTcp",
        "QUdp",
        "QSsl",
        "QHostInfo",
        "httpx",
        "ftplib",
        "create_connection",
    )
    allowed = {root / "foitrack" / "fetching.py"}
    for path in [*root.glob("foitrack/**/*.py"), *root.glob("ui/**/*.py")]:
        if path not in allowed:
            text = path.read_text("utf-8")
            assert not [word for word in words if word in text], path
