"""Copies planted in reports of other stories, edited: how much of them is found, and what is linked besides."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crosswire.bench.measure import Figure
from crosswire.lexicons.load import load_lexicons
from crosswire.model.report import Paragraph, Report
from crosswire.relate.copies.copying import Copy, copied_passages

WORD = re.compile(r"\w+")
QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"")
SENTENCE = re.compile(r"[^.!?\n]+[.!?]*[”\"’']*|\n+")
# Parts of the words that are edited, by the name of the figure.
EDITED = {"10": 0.1, "20": 0.2, "30": 0.3}
PLANTED = 100
SENTENCES = (5, 14)
# Words of a report that is copied from, and of one that is copied into.
SIZE = (200, 1500)
# Texts from whose words those are drawn that an edit puts in.
SAMPLED = 50
# Of four edits: a word goes, another comes in its place, one is put in, two change places.
EDITS = 4
# Sentences of which two clauses change places, of those long enough, when three of ten words are edited.
CLAUSES_MOVED, LONG_ENOUGH = 0.3, 12
# What is printed in two ways; each is turned round wherever it stands.
STYLES = (("percent", "%"), ("September", "Sept."), ("October", "Oct."), ("two", "2"), ("three", "3"), ("twelve", "12"))
# How prints of one text grow: small and large story, and the part of words by which they differ.
SMALL, LARGE, PRINTS_EDITED = 100, 600, 0.05


@dataclass(frozen=True, slots=True)
class Host:
    """A report with a copy planted in it, from `start` to `end`."""

    report: Report
    start: int
    end: int


def measure(sources: Sequence[Report], others: Sequence[str]) -> Iterator[Figure]:
    """Recall of planted words and precision of links, at each part of edited words; how cost grows with prints.

    `sources` are reports of one story, `others` texts of other stories, no two of one. Passages of the first are put
    into the second, edited by a seeded generator. A word counts as found when it stands in a passage that is linked to
    a source; words between quotation marks don't count. A link is right when most of its words were planted.
    """
    for name, part in EDITED.items():
        hosts = planted(sources, others, random.Random(name), part)
        copies = copied_passages([*sources, *(host.report for host in hosts)], (), lexicons=load_lexicons())
        into = [(host, [copy for copy in copies if copy.report == host.report.id]) for host in hosts]
        found, words = map(sum, zip(*(_found(host, own) for host, own in into), strict=True))
        note = f"{words:,} words in {len(hosts)} reports of other stories; {part:.0%} edited"
        yield Figure(f"origins.planted.recall_{name}", found / words, note=note)
        linked = sum(any(_right(host, copy) for copy in own) for host, own in into) / len(hosts)
        yield Figure(f"origins.planted.passages_{name}", linked, note=f"{len(hosts)} planted passages, of which linked")
        links = [(host, copy) for host, own in into for copy in own]
        right = sum(_right(host, copy) for host, copy in links)
        note = f"{len(links)} links of reports of other stories"
        yield Figure(f"origins.planted.precision_{name}", right / max(1, len(links)), note=note)
    yield _growth(max(sources, key=lambda report: (min(len(report.text), 6000), report.id)), others)


def planted(sources: Sequence[Report], others: Sequence[str], chance: random.Random, part: float) -> tuple[Host, ...]:
    """The hosts, each with a passage of one source between two of its paragraphs."""
    fit = [report for report in sources if SIZE[0] <= len(report.text.split()) <= SIZE[1]]
    hosts = [text for text in others if SIZE[0] <= len(text.split()) <= SIZE[1]]
    words = [word for text in others[:SAMPLED] for word in text.split()]
    chosen = chance.sample(hosts, min(PLANTED, len(hosts)))
    return tuple(_host(n, text, chance.choice(fit).text, chance, part, words) for n, text in enumerate(chosen))


def _host(number: int, text: str, source: str, chance: random.Random, part: float, words: Sequence[str]) -> Host:
    sentences = [match.group().split() for match in SENTENCE.finditer(source) if match.group().strip()]
    length = chance.randint(*SENTENCES)
    first = chance.randint(0, max(0, len(sentences) - length))
    passage = " ".join(" ".join(edited(s, chance, part, words)) for s in sentences[first : first + length])
    paragraphs = text.split("\n\n")
    cut = chance.randint(0, len(paragraphs))
    before = "\n\n".join(paragraphs[:cut])
    start = len(before) + 2 if before else 0
    whole = "\n\n".join(part for part in (before, passage, "\n\n".join(paragraphs[cut:])) if part)
    return Host(Report(f"host{number}", whole, (Paragraph(0, len(whole)),)), start, start + len(passage))


def edited(sentence: Sequence[str], chance: random.Random, part: float, words: Sequence[str]) -> list[str]:
    """The sentence with a `part` of its words edited: dropped, replaced, one put in, two swapped; clauses moved."""
    kept: list[str] = []
    for word in map(_restyled, sentence):
        what = chance.randrange(EDITS) if chance.random() < part else None
        if what != 0:
            kept.append(chance.choice(words) if what == 1 else word)
        if what == 2:
            kept.append(chance.choice(words))
        if what == 3 and len(kept) > 1:
            kept[-1], kept[-2] = kept[-2], kept[-1]
    if len(kept) >= LONG_ENOUGH and chance.random() < CLAUSES_MOVED * part / 0.3:
        cut = chance.randint(4, len(kept) - 4)
        kept = kept[cut:] + kept[:cut]
    return kept


def _restyled(word: str) -> str:
    return next((other for pair in STYLES for one, other in (pair, pair[::-1]) if word == one), word)


def _found(host: Host, copies: Iterable[Copy]) -> tuple[int, int]:
    """How many planted words outside quotation marks stand in linked passages, and how many there are."""
    spans = [(here.start, here.end) for copy in copies for here, _ in copy.passages]
    text = host.report.text
    quoted = [match.span() for match in QUOTED.finditer(text)]
    words = [match.start() for match in WORD.finditer(text, host.start, host.end)]
    own = [at for at in words if not any(start <= at < end for start, end in quoted)]
    return sum(any(start <= at < end for start, end in spans) for at in own), len(own)


def _right(host: Host, copy: Copy) -> bool:
    """True when most of the copy's words were planted."""
    if copy.source.startswith("host"):
        return False
    inside = sum(max(0, min(p.end, host.end) - max(p.start, host.start)) for p, _ in copy.passages)
    return 2 * inside > sum(p.end - p.start for p, _ in copy.passages)


def _growth(report: Report, others: Sequence[str]) -> Figure:
    """How much longer a print takes in a story of LARGE prints of one text than in one of SMALL."""
    words = [word for text in others[:SAMPLED] for word in text.split()]
    cost = []
    for size in (SMALL, LARGE):
        prints = [_print(report.text, n, words) for n in range(size)]
        start = time.process_time()
        copied_passages(prints, (), lexicons=load_lexicons())
        cost.append((time.process_time() - start) / size)
    note = f"milliseconds a print among {LARGE} prints of one text ({cost[1] * 1000:.1f}), to among {SMALL}"
    return Figure("origins.copies.growth", cost[1] / cost[0], unit="x", note=note)


def _print(text: str, number: int, words: Sequence[str]) -> Report:
    chance = random.Random(number)
    lines = [match.group().split() for match in SENTENCE.finditer(text)]
    printed = " ".join(word for line in lines for word in edited(line, chance, PRINTS_EDITED, words))
    return Report(f"print{number:04}", printed, (Paragraph(0, len(printed)),))
