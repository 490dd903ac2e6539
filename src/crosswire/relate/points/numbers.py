"""Points about a number: the same in several reports, disputed between them, or brought up to date."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Figure
from crosswire.model.relation import Between, PointKind, PointRelation
from crosswire.relate.points.carried import carried
from crosswire.relate.points.clashes import clocks_clash, counts_whole, may_clash
from crosswire.relate.points.number_versions import (
    FALLING,
    RISING,
    TOLL,
    Count,
    by_value,
    in_courses,
    in_order,
    overtaken,
    sign_of_newer,
)
from crosswire.relate.points.shown import clause_telling
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import NUMBER_WORDS, Slots, says, stem
from crosswire.relate.points.told_stages import is_heading
from crosswire.relate.points.versions import Draft, Member, Told

# A weak likeness of sentences is enough to compare tolls. Other numbers are compared only where the sentences share
# a point anyway.
LEAST_TOLL = 0.15
# In a story of a few sentences every word is common and no link is sure: there likeness of words is enough.
TOLL_ALIKE = 0.4
# So are counts of something named, "212 passengers", but not measures: many things take three hours.
LEAST_NAMED = 0.55
# Measures tell of one thing only in sentences that surely share a point: "drove 150 miles west", "drove 8 miles home".
LEAST_MEASURED = 0.75
# And so are times of day, of which a story has few: this part of what links two sentences is asked. "It happened around
# 3:30" and "gunfire broke out at 3:50" share no word and are of one shooting. A part, since where many reports are read
# there are more times, and more is asked.
CLOCK_PART = 0.8
# "More than a hundred hurt" agrees with up to this many times as many.
TOLL_ROOM = 1.25
# First counts of two reports are of one event where one is no more than so many times the other.
TOLL_REACH = 2
# And in one of so many sentences at the head of each: what comes later may be another event that is told of beside.
HEAD = 12
# Sentences this alike are copies.
COPIED = 0.9
SIZEABLE = 20
# Counts of people in general ("two people") say what they count only through the rest of the sentence.
ANYBODY = frozenset(
    {"peopl", "person", "man", "men", "woman", "women", "other", "one", "male", "femal", "victim", "street", "time"}
)
LEAST_ANYBODY = 0.75
VAGUE = frozenset({"several", "few", "many", "dozens", "hundreds", "thousands", "scores", "countless"})
# "eight were shot", "eight victims": of the same people as "six hurt".
SHOT = frozenset({"wound", "shoot", "peopl", "person", "victim"})
ELSEWHERE = re.compile(r"\b(?:an|another) unrelated\b", re.IGNORECASE)  # "an unrelated shooting killed two"
REST = frozenset({"other", "others", "more"})  # beside those whom the same sentence counts, or an earlier one
OUTCOMES = frozenset({"killed", "injured", "arrested", "missing", "rescued", "displaced", "charged"})
NAMING = re.compile(r"[\w.,]+-[a-z]{3,}", re.IGNORECASE)


def find_number_points(
    hood: Neighbourhood,
    links: Mapping[tuple[int, int], float],
    threshold: float,
    told: Told,
    words: PointWords,
    several: re.Pattern[str],
) -> tuple[Draft, ...]:
    """The points about numbers that at least two reports give, in a fixed order.

    `several`: words with which a report tells of more than one event.
    """
    by_what: dict[frozenset[str], list[Count]] = defaultdict(list)
    clocks: list[Count] = []
    for n, slots in enumerate(hood.slots):
        for figure in (f for f in slots.figures if says(slots, f.passage.start)):
            what = counted(figure, words)
            what = what - TOLL if figure.unit else what  # "eight years in prison" is no count of prisoners
            whole = not _of_a_person(figure) and not vague(figure) and not _of_its_noun(figure, slots)
            one = figure.low == figure.high == 1 and not what & TOLL  # "one caller": somebody, and no count
            known = figure.high == 2 and not what & TOLL and _known(figure, slots)
            elsewhere = bool(ELSEWHERE.search(slots.passage.words))
            if what and whole and not one and not known and not elsewhere and counts_whole(figure, slots):
                by_what[what].append(_count(Member(n, figure.passage, figure), toll=bool(what & TOLL)))
        for clock, passage in slots.clocks:
            minutes = 60.0 * int(clock[-5:-3]) + int(clock[-2:])
            clocks.append(Count(Member(n, passage), minutes, minutes, clock))
    drafts = []
    for what, counts in sorted(by_what.items(), key=lambda item: sorted(item[0])):
        drafts += _drafts(counts, links, _least(what, threshold, measured=_measured(counts)), hood, told, what, words)
    drafts += _drafts(clocks, links, CLOCK_PART * threshold, hood, told, frozenset({"clock"}), words)
    return tuple(_of_one_event(drafts, hood, several))


def _of_one_event(drafts: Iterable[Draft], hood: Neighbourhood, several: re.Pattern[str]) -> Iterator[Draft]:
    """The drafts but conflicts and updates about people in which a report tells of several events, or told before.

    "Four were shot" outside a bar, of nine shootings in a night, and "two were shot in a robbery" are of two of them.
    That seven, and elsewhere six, "were shot" is the dispute about those wounded once more.
    """
    rounds = rounds_of(hood, several)
    before: set[frozenset[tuple[int, float | None]]] = set()
    for draft in sorted(drafts, key=lambda d: not any(m.figure and m.figure.what in OUTCOMES for m in d.members())):
        sides = frozenset((hood.slots[m.sentence].report, m.figure.low) for m in draft.members() if m.figure)
        if draft.relation is PointRelation.SAME or not sides:
            yield draft
        elif sides not in before and rounds.isdisjoint(report for report, _ in sides):
            before.add(sides)
            yield draft


def rounds_of(hood: Neighbourhood, several: re.Pattern[str]) -> frozenset[int]:
    """The reports that tell of several events: "nine shootings in a night"."""
    return frozenset(s.report for s in hood.slots if s.number < HEAD and several.search(s.passage.words))


def folded(said: Sequence[Draft], numbers: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    """The drafts of sentences and of numbers, each number that all its reports agree on put into a point that holds
    all its sentences: "212 passengers" is not told a second time. Tolls stay, they are looked for."""
    drafts, left = list(said), []
    held: dict[int, list[tuple[int, set[int]]]] = defaultdict(list)
    for n, draft in enumerate(drafts):
        for told in ({m.sentence for m in version} for version in draft.versions):
            for sentence in told:
                held[sentence].append((n, told))
    for number in numbers:
        sentences = {m.sentence for m in number.members()}
        holding = [n for n, told in held.get(min(sentences), ()) if sentences <= told]
        if number.relation is not PointRelation.SAME or _toll(number) or not holding:
            left.append(number)
        else:
            drafts[holding[0]] = _with_figures(drafts[holding[0]], number)
    return drafts, left


def phrased(number: Draft, hood: Neighbourhood) -> Draft:
    """The draft, each figure in the phrase that gives it: "killing five", not the sentence that also tells of a flight.

    Times of day that differ stand in the clause that they time; else they stay as they are.
    """

    def phrase(member: Member) -> Member:
        at, slots = member.passage, hood.slots[member.sentence]
        if member.figure is None:
            same = number.relation is PointRelation.SAME
            return member if same else replace(member, passage=clause_telling(slots, at.start, at.end))
        others = [m.sentence for m in number.members() if m.sentence != member.sentence]
        found = carried(member.sentence, others, hood, at)
        return replace(member, passage=found.passage) if found else member

    return replace(number, versions=tuple(tuple(phrase(m) for m in version) for version in number.versions))


def _toll(number: Draft) -> bool:
    return any(
        m.figure and {"killed", "dead", "injured"} & set((m.figure.what or "").split()) for m in number.members()
    )


def _with_figures(draft: Draft, number: Draft) -> Draft:
    """The draft, its members holding the figures of the number that their passages give."""
    figures = {m.sentence: m.figure for m in number.members()}
    versions = tuple(
        tuple(
            replace(m, figure=f)
            if m.figure is None and (f := figures.get(m.sentence)) and f.passage.overlaps(m.passage)
            else m
            for m in version
        )
        for version in draft.versions
    )
    return replace(draft, versions=versions)


def counted(figure: Figure, words: PointWords) -> frozenset[str]:
    """What a figure counts, as synonym classes and stems: "people killed" → kill, peopl."""
    what = " ".join(part for part in (figure.what, figure.unit) if part).lower().split()
    return frozenset(c for w in what for c in words.classes.get(w, (stem(w),)))


def vague(figure: Figure) -> bool:
    """True for "several passengers", "several dozen": no number is given."""
    words = figure.passage.words.lower().replace("-", " ").split()
    return not VAGUE.isdisjoint(words) or not any(w in NUMBER_WORDS or any(sign.isdigit() for sign in w) for w in words)


def _of_its_noun(figure: Figure, slots: Slots) -> bool:
    """True for "29-nation alliance", "a 16-hour flight": the number names the thing and is not counted."""
    at = figure.passage.start - slots.passage.start
    words = slots.passage.words[at : at + len(figure.passage.words) + 1]
    return bool(NAMING.match(words))


def _known(figure: Figure, slots: Slots) -> bool:
    """True for "the two leaders", who were named before: nobody counts them."""
    before = slots.passage.words[: figure.passage.start - slots.passage.start].split()[-1:]
    return figure.passage.words.lower().startswith("the ") or before in (["the"], ["The"])


def _of_a_person(figure: Figure) -> bool:
    """True for ages: two ages in linked sentences are mostly those of two people."""
    return bool(figure.unit and figure.unit.endswith("old"))


def _least(what: frozenset[str], threshold: float, *, measured: bool) -> float:
    """How probable a shared point of two sentences must be for their numbers to be compared."""
    if what & TOLL:
        return LEAST_TOLL
    if what <= ANYBODY:
        return max(LEAST_ANYBODY, threshold)
    return max(LEAST_MEASURED, threshold) if measured else max(LEAST_NAMED, threshold)


def _measured(counts: Sequence[Count]) -> bool:
    """True for hours, dollars, kilometres."""
    return any(c.member.figure is not None and c.member.figure.unit for c in counts)


def _count(member: Member, *, toll: bool) -> Count:
    """The bounds of the member's figure. "At least four dead" is what was known, not a bound to hold for ever: beside
    "seven dead" it is the older count. So the open end of a toll is not far off."""
    figure = member.figure
    low = figure.low if figure and figure.low is not None else float("-inf")
    high = figure.high if figure and figure.high is not None else float("inf")
    if toll and low > 0 and high == float("inf"):
        high = TOLL_ROOM * low
    return Count(member, low, high)


def _drafts(
    counts: Sequence[Count],
    links: Mapping[tuple[int, int], float],
    least: float,
    hood: Neighbourhood,
    told: Told,
    what: frozenset[str],
    words: PointWords,
) -> list[Draft]:
    """One point for each set of comparable numbers of one thing; two where a part of them is overtaken."""
    found = []
    named = not what <= ANYBODY | {"clock"} and not what & TOLL and not _measured(counts)
    for together in _comparable(counts, links, least, hood, named=named, toll=bool(what & TOLL)):
        kept = _one_a_report(together, hood.slots)
        for course in in_courses(kept, hood.slots, told, what):
            draft = _settled(course, hood, told, what, words)
            if draft and (draft.relation is not PointRelation.SAME or not _all_copies(course, hood)):
                found.append(draft)
    return found


def _settled(
    counts: Sequence[Count], hood: Neighbourhood, told: Told, what: frozenset[str], words: PointWords
) -> Draft | None:
    """The point about comparable numbers, without those that can hold beside the others; None if too few are left."""
    if len({hood.slots[c.member.sentence].report for c in counts}) < 2:
        return None
    draft = _draft(counts, hood.slots, told, what, words)
    if draft.relation is PointRelation.SAME:
        return draft
    kept = _at_odds(counts, hood.slots, what, words, revised=draft.relation is PointRelation.UPDATE)
    if len({hood.slots[c.member.sentence].report for c in kept}) < 2:
        return None
    draft = _draft(kept, hood.slots, told, what, words)
    parts = any(m.figure and _of_a_part(m.figure, hood.slots[m.sentence]) for m in draft.members())
    update = draft.relation is PointRelation.UPDATE
    return None if update and (parts or _known_before(draft, hood.slots, what, words)) else draft


def _at_odds(
    counts: Sequence[Count], slots: Sequence[Slots], what: frozenset[str], words: PointWords, *, revised: bool
) -> list[Count]:
    """The numbers of the versions that can't hold beside each other, the most widely told version first kept."""
    kept: list[list[Count]] = []
    for version in sorted(by_value(counts), key=lambda v: -len({slots[c.member.sentence].report for c in v})):
        others = [c for held in kept for c in held]
        if all(_clash(c, other, slots, what, words, revised=revised) for c in version for other in others):
            kept.append(version)
    return [c for version in kept for c in version]


def _clash(
    one: Count, two: Count, slots: Sequence[Slots], what: frozenset[str], words: PointWords, *, revised: bool
) -> bool:
    """True when two different numbers can't both hold, or one has replaced the other."""
    here, there = slots[one.member.sentence], slots[two.member.sentence]
    if one.clock and two.clock:
        return clocks_clash(here, (one.clock, one.member.passage), there, (two.clock, two.member.passage), words)
    a, b = one.member.figure, two.member.figure
    if a is None or b is None:
        return False
    toll, anybody = bool(what & (RISING | FALLING if revised else TOLL)), what <= ANYBODY
    near = not (toll or anybody or a.unit) and _near(one, two)
    return may_clash(here, a, there, b, words, toll=toll, anybody=anybody, revised=revised, near=near)


def _known_before(draft: Draft, slots: Sequence[Slots], what: frozenset[str], words: PointWords) -> bool:
    """True where a report of the older number of hurt gives the newer one too: "six taken away", of eight shot.

    Counter-example: "one killed, two hurt" gives no word on "two killed".
    """
    if "kill" in what:
        return False
    newer = {m.figure.low for m in draft.versions[-1] if m.figure and m.figure.low == m.figure.high}
    older = {slots[m.sentence].report for version in draft.versions[:-1] for m in version}
    return any(
        f.low in newer and f.low == f.high and bool(own := counted(f, words)) and own <= SHOT and not f.unit
        for s in slots
        if s.report in older and not s.earlier
        for f in s.figures
    )


def _of_a_part(figure: Figure, slots: Slots) -> bool:
    """True for "the six others", and for a number in a headline that is put in between."""
    after = slots.passage.words[figure.passage.start - slots.passage.start :].split()[:3]
    return is_heading(slots) or (_known(figure, slots) and not REST.isdisjoint(after))


def _all_copies(counts: Sequence[Count], hood: Neighbourhood) -> bool:
    """True when every sentence is a copy of the first: it tells nothing that its number was copied too."""
    first, *others = (c.member.sentence for c in counts)
    return all(hood.alike(first, n) > COPIED for n in others)


def _comparable(
    counts: Sequence[Count],
    links: Mapping[tuple[int, int], float],
    least: float,
    hood: Neighbourhood,
    *,
    named: bool,
    toll: bool,
) -> list[list[Count]]:
    """The numbers in sets whose sentences are linked, most probable links first; a number joins a set when it is
    linked to at least half of the set's other reports. `named`: near numbers need no likeness of their sentences;
    `toll`: likeness of words will do, or that both are the first of their reports."""

    def probable(one: Count, two: Count) -> float:
        a, b = one.member.sentence, two.member.sentence
        chance = links.get((min(a, b), max(a, b)), 0.0)
        alike = toll and (hood.alike(a, b) >= TOLL_ALIKE or _first_tolls(one, two, firsts))
        return max(chance, least) if alike or (named and _near(one, two)) else chance

    firsts = _firsts(counts, hood) if toll else frozenset()
    sets: list[list[Count]] = []
    for count in sorted(counts, key=lambda c: _strength(c, counts, probable)):
        for held in sets:
            own = hood.slots[count.member.sentence].report
            others = [c for c in held if hood.slots[c.member.sentence].report != own]
            if others and 2 * sum(probable(count, c) >= least for c in others) >= len(others):
                held.append(count)
                break
        else:
            sets.append([count])
    return sets


def _firsts(counts: Sequence[Count], hood: Neighbourhood) -> frozenset[int]:
    """The sentences in which a report first gives such a count: that of the event it tells of."""
    firsts: dict[int, int] = {}
    for count in counts:
        report = hood.slots[count.member.sentence].report
        firsts[report] = min(count.member.sentence, firsts.get(report, count.member.sentence))
    return frozenset(n for n in firsts.values() if hood.slots[n].number < HEAD)


def _first_tolls(one: Count, two: Count, firsts: frozenset[int]) -> bool:
    """True for the first counts of two reports that are not far from each other: "eight hurt", "nine hurt".

    Counter-example: "49 dead", of another fire, beside "two dead".
    """
    low, high = sorted((one.low, two.low))
    return {one.member.sentence, two.member.sentence} <= firsts and low > 1 and high <= TOLL_REACH * low


def _near(one: Count, two: Count) -> bool:
    """True for two exact numbers of some size and the same order: "212 passengers" and "240 passengers".

    In one story they are of one thing, however unlike the sentences. Counter-example: "two doctors", "three doctors".
    """
    low, high = sorted((one.low, two.low))
    return one.low == one.high and two.low == two.high and low >= SIZEABLE and low >= high / 2


def _strength(
    count: Count, counts: Sequence[Count], probable: Callable[[Count, Count], float]
) -> tuple[float, int, int]:
    """Sorts the number first whose sentence is linked best to the others."""
    return (-sum(probable(count, other) for other in counts), count.member.sentence, count.member.passage.start)


def _one_a_report(counts: Sequence[Count], slots: Sequence[Slots]) -> list[Count]:
    """The numbers without those that a report gives beside one that others agree with.

    "One was hurt in a fight; five others were hurt" agrees with "five were hurt", and doesn't also dispute it. What an
    earlier version of a report gives counts apart: it was told before.
    """
    by_report: dict[tuple[int, bool], list[Count]] = defaultdict(list)
    for count in counts:
        told = slots[count.member.sentence]
        by_report[told.report, told.earlier is not None].append(count)
    support = {id(c): len({slots[o.member.sentence].report for o in counts if c.agrees(o)}) for c in counts}
    kept: list[Count] = []
    for _, own in sorted(by_report.items()):
        best = max(support[id(c)] for c in own)
        first = next(c for c in own if support[id(c)] == best)
        kept.extend(c for c in own if c.agrees(first) and support[id(c)] == best)
    return kept


def _draft(
    counts: Sequence[Count], slots: Sequence[Slots], told: Told, what: frozenset[str], words: PointWords
) -> Draft:
    """The point about one number: same, conflict or update."""
    ordered = in_order(by_value(counts), slots, told)
    versions = tuple(tuple(c.member for c in version) for version in ordered)
    if len(versions) == 1:
        why = f"the number is the same: {_told_in(ordered[0], slots, told)}"
        exact = min(ordered[0], key=lambda c: (c.high - c.low, c.member.sentence, c.member.passage.start))
        near = frozenset(c.member.sentence for c in ordered[0] if _is_near(c, exact))
        return Draft(PointKind.FIGURE, PointRelation.SAME, versions, (why,), counted=near)
    if overtaken(ordered, slots, told, what):
        early, late = ([slots[c.member.sentence] for c in v] for v in (ordered[0], ordered[-1]))
        newer = f"{told.order(early, late)}{sign_of_newer(ordered, slots, what, words)}"
        why = f"{', then '.join(_told_in(v, slots, told) for v in ordered)}{newer}"
        return Draft(PointKind.FIGURE, PointRelation.UPDATE, versions, (why,), latest=len(versions) - 1)
    of = _of_what(ordered)
    why = f"{' against '.join(_told_in(v, slots, told) for v in ordered)}{of}, with no sign that one replaces the other"
    return Draft(PointKind.FIGURE, PointRelation.CONFLICT, versions, (why,), between=Between.REPORTS)


def _of_what(ordered: Sequence[list[Count]]) -> str:
    """What the numbers count, for the reason, where all say the same: ", both of the injured"."""
    whats = {c.member.figure.what for version in ordered for c in version if c.member.figure}
    people = next(iter(whats), None) if len(whats) == 1 else None
    return f", {'both' if len(ordered) == 2 else 'all'} of the {people}" if people in OUTCOMES else ""


def _told_in(version: Sequence[Count], slots: Sequence[Slots], told: Told) -> str:
    """`87 in the Post and AFP`."""
    return f"{version[0].member.passage.words} in {told.houses(slots[c.member.sentence] for c in version)}"


def _is_near(count: Count, exact: Count) -> bool:
    """True when an open bound is not far off: "almost 30" and "12" can both hold, and are not one number."""
    low = count.low if count.low != float("-inf") else count.high / TOLL_ROOM
    high = count.high if count.high != float("inf") else count.low * TOLL_ROOM
    return low <= exact.high and exact.low <= high
