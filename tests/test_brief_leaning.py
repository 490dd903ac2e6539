"""What a sentence leaves to the one before, who is introduced, and what order that asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.brief.candidate import Candidate
from crosswire.brief.candidates import find_candidates
from crosswire.brief.introduced import people_of
from crosswire.brief.leaning import ages_in, definites, leans, needed, needed_age
from crosswire.brief.pronouns import speaks_itself
from crosswire.brief.reading_order import in_reading_order
from crosswire.brief.selection import repeats
from crosswire.brief.standing import (
    is_appeal,
    is_cut,
    is_rest,
    is_tied,
    is_where,
    is_whole,
    of_itself,
    points_back,
    quotes_in,
    stands_alone,
)
from crosswire.brief.worth import stands
from crosswire.lexicons.load import load_lexicons
from crosswire.model.passage import Passage
from point_stories import relations, sentence_of


@pytest.mark.parametrize(
    ("text", "leaning"),
    [
        ("One was taken to a hospital in Velden on Monday.", True),
        ("The two were confronted by guards in Velden.", True),
        ("Others were hurt when they ran from the market.", True),
        ("One of the guards was taken to a hospital in Velden.", False),
        ("The two men were confronted by guards in Velden.", False),
        ("Later that day Pavel Horn was arrested in Tarn.", True),
        ("Pavel Horn was arrested in Tarn the next day.", True),
        ("Horn fled on Monday and was arrested the next day.", False),
        ("All 3 had ties to a club and were fined for the fire.", True),
        ("Horn was in Tarn at that time and saw nobody.", True),
        ("Horn was referring to the dam that broke in March.", True),
        ("Horn referred the case to the court in Velden.", False),
        ("She continued, calling out the council of Velden.", True),
        ("Horn continued his walk along the dam.", False),
        ("The council found itself defending yet another dam.", True),
        ("The other eight guards were held in Velden.", True),
        ("Horn allegedly shot three more guards at the mill.", True),
        ("About 20 more guards were brought to safety.", True),
        ("Horn and three other guards were held in Velden.", False),
        ("The fire killed one guard and hurt three other guards.", False),
        ("More than four months after the fire the mill opened.", False),
        ("Minutes later, Pavel Horn was arrested in Tarn.", True),
        ("A few days before, Pavel Horn was seen in Tarn.", True),
        ("Two days after the fire, Pavel Horn was seen in Tarn.", False),
    ],
)
def test_leans_on_the_sentence_before(text: str, leaning: bool) -> None:
    assert leans(*sentence_of(text), load_lexicons().brief) is leaning


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Police are asking for help to find the second gunman.", {"gunman"}),
        ("The other victims were released from a hospital.", {"victim"}),
        ("Another man was shot in the arm near the market.", {"man"}),
        ("A second man was arrested in Velden on Monday.", {"man"}),
        ("Another witness saw a van in Velden on Monday.", {"witness"}),
        ("One man died and another man was shot in the arm.", set()),
        ("Pavel Horn and another man were shot in the arm.", set()),
        ("One of the victims was taken to a hospital.", set()),
        ("Other witnesses saw two men in Velden.", {"witness"}),
    ],
)
def test_who_must_have_been_told(text: str, nouns: set[str]) -> None:
    assert needed(sentence_of(text)[1], load_lexicons().brief) == nouns


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("The board noted that Velden had been warned.", {"board"}),
        ("The board of Hydrovel noted that Velden had been warned.", set()),
        ("The government noted that Velden had been warned.", set()),
        ("The source’s account of the night was not confirmed.", {"source"}),
        ("Stewards kept the groups apart and the race went on.", {"group", "race"}),
        ("The letter, signed on Monday, said that Velden was safe.", {"letter"}),
        ("The letter that Lupo signed said that Velden was safe.", set()),
        ("Police found two knives in and near the vehicle.", {"vehicle"}),
        ("Police found two knives in the vehicle of Horn.", set()),
        ("Police stopped the SUV.", {"suv"}),
        ("The old helicopter was hit two times.", {"helicopter"}),
        ("The three bystanders were hurt in Velden.", {"bystander"}),
        ("Ida Brandt saw the mother of the young man.", set()),
        ("Police asked the boy for his name.", {"boy"}),
        ("Police had a picture of Horn and the car.", {"car"}),
        ("The gas station was closed after that.", {"station"}),
        ("Tarn Council said the girl was nine.", {"girl"}),
    ],
)
def test_what_nothing_in_the_sentence_says(text: str, nouns: set[str]) -> None:
    assert definites(sentence_of(text)[1], load_lexicons().brief) == nouns


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("On Friday, his fine was set at forty crowns.", False),
        ("With 200 people inside when the shots fell, she’s urging witnesses to call.", False),
        ("The guard said he had seen nobody in the market.", True),
        ("Police said in her bag was a loaded pistol.", False),
        ("A guard said in his report that nobody was seen.", True),
        ("The conviction meant they were kept from owning arms.", False),
        ("The paper sent photos of the flood and many of them were shown.", True),
        ("The Russians said it lasted two hours and ten minutes.", False),
        ("The guards said they had seen nobody in the market.", True),
        ("At least one parent accompanied him to Velden.", False),
        ("A guard met Horn and took him to Velden.", True),
        ("Floods near Hydrovel had been foretold, it said.", False),
        ("“They both had blue eyes and long hair,” said Ida Brandt.", False),
        ("“The guards had time, but they ran,” said Ida Brandt.", True),
    ],
)
def test_whom_a_pronoun_stands_for(text: str, alone: bool) -> None:
    assert stands_alone(*sentence_of(text), load_lexicons().points) is alone


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Ida Brandt, 7, who was wounded on Wednesday night in Velden.", False),
        ("Police have arrested a man suspected of shooting two guards.", True),
        ("May the river spare the old mills of Velden.", False),
        ("See pictures of the flood by our readers below.", False),
        ("An early look at the mills in the town of Velden.", False),
    ],
)
def test_whole_sentences(text: str, whole: bool) -> None:
    assert is_whole(*sentence_of(text)) is whole


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("Horn was one of those uninvited guests who fled.", True),
        ("Lupo thanked those guests who stayed in Velden.", False),
        ("Lupo thanked those uninvited guests on Monday.", True),
        ("Politics plays a part in such decisions.", True),
        ("There was no such decision in Velden.", False),
        ("Both Tarn residents were held on Monday.", True),
        ("Lupo and Horn fled, and both guards were hurt on Monday.", True),
        ("Both guards of the dam were hurt on Monday.", False),
    ],
)
def test_what_points_back(text: str, back: bool) -> None:
    assert points_back(sentence_of(text)[1], load_lexicons().points) is back


def test_a_question_is_not_told_without_its_words() -> None:
    assert not stands_alone(*sentence_of("Velden's former coach Pavel Horn asked."), load_lexicons().points)


def test_a_station_that_tells_whom_it_asked() -> None:
    assert of_itself(*sentence_of("Velden News spoke with the mother of the boy on Monday."), load_lexicons().brief)


@pytest.mark.parametrize(
    ("text", "appeal"),
    [
        ("Anyone with information is asked to call the police in Velden.", True),
        ("Anyone with more information is urged to contact Ida Brandt.", True),
        ("A spokeswoman of Hydrovel did not respond to requests for comment.", True),
        ("The police asked the council of Velden for more guards.", False),
        ("The council of Velden responded to requests for more guards.", False),
    ],
)
def test_what_asks_readers_for_something(text: str, appeal: bool) -> None:
    assert is_appeal(*sentence_of(text), load_lexicons().brief) is appeal


def test_words_between_marks() -> None:
    assert quotes_in("“It is a Disgrace to us,” said Horn, who is “sorry”.") == ("it is a disgrace to us",)


def test_the_same_words_between_marks_are_a_repetition() -> None:
    one = replace(candidate(0), quotes=("a disgrace",), words=frozenset({"horn"}))
    two = replace(candidate(5), quotes=("it is a disgrace to us",), words=frozenset({"lupo"}))
    assert repeats(two, [one])
    assert not repeats(replace(two, quotes=()), [one])


def test_who_is_introduced() -> None:
    story = relations(
        (
            (
                "Velden Courier",
                "2031-03-04",
                "Horn meets guards in Velden",
                (
                    "Pavel Horn met Ana Lupo and Ida Brandt in the town of Velden on Monday.",
                    "Horn said that Lupo was right, and Mayor Brandt agreed with her on Monday.",
                ),
            ),
        )
    )
    (report_id,) = {r.id for r in story.reports}
    told = {m.words: full for m, _, full in people_of(story, load_lexicons())[report_id] if "her" not in m.words}
    assert told["Horn"]  # by the headline
    assert told["Pavel Horn"]
    assert not told["Lupo"]
    assert told["Brandt"]  # by the office


def candidate(
    number: int,
    *,
    people: dict[str, bool] | None = None,
    points: dict[str, str] | None = None,
    needs: frozenset[str] = frozenset(),
    nouns: frozenset[str] = frozenset(),
    alone: bool = True,
) -> Candidate:
    return Candidate(
        passage=Passage("r", 100 * number, 100 * number + 5, "words"),
        report=0,
        number=number,
        place=number / 100,
        length=10,
        points=points or {},
        words=frozenset(),
        alone=alone,
        newest=0.5,
        people=people or {},
        nouns=nouns,
        needs=needs,
    )


def test_stands_behind_who_introduces() -> None:
    full, bare = candidate(0, people={"a1": True}), candidate(5, people={"a1": False})
    assert not stands(bare, [])
    assert stands(bare, [full])
    second = candidate(5, needs=frozenset({"gunman"}))
    assert not stands(second, [full])
    assert stands(second, [candidate(0, nouns=frozenset({"gunman"}))])


def test_what_leans_stands_right_behind_what_it_follows() -> None:
    leaning = candidate(5, alone=False)
    assert stands(leaning, [candidate(4)])
    assert not stands(leaning, [candidate(3)])


def test_a_surname_is_read_behind_the_side_of_a_dispute_that_introduces() -> None:
    opening = candidate(0)
    bare = candidate(2, people={"a1": False})
    one, two = candidate(5, points={"p1": "a"}), candidate(8, points={"p1": "b"}, people={"a1": True})
    assert in_reading_order([opening, bare, one, two]) == (opening, one, two, bare)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("“This is what fines are for,” said Dist.", True),
        ("“This is what fines are for,” said Ida Brandt.", False),
        ("Pavel Horn was held in Mill St.", False),
        ("July 16, 2031 - Police in Tarn said that a mill burned.", True),
        ("A. 38-caliber gun was found in the mill of Tarn.", True),
        ("Ida Brandt lives there with a boy of 12 yr.", True),
        ("UPDATE: Ida Brandt was hurt in the mill.", True),
    ],
)
def test_full_stop_that_ends_no_sentence(text: str, cut: bool) -> None:
    assert is_cut(*sentence_of(text), load_lexicons().brief) is cut


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The mill is about 15 miles north of Tarn.", True),
        ("Tarn lies 20 kilometres from the coast.", True),
        ("The fire was 15 miles north of Tarn.", False),
        ("The mill of Tarn is on fire.", False),
    ],
)
def test_where_a_place_lies_is_no_news(text: str, where: bool) -> None:
    assert is_where(sentence_of(text)[1], load_lexicons().brief) is where


def test_what_the_chosen_sentences_tell_is_a_repetition() -> None:
    first = replace(candidate(0), told=frozenset({"fire", "hurt", "five", "mill"}))
    again = replace(candidate(5), told=frozenset({"fire", "hurt", "five", "early"}))
    assert repeats(again, [first])
    assert not repeats(replace(again, people={"horn": True}), [first])
    assert not repeats(replace(again, told=frozenset({"fire", "roof", "fall"})), [first])


def test_whom_a_role_means_is_not_introduced_by_it() -> None:
    texts = (
        "Police chief Ida Brandt spoke on Monday in Velden. Brandt named the dead guard as Pavel Horn, 40.",
        "Brandt praised the dead guard. Hydrovel closed the dam on Monday.",
    )
    story = relations([("A Post", "2031-03-04", "Guard shot", texts[:1]), ("B Post", "2031-03-05", "Shots", texts[1:])])
    told = {(where.words, full) for found in people_of(story, load_lexicons()).values() for where, _, full in found}
    assert ("Ida Brandt", True) in told
    assert ("Brandt", False) in told
    assert not any("guard" in words for words, _ in told)


def test_who_is_called_by_an_age_needs_the_age() -> None:
    words = load_lexicons().brief
    assert needed_age(*sentence_of("The 16-year-old was hurt in the arm."), words) == {"16-year-old"}
    assert needed_age(*sentence_of("Police said that the 16 year-old Tarn student was hurt."), words) == {"16-year-old"}
    assert not needed_age(*sentence_of("The 16-year-old suspect was held in Tarn."), words)
    assert not needed_age(*sentence_of("The 16-year-old son of Lupo was hurt in the arm."), words)
    assert ages_in("Ana Lupo, 16, and a 7-year-old boy were hurt.") == {"16-year-old", "7-year-old"}


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Horn then fled to the mill in Tarn.", True),
        ("When guards came, Horn then fled to the mill.", False),
        ("None of that swayed the court in Velden.", True),
    ],
)
def test_what_ties_a_sentence_to_the_one_before(text: str, tied: bool) -> None:
    assert is_tied(*sentence_of(text), load_lexicons().brief) is tied


def test_a_girl_is_a_child_and_no_boy() -> None:
    story = relations([("A Post", "2031-03-04", "Fire", ("A girl of the town of Velden was hurt on Monday.",))])
    (found,) = find_candidates(story, load_lexicons())
    assert "child" in found.nouns
    assert "boy" not in found.nouns


def test_a_surname_of_several_words_introduces_nobody() -> None:
    texts = ("Ana De La Torre, 40, spoke on Monday in Velden.", "De La Torre praised the guards of Velden.")
    story = relations([("A Post", "2031-03-04", "Guards praised", texts)])
    told = {where.words: full for found in people_of(story, load_lexicons()).values() for where, _, full in found}
    assert told == {"Ana De La Torre": True, "De La Torre": False}


def test_what_a_report_told_before_must_be_told_before() -> None:
    texts = (
        "The guards of Tarn were shot at in a helicopter on Monday.",
        "Pavel Horn hit the helicopter two times, police said.",
        "Pavel Horn was seen in the woods on Monday.",
    )
    first, hit, seen = find_candidates(relations([("A Post", "2031-03-04", "Shots", texts)]), load_lexicons())
    assert not first.needs
    assert hit.needs == {"helicopter"}
    assert not seen.needs


def test_the_rest_of_a_parted_sentence_is_no_sentence() -> None:
    texts = ("Around 10:40 p.m. Sunday, crews were called to the mill.",)
    story = relations([("A Post", "2031-03-04", "Fire", texts)])
    text, (annotation,) = story.reports[0].text, story.annotations
    (whole,) = annotation.sentences
    at = text.index("Sunday")
    early = replace(whole, end=at - 1, tokens=tuple(t for t in whole.tokens if t.end < at))
    late = replace(whole, start=at, tokens=tuple(t for t in whole.tokens if t.start >= at))
    assert is_rest(text, late, early)
    assert not is_rest(text, whole, whole)
    verb = text.index("called")
    told = replace(whole, end=verb + 6, tokens=tuple(t for t in whole.tokens if t.end <= verb + 6))
    assert is_rest(text, replace(late, start=verb + 7), told)  # "Around 10:40 p.m. crews were called | to the mill."


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("We are saddened by the flood in Velden.", True),
        ("It is a sad day for our people in Velden.", True),
        ("“We are saddened by the flood,” Ana Lupo said.", False),
        ("Ana Lupo said she was saddened by the flood.", False),
        ("The US sent forty boats to the town of Velden.", False),
    ],
)
def test_a_statement_speaks_for_itself(text: str, own: bool) -> None:
    assert speaks_itself(*sentence_of(text)) is own


def test_what_goes_on_with_another_event_is_left_out() -> None:
    texts = (
        "Two guards were hurt in a fire at the mill of Tarn.",
        "In a separate fire on Sunday a shop burned down.",
        "The owner left through a window of the shop.",
    )
    found = find_candidates(relations([("A Post", "2031-03-04", "Fire", texts)]), load_lexicons())
    assert [c.goes_on for c in found] == [True, False, False]
