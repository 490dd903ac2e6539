"""A page's lines: kept as the report's, or furniture of some kind and why."""
