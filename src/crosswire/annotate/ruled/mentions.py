"""The names among the sources of quotations, as mentions: whom an actor can be made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosswire.lexicons.speech import Speech
from crosswire.model.annotation import Mention, MentionKind, Quotation, Sentence, SpeakerClass
from crosswire.model.report import Report


def mentions_of(
    report: Report, quotations: Iterable[Quotation], sentences: Sequence[Sentence], speech: Speech | None
) -> tuple[Mention, ...]:
    """A mention for every source that names a person, in order of the text: "Bürgermeisterin Ada Lund".

    A surname alone counts where another source of the report has the full name, or a title stands before it.
    """
    named = [
        (q.source, q.speaker_class_words)
        for q in quotations
        if q.source and q.speaker_class_words and q.speaker_class is SpeakerClass.NAMED
    ]
    full = {name.words.split()[-1] for _, name in named if " " in name.words}
    found: dict[int, Mention] = {}
    for source, name in named:
        title = report.text[source.start : name.start].strip() or None
        words = name.words.split()
        if words[0].lower() in (speech.determiners if speech else ()) or not (
            len(words) > 1 or title or words[-1] in full
        ):
            continue
        sentence = next((n for n, s in enumerate(sentences) if s.start <= name.start < s.end), 0)
        passage = report.passage(source.start if title else name.start, name.end)
        found.setdefault(name.start, Mention(passage, MentionKind.PERSON, name.words, title, sentence))
    return tuple(found[start] for start in sorted(found))
