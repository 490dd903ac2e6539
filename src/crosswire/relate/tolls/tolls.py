"""A story's tolls: how many were killed and injured by what its reports tell, with the passages and the reasons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import combinations

from crosswire.lexicons.counted import Counted
from crosswire.lexicons.names import Names
from crosswire.model.annotation import Annotation, Casualty
from crosswire.model.passage import Passage
from crosswire.model.report import Report
from crosswire.model.toll import Toll, TollHow, TollPart, TollVersion
from crosswire.relate.tolls.evidence import Evidence, evidence_of, sign_of, value_of
from crosswire.relate.tolls.people import Someone, people_in
from crosswire.relate.tolls.settled import Sum, lowered_injured, settled, sums_of
from crosswire.relate.tolls.toll_model import TollModel
from crosswire.relate.tolls.weighing import Pair, Weigher, candidates, many_dead, only_one

# The latest reports that tell of killed or injured; more say nothing new, and cost would grow.
MOST_REPORTS = 60
# A toll is the story's only where this part of its reports tells of it on top. Counter-example: a background sentence
# on an old war in reports on a summit.
LEAST_ON_TOP = 1 / 3
KILLED, INJURED = "killed", "injured"
OTHERS = re.compile(r"\b(?:other|more)s?\b", re.IGNORECASE)
# "one of them", "the other three": a part of those who are told of.
OF_THEM = re.compile(r"\bof\b|\bothers?\b", re.IGNORECASE)
# Signs before a count in which stands what it reached: "the toll rose to".
BEFORE = 60
_SIGNS = {KILLED: "fatal", INJURED: "hurt"}


def find_tolls(
    reports: Sequence[Report], annotations: Sequence[Annotation], *, counted: Counted, names: Names, model: TollModel
) -> tuple[Toll, ...]:
    """How many were killed, then how many were injured; neither where it is not the story's matter.

    `reports` in order of time. Every number that reports give, and every sum of what they tell, is a candidate; the
    model weighs headlines, first sentences, how many reports give it and how late, and the people told of one by one.
    """
    everything = [evidence_of(r, a, counted, names) for r, a in zip(reports, annotations, strict=True)]
    found, people = _kept(everything, counted, names)
    if not found or sum(each.on_top for each in everything) < LEAST_ON_TOP * len(everything) or _natural(found):
        return ()
    sums = sums_of(found)
    killed, injured = _chosen(found, people, settled(found, sums), model)
    by_id = {report.id: report for report in reports}
    told = partial(_toll, found=found, people=people, reports=by_id, counted=counted, sums=sums)
    tolls = (told(KILLED, killed, 0) if killed else None, told(INJURED, injured, killed) if injured else None)
    return tuple(toll for toll in tolls if toll and any(part.passages or part.headlines for part in toll.parts))


def _natural(found: Sequence[Evidence]) -> bool:
    """True where somebody died of an illness or of age, and nobody was hurt: that is no toll."""
    hurt = any(each.violent or value_of(c) > 1 or c.what != KILLED for each in found for c in each.casualties)
    return any(each.natural for each in found) and not hurt


def _chosen(found: Sequence[Evidence], people: Sequence[Someone], dead: int | None, model: TollModel) -> Pair:
    """The pair that agrees best with all that is told, of those with the number of dead that is settled, if it is."""
    pairs = candidates(found, people)
    if only_one(found, people):
        pairs = tuple(pair for pair in pairs if sum(pair) <= 1)
    if many_dead(found):
        pairs = tuple(pair for pair in pairs if pair[0] != 1)
    if dead is not None and all(pair[0] != dead for pair in pairs):
        pairs = tuple(sorted({*pairs, *((dead, injured) for _, injured in pairs)}))
    hurt = lowered_injured(found)
    pairs = tuple(pair for pair in pairs if hurt is None or pair[1] == hurt) or pairs
    rows = Weigher(found, people).rows(pairs)
    best = model.best(pairs, rows)
    number = _risen(best[0], found) if dead is None else dead
    kept = [n for n, pair in enumerate(pairs) if pair[0] == number]
    return model.best([pairs[n] for n in kept], [rows[n] for n in kept]) if kept else best


def weighed(
    reports: Sequence[Report], annotations: Sequence[Annotation], *, counted: Counted, names: Names
) -> tuple[tuple[Pair, ...], list[dict[str, float]]]:
    """The pairs of numbers that a story speaks for, and the features of each: what the weights are learned from."""
    everything = [evidence_of(r, a, counted, names) for r, a in zip(reports, annotations, strict=True)]
    found, people = _kept(everything, counted, names)
    pairs = candidates(found, people) if found else ()
    return pairs, Weigher(found, people).rows(pairs)


def _kept(found: Sequence[Evidence], counted: Counted, names: Names) -> tuple[list[Evidence], tuple[Someone, ...]]:
    """The latest reports that tell of killed or injured, and everybody whom they tell of."""
    kept = [each for each in found if each.casualties or each.fatal or each.hurt][-MOST_REPORTS:]
    return kept, people_in([c for each in kept for p in each.people for c in p.told], counted.suspects, names)


def _toll(
    what: str,
    number: int,
    killed: int,
    *,
    found: Sequence[Evidence],
    people: Sequence[Someone],
    reports: dict[str, Report],
    counted: Counted,
    sums: Sequence[Sum],
) -> Toll:
    """The toll of a number: what tells it, or what makes it."""
    made = [each for each in sums if what == KILLED]
    ways: tuple[tuple[TollHow, Callable[[], tuple[TollPart, ...]]], ...] = (
        (TollHow.TOLD, lambda: _told(what, number, found)),
        (TollHow.SUM, lambda: _of_groups(number, made)),
        (TollHow.COUNTED, lambda: _one_by_one(what, number, people)),
        (TollHow.LESS, lambda: _less(what, number, killed, found)),
        (TollHow.SUM, lambda: summed(what, number, found, people)),
        (TollHow.COUNTED, lambda: _in_one_report(what, number, found)),
        (TollHow.SIGN, lambda: _sign(what, number, found, reports, counted)),
    )
    how, parts = next(((how, parts) for how, way in ways if (parts := way())), (TollHow.SIGN, ()))
    versions = _versions(what, found, reports, {each.report: each.number for each in made}, counted)
    at_least = how is TollHow.TOLD and _open_ended(what, number, found)
    made_of = (*_made(how, number, made), *_corrected(what, number, found))
    why = (_reason(what, number, how, parts), *made_of, *_others(number, versions))
    return Toll(what, number, None if at_least else number, how, parts, versions, why)


def _part(number: int, what: str, casualties: Iterable[Casualty], name: str | None = None) -> TollPart:
    """A part with where its casualties stand, each place once."""
    kept = list(casualties)
    passages = {Passage(c.report, c.start, c.end, c.words) for c in kept if c.sentence is not None}
    headlines = dict.fromkeys(c.report for c in kept if c.sentence is None)
    order = list(dict.fromkeys(c.report for c in kept))
    by_place = sorted(passages, key=lambda p: (order.index(p.report), p.start, p.end))
    return TollPart(number, what, tuple(by_place), tuple(headlines), name)


def _giving(what: str, number: int, found: Sequence[Evidence]) -> list[Casualty]:
    """The counts that give a number, in order of time."""
    return [
        c for each in found for c in each.casualties
        if c.what == what and value_of(c) == number and (c.noun is None or c.sentence is None)
    ]  # fmt: skip


def _told(what: str, number: int, found: Sequence[Evidence]) -> tuple[TollPart, ...]:
    """The one part of a number that is given as it is."""
    giving = _giving(what, number, found)
    return (_part(number, what, giving),) if giving else ()


def _of_groups(number: int, sums: Sequence[Sum]) -> tuple[TollPart, ...]:
    """A part for each group of the last sum that makes the number."""
    made = [each for each in sums if each.number == number][-1:]
    return tuple(_part(value_of(group[0]), KILLED, group) for each in made for group in each.groups)


def _one_by_one(what: str, number: int, people: Sequence[Someone]) -> tuple[TollPart, ...]:
    """A part for each person, where they are as many."""
    those = [p for p in people if (p.killed if what == KILLED else p.hurt)]
    if not number or len(those) != number:
        return ()
    wanted = (KILLED,) if what == KILLED else (INJURED, "shot")
    return tuple(_part(1, what, [c for c in p.told if c.what in wanted], p.called) for p in those)


def _in_one_report(what: str, number: int, found: Sequence[Evidence]) -> tuple[TollPart, ...]:
    """A part for each person in the latest report that tells of as many; other reports may call them otherwise."""
    return next((parts for each in reversed(found) if (parts := _one_by_one(what, number, each.people))), ())


def _less(what: str, number: int, killed: int, found: Sequence[Evidence]) -> tuple[TollPart, ...]:
    """Those shot, less those of them who are counted as killed; all of them where nobody is."""
    if what != INJURED:
        return ()
    for whole in ("shot", "victim", INJURED):
        giving = _giving(whole, number + killed, found)
        if giving:
            dead = _giving(KILLED, killed, found) if killed else []
            less = (_part(-killed, KILLED, dead),) if killed else ()
            return (_part(number + killed, whole, giving), *less)
    return ()


def summed(what: str, number: int, found: Sequence[Evidence], people: Sequence[Someone]) -> tuple[TollPart, ...]:
    """Two counts of one sentence that make the number, or "three others" and single people beside them.

    Counts of two sentences may be of the same people, and so may a count and people told of one by one.
    """
    for each in reversed(found):
        given = [c for c in each.casualties if c.what == what and c.noun is None and c.sentence is not None]
        for one, two in combinations(given, 2):
            if one.sentence == two.sentence and value_of(one) + value_of(two) == number:
                return _part(value_of(one), what, [one]), _part(value_of(two), what, [two])
    wanted = (KILLED,) if what == KILLED else (INJURED, "shot")
    singles = [p for p in people if any(c.what in wanted for c in p.told)]
    for each in reversed(found):
        for count in (c for c in each.casualties if c.what in wanted and c.noun is None and OTHERS.search(c.words)):
            if number - value_of(count) == len(singles):
                those = [_part(1, what, [c for c in p.told if c.what in wanted], p.called) for p in singles]
                return _part(value_of(count), count.what, [count]), *those
    return ()


def _sign(
    what: str, number: int, found: Sequence[Evidence], reports: dict[str, Report], counted: Counted
) -> tuple[TollPart, ...]:
    """The words that say that somebody was, in each report; nothing for more than one.

    Of the dead only where a headline has them: "murder" of a text may be a charge, a unit of police or an old case.
    """
    told = [reports[e.report] for e in found]
    if number != 1 or (what == KILLED and not any(sign_of(r.headline or "", _SIGNS[what], counted) for r in told)):
        return ()
    spans = [(report, sign_of(report.text, _SIGNS[what], counted)) for report in told]
    passages = tuple(report.passage(*span) for report, span in spans if span)
    return (TollPart(1, what, passages),) if passages else ()


def _open_ended(what: str, number: int, found: Sequence[Evidence]) -> bool:
    """True where the last report that gives the number says "at least"."""
    last = _giving(what, number, found)[-1:]
    return bool(last) and last[0].high is None


def _risen(killed: int, found: Sequence[Evidence]) -> int:
    """One or two more than the number where the last report gives them and none after the first has it: tolls rise.

    Counter-example: a later report on the deaths of a whole year gives far more.
    """
    if killed < 2 or len(found) < 2:
        return killed
    last = found[-1]
    number = last.number(KILLED)
    told = (*last.told[KILLED], *last.headline[KILLED])
    return number if number and killed < number <= killed + 2 and killed not in told else killed


def _versions(
    what: str, found: Sequence[Evidence], reports: dict[str, Report], sums: dict[str, int], counted: Counted
) -> tuple[TollVersion, ...]:
    """The numbers that reports give: each report's sum, else its headline's, else the commonest of its sentences.

    0 of a report that tells of none: "no one was killed".
    """
    given: dict[int, list[str]] = {}
    for each in found:
        numbers = [c for c in each.casualties if c.what == what and c.sentence is None and c.noun is None]
        whole = value_of(numbers[0]) if numbers else _whole(what, each, reports[each.report].text, counted)
        number = sums.get(each.report, whole)
        if number is None and what in each.none and not any(c.what == what for c in each.casualties):
            number = 0
        if number is not None:
            given.setdefault(number, []).append(each.report)
    times = {id: report.published_at.value for id, report in reports.items()}
    return tuple(
        TollVersion(number, tuple(those), times[those[0]], times[those[-1]]) for number, those in given.items()
    )


def _whole(what: str, each: Evidence, text: str, counted: Counted) -> int | None:
    """The commonest number of a report's sentences, of equals first one that it says was reached: "rose to 14".

    None that is a part of another, "five were shot, one of them", or that is told as more: "six more were found dead".
    """
    given = [
        c for c in each.casualties
        if c.what == what and c.noun is None and c.sentence is not None and c not in each.groups.beyond
    ]  # fmt: skip
    around = {c: text[max(0, c.start - len("other ")) : c.end + len(" of")] for c in given}
    whole = [c for c in given if not OF_THEM.search(around[c])]
    counts = Counter(map(value_of, whole))
    reached = {
        value_of(c) for c in whole if sign_of(text[max(0, c.start - BEFORE) : c.start].rstrip(), "reached", counted)
    }
    return max(counts, key=lambda number: (counts[number], number in reached), default=None)


def _reason(what: str, number: int, how: TollHow, parts: Sequence[TollPart]) -> str:
    """What the number rests on, in words."""
    reports = list(dict.fromkeys(r for part in parts for r in (*part.headlines, *(p.report for p in part.passages))))
    told = f"{', '.join(reports[:5])}{' and others' if len(reports) > 5 else ''}"
    match how:
        case TollHow.TOLD:
            return f"{number} {what}: so {told}"
        case TollHow.COUNTED:
            return f"{number} {what}, told of one by one: {', '.join(part.name or 'one unnamed' for part in parts)}"
        case TollHow.LESS:
            return f"{number} {what}: " + " ".join(f"{part.number:+d} {part.what}" for part in parts).lstrip("+")
        case TollHow.SUM:
            return f"{number} {what} is nobody's number: " + " + ".join(f"{p.number} {p.what}" for p in parts)
    return f"one {what}, by the words of {told}; no number is given"


def _made(how: TollHow, number: int, sums: Sequence[Sum]) -> tuple[str, ...]:
    """The sums that make a number which is also told."""
    made = [each for each in sums if each.number == number and how is TollHow.TOLD]
    return tuple(f"{' + '.join(str(value_of(g[0])) for g in each.groups)} by {each.report}" for each in made)


def _corrected(what: str, number: int, found: Sequence[Evidence]) -> tuple[str, ...]:
    """Which report gives the number as lower than what was told before."""
    by = [e.report for e in found if what in e.lowered and value_of(e.lowered[what]) == number]
    return (f"lower than what was told before: so says {by[-1]}",) if by else ()


def _others(number: int, versions: Sequence[TollVersion]) -> tuple[str, ...]:
    """What other reports give."""
    others = [version for version in versions if version.number != number]
    return tuple(f"{v.number or 'none'} in {', '.join(v.reports[:5])}" for v in others)
