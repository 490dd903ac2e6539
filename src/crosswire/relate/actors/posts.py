"""Which offices persons hold by what a sentence says of them: "was sworn in as president", "who became mayor"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from crosswire.lexicons.titles import Titles
from crosswire.model.annotation import Annotation, Mention, MentionKind, Token
from crosswire.relate.actors.heads import head_of

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
BESIDE = frozenset(("attr", "oprd", "dobj"))  # how an office hangs on "became", "was named", "was inaugurated"
HELD_NOW = frozenset(("VBZ", "VBP"))  # "is the mayor"; not "was the mayor"


def posts_of(annotation: Annotation, titles: Titles) -> Iterator[tuple[Mention, Mention]]:
    """Each person of a report with the description of the office that a sentence gives them.

    Not what is only wished or denied: "she would be a good mayor", "he is no minister"; nor a trade: "is a farmer".
    """
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for mention in annotation.mentions:
        by_sentence[mention.sentence].append(mention)
    for number, mentions in by_sentence.items():
        sentence = annotation.sentences[number]
        persons = {head_of(m.passage, sentence): m for m in mentions if m.kind is MentionKind.PERSON}
        for mention in mentions if persons else ():
            if mention.kind is not MentionKind.ROLE or not _is_office(mention.name, titles):
                continue
            holder = _holder(sentence.tokens, head_of(mention.passage, sentence), titles)
            if holder in persons:
                yield persons[holder], mention


def _is_office(words: str, titles: Titles) -> bool:
    """True for an office that one can be given, not for a trade or a part in an event."""
    offices = titles.offices(words.split(" of ")[0]) or titles.offices(words)
    return bool(offices) and not offices & titles.unofficial


def _holder(tokens: Sequence[Token], n: int, titles: Titles) -> int | None:
    """The token of whoever is given the office of token `n`: `Marn` in "Marn, who became mayor of Tarn"."""
    if tokens[n].dep == "appos":
        return tokens[n].head
    verb = _verb(tokens, n, titles)
    if verb is None or not _holds(tokens, verb):
        return None
    subject = next((k for k, t in enumerate(tokens) if t.head == verb and t.dep in SUBJECTS), None)
    if tokens[verb].dep == "relcl" and (subject is None or tokens[subject].tag in ("WP", "WDT")):
        return tokens[verb].head
    return subject


def _verb(tokens: Sequence[Token], n: int, titles: Titles) -> int | None:
    """The verb that gives the office: `sworn` over "as", `became`, `named`; None where there is none."""
    up = tokens[n].head
    if tokens[n].dep == "pobj" and tokens[up].lemma == "as" and tokens[tokens[up].head].lemma in titles.given:
        return tokens[up].head
    return up if tokens[n].dep in BESIDE and tokens[up].lemma in titles.given else None


def _holds(tokens: Sequence[Token], verb: int) -> bool:
    """False under "would", "not" and "if", and for what was."""
    own = [t for t in tokens if t.head == verb]
    if any(t.tag == "MD" or t.dep in ("neg", "mark") for t in own):
        return False
    return tokens[verb].lemma != "be" or tokens[verb].tag in HELD_NOW
