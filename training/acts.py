"""Learns what speaks for two sentences telling one act, from stories that people have read.

    python training/acts.py PACKETS READINGS [STORY…]

PACKETS holds `STORY.packet.json`, READINGS `STORY.json`, both in the form of the evaluation data's annotated stories.
Two acts are one when a point of the reading has words around both, in one version. Prints the table for
`lexicons/data/act_weights.toml`.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from crosswire.bench.packets import Packet, read_packet
from crosswire.bench.points import fold_model
from crosswire.relate.points import points as ledger
from crosswire.relate.points.one_act import EVIDENCE, ActPairs, evidence, may_be_one
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.run.models import shared_models

REGULARISED = 0.1
# The weights of the point model that left the stories read for this out: those with an even number.
FOLD = "even"


def main() -> None:
    """Prints the weights."""
    packets, readings, *names = sys.argv[1:]
    names = names or sorted(p.stem for p in Path(readings).glob("*.json"))
    rows = [row for name in names for row in examples(Path(packets), Path(readings), name)]
    fitted = LogisticRegression(C=REGULARISED, max_iter=5000).fit([r for r, _ in rows], [one for _, one in rows])
    print(f"# {len(rows)} pairs of acts of {len(names)} stories, {sum(one for _, one in rows)} of them one act")
    print("[weights]")
    for name, weight in zip(("bias", *EVIDENCE), (*fitted.intercept_, *fitted.coef_[0]), strict=True):
        print(f"{name} = {np.format_float_positional(weight, precision=3, fractional=False, trim='-')}")


def examples(packets: Path, readings: Path, name: str) -> Iterator[tuple[tuple[float, ...], bool]]:
    """The evidence of every pair of acts that may be one, and whether a reader took them for one."""
    gold = json.loads((readings / f"{name}.json").read_text("utf-8"))
    packet = read_packet(packets / f"{name}.packet.json", gold)
    hood, links = neighbourhood(packet)
    told = words_of_points(packet, hood, gold)
    pairs = ActPairs(hood, links, shared_models().lexicons.acts, shared_models().lexicons.geography)
    for a, b in links:
        for x in pairs.deeds(a):
            for y in pairs.deeds(b):
                if may_be_one(x, y):
                    one = not at(hood, told, a, x.token, x.frame).isdisjoint(at(hood, told, b, y.token, y.frame))
                    yield evidence(x, y, a, b, hood, links), one


def neighbourhood(packet: Packet) -> tuple[Neighbourhood, dict[tuple[int, int], float]]:
    """The story's sentences and how likely each two are to speak of one thing, as `find_points` has them."""
    seen: list[tuple[Neighbourhood, dict[tuple[int, int], float]]] = []
    find = ledger.link_probabilities

    def watched(hood: Neighbourhood, model: Any) -> dict[tuple[int, int], float]:
        links = find(hood, model)
        seen.append((hood, dict(links)))
        return links

    ledger.link_probabilities = watched
    packet.relations(fold_model(FOLD))
    ledger.link_probabilities = find
    return seen[0]


def words_of_points(packet: Packet, hood: Neighbourhood, gold: Any) -> dict[int, list[tuple[object, int, int]]]:
    """Sentence → the points of the reading that it tells, and where their words stand."""
    named = defaultdict(list)
    for n, slots in enumerate(hood.slots):
        for name in packet.named(slots.passage):
            named[name].append(n)
    found: defaultdict[int, list[tuple[object, int, int]]] = defaultdict(list)
    for k, point in enumerate(gold["points"]):
        for member in point["members"]:
            for n in named[member["sentence"]]:
                at = hood.slots[n].passage.words.find(member["words"])
                start = hood.slots[n].passage.start + at
                if at >= 0:
                    found[n].append(((k, member["version"]), start, start + len(member["words"])))
    return dict(found)


def at(hood: Neighbourhood, told: dict[int, list[tuple[object, int, int]]], n: int, *tokens: int) -> set[object]:
    """The points whose words hold one of the tokens."""
    places = [hood.slots[n].tokens[t].start for t in tokens]
    return {point for point, start, end in told.get(n, []) if any(start <= p < end for p in places)}


if __name__ == "__main__":
    main()
