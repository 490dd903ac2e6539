"""Acts of speech, as several reports render them.

It starts in `utterances.py`. Of the other folders only `origins` is known here.
"""
