"""On what a point rests, in words: who tells each report, how well he is known, and which words leave it unsure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from crosswire.lexicons.acts import ActWords
from crosswire.model.annotation import Quotation, SpeakerClass, Token
from crosswire.model.passage import Passage
from crosswire.relate.points.versions import listed


class Ground(StrEnum):
    """Whose word a statement is, in words that follow a report's name."""

    OWN = "itself"
    NAMED = "from a named speaker"
    OFFICIAL = "from an official known by office"
    DOCUMENT = "from a document"
    WITNESS = "from a witness"
    POST = "from a post on social media"
    NAMELESS = "from somebody who is not named"
    HEARSAY = "as hearsay, with nobody named"
    UNKNOWN = "from a speaker who is not known"


KNOWN = {
    SpeakerClass.NAMED: Ground.NAMED,
    SpeakerClass.OFFICIAL: Ground.OFFICIAL,
    SpeakerClass.ANONYMOUS: Ground.NAMELESS,
    SpeakerClass.DOCUMENT: Ground.DOCUMENT,
}
# On these alone nothing is confirmed: two reports may have it from one and the same person.
WEAK = frozenset({Ground.NAMELESS, Ground.HEARSAY, Ground.UNKNOWN, Ground.POST})

# Where all rests on one of these, the reason before says so already.
PLAIN = frozenset({Ground.OWN, Ground.NAMED})


@dataclass(frozen=True, slots=True)
class Footing:
    """On what one statement rests: the name of its house, whose word it is, the words that leave it unsure."""

    house: str
    ground: Ground
    hedges: tuple[str, ...] = ()


def footing(
    house: str,
    passage: Passage,
    quotations: Iterable[Quotation],
    tokens: Sequence[Token],
    words: ActWords,
    *,
    own: bool,
) -> Footing:
    """On what the passage rests; `own`: no speaker was found for it."""
    inside = [t for t in tokens if passage.start <= t.start < passage.end]
    hedges = tuple(
        dict.fromkeys(_words(passage, t) for t in inside if t.pos != "NOUN" and t.lemma.lower() in words.hedging)
    )
    said = [q for q in quotations if any(c.overlaps(passage) for c in q.content)]
    if own or not said:
        ground = Ground.HEARSAY if hearsay(passage, tokens, words) else Ground.OWN if own else Ground.UNKNOWN
        return Footing(house, ground, hedges)
    return Footing(house, min((_ground(q, words) for q in said), key=list(Ground).index), hedges)


def hearsay(passage: Passage, tokens: Sequence[Token], words: ActWords) -> bool:
    """True for "reportedly fled", "is believed to have fled": told by somebody, and nobody knows by whom."""
    inside = {n: t for n, t in enumerate(tokens) if passage.start <= t.start < passage.end}
    passive = {t.head for t in tokens if t.dep == "auxpass"}
    return any(
        t.lemma.lower() in words.rumoured
        or (n in passive and t.lemma in words.believed and any(u.head == n and u.dep == "xcomp" for u in tokens))
        for n, t in inside.items()
    )


def _words(passage: Passage, token: Token) -> str:
    return passage.words[token.start - passage.start : token.end - passage.start]


def _ground(quotation: Quotation, words: ActWords) -> Ground:
    """The class of the quotation's speaker; of those without a name who saw it and who wrote it online."""
    source = quotation.source.words.casefold().split() if quotation.source else []
    cue = quotation.cue.words.casefold().split() if quotation.cue else []
    if not words.posting.isdisjoint((*source, *cue)) and quotation.speaker_class is not SpeakerClass.NAMED:
        return Ground.POST
    if not words.witness.isdisjoint(source) and quotation.speaker_class is not SpeakerClass.NAMED:
        return Ground.WITNESS
    return KNOWN.get(quotation.speaker_class, Ground.UNKNOWN)


def _has(ground: Ground, houses: Sequence[str]) -> str:
    several = len(houses) > 1
    if ground is Ground.OWN:
        return f"{listed(houses)} {'state it themselves' if several else 'states it itself'}"
    return f"{listed(houses)} {'have' if several else 'has'} it {ground.value}"


def grounds(footings: Sequence[Footing]) -> Iterator[str]:
    """On what the statements rest, in a sentence; then, where they are weak or unsure, in what they are."""
    by_ground: Mapping[Ground, dict[str, None]] = defaultdict(dict)
    for f in footings:
        by_ground[f.ground][f.house] = None
    if len(by_ground) > 1 or set(by_ground) - PLAIN:
        yield "; ".join(_has(ground, tuple(by_ground[ground])) for ground in Ground if ground in by_ground)
    if by_ground and set(by_ground) <= WEAK:
        yield "nobody is named who vouches for it: reports that have it so may have it from one and the same person"
    hedged = {f.house: f.hedges for f in footings if f.hedges}
    if hedged:
        told = (f"{house} with “{words[0]}”" for house, words in hedged.items())
        yield f"left unsure: {listed(told)}"
