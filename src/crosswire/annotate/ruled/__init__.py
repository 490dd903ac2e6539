"""Quotations by rules, for languages without a parser: marks, verbs of saying, word order, the subjunctive."""
