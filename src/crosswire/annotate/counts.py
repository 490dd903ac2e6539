"""What a number counts: the people with what happened to them, the measure, the thing; or None for no count."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

from crosswire.annotate.befell import outcome_of
from crosswire.annotate.lengths import duration
from crosswire.annotate.numbers import alternatives
from crosswire.annotate.place import NOUNS, Count, Place, counted_name, object_of, verb_above
from crosswire.lexicons.counted import Counted, Outcome
from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Sentence
from crosswire.model.token_tree import TokenTree

_PHONE = re.compile(r"\d[-.\d]*-\d{3,4}\b")
# A number above this, in years, is nobody's age; and what may follow an age.
_OLDEST = 115
# Before "two powers": nobody counts them, who they are is known.
KNOWN = frozenset({"the", "'s", "’s", "its", "their", "our", "his", "her"})
_AFTER_AGE = frozenset([",", ".", ";", ")", "and", "—", "–", "-"])
# "aged 24", "at the age of 24", "ages 20 and 22", "ages 3 to 14".
_AGES = re.compile(r"\b(?:aged?|ages|age\s+of)\s+(?:\d+(?:,\s*|\s+(?:and|to|or)\s+|,\s*and\s+))*$", re.IGNORECASE)
# Behind a word, what makes a length a place in time and no figure: "several months after her release", "a day ago".
_PLACED = re.compile(r"[-\s]+([a-z]+?)s?\s+(?:after|before|earlier|later|ago|from\s+now|since)\b", re.IGNORECASE)
# "by 80-19", "a 5-4 ruling": two numbers that are a result. Only votes are counts.
_RESULT = re.compile(r"[-–]\d+\b(?!\s+votes?\b)")
# What makes a count one of a year and not of an event: "600 people have been shot this year", "died in 2015".
_OF_YEAR = re.compile(
    r"\b((?:so far )?this year|last year|(?:each|every|a|per) year|annually|(?:so far )?in (?:19|20)\d\d)\b(?!['’]s)",
    re.I,
)
# "$71 a barrel", "barrels per day": for each of what a number is told.
_RATE = re.compile(
    r"\s+(?:an?|per|each|every)\s+(barrel|day|week|month|year|hour|minute|second|night|person|head|household|tonne|ton|"
    r"litre|liter|gallon|kilo|kilogram|pound|ounce|share|ticket|square\s+(?:metre|meter|foot|mile|kilometre))\b",
    re.IGNORECASE,
)
# "12 feet high": which side of a thing is measured.
_SIDE = re.compile(r"\s+(high|tall|deep|wide|long|thick|away)\b", re.IGNORECASE)
_SIDES = {
    "high": "height",
    "tall": "height",
    "deep": "depth",
    "wide": "width",
    "long": "length",
    "thick": "thickness",
    "away": "distance",
}
# Units that are printed without a space: "90km".
_GLUED_UNITS = ("km", "kg", "mph", "kph", "km/h")
_GLUED_UNIT = re.compile(rf"(?:{'|'.join(map(re.escape, _GLUED_UNITS))})\b", re.IGNORECASE)
# What a text that was taken apart and put together again has before half of a number: "10: 30", "a. 38 revolver",
# "62. 4 percent", "31 / 2"; and a name that it belongs to: "FAR-SEA 4", "AK-47". Behind it: "30 p. m.", "$103. 1".
_TORN = re.compile(
    r"(?:\d[:.]\s|\d\s?/\s|(?<![\w.])(?!(?:no|nos|approx|ca|est|vs)\.)[a-z]+\.\s|\b[A-Z]+(?:-[A-Z]+)+\s|[A-Za-z]-)$"
)
_HALVED = re.compile(r"\s?[ap]\.\s?m\b|(?<=\d):\s\d\d\b|(?<=\d)(?:\.|\s?/)\s\d", re.IGNORECASE)
# Characters before a number in which such a thing may stand.
_JUST_BEFORE = 40
# How far behind a number its year stands, in signs. "Nine were charged with what they did in the harbour in 2016".
_NEAR_YEAR = 60
# "six of them badly": what stands for those counted before.
_THEM = ("them", "whom", "these", "those")
# "the number of dead rose to 14", "was put at 14": what it reached, behind these words.
_TALLIES = ("number", "count", "total")
_REACHED = ("to", "at")


def count_at(
    text: str, sentence: Sentence, tree: TokenTree, first: int, last: int, sign: str | None, lexicons: Lexicons
) -> Count | None:
    """What the number at `first:last` of the sentence counts; None where it is a name, an address, an ordinal."""
    inside = [
        n for n, t in enumerate(sentence.tokens) if t.start - sentence.start < last and first < t.end - sentence.start
    ]
    if not inside:
        return None
    place = Place(text, sentence.start, sentence.tokens, inside[0], inside[-1], tree)
    if _TORN.search(text[max(0, first - _JUST_BEFORE) : first]) or _HALVED.match(text, last):
        return None
    if sign:
        return _money(place, first, last, lexicons.counted.currency_signs[_sign(sign, lexicons.counted)])
    if _is_name(place, first, last, lexicons.counted, lexicons.times.units):
        return None
    return (
        _age(place, first, last)
        or duration(place, first, last, lexicons)
        or _measure(place, first, last, lexicons)
        or _thing(place, first, last, lexicons)
    )


def _sign(sign: str, counted: Counted) -> str:
    """The sign as the lexicon spells it."""
    return next(known for known in counted.currency_signs if known.lower() == sign.lower())


def _money(place: Place, first: int, last: int, code: str) -> Count:
    """ "$5 million fine": USD, fine; "$71 a barrel": USD per barrel."""
    if rate := _RATE.match(place.text[last:]):
        return Count(first, last + rate.end(), f"{code} per {rate[1].lower()}", None)
    head = _head(place)
    noun = head if head is not None and place.tokens[head].pos in NOUNS and place.start(head) >= last else None
    near = noun is not None and noun - place.last <= 2
    return Count(first, last, code, place.tokens[noun].lemma if noun is not None and near else None)


def _is_name(place: Place, first: int, last: int, counted: Counted, units: Container[str]) -> bool:
    """True for "Flight 800", "4800 block", "555-0142", ".40-caliber", "1." of a list, "one of them"."""
    before, after = place.word(place.first - 1), place.word(place.last + 1)
    if after == "-" and place.start(place.last + 1) == last:
        after = place.word(place.last + 2)  # "a 12-gauge shotgun"
    words = place.text[first:last]
    glued = re.match(r"[:/]\d|(?:st|nd|rd|th)\b|[a-z]", place.text[last:], re.I)
    if re.search(r"[#.:/A-Za-z]$", place.text[:first][-1:]) or (glued and not _GLUED_UNIT.match(place.text[last:])):
        return True
    if before.rstrip(".") in counted.name_before or after.rstrip(".") in counted.name_after or words in ("911", "9/11"):
        return True
    if before == "." and place.word(place.first - 2) in ("no", "nos"):
        return True  # "the No. 2 official"
    if _is_age_of_name(place) or (before == "of" and place.word(place.first - 2) == "group"):
        return True  # "the Group of 20 meeting"
    placed = _PLACED.match(place.text[last:])
    if _RESULT.match(place.text[last:]) or (placed and placed[1].lower() in units):
        return True
    if (
        before == "-" and not re.match(r"\s+votes?\b", place.text[last:]) and place.text[:first].endswith("-")
    ) or _PHONE.match(place.text[first:]):
        return True
    if re.fullmatch(r"\d{1,2}", words) and first == 0 and place.text[last : last + 1] in ".)":
        return True
    if words.lower() == "one":
        return _is_pronoun(place)
    return place.tokens[place.first].entity in ("ORG", "PERSON", "FAC", "PRODUCT", "LAW", "GPE", "WORK_OF_ART")


def _is_age_of_name(place: Place) -> bool:
    """True for the number of "Smith, 24, died", "the victim, 24," and "Anna (14)": beside a name or a person."""
    first = place.first
    words = place.text[place.start(first) : place.end(place.last)]
    if first < 2 or not words.isdecimal() or int(words) > _OLDEST:
        return False
    before, after = place.word(first - 1), place.word(place.last + 1) or "."
    if before == "and" and first > 2 and place.word(first - 2).isdigit() and place.word(first - 3) == ",":
        return True  # "two men, 19 and 20, were shot"
    if before == "both":
        return place.word(first - 2) == ","
    marked = (before == "," and after in _AFTER_AGE) or (before == "(" and after in _AFTER_AGE)
    name = place.tokens[first - 2]
    return marked and (name.pos in NOUNS or name.entity == "PERSON" or name.pos == "NUM")


def _is_pronoun(place: Place) -> bool:
    """True for "one of them", "no one", "another one", "the one who", "one another", "one day"."""
    token = place.tokens[place.first]
    before, after = place.word(place.first - 1), place.word(place.last + 1)
    if before in ("no", "any", "every", "each", "another", "this", "that", "the", "some", "which", "only"):
        return True
    return token.dep not in ("nummod", "nsubj", "nsubjpass", "dobj") or after in ("another", "'s", "’s", "-")


def _head(place: Place) -> int | None:
    """The noun that the number modifies; the number's own index when it stands for the noun ("killed two")."""
    index = place.last
    for n in range(place.first, place.last + 1):
        head = place.tokens[n].head
        if not place.first <= head <= place.last and place.tokens[n].dep in ("nummod", "quantmod", "compound", "amod"):
            index = head
            break
    else:
        roots = [n for n in range(place.first, place.last + 1) if not place.first <= place.tokens[n].head <= place.last]
        return roots[0] if roots else None
    tokens = place.tokens
    if (
        place.text[place.end(place.last) :][:1] == "-"
        and place.last + 2 < index
        and tokens[place.last + 2].pos in NOUNS
    ):
        return place.last + 2  # "a 50-employee company"
    if place.word(index) == "co" and place.word(index + 1) == "-" and index + 2 < len(tokens):
        return index + 2  # "two co-workers"
    return index


def _age(place: Place, first: int, last: int) -> Count | None:
    """ "24-year-old man", "47 years old", "aged 24". An age beside a name ("Smith, 24,") is no figure."""
    rest = place.text[last:]
    if match := re.match(r"[-\s]+(?:years?|months?|weeks?|days?)[-\s]+olds?\b", rest):
        unit = match.group().replace("-", " ").split()[0].rstrip("s")
        head = _head_noun_after(place, last + match.end())
        return Count(first, last + match.end(), f"{unit}s old", head)
    if _AGES.search(place.text[:first]):
        return Count(first, last, "years old", None)
    return None


def _head_noun_after(place: Place, position: int) -> str | None:
    """The lemma of the first noun that starts right after a position."""
    for n in range(place.last, min(len(place.tokens), place.last + 9)):
        if place.start(n) >= position:
            whole = place.tokens[n].pos == "NOUN" and place.word(n + 1) != "-"  # not the "arms" of "arms-control pact"
            return place.tokens[n].lemma if whole and place.start(n) - position < 3 else None
    return None


def _measure(place: Place, first: int, last: int, lexicons: Lexicons) -> Count | None:
    """ "20 percent of voters": percent, voters; "130 miles"; "2 million barrels a day"; "12 feet high"."""
    rest = place.text[last:]
    if rest[:1] == "%":
        return Count(first, last + 1, "percent", _of_what(place, last + 1))
    match = _measure_pattern(lexicons.counted).match(rest)
    if not match:
        return None
    name = " ".join((match["unit"] or match["glued"]).lower().replace("-", " ").split())
    unit = lexicons.counted.measures.get(name) or lexicons.counted.currency_words[name]
    end = last + match.end()
    if rate := _RATE.match(place.text[end:]):
        return Count(first, end + rate.end(), f"{unit} per {rate[1].lower()}", None)
    if side := _SIDE.match(place.text[end:]):
        return Count(first, end, unit, _SIDES[side[1].lower()])
    return Count(first, end, unit, _of_what(place, end))


@lru_cache(maxsize=4)
def _measure_pattern(counted: Counted) -> re.Pattern[str]:
    """A measure or currency behind a number, the longest first; a nationality may stand before it ("Swiss francs")."""
    names = alternatives([*counted.measures, *counted.currency_words]).replace(r"\s+", r"[-\s]+")
    apart = rf"[-\s]+(?:of\s+)?(?:(?-i:[A-Z])[a-z]+\s+)??(?P<unit>{names})"
    return re.compile(rf"(?:{apart}|(?P<glued>{alternatives(_GLUED_UNITS)}))\b", re.IGNORECASE)


def shared_by(text: str, sentence: Sentence, tree: TokenTree, position: int) -> tuple[str | None, int]:
    """The noun that a share is of, and where it ends: "one in five voters", "two thirds of the members"."""
    place = Place(text, sentence.start, sentence.tokens, 0, 0, tree)
    start = next((n for n in range(len(sentence.tokens)) if place.start(n) >= position), None)
    if start is None:
        return None, position
    if place.word(start) == "of":
        start += 1
    for n in range(start, min(len(sentence.tokens), start + 6)):
        token = sentence.tokens[n]
        if token.pos in NOUNS and (n + 1 == len(sentence.tokens) or sentence.tokens[n + 1].pos not in (*NOUNS, "PART")):
            return counted_name(place, n), place.end(n)
        if token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "NUM") or token.tag in ("PRP", "WDT"):
            break
    return None, position


def _of_what(place: Place, position: int) -> str | None:
    """The noun after "of" at a position: "20 percent of voters"."""
    for n in range(place.last, min(len(place.tokens), place.last + 5)):
        if place.start(n) >= position:
            noun = object_of(place.tokens, n) if place.word(n) == "of" else None
            return counted_name(place, noun) if noun is not None else None
    return None


def _thing(place: Place, first: int, last: int, lexicons: Lexicons) -> Count | None:
    """People with what happened to them, or the noun the number modifies; None for a bare number."""
    counted, tokens = lexicons.counted, place.tokens
    head = _head(place)
    if head is None:
        return None
    own = place.first <= head <= place.last
    if own and (part := _part_of_them(place, first, counted) or _group(place, counted)):
        return part
    more = tokens[head].lemma == "more" and head > place.last
    outcome = outcome_of(place.tree, head, counted, person=more) or (_toll(place.tree, head, counted) if own else None)
    stands = head if outcome else None
    if place.word(place.last + 1) == "of" and (inner := object_of(tokens, place.last + 1)) is not None:
        inner = _last_of_name(place, inner)
        if tokens[inner].lemma in counted.idle or (outcome is None and _one_of_them(place, inner, counted)):
            return None
        return Count(first, _extended(place, inner, counted), None, _name(place, inner, outcome, counted), stands)
    if own:
        if outcome is None:
            return None
        return Count(first, _extended(place, place.last, counted), None, _of_year(place, outcome), stands)
    token = tokens[head]
    if token.pos not in NOUNS and outcome is None:
        return None
    if token.lemma in counted.idle or (head < place.first and token.pos == "PROPN"):
        return None
    if outcome is None and (token.lemma in lexicons.times.units or _says_nothing(place, head, counted)):
        return None
    near = place.last < head <= place.last + 6
    end = _extended(place, head, counted) if near else last
    return Count(first, end, None, _name(place, head, outcome, counted), stands)


def _one_of_them(place: Place, noun: int, counted: Counted) -> bool:
    """True for "one of the leading candidates", which says nothing. Not for "one of the two ferries", "one of five"."""
    one = place.text[place.start(place.first) : place.end(place.last)].lower() == "one"
    numbered = any(place.tokens[n].tag == "CD" for n in place.tree.under(noun))
    return one and not numbered and outcome_of(place.tree, noun, counted) is None


def _last_of_name(place: Place, noun: int) -> int:
    """The last of nouns that stand together: "one of the Ostran cave rescuers". Not "one of the jobs Lund named"."""
    tokens = place.tokens
    while (
        noun + 1 < len(tokens)
        and tokens[noun].tag not in ("NNS", "NNPS")
        and tokens[noun + 1].pos == "NOUN"
        and place.start(noun + 1) - place.end(noun) == 1
    ):
        noun += 1
    return noun


def _says_nothing(place: Place, head: int, counted: Counted) -> bool:
    """True for "two men", where nothing else is said of them, for "the coast's two great powers" and "one expert said".

    Counter-examples: "two Ostran ministers", "just one meeting", "one count of fraud".
    """
    few = place.text[place.start(place.first) : place.end(place.last)].lower()
    token = place.tokens[head]
    if few in ("one", "1") and place.word(place.first - 1) not in ("just", "only", "least", "than"):
        return token.lemma in counted.bare or token.dep in ("nsubj", "nsubjpass", "attr", "appos")
    known = place.word(place.first - 1) in KNOWN
    described = any(place.tokens[n].dep in ("amod", "compound", "nmod") for n in place.tree.under(head))
    return few in ("two", "2") and token.lemma in counted.bare and (known or not described)


def _name(place: Place, noun: int, outcome: Outcome | None, counted: Counted) -> str:
    """The outcome, else the thing; one name for passengers and people on a tram, for a crew and its members."""
    outcome = outcome or outcome_of(place.tree, noun, counted)
    if outcome:
        return _of_year(place, outcome)
    tree = place.tree
    lemma = tree.lemma(noun)
    groups = (tree.lemma(n) for n in tree.under(noun, "compound") if tree.lemma(n) in counted.groups)
    if lemma == "member" and (group := next(groups, None)):
        return group
    if lemma in ("people", "person") and (aboard := _aboard(place, noun, counted)):
        return aboard
    return counted_name(place, noun)


def _of_year(place: Place, outcome: Outcome) -> str:
    """The outcome's name, with the year that it was counted over: "killed this year" is no event's toll."""
    end = place.end(place.last)
    year = _OF_YEAR.search(place.text, end, end + _NEAR_YEAR)
    return f"{outcome.name} {year[1].lower()}" if year else outcome.name


def _aboard(place: Place, noun: int, counted: Counted) -> str | None:
    """ "52 people on the tram": passengers; "243 people on board": on board, for a ship's people are its crew too.

    Not where the crew is counted in.
    """
    tree = place.tree
    verb = tree.tokens[noun].head
    places = [*tree.under(noun, "prep", "advmod")]
    if tree.tokens[noun].dep in ("nsubj", "attr") and tree.lemma(verb) in ("be", "travel", "ride"):
        places += tree.under(verb, "prep", "advmod")
    for n in places:
        where = next((tree.lemma(o) for o in tree.under(n, "pobj")), None)
        if place.word(n) not in ("on", "in", "aboard", "inside"):
            continue
        if where in counted.vehicles and "crew" not in place.text:
            return "passengers"
        if place.word(n) == "aboard" or (place.word(n) == "on" and where == "board"):
            return "on board"
    return None


def _group(place: Place, counted: Counted) -> Count | None:
    """ "a crew of 31": crew."""
    tree = place.tree
    of = tree.tokens[place.last].head
    group = tree.tokens[of].head
    if place.word(place.first - 1) != "of" or tree.lemma(of) != "of" or tree.lemma(group) not in counted.groups:
        return None
    outcome = outcome_of(tree, group, counted)
    what = outcome.name if outcome else tree.lemma(group)
    return Count(place.start(group), place.end(place.last), None, what, group if outcome else None)


def _part_of_them(place: Place, first: int, counted: Counted) -> Count | None:
    """ "37 were hurt, six of them badly": badly injured; "two of them fatally": killed; "five of them children"."""
    if (
        place.word(place.last + 1) != "of"
        or place.word(place.last + 2) not in _THEM
        or place.last + 3 >= len(place.tokens)
    ):
        return None
    after, tokens = place.last + 3, place.tokens
    if tokens[after].tag == "NNS" and tokens[after].lemma in counted.people:
        return Count(first, place.end(after), None, place.word(after))
    if tokens[after].tag != "RB" or (after + 1 < len(tokens) and tokens[after + 1].pos in ("VERB", "AUX")):
        return None
    if place.word(after) in counted.fatal:
        return Count(first, place.end(after), None, "killed")
    hurt = {*counted.outcome("injured").befalls, *counted.outcome("injured").states}
    harmed = any(token.lemma in hurt for token in tokens[: place.first])
    return Count(first, place.end(after), None, f"{place.word(after)} injured") if harmed else None


def _toll(tree: TokenTree, index: int, counted: Counted) -> Outcome | None:
    """ "the death toll rose to 15", "put the number of dead at 14", "the number of people hurt is 37": the outcome.

    Not for what it rose from or by, nor for "rose in 2026".
    """
    above = tree.tokens[tree.tokens[index].head]
    if above.pos == "ADP" and above.lemma not in _REACHED:
        return None
    verb = verb_above(tree.tokens, index)
    for n in tree.under(verb, "nsubj", "nsubjpass", "dobj") if verb is not None else ():
        if tree.lemma(n) == "toll":
            return counted.outcomes[0]
        if tree.lemma(n) in _TALLIES:
            whom = [m for of in tree.under(n, "prep") for m in tree.under(of, "pobj", "pcomp")]
            return next(
                (found for m in whom if (found := outcome_of(tree, m, counted) or _those(tree, m, counted))), None
            )
    return None


def _those(tree: TokenTree, index: int, counted: Counted) -> Outcome | None:
    """What befell those whom a participle alone names: "the number of | injured"."""
    token = tree.tokens[index]
    return next((o for o in counted.outcomes if token.tag == "VBN" and token.lemma in o.befalls), None)


def _extended(place: Place, index: int, counted: Counted) -> int:
    """The end of the phrase with a state that follows at once: "31 workers dead", "20 killed"."""
    states = {state for outcome in counted.outcomes for state in outcome.states}
    return place.end(index + 1) if place.word(index + 1) in states else place.end(index)
