"""The clauses of a sentence: what each says, and whether it denies it, leaves it open or expects it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Token
from crosswire.model.token_tree import CLAUSES, TOPICAL, upward

RELATIVE = frozenset({"relcl", "acl"})
# Nor can "she was accused of | having left" be read without what it hangs on.
ALONE_NEVER = RELATIVE | {"pcomp"}
# "when he met the owner", "whether she will come": clauses that open with such a word can't be read alone.
HANGING = frozenset({"advcl", "ccomp", "pcomp", "csubj"})
OPENERS = frozenset(
    {
        "when",
        "while",
        "as",
        "if",
        "whether",
        "because",
        "after",
        "before",
        "who",
        "which",
        "why",
        "how",
        "what",
        "where",
    }
    | {"since", "until", "although", "though", "unless", "to"}
)
# Words that may stand before such a word.
NARROWING = frozenset({"only", "even", "just", "especially", "particularly", "except", "not"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with all that hangs on it up to the next clause. `start`/`end` are offsets in the report's text.

    `topics` are stems and synonym classes of its nouns, verbs and adjectives; `verbs` its verb lemmas, `verb_keys`
    their stems and classes, save of one that only describes a noun ("top-ranked"). `relative`: it hangs on a noun
    ("a list that the harbour gave"). `hanging`: it can't be read without what it hangs on, a noun, a preposition or
    another clause ("when it left").
    """

    start: int
    end: int
    terms: frozenset[str]
    topics: frozenset[str]
    verbs: frozenset[str]
    verb_keys: frozenset[str]
    negated: bool
    open: bool
    ahead: bool
    relative: bool
    hanging: bool


def read_clauses(
    tokens: Sequence[Token], lemmas: Sequence[str], stems: Sequence[str | None], words: PointWords
) -> tuple[Clause, ...]:
    """The clauses in order of their first word. `stems` holds None for words that say nothing by themselves."""
    parts: dict[int, list[int]] = defaultdict(list)
    for n in range(len(tokens)):
        parts[clause_head(tokens, n)].append(n)
    clauses = [_clause(head, part, tokens, lemmas, stems, words) for head, part in parts.items()]
    return tuple(sorted((c for c in clauses if c.terms), key=lambda c: (c.start, c.end)))


def clause_head(tokens: Sequence[Token], n: int) -> int:
    """The index of the word that heads the clause of token `n`."""
    above = list(upward(tokens, n))
    clauses = (m for m in above if tokens[m].dep in CLAUSES and tokens[m].pos in ("VERB", "AUX"))
    return next(clauses, above[-1])


def _clause(
    head: int,
    part: Sequence[int],
    tokens: Sequence[Token],
    lemmas: Sequence[str],
    stems: Sequence[str | None],
    words: PointWords,
) -> Clause:
    """The clause of the tokens at the indices in `part`, of which `head` is the head."""
    own = [lemmas[n] for n in part]
    said = [n for n in part if stems[n] is not None]
    topical = [n for n in said if tokens[n].pos in TOPICAL]
    return Clause(
        start=tokens[part[0]].start,
        end=max(tokens[n].end for n in part),
        terms=frozenset(s for n in said if (s := stems[n])),
        topics=frozenset(s for n in topical if (s := stems[n]))
        | frozenset(f"/{c}" for n in topical if not _of_name(tokens, n) for c in words.classes.get(lemmas[n], ())),
        verbs=frozenset(lemmas[n] for n in said if tokens[n].pos == "VERB"),
        verb_keys=frozenset(
            k
            for n in said
            if tokens[n].pos == "VERB" and tokens[n].dep != "amod"
            for k in (stems[n] or "", *(f"/{c}" for c in words.classes.get(lemmas[n], ())))
        ),
        negated=negated(own, words),
        open=leaves_open(own, words),
        ahead=looks_ahead([lemmas[n] for n in part if not lookalike(tokens[n], lemmas[n], words)], words),
        relative=tokens[head].dep in RELATIVE,
        hanging=tokens[head].dep in ALONE_NEVER or (tokens[head].dep in HANGING and _opens(part, lemmas)),
    )


def _of_name(tokens: Sequence[Token], n: int) -> bool:
    """True for a word before another in one name: the "Fire" of "Fire Department" is no fire and no shot."""
    head = tokens[tokens[n].head]
    return tokens[n].pos == "PROPN" and tokens[n].dep == "compound" and head.pos == "PROPN"


def _opens(part: Sequence[int], lemmas: Sequence[str]) -> bool:
    """True when the clause opens with a word that ties it to another: "if the dam holds", "only if the dam holds"."""
    first = next((lemmas[n] for n in part if lemmas[n] not in NARROWING), "")
    return first in OPENERS


def negated(lemmas: Iterable[str], words: PointWords) -> bool:
    """True when an odd number of negations stands among the lemmas: "did not deny" asserts."""
    return sum(lemma in words.negators or lemma in words.negating_verbs for lemma in lemmas) % 2 == 1


def leaves_open(lemmas: Sequence[str], words: PointWords) -> bool:
    """True when the words leave a matter open: "it is not clear whether …"."""
    return any(_holds(lemmas, phrase) for phrase in words.open_phrases)


def lookalike(token: Token, lemma: str, words: PointWords) -> bool:
    """True for a word that only looks like one of what is to come: the month of May, Will Horn, the army's might."""
    return lemma in words.ahead and token.tag != "MD"


def looks_ahead(lemmas: Sequence[str], words: PointWords) -> bool:
    """True when the words speak of what is to come: "will", "is expected to", "was going to"."""
    if any(lemma in words.ahead for lemma in lemmas):
        return True
    runs = zip(["", *lemmas], lemmas, lemmas[1:], strict=False)
    return any(
        after == "to" and (verb in words.ahead_verbs or (before, verb) == ("be", "go")) for before, verb, after in runs
    )


def _holds(lemmas: Sequence[str], phrase: tuple[str, ...]) -> bool:
    """True when the phrase's lemmas follow one another, at most two words between: "not yet been released"."""
    first = (phrase[0], "n't", "no") if phrase[0] == "not" else (phrase[0],)
    return any(lemma in first and _follows(lemmas, start, phrase) for start, lemma in enumerate(lemmas))


def _follows(lemmas: Sequence[str], start: int, phrase: tuple[str, ...]) -> bool:
    """True when the rest of `phrase` comes after `start` with at most two words between two of its own."""
    at = start
    for wanted in phrase[1:]:
        window = lemmas[at + 1 : at + 4]
        if wanted not in window:
            return False
        at += 1 + window.index(wanted)
    return True
