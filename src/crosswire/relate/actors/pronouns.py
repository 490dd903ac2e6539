"""Whom a pronoun stands for: by gender and number, recency, and who was speaking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.model.relation import ActorKind
from crosswire.relate.actors.candidates import Candidate, Cast
from crosswire.relate.actors.names import normal

WINDOW = 6  # sentences back: "he" reaches over a block quotation, not over half a report
STEP = 10.0  # what a sentence of distance costs
CLOSE = 2.0  # candidates nearer to each other than this can't be told apart


@dataclass(frozen=True, slots=True)
class Heard:
    """A mention as it was read: who, in which sentence, in which part of it."""

    key: str
    sentence: int
    main: bool  # subject of the sentence's main verb
    subject: bool
    source: bool  # somebody's words were attributed to them there
    quoted: bool  # stood between quotation marks
    owner: bool  # "Marn's"
    verb: int = -1  # the token it hangs on, for a subject
    reporting: bool = False  # a medium that "reported"
    plural: bool = False


def gender_of(candidate: Candidate, cast: Cast) -> str | None:
    """`male` or `female` by titles or given name; None where neither tells."""
    if candidate.gender:
        return candidate.gender
    for title in sorted(candidate.titles):
        told = cast.lexicons.titles.gender_of(title)
        if told:
            return told
    if candidate.kind is ActorKind.UNNAMED:
        return cast.lexicons.titles.gender_of(candidate.name.split(" of ")[0])
    parts = candidate.name.split()
    given = cast.lexicons.names.gender.get(normal(parts[0])) if len(parts) > 1 else None
    return given if given in ("male", "female") else None


def antecedent(
    sort: str, sentence: int, heard: Sequence[Heard], cast: Cast, *, not_subject_of: int = -1
) -> Candidate | str:
    """Whom a pronoun (of sort `male`, `female`, `person`, `plural`, `thing`) stands for, or why none can be told.

    `heard` is everything before it in the report, in order; who is only named between quotation marks does not count.
    The subject of the verb that the pronoun is the object of is somebody else: "Marn called him".
    """
    subjects = {h.key for h in heard if h.sentence == sentence and h.verb == not_subject_of >= 0}
    return _antecedent(sort, sentence, [h for h in heard if not h.quoted and h.key not in subjects], cast)


def _antecedent(sort: str, sentence: int, heard: Sequence[Heard], cast: Cast) -> Candidate | str:
    scores: dict[str, float] = {}
    times = Counter(h.key for h in heard)
    for h in reversed(heard):
        if sentence - h.sentence > WINDOW:
            break
        if not _fits(sort, h, cast):
            continue
        score = _score(h, sentence) + min(times[h.key], 6) * 0.4
        score -= 3.0 if sort in ("male", "female") and gender_of(cast.candidates[h.key], cast) is None else 0.0
        scores[h.key] = max(score, scores.get(h.key, -1e9))
    if not scores:
        return "no one before the pronoun fits it"
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < CLOSE:
        first, second = (cast.candidates[key].name for key, _ in ranked[:2])
        return f"the pronoun may stand for {first} or {second}"
    return cast.candidates[ranked[0][0]]


def _score(h: Heard, sentence: int) -> float:
    """How much a mention draws a later pronoun: near, subject, speaking; less as an owner."""
    score = -STEP * (sentence - h.sentence)
    score += 8.0 if h.main else 4.0 if h.subject else 0.0
    score += (7.0 if sentence - h.sentence < 2 else 3.0) if h.source else 0.0
    return score - (4.0 if h.owner else 0.0)


def _fits(sort: str, h: Heard, cast: Cast) -> bool:
    """True when the pronoun's gender and number allow the actor."""
    candidate = cast.candidates[h.key]
    if sort == "person":
        return candidate.kind is ActorKind.PERSON
    if sort in ("male", "female"):
        person = candidate.kind is ActorKind.PERSON or _somebody(candidate, h)
        return person and gender_of(candidate, cast) in (None, sort)
    if sort == "plural":
        return h.plural or candidate.kind in (ActorKind.GROUP, ActorKind.ORGANISATION)
    body = candidate.kind in (ActorKind.ORGANISATION, ActorKind.GOVERNMENT)
    return (body or candidate.thing) and not h.plural


def _somebody(candidate: Candidate, h: Heard) -> bool:
    """True for one unnamed person, not for a document or several people."""
    return candidate.kind is ActorKind.UNNAMED and not h.plural and not candidate.thing
