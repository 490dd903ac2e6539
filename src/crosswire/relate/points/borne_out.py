"""Whether another sentence says what words of a sentence say: each of them, of the same people, in the same event."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from crosswire.lexicons.acts import ActWords
from crosswire.lexicons.geography import Geography
from crosswire.lexicons.points import PointWords
from crosswire.model.passage import Passage
from crosswire.relate.points.clashes import counted_otherwise, other_times
from crosswire.relate.points.passages import clause_of
from crosswire.relate.points.roles import RoleReader
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.somebody import Cast, Somebody, another, another_name
from crosswire.relate.points.spellings import spelt_alike
from crosswire.relate.points.statements import Slots, Term
from crosswire.relate.points.told_words import DAY, TIMES, ToldWords
from crosswire.relate.points.versions import Told

# How much less words say that lean on others.
LEANING = 8.0
# So many words must say something where nobody is named.
FEWEST_WORDS = 3
RARE = 9.0
FEWEST_CALLING = 2
# "he", "that shooting": words that lean on others. "the" and "a" don't.
POINTING = frozenset({"PRP", "DT"})
WHOLE = frozenset({"the", "a", "an", "all", "both", "no", "every", "each", "some", "any", "another"})
SUBJECTS, DONE_TO = frozenset({"nsubj", "nsubjpass"}), frozenset({"dobj", "nsubjpass"})
# Verbs that say nothing by themselves: what stands behind them does.
BARE = frozenset({"be", "have", "do", "get", "make", "take", "become", "remain", "give", "say", "tell"})
# "began to sink" is "sank".
GOING_ON = frozenset({"begin", "start", "continue", "manage", "proceed"})
COMPLEMENTS = frozenset({"attr", "acomp", "dobj", "oprd", "prep", "xcomp", "advmod", "ccomp"})
NEEDED = COMPLEMENTS - {"advmod", "prep"}
# "It was the end of the day", "we were talking", "they were taken to Tarn" tell of nobody whom the reader knows.
NOBODY = frozenset({"it", "this", "that", "i", "we", "you", "they", "both", "each", "some"})
# Who speaks for one side.
SIDES = frozenset({"attorney", "lawyer", "counsel", "suspect", "defendant"})
CLAUSES = frozenset({"conj", "advcl", "relcl", "ccomp", "acl"})
# An act that a report dates so many days after the other report came out is another one. Pages keep their first date.
DAYS_AFTER = 3
# "was shot last year", "was arrested earlier this month" tell of another matter than "was shot on Friday".
RECALLED = frozenset({("last", "year"), ("earlier", "this"), ("year", "ago"), ("years", "ago"), ("in", "past")})
# "ahead of the meeting", "before the meeting": it was still to come.
AHEAD_OF = frozenset({"ahead", "before"})
SAYING, PROBE, DYING = "say", "probe", "kill"
ASKING = frozenset({"ask", "wonder", "write", "tweet"})
BELIEVING = frozenset({"believe", "think", "suspect", "fear", "assume", "allege", "suppose"})


class Bearing:
    """The sentences of a story, to be asked whether one says what words of another say."""

    def __init__(
        self,
        hood: Neighbourhood,
        cast: Cast,
        told: Told,
        words: ActWords,
        points: PointWords,
        geography: Geography,
    ) -> None:
        self._hood, self._cast, self._told, self._words = hood, cast, told, words
        self._classes = points.same
        self._roles, self._words_of = RoleReader(cast, words), ToldWords(hood, cast, points, geography)
        self._same: dict[tuple[int, int, int], int | None] = {}
        self._whom: dict[int, Sequence[Somebody]] = {}

    def bears(self, n: int, passage: Passage, m: int) -> bool:
        """True where sentence `m` says all that the passage of sentence `n` says, of the same people and event."""
        slots = self._hood.slots[n]
        inside = {k for k, t in enumerate(slots.tokens) if passage.start <= t.start < passage.end}
        root = self.root(n, passage)
        if root is None or not all(self._words_of.met(n, k, m) for k in inside if k != root):
            return False
        if self._printed(n, root, passage, m):
            return True
        if counted_otherwise(slots, passage, self._hood.slots[m]):
            return False
        return all(self.anchor(n, act, m) is not None for act in self._acts(n, root, inside))

    def _printed(self, n: int, root: int, passage: Passage, m: int) -> bool:
        """True where the other sentence has the very words, as a fact or a claim just as here."""
        there = self._hood.slots[m]
        at = there.passage.words.casefold().find(passage.words.casefold())
        start = there.passage.start + at + self._hood.slots[n].tokens[root].start - passage.start
        same = next((k for k, t in enumerate(there.tokens) if at >= 0 and t.start == start), None)
        return same is not None and self._mood(n, root) == self._mood(m, same)

    def _acts(self, n: int, root: int, inside: Collection[int]) -> list[int]:
        """The verb of the words, and those of the clauses in them: "was shot | after she fled"."""
        tokens, tree, terms = self._hood.slots[n].tokens, self._cast.tree(n), self._words_of.terms(n)
        more = (k for k in sorted(inside) if tokens[k].dep in CLAUSES and tree.is_verb(k) and tokens[k].start in terms)
        return [root, *(k for k in more if k != root and tokens[k].lemma not in BARE)]

    def weight(self, n: int, passage: Passage) -> tuple[float, int]:
        """How much the passage says, by the rareness of its words, and how many words say something."""
        return self._words_of.weight(n, passage)

    def words(self, n: int, passage: Passage) -> frozenset[str]:
        """The stems of the passage's words that say something."""
        terms = self._words_of.terms(n).values()
        return frozenset(t.stem for t in terms if passage.start <= t.start < passage.end)

    def weighs(self, n: int, passage: Passage, least: float) -> bool:
        """True where the passage says at least so much, in three words; in two, with a name, a number or rare words.

        It names somebody or something, gives a number or tells what came of it: "the vehicle stopped" says little.
        """
        weight, words = self.weight(n, passage)
        tokens = self._hood.slots[n].tokens
        named = any(t.pos in ("PROPN", "NUM") and passage.start <= t.start < passage.end for t in tokens)
        few = FEWEST_WORDS - ((named or weight >= RARE) and not self._cut_short(n, passage, "prep"))
        if weight < least or words < few or self._cut_short(n, passage) or self._claimed(n, passage):
            return False
        if not named and self._words.outcomes.isdisjoint(self._classes_in(n, passage)):
            return False
        return not self._calls(n, passage) and not self._goes_without_saying(n, passage)

    def _classes_in(self, n: int, passage: Passage) -> frozenset[str]:
        """The words of the passage and their synonym classes."""
        inside = [t.lemma.lower() for t in self._hood.slots[n].tokens if passage.start <= t.start < passage.end]
        return frozenset(inside).union(*(self._classes.get(lemma, ()) for lemma in inside))

    def _claimed(self, n: int, passage: Passage) -> bool:
        """True for what a side says: "her lawyer said | she defended herself"; for "it was", "they were", "his gun".

        Whoever bears it out is shown in his own words, and may be of the same side.
        """
        tokens, grammar, root = self._hood.slots[n].tokens, self._cast.grammar(n), self.root(n, passage)
        if root is None:
            return False
        subject, last = grammar.subject(root), self._chain(n, root)[-1]
        teller = grammar.subject(tokens[last].head) if tokens[last].dep == "ccomp" else None
        side = teller is not None and tokens[teller].lemma in self._cast.words.kin | SIDES
        owned = any(t.head == subject and t.dep == "poss" and t.pos == "PRON" for t in tokens)  # "his gun was found"
        return side or (subject is not None and (owned or tokens[subject].lemma.lower() in NOBODY))

    def _cut_short(self, n: int, passage: Passage, *more: str) -> bool:
        """True where what the verb needs was cut away: "Lupo shot | Horn", "two remained | in hospital".

        `more` in words that say little: "Lupo fired | at the crowd". Counter-examples: "Lupo died | at the hospital",
        "Lupo retired | on Friday".
        """
        tokens, root = self._hood.slots[n].tokens, self.root(n, passage)
        if root is None or DYING in self._classes_of(n, root):
            return False
        told = {tokens[root].lemma, *self._classes.get(tokens[root].lemma, ()), *self._classes_of(n, root)}
        last = tokens[root].end == passage.end and self._words.outcomes.isdisjoint(told)
        bare = {"prep", *more} if tokens[root].lemma in BARE or last else more
        needed = [k for k, t in enumerate(tokens) if t.head == root and t.dep in NEEDED.union(bare)]
        timed = {t.head for t in tokens if t.entity in TIMES}
        left = any(tokens[k].start >= passage.end and k not in timed for k in needed)
        return left and not any(passage.start <= tokens[k].start < passage.end for k in needed)

    def _classes_of(self, n: int, k: int) -> frozenset[str]:
        """The synonym classes of a word of sentence `n`; none where it says nothing."""
        term = self._words_of.terms(n).get(self._hood.slots[n].tokens[k].start)
        return term.classes if term else frozenset()

    def _calls(self, n: int, passage: Passage) -> bool:
        """True for a call to readers: "is asked to call the hotline"."""
        inside = (t for t in self._hood.slots[n].tokens if passage.start <= t.start < passage.end)
        return len(self._words.calls.intersection(t.lemma.lower() for t in inside)) >= FEWEST_CALLING

    def _goes_without_saying(self, n: int, passage: Passage) -> bool:
        """True for "police are investigating", "the investigation continues", "officers arrived at the house".

        Counter-examples: "the board is investigating the bank", "officers entered Tarn Hall".
        """
        root = self.root(n, passage)
        subject = None if root is None else self._cast.grammar(n).subject(root)
        if root is None or subject is None:
            return False
        tokens, terms = self._hood.slots[n].tokens, self._words_of.terms(n)
        probes = [k for k in (root, subject) if (t := terms.get(tokens[k].start)) and PROBE in t.classes]
        police = tokens[subject].pos == "NOUN" and "police" in self._cast.who(n, subject).kinds
        told = [t for t in tokens if passage.start <= t.start < passage.end and t.pos in ("PROPN", "NUM")]
        routine = tokens[root].lemma in self._words.routine and all(t.entity in TIMES for t in told)
        crew = police or tokens[subject].lemma in self._words.crews
        return subject in probes or (police and root in probes) or (crew and routine)

    def standing(self, n: int, passage: Passage) -> tuple[float, ...]:
        """Sorts words first that say most, those that lean on others behind, then the shortest."""
        weight = self.weight(n, passage)[0] - LEANING * self.leans(n, passage)
        return (-round(weight, 3), len(passage.words), n, passage.start)

    def leans(self, n: int, passage: Passage) -> bool:
        """True for words that lean on others: "he fled", "that shooting"."""
        inside = (t for t in self._hood.slots[n].tokens if passage.start <= t.start < passage.end)
        vague = [t for t in inside if t.tag in POINTING and t.lemma.lower() not in WHOLE]
        return any(t.dep in SUBJECTS or t.tag == "DT" for t in vague)

    def act(self, n: int, passage: Passage, m: int) -> int | None:
        """Where the word of sentence `m` begins that tells the act of the passage; None where there is none."""
        root = self.root(n, passage)
        found = root if n == m or root is None else self.anchor(n, root, m)
        return None if found is None else self._hood.slots[m].tokens[found].start

    def wording(self, n: int, passage: Passage, m: int, told: Passage | None = None) -> Passage:
        """The words of sentence `m` that say what the passage says: `told` where these do, else a clause that does."""
        slots, act = self._hood.slots[m], self.act(n, passage, m)
        if act is None:
            return told or slots.passage
        if told and told.start <= act < told.end:
            return told  # its names and its place may stand elsewhere in the sentence
        mine = {t.stem for t in self._words_of.terms(n).values() if passage.start <= t.start < passage.end}
        met = [t.start for t in slots.sequence if t.stem in mine] + [act]
        ends = {t.start: t.end for t in slots.tokens}
        first, last = min(met), ends[max(met)]
        whole = slots.passage
        inner = Passage(whole.report, first, last, whole.words[first - whole.start : last - whole.start])
        return clause_of(slots, inner)

    def counts(self, n: int, figure: Passage, m: int, other: Passage) -> bool:
        """True where two sentences count the same: people of one act who may be the same; or tell one hour of it."""
        here, there = self._head(n, figure), self._head(m, other)
        if here is None or there is None or another(self._cast.who(n, here), self._cast.who(m, there)):
            return False
        one, two = self._hood.slots[n], self._hood.slots[m]
        if self._later(one, two) or self._later(two, one):
            return False
        return any(self._words_of.one_word(a, b) for a in self._governing(n, here) for b in self._governing(m, there))

    def _head(self, n: int, passage: Passage) -> int | None:
        """The word that a number counts, or the last of a time of day."""
        tokens = self._hood.slots[n].tokens
        found = self._cast.tree(n).root(passage.start, passage.end)
        if found is not None and tokens[found].dep == "nummod":
            return tokens[found].head
        return found

    def _governing(self, n: int, k: int) -> list[Term]:
        """The words of the acts in which the word has a part: of "killing five people" that of killing."""
        tokens, terms, tree = self._hood.slots[n].tokens, self._words_of.terms(n), self._cast.tree(n)
        found = {tree.verb_above(k)}
        found |= {
            a for a in range(len(tokens)) if terms.get(tokens[a].start) and k in self._roles.roles(n, a).everybody()
        }
        found |= {c for c in tree.below(k) if tokens[c].dep in ("acl", "relcl", "amod") and tokens[c].head == k}
        return [terms[tokens[a].start] for a in found if a is not None and tokens[a].start in terms]

    def root(self, n: int, passage: Passage) -> int | None:
        """The verb of the passage; of "the boy, who was hit" that of the clause behind the noun."""
        tree, tokens = self._cast.tree(n), self._hood.slots[n].tokens
        root = tree.root(passage.start, passage.end)
        if root is None or tree.is_verb(root):
            return root
        under = (c for c in tree.after(root) if tokens[c].dep in ("relcl", "acl") and tokens[c].start < passage.end)
        return next(under, None)

    def states(self, n: int, passage: Passage) -> bool:
        """True for words that tell something: a clause, and no noun with one about it: "the town, which fell"."""
        tree = self._cast.tree(n)
        root = tree.root(passage.start, passage.end)
        if root is None or self.root(n, passage) is None:
            return root is not None
        return tree.is_verb(root) and not self._only_speaks(n, root, passage)

    def _only_speaks(self, n: int, root: int, passage: Passage) -> bool:
        """True for "commented on the case", "one neighbour asked": what somebody says is not told, or was cut away."""
        tokens = self._hood.slots[n].tokens
        term, grammar = self._words_of.terms(n).get(tokens[root].start), self._cast.grammar(n)
        if tokens[root].lemma == "accord":
            return True
        asks = tokens[root].lemma in ASKING
        says = asks or (term is not None and SAYING in term.classes)
        told = grammar.under(root, "ccomp", "dobj", "xcomp", "nsubjpass", "parataxis")
        told = [k for k in told if not (asks and tokens[k].dep == "dobj" and self._cast.who(n, k).person)]
        return says and not any(passage.start <= tokens[k].start < passage.end for k in told)

    def _doing(self, m: int, done_to: Collection[int]) -> list[Somebody]:
        """The people of the sentence but those who only tell something, who are told, or to whom it is done."""
        tokens, tree = self._hood.slots[m].tokens, self._cast.tree(m)
        heads = [k for k, t in enumerate(tokens) if t.pos in ("NOUN", "PROPN") and t.dep not in ("compound", "dobj")]
        heads = [k for k in heads if tokens[k].dep != "nsubjpass" and k not in done_to]
        doing = [k for k in heads if (v := tree.verb_above(k)) is None or tokens[v].lemma not in self._words.telling]
        return [s for k in doing if (s := self._cast.who(m, k)).person]

    def of_others(self, n: int, m: int) -> bool:
        """True where both sentences name whom they are of, and nobody in the one can be anybody in the other."""
        here, there = (self._of_whom(x) for x in (n, m))
        return bool(here and there) and all(another_name(a, b) and not _spelt(a, b) for a in here for b in there)

    def named(self, m: int) -> frozenset[str]:
        """The last names of all whom the sentence names but those who only tell it."""
        return frozenset(name for somebody in self._of_whom(m) for name in somebody.names)

    def _of_whom(self, m: int) -> Sequence[Somebody]:
        """Everybody whom the sentence names but those who only tell it."""
        if m not in self._whom:
            self._whom[m] = self._read_whom(m)
        return self._whom[m]

    def _read_whom(self, m: int) -> list[Somebody]:
        tokens, tree = self._hood.slots[m].tokens, self._cast.tree(m)
        found = []
        for k, token in enumerate(tokens):
            verb = tree.verb_above(k)
            tells = token.dep == "nsubj" and verb is not None and tokens[verb].lemma in self._words.telling
            named = token.pos in ("NOUN", "PROPN", "PRON") and token.dep not in ("compound", "appos")
            if named and not tells and not self._credited(m, k) and (somebody := self._cast.who(m, k)).whole:
                found.append(somebody)
        return found

    def _credited(self, m: int, k: int) -> bool:
        """True for who stands behind "according to"."""
        tokens = self._hood.slots[m].tokens
        above = tokens[tokens[k].head]
        return tokens[k].dep == "pobj" and "according" in (above.lemma, tokens[above.head].lemma)

    def _recalled(self, n: int, k: int) -> bool:
        """True where the word is told of an earlier matter: "was previously arrested", "was shot last year"."""
        tokens, tree = self._hood.slots[n].tokens, self._cast.tree(n)
        verb = k if tree.is_verb(k) else tree.verb_above(k)
        beside = [c for c in range(len(tokens)) if c != k and (tree.verb_above(c) == verb or tokens[c].head == k)]
        lemmas = [tokens[c].lemma.lower() for c in beside]
        return not self._cast.words.recalled.isdisjoint(lemmas) or any(pair in RECALLED for pair in pairwise(lemmas))

    def _later(self, one: Slots, two: Slots) -> bool:
        """True where one tells of a day after the other report had come out."""
        if one.ahead or two.ahead:
            return False
        days = (self._told.days_since(value, two) for value in one.times if len(value) >= DAY)
        gaps = [gap for gap in days if gap is not None]
        return bool(gaps) and max(gaps) < -DAYS_AFTER

    def anchor(self, n: int, root: int, m: int) -> int | None:
        """The word of sentence `m` that tells the act of the verb, in its mood, of nobody who can't be the same."""
        if (n, root, m) not in self._same:
            self._same[n, root, m] = next(self._anchored(n, root, m), None)
        return self._same[n, root, m]

    def _anchored(self, n: int, root: int, m: int) -> Iterator[int]:
        terms, tokens = self._words_of.terms(n), self._hood.slots[n].tokens
        mine = [term for a in self._anchors(n, root) if (term := terms.get(tokens[a].start))]
        for k, t in enumerate(self._hood.slots[m].tokens):
            told = self._words_of.terms(m).get(t.start)
            if told is None or self._cast.words.person(t.lemma.lower()) or (t.tag == "NNS" and self._of_any(m, k)):
                continue
            if any(self._words_of.one_word(term, told) for term in mine) and self._one_act(n, root, m, k):
                yield k

    def _one_act(self, n: int, root: int, m: int, k: int) -> bool:
        """True where two words of one meaning may tell one act: in one mood, of the same people, of one time."""
        if self._mood(n, root) != self._mood(m, k) or not self._of_the_same(n, root, m, k):
            return False
        return not self._of_other_days(n, root, m, k) and self._recalled(n, root) == self._recalled(m, k)

    def _of_other_days(self, n: int, root: int, m: int, k: int) -> bool:
        """True where both words have days of their own, far apart, or one a day on which the other report was out."""
        one, two = self._hood.slots[n], self._hood.slots[m]
        mine, others = self._dated(n, root), self._dated(m, k)
        if mine and others and other_times(one, two):
            return True
        return (mine and self._later(one, two)) or (others and self._later(two, one))

    def _of_any(self, m: int, k: int) -> bool:
        """True for "home arrests are made early": of nobody. "US strikes" are of somebody."""
        tokens = self._hood.slots[m].tokens
        named = any(tokens[c].pos == "PROPN" for c in self._cast.tree(m).below(k) if c < k)
        return not named and not any(self._cast.who(m, p).person for p in self._roles.roles(m, k).everybody())

    def _dated(self, n: int, k: int) -> bool:
        """True where a day hangs on the word itself."""
        tokens, tree = self._hood.slots[n].tokens, self._cast.tree(n)
        return any(
            tokens[c].entity == "DATE" and (not tree.is_verb(c)) and tree.verb_above(c) in (k, tree.verb_above(k))
            for c in tree.below(k)
        )

    def _anchors(self, n: int, root: int) -> list[int]:
        """The words that tell the act: the verb, of "was a mother" and "had a gun" what stands behind it."""
        tokens, terms = self._hood.slots[n].tokens, self._words_of.terms(n)
        grammar = self._cast.grammar(n)
        heads = grammar.under(root, *COMPLEMENTS)
        heads += [o for p in heads if tokens[p].dep == "prep" for o in grammar.under(p, "pobj")]
        heads = [h for h in heads if tokens[h].start in terms]
        objects = [h for h in heads if tokens[h].dep == "dobj" and tokens[h].entity not in TIMES]  # "spent hours"
        if tokens[root].lemma in self._words.light - BARE and objects and not self._cast.tree(n).is_name(objects[0]):
            return objects  # "opened fire"
        becoming = [h for h in heads if tokens[h].dep == "oprd"]
        if becoming:
            return becoming  # "was found guilty", "was pronounced dead"
        going_on = grammar.under(root, "xcomp") if tokens[root].lemma in GOING_ON else []
        if tokens[root].lemma in BARE or going_on:
            return list(going_on) or heads
        return [root] if tokens[root].start in terms else []

    def _mood(self, n: int, k: int) -> tuple[bool, bool, bool, bool]:
        """Whether the word is told as to come, as possible, as not so, as what somebody believes."""
        slots, tree = self._hood.slots[n], self._cast.tree(n)
        verb = k if tree.is_verb(k) else tree.verb_above(k)
        if verb is None:
            return (False, False, False, False)
        chain = self._chain(n, verb)
        below = [t for t in slots.tokens if t.head in (*chain, k)]
        lemmas = {t.lemma.lower() for t in below if t.dep in ("aux", "advmod", "neg", "mark", "amod", "acomp")}
        ahead = bool(lemmas & self._words.coming) or any(
            slots.tokens[c].lemma in self._words.planning | self._words.wanting for c in chain[1:]
        )
        over = slots.tokens[slots.tokens[chain[-1]].head].lemma if slots.tokens[chain[-1]].dep == "ccomp" else ""
        ahead = ahead or self._before_it(n, k)
        believed = over in BELIEVING or self._alleged(n, chain[-1])
        return ahead, bool(lemmas & self._words.doubting), any(tree.denied(c) for c in chain), believed

    def _before_it(self, n: int, k: int) -> bool:
        """True for what something else comes before: "spoke ahead of the | meeting"."""
        tokens = self._hood.slots[n].tokens
        above = tokens[tokens[k].head]
        return tokens[k].dep == "pobj" and bool({above.lemma.lower(), tokens[above.head].lemma.lower()} & AHEAD_OF)

    def _alleged(self, n: int, verb: int) -> bool:
        """True right behind a verb of believing, whatever the grammar makes of it: "police allege | he shot Lupo"."""
        tokens, subject = self._hood.slots[n].tokens, self._cast.grammar(n).subject(verb)
        first = min(self._cast.tree(n).below(subject), default=0) if subject is not None else 0
        before = [t.lemma.lower() for t in tokens[max(0, first - 2) : first] if t.lemma.lower() != "that"]
        return bool(before) and before[-1] in BELIEVING

    def _chain(self, n: int, verb: int) -> list[int]:
        """The verb and those that it completes: "deserved | to be hit", "expected Lupo | to be held"."""
        tokens, chain, at = self._hood.slots[n].tokens, [verb], verb
        for _ in tokens:
            token = tokens[at]
            to_do = token.dep == "ccomp" and any(t.head == at and t.tag == "TO" for t in tokens)
            if not (to_do or token.dep in ("xcomp", "conj")) or token.head == at:
                return chain
            at = token.head
            chain += [at] if token.dep != "conj" else []
        return chain

    def _of_the_same(self, n: int, root: int, m: int, k: int) -> bool:
        """True where nobody who does it or to whom it is done in the one can't be who does it in the other."""
        one, two = self._roles.roles(n, root), self._roles.roles(m, k)
        doing, done = (*two.agents, *two.either), (*two.patients, *two.either)
        if self._done_to(n, one.agents, m, doing) or not self._may_be(n, one.agents, m, doing, elsewhere=done):
            return False
        return self._may_be(n, one.patients, m, done) and self._may_be(n, one.either, m, two.everybody())

    def _may_be(
        self, n: int, mine: Iterable[int], m: int, theirs: Iterable[int], *, elsewhere: Collection[int] | None = None
    ) -> bool:
        """True where some of the people of either may be one; also where one of them names none.

        `elsewhere`: those of the other sentence to whom it is done, where who does it may stand anywhere else in it.
        """
        one = [s for k in mine if not self._words_of.land(n, k, m) and (s := self._cast.who(n, k)).person]
        two = [s for k in theirs if (s := self._cast.who(m, k)).person]
        if one and not two:  # "Horn called" is not said by "there was a call"
            doing = () if elsewhere is None else self._doing(m, elsewhere)
            two = [s for s in doing if s.other or not any(o.other for o in one)]
            if all(s.vague for s in one):
                return True
        one = [s for s in one if not self._together(s, m)]
        return (
            not one
            or any(self._together(s, n) for s in two)
            or any(not another(a, b) and _another_told(a) == _another_told(b) for a in one for b in two)
        )

    def _done_to(self, n: int, mine: Iterable[int], m: int, doing: Collection[int]) -> bool:
        """True for somebody whom the other sentence has as one to whom something is done, and never as who does it.

        "Slain by a burglar" is not told by "Lupo shot her brother before killing a burglar".
        """
        one, two = self._words_of.terms(n), self._words_of.terms(m)
        tokens, theirs = self._hood.slots[n].tokens, self._hood.slots[m].tokens
        stems = {one[tokens[k].start].stem for k in mine if tokens[k].pos == "NOUN" and tokens[k].start in one}
        same = [k for k, t in enumerate(theirs) if t.start in two and two[t.start].stem in stems]
        return bool(same) and all(theirs[k].dep in DONE_TO and k not in doing for k in same)

    def _together(self, somebody: Somebody, m: int) -> bool:
        """True for several who are named, and all of them in the other sentence: "A and B talked" / "A talked to B"."""
        return len(somebody.whole) > 1 and somebody.names <= self._hood.slots[m].lemmas


def _spelt(one: Somebody, two: Somebody) -> bool:
    """True for two who may be one whose name is spelt in two ways."""
    return any(spelt_alike(a, b) for a in one.names for b in two.names)


def _another_told(somebody: Somebody) -> bool:
    """True for "another man"; "four others" may be the four of another report."""
    return somebody.other and not somebody.names and not somebody.many
