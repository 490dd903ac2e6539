"""How sure it is that two sentences tell one act: what is alike in it, weighed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from crosswire.lexicons.acts import ActWords
from crosswire.lexicons.geography import Geography
from crosswire.relate.points.deeds import AGENT, CLAIM, PATIENT, PLACE, Deed, DeedReader, Part
from crosswire.relate.points.similarity import Neighbourhood

# What tells of two acts whether they are one; `training/acts.py` learns what each counts.
EVIDENCE = (
    "linked",  # the log odds that the sentences speak of one thing
    "alike",  # the likeness of the sentences' words
    "noun",  # one of the acts is a noun, "the strike on the base"
    "same_agent",
    "no_agent",
    "other_agent",  # both are named, and nothing of the names is the same
    "same_patient",
    "no_patient",
    "other_patient",
    "turned",  # who does it in the one has it done to him in the other
    "met",  # the part of what belongs to either act that belongs to the other
    "count",  # so many parts of it
    "weight",  # the rarer what is shared, the more it says
    "rarest",  # of the plain words that are shared the one that says most
    "two_names",  # of two actors the one and the other belong to both
    "number",
    "day",
    "other_speakers",
)
MOST_ODDS, FEWEST_ODDS, LIKELY, FIRM = 3.0, 1e-3, 0.2, 0.6
MOST_PARTS = 4
FEWEST_PARTS, MOST_MET = 2, 0.5
MOST_RARE = 5.0
# So sure makes two sentences a link.
SURE_LINK = 0.6
ACTOR_WEIGHT, CLASS_WEIGHT, COUNTRY_WEIGHT = 1.5, 0.9, 2.0
SAYING = frozenset({"/say", "say", "tell"})
GENDERS = frozenset({"man", "woman"})


class ActPairs:
    """The acts of every sentence of a story; answers which act two sentences tell both."""

    def __init__(
        self, hood: Neighbourhood, links: Mapping[tuple[int, int], float], words: ActWords, geography: Geography
    ) -> None:
        self._hood, self._links, self._words, self._geography = hood, links, words, geography
        self._deeds: dict[int, tuple[Deed, ...]] = {}
        self._found: dict[tuple[int, int], tuple[tuple[float, Deed, Deed], ...]] = {}

    def deeds(self, n: int) -> tuple[Deed, ...]:
        """The acts of sentence `n`, those of saying left out."""
        if n not in self._deeds:
            every = DeedReader(self._hood.slots[n], self._words, self._geography).deeds()
            self._deeds[n] = tuple(d for d in every if d.keys.isdisjoint(SAYING))
        return self._deeds[n]

    def told(self, a: int, b: int) -> tuple[tuple[float, Deed, Deed], ...]:
        """Every act of sentence `a` with one of sentence `b` that may be the same, and how sure that is, 0 to 1."""
        if a > b:
            return tuple((sure, x, y) for sure, y, x in self.told(b, a))
        if (a, b) not in self._found:
            pairs = ((x, y) for x in self.deeds(a) for y in self.deeds(b) if may_be_one(x, y))
            self._found[a, b] = tuple((self._one(x, y, a, b), x, y) for x, y in pairs)
        return self._found[a, b]

    def _one(self, x: Deed, y: Deed, a: int, b: int) -> float:
        found = evidence(x, y, a, b, self._hood, self._links)
        weights = (self._words.weights[name] for name in EVIDENCE)
        odds = self._words.weights["bias"] + sum(w * f for w, f in zip(weights, found, strict=True))
        return round(1 / (1 + math.exp(-odds)), 6)


def one_act(links: Mapping[tuple[int, int], float], acts: ActPairs) -> Iterator[tuple[tuple[int, int], float]]:
    """The pairs of sentences that tell one act, with how sure that is, the smaller index first."""
    for a, b in links:
        sure = max((s for s, _, _ in acts.told(a, b)), default=0.0)
        if sure >= SURE_LINK:
            yield (a, b), sure


def may_be_one(x: Deed, y: Deed) -> bool:
    """True for two acts of one kind in one mood that share something, and of which nothing can't hold of one act.

    "The strike on the dam" beside "the strike of the dockers" and no verb in either tells nothing that was done.
    """
    if x.keys.isdisjoint(y.keys) or (x.noun and y.noun) or x.untold or y.untold:
        return False
    if (x.ahead, x.maybe, x.denied) != (y.ahead, y.maybe, y.denied):
        return False
    return not apart(x, y) and _enough(x, y) and _enough(y, x)


def apart(x: Deed, y: Deed) -> bool:
    """True where what both tell is told of others: another day, other numbers, a man and a woman, other names."""
    sides = [(x.days, y.days), (_numbers(x), _numbers(y))]
    sides += [(_gender(x, role), _gender(y, role)) for role in (AGENT, PATIENT)]
    if not _both_named(x, y):
        sides += [(_names(x, role), _names(y, role)) for role in (AGENT, PATIENT) if not _role(x, y, role)[0]]
    return any(a and b and a.isdisjoint(b) for a, b in sides)


def _enough(x: Deed, y: Deed) -> bool:
    """True where what is shared says which act it is: "protesters gathered" may be anybody anywhere.

    A name or a number, what it is done to, or most of what belongs to the act; to a noun no less than two things.
    """
    met = _met(x, y)
    if not met or (x.noun and len(met) < FEWEST_PARTS and not any(p.names or p.numbers for p in met)):
        return False
    said = any(p.names or p.numbers or p.role == PATIENT for p in met)
    return said or len(met) > MOST_MET * len(_known(x))


def evidence(
    x: Deed, y: Deed, a: int, b: int, hood: Neighbourhood, links: Mapping[tuple[int, int], float]
) -> tuple[float, ...]:
    """What speaks for and against one act, in the order of EVIDENCE."""
    one, two = hood.slots[a], hood.slots[b]
    chance = min(1 - FEWEST_ODDS, max(FEWEST_ODDS, links.get((min(a, b), max(a, b)), 0.0)))
    rarest = max((hood.known_weight(k) for k in sorted(_plain(x) & _plain(y))), default=0.0) / MOST_RARE
    places = _names(x, PLACE), _names(y, PLACE)
    sure = _both_named(x, y) and not (all(places) and places[0].isdisjoint(places[1]))
    if sure and (rarest or chance >= LIKELY):
        chance = max(
            chance, FIRM
        )  # who does it, to whom, and a thing besides say more than how alike the sentences are
    met = (_met(x, y), _met(y, x))
    roles = (*_role(x, y, AGENT), *_role(x, y, PATIENT))
    return (
        max(-MOST_ODDS, min(MOST_ODDS, math.log(chance / (1 - chance)))),
        hood.alike(a, b),
        float(x.noun or y.noun),
        *roles,
        float(_turned(x, y) or _turned(y, x)),
        min(len(m) / max(1, len(_known(d))) for m, d in zip(met, (x, y), strict=True)),
        float(min(MOST_PARTS, *map(len, met))),
        math.log1p(max(_weight(met[0], y, hood), _weight(met[1], x, hood))),
        rarest,
        float(_both_named(x, y)),
        float(bool(_numbers(x) & _numbers(y))),
        float(bool(x.days & y.days)),
        float(bool(one.speakers and two.speakers) and not one.speakers & two.speakers),
    )


def shared_parts(x: Deed, y: Deed) -> tuple[Part, ...]:
    """The parts of the first act that belong to the second too."""
    return tuple(_met(x, y))


def _known(deed: Deed) -> list[Part]:
    return [p for p in deed.parts if not p.vague]


def _met(x: Deed, y: Deed) -> list[Part]:
    there = y.keys.union(*(p.keys for p in y.parts))
    return [p for p in _known(x) if not p.keys.isdisjoint(there)]


def _keys(deed: Deed, role: str) -> frozenset[str]:
    return frozenset().union(*(p.keys for p in deed.parts if p.role == role))


def _names(deed: Deed, role: str) -> frozenset[str]:
    return frozenset().union(*(p.names for p in deed.parts if p.role == role))


def _role(x: Deed, y: Deed, role: str) -> tuple[float, float, float]:
    """Whether both have the same in a role, one has nothing, both name others."""
    one, two, named, other = _keys(x, role), _keys(y, role), _names(x, role), _names(y, role)
    return (
        float(not one.isdisjoint(two)),
        float(not one or not two),
        float(bool(named and other) and named.isdisjoint(other)),
    )


def _plain(deed: Deed) -> frozenset[str]:
    """The words that belong to the act and are no names."""
    return frozenset().union(*(p.keys - p.names for p in deed.parts))


def _both_named(x: Deed, y: Deed) -> bool:
    """True where two actors belong to both: "Lupo met Horn" / "Horn’s talks with Lupo"."""
    here, there = _actors(x), _actors(y)
    return _two(here, frozenset().union(*there)) and _two(there, frozenset().union(*here))


def _two(actors: Sequence[frozenset[str]], others: frozenset[str]) -> bool:
    met = [a for a in actors if not a.isdisjoint(others)]
    return any(a.isdisjoint(b) for a, b in combinations(met, 2))


def _actors(deed: Deed) -> list[frozenset[str]]:
    """The actors and countries that belong to the act, part by part."""
    return [frozenset(k for k in p.names if k.startswith("@")) for p in deed.parts]


def _gender(deed: Deed, role: str) -> frozenset[str]:
    """Whether somebody without a name in the role is a man or a woman: "shot a man" / "shot a woman"."""
    return frozenset(k for p in deed.parts if p.role == role and not p.names for k in p.keys) & GENDERS


def _turned(x: Deed, y: Deed) -> bool:
    agents = _names(x, AGENT)
    return agents.isdisjoint(_names(y, AGENT)) and not agents.isdisjoint(_names(y, PATIENT))


def _numbers(deed: Deed) -> frozenset[str]:
    return frozenset().union(*(p.numbers for p in deed.parts))


def _weight(met: Iterable[Part], other: Deed, hood: Neighbourhood) -> float:
    """How much the shared parts say: of each the rarest key."""
    there = other.keys.union(*(p.keys for p in other.parts))
    return sum(max(_rareness(k, hood) for k in sorted(p.keys & there)) for p in met)


def _rareness(key: str, hood: Neighbourhood) -> float:
    word = hood.known_weight(key)
    if word:  # also "@lupo", a handle in the text, which is no actor's id
        return word
    if key.startswith("@/"):
        return COUNTRY_WEIGHT
    if key.startswith("@"):
        return ACTOR_WEIGHT * hood.actor_weight(key[1:])
    if key.startswith("/"):
        return CLASS_WEIGHT * hood.class_weight(key[1:]) if key != CLAIM else 0.0
    return 0.0
