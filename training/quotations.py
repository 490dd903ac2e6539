"""Make the quotation model's file: `python training/quotations.py CROSSWIRE_DATA WEIGHTS CHECKPOINT`.

The network comes from CHECKPOINT, which `training/encoder.py` wrote; WEIGHTS is the file it started from (its
vocabulary lies beside it). The linear half (`linear.py`) is trained here on polnear/train, twice: on everything for
the file, and without the reports kept aside for what is fitted on those: the last word on what both halves have found
(a logistic regression over `annotate.acceptance.shape`). Needs scikit-learn and onnx, which the run time does not.
docs/models/quotations.md has the choices and the figures.
"""

from __future__ import annotations

import argparse
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from encoder_graphs import parting, reading
from encoder_lessons import aside
from linear import PARTS, lessons, packed, train
from polnear import Parsed, parsed, piece_names
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from crosswire.annotate import model as weights
from crosswire.annotate.acceptance import nested, shape
from crosswire.annotate.freestanding import followed
from crosswire.annotate.marks import find_marked
from crosswire.annotate.quotations import attributions
from crosswire.annotate.setting import settings
from crosswire.lexicons.load import load_lexicons

TARGET = Path(weights.__file__).parent / "weights" / weights.NAME
# Chosen on the reports kept aside: how the halves are added up, and the log odds of being right above which an
# attribution raises F1.
MIX = weights.Mix(cues=0.6, parts=0.5, unasked=-1.0, least=-3.0, threshold=-1.6)
ACCEPT = -1.5

Letters = frozenset[int]


def main(data: Path, start: Path, checkpoint: Path, cache: Path | None, apart_only: Path | None) -> None:
    """Put the file together and write it; prints the hash to pin. `apart_only`: the file without the reports kept aside
    in any part of it but the last word, for `compare.py`, and nothing else."""
    read = parsed(data, "train", cache)
    taught = list(lessons(read))
    network = network_arrays(checkpoint, piece_names(start))
    apart = [not aside(row["article"]) for row, _, _ in read]
    known = {**network, **train([lesson for lesson, learned in zip(taught, apart, strict=True) if learned])}
    kept = [report for report, learned in zip(read, apart, strict=True) if not learned]
    last = train_acceptance(kept, known)
    target, whole = (apart_only, known) if apart_only else (TARGET, {**network, **train(taught)})
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **whole, **last)
    target.write_bytes(buffer.getvalue())
    print(f"{target}: {len(buffer.getvalue()) // 1024} kB, sha256 {hashlib.sha256(buffer.getvalue()).hexdigest()}")


def network_arrays(checkpoint: Path, pieces: Sequence[str]) -> dict[str, Any]:
    """The arrays of the network, and how the halves are added up."""
    with np.load(checkpoint) as state:
        learned = {name: state[name] for name in state.files}
    return {
        "reading": np.frombuffer(reading(learned), np.uint8),
        "parting": np.frombuffer(parting(learned), np.uint8),
        "pieces": packed(pieces),
        "paths": packed(learned["paths"].tolist()),
        "steps": learned["steps"],
        "mix": np.array([MIX.cues, MIX.parts, MIX.unasked, MIX.least, MIX.threshold]),
    }


def train_acceptance(kept: Sequence[Parsed], arrays: Mapping[str, Any]) -> dict[str, Any]:
    """The arrays of the last word, from what a model that did not see the reports finds in them."""
    model = weights.model_of({**arrays, "shape_names": packed(["all"]), "shape_weights": np.ones(1)})
    judged = [found for report in kept for found in _judged(report, model)]
    names = DictVectorizer()
    fitted = LogisticRegression(C=1.0, max_iter=2000).fit(
        names.fit_transform([found for found, _ in judged]), [right for _, right in judged]
    )
    return {
        "shape_names": packed(["all", *names.get_feature_names_out()]),
        "shape_weights": np.array([fitted.intercept_[0] - ACCEPT, *fitted.coef_[0]], np.float32),
    }


def _judged(parsed_: Parsed, model: weights.QuotationModel) -> Iterator[tuple[Mapping[str, float], bool]]:
    """The shape of everything that the model finds in a report, and whether it is right."""
    (row, report, sentences), lexicons = parsed_, load_lexicons()
    marked = find_marked(report, lexicons.marks)
    around = settings(report, sentences, marked)
    found = attributions(report, sentences, around, marked, lexicons=lexicons, model=model)
    whole = followed(found, marked, around, lexicons.cues, report.text)
    true = [
        tuple(_letters([tuple(s) for m in a[part] for s in m["spans"]], report.text) for part in PARTS)
        for a in row["annotations"][0]["attributions"]
        if a["content"]
    ]
    for a, grown in zip(sorted(found, key=lambda a: (a.sentence, a.head)), whole, strict=False):
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


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    for name in ("data", "weights", "checkpoint"):
        asked.add_argument(name, type=Path)
    asked.add_argument("--cache", type=Path, help="a pickle of the parsed reports")
    asked.add_argument("--apart", type=Path, help="write the file that compare.py takes, here, and no other")
    told = asked.parse_args()
    main(told.data, told.weights, told.checkpoint, told.cache, told.apart)
