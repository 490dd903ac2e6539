"""Who is named in each report, and whether so that a reader knows who it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from crosswire.brief.opening import WORD
from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Token
from crosswire.model.passage import Passage
from crosswire.model.relation import ActorKind, Relations

# Whoever more than this part of the headlines calls by one name is known by it.
KNOWN = 0.5
# What a surname alone is taken for.
NAMED = frozenset({"PERSON", "ORG", ""})


def people_of(relations: Relations, lexicons: Lexicons) -> Mapping[str, list[tuple[Passage, str, bool]]]:
    """Report → the mentions of people in it, whose, and whether they say who it is.

    By first name and surname, with an office ("Mayor Lupo", not "Ms. Lupo"), or by the name in the headlines. Whom most
    reports name and none introduces needs no introduction: "Hydrovel".
    """
    offices = {
        (m.passage.report, m.passage.start)
        for annotation in relations.annotations
        for m in annotation.mentions
        if m.title and m.title.lower().rstrip(".") not in lexicons.titles.courtesy
    }
    headlines = _headlined(report.headline for report in relations.counted)
    found: dict[str, list[tuple[Passage, str, bool]]] = defaultdict(list)
    for actor in relations.actors:
        for mention in actor.mentions if actor.kind is ActorKind.PERSON else ():
            name = mention.words.strip()
            if not set(name.lower().split()) & set(actor.name.lower().split()):
                continue  # "she", "the wounded officer"
            full = sum(word.lower() not in lexicons.names.particles for word in name.split()) > 1  # not "De La Cruz"
            told = full or (mention.report, mention.start) in offices or name.lower() in headlines
            found[mention.report].append((mention, actor.id, told))
    for report, mention, told in _called(relations):
        if not any(other.overlaps(mention) for other, _, _ in found[report]):
            name = mention.words.split()[-1].lower()
            found[report].append((mention, name, told or name in headlines))
    introduced = {actor for mentions in found.values() for _, actor, told in mentions if told}
    naming = Counter(actor for mentions in found.values() for actor in {a for _, a, _ in mentions})
    most = max(1, KNOWN * len(relations.reports))
    known = {actor for actor, n in naming.items() if n > most} - introduced
    for mentions in found.values():
        mentions[:] = [(where, actor, told or actor in known) for where, actor, told in mentions]
        mentions.sort(key=lambda m: (m[1], m[2]))  # a full name wins over the surname in the same sentence
    return found


def _called(relations: Relations) -> Iterator[tuple[str, Passage, bool]]:
    """Names of people that no actor has, by report: those of more than one word, and their last words alone."""
    names = [
        (report.passage(run[0].start, run[-1].end), run)
        for report, annotation in zip(relations.reports, relations.annotations, strict=True)
        for sentence in annotation.sentences
        for run in _runs(sentence.tokens)
    ]
    people = {run[-1].lemma.lower() for _, run in names if len(run) > 1 and run[-1].entity == "PERSON"}
    for passage, run in names:
        if run[-1].lemma.lower() in people and run[-1].entity in NAMED:
            yield passage.report, passage, len(run) > 1


def _runs(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The longest runs of proper nouns side by side."""
    for proper, run in groupby(tokens, key=lambda token: token.pos == "PROPN"):
        if proper:
            yield tuple(run)


def _headlined(headlines: Iterable[str | None]) -> frozenset[str]:
    """The words that a good part of the headlines have, in lower case."""
    words = [frozenset(w[0].lower() for w in WORD.finditer(headline)) for headline in headlines if headline]
    every = frozenset[str]().union(*words)
    return frozenset(w for w in every if sum(w in one for one in words) > KNOWN * len(words))
