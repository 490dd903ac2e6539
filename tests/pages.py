"""Invented pages for the property tests: reports of one event with random sentences, order, marks and furniture."""

from __future__ import annotations

from hypothesis import strategies as st

from crosswire.model.page import Page

PEOPLE = ("Edda Varga", "Milo Straten", "Prime Minister Ansa Kell", "Commander Ruud Pell")
SURNAMES = ("Varga", "Straten", "Kell", "Pell", "she", "he", "a senior official", "the coastguard", "police")
PLACES = ("Ostra", "Port Linden", "Karsund", "the valley of Ume")
CUES = ("said", "told reporters", "denied", "warned", "promised", "added", "claimed")
MARKS = (("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"), ("“", ""), ("", "”"), ("„", "“"))
CLAIMS = (
    "the bridge at Ostra was closed on Tuesday",
    "at least 12 people were killed in the flood",
    "14 people were killed in the flood",
    "the mayor had known of the cracks since 3 March 2024",
    "nobody had been warned",
    "the dam would be rebuilt within two years",
    "it is not clear whether the mayor will resign",
    "the mayor resigned on Wednesday",
    "about 3,000 homes were without power for three hours",
)
ODD = ("\u200b", "\u00a0", "…", "\u2028", "\ufeff", "é", "العربية", "🙂", "<b>", "&amp;", "{{ x }}", "\t", "--", "’s")
FURNITURE = (
    "Share on Facebook",
    "Sign up for our newsletter",
    "© 2026 The Linden Echo. All rights reserved.",
    "Advertisement",
    "Related Articles",
    "Photo: Linden Echo",
    "By Tessa Morn",
    "3 March 2026 10:15",
)
AGENCIES = ("", "", "PORT LINDEN (LPA) — ", "OSTRA: ", "KARSUND, March 3 (LPA) - ")


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """One sentence of a report: a plain claim, or a claim in somebody's mouth, sometimes with odd characters."""
    claim = draw(st.sampled_from(CLAIMS))
    who, cue = draw(st.sampled_from((*PEOPLE, *SURNAMES))), draw(st.sampled_from(CUES))
    left, right = draw(st.sampled_from(MARKS))
    odd = draw(st.sampled_from(ODD)) if draw(st.integers(0, 5)) == 0 else ""
    form = draw(st.integers(0, 4))
    if form == 0:
        return f"{claim[0].upper()}{claim[1:]}{odd}."
    if form == 1:
        return f"{left}{claim[0].upper()}{claim[1:]},{right}{odd} {who} {cue}."
    if form == 2:
        return f"{who[0].upper()}{who[1:]} {cue} that {claim}{odd}."
    if form == 3:
        return f"According to {who}, {odd}{claim}."
    return f"{who[0].upper()}{who[1:]} {cue} the report was {left}{claim}{right}{odd}, {draw(st.sampled_from(PLACES))}."


@st.composite
def plain_bodies(draw: st.DrawFn) -> str:
    """A plain page: headline, now and then a dateline and furniture, some paragraphs."""
    paragraphs = draw(st.lists(st.lists(sentences(), min_size=1, max_size=3).map(" ".join), min_size=2, max_size=5))
    top = draw(st.lists(st.sampled_from(FURNITURE), max_size=3))
    end = draw(st.lists(st.sampled_from(FURNITURE), max_size=3))
    headline = draw(st.sampled_from(("Flood at Ostra kills twelve", "Mayor of Ostra resigns after flood")))
    paragraphs[0] = draw(st.sampled_from(AGENCIES)) + paragraphs[0]
    return "\n\n".join([headline, *top, *paragraphs, *end])


@st.composite
def pages(draw: st.DrawFn, *, smallest: int = 1, largest: int = 4) -> tuple[Page, ...]:
    """Pages with distinct ids, plain or as simple markup, some with a time and a publisher."""
    bodies = draw(st.lists(plain_bodies(), min_size=smallest, max_size=largest))
    made = []
    for number, body in enumerate(bodies):
        markup = draw(st.booleans())
        made.append(
            Page(
                id=f"page-{number}",
                body=_marked_up(body) if markup else body,
                markup=markup,
                file=f"page-{number}.{'html' if markup else 'txt'}",
                publisher=draw(st.sampled_from((None, "The Linden Echo", "Ostra Times"))),
                published_at=draw(st.sampled_from((None, "2026-03-03T10:15:00+01:00", "2026-03-04T18:00:00+01:00"))),
            )
        )
    return tuple(made)


def _marked_up(body: str) -> str:
    """The plain page as markup: the first paragraph a heading, the others paragraphs, every character escaped."""
    from html import escape

    first, *rest = body.split("\n\n")
    inside = "".join(f"<p>{escape(part)}</p>" for part in rest)
    return (
        f"<html><body><nav><a href='/'>Home</a></nav><article><h1>{escape(first)}</h1>{inside}</article></body></html>"
    )
