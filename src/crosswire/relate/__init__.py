"""A story to its actors, utterances, origins, links, points and timeline.

`story.py` calls one folder after the other. The folders know each other in one direction only:
copies ← edits ← origins ← {utterances, points}; actors and times know none.
"""
