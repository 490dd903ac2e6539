"""Members of a point that ask what its other members tell."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.relation import PointKind, PointRelation
from crosswire.relate.points.passages import part
from crosswire.relate.points.settled import settled
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.tellers import Tellers
from crosswire.relate.points.versions import Draft, Member, Told
from point_stories import all_slots

QUESTION = "It is not clear whether Captain Hale survived the fire on the ferry."
ANSWER = "Captain Hale survived the fire on the ferry."


@pytest.mark.parametrize("day", ["2031-03-05", "2031-03-03"])
def test_what_the_members_were_to_say_together_stands_for_no_side(day: str) -> None:
    hood = Neighbourhood(all_slots(QUESTION, QUESTION, ANSWER), {})
    links = {(a, b): 0.9 for b in range(3) for a in range(b)}
    tellers = Tellers(hood, links, load_lexicons().points)
    asked = [part(s, s.foci[-1].start, s.foci[-1].end) for s in hood.slots[:2]]
    members = tuple(Member(n, p) for n, p in enumerate([*asked, hood.slots[2].passage]))
    draft = Draft(
        PointKind.OCCURRENCE, PointRelation.SAME, (members,), (), shown={0: members[2]}, counted=frozenset({2})
    )
    found = settled(draft, tellers, Told(["2031-03-04", "2031-03-04", day], ["A", "B", "C"]))
    assert found is not None
    assert all(member in found.versions[n] for n, member in found.shown.items())
    assert {m.sentence for m in found.carrying()} >= {0, 1}
