"""Which sentences of different reports may speak of the same thing, and how alike their words are."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from crosswire.relate.points.retrieval import nearest
from crosswire.relate.points.statements import Slots

# A term in more sentences than this, or than this part of them, brings no candidates: in a story about a summit
# "summit" would pair everything with everything.
COMMON_COUNT = 40
COMMON_PART = 0.15
# The most candidates a sentence keeps, over all other reports.
MOST_CANDIDATES = 60
# In a large story each sentence keeps fewer, so that about this many pairs are looked at, but never under FEWEST.
PAIRS_LOOKED_AT = 24_000
FEWEST_CANDIDATES = 12
# So many likenesses are kept for whoever asks again; those of all pairs ever asked for take hundreds of megabytes.
MOST_KEPT = 200_000
# What a synonym counts beside the word itself.
CLASS_PART = 0.6
# Terms are weighed as if the story had at least so many sentences: in two reports of a sentence each every word
# would be common and nothing would link.
LEAST_SIZE = 40
# A word in so large a part of the story's sentences, and in half of its reports, is what the story is about: that two
# sentences share it says nothing of them. Small stories: at least so many sentences.
THEME_PART = 0.08
THEME_COUNT = 5
# Synonyms that almost any two sentences of a story share.
EMPTY_CLASSES = frozenset({"say", "police", "report", "press", "confirm", "ask"})
EMPTY_TERMS = frozenset({"say", "tell"})
# The idf of a term that the background table does not hold: a name, a rare word.
RARE = 8.5


class Neighbourhood:
    """The sentences of a story with the weights of their terms; answers how alike two of them are."""

    def __init__(self, slots: Sequence[Slots], background: Mapping[str, float]) -> None:
        self.slots = tuple(slots)
        self._at = {(s.report, s.number): n for n, s in enumerate(self.slots)}
        size = max(len(self.slots), LEAST_SIZE)
        counts = Counter(term for s in self.slots for term in s.terms)
        self._idf = {term: math.log((size + 1) / (count + 0.5)) for term, count in counts.items()}
        self._weights = {t: math.sqrt(idf * background.get(t, RARE)) for t, idf in self._idf.items()}
        self._counts = counts
        kept = PAIRS_LOOKED_AT // max(1, len(self.slots))
        self._kept = max(FEWEST_CANDIDATES, min(MOST_CANDIDATES, kept))
        class_counts = Counter(name for s in self.slots for name in s.classes)
        self._class_idf = {n: math.log((size + 1) / (c + 0.5)) for n, c in class_counts.items()}
        actor_counts = Counter(actor for s in self.slots for actor in s.actors)
        self._actor_idf = {a: math.log((size + 1) / (c + 0.5)) for a, c in actor_counts.items()}
        self._squares = {term: weight**2 for term, weight in self._weights.items()}
        self._story_squares = {term: idf**2 for term, idf in self._idf.items()}
        self._norms = [math.sqrt(sum(self._squares[t] for t in sorted(s.terms))) or 1.0 for s in self.slots]
        self._story_norms = [math.sqrt(sum(self._story_squares[t] for t in sorted(s.terms))) or 1.0 for s in self.slots]
        self._alike: dict[int, float] = {}
        self.reports = len({s.report for s in self.slots if not s.superseded})

    def weight(self, term: str) -> float:
        """How much a shared term says: rare in the story and rare in news at large weigh most."""
        return self._weights[term]

    def known_weight(self, term: str) -> float:
        """The same for what may be no term of the story, two words read as one: 0 then."""
        return self._weights.get(term, 0.0)

    def class_weight(self, name: str) -> float:
        """How much a shared synonym class says, by its rareness in the story."""
        return self._class_idf[name]

    def actor_weight(self, actor: str) -> float:
        """How much a shared actor says: the one whom everybody names says little."""
        return self._actor_idf[actor]

    def alike(self, a: int, b: int) -> float:
        """The cosine of two sentences' weighted terms, 0 to 1."""
        key = a * len(self.slots) + b if a < b else b * len(self.slots) + a
        if key not in self._alike:
            shared = sorted(self.slots[a].terms & self.slots[b].terms)
            if len(self._alike) >= MOST_KEPT:
                self._alike.clear()
            self._alike[key] = sum(map(self._squares.__getitem__, shared)) / (self._norms[a] * self._norms[b])
        return self._alike[key]

    def story_cosine(self, a: int, b: int) -> float:
        """The cosine with the story's own idf only: the plain baseline."""
        shared = sorted(self.slots[a].terms & self.slots[b].terms)
        return sum(map(self._story_squares.__getitem__, shared)) / (self._story_norms[a] * self._story_norms[b])

    def beside(self, n: int, step: int) -> int | None:
        """The index of the sentence `step` further on in the same report, None at its ends."""
        s = self.slots[n]
        return self._at.get((s.report, s.number + step))

    @cached_property
    def theme(self) -> frozenset[str]:
        """The words that the story is about: in half of its reports and many of its sentences."""
        reports: dict[str, set[int]] = defaultdict(set)
        for s in self.slots:
            for term in s.terms:
                reports[term].add(s.report)
        half = self.reports / 2
        often = max(THEME_COUNT, THEME_PART * len(self.slots))
        return frozenset(t for t, found in reports.items() if len(found) >= half and self._counts[t] >= often)

    def specific(self, a: int, b: int) -> int:
        """How many plain words two sentences share, or synonyms of them: no names, nothing the story is about."""
        one, two = self._plain[a], self._plain[b]
        both = one.keys() & two.keys()
        ours = [classes for stem, classes in one.items() if stem not in both]
        theirs = [classes for stem, classes in two.items() if stem not in both]
        akin = sum(any(c & d for d in theirs) for c in ours), sum(any(c & d for c in ours) for d in theirs)
        return len(both) + min(akin)

    def specific_names(self, a: int, b: int) -> int:
        """How many words of names two sentences share that the story is not about."""
        return len((self.slots[a].names & self.slots[b].names) - self.theme)

    @cached_property
    def _plain(self) -> tuple[Mapping[str, frozenset[str]], ...]:
        """For each sentence its plain words with their synonym classes."""
        left_out = self.theme | EMPTY_TERMS
        return tuple(
            {t.stem: t.classes - EMPTY_CLASSES for t in s.sequence if t.stem not in left_out and t.stem not in s.names}
            for s in self.slots
        )

    @cached_property
    def candidates(self) -> tuple[tuple[tuple[int, float], ...], ...]:
        """For each sentence the sentences of other reports worth a look, best first, with their likeness."""
        most = max(COMMON_COUNT, int(COMMON_PART * len(self.slots)))
        return tuple(
            nearest(
                [s.terms for s in self.slots],
                [s.report for s in self.slots],
                squares=self._squares,
                norms=self._norms,
                leading=frozenset(term for term, count in self._counts.items() if count <= most),
                kept=self._kept,
            )
        )

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

    def best_by_report(self, n: int) -> Mapping[int, float]:
        """Of every other report that has a candidate of sentence `n`, the likeness of the best."""
        return self._best_in[n]

    @cached_property
    def _likeness(self) -> tuple[Mapping[int, float], ...]:
        """For each sentence its candidates with their likeness."""
        return tuple(dict(found) for found in self.candidates)

    def likeness(self, n: int) -> Mapping[int, float]:
        """The candidates of sentence `n` with their likeness."""
        return self._likeness[n]

    def best_in(self, a: int, report: int) -> float:
        """The likeness of `a` to its best candidate in `report`."""
        return self._best_in[a].get(report, 0.0)

    def pairs(self) -> tuple[tuple[int, int], ...]:
        """The pairs worth deciding, smaller index first, in order."""
        return tuple(sorted({(min(n, m), max(n, m)) for n, found in enumerate(self.candidates) for m, _ in found}))
