"""Addresses of pages: whose site it is, also where an archive or a cache serves a copy of the page."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode

# A copy's address: the archive's host, its way to the copy (a stamp, a code), then the page's own address, often
# without its scheme: "web.archive.org/web/20260304/http://example.org/lock".
_ARCHIVE = re.compile(
    r"(?:[\w-]+\.)*(?:archive\.(?:org|today|ph|is|li|vn|fo|md)|archive-it\.org|archive-host\.com|webarchive\.\w[\w.-]+"
    r"|arquivo\.pt|perma\.cc|webcitation\.org|ghostarchive\.org|timetravel\.mementoweb\.org)"
)
_ARCHIVES = frozenset({"internet archive", "wayback machine", "the wayback machine", "archive.today", "google cache"})
_INNER = re.compile(r"(?<=/)(?P<address>https?:/{1,2}[^/\s].*)$", re.IGNORECASE | re.DOTALL)
_STAMPED = re.compile(
    r"/(?:\d{4,14}[a-z_]{0,4}\*?|save|newest|o/\w+)/(?P<address>[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/.*)?)$"
)
_GOOGLE = re.compile(r"(?:www\.)?google\.[a-z.]{2,6}")
_AMP = re.compile(r"^/(?:amp|[acviw])/(?:s/)?(?P<address>[\w-]+(?:\.[\w-]+)+/.*)$", re.DOTALL)
_CACHED = re.compile(r"\bcache:(?:[\w-]{6,24}:)?(?P<address>[^+\s&]+\.[^+\s&]+)")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]{1,14}:/{1,2}", re.IGNORECASE)
_HANDED_ON = frozenset({"url", "u"})
_LONGEST = 4_000  # signs
_DEPTH = 3  # an archive's copy of a cache's copy
# Prefixes under which a site serves the same pages again.
_SAME_SITE = re.compile(r"^(?:(?:www\d?|m|mobile|amp)\.)+(?=[\w-]+\.)")
# What an address has besides the page's own: who was sent there and how ("utm_source", "fbclid"), and in what form the
# page is served ("output=amp"). Counter-examples: "id", "p" and "article" name the page itself.
_PASSING = re.compile(
    r"(?:utm|at|ns|mc|ga|hsa|pk|mtm|vero|wt|spm|icid|ito|cmp|sc|int|ftag|smid|taid|xtor|dicbo|soc)(?:_\w+|\b).*"
    r"|(?:fb|g|dc|ms|yc|tw|igsh)clid|igshid|ref(?:errer|_src|src)?|src|source|via|share\w*|partner|campaign\w*|cid|cmpid"
    r"|output\w*|amp|print\w*|view|mode|format|nocache|cache\w*|feature|guccounter|guce_\w+|_ga|__\w+|t",
    re.IGNORECASE,
)
_FORMS = re.compile(
    r"(?:/(?:amp|print|amp\.html|index\.\w{3,5}))+/?$|\.amp(?=\.html?$)|\.(?:html?|php|aspx?)$|/+$", re.IGNORECASE
)
_LED = re.compile(r"^/(?:amp|print|m)(?=/)", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[^\W\d]{2,}|[\w-]+(?:\.[\w-]+)*\.xn--[\w-]+")


def own_address(address: str) -> str:
    """The page's own address within that of an archive's, a cache's or a redirector's; else the address as it is.

    "archive.today/2026.03.04-101112/https://example.org/lock" and "google.com/amp/s/example.org/lock" are
    example.org's pages; so is what an address hands on as `url=`.
    """
    for _ in range(_DEPTH):
        inner = _inner(address) if len(address) < _LONGEST else None
        if inner is None:
            return address
        address = inner
    return address


def host_of(address: str) -> str:
    """The host of an address in small letters, without its port and what stands before an "@"."""
    bare = _SCHEME.sub("", address)
    return re.split(r"[/?#]", bare, maxsplit=1)[0].split("@")[-1].split(":")[0].lower()


def site_of(address: str) -> str | None:
    """The host whose page it is, `www.` and its like off; None where there is none, or only an archive's is known."""
    host = _SAME_SITE.sub("", host_of(own_address(address)).rstrip("."))
    return host if _HOST.fullmatch(host) and not _ARCHIVE.fullmatch(host) else None


def is_archive(name: str) -> bool:
    """True for an archive's host or name, which is never whose page it is: "web.archive.org", "Wayback Machine"."""
    return _ARCHIVE.fullmatch(host_of(name.strip())) is not None or name.strip().casefold() in _ARCHIVES


def address_key(address: str) -> str | None:
    """What two addresses of one page have in common; None where the address is a site's front page, or no address.

    Off are the scheme, "www." and its like, what tells only how a reader came there, and the signs of a print or AMP
    view: "https://m.example.org/lock.html?utm_source=mail" and "http://example.org/amp/lock/" are one page's.
    """
    own = own_address(address)
    site = site_of(own)
    if site is None:
        return None
    bare = _SCHEME.sub("", own).partition("#")[0]
    path, _, query = bare[len(bare.partition("/")[0]) :].partition("?")
    named = sorted((k, v) for k, v in parse_qsl(query, max_num_fields=None) if not _PASSING.fullmatch(k))
    path = _LED.sub("", path)
    while (shorter := _FORMS.sub("", path)) != path:
        path = shorter
    if not path and not named:
        return None
    return f"{site}{path}" + (f"?{urlencode(named)}" if named else "")


def _inner(address: str) -> str | None:
    bare = _SCHEME.sub("", address)
    host = host_of(address)
    path, _, query = bare[bare.find("/") :].partition("?") if "/" in bare else ("", "", "")
    whole = f"{path}?{query}" if query else path
    if _ARCHIVE.fullmatch(host):
        found = _INNER.search(whole) or _STAMPED.search(whole)
        return found["address"] if found else None
    if host == "webcache.googleusercontent.com":
        found = _CACHED.search(_decoded(whole))
        return found["address"] if found else None
    if host.endswith(".ampproject.org") or ((_GOOGLE.fullmatch(host) or host == "www.bing.com") and "/amp/" in path):
        found = _AMP.match(path)
        return found["address"] if found else None
    return _handed_on(query, host) if "url=" in query or "u=" in query or "q=http" in query else None


def _handed_on(query: str, host: str) -> str | None:
    """The address that a redirector's names: "…/l.php?u=https%3A%2F%2Fexample.org%2Flock"."""
    names = _HANDED_ON | {"q"} if _GOOGLE.fullmatch(host) else _HANDED_ON
    given = (value for name, value in parse_qsl(query, max_num_fields=None) if name in names)
    return next(
        (value for value in given if value.startswith(("http://", "https://")) and host_of(value) != host), None
    )


def _decoded(words: str) -> str:
    return re.sub(r"%([0-7][0-9A-Fa-f])", lambda match: chr(int(match[1], 16)), words)
