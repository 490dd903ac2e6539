"""The world to pages: files, folders, standard input, JSONL, HTML and plain text."""
