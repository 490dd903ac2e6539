"""The measures of crosswire, each beside a rival or a simple baseline."""
