"""How finding copies grows to a million reports of made news: some ten minutes, four gigabytes. Not a part of `all`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from crosswire.bench.made_news import MadeNews
from crosswire.bench.measure import Figure
from crosswire.bench.near_duplicates import Ours
from crosswire.bench.trials import NEW, PASSAGE, WHOLE, Trial, grown, planting
from crosswire.lexicons.load import load_lexicons

SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)


def measure(data: Path) -> tuple[Figure, ...]:
    """Recall, candidates, time and memory at each size; nothing is read from `data`.

    The copies are of reports among the first ten thousand, which are the hardest to find: of a frequent fingerprint
    only the newest holders are looked at.
    """
    news = MadeNews(load_lexicons().rarity)
    return tuple(_figures(grown(Ours(load_lexicons()), news, SIZES, planting(news, SIZES[0]))))


def _figures(trials: Sequence[Trial]) -> Iterator[Figure]:
    for trial in trials:
        among = f"among {trial.size:,} reports"
        for kind in (WHOLE, PASSAGE):
            found = trial.outcomes[kind]
            note = f"planted, 30 % of the words edited; {among}; {found.candidates:.1f} candidates"
            yield Figure(f"scale_million.recall.{kind}.{trial.size}", found.found, note=note)
        new = trial.outcomes[NEW]
        note = f"a new report looked up {among}, fingerprints included; {new.candidates:.1f} candidates"
        yield Figure(f"scale_million.lookup.{trial.size}", new.milliseconds, unit="ms", note=note)
        note = f"{trial.size:,} reports, their news made beside it; {trial.add_milliseconds:.2f} ms to take in each"
        if trial.megabytes is not None:
            yield Figure(f"scale_million.memory.{trial.size}", trial.megabytes, unit="MB", note=note)
    first, last = trials[0].outcomes[NEW], trials[-1].outcomes[NEW]
    note = f"times a look-up takes longer when the reports are {trials[-1].size // trials[0].size} times as many"
    yield Figure("scale_million.growth", last.milliseconds / first.milliseconds, note=note)
