"""Which links Telegram takes, and how it writes them; as TDLib's `parse_url` and `get_checked_link` do."""

import re

from .marks import Mark

_SCHEME = re.compile(r"(?i)(https?|tg|ton|tonsite)://|(tg):")
_OTHER_SCHEME = re.compile(r"(?i)[a-z][a-z0-9+.-]*://")
_HOST = re.compile(r"(?:[A-Za-z0-9!$&'()*+,;=~_.\-\u0080-\U0010ffff]|%[0-9A-Fa-f]{2})+|\[[0-9A-Fa-f:.]+\]")
_TELEGRAM_HOST = re.compile(r"[^\s/?#<>\"\\]+")
_USER = re.compile(r"tg://user/?\?(?:.*&)?id=([0-9]+)(?:[&#].*)?")
_GREATEST_PORT = 65_535


def checked_link(url: str) -> str | None:
    """The link as Telegram keeps it; None where it says `Wrong HTTP URL`. `localhost` is no host to it."""
    match = _SCHEME.match(url)
    if match is None and _OTHER_SCHEME.match(url):
        return None
    scheme = (match[1] or match[2]).lower() if match else "http"
    rest = url[match.end() :] if match else url
    edge = re.search(r"[/?#]", rest)
    authority, tail = (rest[: edge.start()], rest[edge.start() :]) if edge else (rest, "")
    if scheme in ("http", "https"):
        checked = _checked_authority(authority)
    else:
        checked = authority.lower() if _TELEGRAM_HOST.fullmatch(authority) else None
    if checked is None:
        return None
    if not tail.startswith("/") and not (tail and scheme == "tg"):
        tail = f"/{tail}"
    return f"{scheme}://{checked}" + "".join(
        f"%{ord(one):02X}" if one <= " " else one for one in tail.rstrip()
    )


def link_mark(offset: int, length: int, url: str) -> list[Mark]:
    """A link, or a mention of a person, or nothing when the address is none."""
    user_id = mentioned_user(url)
    if user_id is not None:
        return [Mark("text_mention", offset, length, str(user_id))]
    link = checked_link(url)
    return [] if link is None else [Mark("text_link", offset, length, link)]


def mentioned_user(link: str) -> int | None:
    """The person of a `tg://user?id=…` link."""
    match = _USER.fullmatch(link)
    return int(match[1]) or None if match else None


def _checked_authority(authority: str) -> str | None:
    login, at, place = authority.rpartition("@")
    if "@" in login:
        return None
    host, port = place, ""
    if not place.endswith("]") and ":" in place:
        host, _, port = place.rpartition(":")
        if not port.isdecimal() or not 0 < int(port) <= _GREATEST_PORT:
            return None
        port = f":{int(port)}"
    if not _HOST.fullmatch(host) or ("." not in host and not host.startswith("[")):
        return None
    return (f"{login}@" if at and login else "") + host.lower() + port
