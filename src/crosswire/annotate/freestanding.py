"""Stretches between marks that are sentences of their own: more of the quotation before them, or one without a cue."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from crosswire.annotate.attribution import Attribution
from crosswire.annotate.features import Setting
from crosswire.annotate.grammar import SUBJECTS, Grammar, span_of
from crosswire.annotate.marks import Marked, touching
from crosswire.lexicons.cues import CueLexicon
from crosswire.model.annotation import Stance

# The end of a sentence, or of a line, right before a stretch.
SENTENCE_END = re.compile(r"(?:[.?!…:][\"'”’)\]]*\s*|\n\s*)\Z")
# Words that a stretch between marks needs before it counts as speech on its own: less is a title or a nickname.
FEWEST_WORDS = 3
# And before it counts as a quotation where nobody is said to speak: less may be a name or a motto.
FEWEST_ALONE = 6
# Sentences before a stretch, and after its beginning, in which the words that introduce or follow it may stand.
BACK = 6
# Who only thinks in the sentence before a stretch need not be who speaks in it.
THINKING = frozenset({"think", "believe", "feel", "know", "hope", "want", "wish", "remember", "expect"})
# Tokens between a stretch and the verb that may introduce it or follow it.
NEAR = 8


def followed(
    found: Sequence[Attribution], marked: Sequence[Marked], around: Sequence[Setting], cues: CueLexicon, text: str
) -> list[Attribution]:
    """The attributions with the free-standing stretches that follow them, in order; then those that stand alone.

    “One,” he said. “Two.”: the second is his too, and so is a paragraph of marks alone right after.
    """
    outer = [m for m in marked if m.depth == 0]
    taken = {m for a in found for start, end in a.content for m in touching(outer, start + 1, end - 1)}
    alone: list[Attribution] = []
    result = sorted(found, key=lambda a: (a.sentence, a.head))
    places = [a.sentence for a in result]
    last: int | None = None
    for m in outer:
        if not around or m in taken or not _stands_free(m, text):
            continue
        here = bisect_right(around, m.inner_start, key=_end)
        near = range(bisect_left(places, here - BACK), bisect_right(places, here))
        at = _before(result, [*near, *([] if last is None else [last])], m, outer, around, text)
        if alone and not any(c.isalnum() for c in text[alone[-1].content[-1][1] : m.start]):
            alone[-1] = replace(alone[-1], content=(*alone[-1].content, (m.start, m.end)))
        elif at is not None:
            last = at
            result[at] = replace(result[at], content=(*result[at].content, (m.start, m.end)))
        elif len(text[m.start : m.end].split()) >= FEWEST_ALONE:
            alone.append(
                _said_beside(m, here, around, cues) or _alone([result[n] for n in near], m, here, around, text)
            )
    return [*result, *alone]


def _stands_free(m: Marked, text: str) -> bool:
    """True when the stretch is sentences of its own: it begins where a sentence may, and is no mere title or label."""
    opens = m.start == 0 or SENTENCE_END.search(text, max(0, m.start - 12), m.start) is not None
    return opens and len(text[m.start : m.end].split()) >= FEWEST_WORDS


def _before(
    found: Sequence[Attribution],
    near: Sequence[int],
    m: Marked,
    outer: Sequence[Marked],
    around: Sequence[Setting],
    text: str,
) -> int | None:
    """Which of the attributions `near` has marks and goes on with the stretch `m`, None if there is none.

    Nothing but marks and white space stands between the sentence of the cue, or the content so far, and `m`.
    """
    for n in sorted(near, key=lambda n: found[n].head, reverse=True):
        a = found[n]
        end = max(a.content[-1][1], a.head, min(_end(around[a.sentence]), m.start))
        if end > m.start or any(c.isalnum() for c in text[end : m.start]):
            continue
        if any(s <= k.start and k.end <= e for s, e in a.content for k in touching(outer, s, e)):
            return n
    return None


def _end(setting: Setting) -> int:
    return setting.grammar.sentence.end


def _said_beside(m: Marked, here: int, around: Sequence[Setting], cues: CueLexicon) -> Attribution | None:
    """The stretch with the verb of saying and its subject in the same sentence, where the model saw no cue there."""
    for number in range(max(0, here - 1), min(len(around), here + BACK)):
        setting = around[number]
        g = setting.grammar
        if g.sentence.end <= m.inner_start or g.sentence.start >= m.end + 2:
            continue
        inside = [n for n, t in enumerate(g.tokens) if m.start <= t.start < m.end]
        for n in range(len(g.tokens)):
            away = min((abs(n - k) for k in inside), default=NEAR + 1)
            if 0 < away <= NEAR and setting.marks[n] == 0 and _says(g, n, cues):
                subject = g.child(n, *SUBJECTS)
                if subject is not None and setting.marks[subject] == 0:
                    token = g.tokens[n]
                    cue, source = (token.start, token.end), span_of(g, subject)
                    return Attribution(number, cue, source, ((m.start, m.end),), token.lemma, token.start, n)
    return None


def _says(g: Grammar, n: int, cues: CueLexicon) -> bool:
    """True for a verb that may stand beside a quotation."""
    cue = cues.verbs.get(g.tokens[n].lemma) if g.tokens[n].pos == "VERB" else None
    return cue is not None and cue.stance in (Stance.ASSERTS, Stance.ASKS, Stance.AGREES, Stance.WARNS)


def _alone(found: Sequence[Attribution], m: Marked, here: int, around: Sequence[Setting], text: str) -> Attribution:
    """The stretch as a quotation without a cue, by whoever speaks in the sentence right before it.

    "Maren praised the divers. “They went down twice in the dark.”" Where nobody does, its source is not known.
    """
    source = None
    for a in found:
        end = min(_end(around[a.sentence]), m.start)
        if (
            a.source
            and a.lemma not in THINKING
            and a.head < m.start
            and not any(c.isalnum() for c in text[end : m.start])
        ):
            source = a.source
    return Attribution(min(here, len(around) - 1), None, source, ((m.start, m.end),), head=m.start)
