"""How many a story has killed and injured, from counts, from people told one by one, and from sums of both."""
