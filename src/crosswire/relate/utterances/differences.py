"""Where two parts between marks differ, word by word, and of which kind each difference is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from crosswire.lexicons.load import Lexicons
from crosswire.model.passage import Passage
from crosswire.model.relation import Difference, DifferenceKind
from crosswire.relate.sequences import edits
from crosswire.relate.utterances.kinds import FEW, Kinds, Setting, Step, opens
from crosswire.relate.utterances.spoken import Filler, Spoken, Words, passage_over

# What it costs to set two words against each other, or a word against nothing: related words meet, others if need be.
RELATED, UNRELATED, ALONE = 0.4, 1.5, 1.0
MOST_CELLS = 900  # a longer stretch is one changed stretch: nobody reads 30 words against 30 one by one
# An end where one report has so many times the words of the other was cut otherwise, and not changed.
UNEVEN = 3
MOST_CHANGED = 0.75  # changed words for each equal one: above, two sentences are only built alike
MOST_ALONE = 0.5  # the same of words that either side has alone
LEAST_RUN = 3  # equal words in a row, on average, where more words stand alone than are equal
LONG_TEXT = 25  # words that stand alone: so many are a text, in which any sentence finds its small words
SIGNED = (DifferenceKind.ELISION, DifferenceKind.INSERTION)
QUOTES = re.compile(r"[\s\"'“”‘’«»„‚-]+")
DASH = re.compile(r"[‐‑–—]+|--+")


class Comparer:
    """Says where parts between marks differ. Built once a story: every question is answered from the words alone."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._kinds = Kinds(lexicons)
        self._words = lexicons.renderings

    def differences(
        self, a: Words, b: Words, setting: Setting, quotations: tuple[str, str] | None = None
    ) -> tuple[Difference, ...]:
        """The differences in order of `a`; what only one report quotes at either end is none."""
        steps = self._trimmed(self._crossed(list(self._steps(a, b, setting)), setting))
        if _too_far(steps):
            return ()
        found: list[Difference] = []
        for step in steps:
            if step.same:
                found += self._in_equal(step)
            elif step.kind:
                found.append(Difference(passage_over(step.a), passage_over(step.b), step.kind, step.why))
        return tuple(Difference(d.a, d.b, d.kind, d.why, quotations) for d in found)

    # --- equal words: how they are printed -------------------------------------------------------------------

    def _in_equal(self, step: Step) -> Iterator[Difference]:
        """Capitals, points and punctuation in a stretch of equal words."""
        pairs = list(zip(step.a, step.b, strict=True))
        for n, (x, y) in enumerate(pairs):
            kind, why = _print(x.printed, y.printed, opens=opens(x) or opens(y))
            if kind:
                yield Difference(passage_over([x]), passage_over([y]), kind, why)
            if n + 1 < len(pairs):
                one, other = _gap(x, step.a[n + 1]), _gap(y, step.b[n + 1])
                if _mark(one) != _mark(other):
                    yield Difference(
                        one, other, DifferenceKind.PUNCTUATION, "the same words, with another mark between them"
                    )

    # --- stretches -------------------------------------------------------------------------------------------

    def _steps(self, a: Words, b: Words, setting: Setting) -> Iterator[Step]:
        """Both parts as stretches, equal and unequal in turn."""
        codes = edits([s.word for s in a], [s.word for s in b])
        for same, run in groupby(codes, key=lambda code: code[0] == "equal"):
            found = list(run)
            x, y = a[found[0][1] : found[-1][2]], b[found[0][3] : found[-1][4]]
            if same:
                yield Step(x, y, same=True)
            else:
                yield from self._unequal(x, y, setting)

    def _crossed(self, steps: Sequence[Step], setting: Setting) -> list[Step]:
        """The steps, a word left out on one side and one on the other, with one word between, as one change.

        "this president" / "president Hale" is read at a glance; "this" / "" and "" / "Hale" is not.
        """
        made: list[Step] = []
        for step in steps:
            if len(made) > 1 and step.kind and made[-1].same and len(made[-1].a) == 1:
                before, between = made[-2], made[-1]
                if before.kind is step.kind is DifferenceKind.LEFT_OUT and bool(before.a) != bool(step.a):
                    a, b = [*before.a, *between.a, *step.a], [*before.b, *between.b, *step.b]
                    made[-2:] = [self._kinds.changed([Step(a, b)], setting)]
                    continue
            made.append(step)
        return made

    def _unequal(self, a: Words, b: Words, setting: Setting) -> Iterator[Step]:
        """The steps of an unequal stretch: elisions and insertions set apart, the rest word against word."""
        filler = next((s.filler for words in (a, b) for s in words if s.filler), None)
        if filler is None:
            yield from self._word_by_word(a, b, setting)
            return
        if any(s.filler for s in a) and any(s.filler for s in b):
            both = {s.filler for words in (a, b) for s in words if s.filler}
            words = any(not s.filler for side in (a, b) for s in side)
            if words or len(both) > 1:
                yield _filled(a, b, Filler.ELISION if Filler.ELISION in both else Filler.INSERTION)
            return
        turned = any(s.filler for s in b)
        filled, plain = (b, a) if turned else (a, b)
        before, middle, after = _around(filled)
        room = len(plain)
        head = min(len(before), room)
        tail = min(len(after), room - head)
        pieces = (
            (before, plain[:head]),
            (middle, plain[head : room - tail]),
            (after, plain[room - tail :]),
        )
        for n, (x, y) in enumerate(pieces):
            one, other = (y, x) if turned else (x, y)
            if n == 1:
                yield _filled(one, other, filler)
            elif x or y:
                yield from self._word_by_word(one, other, setting)

    def _word_by_word(self, a: Words, b: Words, setting: Setting) -> Iterator[Step]:
        """The steps of a stretch of plain words."""
        whole = self._kinds.whole(a, b, setting)
        if whole:
            yield whole
            return
        cut = self._parted(a, b, setting)
        if cut:
            i, j = cut
            yield from self._word_by_word(a[:i], b[:j], setting)
            yield from self._word_by_word(a[i:], b[j:], setting)
            return
        waiting: list[Step] = []
        for x, y in self._paired(a, b):
            related = self._kinds.related(x, y, setting) if x and y else None
            if related is None:
                waiting.append(Step([x] if x else [], [y] if y else []))
                continue
            if waiting:
                yield self._kinds.changed(waiting, setting)
                waiting = []
            yield related
        if waiting:
            yield self._kinds.changed(waiting, setting)

    def _parted(self, a: Words, b: Words, setting: Setting) -> tuple[int, int] | None:
        """Where to part a stretch of which one end is only written in another way: "he’s" | "he is" + "a"."""
        if min(len(a), len(b)) == 0:
            return None
        for i in range(min(len(a), FEW) + 1):
            for j in range(min(len(b), FEW + 1) + 1):
                if min(i, j) == 0 or (i == len(a) and j == len(b)):
                    continue
                if self._kinds.whole(a[:i], b[:j], setting):
                    return i, j
                if self._kinds.whole(a[len(a) - i :], b[len(b) - j :], setting):
                    return len(a) - i, len(b) - j
        return None

    # --- ends ------------------------------------------------------------------------------------------------

    def _trimmed(self, steps: list[Step]) -> list[Step]:
        """The steps without what only one side quotes at either end, and without a chance match before a long gap."""
        return self._off_the_front(self._off_the_front(steps)[::-1])[::-1]

    def _off_the_front(self, steps: list[Step]) -> list[Step]:
        while steps:
            first = steps[0]
            fewer, more = sorted((len(first.a), len(first.b)))
            uneven = more > UNEVEN * fewer + FEW
            one_sided = fewer == 0 or first.kind is DifferenceKind.ELISION or uneven
            if not first.same and one_sided:
                steps = steps[1:]
            elif first.same and len(steps) > 2 and _gap_after(steps) > 2 * self._weight(first.a):
                steps = steps[2:]
            else:
                break
        return steps

    def _weight(self, words: Words) -> int:
        """How many words there are, those that say something twice: "under duress" and "under a lot of duress" meet."""
        return sum(1 if self._words.is_small(word.word) else 2 for word in words)

    # --- words against words ---------------------------------------------------------------------------------

    def _paired(self, a: Words, b: Words) -> list[tuple[Spoken | None, Spoken | None]]:
        """Each word of a stretch with its counterpart, or None, in order, at the least cost."""
        fewer, more = sorted((len(a), len(b)))
        if not fewer or fewer * more > MOST_CELLS or more > UNEVEN * fewer + FEW:
            return [*((x, None) for x in a), *((None, y) for y in b)]
        cost = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
        for i in range(len(a), -1, -1):
            for j in range(len(b), -1, -1):
                if i < len(a) or j < len(b):
                    cost[i][j] = min(option[0] for option in self._options(a, b, i, j, cost))
        pairs: list[tuple[Spoken | None, Spoken | None]] = []
        i = j = 0
        while i < len(a) or j < len(b):
            _, up, across = min(self._options(a, b, i, j, cost))
            pairs.append((a[i] if up else None, b[j] if across else None))
            i, j = i + up, j + across
        return pairs

    def _options(
        self, a: Words, b: Words, i: int, j: int, cost: Sequence[Sequence[float]]
    ) -> Iterator[tuple[float, int, int]]:
        if i < len(a) and j < len(b):
            pair = RELATED if self._kinds.related(a[i], b[j], Setting(reported=True)) else UNRELATED
            yield cost[i + 1][j + 1] + pair, 1, 1
        if i < len(a):
            yield cost[i + 1][j] + ALONE, 1, 0
        if j < len(b):
            yield cost[i][j + 1] + ALONE, 0, 1


def _filled(a: Words, b: Words, filler: Filler) -> Step:
    if filler is Filler.ELISION:
        return Step(a, b, kind=DifferenceKind.ELISION, why="left out, and “…” says so")
    sic = any(s.printed.strip("[]()").casefold() == "sic" for s in (*a, *b))
    why = "“[sic]” vouches for the words as they stand" if sic else "words in brackets are the reporter’s own"
    return Step(a, b, kind=DifferenceKind.INSERTION, why=why)


def _around(words: Words) -> tuple[Words, Words, Words]:
    """The words before the first filler, from there to the last, and behind it."""
    places = [n for n, s in enumerate(words) if s.filler]
    return words[: places[0]], words[places[0] : places[-1] + 1], words[places[-1] + 1 :]


def _too_far(steps: Sequence[Step]) -> bool:
    """True when more words are changed than equal, or many stand on either side alone: two sentences built alike; or
    when equal words are strewn over a long text by chance.

    Words that only one side leaves out may be many: a report may drop the middle of a speech.
    """
    equal = sum(len(step.a) for step in steps if step.same)
    changed = sum(max(len(step.a), len(step.b)) for step in steps if step.kind is DifferenceKind.CHANGED)
    other = [step for step in steps if step.kind in (DifferenceKind.CHANGED, DifferenceKind.LEFT_OUT)]
    alone, more = sorted((sum(len(step.a) for step in other), sum(len(step.b) for step in other)))
    runs = sum(step.same for step in steps)
    scattered = more > max(equal, LONG_TEXT) and equal < LEAST_RUN * runs
    return changed > MOST_CHANGED * equal or alone > MOST_ALONE * equal or scattered


def _gap_after(steps: Sequence[Step]) -> int:
    """How many words only one side has behind the first stretch, where no sign says that some were left out."""
    fewer, more = sorted((len(steps[1].a), len(steps[1].b)))
    changed = fewer > 0 and more <= UNEVEN * fewer + FEW
    return 0 if changed or steps[1].kind in SIGNED else more


def _print(one: str, other: str, *, opens: bool) -> tuple[DifferenceKind | None, str]:
    """How two equal words are printed otherwise; None where only the form of an apostrophe differs."""
    one, other = one.replace("’", "'"), other.replace("’", "'")
    if one == other:
        return None, ""
    if ("[" in one) != ("[" in other):
        return DifferenceKind.INSERTION, "letters in brackets are the reporter’s own"
    if one.casefold() == other.casefold():
        return DifferenceKind.CASE, "a capital, because the sentence opens here in one" if opens else "capitals only"
    return DifferenceKind.SPELLING, "the same word, written in another way"


def _gap(x: Spoken, y: Spoken) -> Passage | None:
    """The mark between two words that stand side by side, as a passage; None where only blanks or quotes do."""
    words = x.part.words[x.end - x.part.start : y.start - x.part.start]
    bare = words.strip(" \t\n\u00a0\"'“”‘’«»„‚")
    if not bare:
        return None
    start = x.end + words.index(bare)
    return Passage(x.part.report, start, start + len(bare), bare)


def _mark(gap: Passage | None) -> str:
    return QUOTES.sub("", DASH.sub("–", gap.words)) if gap else ""
