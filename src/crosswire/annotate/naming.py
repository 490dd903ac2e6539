"""Names in a sentence: runs of capitalised words, with titles, possessives and furniture words taken off."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.annotate.titling import HYPHENS, Title, Words
from crosswire.lexicons.load import Lexicons

# Lower-case words that an organisation's name may run over: "Bank of Tarn", "Society for the Blind".
GLUE = frozenset(("of", "for", "the", "on", "in", "and", "&"))
NAME_TAGS = frozenset(("NNP", "NNPS"))
INNER_CAPITAL = re.compile(r"[a-z][A-Z]")  # "MoveTogether", a name wherever it stands
QUOTES = frozenset("“”\"‘’«»'`")


@dataclass(frozen=True, slots=True)
class Name:
    """A name: token span `[start, end)` in the sentence of that number, with the title that belongs to it."""

    sentence: int
    start: int
    end: int
    words: str
    title: tuple[int, int] | None = None  # token span
    inside: bool = False  # stands in another title: "Tarn" in "Tarn Mayor Ada Marn"


def find_names(
    words: Words, titles: Sequence[Title], proper: Collection[str], lexicons: Lexicons
) -> Iterator[tuple[int, int]]:
    """The token spans of a sentence's names, left to right, without titles, articles and possessives.

    `proper` are the words that stand as names elsewhere in the report: "Marn then left" may be tagged as a verb.
    """
    barred = {n for title in titles for n in range(title.start, title.end)}
    n = 0
    while n < len(words.forms):
        seat = _numbered_seat(words, n, lexicons)
        if seat:
            yield (n, n + seat)
            n += seat
            continue
        if n in barred or not _begins(words, n, proper, lexicons):
            n += 1
            continue
        end = _run_end(words, n, barred, lexicons)
        yield from _split(words, n, end, lexicons)
        n = end


def _numbered_seat(words: Words, n: int, lexicons: Lexicons) -> int:
    """How many tokens from `n` on are a seat of power with a number in its name: `No. 10`; 0 where they are none."""
    for size in (3, 2):
        forms = words.forms[n : n + size]
        if forms and forms[-1].isdigit() and " ".join(forms).replace(" .", ".") in lexicons.geography.seats:
            return size
    return 0


def _begins(words: Words, n: int, proper: Collection[str], lexicons: Lexicons) -> bool:
    """True when a name may begin at token `n`."""
    token, form = words.tokens[n], words.forms[n]
    if _article(words, n, lexicons):
        return True
    low = words.lower[n]
    if not words.capital(n) or low in lexicons.names.suffixes:
        return False
    if low in lexicons.names.not_names and not _surely(words, n, lexicons):
        return False
    alone = n + 1 >= len(words.forms) or not words.capital(n + 1)
    if alone and lexicons.speakers.is_noun(low) and token.tag not in ("NNP", "NNPS"):
        return False
    if form in proper or INNER_CAPITAL.search(form):
        return True
    if token.tag in ("PRP", "PRP$", "DT", "IN", "CC", "MD", "WP", "WRB", "UH", "RB", "VB", "VBG", "VBD"):
        return bool(token.entity) and token.entity not in ("DATE", "TIME", "CARDINAL", "ORDINAL")
    opening = n == 0 or words.forms[n - 1] in QUOTES or words.forms[n - 1] == ":"
    if not opening:
        return True
    if token.tag == "JJ" and not token.entity and not lexicons.geography.country(form):
        return False
    if lexicons.speakers.is_noun(low) and not (n + 1 < len(words.forms) and words.capital(n + 1)):
        return False
    known = lexicons.geography.country(form) or words.lower[n] in lexicons.names.gender
    followed = n + 1 < len(words.forms) and words.capital(n + 1)
    return bool(known) or token.tag in NAME_TAGS or (bool(token.entity) and token.pos != "NUM") or followed


def _surely(words: Words, n: int, lexicons: Lexicons) -> bool:
    """True where a word that mostly is no name is one: `May` in "Ada May", or where the tagger sees a person."""
    token = words.tokens[n]
    after_given = n > 0 and words.lower[n - 1] in lexicons.names.gender and words.capital(n - 1)
    return token.tag == "NNP" and (token.entity == "PERSON" or after_given)


def _article(words: Words, n: int, lexicons: Lexicons) -> bool:
    """True at the article of an Arabic surname: `al` in `al-Tamari`."""
    return (
        words.lower[n] in lexicons.names.particles
        and n + 2 < len(words.forms)
        and words.forms[n + 1] in HYPHENS
        and words.capital(n + 2)
        and words.touching(n + 1)
    )


def _run_end(words: Words, start: int, barred: set[int], lexicons: Lexicons) -> int:
    """Where the run of name words that begins at `start` ends."""
    end = start + 1
    while end < len(words.forms) and end not in barred:
        step = _step(words, end, barred, lexicons)
        if not step:
            break
        end += step
    return end


def _step(words: Words, n: int, barred: set[int], lexicons: Lexicons) -> int:
    """How many tokens from `n` on belong to the name before it: none, one, or a joint and the word after it."""

    def name_at(m: int) -> bool:
        return (
            m < len(words.forms)
            and m not in barred
            and words.capital(m)
            and (words.lower[m] not in lexicons.names.not_names or _surely(words, m, lexicons))
            and words.tokens[m].pos not in ("PRON", "DET", "AUX")
        )

    if name_at(n):
        return 1
    if words.tokens[n].tag == "POS" and n + 1 < len(words.forms) and _one_body(words, n, lexicons) and name_at(n + 1):
        return 2
    form, low = words.forms[n], words.lower[n]
    if form in HYPHENS and words.touching(n) and n + 1 < len(words.forms) and words.touching(n + 1):
        arabic = words.lower[n + 1] in lexicons.names.particles and words.capital(n - 1)
        return 2 if name_at(n + 1) or arabic or _syllable(words, n + 1, lexicons) else 0
    if form in (".", "&") and words.touching(n) and len(words.forms[n - 1]) == 1 and name_at(n + 1):
        return 2
    if low in lexicons.names.particles:
        return _over_particles(words, n, name_at, lexicons)
    if low in GLUE:
        return _over_glue(words, n, name_at, lexicons)
    return 0


def _syllable(words: Words, n: int, lexicons: Lexicons) -> bool:
    """True at the second syllable of a Korean or Chinese given name: `un` in "Kim Jong-un", not in "Tarn-un"."""
    return words.lower[n] in lexicons.names.syllables and n > 2 and words.capital(n - 2) and words.capital(n - 3)


def _one_body(words: Words, n: int, lexicons: Lexicons) -> bool:
    """True for the possessive ending inside an organisation's name: `Harbour Workers' Union`, `Sheriff's Office`."""
    office = words.capital(n - 1) and words.lower[n - 1] in lexicons.titles.heads
    headed = office and words.forms[n + 1] in lexicons.organisations.heads
    return headed or {words.tokens[m].entity for m in (n - 1, n, n + 1)} == {"ORG"}


def _over_particles(words: Words, n: int, name_at: Callable[[int], bool], lexicons: Lexicons) -> int:
    """Tokens of a joint like `van der` or `al-` with the name word after it; 0 where none follows."""
    m = n
    while m < len(words.forms) and (words.lower[m] in lexicons.names.particles or words.forms[m] in HYPHENS):
        m += 1
    return m - n + 1 if name_at(m) else 0


def _over_glue(words: Words, n: int, name_at: Callable[[int], bool], lexicons: Lexicons) -> int:
    """Tokens of a joint like `of the` inside an organisation's name with the word after it; 0 where it is none.

    "Ministry of Health" by its first word; "Wildlife and Fisheries Agency" by the tagger and its last word.
    """
    m = n
    while m < len(words.forms) and words.lower[m] in GLUE and m - n < 3:
        m += 1
    if not name_at(m):
        return 0
    one_entity = all(words.tokens[k].entity == "ORG" for k in range(n - 1, m + 1))
    headed = words.forms[n - 1] in lexicons.organisations.heads and words.lower[n] in ("of", "for")
    if words.lower[n] in ("and", "&"):
        tail = m
        while name_at(tail + 1):
            tail += 1
        return m - n + 1 if one_entity and words.forms[tail] in lexicons.organisations.heads else 0
    return m - n + 1 if one_entity or headed else 0


def _split(words: Words, start: int, end: int, lexicons: Lexicons) -> Iterator[tuple[int, int]]:
    """The names in a run: demonyms off a person's name, hyphenated pairs of countries apart, trailing marks off."""
    while end > start and (words.forms[end - 1] in HYPHENS or words.forms[end - 1] in QUOTES):
        end -= 1
    geo = lexicons.geography
    for n in range(start + 1, end - 1):
        pair = words.forms[n] in HYPHENS and geo.country(words.forms[n - 1]) and geo.country(words.forms[n + 1])
        if pair:
            yield from ((start, n), (n + 1, end))
            return
    text = " ".join(words.forms[start:end])
    whole = geo.country(text) or geo.is_place(text) or text in lexicons.organisations.canonical
    last = words.forms[end - 1]
    kept = whole or last in lexicons.organisations.heads or last in lexicons.organisations.places
    lead = _lead(words, start, end, lexicons)
    if not kept and lead:
        yield (start, lead)
        yield (lead, end)
    else:
        yield (start, end)


def _lead(words: Words, start: int, end: int, lexicons: Lexicons) -> int | None:
    """Where a demonym, country or seat that opens a run ends, when a person's given name follows it."""
    for n in range(min(end - 1, start + 3), start, -1):
        text = " ".join(words.forms[start:n])
        if (lexicons.geography.country(text) or lexicons.geography.is_place(text)) and words.lower[
            n
        ] in lexicons.names.gender:
            return n
    return None


def pair_apart(words: Words, span: tuple[int, int], known: Collection[str]) -> tuple[tuple[int, int], ...]:
    """The two names in "the Marn-Lund talks" where the report has both alone; else the span as it is."""
    start, end = span
    middle = [n for n in range(start + 1, end - 1) if words.forms[n] in HYPHENS]
    if end - start == 3 and middle and {words.forms[start], words.forms[end - 1]} <= set(known):
        return (start, start + 1), (end - 1, end)
    return (span,)


def cut_out(words: Words, span: tuple[int, int], known: Mapping[str, int], lexicons: Lexicons) -> tuple[int, int]:
    """The full name that the report has alone inside a longer run: `Ada Marn` in "Ostlander Ada Marn".

    `known` counts the report's names. Not inside an organisation's or a place's name: "Ada Marn Foundation".
    """
    start, end = span
    last = words.forms[end - 1]
    whole_name = last.lower() in lexicons.names.suffixes  # "Rex Pell Jr." is not "Rex Pell", his father
    if end - start < 3 or whole_name or last in lexicons.organisations.heads or last in lexicons.organisations.places:
        return span
    whole = known.get(" ".join(words.forms[start:end]), 0)
    for size in range(end - start - 1, 1, -1):
        for first in range(start, end - size + 1):
            text = " ".join(words.forms[first : first + size])
            given = words.lower[first] in lexicons.names.gender
            if (
                known.get(text, 0) > (0 if given else 1)
                and whole <= known[text]
                and not lexicons.geography.country(text)
            ):
                return (first, first + size)
    return span
