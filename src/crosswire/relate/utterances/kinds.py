"""Of which kind a difference between two words, or two short stretches of words, is, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.numbers import NumberWords
from crosswire.lexicons.renderings import RenderingWords
from crosswire.model.relation import DifferenceKind
from crosswire.relate.sequences import spelt_alike
from crosswire.relate.utterances.spoken import Spoken, Words

FEW = 2
SHORT = 6  # words of both sides in which a “not” is what differs
SLIP = 0.84  # how alike two words of five letters and more are spelt that may be one, misheard or mistyped
LONG = 5
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


class Kinds:
    """Decides the kind of a difference from its words alone. Built once a story."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._words: RenderingWords = lexicons.renderings
        self._numbers: NumberWords = lexicons.numbers
        self._small: frozenset[str] = lexicons.function_words.english
        self._geography = lexicons.geography

    def whole(self, a: Words, b: Words, setting: Setting) -> Step | None:
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

    def related(self, x: Spoken, y: Spoken, setting: Setting) -> Step | None:
        """The step of two words that have to do with each other; None for others."""
        whole = self.whole([x], [y], setting)
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

    def changed(self, steps: Sequence[Step], setting: Setting) -> Step:
        """Unrelated words of a stretch as one step: changed, left out, or another translator's."""
        a, b = [s for step in steps for s in step.a], [s for step in steps for s in step.b]
        kind = DifferenceKind.CHANGED if a and b else DifferenceKind.LEFT_OUT
        one, other = ({s.word.casefold() for s in words} for words in (a, b))
        if self._denies(a) != self._denies(b) and len(a) + len(b) <= SHORT:
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


def opens(word: Spoken) -> bool:
    """True for the first word of a part, or of a sentence in it."""
    before = word.part.words[: word.start - word.part.start].rstrip(" \"'“”‘’[(")
    return not before or before[-1] in ".!?:…"


def _is_name(word: Spoken) -> bool:
    """True for a capital inside a sentence; a part's first word and one after a full stop prove nothing."""
    return word.printed[:1].isupper() and len(word.printed) > 1 and "'" not in word.word and not opens(word)


def _sound(name: str) -> str:
    found = name.casefold()
    for pattern, instead in SOUNDS:
        found = pattern.sub(instead, found)
    return found
