"""Who speaks in each quotation of a report: the actor that its source resolves to, or why none can be told."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crosswire.model.annotation import Mention, MentionKind, Quotation, Sentence, SpeakerClass, Token
from crosswire.model.passage import Passage
from crosswire.model.relation import ActorKind
from crosswire.relate.actors.candidates import Candidate, Cast
from crosswire.relate.actors.heads import head_of, under
from crosswire.relate.actors.papers import Papers
from crosswire.relate.actors.reading import OWNING, Read, Reading
from crosswire.relate.actors.relatives import antecedents, noun_phrase
from crosswire.relate.actors.roles import body_described, describe
from crosswire.relate.actors.unparsed import Unparsed

NAMED_BEFORE = {"who": MentionKind.PERSON, "which": MentionKind.ORGANISATION}  # "that" is often no relative at all
RELATIVES = frozenset(("who", "whom", "which", "that"))
ORDER = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.OTHER, MentionKind.ROLE)
DATELINE = re.compile(r"[A-Z]{3,}[\w .,()]*\s[–—-]+\s(?=\S)")
HYPHENED = re.compile(r"(?:-\w+)+")
# Parts of a sentence in which a mention stands for itself and not for what it modifies.
STANDING = frozenset(("nsubj", "nsubjpass", "appos", "ROOT", "dobj", "agent"))
# What the first of two subjects may be to the parser.
BESIDE = frozenset({"nsubj", "nsubjpass", "nmod", "compound", "appos"})
AND = re.compile(r",? (?:and|&) (?:the )?")
AGE = re.compile(r"[Tt]he (?:now[- ])?(\d{1,3})-year-old(?: [a-z]+)?")
AGE_LAST = re.compile(r"(?:, (?:aged )?\d{1,3})?,?")  # what may stand behind a name that ends a description
LONGEST_BETWEEN = 5  # words between the comma and the name: "24-year-old", "the harbour's"
FIRST = 5  # words of a description among which the noun for its person stands


@dataclass(frozen=True, slots=True)
class Found:
    """A source's speaker and how it was named there, or why there is none."""

    key: str | None
    read: Read | None = None
    why_not: str | None = None


class Sources:
    """The speakers of one report's quotations, in order of the text."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self._reading, self._cast = reading, cast
        self._papers = Papers(reading, cast)
        self._unparsed = Unparsed(reading, cast)
        self._small = cast.lexicons.descriptions
        self._reads = reading.reads
        self._starts = [read.mention.passage.start for read in self._reads]

    def run(self) -> tuple[Quotation, ...]:
        """The report's quotations with speaker, speaker_class and unresolved filled."""
        done: list[Quotation] = []
        for quotation in self._reading.annotation.quotations:
            done.append(self._spoken(quotation, done))
        return tuple(done)

    def _spoken(self, quotation: Quotation, before: Sequence[Quotation]) -> Quotation:
        if quotation.source is None:
            quotation = replace(quotation, source=self._subject(quotation))
        if quotation.source is None:
            return replace(quotation, unresolved=quotation.unresolved or "nobody is named as the source")
        found = self._found(quotation, quotation.source, before)
        if found.key is None:
            why = found.why_not or f"who “{quotation.source.words}” is was not worked out"
            return replace(quotation, speaker=None, unresolved=why)
        candidate = self._cast.candidates[found.key]
        no_speaker = self._papers.no_speaker(candidate, quotation.cue, quotation.source)
        if no_speaker:
            return replace(quotation, speaker=None, speaker_class=SpeakerClass.DOCUMENT, unresolved=no_speaker)
        candidate.quotations += 1
        known = self._class(candidate, quotation.source, quotation.speaker_class)
        return replace(quotation, speaker=found.key, unresolved=None, speaker_class=known)

    def _found(self, quotation: Quotation, source: Passage, before: Sequence[Quotation]) -> Found:
        """Whom the source stands for, by the grammar of its sentence or, where that has none, by its words."""
        number = self._reading.sentence_at(source.start)
        if number is not None and self._unparsed.has(self._reading.sentences[number]):
            key, why_not = self._unparsed.speaker(quotation, before)
            return Found(key, why_not=why_not)
        return self._source(source, said=self._says(quotation.cue))

    def _subject(self, quotation: Quotation) -> Passage | None:
        """The subject of the cue's verb where no source was found: "the points that Marn said mattered"."""
        if quotation.cue is None or (number := self._reading.sentence_at(quotation.cue.start)) is None:
            return None
        tokens = self._reading.sentences[number].tokens
        inside = [n for n, t in enumerate(tokens) if quotation.cue.start <= t.start < quotation.cue.end]
        verbs = {n for n in inside if tokens[n].lemma in self._cast.lexicons.cues.verbs and tokens[n].pos == "VERB"}
        subjects = [n for n, t in enumerate(tokens) if t.dep == "nsubj" and t.head in verbs]
        if not subjects:
            return self._right_before(quotation, number)
        if len(subjects) > 1:
            return None
        whole = [n for n in range(len(tokens)) if under(tokens, n, subjects[0])]
        source = self._reading.report.passage(tokens[whole[0]].start, tokens[whole[-1]].end)
        apart = whole[-1] - whole[0] + 1 == len(whole) and not any(source.overlaps(part) for part in quotation.content)
        return source if apart and not source.overlaps(quotation.cue) else None

    def _right_before(self, quotation: Quotation, number: int) -> Passage | None:
        """The name right before a cue like "said", with the one that "and" joins to it, where the parse found none."""
        cue = quotation.cue
        if cue is None or not self._says(cue):
            return None
        sentence = self._reading.sentences[number]
        there = [r for r in self._inside(self._reading.report.passage(sentence.start, cue.start)) if r.key]
        last = there[-1] if there else None
        if last is None or last.mention.kind is not MentionKind.PERSON or cue.start - last.mention.passage.end != 1:
            return None
        joined = [
            r for r in there if sentence.tokens[last.head].dep == "conj" and r.head == sentence.tokens[last.head].head
        ]
        start = joined[0].mention.passage.start if joined else last.mention.passage.start
        source = self._reading.report.passage(start, last.mention.passage.end)
        return None if any(source.overlaps(part) for part in quotation.content) else source

    def _says(self, cue: Passage | None) -> bool:
        """True for a cue that only somebody can be the subject of: "said", not "showed" or "promises"."""
        return cue is not None and bool(self._small.saying & set(cue.words.lower().split()))

    def _source(self, source: Passage, *, said: bool) -> Found:
        """Whom a source's words stand for, by the mention that its grammar hangs on."""
        source = _after_dateline(source)
        number = self._reading.sentence_at(source.start)
        if number is None:
            return Found(None)
        if source.end > self._reading.sentences[number].end:  # "Sgt. Ada Marn", split after "Sgt."
            number = self._reading.sentence_at(source.end - 1) or number
        sentence = self._reading.sentences[number]
        head = head_of(source, sentence)
        if self._word(sentence, head) in RELATIVES:
            return self._antecedent(source, sentence, head)
        inside = [r for r in self._inside(source) if r.sentence == number]
        titled = self._titled(source, inside) or self._cut_off(source) or self._named_last(source, inside)
        if titled:
            return titled
        owner = self._owner(sentence, head, inside)
        if owner:
            return owner
        both = self._both(inside, sentence, head)
        if both:
            return both
        if both := self._with_the_one_before(source, sentence, head, number):
            return both
        here = self._at(head, number)
        if here and here.read and self._reaches_back(here.read.mention, source):
            here = None
        known = here or self._only(inside, sentence, head) or self._aged(source)
        return known or self._described(source, sentence, head, said=said)

    def _reaches_back(self, mention: Mention, source: Passage) -> bool:
        """True for a description that takes in the words before its source: `time police` in "this time police say"."""
        first = mention.name.split()[0]
        if mention.kind is not MentionKind.ROLE or mention.passage.start >= source.start:
            return False
        return first.islower() and first not in self._cast.lexicons.titles.modifiers

    def _titled(self, source: Passage, inside: Sequence[Read]) -> Found | None:
        """The person, when a source is nothing but a name with what goes before it as its title.

        The parse of "the Tarn Fishers' Union President Ada Marn" may hang on any of its words.
        """
        for read in inside:
            mention = read.mention
            before = source.words[: mention.passage.start - source.start].strip()
            title = (mention.title or "").strip()
            whole = mention.passage.end >= source.end
            if read.key and whole and title and before.endswith(title) and len(before) - len(title) < 5:
                return Found(read.key, read)
        return None

    def _aged(self, source: Passage) -> Found | None:
        """Who is of that age, for "the 43-year-old": whoever the report gives it to, or the person spoken of."""
        age = AGE.fullmatch(source.words)
        if age is None:
            return None
        told = [r for r in self._reads if r.key and self._cast.candidates[r.key].kind is ActorKind.PERSON]
        text = self._reading.report.text
        mine = re.compile(rf",? \(?{age[1]}\b(?! [a-z])")
        keys = {r.key for r in told if mine.match(text, r.mention.passage.end)}
        before = [r for r in told if r.mention.passage.end <= source.start]
        if len(keys) == 1:
            return Found(next(iter(keys)))
        return Found(before[-1].key, before[-1]) if before and not keys else None

    def _named_last(self, source: Passage, inside: Sequence[Read]) -> Found | None:
        """The person whose name ends a description: "a spokeswoman for the harbour, Ada Marn", "one of them, Ada Marn".

        Not a list of several, nor a name after a thing: "the statement, Ada Marn" is a parse gone wrong.
        """
        last = inside[-1] if inside else None
        if last is None or last.key is None or self._cast.candidates[last.key].kind is not ActorKind.PERSON:
            return None
        behind = source.words[last.mention.passage.end - source.start :]
        if last.mention.kind is not MentionKind.PERSON or not AGE_LAST.fullmatch(behind):
            return None
        before, comma, between = source.words[: last.mention.passage.start - source.start].rpartition(",")
        words = before.lower().split()
        lone = comma and len(between.split()) < LONGEST_BETWEEN and not {"and", "or"} & set(between.lower().split())
        first = inside[0].mention  # "He and his wife, Ada Marn"
        somebody = first.kind in (MentionKind.PERSON, MentionKind.PRONOUN) and first.name not in self._small.owners
        owner = OWNING.match(source.words, first.passage.end - source.start)  # "Marn's older sister, Ada Marn"
        starts = somebody and first.passage.start == source.start and not owner
        many = words[:1] and words[0] in self._cast.lexicons.speakers.group  # "friends of Ada Marn, known as Adi"
        if not lone or starts or many or not any(self._person_noun(word) for word in words[:FIRST]):
            return None
        article, _, description = before.partition(" ")
        if article.lower() in ("a", "an", "the") and self._cast.lexicons.titles.offices(description.split(" for ")[0]):
            self._cast.candidates[last.key].titles[description] += 1
        return Found(last.key, last)

    def _person_noun(self, word: str) -> bool:
        """True for a noun that a person's name may follow: "spokeswoman", "one"; "statement" is none."""
        speakers = self._cast.lexicons.speakers
        known = (speakers.people, speakers.anonymous, speakers.group)
        return any(word in nouns for nouns in known) or bool(self._cast.lexicons.titles.offices(word))

    def _cut_off(self, source: Passage) -> Found | None:
        """The person right after a source that is an abbreviated title: "Sgt" of "Sgt. Ada Marn"."""
        if not self._cast.lexicons.titles.offices(source.words) or not source.words[:1].isupper():
            return None
        after = self._reading.report.text[source.end : source.end + 2]
        if after[:1] != "." and not source.words.endswith("."):
            return None
        end = source.end + 3
        for read in self._reads[bisect_left(self._starts, source.end) :]:
            if read.mention.passage.start > end:
                break
            if read.mention.kind is MentionKind.PERSON and read.key:
                return Found(read.key, read)
        return None

    def _owner(self, sentence: Sentence, head: int, inside: Sequence[Read]) -> Found | None:
        """Whose words they are in "the premier's comments"."""
        if self._word(sentence, head) not in self._cast.lexicons.speakers.sayings:
            return None
        owners = [r for r in inside if sentence.tokens[r.head].dep == "poss" and sentence.tokens[r.head].head == head]
        return Found(owners[0].key, owners[0], owners[0].why_not) if owners else None

    def _word(self, sentence: Sentence, n: int) -> str:
        token = sentence.tokens[n]
        return self._reading.report.text[token.start : token.end].lower()

    def _antecedent(self, source: Passage, sentence: Sentence, n: int) -> Found:
        """Whom the noun of the relative clause stands for: `premier` in "the premier, who said"; names first."""
        number = self._reading.sentence_at(sentence.start) or 0
        nouns = list(antecedents(sentence.tokens, n))
        told = [found for noun in nouns if (found := self._at(noun, number)) and found.key]
        fitting = [found for found in told if self._word(sentence, n) != "which" or not self._is_person(found)]
        named = [found for found in fitting if self._is_person(found)]
        found = next(iter(named or fitting), None) or self._right_before_relative(source, sentence)
        if found:
            return found
        if nouns:
            phrase = noun_phrase(self._reading.report, sentence, nouns[0], source.start)
            described = self._described(phrase, sentence, nouns[0], said=False)
            if described.key:
                return described
        return Found(None, None, f"it is not clear whom “{source.words}” stands for")

    def _is_person(self, found: Found) -> bool:
        return found.key is not None and self._cast.candidates[found.key].kind is ActorKind.PERSON

    def _right_before_relative(self, source: Passage, sentence: Sentence) -> Found | None:
        """Whom the text names right before it, where the parse goes astray: "Mayor Ada Marn Friday, who said"."""
        before = [r for r in self._inside(self._reading.report.passage(sentence.start, source.start)) if r.key]
        last = before[-1] if before else None
        wanted = NAMED_BEFORE.get(source.words.lower())
        if last is None or last.mention.kind is not wanted:
            return None
        between = self._reading.report.text[last.mention.passage.end : source.start].split()
        return Found(last.key, last) if len(between) < LONGEST_BETWEEN - 1 else None

    def _inside(self, passage: Passage) -> list[Read]:
        first = bisect_left(self._starts, passage.start)
        found: list[Read] = []
        for read in self._reads[first:]:
            if read.mention.passage.start >= passage.end:
                break
            found.append(read)
        return found

    def _at(self, head: int, number: int) -> Found | None:
        """The mention whose head the token is, names before descriptions."""
        sentence = self._reading.sentences[number]
        token = sentence.tokens[head]
        passage = self._reading.report.passage(sentence.start, token.end)
        there = [r for r in self._inside(passage) if r.mention.passage.end >= token.end and r.head == head]
        holding = there or [
            r
            for r in self._inside(passage)
            if r.mention.kind is not MentionKind.NATIONALITY
            and r.mention.passage.start <= token.start
            and token.end <= r.mention.passage.end
        ]
        resolved = sorted((r for r in holding if r.key or r.why_not), key=_rank)
        return Found(resolved[0].key, resolved[0], resolved[0].why_not) if resolved else None

    def _both(self, inside: Sequence[Read], sentence: Sentence, head: int) -> Found | None:
        """The pair of actors in "Marn and Lund", as an actor of its own; of "Marn, a Harbour School student" Marn."""
        joined = [r for r in inside if r.key and self._joined(r, head, sentence) and r.mention.name[-4:] != "self"]
        named = {sentence.tokens[r.head].head for r in joined if sentence.tokens[r.head].dep == "appos"}
        keys = [r.key for r in joined if r.key and not (r.mention.kind is MentionKind.ROLE and r.head in named)]
        distinct = list(dict.fromkeys(keys))
        if not distinct or (len(distinct) == 1 and not named):
            return None
        if len(distinct) == 1:
            return Found(distinct[0])
        people = [key for key in distinct if self._cast.candidates[key].kind is ActorKind.PERSON]
        first, last = min(r.head for r in joined), max(r.head for r in joined)
        if len(people) == 1 and not any(t.dep == "cc" for t in sentence.tokens[first:last]):
            return Found(people[0])
        return Found(self._cast.joint(distinct).key)

    def _with_the_one_before(self, source: Passage, sentence: Sentence, head: int, number: int) -> Found | None:
        """Both of "Marn and Lund" where the source has the second alone; the first may be no object before it."""
        if source.start <= sentence.start:  # "Sgt. Ada Marn", split after "Sgt."
            return None
        before = [r for r in self._inside(self._reading.report.passage(sentence.start, source.start)) if r.key]
        second = self._at(head, number)
        if not before or second is None or second.key in (None, before[-1].key):
            return None
        first = before[-1]
        between = self._reading.report.text[first.mention.passage.end : source.start]
        if not AND.fullmatch(between) or sentence.tokens[first.head].dep not in BESIDE:
            return None
        if sentence.tokens[first.head].dep == "appos" and sentence.tokens[head].head != first.head:
            return None
        return Found(self._cast.joint([key for key in (first.key, second.key) if key]).key)

    def _joined(self, read: Read, head: int, sentence: Sentence) -> bool:
        """True for the head of a source and what "and" joins to it; not for a second title of one person."""
        n = read.head
        for _ in range(8):
            if n == head:
                return True
            up = sentence.tokens[n].head
            paired = sentence.tokens[n].dep == "nmod" and sentence.tokens[up].pos == "PROPN"
            if paired and any(t.dep == "cc" and t.head == n for t in sentence.tokens):
                n = up  # "the NPA and Harbour Department"
                continue
            beside = sentence.tokens[n].dep == "appos" and read.mention.kind is not MentionKind.ROLE
            if sentence.tokens[n].dep != "conj" and not beside:
                return False
            n = sentence.tokens[n].head
        return False

    def _only(self, inside: Sequence[Read], sentence: Sentence, head: int) -> Found | None:
        """The one mention inside a source whose grammar leads elsewhere; not an owner, not a subject of its own.

        In "a list that the harbour office gave" the harbour office does not speak.
        """
        fitting = [
            r
            for r in inside
            if (r.key or r.why_not)
            and sentence.tokens[r.head].dep in STANDING
            and self._reaches(sentence, r.head, head)
            and r.mention.kind is not MentionKind.NATIONALITY
            and r.acts
        ]
        fitting.sort(key=lambda r: (ORDER.index(r.mention.kind) if r.mention.kind in ORDER else 9, r.head))
        if not fitting:
            return None
        return Found(fitting[0].key, fitting[0], fitting[0].why_not)

    def _reaches(self, sentence: Sentence, n: int, head: int) -> bool:
        """True when a mention hangs on the source's head by nothing but nouns, or on what the source hangs on."""
        up = sentence.tokens[n].head
        return up == head or up == sentence.tokens[head].head or sentence.tokens[n].dep == "ROOT"

    def _described(self, source: Passage, sentence: Sentence, head: int, *, said: bool) -> Found:
        """An actor known only by the source's own words: "a 4-1 majority", "some in the harbour"."""
        token = sentence.tokens[head]
        named = said and token.pos in ("NOUN", "PROPN")
        if not named and not self._speaks(sentence, head) and not self._counts(source, sentence, head):
            return Found(None)
        words = " ".join(source.words.split())
        article, _, rest = words.partition(" ")
        strip = rest and article.lower() in self._small.indefinite | {"the"} and token.start > source.start
        plain = rest if strip else words
        noun = self._reading.report.text[token.start : token.end]
        whole = self._whole_word(token)
        noun = whole if self._cast.lexicons.speakers.is_noun(whole) else noun
        plural = token.tag in ("NNS", "NNPS")
        description = describe(plain, noun, article if rest else "", plural, self._cast)
        return Found(body_described(description, source.report, self._cast).key)

    def _speaks(self, sentence: Sentence, head: int) -> bool:
        """True for a noun of people or bodies: "watchers"; "majority" and "summit" are none."""
        token, word = sentence.tokens[head], self._word(sentence, head)
        if word in RELATIVES or token.pos not in ("NOUN", "PROPN", "NUM", "ADJ", "DET", "PRON"):
            return False
        lexicons = self._cast.lexicons
        whole = self._whole_word(token)
        known = any(map(lexicons.speakers.is_noun, (word, whole))) or bool(lexicons.titles.offices(word))
        if word in lexicons.speakers.things:
            return False
        known = known or (token.tag == "NN" and word.capitalize() in lexicons.organisations.heads)
        people = token.lemma.endswith(self._small.people) or token.tag == "NNPS"
        return known or people or lexicons.speakers.is_noun(token.lemma)

    def _counts(self, source: Passage, sentence: Sentence, head: int) -> bool:
        """True for people counted: "thousands of supporters", "a handful of Democrats"."""
        rest = source.words.lower().partition(" of ")[2].split()
        people = self._cast.lexicons.speakers
        return self._word(sentence, head) in self._small.quantities and any(map(people.is_noun, rest))

    def _whole_word(self, token: Token) -> str:
        """The word between white space that a token is part of: `e-mails` for its `e` or `mails`."""
        text = self._reading.report.text
        start = max(text.rfind(" ", 0, token.start), text.rfind("\n", 0, token.start)) + 1
        rest = HYPHENED.match(text, token.end)
        return text[start : rest.end() if rest else token.end].lower()

    def _class(self, candidate: Candidate, source: Passage, told: SpeakerClass) -> SpeakerClass:
        """How well the speaker is known, by what they are and by the words of the source; `told` is what these say by
        themselves."""
        speakers = self._cast.lexicons.speakers
        if self._named(candidate):
            return SpeakerClass.NAMED
        words = source.words.lower()
        last = set(candidate.name.lower().replace("-", " ").split())
        if candidate.thing:
            return SpeakerClass.DOCUMENT
        if told in (SpeakerClass.OFFICIAL, SpeakerClass.ANONYMOUS, SpeakerClass.DOCUMENT):
            return told
        if any(marker in words for marker in speakers.markers) or candidate.name.lower().startswith("senior"):
            return SpeakerClass.ANONYMOUS
        indefinite = words.partition(" ")[0] in ("a", "an", "one", "another", "some")
        office = candidate.official or any(self._cast.candidates[key].official for key in candidate.members)
        single = candidate.kind is ActorKind.UNNAMED and indefinite and bool(last & speakers.people)
        if office and not single:
            return SpeakerClass.OFFICIAL
        return SpeakerClass.ANONYMOUS

    def _named(self, candidate: Candidate) -> bool:
        """True for whoever has a name, and for several of whom one has: "both countries", when the report names them;
        "Marn and her officials", where Marn can be asked."""
        if candidate.members:
            return any(self._named(self._cast.candidates[key]) for key in candidate.members)
        return candidate.kind in (ActorKind.PERSON, ActorKind.GOVERNMENT) or candidate.key.startswith("organisation:")


def _rank(read: Read) -> tuple[int, int]:
    kinds = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.ROLE, MentionKind.PLACE)
    kind = read.mention.kind
    return (kinds.index(kind) if kind in kinds else 9, -(read.mention.passage.end - read.mention.passage.start))


def _after_dateline(source: Passage) -> Passage:
    """The source without a dateline that cleaning left before it: "TARN, Varnia — Premier Ada Marn"."""
    opening = DATELINE.match(source.words)
    cut = opening.end() if opening else 0
    return Passage(source.report, source.start + cut, source.end, source.words[cut:])
