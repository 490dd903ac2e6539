"""How far a matter has come in one sentence."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.relate.points.parties import Grammar, number
from crosswire.relate.points.stage import Role, Step
from crosswire.relate.points.stages import read_stages
from point_stories import slots

HELD = [
    ("Police arrested Ana Lupo in Velden.", {Step.HELD}),
    ("The driver was arrested on Monday.", {Step.HELD}),
    ("The gunman surrendered to police.", {Step.HELD}),
    ("A second man is in custody.", {Step.HELD}),
    ("A Velden man is behind bars.", {Step.HELD}),
    ("Pavel Horn is being held without bail.", {Step.HELD}),
    ("Pavel Horn held a sign over his head.", set()),
    ("Nobody is in custody.", {Step.NOT_HELD}),
    ("No arrests have been made.", {Step.NOT_HELD}),
    ("The suspect has not been arrested.", {Step.NOT_HELD}),
    ("Police announced the arrest of Pavel Horn.", {Step.HELD}),
    ("He was arrested before in another matter.", set()),  # once, of something else
    ("Police want to arrest the driver.", set()),
    ("A warrant was issued for the arrest of Pavel Horn.", set()),
    ("A man was arrested in a previous fire.", set()),
    ("A man was arrested in a recent fire.", {Step.HELD}),
    ("Police are looking for a second man.", {Step.SOUGHT}),
    ("Police are looking for witnesses.", set()),
    ("The search for the missing girl went on.", set()),
    ("The gunman remains at large.", {Step.SOUGHT}),
    ("They say attempts to find Horn have been unsuccessful.", {Step.SOUGHT}),
    ("There was no word on whether a suspect is at large.", {Step.OPEN}),
    ("Guards haven't been able to track down the boy in the red coat.", {Step.SOUGHT}),
    ("The port is open to people at large.", set()),
]


@pytest.mark.parametrize(("text", "steps"), HELD)
def test_who_is_looked_for_and_who_is_held(text: str, steps: set[Step]) -> None:
    assert {s.step for s in read_stages(slots(text), load_lexicons().stages)} - {Step.NAMED} == steps


CHARGED = [
    ("Ana Lupo was charged with theft.", {Step.CHARGED}),
    ("Both men face charges.", {Step.CHARGED}),
    ("The driver hasn't been charged yet.", {Step.UNCHARGED}),
    ("No charges have been filed.", {Step.UNCHARGED}),
    ("Charges are pending.", {Step.UNCHARGED}),
    ("Neither faces a murder charge.", {Step.UNCHARGED}),
    ("A court has accepted arson charges against Horn.", {Step.CHARGED}),
    ("Pavel Horn will be charged on Monday.", {Step.UNCHARGED}),
    ("The boy was booked into a youth centre on a charge of arson.", {Step.HELD, Step.CHARGED}),
    ("The bull charged at the fence.", set()),
    ("The court did not charge Ana Lupo with theft.", set()),  # with something else, maybe
    ("The museum charges nine euros.", set()),
]


@pytest.mark.parametrize(("text", "steps"), CHARGED)
def test_who_is_charged(text: str, steps: set[Step]) -> None:
    assert {s.step for s in read_stages(slots(text), load_lexicons().stages)} - {Step.NAMED} == steps


NAMED = [
    ("The victims have not been identified.", (Step.UNNAMED, Role.VICTIM)),
    ("The names of the dead were not released.", (Step.UNNAMED, Role.VICTIM)),
    ("Police disclosed no details, including the victim's name.", (Step.UNNAMED, Role.VICTIM)),
    ("The harbour office is withholding the name of a woman in custody.", (Step.UNNAMED, Role.SUSPECT)),
    ("Pavel Horn is in custody.", (Step.NAMED, Role.SUSPECT)),
    ("They honoured Ana Lupo, a pupil at Velden School who was killed.", (Step.NAMED, Role.VICTIM)),
    ("An unidentified gunman fled.", (Step.UNNAMED, Role.SUSPECT)),
    ("Police identified the victim as Ana Lupo.", (Step.NAMED, Role.VICTIM)),
    ("The victim, Ana Lupo, died in a clinic.", (Step.NAMED, Role.VICTIM)),
    ("Pavel Horn was arrested on Monday.", (Step.NAMED, Role.SUSPECT)),
    ("Horn is charged with the killing of Ana Lupo.", (Step.NAMED, Role.VICTIM)),
    ("Pavel Horn visited the harbour.", (Step.NAMED, None)),
]


@pytest.mark.parametrize(("text", "told"), NAMED)
def test_who_is_named_and_who_is_not(text: str, told: tuple[Step, Role | None]) -> None:
    assert told in {(s.step, s.role) for s in read_stages(slots(text), load_lexicons().stages)}


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Two people were flown to Tarn in critical condition.", {Step.GRAVE}),
        ("Three divers are in stable condition.", {Step.GOOD}),
        ("The conditions of the divers are not known.", {Step.UNKNOWN}),
        ("The mayor was critical of the police.", set()),
        ("Lupo might die.", set()),
    ],
)
def test_how_somebody_is(text: str, steps: set[Step]) -> None:
    found = {s.step for s in read_stages(slots(text), load_lexicons().stages)}
    assert found & {Step.GRAVE, Step.GOOD, Step.UNKNOWN, Step.DEAD} == steps


@pytest.mark.parametrize(
    ("text", "word", "count", "names"),
    [
        ("Police arrested two men.", "men", 2, set()),
        ("Police arrested a man.", "man", 1, set()),
        ("Police arrested one of the men.", "one", None, set()),
        ("Police arrested a second man.", "man", 2, set()),
        ("Police arrested Lupo and Horn.", "Lupo", 2, {"lupo", "horn"}),
        ("Police arrested the driver, Ana Lupo.", "driver", None, {"lupo"}),
        ("Nobody was arrested.", "Nobody", 0, set()),
    ],
)
def test_who_is_meant(text: str, word: str, count: int | None, names: set[str]) -> None:
    here = slots(text)
    grammar = Grammar(here)
    at = next(n for n in range(len(here.tokens)) if grammar.written(n) == word)
    party = grammar.party(at)
    assert (party.count, set(party.names)) == (count, names)


def test_a_pronoun_names_nobody() -> None:
    party = Grammar(slots("He was arrested after Ana Lupo fled.")).party(0)
    assert party.pronoun
    assert not party.names


@pytest.mark.parametrize(("word", "value"), [("two", 2), ("14", 14), ("many", None), ("1234567", None)])
def test_words_that_count(word: str, value: int | None) -> None:
    assert number(word) == value


@pytest.mark.parametrize(
    "text",
    [
        "The mill pays a reward for tips leading to an arrest.",
        "The guards do not have any arsonist in custody.",
    ],
)
def test_nobody_is_held_by_these_words(text: str) -> None:
    assert Step.HELD not in {s.step for s in read_stages(slots(text), load_lexicons().stages)}
