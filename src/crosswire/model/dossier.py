"""The account of one story, as it is written out."""

from __future__ import annotations

from dataclasses import dataclass

from crosswire.model.issue import Issue
from crosswire.model.passage import Passage
from crosswire.model.relation import Point, Relations

VERSION = "0.1.0"


@dataclass(frozen=True, slots=True)
class BriefSentence:
    """A sentence of the brief, verbatim from a report, with every passage that carries the same points.

    The first citation is the passage the words were taken from. `speaker`: the id of the actor who says it and whom it
    does not name ("He said …", or a quotation and nothing else); None where it names who speaks.
    """

    words: str
    citations: tuple[Passage, ...]
    points: tuple[str, ...] = ()
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """How long a brief is asked to be: at most so many sentences, or so many words; exactly one of them is given."""

    sentences: int | None = None
    words: int | None = None

    def __post_init__(self) -> None:
        given = [number for number in (self.sentences, self.words) if number is not None]
        if len(given) != 1 or given[0] < 1:
            raise ValueError("a length is a number of sentences or of words, at least one")


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked of a dossier. `about`: any name of an actor; `since`: an ISO prefix or a duration."""

    length: Length | None = None
    about: str | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What concerns one actor: the points in which it acts, is spoken of or speaks; ids of what it says or others say
    of it (`quotations`), and of the `figures` told beside its name or by it.

    `actor` is None where no actor of the story is called so, or several are; `nearest` then are the names that come
    near, or the names of those several.
    """

    name: str
    actor: str | None
    points: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    several: bool = False
    quotations: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """What is new since a time: ids of points, reports, `quotations` of what no earlier report has, and `figures` of
    numbers that none gives.

    `since` is the time as an ISO prefix, `given` as the user wrote it; None where no report has a time, so that nobody
    can say what is new: the whole account is given then. `first_told`: points that no earlier report tells;
    `replaced`: points whose latest version is new; `disputes`: points that were not in dispute before. `untimed` are
    the reports of which it can't be said whether they are from before: nothing that one of them tells is called new.
    """

    given: str
    since: str | None
    first_told: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    disputes: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    untimed: tuple[str, ...] = ()
    quotations: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()

    @property
    def points(self) -> tuple[str, ...]:
        """The ids of all points in which something is new."""
        return (*self.disputes, *self.replaced, *self.first_told)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of the dossier, and what that is in this story."""

    length: Length | None = None
    about: About | None = None
    news: News | None = None

    @property
    def timed(self) -> News | None:
        """What is new, where the reports' times tell it."""
        return self.news if self.news and self.news.since else None


@dataclass(frozen=True, slots=True)
class Dossier:
    """One account of one story. The fields follow `dossier.schema.json`; times are ISO 8601."""

    relations: Relations
    title: str
    brief: tuple[BriefSentence, ...]
    first_published_at: str | None
    last_published_at: str | None
    places: tuple[str, ...]
    languages: tuple[str, ...]
    origin_count: int
    issues: tuple[Issue, ...] = ()
    generator: str = f"crosswire {VERSION}"
    asked: Asked | None = None

    @property
    def shown(self) -> tuple[Point, ...]:
        """The points that were asked for: all of them where nothing was."""
        found = [] if self.asked is None else [part.points for part in (self.asked.about, self.asked.timed) if part]
        return tuple(point for point in self.relations.points if all(point.id in ids for ids in found))
