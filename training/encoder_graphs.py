"""The trained network as the two graphs that the run time loads (ONNX), its large matrices as bytes.

Matrices and word pieces are kept as signed bytes with a scale per row; what goes into a matrix is made bytes with one
scale per window when it runs. Small tables, normalisation and the layers behind the encoder stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from sizes import HEADS, LAYERS, PARTS, SEEN, WIDTH

from crosswire.annotate.windows import COLUMNS

Weights = Mapping[str, NDArray[np.float32]]
OPSET, FORMAT = 20, 10


class Graph:
    """A graph while it is written: every step gives the name of what comes out of it."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, value: Any) -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def many(self, kind: str, *given: str, count: int, **settings: Any) -> list[str]:
        names = [f"n{len(self.nodes)}_{n}" for n in range(count)]
        self.nodes.append(helper.make_node(kind, list(given), names, **settings))
        return names

    def step(self, kind: str, *given: str, **settings: Any) -> str:
        return self.many(kind, *given, count=1, **settings)[0]

    def named(self, given: str, name: str) -> None:
        self.nodes.append(helper.make_node("Identity", [given], [name]))

    def linear(self, x: str, weight: NDArray[Any], bias: NDArray[Any] | None = None) -> str:
        """A matrix as it is."""
        found = self.step("MatMul", x, self.constant(weight.T))
        return found if bias is None else self.step("Add", found, self.constant(bias))

    def bytes_linear(self, x: str, weight: NDArray[Any], bias: NDArray[Any]) -> str:
        """A matrix in bytes, a scale per row; its input in bytes with one scale."""
        own, scale = in_bytes(weight)
        whole, factor, zero = self.many("DynamicQuantizeLinear", x, count=3)
        found = self.step("MatMulInteger", whole, self.constant(own.T), zero)
        found = self.step("Cast", found, to=TensorProto.FLOAT)
        found = self.step("Mul", found, self.step("Mul", factor, self.constant(scale[:, 0])))
        return self.step("Add", found, self.constant(bias))

    def bytes_rows(self, table: NDArray[Any], rows: str) -> str:
        """Rows of a table kept in bytes."""
        own, scale = in_bytes(table)
        found = self.step("Cast", self.step("Gather", self.constant(own), rows, axis=0), to=TensorProto.FLOAT)
        return self.step("Mul", found, self.step("Gather", self.constant(scale), rows, axis=0))

    def columns(self, x: str, weights: Weights, name: str, columns: str) -> str:
        """`x` and what the tables `name` hold for each column."""
        for n in range(len(COLUMNS)):
            column = self.step("Gather", columns, self.constant(np.int64(n)), axis=1)
            x = self.step("Add", x, self.step("Gather", self.constant(weights[f"{name}.{n}.weight"]), column, axis=0))
        return x

    def norm(self, x: str, weights: Weights, name: str, epsilon: float) -> str:
        given = self.constant(weights[f"{name}.weight"]), self.constant(weights[f"{name}.bias"])
        return self.step("LayerNormalization", x, *given, axis=-1, epsilon=epsilon)

    def model(
        self, name: str, inputs: Mapping[str, tuple[int, tuple[Any, ...]]], outputs: Mapping[str, tuple[Any, ...]]
    ) -> bytes:
        """The whole as a file's bytes."""
        given = [helper.make_tensor_value_info(key, kind, list(shape)) for key, (kind, shape) in inputs.items()]
        found = [helper.make_tensor_value_info(key, TensorProto.FLOAT, list(shape)) for key, shape in outputs.items()]
        graph = helper.make_graph(self.nodes, name, given, found, self.constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=FORMAT)
        onnx.checker.check_model(model)
        return bytes(model.SerializeToString(deterministic=True))


def in_bytes(table: NDArray[Any]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """A table as signed bytes, and the scale of each row."""
    scale = np.abs(table).max(axis=1, keepdims=True) / 127
    scale[scale == 0] = 1
    return np.round(table / scale).astype(np.int8), scale.astype(np.float32)


def reading(weights: Weights) -> bytes:
    """The graph that reads a window: pieces to what is seen in each word and its log odds of heading a cue."""
    g = Graph()
    x = g.bytes_rows(weights["enc.word.weight"], "ids")
    places = g.constant(weights["enc.pos.weight"] + weights["enc.kind.weight"][0])
    x = g.step("Add", x, g.step("Slice", places, g.constant(np.array([0])), g.step("Shape", "ids")))
    x = g.norm(g.columns(x, weights, "enc.seen", "marks"), weights, "enc.norm", 1e-12)
    for n in range(LAYERS):
        x = layer(g, x, weights, f"enc.layers.{n}")
    word = g.step("Gather", x, "first", axis=0)
    own = g.linear(word, weights["own.weight"], weights["own.bias"])
    head = g.linear(g.step("Gather", word, "heads", axis=0), weights["head.weight"], weights["head.bias"])
    seen = g.step("Gelu", g.columns(g.step("Add", own, head), weights, "seen", "columns"))
    g.named(seen, "seen")
    cues = g.step("Gelu", g.linear(seen, weights["cue1.weight"], weights["cue1.bias"]))
    cues = g.linear(cues, weights["cue2.weight"], weights["cue2.bias"])
    g.named(g.step("Squeeze", cues, g.constant(np.array([1]))), "cues")
    sizes = {
        "ids": ("p",),
        "marks": ("p", len(COLUMNS)),
        "first": ("w",),
        "heads": ("w",),
        "columns": ("w", len(COLUMNS)),
    }
    inputs = {name: (TensorProto.INT64, shape) for name, shape in sizes.items()}
    return g.model("reading", inputs, {"seen": ("w", SEEN), "cues": ("w",)})


def layer(g: Graph, x: str, weights: Weights, name: str) -> str:
    """One layer of the encoder. The attention's scale is part of the matrix that makes the queries."""
    weight, bias = weights[f"{name}.qkv.weight"].copy(), weights[f"{name}.qkv.bias"].copy()
    weight[:WIDTH] /= np.sqrt(WIDTH / HEADS)
    bias[:WIDTH] /= np.sqrt(WIDTH / HEADS)
    both = g.bytes_linear(x, weight, bias)
    both = g.step("Reshape", both, g.constant(np.array([-1, 3, HEADS, WIDTH // HEADS])))
    split = g.many("Split", g.step("Transpose", both, perm=[1, 2, 0, 3]), count=3, axis=0, num_outputs=3)
    q, k, v = (g.step("Squeeze", part, g.constant(np.array([0]))) for part in split)
    seen = g.step("Softmax", g.step("MatMul", q, g.step("Transpose", k, perm=[0, 2, 1])), axis=-1)
    seen = g.step("Transpose", g.step("MatMul", seen, v), perm=[1, 0, 2])
    seen = g.step("Reshape", seen, g.constant(np.array([-1, WIDTH])))
    seen = g.bytes_linear(seen, weights[f"{name}.o.weight"], weights[f"{name}.o.bias"])
    x = g.norm(g.step("Add", x, seen), weights, f"{name}.n1", 1e-12)
    inner = g.step("Gelu", g.bytes_linear(x, weights[f"{name}.up.weight"], weights[f"{name}.up.bias"]))
    inner = g.bytes_linear(inner, weights[f"{name}.down.weight"], weights[f"{name}.down.bias"])
    return g.norm(g.step("Add", x, inner), weights, f"{name}.n2", 1e-12)


def parting(weights: Weights) -> bytes:
    """The graph that says, per chosen word, how much speaks for each part of its quotation at each word."""
    g = Graph()
    anchor = g.linear(g.step("Gather", "seen", "anchors", axis=0), weights["a.weight"], weights["a.bias"])
    words = g.step("Unsqueeze", g.linear("seen", weights["b.weight"]), g.constant(np.array([0])))
    z = g.step("Add", g.step("Unsqueeze", anchor, g.constant(np.array([1]))), words)
    for n in range(4):
        column = g.step("Gather", "between", g.constant(np.int64(n)), axis=2)
        z = g.step("Add", z, g.bytes_rows(weights[f"rel.{n}.weight"], column))
    z = g.step("Gelu", z)
    for conv, norm, step in (("c1", "n1", 1), ("c2", "n2", 3)):
        y = g.step("Transpose", z, perm=[0, 2, 1])
        given = g.constant(weights[f"{conv}.weight"]), g.constant(weights[f"{conv}.bias"])
        y = g.step("Conv", y, *given, pads=[2 * step, 2 * step], dilations=[step])
        y = g.step("Gelu", g.step("Transpose", y, perm=[0, 2, 1]))
        z = g.norm(g.step("Add", z, y), weights, norm, 1e-5)
    g.named(g.linear(z, weights["out.weight"], weights["out.bias"]), "parts")
    inputs = {
        "seen": (TensorProto.FLOAT, ("w", SEEN)),
        "anchors": (TensorProto.INT64, ("n",)),
        "between": (TensorProto.INT64, ("n", "w", 4)),
    }
    return g.model("parting", inputs, {"parts": ("n", "w", PARTS)})
