"""What went wrong, in a sentence for whoever sits at the command line."""

import errno
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

__all__ = ["sentence_of", "tell"]

TOLD_AS_THEY_ARE = {
    "BadSet",
    "BadSettings",
    "CannotGrant",
    "CannotInstall",
    "CannotMeasure",
    "CannotTrain",
    "CannotMigrate",
    "NeedsCheckout",
    "NotSetUp",
}
"""Errors whose words are written for the person who sets the shop up."""
BAD_ADDRESS = {"ArgumentError", "NoSuchModuleError"}
REFUSED_TOKEN = {"InvalidToken", "Unauthorized"}


def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """As `sys.excepthook`: a sentence on stderr; the trace of a mistake of ours goes to a file."""
    sentence = sentence_of(error)
    if sentence is None:
        path = _keep(kind, error, trace)
        sentence = (
            f"Errand stopped because of a mistake of its own ({kind.__name__}). "
            f"The details are in {path}; nothing that was confirmed is lost, start it again."
        )
    print(sentence, file=sys.stderr)


def sentence_of(error: BaseException) -> str | None:
    """The sentence for a failure that its reader can mend; None for a mistake of the program.

    Errors are told apart by name, so that nothing has to be imported to find out that all is well.
    """
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if kinds & TOLD_AS_THEY_ARE:
        return str(error)
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return "The port is taken by another program: choose one with --port, or stop that program."
    if isinstance(error, OSError) and error.errno in {errno.EACCES, errno.EROFS, errno.ENOSPC}:
        return f"A file cannot be written: {error.strerror} ({error.filename})."
    if kinds & BAD_ADDRESS:
        return "DATABASE_URL is not an address of a database: sqlite:///PATH or postgresql+psycopg://…"
    if "OperationalError" in kinds:
        cause = str(getattr(error, "orig", error)).strip().splitlines()[0]
        return f"The database does not answer ({cause}). Is DATABASE_URL right, and is the server up?"
    if kinds & REFUSED_TOKEN:
        return "Telegram does not know this token: copy TELEGRAM_BOT_TOKEN again from @BotFather."
    if "NetworkError" in kinds:
        return f"Telegram cannot be reached ({error}). Is there a connection to the internet?"
    return None


def _keep(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> Path:
    from bot.settings import ROOT

    path = ROOT / "var" / f"mistake-{datetime.now(UTC):%Y%m%d-%H%M%S}.log"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(traceback.format_exception(kind, error, trace)), encoding="utf-8")
    return path
