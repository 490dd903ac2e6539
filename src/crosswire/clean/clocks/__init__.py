"""When a report was published and updated."""
