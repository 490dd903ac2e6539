"""A page's markup: parsed once, decided block by block."""
