"""What a site's answer names: links of a page, entries of a feed, addresses of a sitemap. Pure."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

from selectolax.lexbor import LexborHTMLParser, LexborNode

from commerce.methods.sites.ranking import Candidate, title_from_address

__all__ = ["NotAFeed", "entries_of", "links_of", "same_site", "sitemaps_of"]

MOST_LINKS = 400
MOST_ENTRIES = 5000
MOST_TITLE = 160
_NO_PAGE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|pdf|mp4|mp3|zip|css|js|xml|json)$", re.IGNORECASE)
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class NotAFeed(ValueError):
    """The answer is neither RSS, Atom nor a sitemap, or in an encoding that cannot be read."""


def links_of(html: str, page: str, language: str = "") -> list[Candidate]:
    """The links of `page` to other pages of the same site, each once, in their order, by what they say."""
    tree = LexborHTMLParser(html)
    base = tree.css_first("base[href]")
    root = _joined(page, (base.attributes.get("href") or "") if base is not None else "") or page
    found: dict[str, str] = {}
    for link in tree.css("a[href]")[:MOST_LINKS]:
        url = _page_at(root, link.attributes.get("href") or "", page)
        title = _words_of(link)
        if url is not None and len(title) > len(found.get(url, "")):
            found[url] = title
    return [Candidate(url, title, language) for url, title in found.items()]


def entries_of(document: bytes, address: str, language: str = "") -> list[Candidate]:
    """The entries of a feed or sitemap that lie on its own site, in their order. A sitemap tells addresses
    only: the title is read from the address. Raises NotAFeed."""
    found: dict[str, Candidate] = {}
    for element in _root(document).iter():
        match _name(element):
            case "item" | "entry":
                url, title = _page_at(address, _link(element), address), _text(element, "title")
            case "url":
                url = _page_at(address, _text(element, "loc"), address)
                title = title_from_address(url or "")
            case _:
                continue
        if url is not None and title:
            found.setdefault(url, Candidate(url, title[:MOST_TITLE], language))
        if len(found) >= MOST_ENTRIES:
            break
    return list(found.values())


def sitemaps_of(document: bytes, address: str) -> list[str]:
    """The addresses of further sitemaps, where the document is an index of such. Raises NotAFeed."""
    root = _root(document)
    if _name(root) != "sitemapindex":
        return []
    places = (_text(element, "loc") for element in root if _name(element) == "sitemap")
    return [place for place in places if place and same_site(place, address)]


def same_site(url: str, other: str) -> bool:
    """Whether both are addresses, of one host (with or without `www.`) and port."""
    host = _host(url)
    return host is not None and host == _host(other)


def _host(url: str) -> tuple[str, int | None] | None:
    try:
        parts = urlsplit(url)
        return (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return None


def _joined(root: str, href: str) -> str | None:
    """The whole address of a link; None where it is none ("http://[")."""
    try:
        return urljoin(root, href.strip()).partition("#")[0]
    except ValueError:
        return None


def _page_at(root: str, href: str, page: str) -> str | None:
    """The whole address of a link to another page of the site; None for anything else."""
    url = _joined(root, href)
    if url is None or not same_site(url, page):
        return None
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or _NO_PAGE.search(parts.path):
        return None
    here = urlsplit(page)
    return url if (parts.path, parts.query) != (here.path, here.query) else None


def _words_of(link: LexborNode) -> str:
    """What a link says: its text, else its title, else the picture's words."""
    told = [
        link.text(separator=" "),
        link.attributes.get("title") or "",
        link.attributes.get("aria-label") or "",
    ]
    told += [picture.attributes.get("alt") or "" for picture in link.css("img[alt]")[:1]]
    return next((" ".join(text.split())[:MOST_TITLE] for text in told if text.strip()), "")


def _root(document: bytes) -> ElementTree.Element:
    """A document that declares entities is refused unread: unfolded, it could be of any size."""
    if _DECLARED.search(document[:4096]):
        raise NotAFeed
    try:
        root = ElementTree.fromstring(document.strip())  # noqa: S314 - no entities, and of a bounded size
    except (ElementTree.ParseError, LookupError, ValueError) as error:  # the latter of its encoding
        raise NotAFeed from error
    if _name(root) not in {"rss", "rdf", "feed", "urlset", "sitemapindex"}:
        raise NotAFeed
    return root


def _name(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _children(element: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    return (child for child in element if _name(child) == name)


def _text(element: ElementTree.Element, name: str) -> str:
    return next((" ".join("".join(child.itertext()).split()) for child in _children(element, name)), "")


def _link(element: ElementTree.Element) -> str:
    """RSS writes the address into the element, Atom beside it; of several in Atom, the page's own."""
    links = list(_children(element, "link"))
    own = [link for link in links if link.get("rel", "alternate") == "alternate" and link.get("href")]
    return own[0].get("href", "") if own else _text(element, "link")
