"""Are the agency and the medium named that a text is from, are copies found? Rivals: any name; all pairs compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from crosswire.bench.copies import SHORTEST
from crosswire.bench.copies import measure as copied_pages
from crosswire.bench.measure import Figure, rows
from crosswire.bench.pages import one_day
from crosswire.bench.planted_copies import measure as planted_copies
from crosswire.clean.page import clean_page
from crosswire.clean.signed.named import house_at, houses_in
from crosswire.lexicons.load import Lexicons, load_lexicons
from crosswire.model.page import Page
from crosswire.model.relation import OriginKind
from crosswire.model.report import CreditKind, Report
from crosswire.relate.origins.houses import claims


def measure(data: Path) -> tuple[Figure, ...]:
    """Precision and recall of agencies on political reports; recall, time and memory of copied pairs of pages."""
    return (*agencies(data), *outlets(data), *copies(data))


def agencies(data: Path) -> Iterator[Figure]:
    """The agency that each text is from, against the set's own field; texts where it is not known are left out."""
    lexicons = load_lexicons()
    kept = [row for part in ("train", "dev") for row in rows(data / f"data/polnear/{part}.jsonl.gz")]
    kept = [row for row in kept if row["wire"] != "NA"]
    gold = [_agency(row["wire"], lexicons) for row in kept]
    ours = [_found(row, lexicons) for row in kept]
    named = [next((a.name for a, _, _ in lexicons.agencies.within(row["text"])), None) for row in kept]
    note = f"{len(kept)} reports, {sum(g is not None for g in gold)} of an agency"
    for n, what in enumerate(("precision", "recall")):
        rival = _scores(gold, named)[n]
        yield Figure(f"origins.agency.{what}", _scores(gold, ours)[n], "first agency named anywhere", rival, note=note)
    none = [n for n, agency in enumerate(gold) if agency is None]
    false, other = (sum(found[n] is not None for n in none) / max(1, len(none)) for found in (ours, named))
    note = f"{len(none)} reports whose field names no agency; how many are given one"
    yield Figure("origins.agency.false", false, "first agency named anywhere", other, note=note)


def outlets(data: Path) -> Iterator[Figure]:
    """The medium from which each report has its news, against the set's field ("h/t: The Hill").

    Nearly all texts were stripped of that line: only reports that name the medium somewhere count. Ours is the medium
    of a notice ("(h/t The Hill)", "first appeared in"), else the first that is cited.
    """
    lexicons = load_lexicons()
    kept = [row for part in ("train", "dev") for row in rows(data / f"data/polnear/{part}.jsonl.gz")]
    tipped = [(row, name) for row in kept if (name := _tipped(row["credit"], lexicons))]
    told = [(row, name) for row, name in tipped if _names(row["text"], name, lexicons)]
    gold = [name for _, name in told]
    ours = [_taken_from(row, lexicons) for row, _ in told]
    first = [next((name for name, _, _ in houses_in(row["text"], lexicons)), None) for row, _ in told]
    note = f"{len(told)} reports that name it, of {len(tipped)} whose field does"
    for n, what in enumerate(("precision", "recall")):
        rival = _scores(gold, first)[n]
        yield Figure(f"origins.outlet.{what}", _scores(gold, ours)[n], "first medium named anywhere", rival, note=note)
    none = [row for row in kept if row["wire"] == row["credit"] == "None"]
    false = sum(_from_elsewhere(row, lexicons) for row in none) / max(1, len(none))
    other = sum(bool(houses_in(row["text"], lexicons)) for row in none) / max(1, len(none))
    note = f"{len(none)} reports whose fields name nobody; how many are given another medium as their origin"
    yield Figure("origins.outlet.false", false, "first medium named anywhere", other, note=note)


def copies(data: Path) -> Iterator[Figure]:
    """Copies among the pages of one day, and planted ones in reports of other stories."""
    yield from copied_pages(data)
    day = one_day(data, fewest=SHORTEST)
    others = {row["incident"]: row["text"] for row in rows(data / "data/stories/incident_reports.jsonl.gz")}
    yield from planted_copies(day, tuple(others.values()))


def _agency(wire: str | None, lexicons: Lexicons) -> str | None:
    """The canonical agency of the set's field, whose spellings vary in case."""
    agency = lexicons.agencies.find(wire or "") or lexicons.agencies.find((wire or "").capitalize())
    return agency.name if agency else None


def _tipped(credit: str | None, lexicons: Lexicons) -> str | None:
    """The canonical medium of the set's field, whose spellings vary."""
    _, said, name = (credit or "").partition("h/t:")
    name = name.strip(" .").removesuffix(".com")
    return (house_at(name, lexicons, known=True) or name) if said else None


def _names(text: str, name: str, lexicons: Lexicons) -> bool:
    """True where the text names the medium, in whatever form."""
    if re.search(rf"\b{re.escape(name.removeprefix('The '))}\b", text):
        return True
    return any(name == found for found, _, _ in houses_in(text, lexicons))


def _taken_from(row: Mapping[str, Any], lexicons: Lexicons) -> str | None:
    """The medium from which the bare text has its news, as far as it says so."""
    report = clean_page(Page(row["article"], row["text"], False, title=row["title"]), lexicons=lexicons)
    credits = report.credits if isinstance(report, Report) else ()
    texts = [c for c in credits if c.what is CreditKind.TEXT and not c.helped]
    tips = [c for c in credits if c.what is CreditKind.CITED]
    return next((credit.name for credit in (*texts, *tips)), None)


def _from_elsewhere(row: Mapping[str, Any], lexicons: Lexicons) -> bool:
    """True where cleaning and claims take the bare text for another medium's than an agency's."""
    report = clean_page(Page(row["article"], row["text"], False, title=row["title"]), lexicons=lexicons)
    said = claims(report, lexicons=lexicons) if isinstance(report, Report) else ()
    return any(not claim.helped and claim.house.kind is not OriginKind.AGENCY for claim in said)


def _found(row: Mapping[str, Any], lexicons: Lexicons) -> str | None:
    """The agency that cleaning and claims find in the bare text."""
    report = clean_page(Page(row["article"], row["text"], False, title=row["title"]), lexicons=lexicons)
    if not isinstance(report, Report):
        return None
    said = claims(report, lexicons=lexicons)
    return next((c.house.name for c in said if c.house.kind is OriginKind.AGENCY and not c.helped), None)


def _scores(gold: Sequence[str | None], found: Sequence[str | None]) -> tuple[float, float]:
    """Precision and recall of named agencies."""
    right = sum(a is not None and a == b for a, b in zip(gold, found, strict=True))
    return right / max(1, sum(f is not None for f in found)), right / max(1, sum(g is not None for g in gold))
