"""Made news, planted copies, and finders of them side by side."""

from __future__ import annotations

import numpy as np
import pytest

from crosswire.bench import trials
from crosswire.bench.edited import edited, joined, sentences_of
from crosswire.bench.made_news import DAY, MadeNews
from crosswire.bench.near_duplicates import Ours, rivals
from crosswire.bench.planted import LEAST_WORDS, passage_copy, whole_copy
from crosswire.bench.trials import NEW, PASSAGE, WHOLE, compared, grown, planting
from crosswire.lexicons.load import load_lexicons

LEXICONS = load_lexicons()
TEXT = " ".join(f"Word{n} alpha{n} beta{n} gamma{n} delta{n} epsilon{n}." for n in range(40))


@pytest.fixture(scope="module")
def news() -> MadeNews:
    return MadeNews(LEXICONS.rarity)


def test_a_day_is_the_same_whatever_was_asked_before(news: MadeNews) -> None:
    again = MadeNews(LEXICONS.rarity)
    again.day(3)
    assert [r.text for r in again.day(1)[:20]] == [r.text for r in news.day(1)[:20]]
    assert news.day(1)[0].text != news.day(2)[0].text


def test_a_day_has_stories_and_agency_copy(news: MadeNews) -> None:
    day = news.day(1)
    assert [report.number for report in day] == list(range(DAY, 2 * DAY))
    assert len({report.story for report in day}) < DAY / 2
    copied = [report for report in day if report.root != report.number]
    assert 50 < len(copied) < DAY / 2
    assert all(day[report.root % DAY].story == report.story for report in copied)
    assert all(report.text.startswith(report.body[:40]) for report in day)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3])
def test_so_many_words_are_gone(share: float) -> None:
    rng = np.random.default_rng(1)
    left = set(joined(edited(sentences_of(TEXT), rng, share, ["other"])).split())
    kept = len(left & set(TEXT.split())) / len(set(TEXT.split()))
    assert kept == pytest.approx(1 - share, abs=0.07)


def test_a_planted_passage_stands_among_the_host_s_words() -> None:
    rng = np.random.default_rng(2)
    host = " ".join(f"Host{n} went home{n}." for n in range(30))
    planted = passage_copy(7, TEXT, host, rng, ["other"])
    assert planted is not None
    assert planted.source == 7
    assert LEAST_WORDS <= len(planted.words.split()) < len(TEXT.split())
    assert set(host.split()) <= set(planted.text.split())
    assert passage_copy(7, "Too short to copy a passage of.", host, rng, ["other"]) is None
    assert len(whole_copy(7, TEXT, rng, ["other"]).text.split()) > 0.7 * len(TEXT.split())


def test_planted_copies_are_found_among_a_day_s_news(news: MadeNews, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials, "PLANTED", 30)
    monkeypatch.setattr(trials, "COMPARED", 10)
    planted = planting(news, DAY)
    ours = Ours(LEXICONS)
    (trial,) = grown(ours, news, (DAY,), planted)
    assert trial.size == ours.known == DAY
    for kind in (WHOLE, PASSAGE):
        assert trial.outcomes[kind].found >= 0.95
        assert trial.outcomes[kind].candidates < 12
    assert trial.outcomes[NEW].found == 0.0
    assert trial.outcomes[NEW].rows > trial.outcomes[NEW].candidates > 0
    assert compared(ours, planted, WHOLE, LEXICONS).found >= 0.9


def test_rivals_that_are_installed_find_a_text_again() -> None:
    for rival in rivals():
        rival.add(5, TEXT)
        assert rival.find(TEXT) == [5]
        assert rival.shingles > 0
