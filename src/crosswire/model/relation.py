"""What holds between reports: actors, utterances, origins, links, points, timeline."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crosswire.model.annotation import Annotation, Figure, Quotation, TimeExpression
from crosswire.model.lineage import Descent, Elsewhere, ReportVersion
from crosswire.model.passage import Passage
from crosswire.model.report import Report
from crosswire.model.story import Story
from crosswire.model.toll import Toll
from crosswire.model.when import When


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    GROUP = "group"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who speaks or acts, with every mention in every report. `id` is `a{n}` within a dossier."""

    id: str
    name: str
    kind: ActorKind
    roles: tuple[str, ...] = ()
    mentions: tuple[Passage, ...] = ()


class Rendering(StrEnum):
    """How the words between marks compare across reports."""

    SINGLE = "single"
    VERBATIM = "verbatim"
    VARIANT = "variant"


class DifferenceKind(StrEnum):
    """Why the words between marks are not alike. Of the first four the words that are read differ."""

    CHANGED = "changed"  # another word
    LEFT_OUT = "left-out"  # words dropped, and no sign of it between the marks
    TRANSLATION = "translation"  # the speaker spoke another language: two translators' words
    SYNONYM = "synonym"  # another word of the same meaning
    SHIFT = "shift"  # person or tense of reported speech
    ELISION = "elision"  # words dropped, with a sign of it
    INSERTION = "insertion"  # the reporter's own words, in brackets
    SPELLING = "spelling"
    CASE = "case"
    PUNCTUATION = "punctuation"


OTHER_WORDS = frozenset(
    {DifferenceKind.CHANGED, DifferenceKind.LEFT_OUT, DifferenceKind.TRANSLATION, DifferenceKind.SYNONYM}
)


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that stand in one quotation and not, or otherwise, in another. Either passage may be None (left out).

    `quotations` are the two that are compared, first that of `a`; `why` says in words what the kind rests on.
    """

    a: Passage | None
    b: Passage | None
    kind: DifferenceKind = DifferenceKind.CHANGED
    why: str = ""
    quotations: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """The quotations of an utterance with the very same words between marks, and the origins they come from.

    Reports of one origin print what one reporter took down: they are one witness of the wording.
    """

    quotations: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of speech, as several reports render it: ids of its quotations. `id` is `u{n}`.

    `wordings` holds the quotations with words between marks, the fullest first.
    """

    id: str
    quotations: tuple[str, ...]
    rendering: Rendering
    speaker: str | None = None
    differences: tuple[Difference, ...] = ()
    wordings: tuple[Wording, ...] = ()


class OriginKind(StrEnum):
    """What kind of house brought the words into the record."""

    AGENCY = "agency"
    PUBLISHER = "publisher"
    BROADCASTER = "broadcaster"
    RELEASE = "release"
    UNKNOWN = "unknown"


# Houses that supply others: a report of another house that has their words is no text of its own.
SUPPLIERS = frozenset((OriginKind.AGENCY, OriginKind.RELEASE))


@dataclass(frozen=True, slots=True)
class Origin:
    """Who brought words into the record, and in which reports. `id` is `o{n}`.

    `owner`: who owns the house, where that is known; two origins of one owner are two all the same.
    """

    id: str
    name: str
    kind: OriginKind
    reports: tuple[str, ...]
    owner: str | None = None


class LinkKind(StrEnum):
    """How a report depends on an origin or another report."""

    CREDITED = "credited"
    COPIED = "copied"
    CITED = "cited"


@dataclass(frozen=True, slots=True)
class Link:
    """A report's debt. `share` is the part (0 to 1) of its words covered; `passages` pairs (here, there).

    `reach`: the words for which a cited medium is named.
    """

    report: str
    kind: LinkKind
    to_report: str | None = None
    to_origin: str | None = None
    share: float | None = None
    passages: tuple[tuple[Passage, Passage], ...] = ()
    why: str | None = None
    reach: tuple[Passage, ...] = ()


class PointKind(StrEnum):
    """What sort of thing a point says."""

    OCCURRENCE = "occurrence"
    FIGURE = "figure"
    ATTRIBUTION = "attribution"
    STATE = "state"


class PointRelation(StrEnum):
    """How a point's versions stand to each other."""

    SINGLE = "single"
    SAME = "same"
    CONFLICT = "conflict"
    UPDATE = "update"


class Between(StrEnum):
    """Who is at odds in a conflict: the reports themselves, or actors whom the reports agree in quoting."""

    REPORTS = "reports"
    ACTORS = "actors"


class Status(StrEnum):
    """What a reader may take a point for."""

    CORROBORATED = "corroborated"
    SINGLE_ORIGIN = "single-origin"
    SINGLE_VOICE = "single-voice"
    DISPUTED = "disputed"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Statement:
    """A passage that says one checkable thing, under one version of a point.

    `counts`: what the point is taken for rests on it; False where its report only speaks of the same matter.
    `when` is the time of what it tells, None where no words of its sentence date it.
    """

    passage: Passage
    version: str
    quotation: str | None = None
    figure: str | None = None
    origin: str | None = None
    counts: bool = True
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One way a point is told. `value` is short and verbatim from a statement; times are ISO prefixes."""

    id: str
    value: str | None
    first_at: str | None = None
    last_at: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One checkable thing with every statement about it. `id` is `p{n}`; `why` gives the reasons, readable.

    `origins` are ids of independent origins, `voices` ids of the actors on whose word it rests (empty when the
    reports state it themselves), `latest` the id of the newest version of an update.
    """

    id: str
    kind: PointKind
    relation: PointRelation
    status: Status
    statements: tuple[Statement, ...]
    versions: tuple[Version, ...]
    origins: tuple[str, ...]
    voices: tuple[str, ...]
    why: tuple[str, ...]
    between: Between | None = None
    latest: str | None = None


class SilenceKind(StrEnum):
    """What is left out, the gravest first."""

    ANSWER = "answer"  # what somebody answers to a claim that the report carries
    TOLL = "toll"  # how many are dead or hurt
    SIDE = "side"  # the other side of a dispute of which the report has one
    FIGURE = "figure"  # another number


@dataclass(frozen=True, slots=True)
class Silence:
    """A point, or a version of it, that a report leaves out although most origins that tell of the matter have it.

    `version` None: the whole point. `having` and `telling` are ids of origins, of those that have it and of all that
    tell of the matter; `passages` those that have it, one for each report; `beside` what the report itself says of the
    matter. `could_have` is False where the report came out before the first that has it, which is no silence, and None
    where the times don't tell.
    """

    report: str
    point: str
    kind: SilenceKind
    having: tuple[str, ...]
    telling: tuple[str, ...]
    passages: tuple[Passage, ...]
    why: str
    version: str | None = None
    beside: tuple[Passage, ...] = ()
    could_have: bool | None = None


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something that happened at a time: the passages that say so, and the point they belong to.

    `reported_at` is when the first of the reports that tell it was published; None where none says. `ahead`: all of
    them told it as still to come.
    """

    when: When
    statements: tuple[Passage, ...]
    point: str | None = None
    reported_at: str | None = None
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Relations:
    """A story with everything that was found in it and between its reports; `brief` turns it into a dossier.

    `reports` and `annotations` run in the same order (publication time, unknown last, then id). `quotations`,
    `figures` and `times` are those of the annotations, completed through the story. Earlier versions of a report are
    among `reports` (`version_of`), so that every passage has its text; `counted` are the others.
    """

    story: Story
    reports: tuple[Report, ...]
    annotations: tuple[Annotation, ...]
    actors: tuple[Actor, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    origins: tuple[Origin, ...] = ()
    links: tuple[Link, ...] = ()
    lineage: tuple[Descent, ...] = ()
    versions: tuple[ReportVersion, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    points: tuple[Point, ...] = ()
    silences: tuple[Silence, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    tolls: tuple[Toll, ...] = ()

    @property
    def counted(self) -> tuple[Report, ...]:
        """The reports, each in its latest version only: what a number of reports is counted with."""
        return tuple(report for report in self.reports if report.version_of is None)
