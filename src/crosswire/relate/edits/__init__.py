"""What changed from a text to its copy."""
