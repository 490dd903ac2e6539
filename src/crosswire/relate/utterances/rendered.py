"""The words of quotations, brought into a form in which thousands of them can be compared."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.renderings import RenderingWords
from crosswire.model.annotation import Quotation, SpeakerClass
from crosswire.model.relation import Actor, ActorKind

WORD = re.compile(r"\w+(?:[’'-]\w+)*")
STEM = 6  # letters of a word that are compared: "warned" and "warning" meet, "report" and "reporter" too
RUN = 5  # words in a row, heavy ones among them, that nobody says twice by chance
FEW = 4  # words: a shorter content without marks ("the charges") says too little to be the same act of speech
BREAK = ""  # between two parts: no run of words goes over it
MOSTLY = 0.7  # of its uses a word has a capital inside a sentence: it names somebody or something

NO_OFFICES = frozenset({"private", "sport", "military"})  # "passenger", "captain": what a report may be about
VAGUE = (ActorKind.UNNAMED, ActorKind.GROUP)


@dataclass(frozen=True, slots=True)
class Rendered:
    """The words of one or more quotations with equal words and speaker: all words, and those of weight.

    `described` is the name of a speaker whom a report only describes ("an aide") and who may be anybody, "" for one
    who is named. `said` are the words between marks, a BREAK behind each part; `alone` keeps a quotation that says too
    little apart from all with the same words.
    """

    speaker: str | None
    described: str
    words: tuple[str, ...]
    heavy: frozenset[str]
    said: tuple[str, ...]
    alone: str = ""

    @property
    def marked(self) -> bool:
        """True when words stand between quotation marks."""
        return bool(self.said)

    @property
    def parts(self) -> tuple[tuple[str, ...], ...]:
        """The words of each part between marks."""
        ends = [n for n, word in enumerate(self.said) if word == BREAK]
        starts = [0, *(end + 1 for end in ends)]
        return tuple(self.said[start:end] for start, end in zip(starts, ends, strict=False))

    def runs(self, words: RenderingWords) -> frozenset[tuple[str, ...]]:
        """Every RUN words in a row between marks that hold two of weight."""
        found = (self.said[n : n + RUN] for n in range(len(self.said) - RUN + 1))
        return frozenset(run for run in found if BREAK not in run and sum(not words.is_small(w) for w in run) > 1)


def rendered(
    quotations: Sequence[Quotation], actors: Iterable[Actor], lexicon: RenderingWords
) -> dict[Rendered, list[int]]:
    """The quotations' numbers by their words and speaker; few words without marks also by source and cue."""
    vague = {actor.id: " ".join(_words([actor.name])) for actor in actors if actor.kind in VAGUE}
    groups: dict[Rendered, list[int]] = defaultdict(list)
    for n, quotation in enumerate(quotations):
        words = _words(part.words for part in quotation.content)
        speaker = speaker_of(quotation)
        described = vague.get(speaker or "", "")
        said = tuple(word for part in quotation.verbatim for word in (*_words([part.words]), BREAK))
        alone = _around(quotation) if len(words) < FEW and not said else ""
        found = Rendered(speaker, described, words, _heavy(words, lexicon), said, alone)
        groups[found].append(n)
    return groups


def _around(quotation: Quotation) -> str:
    """What holds contents of few words together: the same source and cue, "the harbour denied | the charge"."""
    if quotation.cue is None or quotation.source is None:
        return quotation.id
    return " ".join(_words([quotation.source.words, quotation.cue.words]))


def speaker_of(quotation: Quotation) -> str | None:
    """Who speaks; nobody for a document whose own words are quoted: they may be anybody's who signed it.

    "The memo reads: “…”" and "“…,” wrote Marn" can be one utterance.
    """
    document = quotation.speaker_class is SpeakerClass.DOCUMENT and quotation.verbatim
    return None if document else quotation.speaker


def naming(quotations: Sequence[Quotation], lexicons: Lexicons, actors: Iterable[Actor] = ()) -> frozenset[str]:
    """The stems that stand with a capital inside a sentence, most of the times they are used, those of offices, and
    those of the roles of the story's persons.

    That two quotations name the same persons says little: everybody in the story speaks of them.
    """
    used: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for quotation in quotations:
        for part in quotation.content:
            for m in WORD.finditer(part.words):
                if m.start() and part.words[: m.start()].rstrip(" \"'“”‘’")[-1:] not in (".", "!", "?", ""):
                    stem = plain(m[0])[:STEM]
                    used[stem] += 1
                    capital[stem] += m[0][0].isupper() or bool(lexicons.titles.offices(plain(m[0])) - NO_OFFICES)
    roles = (role for actor in actors if actor.kind is ActorKind.PERSON for role in actor.roles)
    named = _heavy(_words(roles), lexicons.renderings)
    return frozenset(stem for stem, count in used.items() if capital[stem] >= MOSTLY * count) | named


def plain(word: str) -> str:
    """The word as it is compared: lower case, without possessive."""
    return word.casefold().replace("’", "'").removesuffix("'s")


def _words(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(plain(m[0]) for text in texts for m in WORD.finditer(text))


def _heavy(words: Iterable[str], lexicon: RenderingWords) -> frozenset[str]:
    return frozenset(word[:STEM] for word in words if not lexicon.is_small(word))
