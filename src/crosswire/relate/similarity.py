"""Which sentences of different reports may speak of the same thing, and how alike they are, slot by slot."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from crosswire.relate.statements import Slots

# A term in more sentences than this, or than this part of them, brings no candidates: in a story about a summit
# "summit" would pair everything with everything.
COMMON_COUNT = 40
COMMON_PART = 0.15
# The most candidates a sentence keeps, over all other reports.
MOST_CANDIDATES = 60
# The idf of a term that the background table does not hold: a name, a rare word.
RARE = 8.5


class Neighbourhood:
    """The sentences of a story with the weights of their terms; answers how alike two of them are."""

    def __init__(self, slots: Sequence[Slots], background: Mapping[str, float]) -> None:
        self.slots = tuple(slots)
        self._background = background
        self._at = {(s.report, s.number): n for n, s in enumerate(self.slots)}
        counts = Counter(term for s in self.slots for term in s.terms)
        self._idf = {term: math.log((len(self.slots) + 1) / (count + 0.5)) for term, count in counts.items()}
        self._counts = counts
        class_counts = Counter(name for s in self.slots for name in s.classes)
        self._class_idf = {n: math.log((len(self.slots) + 1) / (c + 0.5)) for n, c in class_counts.items()}
        self._norms = [math.sqrt(sum(self.weight(t) ** 2 for t in s.terms)) or 1.0 for s in self.slots]
        self._story_norms = [math.sqrt(sum(self._idf[t] ** 2 for t in s.terms)) or 1.0 for s in self.slots]
        self._alike: dict[tuple[int, int], float] = {}

    def weight(self, term: str) -> float:
        """How much a shared term says: rare in the story and rare in news at large weigh most."""
        return math.sqrt(self._idf[term] * self._background.get(term, RARE))

    def class_weight(self, name: str) -> float:
        """How much a shared synonym class says, by its rareness in the story."""
        return self._class_idf[name]

    def alike(self, a: int, b: int) -> float:
        """The cosine of two sentences' weighted terms, 0 to 1."""
        key = (a, b) if a < b else (b, a)
        if key not in self._alike:
            shared = self.slots[a].terms & self.slots[b].terms
            self._alike[key] = sum(self.weight(t) ** 2 for t in sorted(shared)) / (self._norms[a] * self._norms[b])
        return self._alike[key]

    def story_cosine(self, a: int, b: int) -> float:
        """The cosine with the story's own idf only: the plain baseline."""
        shared = self.slots[a].terms & self.slots[b].terms
        return sum(self._idf[t] ** 2 for t in sorted(shared)) / (self._story_norms[a] * self._story_norms[b])

    def beside(self, n: int, step: int) -> int | None:
        """The index of the sentence `step` further on in the same report, None at its ends."""
        s = self.slots[n]
        return self._at.get((s.report, s.number + step))

    @cached_property
    def candidates(self) -> tuple[tuple[tuple[int, float], ...], ...]:
        """For each sentence the sentences of other reports worth a look, best first, with their likeness."""
        most = max(COMMON_COUNT, int(COMMON_PART * len(self.slots)))
        postings: dict[str, list[int]] = defaultdict(list)
        for n, s in enumerate(self.slots):
            for key in s.terms:
                if self._counts[key] <= most:
                    postings[key].append(n)
        return tuple(self._candidates(n, postings) for n in range(len(self.slots)))

    def _candidates(self, n: int, postings: Mapping[str, Sequence[int]]) -> tuple[tuple[int, float], ...]:
        """The candidates of sentence `n`, best first."""
        here = self.slots[n]
        found = {m for key in here.terms for m in postings.get(key, ()) if self.slots[m].report != here.report}
        scored = sorted(((self.alike(n, m), -m) for m in found), reverse=True)
        return tuple((-m, score) for score, m in scored[:MOST_CANDIDATES])

    @cached_property
    def _ranks(self) -> tuple[Mapping[int, int], ...]:
        """For each sentence the rank of every candidate among those of the candidate's report, from 0."""
        return tuple(self._ranked(n) for n in range(len(self.slots)))

    def _ranked(self, n: int) -> dict[int, int]:
        seen: Counter[int] = Counter()
        ranks = {}
        for m, _ in self.candidates[n]:
            ranks[m] = seen[self.slots[m].report]
            seen[self.slots[m].report] += 1
        return ranks

    def rank(self, a: int, b: int) -> int:
        """How many sentences of b's report are more like `a` than `b` is; 20 where b is no candidate."""
        return self._ranks[a].get(b, 20)

    @cached_property
    def best(self) -> tuple[float, ...]:
        """For each sentence its likeness to its best candidate, 0 without one."""
        return tuple(c[0][1] if c else 0.0 for c in self.candidates)

    @cached_property
    def _best_in(self) -> tuple[Mapping[int, float], ...]:
        """For each sentence its best likeness in every other report."""
        found: list[dict[int, float]] = []
        for candidates in self.candidates:
            best: dict[int, float] = {}
            for m, score in candidates:
                best.setdefault(self.slots[m].report, score)
            found.append(best)
        return tuple(found)

    def best_in(self, a: int, report: int) -> float:
        """The likeness of `a` to its best candidate in `report`."""
        return self._best_in[a].get(report, 0.0)

    def pairs(self) -> tuple[tuple[int, int], ...]:
        """The pairs worth deciding, smaller index first, in order."""
        return tuple(sorted({(min(n, m), max(n, m)) for n, found in enumerate(self.candidates) for m, _ in found}))


def _share(part: float, whole: float) -> float:
    """part / whole, 0 where the whole is nothing."""
    return part / whole if whole else 0.0


def _overlap(a: frozenset[str], b: frozenset[str], weigh: Callable[[str], float]) -> tuple[float, float]:
    """The weight of what two sets share, and its share of the smaller set's weight."""
    shared = sum(weigh(x) for x in sorted(a & b))
    return shared, _share(shared, min(sum(weigh(x) for x in sorted(a)), sum(weigh(x) for x in sorted(b))))


def _run(a: Sequence[str], b: Sequence[str]) -> int:
    """The length of the longest run of words that two sentences share."""
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


def _clause_alike(a: Slots, b: Slots, weigh: Callable[[str], float]) -> float:
    """The best weighted Dice between a clause of one and a clause of the other."""
    best = 0.0
    for one in a.clauses:
        heavy = sum(weigh(t) for t in sorted(one.terms))
        for two in b.clauses:
            shared = sum(weigh(t) for t in sorted(one.terms & two.terms))
            if shared:
                best = max(best, 2 * shared / (heavy + sum(weigh(t) for t in sorted(two.terms))))
    return best


def _bigrams(words: Sequence[str]) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(words))


FEATURES = (
    "alike", "story_cosine", "clause", "shared", "contained", "rarest", "second_rarest", "shared_count",
    "classes", "class_contained", "verbs", "verb_classes", "names", "name_contained", "numbers", "numbers_clash",
    "times", "subject", "run", "bigrams", "rank_low", "rank_high", "to_best_low", "to_best_high", "neighbours",
    "around", "third", "short", "long", "balance", "places", "earlier_place", "same_speaker", "both_quoted",
    "one_quoted", "polarity", "open_differs", "ahead_differs", "central", "reports_alike",
)  # fmt: skip


class Features:
    """Turns a pair of sentences into numbers, in the order of FEATURES."""

    def __init__(self, hood: Neighbourhood) -> None:
        self._hood = hood
        self._reports = _reports_alike(hood)

    def of(self, a: int, b: int) -> tuple[float, ...]:
        """The features of the pair, the same whichever comes first."""
        hood, one, two = self._hood, self._hood.slots[a], self._hood.slots[b]
        return (
            *self._terms(a, b),
            *_slots_features(one, two, hood),
            *self._ranks(a, b),
            *self._context(a, b),
            *_forms(one, two),
            min(hood.best[a], hood.best[b]),
            self._reports.get((min(one.report, two.report), max(one.report, two.report)), 0.0),
        )

    def _terms(self, a: int, b: int) -> tuple[float, ...]:
        hood, one, two = self._hood, self._hood.slots[a], self._hood.slots[b]
        shared, contained = _overlap(one.terms, two.terms, hood.weight)
        heaviest = (*sorted((hood.weight(t) for t in one.terms & two.terms), reverse=True), 0.0, 0.0)
        return (
            hood.alike(a, b), hood.story_cosine(a, b), _clause_alike(one, two, hood.weight), shared, contained,
            heaviest[0], heaviest[1], float(len(one.terms & two.terms)),
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
        ours = dict(hood.candidates[a])
        third = max((min(score, ours[m]) for m, score in hood.candidates[b] if m in ours), default=0.0)
        return (max(beside), max(around), third)

    def _step(self, a: int, b: int, left: int, right: int) -> float:
        one, two = self._hood.beside(a, left), self._hood.beside(b, right)
        return self._hood.alike(one, two) if one is not None and two is not None else 0.0


def _slots_features(one: Slots, two: Slots, hood: Neighbourhood) -> tuple[float, ...]:
    classes, class_part = _overlap(one.classes, two.classes, hood.class_weight)
    names, name_part = _overlap(one.names, two.names, lambda _: 1.0)
    clash = bool(one.numbers) and bool(two.numbers) and not one.numbers & two.numbers
    grams = _bigrams(one.words), _bigrams(two.words)
    return (
        classes, class_part, float(len(one.verbs & two.verbs)),
        float(len(one.classes & two.classes)), names, name_part, float(len(one.numbers & two.numbers)), float(clash),
        float(len(one.times & two.times)), _share(len(one.subject & two.subject), len(one.subject | two.subject)),
        float(_run(one.words, two.words)), _share(len(grams[0] & grams[1]), min(len(grams[0]), len(grams[1]))),
    )  # fmt: skip


def _forms(one: Slots, two: Slots) -> tuple[float, ...]:
    lengths = sorted((len(one.terms), len(two.terms)))
    return (
        float(lengths[0]), float(lengths[1]), _share(lengths[0], lengths[1]), abs(one.place - two.place),
        min(one.place, two.place), float(len(one.speakers & two.speakers)), min(one.quoted, two.quoted),
        abs(one.quoted - two.quoted), float(one.negated != two.negated), float(one.open != two.open),
        float(one.ahead != two.ahead),
    )  # fmt: skip


def _reports_alike(hood: Neighbourhood) -> dict[tuple[int, int], float]:
    """How alike two reports are: the mean likeness of their sentences to the best in the other."""
    sums: dict[tuple[int, int], list[float]] = defaultdict(list)
    reports = sorted({s.report for s in hood.slots})
    for n, s in enumerate(hood.slots):
        for other in reports:
            if other != s.report:
                sums[min(s.report, other), max(s.report, other)].append(hood.best_in(n, other))
    return {key: sum(values) / len(values) for key, values in sums.items()}


def feature_rows(hood: Neighbourhood, pairs: Iterable[tuple[int, int]]) -> list[tuple[float, ...]]:
    """The features of each pair, in order."""
    features = Features(hood)
    return [features.of(a, b) for a, b in pairs]
