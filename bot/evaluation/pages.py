"""`errand eval pages`: pages against what they hold, in the own format or that of recipe-scrapers."""

import json
import re
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from bot.evaluation.reports import BadSet, Figure, Report, Request, milliseconds, share
from commerce.methods.components import ComponentLine, Kind
from commerce.methods.reading import NotAMethod, read_page

__all__ = ["measure"]

_UNSEEN = re.compile(r"[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_BULLET = re.compile(r"^[•●▪▢□☐]\s*")
_GOOD_F1 = 0.9

_Described = tuple[str, str | None, str | None, str]
"""Name, quantity, unit and kind of a component."""


@dataclass(frozen=True)
class _Pair:
    """A page and what it holds. `components` are the rows of the own format, none where only texts are."""

    name: str
    page: Path
    language: str
    texts: tuple[str, ...]
    components: tuple[Mapping[str, Any], ...]
    refuse: str | None
    url: str
    with_tools: bool


@dataclass(frozen=True)
class _Result:
    """How one page was read: `exact` when all texts are right, or it was rightly refused."""

    pair: _Pair
    exact: bool
    f1: float
    same_words: bool
    words_f1: float
    meant: int
    given: int
    hits: int
    described: int
    described_right: int
    seconds: float
    error: Mapping[str, Any] | None


def measure(request: Request) -> Report:
    """Right: the same texts in the same order, or rightly refused. `exact` and `f1_90` are shares of the
    pages to be read; `same_words` and `words_f1_90` the same with only letters and digits compared; `found`
    of the components meant, `false` of those read, `refused_right` of the pages to be refused,
    `described_right` of the components described whole: name, amount and kind. CPU time."""
    pairs = _pairs_in(request.only_path())
    if pairs:
        _result(pairs[0], request.wild)  # the first reading loads lexicons and what else is kept
    results = [_result(pair, request.wild) for pair in pairs]
    by_language: dict[str, list[_Result]] = defaultdict(list)
    for result in results:
        by_language[result.pair.language].append(result)
    figures: dict[str, Figure] = {
        **_shares(results),
        **_described_share(results),
        **milliseconds([result.seconds for result in results]),
        "by_language": {language: _shares(own) for language, own in sorted(by_language.items())},
    }
    errors = [result.error for result in results if result.error is not None]
    return Report(len(results), sum(result.exact for result in results), figures, errors)


def _shares(results: Sequence[_Result]) -> dict[str, Figure]:
    readable = [result for result in results if not result.pair.refuse]
    refusable = [result for result in results if result.pair.refuse]
    given = sum(result.given for result in results)
    figures: dict[str, Figure] = {"pages": len(results)}
    if readable:
        figures |= {
            "exact": share(sum(result.exact for result in readable), len(readable)),
            "f1_90": share(sum(result.f1 >= _GOOD_F1 for result in readable), len(readable)),
            "same_words": share(sum(result.same_words for result in readable), len(readable)),
            "words_f1_90": share(sum(result.words_f1 >= _GOOD_F1 for result in readable), len(readable)),
            "found": share(sum(result.hits for result in readable), sum(result.meant for result in readable)),
        }
    figures["false"] = share(given - sum(result.hits for result in results), given)
    if refusable:
        figures["refused_right"] = share(sum(result.exact for result in refusable), len(refusable))
    return figures


def _described_share(results: Sequence[_Result]) -> dict[str, Figure]:
    """Of the components that are described whole; nothing where only texts are told."""
    described = sum(result.described for result in results)
    right = sum(result.described_right for result in results)
    return {"described_right": share(right, described)} if described else {}


def _pairs_in(folder: Path) -> list[_Pair]:
    """The pages of a folder: `NAME.html` beside `NAME.json`, or `HOST/NAME.testhtml` beside `NAME.json`."""
    if not folder.is_dir():
        raise BadSet(f"{folder} is no folder; pages are a folder of NAME.html beside NAME.json.")
    pairs = []
    for page in sorted((*folder.rglob("*.html"), *folder.rglob("*.testhtml"))):
        described = page.with_suffix(".json")
        if not described.exists():
            continue
        try:
            row = json.loads(described.read_text(encoding="utf-8"))
            pairs.append(_pair(page, row, folder))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise BadSet(f"{described} does not describe a page: {error}. See docs/evaluation.md.") from error
    if not pairs:
        raise BadSet(f"{folder} has no NAME.html beside a NAME.json.")
    return pairs


def _pair(page: Path, row: Mapping[str, Any], folder: Path) -> _Pair:
    components = tuple(row.get("components") or ())
    told = row.get("ingredients") or list(_own_texts(components))
    return _Pair(
        name=str(page.relative_to(folder)),
        page=page,
        language=str(row.get("lang") or row.get("language") or "?")[:2].lower(),
        texts=tuple(_plain(text) for text in told),
        components=components,
        refuse=str(row["refuse"]) if row.get("refuse") else None,
        url=f"https://{row.get('host') or 'page.example'}/",
        with_tools="ingredients" not in row,
    )


def _own_texts(components: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """As `_texts`, of the rows of the own format, where a line is told twice if its first name is."""
    last: Mapping[str, Any] = {}
    for row in components:
        text = str(row.get("text") or row["name"])
        if text != last.get("text") or row.get("name") == last.get("name"):
            yield text
        last = row


def _result(pair: _Pair, wild: bool) -> _Result:
    body = pair.page.read_bytes()
    began = time.process_time()
    lines: list[ComponentLine] = []
    origins: list[int] = []
    try:
        reading = read_page(body, url=pair.url, content_type="text/html", known_sites=not wild)
        lines, origins, reader = list(reading.lines), list(reading.origins), reading.reader
    except NotAMethod as refused:
        reader = f"refused: {refused.reason}"
    seconds = time.process_time() - began
    if not pair.with_tools:
        kept = [(line, at) for line, at in zip(lines, origins, strict=True) if line.kind is not Kind.TOOL]
        lines, origins = [line for line, _ in kept], [at for _, at in kept]
    given, meant = [_plain(text) for text in _texts(lines, origins)], list(pair.texts)
    hits = (Counter(given) & Counter(meant)).total()
    exact = not lines if pair.refuse else given == meant
    wanted, told = Counter(map(_described, pair.components)), Counter(map(_told, lines))
    right = (wanted & told).total()
    error = None
    if not exact or right < wanted.total():
        error = {
            "page": pair.name,
            "reader": reader,
            "missing": list((Counter(meant) - Counter(given)).elements()),
            "invented": list((Counter(given) - Counter(meant)).elements()),
            "described": [list(one) for one in (wanted - told).elements()],
            "refuse": pair.refuse,
        }
    spoken, written = [_words(text) for text in given], [_words(text) for text in meant]
    return _Result(
        pair=pair,
        exact=exact,
        f1=_f1(given, meant),
        same_words=spoken == written,
        words_f1=_f1(spoken, written),
        meant=len(meant),
        given=len(given),
        hits=hits,
        described=wanted.total(),
        described_right=right,
        seconds=seconds,
        error=error,
    )


def _f1(given: Sequence[str], meant: Sequence[str]) -> float:
    hits = (Counter(given) & Counter(meant)).total()
    return 2 * hits / (len(given) + len(meant)) if given or meant else 1.0


def _words(text: str) -> str:
    """Letters and digits alone: brackets, commas, capitals and how a fraction is set aside."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if character.isalnum())


def _texts(lines: Sequence[ComponentLine], origins: Sequence[int]) -> Iterator[str]:
    """One text for each line of the page: "salt and pepper" gives two components of one line."""
    last: tuple[int, str] | None = None
    for line, origin in zip(lines, origins, strict=True):
        if last != (origin, line.text):
            yield line.text
        last = (origin, line.text)


def _described(row: Mapping[str, Any]) -> _Described:
    qty = row.get("qty")
    name = _plain(str(row.get("name") or row.get("text"))).casefold()
    number = None if qty is None else _number(str(qty))
    return name, number, row.get("unit"), str(row.get("kind") or "ingredient")


def _told(line: ComponentLine) -> _Described:
    amount = line.amount
    number, unit = (None, None) if amount is None else (_number(str(amount.qty)), str(amount.unit))
    return _plain(line.name).casefold(), number, unit, str(line.kind)


def _number(text: str) -> str:
    try:
        return f"{Decimal(text).quantize(Decimal('0.001')).normalize():f}"
    except InvalidOperation:
        return text


def _plain(text: Any) -> str:
    """Blanks, invisible characters and bullets in front aside: they are no part of a line's text."""
    return _BULLET.sub("", " ".join(_UNSEEN.sub("", str(text)).split()))
