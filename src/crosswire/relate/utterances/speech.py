"""Which attributions are speech, thought or writing, and which are deeds, states and captions taken for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from crosswire.lexicons.stances import Stances
from crosswire.model.annotation import Annotation, Quotation, Sentence, SpeakerClass, Stance, Token
from crosswire.model.passage import Passage
from crosswire.model.relation import Actor, ActorKind
from crosswire.model.token_tree import FINITE

VERBS = frozenset({"VERB", "AUX"})
# Of one word without marks, these say nothing: "police said that", "what is believed".
EMPTY = frozenset({"DET", "PRON", "SCONJ", "ADP", "PUNCT"})
EMPTY_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
# Before "have said": it was not.
UNREAL = frozenset({"should", "would", "could", "might"})
# A line in capitals is a caption or a heading: "WARNING GRAPHIC VIDEO". So many letters in words of several, because
# "FBI" and "the TBI" are bodies.
CAPITALS = 12
# Actors who were taken up for what they say alone.
BY_SPEECH = frozenset({ActorKind.UNNAMED, ActorKind.GROUP})


def spoken_only(
    quotations: Iterable[Quotation], annotations: Sequence[Annotation], *, stances: Stances
) -> tuple[Quotation, ...]:
    """The quotations that tell what somebody said, wrote, thought or asked; what stands between marks always does.

    Left out is what nobody utters: "the deal is expected to create jobs", "agents are continuing to interview
    witnesses", "he was charged with theft", "divers found the wreck", a caption, "police said that", "it should have
    said that she left". Kept is who says nothing: "the mayor did not respond to questions".
    """
    speech = _Speech(annotations, stances)
    return tuple(quotation for quotation in quotations if speech.uttered(quotation))


def without_the_silent(
    actors: Iterable[Actor], before: Iterable[Quotation], kept: Iterable[Quotation]
) -> tuple[Actor, ...]:
    """The actors without those who have no name and were there only for what turned out to be no speech."""
    speaking = {quotation.speaker for quotation in kept}
    gone = {quotation.speaker for quotation in before} - speaking
    return tuple(actor for actor in actors if not (actor.kind in BY_SPEECH and actor.id in gone))


class _Speech:
    """The story's sentences, and the words that are known to be cues."""

    def __init__(self, annotations: Sequence[Annotation], stances: Stances) -> None:
        self._stances = stances
        self._sentences: Mapping[str, tuple[Sentence, ...]] = {a.report: a.sentences for a in annotations}

    def uttered(self, quotation: Quotation) -> bool:
        """True for speech, thought and writing."""
        if any(_shouted(part.words) for part in (*quotation.content, *filter(None, [quotation.source]))):
            return False
        if quotation.verbatim:
            return True
        content = [token for part in quotation.content for token in self._tokens(part)]
        cue = list(self._tokens(quotation.cue)) if quotation.cue else []
        if _unreal(cue):
            return False
        if not content or all(token.pos in EMPTY or token.tag in EMPTY_TAGS for token in content):
            return not content
        tells = any(token.tag in FINITE for token in content)
        if quotation.source is None and not tells:
            return False
        if any(token.lemma in self._stances.deeds for token in cue) and not tells:
            return False
        if quotation.stance is Stance.ACCUSES and _passive(quotation, cue):
            return False
        document = quotation.speaker_class is SpeakerClass.DOCUMENT
        clause = quotation.speaker is not None and content[0].lemma in ("that", "whether")
        if tells and (document or clause):
            return True
        return quotation.stance is not Stance.REPORTS or self._known(cue)

    def _known(self, cue: Sequence[Token]) -> bool:
        """True where the last verb, a noun or an adjective is known as a cue, or the words are a turn of phrase.

        "Declined to say"; but "are continuing to interview" and "hired guards to watch" are deeds.
        """
        lexicon = self._stances
        lemmas = [token.lemma.casefold() for token in cue]
        verbs = [token for token in cue if token.pos in VERBS]
        names = [token.lemma for token in cue if token.pos not in VERBS]
        if verbs and lexicon.verb(verbs[-1].lemma, verbs[-1].lemma):
            return True
        if any(lemma in lexicon.nouns or lemma in lexicon.adjectives for lemma in names):
            return True
        return any(_in_order(rest, lemmas) for first in lemmas for rest, _ in lexicon.idioms.get(first, ()))

    def _tokens(self, passage: Passage) -> Iterator[Token]:
        for sentence in self._sentences.get(passage.report, ()):
            if sentence.end > passage.start and sentence.start < passage.end:
                yield from (t for t in sentence.tokens if passage.start <= t.start < passage.end)


def _passive(quotation: Quotation, cue: Sequence[Token]) -> bool:
    """True where the cue is told of its source: "Marn was charged with theft"; not "charged by a jury"."""
    before = quotation.source is not None and bool(cue) and quotation.source.end <= cue[0].start
    verbs = [token for token in cue if token.pos in VERBS]
    return before and len(verbs) > 1 and verbs[-1].tag == "VBN" and verbs[-2].lemma == "be"


def _unreal(cue: Sequence[Token]) -> bool:
    """True for "should have said", "could have warned": nobody did."""
    return any(one.tag == "MD" and one.lemma.casefold() in UNREAL and two.lemma == "have" for one, two in pairwise(cue))


def _in_order(words: Sequence[str], lemmas: Sequence[str]) -> bool:
    """True where the words stand among the lemmas in their order."""
    rest = iter(lemmas)
    return all(word in rest for word in words)


def _shouted(words: str) -> bool:
    """True for a line, or most of one, in capitals."""
    capitals = [word for word in words.split() if len(word) > 1 and word.isupper()]
    letters = sum(map(len, capitals))
    return len(capitals) > 2 and letters >= CAPITALS and 2 * letters >= sum(map(len, words.split()))
