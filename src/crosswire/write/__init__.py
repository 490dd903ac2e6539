"""A dossier to the terminal, Markdown, HTML and JSON."""
