"""When things happened.

It starts in `clock.py`, for times that only the story can place, and `timeline.py`. No other folder of the room is
imported here.
"""
