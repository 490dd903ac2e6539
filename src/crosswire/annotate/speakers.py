"""How well a source's own words make the speaker known."""

from __future__ import annotations

import re

from crosswire.annotate.grammar import Grammar
from crosswire.lexicons.speakers import Speakers
from crosswire.lexicons.titles import Titles
from crosswire.model.annotation import SpeakerClass
from crosswire.model.passage import Passage

# A name after a title that the parser took for a noun: "Sgt. Ola Brandt".
TITLED = re.compile(r"\b(?:[A-Z][a-z]+\.|[A-Z][a-z]+ (?:Sgt|Lt|Capt|Col|Gen|Rep|Sen|Gov)\.?) [A-Z]\w+(?: [A-Z]\w+)*\Z")
# A name that ends a description, after a comma and perhaps an age: "one of the divers, 24-year-old Ola Brandt".
NAME_LAST = re.compile(r", (?:\d+-year-old |the )?[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*)+\Z")
# Words at the start of a description among which the noun for its person stands: "a senior harbour official".
FIRST = 4
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC"})


def speaker_class(
    source: Passage | None, g: Grammar, speakers: Speakers, titles: Titles, sentence: str
) -> SpeakerClass:
    """The class of the speaker by the source's words: its head decides, not a name that stands in it.

    "Foreign Minister Ada Lund" is named, "the Foreign Minister" and "a spokesman for Ada Lund" official, "an official
    who asked not to be named" anonymous, "the letter" a document; "she" is unknown here, `relate` finds who she is.
    """
    if source is None:
        return SpeakerClass.UNKNOWN
    inside = [n for n, t in enumerate(g.tokens) if source.start <= t.start < source.end]
    tops = [n for n in inside if g.tokens[n].head not in inside or g.tokens[n].head == n]
    if not tops:
        return SpeakerClass.UNKNOWN
    head = g.tokens[tops[-1]]
    word, words = g.words[tops[-1]], source.words.lower()
    if head.pos == "PRON":
        return SpeakerClass.UNKNOWN if word in speakers.pronouns else SpeakerClass.ANONYMOUS
    if NAME_LAST.search(source.words) and any(_somebody(w, speakers, titles) for w in words.split()[:FIRST]):
        return SpeakerClass.NAMED
    if source.words[:4].lower() in ("the ", "the\u00a0") and titles.offices(re.split(r" and |, ", source.words)[0]):
        return SpeakerClass.ANONYMOUS if any(m in sentence for m in speakers.markers) else SpeakerClass.OFFICIAL
    if head.pos == "PROPN" or TITLED.search(source.words) or (head.entity in NAMES and source.words[:1].isupper()):
        return SpeakerClass.NAMED
    if any(marker in words for marker in speakers.markers):
        return SpeakerClass.ANONYMOUS
    crowd = word in speakers.group or word in speakers.anonymous
    if word in speakers.official or (not crowd and (head.lemma in speakers.official or head.lemma in titles.heads)):
        hidden = any(marker in sentence for marker in speakers.markers)
        return SpeakerClass.ANONYMOUS if hidden else SpeakerClass.OFFICIAL
    if word in speakers.document or head.lemma in speakers.document or word in speakers.media:
        return SpeakerClass.DOCUMENT
    if head.pos in ("VERB", "AUX", "ADP", "X") and source.words[:1].isupper():
        return SpeakerClass.NAMED  # a name that the parser took for a verb
    if any(g.tokens[n].dep == "appos" and g.tokens[n].pos == "PROPN" for n in inside):
        return SpeakerClass.NAMED
    return SpeakerClass.ANONYMOUS


def _somebody(word: str, speakers: Speakers, titles: Titles) -> bool:
    """True for a noun of people, which a name may follow: "spokeswoman", "one"; "statement" is none."""
    people = word in speakers.official or word in speakers.anonymous or word in speakers.group
    return people or f"{word}s" in speakers.official or bool(titles.offices(word))
