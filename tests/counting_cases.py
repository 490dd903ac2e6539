"""Worked cases of counting (docs/counting.md): fictional pages, and what they count as. Everything is invented."""

from __future__ import annotations

from counting_pages import (
    BAKER,
    BOATS,
    BRIDGE,
    COLUMN,
    COURIER,
    COWS,
    CRACKS,
    DAM,
    DATED,
    EARLY,
    ELECTION,
    FIRE,
    GERMAN,
    HOSPITAL,
    HYDROVEL,
    LATE,
    MENDED,
    NPA,
    OPA,
    OWN,
    OWN_DAM,
    OWNERS,
    POST,
    RELEASE,
    RETOLD,
    SCOOP,
    SIREN,
    SOLDIERS,
    STAR,
    THIRD,
    TOLD_STATION,
    WIRE,
    Case,
    Counted,
    page,
)
from crosswire.lexicons.notices import UNNAMED


def _outlet(name: str) -> str:
    return f"{name} (publisher)"


_WIRE = page("a", POST, *DATED, at=EARLY)
_OTHER = page("b", STAR, *OWN, at=LATE)
_LOST = (
    "“We lost the bridge, the mill and eleven houses in one night,” Mayor Ana Lupo said at a press conference on "
    "Tuesday."
)
_FOUR = "At least four people were killed, the rescue service said."
_FELL = "At least four people were killed when the Orlo dam broke above the town of Velden on Monday night."
_SEVEN = "Seven people were killed in the flood below the Orlo dam, and their coffins stood in the market hall."
_CRACKED = "Cracks in the wall of the Orlo dam were found in January and never mended"
_ASKED = "“Nobody asked us about the gates,” the councillor Dilys Hart told the Courier."
_BOARD = "The board has run both dams since the valley was flooded for them, and tests their walls each spring."
_TOLD = "The owner of the dam was warned of cracks in January"
_BROKE = "dam broke above the town of Velden"

CASES = (
    Case(
        "two independent reports",
        (_WIRE, _OTHER),
        Counted(2, (NPA, _outlet(STAR)), {_BROKE: (("NPA", STAR), (), "corroborated")}),
    ),
    Case(
        "the same agency twice",
        (_WIRE, page("b", STAR, *DATED, at=LATE)),
        Counted(2, (NPA,), {_BROKE: (("NPA",), (), "single-origin")}),
    ),
    Case(
        "agency and own lines",
        (_WIRE, page("b", STAR, *WIRE[:2], *OWN[1:], at=LATE)),
        Counted(
            2,
            (NPA, _outlet(STAR)),
            {_BROKE: (("NPA",), (), "single-origin"), "a baker pulled": ((STAR,), (), "single-origin")},
        ),
    ),
    Case(
        "two agencies at one press conference",
        (
            page("a", POST, f"VELDEN (NPA) — {_LOST}", *WIRE[2:], at=EARLY),
            page("b", STAR, f"VELDEN (OPA) — {_LOST}", *OWN[1:], at=LATE),
        ),
        Counted(2, (NPA, OPA), {"We lost the bridge": (("NPA", "OPA"), ("Ana Lupo",), "single-voice")}),
    ),
    Case(
        "an outlet quoting another's scoop",
        (
            page("a", COURIER, f"{_CRACKED}.", *OWN[1:3], at=EARLY),
            page("b", STAR, f"{_CRACKED}, the Velden Courier reported on Tuesday.", *THIRD[1:], at=LATE),
        ),
        Counted(2, (_outlet(COURIER), _outlet(STAR)), {_CRACKED: ((COURIER,), (), "single-origin")}),
    ),
    Case(
        "a press release printed by three",
        tuple(
            page(n, house, *RELEASE, at=f"2031-03-04T{hour}:00Z")
            for n, house, hour in (("a", POST, "08"), ("b", STAR, "09"), ("c", COURIER, "10"))
        ),
        Counted(
            3,
            ("Orlo Water Board (release)",),
            {"Crews will open the gates": (("Orlo Water Board",), (), "single-origin")},
        ),
    ),
    Case(
        "a page that is the release, and a print of it",
        (
            page("r", None, "FOR IMMEDIATE RELEASE", *RELEASE[1:], _BOARD, "SOURCE Orlo Water Board", at=LATE),
            page("a", POST, *RELEASE[1:], _BOARD, at=EARLY),
        ),
        Counted(
            2,
            ("Orlo Water Board (release)",),
            {"Crews will open the gates": (("Orlo Water Board",), (), "single-origin")},
        ),
    ),
    Case(
        "a translation that says whose text it is",
        (
            page("a", "Orlozeitung", *GERMAN, at=EARLY),
            page(
                "b",
                POST,
                *WIRE,
                "This article first appeared in Orlozeitung. It was translated from the German by Ida Brandt.",
                at=LATE,
            ),
        ),
        Counted(2, (_outlet("Orlozeitung"),), {_BROKE: (("Orlozeitung",), (), "single-origin")}),
    ),
    Case(
        "one agency in two languages",
        (
            page("a", "Orlozeitung", f"VELDEN (NPA) — {GERMAN[0]}", GERMAN[1], at=EARLY),
            page("b", POST, *DATED, at=LATE),
        ),
        Counted(2, (NPA,), {_BROKE: (("NPA",), (), "single-origin")}),
    ),
    Case(
        "a house's own machine translation",
        (
            page("a", "Orlozeitung", *GERMAN, at=EARLY),
            page("b", "Orlozeitung", "This text was translated by a machine from the German original.", *WIRE, at=LATE),
        ),
        Counted(2, (_outlet("Orlozeitung"),), {_BROKE: (("Orlozeitung",), (), "single-origin")}),
    ),
    Case(
        "two languages, and nothing said of a translation",
        (page("a", "Orlozeitung", *GERMAN, at=EARLY), page("b", POST, *OWN, at=LATE)),
        Counted(2, (_outlet("Orlozeitung"), _outlet(POST)), {_BROKE: ((POST,), (), "single-origin")}),
    ),
    Case(
        "ownership in common",
        (page("a", POST, *OWN, at=EARLY), page("b", STAR, *THIRD, at=LATE)),
        Counted(2, (_outlet(POST), _outlet(STAR)), {_BROKE: ((POST, STAR), (), "corroborated")}),
        OWNERS,
    ),
    Case(
        "an agency's own two updates",
        (
            page("a", "NPA", *DATED, _FOUR, at=EARLY, title="Dam breaks above Velden"),
            page(
                "b",
                "NPA",
                *DATED,
                _FOUR.replace("four", "seven"),
                BAKER,
                at=LATE,
                title="UPDATE 1-Dam breaks above Velden",
            ),
        ),
        Counted(1, (NPA,), {"seven people were killed": (("NPA",), ("rescue service",), "superseded")}),
    ),
    Case(
        "an agency's two takes in two papers",
        (
            page("a", POST, *DATED, _FOUR, at=EARLY),
            page("b", STAR, *DATED, _FOUR.replace("four", "seven"), BAKER, at=LATE),
        ),
        Counted(2, (NPA,), {"seven people were killed": (("NPA",), ("rescue service",), "superseded")}),
    ),
    Case(
        "an uncredited copy, published before the credited one",
        (page("a", POST, *DATED, at=LATE), page("b", STAR, *WIRE, at=EARLY)),
        Counted(2, (NPA,), {_BROKE: (("NPA",), (), "single-origin")}),
    ),
    Case(
        "who was first is unknown",
        (page("a", POST, *WIRE), page("b", STAR, *WIRE)),
        Counted(
            2,
            ("Evening Star or Morning Post (unknown)",),
            {_BROKE: (("Evening Star or Morning Post",), (), "single-origin")},
        ),
    ),
    Case(
        "an agency that contributed",
        (_WIRE, page("b", STAR, *OWN, "NPA contributed to this report.", at=LATE)),
        Counted(2, (NPA, _outlet(STAR)), {_BROKE: (("NPA", STAR), (), "corroborated")}),
    ),
    Case(
        "staff and agencies",
        (_WIRE, page("b", STAR, "Staff and agencies", *OWN, at=LATE)),
        Counted(2, (NPA, _outlet(STAR)), {_BROKE: (("NPA", STAR), (), "corroborated")}),
    ),
    Case(
        "agencies that are not named",
        (_WIRE, page("b", STAR, "Agencies", *OWN, at=LATE)),
        Counted(2, (NPA, f"{UNNAMED} (unknown)"), {_BROKE: (("NPA",), (), "single-origin")}),
    ),
    Case(
        "the entries of a live blog",
        (
            page(
                "a",
                POST,
                "Dam breaks above Velden: live updates",
                "8:10 a.m.",
                f"{DAM} {BAKER}",
                "9:25 a.m.",
                f"{SIREN} {HOSPITAL}",
                "10:40 a.m.",
                f"The Orlo dam, which broke on Monday night, was built ninety years ago. {COWS}",
                at=EARLY,
                title="Dam breaks above Velden: live updates",
            ),
        ),
        Counted(3, (_outlet(POST),), {_BROKE: ((POST,), (), "single-origin")}),
    ),
    Case(
        "the same report seen again later",
        (
            page("a", POST, *OWN, _FOUR, at=EARLY, url="https://post.example.com/dam"),
            page(
                "b",
                POST,
                *OWN,
                _FOUR.replace("four", "seven"),
                COWS,
                at=LATE,
                url="https://post.example.com/dam?ref=home",
            ),
        ),
        Counted(
            1,
            (_outlet(POST),),
            {_BROKE: ((POST,), (), "single-origin"), "seven people": ((POST,), ("rescue service",), "superseded")},
        ),
    ),
    Case(
        "the print view of a report",
        (
            page("a", POST, *OWN, at=EARLY, url="https://post.example.com/dam"),
            page("b", POST, *OWN, at=EARLY, url="https://post.example.com/print/dam"),
        ),
        Counted(1, (_outlet(POST),), {_BROKE: ((POST,), (), "single-origin")}),
    ),
    Case(
        "a credit for a picture only",
        (_WIRE, page("b", STAR, *OWN, "Photo: NPA", at=LATE)),
        Counted(2, (NPA, _outlet(STAR)), {_BROKE: (("NPA", STAR), (), "corroborated")}),
    ),
    Case(
        "two agencies mixed in one report",
        (_WIRE, page("b", STAR, f"VELDEN (OPA/NPA) — {OWN_DAM}", *OWN[1:], at=LATE)),
        Counted(
            2, (NPA, OPA), {_BROKE: (("NPA",), (), "single-origin"), "a baker pulled": (("NPA",), (), "single-origin")}
        ),
    ),
    Case(
        "a cited medium that is absent",
        (
            page("a", POST, f"{_CRACKED}, the Karsund Herald reported on Tuesday.", *THIRD[1:], at=EARLY),
            page(
                "b",
                STAR,
                MENDED,
                *OWN[1:],
                at=LATE,
            ),
        ),
        Counted(
            2,
            (_outlet(POST), _outlet(STAR)),
            {"Cracks in the wall of the Orlo dam were found": ((POST, STAR), (), "single-voice")},
        ),
    ),
    Case(
        "a statement printed in full by two",
        (page("a", POST, HYDROVEL, *OWN[1:], at=EARLY), page("b", STAR, *THIRD[1:], HYDROVEL, at=LATE)),
        Counted(
            2,
            (_outlet(POST), _outlet(STAR)),
            {"no fault was found": ((POST, STAR), ("Hydrovel",), "single-voice")},
        ),
    ),
    Case(
        "a copy of a copy",
        (
            page("a", POST, *OWN, at="2031-03-04T08:00Z"),
            page("b", STAR, *OWN, COWS, BRIDGE, at="2031-03-04T10:00Z"),
            page("c", COURIER, *OWN[1:], COWS, BRIDGE, at="2031-03-04T12:00Z"),
        ),
        Counted(
            3,
            (_outlet(POST), _outlet(STAR)),
            {"a baker pulled": ((POST,), (), "single-origin"), "The stone bridge": ((STAR,), (), "single-origin")},
        ),
    ),
    Case(
        "a column that quotes the agency",
        (
            _WIRE,
            page(
                "b",
                STAR,
                COLUMN,
                "Dams are promises that one generation makes to the next, and this one was broken long before Monday.",
                at=LATE,
            ),
        ),
        Counted(2, (NPA, _outlet(STAR)), {_BROKE: (("NPA",), (), "single-origin")}),
    ),
    Case(
        "a broadcaster's interview quoted by all",
        (
            page("a", POST, CRACKS, *OWN[1:], at=EARLY),
            page("b", STAR, *THIRD[1:], CRACKS.replace(", the interior minister,", ""), at=LATE),
            page(
                "c",
                COURIER,
                "Minister Pavel Horn told Radio Karsund that there were cracks in the wall and that the owner knew it.",
                *WIRE[1:],
                at=LATE,
            ),
        ),
        Counted(
            3,
            (_outlet(POST), _outlet(STAR), _outlet(COURIER)),
            {"There were cracks in the wall": ((POST, STAR, COURIER), ("Pavel Horn",), "single-voice")},
        ),
    ),
    Case(
        "a digest with the agency's item in it",
        (
            _WIRE,
            page(
                "b",
                STAR,
                "Dam breaks above Velden",
                f"{DAM} {SOLDIERS} {BOATS}",
                "Fire in Brannock brewery",
                FIRE,
                "Karsund elects a mayor",
                ELECTION,
                at=LATE,
                title="The day in brief",
            ),
        ),
        Counted(
            2,
            (NPA, _outlet(STAR)),
            {_BROKE: (("NPA",), (), "single-origin"), "A fire destroyed": ((STAR,), (), "single-origin")},
        ),
    ),
    Case(
        "an anonymous official through two outlets",
        (
            page(
                "a",
                POST,
                f"{_TOLD}, a senior official said on condition of anonymity.",
                *OWN[1:],
                at=EARLY,
            ),
            page(
                "b",
                STAR,
                f"{_TOLD}, said a senior official who asked not to be named.",
                "The cranes at the quay will be moved to Karsund, a harbour official said.",
                *THIRD[1:],
                at=LATE,
            ),
        ),
        Counted(
            2,
            (_outlet(POST), _outlet(STAR)),
            {
                "was warned of cracks": ((POST, STAR), ("senior official",), "single-voice"),
                "The cranes at the quay": ((STAR,), ("harbour official",), "single-voice"),
            },
        ),
    ),
    Case(
        "a copied sentence with another number",
        (
            page("a", POST, f"VELDEN (NPA) — {_FELL}", *WIRE[1:], at=EARLY),
            page("b", STAR, _FELL.replace("four", "seven"), *OWN[1:], at=LATE),
        ),
        Counted(2, (NPA, _outlet(STAR)), {"seven people were killed": (("NPA", STAR), (), "superseded")}),
    ),
    Case(
        "one police chief in three reports",
        tuple(
            page(n, house, "Four people were killed when the dam broke, police chief Imre Vant said.", own, at=EARLY)
            for n, house, own in (("a", POST, BAKER), ("b", STAR, COWS), ("c", COURIER, BRIDGE))
        ),
        Counted(
            3,
            (_outlet(POST), _outlet(STAR), _outlet(COURIER)),
            {"Four people were killed": ((POST, STAR, COURIER), ("Imre Vant",), "single-voice")},
        ),
    ),
    Case(
        "an agency's text with another number",
        (
            page("a", POST, f"VELDEN (NPA) — {_FELL}", *WIRE[1:], at=EARLY),
            page("b", STAR, f"VELDEN (NPA) — {_FELL.replace('four', 'seven')}", *WIRE[1:], at=LATE),
            page("c", COURIER, _SEVEN, *THIRD[1:], at=LATE),
        ),
        Counted(3, (NPA, _outlet(COURIER)), {"Seven people were killed": (("NPA", COURIER), (), "superseded")}),
    ),
    Case(
        "a credited medium's text with another number",
        (
            page("a", COURIER, _FELL, *WIRE[1:], at=EARLY),
            page(
                "b",
                STAR,
                _FELL.replace("four", "seven"),
                *WIRE[1:],
                "This story was originally published by Velden Courier.",
                at=LATE,
            ),
            page("c", POST, _SEVEN, *THIRD[1:], at=LATE),
        ),
        Counted(
            3, (_outlet(COURIER), _outlet(POST)), {"Seven people were killed": ((COURIER, POST), (), "superseded")}
        ),
    ),
    Case(
        "a scoop retold sentence by sentence",
        (page("a", COURIER, *SCOOP, at=EARLY), page("b", STAR, *RETOLD, BAKER, SIREN, at=LATE)),
        Counted(
            2,
            (_outlet(COURIER), _outlet(STAR)),
            {"warned the water board about cracks in its wall": ((COURIER,), (COURIER,), "single-voice")},
        ),
    ),
    Case(
        "a release that one of three prints names",
        (
            page("a", POST, RELEASE[0].replace(" in a news release", ""), *RELEASE[1:], at=EARLY),
            page("b", STAR, *RELEASE, at="2031-03-04T10:00Z"),
            page("c", COURIER, RELEASE[0].replace(" in a news release", ""), *RELEASE[1:], _ASKED, at=LATE),
        ),
        Counted(
            3,
            ("Orlo Water Board (release)", _outlet(COURIER)),
            {
                "Crews will open the gates": (("Orlo Water Board",), (), "single-origin"),
                "Nobody asked us": ((COURIER,), ("Dilys Hart",), "single-voice"),
            },
        ),
    ),
    Case(
        "a station named by its call letters",
        (
            page("a", None, *OWN, at=EARLY, url="http://kqld.example/dam"),
            page("b", STAR, *TOLD_STATION, *THIRD[1:], at=LATE),
        ),
        Counted(
            2,
            ("kqld.example (publisher)", _outlet(STAR)),
            {"a baker pulled four neighbours": (("kqld.example",), (), "single-origin")},
        ),
    ),
)
