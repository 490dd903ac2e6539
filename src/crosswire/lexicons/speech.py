"""How one language reports what somebody said: verbs in all their forms, turns of phrase, names for who said it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from crosswire.lexicons.tables import at, filled
from crosswire.model.annotation import Stance

# German prefixes that stay with their verb: no "ge" in the participle ("betont", "erklärt").
_FIXED = re.compile(r"(?:be|er|ver|ent|zer|miss|ge|wider|über|unter)(?=.{2})")
_INVERTED = re.compile(r"(?P<verb>.+?)-(?:t-)?(?P<who>ils?|elles?|on)\Z")


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a verb of saying. `participle` needs an auxiliary; `particle` stands apart ("teilte … mit").

    `objects`: what it governs may be what was said; `careful`: it needs marks or a clause to be a cue;
    `marked`: it needs marks. `infinitive`: the form is the plural, too, and no cue behind "zu" or a modal verb.
    """

    verb: str
    stance: Stance
    participle: bool = False
    particle: str = ""
    objects: bool = False
    careful: bool = False
    marked: bool = False
    infinitive: bool = False


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying as the lexicon knows it."""

    words: str
    stance: Stance
    example: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One language's words for reported speech; the fields are the tables of `speech_de.toml`.

    `forms`: by lower-case form, all that it may be. `capitals`: nouns begin with a capital.
    """

    code: str = at("language.code")
    name: str = at("language.name")
    capitals: bool = at("language.capitals")
    verbs: tuple[Verb, ...]
    forms: Mapping[str, tuple[Form, ...]]
    auxiliaries: frozenset[str] = at("lists.auxiliaries")
    modals: frozenset[str] = at("lists.modals")
    conjunctions: frozenset[str] = at("lists.conjunctions")
    subordinators: frozenset[str] = at("lists.subordinators")
    beside: frozenset[str] = at("lists.beside")
    infinitive: frozenset[str] = at("lists.infinitive")
    subjunctive: frozenset[str] = at("lists.subjunctive")
    conditional: frozenset[str] = at("lists.conditional")
    negations: frozenset[str] = at("lists.negations")
    determiners: frozenset[str] = at("lists.determiners")
    pronouns: frozenset[str] = at("lists.pronouns")
    linkers: frozenset[str] = at("lists.linkers")
    prepositions: frozenset[str] = at("lists.prepositions")
    adverbs: frozenset[str] = at("lists.adverbs")
    abbreviations: frozenset[str] = at("lists.abbreviations")
    months: frozenset[str] = at("lists.months")
    days: frozenset[str] = at("lists.days")
    asking: frozenset[str] = at("lists.asking")
    pointing: frozenset[str] = at("lists.pointing")
    writer: frozenset[str] = at("lists.writer")
    oblique: frozenset[str] = at("lists.oblique")
    address: frozenset[str] = at("lists.address")
    persons: frozenset[str] = at("lists.persons")
    plain: frozenset[str] = at("lists.plain")
    whether: frozenset[str] = at("lists.whether")
    purpose: frozenset[str] = at("lists.purpose")
    leading: frozenset[str] = at("lists.leading")
    joining: frozenset[str] = at("lists.joining")
    thinking: frozenset[str] = at("lists.thinking")
    relative: frozenset[str] = at("lists.relative")
    loose: frozenset[str] = at("lists.loose")
    held: frozenset[str] = at("lists.held")
    anybody: frozenset[str] = at("lists.anybody")
    owning: frozenset[str] = at("lists.owning")
    infinitives: tuple[str, ...] = at("lists.infinitives")
    adjectives: tuple[str, ...] = at("lists.adjectives")
    adverbial: tuple[str, ...] = at("lists.adverbial")
    impersonal: tuple[str, str]
    elided: tuple[str, ...] = at("lists.elided")
    citing: frozenset[str] = at("lists.citing")
    before: tuple[tuple[str, ...], ...]
    after: frozenset[str] = at("phrases.after")
    tags: frozenset[str] = at("phrases.tags")
    official: frozenset[str] = at("speakers.official")
    anonymous: frozenset[str] = at("speakers.anonymous")
    document: frozenset[str] = at("speakers.document")
    hidden: tuple[str, ...] = at("speakers.hidden")

    def inverted(self, word: str) -> tuple[str, str] | None:
        """The verb and the pronoun of a word that holds both ("dit-il", "affirme-t-elle"); None otherwise."""
        match = None if self.capitals else _INVERTED.match(word)
        return (match["verb"], match["who"]) if match else None


def speech(data: Mapping[str, Any]) -> Speech:
    """The speech words of a parsed `speech_*.toml`."""
    lists, phrases = data["lists"], data["phrases"]
    verbs = tuple(_verbs(data["verbs"]))
    return filled(
        Speech,
        data,
        verbs=verbs,
        forms=_forms(verbs, data["language"]["code"], lists),
        before=tuple(sorted((tuple(words.split()) for words in phrases["before"]), key=lambda w: (-len(w), w))),
        impersonal=(lists["impersonal"][0], lists["impersonal"][1]),
    )


def _verbs(by_stance: Mapping[str, Mapping[str, Any]]) -> Iterator[Verb]:
    for stance, entries in by_stance.items():
        for words, entry in entries.items():
            if isinstance(entry, str):
                yield Verb(words, Stance(stance), entry)
            else:
                yield Verb(words, Stance(stance), entry["example"], tuple(entry.get("forms", ())))


def _forms(verbs: Iterable[Verb], code: str, lists: Mapping[str, list[str]]) -> Mapping[str, tuple[Form, ...]]:
    """Every form of every verb, lower case."""
    objects, careful, marked = (frozenset(lists[name]) for name in ("objects", "careful", "marked"))
    found: dict[str, dict[Form, None]] = {}
    for verb in verbs:
        for word, participle, particle in (_german if code == "de" else _french)(verb):
            form = Form(
                verb.words,
                verb.stance,
                participle,
                particle,
                verb.words in objects,
                verb.words in careful,
                verb.words in marked,
                code == "de" and word == verb.words.rpartition("|")[2],
            )
            found.setdefault(word, {})[form] = None
    return MappingProxyType({word: tuple(forms) for word, forms in found.items()})


def _german(verb: Verb) -> Iterator[tuple[str, bool, str]]:
    """The forms of a German verb: third person in present and past, participle; infinitive too, behind a modal."""
    particle, _, base = verb.words.rpartition("|")
    finite = [form for form in verb.forms if not _is_german_participle(form, base)]
    past = [form for form in verb.forms if _is_german_participle(form, base)]
    if not verb.forms:
        stem = re.sub(r"e?n\Z", "", base)
        e = "e" if stem[-1] in "td" or stem.endswith(("chn", "ffn", "gn")) else ""
        finite = [f"{stem}{e}t", f"{stem}{e}te", f"{stem}{e}ten"]
        past = [f"{stem}{e}t" if _FIXED.match(stem) or stem.endswith("ier") else f"ge{stem}{e}t"]
    elif not past:
        past = [form for form in verb.forms if form.endswith("en")][-1:]
    for form in finite:
        yield form, False, particle
        if particle:
            yield particle + form, False, ""
    yield base, False, particle
    yield particle + base, True, ""
    for form in past:
        yield particle + form, True, ""


def _is_german_participle(form: str, base: str) -> bool:
    return form.startswith("ge") and not base.startswith("ge") and form.endswith(("en", "t")) and len(form) > 5


def _french(verb: Verb) -> Iterator[tuple[str, bool, str]]:
    """The forms of a French verb: third person in present, imperfect and simple past, past participle. The present
    participle is none: "confirmant sa place, la firme …" attributes nothing."""
    base = verb.words.removeprefix("se ").removeprefix("s'")
    endings = ("u", "i", "is", "us", "it", "é", "rt")
    if verb.forms:
        for form in verb.forms:
            if form.endswith("ant"):
                continue
            past = form.endswith(endings) and form != verb.forms[0]
            yield form, past or (base == "dire" and form == "dit"), ""
            if past or form == "dit":
                yield from ((form + more, True, "") for more in ("e", "s", "es"))
            if not past:
                yield form, False, ""
        return
    stem = base.removesuffix("er")
    soft = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    yield from ((form, False, "") for form in (f"{stem}e", f"{stem}ent", f"{soft}ait", f"{soft}aient", f"{soft}a"))
    yield f"{stem}èrent", False, ""
    yield from ((form, True, "") for form in (f"{stem}é", f"{stem}ée", f"{stem}és", f"{stem}ées"))
