"""Reports to stories."""
