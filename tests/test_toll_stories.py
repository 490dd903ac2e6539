"""Tolls through the whole route, in stories of which none is a shooting: pages in, the dossier's tolls out."""

from __future__ import annotations

import io

import pytest

from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.model.report import Report
from crosswire.model.toll import Toll
from crosswire.run.models import shared_models
from crosswire.run.progress import Progress
from crosswire.run.route import Route, dossiers

OUTLETS = ("The Linden Echo", "Ostra Courier", "Aldara Star")
# Each a headline and a text; reports of following hours.
Told = tuple[str, str]
STORIES: dict[str, tuple[tuple[Told, ...], int, int]] = {
    "tram": (
        (
            (
                "Tram leaves the rails in Ostra, two dead",
                "Two people were killed and three others were injured when a tram left the rails in Ostra on Monday, "
                "police said. The line is closed until Wednesday.",
            ),
            (
                "Tram crash in Ostra kills two",
                "A tram crash in Ostra killed two people and injured three, the fire brigade said. The tram had passed "
                "an inspection in January, the company said.",
            ),
        ),
        2,
        3,
    ),
    "flood": (
        (
            (
                "Floods in Aldara kill 14",
                "At least 14 people were killed when the river Senn burst its banks in Aldara, officials said. Nine "
                "people were injured. Schools stay closed.",
            ),
            (
                "Aldara floods: death toll rises to 19",
                "The death toll of the floods in Aldara rose to 19 on Monday, the governor said. Nine people were "
                "injured. The river Senn is falling slowly.",
            ),
        ),
        19,
        9,
    ),
    "earthquake": (
        (
            (
                "Earthquake hits the Marrow valley",
                "A strong earthquake hit the Marrow valley on Monday, killing at least 43 people, officials said. The "
                "road to Vell is blocked.",
            ),
            (
                "Marrow earthquake: 610 dead",
                "The number of people killed in the Marrow earthquake reached 610 on Monday. More than 2,300 people "
                "were injured, the interior ministry said.",
            ),
            (
                "Rescuers dig through the night in Marrow",
                "At least 655 people were killed in the earthquake in the Marrow valley, officials said, and 2,500 "
                "were injured. Rescuers dug through the night.",
            ),
        ),
        655,
        2500,
    ),
    "ferry": (
        (
            (
                "Ferry sinks off Tarn, 31 dead",
                "Thirty-one people drowned when a ferry sank off Tarn on Monday, the coastguard said. Twelve "
                "passengers are missing.",
            ),
            (
                "31 killed as ferry sinks off Tarn",
                "A ferry sank off Tarn on Monday and 31 people were killed, the coastguard said. Passengers said that "
                "the ship was full.",
            ),
        ),
        31,
        0,
    ),
    "hotel fire": (
        (
            (
                "Seven dead in Linden hotel fire",
                "Seven people died in a fire in a hotel in Linden on Monday. Eighteen guests were injured, two of them "
                "critically, the fire brigade said.",
            ),
            (
                "Linden hotel fire: seven dead, 18 hurt",
                "Firefighters found seven people dead in a hotel in Linden. Another 18 people were injured. The fire "
                "began in the kitchen, the mayor said.",
            ),
        ),
        7,
        18,
    ),
    "bus": (
        (
            (
                "Bus crash near Vell leaves 11 dead",
                "Eleven people were killed and 22 injured when a bus fell into a ravine near Vell on Monday, police "
                "said. It had rained all night.",
            ),
            (
                "Eleven killed in Vell bus crash",
                "A bus carrying 33 passengers fell into a ravine near Vell on Monday, killing 11 people and injuring "
                "22. The road is narrow there.",
            ),
        ),
        11,
        22,
    ),
    "plane": (
        (
            (
                "All 58 aboard killed in plane crash near Aldara",
                "A passenger plane crashed near Aldara on Monday, killing all 58 people on board, the aviation "
                "ministry said. It came from Ostra.",
            ),
            (
                "Plane crash near Aldara kills 58",
                "Fifty-eight people were killed when a plane crashed near Aldara on Monday, the ministry said. The "
                "weather was clear.",
            ),
        ),
        58,
        0,
    ),
    "landslide": (
        (
            (
                "Landslide in Marrow kills three",
                "Three people were killed by a landslide in Marrow village on Monday. Ten people were injured, the "
                "mayor said. More rain is expected.",
            ),
            (
                "Six dead in Marrow landslide",
                "Rescuers found three more bodies in Marrow village on Monday. Six people were killed and ten injured "
                "by the landslide, the mayor said.",
            ),
        ),
        6,
        10,
    ),
    "blast": (
        (
            (
                "Factory blast injures 16 in Ostra",
                "Sixteen workers were injured in an explosion at a paint factory in Ostra on Monday. Nobody was "
                "killed, police said.",
            ),
            (
                "16 hurt in blast at Ostra paint factory",
                "An explosion at a paint factory in Ostra injured 16 workers on Monday, the fire brigade said. The "
                "smoke was seen from the harbour.",
            ),
        ),
        0,
        16,
    ),
    "heat": (
        (
            (
                "Heatwave kills 1,200 in Aldara",
                "A heatwave killed about 1,200 people in Aldara in February, the health ministry said on Monday. Most "
                "were over seventy.",
            ),
            (
                "Aldara puts deaths in the heat at 1,200",
                "About 1,200 people died in the heatwave in Aldara, the health ministry said on Monday. Hospitals were "
                "full for two weeks.",
            ),
        ),
        1200,
        0,
    ),
    "house": (
        (
            (
                "House fire in Linden",
                "Two people were killed inside the house on Elm Road in Linden on Monday, police said. The roof fell "
                "in within an hour.",
            ),
            (
                "Fire on Elm Road in Linden",
                "Two more died in the garden of the house on Elm Road in Linden, the fire brigade said on Monday. The "
                "fire was out by noon.",
            ),
        ),
        4,
        0,
    ),
}


def route() -> Route:
    """The whole route with the installed models."""
    return Route(shared_models(), Progress(io.StringIO()))


def tolls_of(told: tuple[Told, ...]) -> tuple[Toll, ...]:
    """The tolls of the dossier of these reports; parts are checked against the text on the way."""
    pages = tuple(
        Page(
            f"p{n}", f"{text}\n", markup=False, title=headline, publisher=OUTLETS[n], file=f"p{n}.txt",
            published_at=f"2026-03-02T{9 + 3 * n:02}:00:00Z", alone=True,
        )
        for n, (headline, text) in enumerate(told)
    )  # fmt: skip
    found = route().clean(pages)
    reports = [item for item in found if isinstance(item, Report)]
    issues = [item for item in found if isinstance(item, Issue)]
    (dossier,) = dossiers(route(), reports, issues, together=True)
    texts = {report.id: report.text for report in dossier.relations.reports}
    for toll in dossier.relations.tolls:
        assert sum(part.number for part in toll.parts) == toll.low
        for passage in (p for part in toll.parts for p in part.passages):
            assert texts[passage.report][passage.start : passage.end] == passage.words
    return dossier.relations.tolls


@pytest.mark.parametrize("name", STORIES)
def test_killed_and_injured_of_a_story(name: str) -> None:
    told, killed, injured = STORIES[name]
    found = {toll.what: toll.low for toll in tolls_of(told)}
    assert (found.get("killed", 0), found.get("injured", 0)) == (killed, injured)


def test_a_number_of_one_outlet_and_the_same_as_a_sum_of_another() -> None:
    both = ("Fire in Linden", "Two were killed inside the house on Elm Road in Linden and two outside, police said.")
    four = ("Four dead in Linden", "Four people were killed in a fire on Elm Road in Linden, the fire brigade said.")
    (toll,) = tolls_of((both, four))
    assert [(version.number, len(version.reports)) for version in toll.versions] == [(4, 2)]


@pytest.mark.parametrize(
    ("how", "tolls"),
    [
        ("She died of pneumonia at home in Ostra", 0),
        ("She was shot dead at home in Ostra, where she had fought cancer", 1),
    ],
)
def test_a_death_by_illness_is_no_toll(how: str, tolls: int) -> None:
    told = (
        ("Painter Ida Lund dies at 81", f"The painter Ida Lund has died, aged 81. {how} on Sunday, her family said."),
        ("Ida Lund, painter of harbours, is dead", f"Ida Lund, 81, who painted harbours, died on Sunday. {how}."),
    )
    assert len(tolls_of(told)) == tolls
