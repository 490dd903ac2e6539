"""Acts of speech, as several reports render them."""
