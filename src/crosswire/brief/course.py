"""Whether a sentence is behind what another report tells: a case that has gone on, somebody hurt who has died since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from crosswire.brief.newness import days_behind
from crosswire.lexicons.brief import Course
from crosswire.lexicons.stages import StageWords
from crosswire.model.annotation import Sentence, Token
from crosswire.model.passage import Passage
from crosswire.model.relation import Relations
from crosswire.model.token_tree import upward
from crosswire.model.when import stamp

People = Mapping[str, Sequence[tuple[Passage, str, bool]]]
EVERYBODY, ANYBODY, SOMEBODY = "all", "any", "one"
DEAD = 3
FURTHEST = 5
UNTIMED = "9"
# What was so when the report was written is no news any more.
OLD_DAYS = 30
# Nor is "this morning" the reader's.
NEAR_DAYS = 1
# "The police gave no name, but relatives said it was Ana Lupo" tells more than what is not known.
BUT = ", but "
DEATH, NEAR = " death of ", 30


class Matter(StrEnum):
    """What goes on: a case, the state of somebody who is hurt, a name."""

    CASE = "case"
    HURT = "hurt"
    NAME = "name"


# How somebody is who was hurt, and that a name is not told, is old after so many days; a case only by what it came to.
FRESH = {Matter.HURT: 7, Matter.NAME: 1}


@dataclass(frozen=True, slots=True)
class Told:
    """A step that a sentence tells. `lasts`: it tells a state, which a later step ends. `people`: of whom, by actor.

    `ahead`: only looked forward to, or under a condition; `was`: that it was going on, as its report tells itself.
    """

    report: int
    matter: Matter
    step: int
    lasts: bool
    people: frozenset[str]
    ahead: bool = False
    was: bool = False


class Courses:
    """The steps that a story's reports tell, ready to be asked which sentences are behind them."""

    def __init__(self, relations: Relations, people: People, course: Course, stages: StageWords) -> None:
        self._relations = relations
        self._course = course
        self._whoever = stages.suspects | stages.anybody
        self._published = [stamp(report.published_at.value) for report in relations.reports]
        self._days_behind = days_behind(relations)
        self._people = people
        self._steps = {
            (number, sentence.start): tuple(self._told(number, sentence))
            for number, annotation in enumerate(relations.annotations)
            for sentence in annotation.sentences
        }
        self._in: dict[int, list[tuple[Told, ...]]] = defaultdict(list)
        for (number, _), told in self._steps.items():
            self._in[number].append(told)
        self._reached = self._latest(t for told in self._steps.values() for t in told if not t.ahead)

    def step(self, report: int, sentence: Sentence) -> int:
        """How far the case has come by this sentence; 0 where it tells nothing of one."""
        told = self._steps[report, sentence.start]
        return max((t.step for t in told if t.matter is Matter.CASE and not t.ahead), default=0)

    def behind(self, report: int, sentence: Sentence) -> bool:
        """True when a report that is not an earlier one is further on with the same people.

        "A man is being held" beside "Pavel Horn was sentenced"; not "Horn was arrested on Monday", which stays true.
        """
        text = _in_full(self._relations.reports[report].text[sentence.start : sentence.end])
        days = self._days_behind[report]
        if BUT not in text and any(phrase in text for phrase in self._course.open):
            return True
        if days >= 1 and _perhaps(sentence, self._course):
            return True
        if days >= NEAR_DAYS and self._course.near.search(text):
            return True
        if days >= OLD_DAYS and (_is_present(sentence, self._course.saying) or self._course.relative.search(text)):
            return True
        told = self._steps[report, sentence.start]
        far = {m: max((t.step for t in told if t.matter is m and not t.ahead), default=0) for m in Matter}
        lasting = [t for t in told if t.lasts and (t.step == 1 or t.step >= far[t.matter])]
        return any(
            self._beyond(t) or days >= FRESH.get(t.matter, days + 1) or (t.step == 1 and days >= OLD_DAYS)
            for t in lasting
        )

    def _beyond(self, told: Told) -> bool:
        """True when another report, that did not come out before, is further on."""
        own = self._published[told.report]
        whom = {*told.people, EVERYBODY}
        return any(
            (report != told.report or told.was) and (own is None or published >= own)
            for step in range(told.step + 1, FURTHEST + 1)
            for one in sorted(whom | self._unnamed(told, step))
            for published, report in self._reached.get((told.matter, step, one), ())
        )

    def _unnamed(self, told: Told, step: int) -> frozenset[str]:
        """ANYBODY where who is not named may be whoever has come so far; of the hurt, who has died where nobody had."""
        dead = any(t.matter is Matter.HURT and t.step == DEAD for one in self._in[told.report] for t in one)
        same = told.matter is not Matter.HURT or (step == DEAD and not dead)
        return frozenset({ANYBODY}) if same and not told.people else frozenset()

    def _latest(self, done: Iterable[Told]) -> Mapping[tuple[Matter, int, str], Sequence[tuple[str, int]]]:
        """Matter, step and whom → the two latest reports that tell it; whose time is not known may be the latest."""
        found: dict[tuple[Matter, int, str], set[tuple[str, int]]] = defaultdict(set)
        for told in done:
            for one in (*told.people, ANYBODY):
                found[told.matter, told.step, one].add((self._published[told.report] or UNTIMED, told.report))
        return {key: sorted(reports, reverse=True)[:2] for key, reports in found.items()}

    def _told(self, report: int, sentence: Sentence) -> Iterator[Told]:
        """Every step that the sentence tells."""
        text = self._relations.reports[report].text[sentence.start : sentence.end]
        people = self._people.get(self._relations.reports[report].id, ())
        reader = _Reader(report, text, sentence, people, self._course)
        yield from reader.case(self._whoever)
        yield from reader.hurt()
        yield from reader.names()


def _in_full(words: str) -> str:
    """The words in lower case, "hasn't" as "has not"."""
    return words.lower().replace("’", "'").replace("n't", " not")


def _perhaps(sentence: Sentence, course: Course) -> bool:
    """True for "may have been shot by a brother": what only may have been so, a later report knows.

    Counter-example: "Lupo may have broken the law", which somebody thinks and no report can know.
    """
    tokens = sentence.tokens
    return any(
        t.tag == "MD"
        and t.lemma.lower() in course.perhaps - {"could"}
        and any(o.head == t.head and o.dep == "auxpass" for o in tokens)
        and any(o.head == t.head and o.lemma == "have" for o in tokens)
        for t in tokens
    )


def _is_present(sentence: Sentence, saying: frozenset[str]) -> bool:
    """True where the main verb, or that of what is said, is in the present: "three are dead", "police are looking"."""
    tokens = sentence.tokens
    n = next((n for n, t in enumerate(tokens) if t.dep == "ROOT"), 0)
    if tokens[n].lemma in saying:
        n = next((m for m, t in enumerate(tokens) if t.head == n and m != n and t.dep in ("ccomp", "parataxis")), n)
    now = [t.tag for m, t in enumerate(tokens) if t.head == n and t.dep in ("aux", "auxpass") and t.lemma == "be"]
    return tokens[n].lemma not in saying and any(tag in ("VBZ", "VBP") for tag in (tokens[n].tag, *now))


@dataclass(frozen=True, slots=True)
class _Reader:
    """One sentence of a report, with the mentions of people in it."""

    report: int
    text: str
    sentence: Sentence
    mentions: Sequence[tuple[Passage, str, bool]]
    course: Course

    @property
    def tokens(self) -> Sequence[Token]:
        return self.sentence.tokens

    def case(self, whoever: frozenset[str]) -> Iterator[Told]:
        """The steps of a case, the first of which is that somebody is looked for."""
        low = self.text.lower().replace("’", "'")
        for step, (verbs, phrases) in enumerate(self.course.steps, 1):
            for n, token in enumerate(self.tokens):
                told = token.pos == "VERB" and token.dep not in ("amod", "compound")  # not of "a convicted thief"
                if told and not verbs.isdisjoint(self._keys(n)) and not self._former():
                    yield self._of(Matter.CASE, step, n)
            for phrase in phrases:
                if (at := low.find(phrase)) >= 0 and not self._former():
                    yield self._of(Matter.CASE, step, self._at(at))
        for n, token in enumerate(self.tokens):
            if (
                token.lemma.lower() in self.course.ended
                and self._suffers(n, self.course.accused)
                and not self._ahead(n)
            ):
                yield Told(self.report, Matter.CASE, FURTHEST, False, self._party())
        for token in self.tokens:
            if (
                token.tag == "MD"
                and token.lemma.lower() in self.course.perhaps
                and self._of_whoever(token.head, whoever)
            ):
                yield Told(self.report, Matter.CASE, 1, True, self._party())

    def hurt(self) -> Iterator[Told]:
        """In what state somebody is who was hurt: 1 hurt, 2 out of hospital, 3 dead."""
        low = self.text.lower()
        for step, phrases in enumerate((self.course.lasting, self.course.released), 1):
            for phrase in phrases:
                if phrase in low:
                    yield Told(self.report, Matter.HURT, step, True, self._party() or self._everybody())
        for n, token in enumerate(self.tokens):
            if (
                token.pos == "VERB"
                and token.lemma.lower() in self.course.dead
                and not self._ahead(n)
                and not self._not(n)
            ):
                yield Told(self.report, Matter.HURT, DEAD, False, self._party())
        if (at := low.find(DEATH)) >= 0 and (named := self._named_from(at + len(DEATH))):
            yield Told(self.report, Matter.HURT, DEAD, False, named)

    def names(self) -> Iterator[Told]:
        """Whether somebody's name is not told (1) or told (2)."""
        low = _in_full(self.text)
        if any(phrase in low for phrase in self.course.unnamed):
            yield Told(self.report, Matter.NAME, 1, True, frozenset())
        for n, token in enumerate(self.tokens):
            if (
                token.pos == "VERB"
                and token.lemma.lower() in self.course.naming
                and not self._not(n)
                and self._inside()
            ):
                yield Told(self.report, Matter.NAME, 2, False, frozenset(a for _, a in self._inside()))

    def _keys(self, n: int) -> Iterator[str]:
        """The verb, alone and with each word that hangs on it: "face", "face charge", "plead guilty"."""
        verb = self.tokens[n].lemma.lower()
        yield verb
        yield from (f"{verb} {t.lemma.lower()}" for t in self._beside(n))

    def _of(self, matter: Matter, step: int, n: int) -> Told:
        """The step that the word tells; of what is to come, or is denied, the one before."""
        verb = self._verb(n)
        ahead, lasts = self._ahead(verb) or self._not(verb), self._lasts(verb)
        back = step - 1 if ahead and step > 1 else step
        was = self.tokens[verb].tag == "VBG" and any(t.dep == "aux" and t.tag == "VBD" for t in self._beside(verb))
        return Told(self.report, matter, back, lasts or back < step, self._party(), ahead, was)

    def _at(self, offset: int) -> int:
        """The index of the token that begins at, or covers, the offset in the sentence."""
        place = self.sentence.start + offset
        return next((n for n, t in enumerate(self.tokens) if t.end > place), 0)

    def _verb(self, n: int) -> int:
        """The verb that the token is, or hangs on."""
        above = list(upward(self.tokens, n))
        return next((m for m in above if self.tokens[m].pos in ("VERB", "AUX")), above[-1])

    def _beside(self, n: int) -> list[Token]:
        return [t for m, t in enumerate(self.tokens) if t.head == n and m != n]

    def _lasts(self, n: int) -> bool:
        """True for the present and the perfect, and for what was being so: "is held", "has been charged"."""
        while self.tokens[n].dep == "xcomp" and self.tokens[n].head != n:  # "police continue to investigate"
            n = self.tokens[n].head
        token, beside = self.tokens[n], self._beside(n)
        helpers = {t.tag for t in beside if t.dep in ("aux", "auxpass")}
        if helpers & {"VBZ", "VBP"} or token.tag in ("VBZ", "VBP"):
            return True
        return (token.tag == "VBD" and token.lemma in self.course.staying) or (token.tag == "VBG" and "VBD" in helpers)

    def _ahead(self, n: int) -> bool:
        """True for what is to come or supposed: "will be charged", "is expected to plead", "if convicted"."""
        for _ in self.tokens:
            token, beside = self.tokens[n], self._beside(n)
            if (
                any(t.tag in ("MD", "TO") or t.lemma.lower() == "if" for t in beside)
                or token.lemma in self.course.ahead
            ):
                return True
            if token.dep not in ("xcomp", "advcl", "pobj", "prep", "dobj") or token.head == n:
                return False
            n = token.head
        return False

    def _not(self, n: int) -> bool:
        """True for "has not been charged", "no arrests were made"."""
        beside = self._beside(n)
        none = any(t.dep in ("nsubj", "nsubjpass", "dobj") and self._no(t) for t in beside)
        return none or any(t.dep == "neg" for t in beside)

    def _no(self, noun: Token) -> bool:
        return any(t.lemma.lower() == "no" and self.tokens[t.head] is noun for t in self.tokens)

    def _former(self) -> bool:
        return any(t.lemma.lower() in self.course.former for t in self.tokens)

    def _suffers(self, verb: int, accused: frozenset[str]) -> bool:
        """True for "the gunman died", "the subject of the manhunt was killed"; not "the gunman killed two guards"."""
        passive = any(t.dep == "auxpass" for t in self._beside(verb))
        wanted = "nsubjpass" if passive else "nsubj"
        told = any(t.dep == wanted and t.lemma.lower() in accused for t in self._beside(verb))
        return told and (passive or self.tokens[verb].lemma == "die") and not self._not(verb)

    def _of_whoever(self, verb: int, whoever: frozenset[str]) -> bool:
        """True for "the two may be juveniles", "there may have been two gunmen"."""
        nouns = [t.lemma.lower() for t in self._beside(verb) if t.dep == "attr"]
        return self.tokens[verb].lemma == "be" and not whoever.isdisjoint(nouns)

    def _inside(self) -> list[tuple[Passage, str]]:
        start, end = self.sentence.start, self.sentence.end
        return [(where, actor) for where, actor, _ in self.mentions if start <= where.start < end]

    def _party(self) -> frozenset[str]:
        """Who the step is told of: those named in the sentence who don't only speak in it."""
        return frozenset(actor for where, actor in self._inside() if not self._speaks(where))

    def _everybody(self) -> frozenset[str]:
        """EVERYBODY for "All have been released from the hospital"; SOMEBODY who has a name that no actor has."""
        told = [t for t in self.tokens if t.dep in ("nsubj", "nsubjpass")]
        if any(t.lemma.lower() == "all" for t in told):
            return frozenset({EVERYBODY})
        return frozenset({SOMEBODY}) if any(t.pos == "PROPN" for t in told) else frozenset()

    def _named_from(self, offset: int) -> frozenset[str]:
        """Who is named right behind the offset: "the death of Mayor Ana Lupo"."""
        start = self.sentence.start + offset
        return frozenset(actor for where, actor in self._inside() if start <= where.start < start + NEAR)

    def _speaks(self, where: Passage) -> bool:
        named = [t for t in self.tokens if where.start <= t.start < where.end]
        return any(t.dep == "nsubj" and self.tokens[t.head].lemma in self.course.saying for t in named)
