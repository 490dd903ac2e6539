"""Who brought a report's words into the record, and by which way they came."""
