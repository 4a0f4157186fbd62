"""A page as text and tree, with what it says of its language and title."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

from commerce.methods.readers.finding import clean
from commerce.methods.readers.offers import is_offer
from commerce.methods.readers.rows import Row, rows_of
from commerce.methods.readers.scripted import as_scripted

__all__ = ["Page", "open_page"]

_MOST_BUTTONS = 300
_MOST_LINKS = 1_000
_LONGEST_ITEM = 200
_FEWEST_ALIKE = 3
_TITLE_PARTS = re.compile(r"\s+[-–—|·»:]\s+|\s*[|»｜]\s*")
_SHORTEST_PART = 4
_TOP_ROWS = 30
_LONGER_HEADING = 20
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_AS_BROWSERS_READ = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949", "big5": "big5hkscs", "tis-620": "cp874", "iso-8859-11": "cp874",
}  # fmt: skip
"""What pages call their encoding and what they are written in: https://encoding.spec.whatwg.org/#names-and-labels"""
_LANGUAGE_BY_DOMAIN = {
    "de": "de",
    "at": "de",
    "ch": "de",
    "fr": "fr",
    "es": "es",
    "it": "it",
    "nl": "nl",
    "jp": "ja",
}
_TITLES = (
    ("h1", ""),
    (".entry-title, .post-title, .maintitle", ""),
    ('meta[property="og:title"]', "content"),
    ("title", ""),
)
_FRONT_PAGE = re.compile(r"(?:https?://[^/?#]+)?/?(?:index\.(?:html?|php))?", re.IGNORECASE)
_TAG = re.compile(r"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$")


@dataclass(frozen=True)
class Page:
    """A decoded page; `url` only names it, nothing is fetched here."""

    url: str
    text: str

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The parsed page, without the buttons that stand beside the text of an item ("Swap")."""
        tree = LexborHTMLParser(self.text)
        _drop_controls(tree)
        as_scripted(tree)
        for button in reversed(tree.css("li button, tr button")[:_MOST_BUTTONS]):  # inner ones first
            item = button.parent
            while item is not None and item.tag not in {"li", "tr"}:
                item = item.parent
            if item is None or item.css_first("ul, ol, h1, h2, h3, h4, table") is not None:
                continue
            text, said = item.text().strip(), button.text().strip()
            if said and said != text and len(text) <= _LONGEST_ITEM and not any(map(str.isdigit, said)):
                button.decompose()
        return tree

    @cached_property
    def rows(self) -> list[Row]:
        """The page as rows of text."""
        body = self.tree.body
        return rows_of(body) if body is not None else []

    @cached_property
    def locale(self) -> str:
        """The BCP 47 tag the page gives itself ("en-AU"), else by its domain, else empty."""
        root = self.tree.css_first("html")
        metas = [
            self._attribute('meta[property="og:locale"]', "content"),
            self._attribute('meta[http-equiv="content-language" i]', "content"),
            self._attribute('meta[name="language" i]', "content"),
        ]
        own = (root.attributes.get("lang") or root.attributes.get("xml:lang") or "") if root else ""
        for told in (own, *metas):
            if _TAG.match(told.strip()):
                return told.strip().replace("_", "-")
        host = re.sub(r"^[a-z]+://", "", self.url).partition("/")[0].partition(":")[0]
        return _LANGUAGE_BY_DOMAIN.get(host.rpartition(".")[2], "")

    @cached_property
    def title(self) -> str:
        """The heading of the page, unless that names the site alone; else what it calls itself to others."""
        for selector, attribute in _TITLES:
            node = self.tree.css_first(selector)
            if selector == "h1" and node is not None and _names_site(node):
                continue
            if node is not None:
                found = clean(
                    (node.attributes.get(attribute) or "") if attribute else node.text(separator=" ")
                )
                if found:
                    found = (found.partition("{")[0].strip() or found)[:200]
                    return self._headed(found) if selector == "title" else found
        return ""

    def _headed(self, title: str) -> str:
        """The row at the top, best a heading, that says one part of the title alone."""
        parts = [part for part in _TITLE_PARTS.split(title) if len(part) >= _SHORTEST_PART]
        top = [row for row in self.rows[:_TOP_ROWS] if len(row.text) <= len(title) + _LONGER_HEADING]
        shown = [next((row for row in top if row.text.startswith(part)), None) for part in parts]
        told = [row for row in shown if row is not None]
        headed = [row for row in told if row.rank] or told
        return headed[0].text if len(parts) > 1 and len(headed) == 1 else title

    def _attribute(self, selector: str, name: str) -> str:
        node = self.tree.css_first(selector)
        return (node.attributes.get(name) or "") if node is not None else ""


def _names_site(heading: LexborNode) -> bool:
    """Whether a heading leads to the site's front page, as the banner of a weblog does."""
    link = heading.css_first("a[href]")
    if link is None or clean(link.text()) != clean(heading.text()):
        return False
    return _FRONT_PAGE.fullmatch(link.attributes.get("href") or "") is not None


def _drop_controls(tree: LexborHTMLParser) -> None:
    """Links that lead nowhere and say the same in several items ("Add to list") are buttons, no text; nor is
    what leads from an item to a shop."""
    links = tree.css('li a[href="#"], tr a[href="#"]')[:_MOST_BUTTONS]
    told = [link.text().strip() for link in links]
    said = Counter(told)
    for link, text in reversed(list(zip(links, told, strict=True))):  # what is dropped holds none to come
        if text and said[text] >= _FEWEST_ALIKE:
            link.decompose()
    for link in reversed(tree.css("li a, tr a")[:_MOST_LINKS]):
        if is_offer(link.text().strip()):
            link.decompose()


def open_page(body: bytes, *, url: str, content_type: str | None) -> Page:
    """Decode by byte order mark, header, the page's own word, then UTF-8, then Windows-1252."""
    for mark, codec in _MARKS:
        if body.startswith(mark):
            return Page(url, body.decode(codec, errors="replace"))
    told = [_CHARSET.search((content_type or "").encode()), _CHARSET.search(body[:4096])]
    for codec in [*(found[1].decode().lower() for found in told if found), "utf-8"]:
        try:
            return Page(url, body.decode(_AS_BROWSERS_READ.get(codec, codec)))
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    named = next((found[1].decode().lower() for found in told if found), "cp1252")
    return Page(url, body.decode("utf-8" if named in {"utf-8", "utf8"} else "cp1252", errors="replace"))
