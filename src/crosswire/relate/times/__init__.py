"""When things happened."""
