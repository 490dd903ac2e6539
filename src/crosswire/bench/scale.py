"""Are copies found among all the reports of a desk? Planted copies in made news and real reports; rivals: MinHash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from crosswire.bench.made_news import MadeNews
from crosswire.bench.measure import Figure
from crosswire.bench.near_duplicates import Ours, rivals
from crosswire.bench.scale_real import real, story_growth
from crosswire.bench.trials import NEW, PASSAGE, WHOLE, Compared, Outcome, Trial, compared, grown, looked_up, planting
from crosswire.lexicons.load import load_lexicons

# Reports of made news; a look-up is timed at each size. `scale_million` goes on.
SIZES = (2_000, 5_000, 10_000, 20_000)
# Reports up to which the rivals are given the same, and the one that stands beside our figures: the best of them.
RIVALS_UP_TO = 5_000
RIVAL = "rensa 0.1 (64 bands of 2), rows of 2 words, in windows of 80"
KINDS = (WHOLE, PASSAGE, NEW)


def measure(data: Path) -> tuple[Figure, ...]:
    """Planted copies found, candidates, time and memory: on made news, on real reports, and as a story grows."""
    return (*made(SIZES, "scale"), *real(data), *story_growth(data))


def made(sizes: Sequence[int], name: str) -> Iterator[Figure]:
    """The figures on made news as it grows to the last of the sizes, the rivals' on its beginning."""
    lexicons = load_lexicons()
    news = MadeNews(lexicons.rarity)
    early = planting(news, sizes[0])
    size = min(RIVALS_UP_TO, sizes[-1])
    beside = [grown(finder, news, (size,), early)[-1] for finder in rivals()]
    ours = Ours(lexicons)
    trials = grown(ours, news, sizes, early)
    late = planting(news, sizes[-1], seed=2)
    last = {kind: looked_up(ours, late, kind) for kind in KINDS}
    compare = {kind: compared(ours, late, kind, lexicons) for kind in KINDS}
    yield from _found(name, sizes[-1], last, compare, beside)
    yield from _growth(name, trials, beside)
    yield from _speed(name, trials[-1], compare, beside)
    yield from _rivals(name, trials, beside)


def _found(
    name: str,
    size: int,
    last: Mapping[str, Outcome],
    compare: Mapping[str, Compared],
    beside: Sequence[Trial],
) -> Iterator[Figure]:
    """Recall and candidates of the last size."""
    rival = next((trial for trial in beside if trial.name == RIVAL), None)
    told = RIVAL if rival else None
    note = f"planted, 30 % of the words edited, {size:,} reports of made news"
    at = f"; the rival among {rival.size:,}" if rival else ""
    for kind in (WHOLE, PASSAGE):
        there = rival.outcomes[kind].found if rival else None
        yield Figure(f"{name}.recall.{kind}", last[kind].found, told, there, note=note + at)
        yield Figure(f"{name}.compared.{kind}", compare[kind].found, note=f"{note}, left after comparing")
    for kind in KINDS:
        there = rival.outcomes[kind].candidates if rival else None
        what = "a new report without a copy" if kind == NEW else f"a report with a {kind} copy"
        yield Figure(f"{name}.candidates.{kind}", last[kind].candidates, told, there, "reports", f"for {what}{at}")
    others = "other reports with words in common, after comparing: background and last lines that many have"
    yield Figure(f"{name}.compared.others", compare[NEW].others, unit="reports", note=f"a new report; {others}")


def _growth(name: str, trials: Sequence[Trial], beside: Sequence[Trial]) -> Iterator[Figure]:
    """Time of a look-up at each size, and how much it grew."""
    rival = next((trial for trial in beside if trial.name == RIVAL), None)
    for trial in trials:
        same = rival if rival and rival.size == trial.size else None
        there = same.outcomes[PASSAGE].milliseconds if same else None
        note = (
            f"among {trial.size:,} reports, fingerprints included; {trial.outcomes[PASSAGE].candidates:.1f} candidates"
        )
        value = trial.outcomes[PASSAGE].milliseconds
        yield Figure(f"{name}.lookup.{trial.size}", value, RIVAL if same else None, there, "ms", note)
    first, last = trials[0], trials[-1]
    one, other = first.outcomes[PASSAGE], last.outcomes[PASSAGE]
    # Counted, not timed: on a busy machine the time of one look-up grew 2.4 to 3.9 times from run to run.
    note = (
        f"times the rows that a look-up reads ({one.rows:,.0f}, {other.rows:,.0f}) when the reports are "
        f"{last.size // first.size} times as many; its time grew {other.milliseconds / one.milliseconds:.1f} times"
    )
    yield Figure(f"{name}.growth", other.rows / one.rows, note=note)


def _speed(name: str, last: Trial, compare: Mapping[str, Compared], beside: Sequence[Trial]) -> Iterator[Figure]:
    rival = next((trial for trial in beside if trial.name == RIVAL), None)
    told = RIVAL if rival else None
    note = f"{last.size:,} reports"
    if last.megabytes is not None:
        there = rival.megabytes if rival else None
        at = f"; the rival's {rival.size:,}" if rival else ""
        yield Figure(f"{name}.memory", last.megabytes, told, there, "MB", note + at)
    there = rival.add_milliseconds if rival else None
    yield Figure(f"{name}.add", last.add_milliseconds, told, there, "ms", "to take in a report")
    there = rival.shingles_per_second if rival else None
    yield Figure(f"{name}.shingles", last.shingles_per_second, told, there, "a second", "taken in")
    yield Figure(f"{name}.pairs", compare[WHOLE].pairs_per_second, unit="a second", note="compared word by word")


def _rivals(name: str, trials: Sequence[Trial], beside: Sequence[Trial]) -> Iterator[Figure]:
    """Each rival at its setting, beside us at the same size on the same copies."""
    for n, rival in enumerate(beside, 1):
        same = next((trial for trial in trials if trial.size == rival.size), None)
        for kind in (WHOLE, PASSAGE):
            there, ours = rival.outcomes[kind], same.outcomes[kind] if same else None
            costs = (
                f"{there.candidates:,.1f} candidates, {there.milliseconds:.2f} ms, to add {rival.add_milliseconds:.2f}"
            )
            memory = f", {rival.megabytes:,.0f} MB" if rival.megabytes is not None and rival.megabytes > 10 else ""
            note = f"among {rival.size:,} reports; the rival: {costs}{memory}"
            yield Figure(f"{name}.rival{n}.{kind}", ours.found if ours else 0.0, rival.name, there.found, note=note)
