"""Which links Telegram takes, and how it writes them; the rules are those of TDLib's `parse_url` and
`check_link`."""

import re
from ipaddress import AddressValueError, IPv6Address

from .marks import Mark

_TELEGRAM = re.compile(r"(tg|ton|tonsite):(?://)?", re.IGNORECASE | re.ASCII)
_SCHEME = re.compile(r"([^:/?#@\[\]]*)://")
_PART = r"(?:[A-Za-z0-9.\-_!$,~*'();&+={colon}\u0080-\U0010ffff]|%[0-9A-Fa-f]{{2}})*"
_HOST, _LOGIN = re.compile(_PART.format(colon="")), re.compile(_PART.format(colon=":"))
_TELEGRAM_HOST = re.compile(r"[A-Za-z0-9_-]*")
_TON_HOST = re.compile(r"[A-Za-z0-9_.-]*")
_GREATEST_PORT = 65_535
_GREATEST_USER = (1 << 40) - 1
_LONG = 1 << 63
_SPACE = " \t\r\n\0\x0b"


class WrongLink(Exception):
    """Why a link is none, in Telegram's words."""


def checked_link(url: str) -> str | None:
    """The link as Telegram keeps it; None where it does not take it."""
    try:
        return check_link(url)
    except WrongLink:
        return None


def check_link(url: str) -> str:
    """The link as Telegram keeps it. `localhost` is no host to it. Raises WrongLink."""
    telegram = _TELEGRAM.match(url)
    rest = url[telegram.end() :] if telegram else url
    scheme, login, host, port, tail = _parts(rest)
    if telegram is None:
        if "." not in host and not host.startswith("["):
            raise WrongLink("Wrong HTTP URL")
        return f"{scheme}://{login}{'@' if login else ''}{host}{f':{port}' if port else ''}{tail}"
    kind = telegram[1].lower()
    if rest.lower().startswith("http://") or scheme == "https" or login or port or host.startswith("["):
        raise WrongLink("Wrong tg URL" if kind == "tg" else "Wrong ton URL")
    if not (_TON_HOST if kind == "tonsite" else _TELEGRAM_HOST).fullmatch(host):
        raise WrongLink("Unallowed characters in URL host")
    return f"{kind}://{host}{tail[1:] if tail.startswith('/?') else tail}"


def link_mark(offset: int, length: int, url: str) -> list[Mark]:
    """A link, or a mention of a person, or nothing when the address is none."""
    user_id = mentioned_user(url)
    if user_id is not None:
        return [Mark("text_mention", offset, length, str(user_id))]
    link = checked_link(url)
    return [] if link is None else [Mark("text_link", offset, length, link)]


def mentioned_user(link: str) -> int | None:
    """The person of a `tg://user?id=…` link."""
    asked = telegram_query(_lower(link), "user")
    if asked is None:
        return None
    value = next((value for name, value in asked if name == "id"), "")
    number = whole_number(value, _LONG)
    return number if number is not None and 0 < number <= _GREATEST_USER else None


def telegram_query(link: str, host: str) -> list[tuple[str, str]] | None:
    """The parameters of `tg://host?…`; None when the link is no such."""
    match = re.match(rf"tg:(?://)?{host}/?\?([^#]*)", link, re.IGNORECASE | re.ASCII | re.DOTALL)
    if match is None:
        return None
    return [(name, value) for name, _, value in (one.partition("=") for one in match[1].split("&"))]


def whole_number(text: str, limit: int) -> int | None:
    """A decimal number below `limit` written in the one usual way."""
    if not re.fullmatch(r"0|-?[1-9][0-9]*", text):
        return None
    number = int(text)
    return number if -limit <= number < limit else None


def _parts(url: str) -> tuple[str, str, str, int, str]:
    """Scheme, login, host, port (0: none), and what follows. Raises WrongLink."""
    match = _SCHEME.match(url)
    scheme = _lower(match[1]) if match else "http"
    if scheme not in ("http", "https"):
        raise WrongLink("Unsupported URL protocol")
    rest = url[match.end() :] if match else url
    edge = re.search(r"[/?#]", rest)
    authority, tail = (rest[: edge.start()], rest[edge.start() :]) if edge else (rest, "")
    place, port = _port(authority)
    login, _, host = place.rpartition("@")
    bracketed = host.startswith("[") and host.endswith("]")
    if bracketed:
        _check_ipv6(host[1:-1])
    if not host:
        raise WrongLink("URL host is empty")
    if host == ".":
        raise WrongLink("Host is invalid")
    if not bracketed:
        _check_part(_HOST, host, "host")
        _check_part(_LOGIN, login, "userinfo")
    tail = tail.rstrip(_SPACE)
    tail = tail if tail.startswith("/") else f"/{tail}"
    tail = "".join(f"%{ord(one):02X}" if one <= " " else one for one in tail)
    return scheme, login, _lower(host), port, tail


def _port(authority: str) -> tuple[str, int]:
    """What stands before the last colon that is no part of a login or an IPv6 address, and the port."""
    edge = max(authority.rfind(":"), authority.rfind("]"), authority.rfind("@"))
    if edge <= 0 or authority[edge] != ":":
        return authority, 0
    digits = authority[edge + 1 :]
    number = whole_number(digits.lstrip("0") or digits[-1:], 1 << 31)
    if number is None or not 0 < number <= _GREATEST_PORT:
        raise WrongLink("Wrong port number specified in the URL")
    return authority[:edge], number


def _check_ipv6(address: str) -> None:
    try:
        IPv6Address(address)
    except (AddressValueError, ValueError) as error:
        raise WrongLink("Wrong IPv6 address specified in the URL") from error
    if not re.fullmatch(r"[0-9A-Fa-f:.]*", address):
        raise WrongLink("Wrong IPv6 URL host")


def _check_part(allowed: re.Pattern[str], part: str, name: str) -> None:
    good = allowed.match(part)
    end = good.end() if good else 0
    if end < len(part):
        what = "Wrong percent-encoded symbol" if part[end] == "%" else "Disallowed character"
        raise WrongLink(f"{what} in URL {name}")


def _lower(text: str) -> str:
    """Small letters, of ASCII alone."""
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")
