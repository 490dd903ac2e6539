"""Stance: every cue of the lexicon in its example, and what turns a stance round, as tables of (text, cue, stance)."""

from __future__ import annotations

import pytest

from crosswire.annotate.attribution import Attribution
from crosswire.annotate.grammar import Grammar, grammar
from crosswire.annotate.stance import stance_of
from crosswire.lexicons.cues import Cue
from crosswire.model.annotation import Stance
from parsed import language, lexicons, report_of

ALL = lexicons().stances.cues()


def grammars(text: str) -> list[Grammar]:
    report = report_of(text)
    return [grammar(report, sentence) for sentence in language().sentences(report)]


def stance(text: str, cue: str) -> Stance:
    """The stance at the first token of the text whose word or lemma is `cue`."""
    for g in grammars(text):
        for n, token in enumerate(g.tokens):
            if cue in (g.words[n], token.lemma) or (len(cue) > 3 and g.words[n].startswith(cue[:-1])):
                return stance_of(
                    Attribution(0, (token.start, token.end), None, (), token.lemma, token.start, n),
                    g,
                    lexicons().stances,
                )
    raise AssertionError(f"{cue} is not in {text}")


def test_the_lexicon_has_at_least_four_hundred_cues_each_with_an_example() -> None:
    assert len(ALL) >= 400
    assert not [cue.words for cue in ALL if not cue.example]
    assert {cue.stance for cue in ALL} == set(Stance)


@pytest.mark.parametrize("cue", ALL, ids=lambda cue: f"{cue.words}-{cue.stance}")
def test_every_cue_takes_its_stance_in_its_example(cue: Cue) -> None:
    assert stance(cue.example, cue.words.split()[0]) is cue.stance


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Holt did not rule out a second vote.", "rule", Stance.REPORTS),
        ("Holt refused to rule out a second vote.", "refuse", Stance.REPORTS),
        ("Holt refused to rule out a second vote.", "rule", Stance.REPORTS),
        ("The envoy stopped short of accusing the island.", "accuse", Stance.REPORTS),
        ("The envoy stopped short of accusing the island.", "stop", Stance.REPORTS),
        ("The envoy stopped short of publicly blaming the island.", "blame", Stance.REPORTS),
        ("The bank refused to confirm that it was broke.", "refuse", Stance.REPORTS),
        ("The bank refused to confirm that it was broke.", "confirm", Stance.REPORTS),
        ("The captain refused to leave the ship.", "refuse", Stance.DENIES),
        ("The union refused to accept the offer.", "refuse", Stance.DENIES),
        ("The firm declined to comment on the fire.", "decline", Stance.REPORTS),
        ("The ministry denied claims that the bridge was closed.", "deny", Stance.DENIES),
        ("She no longer believes that the ferry is safe.", "believe", Stance.DOUBTS),
        ("The council failed to condemn the raid.", "fail", Stance.REPORTS),
        ("The council failed to condemn the raid.", "condemn", Stance.REPORTS),
        ("She does not think that the ferry is safe.", "think", Stance.DOUBTS),
        ("Holt did not agree that the door was shut.", "agree", Stance.DENIES),
        ("The bank would not say who had signed.", "say", Stance.REPORTS),
        ("The clerk neither confirmed nor denied the sale.", "deny", Stance.REPORTS),
        ("The clerk neither confirmed nor denied the sale.", "confirm", Stance.REPORTS),
        ("The town does not want the road moved.", "want", Stance.DENIES),
        ("Few believe that the vote was fair.", "believe", Stance.DOUBTS),
        ("No official said that the bridge was safe.", "say", Stance.REPORTS),
        ("He not only said so but warned the town.", "say", Stance.ASSERTS),
        ("“Never,” Holt said.", "say", Stance.ASSERTS),
        ("The firm made no promise to pay.", "make", Stance.DENIES),
        ("He left without saying who had won.", "say", Stance.REPORTS),
        ("Members were not convinced that it was true.", "be", Stance.DOUBTS),
        ("The premier did not doubt that the tape was real.", "doubt", Stance.ASSERTS),
    ],
)
def test_what_turns_a_stance_round(text: str, cue: str, expected: Stance) -> None:
    assert stance(text, cue) is expected


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Holt asked why the gate was shut.", "ask", Stance.ASKS),
        ("According to the inspector, the dam is sound.", "according", Stance.ASSERTS),
        ("Holt asked the court to wait.", "ask", Stance.DEMANDS),
        ("Holt asked that the court wait.", "ask", Stance.DEMANDS),
        ("Holt asked for more time.", "ask", Stance.DEMANDS),
        ("Holt told the crew that the pier was safe.", "tell", Stance.ASSERTS),
        ("Holt told the crew to leave.", "tell", Stance.DEMANDS),
        ("The clerk swore that she had signed nothing.", "swear", Stance.ASSERTS),
        ("The clerk swore to sign nothing.", "swear", Stance.PROMISES),
        ("The nurse called out the board for waste.", "call", Stance.ACCUSES),
        ("The bishop spoke out against the raid.", "speak", Stance.ACCUSES),
        ("The clerk pleaded not guilty to theft.", "plead", Stance.DENIES),
        ("The clerk pleaded guilty to theft.", "plead", Stance.AGREES),
        ("The clerk tried to explain that the key was lost.", "try", Stance.ASSERTS),
        ("The clerk went on to warn that the key was lost.", "go", Stance.WARNS),
        ("Growers voiced concern about the tariff.", "voice", Stance.WARNS),
        ("The envoy pushed back hard against the report.", "push", Stance.DENIES),
    ],
)
def test_one_word_in_two_senses(text: str, cue: str, expected: Stance) -> None:
    assert stance(text, cue) is expected
