"""The brief of a fictional story."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.brief.candidates import find_candidates
from crosswire.brief.dossier import write_dossier
from crosswire.brief.selection import choose, repeats
from crosswire.brief.standing import (
    is_caption,
    is_tied,
    of_itself,
    only_quoted,
    points_back,
    stands_alone,
)
from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Figure
from crosswire.model.dossier import Length, Request
from crosswire.model.issue import Issue
from crosswire.model.passage import Passage
from crosswire.model.relation import Point, PointKind, PointRelation, Statement, Status, Version
from point_stories import DAM, dam, relations, sentence_of

ALONE = [
    ("Mayor Ana Lupo visited the valley on Tuesday.", True),
    ("But the mayor did not come to Velden on Tuesday.", False),
    ("In addition, the mayor came to Velden on Tuesday.", False),
    ("He visited the valley with families on Tuesday.", False),
    ("Lupo said she would visit the valley on Tuesday.", True),
    ("It is not clear whether the mayor will visit Velden.", True),
    ("“We were never warned about the dam,” Ana Lupo said.", True),
    ("“We were never warned about the dam at all.", False),
    ("we were never warned about the dam at all.", False),
    ("The child was taken to a hospital nearby, she said.", False),
    ("The mayor of the town said she was taken to a hospital.", True),
    ("Warned too late.", False),
    ("Similarly, the mayor of Tarn closed the old bridge.", False),
    ("In fact, the mayor of Tarn closed the old bridge.", False),
    ("Who pays for the three dams of the valley?", False),
    ("18-year-old Ana Lupo was found in the mill of Tarn.", True),
    ("Police would not confirm that, saying it was too early.", False),
    ("Pavel Horn would not go that far but asked for a vote.", False),
    ("“It sets no precedent,” Pavel Horn told reporters.", False),
    ("“The dam is old and it leaks,” Pavel Horn told reporters.", True),
    ("The mayor resigned, and that ended the row over the dam.", True),
    ("Ana Lupo praised those who had fled the flood.", True),
    ("Brian Falk said at a news conference on Sunday afternoon.", False),
]


@pytest.mark.parametrize(("text", "alone"), ALONE)
def test_stands_alone(text: str, alone: bool) -> None:
    assert stands_alone(*sentence_of(text), load_lexicons().points) is alone


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("The deal would hold only in winter.", True),
        ("The deal between the two banks would hold only in winter.", False),
        ("Both countries agreed to share the water.", True),
        ("Four countries agreed to share the water.", False),
        ("Lupo spoke of differences over those issues.", True),
        ("Lupo will visit the valley this week.", False),
    ],
)
def test_points_back(text: str, back: bool) -> None:
    assert points_back(sentence_of(text)[1], load_lexicons().points) is back


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Pavel Horn also rejected the charge on Monday.", True),
        ("Ana Lupo again denied that the dam was cracked.", True),
        ("Ana Lupo and Pavel Horn met again in Velden on Monday.", False),
        ("Pavel Horn said “we also warned them” on Monday in Velden.", False),
        ("“Your visit to Velden is very timely,” Ana Lupo said on Monday.", True),
        ("The levy, though, would spare the dams in Velden.", True),
        ("The latest to resign was Minister Pavel Horn of Velden.", True),
        ("Pavel Horn rejected the charge in Velden on Monday.", False),
    ],
)
def test_ties_to_the_sentence_before(text: str, tied: bool) -> None:
    assert is_tied(*sentence_of(text), load_lexicons().brief) is tied


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“Such talks are wholly in keeping with the law of the land.”", True),
        ("“Such talks are legal,” Pavel Horn said in Velden on Monday.", False),
        ("Pavel Horn called the talks “wholly in keeping with the law”.", False),
    ],
)
def test_only_quoted(text: str, quoted: bool) -> None:
    assert only_quoted(*sentence_of(text)) is quoted


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("Mayor Ana Lupo, left, and Minister Pavel Horn arrive for their talks in Velden.", True),
        ("People gather below the broken dam in Velden, 15 July 2031.", True),
        ("Minister Pavel Horn and Mayor Ana Lupo pose in front of the dam in Velden.", True),
        ("Image 5 of 12 Guards searched the scene of the flood in Velden.", True),
        ("Mayor Ana Lupo (pictured, left) praised the guards of Velden.", True),
        ("Ana Lupo, 19, is pictured on May 22, the day she left school.", True),
        ("The law on dams takes effect on July 15, 2031.", False),
        ("People gathered below the broken dam in Velden on 15 July 2031.", False),
    ],
)
def test_captions(text: str, caption: bool) -> None:
    assert is_caption(*sentence_of(text), load_lexicons().brief) is caption


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("KVBD-TV is a part of the Velden group of stations.", True),
        ("Velden News is not naming the child who was hurt.", True),
        ("Hydrovel is not naming the engineers of the dam.", False),
    ],
)
def test_a_station_of_itself(text: str, own: bool) -> None:
    assert of_itself(*sentence_of(text), load_lexicons().brief) is own


@pytest.mark.parametrize("length", [Length(sentences=1), Length(sentences=2), Length(sentences=3)])
def test_so_many_sentences(length: Length) -> None:
    brief = write_dossier(dam(), lexicons=load_lexicons(), request=Request(length)).brief
    assert len(brief) == length.sentences


@pytest.mark.parametrize("words", [30, 60, 90])
def test_so_many_words(words: int) -> None:
    brief = write_dossier(dam(), lexicons=load_lexicons(), request=Request(Length(words=words))).brief
    assert 0 < sum(len(s.words.split()) for s in brief) <= words


def test_more_may_be_asked_than_a_brief_has() -> None:
    more = write_dossier(dam(), lexicons=load_lexicons(), request=Request(Length(sentences=30))).brief
    assert len(more) > len(write_dossier(dam(), lexicons=load_lexicons()).brief)
    assert len({s.words for s in more}) == len(more)


def test_one_sentence_stands_even_where_it_is_longer_than_asked() -> None:
    assert len(write_dossier(dam(), lexicons=load_lexicons(), request=Request(Length(words=1))).brief) == 1


@pytest.mark.parametrize(("sentences", "words"), [(None, None), (3, 30), (0, None), (None, 0)])
def test_lengths_that_are_none(sentences: int | None, words: int | None) -> None:
    with pytest.raises(ValueError, match="length"):
        Length(sentences, words)


def test_a_dispute_has_both_sides_or_neither() -> None:
    at_odds = {p.id: p for p in dam().points if p.relation is PointRelation.CONFLICT}
    assert at_odds
    for sentences in range(2, 9):
        chosen = choose(dam(), load_lexicons(), length=Length(sentences=sentences))
        told = {p: {c.points[p] for c in chosen[1:] if p in c.points} for p in at_odds}
        assert all(len(versions) != 1 for versions in told.values())


def test_other_words_for_the_same_are_a_repetition() -> None:
    told = (
        ("Courier", "2031-03-04", "", ("Seven people were killed when the Orlo dam broke above Velden on Monday.",)),
        ("Post", "2031-03-04", "", ("Seven people died when the Orlo dam above Velden burst on Monday night.",)),
        ("Radio", "2031-03-04", "", ("The minister promised a new bridge and a road before the winter comes.",)),
    )
    one, two, three = find_candidates(relations(told), load_lexicons())
    assert repeats(one, [two])
    assert not repeats(one, [three])


def test_a_report_is_cited_once_for_one_matter() -> None:
    story = dam()
    brief = write_dossier(story, lexicons=load_lexicons()).brief
    for sentence in brief:
        reports = [c.report for c in sentence.citations]
        assert len(set(reports)) == len(reports)
    taken = next(s for s in brief if len(s.citations) > 1)
    cited = taken.citations[1]
    text = next(r.text for r in story.reports if r.id == cited.report)
    again = Passage(cited.report, len(text) - 12, len(text), text[-12:])
    doubled = tuple(
        replace(
            p, statements=(*p.statements, *(replace(s, passage=again) for s in p.statements if cited.covers(s.passage)))
        )
        for p in story.points
    )
    found = write_dossier(replace(story, points=doubled), lexicons=load_lexicons()).brief
    again_cited = next(s.citations for s in found if s.words == taken.words)
    assert [c.report for c in again_cited] == [c.report for c in taken.citations]


def test_first_sentence_says_what_happened() -> None:
    first = write_dossier(dam(), lexicons=load_lexicons()).brief[0]
    assert "dam" in first.words
    assert "broke" in first.words


def test_what_only_speaks_of_the_matter_is_not_cited() -> None:
    told = dam()
    cited = write_dossier(told, lexicons=load_lexicons()).brief[0].citations
    assert len(cited) > 1
    points = tuple(
        replace(
            p, statements=tuple(replace(s, counts=not any(map(s.passage.overlaps, cited[1:]))) for s in p.statements)
        )
        for p in told.points
    )
    again = write_dossier(replace(told, points=points), lexicons=load_lexicons()).brief
    assert next(s.citations for s in again if s.citations[0] == cited[0]) == cited[:1]


def test_sentences_are_verbatim_and_cited_from_where_they_stand() -> None:
    texts = {r.id: r.text for r in dam().reports}
    brief = write_dossier(dam(), lexicons=load_lexicons()).brief
    assert brief
    for sentence in brief:
        own = sentence.citations[0]
        assert own.words == sentence.words
        assert len(set(sentence.citations)) == len(sentence.citations)
        for cited in sentence.citations:
            assert texts[cited.report][cited.start : cited.end] == cited.words


def test_every_point_named_is_a_point_and_nothing_stands_twice() -> None:
    brief = write_dossier(dam(), lexicons=load_lexicons()).brief
    known = {p.id for p in dam().points}
    assert all(set(s.points) <= known for s in brief)
    assert len({s.words for s in brief}) == len(brief)


def test_both_sides_of_a_dispute_stand_side_by_side() -> None:
    whole = Request(Length(sentences=8))
    words = [s.words for s in write_dossier(dam(), lexicons=load_lexicons(), request=whole).brief]
    sides = [n for n, w in enumerate(words) if "ignored cracks" in w]
    assert len(sides) == 2
    assert sides[1] - sides[0] == 1


def test_what_is_superseded_is_left_out() -> None:
    old = {
        s.passage
        for p in dam().points
        if p.relation is PointRelation.UPDATE
        for s in p.statements
        if s.version != p.latest
    }
    brief = write_dossier(dam(), lexicons=load_lexicons()).brief
    assert old
    assert brief
    for sentence in brief:
        assert not any(sentence.citations[0].overlaps(passage) for passage in old)


def test_head_of_the_dossier() -> None:
    dossier = write_dossier(dam(), lexicons=load_lexicons())
    assert dossier.title in {row[2] for row in DAM}
    assert (dossier.first_published_at, dossier.last_published_at) == ("2031-03-04", "2031-03-05")
    assert dossier.languages == ("en",)
    assert dossier.origin_count == 3
    assert "Velden" in dossier.places


def test_no_title_with_a_superseded_number() -> None:
    told = (
        ("Courier", "2031-03-04", "Four dead as dam at Velden breaks", ("Four people died when the dam broke.",)),
        ("Post", "2031-03-05", "Dam at Velden: toll at nine", ("Nine people died when the dam broke.",)),
    )
    story = relations(told)
    early, late = (Figure(f"f{n}", story.reports[n].passage(0, 4), v, v) for n, v in enumerate((4.0, 9.0)))
    statements = (Statement(early.passage, "a", figure="f0"), Statement(late.passage, "b", figure="f1"))
    toll = Point(
        "p1", PointKind.FIGURE, PointRelation.UPDATE, Status.SUPERSEDED, statements,
        (Version("a", "Four"), Version("b", "Nine")), ("o1", "o2"), (), ("later",), latest="b",
    )  # fmt: skip
    updated = replace(story, figures=(early, late), points=(toll,))
    assert write_dossier(updated, lexicons=load_lexicons()).title == "Dam at Velden: toll at nine"


def test_issues_are_sorted() -> None:
    issues = (Issue("read", "empty", "b"), Issue("clean", "no-article", "a"))
    assert [i.stage for i in write_dossier(dam(), issues=issues, lexicons=load_lexicons()).issues] == ["clean", "read"]


def test_story_without_sentences_has_an_empty_brief_and_a_title() -> None:
    dossier = write_dossier(relations((("Courier", "2031-03-04", "Nothing to tell", ("",)),)), lexicons=load_lexicons())
    assert dossier.brief == ()
    assert dossier.title == "Nothing to tell"


def test_streets_are_no_places_of_a_story() -> None:
    told = [
        ("Courier", "2031-03-04", "Fire in Velden", ("The fire in Mill Lane in Velden on Monday night was put out.",)),
        ("Post", "2031-03-05", "Fire put out", ("Police closed Mill Lane in Velden after the fire on Monday night.",)),
    ]
    made = relations(told)
    named = {mention.name for annotation in made.annotations for mention in annotation.mentions}
    assert {"Mill Lane", "Velden"} <= named
    assert write_dossier(made, lexicons=load_lexicons()).places == ("Velden",)


def test_a_story_without_points_has_a_brief_of_several_sentences() -> None:
    bare = replace(dam(), points=(), silences=())
    brief = [c.passage.words for c in choose(bare, load_lexicons())]
    assert len(brief) == len(choose(dam(), load_lexicons()))
    assert len(set(brief)) == len(brief) > 1
