"""`errand eval replies`: sellers' answers in words."""

from dataclasses import asdict

from bot.evaluation.reports import BadSet, Report, Request
from commerce.quotes.replies.scoring import score

__all__ = ["measure"]


def measure(request: Request) -> Report:
    """`line_f1`, `reply_rate`, `wrong_bindings` and `needless` (asked back although clear)."""
    path = request.only_path()
    try:
        figures = score(path)
    except (KeyError, ValueError, TypeError) as error:
        raise BadSet(f"{path} is no set of replies ({error!r}); see docs/evaluation.md.") from error
    return Report(
        figures.n,
        figures.right,
        {
            "line_f1": round(figures.line_f1, 4),
            "reply_rate": round(figures.reply_rate, 4),
            "wrong_bindings": figures.wrong_bindings,
            "needless": figures.needless,
        },
        [asdict(miss) for miss in figures.misses],
    )
