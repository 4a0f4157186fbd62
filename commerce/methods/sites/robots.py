"""robots.txt by RFC 9309: the longest pattern that fits decides, `*` and a closing `$` are wildcards.

The standard library's reader knows neither, and search pages are mostly forbidden by them ("/*?s=").
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

__all__ = ["NAME", "Robots", "robots_of"]

NAME = "errand"
"""What we are called in such files, as in the User-Agent."""
_MOST_LINES = 5_000
_LONGEST_PATTERN = 500
_TOKEN = re.compile(r"[a-z_-]+|\*")


@dataclass(frozen=True)
class Robots:
    """What a site says to us: patterns, each with whether it allows."""

    rules: tuple[tuple[str, bool], ...] = ()

    def allows(self, url: str) -> bool:
        """Whether the address may be fetched by whom nobody has sent there."""
        parts = urlsplit(url)
        path = _plain(f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}")
        if path == "/robots.txt":
            return True
        fitting = [(len(pattern), allowed) for pattern, allowed in self.rules if _fits(pattern, path)]
        return max(fitting, default=(0, True))[1]


def robots_of(text: str) -> Robots:
    """The rules of the groups for us by name, else of those for everybody; what is no rule is passed over."""
    groups: dict[str, list[tuple[str, bool]]] = {}
    named: list[str] = []
    in_rules = False
    for line in text.removeprefix("\ufeff").splitlines()[:_MOST_LINES]:
        key, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        match key.lower():
            case "user-agent":
                named = [] if in_rules else named
                in_rules = False
                token = _TOKEN.match(value.lower())
                named.append(token[0] if token else "")
                groups.setdefault(named[-1], [])
            case "allow" | "disallow":
                in_rules = True
                if value and len(value) <= _LONGEST_PATTERN:
                    for name in named:
                        groups[name].append((_plain(value), key.lower() == "allow"))
    return Robots(tuple(groups.get(NAME, groups.get("*", []))))


def _fits(pattern: str, path: str) -> bool:
    """Whether the path begins as the pattern says, piece by piece: no backtracking, whatever the pattern."""
    ends = pattern.endswith("$")
    first, *further = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for place, piece in enumerate(further, 1):
        if ends and place == len(further):
            return len(path) - len(piece) >= at and path.endswith(piece)
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not ends or at == len(path)


def _plain(path: str) -> str:
    """One spelling for what can be percent-encoded or not."""
    return quote(unquote(path), safe="/?=&*$;:@+,!'()~.-_")
