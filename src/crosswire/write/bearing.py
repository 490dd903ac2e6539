"""Whose words a sentence of the brief rests on: its origins, or one voice that several of them carry."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.model.dossier import BriefSentence, Dossier
from crosswire.model.relation import Point, Status
from crosswire.write.sheet import cut
from crosswire.write.sources import Register
from crosswire.write.vocabulary import borne, counted, listed, parties

# Of a sentence of which others have less than so much it is told what part they have; of one voice, who says it may
# be the rest of the sentence.
MOST, SAID_BY_ONE = 0.8, 0.5
# Characters of a part that are enough to know it by.
PART = 60
QUOTES = ' "“”'


def bearing(sentence: BriefSentence, dossier: Dossier, register: Register) -> str:
    """ "2 origins: AP and Ferry Post"; where all quote one speaker "one voice: the mayor, carried by 2 origins: …".

    Where the others or one voice have a part of the sentence only, that part stands before: "“sailed into the storm”:
    2 origins: …", "“sailed into the storm”: one voice: the mayor, carried by 2 origins: …".
    """
    return _voiced(borne(register.held(sentence.citations)), sentence, dossier, register)


def bearing_counted(sentence: BriefSentence, dossier: Dossier, register: Register) -> str:
    """The same without the origins' names: "2 origins", "one voice: the mayor, carried by 2 origins"."""
    return _voiced(counted(register.held(sentence.citations)), sentence, dossier, register)


def _voiced(held: str, sentence: BriefSentence, dossier: Dossier, register: Register) -> str:
    """What is held, after who says the sentence where it does not name that, and after the voice it rests on."""
    rests = _on_a_voice(held, sentence, dossier, register)
    if sentence.speaker is None:
        return rests
    said = f"said by {register.actor_names([sentence.speaker])[0]}"
    return f"{said}, {rests}" if rests else said


def _on_a_voice(held: str, sentence: BriefSentence, dossier: Dossier, register: Register) -> str:
    """What is held, after the voice it rests on."""
    joined = [p for p in dossier.relations.points if p.id in sentence.points and _joins(p, sentence)]
    points = [p for p in joined if p.status is Status.SINGLE_VOICE]
    partly = bool(joined) and not _mostly(joined, sentence, SAID_BY_ONE if points else MOST)
    if not points:
        return _of_part(joined, sentence) + held if partly else held
    voices = register.actor_names(dict.fromkeys(v for p in points for v in p.voices))
    named = parties(voices) or "a speaker who is not known"
    part = _of_part(points, sentence) if partly or len(points) < len(joined) else ""
    return f"{part}one voice{' each' if len(voices) > 1 else ''}: {named}, carried by {held}"


def _joins(point: Point, sentence: BriefSentence) -> bool:
    """True where statements of several origins, cited at the sentence, stand in one version of the point."""
    cited = [s for s in point.statements if s.counts and any(s.passage.overlaps(c) for c in sentence.citations)]
    return len({s.origin for s in cited}) > 1


def _of_part(points: Sequence[Point], sentence: BriefSentence) -> str:
    """What stands before whoever has a part only: the part's words, "in part" where it has none."""
    words = _first_words(points, sentence)
    return f"{words}: " if words else "in part "


def _first_words(points: Sequence[Point], sentence: BriefSentence) -> str:
    """The part of the sentence that each point is, between marks, a long one cut; "" where it has none."""
    own = sentence.citations[0]
    told = [[s.passage for s in p.statements if s.counts and s.passage.overlaps(own)][:1] for p in points]
    spans = sorted(
        {(max(t.start, own.start) - own.start, min(t.end, own.end) - own.start) for each in told for t in each}
    )
    return listed([f"“{cut(own.words[start:end].strip(QUOTES), PART)}”" for start, end in spans])


def _mostly(points: Sequence[Point], sentence: BriefSentence, least: float) -> bool:
    """True where what several origins have is so large a part of the sentence: it may be one clause of it only."""
    own = sentence.citations[0]
    told = [s.passage for p in points for s in p.statements if s.counts and s.passage.overlaps(own)]
    letters = {n for p in told for n in range(max(p.start, own.start), min(p.end, own.end))}
    return len(letters) >= least * (own.end - own.start)
