"""How well a pair of numbers, killed and injured, agrees with what the reports tell: the features of the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from crosswire.relate.tolls.evidence import Evidence
from crosswire.relate.tolls.people import Someone

Pair = tuple[int, int]
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

    def _share(self, test: Iterable[bool | None]) -> tuple[float, float]:
        """The share of reports for which the test holds and for which it fails, of those it can be asked of."""
        asked = [t for t in test if t is not None]
        return (sum(asked) / len(asked), 1 - sum(asked) / len(asked)) if asked else (0.0, 0.0)

    def _single(self, what: str, n: int) -> Iterator[tuple[str, float]]:
        reports = self._reports
        yield f"{what}.{min(n, 2)}", 1.0
        for place in ("headline", "lead", "told"):
            numbers = [getattr(each, place)[what] for each in reports]
            fit, unfit = self._share(n in given if given else None for given in numbers)
            yield f"{what}.{place}.fit", fit
            yield f"{what}.{place}.unfit", unfit
            yield f"{what}.{place}.fit2", fit * (n > 1)
            larger = self._share(max(given) > max(n, 1) if given else None for given in numbers)[0]
            yield f"{what}.{place}.larger", larger
            yield f"{what}.{place}.most", float(any(numbers) and n == max(max(given) for given in numbers if given))
            latest = next((given for given in reversed(numbers) if given), None)
            if latest:
                yield f"{what}.{place}.latest", float(n in latest) - float(n not in latest)
            yield f"{what}.{place}.none", float(not any(numbers)) * (n == 0)
            yield f"{what}.{place}.over", float(any(numbers)) * (n > max((m for g in numbers for m in g), default=0))
        if n > 0:
            roundup = [each.headline[what] for each in reports if each.several]
            yield f"{what}.several.fit", self._share(n in given if given else None for given in roundup)[0]
            yield f"{what}.several.larger", self._share(max(given) > n if given else None for given in roundup)[0]
        common = [each.number(what) for each in reports]
        fit, unfit = self._share(n == given if given is not None else None for given in common)
        yield f"{what}.common.fit", fit
        yield f"{what}.common.unfit", unfit
        attribute = "killed" if what == "killed" else "hurt"
        counts = [sum(getattr(p, attribute) for p in each.people) for each in reports]
        several = [m for m in counts if m]
        fit, unfit = self._share(n == m for m in several)
        yield f"{what}.people.fit", fit
        yield f"{what}.people.under", self._share(n < m for m in several)[0]
        yield f"{what}.people.over", self._share(n > m for m in several)[0]
        lead = [m for each in reports if (m := each.on_lead(what))]
        yield f"{what}.lead.people.fit", self._share(n == m for m in lead)[0]
        yield f"{what}.lead.people.fit2", self._share(n == m for m in lead)[0] * (n > 1)
        yield f"{what}.lead.people.under", self._share(n < m for m in lead)[0]
        yield f"{what}.lead.people.over", self._share(n > m for m in lead)[0]
        sums = [each.sums[what] for each in reports if each.sums[what]]
        yield f"{what}.sentence.sum", self._share(n in given for given in sums)[0]
        if not any(each.headline[what] or each.told[what] for each in reports):
            yield f"{what}.alone.fit", self._share(n == m for m in several)[0]
            yield f"{what}.alone.under", self._share(n < m for m in several)[0]
            yield f"{what}.alone.over", self._share(n > m for m in several)[0]
            yield f"{what}.alone.lead.fit", self._share(n == m for m in lead)[0]
            yield f"{what}.alone.lead.under", self._share(n < m for m in lead)[0]
        yield f"{what}.people.none", float(not several) * (n == 0)
        yield f"{what}.people.none1", float(not several) * (n == 1)
        whole = sum(getattr(p, attribute) for p in self._people)
        yield f"{what}.story.fit", float(n == whole)
        yield f"{what}.story.under", float(n < whole)
        yield f"{what}.story.over", float(n > whole)
        named = sum(getattr(p, attribute) and any(len(name) > 1 for name in p.names) for p in self._people)
        yield f"{what}.named.fit", float(n == named) * (named > 0)
        yield f"{what}.named.under", float(n < named)
        yield f"{what}.named.over", float(n > named) * (named > 1)
        for sign in ("fatal", "hurt", "own_hand", "nobody_died", "both_ways"):
            share = self._share(getattr(each, sign) for each in reports)[0]
            last = float(getattr(reports[-1], sign)) if reports else 0.0
            yield f"{what}.{sign}.{min(n, 2)}", share
            yield f"{what}.{sign}.last.{min(n, 2)}", last

    def _joint(self, k: int, i: int) -> Iterator[tuple[str, float]]:
        reports = self._reports
        for place in ("headline", "lead", "told"):
            shot = [getattr(each, place)["shot"] for each in reports]
            fit, unfit = self._share(k + i in given if given else None for given in shot)
            yield f"shot.{place}.whole", fit
            yield f"shot.{place}.not", unfit
            yield f"shot.{place}.injured", self._share(i in given if given else None for given in shot)[0] * (k > 0)
            hurt = [getattr(each, place)["injured"] for each in reports]
            yield f"hurt.{place}.whole", self._share(k + i in given if given else None for given in hurt)[0] * (k > 0)
            pairs = [(getattr(each, place)["killed"], getattr(each, place)["injured"]) for each in reports]
            fit, unfit = self._share((k in a and i in b) if a and b else None for a, b in pairs)
            yield f"pair.{place}.fit", fit
            yield f"pair.{place}.unfit", unfit
        fit, unfit = self._share(k + i in each.told["victim"] if each.told["victim"] else None for each in reports)
        yield "victims.whole", fit
        yield "victims.not", unfit
        fit, unfit = self._share(k + i == each.nth if each.nth else None for each in reports)
        yield "nth.whole", fit
        yield "nth.under", self._share(k + i < each.nth if each.nth else None for each in reports)[0]
        yield "nth.killed", self._share(k == each.nth if each.nth else None for each in reports)[0]
        yield (
            "headline.sum",
            self._share(
                k == sum(each.headline["killed"]) if len(each.headline["killed"]) > 1 else None for each in reports
            )[0],
        )
        yield (
            "suspect.plus",
            self._share(
                k in {n + each.suspects_killed for n in each.told["killed"]}
                if each.suspects_killed and each.told["killed"]
                else None
                for each in reports
            )[0],
        )
        yield (
            "suspect.none",
            self._share(
                k in each.told["killed"] if each.suspects_killed and each.told["killed"] else None for each in reports
            )[0],
        )
        harmed = sum(p.killed or p.hurt for p in self._people)
        yield "harmed.fit", float(harmed == k + i)
        yield "harmed.under", float(k + i < harmed)
        yield (
            "others.fit",
            self._share((i in each.others or k + i - 1 in each.others) if each.others else None for each in reports)[0],
        )
        yield (
            "others.sum",
            self._share(
                any(o + sum(p.hurt for p in each.people) == i for o in each.others) if each.others else None
                for each in reports
            )[0],
        )
        yield "moved", self._moved(k, i)

    def _moved(self, k: int, i: int) -> float:
        """One where an earlier report's injured, less who was killed since, are the injured."""
        last = self._reports[-1] if self._reports else None
        for each in self._reports[:-1]:
            before, hurt = each.number("killed") or 0, each.number("injured")
            if hurt is not None and k > before and hurt - (k - before) == i and last is not None:
                return 1.0
        return 0.0
