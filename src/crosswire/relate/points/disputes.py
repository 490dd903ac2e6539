"""What one statement denies, rejects or leaves open and another tells: conflicts and updates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from crosswire.model.passage import Passage
from crosswire.model.relation import Between, PointKind, PointRelation
from crosswire.relate.points.acts import answers, claims_too
from crosswire.relate.points.beside import by_key, by_sentence
from crosswire.relate.points.clauses import Clause
from crosswire.relate.points.focus import Focus, Turn
from crosswire.relate.points.passages import clause_of, part
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.versions import Draft, Member, Told

# A statement that turns words and one that tells them must at least be this probable to share a point. Rejections
# name the claim themselves, so what is rejected is found by its words alone. What comes about as a story goes on
# (below) is asked for in few words: "no arrests have been made".
LEAST_PROGRESS = 0.04
LEAST = {Turn.DENIED: 0.05, Turn.OPEN: 0.03, Turn.REJECTED: 0.0}
# Two foci are about the same thing when they share this part of their words.
SAME_FOCUS = 0.6
# So large a part of the words that say which thing is denied must be met: "no joint statement" is not denied by
# "the statement".
MOSTLY = 0.6
# And so large a part of the words of a question.
HALF = 0.5
# Sentences this alike are copies: what one denies the other denies as well.
COPIED = 0.9
# The most statements on the telling side, best first: a dispute that names half the story names nothing.
MOST_TELLING = 6
# Synonym classes of those who are named or not.
PERSONS = frozenset({"victim", "suspect", "police", "child", "spouse", "guest", "soldier", "kill"})
# Stems of words with which nothing is told, or is only supposed.
UNSURE = frozenset({"unsur", "uncertain", "unclear", "prematur", "speculat"})
# "those who … can face charges": nobody does.
MAYBE = frozenset({"can", "could", "may", "might", "should", "must"})
# "with little warning" does not tell of a warning.
HARDLY = frozenset({"little", "few"})
SUPPOSED = frozenset({"/probe", "/accuse", "potential", "possibl", "possible", "alleg", "alleged", "suspected"})
# What such a word opens is told as a fact, and can be read without it: "After | Lupo met Horn for an hour, …".
AFTERWARDS = re.compile(r"(?:after|when|as|since|because|while|although|though)\s+", re.IGNORECASE)
# Pages keep the date of their first text, but not for more days than these: "no charges will be filed", months after
# somebody was charged, is of somebody else.
LONG = 3
# How many sentences before a rejection its claim is looked for.
LOOK_BACK = 3

# What comes about as a story goes on: that nobody is charged is told before somebody is, whatever the pages' dates,
# which are often those of a page's first version. Counter-example: what is said never to have been done.
PROGRESS = frozenset({"/charge", "/hold", "/name"})
NAMES = frozenset({"name", "identity"})
# "can't take his name off the list" says nothing of anybody being named.
NAMED = frozenset({"/name"})


@dataclass(frozen=True, slots=True)
class Turned:
    """A focus, the sentence it stands in, and the sentences that tell what it turns."""

    sentence: int
    focus: Focus
    tellers: tuple[int, ...]


def find_disputes(
    hood: Neighbourhood, links: Mapping[tuple[int, int], float], threshold: float, told: Told
) -> tuple[tuple[Draft, ...], frozenset[tuple[int, int]]]:
    """The conflicts and updates that hang on denial, rejection and open questions, and the pairs they set apart."""
    affirmed = [affirmed_topics(s) for s in hood.slots]
    index, beside = by_key(affirmed), by_sentence(links)
    turned = []
    for n, slots in enumerate(hood.slots):
        for focus in slots.foci:
            if focus.bare:
                tellers = accusations(n, hood, beside, threshold)
            else:
                near = _near(n, focus, index, beside)
                tellers = _tellers(n, focus, near, hood, affirmed)
            if tellers:
                turned.append(Turned(n, focus, tellers))
    groups = [group for group in _same_foci(turned) if _telling(group, [t.sentence for t in group], hood)]
    apart = {(min(t.sentence, m), max(t.sentence, m)) for t in turned for m in t.tellers}
    said = by_key([s.speakers for s in hood.slots])
    apart |= {
        pair for group in groups if group[0].focus.turn is Turn.REJECTED for pair in _opponents(group, hood, said)
    }
    # what is denied of a thing only keeps apart: "there is no emergency" / "he declared one", the bail of two men
    drafts = (_draft(group, hood, told) for group in groups if group[0].focus.turn is not Turn.DENIED)
    return tuple(draft for draft in drafts if draft), frozenset(apart)


def _opponents(
    group: Sequence[Turned], hood: Neighbourhood, said: Mapping[str, Sequence[int]]
) -> Iterator[tuple[int, int]]:
    """Each sentence in the words of those who reject a claim, with each that tells the claim in another's words.

    `said`: speaker → his sentences.
    """
    turning = [t.sentence for t in group]
    theirs = {n for v in {v for n in turning for v in hood.slots[n].speakers} for n in said[v]}
    for m in _telling(group, turning, hood):
        if hood.slots[m].speakers:
            yield from ((min(n, m), max(n, m)) for n in theirs)


def affirmed_topics(slots: Slots) -> frozenset[str]:
    """What the sentence tells, outside everything it denies, rejects or leaves open.

    A sentence that gives a role a name ("the victim, Ana Lupo") tells a name without the word.
    """
    told: set[str] = set()
    for clause in slots.clauses:
        if not any(_inside(clause, focus) for focus in slots.foci):
            told |= clause.topics
    if slots.persons and told & {"/victim", "/suspect"}:
        told.add("/name")
    return frozenset(told)


def _inside(clause: Clause, focus: Focus) -> bool:
    """True when the clause lies in what is turned."""
    return focus.start <= clause.start and clause.end <= focus.end


def _near(
    n: int, focus: Focus, index: Mapping[str, Sequence[int]], beside: Mapping[int, Mapping[int, float]]
) -> Mapping[int, float]:
    """The sentences that may tell what the focus of sentence `n` turns, with how probable a shared point is.

    What is rejected is found by its words alone, so everybody who has them is asked; else only what is linked.
    """
    linked = beside.get(n, {})
    if _least(focus):
        return linked
    wanted = (frozenset().union(*focus.words), focus.names, focus.asked)
    found = [{m for key in keys for m in index.get(key, ())} for keys in wanted if keys]
    return {m: linked.get(m, 0.0) for m in set.intersection(*found) if m != n} if found else {}


def _tellers(
    n: int,
    focus: Focus,
    near: Mapping[int, float],
    hood: Neighbourhood,
    affirmed: Sequence[frozenset[str]],
) -> tuple[int, ...]:
    """The sentences among those near that tell what the focus of sentence `n` turns, best first."""
    least = _least(focus)
    scored = []
    for m, probability in sorted(near.items()):
        if (
            probability >= least
            and _speaks_of(hood.slots[m], focus, affirmed[m], hood.theme)
            and _may_tell(n, m, focus, hood, probability)
        ):
            scored.append((-focus.met(affirmed[m]), -probability, m))
    return tuple(m for _, _, m in sorted(scored)[:MOST_TELLING])


def _speaks_of(slots: Slots, focus: Focus, affirmed: frozenset[str], theme: frozenset[str]) -> bool:
    """True when the sentence tells what the focus turns; of all but rejections one clause must tell it alone.

    "The driver pleaded guilty, and the mayor said …" does not tell that the mayor is guilty.
    """
    if focus.turn is Turn.REJECTED:
        return focus.meets(affirmed) and any(_claims(c, focus, affirmed) for c in slots.clauses)
    if progress(focus):
        plain = frozenset(k for k in focus.words[0] if not k.startswith("/") or k in PROGRESS)
        told = [c.topics & affirmed for c in slots.clauses if not (c.negated or c.ahead or _untold(c, slots))]
        return focus.meets(affirmed) and any(focus.meets(t) and plain & t for t in told if t)
    if focus.turn is Turn.DENIED and not focus.noun:
        return False  # one verb, denied here and told there, is found verb by verb (reversals.py)
    ahead = any(c.ahead for c in slots.clauses) and focus.ahead
    return any(
        _tells(_with_head(c, slots) & affirmed, focus, theme) and not _untold(c, slots)
        for c in slots.clauses
        if not c.negated and (ahead or not c.ahead) and not (focus.noun and _supposed(c))
    )


def _untold(clause: Clause, slots: Slots) -> bool:
    """True for "if the dam breaks", "to catch the thief" and "unsure of the number": nothing is told."""
    opening = slots.passage.words[clause.start - slots.passage.start :][:3].casefold()
    inside = [t for t in slots.tokens if clause.start <= t.start < clause.end]
    maybe = any(t.tag == "MD" and t.lemma.lower() in MAYBE for t in inside)
    hardly = any(b.lemma.lower() in HARDLY and a.lemma.lower() != "a" for a, b in pairwise(inside))
    return clause.open or maybe or hardly or opening in ("if ", "to ") or not UNSURE.isdisjoint(clause.terms)


def _supposed(clause: Clause) -> bool:
    """True for "an inquiry into possible fraud", which doesn't tell of fraud."""
    return not SUPPOSED.isdisjoint(clause.terms | clause.topics)


def progress(focus: Focus) -> bool:
    """True for what comes about as a story goes on; a name that is merely denied something is none of it."""
    key = focus.words[0] & PROGRESS if focus.words else frozenset()
    return bool(key) and (focus.turn is not Turn.DENIED or key != NAMED)


def _with_head(clause: Clause, slots: Slots) -> frozenset[str]:
    """What the clause says, with the clause that a relative one hangs on: "Captain Hale, who was found alive"."""
    if not clause.relative:
        return clause.topics
    around = [c for c in slots.clauses if c.start < clause.start <= c.end and not (c.negated or c.open)]
    return clause.topics.union(*(c.topics for c in around))


def _claims(clause: Clause, focus: Focus, affirmed: frozenset[str]) -> bool:
    """True when one clause holds most of a claim, of the same one: not only a name and the matter.

    The verb of the claim must be a verb there: "will speak of interference" doesn't claim that somebody interfered.
    Who rejects that she can't win any more is not at odds with her victory.
    """
    topics = clause.topics & affirmed
    verb = not focus.verb or bool(focus.verb & clause.verb_keys)
    who = not focus.who or bool(focus.who & topics) or clause.relative
    thing = not focus.thing or bool(focus.thing & topics)
    return clause.negated == focus.negative and focus.met(topics) >= 2 and verb and thing and who


def _tells(topics: frozenset[str], focus: Focus, theme: frozenset[str]) -> bool:
    """True when a clause with these topics tells what the focus turns: the word turned, whoever it is of, and
    something besides; and not only what the whole story is about."""
    if not focus.words or not focus.meets(topics) or (focus.noun and not focus.words[0] & topics):
        return False
    met = [word for word in focus.words if word & topics]
    own = [word for word in met if not word & theme and not word <= focus.names]
    whole = len(met) >= max(2, (MOSTLY if focus.noun else HALF) * len(focus.words))
    phrase = focus.noun and len(met) >= 2 and all(word & topics for word in focus.words[:2])
    return whole and (bool(own) or phrase) and (not focus.who or bool(focus.who & topics) or not focus.who - theme)


def _least(focus: Focus) -> float:
    """How probable it must be at least that a sentence which tells what is turned shares a point with it."""
    return min(LEAST[focus.turn], LEAST_PROGRESS) if progress(focus) else LEAST[focus.turn]


def accusations(
    n: int, hood: Neighbourhood, beside: Mapping[int, Mapping[int, float]], threshold: float
) -> tuple[int, ...]:
    """The sentences that hold the claim that sentence `n` rejects without naming it.

    "Lanner accused the crew of haste. The owner rejected the charge.": the accusation shortly before, in the words
    of somebody else, and what other reports have the same accuser say of it.
    """
    here = hood.slots[n]
    for step in range(1, LOOK_BACK + 1):
        m = hood.beside(n, -step)
        if m is not None and hood.slots[m].accusers - here.speakers:
            accusers = hood.slots[m].accusers
            linked = [x for x, chance in beside.get(m, {}).items() if chance >= threshold]
            return (m, *sorted(x for x in linked if hood.slots[x].speakers & accusers))
    return ()


def _may_tell(n: int, m: int, focus: Focus, hood: Neighbourhood, probability: float) -> bool:
    """True when sentence `m` may stand against the focus of `n`: another report, or another speaker's claim."""
    here, there = hood.slots[n], hood.slots[m]
    if focus.bare:
        return False
    if progress(focus) and not _same_person(n, m, focus, hood):
        return False
    if probability < _least(focus) or hood.alike(n, m) > COPIED:
        return False
    if any(other.turn is focus.turn and _same(other, focus) for other in there.foci):
        return False
    if not _holds(focus, here, there):
        return False
    if here.speakers & there.speakers and focus.turn is not Turn.OPEN:
        return False  # nobody is at odds with himself: both sentences hold two halves of what he said
    return focus.turn is Turn.REJECTED or here.report != there.report


def _holds(focus: Focus, here: Slots, there: Slots) -> bool:
    """True when the other sentence answers the very question, or makes the very claim; words alone do neither."""
    if focus.turn is Turn.OPEN and focus.asked:
        return answers(here, focus.start, focus.end, there, focus.words[0])
    return focus.turn is not Turn.REJECTED or not focus.verb or claims_too(there, focus.verb, focus.who)


def _same_person(n: int, m: int, focus: Focus, hood: Neighbourhood) -> bool:
    """False where it is of one person that he is not named or charged, and another who is.

    "The officers' names were not released" is not answered by a suspect's name, nor "he has not been charged" by a
    sentence that has no name with it in common; "no arrests have been made" is of nobody.
    """
    here, there = hood.slots[n], hood.slots[m]
    if focus.words[0] & NAMED:
        # who is identified is told by name (progress.py): "the names of the hurt" aren't those of the dead
        return bool(here.classes & there.classes & PERSONS) and not NAMES.isdisjoint(there.lemmas)
    return "/charge" not in focus.words[0] or focus.noun or bool(focus.who) or bool(here.names & there.names)


def _same(one: Focus, two: Focus) -> bool:
    """True when two foci are about the same thing."""
    if one.bare or two.bare:
        return False
    met = sum(any(a & b for b in two.words) for a in one.words)
    return met >= SAME_FOCUS * min(len(one.words), len(two.words))


def _same_foci(turned: Sequence[Turned]) -> list[list[Turned]]:
    """The foci in groups that turn the same thing in the same way, against tellers they share."""
    groups: list[list[Turned]] = []
    for one in turned:
        for group in groups:
            first = group[0]
            shared = first.focus.bare and one.focus.bare and set(first.tellers) & set(one.tellers)
            if first.focus.turn is one.focus.turn and (shared or _same(first.focus, one.focus)):
                group.append(one)
                break
        else:
            groups.append([one])
    return groups


def _telling(group: Sequence[Turned], turning: Sequence[int], hood: Neighbourhood) -> list[int]:
    """The sentences that tell what the group turns, none in the words of those who deny or reject it."""
    told = {m for t in group for m in t.tellers} - set(turning)
    if group[0].focus.turn is Turn.OPEN:
        return sorted(told)
    deniers = {v for n in turning for v in hood.slots[n].speakers}
    return sorted(m for m in told if not hood.slots[m].speakers & deniers)


def _draft(group: Sequence[Turned], hood: Neighbourhood, told: Told) -> Draft | None:
    """The point of one matter: who turns it, who tells it. None where a question was answered before it was asked.

    What somebody rejects is disputed with another who says it: what a report tells itself is nobody's claim.
    """
    turning = sorted({t.sentence for t in group})
    focus = group[0].focus
    telling = _telling(group, turning, hood)
    if focus.turn is Turn.REJECTED:
        turning, telling = ([n for n in side if hood.slots[n].speakers] for side in (turning, telling))
        if not turning or not telling:
            return None
    if focus.turn is Turn.OPEN:
        later = [m for m in telling if not _told_before(m, turning, hood, told)]
        if not later and focus.asked:
            return None
        telling = telling if not later or progress(focus) else later
        telling = [m for m in telling if not _long_before(m, turning, hood, told)]
        if not telling:
            return None
    spans = {t.sentence: (t.focus.start, t.focus.end) for t in reversed(group)}
    versions = (
        tuple(Member(n, part(hood.slots[n], *spans[n])) for n in turning),
        tuple(Member(m, _telling_part(hood.slots[m], focus)) for m in telling),
    )
    if focus.turn is Turn.REJECTED:
        return _rejected(versions, hood, told)

    def key(m: Member) -> tuple[float, ...]:
        near = max(hood.alike(m.sentence, n) for n in turning)
        return (*_answers(m, hood, focus), -round(near, 1), len(m.passage.words), m.sentence)

    answered = _answered(focus, versions, hood, told)
    return replace(answered, shown={1: min(versions[1], key=key)}) if answered else None


def _told_before(m: int, turning: Sequence[int], hood: Neighbourhood, told: Told) -> bool:
    """True when the sentence came out before one that turns what it tells."""
    return any(told.before([hood.slots[m]], [hood.slots[n]]) for n in turning)


def _long_before(m: int, turning: Sequence[int], hood: Neighbourhood, told: Told) -> bool:
    """True when the sentence came out days before all that turn it: of another matter, and not its later version."""
    days = [told.days_before(hood.slots[m], hood.slots[n]) for n in turning]
    return all(day is not None and day > LONG for day in days)


def _answers(member: Member, hood: Neighbourhood, focus: Focus) -> tuple[int, int]:
    """Sorts the member first whose best clause tells most of what is turned, in the same words before synonyms."""
    where = member.passage
    clauses = [c for c in hood.slots[member.sentence].clauses if c.start < where.end and where.start < c.end]
    met = max((focus.met(c.topics) for c in clauses), default=0)
    plain = {k for k in focus.words[0] if not k.startswith("/")} if focus.words else set()
    return (-met, -any(plain & c.topics for c in clauses))


def _rejected(versions: tuple[tuple[Member, ...], ...], hood: Neighbourhood, told: Told) -> Draft:
    """The conflict between who claims something and who rejects it."""
    no, yes = (told.houses(hood.slots[m.sentence] for m in version) for version in versions)
    why = f"claimed in {yes}, rejected in {no}"
    return Draft(PointKind.ATTRIBUTION, PointRelation.CONFLICT, versions[::-1], (why,), between=Between.ACTORS)


def _answered(focus: Focus, versions: tuple[tuple[Member, ...], ...], hood: Neighbourhood, told: Told) -> Draft | None:
    """The update in which a question is answered; None where one report knew already what another didn't."""
    before, after = ([hood.slots[m.sentence] for m in version] for version in versions)
    order = _order(before, after, told)
    if order is None and progress(focus):
        order = "; the pages' times say otherwise, the words say which is newer: what was told is not open"
    if order is None:
        return None
    why = f"left open in {told.houses(before)}, told in {told.houses(after)}{order}"
    return Draft(PointKind.OCCURRENCE, PointRelation.UPDATE, versions, (why,), latest=1)


def _order(before: Sequence[Slots], after: Sequence[Slots], told: Told) -> str | None:
    """What makes the telling side the newer one, in words to be added to the reason; None where it is the older."""
    early, late = told.before(before, after), told.before(after, before)
    if late or (late is False and not any(told.before(before, [a]) or not told.before([a], before) for a in after)):
        return None
    if early or (early is False and any(told.before(before, [a]) for a in after)):
        return ", which came out later"
    if early is None:
        return "; a publication time is not known, the words say which is newer: the matter was open and is told"
    return "; the times don't say which is newer, the words do: the matter was open and is told"


def _telling_part(slots: Slots, focus: Focus) -> Passage:
    """The clause that tells most of what the focus turns; the sentence where no clause does so alone."""
    if focus.bare:
        return slots.passage
    best = max(slots.clauses, key=lambda c: (focus.met(c.topics), c.start - c.end), default=None)
    if not best or not focus.meets(best.topics):
        return slots.passage
    words = part(slots, best.start, best.end)
    opening = AFTERWARDS.match(words.words) if best.hanging else None
    if opening:
        return part(slots, words.start + opening.end(), best.end)
    return clause_of(slots, words)


def settled(draft: Draft, hood: Neighbourhood, told: Told) -> Draft | None:
    """The draft, or where some members stand in a question left open and others tell it, the update that this is.

    Members that neither ask nor tell it are left out then; None where the answer is the older, and only one report
    asks.

    "whether the captain survived" can't be the same as "the captain was taken to hospital".
    """
    members = draft.members()

    def topics(member: Member) -> frozenset[str]:
        return affirmed_topics(hood.slots[member.sentence])

    opened = [m for m in members if any(_within(m.passage, f) for f in hood.slots[m.sentence].foci)]
    rest = [m for m in members if m not in opened]
    if not opened or not rest:
        return draft
    foci = [(hood.slots[m.sentence], f) for m in opened for f in hood.slots[m.sentence].foci if _within(m.passage, f)]

    def told_by(m: Member) -> bool:
        there = hood.slots[m.sentence]
        return any(_speaks_of(there, f, topics(m), hood.theme) and _holds(f, here, there) for here, f in foci)

    rest = [m for m in rest if told_by(m)]
    if not rest:
        return draft
    before, after = [hood.slots[m.sentence] for m in opened], [hood.slots[m.sentence] for m in rest]
    order = _order(before, after, told)
    if order is None:
        return replace(draft, versions=(tuple(opened),)) if _reports(before) > 1 else None
    why = f"left open in {told.houses(before)}, told in {told.houses(after)}{order}"
    versions = (tuple(opened), tuple(rest))
    return replace(draft, relation=PointRelation.UPDATE, versions=versions, why=(why,), latest=1)


def _reports(slots: Sequence[Slots]) -> int:
    return len({s.report for s in slots})


def _within(passage: Passage, focus: Focus) -> bool:
    """True when most of the passage is what an open question asks."""
    shared = min(passage.end, focus.end) - max(passage.start, focus.start)
    return focus.turn is Turn.OPEN and bool(focus.asked) and shared >= MOSTLY * (passage.end - passage.start)
