"""Why an import does not begin, in words for the person who started it."""


class ImportRefused(Exception):
    """The source or the newsroom is not fit for an import; nothing has been written."""


class IncompleteReport(Exception):
    """A record of the source has no outcome: our mistake, which must never pass unseen."""
