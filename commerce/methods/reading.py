"""From a page or a pasted text to the components of its job.

`read_page` asks the readers in order: the site's own, JSON-LD, microdata, headings. Work is bounded by size
(bytes, nodes, lines), so hostile pages cost a known time; callers run it off the event loop.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile

from commerce.methods.components import ComponentLine, Doubt, Kind
from commerce.methods.lexicon import LANGUAGES
from commerce.methods.lines import read_lines
from commerce.methods.readers.amounts import share_with_amounts
from commerce.methods.readers.choosing import is_poor, is_richer
from commerce.methods.readers.costs import is_costly
from commerce.methods.readers.dense import read_dense
from commerce.methods.readers.finding import MOST_LINES, Finding, RawLine
from commerce.methods.readers.goods import is_product, without_prices
from commerce.methods.readers.hardware import as_things, is_hardware
from commerce.methods.readers.headings import read_headings
from commerce.methods.readers.marked import read_marked
from commerce.methods.readers.microdata import read_microdata
from commerce.methods.readers.page import Page, open_page
from commerce.methods.readers.pasted import read_pasted
from commerce.methods.readers.prose import is_food, pasted_prose, read_prose
from commerce.methods.readers.refusing import WhyNot, is_collection, is_priced, is_shop, why_not
from commerce.methods.readers.sharing import tools_in
from commerce.methods.readers.sites import read_known_site
from commerce.methods.readers.state import read_state
from commerce.methods.readers.structured import read_structured
from commerce.methods.readers.tongues import guess_language
from commerce.methods.readers.yields import portions_field, servings_of, yields_in
from commerce.methods.tools import is_tool
from commerce.refused import Refused

__all__ = ["MethodReading", "NotAMethod", "WhyNot", "read_page", "read_text"]

MOST_BYTES = 4 * 1024 * 1024
_FEWEST_LINES = 2
_MOST_TOOLS = 15


class NotAMethod(Refused):
    """No components could be found, for `reason`."""

    def __init__(self, reason: WhyNot) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True)
class MethodReading:
    """A job as its page tells it. `servings_unit` is None where portions are meant, else what comes out
    ("cookies"); `language` is the two-letter code, `locale` the whole tag of the page or empty; `origins` are
    the numbers of the page's lines that each comes from ("salt and pepper" gives two)."""

    title: str
    servings: Decimal | None
    servings_unit: str | None
    language: str
    lines: tuple[ComponentLine, ...]
    reader: str
    locale: str = ""
    origins: tuple[int, ...] = ()


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
    yields = finding.yields or yields_in(_text_of(page)) or portions_field(page)
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
    tools: Finding | None = None
    for seen in _seen(page, read_headings, read_marked, read_state, _read_dense, _read_prose):
        texts = [line.text for line in seen.lines]
        if is_priced(texts) or (share_with_amounts(texts) == 0 and _sells(page)):
            continue
        if tools is None and all(line.kind is Kind.TOOL for line in seen.lines):
            tools = seen  # what they work on may be told otherwise
            continue
        if seen.reader == "prose" and tools is not None and len(tools.lines) >= _FEWEST_LINES:
            break
        best = _fuller(best, without_prices(seen))
        if best is not None and len(best.lines) >= _FEWEST_LINES:
            break
    if best is not None and tools is not None and best.lines:
        return _with_tools(best, tools.lines, _spoken(page))
    best = best or tools
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
    return _with_tools(told, tools, _spoken(page)) if len(tools) <= _MOST_TOOLS else told


def _with_tools(told: Finding, tools: tuple[RawLine, ...], language: str) -> Finding:
    """With the tools that only the eye sees as such: sites tell machines of them among ingredients."""
    texts = {line.text.casefold() for line in told.lines}
    named = {tool.text.casefold() for tool in tools} & texts
    if 2 * sum(is_tool(text, language) for text in named) < len(named):
        named = set()  # the eye went wrong
    lines = tuple(
        replace(line, kind=Kind.TOOL) if line.text.casefold() in named else line for line in told.lines
    )
    return replace(told, lines=(*lines, *(tool for tool in tools if tool.text.casefold() not in texts)))


def _seen(page: Page, *readers: Callable[[Page], Finding | None]) -> Iterator[Finding]:
    """What the readers find, each asked only when the ones before did not do."""
    return (finding for reader in readers if (finding := reader(page)) is not None)


def _read_dense(page: Page) -> Finding | None:
    return read_dense(page, _spoken(page))


def _read_prose(page: Page) -> Finding | None:
    return read_prose(page, _spoken(page))


def _spoken(page: Page) -> str:
    return _language(page.locale) or guess_language(_text_of(page)[:4000])


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
    finding = as_things(_as_food(finding, language), language)
    found = [
        (place, line)
        for place, raw in enumerate(finding.lines[:MOST_LINES])
        for line in _components(raw, language, sure=raw.sure or finding.reader != "prose")
    ]
    if not found:
        raise NotAMethod(WhyNot.NO_COMPONENTS)
    found = _with_tools_last(found, language)
    origins, lines = zip(*found, strict=True)
    servings, unit = servings_of(yields)
    return MethodReading(finding.title, servings, unit, language, lines, finding.reader, locale, origins)


def _as_food(finding: Finding, language: str) -> Finding:
    """What stands under "You will need" in a recipe is ingredients all the same, but for a skillet."""
    materials = [line for line in finding.lines if line.kind is Kind.MATERIAL]
    foods = sum(is_food(line.text, language) for line in materials)
    things = sum(is_hardware(line.text, language) for line in materials)
    if not materials or 2 * foods <= len(materials) + things:
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


def _with_tools_last(
    found: list[tuple[int, ComponentLine]], language: str
) -> list[tuple[int, ComponentLine]]:
    """The lines, where two or more tools without amounts that end a list of ingredients are tools."""
    last = list(
        takewhile(
            lambda one: (
                one[1].kind is Kind.INGREDIENT and one[1].amount is None and is_tool(one[1].name, language)
            ),
            reversed(found),
        )
    )
    if not _FEWEST_LINES <= len(last) < len(found):
        return found
    return found[: -len(last)] + [(place, _sorted_out(line, language)) for place, line in reversed(last)]


def _sorted_out(line: ComponentLine, language: str) -> ComponentLine:
    """Authors list tools among materials: what is known as a tool becomes one, and needs no amount."""
    if not is_tool(line.name, language):
        return line
    return replace(line, kind=Kind.TOOL, doubt=None if line.doubt is Doubt.NO_AMOUNT else line.doubt)


def _language(locale: str) -> str:
    short = locale.replace("_", "-").lower().partition("-")[0]
    return short if len(short) == 2 else ""


def _text_of(page: Page) -> str:
    body = page.tree.body
    return body.text(separator=" ")[:30_000] if body is not None else ""


assert {"en", "de", "fr"} <= LANGUAGES
