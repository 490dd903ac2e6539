"""Every quotation of a report in a language without a parser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crosswire.annotate.attribution import Span
from crosswire.annotate.kinds import kind_of_content, verbatim_parts
from crosswire.annotate.marks import Marked
from crosswire.annotate.ruled.classes import class_of
from crosswire.annotate.ruled.content import Contents
from crosswire.annotate.ruled.cues import Cue, Cues, words_of
from crosswire.annotate.ruled.phrases import Phrases
from crosswire.annotate.ruled.pieces import Kind, Line, Piece
from crosswire.lexicons.speech import Speech
from crosswire.model.annotation import Quotation, SpeakerClass, Stance
from crosswire.model.report import Report

# Words that a stretch needs to go on with a quotation, and to be one without a cue: less may be a title or a motto.
FEWEST_ON = 2
FEWEST_ALONE = 6
# No sentence has so many pieces: what has is a table or a torn page. Its marks are read and its cues are not.
LONGEST_LINE = 400
# Attributions back among which one may hold a stretch: those of the line and of the one before.
LATEST = 60
# Words that a sentence in the subjunctive needs to go on with a quotation.
FEWEST_REPORTED = 3


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution: its line, its spans in the text, its stance; `last` is the line in which its content ends."""

    line: int
    cue: Span | None
    source: Span | None
    content: tuple[Span, ...]
    stance: Stance
    last: int


def quotations_of(
    report: Report, lines: Sequence[Line], outer: Sequence[Marked], speech: Speech | None
) -> tuple[Quotation, ...]:
    """The report's quotations in order of the text; without `speech` only what stands between marks."""
    found: list[Said] = []
    for number, line in enumerate(lines):
        read = speech if len(line.pieces) <= LONGEST_LINE else None
        here = _said(line, number, read) if read else []
        if read and speech and not here:
            here = _pointing(lines, number, found, speech) or _after_colon(line, number, report, speech)
            taken = {span for said in here for span in said.content}
            if taken:
                found = [said for said in found if said.cue or not taken.intersection(said.content)]
        found.extend(here)
        _go_on(found, lines, number, here, speech, report.text)
    found.sort(key=lambda said: (said.content[0], said.cue or (-1, -1)))
    return tuple(_quotation(report, n, said, lines[said.line], outer, speech) for n, said in enumerate(found, start=1))


def _said(line: Line, number: int, speech: Speech) -> list[Said]:
    """The attributions of one line."""
    cues = Cues(line, speech).all()
    contents = Contents(line, cues, speech)
    found: list[Said] = []
    for cue in cues:
        ranges = contents.of(cue)
        if not ranges:
            continue
        spans = tuple(words_of(line.pieces, part) for part in ranges)
        if any(said.content == spans or _same_marks(line, said.content, spans) for said in found):
            continue
        stance = _asked(
            cue, [line.pieces[part[0]] for part in ranges], [line.pieces[part[1] - 1] for part in ranges], speech
        )
        found.append(Said(number, _cue_span(line, cue), _source_span(line, cue), spans, stance, number))
    return found


def _pointing(lines: Sequence[Line], number: int, found: Sequence[Said], speech: Speech) -> list[Said]:
    """ "Die Brücke ist zu. Das teilte die Stadt mit.": the sentence before, or the marks that end it, was said."""
    line = lines[number]
    if not number or line.pieces[0].low not in speech.pointing or line.paragraph - lines[number - 1].paragraph > 1:
        return []
    cues = Cues(line, speech).all()
    if not cues or cues[0].first > 0 or cues[0].source is None or cues[0].start > 1:
        return []
    before, cue = lines[number - 1], cues[0]
    last = before.pieces[-1]
    if last.kind is Kind.MARKED:
        content = (last.start, last.end)
    elif any(said.last == number - 1 for said in found):
        return []
    else:
        content = (before.start, before.end - (last.words in ".!?…"))
    return [Said(number, _cue_span(line, cue), _source_span(line, cue), (content,), cue.stance, number)]


def _after_colon(line: Line, number: int, report: Report, speech: Speech) -> list[Said]:
    """ "Bürgermeisterin Ada Lund: „Der Damm hält.“": a name, a colon, marks."""
    at = next((n for n, piece in enumerate(line.pieces) if piece.words == ":"), 0)
    if at == 0 or at + 1 >= len(line.pieces) or line.pieces[at + 1].kind is not Kind.MARKED:
        return []
    phrase = Phrases(line.pieces, speech).right_at(0)
    source = words_of(line.pieces, phrase) if phrase else None
    opening = line.pieces[0].low
    if phrase is None or source is None or opening in speech.writer | speech.oblique | speech.adverbs | speech.days:
        return []
    if opening in speech.prepositions | speech.subordinators | speech.conjunctions:
        return []
    known, shown = class_of(source, (line.start, line.end), report, speech)
    short = phrase[1] == at
    if known is SpeakerClass.NAMED and not short and shown and " " not in report.text[slice(*shown)]:
        return []  # one capital at the start of a sentence may be any word
    person = line.pieces[0].low in speech.persons and not short
    if not person and known not in (SpeakerClass.NAMED, SpeakerClass.OFFICIAL):
        return []
    colon, last = line.pieces[at], line.pieces[at + 1]
    return [Said(number, (colon.start, colon.end), source, ((last.start, last.end),), Stance.ASSERTS, number)]


def _asked(cue: Cue, first: Sequence[Piece], last: Sequence[Piece], speech: Speech) -> Stance:
    """The cue’s stance; a verb that asks for an act or an answer ("demander") asks where a question stands."""
    if cue.form is None or cue.form.verb not in speech.asking:
        return cue.stance
    question = first[0].low in speech.conjunctions - speech.plain or first[0].low in speech.whether
    return Stance.ASKS if question or any("?" in piece.words[-4:] for piece in last) else cue.stance


def _same_marks(line: Line, one: Sequence[Span], other: Sequence[Span]) -> bool:
    """True when two contents claim the same stretch between marks."""
    marked = [(p.start, p.end) for p in line.pieces if p.kind is Kind.MARKED]
    return any(_within(m, one) and _within(m, other) for m in marked)


def _within(span: Span, parts: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in parts)


def _cue_span(line: Line, cue: Cue) -> Span:
    start, end = words_of(line.pieces, (cue.start, max(cue.end, cue.start + 1)))
    if cue.form is None and cue.source and cue.source[0] > cue.start:
        end = line.pieces[cue.source[0] - 1].end
    if cue.pronoun and cue.end == cue.start + 1:
        return start, start + len(
            line.pieces[cue.start].words[: cue.pronoun[0] - start].removesuffix("-t-").rstrip("-")
        )
    return start, end


def _source_span(line: Line, cue: Cue) -> Span | None:
    if cue.pronoun:
        return cue.pronoun
    return words_of(line.pieces, cue.source) if cue.source else None


def _go_on(
    found: list[Said], lines: Sequence[Line], number: int, here: Sequence[Said], speech: Speech | None, text: str
) -> None:
    """Adds to `found` what the line says without a cue: more of the quotation before, or stretches that stand alone."""
    line = lines[number]
    if not here and speech and found and _follows(found[-1], lines, number) and _in_subjunctive(line, speech):
        span = (line.start, line.end - (text[line.end - 1] in ".!?…"))
        found[-1] = replace(found[-1], content=(*found[-1].content, span), last=number)
        return
    alone = all(p.kind is not Kind.WORD for p in line.pieces)
    for piece in line.pieces:
        span = (piece.start, piece.end)
        if piece.kind is not Kind.MARKED or any(_within(span, said.content) for said in found[-LATEST:]):
            continue
        words = _count(piece.words)
        if (
            alone
            and words >= FEWEST_ON
            and found
            and _follows(found[-1], lines, number)
            and _marks_last(found[-1], text)
        ):
            found[-1] = replace(found[-1], content=(*found[-1].content, span), last=number)
        elif words >= FEWEST_ON + 1 and alone and (source := _spoke_before(found, lines, number)):
            found.append(Said(number, None, source, (span,), Stance.ASSERTS, number))
        elif words >= FEWEST_ALONE:
            found.append(Said(number, None, None, (span,), Stance.ASSERTS, number))


def _count(words: str) -> int:
    """How many words a stretch has; in writing without blanks two signs are one, but „Dammbau-Eile“ is one word."""
    unspaced = " " not in words and any(char >= "\u2e80" for char in words)
    return len(words) // 2 if unspaced else len(words.split())


def _follows(said: Said, lines: Sequence[Line], number: int) -> bool:
    """True when the line comes right after the one in which the attribution ends, in its paragraph or the next."""
    return said.last in (number, number - 1) and lines[number].paragraph - lines[said.last].paragraph < 2


def _spoke_before(found: Sequence[Said], lines: Sequence[Line], number: int) -> Span | None:
    """Who speaks in the sentence right before, in the same paragraph: "Der Damm halte, sagte Lund. „Wir sind froh.“"""
    last = found[-1] if found else None
    if last is None or last.last != number - 1 or lines[number].paragraph != lines[number - 1].paragraph:
        return None
    return last.source


def _marks_last(said: Said, text: str) -> bool:
    """True when the attribution's content has marks: only then does a stretch on its own go on with it."""
    return any(not text[start].isalnum() for start, _ in said.content)


def _in_subjunctive(line: Line, speech: Speech) -> bool:
    """True for a sentence in the mood of reported speech throughout: "Die Brücke sei gesperrt." """
    words = [p.low for p in line.pieces if p.kind is Kind.WORD]
    told = speech.subjunctive.intersection(words) and not (speech.writer - speech.anybody).intersection(words)
    return len(words) >= FEWEST_REPORTED and bool(told)


def _quotation(
    report: Report, number: int, said: Said, line: Line, outer: Sequence[Marked], speech: Speech | None
) -> Quotation:
    """The quotation of an attribution."""
    content = tuple(report.passage(*part) for part in said.content)
    verbatim = verbatim_parts(report, said.content, outer)
    known, shown = (
        class_of(said.source, (line.start, line.end), report, speech) if speech else (SpeakerClass.UNKNOWN, None)
    )
    return Quotation(
        id=f"{report.id}.q{number}",
        report=report.id,
        kind=kind_of_content(content, verbatim),
        content=content,
        cue=report.passage(*said.cue) if said.cue else None,
        source=report.passage(*said.source) if said.source else None,
        verbatim=verbatim,
        speaker_class=known,
        speaker_class_words=report.passage(*shown) if shown else None,
        stance=said.stance,
        unresolved=None if said.source else "nobody is named as the source",
    )
