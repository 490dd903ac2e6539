"""Which words of a sentence another one has too, by itself or by what its report tells of the same people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain, pairwise

from crosswire.lexicons.geography import Geography
from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Token
from crosswire.model.passage import Passage
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.somebody import OTHERS, Cast, Somebody, another
from crosswire.relate.points.statements import Term, stem

TIMES = frozenset({"DATE", "TIME"})
# Two forms of one word begin with so many letters, and the longer one has no more than so many besides.
LEAST_FORM, LONGEST_ENDING = 5, 4
# "tense", "tension"; not "hot", "hotel".
LEAST_STEM = 4
DAY = len("2031-03-04")
YEARS = frozenset({"year", "years", "old", "age", "aged"})
MONTHS = frozenset({"month", "week", "day"})
YEAR_OLD = "year-old"
# "Shot herself" is told by no "shooting of the girl".
SELF = ("self", "selves")
# How much of it: the other sentence must say so.
PARTS = frozenset({"half", "most", "third", "quarter", "majority", "dozen", "dozens", "hundreds", "thousands"})

BOTH = frozenset({"both", "two"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class ToldWords:
    """The sentences of a story, to be asked which words of another each has."""

    def __init__(self, hood: Neighbourhood, cast: Cast, words: PointWords, geography: Geography) -> None:
        self._hood, self._cast, self._geography, self._narrow = hood, cast, geography, words.narrow
        self._synonyms = {stem(lemma): classes for lemma, classes in words.same.items()}
        self._lands: dict[int, Mapping[int, str]] = {}
        self._terms: dict[int, dict[int, Term]] = {}
        self._known: dict[tuple[int, int], dict[int, bool]] = {}
        self._spellings: dict[int, _Spelt] = {}
        self._told_of: dict[int, Sequence[Somebody]] = {}
        self._reports: Mapping[int, frozenset[str]] = {}
        self._ages: Mapping[int, frozenset[str]] = {}

    def weight(self, n: int, passage: Passage) -> tuple[float, int]:
        """How much the passage says, by the rareness of its words, and how many say something: "not" does."""
        inside = [t for t in self.terms(n).values() if passage.start <= t.start < passage.end]
        tokens = [t for t in self._hood.slots[n].tokens if passage.start <= t.start < passage.end]
        negated = any(t.dep == "neg" or t.lemma.lower() == "no" for t in tokens)
        return sum(self._hood.weight(t.stem) for t in inside), len(inside) + negated

    def terms(self, n: int) -> dict[int, Term]:
        """Offset → the content word of sentence `n` that begins there."""
        if n not in self._terms:
            self._terms[n] = {t.start: t for t in self._hood.slots[n].sequence}
        return self._terms[n]

    def met(self, n: int, k: int, m: int) -> bool:
        """True for a word of sentence `n` that sentence `m`, or what its report tells of the same people, has."""
        known = self._known.setdefault((n, m), {})
        if k not in known:
            known[k] = self._met(n, k, m)
        return known[k]

    def _met(self, n: int, k: int, m: int) -> bool:
        slots, there = self._hood.slots[n], self._hood.slots[m]
        token, term = slots.tokens[k], self.terms(n).get(slots.tokens[k].start)
        if token.entity in TIMES and token.pos != "PUNCT" and not self._of_age(n, k):
            return self._timed(n, m, k)
        lemma = token.lemma.lower()
        if lemma in PARTS:
            return lemma in there.lemmas
        if lemma == "both" and SUBJECTS & {token.dep, slots.tokens[token.head].dep if token.dep == "det" else ""}:
            return not BOTH.isdisjoint(there.lemmas)  # "Both were held" is not told of one
        if token.dep == "dobj" and lemma.endswith(SELF):
            return any(w.endswith(SELF) or w in ("suicide", "self") for w in there.lemmas)
        if term is None or lemma in self._cast.words.idle or token.dep in ("aux", "auxpass"):
            return True
        if lemma in self._narrow:  # "seriously" says "serious", "drove" no "driver"
            formed = token.pos == "ADJ" and any(_formed(term.stem, t.stem) for t in there.sequence)
            return formed or lemma in there.lemmas or self._named(n, k, m)
        if token.pos == "PROPN" and not self._capital(m, term.stem):
            return self._elsewhere(n, k, m, term)
        if term.stem in there.terms or lemma in there.lemmas:
            return (token.dep != "nummod" or self._counted(n, k, m)) and not self._owner_there(n, k, m, term)
        return self._elsewhere(n, k, m, term)

    def _elsewhere(self, n: int, k: int, m: int, term: Term) -> bool:
        """True where the other sentence has the word by a name, in two parts, or in other words."""
        if self._named(n, k, m) or self._joined(n, k, m) or self.land(n, k, m):
            return True
        return self._coloured(n, k, m) or self._otherwise(n, k, m, term)

    def _capital(self, m: int, stem: str) -> bool:
        """True where the sentence has the word as a name: "Quarry Road" is not told by "lay in the road"."""
        words, first = self._hood.slots[m].passage.words, self._hood.slots[m].passage.start
        return any(t.stem == stem and words[t.start - first].isupper() for t in self._hood.slots[m].sequence)

    def _named(self, n: int, k: int, m: int) -> bool:
        """True for a word of the name of somebody whom the other sentence names too, and for the title before it.

        "Sen. Lupo" / "Senator Ana Lupo". Counter-example: "Pavel Lupo" / "Ana Lupo", whom the mentions tell apart.
        """
        slots, there = self._hood.slots[n], self._hood.slots[m]
        both = [(start, end) for start, end, a in slots.mentions if a in there.actors]
        for at, token in enumerate(slots.tokens[k:], start=k):
            if any(start <= token.start < end for start, end in both):
                return at == k or slots.tokens[at - 1].lemma != "of"  # "the killing of Ana Lupo" is no title
            if self._act(n, at) or (token.pos not in ("NOUN", "PROPN") and token.lemma != "of"):
                break
        return False

    def _act(self, n: int, k: int) -> bool:
        """True for a noun of what happens or is done."""
        term = self.terms(n).get(self._hood.slots[n].tokens[k].start)
        return term is not None and term.happens

    def land(self, n: int, k: int, m: int) -> bool:
        """True for a word of the name of a country, or of what is its own, that the other sentence names in any way.

        "the United States" / "US ships". Counter-example: "in Moscow" / "in Russia".
        """
        land = self._countries(n).get(k)
        return land is not None and land in self._countries(m).values()

    def _countries(self, n: int) -> Mapping[int, str]:
        """Word of sentence `n` → the country that it names, alone or with the word beside it."""
        if n not in self._lands:
            slots = self._hood.slots[n]
            text, first = slots.passage.words, slots.passage.start
            spans = [(k, k) for k in range(len(slots.tokens))] + [(k, k + 1) for k in range(len(slots.tokens) - 1)]
            found: dict[int, str] = {}
            for one, last in spans:
                name = text[slots.tokens[one].start - first : slots.tokens[last].end - first]
                land = self._geography.countries.get(name) or self._geography.demonyms.get(name)
                found |= dict.fromkeys((one, last), land) if land else {}
            self._lands[n] = found
        return self._lands[n]

    def _joined(self, n: int, k: int, m: int) -> bool:
        """True for a word written in two in one of the sentences: "air base" / "airbase", "e-mail" / "email"."""
        here, there, start = self._spelt(n), self._spelt(m), self._hood.slots[n].tokens[k].start
        return here.words.get(start) in there.pairs or any(pair in there.all for pair in here.beside.get(start, ()))

    def _spelt(self, n: int) -> _Spelt:
        if n not in self._spellings:
            self._spellings[n] = _Spelt(self._hood.slots[n].tokens)
        return self._spellings[n]

    def _coloured(self, n: int, k: int, m: int) -> bool:
        """True for what describes an act and stands elsewhere in the other report: "tense talks" / "the tension"."""
        tokens = self._hood.slots[n].tokens
        token, act = tokens[k], self.terms(n).get(tokens[tokens[k].head].start)
        if token.dep != "amod" or token.pos != "ADJ" or act is None or not act.happens:
            return False
        stem = self.terms(n)[token.start].stem
        told = self._report(self._hood.slots[m].report)
        return len(stem) >= LEAST_STEM and any(
            word.startswith(stem) and len(word) - len(stem) <= LONGEST_ENDING for word in told
        )

    def _otherwise(self, n: int, k: int, m: int, term: Term) -> bool:
        """True where the other sentence has the word in other words: a name and an age may stand in its report."""
        there, token, words = self._hood.slots[m], self._hood.slots[n].tokens[k], self._cast.words
        lemma = token.lemma.lower()
        if lemma in words.police:
            return any("police" in s.kinds for s in self.people(m))
        if token.pos == "PROPN" and not self._of_somebody(n, k):
            return False
        if token.pos == "NUM" and self._of_age(n, k):
            return term.stem in self._ages_in(there.report)
        if token.pos == "PROPN" or lemma in words.kin or self._of_age(n, k):
            return term.stem in self._report(there.report)
        if token.pos == "NUM":
            return term.stem in there.numbers and self._counted(n, k, m)
        if lemma in words.plain and token.pos == "NOUN":
            return self._person_met(n, k, m)
        if lemma in OTHERS:
            return not OTHERS.isdisjoint(there.lemmas)
        return any(self.one_word(term, t) for t in there.sequence)

    def _owner_there(self, n: int, k: int, m: int, term: Term) -> bool:
        """True for a noun that is only an owner in the other sentence: "saw her aunt" / "saw her aunt's house"."""
        token, there = self._hood.slots[n].tokens[k], self._hood.slots[m]
        if token.pos != "NOUN" or token.dep not in ("dobj", "pobj", "attr"):
            return False
        terms = self.terms(m)
        told = [t for t in there.tokens if t.start in terms and terms[t.start].stem == term.stem]
        return bool(told) and all(t.dep == "poss" for t in told)

    def _counted(self, n: int, k: int, m: int) -> bool:
        """True where the other sentence counts the same with the number: "four guns" isn't "four people"."""
        here, there = self._hood.slots[n], self._hood.slots[m]
        counted = _counted(here.tokens, k)
        mine, terms = self.terms(n).get(here.tokens[counted].start), self.terms(m)
        number = self.terms(n)[here.tokens[k].start].stem
        if mine is None or here.tokens[k].dep != "nummod":
            return True
        for j, token in enumerate(there.tokens):
            written = terms.get(token.start)
            if written is None or written.stem != number:
                continue
            other = terms.get(there.tokens[_counted(there.tokens, j)].start)
            people = self._cast.who(n, counted).person
            if token.dep != "nummod" or other is None or self.one_word(mine, other):
                return True
            if people and self._cast.who(m, _counted(there.tokens, j)).person:
                return True
        return False

    def _of_somebody(self, n: int, k: int) -> bool:
        """True for a word of the name of who does it or to whom it is done: the other may call him "he"."""
        tokens = self._hood.slots[n].tokens
        for _ in tokens:
            token = tokens[k]
            if token.dep not in ("compound", "appos", "flat", "nmod") or token.head == k:
                break
            if token.dep == "compound" and tokens[token.head].pos == "NOUN":
                return False  # "a | Velden man" has the town, not his name
            k = token.head
        return tokens[k].dep in ("nsubj", "nsubjpass", "dobj", "appos") and self._cast.who(n, k).person

    def _person_met(self, n: int, k: int, m: int) -> bool:
        """True where the other sentence tells of somebody who may be the one that the noun stands for.

        "A woman" says more than "a victim", and "another man" more than "a man".
        """
        mine = self._cast.who(n, k)
        near = (o for o in self.people(m) if not another(mine, o))
        return any(o.names or ((o.other or not mine.other) and mine.man in (None, o.man)) for o in near)

    def people(self, m: int) -> Sequence[Somebody]:
        """Everybody of whom the sentence tells."""
        if m not in self._told_of:
            tokens = self._hood.slots[m].tokens
            heads = [k for k, t in enumerate(tokens) if t.pos in ("NOUN", "PROPN", "PRON") and t.dep != "compound"]
            self._told_of[m] = [s for k in heads if (s := self._cast.who(m, k)).person]
        return self._told_of[m]

    def _of_age(self, n: int, k: int) -> bool:
        """True for the number of "21-year-old", "Ana Lupo, 21", and the words that belong to it."""
        tokens = self._hood.slots[n].tokens
        token, above = tokens[k], tokens[tokens[k].head]
        lemma = token.lemma.lower()
        if token.pos == "NUM":
            months = above.lemma.lower() in MONTHS and tokens[above.head].lemma.lower() == "old"
            return token.dep == "appos" or above.lemma.lower() in YEARS or months
        return lemma in YEARS or YEAR_OLD in lemma

    def _report(self, report: int) -> frozenset[str]:
        """All stems of a report."""
        if not self._reports:
            found: dict[int, set[str]] = defaultdict(set)
            for slots in self._hood.slots:
                found[slots.report].update(slots.terms, slots.numbers)
            self._reports = {n: frozenset(stems) for n, stems in found.items()}
        return self._reports[report]

    def _ages_in(self, report: int) -> frozenset[str]:
        """The ages that a report gives: "10-year-old" is not told by "at 10 p.m."."""
        if not self._ages:
            found: dict[int, set[str]] = defaultdict(set)
            for n, slots in enumerate(self._hood.slots):
                terms = self.terms(n)
                aged = (
                    terms[t.start].stem for k, t in enumerate(slots.tokens) if t.start in terms and self._aged(n, k)
                )
                found[slots.report].update(aged)
            self._ages = {n: frozenset(ages) for n, ages in found.items()}
        return self._ages[report]

    def _aged(self, n: int, k: int) -> bool:
        """True for the number of "10-year-old", "Ana Lupo, 10", "ages 9 and 10"."""
        tokens = self._hood.slots[n].tokens
        if tokens[k].pos != "NUM":
            return False
        first = tokens[k].head if tokens[k].dep == "conj" else k
        return self._of_age(n, first) or self._of_age(n, k)

    def _timed(self, n: int, m: int, k: int) -> bool:
        """True for a time of which the other sentence has the day or the very words."""
        term = self.terms(n).get(self._hood.slots[n].tokens[k].start)
        here, there = self._hood.slots[n], self._hood.slots[m]
        if term is None or term.stem in there.terms:
            return True
        if here.tokens[k].entity == "TIME":
            return False
        days = {value[:DAY] for value in here.times if len(value) >= DAY}
        return any(value[:DAY] in days for value in there.times)

    def one_word(self, mine: Term, other: Term) -> bool:
        """True for one word, one word in two forms ("accident", "accidental"), and synonyms."""
        if mine.stem == other.stem or _formed(mine.stem, other.stem):
            return True
        return not self._classes(mine).isdisjoint(self._classes(other))

    def _classes(self, term: Term) -> frozenset[str]:
        """The synonym classes of the word, and of what it is formed from: of "slaying" those of "slay"."""
        formed_from = self._synonyms.get(term.stem)
        return term.classes.union(formed_from) if formed_from else term.classes


def _formed(one: str, two: str) -> bool:
    """True for two forms of one word."""
    short, long = (one, two) if len(one) <= len(two) else (two, one)
    return len(short) >= LEAST_FORM and long.startswith(short) and len(long) - len(short) <= LONGEST_ENDING


def _counted(tokens: Sequence[Token], k: int) -> int:
    """What the number counts: of "two plainclothes officers" the officers."""
    head = tokens[k].head
    for _ in tokens:
        if tokens[head].dep not in ("compound", "amod", "nmod") or tokens[head].head <= head:
            break
        head = tokens[head].head
    return head


class _Spelt:
    """The words of a sentence but its marks, by where they begin, and any two that stand beside each other as one."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.words = {t.start: t.lemma.lower() for t in tokens if t.lemma[:1].isalnum()}
        self.all = frozenset(self.words.values())
        self.beside: dict[int, list[str]] = {start: [] for start in self.words}
        for (one, a), (two, b) in pairwise(self.words.items()):
            self.beside[one].append(a + b)
            self.beside[two].append(a + b)
        self.pairs = frozenset(chain.from_iterable(self.beside.values()))
