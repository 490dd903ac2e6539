"""Where two parts between marks differ, word by word, and of which kind each difference is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.numbers import NumberWords
from crosswire.lexicons.renderings import RenderingWords
from crosswire.model.passage import Passage
from crosswire.model.relation import Difference, DifferenceKind
from crosswire.relate.sequences import edits, spelt_alike
from crosswire.relate.spoken import Filler, Spoken, passage_over

Words = Sequence[Spoken]
# What it costs to set two words against each other, or a word against nothing: related words meet, others if need be.
RELATED, UNRELATED, ALONE = 0.4, 1.5, 1.0
MOST_CELLS = 900  # a longer stretch is one changed stretch: nobody reads 30 words against 30 one by one
# An end where one report has so many times the words of the other was cut otherwise, and not changed.
UNEVEN = 3
FEW = 2
LONGEST_PARTED = 6
MOST_CHANGED = 0.75  # changed words for each equal one: above, two sentences are only built alike
SLIP = 0.84  # how alike two words of five letters and more are spelt that may be one, misheard or mistyped
LONG = 5
SIGNED = (DifferenceKind.ELISION, DifferenceKind.INSERTION)
QUOTES = re.compile(r"[\s\"'“”‘’«»„‚-]+")
DASH = re.compile(r"[‐‑–—]+|--+")
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
# Letters by which transcriptions of one name differ: Sergey/Sergei, Zelensky/Zelenskyy, Khalid/Halid.
LETTERS = (("kh", "h"), ("ou|oo", "u"), ("ph", "f"), ("[iyj]+", "i"), ("w", "v"), ("[cq]", "k"), (r"(.)\1", r"\1"))
SOUNDS = tuple((re.compile(pattern), instead) for pattern, instead in LETTERS)


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of both parts: equal (`kind` None and `same`), or differing in one way; either side may be empty."""

    a: Words
    b: Words
    same: bool = False
    kind: DifferenceKind | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What two quotations are besides their words: `reported`, when one of them stands in the reporter's sentence;
    `translated`, why the speaker may have spoken another language, else "".
    """

    reported: bool = False
    translated: str = ""


class Comparer:
    """Says where parts between marks differ. Built once a story: every question is answered from the words alone."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._words: RenderingWords = lexicons.renderings
        self._numbers: NumberWords = lexicons.numbers
        self._small: frozenset[str] = lexicons.function_words.english
        self._geography = lexicons.geography

    def differences(
        self, a: Words, b: Words, setting: Setting, quotations: tuple[str, str] | None = None
    ) -> tuple[Difference, ...]:
        """The differences in order of `a`; what only one report quotes at either end is none."""
        steps = _trimmed(self._crossed(list(self._steps(a, b, setting)), setting))
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
            kind, why = _print(x.printed, y.printed, opens=_opens(x) or _opens(y))
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
                    made[-2:] = [self._changed([Step(a, b)], setting)]
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
        whole = self._whole(a, b, setting)
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
            related = self._related(x, y, setting) if x and y else None
            if related is None:
                waiting.append(Step([x] if x else [], [y] if y else []))
                continue
            if waiting:
                yield self._changed(waiting, setting)
                waiting = []
            yield related
        if waiting:
            yield self._changed(waiting, setting)

    def _parted(self, a: Words, b: Words, setting: Setting) -> tuple[int, int] | None:
        """Where to part a short stretch of which one end is only written in another way: "he’s" | "he is" + "a"."""
        if max(len(a), len(b)) > LONGEST_PARTED or min(len(a), len(b)) == 0:
            return None
        for i in range(min(len(a), FEW) + 1):
            for j in range(min(len(b), FEW + 1) + 1):
                if i + j < FEW + 1 or (i == len(a) and j == len(b)):
                    continue
                if self._whole(a[:i], b[:j], setting):
                    return i, j
                if self._whole(a[len(a) - i :], b[len(b) - j :], setting):
                    return len(a) - i, len(b) - j
        return None

    def _whole(self, a: Words, b: Words, setting: Setting) -> Step | None:
        """The stretch as one step, where it is only written in another way: "two hundred" / "200"."""
        if not a or not b:
            return None
        one, other = (" ".join(s.word.casefold() for s in words) for words in (a, b))
        single = len(a) == len(b) == 1
        if single and "[" in a[0].printed + b[0].printed and self._words.root(one) == self._words.root(other):
            return Step(a, b, kind=DifferenceKind.INSERTION, why="letters in brackets are the reporter’s own")
        if one == other:
            known = not single or one in self._small
            return None if known else Step(a, b, kind=DifferenceKind.CASE, why="capitals only")
        values = self._value(one), self._value(other)
        if None not in values and values[0] == values[1]:
            return Step(a, b, kind=DifferenceKind.SPELLING, why="the same number, in digits and in words")
        if self._words.spelt_alike(one, other):
            return Step(a, b, kind=DifferenceKind.SPELLING, why="the same words, written in another way")
        if single and self._one_name(a[0], b[0]):
            return Step(a, b, kind=DifferenceKind.SPELLING, why="two ways to write one name")
        if len(a) <= FEW and len(b) <= FEW and setting.reported and self._words.shifted(one, other):
            return _shift(a, b)
        return None

    def _related(self, x: Spoken, y: Spoken, setting: Setting) -> Step | None:
        """The step of two words that have to do with each other; None for others."""
        whole = self._whole([x], [y], setting)
        if whole:
            return whole
        one, other = x.word.casefold(), y.word.casefold()
        if self._denies([x]) != self._denies([y]) or one == other:
            return None
        if self._words.root(one) == self._words.root(other):
            if setting.reported:
                return _shift([x], [y])
            return Step([x], [y], kind=DifferenceKind.CHANGED, why="another form of the word")
        if not self._words.synonymous(one, other):
            return None
        if setting.translated:
            return Step([x], [y], kind=DifferenceKind.TRANSLATION, why=setting.translated)
        return Step([x], [y], kind=DifferenceKind.SYNONYM, why="another word of much the same meaning")

    def _changed(self, steps: Sequence[Step], setting: Setting) -> Step:
        """Unrelated words of a stretch as one step: changed, left out, or another translator's."""
        a, b = [s for step in steps for s in step.a], [s for step in steps for s in step.b]
        kind = DifferenceKind.CHANGED if a and b else DifferenceKind.LEFT_OUT
        one, other = ({s.word.casefold() for s in words} for words in (a, b))
        if self._denies(a) != self._denies(b) and len(a) + len(b) <= LONGEST_PARTED:
            return Step(a, b, kind=kind, why="only one of the two has the “not”: they say opposite things")
        numbers = [self._value(" ".join(s.word for s in words)) for words in (a, b)]
        if any(DIGITS.fullmatch(s.word) for s in (*a, *b)) or None not in numbers:
            return Step(a, b, kind=kind, why="the numbers differ" if a and b else "a number is left out")
        if not a or not b:
            return self._dropped(a, b, one | other, setting)
        if len(a) == len(b) == 1 and self._slip(a[0], b[0]):
            return Step(a, b, kind=kind, why="nearly the same letters: a slip, or another word")
        if any(map(_is_name, (*a, *b))):
            return Step(a, b, kind=kind, why="a name or title stands in one and not in the other")
        if setting.translated:
            return Step(a, b, kind=DifferenceKind.TRANSLATION, why=setting.translated)
        if setting.reported and self._moved(one, other):
            return _shift(a, b)
        why = "another word" if len(a) == len(b) == 1 else "other words in the same place"
        return Step(a, b, kind=kind, why=why)

    def _dropped(self, a: Words, b: Words, words: set[str], setting: Setting) -> Step:
        """The step of words that one report has and the other leaves out without a sign."""
        if setting.translated and words <= self._small:
            return Step(a, b, kind=DifferenceKind.TRANSLATION, why=setting.translated)
        phrase = " ".join(s.word.casefold() for s in (*a, *b))
        if any(map(_is_name, (*a, *b))) and len(a) + len(b) <= FEW:
            return Step(a, b, kind=DifferenceKind.LEFT_OUT, why="a name or title is left out, without a sign")
        if phrase in self._words.fillers or words <= self._small:
            return Step(a, b, kind=DifferenceKind.LEFT_OUT, why="left out without a sign: a word that carries little")
        return Step(a, b, kind=DifferenceKind.LEFT_OUT, why="left out between the marks, without a sign")

    def _moved(self, one: set[str], other: set[str]) -> bool:
        """True when each word of the shorter side is the other side's in reported speech: "I was" / "he had been"."""
        fewer, more = sorted((one, other), key=lambda words: (len(words), sorted(words)))
        known = set(self._words.shifts) | {w for found in self._words.shifts.values() for p in found for w in p.split()}
        return all(any(self._words.shifted(x, y) or x == y for y in more) for x in fewer) and more <= known

    # --- words against words ---------------------------------------------------------------------------------

    def _paired(self, a: Words, b: Words) -> list[tuple[Spoken | None, Spoken | None]]:
        """Each word of a stretch with its counterpart, or None, in order, at the least cost."""
        if not a or not b or len(a) * len(b) > MOST_CELLS:
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
            pair = RELATED if self._related(a[i], b[j], Setting(reported=True)) else UNRELATED
            yield cost[i + 1][j + 1] + pair, 1, 1
        if i < len(a):
            yield cost[i + 1][j] + ALONE, 1, 0
        if j < len(b):
            yield cost[i][j + 1] + ALONE, 0, 1

    # --- single words ----------------------------------------------------------------------------------------

    def _denies(self, words: Words) -> bool:
        return any(s.word.casefold() in self._words.negations or s.word.casefold().endswith("n't") for s in words)

    def _one_name(self, x: Spoken, y: Spoken) -> bool:
        """True for two transcriptions of one name; "Austria" and "Australia" are two countries."""
        places = [self._geography.is_place(s.printed) for s in (x, y)]
        long = min(len(x.word), len(y.word)) >= 4
        return _is_name(x) and _is_name(y) and long and not all(places) and _sound(x.word) == _sound(y.word)

    def _slip(self, x: Spoken, y: Spoken) -> bool:
        """True for "defuse" / "diffuse" and "your" / "you're": one was misheard or mistyped, or it is another word."""
        one, other = (s.word.casefold().replace("'", "") for s in (x, y))
        long = min(len(one), len(other)) >= LONG
        return one == other or _sound(one) == _sound(other) or (long and spelt_alike(one, other) >= SLIP)

    def _value(self, phrase: str) -> float | None:
        """The number that the words give, in digits or in words; None for any other words."""
        words = phrase.replace(" and ", " ").split()
        total = current = 0.0
        for word in words:
            if DIGITS.fullmatch(word):
                current += float(word.replace(",", ""))
            elif word in self._numbers.small or word in self._numbers.tens:
                current += self._numbers.small.get(word, 0) + self._numbers.tens.get(word, 0)
            elif word in self._numbers.scales:
                scale = self._numbers.scales[word]
                if scale < 1000:
                    current = max(1.0, current) * scale
                else:
                    total, current = total + max(1.0, current) * scale, 0.0
            else:
                return None
        return total + current if words else None


def _shift(a: Words, b: Words) -> Step:
    return Step(a, b, kind=DifferenceKind.SHIFT, why="person or tense moved into the reporter’s sentence")


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


def _trimmed(steps: list[Step]) -> list[Step]:
    """The steps without what only one side quotes at either end, and without a chance match before a long gap."""
    return _off_the_front(_off_the_front(steps)[::-1])[::-1]


def _too_far(steps: Sequence[Step]) -> bool:
    """True when more words are changed than equal: two sentences of one speech built alike, not one sentence."""
    equal = sum(len(step.a) for step in steps if step.same)
    changed = sum(max(len(step.a), len(step.b)) for step in steps if step.kind is DifferenceKind.CHANGED)
    return changed > MOST_CHANGED * equal


def _off_the_front(steps: list[Step]) -> list[Step]:
    while steps:
        first = steps[0]
        fewer, more = sorted((len(first.a), len(first.b)))
        uneven = more > UNEVEN * fewer + FEW
        one_sided = fewer == 0 or first.kind is DifferenceKind.ELISION or uneven
        if not first.same and one_sided:
            steps = steps[1:]
        elif first.same and len(steps) > 2 and _gap_after(steps) > 2 * len(first.a):
            steps = steps[2:]
        else:
            break
    return steps


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


def _opens(word: Spoken) -> bool:
    """True for the first word of a part, or of a sentence in it."""
    before = word.part.words[: word.start - word.part.start].rstrip(" \"'“”‘’[(")
    return not before or before[-1] in ".!?:…"


def _is_name(word: Spoken) -> bool:
    """True for a capital inside a sentence; a part's first word and one after a full stop prove nothing."""
    return word.printed[:1].isupper() and len(word.printed) > 1 and "'" not in word.word and not _opens(word)


def _sound(name: str) -> str:
    found = name.casefold()
    for pattern, instead in SOUNDS:
        found = pattern.sub(instead, found)
    return found
