"""The command line: `errand run`, `errand play` and what belongs to the house."""

import sys

from bot.cli import program
from bot.cli.sentences import tell

__all__ = ["main"]


def main() -> None:
    """Run a command. What goes wrong is told in a sentence, never as a stack trace."""
    sys.excepthook = tell
    program()


if __name__ == "__main__":
    main()
