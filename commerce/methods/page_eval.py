"""How well pages are read, on folders of pages with what they hold (`pages` in docs/evaluation.md)."""

import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from commerce.methods.components import ComponentLine, Kind
from commerce.methods.reading import NotAMethod, read_page

__all__ = ["PageFigures", "PageMiss", "Pair", "pairs_in", "score_pages"]

_UNSEEN = re.compile(r"[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_BULLET = re.compile(r"^[•●▪▢□☐]\s*")


@dataclass(frozen=True)
class Pair:
    """A page and what it holds: `components` as rows of the own format, or only texts for those of a site."""

    name: str
    page: Path
    language: str
    texts: tuple[str, ...]
    components: tuple[dict[str, Any], ...]
    refuse: str | None
    with_tools: bool
    url: str


@dataclass(frozen=True)
class PageMiss:
    """One page read otherwise than meant."""

    name: str
    reader: str
    f1: float
    missing: tuple[str, ...]
    invented: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class PageFigures:
    """Shares of 1 and CPU milliseconds. `exact`: the same texts in the same order; `f1_90`: F1 of texts at
    least 0.9; both of the pages to be read. `found`: of the components meant; `false`: of those read.
    `refused_right`: of the pages to be refused; `read_right`: of the components described whole, those whose
    name, amount and kind are right. `right` counts exact and rightly refused pages.
    """

    n: int
    right: int
    rate: float
    exact: float
    f1_90: float
    found: float
    false: float
    refused_right: float
    read_right: float
    ms_p50: float
    ms_p95: float
    by_language: dict[str, dict[str, float]]
    misses: tuple[PageMiss, ...]


@dataclass(frozen=True)
class _Result:
    pair: Pair
    exact: bool
    f1: float
    meant: int
    given: int
    hits: int
    described: int
    described_right: int
    cpu_ms: float
    miss: PageMiss | None


def pairs_in(folder: Path) -> list[Pair]:
    """The pages of a folder: `NAME.html` beside `NAME.json`, or `HOST/NAME.testhtml` beside `NAME.json`."""
    found = []
    for page in sorted((*folder.rglob("*.html"), *folder.rglob("*.testhtml"))):
        described = page.with_suffix(".json")
        if described.exists():
            found.append(_pair(page, json.loads(described.read_text(encoding="utf-8")), folder))
    return found


def score_pages(pairs: Sequence[Pair], *, wild: bool = False) -> PageFigures:
    """Reads every page and compares; `wild` treats each site as unknown."""
    results = [_result(pair, wild) for pair in pairs]
    by_language: dict[str, list[_Result]] = defaultdict(list)
    for result in results:
        by_language[result.pair.language].append(result)
    times = sorted(result.cpu_ms for result in results) or [0.0]
    right = sum(result.exact for result in results)
    shares = _shares(results)
    return PageFigures(
        n=len(results),
        right=right,
        rate=_share(right, len(results)),
        exact=shares["exact"],
        f1_90=shares["f1_90"],
        found=shares["found"],
        false=shares["false"],
        refused_right=shares["refused_right"],
        read_right=_share(
            sum(result.described_right for result in results), sum(result.described for result in results)
        ),
        ms_p50=times[len(times) // 2],
        ms_p95=times[min(len(times) - 1, len(times) * 95 // 100)],
        by_language={
            language: {"n": len(own), **_shares(own)} for language, own in sorted(by_language.items())
        },
        misses=tuple(result.miss for result in results if result.miss is not None),
    )


def _shares(results: Sequence[_Result]) -> dict[str, float]:
    readable = [result for result in results if not result.pair.refuse]
    refusable = [result for result in results if result.pair.refuse]
    return {
        "exact": _share(sum(result.exact for result in readable), len(readable)),
        "f1_90": _share(sum(result.f1 >= 0.9 for result in readable), len(readable)),
        "found": _share(sum(result.hits for result in readable), sum(result.meant for result in readable)),
        "false": 1
        - _share(sum(result.hits for result in results), sum(result.given for result in results)),
        "refused_right": _share(sum(result.exact for result in refusable), len(refusable)),
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _pair(page: Path, row: dict[str, Any], folder: Path) -> Pair:
    """Of a file in the own format, or in that of recipe-scrapers' test data."""
    components = tuple(row.get("components") or ())
    told = row.get("ingredients") or [one["text"] for one in components]
    host = str(row.get("host") or "page.example")
    return Pair(
        name=str(page.relative_to(folder)),
        page=page,
        language=str(row.get("lang") or row.get("language") or "?")[:2].lower(),
        texts=tuple(_plain(text) for text in told),
        components=components,
        refuse=str(row["refuse"]) if row.get("refuse") else None,
        with_tools="ingredients" not in row,
        url=f"https://{host}/",
    )


def _result(pair: Pair, wild: bool) -> _Result:
    body = pair.page.read_bytes()
    began = time.process_time()
    lines: Sequence[ComponentLine] = ()
    try:
        reading = read_page(body, url=pair.url, content_type="text/html", known_sites=not wild)
        lines, reader = reading.lines, reading.reader
        if not pair.with_tools:
            lines = [line for line in lines if line.kind is not Kind.TOOL]
    except NotAMethod as refused:
        reader = f"refused: {refused.reason}"
    cpu_ms = (time.process_time() - began) * 1000
    given = [_plain(text) for text in _texts(lines)]
    meant = list(pair.texts)
    hits = (Counter(given) & Counter(meant)).total()
    f1 = 2 * hits / (len(given) + len(meant)) if given or meant else 1.0
    exact = not lines if pair.refuse else given == meant
    described = [_described(row) for row in pair.components]
    right = (Counter(described) & Counter(map(_told, lines))).total()
    miss = None
    if not exact or right < len(described):
        miss = PageMiss(
            name=pair.name,
            reader=reader,
            f1=f1,
            missing=tuple((Counter(meant) - Counter(given)).elements())
            or tuple(map(str, (Counter(described) - Counter(map(_told, lines))).elements())),
            invented=tuple((Counter(given) - Counter(meant)).elements())
            or tuple(map(str, (Counter(map(_told, lines)) - Counter(described)).elements() if described else ())),
            note="other order" if hits == len(given) == len(meant) and not exact else "",
        )
    return _Result(pair, exact, f1, len(meant), len(given), hits, len(described), right, cpu_ms, miss)


def _texts(lines: Sequence[ComponentLine]) -> Iterator[str]:
    """One text for each line of the page: "salt and pepper" gives two components of one line."""
    last: ComponentLine | None = None
    for line in lines:
        together = last is not None and last.text == line.text and last.name != line.name
        if not together:
            yield line.text
        last = line


_Described = tuple[str, str | None, str | None, str]


def _described(row: dict[str, Any]) -> _Described:
    qty = row.get("qty")
    return (
        _plain(str(row["name"])).casefold(),
        None if qty is None else _number(str(qty)),
        row.get("unit"),
        str(row.get("kind") or "ingredient"),
    )


def _told(line: ComponentLine) -> _Described:
    amount = line.amount
    return (
        _plain(line.name).casefold(),
        None if amount is None else _number(str(amount.qty)),
        None if amount is None else str(amount.unit),
        str(line.kind),
    )


def _number(text: str) -> str:
    try:
        return f"{Decimal(text).quantize(Decimal('0.001')).normalize():f}"
    except InvalidOperation:
        return text


def _plain(text: str) -> str:
    """Blanks, invisible characters and bullets in front aside: they are no part of a line's text."""
    return _BULLET.sub("", " ".join(_UNSEEN.sub("", str(text)).split()))
