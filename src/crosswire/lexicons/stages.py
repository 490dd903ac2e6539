"""The words that tell how far a matter has come: sought, held, charged, not named yet."""

from __future__ import annotations

from dataclasses import dataclass

from crosswire.lexicons.tables import at


@dataclass(frozen=True, slots=True, kw_only=True)
class StageWords:
    """The lexicon `stages.toml`. All words are lemmas in lower case."""

    suspects: frozenset[str] = at("people.suspects")
    victims: frozenset[str] = at("people.victims")
    anybody: frozenset[str] = at("people.anybody")
    women: frozenset[str] = at("people.women")
    men: frozenset[str] = at("people.men")
    held_of: frozenset[str] = at("held.of")  # "arrested": of its object
    held_by: frozenset[str] = at("held.by")  # "surrendered": of its subject
    held_states: frozenset[str] = at("held.states")  # "in custody"
    held_nouns: frozenset[str] = at("held.nouns")  # "the arrest of"
    kept: frozenset[str] = at("kept.verbs")  # "is being held without bail"
    kept_with: frozenset[str] = at("kept.with")
    sought_for: frozenset[str] = at("sought.for")  # "looking for"
    sought_of: frozenset[str] = at("sought.of")  # "is wanted"
    sought_find: frozenset[str] = at("sought.find")  # "attempts to find him"
    sought_states: frozenset[str] = at("sought.states")  # "at large"
    charged_of: frozenset[str] = at("charged.of")
    charged_nouns: frozenset[str] = at("charged.nouns")
    charged_with: frozenset[str] = at("charged.with")  # "faces charges"
    unnamed_things: frozenset[str] = at("unnamed.things")
    unnamed_verbs: frozenset[str] = at("unnamed.verbs")
    unnamed_withheld: frozenset[str] = at("unnamed.withheld")
    unnamed_adjectives: frozenset[str] = at("unnamed.adjectives")
    condition: frozenset[str] = at("condition.nouns")
    grave: frozenset[str] = at("condition.grave")
    good: frozenset[str] = at("condition.good")
    dead: frozenset[str] = at("condition.dead")
    unknown: frozenset[str] = at("condition.unknown")
    hospitals: frozenset[str] = at("recovery.hospitals")  # "released from the hospital"
    let_go: frozenset[str] = at("recovery.let_go")
    mends: frozenset[str] = at("recovery.mends")  # "expected to survive"
    gravely: frozenset[str] = at("recovery.gravely")  # "critically wounded"
    hurts: frozenset[str] = at("recovery.hurts")
    sentenced_of: frozenset[str] = at("court.sentenced")
    convicted_of: frozenset[str] = at("court.convicted")
    cleared_of: frozenset[str] = at("court.cleared")
    dropped: frozenset[str] = at("court.dropped")  # "dismissed the charges"
    elsewhere: frozenset[str] = at("elsewhere.words")  # "an unrelated charge"
    everybody: frozenset[str] = at("people.everybody")  # "the other victims"
    holding: frozenset[str] = at("held.holding")  # "is in custody", "was put behind bars"
    further: frozenset[str] = at("charged.further")  # "more charges"
    coming: frozenset[str] = at("mood.coming")
    maybe: frozenset[str] = at("mood.maybe")
    planned: frozenset[str] = at("mood.planned")
    thought: frozenset[str] = at("mood.thought")  # "doubts that"
    leading: frozenset[str] = at("mood.leading")  # "leading to the arrest of"
    past: frozenset[str] = at("past.words")
    past_events: frozenset[str] = at("past.events")
    telling: frozenset[str] = at("telling.verbs")  # "did not release the name"
    saying: frozenset[str] = at("telling.saying")
    done_to: frozenset[str] = at("harm.done_to")
    dying: frozenset[str] = at("harm.dying")
    deaths: frozenset[str] = at("harm.deaths")  # "the murder of"
    killing: frozenset[str] = at("harm.killing")
    shot: frozenset[str] = at("harm.shot")
    deadly: frozenset[str] = at("harm.deadly")  # "shot dead"
    injuries: frozenset[str] = at("harm.injuries")
    fatal: frozenset[str] = at("harm.fatal")  # any word of a death
    tried: frozenset[str] = at("harm.tried")  # "attempted murder"
