"""Where a report was written and who supplied its words and pictures."""
