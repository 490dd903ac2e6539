"""Fictional stories for the tests of points and brief, led through `annotate` and `relate`. Everything is invented."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from crosswire.annotate.report import annotate
from crosswire.annotate.times import find_times
from crosswire.group.stories import one_story
from crosswire.model.annotation import Annotation, Sentence, TimeExpression
from crosswire.model.relation import Point, Relations
from crosswire.model.report import Paragraph, Report
from crosswire.model.when import Basis, When
from crosswire.relate.points.borne_out import Bearing
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.somebody import Cast
from crosswire.relate.points.statements import Slots, read_slots
from crosswire.relate.points.versions import Told
from crosswire.relate.story import relate
from crosswire.run.models import shared_models

Row = tuple[str, str, str, tuple[str, ...]]

# Publisher, day, headline, paragraphs.
DAM: tuple[Row, ...] = (
    (
        "Velden Courier",
        "2031-03-04",
        "Dam breaks above Velden",
        (
            "The Orlo dam broke above the town of Velden on Monday night, and at least four people were killed, "
            "the rescue service said.",
            "It is not clear whether Mayor Ana Lupo will visit the valley.",
            "No arrests have been made.",
            "About 300 people slept in the school gymnasium of Velden on Monday night.",
            "The operator Hydrovel rejected accusations that its engineers had ignored cracks in the Orlo dam.",
            "Minister Pavel Horn said that the army was going to build a new bridge across the Orlo before winter and "
            "reopen the road to Velden.",
        ),
    ),
    (
        "Northern Post",
        "2031-03-05",
        "Seven dead after dam breaks in Velden",
        (
            "Seven people were killed when the Orlo dam broke above the town of Velden on Monday night, police said.",
            "Mayor Ana Lupo visited the valley on Tuesday and met families in Velden.",
            "Prosecutor Ida Brandt said that engineers of Hydrovel had ignored cracks in the Orlo dam for years.",
            "Around 300 people spent Monday night in the gymnasium of the school in Velden.",
            "Police made two arrests on Tuesday evening.",
            "Horn promised a new bridge that the army would build across the Orlo before winter, and the reopening of "
            "the road to Velden.",
        ),
    ),
    (
        "Radio Tarn",
        "2031-03-05",
        "Velden counts its dead",
        (
            "The Orlo dam above Velden broke on Monday night and killed seven people.",
            "Hundreds of houses in the lower part of the town were under water on Tuesday.",
            "Minister Pavel Horn flew to Velden on Tuesday morning.",
            "Some 300 people had to sleep in the gymnasium of a school in Velden.",
        ),
    ),
)


def report(name: str, row: Row) -> Report:
    """The report of a row."""
    publisher, day, headline, paragraphs = row
    spans, at = [], 0
    for words in paragraphs:
        spans.append(Paragraph(at, at + len(words), at, at + len(words)))
        at += len(words) + 2
    return Report(
        id=name,
        text="\n\n".join(paragraphs),
        paragraphs=tuple(spans),
        publisher=publisher,
        headline=headline,
        published_at=When(day, Basis.GIVEN),
        language="en",
    )


def sentence_of(text: str) -> tuple[str, Sentence]:
    """A report's text of one sentence, and the sentence."""
    made = report("r", ("", "2031-03-04", "", (text,)))
    (sentence,) = shared_models().language.sentences(made)
    return made.text, sentence


def row(house: str, day: str, *paragraphs: str) -> Row:
    """A report without a headline."""
    return (house, day, "", paragraphs)


def told(of: Point) -> list[list[str]]:
    """The words of each version's statements."""
    return [[s.passage.words for s in of.statements if s.version == v.id] for v in of.versions]


def relations(rows: Sequence[Row]) -> Relations:
    """Everything that holds between the rows' reports, in whatever order the rows come."""
    return related([report(f"r-{row[0].split()[0].lower()}", row) for row in rows])


def related(reports: Iterable[Report]) -> Relations:
    """Everything that holds between the reports, in whatever order they come."""
    models = shared_models()
    found = sorted(reports, key=lambda r: r.id)
    found.sort(key=lambda r: (r.published_at.value or "9", r.id))
    annotations = [
        annotate(r, language=models.language, lexicons=models.lexicons, quotation_model=models.quotations)
        for r in found
    ]

    def read_times(of: Report, annotation: Annotation, anchor: str) -> tuple[TimeExpression, ...]:
        return find_times(of, annotation.sentences, lexicons=models.lexicons, anchor=anchor)

    return relate(
        one_story(found),
        found,
        annotations,
        lexicons=models.lexicons,
        point_model=models.points,
        read_times=read_times,
    )


@cache
def dam() -> Relations:
    """The story of the dam."""
    return relations(DAM)


def slots(text: str) -> Slots:
    """The slots of the first sentence of `text`."""
    return all_slots(text)[0]


def all_slots(*texts: str) -> tuple[Slots, ...]:
    """The slots of the sentences of several reports, one text each; nothing resolved."""
    models = shared_models()
    made = [report(f"r{n}", ("", "2031-03-04", "", (text,))) for n, text in enumerate(texts)]
    annotations = [Annotation(r.id, models.language.sentences(r)) for r in made]
    known = Relations(one_story(made), tuple(made), tuple(annotations))
    return read_slots(known, models.lexicons.points)


def bearing(*texts: str, days: tuple[str, ...] = ()) -> tuple[Neighbourhood, Bearing]:
    """The texts, each a report of its own, ready to be asked; `days`: when each came out."""
    hood = Neighbourhood(all_slots(*texts), {})
    lexicons = shared_models().lexicons
    told = Told(days or [None] * len(texts), [f"Paper {n}" for n in range(len(texts))])
    cast = Cast(hood, lexicons.persons, lexicons.names)
    return hood, Bearing(hood, cast, told, lexicons.acts, lexicons.points, lexicons.geography)
