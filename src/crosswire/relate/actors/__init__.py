"""Who is who in a story: mentions to actors, sources to speakers.

It starts in `actors.py`. No other folder of the room is imported here.
"""
