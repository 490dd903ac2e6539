"""Feeds, newswire formats and JSON-LD."""
