"""How well pages come down to their reports: markup, segments, fields, plain text, furniture by sentence."""

from __future__ import annotations

import json
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from crosswire.bench.measure import Figure, rows, scorer
from crosswire.clean.page import clean_page, clean_pages
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import Report

_BASELINE_WORDS = 16
_SPACE = re.compile(r"\s+")


def measure(data: Path) -> tuple[Figure, ...]:
    """All figures of the room `clean`, each beside a rival measured on the same pages in the same run."""
    from crosswire.bench.plain_text import kept_clean, together  # they flatten pages as this module does

    return (
        *_bodies(data),
        *_segments(data),
        *_fields(data),
        *_plain_published(data),
        *_plain_header(data),
        *_publishers(data),
        *_furniture(data),
        *together(data),
        *kept_clean(data),
    )


def unseen(page: str) -> bool:
    """True for the quarter of article_bodies (by the first sign of the id) that no weights were trained on."""
    return page[:1] in "0123"


def cleaned(body: str, *, markup: bool, title: str | None = None) -> Report | None:
    """The report of a page given as text or markup alone; None where none is found."""
    result = clean_page(Page("page", body, markup, title=title), lexicons=load_lexicons())
    return result if isinstance(result, Report) else None


def _text(body: str, *, markup: bool) -> str:
    """All that is kept of a page: of one with several reports the text of each."""
    found = clean_pages((Page("page", body, markup),), lexicons=load_lexicons())
    return "\n\n".join(report.text for report in found if isinstance(report, Report))


def _bodies(data: Path) -> Iterator[Figure]:
    """F1 of four-word shingles on article_bodies: with markup, and flattened to visible text."""
    pages = list(rows(data / "data/pages/article_bodies.jsonl.gz"))
    score = scorer(data, "score_bodies").score
    gold = {page["id"]: page["body"] for page in pages}
    load_lexicons()
    ours, seconds = _timed({p["id"]: p["html"] for p in pages}, lambda html: _text(html, markup=True))
    rival, rival_seconds = _timed({p["id"]: p["html"] for p in pages}, _trafilatura)
    note = f"{len(pages)} pages"
    yield Figure("clean.markup.f1", score(gold, ours)[2], "trafilatura, precision", score(gold, rival)[2], note=note)
    yield Figure(
        "clean.markup.pages_per_second",
        len(pages) / seconds,
        "trafilatura, precision",
        len(pages) / rival_seconds,
        "pages/s",
        note,
    )
    part = {name: body for name, body in gold.items() if unseen(name)}
    left_out = f"{len(part)} pages that training left out, and their sites"
    yield Figure(
        "clean.markup.unseen.f1", score(part, ours)[2], "trafilatura, precision", score(part, rival)[2], note=left_out
    )
    flat = {page["id"]: text for page in pages if (text := flattened(page["html"])) is not None}
    if not flat:
        return
    ours, seconds = _timed(flat, lambda text: _text(text, markup=False))
    lines = {name: _long_lines(text) for name, text in flat.items()}
    precision, recall, f1 = score(gold, ours)
    base = score(gold, lines)
    rule = f"lines of {_BASELINE_WORDS} words and more"
    yield Figure("clean.plain.f1", f1, rule, base[2], note=f"{note}, flattened")
    yield Figure("clean.plain.precision", precision, rule, base[0], note=f"{note}, flattened")
    yield Figure("clean.plain.recall", recall, rule, base[1], note=f"{note}, flattened")
    part = {name: body for name, body in gold.items() if unseen(name)}
    kept, rule_kept = score(part, ours)[2], score(part, lines)[2]
    yield Figure("clean.plain.unseen.f1", kept, rule, rule_kept, note=f"{len(part)} pages that training left out")
    yield Figure("clean.plain.pages_per_second", len(flat) / seconds, unit="pages/s", note=f"{note}, flattened")


def _timed(pages: dict[str, str], read: Callable[[str], str]) -> tuple[dict[str, str], float]:
    start = time.process_time()
    found = {name: read(body) for name, body in pages.items()}
    return found, time.process_time() - start


def _trafilatura(html: str) -> str:
    """The rival at the setting that scored best of five on article_bodies (fast or not, tables or not, precision)."""
    import trafilatura

    return trafilatura.extract(html, favor_precision=True, include_comments=False) or ""


def flattened(html: str) -> str | None:
    """The page's visible text, furniture and all; None where resiliparse is not installed."""
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.html import HTMLTree
    except ModuleNotFoundError:
        return None
    text: str = extract_plain_text(HTMLTree.parse(html), main_content=False)
    return text


def _long_lines(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if len(line.split()) >= _BASELINE_WORDS)


def _segments(data: Path) -> Iterator[Figure]:
    """F1 over segments that must be kept and must be gone."""
    counts, rival = [0, 0, 0], [0, 0, 0]
    pages = 0
    for page in rows(data / "data/pages/segments.jsonl.gz"):
        pages += 1
        _count(page, _text(page["html"], markup=True), counts)
        _count(page, _trafilatura(page["html"]), rival)
    yield Figure("clean.segments.f1", _f1(*counts), "trafilatura, precision", _f1(*rival), note=f"{pages} pages")


def _count(page: dict[str, Any], text: str, counts: list[int]) -> None:
    """Adds to true positives, false positives, false negatives: a kept segment is found as it stands, spaces aside."""
    known = _SPACE.sub(" ", text)
    for segment in page["with"]:
        counts[0 if _SPACE.sub(" ", segment).strip() in known else 2] += 1
    counts[1] += sum(_SPACE.sub(" ", segment).strip() in known for segment in page["without"])


def _f1(right: int, wrong: int, missed: int) -> float:
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


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
    from datetime import UTC, datetime

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


def _furniture(data: Path) -> Iterator[Figure]:
    """Furniture found by sentence on the annotated stories: a sentence counts as dropped when its words are gone."""
    counts, everything = [0, 0, 0], [0, 0]
    for path in sorted((data / "points").glob("*.packet.json")):
        packet = json.loads(path.read_text("utf-8"))
        known = set(json.loads(path.with_name(packet["story"] + ".A.json").read_text("utf-8"))["furniture"])
        for report in packet["reports"]:
            found = cleaned(report["text"], markup=False, title=report["title"] or None)
            text, headline = (_SPACE.sub(" ", found.text), found.headline or "") if found else ("", "")
            for number, (start, end) in enumerate(report["sentences"]):
                words = _SPACE.sub(" ", report["text"][start:end]).strip()
                gold = f"{report['report']}.{number}" in known
                gone = words not in text and words not in headline
                counts[0] += gold and gone
                counts[1] += gone and not gold
                counts[2] += gold and not gone
                everything[gold] += 1
    right, wrong, missed = counts
    note = f"{everything[1]} furniture sentences among {sum(everything)}; baseline: drop nothing"
    yield Figure("clean.furniture.precision", right / max(right + wrong, 1), note=note)
    yield Figure("clean.furniture.recall", right / max(right + missed, 1), "drop nothing", 0.0, note=note)
    yield Figure("clean.furniture.f1", _f1(right, wrong, missed), "drop nothing", 0.0, note=note)
