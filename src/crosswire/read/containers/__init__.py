"""What holds pages: web archives, mail, zips, documents."""
