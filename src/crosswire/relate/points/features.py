"""How alike two sentences are, slot by slot: the numbers that the point model decides by."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from crosswire.relate.points.similarity import CLASS_PART, Neighbourhood
from crosswire.relate.points.statements import Slots, Term

# The running terms compared at once.
WINDOW = 9


def _share(part: float, whole: float) -> float:
    """part / whole, 0 where the whole is nothing."""
    return part / whole if whole else 0.0


class Weights:
    """What terms of one kind weigh; the weight of a whole set is added up once."""

    def __init__(self, weigh: Callable[[str], float]) -> None:
        self.of = weigh
        self._totals: dict[frozenset[str], float] = {}

    def total(self, terms: frozenset[str]) -> float:
        """The weight of all terms, in an order that never changes."""
        if terms not in self._totals:
            self._totals[terms] = sum(self.of(t) for t in sorted(terms))
        return self._totals[terms]

    def overlap(self, a: frozenset[str], b: frozenset[str]) -> tuple[float, float]:
        """The weight of what two sets share, and its share of the lighter set's weight."""
        both = a & b
        shared = sum(self.of(t) for t in sorted(both)) if both else 0.0
        return shared, _share(shared, min(self.total(a), self.total(b)))


def _run(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """The length of the longest run of words that two sentences share.

    Most pairs share no two running words, and are told so at once.
    """
    if not _bigrams(a) & _bigrams(b):
        return int(bool(set(a) & set(b)))
    longest = 0
    last = [0] * (len(b) + 1)
    for word in a:
        row = [0] * (len(b) + 1)
        for n, other in enumerate(b):
            if word == other:
                row[n + 1] = last[n] + 1
                longest = max(longest, row[n + 1])
        last = row
    return longest


def _clause_alike(a: Slots, b: Slots, weights: Weights) -> float:
    """The best weighted Dice between a clause of one and a clause of the other."""
    best = 0.0
    for one in a.clauses:
        for two in b.clauses:
            both = one.terms & two.terms
            if both:
                shared = sum(weights.of(t) for t in sorted(both))
                best = max(best, 2 * shared / (weights.total(one.terms) + weights.total(two.terms)))
    return best


def _window_alike(a: Slots, b: Slots, weigh: Callable[[str], float]) -> float:
    """The best weighted Dice between WINDOW running terms of one and as many of the other.

    A long sentence may share one of its parts wholly: "… and blamed the strike on the union" in the middle of much.
    Synonyms count as CLASS_PART of a shared term.
    """
    windows = [_Window(b.sequence[j : j + WINDOW], weigh) for j in _starts(b, a)]
    best = 0.0
    for i in _starts(a, b) if windows else ():
        one = a.sequence[i : i + WINDOW]
        heavy = sum(weigh(t.stem) for t in one)
        told = [(stem, term.classes, weigh(stem)) for stem, term in {t.stem: t for t in one}.items()]
        for two in windows:
            best = max(best, 2 * two.shared(told) / (heavy + two.weight))
    return best


class _Window:
    """Some running terms, ready to be compared with many others: the weight of all of them, and what they say."""

    __slots__ = ("_classes", "_stems", "weight")

    def __init__(self, terms: Sequence[Term], weigh: Callable[[str], float]) -> None:
        self.weight = sum(weigh(t.stem) for t in terms)
        self._stems = {t.stem for t in terms}
        self._classes = {c for t in terms for c in t.classes}

    def shared(self, told: Iterable[tuple[str, frozenset[str], float]]) -> float:
        """The weight of those terms, each with its classes and weight, that are here too; of synonyms a part."""
        total = 0.0
        for stem, classes, weight in told:
            if stem in self._stems:
                total += weight
            elif classes and not classes.isdisjoint(self._classes):
                total += CLASS_PART * weight
        return total


def _starts(a: Slots, b: Slots) -> list[int]:
    """Where a window of `a` may begin: at a term that `b` shares, far enough from the end to be full if it can be."""
    last = max(0, len(a.sequence) - WINDOW)
    return sorted({min(n, last) for n, term in enumerate(a.sequence) if term.stem in b.terms})


def _shared_weight(one: Sequence[Term], two: Sequence[Term], weigh: Callable[[str], float]) -> float:
    """The weight of the terms two windows share, each counted once."""
    told = [(stem, term.classes, weigh(stem)) for stem, term in {t.stem: t for t in one}.items()]
    return _Window(two, weigh).shared(told)


def _said_alike(a: Slots, b: Slots, weigh: Callable[[str], float]) -> float:
    """The best weighted Dice between what one speaker says in both sentences; 0 without a speaker in both."""
    best = 0.0
    for one in a.sayings:
        for two in b.sayings:
            if one.speaker == two.speaker and one.terms and two.terms:
                whole = sum(weigh(t.stem) for t in one.terms) + sum(weigh(t.stem) for t in two.terms)
                best = max(best, 2 * _shared_weight(one.terms, two.terms, weigh) / whole)
    return best


@lru_cache(maxsize=8192)
def _bigrams(words: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(words))


FEATURES = (
    "alike", "story_cosine", "clause", "window", "shared", "contained", "rarest", "second_rarest", "shared_count",
    "classes", "class_contained", "verbs", "verb_classes", "names", "name_contained", "actors", "actors_contained",
    "numbers", "numbers_clash", "times", "subject", "run", "bigrams", "rank_low", "rank_high", "to_best_low",
    "to_best_high", "neighbours", "around", "third", "short", "long", "balance", "same_speaker", "said_alike",
    "both_quoted", "one_quoted", "polarity", "open_differs", "ahead_differs", "central", "reports_alike",
)  # fmt: skip


class Features:
    """Turns a pair of sentences into numbers, in the order of FEATURES."""

    def __init__(self, hood: Neighbourhood) -> None:
        self._hood = hood
        self._reports = _reports_alike(hood)
        self._terms_of = Weights(hood.weight)
        self._classes_of = Weights(hood.class_weight)
        self._actors_of = Weights(hood.actor_weight)

    def of(self, a: int, b: int) -> tuple[float, ...]:
        """The features of the pair, the same whichever comes first."""
        hood, one, two = self._hood, self._hood.slots[a], self._hood.slots[b]
        return (
            *self._terms(a, b),
            *self._slots(one, two),
            *self._ranks(a, b),
            *self._context(a, b),
            *_forms(one, two, _said_alike(one, two, hood.weight)),
            min(hood.best[a], hood.best[b]),
            self._reports.get((min(one.report, two.report), max(one.report, two.report)), 0.0),
        )

    def _terms(self, a: int, b: int) -> tuple[float, ...]:
        hood, one, two = self._hood, self._hood.slots[a], self._hood.slots[b]
        shared, contained = self._terms_of.overlap(one.terms, two.terms)
        heaviest = (*sorted((hood.weight(t) for t in one.terms & two.terms), reverse=True), 0.0, 0.0)
        return (
            hood.alike(a, b), hood.story_cosine(a, b), _clause_alike(one, two, self._terms_of),
            _window_alike(one, two, hood.weight), shared, contained,
            heaviest[0], heaviest[1], float(len(one.terms & two.terms)),
        )  # fmt: skip

    def _slots(self, one: Slots, two: Slots) -> tuple[float, ...]:
        classes, class_part = self._classes_of.overlap(one.classes, two.classes)
        names, name_part = self._terms_of.overlap(one.names, two.names)
        actors, actor_part = self._actors_of.overlap(one.actors, two.actors)
        clash = bool(one.numbers) and bool(two.numbers) and not one.numbers & two.numbers
        grams = _bigrams(one.words), _bigrams(two.words)
        return (
            classes, class_part, float(len(one.verbs & two.verbs)), float(len(one.classes & two.classes)),
            names, name_part, actors, actor_part,
            float(len(one.numbers & two.numbers)), float(clash),
            float(len(one.times & two.times)), _share(len(one.subject & two.subject), len(one.subject | two.subject)),
            float(_run(one.words, two.words)), _share(len(grams[0] & grams[1]), min(len(grams[0]), len(grams[1]))),
        )  # fmt: skip

    def _ranks(self, a: int, b: int) -> tuple[float, ...]:
        hood = self._hood
        ranks = sorted((hood.rank(a, b), hood.rank(b, a)))
        alike = hood.alike(a, b)
        to_best = sorted(
            (
                _share(alike, hood.best_in(a, hood.slots[b].report)),
                _share(alike, hood.best_in(b, hood.slots[a].report)),
            )
        )
        return (float(ranks[0]), float(ranks[1]), min(2.0, to_best[0]), min(2.0, to_best[1]))

    def _context(self, a: int, b: int) -> tuple[float, ...]:
        """Likeness of what stands beside, and of the best third sentence that both are like."""
        hood = self._hood
        beside = [self._step(a, b, 1, 1), self._step(a, b, -1, -1)]
        around = [self._step(a, b, 0, 1), self._step(a, b, 0, -1), self._step(a, b, 1, 0), self._step(a, b, -1, 0)]
        ours = hood.likeness(a)
        third = max((min(score, ours[m]) for m, score in hood.candidates[b] if m in ours), default=0.0)
        return (max(beside), max(around), third)

    def _step(self, a: int, b: int, left: int, right: int) -> float:
        one, two = self._hood.beside(a, left), self._hood.beside(b, right)
        return self._hood.alike(one, two) if one is not None and two is not None else 0.0


def _forms(one: Slots, two: Slots, said: float) -> tuple[float, ...]:
    lengths = sorted((len(one.terms), len(two.terms)))
    return (
        float(lengths[0]), float(lengths[1]), _share(lengths[0], lengths[1]),
        float(len(one.speakers & two.speakers)), said, min(one.quoted, two.quoted), abs(one.quoted - two.quoted),
        float(one.negated != two.negated), float(one.open != two.open), float(one.ahead != two.ahead),
    )  # fmt: skip


def _reports_alike(hood: Neighbourhood) -> dict[tuple[int, int], float]:
    """How alike two reports are: the mean likeness of their sentences to the best in the other; 0 where it lacks."""
    sums: dict[tuple[int, int], float] = defaultdict(float)
    for n, s in enumerate(hood.slots):
        for other, likeness in hood.best_by_report(n).items():
            sums[min(s.report, other), max(s.report, other)] += likeness
    sizes = Counter(s.report for s in hood.slots)
    return {(a, b): total / (sizes[a] + sizes[b]) for (a, b), total in sums.items()}


def feature_rows(hood: Neighbourhood, pairs: Iterable[tuple[int, int]]) -> list[array[float]]:
    """The features of each pair, in order. As bare numbers: a large story has hundreds of thousands of pairs."""
    features = Features(hood)
    return [array("d", features.of(a, b)) for a, b in pairs]
