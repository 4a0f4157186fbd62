"""Components by the site's own reader of recipe-scrapers, for the sites it knows."""

import warnings
from typing import Any

from commerce.methods.components import Kind
from commerce.methods.readers.finding import MOST_LINES, Finding, RawLine
from commerce.methods.readers.page import Page

__all__ = ["read_known_site"]

_MOST_CHARACTERS = 2_000_000
_LOCAL_ENDINGS = ("localhost", ".example", ".test", ".invalid", ".local")


def read_known_site(page: Page) -> Finding | None:
    """What the site's own reader finds, or None where the site is unknown or has changed its pages."""
    host = _host(page.url)
    if len(page.text) > _MOST_CHARACTERS or not host or host.endswith(_LOCAL_ENDINGS) or host[-1].isdigit():
        return None
    # importing it reads 700 modules in over a second: only when a page of the open web is met
    import recipe_scrapers
    from recipe_scrapers._exceptions import RecipeScrapersExceptions
    from recipe_scrapers._warnings import FieldNotProvidedByWebsiteWarning

    warnings.simplefilter("ignore", FieldNotProvidedByWebsiteWarning)
    if host not in recipe_scrapers.SCRAPERS and f"www.{host}" not in recipe_scrapers.SCRAPERS:
        return None
    # a site's reader meets pages it was not written for, and fails in any of these ways
    failures = (
        RecipeScrapersExceptions, AttributeError, TypeError, LookupError, ValueError, NotImplementedError,
        RecursionError,
    )  # fmt: skip
    try:
        scraper: Any = recipe_scrapers.scrape_html(page.text, org_url=page.url, supported_only=True)
        told = [" ".join(str(line).split()) for line in scraper.ingredients()]
    except failures:
        return None
    lines = tuple(RawLine(line, Kind.INGREDIENT) for line in told[:MOST_LINES] if line)
    return Finding(
        "site", lines, title=_told(scraper, "title", failures), yields=_told(scraper, "yields", failures)
    )


def _told(scraper: Any, what: str, failures: tuple[type[Exception], ...]) -> str:
    try:
        return str(getattr(scraper, what)() or "")[:200]
    except failures:
        return ""


def _host(url: str) -> str:
    return url.partition("//")[2].partition("/")[0].partition(":")[0].lower().removeprefix("www.")
