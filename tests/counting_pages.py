"""Fictional pages on a broken dam, and what the account of some of them counts. Everything is invented."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crosswire.lexicons.owners import Owner, Owners
from crosswire.model.dossier import Dossier
from crosswire.model.page import Page
from crosswire.model.relation import Point
from crosswire.model.report import Report
from crosswire.run.models import Models, shared_models
from crosswire.run.progress import Progress
from crosswire.run.route import Route, dossiers

DAM = "The Orlo dam broke above the town of Velden on Monday night."
SOLDIERS = (
    "Water stood in hundreds of houses by dawn, and the army sent two hundred soldiers and eleven helicopters into the "
    "valley."
)
BOATS = "Boats went from roof to roof until the morning and took families to a school on the hill above the market."
TRAINS = "The railway between Velden and Karsund is closed, and trains from the coast end in Brannock until Friday."
WIRE = (DAM, SOLDIERS, BOATS, TRAINS)
DATED = (f"VELDEN (NPA) — {DAM}", *WIRE[1:])

OWN_DAM = "The Orlo dam broke above the town of Velden late on Monday night, and the lower streets were under water."
BAKER = "In Mill Lane a baker pulled four neighbours through his window before the wall of the bakery gave way."
SIREN = "Nobody had sounded the siren, and most people in the lower town were asleep when the river came."
HOSPITAL = "The hospital in Brannock took in sixty people by noon on Tuesday, most of them with broken bones."
OWN = (OWN_DAM, BAKER, SIREN, HOSPITAL)

THIRD_DAM = "Above the town of Velden the Orlo dam broke on Monday night, and a farmer filmed how the wall gave way."
COWS = "Two hundred cows drowned on the meadows below the dam, and farmers asked the province for hay and fences."
BRIDGE = "The stone bridge, which had stood since the days of the old kings, was gone when the sun rose on Tuesday."
THIRD = (THIRD_DAM, COWS, BRIDGE)

GERMAN = (
    "Der Orlo-Damm oberhalb der Stadt Velden ist am Montagabend gebrochen.",
    "Hunderte Häuser standen am Morgen unter Wasser, und die Armee schickte zweihundert Soldaten in das Tal.",
)
HYDROVEL = (
    "“The wall of the dam was inspected in January, and no fault was found in any part of it. We will answer every "
    "question that the prosecutor puts to us,” the operator Hydrovel said in a statement."
)
CRACKS = (
    "“There were cracks in the wall, and the owner knew it,” Pavel Horn, the interior minister, told Radio Karsund on "
    "Tuesday."
)
MENDED = (
    "Cracks were found in the wall of the Orlo dam in January, and nobody mended them, the Karsund Herald reported."
)
COLUMN = (
    "According to the news agency NPA, the Orlo dam broke above the town of Velden on Monday night. I grew up below "
    "that wall, and my mother never trusted it."
)
FIRE = (
    "A fire destroyed the old brewery of Brannock on Sunday, and nobody was hurt. The brewers had gone home an hour "
    "before, and firemen from four towns worked until noon."
)
SCOOP = (
    "Bank records seen by the Velden Courier show that the dam keeper Imre Vant was paid nine thousand crowns in the "
    "week before the wall broke.",
    "The money came from Hydrovel, a company that the keeper's brother set up in the spring, the records show.",
    "In January two wardens, who have left the dam since, warned the water board about cracks in its wall.",
)
RETOLD = (
    "Imre Vant, the keeper of the dam, was paid nine thousand crowns in the week before the wall broke, the Velden "
    "Courier reported on Tuesday.",
    "The keeper's brother had set up the company that paid the money in the spring, according to the Courier.",
    "Two wardens had warned the water board about cracks in the wall in January, the paper said.",
)
TOLD_STATION = (
    "Mayor Ana Lupo told KQLD-TV that two streets were under water. A baker pulled four neighbours through his window "
    "in Mill Lane before the wall of his bakery gave way.",
)
ELECTION = (
    "Voters in Karsund elected Tilda Moor as their mayor on Sunday with a lead of two hundred votes. She wants to "
    "rebuild the pier and open the baths again."
)
RELEASE = (
    "The Orlo Water Board will lower the lake behind the second dam by nine metres, the board said in a news release.",
    "Crews will open the gates on Wednesday at noon and keep them open for three days and nights.",
    "People who live below the second dam are asked to stay away from the banks until the board gives the all-clear.",
)

OWNERS = Owners(
    (),
    {
        name: Owner("Orlo Media", ("Morning Post", "Evening Star"), "2031", "invented")
        for name in ("Morning Post", "Evening Star")
    },
)
EARLY, LATE = "2031-03-04T08:00Z", "2031-03-04T17:00Z"
POST, STAR, COURIER = "Morning Post", "Evening Star", "Velden Courier"
NPA, OPA = "NPA (agency)", "OPA (agency)"


def page(name: str, publisher: str | None, *paragraphs: str, at: str | None = None, **fields: object) -> Page:
    """A page of these paragraphs, as a JSONL row gives it."""
    made = Page(name, "\n\n".join(paragraphs) + "\n", False, publisher=publisher, published_at=at, file=f"{name}.txt")
    return replace(made, **fields)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Counted:
    """What a case's pages count as: reports, origins by name with their kind, and the points that hold some words.

    `points`: words of a statement → the names of the point's origins, its voices' names, its status.
    """

    reports: int
    origins: tuple[str, ...]
    points: dict[str, tuple[tuple[str, ...], tuple[str, ...], str]]


def account(pages: Sequence[Page], owners: Owners | None = None) -> Dossier:
    """The dossier of the pages as one story, through the whole route."""
    models = shared_models()
    if owners:
        models = Models()
        models.lexicons = replace(shared_models().lexicons, owners=owners)
    route = Route(models, Progress(io.StringIO()))
    reports = [item for item in route.clean(pages) if isinstance(item, Report)]
    (found,) = dossiers(route, reports, (), together=True)
    return found


def point_with(dossier: Dossier, words: str) -> Point:
    """The point with a statement that holds the words; of several the one with most statements."""
    held = [p for p in dossier.relations.points if any(words in s.passage.words for s in p.statements)]
    return max(held, key=lambda p: (len(p.statements), -len(p.id), p.id))


def counted(dossier: Dossier, asked: Sequence[str]) -> Counted:
    """What the dossier counts, and its points that hold the words asked for."""
    relations = dossier.relations
    names = {o.id: o.name for o in relations.origins} | {a.id: a.name for a in relations.actors}
    points = {words: point_with(dossier, words) for words in asked}
    return Counted(
        len(relations.counted),
        tuple(f"{o.name} ({o.kind.value})" for o in relations.origins),
        {
            words: (tuple(names[o] for o in p.origins), tuple(names[v] for v in p.voices), p.status.value)
            for words, p in points.items()
        },
    )


@dataclass(frozen=True)
class Case:
    """A worked case: its name as in docs/counting.md, its pages, and what they count as."""

    name: str
    pages: tuple[Page, ...]
    counted: Counted
    owners: Owners | None = None
