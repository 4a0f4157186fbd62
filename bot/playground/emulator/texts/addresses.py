"""Web and mail addresses in running text, as TDLib's `match_urls`, `fix_url` and `is_email_address` find
them."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from unicodedata import category

_ASCII_WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
_NOT_IN_PATH = frozenset('\n<>"\u00ab\u00bb')
_NOT_IN_LOGIN = frozenset("\n/[]{}()'`<>\"@\u00ab\u00bb")
_TRAILING = ".:;,('?!`"
_GREATEST_PORT = 65_535
_SCHEME = re.compile(r"(?ai)(?:https?|ftp|tonsite)://")
_ADDRESS = re.compile(r"(?:0|[1-9][0-9]?|[1-9][0-9]{2})(?:\.(?:0|[1-9][0-9]?|[1-9][0-9]{2})){3}")
_MAIL = re.compile(
    r"(?:[A-Za-z0-9_-]{0,26}[.+]){0,10}[A-Za-z0-9_-]{1,35}"
    r"@(?:(?:[A-Za-z0-9][A-Za-z0-9_-]{0,28})?[A-Za-z0-9]\.){1,6}[A-Za-z]{2,8}"
)


def spans_of_addresses(text: str) -> Iterator[tuple[int, int]]:
    """What looks like an address, by the dots of its host."""
    begin = 0
    while True:
        dot = text.find(".", begin)
        if dot < 0 or dot + 1 == len(text):
            return
        if text[dot + 1] == " ":
            begin = dot + 2
            continue
        start, end, good = _around(text, begin, dot)
        if good:
            if end > dot + 1:
                yield start, end
            while end < len(text) and text[end] == ".":
                end += 1
        else:
            while text[end - 1] != ".":
                end -= 1
        begin = max(end, dot + 1)


def mail_or_link(text: str, begin: int, end: int) -> Iterator[tuple[str, int, int]]:
    """`email` or `url` with its place, or nothing."""
    address = text[begin:end]
    if _MAIL.fullmatch(address):
        yield "email", begin, end
    elif address.startswith("mailto:") and _MAIL.fullmatch(address[7:]):
        yield "email", begin + 7, end
    elif length := _length_of_link(address):
        yield "url", begin, begin + length


def path_end(text: str, at: int) -> int:
    """The end of the path, query or fragment that begins at `at`; `at` when none does."""
    if text[at : at + 1] not in ("/", "?", "#") or at == len(text):
        return at
    end = at + 1
    while end < len(text) and text[end] not in _NOT_IN_PATH and _is_web_letter(text[end]):
        end += 1
    while end > at + 1 and text[end - 1] in _TRAILING:
        end -= 1
    return end if text[at] == "/" or end > at + 1 else at


def _around(text: str, begin: int, dot: int) -> tuple[int, int, bool]:
    """The begin and end of the address that has this dot in its host, and whether it can be one."""
    start = _back(text, begin, dot, _is_host_letter)
    end, at_sign = dot, -1
    while end < len(text) and (text[end] == "@" or _is_host_letter(text[end])):
        at_sign = end if text[end] == "@" else at_sign
        end += 1
    if at_sign >= 0:
        start = _back(text, begin, start, _is_login_letter)
    end = path_end(text, _port_end(text, end))
    while end > dot + 1 and text[end - 1] == ".":
        end -= 1
    good = True
    if start > begin and text[start - 1] == "@":
        login = _back(text, begin, start - 1, _is_login_letter)
        good = at_sign < 0 and login < start - 1
        start = login
    if start > begin:
        scheme = _scheme_before(text, begin, start)
        if scheme is None:
            before = text[start - 1]
            good = good and not (before.isalnum() or before in "_/#@")
        elif scheme == 0:
            good = False
        else:
            start -= scheme
    return start, end, good


def _scheme_before(text: str, begin: int, start: int) -> int | None:
    """Length of the scheme with its `://`; 0 for one that is not known, None when there is none."""
    if start - begin < 6 or text[start - 3 : start] != "://":
        return None
    first = _back(text, begin, start - 3, _is_scheme_letter)
    scheme = text[first : start - 3].lower()
    if scheme.endswith("http") and scheme != "shttp":
        return 7
    if scheme.endswith("https"):
        return 8
    if scheme.endswith("ftp") and scheme not in ("tftp", "sftp"):
        return 6
    return 10 if scheme.endswith("tonsite") else 0


def _back(text: str, begin: int, at: int, belongs: Callable[[str], bool]) -> int:
    while at > begin and belongs(text[at - 1]):
        at -= 1
    return at


def _port_end(text: str, at: int) -> int:
    match = re.compile(r":0*([0-9]{1,5})(?![0-9])").match(text, at)
    return match.end() if match and 0 < int(match[1]) <= _GREATEST_PORT else at


def _is_web_letter(letter: str) -> bool:
    if "\u2000" <= letter <= "\u206f":
        return letter in "\u200c\u200d" or "\u2010" <= letter <= "\u2015"
    return category(letter)[0] != "Z"


def _is_host_letter(letter: str) -> bool:
    if letter < "\u00c0":
        return letter in _ASCII_WORD or letter in ".~"
    return _is_web_letter(letter)


def _is_login_letter(letter: str) -> bool:
    return letter not in _NOT_IN_LOGIN and _is_web_letter(letter)


def _is_scheme_letter(letter: str) -> bool:
    if letter < "\u0080":
        return (letter in _ASCII_WORD and letter != "_") or letter == "+"
    return category(letter)[0] != "Z"


def _length_of_link(address: str) -> int:
    """How much of it is a link; 0 for none."""
    scheme = _SCHEME.match(address)
    begin = scheme.end() if scheme else 0
    edge = re.compile(r"[/?#]").search(address, begin)
    path_at = edge.start() if edge else len(address)
    host = address[begin:path_at].partition("@")
    domain = host[2] if host[1] else host[0]
    domain = domain.rpartition(":")[0] if ":" in domain else domain
    if not _is_domain(domain, known=scheme is not None):
        return 0
    return path_at + _balanced(address[path_at:])


def _balanced(path: str) -> int:
    """The length up to the first bracket that closes what was not opened, without trailing signs."""
    depth = {")": 0, "]": 0, "}": 0}
    opening = {"(": ")", "[": "]", "{": "}"}
    end = len(path)
    for at, letter in enumerate(path):
        if letter in opening:
            depth[opening[letter]] += 1
        elif letter in depth:
            depth[letter] -= 1
            if depth[letter] < 0:
                end = at
                break
    return len(path[:end].rstrip(_TRAILING))


def _is_domain(domain: str, *, known: bool) -> bool:
    """`known`: a scheme says that it is one, so that any top will do."""
    parts = domain.split(".")
    if domain.lower() == "teiegram.org" or len(parts) == 1:
        return False
    if any(not 0 < len(part.encode()) < 64 or part.endswith("-") for part in parts):
        return False
    if _ADDRESS.fullmatch(domain):
        return all(int(part) <= 255 for part in parts)
    top = parts[-1]
    if re.fullmatch(r"[0-9.]*", domain) or len(top) <= 1 or "_" in parts[-2]:
        return False
    if top.startswith("xn--"):
        return len(top) > 5 and re.fullmatch(r"[A-Za-z0-9]*", top[4:]) is not None
    return "_" not in top and "-" not in top and (known or _is_top(top))


def _is_top(top: str) -> bool:
    """One of the known tops; not one whose first letter alone is a capital, as after a full stop."""
    small = top.lower()
    if small != top and small[1:] == top[1:]:
        return False
    return small in top_level_domains()


@cache
def top_level_domains() -> frozenset[str]:
    """The list of IANA, with names of other scripts in their own letters too."""
    listed = Path(__file__).with_name("top-level-domains.txt").read_text(encoding="utf-8")
    names = [name for line in listed.splitlines() if not line.startswith("#") for name in line.split()]
    return frozenset(name.encode().decode("idna") if name.startswith("xn--") else name for name in names)
