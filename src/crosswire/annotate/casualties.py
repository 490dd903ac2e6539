"""People to whom something happened, counted or told one by one, with what tells one person from another."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from crosswire.annotate.fates import VICTIM, fate_of
from crosswire.annotate.numbers import alternatives, number_pattern, number_value
from crosswire.annotate.persons import article
from crosswire.lexicons.counted import Counted
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.numbers import NumberWords
from crosswire.model.annotation import Casualty, Figure, Sentence, Token
from crosswire.model.report import Report
from crosswire.model.token_tree import TokenTree

HARM = ("killed", "injured", "shot")
# Counts of whom no sentence says what happened to them, but that something did.
WHOLE = {"victims": VICTIM, "bodies": "killed", "survivors": "injured"}
PRONOUNS = {"he": "male", "him": "male", "she": "female", "her": "female"}
_HALF = r"(?:[-\s]+and[-\s]+a[-\s]+half)?"
_AGE = re.compile(rf"([a-z]+|\d{{1,3}}){_HALF}[-\s]+(?P<unit>year|month|week|day)s?[-\s]+olds?\b", re.IGNORECASE)
# Behind a name: "Marla Venn, 16," or "Marla Venn (16)".
_AGE_BEHIND = re.compile(r"(?:,?\s?Jr\.?|\s[IVX]+)?\s?[,(]\s?(\d{1,3})(?=[\s,.;)])(?!\s*-)(?!\s+\w+\s+(?:ago|later))")
_OLDEST = 115
# How far back a pronoun's person is looked for, in sentences.
_REACH = 2
# What a later one of several is called: "another man", "a second woman".
_FURTHER = frozenset(["another", "other"])
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody in a sentence: where in the report's text, and what is known of them."""

    start: int
    end: int
    noun: str
    name: str | None = None
    age: int | None = None
    sex: str | None = None
    further: int = 0


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody told of in a sentence, whom a later "he" or "she" can mean. `spoke`: only said something so far."""

    sentence: int
    person: _Person
    spoke: bool


def find_casualties(
    report: Report, sentences: Sequence[Sentence], figures: Iterable[Figure], *, lexicons: Lexicons
) -> tuple[Casualty, ...]:
    """The counts of killed, injured and shot, and every single person told of as one of them, in order of the text.

    A person is a name ("Odd Tarn, 24, died"), a noun ("a man was shot"), an age ("the 9-year-old was hit"), or "he"
    and "she" where somebody stands shortly before whom they can mean. "The victim" is one of whom it is not said here
    what happened. Counter-examples: "if the boy dies", "nobody was hurt", "a blow that could have killed a man".
    """
    found = [*_counts(report, sentences, figures), *_folded(report, sentences, lexicons.counted)]
    counted = {(c.start, c.what) for c in found}
    found += [c for c in _changed(report, sentences, lexicons.numbers) if (c.start, c.what) not in counted]
    harmed = [any(token.lemma in lexicons.counted.harming for token in sentence.tokens) for sentence in sentences]
    if not any(harmed):
        return tuple(found)
    known: list[_Known] = []
    surnames = _surnames(report.text, sentences)
    for number, sentence in enumerate(sentences):
        if not any(harmed[number : number + _REACH + 1]):
            continue
        tree = TokenTree(sentence.tokens)
        mine: list[_Known] = []
        for index, person in _persons(report.text, sentence, tree, surnames, lexicons):
            what = fate_of(tree, index, lexicons.counted) if harmed[number] else None
            if person.noun in PRONOUNS:
                if what is None or what == VICTIM:
                    continue
                person = _meant(person, [*known, *mine])
            elif sentence.tokens[index].dep in ("nsubj", "nsubjpass", "appos", "dobj", "pobj", "conj", "ROOT"):
                mine.append(_Known(number, person, _says(tree, index, lexicons)))
            if what:
                found.append(_casualty(report, number, person, what))
        harmed_ones = {(c.noun, c.name) for c in found}
        kept = [k for k in [*known, *mine] if k.sentence > number - _REACH]
        known = [replace(k, spoke=k.spoke and (k.person.noun, k.person.name) not in harmed_ones) for k in kept]
    return tuple(sorted(found, key=lambda c: (c.start, c.end, c.what)))


def _counts(report: Report, sentences: Sequence[Sentence], figures: Iterable[Figure]) -> Iterator[Casualty]:
    """The figures that count killed, injured or shot people, single persons without a number left out."""
    for figure in figures:
        words = figure.passage.words.lower().split()
        one = figure.low == figure.high == 1 and words[0] not in ("one", "1")
        what = WHOLE.get(figure.what or "", figure.what)
        if figure.unit is None and what in (*HARM, VICTIM) and not one:
            number = next((n for n, s in enumerate(sentences) if s.start <= figure.passage.start < s.end), 0)
            bounds = (figure.low, figure.high)
            yield Casualty(
                report.id, figure.passage.start, figure.passage.end, figure.passage.words, what or "", *bounds,
                sentence=number, figure=figure.id,
            )  # fmt: skip


def _folded(report: Report, sentences: Sequence[Sentence], counted: Counted) -> Iterator[Casualty]:
    """The counts that a fold gives: "the double murder" is two killed, "a triple shooting" three shot.

    Counter-examples: "a triple bypass", "triple the shootings of May".
    """
    for number, sentence in enumerate(sentences):
        for what, pattern in _fold_patterns(counted):
            for found in pattern.finditer(report.text, sentence.start, sentence.end):
                value = float(counted.folds[found["fold"].lower()])
                yield Casualty(report.id, *found.span(), found.group(), what, value, value, sentence=number)


def _changed(report: Report, sentences: Sequence[Sentence], numbers: NumberWords) -> Iterator[Casualty]:
    """The number that a count has come to: "the number of injured was revised from eight to six" is six injured."""
    for number, sentence in enumerate(sentences):
        for found in _change_pattern(numbers).finditer(report.text, sentence.start, sentence.end):
            value = number_value(found["number"], numbers)
            what = "injured" if (found["whose"] or "").lower() in ("injured", "wounded", "hurt") else "killed"
            if value is not None:
                yield Casualty(report.id, *found.span("number"), found["number"], what, value, value, sentence=number)


@lru_cache(maxsize=4)
def _change_pattern(numbers: NumberWords) -> re.Pattern[str]:
    """A count of dead or injured that goes from one number to another."""
    count = r"(?:death\s+toll|number\s+of\s+(?:the\s+)?(?P<whose>dead|deaths|killed|injured|wounded|hurt))"
    number = number_pattern(numbers)
    change = rf"\b{count}\b[^.;]{{0,60}}?\bfrom\s+{number}\s+to\s+(?P<number>{number})\b(?!\s*(?:%|percent|per cent))"
    return re.compile(change, re.IGNORECASE)


@lru_cache(maxsize=4)
def _fold_patterns(counted: Counted) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What is counted, with the pattern of its folds."""
    folds = alternatives(counted.folds)
    return tuple(
        (what, re.compile(rf"\b(?P<fold>{folds})[-\s]{alternatives(counted.headline[f'{what}_act'])}\b", re.IGNORECASE))
        for what in ("killed", "shot")
    )


def _casualty(report: Report, number: int, person: _Person, what: str) -> Casualty:
    """The casualty that a person is."""
    words = report.text[person.start : person.end]
    return Casualty(
        report.id, person.start, person.end, words, what, 1.0, 1.0, sentence=number, name=person.name, age=person.age,
        sex=person.sex, noun=person.noun, further=person.further,
    )  # fmt: skip


def _surnames(text: str, sentences: Sequence[Sentence]) -> frozenset[str]:
    """The last words of the names of persons: "Tarn" is a person where "Odd Tarn" is one."""
    tokens = [t for sentence in sentences for t in sentence.tokens if t.dep != "compound" and _is_person(text, t)]
    return frozenset(word for t in tokens if (word := text[t.start : t.end])[:1].isupper())


def _is_person(text: str, token: Token) -> bool:
    """True for what the language model takes for a person's name, and a name that an age follows."""
    return token.entity == "PERSON" or (token.tag == "NNP" and _AGE_BEHIND.match(text, token.end) is not None)


def _persons(
    text: str, sentence: Sentence, tree: TokenTree, surnames: Container[str], lexicons: Lexicons
) -> Iterator[tuple[int, _Person]]:
    """The single people of a sentence, each with the index of the word that stands for them."""
    counted = lexicons.counted
    for index, token in enumerate(sentence.tokens):
        if token.tag in ("NNP", "NN") and (_is_person(text, token) or text[token.start : token.end] in surnames):
            if token.dep != "compound" and (person := _named(text, sentence, index, lexicons)):
                yield index, person
        elif token.tag == "NN" and token.lemma in counted.people:
            first = article(text[sentence.start : sentence.end], sentence, tree, index, counted)
            if first is not None:
                yield index, _described(text, sentence, tree, index, first, lexicons)
        elif token.lemma == "old" and token.dep not in ("amod", "npadvmod", "acomp", "compound", "nmod"):
            first = min([index, *tree.under(index)])
            yield index, _described(text, sentence, tree, index, first, lexicons)
        elif token.tag == "PRP" and (word := text[token.start : token.end].lower()) in PRONOUNS:
            yield index, _Person(token.start, token.end, word, sex=PRONOUNS[word])


def _named(text: str, sentence: Sentence, index: int, lexicons: Lexicons) -> _Person | None:
    """The person whose name ends at a token; None for "Smith Street" and what else is no person's name."""
    first = index
    while first and _goes_before(sentence.tokens, first - 1, index):
        first -= 1
    start, end = sentence.tokens[first].start, sentence.tokens[index].end
    name = text[start:end]
    last = name.split()[-1].lower()
    if not name[:1].isupper() or not any(sign.islower() for sign in name) or last in lexicons.counted.not_names:
        return None
    behind = _AGE_BEHIND.match(text, end)
    age = int(behind[1]) if behind else _age_before(text, sentence, start, lexicons)
    return _Person(start, end, "", name, age if age is None or age <= _OLDEST else None, _sex_of(name, lexicons))


def _sex_of(name: str, lexicons: Lexicons) -> str | None:
    """What a full name's given name tells: "Marla Venn" is female. None for a bare one, which may be a surname."""
    parts = name.lower().split()
    sex = next((lexicons.names.gender[part] for part in parts[:-1] if part in lexicons.names.gender), None)
    return sex if sex in lexicons.counted.sexes else None


def _goes_before(tokens: Sequence[Token], n: int, index: int) -> bool:
    """True when token `n` is a part of the name that ends at `index`."""
    token = tokens[n]
    name = token.entity == "PERSON" or (token.tag == "NNP" and token.dep == "compound")
    return name and (token.head == index or tokens[token.head].head == index) and token.pos != "PART"


def _described(text: str, sentence: Sentence, tree: TokenTree, index: int, first: int, lexicons: Lexicons) -> _Person:
    """The person that a noun or an age stands for."""
    token, counted = sentence.tokens[index], lexicons.counted
    start = sentence.tokens[first].start
    sex = next((sex for sex, nouns in counted.sexes.items() if token.lemma in nouns), None)
    words = text[start : token.end].lower().split()
    if sex is None:
        sex = next((w for w in words if w in counted.sexes), None)
    nth = next((lexicons.numbers.ordinals[w] for w in words if w in lexicons.numbers.ordinals), None)
    if nth is None and (digits := _ORDINAL.search(text, start, token.end)):
        nth = int(digits[1])
    nth = nth if nth is None or nth > 1 else None
    further = nth or (1 if not _FURTHER.isdisjoint(words) else 0)
    return _Person(start, token.end, token.lemma, None, _years(text, start, token.end, lexicons), sex, further)


def _years(text: str, start: int, end: int, lexicons: Lexicons) -> int | None:
    """The age in full years that stands between two places: 1 for "21-month-old", 2 for "two-and-a-half-year-old"."""
    found = _AGE.search(text, start, end)
    value = number_value(found[1], lexicons.numbers) if found else None
    if found is None or value is None:
        return None
    unit = found["unit"].lower()
    return int(value) if unit == "year" else int(value / 12) if unit == "month" else 0


def _age_before(text: str, sentence: Sentence, start: int, lexicons: Lexicons) -> int | None:
    """The age right before a name: "16-year-old Marla Venn"."""
    found = re.search(r"(\d{1,3})[-\s]year[-\s]old\s(?:\w+\s){0,2}$", text[max(sentence.start, start - 50) : start])
    return int(found[1]) if found else None


def _says(tree: TokenTree, index: int, lexicons: Lexicons) -> bool:
    """True for who says something: "Chief Odd Tarn said"."""
    token = tree.tokens[index]
    return token.dep == "nsubj" and tree.lemma(token.head) in lexicons.cues.verbs


def _meant(pronoun: _Person, known: Sequence[_Known]) -> _Person:
    """The pronoun with the name, age and noun of the last person before it whom it can mean.

    Who has only said something is not meant: "Chief Odd Tarn said so. He died in hospital."
    """
    for person in (k.person for k in reversed(known) if not k.spoke):
        if person.sex in (None, pronoun.sex):
            return replace(
                pronoun, noun=person.noun, name=person.name, age=person.age, further=person.further,
                sex=pronoun.sex,
            )  # fmt: skip
    return pronoun
