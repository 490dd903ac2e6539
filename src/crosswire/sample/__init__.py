"""The bundled sample: scraped pages of one invented event, and one page of another story."""
