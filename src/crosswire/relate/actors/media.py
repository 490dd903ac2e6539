"""Which actors are papers, channels and agencies, and which of them a report cited last."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from crosswire.model.relation import ActorKind
from crosswire.relate.actors.candidates import Candidate, Cast
from crosswire.relate.actors.pronouns import Heard


class Media:
    """The media of a story: by the lexicons, by their names, and because they publish its reports or are credited."""

    def __init__(self, cast: Cast, houses: Collection[str]) -> None:
        self._cast, self._houses = cast, houses

    def is_cited(self, candidate: Candidate) -> bool:
        """True for a paper, channel or agency by its name, its description, or because it publishes or is credited."""
        lexicons, name = self._cast.lexicons, candidate.name
        words = name.lower().split(" in ")[0].split()
        if candidate.kind is ActorKind.PERSON or not words:
            return False
        if not candidate.key.startswith("organisation:"):
            nouns = (lexicons.speakers.media | {"affiliate"}) - lexicons.speakers.document - {"agency"}
            return words[-1] in nouns
        known = bool(lexicons.outlets.find(name) or lexicons.agencies.find(name))
        last, first = (lexicons.descriptions.mastheads[place] for place in ("last", "first"))
        return known or name in self._houses or words[-1] in last or words[0] in first

    def latest(self, heard: Sequence[Heard]) -> Candidate | None:
        """The organisation whose report was cited last: "the newspaper" after "reported the Tarn Courier"."""
        bodies = [h for h in reversed(heard) if h.key.startswith("organisation:")]
        cited = [h.key for h in bodies if h.source or h.reporting]
        known = [h.key for h in bodies if self._is_medium(self._cast.candidates[h.key])]
        return next((self._cast.candidates[key] for key in (*cited, *known)), None)

    def _is_medium(self, candidate: Candidate) -> bool:
        """True for an organisation named like a paper or quoted before in the story."""
        lexicons, last = self._cast.lexicons, candidate.name.split()[-1].lower()
        named = last in lexicons.descriptions.mastheads["last"] or last in lexicons.speakers.media
        return candidate.quotations > 0 or named
