"""How well a pair of numbers, killed and injured, agrees with what the reports tell: the features of the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import product

from crosswire.relate.tolls.evidence import Evidence
from crosswire.relate.tolls.people import Someone

Pair = tuple[int, int]
PLACES = ("headline", "lead", "told")
MOST = 12  # numbers of one kind that are weighed


def candidates(reports: Sequence[Evidence], people: Sequence[Someone]) -> tuple[Pair, ...]:
    """The pairs that something in the reports speaks for, none killed and none injured among them."""
    told = {what: _commonest(reports, what) for what in ("killed", "injured", "shot", "victim")}
    dead, hurt = {0, sum(p.killed for p in people)}, {0, sum(p.hurt for p in people)}
    others = Counter(n for each in reports for n in each.others)
    for each in reports[-MOST:]:
        n_dead, n_hurt = sum(p.killed for p in each.people), sum(p.hurt for p in each.people)
        dead.update((n_dead, sum(each.headline["killed"])))
        hurt.update((n_hurt, n_hurt + n_dead, *(n + n_hurt for n in each.others), *each.sums["injured"]))
        dead.update(each.sums["killed"])
    for n, _ in others.most_common(MOST):
        hurt.update((n, n + 1))
        dead.add(n + 1)
    dead |= told["killed"] | {n + m for n in told["killed"] for m in (1, 2)}
    hurt |= told["injured"] | told["shot"]
    if any(each.fatal for each in reports):
        dead.add(1)
    if any(each.both_ways for each in reports):
        dead.add(2)
    if any(each.hurt for each in reports):
        hurt.add(1)
    pairs = set(product(dead, hurt)) | {(k + n, max(0, i - n)) for k in dead for i in hurt for n in (1, 2)}
    wholes = told["shot"] | told["injured"] | told["victim"] | {each.nth for each in reports}
    for k, whole in product(dead, wholes):
        pairs |= {(k, max(0, whole - k)), (max(0, whole - k), k)}
    return tuple(sorted(pairs))


def only_one(reports: Sequence[Evidence], people: Sequence[Someone]) -> bool:
    """True where reports tell no number over one and one person only: hurt in one and dead in the next, still one.

    Of a single report it is not known: what it tells beside that person may be in no grammar.
    """
    counts = [n for each in reports for given in (*each.headline.values(), *each.told.values()) for n in given]
    counts += [n for each in reports for n in (each.nth, *each.others)]
    return len(reports) > 1 and max(counts, default=0) <= 1 and sum(p.killed or p.hurt for p in people) == 1


def many_dead(reports: Sequence[Evidence]) -> bool:
    """True where most reports count their dead on top, each two or more: then one dead is no answer."""
    given = [n for each in reports if (n := (*each.headline["killed"], *each.lead["killed"]))]
    return 2 * len(given) > len(reports) and all(min(numbers) > 1 for numbers in given)


def _commonest(reports: Sequence[Evidence], what: str) -> set[int]:
    """The numbers that most reports give, of as many the smaller; so many only that the pairs stay few."""
    counts = Counter(n for each in reports for n in {*each.headline[what], *each.told[what]})
    return set(sorted(counts, key=lambda n: (-counts[n], n))[:MOST])


class Weigher:
    """The features of the pairs of one story; reports in order of time."""

    def __init__(self, reports: Sequence[Evidence], people: Sequence[Someone]) -> None:
        self._reports, self._people = reports, people

    def rows(self, pairs: Sequence[Pair]) -> list[dict[str, float]]:
        """The features of each pair."""
        return [dict(self._features(*pair)) for pair in pairs]

    def _features(self, k: int, i: int) -> Iterator[tuple[str, float]]:
        yield from self._single("killed", k)
        yield from self._single("injured", i)
        yield from self._joint(k, i)

    def _single(self, what: str, n: int) -> Iterator[tuple[str, float]]:
        """What speaks for a number of killed, or of injured."""
        reports = self._reports
        yield f"{what}.{min(n, 2)}", 1.0
        for place in PLACES:
            yield from self._by_place(f"{what}.{place}", n, [getattr(each, place)[what] for each in reports])
        if n > 0:
            roundup = [given for each in reports if each.several and (given := each.headline[what])]
            yield f"{what}.several.fit", _share(n in given for given in roundup)
            yield f"{what}.several.larger", _share(max(given) > n for given in roundup)
        yield from _fits(
            f"{what}.common", (n == m for each in reports if (m := each.number(what)) is not None), "unfit"
        )
        yield f"{what}.sentence.sum", _share(n in each.sums[what] for each in reports if each.sums[what])
        yield from self._by_people(what, n)
        for sign in ("fatal", "hurt", "own_hand", "nobody_died", "both_ways"):
            yield f"{what}.{sign}.{min(n, 2)}", _share(getattr(each, sign) for each in reports)
            yield f"{what}.{sign}.last.{min(n, 2)}", float(getattr(reports[-1], sign)) if reports else 0.0

    def _by_place(self, name: str, n: int, told: Sequence[Collection[int]]) -> Iterator[tuple[str, float]]:
        """What the numbers say that the reports tell in one place."""
        numbers = [given for given in told if given]
        yield from _fits(name, (n in given for given in numbers), "unfit")
        yield f"{name}.fit2", _share(n in given for given in numbers) * (n > 1)
        yield f"{name}.larger", _share(max(given) > max(n, 1) for given in numbers)
        yield f"{name}.most", float(bool(numbers) and n == max(map(max, numbers)))
        if numbers:
            yield f"{name}.latest", float(n in numbers[-1]) - float(n not in numbers[-1])
        yield f"{name}.none", float(not numbers) * (n == 0)
        yield f"{name}.over", float(bool(numbers)) * (n > max((m for given in numbers for m in given), default=0))

    def _by_people(self, what: str, n: int) -> Iterator[tuple[str, float]]:
        """What the people say of whom the reports tell one by one."""
        reports, attribute = self._reports, "killed" if what == "killed" else "hurt"
        several = [m for each in reports if (m := sum(getattr(p, attribute) for p in each.people))]
        lead = [m for each in reports if (m := each.on_lead(what))]
        yield from _beside(f"{what}.people", n, several)
        yield from _beside(f"{what}.lead.people", n, lead)
        yield f"{what}.lead.people.fit2", _share(n == m for m in lead) * (n > 1)
        if not any(each.headline[what] or each.told[what] for each in reports):
            yield from _beside(f"{what}.alone", n, several)
            yield f"{what}.alone.lead.fit", _share(n == m for m in lead)
            yield f"{what}.alone.lead.under", _share(n < m for m in lead)
        yield f"{what}.people.none", float(not several) * (n == 0)
        yield f"{what}.people.none1", float(not several) * (n == 1)
        yield from _beside(f"{what}.story", n, [sum(getattr(p, attribute) for p in self._people)])
        named = sum(getattr(p, attribute) and any(len(name) > 1 for name in p.names) for p in self._people)
        yield f"{what}.named.fit", float(n == named) * (named > 0)
        yield f"{what}.named.under", float(n < named)
        yield f"{what}.named.over", float(n > named) * (named > 1)

    def _joint(self, k: int, i: int) -> Iterator[tuple[str, float]]:
        """What speaks for both numbers together."""
        reports = self._reports
        for place in PLACES:
            told = [getattr(each, place) for each in reports]
            shot = [each["shot"] for each in told if each["shot"]]
            yield from _fits(f"shot.{place}", (k + i in given for given in shot), "not", "whole")
            yield f"shot.{place}.injured", _share(i in given for given in shot) * (k > 0)
            yield f"hurt.{place}.whole", _share(k + i in t["injured"] for t in told if t["injured"]) * (k > 0)
            pairs = [(t["killed"], t["injured"]) for t in told if t["killed"] and t["injured"]]
            yield from _fits(f"pair.{place}", (k in a and i in b for a, b in pairs), "unfit")
        victims = [each.told["victim"] for each in reports if each.told["victim"]]
        yield from _fits("victims", (k + i in given for given in victims), "not", "whole")
        nth = [each.nth for each in reports if each.nth]
        yield "nth.whole", _share(k + i == n for n in nth)
        yield "nth.under", _share(k + i < n for n in nth)
        yield "nth.killed", _share(k == n for n in nth)
        headlines = [each.headline["killed"] for each in reports]
        yield "headline.sum", _share(k == sum(given) for given in headlines if len(given) > 1)
        suspects = [(each.suspects_killed, each.told["killed"]) for each in reports]
        suspects = [(dead, given) for dead, given in suspects if dead and given]
        yield "suspect.plus", _share(k in {n + dead for n in given} for dead, given in suspects)
        yield "suspect.none", _share(k in given for _, given in suspects)
        harmed = sum(p.killed or p.hurt for p in self._people)
        yield "harmed.fit", float(harmed == k + i)
        yield "harmed.under", float(k + i < harmed)
        others = [each for each in reports if each.others]
        yield "others.fit", _share(i in each.others or k + i - 1 in each.others for each in others)
        yield "others.sum", _share(any(o + sum(p.hurt for p in e.people) == i for o in e.others) for e in others)
        yield "moved", self._moved(k, i)

    def _moved(self, k: int, i: int) -> float:
        """One where an earlier report's injured, less who was killed since, are the injured."""
        last = self._reports[-1] if self._reports else None
        for each in self._reports[:-1]:
            before, hurt = each.number("killed") or 0, each.number("injured")
            if hurt is not None and k > before and hurt - (k - before) == i and last is not None:
                return 1.0
        return 0.0


def _share(tests: Iterable[bool]) -> float:
    """The share of tests that hold, of those that are made; 0 where there is none."""
    asked = list(tests)
    return sum(asked) / len(asked) if asked else 0.0


def _fits(name: str, tests: Iterable[bool], no: str, yes: str = "fit") -> Iterator[tuple[str, float]]:
    """The share of tests that hold and of those that fail, 0 both where there is none."""
    asked = list(tests)
    yield f"{name}.{yes}", _share(asked)
    yield f"{name}.{no}", 1 - _share(asked) if asked else 0.0


def _beside(name: str, n: int, numbers: Sequence[int]) -> Iterator[tuple[str, float]]:
    """The share of numbers that `n` is, that it is under, and that it is over."""
    yield f"{name}.fit", _share(n == m for m in numbers)
    yield f"{name}.under", _share(n < m for m in numbers)
    yield f"{name}.over", _share(n > m for m in numbers)
