"""Every error crosswire raises on purpose: one tree, so that a caller can catch it whole."""


class CrosswireError(Exception):
    """Base of all. The message names the file or report and says what to do."""


class InputError(CrosswireError):
    """What was given can't be used: an unreadable file, a malformed row, a page without a report."""


class UsageError(CrosswireError):
    """The call itself is off: an unknown option, a measure that does not exist."""


class ModelError(CrosswireError):
    """A language model or a weights file is missing or is not the pinned one."""


class DataError(CrosswireError):
    """A data file of crosswire's own (lexicon, evaluation data) can't be read."""
