"""What concerns one actor of a story: the points in which it acts, is spoken of or speaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from crosswire.model.dossier import About
from crosswire.model.passage import Passage
from crosswire.model.relation import Actor, ActorKind, Relations

ARTICLES = ("the ", "a ", "an ")
MOST_NEAR = 5
# Names less alike than this are no hint.
NEAR = 0.5
# How a name can meet an actor, the surest first: its whole name, what it is called somewhere, a part of it, a role.
WHOLE, CALLED, PART, ROLE = range(4)


def about_actor(name: str, relations: Relations) -> About:
    """What concerns the actor of that name; without an actor the names that come nearest, or of several their names.

    Any of its names will do: "Ana Lupo", "Lupo", "Mayor Lupo", "the mayor" where one actor only is called so.
    """
    wanted = _plain(name)
    met = [(rank, actor) for actor in relations.actors if (rank := _meets(wanted, actor)) is not None]
    best = [actor for rank, actor in met if rank == min(rank for rank, _ in met)]
    if len(best) == 1:
        return _about(name, best[0], relations)
    if best:
        return About(name, None, nearest=tuple(actor.name for actor in best), several=True)
    return About(name, None, nearest=_nearest(wanted, relations.actors))


def _about(name: str, actor: Actor, relations: Relations) -> About:
    """The points, quotations and figures that concern the actor."""
    own = {q.id for q in relations.quotations if q.speaker == actor.id}
    places = _places([*actor.mentions, *(c for q in relations.quotations if q.id in own for c in q.content)])
    beside = {
        report.id: [report.passage(s.start, s.end) for s in annotation.sentences]
        for report, annotation in zip(relations.reports, relations.annotations, strict=True)
    }
    near = _places([s for told in beside.values() for s in told if _names_it(s, places)])
    return About(
        name,
        actor.id,
        _concerning(actor, relations),
        quotations=tuple(
            q.id for q in relations.quotations if q.id in own or any(_names_it(c, places) for c in q.content)
        ),
        figures=tuple(figure.id for figure in relations.figures if _names_it(figure.passage, near)),
    )


def mentions_of(about: About, relations: Relations) -> tuple[Passage, ...]:
    """The passages that name the actor, or in which it speaks."""
    named = [m for actor in relations.actors if actor.id == about.actor for m in actor.mentions]
    said = [c for q in relations.quotations if q.speaker == about.actor and about.actor for c in q.content]
    return (*named, *said)


def _plain(name: str) -> str:
    """The name in small letters, one blank between words, without an article or the owner's s."""
    found = " ".join(name.replace("’", "'").casefold().split()).removesuffix("'s").strip(".,\"'“”")
    return next((found.removeprefix(article) for article in ARTICLES if found.startswith(article)), found)


def _meets(wanted: str, actor: Actor) -> int | None:
    """How surely the name is the actor's, 0 the surest; None where it is not."""
    if not wanted:
        return None
    if _plain(actor.name) == wanted:
        return WHOLE
    if actor.kind is not ActorKind.UNNAMED and wanted in {_plain(m.words) for m in actor.mentions}:
        return CALLED
    if set(wanted.split()) <= set(_plain(actor.name).split()):
        return PART
    return ROLE if wanted in map(_plain, actor.roles) else None


def _nearest(wanted: str, actors: Iterable[Actor]) -> tuple[str, ...]:
    """The names most like the wanted one, best first; where none is, those of the actors most spoken of."""
    known = [actor for actor in actors if actor.kind is not ActorKind.UNNAMED]
    likeness = {actor.name: max(_alike(wanted, one) for one in _names(actor)) for actor in known}
    near = sorted((name for name in likeness if likeness[name] >= NEAR), key=lambda name: (-likeness[name], name))
    spoken = [actor.name for actor in sorted(known, key=lambda actor: (-len(actor.mentions), actor.name))]
    return tuple((near or spoken)[:MOST_NEAR])


def _names(actor: Actor) -> list[str]:
    """The actor's name, its words, and its roles, each in the form in which names are compared."""
    plain = _plain(actor.name)
    return [plain, *plain.split(), *map(_plain, actor.roles)]


def _alike(one: str, two: str) -> float:
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


def _concerning(actor: Actor, relations: Relations) -> tuple[str, ...]:
    """The ids of the points that speak of the actor, rest on its word or tell what it said."""
    said = {q.id for q in relations.quotations if q.speaker == actor.id}
    places = _places(actor.mentions)
    return tuple(
        point.id
        for point in relations.points
        if actor.id in point.voices
        or any(s.quotation in said or _names_it(s.passage, places) for s in point.statements)
    )


def _places(passages: Iterable[Passage]) -> dict[str, list[Passage]]:
    """Report → its passages among these."""
    found: dict[str, list[Passage]] = {}
    for passage in passages:
        found.setdefault(passage.report, []).append(passage)
    return found


def _names_it(passage: Passage, places: dict[str, list[Passage]]) -> bool:
    mentions: Sequence[Passage] = places.get(passage.report, ())
    return any(mention.overlaps(passage) for mention in mentions)
