"""Addresses of pages, and whose they are."""

from __future__ import annotations

import pytest

from crosswire.model.address import host_of, own_address, site_of

LOCK = "https://www.ostra-echo.example/2026/03/04/lock"


@pytest.mark.parametrize(
    ("address", "own"),
    [
        (LOCK, LOCK),
        (f"http://web.archive.org/web/20260305101112/{LOCK}", LOCK),
        (f"https://web.archive.org/web/20260305101112id_/{LOCK}?page=2", f"{LOCK}?page=2"),
        (f"https://web.archive.org/save/{LOCK}", LOCK),
        ("web.archive.org/web/2026/ostra-echo.example/lock", "ostra-echo.example/lock"),
        (f"https://archive.today/2026.03.04-101112/{LOCK}", LOCK),
        (f"https://archive.ph/o/AbC1d/{LOCK}", LOCK),
        ("https://archive.ph/AbC1d", "https://archive.ph/AbC1d"),
        (f"https://wayback.archive-it.org/123/20260305101112/{LOCK}", LOCK),
        (
            "https://webcache.googleusercontent.com/search?q=cache:AbCdEf123:https://ostra-echo.example/lock+ostra",
            "https://ostra-echo.example/lock",
        ),
        ("https://www.google.com/amp/s/ostra-echo.example/amp/lock", "ostra-echo.example/amp/lock"),
        ("https://ostra--echo-example.cdn.ampproject.org/c/s/ostra-echo.example/lock", "ostra-echo.example/lock"),
        ("https://l.example.net/go?x=1&u=https%3A%2F%2Fostra-echo.example%2Flock", "https://ostra-echo.example/lock"),
        (
            "https://web.archive.org/web/2026/https://www.google.com/amp/s/ostra-echo.example/lock",
            "ostra-echo.example/lock",
        ),
        ("https://ostra-echo.example/share?url=https://ostra-echo.example/lock",) * 2,
        ("https://ostra-echo.example/tunnel?menu=1",) * 2,
    ],
)
def test_a_copys_own_address(address: str, own: str) -> None:
    assert own_address(address) == own


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://ana@News.Ostra-Echo.example:8080/lock", "news.ostra-echo.example"),
        ("ostra-echo.example?x=1", "ostra-echo.example"),
        ("", ""),
    ],
)
def test_host(address: str, host: str) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("http://web.archive.org/web/20260305101112/http://www.ostra-echo.example:80/lock", "ostra-echo.example"),
        ("https://m.ostra-echo.example/lock", "ostra-echo.example"),
        ("https://m.example", "m.example"),
        ("https://archive.ph/AbC1d", None),
        ("https://192.0.2.7/lock", None),
        ("http://localhost:8000/lock", None),
        ("file:///pages/lock.html", None),
        ("https://[::1", None),
        ("", None),
    ],
)
def test_site(address: str, site: str | None) -> None:
    assert site_of(address) == site
