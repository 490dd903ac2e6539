"""Words that stand in two reports, of one story or of two.

It starts in `copying.py`; with `copy_index.py` where the reports of many stories are looked through. No other folder of
the room is imported here.
"""
