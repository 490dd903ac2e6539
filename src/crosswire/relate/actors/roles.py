"""Whom a description stands for: "the Kremlin leader", "his Russian counterpart", "police", "a senior official"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.lexicons.descriptions import Descriptions
from crosswire.model.relation import ActorKind
from crosswire.relate.actors.candidates import Candidate, Cast
from crosswire.relate.actors.names import normal
from crosswire.relate.actors.pronouns import gender_of

# What opens a clause within a description, with the word that leans on it: "people familiar | with how the vote".
CLAUSE = re.compile(r"\s+(?:(?:with|about|on|of)\s+)?(?:where|who|whom|which|whose|how|why|when)\b.*", re.DOTALL)
# Offices that "leader" may mean: "the Varnian leader" is its president or its premier.
LEADING = frozenset(("head-of-state", "head-of-government", "monarch", "leader", "speaker", "secretary-general"))
# What police of any rank are called.
ANY_RANK = frozenset(("officer", "agent"))
# Offices by which a person is described after having held a longer one: "the secretary" of a secretary of state.
FAMILIES = {
    "minister": frozenset(
        (
            "foreign-minister",
            "defence-minister",
            "interior-minister",
            "finance-minister",
            "justice-minister",
            "minister",
        )
    ),
    "military": frozenset(("military", "defence-minister")),
    "ambassador": frozenset(("ambassador", "deputy-foreign-minister")),
}


@dataclass(frozen=True, slots=True)
class Description:
    """A description taken apart. `words` without article; `noun` its head noun; `article` the word before it.

    `definite` for "the minister", "his minister", "Minister"; not for "a minister", "ministers".
    """

    words: str
    noun: str
    article: str
    plural: bool
    offices: frozenset[str]
    countries: frozenset[str]
    past: bool
    definite: bool


def describe(words: str, noun: str, article: str, plural: bool, cast: Cast) -> Description:
    """The description taken apart; its offices are those of the words up to the noun."""
    before = words[: words.lower().find(noun.lower()) + len(noun)] if noun.lower() in words.lower() else words
    small = cast.lexicons.descriptions
    core = _core(words, small)
    offices = cast.lexicons.titles.offices(core) or cast.lexicons.titles.offices(before)
    past = small.is_past(words)
    if noun.lower() in cast.lexicons.speakers.document:
        offices = frozenset()  # "a statement by a spokesman" is no spokesman
    definite = _definite(words, article.lower(), small)
    return Description(words, noun.lower(), article.lower(), plural, offices, cast.countries.of(words), past, definite)


def _definite(words: str, article: str, small: Descriptions) -> bool:
    owned = words.split()[:1] and words.split()[0].lower() in small.owners
    owned = owned or "'s " in words or "’s " in words
    return article in small.definite or bool(owned) or (words[:1].isupper() and article not in small.indefinite)


def _core(words: str, small: Descriptions) -> str:
    """The description without what follows its title: `minister for trade` keeps `minister`."""
    for joint in (" for ", " at ", " with ", " from ", " in ", " to "):
        words = words.split(joint)[0]
    words = words.replace("-", " ") if words.lower().partition("-")[0] in small.past else words  # "then-minister"
    head = words.split(" of ")
    return words if len(head) < 2 or head[1].split()[0].lower() in ("state", "defense", "defence") else head[0]


class Offices:
    """Which persons of a story hold which offices, by the titles their names carry."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._holders: dict[str, set[str]] = defaultdict(set)
        self._countries: dict[str, set[str]] = defaultdict(set)
        self._words: dict[str, set[str]] = defaultdict(set)
        self._past: dict[str, set[bool]] = defaultdict(set)
        for candidate in cast.candidates.values():
            for title in candidate.titles:
                self.learn(candidate, title)

    def learn(self, candidate: Candidate, title: str, *, offices: frozenset[str] = frozenset()) -> None:
        """Takes a title into account: its offices, countries and words."""
        for office in offices | self._cast.lexicons.titles.offices(_core(title, self._cast.lexicons.descriptions)):
            self._holders[office].add(candidate.key)
        self._countries[candidate.key] |= self._cast.countries.of(title)
        self._words[candidate.key] |= {normal(word) for word in title.split()}
        self._past[candidate.key].add(self._cast.lexicons.descriptions.is_past(title))

    def of(self, key: str) -> frozenset[str]:
        """The offices that the person holds."""
        return frozenset(office for office, keys in self._holders.items() if key in keys)

    def countries(self, key: str) -> frozenset[str]:
        """The countries that the person's titles name."""
        return frozenset(self._countries[key])

    def like(self, offices: frozenset[str]) -> frozenset[str]:
        """The offices, and those by which their holders are described too: a leader may be a president."""
        wanted = set(offices) | (LEADING if "leader" in offices else frozenset())
        for office in offices:
            wanted |= FAMILIES.get(office, frozenset())
        return frozenset(wanted)

    def holders(self, description: Description) -> list[str]:
        """The persons who may be meant, by office and country alone, in order of their keys."""
        keys = {key for office in self.like(description.offices) for key in self._holders.get(office, ())}
        return sorted(key for key in keys if self._country_fits(key, description))

    def _country_fits(self, key: str, description: Description) -> bool:
        mine = self._countries[key]
        return not mine or not description.countries or bool(mine & description.countries)

    def weight(self, key: str, description: Description) -> float:
        """How well the person fits beyond office: shared words, country said by both, former or not."""
        words = {normal(word) for word in description.words.split()} - {"the", "of", "for"}
        score = 1.5 * len(words & self._words[key])
        score += 3.0 if self._countries[key] & description.countries else 0.0
        abroad = self._countries[key] and not description.countries  # "the president" is the one at home
        score -= 2.0 if abroad else 0.0
        score -= 2.0 if description.past not in self._past[key] else 0.0
        return score

    def foreign(self, key: str, description: Description) -> int:
        """How many capitalised words of the description no title of the person has: "Harbour Board chairman"."""
        said = [normal(w) for w in description.words.split() if w[:1].isupper()]
        titles = self._cast.lexicons.titles
        own = [w for w in said if w not in titles.classes and w not in ("the", "of")]
        return sum(w not in self._words[key] for w in own)


@dataclass(frozen=True, slots=True)
class Seen:
    """A person's latest mention before a description: how many sentences back, and how often so far."""

    key: str
    back: int
    times: int


def person_described(
    description: Description, offices: Offices, seen: Sequence[Seen], cast: Cast
) -> Candidate | str | None:
    """The person a definite description stands for; a reason where two fit alike; None where nobody does."""
    if description.plural or not description.definite or not description.offices:
        return None
    if description.offices & {"counterpart", "predecessor", "successor", "family", "boss", "partisan"}:
        return None
    by_key = {s.key: s for s in seen}
    holders = _so_titled(description, offices.holders(description), cast)
    scored = sorted(((_score(key, description, offices, by_key, cast), key) for key in holders), reverse=True)
    scored = [(score, key) for score, key in scored if score > 0]
    if not scored:
        return _only_holder(description, offices, cast)
    if len(scored) > 1 and scored[0][0] - scored[1][0] < 0.5:
        tied = sorted(cast.candidates[key].name for score, key in scored if scored[0][0] - score < 0.5)
        return f"“{description.words}” fits more than one: {', '.join(tied)}"
    return cast.candidates[scored[0][1]]


def _so_titled(description: Description, keys: Sequence[str], cast: Cast) -> Sequence[str]:
    """Of those who may be meant, who bear the very title where a town has one: "the sheriff" is not his deputy.

    Nor is "the sheriff's deputy" the sheriff; and "the detective" is none of another rank: an officer on trial.
    """
    owner = description.words.lower().replace("’", "'").rpartition("'s ")[0].split()[-1:]
    if owner:
        keys = [key for key in keys if not any(_ends_in(t, owner[0]) for t in cast.candidates[key].titles)]
    ranked = "police" in description.offices and description.noun not in ANY_RANK
    if not ranked and not cast.lexicons.titles.is_single(description.noun):
        return keys
    titled = [key for key in keys if any(_ends_in(t, description.noun) for t in cast.candidates[key].titles)]
    return titled if ranked else titled or keys


def _ends_in(title: str, noun: str) -> bool:
    """True for a title of that noun, spelt out or not: `Det.` is a detective, `Lt.` a lieutenant."""
    last = title.lower().split(" of ")[0].rstrip(".").split()[-1:]
    return last == [noun] or (bool(last) and title.endswith(".") and _short_for(last[0], noun))


def _short_for(short: str, noun: str) -> bool:
    left = iter(noun)
    return short[:1] == noun[:1] and all(letter in left for letter in short)


def _only_holder(description: Description, offices: Offices, cast: Cast) -> Candidate | None:
    """The one person in the story who holds an office of which there is one, where this report has not named them.

    "The Tarn police chief" of one report is Ada Marn, whom another names as such; not with another town's name.
    """
    titles = cast.lexicons.titles
    core = _core(description.words, cast.lexicons.descriptions)
    single = description.offices & titles.single or titles.is_single(core)
    holders = [key for key in offices.holders(description) if offices.of(key) & description.offices]
    fitting = [k for k in holders if offices.weight(k, description) >= 0 and not offices.foreign(k, description)]
    return cast.candidates[fitting[0]] if single and len(holders) == len(fitting) == 1 else None


def _score(key: str, description: Description, offices: Offices, seen: dict[str, Seen], cast: Cast) -> float:
    """How likely the person is meant; above 0 for one the report never names only by country."""
    weight = offices.weight(key, description)
    if not description.offices & cast.lexicons.titles.single and offices.foreign(key, description) > 1:
        return 0.0
    here = seen.get(key)
    if here is None:
        return weight - 2.5 if description.countries else 0.0
    told = cast.lexicons.titles.gender_of(description.words)
    if told and gender_of(cast.candidates[key], cast) not in (None, told):
        return 0.0
    return weight + 2.0 + max(0.0, 4.0 - here.back) + min(here.times, 6) * 0.3


def body_described(description: Description, report: str, cast: Cast) -> Candidate:
    """The actor of a description that no named person fits.

    A body ("police") and the holder of an office of which there is one ("the mayor of Tarn") are one in a story;
    people known by vague words ("a senior official", "residents") are one in a report, never across reports.
    """
    speakers = cast.lexicons.speakers
    noun = description.noun
    words = _plain(description.words)
    government = _government(description, cast)
    if government:
        return government
    office = bool(description.offices & cast.lexicons.titles.single) and description.definite and not description.plural
    body_noun = noun not in speakers.document and noun not in speakers.group
    headed = body_noun and noun.capitalize() in cast.lexicons.organisations.heads
    known = noun in speakers.official or headed or _unheard_of(noun, description, cast)
    body = known and noun not in speakers.people and not description.offices
    if body:
        words = cast.bodies.get(words.lower(), words)
        named = cast.named_bodies.get(words.lower())  # "the Varnian harbour board" is the Varnian Harbour Board
        candidate = (
            cast.organisation(named) if named else cast.add(f"body:{normal(words)}", ActorKind.ORGANISATION, words)
        )
    elif office:
        candidate = cast.add(f"office:{normal(words)}", ActorKind.UNNAMED, words)
    else:
        group = noun in speakers.group or (description.plural and _vague(noun, cast))
        kind = ActorKind.GROUP if group else ActorKind.UNNAMED
        candidate = cast.add(f"unnamed:{report}:{normal(words)}", kind, words)
    papers = noun in speakers.document or f"{noun}s" in speakers.document
    candidate.thing = papers and noun not in speakers.official and not description.offices
    candidate.official = known or bool(description.offices - cast.lexicons.titles.unofficial)
    return candidate


def _unheard_of(noun: str, description: Description, cast: Cast) -> bool:
    """True for the noun of a body that no lexicon has: "the lighthouse said"."""
    if noun in cast.lexicons.speakers.things:
        return False
    people = noun.endswith(("er", "or", "ist", "man", "woman", "ian")) or description.plural
    return not people and not description.offices and not cast.lexicons.speakers.is_noun(noun)


def _vague(noun: str, cast: Cast) -> bool:
    speakers = cast.lexicons.speakers
    return noun not in speakers.official and noun not in speakers.anonymous and noun not in speakers.document


def _government(description: Description, cast: Cast) -> Candidate | None:
    """The government that "the Varnian government" or "Varnian authorities" stands for."""
    if description.noun in ("government", "regime", "administration") and len(description.countries) == 1:
        return cast.government(next(iter(description.countries)))
    return None


def _plain(words: str) -> str:
    """The words without a clause that the description was cut in: "owner of a club | where seven people"."""
    whole = " ".join(words.split())
    return CLAUSE.split(whole, maxsplit=1)[0] or whole
