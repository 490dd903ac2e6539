"""Fictional pages that hold several reports, or none: Ostra's harbour wall, in many shapes."""

from __future__ import annotations

WALL = "The town council of Ostra voted on Monday to raise the harbour wall by two metres, Mayor Ilka Dorn said."
COST = "The work will cost 14 million crowns and take three years, according to the council's engineer, Piet Maas."
DOUBT = "Fishermen fear that the new wall will shut out the tide on which they have always left the harbour."
FERRY = "The ferry to Linden Island will leave from the northern quay while the masons work, the company said."
RIVAL = "Opposition leader Tessa Morn said that the vote came too early and that nobody had read the report."
STORM = "A storm in November flooded forty cellars around the fish market and swept away the old lamp house."
CROWD = "Some two hundred people stood outside the town hall in the rain and sang while the members voted."
SCHOOL = "The school on Quay Street will close for a week in May so that pipes can be laid under its yard."
BRIDGE = "Engineers found cracks in the second pier of the Linden bridge, the roads office said on Tuesday."
TOLL = "The bridge carries nine thousand cars a day and was last repaired sixteen years ago, records show."
MUSEUM = "The museum of Port Sorel has bought the log of the steamer Halcyon, which sank off Ostra in 1911."
DIARY = "The log was found in an attic in Umed by a retired teacher who was looking for a set of chairs."


def plain(*lines: str) -> str:
    """A page in plain text, a blank line between its lines."""
    return "\n\n".join(lines)


LATEST = plain(
    "The Latest: Ostra raises its harbour wall",
    "By The Norda Press",
    "March 4, 2026",
    "OSTRA (NPA) — The Latest on the vote over the harbour wall (all times local):",
    "4 p.m.",
    WALL,
    COST,
    "___",
    "1:30 p.m.",
    CROWD,
    RIVAL,
    "___",
    "11 a.m.",
    DOUBT,
    STORM,
)

BLOG = plain(
    "Live: Ostra votes on its wall",
    "16:20",
    "Council votes for the wall",
    WALL,
    COST,
    "15:45",
    "By Ana Ruiz",
    "Rain outside the town hall",
    CROWD,
    RIVAL,
    "14:05",
    "Why the wall is wanted",
    STORM,
    DOUBT,
)

# One report whose chronology is told forwards, as articles tell them.
CHRONOLOGY = plain(
    "How Ostra voted on its wall",
    "By Ana Ruiz",
    "March 4, 2026",
    WALL,
    COST,
    RIVAL,
    "9:00 a.m.",
    CROWD,
    "11:30 a.m.",
    DOUBT,
    "2:15 p.m.",
    FERRY,
)

DIGEST = plain(
    "Council votes to raise harbour wall",
    "OSTRA (NPA) — " + WALL,
    COST,
    RIVAL,
    DOUBT,
    "Cracks found in Linden bridge",
    "LINDEN (NPA) — " + BRIDGE,
    TOLL,
    SCHOOL,
    FERRY,
)

BRIEFS = plain(
    "News in brief",
    "Wall to be raised",
    WALL,
    COST,
    "Cracks in Linden bridge",
    BRIDGE,
    TOLL,
    "Museum buys steamer's log",
    MUSEUM,
    DIARY,
)


def html(body: str, *, head: str = "", title: str = "Ostra votes on its wall") -> str:
    """A page in markup."""
    return f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def paragraphs(*lines: str) -> str:
    """The lines as paragraphs of markup."""
    return "".join(f"<p>{line}</p>" for line in lines)
