"""Are planted edits named right, and is it seen which of two prints came first? Rival: bare words of the difference."""

from __future__ import annotations

import difflib
import hashlib
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from crosswire.bench.measure import Figure, rows
from crosswire.bench.pages import one_day
from crosswire.bench.planted_edits import DAYS, MONTHS, Planted, planted, reworked
from crosswire.lexicons.load import Lexicons, load_lexicons
from crosswire.model.lineage import CHANGES_MEANING, EditKind
from crosswire.model.report import Paragraph, Report
from crosswire.relate.edits.collation import collate, lined
from crosswire.relate.edits.edits import Editor
from crosswire.relate.origins.direction import Directions, decided
from crosswire.relate.origins.houses import claims, publisher_houses
from crosswire.relate.origins.lineage import find_lineage
from crosswire.relate.origins.origins import judged_origins

TEXTS = 250  # of each of the two sets
SHORTEST, LONGEST = 800, 8000  # letters
RUN = 6
# Of two reports that share so many of the shorter one's word sequences, one was copied from the other or both from one.
COPIED = 0.25
SHORTEST_WORDS = 40
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
HEDGES = frozenset({
    "alleged", "allegedly", "reportedly", "apparently", "possibly", "probably", "suspected", "about", "least",
    "may", "might", "could",
})  # fmt: skip
SAID = frozenset(["said", "says", "according", "told"])
NEGATIONS = frozenset(["not", "no", "never", "denied", "denies"])


def measure(data: Path) -> tuple[Figure, ...]:
    """Kinds of planted edits; the direction of prints whose own credit was hidden; time of a day's lineage."""
    return (*edits(data), *together(data), *lineage(data))


# --- planted edits -----------------------------------------------------------------------------------------------


def edits(data: Path) -> Iterator[Figure]:
    """How many planted edits come out with their kind, and how many edits called meaning-changing were planted so."""
    lexicons = load_lexicons()
    editor = Editor(lexicons)
    tried: Counter[EditKind] = Counter()
    right: Counter[EditKind] = Counter()
    theirs: Counter[EditKind] = Counter()
    alarms: Counter[str] = Counter()
    for source, edit in _planted(data):
        kinds = _found(source, edit, editor, lexicons)
        tried[edit.kind] += 1
        right[edit.kind] += edit.kind in kinds
        bare = _bare(source, edit.text)
        theirs[edit.kind] += bare is edit.kind
        alarms["bare"] += bare in CHANGES_MEANING and bare is not edit.kind
        alarms["ours"] += sum(kind in CHANGES_MEANING and kind is not edit.kind for kind in kinds)
    for kind in EditKind:
        if tried[kind]:
            rival = theirs[kind] / tried[kind]
            yield Figure(
                f"lineage.edits.{kind}",
                right[kind] / tried[kind],
                "bare words of a difference",
                rival,
                note=f"{tried[kind]} planted",
            )
    meant, bare_meant = (sum(count[kind] for kind in CHANGES_MEANING) for count in (right, theirs))
    note = f"edits called meaning-changing that were planted so; {sum(tried.values())} planted"
    rival = bare_meant / max(1, bare_meant + alarms["bare"])
    value = meant / max(1, meant + alarms["ours"])
    yield Figure("lineage.edits.precision", value, "bare words of a difference", rival, note=note)


def together(data: Path) -> Iterator[Figure]:
    """The same of texts with many edits at once, each in another paragraph: meaning-changing ones found and named."""
    lexicons = load_lexicons()
    editor = Editor(lexicons)
    tried: Counter[EditKind] = Counter()
    found: Counter[EditKind] = Counter()
    right: Counter[EditKind] = Counter()
    for number, text in _texts(data):
        edited, kinds = reworked(text, Random(number))
        there, here = (lined(_report(*each), None, lexicons=lexicons) for each in (("a", text), ("b", edited)))
        sides = collate(here, there, lexicons=lexicons)
        named = Counter(edit.kind for edit in editor.edits(sides) if edit.kind in CHANGES_MEANING)
        wanted = Counter(kind for kind in kinds if kind in CHANGES_MEANING)
        tried, found, right = tried + wanted, found + named, right + (named & wanted)
    note = f"{tried.total()} edits that change meaning, in texts with many others, a fifth of the rest cut"
    yield Figure("lineage.edits.together.recall", right.total() / max(1, tried.total()), note=note)
    yield Figure("lineage.edits.together.precision", right.total() / max(1, found.total()), note=note)


def _planted(data: Path) -> Iterator[tuple[str, Planted]]:
    """Texts of both sets with their edits; which texts and places is a matter of their ids alone."""
    for number, text in _texts(data):
        yield from ((text, edit) for edit in planted(text, Random(number)))


def _texts(data: Path) -> Iterator[tuple[int, str]]:
    sets = (
        [(row["article"], row["text"]) for row in rows(data / "data/polnear/dev.jsonl.gz")],
        [(row["doc_id"], row["text"]) for row in rows(data / "data/stories/incident_reports.jsonl.gz")],
    )
    for texts in sets:
        yield from sorted((_hash(id), text) for id, text in texts if SHORTEST <= len(text) <= LONGEST)[:TEXTS]


def _hash(id: str) -> int:
    return int(hashlib.sha256(id.encode()).hexdigest()[:12], 16)


def _found(source: str, edit: Planted, editor: Editor, lexicons: Lexicons) -> list[EditKind]:
    there, here = (
        lined(_report(name, text), None, lexicons=lexicons) for name, text in (("a", source), ("b", edit.text))
    )
    return [found.kind for found in editor.edits(collate(here, there, lexicons=lexicons))]


def _report(name: str, text: str) -> Report:
    return Report(name, text, (Paragraph(0, len(text)),))


def _bare(source: str, copy: str) -> EditKind | None:
    """The kind that the bare words of the difference suggest."""
    a, b = WORD.findall(source), WORD.findall(copy)
    codes = difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    changed = [(a[i:j], b[m:n]) for tag, i, j, m, n in codes if tag != "equal"]
    words = [word for pair in changed for side in pair for word in side]
    low = {word.lower() for word in words}
    if low & NEGATIONS or any(word.endswith(("n't", "n’t")) for word in low):
        return EditKind.NEGATION
    if low & SAID:
        return EditKind.ATTRIBUTION
    if low & HEDGES:
        return EditKind.HEDGE
    if set(words) & {*DAYS, *MONTHS}:
        return EditKind.TIME
    if any(word[0].isdigit() for word in words):
        return EditKind.FIGURE
    if len(words) >= 4 and len(changed) == 1 and not all(changed[0]):
        return EditKind.CUT if changed[0][0] else EditKind.ADDED
    return EditKind.NAME if any(word[0].isupper() for word in words) else EditKind.WORDING


# --- direction -----------------------------------------------------------------------------------------------------


def lineage(data: Path) -> Iterator[Figure]:
    """Direction of the pairs of which one credits the other's page, with that credit hidden; seconds of a lineage."""
    lexicons = load_lexicons()
    reports = one_day(data, fewest=SHORTEST_WORDS)
    said = {report.id: claims(report, lexicons=lexicons) for report in reports}
    publishers = publisher_houses(reports, (c.house for each in said.values() for c in each), lexicons=lexicons)
    bare = [replace(report, credits=(), bylines=()) for report in reports]
    nobody = dict.fromkeys(said, ())
    hidden = Directions(bare, (), said=nobody, publishers=publishers, lexicons=lexicons)
    gold = {}
    for a, b in _sharing(reports):
        first = {
            x
            for x, y in ((a, b), (b, a))
            if any(c.house == publishers[x] != publishers[y] and not c.helped for c in said[y])
        }
        if len(first) == 1:
            gold[a, b] = first.pop()
    for name, found in (
        ("direction", {pair: hidden.of(*pair).first for pair in gold}),
        ("direction.words", {pair: decided(hidden.traces(*pair)).first for pair in gold}),
    ):
        yield from _direction(name, gold, found)
    origins, links, judge = judged_origins(reports, (), lexicons=lexicons)
    start = time.process_time()
    steps = find_lineage(reports, (), origins=origins, links=links, judge=judge, lexicons=lexicons)
    note = f"{len(reports)} reports of one day, {len(steps)} steps, sentences not annotated"
    yield Figure("lineage.seconds", time.process_time() - start, unit="s", note=note)


def _direction(
    name: str, gold: Mapping[tuple[str, str], str], found: Mapping[tuple[str, str], str | None]
) -> Iterator[Figure]:
    right = sum(found[pair] == first for pair, first in gold.items())
    told = sum(first is not None for first in found.values())
    note = f"{len(gold)} pairs, of which one credits the other's publisher; {told} decided without that credit"
    yield Figure(f"lineage.{name}.precision", right / max(1, told), note=note)
    yield Figure(f"lineage.{name}.recall", right / max(1, len(gold)), note=note)


def _sharing(reports: Sequence[Report]) -> list[tuple[str, str]]:
    """The pairs that share COPIED of the shorter one's word sequences."""
    holders: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    sizes = {}
    for report in reports:
        words = [word.lower() for word in WORD.findall(report.text)]
        runs = {tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}
        sizes[report.id] = len(runs)
        for run in runs:
            holders[run].append(report.id)
    shared = Counter(
        (min(a, b), max(a, b)) for held in holders.values() for n, a in enumerate(held) for b in held[n + 1 :]
    )
    return sorted((a, b) for (a, b), n in shared.items() if n >= COPIED * min(sizes[a], sizes[b]))
