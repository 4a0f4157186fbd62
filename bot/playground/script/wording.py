"""Words that are looked for: `…` stands for anything, white space for any other white space; and words made
stable, that is, free of what changes from one run to the next (codes, times, dates, addresses)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

__all__ = [
    "ANYTHING",
    "key_of",
    "keys_of",
    "labels",
    "line_of",
    "pages_in",
    "pattern",
    "stable",
    "with_addresses",
    "without_addresses",
]

ANYTHING = "…"
LONGEST_PIECE = 60
SHORTEST_SENTENCE = 12
FEWEST_LETTERS = 3
_SITE = re.compile(r"https?://[\w.:\[\]-]+/sites/([\w./%~+-]+)")
_PAGE = re.compile(r"\bpage:([\w.-]+(?:/[\w./%~+-]*)?)")
_ADDRESS = re.compile(r"https?://(?:127\.0\.0\.1|localhost|\[::1\])[^\s)>\]]*")
_CODE = re.compile(r"(?<![\w-])(?!\d{5} [A-ZÀ-Ý])[2-9A-HJKMNP-TV-Z]{5}(?![\w-])")
"""As `commerce.codes` makes them; five digits before a capital are a postcode."""
_TIME = re.compile(r"\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?\b")
_WEEKDAYS = "Mon|Tue|Wed|Thu|Fri|Sat|Sun|Mo|Di|Mi|Do|Fr|Sa|So|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom"
_DAY = re.compile(rf"\b(?:{_WEEKDAYS})\w*\.?,? \d{{1,2}}\.? \w{{3,9}}\.?")
_ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def pattern(words: str, *, whole: bool = False) -> re.Pattern[str]:
    """What finds these words in a text; `whole`: they are all of it."""
    parts = [r"\s+".join(map(re.escape, re.split(r"\s+", part))) for part in words.strip().split(ANYTHING)]
    found = ".*?".join(parts)
    return re.compile(rf"\A\s*{found}\s*\Z" if whole else found, re.DOTALL)


def labels(words: str) -> list[re.Pattern[str]]:
    """A button by its whole label, else by a part of it."""
    return [pattern(words, whole=True), pattern(words)]


def stable(text: str) -> str:
    """The text with `…` for what another run would say otherwise."""
    text = without_addresses(text)
    for changing in (_ADDRESS, _TIME, _DAY, _ISO_DAY, _CODE):
        text = changing.sub(ANYTHING, text)
    return re.sub(rf"{ANYTHING}(?:[\s,]*{ANYTHING})+", ANYTHING, text)


def line_of(text: str) -> Iterator[str]:
    """Short stable pieces of the text by which a message may be known, the first line first."""
    for line in text.split("\n"):
        words = _short(stable(line).strip())
        if len(re.sub(r"[\W\d_]", "", words)) >= FEWEST_LETTERS:
            yield words


def _short(words: str) -> str:
    """Cut behind a sentence or else a word, and without anything at either end that may be anything."""
    if len(words) > LONGEST_PIECE:
        sentence = re.match(rf".{{{SHORTEST_SENTENCE},{LONGEST_PIECE}}}[.;:?!](?= )", words)
        words = sentence[0] if sentence else words[:LONGEST_PIECE].rpartition(" ")[0] or words[:LONGEST_PIECE]
    return words.strip(f" ,;:·—-{ANYTHING}")


def without_addresses(text: str) -> str:
    """Pages of the demo town by their own names: `page:HOST/PATH`."""
    return _SITE.sub(r"page:\1", text)


def with_addresses(text: str, playground: str) -> str:
    """`page:HOST/PATH` as the address at which this playground answers."""
    return _PAGE.sub(lambda found: f"{playground}/sites/{found[1]}", text)


def pages_in(text: str) -> list[tuple[str, str, str]]:
    """Every `page:HOST/PATH` in the text: as it stands, host, path."""
    return [(found[0], *_split(found[1])) for found in _PAGE.finditer(text)]


def _split(page: str) -> tuple[str, str]:
    host, _, path = page.partition("/")
    return host, path


def key_of(first_name: str) -> str:
    """A person's key: her first name in small plain letters."""
    plain = unicodedata.normalize("NFKD", first_name).encode("ascii", "ignore").decode().lower()
    key = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    return key if key[:1].isalpha() else f"person_{key}".rstrip("_")


def keys_of(users: Iterable[tuple[int, str]]) -> dict[int, str]:
    """Keys for (id, first name): `mia`, and `mia_2` for the second of that name, by id."""
    keys: dict[int, str] = {}
    for number, first_name in sorted(users):
        key, count = key_of(first_name), 1
        while (wanted := key if count == 1 else f"{key}_{count}") in keys.values():
            count += 1
        keys[number] = wanted
    return keys
