"""Words that stand in two reports."""
