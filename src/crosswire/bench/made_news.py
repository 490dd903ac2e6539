"""News-like text that says nothing, made by chance from a seed: for measures that need a million reports.

Words come about as often as in news (`lexicons/data/rarity.toml`); rarer ones and names are made of syllables. What
makes unlike reports look alike is in it: topics with words, persons and background sentences of their own, words that
follow each other, the names and statements that a story's reports share, a publisher's last lines, agency copy.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from crosswire.bench.edited import edited, joined, sentences_of
from crosswire.lexicons.rarity import Rarity

Ids: TypeAlias = NDArray[np.int64]

# Reports that are made in one go: a day's news. Only reports of one day share a story.
DAY = 1000
TOPICS, PUBLISHERS, MADE_WORDS, FIRST_NAMES, LAST_NAMES = 2000, 500, 60_000, 400, 40_000
TOPIC_WORDS, TOPIC_PERSONS, TOPIC_BACKGROUND = 150, 12, 8
STORY_PERSONS, STORY_WORDS, STORY_STATEMENTS = 4, 10, 3
FOLLOWERS = 6
STORY_SIZE = 3  # reports, on average
# Part of a story's later reports that are its first one's text, edited; and how much of it is edited.
AGENCY_COPY, COPY_EDITED = 0.25, (0.02, 0.3)
# Pieces of a sentence: up to two small words, then one or two others.
MEDIAN_PIECES, SPREAD, FEWEST_PIECES, MOST_PIECES = 150, 0.45, 50, 600
PIECES_IN_SENTENCE, SENTENCES_IN_PARAGRAPH = (5, 16), 2.5
# What a piece is drawn from: news at large, the topic, the story's names and words, the topic's persons.
DRAWN = (0.68, 0.20, 0.07, 0.05)
FOLLOWED = 0.35
SYLLABLES = "ba ce dor el fen gar hul im jor ka len mar nov ost pel qui ras sol tam ul ver wen yor bri sta"


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A made report. `root` is the number of the report whose words these are: its own, unless it is agency copy.

    `body` opens the text and is the report's own; behind it stand sentences that others have too.
    """

    number: int
    text: str
    story: int
    root: int
    body: str


class MadeNews:
    """News of a world that does not exist: `day(n)` is always the same for a seed, whatever was asked before."""

    def __init__(self, rarity: Rarity, seed: int = 7) -> None:
        self._seed = seed
        rng = np.random.default_rng([seed, 0])
        small = sorted(word for word, weight in rarity.weights.items() if weight == 0)
        listed = sorted(word for word, weight in rarity.weights.items() if weight > 0 and word.isalpha())
        words = [*small, *listed, *_made(rng, MADE_WORDS), *_names(rng, FIRST_NAMES), *_names(rng, LAST_NAMES)]
        self._small = len(small)
        self._others = len(small) + len(listed) + MADE_WORDS
        rates = [
            *(-np.log(1 - np.exp(-1 - rarity.weight(word))) for word in listed),
            *(4e-5 / np.arange(1, MADE_WORDS + 1) ** 0.6),
        ]
        self._rates = np.cumsum(rates) / np.sum(rates)
        steps = 1 / (np.arange(len(small)) + 2.0)
        self._small_rates = np.cumsum(steps) / steps.sum()
        self._forms = [form for ending in ("", ".", ".\n\n") for form in _forms(words, ending)]
        self._words = len(words)
        self._followers = self._draw(rng, (self._others, FOLLOWERS))
        self._topic_words = self._draw(rng, (TOPICS, TOPIC_WORDS))
        self._topic_persons = self._persons(rng, (TOPICS, TOPIC_PERSONS))
        self._background = [self._written(rng, np.full(TOPIC_BACKGROUND, t), None, 12) for t in range(TOPICS)]
        self._last_lines = [self._written(rng, rng.integers(0, TOPICS, 2), None, 14) for _ in range(PUBLISHERS)]

    def day(self, number: int) -> tuple[MadeReport, ...]:
        """The DAY reports of a day, counted from 0; report n of all is number n % DAY of day n // DAY."""
        return _made_day(self, number)

    def words(self, rng: np.random.Generator, count: int) -> list[str]:
        """Words as they come in news, for what an editor puts in."""
        return [self._forms[n] for n in self._draw(rng, (count,)).tolist()]

    def write_day(self, number: int) -> tuple[MadeReport, ...]:
        """The same as `day`, made anew."""
        rng = np.random.default_rng([self._seed, 1, number])
        story = np.sort(rng.integers(0, DAY // STORY_SIZE, DAY))
        topic = (TOPICS * rng.random(DAY // STORY_SIZE) ** 3).astype(np.int64)
        persons = self._persons(rng, (len(topic), STORY_PERSONS))
        own = self._draw(rng, (len(topic), STORY_WORDS))
        statements = [self._written(rng, np.full(STORY_STATEMENTS, t), None, 10) for t in topic.tolist()]
        pieces = rng.lognormal(np.log(MEDIAN_PIECES), SPREAD, DAY).clip(FEWEST_PIECES, MOST_PIECES).astype(np.int64)
        bodies = self._written(rng, topic[story], (persons[story], own[story]), pieces)
        made: list[MadeReport] = []
        for n, body in enumerate(bodies):
            of = int(story[n])
            extra = [s for s in statements[of] if rng.random() < 0.4]
            extra += [s for s in self._background[topic[of]] if rng.random() < 0.06]
            if rng.random() < 0.25:
                extra += self._last_lines[int(PUBLISHERS * rng.random() ** 2)]
            first = int(np.searchsorted(story, of))
            root = n
            if first < n and rng.random() < AGENCY_COPY:
                root = made[first].root % DAY
                share = rng.uniform(*COPY_EDITED)
                body = joined(edited(sentences_of(made[first].body), rng, share, self.words(rng, 400)))
            text = " ".join((body, *extra)).replace("\n ", "\n").strip()
            made.append(MadeReport(number * DAY + n, text, number * DAY + of, number * DAY + root, body))
        return tuple(made)

    def _draw(self, rng: np.random.Generator, shape: tuple[int, ...]) -> Ids:
        """Words that are no small ones, as often as they come in news."""
        return np.searchsorted(self._rates, rng.random(shape)).astype(np.int64) + self._small

    def _persons(self, rng: np.random.Generator, shape: tuple[int, ...]) -> Ids:
        """First and last names: commoner ones come oftener."""
        first = self._others + (FIRST_NAMES * rng.random(shape) ** 2).astype(np.int64)
        last = self._others + FIRST_NAMES + (LAST_NAMES * rng.random(shape) ** 2).astype(np.int64)
        return np.stack([first, last], axis=-1)

    def _written(
        self, rng: np.random.Generator, topic: Ids, story: tuple[Ids, Ids] | None, pieces: int | Ids
    ) -> list[str]:
        """A text for each topic, of so many pieces."""
        count = np.broadcast_to(np.asarray(pieces), topic.shape)
        shape = (len(topic), int(count.max()))
        word = np.full((*shape, 4), -1, dtype=np.int64)
        for place, part in ((0, 0.34), (1, 0.66)):
            drawn = np.searchsorted(self._small_rates, rng.random(shape))
            word[..., place] = np.where(rng.random(shape) < part, drawn, -1)
        kind = np.searchsorted(np.cumsum(DRAWN), rng.random(shape) * sum(DRAWN))
        rank = rng.random(shape) ** 3
        row = np.broadcast_to(np.arange(len(topic))[:, None], shape)
        own = self._topic_words[topic[:, None], (TOPIC_WORDS * rank).astype(np.int64)]
        one = np.where(kind == 0, self._draw(rng, shape), own)
        followers = self._followers[one, (FOLLOWERS * rng.random(shape) ** 3).astype(np.int64)]
        two = np.where(rng.random(shape) < FOLLOWED, followers, -1)
        named = self._topic_persons[topic[:, None], (TOPIC_PERSONS * rank).astype(np.int64)]
        if story is not None:
            persons, words = story
            person = persons[row, (STORY_PERSONS * rank).astype(np.int64)]
            is_word = rng.random(shape) < 0.5
            thing = words[row, (STORY_WORDS * rank).astype(np.int64)]
            one = np.where(kind == 2, np.where(is_word, thing, person[..., 1]), one)
            two = np.where(kind == 2, np.where(~is_word & (rng.random(shape) < 0.4), person[..., 1], -1), two)
            one = np.where((kind == 2) & (two >= 0), person[..., 0], one)
        word[..., 2] = np.where(kind == 3, named[..., 0], one)
        word[..., 3] = np.where(kind == 3, named[..., 1], two)
        return self._spelt(rng, word, count)

    def _spelt(self, rng: np.random.Generator, word: Ids, count: Ids) -> list[str]:
        """The pieces as sentences and paragraphs."""
        shape = word.shape[:2]
        there = np.arange(shape[1]) < count[:, None]
        last = np.arange(shape[1]) == count[:, None] - 1
        ends = last.copy()
        until = np.cumsum(rng.integers(*PIECES_IN_SENTENCE, (shape[0], shape[1] // PIECES_IN_SENTENCE[0] + 1)), axis=1)
        rows, columns = np.nonzero(until < count[:, None])
        ends[rows, until[rows, columns] - 1] = True
        breaks = ends & (rng.random(shape) < 1 / SENTENCES_IN_PARAGRAPH)
        word[~there] = -1
        final = np.where(word[..., 3] >= 0, 3, 2)
        rows, columns = np.nonzero(ends)
        word[rows, columns, final[rows, columns]] += self._words * np.where(breaks, 2, 1)[rows, columns] * 2
        starts = np.concatenate([np.ones((shape[0], 1), bool), ends[:, :-1]], axis=1) & there
        rows, columns = np.nonzero(starts)
        opening = np.argmax(word[rows, columns] >= 0, axis=1)
        word[rows, columns, opening] += self._words
        forms = self._forms
        flat = word.reshape(shape[0], -1)
        return [" ".join([forms[n] for n in row[row >= 0].tolist()]) for row in flat]


@lru_cache(maxsize=64)
def _made_day(news: MadeNews, number: int) -> tuple[MadeReport, ...]:
    return news.write_day(number)


def _made(rng: np.random.Generator, count: int) -> list[str]:
    """Words of two to four syllables, each another."""
    syllables = SYLLABLES.split()
    found: dict[str, None] = {}
    while len(found) < count:
        parts = rng.integers(0, len(syllables), (count, 4))
        long = rng.integers(2, 5, count)
        found |= dict.fromkeys("".join(syllables[k] for k in row[:n]) for row, n in zip(parts, long, strict=True))
    return list(found)[:count]


def _names(rng: np.random.Generator, count: int) -> list[str]:
    return [word.capitalize() for word in _made(rng, count)]


def _forms(words: list[str], ending: str) -> list[str]:
    """The words with this ending, then the same as a sentence's first."""
    return [*(f"{word}{ending}" for word in words), *(f"{word[0].upper()}{word[1:]}{ending}" for word in words)]
