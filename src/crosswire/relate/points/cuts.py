"""The clauses of a sentence that can be read alone, each in the ways in which it may be cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from crosswire.model.annotation import Token
from crosswire.model.passage import Passage
from crosswire.relate.points.borne_out import Bearing
from crosswire.relate.points.passages import part
from crosswire.relate.points.phrases import PhraseTree
from crosswire.relate.points.shown import can_be_read
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.told_words import TIMES

KEPT = frozenset(
    {"dobj", "attr", "acomp", "oprd", "ccomp", "case", "prt", "compound", "nummod", "pobj", "nsubj", "nsubjpass", "neg"}
    | {"poss", "auxpass", "aux", "amod"}
)
FOLLOWING = frozenset({"VBD", "VBN", "VBZ", "VBP", "MD"})
ARTICLES = frozenset({"DT", "PDT", "WDT", "PRP$"})
LOOSE_WORDS = frozenset({"punct", "cc", "mark"})
BINDING = frozenset({"as", "like", "of", "with", "by", "than", "between"})
# Where and when something is done may be left out, also right behind the verb.
LOOSE = frozenset({"in", "at", "near", "outside", "inside", "after", "during", "while", "around"})
LINKING = frozenset({"be", "remain", "become", "stay", "seem", "list"})
# What must not be cut from the word before it.
WHICH, TURNING = frozenset({"of"}), frozenset({"not", "only", "n't", "unless", "without"})
# Clauses of one verb that are tried: a bound for lists.
MOST_CLAUSES = 40


class Cuts:
    """The sentences of a story, to be asked for the clauses that can be read alone."""

    def __init__(self, hood: Neighbourhood, bearing: Bearing) -> None:
        self._hood, self._bearing = hood, bearing
        self._found: dict[int, Sequence[tuple[int, Passage]]] = {}

    def of(self, n: int, within: Passage) -> Iterator[Passage]:
        """The clauses of sentence `n` whose verb stands within the passage, each in the ways in which it may be cut."""
        if n not in self._found:
            slots = self._hood.slots[n]
            spans = (found for found in _spans(slots) if can_be_read(slots, found[1]))
            self._found[n] = tuple(found for found in spans if self._bearing.states(n, found[1]))
        return (passage for act, passage in self._found[n] if within.start <= act < within.end)

    def stands(self, n: int, passage: Passage) -> bool:
        """True where the words tell something, and are not torn out of what they belong to."""
        slots = self._hood.slots[n]
        inside = [k for k, t in enumerate(slots.tokens) if passage.start <= t.start < passage.end]
        torn = not inside or _torn(slots, inside[0], inside[-1]) or _headless(slots, inside[0])
        return self._bearing.states(n, passage) and not torn


def _spans(slots: Slots) -> Iterator[tuple[int, Passage]]:
    """Where the verb of each clause begins, with the clause in the ways in which it may be cut."""
    tree, tokens = PhraseTree(slots.tokens), slots.tokens
    for root, token in enumerate(tokens):
        if not tree.form(root, clause=True):
            continue
        ends = dict.fromkeys((*tree.ends(root), *_loose_ends(slots, root)))
        starts = [start for start in tree.starts(root) if not _headless(slots, start)]
        whole = ((a, b) for a in starts for b in ends if a <= b and not _torn(slots, a, b))
        for first, last in islice(whole, MOST_CLAUSES):
            yield token.start, part(slots, tokens[first].start, tokens[last].end)


def _loose_ends(slots: Slots, root: int) -> Iterator[int]:
    """The last tokens before where and when it happened: "Lupo was hit | near the quay", "began talks | in Velden"."""
    acts = {term.start for term in slots.sequence if term.happens}
    for n, token in enumerate(slots.tokens):
        if n <= root or token.dep != "prep" or token.lemma.lower() not in LOOSE:
            continue
        above = slots.tokens[token.head]
        if token.head == root or (above.head == root and above.dep == "dobj" and above.start in acts):
            yield n - 1


def _headless(slots: Slots, start: int) -> bool:
    """True where the first words hang on those before: "a man dressed as | Ana Lupo fled", "There, guards fled"."""
    if slots.tokens[start].dep == "advmod" and slots.tokens[start].lemma.lower() == "there":
        return True
    before = slots.tokens[start - 1].lemma.lower() if start else ""
    return before in BINDING


def _torn(slots: Slots, start: int, end: int) -> bool:
    """True where what is left out says which one is meant, or turns it, or is what the words hang on.

    "a state | that doesn’t", "a list | of", "left two | dead", "it seemed Lupo | had fled".
    """
    tokens = slots.tokens
    inside = range(start, end + 1)
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    if after and (after.dep == "neg" or after.lemma.lower() in TURNING | WHICH or _goes_on(tokens[end], after)):
        return True
    if tokens[start].tag == "WP$" or _without_object(tokens, end) or _unfinished(slots, start, end):
        return True
    if _of_next_clause(tokens, end) or _most_of_what(tokens, start, end):
        return True
    before = tokens[start - 1] if start else None
    timed = tokens[start].dep == "npadvmod" or (before and before.pos == "VERB" and _is_day(tokens[start]))
    if before and before.dep != "punct" and timed:
        return True  # "said on Monday | the guards left on Sunday", "said | Monday Lupo will be charged"
    if before and before.dep == "cc" and tokens[start].tag == "VBN":
        return True  # "also hit and | wounded was a guard"
    if before and tokens[start].pos == "NUM" and (before.tag in ("JJS", "RBS") or before.lemma == "than"):
        return True  # "at least | 50 guards", "more than | 50"
    if before and before.end == tokens[start].start and (before.pos != "PUNCT" or before.lemma in ("'", "’")):
        return True  # "don’|t have a plan"
    if tokens[end].tag in ARTICLES or tokens[end].lemma.lower().rstrip(".") in ("a", "an", "the"):
        return True  # "had a | .38 revolver", cut where the sentence was
    if after and after.dep == "prep" and not any(t.head == end + 1 and t.dep != "punct" for t in tokens):
        return True  # "a man he had been friends | with"
    lemmas = {tokens[n].lemma.lower() for n in inside}
    if "either" in lemmas and "or" not in lemmas:
        return True  # "was either hit | or fell"
    heads = [n for n in inside if tokens[n].head not in inside and tokens[n].dep not in LOOSE_WORDS]
    if len(heads) > 1:
        return True
    behind = [n for n, t in enumerate(tokens) if n not in inside and t.head in inside and t.head != n]
    return any(_belongs(slots, n, end) for n in behind)


def _goes_on(last: Token, after: Token) -> bool:
    """True where the next word goes on with the last one, whatever the grammar says: "left 17 people | injured"."""
    if (last.pos == "ADV" and after.pos == "ADP") or (last.entity == "TIME" and after.tag == "VBG"):
        return True  # "was arrested back | in February", "spent hours | talking"
    if last.pos == "VERB" and after.tag == "RB" and after.dep == "advmod" and after.lemma.endswith("ly"):
        return True  # "two were hurt | critically"
    glued = after.start == last.end and after.pos != "PUNCT"  # "Tarn|’s"
    noun = after.tag.startswith("NN") and after.entity not in TIMES  # "the truck | stop"
    return glued or (last.pos in ("NOUN", "PROPN") and (noun or after.tag in FOLLOWING))


def _unfinished(slots: Slots, start: int, end: int) -> bool:
    """True for "had no ties | to Tarn", "was wanted | for arson", "one remains | in hospital", "he shouted ‘Oh (I | …".

    Where and when may go: "was found | in a car", "died | on Monday".
    """
    tokens, whole = slots.tokens, slots.passage
    words = whole.words[tokens[start].start - whole.start : tokens[end].end - whole.start]
    if words.count("(") != words.count(")") or words.count("“") != words.count("”") or words.count('"') % 2:
        return True
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    if after is None or after.head != end or after.dep not in ("prep", "agent", "dative"):
        return False
    timed = any(t.head == end + 1 and t.entity in TIMES for t in tokens)
    return not timed and (after.lemma.lower() not in LOOSE or tokens[end].lemma in LINKING)


def _without_object(tokens: Sequence[Token], end: int) -> bool:
    """True for "a boy shot | and killed his brother": what was shot stands with the second verb."""
    own = {t.head for t in tokens if t.dep == "dobj"}
    joined = {t.head for n, t in enumerate(tokens) if n > end and t.dep == "conj" and n in own}
    return tokens[end].tag in ("VBD", "VBG", "VB") and end in joined and end not in own


def _is_day(token: Token) -> bool:
    return token.entity == "DATE" and token.tag == "NNP"


def _of_next_clause(tokens: Sequence[Token], end: int) -> bool:
    """True where the last of several is who does what follows: "a boat burned and two guards | , both asleep, died"."""
    joined = _last_joined(tokens, end)
    if joined is None or end + 1 >= len(tokens):
        return False
    own = {t.head for t in tokens if t.dep in ("nsubj", "nsubjpass", "csubj", "expl") and tokens[t.head] != t}
    for n in range(end + 1, len(tokens)):
        if tokens[n].dep in ("cc", "relcl", "acl"):
            return tokens[n].dep == "acl" and n == end + 1
        if tokens[n].tag in FOLLOWING and tokens[n].dep not in ("aux", "auxpass") and n not in own:
            return True
    return False


def _last_joined(tokens: Sequence[Token], end: int) -> int | None:
    """The head of the last of several things that end at `end`."""
    n = end
    while tokens[n].dep in ("compound", "amod", "nummod", "pobj", "prep") and tokens[n].head != n:
        n = tokens[n].head
    return n if tokens[n].dep == "conj" and tokens[n].pos in ("NOUN", "PROPN") else None


def _most_of_what(tokens: Sequence[Token], start: int, end: int) -> bool:
    """True where the words that follow say among what something is the most: "the worst fire | since 1990"."""
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    superlative = any(t.tag in ("JJS", "RBS") for t in tokens[start : end + 1])
    return superlative and after is not None and (after.dep != "punct" or after.lemma in ("(", "-", "–", "—"))


def _one_of_several(slots: Slots, n: int) -> bool:
    """True for a word of the last of several things: "a gun, a box of | shells"."""
    tokens = slots.tokens
    for _ in tokens:
        if tokens[n].dep in ("conj", "appos"):
            return tokens[n].pos != "VERB"  # "and the barge burned | in Tarn"
        if tokens[n].dep not in ("pobj", "prep") or tokens[n].head == n:
            return False
        n = tokens[n].head
    return False


def _belongs(slots: Slots, n: int, end: int) -> bool:
    """True where the word can't be left out of words that end at `end`."""
    tokens = slots.tokens
    token, head = tokens[n], tokens[tokens[n].head]
    if token.dep in KEPT:
        return True
    if n < end or token.head != end:
        return False
    close = tokens[end + 1].dep != "punct"
    if token.dep in ("relcl", "acl", "pcomp"):
        purpose = token.tag == "VB" and any(t.head == end and (t.dep == "poss" or t.lemma == "the") for t in tokens)
        return close and not purpose
    several = _one_of_several(slots, end) and token.dep in ("prep", "relcl", "acl")
    return several or (head.pos == "ADV" and token.dep == "prep")
