"""The account of one story: brief, title, places, languages, first and last publication."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from crosswire.brief.selection import Candidate, choose
from crosswire.lexicons.load import Lexicons, load_lexicons
from crosswire.model.annotation import MentionKind
from crosswire.model.dossier import BriefSentence, Dossier
from crosswire.model.issue import Issue
from crosswire.model.passage import Passage
from crosswire.model.relation import Relations

MOST_PLACES = 6


def write_dossier(relations: Relations, *, issues: Iterable[Issue] = (), lexicons: Lexicons | None = None) -> Dossier:
    """The dossier of a story. Every sentence of its brief is verbatim from a report, with all its citations."""
    words = (lexicons or load_lexicons()).points
    chosen = choose(relations, words)
    published = sorted(r.published_at.value for r in relations.reports if r.published_at.value)
    return Dossier(
        relations=relations,
        title=_title(relations, chosen),
        brief=tuple(_sentence(c, relations) for c in chosen),
        first_published_at=published[0] if published else None,
        last_published_at=published[-1] if published else None,
        places=_places(relations),
        languages=tuple(sorted({r.language for r in relations.reports if r.language})),
        origin_count=len(relations.origins),
        issues=tuple(sorted(issues, key=lambda i: (i.stage, i.code, i.report or "", i.file or "", i.message))),
    )


def _sentence(candidate: Candidate, relations: Relations) -> BriefSentence:
    """The sentence with its own passage first, then every other passage that tells the same version of its points."""
    cited: dict[Passage, None] = {candidate.passage: None}
    for point in relations.points:
        version = candidate.points.get(point.id)
        for statement in point.statements:
            if version == statement.version and not statement.passage.overlaps(candidate.passage):
                cited[statement.passage] = None
    carried = tuple(p.id for p in relations.points if p.id in candidate.points)
    return BriefSentence(candidate.passage.words, tuple(cited), carried)


def _title(relations: Relations, chosen: Iterable[Candidate]) -> str:
    """The headline that shares most words with the other headlines and the brief, verbatim.

    Without any headline the brief's first sentence, without that the story's id.
    """
    chosen = tuple(chosen)
    headlines = [r.headline for r in relations.reports if r.headline]
    if not headlines:
        return chosen[0].passage.words if chosen else relations.story.id
    counts = Counter(w for h in headlines for w in _words(h))
    counts.update(w for c in chosen for w in _words(c.passage.words))
    return min(headlines, key=lambda h: (-sum(counts[w] for w in _words(h)) / (4 + len(_words(h))), h))


def _words(text: str) -> set[str]:
    """The words of four letters and more, lower case."""
    return {w.strip(".,:;!?\"'“”‘’()").lower() for w in text.split() if len(w) > 3}


def _places(relations: Relations) -> tuple[str, ...]:
    """The places that most reports name, most first: datelines count, and names in the text."""
    reports: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for report in relations.reports:
        if report.dateline and report.dateline.place:
            place = report.dateline.place.title() if report.dateline.place.isupper() else report.dateline.place
            reports[place].add(report.id)
            counts[place] += 3
    for annotation in relations.annotations:
        for mention in annotation.mentions:
            if mention.kind is MentionKind.PLACE:
                reports[mention.name].add(annotation.report)
                counts[mention.name] += 1
    ranked = sorted(counts, key=lambda place: (-len(reports[place]), -counts[place], place))
    return tuple(place for place in ranked if counts[place] > 1)[:MOST_PLACES]
