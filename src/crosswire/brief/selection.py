"""Which sentences make the brief: those that carry the most points with the most origins, nothing twice."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from crosswire.brief.candidate import Candidate
from crosswire.brief.outlook import Outlook
from crosswire.brief.prints import best_print, of_most
from crosswire.brief.standing import inside_quotation, points_back, stands_alone
from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Quotation
from crosswire.model.passage import Passage
from crosswire.model.relation import ActorKind, Point, PointRelation, Relations, Status
from crosswire.model.when import stamp

MOST = 8
LEAST = 5
# A story of few sentences gets a shorter brief: one sentence for every four.
SENTENCES_PER_BRIEF_SENTENCE = 4
# For every so many sentences of the story the brief may be one longer than six.
LARGE = 60
# Sentences that share more than this part of their words with one already chosen are a repetition.
REPEATED = 0.5
LEAD = 3
# What is left of a sentence's gain for each person it names by surname only.
STRANGER = 0.7


def choose(relations: Relations, words: PointWords) -> tuple[Candidate, ...]:
    """The brief's sentences in reading order; the first says what happened."""
    candidates = _candidates(relations, words)
    usable = [c for c in candidates if c.alone and c.points] or [c for c in candidates if c.points] or candidates
    if not usable:
        return ()
    wanted = max(1, min(len(candidates) // SENTENCES_PER_BRIEF_SENTENCE, LEAST + 1 + len(candidates) // LARGE))
    worth = _worths(relations.points)
    main = of_most(usable, relations.points)
    chosen = [best_print(_first(main, worth), main, relations.points)]
    while len(chosen) < min(MOST, wanted):
        following = _next(main, chosen, worth)
        if following is None:
            break
        chosen.append(best_print(following, main, relations.points))
        other = _other_side(usable, chosen, relations.points)
        if other and len(chosen) < MOST:
            chosen.append(other)
    return _in_reading_order(chosen)


def _candidates(relations: Relations, words: PointWords) -> list[Candidate]:
    """Every sentence of the story with the points it carries."""
    carried: dict[str, list[tuple[Passage, str, str]]] = defaultdict(list)
    outdated = _outdated(relations.points)
    for point in relations.points:
        for statement in point.statements:
            if (point.id, statement.version) not in outdated:
                carried[statement.passage.report].append((statement.passage, point.id, statement.version))
    old = {s.passage for p in relations.points for s in p.statements if (p.id, s.version) in outdated}
    ages = _newness(relations)
    said: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in relations.quotations:
        said[quotation.report].append(quotation)
    people = _people(relations)
    outlook = Outlook(relations, words)
    found = []
    for number, (report, annotation) in enumerate(zip(relations.reports, relations.annotations, strict=True)):
        for index, sentence in enumerate(annotation.sentences):
            if report.earlier_at(sentence.start):
                continue  # what its page itself calls an earlier version is not the news
            passage = report.passage(sentence.start, sentence.end)
            points = {p: v for where, p, v in carried[report.id] if where.overlaps(passage)}
            alone = (
                stands_alone(report.text, sentence, words)
                and not points_back(sentence, words)
                and not any(o.overlaps(passage) for o in old)
                and not inside_quotation(passage, said[report.id])
                and not outlook.overtaken(number, passage, sentence)
            )
            found.append(
                Candidate(
                    passage=passage,
                    report=number,
                    number=index,
                    place=sentence.start / max(1, len(report.text)),
                    length=len(sentence.tokens),
                    points=points,
                    words=frozenset(t.lemma for t in sentence.tokens if t.pos in ("NOUN", "PROPN", "VERB", "NUM")),
                    alone=alone,
                    newest=ages[number],
                    people={a: full for where, a, full in people[report.id] if where.overlaps(passage)},
                )
            )
    return found


def _outdated(points: Sequence[Point]) -> set[tuple[str, str]]:
    """Point and version of everything that a newer version has replaced."""
    return {
        (point.id, version.id)
        for point in points
        if point.relation is PointRelation.UPDATE
        for version in point.versions
        if version.id != point.latest
    }


def _people(relations: Relations) -> Mapping[str, list[tuple[Passage, str, bool]]]:
    """Report → the mentions of people in it, whose, and whether they give more than the surname."""
    found: dict[str, list[tuple[Passage, str, bool]]] = defaultdict(list)
    for actor in relations.actors:
        if actor.kind is ActorKind.PERSON:
            for mention in actor.mentions:
                found[mention.report].append((mention, actor.id, " " in mention.words.strip()))
    for mentions in found.values():
        mentions.sort(key=lambda m: (m[1], m[2]))  # a full name wins over the surname in the same sentence
    return found


def _newness(relations: Relations) -> list[float]:
    """For each report 0 to 1 by its publication among the others; one half where it is not known."""
    keys = [stamp(report.published_at.value) for report in relations.reports]
    known = sorted({key for key in keys if key})
    span = max(1, len(known) - 1)
    return [known.index(key) / span if key else 0.5 for key in keys]


def _worths(points: Sequence[Point]) -> dict[str, float]:
    """What each point is worth to the brief; the ledger has the surest first, and doubt takes up to a quarter away."""
    return {point.id: _worth(point) * (1 - n / (4 * len(points))) for n, point in enumerate(points)}


def _worth(point: Point) -> float:
    """How much a point matters: by the origins and reports that speak of it; disputes and new versions matter more."""
    carried = len({s.passage.report for s in point.statements})
    origins = len({s.origin or s.passage.report for s in point.statements})
    worth = 0.4 if point.relation is PointRelation.SINGLE else 1.0 + 0.7 * (origins - 1) + 0.2 * carried
    return worth * (1.4 if point.status in (Status.DISPUTED, Status.SUPERSEDED) else 1.0)


def _gain(candidate: Candidate, chosen: Sequence[Candidate], worth: Mapping[str, float]) -> float:
    """The worth of the points that the sentence adds, per length; a newer and an earlier place help a little.

    People not yet introduced take a part away.
    """
    covered = {p for c in chosen for p in c.points}
    introduced = {a for c in chosen for a, full in c.people.items() if full}
    new = sum(worth[p] for p in sorted(candidate.points) if p not in covered)
    strangers = sum(not full and a not in introduced for a, full in candidate.people.items())
    clear = STRANGER ** min(2, strangers)
    place = (1 + 0.25 * candidate.newest) * (1.15 - 0.3 * candidate.place)
    return new / math.sqrt(max(10, candidate.length)) * place * clear


def _first(usable: Sequence[Candidate], worth: Mapping[str, float]) -> Candidate:
    """The sentence that says what happened: from the opening of a report, with the most points."""
    opening = [c for c in usable if c.number < LEAD] or list(usable)
    return min(opening, key=lambda c: (-_gain(c, (), worth) / (1 + 0.35 * c.number), c.report, c.number))


def _next(usable: Sequence[Candidate], chosen: Sequence[Candidate], worth: Mapping[str, float]) -> Candidate | None:
    """The sentence that adds most, None when nothing more is worth saying."""
    covered = {p for c in chosen for p in c.points}
    left = [c for c in usable if c not in chosen and not _repeats(c, chosen) and set(c.points) - covered]
    return min(left, key=lambda c: (-_gain(c, chosen, worth), c.report, c.number), default=None)


def _repeats(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    """True when most of the sentence's words already stand in one chosen sentence."""
    return any(
        len(candidate.words & c.words) > REPEATED * min(len(candidate.words), len(c.words))
        for c in chosen
        if candidate.words and c.words
    )


def _other_side(usable: Sequence[Candidate], chosen: Sequence[Candidate], points: Sequence[Point]) -> Candidate | None:
    """The sentence for the other side of a dispute that the last chosen sentence takes a side in."""
    disputed = {p.id for p in points if p.relation is PointRelation.CONFLICT}
    for point, version in sorted(chosen[-1].points.items()):
        told = {c.points[point] for c in chosen if point in c.points}
        if point in disputed and told == {version}:
            others = [c for c in usable if c.points.get(point, version) != version and c not in chosen]
            if others:
                return min(others, key=lambda c: (-len(c.points), c.place, c.report, c.number))
    return None


def _in_reading_order(chosen: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """What happened first, then by place in the reports; the sides of a dispute stay together."""
    first, rest = chosen[0], list(chosen[1:])
    ordered = [first]
    for candidate in sorted(rest, key=lambda c: (c.place, c.report, c.number)):
        if candidate not in ordered:
            sides = [candidate, *(c for c in rest if c not in ordered and _against(candidate, c))]
            ordered.extend(sorted(sides, key=lambda c: _version_against(c, sides)))
    return tuple(ordered)


def _version_against(candidate: Candidate, sides: Sequence[Candidate]) -> str:
    """The version that the sentence tells of what the sides dispute: the claim (`a`) comes before its rejection."""
    shared = [p for p in sorted(candidate.points) if any(c.points.get(p, "") != candidate.points[p] for c in sides)]
    return min((candidate.points[p] for p in shared if any(p in c.points for c in sides if c != candidate)), default="")


def _against(one: Candidate, two: Candidate) -> bool:
    """True when two sentences tell different versions of a point."""
    return any(two.points.get(p, v) != v for p, v in one.points.items())
