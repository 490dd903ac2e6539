"""The rules around the quotation model, one by one, and the model's file."""

from __future__ import annotations

import pytest

from crosswire.annotate import model as model_file
from crosswire.annotate.attribution import Attribution
from crosswire.annotate.grammar import grammar
from crosswire.annotate.inherited import with_source
from crosswire.annotate.marks import find_marked
from crosswire.annotate.overlaps import settled
from crosswire.annotate.overruled import standing
from crosswire.annotate.setting import settings
from crosswire.annotate.stretch import stretched
from crosswire.annotate.torn import mended
from crosswire.errors import ModelError
from crosswire.lexicons.cues import Cue
from crosswire.model.annotation import Stance
from parsed import language, lexicons, report_of


def span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def made(text: str, cue: str, source: str | None, content: str, score: float = 3.0) -> Attribution:
    """An attribution as the model might give it, for a text of one sentence."""
    (sentence,) = language().sentences(report_of(text))
    at = span(text, cue)
    token = next(n for n, t in enumerate(sentence.tokens) if t.start >= at[0])
    own = span(text, source) if source else None
    return Attribution(0, at, own, (span(text, content),), sentence.tokens[token].lemma, at[0], token, score)


@pytest.mark.parametrize(
    ("text", "cue", "content", "source"),
    [
        ("The mayor spoke first and said that tolls would rise.", "said", "that tolls would rise", "The mayor"),
        ("Holt said no and often says the ferry is late.", "says", "the ferry is late", "Holt"),
        ("Holt closed the line, adding that buses would run.", "adding", "that buses would run", None),
        ("The talks dragged on and appeared to fail.", "appeared", "to fail", None),
        ("Holt left and was accused of theft.", "accused", "of theft", None),
    ],
)
def test_sources_shared_with_the_verb_before(text: str, cue: str, content: str, source: str | None) -> None:
    report = report_of(text)
    (setting,) = settings(report, language().sentences(report), ())
    found = with_source(made(text, cue, None, content), setting.grammar)
    assert (text[slice(*found.source)] if found.source else None) == source


def test_content_ends_where_the_same_source_speaks_anew() -> None:
    text = "Holt said the gate was shut and warned that the key was lost."
    said = made(text, "said", "Holt", "the gate was shut and warned that the key was lost")
    warned = made(text, "warned", "Holt", "that the key was lost")
    first, second = settled([said, warned], text)
    assert text[slice(*first.content[0])] == "the gate was shut"
    assert second == warned


def test_content_goes_on_over_a_cue_inside_it() -> None:
    text = "Holt said she had warned that the key was lost."
    said = made(text, "said", "Holt", "she had warned that the key was lost")
    warned = made(text, "warned", "she", "that the key was lost")
    assert settled([said, warned], text) == [said, warned]


def test_a_cue_inside_a_cue_is_one_cue() -> None:
    text = "Holt replied by saying that the key was lost."
    replied = made(text, "replied by saying", "Holt", "that the key was lost")
    saying = made(text, "saying", None, "that the key was lost")
    assert settled([replied, saying], text) == [replied]


def test_content_ends_before_what_another_is_told_to_say_beside_it() -> None:
    text = "Holt told guests that the gate was shut, with Lund saying that the key was lost."
    told = made(text, "told", "Holt", "that the gate was shut, with Lund saying that the key was lost")
    saying = made(text, "saying", "Lund", "that the key was lost")
    first, second = settled([told, saying], text)
    assert text[slice(*first.content[0])] == "that the gate was shut"
    assert second == saying
    nobody = made(text, "told", None, "that the gate was shut, with Lund saying that the key was lost")
    assert settled([nobody, saying], text)[0].content == first.content


OVERRULED = [
    ("Varnia had suspended the ferry after the strike.", "suspended", "Varnia", "the ferry", False),
    ("Both crews escalated their rhetoric before the race.", "escalated", "Both crews", "their rhetoric", False),
    ("The bank dropped the disputed toll on Friday.", "dropped", "The bank", "the disputed toll", False),
    ("Lund spelled out her worries about the ferry.", "spelled", "Lund", "her worries about the ferry", True),
    ("The mayor slammed the new toll on Friday.", "slammed", "The mayor", "the new toll", True),
    ("The clerk dropped that the ferry was sold.", "dropped", "The clerk", "that the ferry was sold", True),
    ("The clerk dropped a hint that the ferry was sold.", "dropped", "The clerk", "that the ferry was sold", True),
    ("Lund dropped “the whole sorry lot” at the quay.", "dropped", "Lund", "“the whole sorry lot”", True),
    ("It is not clear whether the ferry will sail.", "clear", None, "whether the ferry will sail", False),
    ("It was unclear who had sold the ferry.", "unclear", None, "who had sold the ferry", False),
    ("Lund was unclear whether the ferry would sail.", "unclear", "Lund", "whether the ferry would sail", True),
    ("It was said that the ferry was sold.", "said", None, "that the ferry was sold", True),
    ("The pier is known as the Stump.", "known", None, "the Stump", False),
    ("Tolls are seen as a burden.", "seen", None, "a burden", False),
    ("Tolls are expected to rise.", "expected", None, "to rise", True),
    ("Lund was criticised for the delay.", "criticised", None, "the delay", True),
    ("The owner faced complaints that the ferry was late.", "complaints", None, "that the ferry was late", True),
    ("The owner took the decision to sell the ferry.", "decision", None, "to sell the ferry", False),
    ("Asked whether the pier was safe, Lund said no.", "Asked", None, "whether the pier was safe", True),
    ("Lund hesitated when asked whether the pier was safe.", "asked", None, "whether the pier was safe", True),
    ("Lund hesitated when asked about the pier.", "asked", None, "the pier", False),
    ("Lund hesitated when asked to give up the harbour.", "asked", None, "to give up the harbour", False),
]


@pytest.mark.parametrize(("text", "cue", "source", "content", "stands"), OVERRULED)
def test_what_is_done_to_a_thing_or_clear_to_nobody_is_no_quotation(
    text: str, cue: str, source: str | None, content: str, stands: bool
) -> None:
    report = report_of(text)
    marked = find_marked(report, lexicons().marks)
    around = settings(report, language().sentences(report), marked)
    found = made(text, cue, source, content)
    assert standing([found], around, lexicons(), text) == ([found] if stands else [])


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("Patrol Sgt. Ola Brandt said so.", "Ola Brandt", "Patrol Sgt. Ola Brandt"),
        ("“Yes,” said Sgt. Ola Brandt with the patrol.", "Sgt", "Sgt. Ola Brandt"),
        ("The tide turned. Ola Brandt said so.", "Ola Brandt", "Ola Brandt"),
    ],
)
def test_sources_torn_at_a_full_stop(text: str, source: str, expected: str) -> None:
    a = Attribution(0, span(text, "said"), span(text, source), (span(text, "so" if "so" in text else "Yes"),))
    found = mended(a, text).source
    assert found is not None
    assert text[slice(*found)] == expected


def test_content_grows_over_its_marks_but_not_over_those_that_hold_the_cue() -> None:
    text = "“The pier is safe. Nobody fell,” Holt said."
    report = report_of(text)
    sentences = language().sentences(report)
    number = next(n for n, s in enumerate(sentences) if s.end == len(text))
    inner = Attribution(
        number, span(text, "said"), span(text, "Holt"), (span(text, "Nobody fell"),), "say", text.index("said")
    )
    (found,) = stretched([inner], find_marked(report, lexicons().marks), sentences, text)
    assert text[slice(*found.content[0])] == "“The pier is safe. Nobody fell,”"


def test_grammar_of_a_sentence() -> None:
    report = report_of("Holt said the pier was safe.")
    g = grammar(report, language().sentences(report)[0])
    assert g.words[:2] == ("holt", "said")
    assert g.child(1, "nsubj") == 0
    assert (g.left[1], g.right[1]) == (0, len(g.tokens) - 1)
    assert g.ancestors(0) == (1,)


def test_the_cue_lexicon_has_stances_and_examples() -> None:
    cues = lexicons().cues
    assert len(cues.verbs) + len(cues.nouns) + len(cues.phrases) >= 300
    assert all(isinstance(cue, Cue) and cue.example for cue in cues.verbs.values())
    assert (cues.verbs["call for"].stance, cues.verbs["call"].stance) == (Stance.DEMANDS, Stance.ASSERTS)


def test_another_weights_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_file, "SHA256", "0" * 64)
    with pytest.raises(ModelError, match="not the pinned one"):
        model_file.load_quotation_model()


def test_a_missing_weights_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_file, "NAME", "absent.npz")
    with pytest.raises(ModelError, match="absent"):
        model_file.load_quotation_model()
