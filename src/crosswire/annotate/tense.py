"""Which way a sentence looks from its publication: whether the verb that governs a word is past or ahead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from crosswire.lexicons.times import TimeWords
from crosswire.model.annotation import Token
from crosswire.model.token_tree import tells_a_kind, upward

PAST, PRESENT, AHEAD = -1, 0, 1


def direction(tokens: Sequence[Token], index: int, words: TimeWords) -> tuple[int, str]:
    """PAST, PRESENT or AHEAD for the verb that governs the word, and the verb's lemma ("" where there is none).

    "met on Wednesday": PAST. "will meet on Wednesday", "is due to meet", "starting Wednesday": AHEAD.
    """
    if (done := _done_then(tokens, index, words)) is not None:
        return PAST, tokens[done].lemma
    verb = None if _possessive(tokens, index) else governing_verb(tokens, index)
    if tells_what_happened(tokens, index, words) or _of_what_happened(tokens, index, verb, words):
        return PAST, ""
    if verb is None:
        return _noun_direction(tokens, index, words)
    way, token = verb_direction(tokens, verb, words), tokens[verb]
    if any(t.lemma == "ahead" and t.head == verb and verb < n < index for n, t in enumerate(tokens)):
        return AHEAD, token.lemma  # "looking ahead to the harvest in August, she said"
    if way == AHEAD and (_said_in(tokens, index) or tokens[tokens[index].head].lemma in _SAID_IN):
        return PAST, ""
    if (
        way == PAST
        and tokens[index].dep in ("compound", "nmod")
        and tokens[tokens[index].head].lemma in words.ahead_nouns
    ):
        return PRESENT, ""  # "after the November elections": of those that lie nearer
    if way == AHEAD and _told_of_noun(tokens, index, verb, words):
        return PRESENT, ""
    if way == PRESENT and _falls_on(tokens, index, verb):
        return AHEAD, token.lemma
    if _past_perfect(tokens, verb):
        way = PAST
    elif (
        _set_for(tokens, index, verb, words)
        or _until(tokens, index, verb, words, over=way == PAST)
        or _put_off(tokens, index, words)
        or _until_one_ahead(tokens, index, words)
    ):
        way = AHEAD
    return way, _PARSED.get(token.lemma, token.lemma)


def _set_for(tokens: Sequence[Token], index: int, verb: int, words: TimeWords) -> bool:
    """True for "a meeting set for Friday". Counter-examples: "a record set on Friday", "set out alone on Friday",
    "bail was set at $9,000 on Friday", "began, as planned, on Friday"."""
    token = tokens[verb]
    broken = token.lemma == "set" and token.dep == "acl" and tokens[tokens[index].head].lemma == "on"
    broken |= token.lemma == "set" and any(t.entity == "MONEY" for t in tokens)
    broken |= any(t.head == verb and (t.dep == "prt" or t.lemma == "as") for t in tokens)
    return token.lemma in words.schedule and token.dep != "amod" and not broken


def _until(tokens: Sequence[Token], index: int, verb: int, words: TimeWords, *, over: bool) -> bool:
    """True for "is held until Friday". Counter-examples: "not found until Friday", "remained there until Friday"."""
    if over and (tokens[verb].lemma == "remain" or any(t.head == verb and t.dep == "neg" for t in tokens)):
        return False
    return tokens[tokens[index].head].lemma in words.until or tokens[index].lemma in words.until


def _of_what_happened(tokens: Sequence[Token], index: int, verb: int | None, words: TimeWords) -> bool:
    """True for "are investigating a shooting on Monday", "a shooting Monday involving four": it is over.

    Counter-examples: "are planning a vigil for victims of the shooting Monday", "will investigate the shooting Monday".
    """
    if tokens[index].dep in ("compound", "amod", "nmod", "poss"):
        return False  # "the storm hurts fourth-quarter results"
    above = list(takewhile(lambda n: n != verb, upward(tokens, index)))
    if verb is not None and tokens[verb].dep == "acl" and _plain_participle(tokens[verb], words):
        above.append(tokens[verb].head)  # "a shooting involving a boy on Monday"
    if _unplanned(tokens, above, words):
        return True
    if verb is None or tokens[verb].lemma in words.schedule | words.dating.planning | words.dating.supposing:
        return False
    gerund = tokens[verb].tag == "VBG" and tokens[verb].dep in ("pobj", "pcomp", "dobj")
    if gerund and words.kinds.get(tokens[verb].lemma) in _UNPLANNED:
        return True  # "faces charges for shooting a boy on Monday"
    helped = {t.tag for t in tokens if t.head == verb and t.dep in ("aux", "auxpass")}
    present = tokens[verb].tag in ("VBZ", "VBP", "VBG") and not helped & {"MD", "TO"}
    return present and _unplanned(tokens, range(verb + 1, index), words)


def _plain_participle(token: Token, words: TimeWords) -> bool:
    """Counter-example: "a strike starting Monday"."""
    return token.tag == "VBG" and token.lemma not in words.timetable


def _unplanned(tokens: Sequence[Token], places: Iterable[int], words: TimeWords) -> bool:
    """Whether what happens by the nouns at these places is of kinds that nobody plans."""
    nouns = [tokens[n].lemma for n in places if tokens[n].pos == "NOUN" and tokens[n].dep != "compound"]
    kinds = {words.kinds[lemma] for lemma in nouns if lemma in words.kinds}
    return bool(kinds) and kinds <= _UNPLANNED


def _falls_on(tokens: Sequence[Token], index: int, verb: int) -> bool:
    """True for "the hearing is Tuesday", "is due in court on Tuesday", which nobody says of what is over.

    Counter-examples: "it is Tuesday", "sales are up in May".
    """
    above = tokens[index].head
    above = tokens[above].head if tokens[above].lemma in ("in", "on", "at") else above
    under = [(n, t) for n, t in enumerate(tokens) if t.head == verb and n != index]
    due = any(t.lemma == "due" for _, t in under)
    if tokens[verb].lemma != "be" or tokens[verb].tag not in ("VBZ", "VBP") or not (above == verb or due):
        return False
    named = any(t.dep == "nsubj" and t.pos in ("NOUN", "PROPN") for _, t in under)
    return due or (named and not any(t.dep in ("acomp", "attr", "advmod", "neg", "ccomp", "expl") for _, t in under))


def _done_then(tokens: Sequence[Token], index: int, words: TimeWords) -> int | None:
    """The participle before a time that the parser takes for an adjective: "left two cows injured late Monday"."""
    before = index - 1
    inside = ("DATE", "TIME")  # of "late Monday night" the night may be asked for
    while before > 0 and (tokens[before].lemma in ("late", "early", "on", "the") or tokens[before].entity in inside):
        before -= 1
    if before < 0 or tokens[before].tag != "VBN" or tokens[before].dep != "amod":
        return None
    return None if tokens[before].lemma in words.schedule else before


# Lemmas that the parser gets wrong.
_PARSED = {"slat": "slate"}


def _before(tokens: Sequence[Token], index: int) -> int:
    """The index of the preposition that a time hangs from: the "to" of "to Monday", the "for" of "for June 25"."""
    above = tokens[index].head
    return tokens[above].head if tokens[index].dep in ("nummod", "compound") else above


def _put_off(tokens: Sequence[Token], index: int, words: TimeWords) -> bool:
    """True for "postponed to Monday", "brought forward to Friday": the time is the one it has been given anew.

    Counter-example: "was moved to a hotel on Monday".
    """
    before = _before(tokens, index)
    verb = governing_verb(tokens, before)
    near = tokens[before].lemma in words.anew and verb is not None and verb < before <= verb + 3
    return near and verb is not None and tokens[verb].lemma in words.put_off


def _until_one_ahead(tokens: Sequence[Token], index: int, words: TimeWords) -> bool:
    """True for "until a special election in June". Counter-example: "until the election in June", that may be over."""
    noun = tokens[_before(tokens, index)].head
    one = any(t.head == noun and t.dep == "det" and t.lemma in ("a", "an") for t in tokens)
    return one and tokens[noun].lemma in words.ahead_nouns and tokens[tokens[noun].head].lemma in words.until


def _told_of_noun(tokens: Sequence[Token], index: int, verb: int, words: TimeWords) -> bool:
    """True for "cites his meeting in June", "the shooting in January appears": the time is that of what the noun names,
    and a present without "will" tells nothing of it. Counter-examples: "opens in June", "plans a meeting in June"."""
    preposition = tokens[tokens[index].head]
    noun = tokens[preposition.head] if preposition.pos == "ADP" else tokens[index]
    named = preposition.pos == "ADP" and noun.pos == "NOUN" and noun.lemma in words.happenings
    return named and _plain(tokens, verb, words)


def _plain(tokens: Sequence[Token], verb: int, words: TimeWords) -> bool:
    """True for a present without helpers that plans nothing: "cites", and not "is", "plans", "is visiting"."""
    helped = any(t.dep in ("aux", "auxpass") and t.head == verb for t in tokens)
    planned = tokens[verb].lemma in words.schedule or tokens[verb].lemma in words.ahead_verbs
    return tokens[verb].pos == "VERB" and tokens[verb].tag in ("VBZ", "VBP") and not helped and not planned


def plainly_present(tokens: Sequence[Token], index: int, words: TimeWords) -> bool:
    """True where a present without helpers governs a word: "cites his talks in June"."""
    verb = governing_verb(tokens, index)
    return verb is not None and _plain(tokens, verb, words)


def beside_gathering(tokens: Sequence[Token], index: int, words: TimeWords) -> bool:
    """True for "the convention in July", "the November election": such a month is the nearer one, whatever the verb.

    So it is where the parser hangs the month from the verb: "hoped to stop the convention in July".
    """
    above = tokens[index].head
    noun = tokens[above].head if tokens[above].pos == "ADP" else above
    objects = [n for n, t in enumerate(tokens[:index]) if t.head == noun and t.dep == "dobj"]
    named = [noun, *objects] if tokens[noun].pos == "VERB" else [noun]
    named += [above - 1] if tokens[above].pos == "ADP" and above else []
    return any(tokens[n].pos in ("NOUN", "PROPN") and tokens[n].lemma.lower() in words.gatherings for n in named)


def up_for_election(tokens: Sequence[Token], index: int) -> bool:
    """True for "senators up for re-election in November": such an election is still to come."""
    before = [t.lemma.lower() for t in tokens[max(0, index - 9) : index]]
    near = any(lemma in ("election", "re-election", "reelection") for lemma in before[-5:])
    return near and "for" in before and any(lemma in ("up", "run", "stand") for lemma in before)


def done_on(tokens: Sequence[Token], index: int, words: TimeWords) -> bool:
    """True for "fired on June 8", "was fired June 8", "left on June 8", which are over.

    Counter-examples: "a hearing set on June 8"; "announced a meeting on June 8", where either may be of that day.
    """
    above = tokens[index].head
    if tokens[above].lemma == "on" and tokens[above].pos == "ADP":
        above = tokens[above].head
    token = tokens[above]
    if above > index:  # "May 9 at 4 p.m. on the quay, followed by a supper"
        return False
    if token.tag not in ("VBN", "VBD", "VBG") or token.dep == "amod":
        return False
    if token.lemma in words.schedule | words.ahead_verbs:
        return False
    under = {t.dep for t in tokens if t.head == above}
    helpers = [t for t in tokens if t.head == above and t.dep in ("aux", "auxpass")]
    if token.tag == "VBG" and not helpers:
        return False
    if token.dep == "acl" and not helpers:
        return True
    return all(t.tag == "VBD" for t in helpers) and not under & {"dobj", "ccomp", "xcomp", "advcl"}


# Kinds of happenings that nobody plans.
_UNPLANNED = frozenset(["violence", "disaster", "crime", "rescue"])


def tells_what_happened(tokens: Sequence[Token], index: int, words: TimeWords) -> bool:
    """True for "the autumn shooting", which is over whatever the verb. Counter-example: "the autumn session"."""
    above = tokens[index].head
    named = tokens[index].dep in ("compound", "det", "nmod", "nummod", "amod")  # "an early Sunday shooting"
    return named and words.kinds.get(tokens[above].lemma) in _UNPLANNED


# What is spoken at a time that is over once it is told of: "urged him to resign in an interview Monday".
_SAID_IN = frozenset(["interview", "statement", "speech", "briefing", "tweet", "letter", "remark"])


def _said_in(tokens: Sequence[Token], index: int) -> bool:
    """True where the time stands behind "in an interview", at most three words on."""
    before = [tokens[n] for n in range(max(0, index - 5), index)]
    found = [n for n, token in enumerate(before) if token.lemma in _SAID_IN and token.pos == "NOUN"]
    return bool(found) and any(t.lemma in ("in", "during", "on") for t in before[: found[-1]][-2:])


def _past_perfect(tokens: Sequence[Token], verb: int) -> bool:
    """True for "had planned", "had been due to close Sunday": the plan is one that time has overtaken."""
    over = {verb, tokens[verb].head} if tokens[verb].tag == "VB" else {verb}
    over |= {tokens[n].head for n in over if tokens[n].pos == "ADJ"}
    return any(t.lemma == "have" and t.tag == "VBD" and t.head in over for t in tokens)


def _possessive(tokens: Sequence[Token], index: int) -> bool:
    """True for "Tuesday's declaration": what it names is over unless its noun lies ahead, whatever the verb."""
    return any(token.tag == "POS" and token.head == index for token in tokens[index + 1 : index + 3])


def governing_verb(tokens: Sequence[Token], index: int) -> int | None:
    """The index of the nearest verb above a word; None where the sentence has none above it."""
    verbs = (n for n in upward(tokens, index) if tokens[n].pos in ("VERB", "AUX"))
    return next((n for n in verbs if tokens[n].dep not in ("amod", "compound") and not tells_a_kind(tokens, n)), None)


def verb_direction(tokens: Sequence[Token], verb: int, words: TimeWords) -> int:
    """Which way one verb looks, by its auxiliaries, its form and, for infinitives, the verb above."""
    aux = [token for token in tokens if token.head < len(tokens) and tokens[token.head] is tokens[verb]]
    helpers = {token.lemma for token in aux if token.dep in ("aux", "auxpass")}
    modals = helpers & words.ahead_modals
    if any(t.lemma == "do" and t.tag == "VBD" and t.dep == "aux" for t in aux):
        return PAST  # "did not go"
    if modals:
        seen = tokens[verb].lemma in _SEEN and "be" in helpers
        over = "have" in helpers or (modals == {"could"} and (seen or _denied(tokens, aux)))
        return PAST if over else AHEAD  # "would have met", "could not be reached", "could be seen" are over
    token = tokens[verb]
    if "to" in helpers and (token.tag == "VB" or (token.tag == "VBN" and "have" not in helpers)):
        return _infinitive(tokens, verb, words)  # "is scheduled to open", "is scheduled to be opened"
    if token.tag in ("VBD", "VBN"):
        return PAST if _passed(token.tag, helpers, aux) else PRESENT
    if token.tag == "VBG":
        return _participle(tokens, verb, aux, words)
    return AHEAD if token.lemma in words.timetable and token.pos != "AUX" else PRESENT


# What could be seen was seen: "bullet holes could be seen on Monday".
_SEEN = frozenset(["see", "hear"])


def _denied(tokens: Sequence[Token], under: list[Token]) -> bool:
    """True for "could not be reached", "neither of them could be reached", "no witness could be reached"."""
    if any(token.dep == "neg" for token in under):
        return True
    subjects = [token for token in under if token.dep in ("nsubj", "nsubjpass")]
    none = ("none", "neither", "nobody", "no", "nothing")
    return any(token.lemma in none and (token in subjects or tokens[token.head] in subjects) for token in tokens)


def _passed(tag: str, helpers: set[str], aux: list[Token]) -> bool:
    """True unless it is a present passive: "is scheduled"."""
    present = any(token.dep == "auxpass" and token.tag in ("VBZ", "VBP") for token in aux)
    return tag == "VBD" or "have" in helpers or not present


def _infinitive(tokens: Sequence[Token], verb: int, words: TimeWords) -> int:
    """AHEAD after verbs that look ahead ("plans to meet"), else the way the verb above looks."""
    head = tokens[verb].head
    called = tokens[head].lemma == "call" and any(t.head == head and t.dep == "auxpass" for t in tokens)
    if head == verb or (tokens[head].lemma in words.ahead_verbs and not called):
        return AHEAD  # counter-example: "were called to check on her Monday"
    if tokens[head].pos in ("NOUN", "PROPN"):  # "a plan to meet", "the first to arrive"
        return AHEAD if tokens[verb].dep == "acl" else PAST
    if tokens[head].pos == "AUX":  # "is to meet"
        return AHEAD if tokens[head].tag in ("VBZ", "VBP") else PAST
    over = governing_verb(tokens, head) if tokens[head].pos in ("ADJ", "NUM", "PRON") else None
    if over is not None and over != head:  # "were quick to respond", "was one of many to light its walls"
        return verb_direction(tokens, over, words)
    return verb_direction(tokens, head, words) if tokens[head].pos == "VERB" else AHEAD


def _participle(tokens: Sequence[Token], verb: int, aux: list[Token], words: TimeWords) -> int:
    """ "were meeting": PAST, "are meeting": AHEAD, "starting Monday": AHEAD, "saying": as the verb above."""
    if any(token.dep == "aux" and token.lemma == "have" for token in aux):
        return PAST  # "have been searching since"
    for token in aux:
        if token.dep == "aux" and token.lemma == "be":
            return PAST if token.tag == "VBD" else AHEAD
    head = tokens[verb].head
    if tokens[verb].lemma in ("start", "begin"):  # counter-example: "were drawn up beginning on Sunday"
        past = tokens[verb].dep in ("advcl", "prep") and verb_direction(tokens, head, words) == PAST
        return PAST if past and tokens[head].pos == "VERB" else AHEAD
    if tokens[verb].dep == "pcomp" and tokens[head].lemma in ("of", "for", "after", "since", "by"):
        return PAST  # "accused of shooting two men Friday"
    over = governing_verb(tokens, head) if head != verb else None
    return verb_direction(tokens, over, words) if over is not None and over != verb else PRESENT


def _noun_direction(tokens: Sequence[Token], index: int, words: TimeWords) -> tuple[int, str]:
    """Where no verb governs (headlines, lists, possessives): AHEAD under what lies ahead.

    "Friday's deadline", "campaigned ahead of Thursday's debate".
    """
    above = index
    for _ in range(6):
        above = tokens[above].head
        if tokens[above].lemma == "ahead":
            return AHEAD, "ahead"
    head = tokens[tokens[index].head]
    return (AHEAD, head.lemma) if head.lemma in words.ahead_nouns else (PRESENT, "")
