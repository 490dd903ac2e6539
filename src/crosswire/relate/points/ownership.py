"""Which origins have one owner: told beside a point, and never a reason to count them as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from crosswire.model.relation import Origin
from crosswire.relate.points.versions import listed


def one_owner(ids: Sequence[str], origins: Iterable[Origin]) -> tuple[str, ...]:
    """A sentence for each owner of several of the origins: "The Sun and The Times of London have one owner: …"."""
    owned: defaultdict[str, list[str]] = defaultdict(list)
    for origin in origins:
        if origin.id in ids and origin.owner:
            owned[origin.owner].append(origin.name)
    return tuple(f"{listed(names)} have one owner: {owner}" for owner, names in sorted(owned.items()) if len(names) > 1)
