"""Utterances: acts of speech, each as its reports render it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crosswire.model.annotation import Quotation
from crosswire.model.relation import Rendering, Utterance
from crosswire.model.report import Report


def find_utterances(
    reports: Sequence[Report], quotations: Sequence[Quotation]
) -> tuple[tuple[Utterance, ...], tuple[Quotation, ...]]:
    """The story's utterances, and the quotations with `utterance` set."""
    made = tuple(Utterance(f"u{n}", (q.id,), Rendering.SINGLE, q.speaker) for n, q in enumerate(quotations, start=1))
    return made, tuple(replace(q, utterance=u.id) for q, u in zip(quotations, made, strict=True))
