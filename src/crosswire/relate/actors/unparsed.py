"""Whom a source stands for in a report whose sentences have no grammar: German and French, read by rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosswire.lexicons.speech import Speech
from crosswire.model.annotation import MentionKind, Quotation, Sentence, SpeakerClass
from crosswire.model.passage import Passage
from crosswire.model.relation import ActorKind
from crosswire.relate.actors.candidates import Candidate, Cast
from crosswire.relate.actors.names import normal
from crosswire.relate.actors.pronouns import gender_of
from crosswire.relate.actors.reading import Read, Reading

NEAR = 3  # sentences back: "er" and "der Forscher" stand for whoever was named or spoke within them
GENDERS = {"er": "male", "sie": "female", "il": "male", "elle": "female"}
# Articles that tell one man or one woman: "der Forscher". "Die Forscher" are several, "die Forscherin" is one.
ARTICLES = {"der": "male", "die": "female", "le": "male", "la": "female"}
GENITIVE = frozenset(("des", "eines"))
# How nouns end that stand for one person, in German and French.
PERSON = ("er", "in", "ist", "or", "ent", "ant", "mann", "frau", "oge", "anwalt", "rat", "chef", "eur", "eure", "rice")
NEUTER = ("amt", "gericht", "ium", "institut", "haus", "werk", "ärzte")


class Unparsed:
    """The speakers of one report that has no parse."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self._reading, self._cast = reading, cast
        language = (reading.report.language or "").partition("-")[0]
        self._speech: Speech | None = cast.lexicons.speech.get(language)

    def has(self, sentence: Sentence) -> bool:
        """True for a sentence without grammar, in a language whose words for who speaks are known."""
        return self._speech is not None and not any(token.tag for token in sentence.tokens)

    def speaker(self, quotation: Quotation, before: Sequence[Quotation]) -> tuple[str | None, str | None]:
        """The key of who says it, or why that can't be told. `before`: the quotations so far, with their speakers."""
        source = quotation.source
        assert source is not None
        named = self._named(source)
        if named:
            return named.key, named.why_not
        words = [word.strip(",;:()") for word in source.words.split()]
        if len(words) == 1 and words[0].lower() in GENDERS:
            return self._pronoun(quotation, GENDERS[words[0].lower()], before)
        if len(words) == 1 and self._speech and words[0].lower() in self._speech.pronouns:
            return None, f"it is not told whom “{source.words}” stands for"
        again = self._again(source, words, before)
        return (again or self._described(source, words, quotation.speaker_class)), None

    def _named(self, source: Passage) -> Read | None:
        """The person whom the source names, or else the body."""
        inside = [r for r in self._reading.reads if source.start <= r.mention.passage.start < source.end]
        known = [r for r in inside if r.key or r.why_not]
        return next((r for r in known if r.mention.kind is MentionKind.PERSON), next(iter(known), None))

    def _pronoun(self, quotation: Quotation, gender: str, before: Sequence[Quotation]) -> tuple[str | None, str | None]:
        """The one person whom the latest sentence names; one whose gender nothing tells only in the same sentence."""
        source = quotation.source
        assert source is not None
        plural = gender == "female" and quotation.cue and quotation.cue.words.endswith("en")  # "sagten sie"
        told = [(r.mention.passage.start, r.key) for r in self._reading.reads if r.key and r.acts]
        back, found = self._latest(source, gender, [*told, *_spoken(before)])
        sure = len(found) == 1 and (back == 0 or gender_of(self._cast.candidates[found[0]], self._cast) == gender)
        if sure and not plural:
            return found[0], None
        return None, f"it is not clear whom “{source.words}” stands for"

    def _again(self, source: Passage, words: Sequence[str], before: Sequence[Quotation]) -> str | None:
        """Who spoke right before, for "der Forscher" or "die Forscherin"."""
        if len(words) != 2 or words[0].lower() not in ARTICLES or not words[1].lower().endswith(PERSON):
            return None
        feminine = words[1].lower().endswith(("in", "frau", "rice"))
        if (words[0].lower() == "die") is not feminine:
            return None  # "die Forscher" are several
        _, found = self._latest(source, ARTICLES[words[0].lower()], _spoken(before[-1:]))
        return found[0] if len(found) == 1 else None

    def _latest(self, source: Passage, gender: str, told: Iterable[tuple[int, str]]) -> tuple[int, list[str]]:
        """The persons who may be meant in the latest of the sentences near, and how many sentences back that is."""
        here = self._reading.sentence_at(source.start) or 0
        near: dict[int, set[str]] = {}
        for start, key in told:
            number = self._reading.sentence_at(start)
            if number is not None and start < source.start and here - number <= NEAR and self._fits(key, gender):
                near.setdefault(number, set()).add(key)
        return (here - max(near), sorted(near[max(near)])) if near else (0, [])

    def _fits(self, key: str, gender: str) -> bool:
        candidate = self._cast.candidates[key]
        return candidate.kind is ActorKind.PERSON and gender_of(candidate, self._cast) in (None, gender)

    def _described(self, source: Passage, words: Sequence[str], known: SpeakerClass) -> str:
        """An actor known by the source's own words: a body is one in a story, other people one in a report."""
        name = self._plain(words)
        noun = next((word for word in name.split() if word[:1].isupper()), name.split()[-1]).lower()
        several = self._several(words, noun)
        one = noun.endswith(PERSON) and not noun.endswith(NEUTER)
        if known is SpeakerClass.OFFICIAL and not one and not several:
            candidate = self._cast.add(f"body:{normal(name)}", ActorKind.ORGANISATION, name)
        else:
            kind = ActorKind.GROUP if several else ActorKind.UNNAMED
            candidate = self._cast.add(f"unnamed:{source.report}:{normal(name)}", kind, name)
        candidate.official = known is SpeakerClass.OFFICIAL
        candidate.thing = known is SpeakerClass.DOCUMENT
        self._mentioned(candidate, source)
        return candidate.key

    def _mentioned(self, candidate: Candidate, source: Passage) -> None:
        if source not in candidate.mentions:
            candidate.mentions.append(source)

    def _several(self, words: Sequence[str], noun: str) -> bool:
        """True for people without an article, or in the plural by it: "Anwohner", "die Forscher", "les habitants"."""
        first = words[0].lower()
        if first in ("les", "des", "plusieurs") and self._speech and not self._speech.capitals:
            return True
        people = noun.endswith((*PERSON, "leute", "ende", "glieder", "innen")) and not noun.endswith(("in", "frau"))
        return people and (first == noun or first in ("die", "viele", "mehrere", "einige"))

    def _plain(self, words: Sequence[str]) -> str:
        """The words without article, as they stand by themselves: "des Amtes" is "Amt", "der örtlichen Wehr" "örtliche
        Wehr"."""
        speech = self._speech
        first, rest = words[0].lower(), list(words[1:])
        if speech is None or not rest or first not in speech.determiners or first == "laut":
            return " ".join(words)
        if not speech.capitals:
            return " ".join(rest)
        noun = next((n for n, word in enumerate(rest) if word[:1].isupper() and not _adjective(rest, n)), 0)
        if first in GENITIVE:
            rest[noun] = _without_s(rest[noun])
        ending = {"der": "e", "die": "e", "das": "es"}.get(first) or (
            "es" if rest[noun].lower().endswith(NEUTER) else "er"
        )
        rest[:noun] = [word[:-2] + ending if word.endswith("en") else word for word in rest[:noun]]
        return " ".join(rest)


def _spoken(before: Iterable[Quotation]) -> list[tuple[int, str]]:
    """Where each of the quotations so far ends, or its source stands, with who speaks."""
    return [(max(q.source.start, q.content[-1].start), q.speaker) for q in before if q.source and q.speaker]


def _adjective(words: Sequence[str], n: int) -> bool:
    """True for a capital that is a name's adjective: `Statistischen` in "des Statistischen Landesamtes"."""
    return words[n].endswith(("schen", "sche", "scher")) and n + 1 < len(words) and words[n + 1][:1].isupper()


def _without_s(noun: str) -> str:
    long = noun.endswith(("mtes", "ates", "chtes", "ndes", "ises", "rtes"))
    return noun.removesuffix("es") if long else noun.removesuffix("s")
