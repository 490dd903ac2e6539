"""What was asked of a dossier, and how much of it there is, as lines for a reader."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.model.dossier import About, Dossier, News
from crosswire.write.clock import told
from crosswire.write.sources import Register
from crosswire.write.vocabulary import count, listed

NO_SENTENCE = "No sentence could be chosen for a brief."
MOST_LABELS = 8


def asked_lines(dossier: Dossier, register: Register) -> tuple[str, ...]:
    """A line for each thing that was asked, besides the length; none where nothing was."""
    if dossier.asked is None:
        return ()
    about, news = dossier.asked.about, dossier.asked.news
    return (
        *((_about(about, dossier, register),) if about else ()),
        *(_news(news, register) if news else ()),
    )


def _about(about: About, dossier: Dossier, register: Register) -> str:
    name = register.actor_names([about.actor])[0] if about.actor else about.name
    every = count(len(dossier.relations.points), "point")
    return f"About {name} only: {len(about.points)} of {every}."


def _news(news: News, register: Register) -> Iterator[str]:
    """What is new, in numbers; and the reports of which that can't be said, all of them where none has a date."""
    if news.since is None:
        when = (
            f"in the last {news.given}"
            if news.given[-1:].isalpha() and "T" not in news.given
            else f"since {news.given}"
        )
        yield f"No report has a date, so that nobody can say what is new {when}. This is the whole account."
        return
    kinds = (
        (len(news.disputes), "new dispute"),
        (len(news.replaced), "version that replaced another", "versions that replaced others"),
        (len(news.first_told), "point first told", "points first told"),
        (len(news.quotations), "new quotation"),
        (len(news.figures), "new figure"),
        (len(news.reports), "new report"),
    )
    found = [f"{number} {_noun(number, *names)}" for number, *names in kinds if number]
    labels = listed([register.label(report) for report in news.reports], most=MOST_LABELS)
    since = f"since {told(news.since)} UTC"
    yield (
        f"New {since}: {listed(found, most=len(found))}{f' ({labels})' if labels else ''}."
        if found
        else f"Nothing is new {since}."
    )
    if news.untimed:
        those = listed([register.label(report) for report in news.untimed], most=MOST_LABELS)
        yield f"The time of {those} does not tell whether it is from before: nothing it tells is called new."


def _noun(number: int, one: str, many: str = "") -> str:
    return one if number == 1 else many or f"{one}s"
