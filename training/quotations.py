"""Train the quotation model: `python training/quotations.py CROSSWIRE_DATA` writes annotate/weights/quotations.npz.

Three decisions. Two over the features of `annotate.features` and `annotate.parts`: a logistic regression that says
whether a word heads a cue, and a linear-chain conditional random field that says of every token in the cue's sentence
whether it is source, cue, content or nothing. The third, a logistic regression over `annotate.acceptance.shape`, has
the last word on what the two have found; it learns from parts of the data that the two had not seen. Trained on
polnear/train; nothing random, so that a run repeats.
docs/models/quotations.md has the choices and the figures.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from chain import fit_chain
from numpy.typing import NDArray
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from crosswire.annotate import model as weights
from crosswire.annotate.acceptance import nested, shape
from crosswire.annotate.features import CONTENT, CUE, OUT, SOURCE, Setting, candidate, cue_features
from crosswire.annotate.freestanding import followed
from crosswire.annotate.language import load_language
from crosswire.annotate.marks import find_marked
from crosswire.annotate.parts import part_features
from crosswire.annotate.quotations import attributions
from crosswire.annotate.setting import settings
from crosswire.bench.measure import rows
from crosswire.bench.quotations import plain_report
from crosswire.lexicons.cues import CueLexicon
from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Sentence, Token
from crosswire.model.report import Report

TARGET = Path(weights.__file__).parent / "weights" / weights.NAME
THRESHOLD = -1.6  # the least cue score that is followed up; acceptance decides among the rest
ACCEPT = -0.8  # the log odds of being right above which an attribution raises F1
FOLDS = 3
LEAST_CUE, LEAST_PART = 3, 5  # a feature seen less often is left out
SMALL_CUE, SMALL_PART = 0.03, 0.02  # a weight nearer to zero than this is left out

PARTS = ("source", "cue", "content")

Row = dict[str, Any]
Spans = list[tuple[int, int]]
Taught = list[tuple[int, list[int]]]  # per sentence: the head of each cue, the part of each token
Parsed = tuple[Row, Report, tuple[Sentence, ...]]
Lesson = tuple[list[Setting], list[Taught]]  # one report
Letters = frozenset[int]


def lessons(read: Iterable[Parsed]) -> Iterator[Lesson]:
    """Per report its settings and what the annotators say about each sentence."""
    for row, report, sentences in read:
        yield settings(report, sentences, find_marked(report, load_lexicons().marks)), taught(row, sentences)


def taught(row: Row, sentences: Sequence[Sentence]) -> list[Taught]:
    """Per sentence the attributions whose cue it holds."""
    found: list[Taught] = [[] for _ in sentences]
    for a in row["annotations"][0]["attributions"]:
        spans = {part: [tuple(s) for m in a[part] for s in m["spans"]] for part in PARTS}
        if not spans["content"] or not spans["cue"]:
            continue
        place = _head(spans["cue"], sentences)
        if place is not None:
            tokens = sentences[place[0]].tokens
            found[place[0]].append((place[1], [_part(t, spans) for t in tokens]))
    return found


def _touches(token: Token, spans: Spans) -> bool:
    return any(token.start < end and start < token.end for start, end in spans)


def _part(token: Token, spans: dict[str, Spans]) -> int:
    for name, part in (("cue", CUE), ("source", SOURCE), ("content", CONTENT)):
        if _touches(token, spans[name]):
            return part
    return OUT


def _head(cue: Spans, sentences: Sequence[Sentence]) -> tuple[int, int] | None:
    """Sentence and token of the word that heads the cue: a verb before a noun before anything else."""
    places: list[tuple[tuple[bool, bool, bool, int], int, int]] = []
    for number, sentence in enumerate(sentences):
        if not any(sentence.start < end and start < sentence.end for start, end in cue):
            continue
        inside = {n for n, t in enumerate(sentence.tokens) if _touches(t, cue)}
        tops = [n for n in inside if sentence.tokens[n].head not in inside or sentence.tokens[n].head == n]
        words = [n for n in tops if sentence.tokens[n].pos != "PUNCT"] or tops
        places += [(_rank(sentence.tokens[n]), number, n) for n in words]
    return min(places)[1:] if places else None


def _rank(token: Token) -> tuple[bool, bool, bool, int]:
    return token.pos != "VERB", token.pos != "AUX", token.pos != "NOUN", token.start


def head_words(read: Sequence[Lesson]) -> list[str]:
    """The words besides verbs that head at least two cues."""
    seen: Counter[str] = Counter()
    for around, sentences in read:
        for setting, answered in zip(around, sentences, strict=True):
            for head, _ in answered:
                token = setting.grammar.tokens[head]
                seen[f"{token.pos}:{token.lemma}"] += token.pos != "VERB"
    return sorted(word for word, count in seen.items() if count >= 2)


def cue_lessons(read: Sequence[Lesson], heads: frozenset[str], cues: CueLexicon) -> tuple[list[list[str]], list[bool]]:
    """The features of every candidate, and whether it heads a cue."""
    features: list[list[str]] = []
    answers: list[bool] = []
    for around, sentences in read:
        for setting, answered in zip(around, sentences, strict=True):
            true = {head for head, _ in answered}
            for n in range(len(setting.marks)):
                if candidate(setting, n, heads):
                    features.append(cue_features(setting, n, cues))
                    answers.append(n in true)
    return features, answers


def vocabulary(features: Iterable[list[str]], least: int) -> dict[str, int]:
    """Features seen at least `least` times, each with its column."""
    seen = Counter(f for found in features for f in found)
    return {name: n for n, name in enumerate(sorted(f for f, count in seen.items() if count >= least))}


def matrix(features: Iterable[list[str]], columns: dict[str, int]) -> csr_matrix:
    """A row per list of features."""
    found, ends = [], [0]
    for names in features:
        found += [columns[f] for f in names if f in columns]
        ends.append(len(found))
    return csr_matrix((np.ones(len(found)), found, ends), shape=(len(ends) - 1, len(columns)))


def train_cues(read: Sequence[Lesson], heads: frozenset[str], cues: CueLexicon) -> dict[str, Any]:
    """The arrays of the cue decision."""
    features, answers = cue_lessons(read, heads, cues)
    columns = vocabulary(features, LEAST_CUE)
    fitted = LogisticRegression(C=0.15, solver="liblinear").fit(matrix(features, columns), answers)
    learned = fitted.coef_[0]
    kept = [name for name in columns if abs(learned[columns[name]]) >= SMALL_CUE]
    return {
        "cue_features": packed(kept),
        "cue_weights": np.array([learned[columns[name]] for name in kept], np.float16),
        "threshold": np.float32(THRESHOLD - fitted.intercept_[0]),
        "heads": packed(sorted(heads)),
    }


def train_parts(read: Sequence[Lesson], cues: CueLexicon) -> dict[str, Any]:
    """The arrays of the decision about parts."""
    features: list[list[str]] = []
    borders: list[int] = []
    parts: list[int] = []
    ends = [0]
    for around, sentences in read:
        for setting, answered in zip(around, sentences, strict=True):
            for head, labels in answered:
                seen = part_features(setting, head, cues)
                features += [[f for group in own for f in seen.groups[group]] for own in seen.of]
                borders += seen.borders
                parts += labels
                ends.append(len(features))
    columns = vocabulary(features, LEAST_PART)
    learned, steps = fit_chain(matrix(features, columns), ends, np.array(borders), np.array(parts))
    kept = [name for name in columns if np.abs(learned[columns[name]]).max() >= SMALL_PART]
    rows_ = learned[[columns[name] for name in kept]]
    scale = float(np.abs(rows_).max()) / 127
    return {
        "part_features": packed(kept),
        "part_weights": np.round(rows_ / scale).astype(np.int8),
        "part_scale": np.float32(scale),
        "borders": steps.astype(np.float32),
    }


def packed(names: Sequence[str]) -> NDArray[np.uint8]:
    """The names as UTF-8 bytes, one a line."""
    return np.frombuffer("\n".join(names).encode("utf-8"), np.uint8)


def parsed(data: Path, part: str) -> Iterator[Parsed]:
    """The reports of a part of PolNeAR with their sentences."""
    language = load_language(load_lexicons().english)
    for row in rows(data / "data" / "polnear" / f"{part}.jsonl.gz"):
        report = plain_report(row["article"], row["text"])
        yield row, report, language.sentences(report)


def train(read: Sequence[Lesson]) -> dict[str, Any]:
    """The arrays of the first two decisions."""
    cues = load_lexicons().cues
    heads = head_words(read)
    return {**train_cues(read, frozenset(heads), cues), **train_parts(read, cues)}


def train_acceptance(read: Sequence[Parsed], taught_: Sequence[Lesson]) -> dict[str, Any]:
    """The arrays of the third decision, from what models that did not see a report find in it."""
    shapes: list[Mapping[str, float]] = []
    answers: list[bool] = []
    for fold in range(FOLDS):
        arrays = train([lesson for n, lesson in enumerate(taught_) if n % FOLDS != fold])
        model = weights.model_of({**arrays, "shape_names": packed(["all"]), "shape_weights": np.ones(1)})
        for row, report, sentences in read[fold::FOLDS]:
            for found, right in _judged(row, report, sentences, model):
                shapes.append(found)
                answers.append(right)
    names = DictVectorizer()
    fitted = LogisticRegression(C=1.0, max_iter=2000).fit(names.fit_transform(shapes), answers)
    return {
        "shape_names": packed(["all", *names.get_feature_names_out()]),
        "shape_weights": np.array([fitted.intercept_[0] - ACCEPT, *fitted.coef_[0]], np.float32),
    }


def _judged(
    row: Row, report: Report, sentences: tuple[Sentence, ...], model: weights.QuotationModel
) -> Iterator[tuple[Mapping[str, float], bool]]:
    """The shape of everything that the model finds in a report, and whether it is right."""
    marked = find_marked(report, load_lexicons().marks)
    around = settings(report, sentences, marked)
    found = attributions(report, sentences, around, marked, lexicons=load_lexicons(), model=model)
    whole = followed(found, marked, around, load_lexicons().cues, report.text)
    true = [
        tuple(_letters([tuple(s) for m in a[part] for s in m["spans"]], report.text) for part in PARTS)
        for a in row["annotations"][0]["attributions"]
        if a["content"]
    ]
    for a, grown in zip(found, whole, strict=False):
        spans = ([a.source] if a.source else [], [a.cue] if a.cue else [], grown.content)
        here = tuple(_letters(part, report.text) for part in spans)
        yield shape(a, around[a.sentence], nested(a, found), report.text), any(_near(here, t) for t in true)


def _letters(spans: Iterable[Sequence[int]], text: str) -> Letters:
    """The places of the letters and digits in the spans."""
    return frozenset(n for span in spans for n in range(span[0], span[1]) if text[n].isalnum())


def _near(a: Sequence[Letters], b: Sequence[Letters]) -> bool:
    """True when source and cue touch, or are missing on both sides, and half of both contents is shared."""
    touch = all(bool(x & y) or not (x or y) for x, y in zip(a[:2], b[:2], strict=True))
    return touch and len(a[2] & b[2]) >= 0.5 * len(a[2] | b[2])


def main(data: Path, cache: Path | None, target: Path = TARGET) -> None:
    """Train on everything and write the file; prints the hash to pin. `cache`: a pickle of the parsed reports."""
    read = list(pickle.loads(cache.read_bytes())) if cache else list(parsed(data, "train"))
    buffer = io.BytesIO()
    taught_ = list(lessons(read))
    np.savez_compressed(buffer, **train(taught_), **train_acceptance(read, taught_))
    target.write_bytes(buffer.getvalue())
    print(f"{target}: {len(buffer.getvalue()) // 1024} kB, sha256 {hashlib.sha256(buffer.getvalue()).hexdigest()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
