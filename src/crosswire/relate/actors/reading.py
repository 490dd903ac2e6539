"""One report read in order: each mention's actor, decided by what was read before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from itertools import takewhile

from crosswire.model.annotation import Annotation, Mention, MentionKind, Sentence, Token
from crosswire.model.passage import Passage
from crosswire.model.relation import ActorKind
from crosswire.model.report import Report
from crosswire.relate.actors.candidates import Candidate, Cast
from crosswire.relate.actors.heads import head_of
from crosswire.relate.actors.media import Media
from crosswire.relate.actors.names import normal
from crosswire.relate.actors.parties import Parties
from crosswire.relate.actors.pronouns import Heard, antecedent, gender_of
from crosswire.relate.actors.roles import (
    Description,
    Offices,
    Seen,
    body_described,
    describe,
    person_described,
)
from crosswire.relate.actors.several import Several

NEAR = 3  # sentences: whom the report has just spoken of
# What may begin a body's name before its last word: "Save the ".
OPENS_BODY = re.compile(r"\b[A-Z]\w+ the \Z")
# What stands before the second half of a surname.
HYPHENED = re.compile(r"[A-Z]\w+-\Z")
OWNED, MOST_OWNERS = "’s ", 2
OWNING = re.compile(r"['’]\s?s\b")
SUBJECTS = ("nsubj", "nsubjpass")
LONGEST_OPENING = 40  # characters
# What stands between a name and a description beside it: "Ada Marn of Ohio, the top Democrat", "Ada Marn, D-Ohio, the".
BESIDE = re.compile(r"(?: of [A-Z][\w. ]{1,20}|,? \(?[A-Z]-[A-Z][\w. ]{1,20}\)?)?, the ")


@dataclass(frozen=True, slots=True)
class Read:
    """A mention with whom it stands for, or why that can't be told. Both None: it stands for no actor."""

    mention: Mention
    sentence: int
    head: int  # index of the mention's head token in its sentence
    key: str | None = None
    why_not: str | None = None
    acts: bool = True  # False for a country that is only a place there


class Reading:
    """The reading of one report. Feeds the cast with descriptions and mentions, in order of the text."""

    def __init__(
        self,
        report: Report,
        annotation: Annotation,
        cast: Cast,
        offices: Offices,
        parties: Parties,
        media: Media,
    ) -> None:
        self.media, self._parties = media, parties
        self.report, self.annotation, self.cast, self.offices = report, annotation, cast, offices
        self.sentences = annotation.sentences
        self._starts = [sentence.start for sentence in self.sentences]
        self._verbatim = sorted((p.start, p.end) for q in annotation.quotations for p in q.verbatim)
        self._sources = sorted((q.source.start, q.source.end) for q in annotation.quotations if q.source)
        self._clock = self._told_sentences()
        self._several = Several(cast, offices)
        self._small = cast.lexicons.descriptions
        self.heard: list[Heard] = []
        self.reads: list[Read] = []
        self._organisations = [m for m in annotation.mentions if m.kind is MentionKind.ORGANISATION]
        self._nouns: dict[str, str] = {}
        self._latest: dict[str, int] = {}
        self._times: Counter[str] = Counter()

    def run(self) -> list[Read]:
        """Every mention read, in order of the text."""
        for mention in self.annotation.mentions:
            number = self.sentence_at(mention.passage.start)
            if number is not None:
                self.reads.append(self._read(mention, number))
        return self.reads

    def _told_sentences(self) -> list[int]:
        """For each sentence, how many of the reporter's own come before it: quoted ones put no distance between."""
        clock: list[int] = []
        now = 0
        for sentence in self.sentences:
            n = bisect_right(self._verbatim, (sentence.start + 1, 10**12)) - 1
            inside = n >= 0 and sentence.end - 2 <= self._verbatim[n][1]
            now += 0 if inside else 1
            clock.append(now)
        return clock

    def sentence_at(self, position: int) -> int | None:
        """The number of the sentence that a position of the text is in."""
        n = bisect_right(self._starts, position) - 1
        return n if n >= 0 and position < self.sentences[n].end else None

    def _read(self, mention: Mention, number: int) -> Read:
        """The mention's actor; what it adds to the memory of the report is noted."""
        sentence = self.sentences[number]
        head = head_of(mention.passage, sentence)
        mention = self._by_surname(self._whole(mention))
        if mention.kind is MentionKind.PRONOUN:
            found = self._pronoun(mention, number, sentence.tokens[head])
        elif mention.kind is MentionKind.ROLE:
            found = self._role(mention, number, head)
        else:
            found = self._name(mention, sentence, head)
        if isinstance(found, str):
            return Read(mention, number, head, None, found)
        if found is None:
            return Read(mention, number, head)
        if found.kind is ActorKind.PERSON and sentence.tokens[head].dep == "appos":
            self._was_described(found, number, sentence.tokens[head].head)
        acts = self._acts(mention, sentence, head)
        if acts:
            self._note(found, mention, number, sentence, head)
        return Read(mention, number, head, found.key, None, acts)

    def _whole(self, mention: Mention) -> Mention:
        """The mention with the whole of a name of which it is the end: `Save the Dam`, read as "the Dam".

        Or `Quill-Marn`, of which only "Marn" was read.
        """
        torn = HYPHENED.search(self.report.text[: mention.passage.start][-LONGEST_OPENING:])
        if torn and self.cast.is_surname(torn[0] + mention.name):
            return replace(mention, name=torn[0] + mention.name, kind=MentionKind.PERSON)
        before = OPENS_BODY.search(self.report.text[: mention.passage.start][-LONGEST_OPENING:])
        name = self.cast.named_bodies.get(f"{before[0]}{mention.name}".lower()) if before else None
        return replace(mention, name=name, kind=MentionKind.ORGANISATION) if name else mention

    def _by_surname(self, mention: Mention) -> Mention:
        """The mention as a person's where it only looks like an office: `King` in a story of deputy mayor Anna King."""
        name = mention.name
        bare = mention.kind is MentionKind.ROLE and name.isalpha() and name.istitle() and self.cast.is_surname(name)
        before = self.report.text[: mention.passage.start][-LONGEST_OPENING:].lower().split()[-1:]
        alone = bare and mention.passage.words == name and before not in (["the"], ["a"], ["an"])
        return replace(mention, kind=MentionKind.PERSON) if alone else mention

    def _was_described(self, person: Candidate, number: int, head: int) -> None:
        """Gives the person the description beside the name: "one of the women, Ada Marn" are one."""
        for n in range(len(self.reads) - 1, -1, -1):
            read = self.reads[n]
            if read.sentence != number:
                return
            if read.head == head and read.key and read.key.startswith("unnamed:") and self._one(read):
                self.reads[n] = replace(read, key=person.key)
                self.heard = [replace(h, key=person.key) if h.key == read.key else h for h in self.heard]
                return

    def _one(self, read: Read) -> bool:
        """True for a description of one person: not "the farmers, Ada Marn", nor "the statement, Ada Marn"."""
        if self.cast.candidates[read.key or ""].thing:
            return False
        one = read.mention.name.lower().startswith("one ")
        return one or self.sentences[read.sentence].tokens[read.head].tag in ("NN", "NNP")

    def _name(self, mention: Mention, sentence: Sentence, head: int) -> Candidate | str | None:
        recent = sorted(self._latest, key=lambda key: (-self._latest[key], key))
        some = self._some_of(mention, sentence, head)
        if some:
            return some
        if mention.kind is MentionKind.NATIONALITY:
            return self._people(mention, sentence, head)
        spoke = [h.key for h in self.heard if h.source and not h.quoted]
        if self._word_before(mention.passage.start) == "the" and (
            family := self._several.family(mention.name, recent, spoke)
        ):
            return family
        found = self.cast.named(mention, recent, spoke if self._is_source(mention.passage) else None)
        if isinstance(found, Candidate) and mention.title and "counterpart" in mention.title:
            self._counterpart(found, mention)
        if found is None and mention.kind is MentionKind.PLACE and self._governs(mention, sentence, head):
            return self.cast.town(mention.name)
        return found

    def _governs(self, mention: Mention, sentence: Sentence, head: int) -> bool:
        """True for a place that speaks or acts as somebody: "Ostmark and Tarn sued"; not in "those in Tarn said"."""
        token = sentence.tokens[head]
        while token.dep == "conj" and sentence.tokens[token.head].pos == "PROPN":
            token = sentence.tokens[token.head]
        source = self._is_source(mention.passage)
        says = sentence.tokens[token.head].lemma in self.cast.lexicons.cues.verbs
        subject = token.dep in ("nsubj", "nsubjpass", "agent") or (token.dep == "ROOT" and source)
        return subject and (says or source) and not self._quoted(mention.passage)

    def _some_of(self, mention: Mention, sentence: Sentence, head: int) -> Candidate | None:
        """Part of a party, by its own words: "six top Republicans", "many Democrats" are not the party's people."""
        if mention.name.lower() not in self.cast.lexicons.speakers.group:
            return None
        before = [t for n, t in enumerate(sentence.tokens) if t.head == head and n < head]
        whole = ("the", "both")
        part = [
            t
            for t in before
            if t.dep in ("amod", "nummod")
            or (t.dep == "det" and self.report.text[t.start : t.end].lower() not in whole)
        ]
        if not part:
            return None
        some = " ".join(self.report.text[part[0].start : mention.passage.end].split())
        return self.cast.add(f"unnamed:{self.report.id}:{normal(some)}", ActorKind.GROUP, some)

    def _people(self, mention: Mention, sentence: Sentence, head: int) -> Candidate | None:
        """The government of "the Varnians", the party of "Republicans"; None for the adjective."""
        token = sentence.tokens[head]
        country = self.cast.countries.one(mention.name)
        noun = token.tag in ("NNPS", "NNS") and token.dep in ("nsubj", "nsubjpass", "pobj", "dobj", "conj")
        before = self._word_before(mention.passage.start)
        if country is None and noun and mention.name.lower() in self.cast.lexicons.speakers.group:
            return self.cast.organisation(mention.name)  # "Republicans"
        return self.cast.government(country) if country and noun and before == "the" else None

    def _counterpart(self, candidate: Candidate, mention: Mention) -> None:
        """Teaches that "his Varnian counterpart Oskar Lund" holds, in Varnia, the office of the one before."""
        owner = self._latest_person(candidate.key)
        if owner and mention.title:
            self.offices.learn(candidate, mention.title, offices=self.offices.of(owner))

    def _pronoun(self, mention: Mention, number: int, token: Token) -> Candidate | str | None:
        sort = self.cast.lexicons.speakers.pronouns.get(mention.name)
        if sort is None or self._quoted(mention.passage):
            return None
        if sort in ("plural", "thing") and not self._is_source(mention.passage):
            return None
        if sort == "thing" and self._of_nobody(token, number):
            return f"“{mention.name}” stands for nobody"
        verb = token.head if token.dep in ("dobj", "dative") and not mention.name.endswith("self") else -1
        now = self._clock[number]
        heard = self.heard
        if sort in ("male", "female") and token.dep == "nsubj" and self._word_before(mention.passage.start) == "which":
            # "Marn attacked Lund over a speech in which he said": as likely who is attacked as who attacks
            heard = [replace(h, main=True, source=True) if h.sentence == now else h for h in heard]
        return antecedent(sort, now, heard, self.cast, not_subject_of=verb)

    def _of_nobody(self, token: Token, number: int) -> bool:
        """True for the "it" of "it seemed that", "it was decided that"."""
        tokens = self.sentences[number].tokens
        verb = tokens[token.head]
        clause = any(t.dep in ("ccomp", "csubj", "xcomp") and t.head == token.head for t in tokens)
        return clause and (verb.lemma in self._small.seeming or token.dep == "nsubjpass")

    def _role(self, mention: Mention, number: int, head: int) -> Candidate | str | None:
        sentence = self.sentences[number]
        article = self._word_before(mention.passage.start)
        token = sentence.tokens[head]
        noun = self.report.text[token.start : token.end]
        group = noun.lower() in self.cast.lexicons.speakers.group and noun.lower().endswith("s")
        plural = token.tag in ("NNS", "NNPS") or group
        description = describe(mention.name, noun, article, plural, self.cast)
        count = self._several.meant(mention.name, self._words_before(mention.passage.start))
        if count:
            return self._several.members(description, count, self._clock[number], self.heard)
        medium = self._named_medium(mention, description)
        if medium:
            return medium
        if description.offices & {"counterpart"} and not plural:
            return self._their_counterpart(description, number)
        person = person_described(description, self.offices, self._seen(sentence), self.cast)
        owner = token.dep == "poss"  # "a retired sheriff's captain" tells nothing of the sheriff
        if isinstance(person, Candidate) and not owner and not self._quoted(mention.passage):
            person.titles[mention.name] += 1
        return (
            person
            or self._epithet(mention, description, sentence)
            or self._again(description)
            or self._spoken_of(mention, description, sentence)
            or self._body(description, number)
        )

    def _epithet(self, mention: Mention, description: Description, sentence: Sentence) -> Candidate | None:
        """The person of whom the report speaks, for "the Varnian conservative" or "the candidate".

        Only by party and candidacy: "the victim" and "the witness" are often somebody new. "The top Democrat on the
        panel" is whoever it stands beside, or somebody new.
        """
        party = description.offices & {"partisan", "candidate"}
        if not party or not self._one_known(mention, description):
            return None
        words = description.words
        beside = self._beside(mention.passage)
        if beside or self.cast.lexicons.titles.ranking & set(words.lower().split()):
            return beside
        recent = sorted(self._latest, key=lambda key: (-self._latest[key], key))
        sure = next((key for key in recent if self._parties.surely(key, words)), None)
        if sure:
            return self.cast.candidates[sure]
        clock = self._clock[bisect_right(self._starts, sentence.start) - 1]
        fitting = [h for h in self.heard if self._parties.fits(h.key, words)]
        found = antecedent("person", clock, fitting, self.cast)
        return found if isinstance(found, Candidate) else None

    def _one_known(self, mention: Mention, description: Description) -> bool:
        """True for "the Democrat" in the reporter's words; "the Democrat who asked for it" is somebody new."""
        told = description.article == "the" and not description.plural and not self._quoted(mention.passage)
        return told and not self.report.text.startswith((" who", " that"), mention.passage.end)

    def _spoken_of(self, mention: Mention, description: Description, sentence: Sentence) -> Candidate | None:
        """The one person whom the report has just spoken of, for "the singer" or "the suspect".

        Only for trades and parts that set somebody apart, and only if nobody else fits: "the driver" is often new. A
        high office ("the former governor") is theirs of whom the story gives no other.
        """
        titles = self.cast.lexicons.titles
        apart, high = description.offices & titles.apart, description.offices & titles.single
        if not (apart or high) or " of " in description.words or not self._one_known(mention, description):
            return None
        clock = self._clock[bisect_right(self._starts, sentence.start) - 1]
        told = titles.gender_of(description.words)
        latest = takewhile(lambda h: clock - h.sentence <= NEAR, reversed(self.heard))
        near = {h.key for h in latest if not h.quoted and not h.plural}
        single = (ActorKind.PERSON, ActorKind.UNNAMED)
        people = [c for key in near if (c := self.cast.candidates[key]).kind in single and not c.thing]
        fitting = [c for c in people if not told or gender_of(c, self.cast) in (None, told)]
        one = fitting[0] if len(fitting) == 1 and fitting[0].kind is ActorKind.PERSON else None
        return one if one and (apart or not self.offices.of(one.key)) else None

    def _beside(self, passage: Passage) -> Candidate | None:
        """The person right before a description: "Ada Marn of Ohio, the top Democrat"."""
        for read in reversed(self.reads[-3:]):
            if read.key and read.mention.kind is MentionKind.PERSON:
                between = self.report.text[read.mention.passage.end : passage.start]
                return self.cast.candidates[read.key] if BESIDE.fullmatch(between) else None
        return None

    def _named_medium(self, mention: Mention, description: Description) -> Candidate | None:
        """The organisation in a description that only adds what it is: "the NPA agency", "Tarn Courier newspaper"."""
        if description.noun not in self.cast.lexicons.speakers.media:
            return None
        name = description.words.rpartition(" ")[0]
        inner = next(
            (m for m in self._organisations if m.passage.start == mention.passage.start and m.name == name), None
        )
        found = self.cast.named(inner, ()) if inner else None
        return found if isinstance(found, Candidate) else None

    def _latest_person(self, but: str = "") -> str | None:
        """The person mentioned last, other than `but`."""
        keys = (h.key for h in reversed(self.heard) if h.key != but)
        return next((key for key in keys if self.cast.candidates[key].kind is ActorKind.PERSON), None)

    def _their_counterpart(self, description: Description, number: int) -> Candidate | str:
        """Who holds the office of the latest person, in the country the description names."""
        owner = next(
            (h.key for h in reversed(self.heard) if self.cast.candidates[h.key].kind is ActorKind.PERSON), None
        )
        if owner is None:
            return f"it is not said whose counterpart “{description.words}” is"
        wanted = replace(description, article="the", offices=self.offices.of(owner), past=False)
        keys = [key for key in self.offices.holders(wanted) if key != owner and description.countries]
        keys = keys or self._so_called(description)
        if len(keys) == 1:
            return self.cast.candidates[keys[0]]
        return self._body(description, number)

    def _so_called(self, description: Description) -> list[str]:
        """Who bears these words as a title anywhere: "their Ostlander counterpart" is "Ostlander counterpart Lund"."""
        words = description.words.lower().split()
        words = words[1:] if words[0] in self._small.owners else words
        titled = sorted(self.cast.candidates.items())
        return [key for key, c in titled if any(t.lower().split()[-len(words) :] == words for t in c.titles)]

    def _again(self, description: Description) -> Candidate | None:
        """Who was described with this noun before in the report: "the official" after "a senior official"."""
        words = description.words.split()
        speakers = self.cast.lexicons.speakers
        whole = self._whole_name(description) if len(words) == 1 else None
        if whole:
            return whole
        if description.noun in speakers.media and description.article == "the" and len(words) == 1:
            return self.media.latest(self.heard)
        if description.article in ("the", "that", "this") and len(words) == 1 and description.noun in self._nouns:
            return self.cast.candidates[self._nouns[description.noun]]
        return None

    def _whole_name(self, description: Description) -> Candidate | None:
        """The organisation named before whose last word it is: "the department" after "Tarn Fire Department"."""
        if description.article not in ("the", "that", "this") or description.plural:
            return None
        for heard in reversed(self.heard):
            name = self.cast.candidates[heard.key].name.partition("/")[0].split()
            if heard.key.startswith("organisation:") and len(name) > 1 and name[-1].lower() == description.noun:
                return self.cast.candidates[heard.key]
        return None

    def _owned(self, description: Description, number: int) -> Description:
        """The description with the owner's name for "his" and "her": "Ada Marn’s office", where it is clear whose.

        Nobody looks for "Ada Marn’s mother’s school’s principal’s mother": she is "her mother".
        """
        first, _, rest = description.words.partition(" ")
        sort = {"his": "male", "her": "female"}.get(first.lower())
        owner = antecedent(sort, self._clock[number], self.heard, self.cast) if sort and rest else None
        if not isinstance(owner, Candidate) or owner.name.count(OWNED) >= MOST_OWNERS:
            return description
        return replace(description, words=f"{owner.name}’s {rest}")

    def _body(self, description: Description, number: int) -> Candidate:
        found = body_described(self._owned(description, number), self.report.id, self.cast)
        self._nouns[description.noun] = found.key
        return found

    def _seen(self, sentence: Sentence) -> list[Seen]:
        number = self._clock[bisect_right(self._starts, sentence.start) - 1]
        return [Seen(key, number - at, self._times[key]) for key, at in self._latest.items()]

    def _acts(self, mention: Mention, sentence: Sentence, head: int) -> bool:
        """False for a country or capital that is only the place of something."""
        if mention.kind is not MentionKind.PLACE:
            return True
        token = sentence.tokens[head]
        if token.dep in ("compound", "nmod", "amod"):
            return False
        before = sentence.tokens[token.head]
        return not (token.dep == "pobj" and self.report.text[before.start : before.end].lower() in self._small.where)

    def _note(self, found: Candidate, mention: Mention, number: int, sentence: Sentence, head: int) -> None:
        """Keeps the mention in mind for the pronouns and descriptions that follow."""
        token = sentence.tokens[head]
        owner = token.dep == "poss" or bool(OWNING.match(self.report.text, mention.passage.end))
        if token.dep == "appos" and sentence.tokens[token.head].dep in SUBJECTS and mention.kind is MentionKind.PERSON:
            token = sentence.tokens[token.head]  # "the guard's sister, Ada Marn, said": she
        subject = token.dep in SUBJECTS and not owner
        quoted = self._quoted(mention.passage)
        heard = Heard(
            key=found.key,
            sentence=self._clock[number],
            main=(subject and sentence.tokens[token.head].dep == "ROOT")
            or (not owner and self._opens(mention, sentence, token)),
            subject=subject,
            source=self._is_source(mention.passage),
            quoted=quoted,
            owner=owner,
            verb=token.head if subject else -1,
            reporting=sentence.tokens[token.head].lemma in ("report", "write", "publish"),
            plural=self._plural(mention, token),
        )
        self.heard.append(heard)
        if found.kind is ActorKind.PERSON and not quoted:
            self._latest[found.key] = self._clock[number]
        self._times[found.key] += 1
        self._note_pair(heard, sentence, head)

    def _plural(self, mention: Mention, token: Token) -> bool:
        """True for several people: "supporters", and the "they" that goes on with them."""
        sort = self.cast.lexicons.speakers.pronouns.get(mention.name) if mention.kind is MentionKind.PRONOUN else None
        return sort == "plural" or (mention.kind is MentionKind.ROLE and token.tag in ("NNS", "NNPS"))

    def _opens(self, mention: Mention, sentence: Sentence, token: Token) -> bool:
        """True for a name that begins its sentence: the subject, even where the parse is odd."""
        title = len(mention.title) + 2 if mention.title else 0
        first = mention.passage.start - sentence.start <= title
        return first and mention.kind is MentionKind.PERSON and token.dep not in ("poss", "compound", "pobj")

    def _note_pair(self, heard: Heard, sentence: Sentence, head: int) -> None:
        """Keeps "Marn and Lund" in mind as one plural subject, for a later "they"."""
        token = sentence.tokens[head]
        if token.dep != "conj" or len(self.heard) < 2:
            return
        first = self.heard[-2]
        alone = {self.cast.candidates[h.key].kind for h in (first, heard)} <= {ActorKind.PERSON, ActorKind.GOVERNMENT}
        if alone and first.sentence == heard.sentence and first.key != heard.key and first.subject:
            pair = self.cast.joint((first.key, heard.key))
            self.heard.append(replace(first, key=pair.key, plural=True))

    def _quoted(self, passage: Passage) -> bool:
        n = bisect_right(self._verbatim, (passage.start, 10**12)) - 1
        return n >= 0 and passage.start < self._verbatim[n][1]

    def _is_source(self, passage: Passage) -> bool:
        n = bisect_right(self._sources, (passage.start, 10**12)) - 1
        return n >= 0 and passage.start < self._sources[n][1]

    def _words_before(self, position: int) -> tuple[str, ...]:
        """The two words before a position of the text, lower case, nearest first; none over a mark."""
        left = self.report.text[max(0, position - 24) : position].replace("“", ". ").split(".")[-1].split(",")[-1]
        return tuple(reversed(left.lower().split()[-2:]))

    def _word_before(self, position: int) -> str:
        """The word before a position of the text, lower case; "" at the start of a sentence or after a mark."""
        return (self._words_before(position) or ("",))[0]
