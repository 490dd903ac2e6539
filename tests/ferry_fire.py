"""A ferry fire in sentences that any report may print, for the tests of who was first. Everything is invented."""

from __future__ import annotations

from crosswire.model.report import Credit, CreditKind, Paragraph, Report
from crosswire.model.when import UNKNOWN, Basis, When

BOATS = "Fishing boats circled in the smoke until the coastguard sent all of them home at dusk."
CAUSE = "Nobody knew how the fire had started in a store room below the car deck."
SEARCH = "Helicopters went on searching along the coast with lamps all through the night."
MEETING = "Harbour master Ida Marn opened the meeting at the town hall with a minute of silence."
SAID = "Marn said that the ferry had been in the dock for a check only a week before."
BREAD = "A baker from the upper town brought bread to those who waited in the school gym for news."
TIDE = "The tide carried planks and blankets past the old mole as far as the salt works."


def report(
    name: str,
    *sentences: str,
    publisher: str | None = None,
    date: str | None = None,
    credit: str | None = None,
    version_of: str | None = None,
    file: str | None = None,
) -> Report:
    """A report of these sentences in one paragraph."""
    text = " ".join(sentences)
    return Report(
        name,
        text,
        (Paragraph(0, len(text)),),
        publisher=publisher,
        credits=(Credit(credit, CreditKind.TEXT, f"({credit})"),) if credit else (),
        published_at=When(date, Basis.GIVEN) if date else UNKNOWN,
        version_of=version_of,
        file=file,
    )
