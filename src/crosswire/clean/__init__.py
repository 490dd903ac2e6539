"""A page to its report: markup, plain text, header."""
