"""From a page or a pasted text to the components of its job.

`read_page` asks the readers in order: the site's own, JSON-LD, microdata, headings. Work is bounded by size
(bytes, nodes, lines), so hostile pages cost a known time; callers run it off the event loop.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

from commerce.methods.components import ComponentLine, Doubt, Kind
from commerce.methods.lexicon import LANGUAGES
from commerce.methods.lines import read_lines
from commerce.methods.readers.amounts import share_with_amounts
from commerce.methods.readers.choosing import is_poor, is_richer
from commerce.methods.readers.costs import is_costly
from commerce.methods.readers.dense import read_dense
from commerce.methods.readers.finding import MOST_LINES, Finding, RawLine
from commerce.methods.readers.goods import is_product
from commerce.methods.readers.headings import read_headings
from commerce.methods.readers.marked import read_marked
from commerce.methods.readers.microdata import read_microdata
from commerce.methods.readers.page import Page, open_page
from commerce.methods.readers.pasted import read_pasted, yields_in
from commerce.methods.readers.prose import is_food, pasted_prose, read_prose
from commerce.methods.readers.refusing import WhyNot, is_collection, is_priced, is_shop, why_not
from commerce.methods.readers.sharing import tools_in
from commerce.methods.readers.sites import read_known_site
from commerce.methods.readers.state import read_state
from commerce.methods.readers.structured import read_structured
from commerce.methods.readers.tongues import guess_language

__all__ = ["MethodReading", "NotAMethod", "WhyNot", "read_page", "read_text"]

MOST_BYTES = 4 * 1024 * 1024
_FEWEST_LINES = 2
_MOST_TOOLS = 15
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_PERSONS = re.compile(
    r"^(?:servings?|serves|portions?|portionen|people|persons?|personen|personnes?|parts?|pers\.?|persone|porzioni"
    r"|raciones|personas|porciones|porties|人分)\b",
    re.IGNORECASE,
)


class NotAMethod(Exception):
    """No components could be found, for `reason`."""

    def __init__(self, reason: WhyNot) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True)
class MethodReading:
    """A job as its page tells it. `servings_unit` is None where portions are meant, else what comes out
    ("cookies"); `language` is the two-letter code, `locale` the whole tag of the page or empty."""

    title: str
    servings: Decimal | None
    servings_unit: str | None
    language: str
    lines: tuple[ComponentLine, ...]
    reader: str
    locale: str = ""


def read_page(body: bytes, *, url: str, content_type: str | None, known_sites: bool = True) -> MethodReading:
    """Read the components of a page. `known_sites=False` treats every site as unknown, to measure that.

    Raises `NotAMethod` with the reason where there is nothing to read."""
    if not body.strip():
        raise NotAMethod(WhyNot.EMPTY)
    if len(body) > MOST_BYTES or is_costly(body):
        raise NotAMethod(WhyNot.TOO_LARGE)
    if b"\x00" in body[:1024] and not body.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotAMethod(WhyNot.NOT_TEXT)
    page = open_page(body, url=url, content_type=content_type)
    if (content_type or "").lower().startswith("text/plain"):
        return read_text(page.text)
    finding = _best_finding(page, known_sites)
    text = " ".join(line.text for line in finding.lines)
    language = _language(page.locale or finding.language) or guess_language(text)
    yields = finding.yields or yields_in(_text_of(page))
    return _reading(finding.with_title(page.title), language, yields, page.locale or finding.language)


def read_text(text: str, *, language: str | None = None) -> MethodReading:
    """Read the components of a text that a person pasted. Raises `NotAMethod`."""
    if not text.strip():
        raise NotAMethod(WhyNot.EMPTY)
    text = text[:40_000]
    finding = read_pasted(text) or pasted_prose(text, _language(language or "") or guess_language(text))
    if finding is None:
        raise NotAMethod(WhyNot.NO_COMPONENTS)
    lines = " ".join(line.text for line in finding.lines)
    spoken = _language(language or "") or guess_language(f"{lines} {text[:2000]}")
    return _reading(finding, spoken, finding.yields or yields_in(text), "")


def _best_finding(page: Page, known_sites: bool) -> Finding:
    """The first reader that finds a list, unless the eye finds plainly more than machines are told; where all
    find less than a list, the one that found most."""
    best: Finding | None = read_known_site(page) if known_sites else None
    if best is not None and len(best.lines) >= _FEWEST_LINES:
        return best
    for reader in (read_structured, read_microdata):
        best = _fuller(best, reader(page))
        if best is not None and len(best.lines) >= _FEWEST_LINES:
            break
    if best is not None and len(best.lines) >= _FEWEST_LINES:
        return _checked(page, best)
    if is_collection(page.rows):
        raise NotAMethod(WhyNot.COLLECTION)
    if is_product(page):
        raise NotAMethod(WhyNot.SHOP)
    for seen in _seen(page, read_headings, read_marked, read_state, read_dense, _read_prose):
        texts = [line.text for line in seen.lines]
        if is_priced(texts) or (share_with_amounts(texts) == 0 and _sells(page)):
            continue
        best = _fuller(best, seen)
        if best is not None and len(best.lines) >= _FEWEST_LINES:
            break
    if best is None or not best.lines:
        raise NotAMethod(why_not(page))
    return best


def _sells(page: Page) -> bool:
    """Whether the page offers goods, whose ingredients are told, too."""
    return is_shop(page, " ".join(row.text for row in page.rows))


def _checked(page: Page, told: Finding) -> Finding:
    """What machines are told, unless the eye sees plainly more; and the tools that only the eye sees."""
    if is_poor(told):
        for seen in _seen(page, read_headings, read_marked):
            if is_richer(seen, told):
                return _as_told(seen, told)
    if any(line.kind is Kind.TOOL for line in told.lines):
        return told
    seen_too = read_headings(page)
    tools = tuple(line for line in seen_too.lines if line.kind is Kind.TOOL) if seen_too else ()
    return replace(told, lines=(*told.lines, *tools)) if len(tools) <= _MOST_TOOLS else told


def _seen(page: Page, *readers: Callable[[Page], Finding | None]) -> Iterator[Finding]:
    """What the readers find, each asked only when the ones before did not do."""
    return (finding for reader in readers if (finding := reader(page)) is not None)


def _read_prose(page: Page) -> Finding | None:
    language = _language(page.locale) or guess_language(_text_of(page)[:4000])
    return read_prose(page, language)


def _fuller(best: Finding | None, finding: Finding | None) -> Finding | None:
    if finding is None or (best is not None and len(finding.lines) <= len(best.lines)):
        return best
    return finding if best is None else replace(finding, title=best.title, yields=best.yields)


def _as_told(seen: Finding, told: Finding) -> Finding:
    """What is seen, with the tools, title and yield that machines are told."""
    tools = tuple(line for line in told.lines if line.kind is Kind.TOOL)
    lines = seen.lines if any(line.kind is Kind.TOOL for line in seen.lines) else (*seen.lines, *tools)
    return replace(seen, lines=lines, title=told.title, yields=told.yields, language=told.language)


def _reading(finding: Finding, language: str, yields: str, locale: str) -> MethodReading:
    finding = _as_food(finding, language)
    lines = tuple(
        line
        for raw in finding.lines[:MOST_LINES]
        for line in _components(raw, language, sure=finding.reader != "prose")
    )
    if not lines:
        raise NotAMethod(WhyNot.NO_COMPONENTS)
    servings, unit = _servings(yields)
    return MethodReading(finding.title, servings, unit, language, lines, finding.reader, locale)


def _as_food(finding: Finding, language: str) -> Finding:
    """What stands under "You will need" in a recipe is ingredients all the same, but for a skillet."""
    materials = [line for line in finding.lines if line.kind is Kind.MATERIAL]
    if not materials or 3 * sum(is_food(line.text, language) for line in materials) < len(materials):
        return finding
    return replace(
        finding,
        lines=tuple(
            replace(line, kind=Kind.TOOL if is_tool(line.text, language) else Kind.INGREDIENT)
            if line.kind is Kind.MATERIAL
            else line
            for line in finding.lines
        ),
    )


def _components(raw: RawLine, language: str, *, sure: bool) -> tuple[ComponentLine, ...]:
    kind = raw.kind
    parts = tools_in(raw.text, language, is_tool) if kind is not Kind.INGREDIENT else [raw.text]
    if kind is Kind.MATERIAL and not all(is_tool(part, language) for part in parts):
        parts = [raw.text]
    lines = tuple(line for part in parts for line in read_lines(part, language=language, kind=kind))
    if len(parts) > 1:
        lines = tuple(replace(line, text=raw.text) for line in lines)
    if kind is Kind.MATERIAL:
        lines = tuple(_sorted_out(line, language) for line in lines)
    return lines if sure else tuple(replace(line, doubt=line.doubt or Doubt.FROM_PROSE) for line in lines)


def _sorted_out(line: ComponentLine, language: str) -> ComponentLine:
    """Authors list tools among materials: what is known as a tool becomes one, and needs no amount."""
    if not is_tool(line.name, language):
        return line
    return replace(line, kind=Kind.TOOL, doubt=None if line.doubt is Doubt.NO_AMOUNT else line.doubt)


def is_tool(name: str, language: str) -> bool:
    """Whether the head of the name is a thing one works with and keeps: "paint brush", not "brush paint"."""
    words = name.lower().split()
    tools = _tools().get(language, frozenset())
    spans = (
        [words[-size:] for size in (1, 2, 3)] if language != "fr" else [words[:size] for size in (1, 2, 3)]
    )
    return any({" ".join(span), " ".join(span).removesuffix("s")} & tools for span in spans if span)


@lru_cache(maxsize=1)
def _tools() -> dict[str, frozenset[str]]:
    text = (files("commerce.methods") / "data" / "tools.toml").read_text(encoding="utf-8")
    return {language: frozenset(words) for language, words in tomllib.loads(text).items()}


def _language(locale: str) -> str:
    short = locale.replace("_", "-").lower().partition("-")[0]
    return short if len(short) == 2 else ""


def _text_of(page: Page) -> str:
    body = page.tree.body
    return body.text(separator=" ")[:30_000] if body is not None else ""


def _servings(yields: str) -> tuple[Decimal | None, str | None]:
    """ "4 servings" is 4 portions, "24 cookies" 24 of what comes out."""
    number = _NUMBER.search(yields)
    if number is None or not 0 < (servings := Decimal(number[0].replace(",", "."))) <= 1000:
        return None, None
    unit = re.sub(r"^[\s–—-]+(?:\d+\s*)?|[().,:]", " ", yields[number.end() :]).strip()
    if not unit or _PERSONS.match(unit) or len(unit) > 30 or not unit[0].isalpha():
        return servings, None
    return servings, unit


assert {"en", "de", "fr"} <= LANGUAGES
