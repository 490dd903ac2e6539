"""What is known about language and the trade, as dated, sourced data files."""
