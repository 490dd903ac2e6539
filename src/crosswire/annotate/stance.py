"""What a cue does with its content: asserts, denies, demands …"""

from __future__ import annotations

from crosswire.annotate.attribution import Attribution
from crosswire.annotate.grammar import Grammar
from crosswire.lexicons.cues import CueLexicon
from crosswire.model.annotation import Stance


def stance_of(a: Attribution, g: Grammar, cues: CueLexicon) -> Stance:
    """The stance of the attribution's cue, by the lexicon, negation heeded; "reports" where nothing is known.

    "denied that" denies, "issued a warning" warns, "did not agree" denies, "did not rule out" leaves it open.
    """
    token = g.tokens[a.token]
    if token.pos in ("VERB", "AUX"):
        return _verb(g, a.token, cues)
    noun = cues.nouns.get(token.lemma)
    phrase = cues.phrases.get(f"{token.lemma} to") or cues.phrases.get(token.lemma) or cues.phrases.get(a.lemma)
    found = noun or phrase or cues.verb(token.lemma)
    return found.stance if found else Stance.REPORTS


def _verb(g: Grammar, n: int, cues: CueLexicon) -> Stance:
    """The stance of the verb at token `n`."""
    lemma = g.tokens[n].lemma
    lower = _below(g, n, cues)
    if lower is not None:
        return lower
    following = tuple(
        g.tokens[c].lemma for c in g.children[n] if c > n and g.tokens[c].dep in ("prep", "prt", "acomp", "dobj")
    )
    cue = cues.verb(lemma, following)
    known = cue.stance if cue else Stance.REPORTS
    if not _negated(g, n, cues):
        return known
    return Stance.DOUBTS if lemma in cues.doubting else cues.negated[known]


def _below(g: Grammar, n: int, cues: CueLexicon) -> Stance | None:
    """The stance that lies in what the verb governs: "issued a warning", "declined to rule out"."""
    lemma = g.tokens[n].lemma
    for c in g.children[n]:
        token = g.tokens[c]
        if lemma in cues.light and token.dep in ("dobj", "nsubjpass"):
            noun = cues.nouns.get(token.lemma)
            if noun:
                return (
                    cues.negated[noun.stance]
                    if _negated(g, n, cues) or g.child(c, "det", "neg") in _noes(g)
                    else noun.stance
                )
        if lemma in cues.refusing and token.dep == "xcomp":
            cue = cues.verb(token.lemma, tuple(g.tokens[k].lemma for k in g.children[c]))
            if cue and cue.stance is Stance.DENIES:
                return cues.negated[cue.stance]
    return None


def _noes(g: Grammar) -> frozenset[int | None]:
    """The tokens "no"."""
    return frozenset(n for n, word in enumerate(g.words) if word == "no")


def _negated(g: Grammar, n: int, cues: CueLexicon) -> bool:
    """True when verb `n` is denied: "did not say", "never agreed", "nobody said"."""
    return any(
        g.words[c] in cues.negations and g.tokens[c].dep in ("neg", "advmod", "nsubj", "preconj") for c in g.children[n]
    )
