"""When things happened.

It starts in `clock.py`, for times that only the story can place; `dated.py` puts events on them, for the entries of
`timeline.py` and the statements of `statement_times.py`. No other folder of the room is imported here.
"""
