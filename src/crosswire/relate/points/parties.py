"""Who a word of a sentence is told of: names, role, how many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crosswire.model.token_tree import TokenTree
from crosswire.relate.points.statements import NUMBER_WORDS, Slots

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
RELATIVE = frozenset({"who", "that", "which", "whom"})
# "a senior at Velden High School who was killed": the school wasn't.
BODIES = frozenset({"ORG", "FAC", "GPE", "LOC"})
NOBODY = frozenset({"nobody", "none", "no"})
# What stands in a name and names nobody by itself.
TITLES = frozenset(
    {"mr.", "mrs.", "ms.", "dr.", "jr.", "sr.", "ii", "iii", "iv", "mr", "mrs", "ms", "dr", "jr", "sr"}
    | {"police", "officer", "deputy", "sheriff", "sgt.", "lt.", "capt.", "suspect", "victim", "county"}
)
ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5}
PLACES = frozenset({"GPE", "LOC", "FAC"})
AGE_LABELS = frozenset({"amod", "nummod", "npadvmod", "appos"})
OLDEST = 110
# "the arrest of Tarn", "the death of Tarn" are of somebody.
DONE_TO_PEOPLE = frozenset({"arrest", "capture", "death", "killing", "shooting", "murder", "slaying", "stabbing"})
EXCEPT = frozenset({"but", "except", "besides"})
WHOLE = frozenset({"all", "everyone", "everybody", "none", "nobody", "any"})
BEFORE_NAME = frozenset({"det", "amod", "nummod", "npadvmod", "compound", "poss"})
PLURAL = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody told of in a sentence, as one of its words names him.

    `names`: last words of names; `whole`: the names, word by word. `role`: the head's lemma, empty for a name.
    `count`: how many are meant, 0 for nobody, None where that isn't said; `order`: 2 for "a second man".
    `start`/`end`: offsets in the report's text of the words that name him. `ages` as digits.
    """

    names: frozenset[str]
    whole: tuple[tuple[str, ...], ...]
    role: str
    count: int | None
    order: int
    pronoun: bool
    plural: bool
    start: int
    end: int
    ages: frozenset[str] = frozenset()
    vague: bool = False

    @property
    def full(self) -> bool:
        """True where a first and a last name are told."""
        return any(len(name) > 1 for name in self.whole)


class Grammar(TokenTree):
    """One sentence's tokens, to be asked for what hangs on what."""

    def __init__(self, slots: Slots) -> None:
        super().__init__(slots.tokens)
        self.slots = slots

    def lemma(self, n: int) -> str:
        """The token's lemma in lower case."""
        return self.tokens[n].lemma.casefold()

    def written(self, n: int) -> str:
        """The token as it is printed."""
        start = self.slots.passage.start
        return self.slots.passage.words[self.tokens[n].start - start : self.tokens[n].end - start]

    def has(self, n: int, lemmas: Iterable[str]) -> bool:
        """True when a child of `n` has one of the lemmas."""
        wanted = frozenset(lemmas)
        return any(self.lemma(c) in wanted for c in self.children[n])

    def objects(self, n: int, *prepositions: str) -> list[int]:
        """The objects of the prepositions under `n`; of all where none is named."""
        return [
            o
            for p in self.children[n]
            if self.tokens[p].dep in ("prep", "agent", "dative") and (not prepositions or self.lemma(p) in prepositions)
            for o in self.under(p, "pobj", "pcomp")
        ]

    def chain(self, n: int) -> list[int]:
        """The verb, then those that it completes or continues: "hopes | to start | to build"."""
        found = [n]
        while self.tokens[found[-1]].dep in ("xcomp", "acl", "pcomp", "conj", "ccomp", "prep", "advcl"):
            head = self.tokens[found[-1]].head
            if head in found:
                break
            found.append(head)
        return found

    def subject(self, n: int) -> int | None:
        """Who does the verb, or whom a passive is of: its own subject, else that of the verb it continues."""
        for _ in self.tokens:
            own = self.under(n, *SUBJECTS)
            if own:
                return self._meant(own[0], n)
            token = self.tokens[n]
            if token.dep in ("acl", "relcl"):
                return token.head
            if token.dep not in ("xcomp", "conj", "advcl", "ccomp", "pcomp") or token.head == n:
                return None
            n = token.head if self.tokens[token.head].pos in ("VERB", "AUX") else self.tokens[token.head].head
        return None

    def patient(self, n: int) -> int | None:
        """To whom the verb is done: the subject of a passive, the noun that a participle describes, the object."""
        token = self.tokens[n]
        if self.under(n, "nsubjpass", "auxpass"):
            found = self.subject(n)
            return self._before_passive(n) if found is None else found
        if token.tag == "VBN" and not self.under(n, "aux", "dobj", "nsubj"):
            return self.subject(n)
        own = self.under(n, "dobj")
        if own:
            return self._meant(own[0], n)
        inner = [s for c in self.under(n, "ccomp") for s in self.under(c, *SUBJECTS)]
        if inner:
            return inner[0]
        relative = token.dep == "relcl" and bool(self.under(n, "nsubj"))
        return token.head if relative else None

    def _before_passive(self, n: int) -> int | None:
        """The noun right before "was", where the parse hung it on another: "said officials, Ana Lupo was held"."""
        first = min(self.under(n, "auxpass"), default=0) - 1
        return first if first >= 0 and self.tokens[first].pos in ("NOUN", "PROPN", "PRON") else None

    def _meant(self, n: int, verb: int) -> int:
        """The noun that a relative pronoun stands for: "the man who was arrested"."""
        token = self.tokens[verb]
        if self.lemma(n) not in RELATIVE or token.dep != "relcl":
            return n
        meant = token.head
        if self.lemma(n) == "who" and self.tokens[meant].entity in BODIES and self.tokens[meant].dep == "pobj":
            above = self.tokens[self.tokens[meant].head].head
            return above if self.tokens[above].pos in ("NOUN", "PROPN") or self.tokens[above].dep == "appos" else meant
        return meant

    def negated(self, n: int) -> bool:
        """True for "was not arrested", "has yet to be found", "never"; of the word alone."""
        turned = self.under(n, "neg") or self.has(n, ("never", "not", "n't", "n’t"))
        governor = self.tokens[self.tokens[n].head]
        yet = (
            self.tokens[n].dep == "xcomp"
            and governor.lemma in ("have", "remain")
            and self.has(self.tokens[n].head, ("yet",))
        )
        return bool(turned) or yet

    def left_out(self, n: int) -> bool:
        """True for "all but Ana Lupo"."""
        before = n - 1
        while before > 0 and self.tokens[before].dep == "compound":
            before -= 1
        return before > 0 and self.lemma(before) in EXCEPT and self.lemma(before - 1) in WHOLE

    def party(self, n: int) -> Party:
        """Who the word is."""
        members = [n, *self._joined(n)]
        whole = tuple(name for m in members for name in self.names_of(m))
        token = self.tokens[n]
        return Party(
            names=frozenset(name[-1] for name in whole),
            whole=whole,
            role="" if token.pos == "PROPN" else self.lemma(n),
            count=self._count(n, members, whole),
            order=self._order(n),
            pronoun=token.pos == "PRON" and self.lemma(n) not in NOBODY and self.lemma(n) not in ("anyone", "someone"),
            plural=(token.tag in PLURAL and not self.names_of(n)) or len(members) > 1,
            start=min(self.tokens[m].start for m in self._before_name(n)),
            end=self.tokens[n].end,
            ages=self._ages(members),
            vague=self.has(n, ("several", "multiple", "many", "some", "more")),
        )

    def _before_name(self, n: int) -> list[int]:
        """The word and what stands before it and belongs to it: "the | 13 | -year- | old", "Ana | Lupo"."""
        found = [n]
        for m in found:  # grows while it runs
            found += [c for c in self.children[m] if c < m and self.tokens[c].dep in BEFORE_NAME]
        return found

    def _joined(self, n: int) -> list[int]:
        """The words that "and" joins to the word."""
        found = []
        for c in self.under(n, "conj"):
            if self.tokens[c].pos in ("NOUN", "PROPN"):
                found += [c, *self._joined(c)]
        return found

    def names_of(self, n: int) -> list[tuple[str, ...]]:
        """The names of one word of a party: its own, or that of the name beside it ("the driver, Ana Lupo")."""
        named = self.tokens[n].pos == "PROPN" or (self.tokens[n].entity == "PERSON" and self.written(n)[:1].isupper())
        heads = [n] if named else []
        heads += [c for c in self.under(n, "appos") if self.tokens[c].pos == "PROPN"]
        found = []
        for head in heads:
            before = [c for c in self.children[head] if self.tokens[c].dep in ("compound", "flat") and c < head]
            words = [m for m in (*before, head) if self._in_name(m)]
            written = (self.written(m).casefold().strip(".") for m in words)
            name = tuple(w for w in written if w and w not in TITLES and w + "." not in TITLES)
            if name:
                found.append(name)
        return found

    def _in_name(self, n: int) -> bool:
        """True for a capital word of a name; "father" beside a name is taken for one by the language pipeline."""
        token = self.tokens[n]
        person = token.pos == "PROPN" or token.entity == "PERSON"
        return person and not self.place(n) and self.written(n)[:1].isupper()

    def place(self, n: int) -> bool:
        """True for a place: who acts or dies is none, whatever it is taken for."""
        if self.tokens[n].entity not in PLACES:
            return False
        for _ in self.tokens:
            token = self.tokens[n]
            if token.dep not in ("conj", "compound") or token.head == n:
                break
            n = token.head
        over = self.tokens[self.tokens[n].head]
        named = self.tokens[n].dep == "appos" and over.pos == "NOUN"
        meant = over.lemma in ("for", "by", "against", "as")
        meant = self.tokens[n].dep == "pobj" and (meant or self.lemma(over.head) in DONE_TO_PEOPLE)
        return self.tokens[n].dep not in (*SUBJECTS, "dobj") and not named and not meant

    def _count(self, n: int, members: Sequence[int], whole: Sequence[tuple[str, ...]]) -> int | None:
        """How many a party is."""
        if self.lemma(n) in NOBODY or self.lemma(n) == "neither" or self.has(n, ("no",)):
            return 0
        if self.objects(n, "of"):
            return None  # "one of the men"
        told = [v for c in self.under(n, "nummod") if (v := number(self.lemma(c))) is not None]
        if told:
            return told[0]
        if self.tokens[n].pos == "NUM":
            return number(self.lemma(n))
        order = self._order(n)
        if order or len(whole) > 1:
            return order or len(whole)
        one = self.tokens[n].tag == "NN" and self.has(n, ("a", "an", "one")) and len(members) == 1
        return 1 if one else None

    def _order(self, n: int) -> int:
        """2 for "a second man" and "a second robbery suspect", 0 where nobody is counted."""
        inside = [c for k in self.under(n, "compound") for c in self.children[k]]
        return max((ORDINALS.get(self.lemma(c), 0) for c in (*self.children[n], *inside)), default=0)

    def _ages(self, members: Iterable[int]) -> frozenset[str]:
        """The ages told of the party: "Ana Lupo, 31", "a 31-year-old man"."""
        near = list(members)
        for n in near:  # grows while it runs
            near += [c for c in self.children[n] if self.tokens[c].dep in AGE_LABELS and c not in near]
        words = (self.lemma(c) for c in near if self.tokens[c].pos in ("NUM", "ADJ", "NOUN"))
        return frozenset(w for w in words if w.isdigit() and 0 < int(w) < OLDEST)


def number(word: str) -> int | None:
    """The value of a word that counts: "two" → 2; None for others."""
    digits = NUMBER_WORDS.get(word, word)
    return int(digits) if digits.isdigit() and len(digits) < 6 else None
