"""Which full names are father's and son's: "John Pell" and "John Pell Jr."."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosswire.lexicons.names import Names
from crosswire.model.annotation import Annotation, Mention, MentionKind
from crosswire.relate.actors.names import PersonName, person_name


@dataclass(frozen=True, slots=True)
class Generations:
    """`apart`: pairs of full names that are two persons'; `juniors`: names that a bare surname never means."""

    apart: frozenset[frozenset[str]]
    juniors: frozenset[str]


def two_generations(annotations: Sequence[Annotation], names: Names) -> Generations:
    """The full names of one surname of which one alone has "Jr." or the like, and which are two persons'.

    They are where one report has both; and where a report speaks of Pell before it names "John Pell Jr.", whatever the
    story's other reports call the elder. Else "Joseph Pell Jr." of one paper is "Joe Pell" of the next.
    """
    elder: dict[str, set[str]] = defaultdict(set)
    juniors: dict[str, set[str]] = defaultdict(set)
    pairs: set[frozenset[str]] = set()
    for annotation in annotations:
        told: dict[str, set[str]] = defaultdict(set)
        for mention, name in _named(annotation, names):
            if name.suffix and told[name.surname] and mention.name not in told[name.surname]:
                juniors[name.surname].add(mention.name)
            if name.given and not name.suffix and mention.kind is MentionKind.PERSON:
                elder[name.surname].add(mention.name)
            told[name.surname].add(mention.name)
        for forms in told.values():
            pairs |= {frozenset((a, b)) for a in forms for b in forms if person_name(a, names).suffix and a != b}
    pairs |= {frozenset((a, b)) for surname, forms in juniors.items() for a in forms for b in elder[surname]}
    return Generations(frozenset(pairs), frozenset(form for forms in juniors.values() for form in forms))


def _named(annotation: Annotation, names: Names) -> Iterator[tuple[Mention, PersonName]]:
    """The names of a report with their parts, in order of the text."""
    for mention in annotation.mentions:
        if mention.kind not in (MentionKind.ROLE, MentionKind.PRONOUN):
            yield mention, person_name(mention.name, names)
