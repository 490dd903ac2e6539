"""On whose word a statement rests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.model.annotation import Quotation, QuotationKind, Stance
from crosswire.model.passage import Passage
from crosswire.model.relation import PointRelation, Status
from crosswire.relate.points.status import common_voices, counted_once, one_voice, resting_on, status_of, voices_of
from parsed import language, report_of

TEXT = "Horn added a warning: The dam would not hold. Lupo rejected claims that nine workers had died."


def span(words: str) -> Passage:
    start = TEXT.index(words)
    return Passage("r", start, start + len(words), words)


def quotation(speaker: str, cue: str, content: str, stance: Stance = Stance.ASSERTS) -> Quotation:
    return Quotation(
        id=f"r.{speaker}",
        report="r",
        kind=QuotationKind.INDIRECT,
        content=(span(content),),
        cue=span(cue),
        source=None,
        speaker=speaker,
        stance=stance,
    )


WARNING = quotation("a1", "added", "a warning")
DENIAL = quotation("a2", "rejected", "claims that nine workers had died", Stance.DENIES)
FIRST, SECOND = span("Horn added a warning: The dam would not hold."), span(TEXT[46:])


@pytest.mark.parametrize(
    ("words", "sentence", "voices"),
    [
        ("The dam would not hold", FIRST, ("a1",)),  # what follows a colon after the content is said too
        ("nine workers had died", SECOND, ()),  # what somebody denies does not rest on his word
        ("rejected claims that nine workers had died", SECOND, ("a2",)),
    ],
)
def test_voices(words: str, sentence: Passage, voices: tuple[str, ...]) -> None:
    assert voices_of(span(words), sentence, (WARNING, DENIAL)) == voices


def test_inner_speaker_is_no_voice() -> None:
    outer = quotation("a3", "Lupo", "rejected claims that nine workers had died")
    assert voices_of(span("rejected claims that nine workers had died"), SECOND, (outer, DENIAL)) == ("a3",)


@pytest.mark.parametrize(
    ("text", "cue", "content", "words", "voices"),
    [
        (  # where, to whom and when he says it is nothing that the report says itself
            "“The dam holds,” Horn said at a long meeting with the owners of the valley in Tarn on Friday.",
            "said",
            "“The dam holds,”",
            None,
            ("a1",),
        ),
        (  # a clause beside it is
            "After the owners of the valley had met the council in Tarn for three hours, Horn said no.",
            "said",
            "no",
            None,
            (),
        ),
        (  # and so is a part of the sentence with nothing that he says in it
            "“The dam holds,” Horn said at a long meeting with the owners of the valley in Tarn on Friday.",
            "said",
            "“The dam holds,”",
            "at a long meeting with the owners of the valley in Tarn",
            (),
        ),
    ],
)
def test_where_and_when_somebody_speaks_is_his_saying(
    text: str, cue: str, content: str, words: str | None, voices: tuple[str, ...]
) -> None:
    def part(of: str) -> Passage:
        return Passage("r", text.index(of), text.index(of) + len(of), of)

    (sentence,) = language().sentences(report_of(text))
    said = replace(WARNING, content=(part(content),), cue=part(cue), source=part("Horn"))
    assert voices_of(part(words or text), part(text), (said,), sentence.tokens) == voices


@pytest.mark.parametrize(
    ("cue", "voices"),
    [
        ("is expected", ()),  # the report's own outlook
        ("is said", ("",)),  # hearsay: somebody's word, and nobody knows whose
    ],
)
def test_what_nobody_is_named_for(cue: str, voices: tuple[str, ...]) -> None:
    text = f"The dam {cue} to hold."
    whole = Passage("r", 0, len(text), text)
    shown = Passage("r", 8, 8 + len(cue), cue)
    nobody = replace(WARNING, content=(whole,), cue=shown, speaker=None)
    assert voices_of(whole, whole, (nobody,)) == voices


@pytest.mark.parametrize(
    ("relation", "origins", "voices", "status"),
    [
        (PointRelation.SAME, ("o1", "o2"), ((), ()), Status.CORROBORATED),
        (PointRelation.SAME, ("o1", "o2"), (("a1",), ()), Status.CORROBORATED),
        (PointRelation.SAME, ("o1", "o2"), (("a1",), ("a1",)), Status.SINGLE_VOICE),
        (PointRelation.SAME, ("o1", "o2"), (("a1",), ("a2",)), Status.CORROBORATED),
        (PointRelation.SAME, ("o1", "o2"), (("a1", "a2"), ("a1",)), Status.SINGLE_VOICE),
        (PointRelation.SAME, ("o1", "o2"), (("a1",), ("",)), Status.SINGLE_VOICE),
        (PointRelation.SAME, ("o1",), ((), ()), Status.SINGLE_ORIGIN),
        (PointRelation.SINGLE, ("o1",), ((),), Status.SINGLE_ORIGIN),
        (PointRelation.SINGLE, ("o1",), (("a1",),), Status.SINGLE_VOICE),
        (PointRelation.CONFLICT, ("o1", "o2"), ((), ()), Status.DISPUTED),
        (PointRelation.UPDATE, ("o1", "o2"), ((), ()), Status.SUPERSEDED),
    ],
)
def test_status(
    relation: PointRelation, origins: tuple[str, ...], voices: tuple[tuple[str, ...], ...], status: Status
) -> None:
    assert status_of(relation, origins, voices) is status


def test_a_point_rests_on_voices_only_when_no_report_states_it_itself() -> None:
    assert resting_on((("a1",), ("a10", "a2"))) == ("a1", "a2", "a10")
    assert resting_on((("a1",), ())) == ()
    assert not one_voice(())


def test_a_speaker_who_is_not_known_is_no_second_voice() -> None:
    assert one_voice((("a1",), ("",)))
    assert one_voice((("",), ("",)))
    assert not one_voice((("a1",), ("a2", "")))
    assert not one_voice((("a1",), ()))
    assert resting_on((("a1",), ("",))) == ("a1",)
    unknown = replace(WARNING, speaker=None)
    assert voices_of(unknown.content[0], unknown.content[0], (unknown,)) == ("",)


@pytest.mark.parametrize(
    ("origins", "voices", "counted"),
    [
        (("o1", "o2", "o3"), (("a1",), ("a1",), ()), ("o1", "o3")),  # one voice in two houses, and who saw it
        (("o1", "o2", "o3"), (("a1",), ("a1",), ("a2",)), ("o1", "o3")),
        (("o1", "o2"), ((), ("a1",)), ("o1", "o2")),
        (("o1", "o1", "o2"), ((), ("a1",), ("a1",)), ("o1", "o2")),  # he, and a house that says it itself
        (("o1", "o2"), (("",), ("a1",)), ("o2",)),  # the unknown speaker may be the known one
    ],
)
def test_a_voice_counts_once(
    origins: tuple[str, ...], voices: tuple[tuple[str, ...], ...], counted: tuple[str, ...]
) -> None:
    order = tuple(dict.fromkeys(origins))
    assert counted_once(origins, voices, order=order) == counted


def test_words_have_one_speaker_whose_cue_stands_nearest() -> None:
    near, far = quotation("a1", "added", "a warning"), quotation("a2", "Horn", "a warning: The dam")
    far = replace(far, cue=span("Lupo"))
    assert voices_of(span("a warning"), FIRST, (far, near)) == ("a1",)


def test_what_two_say_together_rests_on_the_one_who_says_it_alone() -> None:
    assert common_voices((("a1", "a2"), ("a1",), ("",))) == ("a1",)
    assert common_voices((("a1",), ("a2",))) == ("a1", "a2")
    assert common_voices((("",), ("",))) == ()
