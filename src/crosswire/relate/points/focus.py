"""What exactly a sentence denies, rejects or leaves open: the words that are turned, not the whole sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Token
from crosswire.model.token_tree import TOPICAL
from crosswire.relate.points.tree import SentenceTree

OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "pcomp"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
BARE_VERBS = frozenset({"be", "have", "do", "get", "make", "take", "go", "file", "give", "come", "happen", "say"})

# "did not provide details" leaves open; "do not provide access" denies.
GIVING = frozenset({"provide"})
# "did not know that the pump was off": it was; "has not said that it was off": no question either.
FACTIVE = frozenset({"know", "realize", "realise", "notice", "remember", "say"})
QUESTIONS = frozenset({"whether", "if", "who", "what", "which", "whom", "whose", "how", "why", "when", "where"})
# Whose arrest is not disclosed is arrested; whose name is not disclosed is not named.
KNOWN = frozenset({"hold", "charge", "kill"})
# "not the first time", "no way": nouns that say nothing by themselves
EMPTY_CLASSES = frozenset({"say", "ask", "police", "report", "press", "confirm", "show"})
EMPTY = frozenset(
    {"deal", "time", "way", "thing", "case", "matter", "reason", "kind", "lot", "people", "person", "day"}
)


BESIDES = frozenset({"other", "further", "additional", "more", "new"})


class Turn(StrEnum):
    """What is done to the words in focus."""

    DENIED = "denied"  # "no charges have been filed", "nobody is in custody"
    REJECTED = "rejected"  # "rejected accusations that …": somebody else said so
    OPEN = "open"  # "the names have not been released", "it is not clear whether …"


@dataclass(frozen=True, slots=True)
class Focus:
    """Words that are turned: for each its stem and synonym classes.

    `main` of them must be met by another statement, and one of the `names` among them, if there are any. A question
    asks for one of the keys in `asked` besides. A bare focus has no words: what is turned stands in a sentence
    before. `start`/`end`: offsets in the report's text of the clause that turns them. `who`: of whom something is
    denied or asked, one of which must be met where it is named. `noun`: a thing is denied, "no warning", or a claim
    rejected, "the charge". `verb`: keys
    of the verb of a rejected claim, empty for "be"; `thing` then keys of what is said to be. `negative`: the claim
    itself denies. `ahead`: it asks what will be.
    """

    turn: Turn
    words: tuple[frozenset[str], ...]
    names: frozenset[str]
    main: int
    asked: frozenset[str]
    start: int
    end: int
    who: frozenset[str] = frozenset()
    noun: bool = False
    verb: frozenset[str] = frozenset()
    ahead: bool = False
    thing: frozenset[str] = frozenset()
    negative: bool = False

    def met(self, topics: frozenset[str]) -> int:
        """How many of the words another statement's topics hold.

        0 where the first, the word turned, is missing, and where nothing but names is met: a denial that a minister
        met a banker is not denied by a sentence that names both.
        """
        if self.main == 1 and self.words and not self.words[0] & topics:
            return 0
        met = [word for word in self.words if word & topics]
        return len(met) if any(not word <= self.names for word in met) else 0

    @property
    def bare(self) -> bool:
        """True when the words turned are not in the sentence: "rejected the charge"."""
        return not self.words

    def meets(self, topics: frozenset[str]) -> bool:
        """True when another statement speaks of what is turned here."""
        answered = not self.asked or bool(self.asked & topics)
        named = not self.names or bool(self.names & topics)
        return bool(self.words) and self.met(topics) >= self.main and named and answered


class _Reader(SentenceTree):
    """One sentence's tokens with their children, to be asked for foci."""

    def keys(self, n: int) -> frozenset[str]:
        """The word's stem and classes, nothing for words that say nothing."""
        stem = self.stems[n]
        if stem is None or self.tokens[n].pos not in TOPICAL or self.lemmas[n] in EMPTY:
            return frozenset()
        classes = self.words.classes.get(self.lemmas[n], frozenset()) - EMPTY_CLASSES
        return frozenset({stem, *(f"/{c}" for c in classes)})

    def against(self, n: int) -> frozenset[str]:
        """The classes of the words that can't hold beside the token's: whether she survived is settled by her death."""
        lemmas = self.words.opposites.get(self.lemmas[n], frozenset())
        return frozenset(f"/{c}" for lemma in lemmas for c in self.words.classes.get(lemma, ()))

    def who(self, verb: int) -> frozenset[str]:
        """The keys of the verb's subject and all that hangs on it; nothing for a pronoun."""
        return frozenset(k for s in self.under(verb, *SUBJECTS) for n in self.below(s) for k in self.keys(n))

    def denier(self, verb: int) -> frozenset[str] | None:
        """Who denies that he did something; nothing for a pronoun, None for "one of two men", who may be any."""
        heads = [m for s in self.under(verb, *SUBJECTS) for m in (s, *self.under(s, "compound", "appos"))]
        if not heads or self.tokens[heads[0]].pos == "PRON":
            return frozenset()
        keys = frozenset(k for m in heads for k in self.keys(m) if not k.isdigit())
        return keys or None

    def governed(self, verb: int, focus: Focus) -> tuple[int, int]:
        """The span of the question with the words that leave it open: "It is not clear whether …", not "whether …"."""
        head = self.tokens[verb].head
        if self.tokens[verb].dep not in ("ccomp", "csubj", "pcomp", "advcl", "acl") or head == verb:
            return focus.start, focus.end
        if self.tokens[head].pos not in ("VERB", "AUX"):
            head = self.tokens[head].head
        subjects = [min(self.below(n)) for n in self.under(head, *(SUBJECTS | {"expl"}))]
        return min(focus.start, self.tokens[min(subjects, default=head)].start), focus.end

    def brings(self, verb: int) -> bool:
        """True for charging and arresting: "does not charge him with fraud" doesn't say that he isn't charged yet."""
        return not KNOWN.isdisjoint(self.words.classes.get(self.lemmas[verb], ()))

    def tells(self, noun: int) -> bool:
        """True for "details", "word": what is not given of a matter that stays open."""
        return self.lemmas[noun] in self.words.open_nouns

    def asks(self, verb: int) -> bool:
        """True for "whether she came", a question of its own that says exactly what is left open."""
        return any(self.lemmas[c] == "whether" for c in self.children[verb])

    def taken_for_true(self, verb: int) -> bool:
        """True for "did not know the pump was off", not for "did not know who shut it off"."""
        clauses = self.under(verb, "ccomp")
        return bool(clauses) and not any(self.lemmas[m] in QUESTIONS for c in clauses for m in self.below(c))

    def known(self, noun: int) -> bool:
        """True for an arrest or a charge that is taken for a fact: "Brandt's arrest was not disclosed"."""
        definite = any(self.tokens[c].dep == "poss" or self.lemmas[c] == "the" for c in self.children[noun])
        return definite and not KNOWN.isdisjoint(self.words.classes.get(self.lemmas[noun], ()))

    def oblique(self, n: int) -> list[int]:
        """The objects of the prepositions of `n`: "in custody" → custody."""
        return [o for p in self.children[n] if self.tokens[p].dep == "prep" for o in self.under(p, "pobj")]

    def _told_beside(self, verb: int) -> set[int]:
        """What "and" joins to the verb with a subject of its own: "the pump did not run and two gates were shut"."""
        return {m for c in self.under(verb, "conj") if self.under(c, *SUBJECTS) for m in self.below(c)}

    def focus(self, turn: Turn, heads: Sequence[int], extra: Sequence[int], main: int, anchor: int) -> Focus | None:
        """The focus on the words at `heads` (which count) and `extra`; None when they say nothing."""
        first = [k for n in dict.fromkeys(heads) if (k := self.keys(n))]
        rest = [k for n in dict.fromkeys(extra) if (k := self.keys(n)) and k not in first]
        if not first:
            return None
        span = sorted({*self.below(anchor)} - self._told_beside(anchor))
        words = (*first, *rest)
        chosen = [n for n in (*heads, *extra) if self.tokens[n].pos == "PROPN"]
        names = frozenset(s for n in chosen if (s := self.stems[n]))
        return Focus(
            turn,
            words,
            names,
            min(main, len(words)),
            frozenset(),
            self.tokens[span[0]].start,
            self.tokens[span[-1]].end,
        )


def read_foci(
    tokens: Sequence[Token], lemmas: Sequence[str], stems: Sequence[str | None], words: PointWords
) -> tuple[Focus, ...]:
    """Every focus of the sentence, in order of the words that turn it."""
    reader = _Reader(tokens, lemmas, stems, words)
    found = []
    for n, lemma in enumerate(lemmas):
        focus = None
        if lemma == "whether":
            focus = _whether(reader, n)
        elif lemma in words.rejections and tokens[n].pos == "VERB":
            focus = _rejection(reader, n)
        elif lemma in words.negators:
            focus = _negation(reader, n)
        if focus:
            found.append(focus)
    return tuple(found)


def _whether(reader: _Reader, n: int) -> Focus | None:
    """The question that "whether" opens: its verb, subject and object, two of which another statement must meet."""
    verb = reader.tokens[n].head
    parts = [verb, *reader.under(verb, *(SUBJECTS | OBJECTS)), *reader.oblique(verb)]
    inner = [m for p in parts[1:] for m in reader.under(p, *OBJECTS)]
    focus = reader.focus(Turn.OPEN, parts, inner, 2, verb)
    if focus is None:
        return None
    chain = reader.under(verb, "xcomp", "ccomp")[-1:] or [verb]
    if not reader.keys(chain[0]) or reader.lemmas[chain[0]] in BARE_VERBS:
        chain = [n for n in (*parts, *inner) if n not in reader.under(verb, *SUBJECTS) and n != verb]
        chain = reader.under(verb, "acomp") or chain  # "whether the boat is connected with the theft"
    asked = frozenset(key for n in chain for key in reader.keys(n) | reader.against(n))
    words = (focus.words[0] | reader.against(verb), *focus.words[1:]) if reader.keys(verb) else focus.words
    start, end = reader.governed(verb, focus)
    ahead = any(reader.lemmas[c] in reader.words.ahead for c in reader.children[verb])
    return replace(focus, words=words, asked=asked, who=reader.who(verb), start=start, end=end, ahead=ahead)


def _rejection(reader: _Reader, n: int) -> Focus | None:
    """What is denied or rejected: verb, subject and objects of the claim; most of them must be met.

    A claim is a clause or a noun that carries one: "rejected accusations that …", "denied asking". A permit or a
    request that is denied is no claim.
    """
    if any(reader.tokens[c].dep == "neg" for c in reader.children[n]):
        return None  # "did not dispute that …"
    claims = [c for c in reader.children[n] if reader.tokens[c].dep in ("ccomp", "xcomp", "pcomp")]
    nouns = [c for c in reader.under(n, "dobj", "nsubjpass") if reader.lemmas[c] in reader.words.claim_nouns]
    if _in_court(reader, n, nouns):
        return None
    for noun in nouns:
        inner = [c for c in reader.children[noun] if reader.tokens[c].dep in ("acl", "ccomp", "relcl")]
        claims.extend(inner or [*reader.oblique(noun), *reader.under(noun, "amod", "compound")])
    if not claims and _bare(reader, n, nouns):
        span = sorted(reader.below(n))
        start, end = reader.tokens[span[0]].start, reader.tokens[span[-1]].end
        return Focus(Turn.REJECTED, (), frozenset(), 0, frozenset(), start, end, noun=bool(nouns))
    core = [m for claim in claims for m in _core(reader, claim)]
    said = list(dict.fromkeys(core))
    counted = sum(bool(reader.keys(m)) for m in said)
    focus = reader.focus(Turn.REJECTED, said, (), max(2, (3 * counted + 4) // 5), n) if counted >= 2 else None
    who = frozenset(k for c in claims for k in reader.who(c))
    if not who and any(reader.tokens[c].dep in ("xcomp", "pcomp") for c in claims):
        denier = reader.denier(n)  # "denied firing a shot": that he did
        if denier is None:
            return None
        who = denier
    verbs = [c for c in claims if reader.tokens[c].pos == "VERB" and reader.lemmas[c] not in BARE_VERBS]
    verbs = [(reader.under(c, "xcomp") or [c])[-1] for c in verbs]
    verb = frozenset(k for c in verbs for k in reader.keys(c))
    bare = [c for c in claims if reader.lemmas[c] in BARE_VERBS]
    thing = frozenset(k for c in bare for m in reader.under(c, "attr", "dobj", "acomp") for k in reader.keys(m))
    negative = any(reader.lemmas[m] in reader.words.negators for c in claims for m in reader.below(c))
    return replace(focus, who=who, verb=verb, thing=thing, negative=negative) if focus else None


def _in_court(reader: _Reader, verb: int, nouns: Sequence[int]) -> bool:
    """True for "prosecutors dismissed the gun charges"; not for "rejected the charge" and "… as gossip"."""
    several = any(reader.tokens[c].tag == "NNS" and reader.lemmas[c] in reader.words.court_nouns for c in nouns)
    called = any(reader.lemmas[c] == "as" for c in reader.children[verb])
    return several and reader.lemmas[verb] in reader.words.court_verbs and not called


def _bare(reader: _Reader, verb: int, nouns: Sequence[int]) -> bool:
    """True for a rejection that names no claim of its own: "rejected the charge", "denied it"."""
    said = any(not reader.oblique(noun) for noun in nouns)
    pronoun = any(reader.lemmas[c] in ("it", "this", "that") for c in reader.under(verb, "dobj"))
    return said or pronoun


def _core(reader: _Reader, verb: int) -> list[int]:
    """A claim's verb, subject, objects and the owners and objects of these."""
    near = [*reader.under(verb, *(SUBJECTS | OBJECTS)), *reader.oblique(verb)]
    beside = [m for n in near for m in reader.under(n, "poss", "compound", "dobj", "ccomp")]
    return [verb, *near, *beside]


def _negation(reader: _Reader, n: int) -> Focus | None:
    """What "not", "no", "nobody" turns."""
    token, head = reader.tokens[n], reader.tokens[n].head
    if token.dep == "det":
        verb = reader.tokens[head].head
        state = reader.tokens[head].dep == "attr" and any(
            reader.tokens[s].dep in SUBJECTS for s in reader.children[verb]
        )
        return None if state and reader.lemmas[head] not in reader.words.open_nouns else _no_thing(reader, head)
    if token.dep in SUBJECTS or (token.dep == "neg" and reader.tokens[head].pos in ("VERB", "AUX", "ADJ")):
        return None if _until(reader, head) else _turned_verb(reader, head)
    return None


def _until(reader: _Reader, verb: int) -> bool:
    """True for "was not disclosed until a paper asked": by then it was."""
    below = (m for c in reader.children[verb] for m in (c, *reader.children[c]))
    return any(reader.lemmas[m] == "until" for m in below)


def _no_thing(reader: _Reader, noun: int) -> Focus | None:
    """ "No charges have been filed": the charges, and what would have been done with them."""
    verb = reader.tokens[noun].head
    if any(reader.lemmas[c] in BESIDES for c in reader.under(noun, "amod", "det")):
        return None  # "no other injuries" denies none that are told
    turn = Turn.OPEN if reader.lemmas[noun] in reader.words.open_nouns else Turn.DENIED
    focus = reader.focus(turn, [noun], [*reader.under(noun, "compound", "amod"), verb], 1, verb)
    agents = [o for a in reader.under(verb, "agent") for o in reader.under(a, "pobj")]
    who = frozenset(k for o in agents for m in reader.below(o) for k in reader.keys(m))
    return replace(focus, noun=True, who=who) if focus else None


def _turned_verb(reader: _Reader, verb: int) -> Focus | None:
    """What a negated verb denies; where it is one of knowing or telling, the matter it leaves open."""
    lemma = reader.lemmas[verb]
    subjects = reader.under(verb, *SUBJECTS)
    objects = [*reader.under(verb, *OBJECTS), *reader.oblique(verb)]
    if lemma in reader.words.open_verbs and (lemma not in GIVING or any(reader.tells(m) for m in objects)):
        passive = reader.under(verb, "nsubjpass")
        if any(reader.lemmas[m] == "you" for m in subjects):
            return None  # "you never know if it will hold" leaves nothing of this matter open
        if lemma in FACTIVE and reader.taken_for_true(verb):
            return None
        if any(reader.known(m) for m in passive) or any(reader.asks(m) for m in objects):
            return None
        matter = passive or objects or subjects
        inner = [m for p in matter for m in [*reader.oblique(p), *reader.under(p, *(SUBJECTS | OBJECTS))]]
        return reader.focus(Turn.OPEN, matter, inner, 1 + bool(inner), verb)
    if any(reader.lemmas[c] == "do" for c in reader.under(verb, "aux")) and reader.brings(verb):
        return None
    heads = objects if lemma in BARE_VERBS else [verb]
    rest = [*subjects, *objects]
    return reader.focus(Turn.DENIED, heads, rest, 1 if lemma in BARE_VERBS else 2, verb)
