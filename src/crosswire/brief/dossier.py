"""The account of one story: brief, title, places, languages, first and last publication."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from crosswire.brief.about import about_actor, mentions_of
from crosswire.brief.backing import at_one_time, is_one_act, of_others, tells
from crosswire.brief.candidate import Candidate
from crosswire.brief.news import news_since
from crosswire.brief.prints import contradicting
from crosswire.brief.scope import ALL, Scope
from crosswire.brief.selection import choose
from crosswire.brief.title import title_of
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import MentionKind
from crosswire.model.dossier import Asked, BriefSentence, Dossier, Request
from crosswire.model.issue import Issue
from crosswire.model.passage import Passage
from crosswire.model.relation import PointRelation, Relations
from crosswire.model.when import stamp

MOST_PLACES = 6


def write_dossier(
    relations: Relations, *, lexicons: Lexicons, issues: Iterable[Issue] = (), request: Request | None = None
) -> Dossier:
    """The dossier of a story. Every sentence of its brief is verbatim from a report, with all its citations.

    `request` narrows the brief, and which points are shown; the title is the story's, and nothing else is left out.
    """
    asked = _asked(request, relations) if request else None
    whole = choose(relations, lexicons)
    chosen = choose(relations, lexicons, scope=_scope(asked, relations), length=asked.length) if asked else whole
    times = {r.published_at.value for r in relations.reports}
    published = sorted((value for value in times if value), key=lambda value: (stamp(value) or "", value))
    return Dossier(
        relations=relations,
        title=title_of(relations, whole, lexicons),
        brief=tuple(_sentence(c, relations, lexicons.points) for c in chosen),
        first_published_at=published[0] if published else None,
        last_published_at=published[-1] if published else None,
        places=_places(relations, lexicons),
        languages=tuple(sorted({r.language for r in relations.reports if r.language})),
        origin_count=len(relations.origins),
        issues=tuple(sorted(issues, key=lambda i: (i.stage, i.code, i.report or "", i.file or "", i.message))),
        asked=asked,
    )


def _asked(request: Request, relations: Relations) -> Asked | None:
    """What was asked, looked up in this story; None where nothing was."""
    if request == Request():
        return None
    return Asked(
        length=request.length,
        about=about_actor(request.about, relations) if request.about is not None else None,
        news=news_since(request.since, relations) if request.since is not None else None,
    )


def _scope(asked: Asked, relations: Relations) -> Scope:
    """What the brief may speak of: what concerns the actor, as far as it is new."""
    if asked.about is None and asked.timed is None:
        return ALL
    wanted = [frozenset(part.points) for part in (asked.about, asked.timed) if part]
    return Scope(
        points=frozenset.intersection(*wanted),
        reports=frozenset(asked.timed.reports) if asked.timed else None,
        mentions=mentions_of(asked.about, relations) if asked.about else None,
    )


def _sentence(candidate: Candidate, relations: Relations, words: PointWords) -> BriefSentence:
    """The sentence with its own passage first, then of every other report what tells the same version of its points.

    What only speaks of the same matter carries nothing and is not cited, nor what tells another version of it, nor
    what shares only what the sentence mentions beside its news.
    """
    against = contradicting(candidate, relations)
    sentences = {annotation.report: annotation.sentences for annotation in relations.annotations}
    here = sentences[candidate.passage.report]
    parsed = next((s for s in here if s.start == candidate.passage.start), None)
    mentions = [m for annotation in relations.annotations for m in annotation.mentions]
    told: dict[str, dict[Passage, set[str]]] = {}
    for point in relations.points:
        same = [s for s in point.statements if s.version == candidate.points.get(point.id) and s.counts]
        own = [s for s in same if s.passage.overlaps(candidate.passage) and tells(s.passage, candidate.passage, parsed)]
        for s in same if own else ():
            alike = point.relation is not PointRelation.UPDATE or (
                is_one_act(s.passage, sentences[s.passage.report], parsed, words) and not of_others(own, s, mentions)
            )
            if alike and all(at_one_time(mine, s, candidate.passage) for mine in own):
                told.setdefault(s.passage.report, {}).setdefault(s.passage, set()).add(point.id)
    told.pop(candidate.passage.report, None)
    cited = [
        passage for report, found in told.items() for passage in _joined(_fewest(found, against), report, relations)
    ]
    carried = tuple(p.id for p in relations.points if p.id in candidate.points)
    return BriefSentence(candidate.passage.words, (candidate.passage, *cited), carried, candidate.speaker)


def _fewest(told: Mapping[Passage, set[str]], against: Iterable[Passage]) -> list[Passage]:
    """Of one report's passages as few as tell all the points: a sentence is not cited twice for one matter.

    None that overlaps what is `against` the sentence.
    """
    barred = tuple(against)
    left = {passage: points for passage, points in told.items() if not any(passage.overlaps(no) for no in barred)}
    chosen: list[Passage] = []
    covered: set[str] = set()
    while left:
        best = min(left, key=lambda p: (-len(left[p] - covered), -sum(p.overlaps(q) for q in left), p.start, -p.end))
        if not left[best] - covered:
            break
        chosen.append(best)
        covered |= left.pop(best)
    return sorted(chosen)


def _joined(passages: Sequence[Passage], of: str, relations: Relations) -> list[Passage]:
    """The passages of one report, those of one sentence as one: from where the first begins to where the last ends."""
    index = next(n for n, report in enumerate(relations.reports) if report.id == of)
    sentences = relations.annotations[index].sentences
    found: list[Passage] = []
    for passage in sorted(passages):
        last = found[-1] if found else None
        if last and any(s.start <= last.start and max(last.end, passage.end) <= s.end for s in sentences):
            found[-1] = relations.reports[index].passage(last.start, max(last.end, passage.end))
        else:
            found.append(passage)
    return found


def _places(relations: Relations, lexicons: Lexicons) -> tuple[str, ...]:
    """The places that most reports name, most first: datelines count, and names in the text; no streets."""
    reports: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for report in relations.counted:
        if report.dateline and report.dateline.place:
            place = report.dateline.place.title() if report.dateline.place.isupper() else report.dateline.place
            reports[place].add(report.id)
            counts[place] += 3
    counted = {report.id for report in relations.counted}
    for annotation in relations.annotations:
        for mention in annotation.mentions if annotation.report in counted else ():
            if mention.kind is MentionKind.PLACE and not _is_address(mention.name, lexicons):
                reports[mention.name].add(annotation.report)
                counts[mention.name] += 1
    ranked = sorted(counts, key=lambda place: (-len(reports[place]), -counts[place], place))
    return tuple(place for place in ranked if counts[place] > 1)[:MOST_PLACES]


def _is_address(name: str, lexicons: Lexicons) -> bool:
    """True for a street or a building: "Mill Lane"; "Downing Street" stands for a government, and is none."""
    return name.split()[-1] in lexicons.organisations.addresses and not lexicons.geography.country(name)
