"""How a moment may be shown to a person: the format of `date_time` entities."""

_LETTERS = frozenset("tTdDwW")


def date_format(given: str) -> str | None:
    """The format as Telegram writes it back (`r`, or weekday, date, time); None for one that is none."""
    if given in ("r", "R"):
        return "r"
    if not _LETTERS.issuperset(given):
        return None
    weekday = "w" if "w" in given.lower() else ""
    date = "d" if "d" in given else "D" if "D" in given else ""
    time = "t" if "t" in given else "T" if "T" in given else ""
    return weekday + date + time
