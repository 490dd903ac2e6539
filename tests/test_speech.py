"""What was taken for speech and is none: deeds, states, captions; and what is kept."""

from __future__ import annotations

import pytest

from crosswire.model.annotation import Quotation, QuotationKind, SpeakerClass, Stance
from crosswire.model.relation import Actor, ActorKind
from crosswire.relate.utterances.speech import spoken_only, without_the_silent
from parsed import annotated, lexicons, report_of


def quotation(text: str, stance: Stance, known: SpeakerClass = SpeakerClass.NAMED) -> tuple[str, Quotation]:
    """The text without its signs and the attribution that they mark: [source], <cue>, {content}, «between marks»."""
    plain = "".join(sign for sign in text if sign not in "[]<>{}")
    report = report_of(plain, "2031-06-04T08:00", name="r1")

    def part(opening: str, closing: str) -> tuple[int, int] | None:
        if opening not in text:
            return None
        start, end = text.index(opening), text.index(closing)
        signs = [sum(sign in "[]<>{}" for sign in text[:at]) for at in (start, end)]
        return start - signs[0], end - signs[1]

    source, cue, content, marked = (part(*signs) for signs in ("[]", "<>", "{}", "“”"))
    assert content
    found = Quotation(
        "r1.q1",
        "r1",
        QuotationKind.DIRECT if marked else QuotationKind.INDIRECT,
        (report.passage(*content),),
        report.passage(*cue) if cue else None,
        report.passage(*source) if source else None,
        verbatim=(report.passage(marked[0] + 1, marked[1]),) if marked else (),
        speaker="a1" if source else None,
        speaker_class=known,
        stance=stance,
    )
    return plain, found


@pytest.mark.parametrize(
    ("text", "stance", "kept"),
    [
        ("[Mayor Lupo] <said> {the bridge was safe}.", Stance.ASSERTS, True),
        ("[Mayor Lupo] <denied> {the claims of the union}.", Stance.DENIES, True),
        ("[Mayor Lupo] <slammed> {the toll}.", Stance.ACCUSES, True),
        ("[Mayor Lupo] <declined to say> {whether the bridge was safe}.", Stance.REPORTS, True),
        ("[Mayor Lupo] <pored over> {“the plans of the bridge”}.", Stance.REPORTS, True),
        ("[Mayor Lupo] <was betting> {that the bridge would hold}.", Stance.REPORTS, True),
        # Deeds
        ("[Agents] <are continuing to interview> {witnesses of the crash}.", Stance.REPORTS, False),
        ("[Some of them] <hired guards to watch> {the gates of the bridge}.", Stance.REPORTS, False),
        ("[Nine towns] <now allow> {boats with sails}.", Stance.AGREES, False),
        ("[Divers] <then found> {the wreck of the ferry}.", Stance.ASSERTS, False),
        ("[Divers] <then found> {that the hull was whole}.", Stance.ASSERTS, True),
        ("[Officers] <investigated> {the wreck of the ferry}.", Stance.ASKS, False),
        ("[Ana Lupo] <knew> {the old captain}.", Stance.ASSERTS, False),
        ("[Ana Lupo] <was charged with> {the theft of two boats}.", Stance.ACCUSES, False),
        # Nobody said it
        ("{The bridge} <is expected> to create jobs.", Stance.ASSERTS, False),
        ("{Ana Lupo} <was charged with> theft.", Stance.ACCUSES, False),
        ("{The bridge was sold}, it is <believed>.", Stance.ASSERTS, True),
        # No content, and captions
        ("The bridge is old, [police] <said> {that}.", Stance.ASSERTS, False),
        ("[WARNING GRAPHIC VIDEO OF CRASH] <showing> {how the ferry sank}.", Stance.ASSERTS, False),
        ("[The FBI and TBI] <said> {the ferry sank}.", Stance.ASSERTS, True),
        ("{THE WHOLE TOWN MOURNS}, [the school] <said>.", Stance.ASSERTS, False),
    ],
)
def test_what_somebody_utters(text: str, stance: Stance, *, kept: bool) -> None:
    plain, found = quotation(text, stance)
    report = report_of(plain, "2031-06-04T08:00", name="r1")
    assert spoken_only([found], [annotated(report)], stances=lexicons().stances) == ((found,) if kept else ())


def test_a_document_speaks_whatever_the_cue() -> None:
    plain, found = quotation("<In> [a poster], {he was called dangerous}.", Stance.REPORTS, SpeakerClass.DOCUMENT)
    report = report_of(plain, "2031-06-04T08:00", name="r1")
    assert spoken_only([found], [annotated(report)], stances=lexicons().stances) == (found,)


def test_who_has_no_name_and_says_nothing_is_nobody() -> None:
    _, found = quotation("[Agents] <are continuing to interview> {witnesses}.", Stance.REPORTS)
    crowd, person = (Actor("a1", "Agents", kind, (), ()) for kind in (ActorKind.UNNAMED, ActorKind.PERSON))
    assert without_the_silent([crowd], [found], []) == ()
    assert without_the_silent([crowd], [found], [found]) == (crowd,)
    assert without_the_silent([person], [found], []) == (person,)
