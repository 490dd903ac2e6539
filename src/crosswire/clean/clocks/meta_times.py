"""The times that a page's metadata states, and which of them can be."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape

from crosswire.clean.blocks.tree import Meta, Tree
from crosswire.clean.clocks.clocks import iso_offset
from crosswire.clean.clocks.date_forms import is_day
from crosswire.clean.clocks.day_order import Signs
from crosswire.clean.clocks.stamps import Stamp, read_stamp
from crosswire.clean.header.jsonld import Item, text
from crosswire.lexicons.calendar import Calendar

_PUBLISHED = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "date_published", "pubdate",
    "publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date",
    "dcterms.created", "dcterms.date", "article.published", "cxenseparse:recs:publishtime", "date", "published_at",
    "published_time_telegram", "article_date_original",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "article:modified", "og:updated_time", "datemodified", "last-modified", "lastmod",
    "dcterms.modified", "dc.date.modified",
)  # fmt: skip
_LONGEST = 80
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(?:\d\d)?)?(Z|[+-]\d\d:?\d\d)?")
# "2026-03-04T14:05:33.120+02:00": how nearly all pages write it.
_ISO = re.compile(
    r"(?P<day>(?:19|20)\d\d-\d\d-\d\d)[T ](?P<clock>(?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?"
    r"(?P<zone>Z|[+-]\d\d:?\d\d)?"
)
# "2026-03-04T00:00:00Z": what software writes when it knows the day alone.
_MIDNIGHT = re.compile(r"T00:00(?:[+-]00:00|Z)?$")
# Before the web; 1970 and 0001 are what an empty field comes to.
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


@dataclass(frozen=True, slots=True)
class MetaTime:
    """One statement of the metadata: whether of the update, where it stands, its value as it stands there.

    `weak`: the first `time` element of the page, which may be a teaser's or the page's clock.
    """

    updated: bool
    where: str
    raw: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class MetaTimes:
    """All that the metadata says of times, the surest first, and the language with its region ("en-gb")."""

    times: tuple[MetaTime, ...] = ()
    language: str | None = None


def meta_times(tree: Tree, article: Item) -> MetaTimes:
    """The times that the JSON-LD object of the page's article states, its meta elements, its first `time` element."""
    metas: dict[str, Meta] = {meta.name: meta for meta in reversed(tree.metas)}
    found = [
        *_described(article, ("datePublished",), updated=False),
        *_named(metas, _PUBLISHED, updated=False),
        *_described(article, ("dateCreated",), updated=False),
        *_described(article, ("dateModified",), updated=True),
        *_named(metas, _UPDATED, updated=True),
    ]
    if tree.time:
        found.append(MetaTime(False, "its first time element", tree.time, weak=True))
    return MetaTimes(tuple(found), (tree.language or "").strip().replace("_", "-").lower() or None)


def _described(article: Item, keys: Sequence[str], *, updated: bool) -> list[MetaTime]:
    values = ((key, article.get(key)) for key in keys)
    read = ((key, str(value) if isinstance(value, int) else text(value)) for key, value in values)
    return [MetaTime(updated, f"JSON-LD {key}", raw) for key, raw in read if raw]


def _named(metas: Mapping[str, Meta], names: Sequence[str], *, updated: bool) -> list[MetaTime]:
    """Of the meta elements the first, as the names stand in order of trust."""
    found = [(name, " ".join(unescape(metas[name].content).split())) for name in names if name in metas]
    return [MetaTime(updated, f"meta {name}", raw) for name, raw in found if raw]


def read_meta_time(raw: str, *, calendar: Calendar, signs: Signs) -> Stamp | None:
    """The time that a value of the metadata is; None when it is no date.

    Seconds since 1970 and dates without marks are read. Midnight sharp is the day alone. What lies after the fetching
    or before the web is no time of a report: `value` is None, `why` says so.
    """
    raw = raw.strip()[:_LONGEST]
    stamp = _iso(raw) or _seconds(raw) or _compact(raw) or read_stamp(raw, calendar=calendar, signs=signs)
    if stamp is None or stamp.value is None:
        return stamp
    if int(stamp.value[:4]) < _FIRST_YEAR:
        return Stamp(None, stamp.start, stamp.end, f"{raw}: before the web")
    if signs.fetched and signs.ahead(datetime.fromisoformat(stamp.value[:10]).date()):
        return Stamp(None, stamp.start, stamp.end, f"{raw}: lies after the page was fetched")
    value = _MIDNIGHT.sub("", stamp.value)
    return Stamp(value, stamp.start, stamp.end, stamp.why, stamp.basis)


def _iso(raw: str) -> Stamp | None:
    match = _ISO.fullmatch(raw)
    zone = match["zone"] if match else None
    if match is None or not is_day(*map(int, match["day"].split("-"))):
        return None
    offset = "" if not zone else "+00:00" if zone == "Z" else iso_offset(zone)
    return Stamp(f"{match['day']}T{match['clock']}{offset}", 0, len(raw))


def _seconds(raw: str) -> Stamp | None:
    if not _EPOCH.fullmatch(raw):
        return None
    moment = datetime.fromtimestamp(int(raw[:10]), UTC)
    if moment.year > _LAST_YEAR:
        return None
    return Stamp(moment.isoformat(timespec="minutes"), 0, len(raw), f"{raw}: seconds since 1970")


def _compact(raw: str) -> Stamp | None:
    match = _COMPACT.fullmatch(raw)
    if match is None:
        return None
    year, month, day, hour, minute, offset = match.groups()
    zone = "" if not offset else "+00:00" if offset == "Z" else f"{offset[:3]}:{offset[-2:]}"
    value = f"{year}-{month}-{day}" + (f"T{hour}:{minute}{zone}" if hour else "")
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return None
    return Stamp(value, 0, len(raw))
