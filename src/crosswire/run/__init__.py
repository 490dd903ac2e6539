"""How the steps of the route are carried out: models loaded once, failures counted, progress told."""
