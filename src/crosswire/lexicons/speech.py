"""How one language reports what somebody said: verbs in all their forms, turns of phrase, names for who said it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Speech:
    """One language's words for reported speech; the fields are the tables of `speech_de.toml`.

    `forms`: by lower-case form, all that it may be. `capitals`: nouns begin with a capital.
    """

    code: str
    name: str
    capitals: bool
    verbs: tuple[Verb, ...]
    forms: Mapping[str, tuple[Form, ...]]
    auxiliaries: frozenset[str]
    modals: frozenset[str]
    conjunctions: frozenset[str]
    subordinators: frozenset[str]
    beside: frozenset[str]
    infinitive: frozenset[str]
    subjunctive: frozenset[str]
    conditional: frozenset[str]
    negations: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    linkers: frozenset[str]
    prepositions: frozenset[str]
    adverbs: frozenset[str]
    abbreviations: frozenset[str]
    months: frozenset[str]
    days: frozenset[str]
    asking: frozenset[str]
    pointing: frozenset[str]
    writer: frozenset[str]
    oblique: frozenset[str]
    address: frozenset[str]
    persons: frozenset[str]
    plain: frozenset[str]
    whether: frozenset[str]
    purpose: frozenset[str]
    leading: frozenset[str]
    joining: frozenset[str]
    thinking: frozenset[str]
    relative: frozenset[str]
    loose: frozenset[str]
    held: frozenset[str]
    anybody: frozenset[str]
    owning: frozenset[str]
    infinitives: tuple[str, ...]
    adjectives: tuple[str, ...]
    adverbial: tuple[str, ...]
    impersonal: tuple[str, str]
    elided: tuple[str, ...]
    citing: frozenset[str]
    before: tuple[tuple[str, ...], ...]
    after: frozenset[str]
    tags: frozenset[str]
    official: frozenset[str]
    anonymous: frozenset[str]
    document: frozenset[str]
    hidden: tuple[str, ...]

    def inverted(self, word: str) -> tuple[str, str] | None:
        """The verb and the pronoun of a word that holds both ("dit-il", "affirme-t-elle"); None otherwise."""
        match = None if self.capitals else _INVERTED.match(word)
        return (match["verb"], match["who"]) if match else None


def speech(data: Mapping[str, Any]) -> Speech:
    """The speech words of a parsed `speech_*.toml`."""
    language, lists, phrases, speakers = data["language"], data["lists"], data["phrases"], data["speakers"]
    verbs = tuple(_verbs(data["verbs"]))
    sets = {
        name: frozenset(lists[name])
        for name in (
            "auxiliaries", "modals", "conjunctions", "subordinators", "beside", "infinitive", "subjunctive",
            "conditional", "negations", "determiners", "pronouns", "linkers", "prepositions", "adverbs",
            "abbreviations", "months", "days", "asking", "pointing", "writer", "oblique", "address", "persons",
            "plain", "whether", "purpose", "leading", "joining", "thinking", "relative", "loose", "held", "anybody",
            "owning", "citing",
        )
    }  # fmt: skip
    return Speech(
        code=language["code"],
        name=language["name"],
        capitals=language["capitals"],
        verbs=verbs,
        forms=_forms(verbs, language["code"], lists),
        before=tuple(sorted((tuple(words.split()) for words in phrases["before"]), key=lambda w: (-len(w), w))),
        after=frozenset(phrases["after"]),
        tags=frozenset(phrases["tags"]),
        official=frozenset(speakers["official"]),
        anonymous=frozenset(speakers["anonymous"]),
        document=frozenset(speakers["document"]),
        hidden=tuple(speakers["hidden"]),
        infinitives=tuple(lists["infinitives"]),
        adjectives=tuple(lists["adjectives"]),
        adverbial=tuple(lists["adverbial"]),
        elided=tuple(lists["elided"]),
        impersonal=(lists["impersonal"][0], lists["impersonal"][1]),
        **sets,
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
