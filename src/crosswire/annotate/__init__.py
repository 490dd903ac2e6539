"""A report to its annotation: sentences, mentions, quotations, figures, time expressions."""
