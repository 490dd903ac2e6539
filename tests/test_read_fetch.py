"""Fetching, from a server on this machine only."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from crosswire.errors import InputError
from crosswire.read import fetch as fetch_module
from crosswire.read.fetch import fetch_url

PAGE = "<!doctype html><title>Hårbour</title>".encode()


class Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        answers = {
            "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
            "/packed": (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE)),
            "/moved": (301, {"Location": "/page"}, b""),
            "/file": (302, {"Location": "file:///etc/hosts"}, b""),
            "/round": (302, {"Location": "/round"}, b""),
            "/who": (200, {}, (self.headers.get("User-Agent") or "").encode()),
            "/members": (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:])),
            "/short": (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE)[:-12]),
            "/torn": (200, {"Content-Encoding": "gzip"}, b"no gzip"),
        }
        code, headers, body = answers.get(self.path, (404, {}, b"not here"))
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server(socket_enabled: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with HTTPServer(("127.0.0.1", 0), Server) as httpd:
        thread = Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()
        thread.join()


@pytest.mark.parametrize("path", ["/page", "/packed", "/members", "/moved"])
def test_the_bytes_arrive(server: str, path: str) -> None:
    found = fetch_url(server + path)
    assert found.data == PAGE
    assert found.at.tzinfo is not None


def test_type_and_last_address_are_told(server: str) -> None:
    found = fetch_url(server + "/moved")
    assert found.content_type == "text/html; charset=utf-8"
    assert found.url == server + "/page"


def test_it_says_who_it_is(server: str) -> None:
    assert fetch_url(server + "/who").data.startswith(b"crosswire/")


@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ("/missing", "404"),
        ("/file", "can't be fetched"),
        ("/round", "can't be fetched"),
        ("/torn", "can't be fetched"),
        ("/short", "cut short"),
    ],
)
def test_what_fails_says_why(server: str, path: str, cause: str) -> None:
    with pytest.raises(InputError, match=cause):
        fetch_url(server + path)


def test_a_giant_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch_module, "MAX_PAGE", 10)
    for path in ("/page", "/packed"):
        with pytest.raises(InputError, match="larger"):
            fetch_url(server + path)


def test_a_slow_answer_is_given_up(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch_module, "DEADLINE", -1.0)
    with pytest.raises(InputError, match="took longer"):
        fetch_url(server + "/page")
