"""The voices: who speaks, what they say in order of time, and where reports render one act of speech differently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.model.annotation import Quotation, SpeakerClass
from crosswire.model.dossier import Dossier
from crosswire.model.passage import Passage
from crosswire.model.relation import Actor, Rendering, Utterance
from crosswire.write.clock import stretch
from crosswire.write.sources import Register


@dataclass(frozen=True, slots=True)
class Saying:
    """One act of speech: the quotations that render it, in the dossier's order; `utterance` when there are several."""

    quotations: tuple[Quotation, ...]
    utterance: Utterance | None

    @property
    def renderings(self) -> tuple[tuple[Quotation, ...], ...]:
        """The quotations, those with the same words and stance together."""
        alike: dict[tuple[object, ...], list[Quotation]] = {}
        for quotation in self.quotations:
            words = " ".join(part.words for part in quotation.content)
            alike.setdefault((words.strip('“”" ,.').casefold(), quotation.stance), []).append(quotation)
        return tuple(tuple(group) for group in alike.values())

    @property
    def varies(self) -> bool:
        """True when the words between quotation marks differ between reports."""
        return self.utterance is not None and self.utterance.rendering is Rendering.VARIANT


@dataclass(frozen=True, slots=True)
class Voice:
    """An actor who speaks, with all that is quoted; `reports` are those that quote."""

    actor: Actor
    name: str
    known: SpeakerClass
    sayings: tuple[Saying, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """All who speak, most quoted first: those with a name, then those without; quotations whose speaker is not known;
    actors who are named and silent."""

    speaking: tuple[Voice, ...]
    unnamed: tuple[Voice, ...]
    unresolved: tuple[Quotation, ...]
    silent: tuple[Actor, ...]


def voices(dossier: Dossier, register: Register) -> Voices:
    """The dossier's quotations by speaker; within a speaker by time, then in the dossier's order."""
    relations = dossier.relations
    spoken: dict[str, list[Quotation]] = {}
    unresolved = []
    for quotation in relations.quotations:
        actor = register.actor(quotation.speaker)
        if actor is None:
            unresolved.append(quotation)
        else:
            spoken.setdefault(actor.id, []).append(quotation)
    speaking = [_voice(actor, spoken[actor.id], register) for actor in relations.actors if actor.id in spoken]
    speaking.sort(key=lambda voice: (-len(voice.reports), -len(voice.sayings)))
    named = tuple(voice for voice in speaking if not register.unnamed(voice.actor))
    unnamed = tuple(voice for voice in speaking if register.unnamed(voice.actor))
    silent = tuple(actor for actor in relations.actors if actor.id not in spoken)
    return Voices(named, unnamed, tuple(unresolved), silent)


def _voice(actor: Actor, quotations: Sequence[Quotation], register: Register) -> Voice:
    groups: dict[str, list[Quotation]] = {}
    for quotation in quotations:
        groups.setdefault(quotation.utterance or f"quotation {quotation.id}", []).append(quotation)
    sayings = [Saying(tuple(group), register.utterance(group[0].utterance)) for group in groups.values()]
    sayings.sort(key=lambda saying: _time(saying.quotations))
    reports = tuple(dict.fromkeys(quotation.report for quotation in quotations))
    return Voice(actor, register.called(actor), register.known(actor), tuple(sayings), reports)


def _time(quotations: Sequence[Quotation]) -> float:
    known = [covered.start for quotation in quotations if (covered := stretch(quotation.when.value))]
    return min(known, default=float("inf"))


def whole(quotation: Quotation, register: Register) -> Passage:
    """The quotation's content as one passage, from its first word to its last; the first part where it can't be."""
    first, last = quotation.content[0], quotation.content[-1]
    report = register.report(quotation.report)
    if report is None or first is last or last.end < first.end:
        return first
    return report.passage(first.start, last.end)


def outlying(saying: Saying, quotation: Quotation) -> tuple[tuple[int, int], ...]:
    """The spans of this quotation's report whose words another rendering lacks or has otherwise, sorted."""
    if saying.utterance is None:
        return ()
    sides = (side for difference in saying.utterance.differences for side in (difference.a, difference.b))
    return tuple(sorted({(side.start, side.end) for side in sides if side and side.report == quotation.report}))


@dataclass(frozen=True, slots=True)
class Variant:
    """Words that reports have in one place of an act of speech; "" where they leave them out."""

    words: str
    reports: tuple[str, ...]


def variants(saying: Saying) -> tuple[tuple[Variant, ...], ...]:
    """Where the renderings differ: for each place what each has there and which reports have it so."""
    if saying.utterance is None or not saying.varies:
        return ()
    alike = {q.report: tuple(o.report for o in group) for group in saying.renderings for q in group}
    places: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for difference in saying.utterance.differences:
        sides = (difference.a, difference.b)
        here = places.setdefault((_words(difference.a), _words(difference.b)), ([], []))
        for side, reports in zip(sides, here, strict=True):
            reports += alike.get(side.report, (side.report,)) if side else ()
    every = [quotation.report for quotation in saying.quotations]
    return tuple(
        (Variant(one, _others(here, there, every)), Variant(other, _others(there, here, every)))
        for (one, other), (here, there) in places.items()
    )


def _others(own: Sequence[str], across: Sequence[str], every: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(own or [report for report in every if report not in across]))


def _words(side: Passage | None) -> str:
    return " ".join(side.words.split()) if side else ""
