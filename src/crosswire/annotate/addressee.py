"""Who was spoken to, and who then was not the speaker."""

from __future__ import annotations

from dataclasses import replace

from crosswire.annotate.attribution import Attribution, Span
from crosswire.annotate.grammar import Grammar, span_of
from crosswire.lexicons.cues import CueLexicon
from crosswire.lexicons.english import English
from crosswire.lexicons.outlets import Outlets

# "Holt said to laughs", "to loud applause": nobody is told.
RECEPTIONS = frozenset({"laughs", "laughter", "applause", "cheers", "boos", "groans", "jeers"})
NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
# Words before a noun of speech that make it others': "stayed despite calls to resign"; "with a warning" does not.
BESIDE = frozenset({"despite", "amid", "amidst", "after", "following", "against", "over"})
FROM = frozenset({"from", "by"})

# Whoever is so described has not said it: somebody else has.
CHARGED = frozenset(
    {"accuse", "suspect", "charge", "convict", "indict", "believe", "think", "consider", "presume", "allege"}
)


def by_others(a: Attribution, g: Grammar, cues: CueLexicon) -> Attribution:
    """The attribution without the subject as its source where others spoke to the subject, or beside it.

    "Lund was warned that …" has an unknown source and Lund is who was told, which is no part of the warning; "Lund was
    warned by Holt that …" is Holt's; "Lund stayed amid demands from Holt that …" is Holt's too. "Lund was quoted as
    saying" is Lund's own.
    """
    told = _passive(a, g, cues)
    if told is None and not _beside(a, g):
        return a
    found = next((_object_of(g, c) for c in g.children[a.token] if _names_source(g, c)), None)
    if g.tokens[a.token].lemma in CHARGED:
        return replace(a, source=found)  # of whom it is said belongs to what is said
    return replace(a, source=found, content=tuple(part for part in a.content if part not in (found, told)) or a.content)


def _passive(a: Attribution, g: Grammar, cues: CueLexicon) -> Span | None:
    """Who was told: the subject of a passive verb of telling that has no source beside it."""
    token = g.tokens[a.token]
    reduced = token.tag == "VBN" and token.dep == "acl" and token.lemma in CHARGED  # "a guard accused of theft"
    subject = token.head if reduced else g.child(a.token, "nsubjpass")
    if subject is None or not (reduced or token.lemma in cues.addressed or token.lemma in CHARGED):
        return None
    source = a.source is None or a.source[0] <= g.tokens[subject].start < a.source[1]
    return span_of(g, subject) if source else None


def _beside(a: Attribution, g: Grammar) -> bool:
    """True when the cue is a noun behind "despite" or "amid", and the source stands outside what belongs to it."""
    token = g.tokens[a.token]
    if a.source is None or token.pos != "NOUN" or token.dep != "pobj" or g.words[token.head] not in BESIDE:
        return False
    return a.source[1] <= g.tokens[g.left[a.token]].start or a.source[0] >= g.tokens[g.right[a.token]].end


def _names_source(g: Grammar, n: int) -> bool:
    """True for "by Holt" and "from Holt"."""
    return g.tokens[n].dep in ("agent", "prep") and g.words[n] in FROM


def told_to(a: Attribution, g: Grammar, cues: CueLexicon, english: English, outlets: Outlets, text: str) -> str | None:
    """The words for who was told: "reporters", "Radio Tarn"; None where nobody is named.

    The first of: the object of "told"; the "with" of an interview; the "to" of "said to"; a medium it was said on
    ("on Radio Tarn"). In "…, he said in the harbour, reported the Tarn Courier" the paper was not told: he stays the
    source, the paper is a medium that the report cites (`clean` finds it), and nothing goes here.
    """
    for span in (
        _object(g, a.token, cues, english),
        _talk(g, a.token, cues, english),
        _broadcast(g, a.token, english, outlets, text),
    ):
        if span is not None and not any(
            s < span[1] and span[0] < e for s, e in (*a.content, *([a.source] if a.source else []))
        ):
            words = text[span[0] : span[1]].split(", ")[0]
            return None if words.split()[-1].casefold() in RECEPTIONS else words
    return None


def _object(g: Grammar, n: int, cues: CueLexicon, english: English) -> Span | None:
    """The object of "told", or what follows "said to"."""
    passive = g.child(n, "auxpass", "nsubjpass")
    for c in g.children[n]:
        token = g.tokens[c]
        direct = token.dep in ("dobj", "dative", "iobj") and token.pos in NOUNS
        if direct and g.tokens[n].lemma in cues.addressed and c > n:
            return span_of(g, c)
        if (
            token.dep == "nsubjpass"
            and passive is not None
            and g.tokens[n].lemma in cues.addressed
            and token.pos in NOUNS
        ):
            return span_of(g, c)
        if token.dep in ("prep", "dative") and token.lemma in english.to and g.tokens[n].lemma in cues.to:
            return _object_of(g, c)
    return None


def _object_of(g: Grammar, preposition: int) -> Span | None:
    """The object of a preposition when it is a name or noun."""
    found = g.child(preposition, "pobj")
    return span_of(g, found) if found is not None and g.tokens[found].pos in NOUNS else None


def _talk(g: Grammar, n: int, cues: CueLexicon, english: English) -> Span | None:
    """Whom an interview or letter was with or to: "said in an interview with Radio Tarn", "speaking to reporters"."""
    for c in g.children[n]:
        token = g.tokens[c]
        noun = g.child(c, "pobj") if token.dep == "prep" and token.lemma in english.occasions else None
        if noun is not None and g.tokens[noun].lemma in cues.talks:
            for k in (*g.children[noun], *g.children[c], *g.children[n]):
                if g.tokens[k].dep in ("prep", "dative") and g.tokens[k].lemma in english.partners and k > noun:
                    return _object_of(g, k)
            named = [k for k in g.children[noun] if g.tokens[k].dep == "compound" and g.tokens[k].entity == "ORG"]
            if named:
                return g.tokens[g.left[named[0]]].start, g.tokens[named[-1]].end
        if token.dep == "advcl" and token.lemma in english.talking and token.tag == "VBG":
            to = next(
                (k for k in g.children[c] if g.tokens[k].lemma in english.partners and g.tokens[k].dep == "prep"), None
            )
            if to is not None:
                return _object_of(g, to)
    return None


def _broadcast(g: Grammar, n: int, english: English, outlets: Outlets, text: str) -> Span | None:
    """The known medium on which it was said: "said on CNN", "told viewers on the BBC's breakfast programme"."""
    for c in g.children[n]:
        if g.tokens[c].dep == "prep" and g.tokens[c].lemma in english.media:
            start, end = g.tokens[c].end, g.tokens[g.right[c]].end
            named = outlets.within(text[start:end]) if end - start < 80 else ()
            if named:
                return start + named[0][1], start + named[0][2]
    return None
