"""Headers of pages: headline, writers, day of publication, publisher, with markup and without."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from crosswire.bench.measure import Figure, rows
from crosswire.bench.pages import cleaned, flattened
from crosswire.lexicons.load import load_lexicons


def header(data: Path) -> Iterator[Figure]:
    """All figures of headers."""
    yield from _fields(data)
    yield from _plain_published(data)
    yield from _plain_header(data)
    yield from _publishers(data)


def _fields(data: Path) -> Iterator[Figure]:
    """Headline, authors and day of publication right, over the pages whose gold has the field."""
    from trafilatura import extract_metadata

    right: dict[str, list[int]] = {"headline": [0, 0, 0], "authors": [0, 0, 0], "published": [0, 0, 0]}
    for page in rows(data / "data/pages/publisher_fields.jsonl.gz"):
        report = cleaned(page["html"], markup=True)
        rival = extract_metadata(page["html"])
        gold = page["gold"]
        ours = (report.headline, report.bylines, report.published_at.value) if report else (None, (), None)
        theirs = (rival.title, (rival.author or "").split("; "), rival.date) if rival else (None, (), None)
        for place, fields in enumerate((ours, theirs)):
            right["headline"][place] += bool(gold.get("title")) and _key(fields[0] or "") == _key(gold["title"])
            right["authors"][place] += bool(gold.get("authors")) and _keys(fields[1]) == _keys(gold["authors"])
            right["published"][place] += bool(gold.get("publishing_date")) and _same_day(
                fields[2], gold["publishing_date"]
            )
        for name, field in (("headline", "title"), ("authors", "authors"), ("published", "publishing_date")):
            right[name][2] += bool(gold.get(field))
    for name, (hits, theirs_hits, total) in right.items():
        note = f"{total} pages whose gold has it"
        yield Figure(
            f"clean.fields.{name}", hits / max(total, 1), "trafilatura", theirs_hits / max(total, 1), note=note
        )


def _plain_header(data: Path) -> Iterator[Figure]:
    """Headline and writers right where the same pages come without markup; writers where the gold names persons."""
    counts = Counter[str]()
    for page in rows(data / "data/pages/publisher_fields.jsonl.gz"):
        text, gold = flattened(page["html"]), page["gold"]
        if text is None:
            return
        report = cleaned(text, markup=False)
        names = {name for name in _keys(gold.get("authors") or ()) if " " in name}
        found = _keys(report.bylines) if report else set()
        counts["pages"] += 1
        counts["headline"] += report is not None and _key(report.headline or "") == _key(gold["title"])
        counts["signed"] += bool(names)
        counts["authors"] += bool(names) and found == names
        counts["others"] += bool(names) and bool(found) and found != names
    note = f"{counts['pages']} pages, flattened"
    yield Figure("clean.plain.headline", counts["headline"] / max(counts["pages"], 1), note=note)
    note = f"{counts['signed']} pages that name persons, flattened; {counts['others']} give others"
    yield Figure("clean.plain.authors", counts["authors"] / max(counts["signed"], 1), note=note)


def _publishers(data: Path) -> Iterator[Figure]:
    """How many bare pages name a publisher, and how often it is the right one by the address the page came from."""
    outlets = load_lexicons().outlets
    counts = Counter[str]()
    for page in rows(data / "data/stories/one_event_pages.jsonl.gz"):
        report = cleaned(page["text"], markup=False)
        host = page["publisher"].split("/")[0]
        known = outlets.of_domain(host)
        names = {_bare_name(name) for name in (known.name, *known.aliases)} if known else set()
        found = _bare_name(report.publisher) if report and report.publisher else None
        counts["pages"] += 1
        counts["named"] += found is not None
        counts["right"] += found is not None and (found in names or found in host.replace("-", ""))
    note = f"{counts['named']} of {counts['pages']} pages without markup name one; most never say whose they are"
    yield Figure("clean.plain.publisher.recall", counts["right"] / max(counts["pages"], 1), note=note)
    yield Figure("clean.plain.publisher.precision", counts["right"] / max(counts["named"], 1), note=note)


def _bare_name(name: str) -> str:
    return _key(name).removeprefix("the ").replace(" ", "")


def _key(words: str) -> str:
    folded = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(re.findall(r"\w+", folded))


def _keys(names: Iterable[str]) -> set[str]:
    return {_key(name) for name in names} - {""}


def _same_day(value: str | None, gold: str) -> bool:
    """True when the days agree, each in its own offset or one day apart only by the offset (UTC in the gold)."""
    if not value:
        return False
    if value[:10] == gold[:10]:
        return True
    try:
        stamp, other = datetime.fromisoformat(value), datetime.fromisoformat(gold)
    except ValueError:
        return False
    if stamp.tzinfo is None or other.tzinfo is None:
        return False
    return stamp.astimezone(UTC).date() == other.astimezone(UTC).date()


def _plain_published(data: Path) -> Iterator[Figure]:
    """Flattened publisher_fields pages whose day is right, and the share of right ones among the days given.

    The rival reads the same lines, each as a paragraph, by its extensive search, without which it finds almost none.
    """
    from htmldate import find_date

    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for page in rows(data / "data/pages/publisher_fields.jsonl.gz"):
        gold, text = page["gold"].get("publishing_date"), flattened(page["html"])
        if not gold or text is None:
            continue
        report = cleaned(text, markup=False)
        ours[_verdict(report.published_at.value if report else None, gold)] += 1
        lines = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
        theirs[_verdict(find_date(f"<html><body>{lines}</body></html>", original_date=True), gold)] += 1
    if not ours:
        return
    note = f"flattened; {ours['right']} right, {ours['wrong']} wrong, {ours['unknown']} unknown"
    rival = f"htmldate ({theirs['right']}, {theirs['wrong']}, {theirs['unknown']})"
    yield Figure(
        "clean.plain.published", ours["right"] / ours.total(), rival, theirs["right"] / ours.total(), note=note
    )
    yield Figure("clean.plain.published_precision", _given(ours), rival, _given(theirs), note=note)


def _verdict(value: str | None, gold: str) -> str:
    if not value:
        return "unknown"
    return "right" if _same_day(value, gold) else "wrong"


def _given(counts: Counter[str]) -> float:
    """The share of right days among those given."""
    return counts["right"] / max(counts["right"] + counts["wrong"], 1)
