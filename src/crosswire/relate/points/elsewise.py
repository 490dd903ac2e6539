"""Whether a thing told in few reports may stand in another in words of its own, and whether it is worth missing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Quotation
from crosswire.model.passage import Passage
from crosswire.model.relation import Actor, ActorKind
from crosswire.relate.points.left_out import Item, Items
from crosswire.relate.points.otherwise import Said, Wordings

# So much of it in all of the report, or so much of what its speaker says in the report in it, and it may have it too.
IN_PIECES, NEAR_IT = 0.6, 0.25
# The same of plain numbers of words, common ones counting like others.
PLAINLY = 0.4
# Less than so many terms may be told in any other words.
FEWEST_TERMS = 4
# Statements that are looked at, the first ones.
MOST_READ = 12
CLOCK = re.compile(r"\d:\d\d|\b[ap]\.?m\b|\bnoon\b|\bmidnight\b", re.IGNORECASE)


class Elsewise:
    """Reads the reports for what they may say of a thing that was not matched there."""

    def __init__(
        self,
        wordings: Wordings,
        items: Items,
        quotations: Iterable[Quotation],
        actors: Iterable[Actor],
        words: PointWords,
    ) -> None:
        self._wordings = wordings
        self._items = items
        self._words = words
        self._said: dict[str, list[Quotation]] = defaultdict(list)
        for quotation in quotations:
            self._said[quotation.report].append(quotation)
        self._people = [actor for actor in actors if actor.kind is ActorKind.PERSON]
        self._persons: dict[Passage, tuple[str, ...]] = {}
        self._reports: dict[str, _Told] = {}

    def says_little(self, item: Item) -> bool:
        """True for what nobody has to repeat: few words, a search, an open question, what is not so, who said.

        "The meddling in the election" can be told in many other words, and "the motive is unclear" is true for a day.
        """
        first = item.statements[0].passage
        if not self._wordings.asserts(first) or not self._items.says(item):
            return True
        passing = self._words.passing if self._items.quoted(item) else self._words.passing | self._words.negators
        read = [statement.passage for statement in item.statements[:MOST_READ]]
        terms = sorted(len(self._wordings.terms([passage])) for passage in read)
        return terms[len(terms) // 2] < FEWEST_TERMS or any(self._wordings.lemmas(p) & passing for p in read)

    def may_say(self, item: Item, report: str) -> bool:
        """True where the one whose word it is says something near it, where the pieces of it stand all over the report,
        or where the report may tell it of its own.

        Counter-example: "the tax must be fair to all", beside his belief "that a tax has to be shared".
        """
        terms = self._wordings.terms([s.passage for s in item.statements if s.counts][:1])
        said = [q for q in self._said.get(report, ()) if q.speaker in item.speakers]
        return (
            self._wordings.part(terms, report) >= IN_PIECES
            or any(self._near(terms, self._wordings.terms(q.content)) for q in said)
            or (not self._items.quoted(item) and self._may_tell(item, report))
        )

    def _near(self, terms: frozenset[str], words: frozenset[str]) -> bool:
        plainly = len(terms & words) >= PLAINLY * min(len(terms), len(words))
        return bool(words) and (plainly or self._wordings.shared(terms, words) >= NEAR_IT)

    def _may_tell(self, item: Item, report: str) -> bool:
        """True where the report has acts of the same kind, somebody's condition, or a time of day like it.

        "Two were charged" may stand there as "no charges have been filed", "at 3:30" as "at 3:50", "in stable
        condition" as "expected to survive". Who is named in one only may not have been known to the other.
        """
        first = item.statements[0].passage
        told = self._told(report)
        acts = self._wordings.acts(first)
        return (
            (bool(acts) and acts <= told.terms)
            or (told.clock and bool(CLOCK.search(first.words)))
            or not self._words.conditions.isdisjoint(self._wordings.lemmas(first) if told.conditions else ())
            or any(not self._wordings.mentioned(report, person) for person in self._named(first))
        )

    def _named(self, passage: Passage) -> tuple[str, ...]:
        """The people whom the passage names."""
        if passage not in self._persons:
            named = (a.id for a in self._people if self._wordings.names(passage.report, a.id, passage))
            self._persons[passage] = tuple(named)
        return self._persons[passage]

    def _told(self, report: str) -> _Told:
        if report not in self._reports:
            self._reports[report] = _Told(self._wordings.sentences(report), self._words)
        return self._reports[report]


class _Told:
    """What kinds of things a report tells, read once."""

    def __init__(self, said: tuple[Said, ...], words: PointWords) -> None:
        self._sentences = said
        self._words = words

    @cached_property
    def terms(self) -> frozenset[str]:
        """All terms of the report."""
        return frozenset(term for one in self._sentences for term in one.terms)

    @cached_property
    def clock(self) -> bool:
        """True where it gives a time of day."""
        return any(CLOCK.search(one.passage.words) for one in self._sentences)

    @cached_property
    def conditions(self) -> bool:
        """True where it tells how somebody is."""
        return any(one.lemmas & self._words.conditions for one in self._sentences)
