"""Links beside a thing that lead to where it is sold: "Buy now", "Buy on Amazon"."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

__all__ = ["is_offer"]

_LONGEST_OFFER = 40
_MARKS = re.compile(r"[\W_]+")


def is_offer(text: str) -> bool:
    """Whether a link says no more than that one can buy the thing, there or somewhere by name."""
    if len(text) > _LONGEST_OFFER:
        return False
    said = _MARKS.sub(" ", text.replace("’", "'").casefold()).strip()
    return said in _words()["buy"] or any(said.startswith(f"{word} ") for word in _words()["buy_at"])


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    text = (files("commerce.methods") / "data" / "goods.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}
