"""Where the words between marks differ, and of which kind each difference is."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.passage import Passage
from crosswire.model.relation import Difference, DifferenceKind
from crosswire.relate.utterances.differences import Comparer
from crosswire.relate.utterances.kinds import Setting
from crosswire.relate.utterances.spoken import spoken

DIRECT, REPORTED = Setting(), Setting(reported=True)
TRANSLATED = Setting(translated="the words may be a translation: “through an interpreter”")
SMALL = {DifferenceKind.CASE, DifferenceKind.PUNCTUATION}


def compared(one: str, other: str, setting: Setting = DIRECT) -> tuple[Difference, ...]:
    a, b = (Passage(report, 7, 7 + len(words), words) for report, words in (("r1", one), ("r2", other)))
    return Comparer(load_lexicons()).differences(spoken(a), spoken(b), setting)


def told(found: tuple[Difference, ...]) -> list[tuple[str, str, str]]:
    """The kind and both sides of each difference, capitals and punctuation left out."""
    kept = (d for d in found if d.kind not in SMALL)
    return [(d.kind.value, d.a.words if d.a else "", d.b.words if d.b else "") for d in kept]


CHANGED = [
    ("The harbour is safe and open.", "The pier at night is safe and open.", ("changed", "harbour", "pier at night")),
    ("We will close the pier at dawn.", "We will open the pier at dawn.", ("changed", "close", "open")),
    ("We will close the pier today.", "We will not close the pier today.", ("left-out", "", "not")),
    ("It is safe to cross the strait.", "It isn’t safe to cross the strait.", ("changed", "is", "isn’t")),
    ("We lost 14 boats in that storm.", "We lost 40 boats in that storm.", ("changed", "14", "40")),
    ("I blame Captain Hale for the fire.", "I blame Captain Odell for the fire.", ("changed", "Hale", "Odell")),
    ("He warned the mayors of the storm.", "He warned the mayor of the storm.", ("changed", "mayors", "mayor")),
    ("The US must leave the strait now.", "Let us leave the strait now.", ("changed", "The US must", "Let us")),
    ("I know you are under a lot of duress.", "I know you are under duress.", ("left-out", "a lot of", "")),
    ("It sank here on a cold and rainy night.", "It sank here on a rainy night.", ("left-out", "cold and", "")),
]


@pytest.mark.parametrize(("one", "other", "expected"), CHANGED)
def test_a_changed_word_is_shown(one: str, other: str, expected: tuple[str, str, str]) -> None:
    assert told(compared(one, other)) == [expected]


WHYS = [
    ("We will close the pier today.", "We will not close the pier today.", "they say opposite things"),
    ("We lost 14 boats in that storm.", "We lost 40 boats in that storm.", "the numbers differ"),
    ("I blame Captain Hale for the fire.", "I blame Captain Odell for the fire.", "a name"),
    ("He warned the mayors of the storm.", "He warned the mayor of the storm.", "another form"),
    ("He tried to defuse the quarrel at noon.", "He tried to diffuse the quarrel at noon.", "a slip, or another word"),
    ("It sank here on a cold, rainy night.", "It sank here on a rainy night.", "without a sign"),
]


@pytest.mark.parametrize(("one", "other", "why"), WHYS)
def test_the_reason_is_said_in_words(one: str, other: str, why: str) -> None:
    (found,) = [d for d in compared(one, other) if d.kind not in SMALL]
    assert why in found.why


OTHERWISE = [
    ("The harbour is safe, we hope, and open.", "The harbour is … open.", DIRECT, "elision"),
    ("The harbour is safe and open.", "The harbour is . . . open.", DIRECT, "elision"),
    ("The harbour, like the pier, is open.", "The harbour (…) is open.", DIRECT, "elision"),
    ("She will open the harbour.", "[The mayor] will open the harbour.", DIRECT, "insertion"),
    ("The harbor are open and safe.", "The harbor are [sic] open and safe.", DIRECT, "insertion"),
    ("We look at the harbour every day.", "We look[ed] at the harbour every day.", DIRECT, "insertion"),
    ("The harbour is organised and open.", "The harbor is organised and open.", DIRECT, "spelling"),
    ("We will not close the pier.", "We won’t close the pier.", DIRECT, "spelling"),
    ("It cost 200 crowns a day.", "It cost two hundred crowns a day.", DIRECT, "spelling"),
    ("It rose by 12 percent in a week.", "It rose by 12% in a week.", DIRECT, "spelling"),
    ("His worldview sank the ferry.", "His world view sank the ferry.", DIRECT, "spelling"),
    ("I asked Sergey to close it.", "I asked Sergei to close it.", DIRECT, "spelling"),
    ("I will never sign this treaty.", "he would never sign this treaty", REPORTED, "shift"),
    ("my boat was never in that strait", "his boat was never in that strait", REPORTED, "shift"),
    ("This is an unlawful act of the port.", "This is an illegal act of the port.", DIRECT, "synonym"),
    ("This is an unlawful act of the port.", "This is an illegal act of the port.", TRANSLATED, "translation"),
    ("The boats will be turned back at dawn.", "The boats will be sent home at dawn.", TRANSLATED, "translation"),
]


@pytest.mark.parametrize(("one", "other", "setting", "kind"), OTHERWISE)
def test_told_apart_from_a_changed_word(one: str, other: str, setting: Setting, kind: str) -> None:
    assert {d[0] for d in told(compared(one, other, setting))} == {kind}


NEVER_TRANSLATED = [
    ("We lost 14 boats.", "We lost 15 boats.", "changed"),
    ("We never lost a boat here.", "We lost a boat here.", "left-out"),
    ("I saw Captain Hale aboard it.", "I saw Captain Odell aboard it.", "changed"),
]


@pytest.mark.parametrize(("one", "other", "kind"), NEVER_TRANSLATED)
def test_no_translator_changes_a_number_a_name_or_a_denial(one: str, other: str, kind: str) -> None:
    assert [d[0] for d in told(compared(one, other, TRANSLATED))] == [kind]


def test_a_pronoun_between_two_direct_quotations_is_a_changed_word() -> None:
    assert told(compared("Nobody knew they ruined it.", "Nobody knew it ruined it.")) == [("changed", "they", "it")]


SMALLEST = [
    ("The harbour is open.", "the harbour is open", ["case"]),
    ("Ask the Harbour Board today.", "Ask the harbour board today.", ["case", "case"]),
    ("It is over, we think.", "It is over. We think.", ["punctuation", "case"]),
    ("It’s over, we think.", "It's over, we think", []),
    ("A “safe” port, we think.", "A 'safe' port, we think.", []),
    ("A high-quality port is open.", "A high quality port is open.", []),
    ("The N.P.A. closed it.", "The NPA closed it.", ["spelling"]),
]


@pytest.mark.parametrize(("one", "other", "kinds"), SMALLEST)
def test_how_equal_words_are_printed(one: str, other: str, kinds: list[str]) -> None:
    assert [d.kind.value for d in compared(one, other)] == kinds


PAIRS = [(row[0], row[1]) for rows in (CHANGED, OTHERWISE) for row in rows]
ENDS = [
    ("We said it twice: the harbour is safe and open.", "the harbour is safe and open"),
    ("The harbour is safe and open.", "The harbour is safe and open. Ask the pilots, all of them, if you doubt it."),
    ("The harbour is safe and open …", "The harbour is safe and open."),
]


@pytest.mark.parametrize(("one", "other"), ENDS)
def test_what_one_quotes_at_an_end_is_no_difference(one: str, other: str) -> None:
    assert told(compared(one, other)) == []


def test_sentences_built_alike_are_not_compared() -> None:
    one = "We will fight for every boat and we will never let the pilots down."
    other = "The island will sail again and it will never look like before."
    assert compared(one, other) == ()


def test_every_side_is_where_it_says() -> None:
    for one, other in PAIRS:
        for difference in compared(one, other, REPORTED):
            for side, words in ((difference.a, one), (difference.b, other)):
                assert side is None or words[side.start - 7 : side.end - 7] == side.words
            assert difference.why


def test_both_directions_find_the_same_places() -> None:
    for one, other in PAIRS:
        there = told(compared(one, other, REPORTED))
        back = told(compared(other, one, REPORTED))
        assert sorted(there) == sorted((kind, a, b) for kind, b, a in back)


def test_a_long_change_costs_little() -> None:
    words = " ".join(f"word{n}" for n in range(4000))
    changed = words.replace("word1999 word2000", "port")
    (found,) = compared(words, changed)
    assert found.a
    assert found.a.words == "word1999 word2000"
