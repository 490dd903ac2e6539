"""How much of a story the brief carries: gold points per 100 words, repetition, beside the longest report's lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from crosswire.bench.measure import Figure
from crosswire.bench.packets import Packet, packets
from crosswire.bench.points import fold_model
from crosswire.bench.read_stories import read_stories
from crosswire.brief.dossier import write_dossier
from crosswire.errors import ModelError
from crosswire.lexicons.load import load_lexicons
from crosswire.model.passage import Passage
from crosswire.relate.points.point_model import PointModel, load_point_model

RIVAL = "lead of the longest report, same length"


@dataclass(frozen=True, slots=True)
class Covered:
    """What some sentences carry: gold points told, words, and sentences that tell nothing new."""

    points: int
    words: int
    sentences: int
    repeating: int

    def per_hundred(self) -> float:
        """Gold points in a hundred words."""
        return 100 * self.points / self.words if self.words else 0.0


def measure(data: Path) -> tuple[Figure, ...]:
    """Points per 100 words, the share of points covered, the share of sentences that only repeat, and the length.

    On the annotated stories, and on the triplets that were read beside them: those with an odd number, no brief of
    which was read for a rule; those with an even one, which were read for faults; all of them together.
    """
    annotated = [_told(packet, fold_model(packet.name)) for packet in packets(data)]
    triplets = {packet.name: _told(packet, _unseen(packet.name)) for packet in read_stories(data, of="triplet")}
    halves = [[told for name, told in triplets.items() if int(name[1:]) % 2 == half] for half in (1, 0)]
    parts = {
        "brief": (annotated, "weights that never saw the story"),
        "brief.triplets": (halves[0], "no brief of theirs was read for a rule"),
        "brief.triplets_read": (halves[1], "read for faults of the brief; its weights were chosen on them"),
        "brief.triplets_all": (list(triplets.values()), "both halves together"),
    }
    return tuple(figure for name, (stories, note) in parts.items() for figure in _figures(name, stories, note))


@dataclass(frozen=True, slots=True)
class _Told:
    """What the brief of one story carries, what the lead does, and how many gold points there are."""

    brief: Covered
    lead: Covered
    wanted: int


def _told(packet: Packet, model: PointModel) -> _Told:
    dossier = write_dossier(packet.relations(model), lexicons=load_lexicons())
    brief = [sentence.citations[0] for sentence in dossier.brief]
    length = sum(_length(p) for p in brief)
    return _Told(covered(packet, brief), covered(packet, list(lead(packet, length))), len(packet.gold["points"]))


def over_the_lead(name: str, stories: Sequence[Packet], model: PointModel, note: str) -> Iterator[Figure]:
    """The figures of the briefs of some stories, under one name."""
    return _figures(name, [_told(packet, model) for packet in stories], note)


def _unseen(story: str) -> PointModel:
    """Weights that leave the story out where there are such, else those that are shipped."""
    try:
        return fold_model(story)
    except ModelError:
        return load_point_model()


def _figures(name: str, stories: Sequence[_Told], note: str) -> Iterator[Figure]:
    """The figures of some stories, under one name, beside the lead of the longest report at the same length."""
    wanted = sum(told.wanted for told in stories)
    ours, theirs = _sum(told.brief for told in stories), _sum(told.lead for told in stories)
    note = f"{len(stories)} stories, {wanted} gold points; {note}"
    yield Figure(f"{name}.points_per_100_words", ours.per_hundred(), RIVAL, theirs.per_hundred(), note=note)
    yield Figure(
        f"{name}.over_the_lead",
        ours.per_hundred() / theirs.per_hundred() if theirs.points else 0.0,
        note="times the lead's points per 100 words; a third more is asked",
    )
    yield Figure(f"{name}.coverage", ours.points / max(1, wanted), RIVAL, theirs.points / max(1, wanted), note=note)
    yield Figure(
        f"{name}.not_repeating",
        1 - ours.repeating / max(1, ours.sentences),
        RIVAL,
        1 - theirs.repeating / max(1, theirs.sentences),
        note="sentences that tell a gold point not told before, or one of their own",
    )
    yield Figure(f"{name}.words", ours.words / max(1, len(stories)), unit="words", note="mean length of a brief")


def covered(packet: Packet, sentences: Sequence[Passage]) -> Covered:
    """What the sentences carry of the packet's gold points."""
    tells = _points_by_sentence(packet)
    told: set[str] = set()
    repeating = 0
    for passage in sentences:
        points = {p for name in packet.named(passage) for p in tells.get(name, ())}
        repeating += bool(points) and points <= told
        told |= points
    return Covered(len(told), sum(_length(p) for p in sentences), len(sentences), repeating)


def lead(packet: Packet, words: int) -> Iterator[Passage]:
    """The first sentences of the longest report, until they have as many words."""
    report, annotation = max(
        zip(packet.reports, packet.annotations, strict=True), key=lambda pair: (len(pair[0].text), pair[0].id)
    )
    total = 0
    for sentence in annotation.sentences:
        if total >= words:
            return
        passage = report.passage(sentence.start, sentence.end)
        total += _length(passage)
        yield passage


def _points_by_sentence(packet: Packet) -> Mapping[str, set[str]]:
    """The packet's sentence → the gold points it tells; versions that are superseded don't count.

    Stories that were read without noting which version is the latest count all of them.
    """
    found: dict[str, set[str]] = {}
    for number, point in enumerate(packet.gold["points"]):
        latest = point.get("latest")
        for member in point["members"]:
            if latest is None or member["version"] == latest:
                found.setdefault(member["sentence"], set()).add(f"P{number}")
    return found


def _length(passage: Passage) -> int:
    return len(passage.words.split())


def _sum(parts: Iterable[Covered]) -> Covered:
    found = tuple(parts)
    return Covered(
        sum(p.points for p in found),
        sum(p.words for p in found),
        sum(p.sentences for p in found),
        sum(p.repeating for p in found),
    )
