"""A point in words that all say who count for it: the clause that most reports bear out, and who bears it out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crosswire.model.annotation import Token
from crosswire.model.passage import Passage
from crosswire.model.relation import PointKind, PointRelation
from crosswire.relate.points.agreed import MOST_SHARED, joined, taken_in
from crosswire.relate.points.borne_out import Bearing
from crosswire.relate.points.passages import part
from crosswire.relate.points.phrases import PhraseTree
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.versions import Draft, Member

# So many words must the clause have that say something, and so much must they say.
FEWEST_WORDS = 3
LEAST_WEIGHT = 6.0
KEPT = frozenset(
    {"dobj", "attr", "acomp", "oprd", "ccomp", "case", "prt", "compound", "nummod", "pobj", "nsubj", "nsubjpass", "neg"}
    | {"poss", "auxpass", "aux", "amod"}
)
FOLLOWING = frozenset({"VBD", "VBN", "VBZ", "VBP", "MD"})
LOOSE_WORDS = frozenset({"punct", "cc", "mark"})
BINDING = frozenset({"as", "like", "of", "with", "by", "than", "between"})
# Where and when something is done may be left out, also right behind the verb.
LOOSE = frozenset({"in", "at", "near", "outside", "inside", "after", "during", "while", "around"})
# What must not be cut from the word before it.
WHICH, TURNING = frozenset({"of"}), frozenset({"not", "only", "n't", "unless", "without"})
# Clauses of one sentence that are tried, and sentences of one point: a bound for pages of lists.
MOST_CLAUSES, MOST_SENTENCES = 80, 12


@dataclass(frozen=True, slots=True)
class _Choice:
    """Words that may stand for a point, and the sentences that bear them out."""

    member: Member
    counted: frozenset[int]
    rank: tuple[float, ...]


def upheld(draft: Draft, hood: Neighbourhood, bearing: Bearing) -> Draft:
    """The draft, shown in the clause that most of its reports bear out, and counted only those that do.

    Where no two do, the words stay as they are, with the one report whose they are.
    """
    if draft.relation is not PointRelation.SAME or _reports(draft.carrying(), hood) < 2:
        return draft
    if draft.kind is PointKind.FIGURE:
        return _counted(draft, hood, bearing)
    choices = [_choice(m, p, draft, hood, bearing) for m, p in _clauses(draft, hood, bearing)]
    several = [c for c in choices if len({hood.slots[n].report for n in c.counted}) > 1]
    best = min(several, key=lambda c: c.rank, default=None)
    if best is None:
        shown = draft.shown.get(0, draft.carrying()[0])
        return replace(draft, shown={0: shown}, counted=frozenset({shown.sentence}))
    return _with(draft, best, bearing)


def told_once(drafts: Sequence[Draft], hood: Neighbourhood) -> list[Draft]:
    """The drafts, those of one version whose words another one's statements say made a part of it."""

    def plain(draft: Draft) -> bool:
        return draft.relation is PointRelation.SAME and draft.kind is not PointKind.FIGURE and 0 in draft.shown

    kept: list[Draft] = []
    of_sentence: dict[int, set[int]] = defaultdict(set)  # who counts there: no others can have its words
    for draft in taken_in([d for d in drafts if plain(d)], hood):
        near = sorted({n for m in draft.carrying() for n in of_sentence[m.sentence]})
        where = next((n for n in near if _one_thing(kept[n], draft) or _one_thing(draft, kept[n])), len(kept))
        if where == len(kept):
            kept.append(draft)
        else:
            kept[where] = joined(kept[where], draft, counted=True)
        for member in draft.carrying():
            of_sentence[member.sentence].add(where)
    return [*kept, *(d for d in drafts if not plain(d))]


def _one_thing(one: Draft, two: Draft) -> bool:
    """True where a statement that counts for the one is the words that the other shows, and little more."""
    shown = two.shown[0].passage
    same = (m.passage for m in one.carrying() if m.sentence == two.shown[0].sentence)
    several = len(one.carrying()) > 1 and len(two.carrying()) > 1
    return several and any(_mostly(p, shown) for p in same)


def _mostly(one: Passage, two: Passage) -> bool:
    """True where two passages share most of the longer."""
    shared = min(one.end, two.end) - max(one.start, two.start)
    return shared >= MOST_SHARED * max(one.end - one.start, two.end - two.start)


def _counted(draft: Draft, hood: Neighbourhood, bearing: Bearing) -> Draft:
    """The draft of a number with those of its members that count the same, as one of them that most others go with."""
    members = draft.carrying()
    if len(members) > MOST_SENTENCES:
        return draft

    def given(member: Member) -> Passage:
        return member.figure.passage if member.figure else member.passage

    groups = []
    for a in members:
        met = [b for b in members if b is a or bearing.counts(a.sentence, given(a), b.sentence, given(b))]
        groups.append((-_reports(met, hood), -len(met), len(a.passage.words), a.sentence, a, met))
    *_, best, met = min(groups, key=lambda g: g[:4])
    return replace(draft, shown={0: best}, counted=frozenset(m.sentence for m in met))


def _with(draft: Draft, best: _Choice, bearing: Bearing) -> Draft:
    """The draft with the choice's words, and those of the others who say it."""
    member = best.member

    def worded(m: Member) -> Member:
        if m.sentence == member.sentence or m.sentence not in best.counted:
            return member if m.sentence == member.sentence else m
        return replace(m, passage=bearing.wording(member.sentence, member.passage, m.sentence, m.passage))

    version = tuple(map(worded, draft.versions[0]))
    return replace(draft, versions=(version,), shown={0: member}, counted=best.counted)


def _clauses(draft: Draft, hood: Neighbourhood, bearing: Bearing) -> Iterator[tuple[Member, Passage]]:
    """Every clause that may stand for the point, with the member of whose sentence it is: what is shown, first."""
    shown = draft.shown.get(0)
    members = draft.carrying()
    for member in members[:MOST_SENTENCES]:
        if (shown is None or member.sentence == shown.sentence) and _whole(member, hood, bearing):
            yield member, member.passage
        seen: set[tuple[int, int]] = set()
        for passage in _spans(member, hood, bearing):
            key = (passage.start, passage.end)
            if key not in seen and len(seen) < MOST_CLAUSES:
                seen.add(key)
                yield member, passage


def _whole(member: Member, hood: Neighbourhood, bearing: Bearing) -> bool:
    """True where the member's words tell something, and are not torn out of what they belong to."""
    slots = hood.slots[member.sentence]
    inside = [n for n, t in enumerate(slots.tokens) if member.passage.start <= t.start < member.passage.end]
    torn = not inside or _torn(slots, inside[0], inside[-1]) or _headless(slots, inside[0])
    return bearing.states(member.sentence, member.passage) and not torn


def _spans(member: Member, hood: Neighbourhood, bearing: Bearing) -> Iterator[Passage]:
    """The clauses of the sentence that overlap the member's words, each in the ways in which it may be cut."""
    slots = hood.slots[member.sentence]
    tree = PhraseTree(slots.tokens)
    for root in range(len(slots.tokens)):
        inside = member.passage.start <= slots.tokens[root].start < member.passage.end
        if not inside or not tree.form(root, clause=True):
            continue
        for start in tree.starts(root):
            for end in dict.fromkeys((*tree.ends(root), *_loose_ends(slots, root))):
                if start <= end and not _torn(slots, start, end) and not _headless(slots, start):
                    yield part(slots, slots.tokens[start].start, slots.tokens[end].end)


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
    """True where the words before are a part of the first name: "a man dressed as | Ana Lupo fled"."""
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
    heads = [n for n in inside if tokens[n].head not in inside and tokens[n].dep not in LOOSE_WORDS]
    if len(heads) > 1:
        return True
    behind = [n for n, t in enumerate(tokens) if n not in inside and t.head in inside and t.head != n]
    return any(_belongs(slots, n, end) for n in behind)


def _goes_on(last: Token, after: Token) -> bool:
    """True where the next word goes on with the last one, whatever the grammar says: "left 17 people | injured"."""
    if last.pos == "ADV" and after.pos == "ADP":
        return True  # "was arrested back | in February"
    glued = after.start == last.end and after.pos != "PUNCT"  # "Tarn|’s"
    return glued or (last.pos in ("NOUN", "PROPN") and after.tag in FOLLOWING)


def _one_of_several(slots: Slots, n: int) -> bool:
    """True for a word of the last of several things: "a gun, a box of | shells"."""
    tokens = slots.tokens
    for _ in tokens:
        if tokens[n].dep in ("conj", "appos"):
            return True
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


def _choice(member: Member, passage: Passage, draft: Draft, hood: Neighbourhood, bearing: Bearing) -> _Choice:
    me = member.sentence
    weight, words = bearing.weight(me, passage)
    full = words >= FEWEST_WORDS or (words > 1 and weight >= LEAST_WEIGHT)
    others = [m.sentence for m in draft.carrying() if m.sentence != me]
    counted = frozenset({me, *(n for n in others if full and bearing.bears(me, passage, n))})
    reports = len({hood.slots[n].report for n in counted})
    rank = (-reports, -round(weight, 3), len(passage.words), me, passage.start)
    return _Choice(replace(member, passage=passage), counted, rank)


def _reports(members: Sequence[Member], hood: Neighbourhood) -> int:
    return len({hood.slots[m.sentence].report for m in members})
