"""Passages that one report took over from another, outside quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from crosswire.model.annotation import Annotation
from crosswire.model.passage import Passage
from crosswire.model.report import Report

# Two writers hit on five equal words often, on eight hardly. "Did not immediately respond to a request for comment" is
# trade talk of that length, so a pair of reports also needs one run of LONG words before its short runs count.
SHINGLE = 8
LONG = 14
# Words of a run that are no name, number or particle. "The meeting between President N N and Foreign Minister N N" is
# ten equal words, and nothing copied.
PLAIN_WORDS, LONG_PLAIN_WORDS = 4, 6
# Earlier reports that are remembered for a shingle. In a hundred prints of one agency text the first few will do.
HOLDERS = 6
# From this part of its own words on, a report that is one shared sentence is a print of it, whoever is quoted there.
WHOLE = 0.5
# Words of a report that are compared. A page of fifty megabytes is no report, and must not fill the memory.
MOST_WORDS = 100_000

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# A quotation that the annotation may have missed: marks that open and close within a paragraph.
MARKED = re.compile(r"“[^“”\n]*”|‘‘[^‘’\n]*(?:[‘’](?![‘’])[^‘’\n]*)*’’|(?<!\w)\"[^\"\n]*\"(?!\w)")
# What signs a post that is set into the text: its writer's name and handle.
SIGNED = re.compile(r"[—–-] ?[^\n(]{2,60}\(@\w{1,30}\)")
# Where a sentence starts, for a report without an annotation.
START = re.compile(r"[.!?][”\"’')]*\s+(?=[A-Z“\"‘(])|\n\s*")
# What shows that a sentence gives what somebody said. Two writers who note down one statement write it alike.
SPOKEN = re.compile(
    r"\b(?:said|says|told|tells|stated|announced|confirmed|added|tweeted|wrote|according to|in a (?:statement|tweet))\b"
)


@dataclass(frozen=True, slots=True)
class Copy:
    """What `report` shares with `source`, which stands before it in the order given: pairs (here, there), in order of
    the text, the part of the report's words outside quotation marks that they cover, and in how many of its sentences
    they stand."""

    report: str
    source: str
    passages: tuple[tuple[Passage, Passage], ...]
    words: int
    share: float
    sentences: int


@dataclass(frozen=True, slots=True)
class _Words:
    """A report's words in order: their forms, spans, and whether they stand in a quotation; its sentences' starts."""

    report: Report
    forms: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    quoted: tuple[bool, ...]
    starts: tuple[int, ...]

    @property
    def own(self) -> int:
        """How many words stand outside quotation marks."""
        return len(self.forms) - sum(self.quoted)


@dataclass(frozen=True, slots=True)
class _Run:
    """`length` equal words from `here` in the report and `there` in the source."""

    here: int
    there: int
    length: int


def copied_passages(reports: Sequence[Report], annotations: Sequence[Annotation]) -> tuple[Copy, ...]:
    """What each report took from reports before it. Likely sources must come first in `reports`.

    Every run of at least SHINGLE equal words is found by an index, then taken as long as it goes. A word of a report
    counts for one source only, the one that covers most. Time and memory grow with the words, not with pairs.
    """
    if len(reports) < 2:
        return ()
    quotations = {annotation.report: annotation for annotation in annotations}
    holders: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    read: list[_Words] = []
    copies: list[Copy] = []
    for number, report in enumerate(reports):
        words = _words(report, quotations.get(report.id))
        read.append(words)
        copies.extend(_copies(words, read, holders))
        for start, shingle in _shingles(words):
            if len(holders[shingle]) < HOLDERS:
                holders[shingle].append((number, start))
    return tuple(copies)


def _words(report: Report, annotation: Annotation | None) -> _Words:
    """The report's words after the dateline, which tells where from, not what."""
    opening = report.dateline.end if report.dateline and report.dateline.start < 200 else 0
    inside = bytearray(len(report.text) + 1)
    spans = [match.span() for match in MARKED.finditer(report.text)]
    spans += [(_post(report.text, match.start()), match.end()) for match in SIGNED.finditer(report.text)]
    if annotation:
        spans += [(p.start, p.end) for q in annotation.quotations for p in q.verbatim]
    for start, end in spans:
        inside[start:end] = b"\1" * (end - start)
    found = list(islice(WORD.finditer(report.text, opening), MOST_WORDS))
    return _Words(
        report,
        tuple(match.group().casefold().replace("’", "'") for match in found),
        tuple(match.span() for match in found),
        tuple(bool(inside[match.start()]) for match in found),
        tuple(s.start for s in annotation.sentences) if annotation and annotation.sentences else _starts(report.text),
    )


def _post(text: str, signature: int) -> int:
    """Where the paragraph starts that a signature ends, or stands under."""
    before = len(text[max(0, signature - 2000) : signature].rstrip())
    return text.rfind("\n", 0, max(0, signature - 2000) + before) + 1


def _starts(text: str) -> tuple[int, ...]:
    """Where the sentences of a text start, by their marks."""
    return (0, *(match.end() for match in START.finditer(text)))


def _shingles(words: _Words) -> Iterator[tuple[int, int]]:
    """The place and hash of every SHINGLE words in a row that stand outside quotation marks.

    Hashes take a third of the memory of words. Equal ones are compared word by word before they count, so that the
    outcome does not hang on them.
    """
    free = 0
    for end, quoted in enumerate(words.quoted, 1):
        free = 0 if quoted else free + 1
        if free >= SHINGLE:
            yield end - SHINGLE, hash(words.forms[end - SHINGLE : end])


def _copies(words: _Words, read: Sequence[_Words], holders: Mapping[int, Sequence[tuple[int, int]]]) -> Iterator[Copy]:
    """The copies of one report, the largest source first."""
    seeds: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for here, shingle in _shingles(words):
        for source, there in holders.get(shingle, ()):
            if words.forms[here : here + SHINGLE] == read[source].forms[there : there + SHINGLE]:
                seeds[source].append((here, there))
    taken = bytearray(len(words.forms))
    for source in sorted(seeds, key=lambda number: (-len({here for here, _ in seeds[number]}), number)):
        runs = _runs(words, read[source], seeds[source], taken)
        if not any(run.length >= LONG and _plain(run, words) >= LONG_PLAIN_WORDS for run in runs):
            continue
        copy = _copy(words, read[source], runs)
        if _one_statement(copy, words, runs):
            continue
        for run in runs:
            taken[run.here : run.here + run.length] = b"\1" * run.length
        yield copy


def _one_statement(copy: Copy, words: _Words, runs: Sequence[_Run]) -> bool:
    """True when all that is shared is one sentence that gives what somebody said, in a report that says more.

    "Four cars burned on Monday, police said": the police's words, sent to both. Counter-example: a sentence of the
    reporter's own, and a report that is no more than that sentence.
    """
    if copy.sentences > 1 or copy.share >= WHOLE:
        return False
    longest = max(runs, key=lambda run: run.length)
    number = _sentence(words, longest.here + longest.length // 2)
    start = words.starts[number] if number >= 0 else 0
    end = words.starts[number + 1] if number + 1 < len(words.starts) else len(words.report.text)
    return bool(SPOKEN.search(words.report.text, start, end))


def _sentence(words: _Words, word: int) -> int:
    """The number of the sentence that a word stands in."""
    return bisect_right(words.starts, words.spans[word][0]) - 1


def _sentences(words: _Words, runs: Sequence[_Run]) -> int:
    """In how many sentences the runs have SHINGLE words or more outside quotation marks."""
    carried = Counter(
        _sentence(words, n) for run in runs for n in range(run.here, run.here + run.length) if not words.quoted[n]
    )
    return sum(count >= SHINGLE for count in carried.values())


def _runs(words: _Words, source: _Words, seeds: Sequence[tuple[int, int]], taken: bytearray) -> list[_Run]:
    """The maximal runs through the seeds, longest first where they overlap, in order of the text."""
    seen: set[tuple[int, int]] = set()
    runs: list[_Run] = []
    for here, there in sorted(seeds):
        if (here, there) in seen:
            continue
        run = _longest(words, source, here, there)
        seen.update((run.here + n, run.there + n) for n in range(run.length))
        runs.append(run)
    chosen: list[_Run] = []
    used = bytearray(taken)
    for run in sorted(runs, key=lambda r: (-r.length, r.here, r.there)):
        for part in _free(run, used):
            trimmed = _trim(part, words, source)
            if trimmed and _plain(trimmed, words) >= PLAIN_WORDS:
                used[trimmed.here : trimmed.here + trimmed.length] = b"\1" * trimmed.length
                chosen.append(trimmed)
    return sorted(chosen, key=lambda run: run.here)


def _longest(words: _Words, source: _Words, here: int, there: int) -> _Run:
    """The run of equal words around a seed. It goes on through quotations: a copied text has copied quotations."""
    start = 0
    while here - start > 0 and there - start > 0 and words.forms[here - start - 1] == source.forms[there - start - 1]:
        start += 1
    end, most = 0, min(len(words.forms) - here, len(source.forms) - there)
    while end < most and words.forms[here + end] == source.forms[there + end]:
        end += 1
    return _Run(here - start, there - start, start + end)


def _free(run: _Run, used: bytearray) -> Iterator[_Run]:
    """The parts of a run that no longer run has taken."""
    start = None
    for offset in range(run.length + 1):
        free = offset < run.length and not used[run.here + offset]
        if free and start is None:
            start = offset
        if not free and start is not None:
            yield _Run(run.here + start, run.there + start, offset - start)
            start = None


def _trim(run: _Run, words: _Words, source: _Words) -> _Run | None:
    """The run without quoted words at its ends: two reporters quote one sentence alike. None if too short then."""
    start, end = 0, run.length
    while start < end and (words.quoted[run.here + start] or source.quoted[run.there + start]):
        start += 1
    while end > start and (words.quoted[run.here + end - 1] or source.quoted[run.there + end - 1]):
        end -= 1
    trimmed = _Run(run.here + start, run.there + start, end - start)
    own = trimmed.length - sum(words.quoted[trimmed.here : trimmed.here + trimmed.length])
    return trimmed if own >= SHINGLE else None


def _plain(run: _Run, words: _Words) -> int:
    """How many words of the run are no names, numbers or small grammatical words."""
    text = words.report.text
    spans = words.spans[run.here : run.here + run.length]
    return sum(1 for start, end in spans if end - start > 3 and text[start].islower())


def _copy(words: _Words, source: _Words, runs: Sequence[_Run]) -> Copy:
    """The copy as passages, with the part of the report's own words that it covers."""
    pairs = tuple((_passage(words, run.here, run.length), _passage(source, run.there, run.length)) for run in runs)
    count = Counter(quoted for run in runs for quoted in words.quoted[run.here : run.here + run.length])
    share = count[False] / max(1, words.own)
    carried = _sentences(words, runs)
    return Copy(words.report.id, source.report.id, pairs, count[False], round(share, 4), carried)


def _passage(words: _Words, first: int, length: int) -> Passage:
    return words.report.passage(words.spans[first][0], words.spans[first + length - 1][1])
