"""Train the network of the quotation tagger: `python training/encoder.py CROSSWIRE_DATA WEIGHTS CHECKPOINT`.

WEIGHTS is MiniLM's model.safetensors (docs/models/quotations.md names the package), CHECKPOINT the file to write;
`training/quotations.py` makes the run time's file of it. One report in ten is kept aside. Needs torch and safetensors,
nothing else does. `--steps` many steps of eight windows; `--encoder convolutions` trains the small rival; `--start`
goes on from a checkpoint, at lower rates and over windows cut in two ways.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 (its usual name)
from encoder_lessons import Answer, Lesson, aside, lessons, path_numbers, read_reports
from encoder_network import Convolutions, Encoder, Tagger, chain_loss, start_from
from polnear import parsed, piece_names, wordpieces
from torch import Tensor

from crosswire.annotate.windows import SHARED

BATCH, POOL = 8, 25  # windows a step; batches sorted by length together
WARM, LAST = 150, 0.02  # steps until the full rate, and what is left of it at the end
RATE, ENCODER_RATE, DECAY, CLIP = 1e-3, 1.5e-4, 0.01, 20.0
PARTS_WEIGHT = 0.25  # of a cue's parts against the cues of a window
MEAN, EVERY = 0.99, 4  # the running mean of the weights, which is what is written
SEED = 1
# Going on: the part of the rates, and windows that share more beside the usual ones, so that a sentence has other
# neighbours than those it has been seen with.
AGAIN, WIDE = 0.65, 72


def main(
    data: Path, weights: Path, target: Path, steps: int, encoder: str, cache: Path | None, start: Path | None
) -> None:
    """Train and write the checkpoint: the running mean of the weights, and the names of the ways through the tree."""
    torch.manual_seed(SEED)
    read = read_reports(parsed(data, "train", cache), wordpieces(piece_names(weights)))
    paths = path_numbers(read)
    kept = [taught for taught in read if not aside(taught.article)]
    overlaps = (SHARED, WIDE) if start else (SHARED,)
    learned = [lesson for shared in overlaps for taught in kept for lesson in lessons(taught, paths, shared)]
    tagger = Tagger(len(paths), Encoder() if encoder == "minilm" else Convolutions())
    start_from(tagger.enc, weights)
    if start:
        with np.load(start) as state:
            tagger.load_state_dict({name: torch.from_numpy(state[name]) for name in state.files if name != "paths"})
    mean = train(tagger, learned, steps, AGAIN if start else 1.0)
    np.savez(target, **{name: value.numpy() for name, value in mean.items()}, paths=np.array(sorted(paths)))


def train(tagger: Tagger, learned: Sequence[Lesson], steps: int, part: float) -> dict[str, Tensor]:
    """The running mean of the weights after so many steps at that part of the full rates."""
    tagger.enc.word.weight.requires_grad_(False)  # half of all weights; learning them changes little and costs much
    encoder = [weight for layer in _pretrained(tagger) for weight in layer.parameters() if weight.requires_grad]
    known = {id(weight) for weight in encoder}
    rest = [weight for weight in tagger.parameters() if weight.requires_grad and id(weight) not in known]
    groups = [{"params": rest, "full": part * RATE}, {"params": encoder, "full": part * ENCODER_RATE}]
    optimizer = torch.optim.AdamW([g for g in groups if g["params"]], lr=RATE, weight_decay=DECAY, betas=(0.9, 0.98))
    mean = {name: value.detach().clone() for name, value in tagger.state_dict().items()}
    for step, batch in zip(range(steps), endless(learned), strict=False):
        for group in optimizer.param_groups:
            group["lr"] = group["full"] * min(1, (step + 1) / WARM) * (1 - step / steps * (1 - LAST))
        loss = _loss(tagger, batch)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*encoder, *rest], CLIP)
        optimizer.step()
        if step % EVERY == 0:
            _follow(mean, tagger.state_dict(), min(MEAN, step / (step + 40)))
        if step % 50 == 0:
            print(step, round(float(loss.detach()), 3), flush=True)
    return mean


def _pretrained(tagger: Tagger) -> list[torch.nn.Module]:
    """The modules whose weights come from MiniLM: they learn at a lower rate."""
    encoder = tagger.enc
    return [encoder.pos, encoder.kind, encoder.norm, encoder.layers] if isinstance(encoder, Encoder) else []


def _follow(mean: dict[str, Tensor], now: Mapping[str, Tensor], keep: float) -> None:
    for name, value in now.items():
        mean[name].mul_(keep).add_(value.detach(), alpha=1 - keep)


def _loss(tagger: Tagger, batch: Mapping[str, Tensor]) -> Tensor:
    """The loss of a batch: of the cues, and of the parts of each cue."""
    with torch.autocast("cpu", torch.bfloat16):
        seen, cues = tagger.words(batch)
        parts = tagger.parts(seen, batch).float()
    wrong = F.binary_cross_entropy_with_logits(cues.float(), batch["cues"], reduction="none")
    return ((wrong * batch["real"]).sum() + PARTS_WEIGHT * chain_loss(parts, tagger.steps, batch).sum()) / BATCH


def endless(learned: Sequence[Lesson]) -> Iterator[dict[str, Tensor]]:
    """Batches of windows of like length, the whole again and again in another order."""
    chance = np.random.default_rng(SEED)
    while True:
        order = chance.permutation(len(learned)).tolist()
        found: list[list[int]] = []
        for first in range(0, len(order), BATCH * POOL):
            pool = sorted(order[first : first + BATCH * POOL], key=lambda n: len(learned[n].fed["ids"]))
            batches = [pool[n : n + BATCH] for n in range(0, len(pool), BATCH)]
            chance.shuffle(batches)
            found += batches
        yield from (batch for chosen in found if (batch := together([learned[n] for n in chosen])))


def together(chosen: Sequence[Lesson]) -> dict[str, Tensor]:
    """The lessons as one batch, each filled up to the longest; empty where none has an answer."""
    answers = [(row, answer) for row, lesson in enumerate(chosen) for answer in lesson.answers]
    if not answers:
        return {}
    fed = {name: _filled([lesson.fed[name] for lesson in chosen]) for name in chosen[0].fed}
    borders = _filled([lesson.borders for lesson in chosen])
    which = torch.tensor([row for row, _ in answers])
    parts = _answers(answers, "parts")
    width = borders.shape[1] - parts.shape[1]
    parts, between = F.pad(parts, (0, width)), F.pad(_answers(answers, "between"), (0, 0, 0, width))
    return {
        **fed,
        "mask": _filled([np.ones(len(lesson.fed["ids"]), np.bool_) for lesson in chosen]),
        "real": _filled([np.ones(len(lesson.cues), np.bool_) for lesson in chosen]),
        "reach": _filled([np.ones(len(lesson.cues), np.bool_) for lesson in chosen])[which],
        "cues": _filled([lesson.cues for lesson in chosen]),
        "which": which,
        "anchor": torch.tensor([answer.anchor for _, answer in answers]),
        "parts": parts.long(),
        "between": between.long(),
        "borders": borders[which],
    }


def _answers(answers: Sequence[tuple[int, Answer]], name: str) -> Tensor:
    return _filled([getattr(answer, name) for _, answer in answers])


def _filled(arrays: Sequence[Any]) -> Tensor:
    """The arrays as rows of one, filled up with zeros."""
    longest = max(len(array) for array in arrays)
    found = np.zeros((len(arrays), longest, *arrays[0].shape[1:]), arrays[0].dtype)
    for row, array in zip(found, arrays, strict=True):
        row[: len(array)] = array
    return torch.from_numpy(found)


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    for name in ("data", "weights", "target"):
        asked.add_argument(name, type=Path)
    asked.add_argument("--steps", type=int, default=2600)
    asked.add_argument("--encoder", choices=("minilm", "convolutions"), default="minilm")
    asked.add_argument("--cache", type=Path, help="a pickle of the parsed reports")
    asked.add_argument("--start", type=Path, help="a checkpoint to go on from")
    told = asked.parse_args()
    main(told.data, told.weights, told.target, told.steps, told.encoder, told.cache, told.start)
