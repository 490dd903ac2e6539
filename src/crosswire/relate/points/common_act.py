"""What several sentences tell as done, each in its words: the act that most reports of a group have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.model.passage import Passage
from crosswire.relate.points.acts import captions
from crosswire.relate.points.deeds import Deed
from crosswire.relate.points.excerpt import excerpt, tells
from crosswire.relate.points.one_act import ActPairs, shared_parts
from crosswire.relate.points.similarity import Neighbourhood

# So sure must it be that two sentences tell one act.
SURE = 0.7
NUMBER = "CD"


@dataclass(frozen=True, slots=True)
class CommonAct:
    """The sentences that tell one act, each with the words in which it does. `shown` stands for all."""

    shown: int
    words: Mapping[int, Passage]
    strength: float


def common_act(group: Sequence[int], hood: Neighbourhood, acts: ActPairs) -> CommonAct | None:
    """The act that sentences of most reports tell; None where no two reports tell one.

    Only a clause can stand for it; "the strike on the base" may be told beside "the army bombed the base".
    """
    usable = [n for n in group if not captions(hood.slots[n])]
    found = [c for n in usable for c in _told(n, usable, hood, acts)]
    return min(found, key=lambda c: _rank(c, hood), default=None)


def _told(n: int, group: Sequence[int], hood: Neighbourhood, acts: ActPairs) -> Iterator[CommonAct]:
    """Each act of the sentence that others tell too."""
    for deed in acts.deeds(n):
        if deed.noun or not tells(hood.slots[n], deed):
            continue
        others = {}
        for m in group:
            if hood.slots[m].report != hood.slots[n].report:
                found = [(sure, y) for sure, x, y in acts.told(n, m) if x is deed and sure >= SURE]
                if found:
                    others[m] = max(found, key=lambda f: (f[0], -f[1].token))
        if others:
            yield _common(n, deed, others, hood)


def _common(n: int, deed: Deed, others: Mapping[int, tuple[float, Deed]], hood: Neighbourhood) -> CommonAct:
    mine = [p for _, other in others.values() for p in shared_parts(deed, other)]
    words = {n: excerpt(hood.slots[n], deed, tuple(dict.fromkeys(mine)))}
    words |= {m: excerpt(hood.slots[m], other, shared_parts(other, deed)) for m, (_, other) in others.items()}
    return CommonAct(n, words, sum(sure for sure, _ in others.values()) / len(others))


def _rank(found: CommonAct, hood: Neighbourhood) -> tuple[float, ...]:
    """Sorts the act first that most reports tell, of equals the one that no number stands beside which others lack.

    "Lupo met Horn" before "Lupo spent three hours with Horn"; then the surer, then the one in fewest words.
    """
    reports = {hood.slots[m].report for m in found.words}
    words = len(found.words[found.shown].words)
    return (-len(reports), _lone_numbers(found, hood), -round(found.strength, 1), words, found.shown)


def _lone_numbers(found: CommonAct, hood: Neighbourhood) -> int:
    """How many numbers of the words shown another sentence lacks."""
    here = found.words[found.shown]
    numbers = {t.lemma for t in hood.slots[found.shown].tokens if t.tag == NUMBER and here.start <= t.start < here.end}
    return max(len(numbers - {t.lemma for t in hood.slots[m].tokens}) for m in found.words)
