"""Who and what a report names: names with their titles, descriptions that stand for somebody, pronouns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from crosswire.annotate.described import find_described, tail
from crosswire.annotate.nametypes import name_kinds
from crosswire.annotate.naming import Name, cut_out, find_names, pair_apart
from crosswire.annotate.titling import Title, Words, find_titles, words_of
from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Mention, MentionKind, Sentence
from crosswire.model.passage import Passage
from crosswire.model.report import Report

PRONOUNS = frozenset(("male", "female", "plural", "thing"))
CLOSING = frozenset((",", ".", ";", ":", "—", "–", "-", ")", "”", "?", "!"))


def find_mentions(report: Report, sentences: Sequence[Sentence], *, lexicons: Lexicons) -> tuple[Mention, ...]:
    """The report's mentions in order of the text; they overlap only where a role holds a name ("Kremlin leader").

    A name's passage is the bare name; its title is given beside it. "Varnian Foreign Minister Oskar Lund’s plan"
    gives `Oskar Lund` with the title `Varnian Foreign Minister`. A role's passage is the description without its
    article: `Varnian leader` in "the Varnian leader".
    """
    words = [words_of(report, sentence) for sentence in sentences]
    titles = [find_titles(w, lexicons) for w in words]
    proper = {w.forms[n] for w in words for n, t in enumerate(w.tokens) if n and t.tag in ("NNP", "NNPS")}
    spans = [tuple(find_names(w, titles[n], proper, lexicons)) for n, w in enumerate(words)]
    counts = Counter(" ".join(w.forms[a:b]) for w, mine in zip(words, spans, strict=True) for a, b in mine)
    spans = [tuple(cut_out(w, span, counts, lexicons) for span in mine) for w, mine in zip(words, spans, strict=True)]
    known = {w.forms[end - 1] for w, mine in zip(words, spans, strict=True) for _, end in mine}
    names = [
        tuple(
            _with_title(Name(n, *part, _text(report, w, *part)), w, titles[n], spans[n])
            for span in spans[n]
            for part in pair_apart(w, span, known)
        )
        for n, w in enumerate(words)
    ]
    kinds = name_kinds([name for mine in names for name in mine], words, lexicons)
    found = [
        mention
        for n, w in enumerate(words)
        for mention in _in_sentence(report, n, w, names[n], titles[n], kinds, lexicons)
    ]
    return tuple(sorted(found, key=lambda m: (m.passage.start, -m.passage.end)))


def _in_sentence(
    report: Report,
    number: int,
    words: Words,
    names: Sequence[Name],
    titles: Sequence[Title],
    kinds: Mapping[str, MentionKind],
    lexicons: Lexicons,
) -> Iterator[Mention]:
    """The mentions of one sentence: names, then descriptions, then pronouns."""
    for name in names:
        yield _named(report, words, name, kinds[name.words])
    used = frozenset(n for name in names if name.title for n in range(*name.title))
    named = frozenset(n for name in names for n in range(name.start, name.end))
    for start, end in find_described(words, titles, named, used, lexicons):
        passage = _passage(report, words, start, end)
        yield Mention(passage, MentionKind.ROLE, _plain(passage.words), sentence=number)
    for n, low in enumerate(words.lower):
        if words.tokens[n].pos in ("PRON", "DET") and lexicons.speakers.pronouns.get(low) in PRONOUNS:
            yield Mention(_passage(report, words, n, n + 1), MentionKind.PRONOUN, low, sentence=number)


def _named(report: Report, words: Words, name: Name, kind: MentionKind) -> Mention:
    """The mention of a name; a title is kept only for a person."""
    title = _text(report, words, *name.title) if name.title and kind is MentionKind.PERSON else None
    passage = _passage(report, words, name.start, name.end)
    return Mention(passage, kind, name.words, title, name.sentence)


def _passage(report: Report, words: Words, start: int, end: int) -> Passage:
    return report.passage(words.tokens[start].start, words.tokens[end - 1].end)


def _text(report: Report, words: Words, start: int, end: int) -> str:
    return _plain(_passage(report, words, start, end).words)


def _plain(words: str) -> str:
    """The words with single spaces and no possessive ending."""
    return " ".join(words.split())


def _with_title(name: Name, words: Words, titles: Sequence[Title], spans: Sequence[tuple[int, int]]) -> Name:
    """The name with the title that stands right before it, or beside it between commas.

    A title that begins inside a name takes it whole: "Union of Fishers President Ada Marn".
    """
    for title in titles:
        if title.end == name.start or (title.end + 1 == name.start and words.forms[title.end] == "."):
            reach = next((start for start, end in spans if start < title.reach < end), title.reach)
            reach = next((start for start, end in spans if end == title.reach and end - start > 1), reach)
            return replace(name, title=(reach, title.end))
    name = replace(name, inside=any(t.reach <= name.start and name.end <= t.start for t in titles))
    for title in titles:
        if _beside(name, title, words):
            return replace(name, title=(title.reach, tail(words, title.end - 1)))
        if _announced(name, title, words):
            return replace(name, title=(title.reach, name.start - 1))
    return name


def _beside(name: Name, title: Title, words: Words) -> bool:
    """True for `Ada Marn, 43, the Varnian premier, said`; not for `Ada Marn, Premier Lund and others`."""
    n = name.end
    if words.forms[n : n + 1] != [","] or title.start < n:
        return False
    if words.forms[n + 1 : n + 2] and words.forms[n + 1].isdigit() and words.forms[n + 2 : n + 3] == [","]:
        n += 2
    opening = range(n + 1, title.reach)
    if title.reach < n + 1 or len(opening) > 1 or any(words.tokens[m].pos not in ("DET", "PRON") for m in opening):
        return False
    end = tail(words, title.end - 1)
    return end >= len(words.forms) or words.forms[end] in CLOSING or words.lower[end] in ("and", "who")


def _announced(name: Name, title: Title, words: Words) -> bool:
    """True for `the Varnian premier, Ada Marn, said` and `the mayor of Tarn, Ada Marn, said`."""
    end = tail(words, title.end - 1)
    definite = title.reach > 0 and words.lower[title.reach - 1] in ("the", "its", "their", "his", "her")
    owned = title.reach > 0 and words.tokens[title.reach - 1].tag in ("POS", "PRP$")
    closed = name.end >= len(words.forms) or words.forms[name.end] in CLOSING
    return (
        end + 1 == name.start
        and words.forms[end] == ","
        and closed
        and (definite or owned or title.reach < title.start)
    )
