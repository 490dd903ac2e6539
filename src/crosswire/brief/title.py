"""The title of a story: the best of its reports' headlines, verbatim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from crosswire.brief.candidate import Candidate
from crosswire.brief.newness import newness
from crosswire.brief.opening import ENDINGS, headline_keys
from crosswire.lexicons.brief import BriefWords, Course
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.numbers import NumberWords
from crosswire.model.relation import PointRelation, Relations

# What is left of a headline's score for each fault; the newest headline gets so much more than the oldest.
FAULT = 0.6
NEWEST = 0.35
# Words of the brief's first sentence count so often, of the others once.
FIRST = 3
# Longer headlines share more words with everything.
FREE = 5
SHORTEST = 3
CALL_SIGN = re.compile(r"\b[KW][A-Z]{2,3}(?:-?TV|\d{1,2})?\b")
TAIL = re.compile(r"\s[-–—|:]\s")
EDGES = ".,:;!?\"'“”‘’()[]…"


def title_of(relations: Relations, chosen: Sequence[Candidate], lexicons: Lexicons) -> str:
    """The headline that has most of the story's central words and fewest faults, the newer of two alike.

    Central are the words that other headlines and the brief have. One that gives a superseded number ("kills 11" where
    the latest is fourteen) only where all do; an older report's "Man charged" has a fault where the newest tells of a
    sentence. Without any headline the brief's first sentence, without that the story's id.
    """
    headlines = [report.headline for report in relations.counted if report.headline]
    if not headlines:
        return chosen[0].passage.words if chosen else relations.story.id
    old = _superseded_numbers(relations)
    kept = [h for h in headlines if not old & _numbers(h, lexicons.numbers)] or headlines
    keys = {headline: headline_keys(headline, lexicons.points) for headline in kept}
    central = Counter(key for headline in headlines for key in headline_keys(headline, lexicons.points))
    for n, candidate in enumerate(chosen):
        central.update(dict.fromkeys(candidate.words, 1 if n else FIRST))
    ages = newness(relations)
    newest: dict[str, float] = {}
    for report in relations.counted:
        if report.headline:
            newest[report.headline] = max(ages[report.id], newest.get(report.headline, 0.0))

    course = lexicons.brief.course
    passed = _passed(chosen, [headline for headline in kept if newest[headline] == 1], course)

    def score(headline: str) -> float:
        shared = sum(central[key] for key in keys[headline]) / (FREE + len(keys[headline]))
        new = 1 + NEWEST * newest[headline]
        behind = newest[headline] < 1 and 0 < step_of(headline, course) <= passed
        return shared * new * FAULT ** (faults(headline, lexicons.brief) + behind)

    return min(kept, key=lambda headline: (-score(headline), headline))


def _passed(chosen: Sequence[Candidate], newest: Sequence[str], course: Course) -> int:
    """The step that the newest reports have gone beyond in the brief, and have reached in a headline at least."""
    told = max((c.step for c in chosen if c.newest == 1), default=0)
    return min(told - 1, max((step_of(headline, course) for headline in newest), default=0))


def step_of(headline: str, course: Course) -> int:
    """How far the headline says that a case has come: 2 for "Man held after fire"; 0 where it tells of none."""
    lower = headline.lower()
    words = [word.strip(EDGES) for word in lower.split()]
    lemmas = {word.removesuffix(end) + instead for word in words for end, instead in ENDINGS if word.endswith(end)}
    told = [
        n for n, (verbs, phrases) in enumerate(course.steps, 1) if verbs & lemmas or any(p in lower for p in phrases)
    ]
    return max(told, default=0)


def faults(headline: str, words: BriefWords) -> int:
    """How much speaks against a headline: it asks, promises, argues, names a station, is cut, or is one quotation.

    "Five things to know about the dam" promises; "Dam breaks above Velden" tells.
    """
    found = [word.strip(EDGES).lower() for word in headline.split()]
    plain = [word for word in found if word]
    tail = TAIL.split(headline)[-1].lower().split() if TAIL.search(headline) else []
    lower = headline.lower()
    marked = headline[:1] in "“‘\"'" and headline.rstrip()[-1:] in "”’\"'"
    return sum(
        (
            2 * headline.rstrip().endswith("?"),
            2 * any(word in words.teasers for word in plain),
            any(word in words.arguing for word in plain),
            any(lower.startswith((f"{opening}:", f"{opening} -", f"{opening} |")) for opening in words.openings),
            CALL_SIGN.search(headline) is not None,
            any(word.strip(EDGES) in words.stations for word in tail),
            headline.rstrip().endswith(("…", "...")) or (bool(plain) and plain[-1] in words.unfinished),
            len(plain) < SHORTEST,
            2 * marked,
        )
    )


def _superseded_numbers(relations: Relations) -> set[float]:
    """The numbers that later versions have replaced and do not give themselves."""
    values = {figure.id: {figure.low, figure.high} for figure in relations.figures}
    old: set[float] = set()
    for point in relations.points:
        if point.relation is PointRelation.UPDATE:
            told = [(s.version == point.latest, values.get(s.figure or "", set())) for s in point.statements]
            latest = {v for newest, found in told if newest for v in found}
            old |= {v for _, found in told for v in found if v is not None and v not in latest}
    return old


def _numbers(text: str, numbers: NumberWords) -> set[float]:
    """The whole numbers in a headline, in digits or one word: "kills 11", "Eleven dead"."""
    words = {w.strip(EDGES).lower().replace(",", "") for w in text.split()}
    named = {**numbers.small, **numbers.tens}
    return {float(w) if w.isdecimal() else float(named[w]) for w in words if w.isdecimal() or w in named}
