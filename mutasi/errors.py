"""How a command ends when it cannot do its work: one clear line and the right exit status."""

from __future__ import annotations


class CommandError(Exception):
    """A command cannot go on; the message is the one line that the user sees on standard error."""

    exit_code: int


class UsageFailure(CommandError):
    """Wrong use or bad input: the user can mend it. Exit status 2."""

    exit_code = 2


class Failure(CommandError):
    """The work itself failed: a portal, a database, a disk. Exit status 1."""

    exit_code = 1
