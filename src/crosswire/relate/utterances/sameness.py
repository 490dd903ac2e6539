"""Which renderings are one act of speech, two by two, and how sure that is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum
from math import log

from crosswire.lexicons.renderings import RenderingWords
from crosswire.relate.sequences import common_length
from crosswire.relate.utterances.rendered import BREAK, RUN, Rendered

MOST_POSTINGS = 40  # a word of more renderings than this brings no candidates
LEAST_SHARED = 3  # words of weight that two renderings must share
LEAST_PLAIN = 1  # of them words that name nobody: everybody in a story speaks of the same persons
NAME_PART = 0.7  # what a word counts that names somebody
SAME_WORDS = 0.62  # share of the shorter rendering's words, in order
SAME_CONTENT = 0.6  # share of the lighter rendering's weight
SURE = 0.15  # above the threshold: words between marks that join whatever else was joined
COMMON_WEIGHT = 0.3  # what a word counts that every rendering has
SHORT = 5  # words of weight: a shorter rendering says too little to be found inside a longer one
SHORT_ALLOWANCE = 0.1
SHORT_ASKED = 0.15  # what is asked on top of words in order, and only of words between marks
SHORT_GIVEN = 0.05  # what two short renderings of like length are given
UNKNOWN_SPEAKER = 0.15  # what is asked on top when only one speaker is known
NEARLY_EQUAL = 0.85  # of all words of both, in order: two reports that copied one sentence
SURELY_EQUAL = 0.9  # the same, of speakers who are described otherwise, or named by one report only
COPIED_WORDS = 12  # of them: "police said the driver had swum ashore", and so did the harbour office
CHAINED = 3  # later renderings with the same run that each is compared with
MOSTLY_RUN = 0.8  # of the shorter one's words between marks
FRAGMENT = 4  # words between marks that stand in the other's marks in one piece
FRAGMENT_GIVEN = 0.02
SAME_PART = 0.75  # of all words of two parts, in order


class Speakers(Enum):
    """How the speakers of two renderings stand to each other."""

    SAME = "same"
    UNKNOWN = "unknown"  # one of them is nobody known: "he"
    DESCRIBED = "described"  # one of them is only described, and may be the other
    OTHER = "other"


class Sameness:
    """Compares the renderings of a story. `names` are the stems that name somebody in it.

    Cost grows with the renderings, not with their pairs: only those that share uncommon words, or five words in a row
    between marks, are compared.
    """

    def __init__(self, found: Sequence[Rendered], names: frozenset[str], words: RenderingWords) -> None:
        self._words = words
        self._found = found
        self._names = names
        self._runs = [one.runs(words) for one in found]
        self._postings: dict[str, list[int]] = defaultdict(list)
        for n, one in enumerate(found):
            for stem in sorted(one.heavy):
                self._postings[stem].append(n)
        self._weight = {
            stem: (COMMON_WEIGHT + log(len(found) / len(where))) * (NAME_PART if stem in names else 1.0)
            for stem, where in self._postings.items()
        }

    def pairs(self) -> Iterator[tuple[float, int, int]]:
        """Pairs of renderings that are one utterance, the first number lower, with how far they are above the bar."""
        run_pairs = self._with_a_run()
        for n in range(len(self._found)):
            for other in sorted({*self._candidates(n), *run_pairs[n]}):
                score = self._likeness(n, other)
                if score > 0:
                    yield score, n, other

    def _with_a_run(self) -> dict[int, set[int]]:
        """For each rendering later ones with which it shares a run: the next few that have it, so that all are chained.

        A few, because the next one may stand in the same report.
        """
        holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for n, runs in enumerate(self._runs):
            for run in runs:
                holders[run].append(n)
        found: dict[int, set[int]] = defaultdict(set)
        for held in holders.values():
            for place, here in enumerate(held):
                found[here].update(held[place + 1 : place + 1 + CHAINED])
        return found

    def _candidates(self, n: int) -> Iterator[int]:
        """Later renderings that may be the same as the n-th, with enough uncommon words shared."""
        one = self._found[n]
        shared: Counter[int] = Counter()
        for stem in one.heavy:
            where = self._postings[stem]
            if len(where) <= MOST_POSTINGS:
                shared.update(other for other in where if other > n)
        for other, count in shared.items():
            two = self._found[other]
            equal = count == len(one.heavy) == len(two.heavy) > 1
            marked = one.marked and two.marked and count > 1
            if count >= LEAST_SHARED or equal or marked:
                yield other

    def _likeness(self, n: int, other: int) -> float:
        """How far two renderings are above what makes them one utterance; 0 or less where they are not."""
        a, b = self._found[n], self._found[other]
        speakers = _speakers(a, b)
        if speakers is Speakers.OTHER:
            return 0.0
        run = self._run(n, other)
        common = common_length(a.words, b.words)
        both = 2 * common / (len(a.words) + len(b.words))
        if speakers is Speakers.DESCRIBED:
            return max(SURE * run, _copied(a, b, both))
        shared = a.heavy & b.heavy
        if not run and len(shared - self._names) < LEAST_PLAIN and both < NEARLY_EQUAL:
            return 0.0
        asked = UNKNOWN_SPEAKER if speakers is Speakers.UNKNOWN else 0.0
        quoted = 0.0
        if speakers is Speakers.SAME:
            quoted = SURE if self._same_part(a, b) else FRAGMENT_GIVEN if self._quotes_from(a, b) else 0.0
        return max(SURE * run, quoted, self._by_words(a, b, shared, common) - asked)

    def _run(self, n: int, other: int) -> bool:
        """True when words in a row between marks stand in both: three of weight, or most of the shorter's words."""
        shared = self._runs[n] & self._runs[other]
        shorter = min(len(self._found[n].said), len(self._found[other].said))
        heavy = {word for run in shared for word in run if not self._words.is_small(word)}
        return len(heavy) > 2 or (bool(shared) and len(shared) + RUN - 1 >= MOSTLY_RUN * (shorter - 1))

    def _quotes_from(self, a: Rendered, b: Rendered) -> bool:
        """True when all that one has between marks stands in one piece between the other's: "enemy of the pier"."""
        fewer, more = sorted((a.said, b.said), key=len)
        piece = fewer[:-1]
        if len(piece) < FRAGMENT or BREAK in piece or sum(not self._words.is_small(word) for word in piece) < 2:
            return False
        return any(more[n : n + len(piece)] == piece for n in range(len(more) - len(piece) + 1))

    def _same_part(self, a: Rendered, b: Rendered) -> bool:
        """True when one part between marks of each is much the same, whatever else they quote."""
        return any(
            min(len(x), len(y)) > FRAGMENT
            and 2 * common_length(x, y) >= SAME_PART * (len(x) + len(y))
            and sum(not self._words.is_small(word) for word in set(x) & set(y)) > 2
            for x in a.parts
            for y in b.parts
        )

    def _by_words(self, a: Rendered, b: Rendered, shared: frozenset[str], common: int) -> float:
        """By how much the shared words, by weight or in order, exceed what is asked."""
        lighter = min((a.heavy, b.heavy), key=lambda heavy: (self._total(heavy), sorted(heavy)))
        content = self._total(shared) / self._total(lighter) if lighter else 0.0
        shorter = min(len(a.words), len(b.words))
        order = common / shorter if shorter >= LEAST_SHARED else 0.0
        if len(lighter) < SHORT:
            content = min(content, len(shared) / max(1, len(a.heavy | b.heavy)) + SHORT_ALLOWANCE)
            order = _short_order(a, b, order, len(shared))
        return max(content - SAME_CONTENT, order - SAME_WORDS)

    def _total(self, stems: frozenset[str]) -> float:
        return sum(self._weight[stem] for stem in sorted(stems))


def _speakers(a: Rendered, b: Rendered) -> Speakers:
    """How the speakers of two renderings stand to each other."""
    if a.speaker is None or b.speaker is None:
        return Speakers.UNKNOWN
    if a.speaker == b.speaker:
        return Speakers.SAME
    if a.described and b.described:
        one, other = set(a.described.split()), set(b.described.split())
        return Speakers.UNKNOWN if one < other or other < one else Speakers.DESCRIBED
    return Speakers.DESCRIBED if a.described or b.described else Speakers.OTHER


def _copied(a: Rendered, b: Rendered, both: float) -> float:
    """How far two renderings of speakers who are only described are above what makes them one sentence, copied."""
    if a.described == b.described:
        return both - NEARLY_EQUAL + 0.01
    enough = min(len(a.words), len(b.words)) >= COPIED_WORDS
    return both - SURELY_EQUAL + 0.01 if enough else 0.0


def _short_order(a: Rendered, b: Rendered, order: float, shared: int) -> float:
    """What words in order count for when one rendering is short: only between marks, and only if both are alike."""
    if not (a.marked and b.marked):
        return 0.0
    both = 2 * order * min(len(a.words), len(b.words)) / (len(a.words) + len(b.words))
    return max(order - SHORT_ASKED if shared >= LEAST_SHARED else 0.0, both + SHORT_GIVEN)
