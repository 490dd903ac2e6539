"""Reports into stories: seen with invented events in invented places."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from crosswire.group.stories import group_reports, one_story, story_id
from crosswire.lexicons.load import load_lexicons
from crosswire.model.report import Dateline, Flag, Paragraph, Report
from crosswire.model.when import UNKNOWN, Basis, When

FERRY_EARLY = (
    "The ferry Halvard Star caught fire off Port Ilsen early on Tuesday with more than 200 people aboard. "
    "The Velmaran coastguard said it had taken 140 passengers off the burning ship. "
    "Captain Osmund Hale was missing, the coastguard said. The fire broke out on the car deck near the bow."
)
FERRY_LATE = (
    "Fourteen people died when fire swept the Halvard Star, the Velmaran coastguard said on Wednesday. "
    "Captain Osmund Hale was found alive in a lifeboat, hours after his ferry had burned out off Port Ilsen. "
    "Passengers described smoke pouring from the car deck. The coastguard ended its search at noon."
)
DAM = (
    "Engineers opened three sluices of the Korrin dam in southern Tarvia on Tuesday after a week of rain. "
    "Governor Ilda Marsh ordered six villages below the reservoir to leave. "
    "The water stood a hand under the crest, the Tarvian river board said."
)
BOUT_ONE = [
    "Heavyweight champion Viktor Dorn stopped Amos Reddick in the sixth round in Karsund on Saturday. "
    "Reddick went down twice. The champion keeps his belts.",
    "Viktor Dorn knocked out Amos Reddick in Karsund to keep his heavyweight belts. "
    "Reddick, who had trained in Millport, never found his range against the champion.",
    "Amos Reddick lost to heavyweight champion Viktor Dorn by a sixth-round knockout in Karsund. "
    "Reddick said the first punch broke his rhythm.",
    "Champion Viktor Dorn kept the heavyweight belts when Amos Reddick failed to rise in the sixth round at Karsund.",
]
BOUT_TWO = [
    "Heavyweight champion Viktor Dorn outpointed Luis Ferrante over twelve rounds in Ostrava Bay. "
    "Ferrante bled over the left eye. The champion keeps his belts.",
    "Viktor Dorn beat Luis Ferrante on points in Ostrava Bay to keep his heavyweight belts. "
    "Ferrante, a former sailor, lasted all twelve rounds against the champion.",
    "Luis Ferrante lost to heavyweight champion Viktor Dorn on points in Ostrava Bay. Ferrante asked for another bout.",
    "Champion Viktor Dorn kept the heavyweight belts on points against Luis Ferrante in Ostrava Bay.",
]


def report(name: str, text: str, date: str | None = None, headline: str | None = None) -> Report:
    when = When(date, Basis.GIVEN) if date else UNKNOWN
    return Report(name, text, (Paragraph(0, len(text)),), headline=headline, published_at=when)


def grouped(*reports: Report) -> list[tuple[str, ...]]:
    return sorted(story.reports for story in group_reports(reports, lexicons=load_lexicons()))


def test_two_reports_of_one_event_are_one_story() -> None:
    assert grouped(report("a", FERRY_EARLY), report("b", FERRY_LATE)) == [("a", "b")]


def test_two_reports_of_two_events_are_two_stories() -> None:
    assert grouped(report("a", FERRY_EARLY), report("b", DAM)) == [("a",), ("b",)]


def test_further_reports_do_not_change_a_pair() -> None:
    others = [report(f"x{n}", DAM.replace("six", str(n))) for n in range(4)]
    assert ("a", "b") in grouped(report("a", FERRY_EARLY), report("b", FERRY_LATE), *others)


def test_same_cast_in_two_events_stays_two_stories() -> None:
    reports = [report(f"one{n}", text) for n, text in enumerate(BOUT_ONE)]
    reports += [report(f"two{n}", text) for n, text in enumerate(BOUT_TWO)]
    for story in grouped(*reports):
        assert len({name[:3] for name in story}) == 1


ENTRIES = (
    "Fourteen people died when fire swept the Halvard Star, the Velmaran coastguard said.",
    "Prime Minister Sanna Quill will visit the families in Ostra on Friday, her office said.",
    "The shares of Lanner Lines fell by a fifth at the opening in Karsund.",
)


def entries(
    *texts: str, page: str = "live", flag: Flag = Flag.LIVE_BLOG, url: str = "https://tide.example/live"
) -> list[Report]:
    names = [page, *(f"{page}#{n}" for n in range(2, len(texts) + 1))]
    return [replace(report(n, t, "2026-03-04"), flags=(flag,), url=url) for n, t in zip(names, texts, strict=True)]


def test_the_entries_of_one_live_blog_are_one_story() -> None:
    (story,) = group_reports(entries(*ENTRIES), lexicons=load_lexicons())
    assert story.reports == ("live", "live#2", "live#3")
    assert story.why == ("3 reports are the entries of one live blog.",)


def test_a_live_blog_joins_other_reports_as_one_report_would() -> None:
    found = entries(ENTRIES[0] + " " + FERRY_LATE, ENTRIES[1])
    (story,) = group_reports([*found, report("b", FERRY_EARLY, "2026-03-03")], lexicons=load_lexicons())
    assert story.reports == ("b", "live", "live#2")
    assert story.why[0] == "2 reports are the entries of one live blog."
    assert any("(2 of" not in line and line.startswith("Shared names") for line in story.why)


def test_only_entries_of_one_page_that_is_a_live_blog_are_put_together() -> None:
    apart = [("live",), ("live#2",), ("live#3",)]
    assert grouped(*entries(*ENTRIES, flag=Flag.SEVERAL_ARTICLES)) == apart
    others = [replace(r, url=f"https://tide.example/{n}") for n, r in enumerate(entries(*ENTRIES))]
    assert grouped(*others) == apart
    assert grouped(*[replace(r, id=r.id.replace("live#", "x#")) for r in entries(*ENTRIES)]) == [
        ("live",),
        ("x#2",),
        ("x#3",),
    ]


def foreign(name: str, language: str, text: str) -> Report:
    return replace(report(name, text), language=language)


def test_other_languages_go_by_names() -> None:
    fire = "Le ferry Halvard Star a pris feu mardi au large de Port Ilsen. Le capitaine Osmund Hale est porté disparu."
    toll = "Des morts sur le Halvard Star, selon les garde-côtes. On a retrouvé Osmund Hale au large de Port Ilsen."
    dam = "Les ingénieurs ont ouvert mardi des vannes dans le sud de la Tarvia, à Korrin, a dit au soir Ilda Marsh."
    reports = [foreign("a", "fr", fire), foreign("b", "fr", toll), foreign("c", "fr", dam)]
    assert grouped(*reports) == [("a", "b"), ("c",)]


def test_german_nouns_are_no_names() -> None:
    arrest = (
        "Am Dienstag hat die Polizei in Karsund einen Mann gefasst. Nachts soll der Mann laut Polizei zwei Frauen in "
        "der Stadt bedroht haben, die Staatsanwaltschaft ermittelt nach Angaben der Polizei."
    )
    crash = (
        "Bei einem Unfall in Ilsen ist am Dienstag ein Mann verletzt worden. Nun sucht die Polizei Zeugen. Ein Rad lag "
        "in der Stadt, zwei Frauen halfen nach Angaben der Polizei und der Staatsanwaltschaft."
    )
    assert grouped(foreign("a", "de", arrest), foreign("b", "de", crash)) == [("a",), ("b",)]


def test_every_order_gives_the_same_stories() -> None:
    reports = [report("a", FERRY_EARLY), report("b", FERRY_LATE), report("c", DAM), report("d", BOUT_ONE[0])]
    results = {group_reports(order, lexicons=load_lexicons()) for order in itertools.permutations(reports)}
    assert len(results) == 1


def test_why_names_what_is_shared() -> None:
    reports = [report("a", FERRY_EARLY, "2026-03-03"), report("b", FERRY_LATE, "2026-03-04")]
    (story,) = group_reports(reports, lexicons=load_lexicons())
    assert "Halvard" in story.why[0]
    assert "Published within 1 day." in story.why


def test_a_report_alone_says_so() -> None:
    (story,) = group_reports([report("a", DAM)], lexicons=load_lexicons())
    assert story.reports == ("a",)
    assert story.why == ("No other report tells of the same event.",)


@pytest.mark.parametrize("text", ["", " \n", "the of and", "…", "7"])
def test_reports_with_nothing_to_go_by_stay_apart(text: str) -> None:
    assert grouped(report("a", text), report("b", text)) == [("a",), ("b",)]


def test_no_reports_no_stories() -> None:
    assert group_reports([], lexicons=load_lexicons()) == ()


def test_one_story_is_what_the_user_says() -> None:
    story = one_story([report("b", DAM), report("a", FERRY_LATE)])
    assert story.reports == ("a", "b")
    assert "--one-story" in story.why[0]


@pytest.mark.parametrize(
    ("headline", "start"),
    [
        ("Talks end: no accord", "talks-end-no-accord-"),
        ("Mayor’s plan for Čelnik", "mayors-plan-for-celnik-"),
        ("A headline that goes on and on until nobody wants to read it", "a-headline-that-goes-on-and-on-until-"),
        (None, ""),
    ],
)
def test_story_id_tells_the_headline(headline: str | None, start: str) -> None:
    name = story_id([report("a", DAM, headline=headline)])
    assert name.startswith(start)
    assert len(name) == len(start) + 8


def test_story_id_hangs_on_the_reports_only() -> None:
    a, b = report("a", DAM), report("b", FERRY_EARLY)
    assert story_id([a, b]) == story_id([b, a]) != story_id([a])


def test_one_town_and_agency_in_the_dateline_make_no_story() -> None:
    """Short reports of a small town, whose name is rare in news, share it in their datelines and nothing else."""
    head = "QUILLMERE, March 3 (NPA) — "
    robbery = f"{head}Police arrested a man over the robbery of a bank. Nobody was hurt."
    water = f"{head}Sixty homes have no water after a pipe broke, an engineer said."
    line = Dateline("Quillmere", "NPA", 0, len(head))
    reports = [
        Report(id, text, (Paragraph(0, len(text)),), dateline=line) for id, text in (("r", robbery), ("w", water))
    ]
    assert len(group_reports(reports, lexicons=load_lexicons())) == 2
    assert len(group_reports([replace(r, dateline=None) for r in reports], lexicons=load_lexicons())) == 1
