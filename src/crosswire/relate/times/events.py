"""Which event a time expression dates: the words of the noun or clause that it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crosswire.lexicons.times import TimeWords
from crosswire.model.annotation import Sentence
from crosswire.model.passage import Passage
from crosswire.model.report import Report
from crosswire.relate.times.clauses import NOUNS, clause, clause_verb, content, names, noun_phrase

# A year or century before a noun that names no event tells which one it is: "a 1989 song", "the 19th-century palace".
_OWNED = ("poss", "compound", "amod", "nmod", "nummod")
# Content words under which a noun phrase says too little alone ("our march today"): its clause stands for it.
_TELLING = 3


@dataclass(frozen=True, slots=True)
class Event:
    """What a time dates: the passage that tells it, the lemma of its head and what it is alike in, the lemmas of its
    content words and of the names among them. `ahead`: told as still to come. `place`: where its head stands. `empty`:
    its head tells nothing of what happened ("is", "said")."""

    passage: Passage
    head: str
    words: frozenset[str]
    nominal: bool
    kind: str | None = None
    names: frozenset[str] = frozenset()
    ahead: bool = False
    place: int = 0
    empty: bool = False

    def headed_by(self, passage: Passage) -> bool:
        """True when the passage has the word that the event is told by."""
        return passage.report == self.passage.report and passage.start <= self.place < passage.end


def event_of(report: Report, sentence: Sentence, time: Passage, words: TimeWords) -> Event | None:
    """The event that a time expression in the sentence dates.

    None where the time only bounds, dates a saying, or tells which thing is meant ("a 1989 song"), and where the clause
    tells what may be, what is supposed, or a condition.
    """
    return _Finder(report, sentence, time, words).event()


# How a charge hangs on its verb: "charged with murder", "pleaded guilty to murder", "held on suspicion of murder",
# "released without charge".
_CHARGED = ("with", "to", "of", "on", "without")
# What makes "just before" and "shortly after" a moment.
_CLOCK = re.compile(r"\d\s*[ap]\.?\s?m|\d:\s?\d|noon|midnight|midday|dawn|dusk|o['’]clock|^\d+$", re.IGNORECASE)
# How many words in a line on when the page was updated may have its time.
_OPENING = 4


class _Finder:
    """One time expression among the tokens of its sentence."""

    def __init__(self, report: Report, sentence: Sentence, time: Passage, words: TimeWords) -> None:
        self.report, self.sentence, self.tokens, self.words = report, sentence, sentence.tokens, words
        self.dating = words.dating
        self.inside = [n for n, token in enumerate(self.tokens) if time.start <= token.start < time.end]

    def event(self) -> Event | None:
        """The event, or None."""
        if not self.inside or self._is_bound() or self._follows_saying():
            return None
        if self.tokens[0].lemma in self.dating.printing and self.inside[0] <= _OPENING:
            return None  # "Update at 2 p.m.:"
        owner = self._owner()
        if owner is not None:
            return self._nominal(owner) if self._happens(owner) else None
        noun = self._noun()
        if noun is None:
            verb = self._leading(clause_verb(self.tokens, self.top))
            return self._verbal(verb) if verb is not None and not self._says(verb) and not self._of_thing() else None
        if self.tokens[noun].lemma in self.dating.said_in and self._says(clause_verb(self.tokens, noun)):
            return None
        return self._nominal(noun)

    @property
    def top(self) -> int:
        """The token of the expression whose head lies outside it."""
        inside = self.inside
        heads = [n for n in inside if self.tokens[n].head not in inside or self.tokens[n].head == n]
        return next((n for n in heads if self.tokens[n].pos != "DET"), (*heads, inside[0])[0])

    def _is_bound(self) -> bool:
        """True for "since April", "after Wednesday": the time bounds what happened, it is not when it happened."""
        first, above = self.inside[0], self.tokens[self.tokens[self.top].head]
        near = {self.tokens[n].lemma for n in range(max(0, first - 2), first)}
        if near & self.dating.nearly and _CLOCK.search(self._words()):
            return False  # "just before 4:30 p.m.", "shortly after midnight"; not "just before Easter"
        if self.tokens[self.top].dep == "conj" and self.tokens[above.head].lemma in ("between", "from"):
            return True  # "between June 2030 and July 2031"
        before = self.tokens[first - 1].lemma if first else ""
        if before in ("to", "-", "–") and first > 1 and self.tokens[first - 2].entity in ("DATE", "TIME"):
            verb = clause_verb(self.tokens, self.top)  # "from May 3 to June 4"; not "moved from May 3 to June 4"
            return verb is None or self.tokens[verb].lemma not in self.words.put_off
        if above.pos == "ADP" and self.tokens[above.head].lemma == "anniversary":
            return True  # "on the anniversary of May 3, 2019"
        return before in self.dating.bounds or (above.lemma in self.dating.bounds and above.dep != "ROOT")

    def _follows_saying(self) -> bool:
        """True when the time stands right behind a verb of saying, however it is parsed: "he said late Monday"."""
        before = self.inside[0] - 1
        while before > 0 and self.tokens[before].pos in ("ADP", "ADV"):
            before -= 1
        return before >= 0 and self.tokens[before].pos == "VERB" and self.tokens[before].lemma in self.dating.saying

    def _owner(self) -> int | None:
        """The noun behind the time that the time tells more of: "last year's election", "a 1989 song".

        "Fell during the Tuesday rush" is dated by its Tuesday: a day that stands under "during" has none.
        """
        token = self.tokens[self.top]
        head = token.head
        if head <= self.inside[-1] or self.tokens[head].pos not in NOUNS or token.dep not in _OWNED:
            return None
        above = self.tokens[self.tokens[head].head]
        during = self.tokens[head].dep == "pobj" and above.lemma == "during"
        # "at 4:30 p.m. deputies came" may be parsed as if the deputies were those of 4:30.
        return None if (during or token.lemma in self.dating.clocked) and not self._happens(head) else head

    def _leading(self, verb: int | None) -> int | None:
        """The main verb in place of one behind "after", where that is over too: "was shot after being hit on Monday".

        Counter-example: "will arrive after presiding over the match on Sunday".
        """
        if verb is None or self.tokens[verb].dep != "pcomp" or self.tokens[self.tokens[verb].head].lemma != "after":
            return verb
        main = clause_verb(self.tokens, self.tokens[self.tokens[verb].head].head)
        return main if main is not None and self._over(main) else verb

    def _over(self, verb: int) -> bool:
        """True for "left", "was shot", and the second verb of "was shot and killed"."""
        helpers = {t.tag for t in self.tokens if t.head == verb and t.dep in ("aux", "auxpass")}
        token = self.tokens[verb]
        if token.dep == "conj" and token.tag == "VBN" and not helpers and token.head != verb:
            return self._over(token.head)
        return token.tag == "VBD" or helpers == {"VBD"}

    def _of_thing(self) -> bool:
        """True for a year that hangs on a noun which names no event: "the law of 2012", "voters in 2014 and 2018"."""
        above = self.tokens[self.tokens[self.top].head]
        hangs = above.pos == "ADP" and self.tokens[above.head].pos in NOUNS
        return hangs and self._words().isdigit()

    def _words(self) -> str:
        """The words of the time."""
        return self.report.text[self.tokens[self.inside[0]].start : self.tokens[self.inside[-1]].end]

    def _happens(self, noun: int) -> bool:
        """True for a noun that names what happens: "election", "declaration"."""
        lemma = self.tokens[noun].lemma
        deed = lemma.endswith(self.dating.endings) and lemma not in self.dating.things
        return deed or lemma in self.words.happenings

    def _noun(self) -> int | None:
        """The noun that the time hangs on, or an event's noun right before it ("the raid last week").

        In "the collapse of the bridge on Tuesday" the time may hang on the bridge, and is the collapse's.
        """
        tokens, known = self.tokens, self.words.happenings
        head = tokens[self.top].head
        if tokens[head].lemma in ("of", "on", "in", "for") and tokens[head].pos == "ADP":
            head = tokens[head].head
        if head not in self.inside and tokens[head].pos in NOUNS and self._happens(head):
            return None if self._charge(head) else head
        before = self.inside[0] - 1
        if before > 0 and tokens[before].lemma in ("on", "in", "of"):
            before -= 1
        if before < 0 or tokens[before].pos not in NOUNS:
            return None
        if tokens[before].lemma in known:
            return None if self._charge(before) else before
        above = tokens[before].head
        whole = tokens[above].head
        of_event = tokens[before].dep == "pobj" and tokens[above].lemma == "of" and tokens[whole].lemma in known
        return whole if of_event and tokens[whole].pos in NOUNS else None

    def _charge(self, noun: int) -> bool:
        """True for the bare noun that a verb has with a preposition: "charged with murder yesterday" dates the charge.

        Counter-example: "charged in the shooting last week" may date either.
        """
        bare = not any(t.head == noun and t.dep in ("det", "poss", "nummod") for t in self.tokens)
        above = self.tokens[self.tokens[noun].head]
        if not bare or self.tokens[noun].dep != "pobj" or above.lemma not in _CHARGED:
            return False
        over = self.tokens[above.head]
        return over.pos in ("VERB", "ADJ") or (over.dep == "pobj" and self._charge(above.head))

    def _says(self, verb: int | None) -> bool:
        """True when the verb only says: "said", "wrote that", "according to"."""
        if verb is None:
            return False
        lemma = self.tokens[verb].lemma
        if lemma in self.dating.saying or lemma == "accord":
            return True
        under = {token.dep for token in self.tokens if token.head == verb}
        if lemma == "call" and under & {"oprd", "ccomp"} and "nsubjpass" not in under:
            return True  # "called the plan a stunt"
        said = self.tokens[verb].dep == "parataxis" or "ccomp" in under or not under & {"dobj", "nsubjpass"}
        return lemma in self.dating.saying_that and said

    def _nominal(self, noun: int) -> Event | None:
        """The event of a noun: its whole phrase with the time, or its clause where the phrase says too little."""
        first, last = noun_phrase(self.tokens, noun, self.inside)
        event = self._event(first, last, noun, nominal=True)
        verb = clause_verb(self.tokens, noun)
        above = self.tokens[self.tokens[noun].head]
        if event is None or verb is None or len(event.words) >= _TELLING:
            return event
        if above.pos == "ADP" and above.lemma not in self.dating.within:
            return event  # "in the weeks before the May 6 vote": the clause is of another time
        if self.tokens[verb].lemma in self.dating.coming and self.tokens[noun].head == verb:
            return None  # "our march today comes at a bad time for the valley"
        wider = clause(self.tokens, verb, self.inside)
        return self._event(min(first, wider[0]), max(last, wider[1]), noun, nominal=True)

    def _verbal(self, verb: int) -> Event | None:
        """The event of a clause; None where it tells of nothing that happened or will."""
        helpers = {t.lemma for t in self.tokens if t.head == verb and t.dep in ("aux", "auxpass")}
        openers = {t.lemma for t in self.tokens if t.head == verb and t.dep in ("mark", "advmod")}
        lemma = self.tokens[verb].lemma
        subjects = {t.lemma for t in self.tokens if t.head == verb and t.dep in ("nsubj", "nsubjpass")}
        if not lemma.isalpha() or (lemma in {*self.dating.printing, "appear"} and subjects & self.dating.printed):
            return None
        if self._asks() or (lemma in self.dating.answering and {t.lemma for t in self.tokens} & self.dating.asked):
            return None
        denied = any(t.head == verb and t.dep == "neg" for t in self.tokens)
        if denied and (lemma == "reach" and "could" in helpers) | self._has_nothing_to_tell(verb):
            return None
        if lemma == "be" and any(t.head == verb and t.dep == "attr" and t.pos == "NUM" for t in self.tokens):
            return None  # "will be 29 in April"
        above = self.tokens[self.tokens[verb].head].lemma if self.tokens[verb].tag == "VB" else lemma
        if {lemma, above} & self.dating.supposing or lemma in self.dating.born or openers & self.dating.conditions:
            return None
        if "would" in helpers and "have" in helpers:
            return None  # "would have been 30 this week"
        if openers & self.dating.habits or self._once_planned(verb):
            return None
        if self._nowadays(verb, helpers):
            return None
        if helpers & self.dating.doubting and not (denied and "could" in helpers):
            return None
        return self._event(
            *clause(self.tokens, verb, self.inside), verb, ahead=self._lies_ahead(verb, helpers), nominal=False
        )

    def _has_nothing_to_tell(self, verb: int) -> bool:
        """True for "gave no details", "was not available", said of what a reporter wanted to know."""
        under = {t.lemma for t in self.tokens if t.head == verb and t.dep in ("dobj", "acomp")}
        return bool(under & self.dating.withheld)

    def _once_planned(self, verb: int) -> bool:
        """True for "was planning to marry on May 3", which tells of no wedding. Not: "planned the raid on Friday"."""
        over = self.tokens[verb].tag == "VBD" or any(t.head == verb and t.tag == "VBD" for t in self.tokens)
        leads = any(t.head == verb and t.dep == "xcomp" and t.tag == "VB" for t in self.tokens)
        return over and leads and self.tokens[verb].lemma in self.dating.planning

    def _lies_ahead(self, verb: int, helpers: set[str]) -> bool:
        """True for "will meet", "are planning to meet", "is set to meet". Counter-example: "had planned to meet"."""
        over = any(t.head == verb and t.tag == "VBD" for t in self.tokens) or self.tokens[verb].tag == "VBD"
        planned = self.tokens[verb].lemma in self.words.schedule
        leads = any(t.head == verb and t.dep == "xcomp" and t.tag == "VB" for t in self.tokens)
        return bool(helpers & self.dating.ahead) or (planned and leads and not over)

    def _asks(self) -> bool:
        """True where the sentence asks: "What changed on Wednesday?" """
        return self.report.text[: self.sentence.end].rstrip(" \n”\"'’").endswith("?")

    def _kind(self, head: int) -> str | None:
        """What the event is alike in: of a verb that says little, what its subject or object is ("began talks")."""
        kinds, lemma = self.words.kinds, self.tokens[head].lemma
        if lemma in kinds or lemma not in self.dating.light:
            return kinds.get(lemma)
        under = (t.lemma for t in self.tokens if t.head == head and t.dep in ("dobj", "nsubj", "nsubjpass"))
        return next((kinds[word] for word in under if word in kinds), None)

    def _nowadays(self, verb: int, helpers: set[str]) -> bool:
        """True for "the benefits they rely on today": a plain present of no event. "Oda meets Pell today" is one."""
        plain = self.tokens[verb].tag in ("VBZ", "VBP") and not helpers
        return self._words().lower() == "today" and plain and self.tokens[verb].lemma not in self.words.kinds

    def _event(self, first: int, last: int, head: int, *, nominal: bool, ahead: bool = False) -> Event | None:
        """An event over the tokens `first` to `last`, marks at the end left out; a whole sentence keeps its own.

        None where the passage has no words but the time's.
        """
        tokens, report = self.tokens, self.report
        if not content([token for n, token in enumerate(tokens) if first <= n <= last and n not in self.inside]):
            return None
        whole = first == 0 and last == len(tokens) - 1
        while last > first and tokens[last].pos == "PUNCT" and not whole:
            last -= 1
        lemma = tokens[head].lemma
        return Event(
            report.passage(tokens[first].start, tokens[last].end),
            lemma,
            content(tokens[first : last + 1]),
            nominal,
            self._kind(head),
            names(tokens[first : last + 1]),
            ahead,
            tokens[head].start,
            lemma in self.dating.saying or lemma in self.dating.empty,
        )
