"""The points of a story: each checkable thing with every statement about it, in its versions, and its status."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations, product

from crosswire.lexicons.acts import ActWords
from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation, Figure, Quotation, Stance, TimeExpression
from crosswire.model.passage import Passage
from crosswire.model.relation import Actor, Link, Origin, Point, PointRelation, Statement, Status, Version
from crosswire.model.report import Report
from crosswire.relate.origins.independence import OriginIndex, in_order, passage_origins
from crosswire.relate.points.ages import find_ages
from crosswire.relate.points.agreed import agreed, taken_in
from crosswire.relate.points.clusters import group_links
from crosswire.relate.points.contrary import find_contrary_prints
from crosswire.relate.points.disputes import find_disputes, settled
from crosswire.relate.points.features import feature_rows
from crosswire.relate.points.foretold import foretold
from crosswire.relate.points.grounds import Footing, footing, grounds, hearsay
from crosswire.relate.points.numbers import find_number_points, folded, phrased
from crosswire.relate.points.one_act import ActPairs, one_act
from crosswire.relate.points.ownership import one_owner
from crosswire.relate.points.point_model import PointModel
from crosswire.relate.points.polarity import opposed
from crosswire.relate.points.prints import Prints
from crosswire.relate.points.progress import find_progress
from crosswire.relate.points.reprints import Reprints
from crosswire.relate.points.reversals import find_reversals
from crosswire.relate.points.sayings import same_saying
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.singles import single_drafts
from crosswire.relate.points.spellings import find_spellings
from crosswire.relate.points.statements import Slots, members_of, read_slots
from crosswire.relate.points.status import (
    UNKNOWN,
    common_voices,
    counted_once,
    one_voice,
    reason,
    resting_on,
    status_of,
    voices_of,
)
from crosswire.relate.points.superseded import links_between_reports, superseded_in, without_superseded
from crosswire.relate.points.verdicts import find_verdicts
from crosswire.relate.points.versions import Draft, Member, Told, told_by, values
from crosswire.relate.points.voices import marked_words, maybe_one, mouths, one_mouth, repeats, words_of
from crosswire.relate.points.wounds import find_wounds

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
    reports: Sequence[Report],
    annotations: Sequence[Annotation],
    *,
    actors: Iterable[Actor],
    quotations: Iterable[Quotation],
    figures: Iterable[Figure],
    times: Iterable[TimeExpression],
    origins: Iterable[Origin],
    links: Iterable[Link],
    lexicons: Lexicons,
    model: PointModel,
    tells: Callable[[Passage], bool] | None = None,
    since: Mapping[tuple[str, int], str] | None = None,
) -> tuple[Point, ...]:
    """The story's points: those with most origins and reports first, single ones last. Ids `p1`, `p2` …

    `tells` leaves out sentences of earlier versions that the later ones have too; None tells all.
    `since`: report and start of a sentence → since when it is told, where that is not the report's publication.
    """
    actors, quotations, origins = tuple(actors), tuple(quotations), tuple(origins)
    slots = read_slots(
        reports,
        annotations,
        actors=actors,
        quotations=quotations,
        figures=figures,
        times=times,
        words=lexicons.points,
    )
    prints = Prints([s for s in slots if tells is None or tells(s.passage)])
    hood = Neighbourhood(prints.standing(), model.background)
    of = {report.id: report.version_of for report in reports if report.version_of}
    told = told_by(reports, report_names(reports, origins), since or {}, prints.others())
    drafts = tuple(prints.spread(find_drafts(hood, told, lexicons, model)))
    spoken_for = mouths(reports, actors, lexicons.titles)
    joint = members_of(tuple(actors))
    index = passage_origins(origins, links, of=of, lexicons=lexicons, reports=reports)
    ledger = _Ledger(
        quotations,
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
    progress = find_progress(hood, told, lexicons.stages)
    disputes, apart = find_disputes(hood, links, threshold, told)
    disputes = (*progress, *_not_begun(_not_among(disputes, progress), progress))
    apart |= {pair for draft in progress for pair in _versions_apart(draft)}
    reversals, opposite = find_reversals(hood, links, threshold, told)
    reversals = _not_among(reversals, disputes)
    apart |= opposite
    judged = _not_among(find_verdicts(hood, links, threshold, told, lexicons.verdicts), (*disputes, *reversals))
    disputes += (*judged, *find_ages(hood, told), *find_spellings(hood, told))
    disputes += find_wounds(hood, told, lexicons.wounds)
    apart |= {pair for draft in judged for pair in _versions_apart(draft)}
    numbers = find_number_points(hood, links, threshold, told, lexicons.points)
    apart |= {pair for draft in numbers for pair in _versions_apart(draft)}
    links = links_between_reports(links, hood)
    together = {pair: chance for pair, chance in links.items() if pair not in apart and chance >= _asked(hood, *pair)}
    groups = group_links(together, [s.report for s in hood.slots], threshold, partial(_one_matter, hood))
    reprints = Reprints(hood, lexicons)
    contrary = find_contrary_prints(hood, reprints, links, told, (*disputes, *reversals, *numbers))
    together_said = [draft for group in groups if (draft := agreed(group, hood, links, reprints, acts))]
    held = [settled(draft, hood, told) for draft in together_said]
    sayings = _not_told(taken_in([draft for draft in held if draft], hood), (*disputes, *reversals, *contrary))
    sayings, figures = folded(sayings, numbers)
    matters = (*sayings, *disputes, *reversals, *contrary)
    found = without_superseded((*matters, *(phrased(draft, hood) for draft in figures)), hood)
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


class _Ledger:
    """Turns drafts into points: who carries them, on whose word, since when."""

    def __init__(
        self,
        quotations: Sequence[Quotation],
        origins: OriginIndex,
        told: Told,
        slots: Sequence[Slots],
        names: Mapping[str, str],
        mouths: Mapping[str, str],
        joint: Mapping[str, frozenset[str]],
        nameless: Mapping[str, str],
        words: ActWords,
    ) -> None:
        self._quotations: dict[str, list[Quotation]] = {}
        for quotation in quotations:
            self._quotations.setdefault(quotation.report, []).append(quotation)
        self._origins = origins
        self._told = told
        self._slots = tuple(slots)
        self._names = names
        self._mouths = mouths
        self._joint = joint
        self._nameless = nameless
        self._words = words

    def point(self, draft: Draft) -> Point:
        """The point of a draft, its id still to be given."""
        counted = self._counted(draft)
        statements = self._statements(draft, frozenset(counted))
        said = self._said(counted)
        each = self._origins.each([m.passage for m in counted])
        origins = in_order(each)
        independent = self._independent(counted, said)
        status = status_of(draft.relation, origins, independent)
        if status is Status.CORROBORATED:
            origins = counted_once(each, independent, order=origins)
            status = status_of(draft.relation, origins, independent)
        voices = common_voices([s for s in said if s]) if status is Status.SINGLE_VOICE else resting_on(said)
        point = Point(
            id="",
            kind=draft.kind,
            relation=draft.relation,
            status=status,
            statements=statements,
            versions=self._versions(draft),
            origins=origins,
            voices=voices,
            why=draft.why,
            between=draft.between,
            latest=None if draft.latest is None else _version_id(draft.latest),
        )
        footings = [self._footing(m, house) for m, house in zip(counted, each, strict=True)]
        return replace(point, why=(*draft.why, reason(point, self._names), *grounds(footings)))

    def _footing(self, member: Member, house: str) -> Footing:
        """On what the member rests; `house`: the id of its origin."""
        slots = self._slots[member.sentence]
        quotations = self._quotations.get(slots.passage.report, ())
        name, own = self._names.get(house, house), not self._voices(member)
        return footing(name, member.passage, quotations, slots.tokens, self._words, own=own)

    def _counted(self, draft: Draft) -> tuple[Member, ...]:
        """The members on which the point rests: those that carry what is shown of it.

        What all reports have one speaker say rests on him alone, however he is worded: there who says it too counts.
        """
        everybody = draft.members()
        said = self._independent(everybody, self._said(everybody))
        counted = self._same_word(draft) if one_voice(said) else draft.carrying()
        old = superseded_in(counted, self._slots)
        left = [member for member in counted if member not in old]
        sure = [member for member in left if not self._origins.doubtful(member.passage)]
        # nobody can tell whose the others are: they stand for a version, and confirm nobody who has it too
        told = [{*version} for version in draft.versions if {*version}.intersection(sure)]
        return tuple(m for m in left if m in sure or not any(m in version for version in told))

    def _same_word(self, draft: Draft) -> tuple[Member, ...]:
        """The members that carry what is shown, and those that have the speaker say it in other words."""
        carrying = draft.carrying()
        shown = draft.shown.values()
        return tuple(m for m in draft.members() if m in carrying or any(self._said_too(s, m) for s in shown))

    def _said_too(self, shown: Member, member: Member) -> bool:
        here, there = self._slots[shown.sentence], self._slots[member.sentence]
        quotations = [q for s in (here, there) for q in self._quotations.get(s.passage.report, ())]
        return same_saying(shown.passage, here, member.passage, there, quotations)

    def _independent(self, members: Sequence[Member], said: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
        """The voices of each member, a body and its head as one, and as one all who repeat the same words."""
        bodies = [tuple(dict.fromkeys(self._mouths.get(v, v) for v in voices)) for voices in said]
        sentences = [self._slots[m.sentence].passage for m in members]
        words = [words_of(s.words) for s in sentences]
        marked = [
            marked_words(m.passage, s, self._quotations.get(s.report, ()))
            for m, s in zip(members, sentences, strict=True)
        ]
        pairs = combinations(range(len(members)), 2)
        alike = [(a, b) for a, b in pairs if repeats(marked[a], words[b]) or repeats(marked[b], words[a])]
        return one_mouth(bodies, alike, UNKNOWN)

    def _said(self, members: Sequence[Member]) -> list[tuple[str, ...]]:
        """The voices of each member; of nameless people who may be one, the first in this point stands for all."""
        first: dict[str, str] = {}
        said = map(self._voices, members)
        return [tuple(dict.fromkeys(first.setdefault(self._nameless.get(v, v), v) for v in vs)) for vs in said]

    def _voices(self, member: Member) -> tuple[str, ...]:
        """The speakers in whose words the member stands; "Lupo and her officials" are none beside Lupo."""
        slots = self._slots[member.sentence]
        quotations = self._quotations.get(slots.passage.report, ())
        said = voices_of(
            member.passage, slots.passage, quotations, slots.tokens, self._words.by_word, self._words.telling
        )
        if not said and hearsay(member.passage, slots.tokens, self._words):
            return (UNKNOWN,)
        return tuple(v for v in said if not (self._joint.get(v, frozenset()) - {v}).intersection(said))

    def _statements(self, draft: Draft, counted: frozenset[Member]) -> tuple[Statement, ...]:
        """The statements, version by version, in order of reports and text."""
        found = []
        for number, version in enumerate(draft.versions):
            for member in sorted(version, key=lambda m: (m.sentence, m.passage)):
                found.append(
                    Statement(
                        passage=member.passage,
                        version=_version_id(number),
                        quotation=self._quotation(member.passage),
                        figure=member.figure.id if member.figure else None,
                        origin=self._origins.origin(member.passage),
                        counts=member in counted,
                    )
                )
        return tuple(found)

    def _quotation(self, passage: Passage) -> str | None:
        """The quotation whose content shares most letters with the passage, None where none does.

        A question that nobody is named for comes last: "Asked whether the dam was safe, Horn said no" is Horn's.
        """
        best: tuple[bool, int] = (False, 0)
        found = None
        for quotation in self._quotations.get(passage.report, ()):
            shared = sum(max(0, min(c.end, passage.end) - max(c.start, passage.start)) for c in quotation.content)
            answers = quotation.source is not None or quotation.stance is not Stance.ASKS
            if shared and (answers, shared) > best:
                best, found = (answers, shared), quotation.id
        return found

    def _versions(self, draft: Draft) -> tuple[Version, ...]:
        """The versions with their value and the times between which they were told."""
        shown = values(draft)
        found = []
        for number, version in enumerate(draft.versions):
            first, last = self._told.span(self._slots[m.sentence] for m in version)
            found.append(Version(_version_id(number), shown.get(number), first, last))
        return tuple(found)


def _version_id(number: int) -> str:
    """`a`, `b` … `z`, `a1`, `b1` …"""
    turn, letter = divmod(number, 26)
    return chr(ord("a") + letter) + (str(turn) if turn else "")


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
