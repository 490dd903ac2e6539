"""A story to its actors, utterances, origins, links, points and timeline."""
