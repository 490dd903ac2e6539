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
    found = tuple(drafts)
    pages = _once([draft for draft in found if isinstance(draft, Draft)])
    ids = _final_ids(list(pages.values()))
    for draft in found:
        if isinstance(draft, Issue):
            yield draft
            continue
        kept, name = pages[_identity(draft)], ids[_identity(draft)]
        if draft is not kept:
            yield issue("duplicate-page", draft.place, f"is the same page as {kept.place}; counted once")
            continue
        for note in draft.notes:
            yield replace(note, report=name)
        if draft.given and name != draft.wish:
            cause = f"its id {draft.wish} is another page's too; it is called {name}"
            yield replace(issue("duplicate-id", draft.place, cause), report=name)
        yield replace(draft.page, id=name)


def _identity(draft: Draft) -> tuple[str, str]:
    """What makes two pages the very same: what they are called and all that they say."""
    return draft.wish, content_hash(draft.page, 64)


def _once(drafts: Sequence[Draft]) -> dict[tuple[str, str], Draft]:
    """One draft for each page: of several, the one whose file's name sorts first."""
    kept: dict[tuple[str, str], Draft] = {}
    for draft in drafts:
        key = _identity(draft)
        if key not in kept or (not draft.given, draft.place) < (not kept[key].given, kept[key].place):
            kept[key] = draft
    return kept


def _final_ids(drafts: Sequence[Draft]) -> dict[tuple[str, str], str]:
    """The final id of every page, by its identity."""
    own = [draft for draft in drafts if draft.given]
    made = [draft for draft in drafts if not draft.given]
    taken: set[str] = set()
    ids: dict[tuple[str, str], str] = {}
    for group in (own, made):
        wishes: defaultdict[str, list[Draft]] = defaultdict(list)
        for draft in group:
            wishes[draft.wish].append(draft)
        alone = {wish for wish, those in wishes.items() if len(those) == 1 and wish not in taken}
        taken |= alone
        for wish in sorted(wishes):
            for draft in sorted(wishes[wish], key=_identity):
                ids[_identity(draft)] = wish if wish in alone else _lengthened(draft, taken)
    return ids


def _lengthened(draft: Draft, taken: set[str]) -> str:
    """The wish with as much of the hash as makes it unique; adds it to `taken`."""
    full = content_hash(draft.page, 64)
    name = next(name for n in range(8, 65) if (name := f"{draft.wish}-{full[:n]}") not in taken)
    taken.add(name)
    return name
