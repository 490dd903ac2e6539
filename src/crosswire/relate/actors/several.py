"""Whom words for several at once stand for: "both countries", "the two men", "the brothers", "the Holts"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby

from crosswire.model.relation import ActorKind
from crosswire.relate.actors.candidates import Candidate, Cast
from crosswire.relate.actors.names import person_name
from crosswire.relate.actors.pronouns import Heard, gender_of
from crosswire.relate.actors.roles import Description, Offices

REACH = 8  # sentences back: who was named further off is not one of "the two men"
FEWEST, MOST = 2, 4  # actors: "the seven ministers" are a group, not seven persons somebody has named

# Which actor a mention may stand for as a member; None for one that can't be.
Pool = Callable[[Heard], str | None]


class Several:
    """Finds the members of a plural description among those a report has named before it."""

    def __init__(self, cast: Cast, offices: Offices) -> None:
        self._cast, self._offices = cast, offices

    def meant(self, words: str, before: Sequence[str]) -> int:
        """How many actors named elsewhere the words stand for, 0 where they are none: "both sides", "the two men".

        `before` are the words before the description, nearest first. "Two men said" are two that nobody has named.
        """
        joint = self._cast.lexicons.speakers.joint
        parts = words.lower().split()
        definite = bool(before) and before[0] in self._cast.lexicons.descriptions.pointing
        if parts[0] == "both" or "both" in before:
            return 2
        if parts[-1] in joint.sides or (parts == parts[-1:] and parts[0] in joint.alone and definite):
            return 2
        count = self._cast.lexicons.numbers.small.get(parts[0], 0)
        plural = len(parts) == 1 or parts[-1].endswith("s") or parts[-1] in joint.persons
        return count if FEWEST <= count <= MOST and definite and plural else 0

    def members(self, description: Description, count: int, clock: int, heard: Sequence[Heard]) -> Candidate | str:
        """The joint actor of exactly so many, or why it can't be told who they are.

        Read backwards sentence by sentence: as soon as so many fitting actors are named, they are meant; when one
        sentence names more, only its subjects and speakers count.
        """
        near = [h for h in heard if not h.quoted and not h.owner and clock - h.sentence <= REACH]
        for pool in self._pools(description):
            keys = self._just(count, near, pool)
            if keys:
                return self._cast.joint(keys)
        return f"“{description.words}” are several actors at once, and it is not clear which"

    def family(self, form: str, recent: Iterable[str], spoke: Collection[str]) -> Candidate | None:
        """Those of one surname whom the report has named, for "the Holts"; None where it names fewer than two.

        Where one of them has spoken, who has not may be the dead son of whom they speak: then they are "Holts".
        """
        names = self._cast.lexicons.names
        surname = person_name(form.removesuffix("s"), names).surname
        mine = [key for key in recent if person_name(self._cast.candidates[key].name, names).surname == surname]
        if not form.endswith("s") or len(mine) < FEWEST:
            return None
        speaking = [key for key in mine if key in spoke]
        if len(speaking) == 1:
            return self._cast.add(f"family:{surname}", ActorKind.GROUP, form)
        return self._cast.joint(sorted(speaking or mine))

    def _pools(self, description: Description) -> Iterator[Pool]:
        """What kinds of actors the noun allows, the likeliest first."""
        joint, noun = self._cast.lexicons.speakers.joint, description.noun
        if noun in joint.countries:
            yield self._country
        elif noun in joint.sides:
            yield self._party
            yield self._country
            yield lambda h: self._person(h, frozenset(), None)
        else:
            titles = self._cast.lexicons.titles
            single = noun.removesuffix("s") if not noun.endswith("men") else noun.removesuffix("men") + "man"
            told = "male" if noun in joint.male else "female" if noun in joint.female else titles.gender_of(single)
            unsaid = noun in joint.alone or noun in self._cast.lexicons.numbers.small
            offices = frozenset() if unsaid else self._offices.like(titles.offices(single) - titles.unofficial)
            yield lambda h: self._person(h, offices, told)

    def _just(self, count: int, near: Sequence[Heard], pool: Pool) -> tuple[str, ...]:
        """Exactly `count` fitting keys, the last that were named, or none; in order of the text."""
        found: dict[str, None] = {}
        for _, group in groupby(reversed(near), key=lambda h: h.sentence):
            mine = list(group)
            grown: dict[str, None] = {}
            for some in (mine, [h for h in mine if h.subject or h.source]):
                grown = found | dict.fromkeys(key for h in some if (key := pool(h)))
                if len(grown) <= count:
                    break
            found = grown
            if len(found) >= count:
                return tuple(reversed(found)) if len(found) == count else ()
        return ()

    def _party(self, heard: Heard) -> str | None:
        """Governments and bodies that act: not persons, who speak for a side."""
        bodies = (ActorKind.GOVERNMENT, ActorKind.ORGANISATION)
        acting = heard.subject or heard.source
        return heard.key if self._cast.candidates[heard.key].kind in bodies and acting else None

    def _country(self, heard: Heard) -> str | None:
        """The government that is named, or that whoever is named holds office in."""
        candidate = self._cast.candidates[heard.key]
        countries: frozenset[str] = frozenset()
        if candidate.kind is ActorKind.GOVERNMENT:
            countries = candidate.country
        elif candidate.kind is ActorKind.PERSON:
            countries = self._offices.countries(heard.key)
        return self._cast.government(next(iter(countries))).key if len(countries) == 1 else None

    def _person(self, heard: Heard, offices: frozenset[str], told: str | None) -> str | None:
        """A named person of the office and gender that the noun tells."""
        candidate = self._cast.candidates[heard.key]
        if candidate.kind is not ActorKind.PERSON:
            return None
        if told and gender_of(candidate, self._cast) not in (None, told):
            return None
        return heard.key if not offices or self._offices.of(heard.key) & offices else None
