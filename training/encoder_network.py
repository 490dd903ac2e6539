"""The network of the quotation tagger, as it is trained (PyTorch); `encoder_graphs` writes it for the run time.

An encoder of the shape of MiniLM-L6 reads a window; what the parse says of each word is added to its embedding. A
word is then seen with the word it hangs on. One layer says whether it heads a cue. For a cue, every word of the
window is seen together with the cue and with what lies between them; two convolutions let neighbours agree, and a
linear-chain conditional random field has the last word on the parts.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812 (its usual name)
from safetensors.torch import load_file
from sizes import BORDERS, HEADS, INNER, LAYERS, PAIR, PARTS, PIECES, PLACES, SEEN, WIDTH
from torch import Tensor, nn

from crosswire.annotate.between import BUCKETS, MARKS, NEIGHBOURS
from crosswire.annotate.windows import COLUMNS

DROPOUT, PAIR_DROPOUT = 0.1, 0.15


class Layer(nn.Module):
    """One layer of the encoder: attention, then two matrices."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.o = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.n1, self.n2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.p = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        rows, size, width = x.shape
        q, k, v = self.qkv(x).view(rows, size, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.n1(x + self.p(self.o(seen.transpose(1, 2).reshape(rows, size, width))))
        return self.n2(x + self.p(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """MiniLM-L6 with the columns of `windows` added to each piece."""

    def __init__(self) -> None:
        super().__init__()
        self.word, self.pos, self.kind = (nn.Embedding(n, WIDTH) for n in (PIECES, PLACES, 2))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.seen = nn.ModuleList(nn.Embedding(size, WIDTH) for size in COLUMNS)
        for table in self.seen:
            nn.init.zeros_(table.weight)  # the weights it starts from know nothing of the parse
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.p = nn.Dropout(DROPOUT)

    def forward(self, ids: Tensor, mask: Tensor, columns: Tensor) -> Tensor:
        x = self.word(ids) + self.pos.weight[: ids.shape[1]] + self.kind.weight[0]
        for n, table in enumerate(self.seen):
            x = x + table(columns[..., n])
        x = self.p(self.norm(x))
        x = x.to(torch.bfloat16) if torch.is_autocast_enabled("cpu") else x
        open_ = torch.where(mask, 0.0, -1e4)[:, None, None, :].to(x.dtype)
        for layer in self.layers:
            x = layer(x, open_)
        return x.float()


class Convolutions(nn.Module):
    """The small rival of the encoder: six gated convolutions over the embeddings of the same pieces."""

    def __init__(self, width: int = 192, layers: int = 6) -> None:
        super().__init__()
        self.word, self.inward, self.outward = (
            nn.Embedding(PIECES, WIDTH),
            nn.Linear(WIDTH, width),
            nn.Linear(width, WIDTH),
        )
        self.seen = nn.ModuleList(nn.Embedding(size, width) for size in COLUMNS)
        steps = [2 ** (n % 4) for n in range(layers)]
        self.convs = nn.ModuleList(nn.Conv1d(width, 2 * width, 3, padding=step, dilation=step) for step in steps)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in steps)
        self.p = nn.Dropout(DROPOUT)

    def forward(self, ids: Tensor, mask: Tensor, columns: Tensor) -> Tensor:
        x = self.inward(self.word(ids))
        for n, table in enumerate(self.seen):
            x = x + table(columns[..., n])
        x = self.p(x)
        for conv, norm in zip(self.convs, self.norms, strict=True):
            x = x * mask[..., None]
            x = norm(x + self.p(F.glu(conv(x.transpose(1, 2)), dim=1).transpose(1, 2)))
        found: Tensor = self.outward(x).float()
        return found


class Tagger(nn.Module):
    """The encoder with its two decisions: cues, and parts."""

    def __init__(self, paths: int, encoder: nn.Module) -> None:
        super().__init__()
        self.enc = encoder
        self.own, self.head = nn.Linear(WIDTH, SEEN), nn.Linear(WIDTH, SEEN)
        self.seen = nn.ModuleList(nn.Embedding(size, SEEN) for size in COLUMNS)
        self.cue1, self.cue2 = nn.Linear(SEEN, SEEN), nn.Linear(SEEN, 1)
        self.a, self.b = nn.Linear(SEEN, PAIR), nn.Linear(SEEN, PAIR, bias=False)
        self.rel = nn.ModuleList(nn.Embedding(size, PAIR) for size in (BUCKETS, NEIGHBOURS, MARKS, paths + 2))
        self.c1 = nn.Conv1d(PAIR, PAIR, 5, padding=2)
        self.c2 = nn.Conv1d(PAIR, PAIR, 5, padding=6, dilation=3)
        self.n1, self.n2 = nn.LayerNorm(PAIR), nn.LayerNorm(PAIR)
        self.out = nn.Linear(PAIR, PARTS)
        self.steps = nn.Parameter(torch.zeros(BORDERS, PARTS, PARTS))
        self.p = nn.Dropout(PAIR_DROPOUT)
        for table in [*self.seen, *self.rel]:
            nn.init.normal_(table.weight, std=0.1)

    def words(self, fed: Mapping[str, Tensor]) -> tuple[Tensor, Tensor]:
        """Per window and word what is seen of it, and the log odds that it heads a cue."""
        pieces = self.enc(fed["ids"], fed["mask"], fed["marks"])
        wide = (-1, -1, pieces.shape[-1])
        own = torch.gather(pieces, 1, fed["first"][..., None].expand(*wide))
        head = torch.gather(own, 1, fed["heads"][..., None].expand(*wide))
        seen = self.own(own) + self.head(head)
        for n, table in enumerate(self.seen):
            seen = seen + table(fed["columns"][..., n])
        seen = self.p(F.gelu(seen))
        return seen, self.cue2(F.gelu(self.cue1(seen)))[..., 0]

    def parts(self, seen: Tensor, fed: Mapping[str, Tensor]) -> Tensor:
        """Per cue (a row of `which` window and `anchor` word) and word a score for each part."""
        z = self.b(seen)[fed["which"]] + self.a(seen[fed["which"], fed["anchor"]])[:, None]
        for n, table in enumerate(self.rel):
            z = z + table(fed["between"][..., n])
        real = fed["reach"][..., None]
        z = self.p(F.gelu(z)) * real
        z = self.n1(z + self.p(F.gelu(self.c1(z.transpose(1, 2)).transpose(1, 2)))) * real
        z = self.n2(z + self.p(F.gelu(self.c2(z.transpose(1, 2)).transpose(1, 2))))
        found: Tensor = self.out(z)
        return found


def chain_loss(scores: Tensor, steps: Tensor, fed: Mapping[str, Tensor]) -> Tensor:
    """Per cue how much less likely the annotators' parts are than all sequences together (negative log likelihood)."""
    parts, real, border = fed["parts"], fed["reach"], fed["borders"]
    true = (scores.gather(2, parts[..., None])[..., 0] * real).sum(1)
    true = true + (steps[border[:, 1:], parts[:, :-1], parts[:, 1:]] * real[:, 1:]).sum(1)
    moves, ahead = steps[border], scores[:, 0]
    for n in range(1, scores.shape[1]):
        reached = torch.logsumexp(ahead[:, :, None] + moves[:, n], 1) + scores[:, n]
        ahead = torch.where(real[:, n, None], reached, ahead)
    return torch.logsumexp(ahead, 1) - true


@torch.no_grad()
def start_from(encoder: nn.Module, weights: Path) -> None:
    """Copy MiniLM's weights (a safetensors file) into the encoder; its convolutional rival takes the words only."""
    given = load_file(weights)
    encoder.word.weight.copy_(given["embeddings.word_embeddings.weight"])
    if not isinstance(encoder, Encoder):
        return
    encoder.pos.weight.copy_(given["embeddings.position_embeddings.weight"])
    encoder.kind.weight.copy_(given["embeddings.token_type_embeddings.weight"])
    for kind in ("weight", "bias"):
        getattr(encoder.norm, kind).copy_(given[f"embeddings.LayerNorm.{kind}"])
        for n, layer in enumerate(encoder.layers):
            name = f"encoder.layer.{n}"
            own = [given[f"{name}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            getattr(layer.qkv, kind).copy_(torch.cat(own))
            getattr(layer.o, kind).copy_(given[f"{name}.attention.output.dense.{kind}"])
            getattr(layer.n1, kind).copy_(given[f"{name}.attention.output.LayerNorm.{kind}"])
            getattr(layer.up, kind).copy_(given[f"{name}.intermediate.dense.{kind}"])
            getattr(layer.down, kind).copy_(given[f"{name}.output.dense.{kind}"])
            getattr(layer.n2, kind).copy_(given[f"{name}.output.LayerNorm.{kind}"])
