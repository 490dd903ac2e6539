"""The points of a story: each checkable thing with every statement about it, in its versions, and its status."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations, product

from crosswire.lexicons.load import Lexicons
from crosswire.model.passage import Passage
from crosswire.model.relation import Actor, Origin, Point, PointRelation, Relations
from crosswire.model.report import Report
from crosswire.relate.origins.independence import passage_origins
from crosswire.relate.points.ages import find_ages
from crosswire.relate.points.agreed import agreed, taken_in
from crosswire.relate.points.at_odds import at_odds, of_one_case
from crosswire.relate.points.blocks import find_blocks
from crosswire.relate.points.borne_out import Bearing
from crosswire.relate.points.case_steps import find_case
from crosswire.relate.points.clusters import group_links
from crosswire.relate.points.common_clauses import common_clauses
from crosswire.relate.points.contrary import find_contrary_prints
from crosswire.relate.points.courses import find_courses
from crosswire.relate.points.cuts import Cuts
from crosswire.relate.points.disputes import find_disputes
from crosswire.relate.points.features import feature_rows
from crosswire.relate.points.foretold import foretold
from crosswire.relate.points.introductions import find_introductions
from crosswire.relate.points.ledger import Ledger
from crosswire.relate.points.lone_ages import find_lone_ages
from crosswire.relate.points.none_harmed import with_none
from crosswire.relate.points.numbers import find_number_points, folded, phrased
from crosswire.relate.points.one_act import ActPairs, one_act
from crosswire.relate.points.ownership import one_owner
from crosswire.relate.points.point_model import PointModel
from crosswire.relate.points.polarity import opposed
from crosswire.relate.points.prints import Prints
from crosswire.relate.points.reprints import Reprints
from crosswire.relate.points.reversals import find_reversals
from crosswire.relate.points.shown import with_shown
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.singles import single_drafts
from crosswire.relate.points.somebody import Cast
from crosswire.relate.points.spellings import find_spellings
from crosswire.relate.points.statements import Slots, members_of, read_slots
from crosswire.relate.points.superseded import links_between_reports, without_superseded
from crosswire.relate.points.taken_back import find_taken_back
from crosswire.relate.points.tellers import Tellers
from crosswire.relate.points.told_once import told_once
from crosswire.relate.points.told_stages import StoryStages
from crosswire.relate.points.upheld import in_a_clause, upheld
from crosswire.relate.points.verdicts import find_verdicts
from crosswire.relate.points.versions import Draft, Told, told_by
from crosswire.relate.points.voices import maybe_one, mouths

# Sentences of one report stand in one version of a point only when they are at least this alike.
OWN_ALIKE = 0.25
# How sure it is that two sentences in which one speaker foretells the same share a point.
FORETOLD = 0.75
# Two speakers' words share a point only when the rest speaks for it clearly.
OTHER_SPEAKERS = 0.65
# Sentences that share no plain word besides what the story is about need a surer link, or names. In a story of many
# reports one word is not enough.
NOTHING_SHARED = 0.6
NEVER = 1.1
FEWEST_NAMES = 2
MORE_NAMES = 4
FEWEST_WORDS = 2
FEW_WORDS = 0.85
COPIED = 0.8
# A sentence of a single content word that is no verb tells nothing that another could tell: "Velden."
FEWEST_TERMS = 2
# Each report beside FEW_REPORTS asks for this much more of a link, up to MOST_ASKED: of many sentences that could be
# linked by chance, some are.
FEW_REPORTS = 5
ASKED_PER_REPORT = 0.02
MOST_ASKED = 0.2


def find_points(
    known: Relations,
    *,
    lexicons: Lexicons,
    model: PointModel,
    tells: Callable[[Passage], bool] | None = None,
    since: Mapping[tuple[str, int], str] | None = None,
) -> tuple[Point, ...]:
    """The points of a story otherwise known: most origins and reports first, single ones last. Ids `p1`, `p2` …

    `tells` leaves out sentences of earlier versions that the later ones have too; None tells all.
    `since`: report and start of a sentence → since when it is told, where that is not the report's publication.
    """
    reports, actors, origins = known.reports, known.actors, known.origins
    prints = Prints([s for s in read_slots(known, lexicons.points) if tells is None or tells(s.passage)])
    hood = Neighbourhood(prints.standing(), model.background)
    of = {report.id: report.version_of for report in reports if report.version_of}
    told = told_by(reports, report_names(reports, origins), since or {}, prints.others())
    drafts = tuple(prints.spread(find_drafts(hood, told, lexicons, model)))
    spoken_for = mouths(reports, actors, lexicons.titles)
    joint = members_of(actors)
    index = passage_origins(origins, known.links, of=of, lexicons=lexicons, reports=reports)
    ledger = Ledger(
        known.quotations,
        index,
        told,
        prints.all(),
        _names(actors, origins),
        spoken_for,
        joint,
        maybe_one(actors, lexicons.acts.insiders),
        lexicons.acts,
    )
    found = [(draft.strength, ledger.point(draft)) for draft in drafts]
    owned = [origin for origin in origins if origin.owner]
    points = [(sure, replace(point, why=(*point.why, *one_owner(point.origins, owned)))) for sure, point in found]
    order, of = {r.id: n for n, r in enumerate(reports)}, {r.id: r.version_of or r.id for r in reports}
    points.sort(key=lambda found: _rank(found[0], found[1], order, of))
    return tuple(replace(point, id=f"p{n}") for n, (_, point) in enumerate(points, start=1))


def _asked(hood: Neighbourhood, a: int, b: int) -> float:
    """The least probability that two sentences must have to be linked: more where each is another speaker's word.

    "The storm was forecast", said by the minister, and "the log is empty", said by the owner, share every name.
    """
    one, two = hood.slots[a], hood.slots[b]
    if any(len(slots.terms) < FEWEST_TERMS and not slots.verbs for slots in (one, two)):
        return NEVER
    others = bool(one.speakers and two.speakers) and not one.speakers & two.speakers
    many = hood.reports > FEW_REPORTS
    words, names = hood.specific(a, b), hood.specific_names(a, b)
    if not words and names < (MORE_NAMES if many else FEWEST_NAMES) and hood.alike(a, b) < COPIED:
        return NEVER if many else NOTHING_SHARED
    if _rejects_barely(one) != _rejects_barely(two):
        return NEVER  # "rejected the charge" does not say which: "denied that the crew had been warned" may be another
    return max(OTHER_SPEAKERS if others else 0.0, FEW_WORDS if many and words < FEWEST_WORDS else 0.0)


def _rejects_barely(slots: Slots) -> bool:
    """True for "rejected the charge", which names no claim."""
    return any(focus.bare for focus in slots.foci)


def _versions_apart(draft: Draft) -> Iterator[tuple[int, int]]:
    """The pairs of sentences that tell different versions of a number: they don't agree about the rest either."""
    for one, two in combinations(draft.versions, 2):
        for a, b in product(one, two):
            yield min(a.sentence, b.sentence), max(a.sentence, b.sentence)


def _not_told(drafts: Sequence[Draft], disputes: Sequence[Draft]) -> list[Draft]:
    """The drafts whose sentences don't all stand in one version of a dispute or update: there they are told."""
    held: dict[int, list[set[int]]] = defaultdict(list)
    for version in (version for dispute in disputes for version in dispute.versions):
        told = {m.sentence for m in version}
        for n in told:
            held[n].append(told)
    return [draft for draft in drafts if len(draft.versions) > 1 or not _stands_in(draft, held)]


def _stands_in(draft: Draft, held: Mapping[int, Sequence[set[int]]]) -> bool:
    """True when one of the sets that hold the draft's first sentence holds all of its sentences."""
    sentences = {m.sentence for m in draft.members()}
    return any(sentences <= told for told in held.get(min(sentences), ()))


def _not_begun(drafts: Sequence[Draft], others: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts but those updates of which another has the older version too: "no arrests" is answered once."""
    begun = {m.sentence for other in others for version in other.versions[:-1] for m in version}
    updates = PointRelation.UPDATE
    return tuple(d for d in drafts if d.relation is not updates or not {m.sentence for m in d.versions[0]} <= begun)


def _not_among(drafts: Sequence[Draft], others: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts that set no pair of sentences against each other which another draft sets against each other."""
    told = {pair for other in others for pair in _versions_apart(other)}
    return tuple(draft for draft in drafts if told.isdisjoint(_versions_apart(draft)))


def _still_said(drafts: Iterable[Draft], back: Sequence[Draft], none: frozenset[int]) -> Iterator[Draft]:
    """The drafts but those in one version that only sentences carry whose claim was taken back, or a toll overtook."""
    said = none | {m.sentence for draft in back for m in draft.versions[0]}
    for draft in drafts:
        if len(draft.versions) > 1 or not {m.sentence for m in draft.carrying()} <= said:
            yield draft


def _of_nobody_in(others: Sequence[Draft], drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts that share no sentence with another: whose age is disputed by name needs no second point."""
    told = {m.sentence for other in others for m in other.members()}
    return tuple(draft for draft in drafts if told.isdisjoint(m.sentence for m in draft.members()))


def _one_matter(hood: Neighbourhood, a: int, b: int) -> bool:
    """True when two sentences of one report may stand in one version of a point: alike, and not of two speakers."""
    one, two = hood.slots[a], hood.slots[b]
    apart = bool(one.speakers and two.speakers) and not one.speakers & two.speakers
    return hood.alike(a, b) >= OWN_ALIKE and not apart and not opposed(one.predicates, two.predicates)


def report_names(reports: Sequence[Report], origins: Sequence[Origin]) -> list[str]:
    """What readers know each report by: its publisher, else its origin; with its id where that is not one report's."""
    credited = {report: origin.name for origin in reversed(origins) for report in origin.reports}
    names = [report.publisher or credited.get(report.id) or report.id for report in reports]
    counts = Counter(names)
    return [name if counts[name] == 1 else f"{name} ({r.id})" for name, r in zip(names, reports, strict=True)]


def link_probabilities(hood: Neighbourhood, model: PointModel) -> dict[tuple[int, int], float]:
    """The probability of every candidate pair of sentences, by their indices, the smaller first."""
    pairs = hood.pairs()
    words, reports = [s.passage.words for s in hood.slots], [s.report for s in hood.slots]
    return dict(zip(pairs, model.probabilities(feature_rows(hood, pairs), pairs, words, reports), strict=True))


def find_drafts(hood: Neighbourhood, told: Told, lexicons: Lexicons, model: PointModel) -> tuple[Draft, ...]:
    """The shared points, then the single ones, before their status is known."""
    links = link_probabilities(hood, model)
    threshold = model.threshold + min(MOST_ASKED, ASKED_PER_REPORT * max(0, hood.reports - FEW_REPORTS))
    for pair in foretold(hood):
        links[pair] = max(links.get(pair, 0.0), FORETOLD)
    acts = ActPairs(hood, dict(links), lexicons.acts, lexicons.geography)
    links |= {pair: max(links[pair], sure) for pair, sure in one_act(links, acts)}
    stages = StoryStages(hood, told, lexicons.stages)
    progress = find_case(stages, lexicons.cases)
    progress += _not_among((*find_introductions(stages), *find_courses(stages)), progress)
    tellers = Tellers(hood, links, lexicons.points)
    disputes, apart = find_disputes(tellers, threshold, told)
    disputes = (*progress, *_not_begun(_not_among(disputes, progress), progress))
    apart |= {pair for draft in progress for pair in _versions_apart(draft)}
    back, undone = find_taken_back(hood, links, told, lexicons.points)
    disputes += back
    apart |= undone
    reversals, opposite = find_reversals(hood, links, threshold, told)
    disputes += _not_among(reversals, disputes)
    apart |= opposite
    judged = _not_among(find_verdicts(hood, links, threshold, told, lexicons.verdicts), disputes)
    cast = Cast(hood, lexicons.persons, lexicons.names)
    ages = find_ages(hood, told)
    ages += _of_nobody_in(ages, find_lone_ages(cast, hood, told, lexicons.acts, lexicons.points))
    disputes += (*judged, *ages, *find_spellings(hood, told, lexicons.names))
    disputes += find_blocks(hood, told, lexicons.points)
    apart |= {pair for draft in judged for pair in _versions_apart(draft)}
    numbers = find_number_points(hood, links, threshold, told, lexicons.points, lexicons.cases.several)
    numbers, none = with_none(numbers, hood, told, lexicons.counted.signs, lexicons.cases.several)
    apart |= {pair for draft in numbers for pair in _versions_apart(draft)}
    links = links_between_reports(links, hood)
    together = {pair: chance for pair, chance in links.items() if pair not in apart and chance >= _asked(hood, *pair)}
    groups = group_links(together, [s.report for s in hood.slots], threshold, partial(_one_matter, hood))
    reprints = Reprints(hood, lexicons)
    together_said = [draft for group in groups if (draft := agreed(group, hood, links, reprints, acts))]
    contrary = find_contrary_prints(hood, reprints, links, told, (*disputes, *numbers))
    sayings = _not_told(taken_in(together_said, hood), (*disputes, *contrary))
    sayings, figures = folded(sayings, numbers)
    matters = (*sayings, *disputes, *contrary)
    bearing = Bearing(hood, cast, told, lexicons.acts, lexicons.points, lexicons.geography)
    held_up = (draft for draft in (*matters, *(phrased(d, hood) for d in figures)) if at_odds(draft, bearing))
    of_one = (case for draft in held_up if (case := of_one_case(draft, bearing)))
    cuts = Cuts(hood, bearing)
    every = [upheld(with_shown(draft, hood.slots), hood, bearing, cuts, reprints) for draft in of_one]
    open_pairs = {pair: chance for pair, chance in links.items() if pair not in apart}
    every += _not_told(common_clauses(hood, bearing, cuts, open_pairs, every), (*disputes, *contrary))
    once = (in_a_clause(draft, hood, bearing, cuts) for draft in told_once(every, hood, bearing))
    found = without_superseded(_still_said(once, back, none), hood)
    used = {member.sentence for draft in found for member in draft.members()}
    figures_used = {m.figure.id for draft in numbers for m in draft.members() if m.figure}
    used |= {n for n, slots in enumerate(hood.slots) if slots.superseded}
    figures_used |= {figure.id for slots in hood.slots if slots.superseded for figure in slots.figures}
    singles = single_drafts(hood, used, figures_used, lexicons.points)
    told_of = _by_report(found)
    return (*found, *(draft for draft in singles if not _repeated(draft, told_of)))


def _repeated(draft: Draft, others: Mapping[str, Sequence[Draft]]) -> bool:
    """True for what several reports have word for word and another point has of all of them already.

    `others`: report → the drafts that have a statement of it.
    """
    members = draft.members()
    if len(members) < 2:
        return False
    return any(
        all(any(mine.passage.overlaps(m.passage) for m in other.members()) for mine in members)
        for other in others.get(members[0].passage.report, ())
    )


def _by_report(drafts: Iterable[Draft]) -> Mapping[str, Sequence[Draft]]:
    """Report → the drafts that have a statement of it, in order."""
    found: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for report in {m.passage.report for m in draft.members()}:
            found[report].append(draft)
    return found


def _names(actors: Iterable[Actor], origins: Iterable[Origin]) -> dict[str, str]:
    """Id → name, for what readers are told."""
    return {a.id: a.name for a in actors} | {o.id: o.name for o in origins}


def _rank(strength: float, point: Point, order: Mapping[str, int], of: Mapping[str, str]) -> tuple[object, ...]:
    """Sorts points: shared before single, more origins, more reports, surer, earlier in the text.

    `order` and `of`: the place of each report in the story, and the report that it is or is a version of.
    """
    single = point.relation is PointRelation.SINGLE
    carried = len({of[s.passage.report] for s in point.statements})
    first = min((order[s.passage.report], s.passage.start, s.passage.end) for s in point.statements)
    lead = min(s.passage.start for s in point.statements)
    return (
        single,
        -len(point.origins),
        -carried,
        -round(strength, 1),
        lead,
        first,
        point.kind.value,
        len(point.versions),
    )
