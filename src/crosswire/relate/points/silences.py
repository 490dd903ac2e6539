"""Silences: what a report leaves out although most independent origins that tell of the matter have it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Stance
from crosswire.model.passage import Passage
from crosswire.model.relation import Point, Relations, Silence, SilenceKind
from crosswire.model.report import Flag
from crosswire.model.when import stamp
from crosswire.relate.origins.independence import in_order
from crosswire.relate.points.left_out import HARM, Item, Items
from crosswire.relate.points.numbers import counted
from crosswire.relate.points.otherwise import Wordings
from crosswire.relate.points.versions import listed

# A report of fewer words tells the news and no more: what it leaves out it had no room for.
FEWEST_WORDS = 100
# So does one with less than this part of the words that those who have the thing print, at the median.
SHORT = 0.4
# A page that may hold more than was read, or that is no report of its own, is never said to leave anything out.
PARTIAL = frozenset(
    {Flag.TRUNCATED, Flag.PAYWALLED, Flag.NO_ARTICLE, Flag.GALLERY, Flag.SEVERAL_ARTICLES, Flag.LIVE_BLOG}
)
# A report is on the event when it opens with it, and has this many points that other origins have too.
FEWEST_SHARED = 2
# So much of a statement's words in two sentences of the report, and it has the same in other words; so much, and it
# may have it. A report between the two is counted nowhere and never said to be silent.
HAS, MAY_HAVE = 0.6, 0.4
# So much of what somebody denies in one sentence of the report, and it carries the claim.
CLAIMED = 0.6
# Statements that are compared with each report, one of each report that has it.
MOST_COMPARED = 12
# Origins that must have it by statements that were matched, and as a part of those that tell of the matter: the others
# are only alike in words. And the part that must have it one way or the other.
FEWEST_MATCHED = {SilenceKind.FIGURE: 3}
FEWEST = 2
MOST, MATCHED = 0.5, 0.1
# So much of an answer in a sentence that denies or rejects, and it may be the answer, whoever gives it.
DENIED = 0.25
# A report that lacks more than this part of all that most others have is about something else of the topic.
ELSEWHERE, FEWEST_AWAY = 0.5, 4
# So much of one thing in the words of another that most have, and both are one.
ONE_THING = 0.5
GRAVITY = {kind: n for n, kind in enumerate(SilenceKind)}
ANSWERS = frozenset({Stance.DENIES, Stance.DOUBTS})
# Terms of the turning down itself: what is left of "denied the leak" is the claim, of "declined to comment" nothing is.
TURNING = frozenset({"deny", "refuse"})
FEWEST_CLAIMED = 3
# "Horn did not comment" is an answer too.
UNANSWERED = frozenset({"comment", "respond", "answer", "decline"})
NAMED = {
    SilenceKind.ANSWER: "the answer",
    SilenceKind.TOLL: "the number",
    SilenceKind.SIDE: "the other side",
    SilenceKind.FIGURE: "the number",
}


T = TypeVar("T")


def find_silences(known: Relations, words: PointWords) -> tuple[Silence, ...]:
    """Who leaves out what in a story otherwise known, the gravest first, then in the order of points and reports.

    A silence is claimed only where the report has the matter, has room, could have had the thing, and has no words for
    it that are not matched: a false reproach is worse than none. What came out before the thing was told is among
    them with `could_have` False.
    """
    if len(known.origins) < 2:
        return ()
    book = _Book(known, words)
    held = book.distinct([h for point in known.points for item in book.items.of(point) if (h := book.held(item))])
    away = _elsewhere(held)
    found = [silence for one in held for silence in book.silent(one) if one.grave or silence.report not in away]
    order = {report.id: n for n, report in enumerate(known.reports)}
    place = {point.id: n for n, point in enumerate(known.points)}
    found.sort(key=lambda s: (GRAVITY[s.kind], place[s.point], s.version or "", order[s.report]))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Held:
    """An item that most have: the origins that have it and that tell of the matter, and report by report.

    `beside`: the reports without a matched statement, with what they say of the matter; `speaking`: all that have it,
    matched or in other words, or may have it; `lacking` those that have nothing like it. `sure`: enough of them have it
    by statements that were matched for somebody to be named.
    """

    item: Item
    having: frozenset[str]
    telling: frozenset[str]
    passages: tuple[Passage, ...]
    beside: Mapping[str, tuple[Passage, ...]]
    speaking: frozenset[str]
    lacking: tuple[str, ...]
    sure: bool

    def without(self, speaking: frozenset[str]) -> Held:
        """The same, nobody lacking who speaks of it in the words of another point."""
        return replace(self, lacking=tuple(id for id in self.lacking if id not in speaking))

    @property
    def grave(self) -> bool:
        """True where the matter is narrower than the event."""
        return self.item.kind in (SilenceKind.ANSWER, SilenceKind.SIDE)


def _elsewhere(held: Sequence[Held]) -> frozenset[str]:
    """The reports that lack more than a part of all that most others have, and several things."""
    common = [one for one in held if not one.grave]
    lacking = Counter(report for one in common for report in one.lacking)
    return frozenset(
        report for report, times in lacking.items() if times >= FEWEST_AWAY and times > ELSEWHERE * len(common)
    )


class _Book:
    """The story as silences are read from it."""

    def __init__(self, known: Relations, words: PointWords) -> None:
        reports, quotations, actors = known.reports, known.quotations, known.actors
        self._words = words
        self._reports = {report.id: report for report in reports}
        self._home = {report.id: report.version_of or report.id for report in reports}
        self._wordings = Wordings(reports, known.annotations, actors, words)
        self.items = Items(quotations, known.figures, words)
        self._said = _by_report(quotations, lambda quotation: quotation.report)
        self._figured = _by_report(known.figures, lambda figure: figure.passage.report)
        self._names = {origin.id: origin.name for origin in known.origins}
        self._origins = _by_report(
            ((report, origin.id) for origin in known.origins for report in origin.reports), lambda pair: pair[0]
        )
        self._long = {report.id: len(report.text.split()) for report in reports}
        self._shared = self._sharing(known.points)
        self._central = self._wordings.central([report.id for report in reports if not report.version_of])

    def held(self, item: Item) -> Held | None:
        """Who has the item and who does not; None where it is not what most have, or everybody has it."""
        matched = {s.origin for s in item.statements if s.origin and s.counts}
        if len(matched) < FEWEST_MATCHED.get(item.kind, FEWEST):
            return None
        having = {self._home[s.passage.report] for s in item.statements}
        beside = {id: told for id, told in self._matter(item).items() if id not in having}
        if not beside or len(matched) < MATCHED * len(self._origins_of(beside)):
            return None
        also, unclear = self._otherwise(item, beside)
        with_it = matched | self._origins_of(also)
        telling = with_it | self._origins_of(id for id in beside if id not in unclear)
        if len(with_it) <= MOST * len(telling):
            return None
        lacking = tuple(id for id in beside if id not in also and id not in unclear)
        speaking = frozenset((*having, *also, *unclear))
        passages = (*_one_each(s.passage for s in item.statements if s.counts), *also.values())
        sure = len(matched) >= MATCHED * len(telling)
        return Held(item, frozenset(with_it), frozenset(telling), passages, beside, speaking, lacking, sure)

    def distinct(self, held: Sequence[Held]) -> list[Held]:
        """Those that most have, each thing once: a point often stands several times, in other words."""
        groups: list[list[Held]] = []
        for one in sorted(held, key=lambda h: (GRAVITY[h.item.kind], -len(h.having))):
            alike = next((group for group in groups if self._alike(one, group[0])), None)
            if alike is None:
                groups.append([one])
            else:
                alike.append(one)
        return [self._one(group) for group in groups]

    def _alike(self, one: Held, other: Held) -> bool:
        """True where two items are one thing: the same number, or most of the words of the shorter."""
        if one.grave != other.grave:
            return False
        terms = [self._wordings.terms(held.passages[:1]) for held in (one, other)]
        numbers = [self.items.values(held.item) for held in (one, other)]
        return bool(numbers[0] & numbers[1]) or self._wordings.shared(*terms) >= ONE_THING

    @staticmethod
    def _one(group: Sequence[Held]) -> Held:
        """Of items that are one thing the gravest that somebody lacks; nobody who has it in the words of another."""
        speaking = frozenset(id for held in group for id in held.speaking)
        left = [held.without(speaking) for held in group]
        return min(
            left, key=lambda held: (not (held.sure and held.lacking), GRAVITY[held.item.kind], -len(held.lacking))
        )

    def silent(self, held: Held) -> Iterator[Silence]:
        """The reports that leave the item out, and those that could not yet have it."""
        having = {self._home[s.passage.report] for s in held.item.statements}
        for id in held.lacking if held.sure else ():
            if self._able(id, having) and (held.grave or self._origin(id) not in held.having):
                yield self._silence(held, id)

    def _origins_of(self, reports: Iterable[str]) -> set[str]:
        return {self._origin(id) for id in reports} - {""}

    def _silence(self, held: Held, report: str) -> Silence:
        item = held.item
        could, when = self._could_have(held.passages, report)
        having, telling = map(in_order, (held.having, held.telling))
        number = f"{len(having)} of the {len(telling)} origins that {self._of_what(item)} have {NAMED[item.kind]}"
        return Silence(
            report=report,
            point=item.point.id,
            kind=item.kind,
            having=having,
            telling=telling,
            passages=held.passages,
            why=f"{number}: {listed(self._names.get(o, o) for o in having)}; {when}",
            version=item.version,
            beside=held.beside[report],
            could_have=could,
        )

    @staticmethod
    def _of_what(item: Item) -> str:
        return {SilenceKind.ANSWER: "have the claim", SilenceKind.SIDE: "have either side"}.get(
            item.kind, "tell of the matter"
        )

    def _matter(self, item: Item) -> dict[str, tuple[Passage, ...]]:
        """The reports that tell of the matter, each with what it says of it; no versions of others."""
        if item.claims:
            return {
                id: tuple(passages)
                for id, passages in _by_report(
                    (s.passage for s in item.claims), lambda passage: self._home[passage.report]
                ).items()
            }
        if item.kind is SilenceKind.ANSWER:
            return self._claims(item)
        counted = (id for id, report in self._reports.items() if not report.version_of and id in self._central)
        shared, point = self._shared, item.point.id
        return {id: () for id in counted if len(shared[id]) - (point in shared[id]) >= FEWEST_SHARED}

    def _claims(self, item: Item) -> dict[str, tuple[Passage, ...]]:
        """The reports that have the claim which the item turns down, with the sentence; it names who is to answer."""
        found: dict[str, tuple[Passage, ...]] = {}
        for passage in _one_each(s.passage for s in item.statements)[:MOST_COMPARED]:
            terms = self._wordings.terms([passage]) - TURNING
            for id, sentences in self._wordings.having(terms, CLAIMED).items() if len(terms) >= FEWEST_CLAIMED else ():
                naming = [p for p in sentences if any(self._wordings.names(id, who, p) for who in item.speakers)]
                if naming and not self._reports[id].version_of:
                    found.setdefault(id, (naming[0],))
        return found

    def _able(self, report: str, having: set[str]) -> bool:
        """True where the report is whole, and not so short that it leaves most out."""
        lengths = sorted(self._long[id] for id in having)
        least = max(FEWEST_WORDS, SHORT * lengths[len(lengths) // 2])
        return self._long[report] >= least and PARTIAL.isdisjoint(self._reports[report].flags)

    def _otherwise(self, item: Item, reports: Mapping[str, tuple[Passage, ...]]) -> tuple[dict[str, Passage], set[str]]:
        """The reports that have the item in words that were not matched, with the place, and those that may have it."""
        best = self._nearest(_one_each(s.passage for s in item.statements)[:MOST_COMPARED])
        has: dict[str, Passage] = {}
        for id in reports:
            share, nearest = best.get(id, (0.0, None))
            if place := self._place(item, id, nearest if share >= HAS else None):
                has[id] = place
        more = self._nearest(list(has.values())[:MOST_COMPARED])
        shares = {id: max(best.get(id, (0.0,))[0], more.get(id, (0.0,))[0]) for id in reports if id not in has}
        return has, {id for id, share in shares.items() if self._may_have(item, id, share, reports[id])}

    def _nearest(self, passages: Iterable[Passage]) -> dict[str, tuple[float, Passage]]:
        """For each report how much of the words of one of the passages it has at most, and where."""
        best: dict[str, tuple[float, Passage]] = {}
        for passage in passages:
            for id, one in self._wordings.nearest(self._wordings.terms([passage])).items():
                best[id] = max(best.get(id, one), one)
        return best

    def _place(self, item: Item, report: str, nearest: Passage | None) -> Passage | None:
        """Where the report has the item in other words; None where it is not sure to have it."""
        if item.kind in (SilenceKind.TOLL, SilenceKind.FIGURE):
            return self._number(item, report)
        return self._answer(item, report) if item.kind is SilenceKind.ANSWER else nearest

    def _may_have(self, item: Item, report: str, share: float, beside: tuple[Passage, ...]) -> bool:
        """True where nobody can tell without reading: many of the words, or a negation near the claim or the speaker.

        A claim and what turns it down have the same words: there only a negation counts.
        """
        words = self._words
        if item.kind is SilenceKind.ANSWER:
            terms = self._wordings.terms(s.passage for s in item.statements[:1])
            turning = words.negators | words.negating_verbs | words.rejections | UNANSWERED
            return (
                self._says(item, report, turning) is not None
                or any(not said.lemmas.isdisjoint(turning) for said in self._wordings.after(beside))
                or any(
                    not said.lemmas.isdisjoint(words.rejections | {"denial"})
                    and self._wordings.shared(terms, said.terms) >= DENIED
                    for said in self._wordings.sentences(report)
                )
            )
        if item.kind in (SilenceKind.TOLL, SilenceKind.FIGURE) and self._may_number(item, report):
            return True
        return share >= MAY_HAVE

    def _answer(self, item: Item, report: str) -> Passage | None:
        """Where somebody whose answer it is denies something, or a sentence on him rejects something."""
        for quotation in self._said.get(report, ()):
            if quotation.speaker in item.speakers and quotation.stance in ANSWERS:
                return quotation.content[0]
        return self._says(item, report, self._words.rejections | {"denial"})

    def _says(self, item: Item, report: str, lemmas: frozenset[str]) -> Passage | None:
        """The first sentence of the report with one of the words that speaks of somebody whose answer it is."""
        for said in self._wordings.sentences(report):
            if not said.lemmas.isdisjoint(lemmas) and any(
                self._wordings.names(report, speaker, said.passage) for speaker in item.speakers
            ):
                return said.passage
        return None

    def _number(self, item: Item, report: str) -> Passage | None:
        """Where the report has the same number of the same thing; of the dead or hurt, any number of them."""
        whats, values = self.items.whats(item), self.items.values(item)
        for figure in self._figured.get(report, ()):
            if whats & counted(figure, self._words) and (item.kind is SilenceKind.TOLL or figure.low in values):
                return figure.passage
        return None

    def _may_number(self, item: Item, report: str) -> bool:
        """True where the report has the number, whatever of, or another of the thing; or speaks of harm at all."""
        whats, values = self.items.whats(item), self.items.values(item)
        if any(
            figure.low in values or whats & counted(figure, self._words) for figure in self._figured.get(report, ())
        ):
            return True
        numbers = {f"{value:g}" for value in values if value is not None}
        return any(
            numbers & said.lemmas or (item.kind is SilenceKind.TOLL and HARM & said.terms)
            for said in self._wordings.sentences(report)
        )

    def _could_have(self, passages: Iterable[Passage], report: str) -> tuple[bool | None, str]:
        """Whether two of the origins had it before the report came out, or none yet, and that in words."""
        own = self._at(report)
        first: dict[str, str | None] = {}
        for passage in passages:
            at, origin = self._at(passage.report), self._origin(passage.report)
            first[origin] = at if origin not in first else _earlier(first[origin], at)
        known = [at for at in first.values() if at]
        if own is None or not known:
            return None, "the reports’ times don’t tell whether it was known when this one came out"
        before = sum(_order(at, own) < 0 for at in known)
        if len(known) == len(first) and all(_order(at, own) > 0 for at in known):
            return False, "all of them came out after this one"
        if before >= 2:
            return True, f"{before} of them had it before this one came out"
        return None, "the times don’t tell whether it was known well enough when this one came out"

    def _origin(self, report: str) -> str:
        held = self._origins.get(self._home[report])
        return held[0][1] if held else ""

    def _at(self, report: str) -> str | None:
        """When the report's text is from: its last update, else its publication."""
        found = self._reports[report]
        return stamp(found.updated_at.value) or stamp(found.published_at.value)

    def _sharing(self, points: Sequence[Point]) -> dict[str, set[str]]:
        """For each report the points that it has beside other origins."""
        found: dict[str, set[str]] = defaultdict(set)
        for point in points:
            if len({s.origin for s in point.statements}) > 1:
                for statement in point.statements:
                    found[self._home[statement.passage.report]].add(point.id)
        return found


def _by_report(found: Iterable[T], report: Callable[[T], str]) -> dict[str, list[T]]:
    by: dict[str, list[T]] = defaultdict(list)
    for one in found:
        by[report(one)].append(one)
    return by


def _one_each(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The first passage of each report."""
    first: dict[str, Passage] = {}
    for passage in passages:
        first.setdefault(passage.report, passage)
    return tuple(first.values())


def _order(one: str, two: str) -> int:
    """-1 where the first time is before the second, 1 where it is after, 0 where that can't be told."""
    short = min(len(one), len(two))
    return (one[:short] > two[:short]) - (one[:short] < two[:short])


def _earlier(one: str | None, two: str | None) -> str | None:
    """The earlier of two times; None where one is not known."""
    return min(one, two) if one and two else None
