"""Actors in the making: who the names of a story stand for, before descriptions and pronouns are read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation, Mention, MentionKind
from crosswire.model.passage import Passage
from crosswire.model.relation import ActorKind
from crosswire.relate.actors.countries import Countries
from crosswire.relate.actors.generations import two_generations
from crosswire.relate.actors.names import SHORTEST_SPELT, PersonName, group_full_names, normal, person_name, sound
from crosswire.relate.actors.shortforms import longer_names

# Kinds between which a story's other reports decide.
KINDS = frozenset((MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.OTHER))
RARE = 10  # a form this many times rarer than the usual one is a slip, not a fuller name
MAIN = 3  # times as often as the other must a person be named in full to own the bare surname

# Who has spoken in a report before a name that speaks; None for a name that does not.
Spoke = Sequence[str] | None


@dataclass(slots=True, eq=False)
class Candidate:
    """An actor in the making. `key` tells it from every other; `forms` counts the names it goes by."""

    key: str
    kind: ActorKind
    name: str
    forms: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    mentions: list[Passage] = field(default_factory=list)
    gender: str | None = None
    country: frozenset[str] = frozenset()
    quotations: int = 0
    thing: bool = False  # a document, not somebody
    official: bool = False  # known by office
    members: tuple[str, ...] = ()  # the keys of several actors that are one here


class Cast:
    """Everybody in a story, found by name; grows by descriptions and pronouns while the reports are read."""

    def __init__(
        self,
        annotations: Sequence[Annotation],
        countries: Countries,
        lexicons: Lexicons,
        defined: Mapping[str, str] | None = None,
    ) -> None:
        """`defined`: acronyms that the reports define, by the name they stand for."""
        self.lexicons = lexicons
        self.countries = countries
        self.candidates: dict[str, Candidate] = {}
        self._full: dict[str, str] = {}
        self._surnames: dict[str, list[str]] = defaultdict(list)
        self._sounds: dict[str, list[str]] = defaultdict(list)
        self._given: dict[str, list[str]] = defaultdict(list)
        self._in_report: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._full_count: Counter[str] = Counter()
        self._full_in: dict[str, set[str]] = defaultdict(set)
        self._countries_named = self._named_countries(annotations)
        self._named_otherwise = self._countries_by_other_names(annotations)
        self._organisations = longer_names(annotations, defined or {}, lexicons)
        self.bodies = self._whole_bodies(annotations)
        self._kinds: dict[str, Counter[MentionKind]] = defaultdict(Counter)
        for annotation in annotations:
            for mention in annotation.mentions:
                self._kinds[mention.name][mention.kind] += 1
        self.named_bodies = {
            name.lower(): name
            for name in sorted(self._kinds)
            if " " in name
            and max(sorted(self._kinds[name]), key=self._kinds[name].__getitem__) is MentionKind.ORGANISATION
        }
        self._capitals = {name.upper(): name for name in sorted(self._kinds) if not name.isupper()}
        self._persons(annotations)

    def add(self, key: str, kind: ActorKind, name: str) -> Candidate:
        """The candidate of that key, made if there is none."""
        return self.candidates.setdefault(key, Candidate(key, kind, name))

    def _named_countries(self, annotations: Sequence[Annotation]) -> set[str]:
        """The countries that the story names other than by their capitals."""
        geo = self.lexicons.geography
        names = {mention.name for annotation in annotations for mention in annotation.mentions}
        return {country for name in names if (country := geo.countries.get(name) or geo.demonyms.get(name))}

    def _countries_by_other_names(self, annotations: Sequence[Annotation]) -> set[str]:
        """The countries of which the story names the people or the capital, not the bare name only."""
        geo = self.lexicons.geography
        names = {mention.name for annotation in annotations for mention in annotation.mentions}
        return {found for name in names if (found := geo.demonyms.get(name) or geo.capitals.get(name))}

    def _whole_bodies(self, annotations: Sequence[Annotation]) -> dict[str, str]:
        """Bodies that a story qualifies in one way only, by their noun: "police" are the "Tarn police"."""
        forms: dict[str, set[str]] = defaultdict(set)
        for annotation in annotations:
            for mention in annotation.mentions:
                words = mention.name.split()
                noun = words[-1].lower()
                body = noun in self.lexicons.speakers.official and noun not in self.lexicons.speakers.people
                if mention.kind is MentionKind.ROLE and body and len(words) > 1 and self._proper(words[0]):
                    forms[noun].add(mention.name)
        return {noun: next(iter(mine)) for noun, mine in forms.items() if len(mine) == 1}

    def _proper(self, word: str) -> bool:
        """True for a word that is a name's: `Tarn` in "Tarn police", not `Local` in "Local police"."""
        return word[:1].isupper() and word.lower() not in self.lexicons.titles.modifiers

    def _persons(self, annotations: Sequence[Annotation]) -> None:
        """Makes a candidate for each person with a full name anywhere in the story."""
        names = self.lexicons.names
        counts: Counter[str] = Counter()
        for annotation in annotations:
            for mention in annotation.mentions:
                several = mention.kind is MentionKind.PERSON and len(mention.name.split()) > 1
                if several and person_name(mention.name, names).given:  # "De La Marn" is a surname
                    counts[mention.name] += 1
        generations = two_generations(annotations, names)
        for group in group_full_names(counts, names, generations.apart):
            usual = [form for form in group if counts[form] * RARE >= max(counts[other] for other in group)]
            full = max(usual, key=lambda form: (_fullness(form), counts[form], form))
            self.add(f"person:{full}", ActorKind.PERSON, full)
            for form in group:
                self._full[form] = f"person:{full}"
            surnames = {person_name(form, names).surname for form in group if form not in generations.juniors}
            for surname in surnames:
                self._surnames[surname].append(f"person:{full}")
            for heard in {sound(surname) for surname in surnames}:  # once, in however many ways the name is spelt
                self._sounds[heard].append(f"person:{full}")
            for given in {parts.given[0] for form in group if (parts := person_name(form, names)).given}:
                self._given[given].append(f"person:{full}")
        self._by_surname_alone(annotations)
        for annotation in annotations:
            self._count_bare(annotation)
            for mention in annotation.mentions:
                if mention.name in self._full:
                    self._full_in[annotation.report].add(self._full[mention.name])
                    self._full_count[self._full[mention.name]] += 1
                    self._in_report[annotation.report, person_name(mention.name, names).surname][
                        self._full[mention.name]
                    ] += 1

    def _by_surname_alone(self, annotations: Sequence[Annotation]) -> None:
        """Makes a candidate of whoever a report calls "President Marn" before it names another Marn in full.

        Only where every Marn whom the story names in full is somebody's kin: "his daughter Mia Marn".
        """
        titles = self.lexicons.titles
        mentions = [m for annotation in annotations for m in annotation.mentions if m.title]
        kin = {
            self._full[m.name] for m in mentions if m.name in self._full and "family" in titles.offices(m.title or "")
        }
        for annotation in annotations:
            named: set[str] = set()
            before: Counter[str] = Counter()
            high: dict[str, str] = {}
            for mention in annotation.mentions:
                surname = person_name(mention.name, self.lexicons.names).surname
                keys = self._surnames.get(surname, [])
                if mention.name in self._full:
                    named.add(surname)
                elif keys and surname not in named and " " not in mention.name and kin.issuperset(keys):
                    before[surname] += 1
                    if mention.title and titles.offices(mention.title) & titles.single:
                        high[surname] = mention.name
            for surname in sorted(high.keys() & named):
                key = self.add(f"person:{surname}", ActorKind.PERSON, high[surname]).key
                self._surnames[surname].append(key)
                self._full_count[key] += before[surname]

    def _count_bare(self, annotation: Annotation) -> None:
        """Counts a report's bare surnames for the one person whom it has named in full before them.

        Where it names nobody before, for the one it names at all.
        """
        names = self.lexicons.names
        full: dict[str, set[str]] = defaultdict(set)
        for mention in annotation.mentions:
            if mention.name in self._full:
                full[person_name(mention.name, names).surname].add(self._full[mention.name])
        before: dict[str, set[str]] = defaultdict(set)
        for mention in annotation.mentions:
            if mention.name in self._full:
                before[person_name(mention.name, names).surname].add(self._full[mention.name])
            surname = normal(mention.name)
            keys = before[surname] or full.get(surname, set())
            if len(keys) == 1:
                self._full_count[next(iter(keys))] += 1

    def named(self, mention: Mention, recent: Sequence[str], spoke: Spoke = None) -> Candidate | str | None:
        """Whom a name stands for; a reason where two persons fit alike; None for a place that is no actor.

        `recent` are the keys of persons mentioned so far in the report, latest first. Where the name speaks, `spoke`
        are those who have spoken in it: the "Marn" of "said Marn" is the mother who spoke before, and not the son of
        whom the whole story is.
        """
        mention = replace(mention, name=self._usual(mention.name))
        form = mention.name
        if form in self._full:
            return self.candidates[self._full[form]]
        person = self._by_part(mention, recent, spoke)
        if person is not None:
            return person
        kind = self._kind(mention)
        if kind is MentionKind.PERSON:
            return self._bare(form)
        return self._body(replace(mention, kind=kind))

    def _usual(self, form: str) -> str:
        """A name in capitals as the story otherwise writes it: "MARN" of a headline is Marn; "NATO" stays."""
        if not form.isupper() or len(form) < SHORTEST_SPELT:
            return form
        return self._capitals.get(form, form)

    def _kind(self, mention: Mention) -> MentionKind:
        """The kind that most reports' mentions of a name have: one report alone may have read "Tarn" as a person."""
        counts = {kind: count for kind, count in self._kinds[mention.name].items() if kind in KINDS}
        settled = mention.title or mention.kind not in KINDS or not counts
        return mention.kind if settled else max(counts, key=lambda kind: (counts[kind], kind))

    def _by_part(self, mention: Mention, recent: Sequence[str], spoke: Spoke) -> Candidate | str | None:
        """The person whose surname or given name the mention is, if it is one."""
        parts = mention.name.split()
        country = self.countries.one(mention.name)
        known = mention.name in self.lexicons.organisations.canonical or mention.name in self.lexicons.geography.seats
        if known or mention.kind is MentionKind.NATIONALITY or (country and not self._rather_person(mention, country)):
            return None
        parsed = person_name(mention.name, self.lexicons.names)
        if parsed.given and mention.kind is not MentionKind.PERSON:
            return None
        keys = self._by_surname(parsed.surname) if len(parts) == 1 or not parsed.given else []
        if not keys and mention.kind is not MentionKind.PLACE and len(parts) == 1:
            keys = self._by_given(parsed.surname, mention.passage.report)
        if not keys:
            return None
        place = self.lexicons.geography.is_place(mention.name) and not country
        if place and not mention.title:
            return None
        return self._choose(parsed, mention, keys, recent, spoke)

    def is_surname(self, name: str) -> bool:
        """True for the surname of a person whom the story names in full."""
        return bool(self._surnames.get(normal(name)))

    def _by_surname(self, surname: str) -> list[str]:
        """The persons of a surname, or else of one that is the same sound in other letters: `Zelenskyy`, `Zelensky`."""
        spelt = self._sounds.get(sound(surname), []) if len(surname) >= SHORTEST_SPELT else []
        return self._surnames.get(surname) or spelt

    def _by_given(self, given: str, report: str) -> list[str]:
        """The persons of a given name, or else of one that it is short for: `Sandi`, `Sandra`.

        For the whole of a short name the report itself has to name her: its "Sandi" is no Sandra of another report.
        """
        if given in self._given:
            return self._given[given]
        whole = (name for name in sorted(self.lexicons.names.short.get(given, ())))
        keys = (key for name in whole for key in self._given.get(name, ()))
        return [key for key in keys if key in self._full_in[report]]

    def _rather_person(self, mention: Mention, country: str) -> bool:
        """True for a capital's or country's name that is a person's surname in a story without that country.

        "Israel said" of a report that names Sheriff Scott Israel and neither Israelis nor Jerusalem.
        """
        if mention.name in self.lexicons.geography.capitals:
            return country not in self._countries_named
        surname = person_name(mention.name, self.lexicons.names).surname
        here = self._in_report.get((mention.passage.report, surname), Counter())
        in_office = any(self.candidates[key].titles for key in here)
        person = mention.kind is MentionKind.PERSON and mention.name not in self.lexicons.geography.countries
        return in_office and (country not in self._named_otherwise or (person and bool(here)))

    def _choose(
        self,
        parsed: PersonName,
        mention: Mention,
        keys: Sequence[str],
        recent: Sequence[str],
        spoke: Spoke,
    ) -> Candidate | str:
        """One of several persons who share a name: by title, speech, report, recency, and weight in the report."""
        fitting = [key for key in keys if self._fits(self.candidates[key], mention)] or list(keys)
        fitting = [key for key in fitting if spoke and key in spoke] or fitting
        main = self._main(fitting)
        if main:
            return self.candidates[main]
        counts = self._in_report.get((mention.passage.report, parsed.surname), Counter())
        fitting = [key for key in fitting if counts[key]] or fitting
        if len(fitting) == 1:
            return self.candidates[fitting[0]]
        latest = next((key for key in recent if key in fitting), None)
        silent = spoke is not None and latest not in spoke  # "the girl, Mia Marn, died. Marn told police": hardly she
        if latest and not (silent and self._full_count[latest] < max(self._full_count[key] for key in fitting)):
            return self.candidates[latest]
        names = ", ".join(sorted(self.candidates[key].name for key in fitting))
        return f"more than one person is named {mention.name}: {names}"

    def _main(self, keys: Sequence[str]) -> str | None:
        """The person whom the bare surname means by custom, because the story names them far more often.

        In a story of Premier Marn, "Marn" is the premier, also right after a sentence about her husband Olaf Marn.
        """
        ranked = sorted(keys, key=lambda key: (-self._full_count[key], key))
        if len(ranked) == 1 or self._full_count[ranked[0]] >= MAIN * max(1, self._full_count[ranked[1]]):
            return ranked[0]
        return None

    def _fits(self, candidate: Candidate, mention: Mention) -> bool:
        """False when the title before the name tells another gender or office than the candidate's."""
        if not mention.title:
            return True
        titles = self.lexicons.titles
        gender = titles.gender_of(mention.title)
        mine = candidate.gender or self.lexicons.names.gender.get(normal(candidate.name.split()[0]))
        if gender and mine in ("male", "female") and gender != mine:
            return False
        offices = titles.offices(mention.title)
        held = {office for title in candidate.titles for office in titles.offices(title)}
        return not offices or not held or bool(offices & held)

    def _bare(self, form: str) -> Candidate:
        """The person of whom the story gives only this name."""
        surname = person_name(form, self.lexicons.names).surname
        key = f"person:{surname}"
        self._surnames[surname] = self._surnames.get(surname) or [key]
        self._sounds[sound(surname)] = self._sounds.get(sound(surname)) or [key]
        return self.add(key, ActorKind.PERSON, form)

    def _body(self, mention: Mention) -> Candidate | None:
        """The government, seat or organisation that a name stands for; None for other places."""
        form = mention.name
        if form in self.lexicons.geography.seats:
            candidate = self.add(f"seat:{form}", ActorKind.GOVERNMENT, form)
            candidate.country = self.countries.of(form)
            return candidate
        country = self.countries.one(form)
        host = self.lexicons.geography.hosts.get(form)
        if host and country not in self._countries_named:
            return self.organisation(host)
        if self.countries.learned.get(form, form) != form:
            return None  # an adjective that the tagger took for a name
        if country and (mention.kind is not MentionKind.ORGANISATION or form in self.countries.learned):
            return self.government(country)
        if mention.kind is MentionKind.PLACE and self.lexicons.geography.is_place(form):
            return None
        if mention.kind is MentionKind.ORGANISATION:
            return self.organisation(form)
        return None

    def government(self, country: str) -> Candidate:
        """The government of a country, one in a story however it is named: "Moscow", "Russia", "the Russians"."""
        candidate = self.add(f"government:{country}", ActorKind.GOVERNMENT, country)
        candidate.country = frozenset((country,))
        return candidate

    def town(self, name: str) -> Candidate:
        """Those who govern a state or town that speaks: "Nebraska said". Known only by its name."""
        return self.add(f"government:{name}", ActorKind.GOVERNMENT, name)

    def joint(self, keys: Sequence[str]) -> Candidate:
        """Several actors at once, "Marn and Lund", as an actor of their own."""
        names = [self.candidates[key].name for key in keys]
        name = ", ".join(names[:-1]) + " and " + names[-1]
        found = self.add("joint:" + "+".join(sorted(keys)), ActorKind.GROUP, name)
        found.members = tuple(sorted(keys))
        return found

    def organisation(self, form: str) -> Candidate:
        """The organisation of that name, one with its acronym, and with and without its country before it."""
        form = self._organisations.get(form, form)
        canonical = self.lexicons.organisations.canonical.get(form)
        plain = canonical or form.removeprefix("The ").removeprefix("the ")
        key = "organisation:" + normal(plain)
        people = plain.split()[-1].lower() in self.lexicons.speakers.group  # "Tarn Democrats"
        kind = ActorKind.GROUP if people else ActorKind.ORGANISATION
        return self.add(key, kind, plain if not canonical else form)


def _fullness(form: str) -> tuple[int, int]:
    """Full words before initials: `Rex Marn` is no fuller than `Rex W. Marn`, but `R. Marn` is less."""
    parts = form.split()
    return (sum(len(part.rstrip(".")) > 1 for part in parts), -sum(len(part.rstrip(".")) == 1 for part in parts))
