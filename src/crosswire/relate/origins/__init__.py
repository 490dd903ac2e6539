"""Who brought a report’s words into the record, and by which way they came.

It starts in `origins.py`; `lineage.py` has the steps from source to copy, `report_versions.py` what a report said
before, `across.py` copies between stories. `copies` and `edits` are known here.
"""
