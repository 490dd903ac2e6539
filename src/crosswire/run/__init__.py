"""How the steps are carried out: models loaded once, counts, progress."""
