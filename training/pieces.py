"""Writes the network that looks into sentences for the points: `python training/pieces.py WEIGHTS`.

WEIGHTS is MiniLM's model.safetensors (docs/models/quotations.md names the package). Nothing is trained: the encoder is
written as it is, its matrices as bytes, with the commonest of its word pieces, and its sha256 is pinned in
`relate/points/piece_reader.py`. Needs onnx and safetensors; the installed package needs neither.
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path

import numpy as np
from encoder_graphs import Graph, Weights, layer
from onnx import TensorProto
from polnear import piece_names
from safetensors.numpy import load_file
from sizes import LAYERS, WIDTH

from crosswire.relate.points.piece_reader import LONGEST, NAME

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "src/crosswire/relate/points/weights" / NAME
PINNED = ROOT / "src/crosswire/relate/points/piece_reader.py"
# Word pieces that are kept: all that continue a word, and the commonest of the others, if of ASCII letters or marks.
KEPT = 23_000
MARKS = frozenset("“”‘’—–…£€")
CONTINUED, UNUSED = "##", "[unused"


def kept_pieces(names: list[str]) -> list[int]:
    """The numbers of the pieces that are kept; they stand in order of how common they are."""
    known = [n for n, name in enumerate(names) if (name.isascii() or name in MARKS) and not name.startswith(UNUSED)]
    inside = [n for n in known if names[n].startswith(CONTINUED)]
    first = [n for n in known if not names[n].startswith(CONTINUED)]
    return sorted([*first[: KEPT - len(inside)], *inside])


def reading(given: Weights, kept: list[int]) -> bytes:
    """The graph: a sentence's pieces to what is seen in each."""
    g = Graph()
    x = g.bytes_rows(given["embeddings.word_embeddings.weight"][kept], "ids")
    table = given["embeddings.position_embeddings.weight"][: LONGEST + 2]
    places = g.constant(table + given["embeddings.token_type_embeddings.weight"][0])
    x = g.step("Add", x, g.step("Slice", places, g.constant(np.array([0])), g.step("Shape", "ids")))
    x = g.norm(x, given, "embeddings.LayerNorm", 1e-12)
    for n in range(LAYERS):
        x = layer(g, x, _renamed(given, f"encoder.layer.{n}"), "own")
    g.named(x, "seen")
    return g.model("reading", {"ids": (TensorProto.INT64, ("p",))}, {"seen": ("p", WIDTH)})


def _renamed(given: Weights, name: str) -> Weights:
    """One layer of MiniLM with the names that the graph's writer knows."""
    found = {}
    for kind in ("weight", "bias"):
        own = [given[f"{name}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
        found[f"own.qkv.{kind}"] = np.concatenate(own)
        found[f"own.o.{kind}"] = given[f"{name}.attention.output.dense.{kind}"]
        found[f"own.n1.{kind}"] = given[f"{name}.attention.output.LayerNorm.{kind}"]
        found[f"own.up.{kind}"] = given[f"{name}.intermediate.dense.{kind}"]
        found[f"own.down.{kind}"] = given[f"{name}.output.dense.{kind}"]
        found[f"own.n2.{kind}"] = given[f"{name}.output.LayerNorm.{kind}"]
    return found


def main(weights: Path) -> None:
    """Writes and pins."""
    names = piece_names(weights)
    kept = kept_pieces(names)
    graph = reading(load_file(weights), kept)
    listed = "\n".join(names[n] for n in kept).encode()
    np.savez_compressed(SHIPPED, graph=np.frombuffer(graph, np.uint8), pieces=np.frombuffer(listed, np.uint8))
    pinned = hashlib.sha256(SHIPPED.read_bytes()).hexdigest()
    PINNED.write_text(re.sub(r"SHA256 = .+", f'SHA256 = "{pinned}"', PINNED.read_text("utf-8"), count=1), "utf-8")
    print(f"{NAME}: {SHIPPED.stat().st_size} bytes, sha256 {pinned}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
