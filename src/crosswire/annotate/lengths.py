"""Lengths of time as figures, with what took that long: "closed for two days" is a closure."""

from __future__ import annotations

import re

from crosswire.annotate.place import NOUNS, Count, Place, counted_name, object_of, verb_above
from crosswire.lexicons.counted import Counted
from crosswire.lexicons.load import Lexicons

_DEADLINES = ("within", "in", "after", "before", "by", "until", "than")


def duration(place: Place, first: int, last: int, lexicons: Lexicons) -> Count | None:
    """ "three hours talking": hours, talking; "six years of war": years, war; "a three-hour visit": hours, visit."""
    units = lexicons.times.units
    match = re.match(r"(?:[-\s]+(?:plus|more|straight|consecutive|full))?[-\s]+([a-z]+)", place.text[last:], re.I)
    if not match:
        return None
    word = match[1].lower()
    name = word if word in units else word[:-1] if word.endswith("s") and word[:-1] in units else None
    end = last + match.end()
    if name is None:
        return None
    index = next((n for n in range(place.last, len(place.tokens)) if place.end(n) == end), None)
    what = _what_took(place, index, lexicons.counted) if index is not None else None
    return Count(first, end, f"{name}s" if name != "century" else "centuries", what)


def _what_took(place: Place, unit: int, counted: Counted) -> str | None:
    """What took the time, as a noun: "of" and its noun, the phrase that fills it, the noun it describes, the subject,
    or the noun of a verb ("closed for two days": closure).

    A verb without a noun of its own says nothing readable, and a deadline ("report within three months") nothing that
    lasted: None.
    """
    tokens = place.tokens
    if place.word(unit + 1) == "of" and (noun := object_of(tokens, unit + 1)) is not None:
        return counted_name(place, noun)
    if place.word(unit + 1) == "in" and (noun := object_of(tokens, unit + 1)) == unit + 2:
        return tokens[noun].lemma  # "20 years in prison"
    if unit + 1 < len(tokens) and tokens[unit + 1].tag == "VBG":
        return _phrase(place, unit + 1)
    head = tokens[unit].head
    if tokens[unit].dep in ("compound", "nmod", "amod", "nummod") and tokens[head].pos in NOUNS and head > unit:
        if place.word(head - 1) == "-" or place.word(head + 1) in (",", "-"):
            return None  # "a 90-minute, closed-door session"
        return counted_name(place, head)
    verb = verb_above(tokens, unit)
    if verb is None:
        return None
    if tokens[verb].lemma in ("last", "take", "run", "continue", "go", "drag"):
        subjects = (n for n, t in enumerate(tokens) if t.head == verb and t.dep == "nsubj" and t.pos in NOUNS)
        return next((counted_name(place, n) for n in subjects), None)
    if tokens[verb].lemma in ("spend", "be", "have"):
        if any(token.entity == "GPE" for token in tokens[unit + 1 : unit + 4]):
            return None  # "spent two decades in Ostra" says where, and not what
        return _phrase(place, unit + 1) if place.word(unit + 1) in ("at", "in", "with", "on") else None
    if place.word(place.first - 1) in _DEADLINES:
        return None
    return counted.lasting.get(tokens[verb].lemma)


def _phrase(place: Place, start: int) -> str:
    """The words from a token to the end of its phrase: at most six, stopping at a mark or "and"."""
    end = start
    while end + 1 < len(place.tokens) and end - start < 5:
        token = place.tokens[end + 1]
        if token.pos in ("PUNCT", "CCONJ", "SCONJ", "VERB", "AUX") or token.tag in ("WDT", "WP"):
            break
        end += 1
    while end > start and place.tokens[end].pos in ("ADP", "DET", "ADJ", "ADV", "NUM"):
        end -= 1
    return place.text[place.start(start) : place.end(end)]
