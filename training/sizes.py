"""How large the network of the quotation tagger is."""

from __future__ import annotations

# MiniLM-L6's own sizes.
WIDTH, INNER, HEADS, LAYERS, PIECES, PLACES = 384, 1536, 12, 6, 30522, 512
# What is seen of a word, what is seen of a word and a cue together, the parts, the kinds of border.
SEEN, PAIR, PARTS, BORDERS = 256, 128, 4, 4
