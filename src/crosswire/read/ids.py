"""The ids of a run's pages: unique, the user's own unchanged, and the same in whatever order the pages came."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.read.source import issue


@dataclass(frozen=True, slots=True)
class Draft:
    """A page whose id is not final, and its `place` in the input (`rows.jsonl:17`).

    `given`: the page's id is the user's own; else `stem` is what to call it.
    `notes` are issues that don't keep the page from being used; they get its final id.
    """

    page: Page
    place: str
    stem: str
    given: bool = False
    notes: tuple[Issue, ...] = ()

    @property
    def wish(self) -> str:
        """The id it gets when no other page of the run wants the same."""
        return self.page.id if self.given else self.stem


def content_hash(page: Page, length: int = 8) -> str:
    """A short hash of what the page says and says of itself, not of its file or place in the input."""
    told = (page.body, page.url, page.publisher, page.published_at, page.title)
    return hashlib.sha256("\x1f".join(part or "" for part in told).encode()).hexdigest()[:length]


def with_ids(drafts: Iterable[Draft | Issue]) -> Iterator[Page | Issue]:
    """The pages in order with their final ids, and the issues; the very same page given again is an issue.

    An issue with a `report` is about a page that is used all the same; one without stands for a page that is not.

    Pages that wish for the same id all get a piece of their content's hash behind it, so that which of them came
    first does not show. A user's own id gives way only to the same id of another of the user's pages.
    """
    found = tuple(_Known.of(draft) if isinstance(draft, Draft) else draft for draft in drafts)
    pages = _once([item for item in found if isinstance(item, _Known)])
    ids = _final_ids(list(pages.values()))
    for item in found:
        if isinstance(item, Issue):
            yield item
            continue
        draft, kept, name = item.draft, pages[item.identity], ids[item.identity]
        if item is not kept:
            cause = f"is the same page as {kept.draft.place}; counted once"
            yield issue("duplicate-page", draft.place, cause)
            continue
        for note in draft.notes:
            yield replace(note, report=name)
        if draft.given and name != draft.wish:
            cause = f"its id {draft.wish} is another page's too; it is called {name}"
            yield replace(issue("duplicate-id", draft.place, cause), report=name)
        yield replace(draft.page, id=name)


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """A draft and what makes two pages the very same: what they are called and all that they say, hashed once."""

    draft: Draft
    identity: tuple[str, str]

    @classmethod
    def of(cls, draft: Draft) -> _Known:
        return cls(draft, (draft.wish, content_hash(draft.page, 64)))


def _once(those: Sequence[_Known]) -> dict[tuple[str, str], _Known]:
    """One draft for each page: of several, the one whose file's name sorts first."""
    kept: dict[tuple[str, str], _Known] = {}
    for known in those:
        other = kept.get(known.identity)
        if other is None or _precedence(known.draft) < _precedence(other.draft):
            kept[known.identity] = known
    return kept


def _precedence(draft: Draft) -> tuple[bool, str]:
    return not draft.given, draft.place


def _final_ids(those: Sequence[_Known]) -> dict[tuple[str, str], str]:
    """The final id of every page, by its identity."""
    taken: set[str] = set()
    ids: dict[tuple[str, str], str] = {}
    for given in (True, False):
        wishes: defaultdict[str, list[_Known]] = defaultdict(list)
        for known in those:
            if known.draft.given is given:
                wishes[known.draft.wish].append(known)
        alone = {wish for wish, same in wishes.items() if len(same) == 1 and wish not in taken}
        taken |= alone
        for wish in sorted(wishes):
            for known in sorted(wishes[wish], key=lambda known: known.identity):
                ids[known.identity] = wish if wish in alone else _lengthened(known.identity, taken)
    return ids


def _lengthened(identity: tuple[str, str], taken: set[str]) -> str:
    """The wish with as much of the hash as makes it unique; adds it to `taken`."""
    wish, full = identity
    name = next(name for n in range(8, 65) if (name := f"{wish}-{full[:n]}") not in taken)
    taken.add(name)
    return name
