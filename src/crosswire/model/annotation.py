"""What one report's text says, before other reports are asked: sentences, mentions, quotations, figures, times."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crosswire.model.passage import Passage
from crosswire.model.when import UNKNOWN, When


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark with its grammar. `head` is an index in the same sentence (its own index for the root).

    `pos` is the Universal POS tag, `tag` the Penn tag, `dep` the parser's label, `entity` the entity type or "".
    """

    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report's text (the dateline is off). `paragraph` is an index into the report's paragraphs."""

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...] = ()


class MentionKind(StrEnum):
    """What a name or description in the text stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    NATIONALITY = "nationality"
    ROLE = "role"  # a description that stands for somebody: "the Kremlin leader", "police", "a senior official"
    PRONOUN = "pronoun"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, description or pronoun. `name` is the bare name (no title, no article), `title` what stood before
    or beside it ("Russian Foreign Minister"); for a role `name` is the description without its article."""

    passage: Passage
    kind: MentionKind
    name: str
    title: str | None = None
    sentence: int = 0


class QuotationKind(StrEnum):
    """Whether the words are between marks: all, none, or some of them."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SpeakerClass(StrEnum):
    """How well the speaker is known."""

    NAMED = "named"
    OFFICIAL = "official"  # known by office, not by name
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """What the cue does with the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    ACCUSES = "accuses"
    DEMANDS = "demands"
    PROMISES = "promises"
    WARNS = "warns"
    DOUBTS = "doubts"
    ASKS = "asks"
    AGREES = "agrees"
    REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Attributed content: source + cue + content. `id` is `{report}.q{n}`, in order of the text.

    `content` in order of the text, at least one; `verbatim` the parts between marks, marks not included.
    `speaker_class_words` are those that show the class: the name, the office, "on condition of anonymity".
    `speaker` (an actor's id), `utterance` and `when` are filled by `relate`; `unresolved` then says why not.
    """

    id: str
    report: str
    kind: QuotationKind
    content: tuple[Passage, ...]
    cue: Passage | None
    source: Passage | None
    verbatim: tuple[Passage, ...] = ()
    speaker: str | None = None
    speaker_class: SpeakerClass = SpeakerClass.UNKNOWN
    speaker_class_words: Passage | None = None
    stance: Stance = Stance.REPORTS
    told_to: str | None = None
    when: When = UNKNOWN
    utterance: str | None = None
    unresolved: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts. `id` is `{report}.f{n}`. Exact: low == high; "more than 250,000": high None.

    `unit` a measure or currency ("hours", "USD", "percent"), `what` the thing counted ("killed", "talks").
    """

    id: str
    passage: Passage
    low: float | None
    high: float | None
    unit: str | None = None
    what: str | None = None
    hedge: str | None = None


@dataclass(frozen=True, slots=True)
class Casualty:
    """People killed, injured or shot, as one passage tells: a count, or one person, who may be known by name.

    `what`: killed, injured, shot, or victim (one of them, not said how). `words` stand at `start:end` of the report's
    text, or of its headline where `sentence` is None. `figure`: the id of the figure that a count is. `noun` is the
    word that stands for the person; `further` is which one they are of several ("the third victim"), 1 for "another".
    """

    report: str
    start: int
    end: int
    words: str
    what: str
    low: float | None
    high: float | None
    sentence: int | None = None
    figure: str | None = None
    name: str | None = None
    age: int | None = None
    sex: str | None = None
    noun: str | None = None
    further: int = 0


class TimeKind(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date, time, duration or set in the text, with its value. `timex3` is the TIMEX3 value string.

    Where the value hangs on a date that the report lacks, `when` is unknown and its `why` says so; the story may
    supply the date later, and the expression is then read again with it.
    """

    passage: Passage
    when: When
    kind: TimeKind
    timex3: str | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that was found in one report's text, each in order of the text."""

    report: str
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    casualties: tuple[Casualty, ...] = ()
