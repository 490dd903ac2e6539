"""The page that leads to every story's page: titles, counts, dates, and how the points of each story stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from crosswire.model.dossier import Dossier
from crosswire.model.relation import Status
from crosswire.write.clock import days_told
from crosswire.write.html import assets, environment
from crosswire.write.ledger import ORDER
from crosswire.write.plain import shown
from crosswire.write.vocabulary import is_shared


@dataclass(frozen=True, slots=True)
class Entry:
    """One story in the list: where its page is, its facts, and how many of its shared points stand how."""

    address: str
    dossier: Dossier
    days: str
    standings: tuple[tuple[Status, int], ...]
    opening: str


def to_index(dossiers: Mapping[str, Dossier]) -> str:
    """The list as an HTML document; `dossiers` by the names of their files (without `.html`), in the order to show.

    Stories of several reports come first; those of a single one follow, in the same order.
    """
    entries = [_entry(name, dossier) for name, dossier in dossiers.items()]
    issues = dict.fromkeys(issue for dossier in dossiers.values() for issue in dossier.issues)
    page = (
        environment()
        .get_template("index.html")
        .render(
            several=[entry for entry in entries if len(entry.dossier.relations.counted) > 1],
            single=[entry for entry in entries if len(entry.dossier.relations.counted) <= 1],
            reports=sum(len(dossier.relations.counted) for dossier in dossiers.values()),
            issues=list(issues),
            generator=next((dossier.generator for dossier in dossiers.values()), "crosswire"),
            **assets(),
        )
    )
    return shown(page)


def _entry(name: str, dossier: Dossier) -> Entry:
    counts = Counter(point.status for point in dossier.relations.points if is_shared(point))
    return Entry(
        address=f"./{quote(name)}.html",
        dossier=dossier,
        days=days_told(dossier.first_published_at, dossier.last_published_at),
        standings=tuple((status, counts[status]) for status in ORDER if counts[status]),
        opening=dossier.brief[0].words if dossier.brief else "",
    )
