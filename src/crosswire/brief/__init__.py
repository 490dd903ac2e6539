"""All that was found in a story to its dossier."""
