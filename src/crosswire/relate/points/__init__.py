"""What the reports say of one thing: agreed, disputed, superseded.

It starts in `points.py`. `copies`, `edits` and `origins` are known here.
"""
