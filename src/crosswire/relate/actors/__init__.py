"""Who is who in a story: mentions to actors, sources to speakers."""
