"""Speaker classes and the words that show them, as tables of (source, class, words)."""

from __future__ import annotations

import pytest

from crosswire.annotate.grammar import grammar
from crosswire.annotate.speakers import speaker_class
from crosswire.model.annotation import SpeakerClass
from parsed import language, lexicons, report_of

NAMED, OFFICIAL = SpeakerClass.NAMED, SpeakerClass.OFFICIAL
ANONYMOUS, DOCUMENT, UNKNOWN = SpeakerClass.ANONYMOUS, SpeakerClass.DOCUMENT, SpeakerClass.UNKNOWN


def classed(source: str, rest: str) -> tuple[SpeakerClass, str | None]:
    report = report_of(source + rest)
    sentence = language().sentences(report)[0]
    known = lexicons()
    found, shown = speaker_class(
        report.passage(0, len(source)), grammar(report, sentence), known.speakers, known.titles, report
    )
    return found, report.text[slice(*shown)] if shown else None


@pytest.mark.parametrize(
    ("source", "expected", "words"),
    [
        ("Foreign Minister Ada Lund", NAMED, "Foreign Minister Ada Lund"),
        ("Ada Lund, the foreign minister,", NAMED, "Ada Lund"),
        ("The Tarn Courier", NAMED, "The Tarn Courier"),
        ("One of the divers, 24-year-old Pia Marn", NAMED, "Pia Marn"),
        ("One of Lund's rivals, Deputy Ola Brandt of Tarn", NAMED, "Deputy Ola Brandt"),
        ("The states of Veldora and Tarn", NAMED, "states of Veldora"),
        ("A spokesman for St. Orsk County Prosecutor Ada Lund", OFFICIAL, "spokesman"),
        ("A spokesman for Ada Lund", OFFICIAL, "spokesman"),
        ("A senior State Department official", OFFICIAL, "official"),
        ("The Foreign Minister", OFFICIAL, "Minister"),
        ("Two western diplomats", OFFICIAL, "diplomats"),
        ("Police", OFFICIAL, "Police"),
        ("The harbour board", OFFICIAL, "board"),
        ("Neighbouring states", OFFICIAL, "states"),
        ("A person familiar with the talks", ANONYMOUS, "familiar with"),
        ("Sources close to the minister", ANONYMOUS, "close to"),
        ("An official briefed on the plan", ANONYMOUS, "briefed on"),
        ("An official who asked not to be named", ANONYMOUS, "not to be named"),
        ("An unnamed official", ANONYMOUS, "unnamed"),
        ("Two residents", ANONYMOUS, "residents"),
        ("Some", ANONYMOUS, "Some"),
        ("Several leading Democrats", ANONYMOUS, "Democrats"),
        ("A neighbour", ANONYMOUS, "neighbour"),
        ("A statement from the harbour board", DOCUMENT, "statement"),
        ("Court papers", DOCUMENT, "papers"),
        ("The lawsuit", DOCUMENT, "lawsuit"),
        ("The e-mails", DOCUMENT, "mails"),
        ("A clause in the contract", DOCUMENT, "clause"),
        ("She", UNKNOWN, None),
        ("Who", UNKNOWN, None),
    ],
)
def test_class_and_the_words_that_show_it(source: str, expected: SpeakerClass, words: str | None) -> None:
    assert classed(source, " said that the bridge was closed.") == (expected, words)


@pytest.mark.parametrize(
    ("rest", "expected", "words"),
    [
        (" said the bridge was closed.", OFFICIAL, "official"),
        (" said on condition of anonymity that the bridge was closed.", ANONYMOUS, "on condition of anonymity"),
        (", who was not authorized to speak, said so.", ANONYMOUS, "not authorized to speak"),
        (" said no. The official asked not to be named.", ANONYMOUS, "not to be named"),
        (" said no. She spoke on condition of anonymity.", ANONYMOUS, "on condition of anonymity"),
        (" said no. The mayor asked not to be named.", OFFICIAL, "official"),
        (" said the two sides were close to a deal.", OFFICIAL, "official"),
        (" said that clerks familiar with it had left.", OFFICIAL, "official"),
    ],
)
def test_an_official_is_anonymous_where_the_words_around_say_so(
    rest: str, expected: SpeakerClass, words: str | None
) -> None:
    assert classed("A harbour official", rest) == (expected, words)
