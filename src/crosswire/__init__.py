"""crosswire reads many reports of one event and gives back one account in which every line can be checked."""

__version__ = "0.1.0"
