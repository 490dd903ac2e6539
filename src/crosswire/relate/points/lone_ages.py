"""Ages that reports tell differently of the only one who has a part in an act: "a 6-year-old girl was hit"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from crosswire.lexicons.acts import ActWords
from crosswire.lexicons.points import PointWords
from crosswire.model.passage import Passage
from crosswire.relate.points.ages import grown, near_ages
from crosswire.relate.points.passages import clause_of
from crosswire.relate.points.passages import part as part_of
from crosswire.relate.points.roles import RoleReader
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.somebody import Cast, Somebody, another_name
from crosswire.relate.points.statements import NUMBER_WORDS
from crosswire.relate.points.versions import Draft, Member, Told, told_otherwise

# "a 6-year-old South Bay girl", "22 months old", "Ana Lupo, 31", "ages 9 and 8".
AGE = r"(?P<age>\d{1,3}|[a-z]+)"
NEXT_WORDS = r"(?:[ ,]+(?P<one>\w+))?(?: (?P<two>\w+))?(?: (?P<three>\w+))?"
OLD = re.compile(rf"\b{AGE}[- ]?(?P<unit>year|yr|month)s?\b\.?(?:[- ]?old)?{NEXT_WORDS}", re.IGNORECASE)
BARE = re.compile(r"(?:, (?:aged? )?|\bage[ds]? |\band )(\d{1,3})\b")
MONTHS = 12
# A clause of so many letters tells much besides, and one that ends so breaks off.
LONG = 150
DANGLING = re.compile(r" (?:after|before|while|when|as|because)$")


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part in an act: the indices of the sentence, of the word for him and of the word for the act."""

    sentence: int
    token: int
    act: int
    who: Somebody


def find_lone_ages(cast: Cast, hood: Neighbourhood, told: Told, acts: ActWords, words: PointWords) -> tuple[Draft, ...]:
    """The conflicts between reports about the age of the only one who has a part in an act, in a fixed order.

    No report tells of several in that part, nor both ages. Who is named in both is left to `ages.py`.
    """
    parts = _parts(cast, hood, acts, words)
    ages = _all_ages(hood, cast)
    found: dict[tuple[int, int], Draft] = {}
    for _, by_report in sorted(parts.items()):
        aged = _one_each(by_report, hood)
        pair = sorted({int(age) for part in aged for age in part.who.ages})
        if len(pair) == 2 and near_ages(*pair) and _only_one(aged, by_report, ages):
            draft, held = _draft(aged, cast, hood, told), found.get((pair[0], pair[1]))
            if draft and (held is None or len(draft.members()) > len(held.members())):
                found[pair[0], pair[1]] = draft
    return tuple(draft for _, draft in sorted(found.items()))


def _parts(
    cast: Cast, hood: Neighbourhood, acts: ActWords, words: PointWords
) -> Mapping[tuple[str, str], Mapping[int, list[Part]]]:
    """Act and side → report → who has that part in the act there."""
    reader = RoleReader(cast, acts)
    found: dict[tuple[str, str], dict[int, list[Part]]] = defaultdict(lambda: defaultdict(list))
    idle = acts.light | acts.by_word | acts.telling
    for n, slots in enumerate(hood.slots):
        if slots.superseded or slots.earlier:
            continue
        grammar, tree = cast.grammar(n), cast.tree(n)
        for k in range(len(grammar.tokens)):
            lemma = grammar.lemma(k)
            if lemma in idle or grammar.negated(k) or not (tree.is_verb(k) or words.happens(lemma)):
                continue
            roles = reader.roles(n, k)
            for side, tokens in (("agent", roles.agents), ("patient", roles.patients)):
                people = [Part(n, t, k, who) for t in tokens if (who := cast.who(n, t)).person]
                for act in words.classes.get(lemma, (lemma,)) if people else ():
                    found[act, side][slots.report] += people
    return found


def _one_each(by_report: Mapping[int, Sequence[Part]], hood: Neighbourhood) -> list[Part]:
    """Of each report the part of who is told with his age; none where a report tells of several in that part."""
    everybody = [part for parts in by_report.values() for part in parts]
    if any(_several(part.who) for part in everybody):
        return []
    aged = [part for part in everybody if part.who.ages]
    ages = {report: {age for part in parts for age in part.who.ages} for report, parts in by_report.items()}
    return [] if any(len(each) > 1 for each in ages.values()) else [p for p in aged if _age_span(p, hood)]


def _several(who: Somebody) -> bool:
    """True for "two men", "another man"; officers beside him are nobody else in his part."""
    return (bool(who.many) and not who.vague and "police" not in who.kinds) or who.other


def _all_ages(hood: Neighbourhood, cast: Cast) -> Mapping[int, set[tuple[int, bool | None]]]:
    """Report → every age it tells of anybody, with whether that is a man's; None where that isn't told."""
    found: dict[int, set[tuple[int, bool | None]]] = defaultdict(set)
    for slots in hood.slots:
        text = slots.passage.words
        for match in OLD.finditer(text):
            digits = NUMBER_WORDS.get(match["age"].casefold(), match["age"])
            if digits.isdigit():
                years = int(digits) // (MONTHS if match["unit"].casefold() == "month" else 1)
                found[slots.report].add((years, _man((match["one"], match["two"], match["three"]), cast)))
        found[slots.report] |= {(int(age), None) for age in BARE.findall(text)}
    return found


def _man(near: Sequence[str | None], cast: Cast) -> bool | None:
    words = {word.casefold() for word in near if word}
    man, woman = (not gender.isdisjoint(words) for gender in (cast.words.man, cast.words.woman))
    return man if man != woman else None


def _only_one(
    aged: Sequence[Part],
    by_report: Mapping[int, Sequence[Part]],
    ages: Mapping[int, Collection[tuple[int, bool | None]]],
) -> bool:
    """True where nobody else can be meant: no two names, no man and woman, no report that tells both ages."""
    everybody = [part.who for parts in by_report.values() for part in parts]
    genders = {part.who.man for part in aged} - {None}
    named = {age for part in aged if part.who.names for age in part.who.ages}
    if len(genders) > 1 or len(named) > 1 or any(another_name(a, b) for a in everybody for b in everybody):
        return False
    man = next(iter(genders), None)
    pair = {int(age) for part in aged for age in part.who.ages}

    def told(report: int) -> set[int]:
        return pair & {age for age, sex in ages.get(report, ()) if man is None or sex in (None, man)}

    return not any(len(told(report)) > 1 for report in ages)


def _age_span(part: Part, hood: Neighbourhood) -> tuple[int, int] | None:
    """Where the sentence tells his age, as offsets of the text; None where a sentence before it does."""
    slots = hood.slots[part.sentence]
    age = next(iter(part.who.ages))
    match = re.search(rf"\b{age}\b", slots.passage.words)
    return (slots.passage.start + match.start(), slots.passage.start + match.end()) if match else None


def _clause(part: Part, cast: Cast, hood: Neighbourhood) -> Passage:
    """The clause that tells the act and the age; of a long one what stands from the one to the other."""
    slots, grammar = hood.slots[part.sentence], cast.grammar(part.sentence)
    act, party = grammar.tokens[part.act], grammar.party(part.token)
    start, end = _age_span(part, hood) or (act.start, act.end)
    pronoun = grammar.tokens[part.token].pos == "PRON"
    if not pronoun:
        start, end = min(start, party.start), max(end, party.end)
    inner = part_of(slots, min(start, act.start), max(end, act.end))
    clause = clause_of(slots, inner)
    long = len(clause.words) > LONG and not pronoun
    return inner if long or DANGLING.search(clause.words) else clause


def _draft(aged: Sequence[Part], cast: Cast, hood: Neighbourhood, told: Told) -> Draft | None:
    """The conflict, each report by its shortest clause; None where a birthday explains the ages."""
    slots = hood.slots
    by_age: dict[int, dict[int, Member]] = defaultdict(dict)
    for one in aged:
        member, report = Member(one.sentence, _clause(one, cast, hood)), slots[one.sentence].report
        held = by_age[int(next(iter(one.who.ages)))]
        if report not in held or len(member.passage.words) < len(held[report].passage.words):
            held[report] = member
    young, old = sorted(by_age)
    if any(
        days is not None and grown(old - young, days)
        for a in by_age[young].values()
        for b in by_age[old].values()
        for days in [told.days_before(slots[a.sentence], slots[b.sentence])]
    ):
        return None
    sides = {str(age): list(by_age[age].values()) for age in (young, old)}
    return told_otherwise(f"the age of {_called(aged, cast)}", sides, slots, told, strength=0.7)


def _called(aged: Sequence[Part], cast: Cast) -> str:
    """What the reports call him: by name where one does, else by a noun, "the girl"."""
    nouns = [part for part in aged if cast.grammar(part.sentence).tokens[part.token].pos != "PRON"]
    wholes = {name for p in nouns for name in cast.grammar(p.sentence).party(p.token).whole}
    names = sorted((" ".join(name).title() for name in wholes), key=lambda name: (-len(name), name))
    lemmas = [cast.grammar(part.sentence).lemma(part.token) for part in nouns]
    return names[0] if names else f"the {lemmas[0]}" if lemmas else "one person"
