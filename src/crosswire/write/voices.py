"""The voices: who speaks, what they say in order of time, and where reports render one act of speech differently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.model.annotation import Quotation, QuotationKind, SpeakerClass, Stance
from crosswire.model.dossier import Dossier
from crosswire.model.passage import Passage
from crosswire.model.relation import OTHER_WORDS, Actor, Rendering, Utterance
from crosswire.write.clock import stretch
from crosswire.write.sources import Register
from crosswire.write.speech import Speech, speech_of
from crosswire.write.vocabulary import MENTIONS, STANCES
from crosswire.write.wordings import Comparison, comparison, standing

WORD = re.compile(r"\w+")
MOST_FIRST = 4  # of an actor's acts of speech stand open
HARDLY_MORE = 2
FEWEST_SAID = 5  # words: content of fewer without marks may be no more than a noun ("the high court")
PLAIN = frozenset({STANCES[Stance.ASSERTS], STANCES[Stance.REPORTS], MENTIONS})  # nothing for a reader to stop at
MATTERS = (["about"], ["on"], ["over"])  # words that end a cue before what it is about
LONGEST_CUE = 60  # characters that a cue's words may have as a label
# Cues that "says" stands for, whatever follows.
SAYING = frozenset(
    {"said", "says", "say", "saying", "told", "tells", "tell", "telling", "according", "wrote", "writes", "tweeted"}
)
CLAUSES = (["that"], ["whether"], ["if"])
OPENING, STEM, SHORT_STEM = 4, 5, 3  # words of the content, letters of a deed
PLAINLY = frozenset({STANCES[Stance.WARNS], STANCES[Stance.ASKS]})  # deeds whose verbs are nearly all of one sense


@dataclass(frozen=True, slots=True)
class Saying:
    """One act of speech: the quotations that render it, in the dossier's order; `utterance` when there are several."""

    quotations: tuple[Quotation, ...]
    utterance: Utterance | None

    @property
    def renderings(self) -> tuple[tuple[Quotation, ...], ...]:
        """The quotations, those with the same words and stance together; first those whose words are compared.

        Each group begins with the quotation whose passages the differences name, so that they can be marked in it.
        """
        alike: dict[tuple[object, ...], list[Quotation]] = {}
        compared = self.compared
        for quotation in self.quotations:
            words = tuple(word for part in quotation.content for word in WORD.findall(part.words.casefold()))
            alike.setdefault((words, bool(quotation.verbatim), quotation.stance), []).append(quotation)
        groups = [sorted(group, key=lambda q: q.id not in compared) for group in alike.values()]
        groups.sort(key=lambda group: (group[0].id not in compared, not group[0].verbatim, -len(group)))
        return tuple(tuple(group) for group in groups)

    @property
    def open(self) -> tuple[tuple[Quotation, ...], ...]:
        """The renderings that a reader wants to see: each, where the words between marks differ; else the first."""
        return self.renderings if self.varies else self.renderings[:1]

    @property
    def likewise(self) -> tuple[str, ...]:
        """The reports that have it in words of their own, beside those of the first rendering."""
        shown = {quotation.report for alike in self.open for quotation in alike}
        return tuple(report for report in self.reports if report not in shown)

    @property
    def compared(self) -> frozenset[str]:
        """Ids of the quotations whose words differ from another's."""
        found = self.utterance.differences if self.utterance else ()
        return frozenset(id for d in found if d.kind in OTHER_WORDS for id in d.quotations or ())

    @property
    def comparison(self) -> Comparison:
        """Where the words between marks differ, and how many vouch for them."""
        return comparison(self.utterance, self.quotations)

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports that have it, in the dossier's order."""
        return tuple(dict.fromkeys(quotation.report for quotation in self.quotations))

    @property
    def standing(self) -> str:
        """How the reports have it, in a sentence or two; "" for a quotation that stands alone."""
        several = len(self.quotations) > 1
        return standing(self.comparison, len(self.reports), len(self.renderings), varies=self.varies) if several else ""

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

    @property
    def shown_by(self) -> Passage | None:
        """The words that show how the speaker is known, of the first quotation that has them: "who asked not to be
        named"; None where they only repeat the name."""
        quotations = (quotation for saying in self.sayings for quotation in saying.quotations)
        words = (q.speaker_class_words for q in quotations if q.speaker_class is self.known)
        return next((one for one in words if one and one.words.casefold() not in self.name.casefold()), None)

    @property
    def stances(self) -> tuple[tuple[str, int], ...]:
        """What the actor does, in words, and in how many acts of speech; plain saying last, else the most first."""
        counts = Counter(deed(saying.quotations[0]) for saying in self.sayings)
        return tuple(sorted(counts.items(), key=lambda pair: (pair[0] in PLAIN, -pair[1], pair[0])))

    @property
    def glance(self) -> str:
        """The stances in a line, "denies 2, says 3"; "" for one act of speech, which says it itself."""
        return ", ".join(f"{stance} {times}" for stance, times in self.stances) if len(self.sayings) > 1 else ""

    def leading(self, most: int) -> tuple[Saying, ...]:
        """So many acts of speech, by time: up to half of them such as differ, the others those that most reports have.

        All, where hardly more are left.
        """
        if len(self.sayings) <= most + HARDLY_MORE:
            return self.sayings
        ranked = sorted(range(len(self.sayings)), key=lambda n: (-len(self.sayings[n].reports), n))
        differing = [n for n in ranked if self.sayings[n].varies][: most // 2]
        shown = dict.fromkeys([*differing, *ranked])
        return tuple(self.sayings[n] for n in sorted([*shown][:most]))

    @property
    def first(self) -> tuple[Saying, ...]:
        """The acts of speech that stand open."""
        return self.leading(MOST_FIRST)

    @property
    def rest(self) -> tuple[Saying, ...]:
        """The others, by time."""
        shown = {saying.quotations[0].id for saying in self.first}
        return tuple(saying for saying in self.sayings if saying.quotations[0].id not in shown)

    @property
    def chosen(self) -> str:
        """Which acts of speech stand open, in a sentence; "" where all do."""
        shown, every = len(self.first), len(self.sayings)
        if shown == every:
            return ""
        widest = max(len(saying.reports) for saying in self.sayings)
        which = f"The {shown} that most reports have" if widest > 1 else f"The first {shown}"
        return f"{which}, of {every}, in order of time"

    @property
    def differing(self) -> int:
        """In how many acts of speech the words between marks differ."""
        return sum(saying.varies for saying in self.sayings)


@dataclass(frozen=True, slots=True)
class Voices:
    """All who speak, most quoted first: those with a name, then those without, then papers.

    Quotations whose speaker is not known; who would not say what, each with a name; attributions that are nobody's
    words ("was planning to retire"), each with whose they are; actors who are named and silent.
    """

    speaking: tuple[Voice, ...]
    unnamed: tuple[Voice, ...]
    papers: tuple[Voice, ...]
    unresolved: tuple[Quotation, ...]
    unanswered: tuple[tuple[str, Quotation], ...]
    beside: tuple[tuple[str, Quotation], ...]
    silent: tuple[Actor, ...]

    @property
    def heard(self) -> bool:
        """True when there is anything to show."""
        return bool(self.speaking or self.unnamed or self.papers or self.unresolved or self.unanswered or self.beside)


def voices(dossier: Dossier, register: Register) -> Voices:
    """The dossier's quotations by speaker; within a speaker by time, then in the dossier's order.

    A quotation whose own report leaves open who speaks stands with the act of speech that it renders.
    """
    relations = dossier.relations
    spoken: dict[str, list[Quotation]] = {}
    unresolved: list[Quotation] = []
    apart: dict[Speech, list[tuple[str, Quotation]]] = {Speech.UNANSWERED: [], Speech.BESIDE: []}
    for quotation in relations.quotations:
        said = register.utterance(quotation.utterance)
        actor = register.actor(quotation.speaker) or register.actor(said.speaker if said else None)
        speech = speech_of(quotation, register)
        if speech is not Speech.SAID:
            apart[speech].append((_called(actor, quotation, register), quotation))
        elif actor is None:
            unresolved.append(quotation)
        else:
            spoken.setdefault(actor.id, []).append(quotation)
    speaking = [_voice(actor, spoken[actor.id], register) for actor in relations.actors if actor.id in spoken]
    speaking.sort(key=lambda voice: (-len(voice.reports), -len(voice.sayings)))
    papers = tuple(voice for voice in speaking if voice.known is SpeakerClass.DOCUMENT)
    persons = [voice for voice in speaking if voice.known is not SpeakerClass.DOCUMENT]
    named = tuple(voice for voice in persons if not _nameless(voice, register))
    unnamed = tuple(voice for voice in persons if _nameless(voice, register))
    silent = tuple(actor for actor in relations.actors if actor.id not in spoken)
    without = (tuple(apart[Speech.UNANSWERED]), tuple(apart[Speech.BESIDE]))
    return Voices(named, unnamed, papers, tuple(unresolved), *without, silent)


def _nameless(voice: Voice, register: Register) -> bool:
    """True for who is known by a description only: "one of the divers", "information from the harbour"."""
    return register.unnamed(voice.actor) or voice.known is SpeakerClass.ANONYMOUS


def _called(actor: Actor | None, quotation: Quotation, register: Register) -> str:
    """Whose the attribution is: the actor's name, else the words of the source."""
    if actor:
        return register.called(actor)
    return " ".join(quotation.source.words.split()) if quotation.source else "nobody named"


def _voice(actor: Actor, quotations: Sequence[Quotation], register: Register) -> Voice:
    groups: dict[str, list[Quotation]] = {}
    for quotation in quotations:
        groups.setdefault(quotation.utterance or f"quotation {quotation.id}", []).append(quotation)
    sayings = [Saying(tuple(group), register.utterance(group[0].utterance)) for group in groups.values()]
    sayings.sort(key=lambda saying: _time(saying.quotations, register))
    reports = tuple(dict.fromkeys(quotation.report for quotation in quotations))
    return Voice(actor, register.called(actor), register.known(actor), tuple(sayings), reports)


def deed(quotation: Quotation) -> str:
    """What the speaker does, in the vocabulary's words: "denies"; "speaks of" a few words of the reporter's, and what
    stands behind "about" or "on": "doubled down on several old remarks"."""
    cue = WORD.findall(quotation.cue.words.casefold()) if quotation.cue else []
    bare = _few(quotation) or (quotation.kind is QuotationKind.INDIRECT and cue[-1:] in MATTERS)
    return MENTIONS if bare and quotation.stance is Stance.ASSERTS else STANCES[quotation.stance]


def _few(quotation: Quotation) -> bool:
    """True where what is attributed are a few words of the reporter's."""
    words = [word for part in quotation.content for word in WORD.findall(part.words)]
    return quotation.kind is QuotationKind.INDIRECT and len(words) < FEWEST_SAID


def verb(quotation: Quotation) -> str:
    """What stands before the quotation: its deed, or the report's own cue where that is no plain saying.

    "Maren declined to say whether the pier is safe" is “declined to say”, and "says: whether the pier is safe" would
    have her say it; "who writes about the harbour" is “writes about”, and "says: the harbour" says nothing. "Lund
    slammed the new toll" accuses nobody: “slammed”. "Compared the harbour to a pond" and "conveyed the board's demands"
    can't be read behind "says:" and "demands:".
    """
    named = deed(quotation)
    cue = " ".join(quotation.cue.words.split()).strip(' ,:;.“”"') if quotation.cue else ""
    plain = named in (MENTIONS, STANCES[Stance.REPORTS])
    own = (plain or _other_words(named, cue) or _taken_up(quotation, named, cue)) and 0 < len(cue) <= LONGEST_CUE
    return f"“{cue}”" if own else named


def _other_words(named: str, cue: str) -> bool:
    """True where the deed is told by a verb of another stem: "agrees" of who confessed, "demands" of who urged."""
    if named == STANCES[Stance.ASSERTS] or named in PLAINLY:
        return False
    return not any(word.startswith(named[:SHORT_STEM]) for word in cue.casefold().split())


def _taken_up(quotation: Quotation, named: str, cue: str) -> bool:
    """True where the words go on from the cue: a thing behind a verb of its own, or the deed's own noun."""
    opening = [word.casefold() for word in WORD.findall(quotation.content[0].words)[:OPENING]]
    if quotation.kind is QuotationKind.DIRECT or opening[:1] in CLAUSES:
        return False
    if named == STANCES[Stance.ASSERTS]:
        return not SAYING.intersection(cue.casefold().split())
    return any(word.startswith(named[:STEM]) for word in opening)


def _time(quotations: Sequence[Quotation], register: Register) -> float:
    """When it was said, as far as the words tell; else when the first report of it was printed; unknown last."""
    said = [covered.start for quotation in quotations if (covered := stretch(quotation.when.value))]
    reports = [register.report(quotation.report) for quotation in quotations]
    printed = [covered.start for report in reports if report and (covered := stretch(report.printed_at.value))]
    return min(said or printed, default=float("inf"))


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
    differences = (difference for difference in saying.utterance.differences if difference.kind in OTHER_WORDS)
    sides = (side for difference in differences for side in (difference.a, difference.b))
    return tuple(sorted({(side.start, side.end) for side in sides if side and side.report == quotation.report}))
