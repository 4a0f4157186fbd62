"""Links in a message, however they came: typed, without `https://`, behind words, as a preview, shared on."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs, urlsplit, urlunsplit

__all__ = ["links_in", "tidied", "urls_in"]

_URL = re.compile(r"\bhttps?://[^\s<>\"']+|\bwww\.[^\s<>\"']+", re.IGNORECASE)
_HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,18}"
_LOCAL = r"(?:localhost|\d{1,3}(?:\.\d{1,3}){3}):\d{2,5}"
_WITHOUT_SCHEME = re.compile(rf"(?<![\w@./:-])(?:{_HOST}(?::\d{{2,5}})?|{_LOCAL})/[^\s<>\"']+", re.IGNORECASE)
_ONLY_A_HOST = re.compile(rf"^\s*{_HOST}/?\s*$", re.IGNORECASE)
_KNOWN_ENDINGS = {
    "com", "org", "net", "info", "io", "eu", "uk", "ie", "us", "ca", "au", "de", "at", "ch", "fr", "be", "it",
    "es", "nl", "blog", "recipes", "kitchen", "cooking", "diy", "food", "tv", "co", "me", "app", "example",
}  # fmt: skip
"""Of a message that is nothing but a host: "milk.eggs" is none."""
_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|igshid|igsh|twclid|ttclid|li_fat_id|epik"
    r"|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|oly_\w+_id|vero_id|wt_mc|spm|si|__twitter_impression)$",
    re.IGNORECASE,
)
_WRAPPED = {
    ("t.me", "/iv"): "url",
    ("www.google.com", "/url"): "q|url",
    ("google.com", "/url"): "q|url",
    ("l.facebook.com", "/l.php"): "u",
    ("lm.facebook.com", "/l.php"): "u",
    ("l.instagram.com", "/"): "u",
    ("out.reddit.com", "/"): "url",
}
"""Where a page is shared by way of another address: its host and path, and the parameter with the page's."""
_BEHIND = ".,;:!?)]}»”"


def links_in(message: dict[str, Any]) -> tuple[str, ...]:
    """The links of a Telegram message in their order, each once and tidied. Where its words hold none, the
    page of its preview counts."""
    text = message.get("text") or message.get("caption") or ""
    entities = message.get("entities") or message.get("caption_entities") or []
    placed = [(place, url) for place, url in _typed(text)]
    for entity in entities:
        offset, length = int(entity.get("offset", 0)), int(entity.get("length", 0))
        if entity.get("type") == "text_link" and entity.get("url"):
            placed.append((offset, str(entity["url"])))
        elif entity.get("type") == "url":
            placed.append((offset, _part(text, offset, length)))
    found = [_whole(url) for _, url in sorted(placed, key=lambda one: one[0])]
    preview = (message.get("link_preview_options") or {}).get("url")
    if not found and preview:
        found = [_whole(str(preview))]
    return _once(tidied(url) for url in found if url)


def urls_in(text: str) -> list[str]:
    """Links typed in a text, without the full stop behind them."""
    return list(dict.fromkeys(_whole(url) for _, url in _typed(text)))


def tidied(url: str) -> str:
    """The address of the page itself: unwrapped, without what tells where it was shared, without a fragment
    that leads nowhere. The same page sent twice is then the same link."""
    for _ in range(2):
        url = _unwrapped(url)
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    kept = [pair for pair in parts.query.split("&") if not _TRACKING.match(pair.partition("=")[0])]
    fragment = "" if parts.fragment.startswith(":~:") else parts.fragment
    return urlunsplit(parts._replace(query="&".join(kept), fragment=fragment))


def _typed(text: str) -> list[tuple[int, str]]:
    """Place and text of each link typed; one without a scheme needs a path, or to be all that was said."""
    if _ONLY_A_HOST.match(text):
        host = text.strip().rstrip("/")
        ending = host.rpartition(".")[2].lower()
        return [(0, host)] if ending in _KNOWN_ENDINGS else []
    found = [(match.start(), match.group().rstrip(_BEHIND)) for match in _URL.finditer(text)]
    taken = [(place, place + len(url)) for place, url in found]
    for match in _WITHOUT_SCHEME.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            found.append((match.start(), match.group().rstrip(_BEHIND)))
    return sorted(found)


def _whole(url: str) -> str:
    if "://" in url:
        return url
    return f"http://{url}" if re.match(_LOCAL, url, re.IGNORECASE) else f"https://{url}"


def _unwrapped(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    names = _WRAPPED.get(((parts.hostname or "").lower(), parts.path))
    if names is None:
        return url
    inside = parse_qs(parts.query)
    return next((inside[name][0] for name in names.split("|") if "://" in inside.get(name, [""])[0]), url)


def _part(text: str, offset: int, length: int) -> str:
    """Offsets of entities count UTF-16 units."""
    units = text.encode("utf-16-le")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le", "ignore")


def _once(urls: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(urls))
