"""What a cue does with its content: asserts, denies, demands …"""

from __future__ import annotations

from crosswire.annotate.attribution import Attribution
from crosswire.annotate.grammar import Grammar
from crosswire.lexicons.cues import Cue
from crosswire.lexicons.stances import Stances
from crosswire.model.annotation import Stance

# Words that may stand between two words of an idiom ("poured even more cold water on"), and marks that may not.
GAP = 3
STOPS = frozenset(',;:“”"«»„‘—–()')
# Words back over which what denies a cue may reach: "stopped well short of publicly accusing".
BACK = 4
# Labels of what an adjective or noun is linked to its subject by.
LINKED = ("acomp", "attr", "oprd", "ccomp", "xcomp")
NEGATING = ("neg", "advmod", "nsubj", "preconj", "nsubjpass", "cc")


def stance_of(a: Attribution, g: Grammar, stances: Stances) -> Stance:
    """The stance of the attribution's cue, by the lexicon, negation heeded; "reports" where nothing is known.

    "denied that" denies, "issued a warning" warns, "asked the firm to pay" demands, "did not agree" denies, "did not
    rule out" and "stopped short of accusing" leave it open.
    """
    token = g.tokens[a.token]
    if phrase := _phrase(g, a.token, stances):
        return phrase.stance
    if token.dep in ("aux", "auxpass"):
        return _verb(g, token.head, stances)
    if token.pos in ("VERB", "AUX"):
        return _verb(g, a.token, stances)
    if token.pos == "ADJ" and token.lemma in stances.adjectives:
        found = stances.adjectives[token.lemma].stance
        return _turned(found, g, a.token, stances) if _denied(g, _link(g, a.token), stances) else found
    return _noun(a, g, stances)


def is_known(g: Grammar, n: int, stances: Stances) -> bool:
    """True when the lexicon has the verb at token `n`, by itself or with the words around it, as a cue."""
    by_itself = stances.verb(g.tokens[n].lemma, g.words[n]) or _idiom(g, n, stances) or _phrase(g, n, stances)
    return bool(by_itself) or g.words[n] in stances.adjectives or _governed(g, n, stances) is not None


def _phrase(g: Grammar, n: int, stances: Stances) -> Cue | None:
    """The phrase of several words that token `n` is part of: "according to", "in the words of"; the parser may take
    its first word for a verb."""
    for words, cue in stances.phrases.items():
        parts = tuple(words.split())
        if len(parts) > 1 and g.words[n] in parts:
            first = n - parts.index(g.words[n])
            if first >= 0 and g.words[first : first + len(parts)] == parts:
                return cue
    return None


def _noun(a: Attribution, g: Grammar, stances: Stances) -> Stance:
    """The stance of a cue that is a noun or a phrase: "criticism of", "according to"; "no promise" is none."""
    lemma = g.tokens[a.token].lemma
    phrases = (stances.phrases.get(words) for words in (f"{lemma} to", lemma, a.lemma))
    if noun := stances.nouns.get(lemma):
        return stances.negated[noun.stance] if _no(g, a.token) else noun.stance
    found = next((phrase for phrase in phrases if phrase), None) or stances.verbs.get(lemma)
    return found.stance if found else Stance.REPORTS


def _verb(g: Grammar, n: int, stances: Stances) -> Stance:
    """The stance of the verb at token `n`."""
    denied = _denied(g, n, stances)
    if (lower := _refused(g, n, stances)) is not None:
        return lower if not denied else Stance.REPORTS
    known = _known(g, n, stances)
    return _turned(known, g, n, stances) if denied else known


def _known(g: Grammar, n: int, stances: Stances) -> Stance:
    """The stance of the verb at `n`, any negation left out: an idiom's, its noun's or adjective's, its clause's or its
    own."""
    lemma = g.tokens[n].lemma
    led = g.child(n, "xcomp", "advcl") if lemma in stances.leading else None
    if led is not None and g.tokens[led].pos == "VERB" and led > n and _to(g, led):
        return _known(g, led, stances)  # "tried to explain", "went on to warn"
    if idiom := _idiom(g, n, stances):
        return idiom.stance
    if (lower := _governed(g, n, stances)) is not None:
        return lower
    if lemma in stances.to and _infinitive(g, n):
        return stances.to[lemma]
    if lemma in stances.that and _that(g, n):
        return stances.that[lemma]
    if g.words[n] in stances.adjectives and (g.tokens[n].dep in LINKED or g.child(n, "auxpass", "aux") is not None):
        return stances.adjectives[g.words[n]].stance  # "was shocked that": a participle to the parser
    cue = stances.verb(lemma, g.words[n])
    return cue.stance if cue else Stance.REPORTS


def _idiom(g: Grammar, n: int, stances: Stances) -> Cue | None:
    """The idiom that begins at token `n`, its words in order with little between them: the longest, then the closest.

    "called out the board for waste" is "call out" and not "call for".
    """
    found: list[tuple[int, int, Cue]] = []
    for rest, cue in stances.idioms.get(g.tokens[n].lemma, ()):
        at: int | None = n
        for word in rest:
            at = _next(g, at, word) if at is not None else None
        if at is not None:
            found.append((len(rest), -at, cue))
    return max(found, key=lambda one: one[:2])[2] if found else None


def _next(g: Grammar, after: int, word: str) -> int | None:
    """Where the word, or its lemma, stands soon after a token of the same clause."""
    for n in range(after + 1, min(after + 2 + GAP, len(g.tokens))):
        if g.words[n] in STOPS:
            return None
        if word in (g.words[n], g.tokens[n].lemma):
            return n
    return None


def _governed(g: Grammar, n: int, stances: Stances) -> Stance | None:
    """The stance that lies in what the verb governs: "issued a warning", "is adamant that", "made no promise"."""
    lemma = g.tokens[n].lemma
    own = stances.verbs.get(lemma)
    if own and own.stance is Stance.AGREES:
        return None  # "echoed her criticism of the firm" agrees with her
    for c in g.children[n]:
        token = g.tokens[c]
        if lemma in stances.light and token.dep in ("dobj", "nsubjpass") and token.lemma in stances.nouns:
            noun = stances.nouns[token.lemma].stance
            return stances.negated[noun] if _no(g, c) else noun
        adjective = stances.adjectives.get(token.lemma) or stances.adjectives.get(g.words[c])
        if adjective and lemma in stances.linking and token.dep in LINKED:
            return adjective.stance
    return None


def _refused(g: Grammar, n: int, stances: Stances) -> Stance | None:
    """What is left of the stance of a verb that `n` refuses: "declined to rule out", "stopped short of accusing".

    None where `n` refuses nothing that is said: "refused to leave" denies as it stands.
    """
    if g.tokens[n].lemma not in stances.refusing:
        return None
    for c in range(n + 1, min(n + 3 + GAP, len(g.tokens))):
        if g.words[c] in STOPS:
            return None
        if g.tokens[c].pos == "VERB":
            lower = _known(g, c, stances)
            spoken = lower is not Stance.REPORTS or g.tokens[c].lemma in stances.verbs
            return _turned(lower, g, c, stances) if spoken else None
    return None


def _turned(stance: Stance, g: Grammar, n: int, stances: Stances) -> Stance:
    """The stance of the cue at `n` when it is denied: "did not say" takes none, "does not think" doubts, "does not
    want" denies."""
    lemma = g.tokens[n].lemma
    linked = lemma in stances.linking or g.words[n] in stances.adjectives
    if lemma in stances.doubting or (stance is Stance.ASSERTS and linked):  # "was not sure that"
        return Stance.DOUBTS
    return Stance.DENIES if lemma in stances.opposing else stances.negated[stance]


def _denied(g: Grammar, n: int, stances: Stances) -> bool:
    """True when the verb at `n` is denied: "did not say", "no longer says", "nobody said", "without saying"."""
    for c in g.children[n]:
        word = g.words[c]
        denying = word in stances.negations and g.tokens[c].dep in NEGATING and not _only(g, c, stances)
        if denying and not STOPS.intersection(g.words[c:n]):  # “Never,” he said.
            return True
        if g.tokens[c].dep in ("nsubj", "nsubjpass") and (word in stances.nobody or _no(g, c)):
            return True
    return _denied_before(g, n, stances)


def _denied_before(g: Grammar, n: int, stances: Stances) -> bool:
    """True when the words right before `n` deny it, adverbs left out: "stopped short of publicly accusing"."""
    back = n - 1
    while back >= 0 and n - back <= BACK and g.words[back] in stances.between:
        back -= 1
    for words in stances.before:
        first = back - len(words) + 1
        if first >= 0 and g.words[first : back + 1] == words and not _only(g, back, stances):
            return True
    return False


def _only(g: Grammar, n: int, stances: Stances) -> bool:
    """True when what follows the negation at `n` takes it back: "not only said"."""
    return n + 1 < len(g.words) and g.words[n + 1] in stances.only


def _no(g: Grammar, n: int) -> bool:
    """True for a noun with "no": "made no promise", "no official said"."""
    return any(g.words[c] in ("no", "neither") and g.tokens[c].dep in ("det", "neg", "preconj") for c in g.children[n])


def _link(g: Grammar, n: int) -> int:
    """The verb that links the adjective at `n` with its subject, or the adjective itself."""
    head = g.tokens[n].head
    return head if g.tokens[head].pos in ("VERB", "AUX") else n


def _infinitive(g: Grammar, n: int) -> bool:
    """True when the verb's clause is an infinitive: "asked the firm to pay"."""
    return any(
        g.tokens[c].dep in ("xcomp", "ccomp", "advcl") and g.tokens[c].tag == "VB" and c > n and _to(g, c)
        for c in g.children[n]
    )


def _to(g: Grammar, n: int) -> bool:
    return any(g.words[c] == "to" and g.tokens[c].pos == "PART" for c in g.children[n])


def _that(g: Grammar, n: int) -> bool:
    """True when the verb's clause begins with "that"."""
    clause = g.child(n, "ccomp")
    return clause is not None and any(g.words[c] == "that" and g.tokens[c].dep == "mark" for c in g.children[clause])
