"""Nominal sizes of lumber: a "2x4" measures 38 x 89 mm, and so it is called where one buys in millimetres."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

__all__ = ["dressed_size"]

_NOMINAL = re.compile(
    r"(?<![\w.,/])(5/4|\d{1,2}|[a-z]{3,6})\"?(?:\s?[x×]\s?|[\s-]by[\s-])(\d{1,2}|[a-z]{3,6}?)\"?(?:e?s)?"
    r"(?![\w/]|[.,]\d|\s?(?:mm|cm|m|x|×)(?!\w))",
    re.IGNORECASE,
)


def dressed_size(text: str) -> tuple[str, str] | None:
    """The millimetres of the first nominal size in a text ("2x4s", "two-by-four"), or None where none is
    named. What carries a unit ("4x6 mm") or a third measure ("2 x 4 x 8") is none, but for a length in feet.
    """
    table = _table()
    for found in _NOMINAL.finditer(_LENGTH_BEHIND.sub(r"\1 ", text)):
        thick, wide = (table["words"].get(part.lower(), part) for part in found.groups())
        if thick in table["thickness"] and wide in table["width"]:
            return table["thickness"][thick], table["width"][wide]
    return None


_LENGTH_BEHIND = re.compile(
    r"((?<![\w.,/])[1246]\s?[x×]\s?\d{1,2})\s?[x×]\s?(?:\d{1,2})\s?(?:'|ft|feet|foot)(?!\w)?"
)


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    text = (files("commerce.matching") / "data" / "nominal.toml").read_text(encoding="utf-8")
    return {name: dict(sizes) for name, sizes in tomllib.loads(text).items()}
