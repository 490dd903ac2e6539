"""Where each report's words came from, step by step, and what changed on the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crosswire.model.passage import Passage


class EditKind(StrEnum):
    """What an edit between a text and its copy touches. The first six can change what a reader takes away."""

    NEGATION = "negation"  # a denial, a "not" or a "no" went, came or turned
    ATTRIBUTION = "attribution"  # who says it was cut, or put in
    HEDGE = "hedge"  # "alleged", "about", "at least", "may"
    FIGURE = "figure"  # another number, or another thing counted
    TIME = "time"  # another day or clock
    NAME = "name"  # another person, place or body
    CUT = "cut"  # a clause or sentence of the source that the copy lacks
    ADDED = "added"  # a clause or sentence that the copy put in
    MOVED = "moved"  # the same words in another place
    WORDING = "wording"  # other words
    STYLE = "style"  # spelling, case, punctuation, a number in digits instead of words


CHANGES_MEANING = frozenset(
    {EditKind.NEGATION, EditKind.ATTRIBUTION, EditKind.HEDGE, EditKind.FIGURE, EditKind.TIME, EditKind.NAME}
)


@dataclass(frozen=True, slots=True)
class Edit:
    """One change from a source to its copy. `there` stands in the source, `here` in the copy; None where that side has
    nothing. `why` says in words what the kind rests on."""

    kind: EditKind
    there: Passage | None
    here: Passage | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Descent:
    """A step of the lineage: `report` has words from `source`, a report of the story.

    Where the source's own text is not in the story, it has them from `origin` alone.

    `directed` is False where it can't be known which of the two had the words first; then `source` is only the other
    one. `share` is the part (0 to 1) of the report's own words (outside quotations) that came this way; None where no
    text could be compared. `retold`: the report cites the source and tells in its own words what that had; none of its
    words came this way. `edits` run with those that change meaning first, then in order of the copy; `added` are
    the sentences of the report that the source lacks, `cut` those of the source that the report lacks, each in order of
    its text. `why` says what source and direction rest on.
    """

    report: str
    source: str | None
    origin: str | None
    directed: bool
    share: float | None = None
    edits: tuple[Edit, ...] = ()
    added: tuple[Passage, ...] = ()
    cut: tuple[Passage, ...] = ()
    why: str = ""
    retold: bool = False


@dataclass(frozen=True, slots=True)
class ReportVersion:
    """What a report said before, or the same words at another address of its publisher; counted with `of`.

    `report` is the version's id, `of` the id of the report that stands for all its versions (the latest), `later` the
    version that came next (`of` itself in the end). `at` is when it was seen, as an ISO time; None where not known.
    `edits`, `added` and `cut` are what changed from it to `later`, as in `Descent`; all empty where nothing did.
    `ordered` is False where it can't be known which of the two came first. `why` says what that rests on.
    """

    report: str
    of: str
    later: str
    at: str | None = None
    ordered: bool = True
    edits: tuple[Edit, ...] = ()
    added: tuple[Passage, ...] = ()
    cut: tuple[Passage, ...] = ()
    why: str = ""

    @property
    def same(self) -> bool:
        """True when it says what the next version says, word for word."""
        return not (self.edits or self.added or self.cut)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Words of a report that also stand in a report of another story of the same run.

    `other` is that report's id, `story` its story's, `publisher` its publisher (None where not known); it is no report
    of this dossier. `earlier` is True where the other was published first, False where this report was, None where
    their times can't tell. `share` is the part (0 to 1) of this report's own words (outside quotations) that stand in
    both, `passages` where they stand in this report, in order of its text.
    """

    report: str
    other: str
    story: str
    publisher: str | None
    earlier: bool | None
    share: float
    passages: tuple[Passage, ...]
    why: str = ""
