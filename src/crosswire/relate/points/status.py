"""What a reader may take a point for: corroborated, resting on one origin or voice, disputed, superseded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from crosswire.model.annotation import Quotation, Stance, Token
from crosswire.model.passage import Passage
from crosswire.model.relation import Point, PointRelation, Status
from crosswire.model.token_tree import FINITE
from crosswire.relate.points.clauses import clause_head
from crosswire.relate.points.statements import spoken_span
from crosswire.relate.points.versions import listed

# Who speaks where a quotation's speaker was not resolved: maybe the speaker of the other statements.
UNKNOWN = ""
# A statement is somebody's words when at least this part of its letters tells what he says, or that he says it.
SAID_PART = 0.4
# What nobody is named for and nobody has said: "the toll is expected to rise" is the report's own outlook.
OUTLOOK = frozenset({"expected", "scheduled", "due", "set", "likely"})
FAR = 10**9


def voices_of(
    passage: Passage,
    sentence: Passage,
    quotations: Iterable[Quotation],
    tokens: Sequence[Token] = (),
    deeds: Collection[str] = (),
    telling: Collection[str] = (),
) -> tuple[str, ...]:
    """The speakers in whose words the passage stands, sorted; empty when the report states it itself.

    UNKNOWN stands for a speaker who was not resolved: "…, she said" is somebody's word and no second voice. `tokens`
    are the sentence's: with them where and when somebody speaks is no statement of the report's own. `deeds`: verbs of
    what is done by speaking, "pleaded guilty": whoever was there saw it, it is nobody's word. `telling`: verbs on
    which somebody's word hangs, whoever he is: of "a report that said Lupo had fled" nobody knows who knew.
    """
    found = set()
    spoken = [q for q in quotations if any(c.overlaps(sentence) for c in q.content)]
    near = _nearest([q for q in spoken if not _outlook(q) and not _done(q, tokens, deeds)])
    for quotation in near:
        if any(_inside(quotation, other) for other in near if other is not quotation):
            continue  # "she said that he ordered the strike": his order is her word
        if quotation.stance is Stance.DENIES and not _holds_cue(passage, quotation):
            continue  # what somebody denies doesn't rest on his word: "rejected claims that the fire killed nine"
        if _said(quotation, passage, sentence, tokens) >= SAID_PART * (passage.end - passage.start):
            found.add(quotation.speaker or UNKNOWN)
    if not found and _hangs(passage, tokens, telling):
        found.add(UNKNOWN)
    return tuple(sorted(found, key=lambda a: (len(a), a)))


def _hangs(passage: Passage, tokens: Sequence[Token], telling: Collection[str]) -> bool:
    """True where the words are what a verb of telling outside of them tells."""
    inside = [n for n, t in enumerate(tokens) if passage.start <= t.start < passage.end and t.dep != "punct"]
    root = next((n for n in inside if tokens[n].head not in inside), None)
    if root is None or tokens[root].dep != "ccomp":
        return False
    above = tokens[tokens[root].head]
    return above.lemma in telling and not any(t.dep == "neg" and tokens[t.head] is above for t in tokens)


def _outlook(quotation: Quotation) -> bool:
    """True for what is expected, and nobody is named who expects it."""
    words = quotation.cue.words.casefold().split() if quotation.cue else []
    return quotation.source is None and not quotation.verbatim and not OUTLOOK.isdisjoint(words)


def _done(quotation: Quotation, tokens: Sequence[Token], deeds: Collection[str]) -> bool:
    """True where the verb of the cue tells a deed: "pleaded guilty", "agreed to release Horn", "found two men dead".

    With a clause of its own it tells what somebody says: "charged that Horn had lied", "found that the dam was shut".
    """
    cue = quotation.cue
    if cue is None or quotation.verbatim:
        return False
    verbs = [n for n, t in enumerate(tokens) if cue.start <= t.start < cue.end and t.lemma in deeds and t.pos == "VERB"]
    return any(not _has_clause(n, tokens) for n in verbs)


def _has_clause(verb: int, tokens: Sequence[Token]) -> bool:
    """True where a clause with a finite verb hangs on the verb."""
    clauses = {n for n, t in enumerate(tokens) if t.head == verb and t.dep == "ccomp"}
    return any(
        t.tag in FINITE and (n in clauses or (t.head in clauses and t.dep in ("aux", "auxpass")))
        for n, t in enumerate(tokens)
    )


def _said(quotation: Quotation, passage: Passage, sentence: Passage, tokens: Sequence[Token]) -> int:
    """How many letters of the passage are the quotation's: content, source, cue, and the clause that the cue heads.

    "“It is shut,” Horn said at a meeting with the owners in Tarn on Friday" says nothing but what Horn said; a passage
    that has nothing of the content, "at a meeting with the owners in Tarn", isn't his.
    """
    spoken = [spoken_span(content, sentence) for content in quotation.content]
    framed = [(p.start, p.end) for p in (quotation.source, quotation.cue) if p and p.overlaps(sentence)]
    if any(start < passage.end and passage.start < end for start, end in spoken):
        framed += _clause(quotation, tokens)
    letters = {n for start, end in (*spoken, *framed) for n in range(max(start, passage.start), min(end, passage.end))}
    return len(letters)


def _clause(quotation: Quotation, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Where the words of the clause stand that a verb of the cue heads, each with the blank after it."""
    cue = quotation.cue
    if cue is None:
        return []
    verbs = {n for n, t in enumerate(tokens) if cue.start <= t.start < cue.end and t.pos == "VERB"}
    heads = {n for n in verbs if clause_head(tokens, n) == n}
    return [(t.start, t.end + 1) for n, t in enumerate(tokens) if clause_head(tokens, n) in heads]


def _nearest(quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations but those that claim words of another whose cue stands nearer: words have one speaker.

    "Horn put out a statement after Lupo told voters that the dam would hold": the statement isn't about the dam.
    """
    return [
        quotation
        for quotation in quotations
        if not any(_same_words(quotation, o) and _distance(o) < _distance(quotation) for o in quotations)
    ]


def _same_words(one: Quotation, two: Quotation) -> bool:
    """True when most of the shorter content of two quotations lies in the other's, and neither tells of the other."""
    if one is two or _inside(one, two) or _inside(two, one):
        return False
    shared = sum(a.shared(b) for a in one.content for b in two.content)
    shorter = min(sum(c.end - c.start for c in q.content) for q in (one, two))
    return 2 * shared > shorter


def _distance(quotation: Quotation) -> int:
    """The letters between the cue and the nearest content; without a cue it is far."""
    cue = quotation.cue
    if cue is None:
        return FAR
    return min(max(c.start - cue.end, cue.start - c.end, 0) for c in quotation.content)


def _inside(inner: Quotation, outer: Quotation) -> bool:
    """True when the inner quotation's cue stands in what the outer one's speaker says."""
    return inner.cue is not None and any(content.covers(inner.cue) for content in outer.content)


def _holds_cue(passage: Passage, quotation: Quotation) -> bool:
    """True when the passage has the words that deny."""
    return quotation.cue is not None and passage.overlaps(quotation.cue)


def status_of(relation: PointRelation, origins: Sequence[str], voices: Sequence[tuple[str, ...]]) -> Status:
    """The status of a point from its relation, its independent origins and the voices of each statement."""
    if relation is PointRelation.CONFLICT:
        return Status.DISPUTED
    if relation is PointRelation.UPDATE:
        return Status.SUPERSEDED
    if one_voice(voices):
        return Status.SINGLE_VOICE
    return Status.CORROBORATED if len(origins) >= 2 else Status.SINGLE_ORIGIN


def one_voice(voices: Sequence[tuple[str, ...]]) -> bool:
    """True when every statement is in somebody's words, and no two of them are known to be different speakers.

    A statement in two speakers' words, "Lupo and Horn said", adds nobody to a second one in the words of either.
    """
    if not voices or not all(voices):
        return False
    known = [set(said) - {UNKNOWN} for said in voices if set(said) != {UNKNOWN}]
    return not known or bool(set.intersection(*known))


def counted_once(origins: Sequence[str], voices: Sequence[tuple[str, ...]], *, order: Sequence[str]) -> tuple[str, ...]:
    """The origins, of those that only print a voice which is counted already none; in the order of `order`.

    `origins` and `voices` run statement by statement. Three origins that quote one mayor and a fourth that saw it
    itself are two.
    """
    pairs = list(zip(origins, voices, strict=True))
    kept = {origin for origin, said in pairs if not said}
    own = frozenset(kept)
    heard: set[str] = set()
    for origin, said in sorted(pairs, key=lambda o: (not set(o[1]) - {UNKNOWN}, o[0] in own, order.index(o[0]))):
        if set(said) - {UNKNOWN} - heard or (said and not heard and not kept):
            kept.add(origin)
            heard |= set(said)
    return tuple(origin for origin in order if origin in kept)


def resting_on(voices: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The actors on whose word a point rests: empty when at least one report states it itself."""
    if not all(voices):
        return ()
    return tuple(sorted({v for said in voices for v in said} - {UNKNOWN}, key=lambda a: (len(a), a)))


def common_voices(voices: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The actors in whose words every statement is; where it is no single one, all on whose word the point rests."""
    known = [set(said) - {UNKNOWN} for said in voices if set(said) != {UNKNOWN}]
    common = set.intersection(*known) if known else set()
    return tuple(sorted(common, key=lambda a: (len(a), a))) or resting_on(voices)


def reason(point: Point, names: Mapping[str, str]) -> str:
    """Why the point has its status, in words a reader understands."""
    if point.relation is not PointRelation.SAME:
        return _reason(point, names)
    left = [s for s in point.statements if s.origin and s.origin not in point.origins]
    heard = dict.fromkeys(s.origin or "" for s in left if s.counts)
    beside = dict.fromkeys(s.origin or "" for s in left if s.origin not in heard)
    repeating = listed(names.get(o, o) for o in heard)
    again = f"; {repeating} only in words of a speaker who is counted already" if repeating else ""
    others = listed(names.get(o, o) for o in beside)
    more = f"; what {others} {'has' if len(beside) == 1 else 'have'} on it is not counted" if beside else ""
    return _reason(point, names) + again + more


def _reason(point: Point, names: Mapping[str, str]) -> str:
    houses = listed(names.get(o, o) for o in point.origins)
    speakers = listed(names.get(v, v) for v in point.voices)
    count = f"{len(point.origins)} independent origins" if len(point.origins) > 1 else "one origin"
    if point.status is Status.SINGLE_VOICE and not point.voices:
        return f"rests on words whose speaker is not known, so nobody else can be counted; carried by {count}: {houses}"
    if point.status is Status.SINGLE_VOICE:
        return f"rests on the word of {speakers} alone, carried by {count}: {houses}"
    if point.status is Status.CORROBORATED:
        return f"{count} say it: {houses}"
    if point.status is Status.SINGLE_ORIGIN:
        return f"only {houses} has it"
    spoken = f", in the words of {speakers}" if speakers else ""
    if point.status is Status.DISPUTED:
        return f"versions that can't both hold{spoken}; from {count}: {houses}"
    return f"a newer version replaces an older one{spoken}; from {count}: {houses}"
