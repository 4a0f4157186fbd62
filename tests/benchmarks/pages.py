"""Reading a page: the whole reader beside parsing the same page by lxml alone, in the same breath.

The pages are the own test pages, once as they are and once with the navigation, the scripts and the comments
of a large site around them. Each is read and parsed in turns; the ratio of the medians is what to look at, as
it is the same on a quick and on a slow machine. CPU time.
"""

import statistics
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from bot.settings import ROOT
from commerce.methods.reading import NotAMethod, read_page

__all__ = ["HEADINGS", "Row", "page_of_a_large_site", "run"]

HEADINGS = ("pages", "n", "kB p50", "read p50 ms", "read p95 ms", "lxml p50 ms", "ratio p50", "ratio p95")
PAGES = ROOT / "tests" / "commerce" / "methods"
FOLDERS = ("pages", "workshop", "strangers")
TURNS = 5
WRAPPED = 40
_URL = "https://page.example/"


@dataclass(frozen=True)
class Row:
    pages: str
    sizes: list[int]
    read_ms: list[float]
    lxml_ms: list[float]

    @property
    def ratios(self) -> list[float]:
        return [read / parsed for read, parsed in zip(self.read_ms, self.lxml_ms, strict=True)]

    def cells(self) -> tuple[str, ...]:
        figures = (
            _median(self.read_ms), _late(self.read_ms), _median(self.lxml_ms), _median(self.ratios),
            _late(self.ratios),
        )  # fmt: skip
        size = f"{statistics.median(self.sizes) / 1024:.1f}"
        return (self.pages, str(len(self.sizes)), size, *(f"{figure:.2f}" for figure in figures))


def run(turns: int = TURNS, at_most: int | None = None) -> list[Row]:
    """One row for the pages as they are, one for the same within a large site."""
    plain = [page.read_bytes() for page in _pages()][:at_most]
    large = [page_of_a_large_site(body) for body in plain[:WRAPPED]]
    return [_measured("as they are", plain, turns), _measured("of a large site", large, turns)]


def page_of_a_large_site(body: bytes) -> bytes:
    """The page among 400 links, 60 comments and 200 kB of scripts."""
    links = "".join(
        f'<li class="item"><a href="/p/{n}">Another page, number {n}</a></li>' for n in range(400)
    )
    said = "".join(f"<li><p>Thanks, I made it {n} times and used 2 cups instead.</p></li>" for n in range(60))
    scripts = f"<script>var a={'[' + '1234567890,' * 18_000 + '0]'};</script>"
    before = f"<header><nav><ul>{links}</ul></nav></header>{scripts}".encode()
    after = f'<section class="comments"><ol>{said}</ol></section>'.encode()
    start = body.find(b"<body")
    start = body.find(b">", start) + 1 if start >= 0 else 0
    end = body.rfind(b"</body")
    end = end if end >= 0 else len(body)
    return body[:start] + before + body[start:end] + after + body[end:]


def _pages() -> list[Path]:
    return sorted(page for folder in FOLDERS for page in (PAGES / folder).glob("*.html"))


def _measured(name: str, bodies: list[bytes], turns: int) -> Row:
    read, parsed = [], []
    for body in bodies:
        _read(body)  # the first reading loads lexicons
        pairs = [(_took_ms(_read, body), _took_ms(_parse, body)) for _ in range(turns)]
        read.append(statistics.median(one for one, _ in pairs))
        parsed.append(statistics.median(other for _, other in pairs))
    return Row(name, [len(body) for body in bodies], read, parsed)


def _took_ms(work: Callable[[bytes], None], body: bytes) -> float:
    began = time.process_time_ns()
    work(body)
    return max(time.process_time_ns() - began, 1_000) / 1e6


def _read(body: bytes) -> None:
    with suppress(NotAMethod):
        read_page(body, url=_URL, content_type="text/html", known_sites=False)


def _parse(body: bytes) -> None:
    """To a tree, and its text: the least that any reader does."""
    html.document_fromstring(body or b"<p>").text_content()


def _median(figures: list[float]) -> float:
    return statistics.median(figures)


def _late(figures: list[float]) -> float:
    return statistics.quantiles(figures, n=20)[-1] if len(figures) > 1 else figures[0]
