"""What changed from a text to its copy, and whether that touches the meaning.

It starts in `collation.py`, which sets sentences side by side, and `edits.py`, which names the changes. Of the other
folders only `copies` is known here.
"""
