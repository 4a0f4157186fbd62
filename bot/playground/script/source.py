"""Python source laid out as this project's formatter does."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

__all__ = ["laid_out", "pattern_literal", "quoted", "value_literal"]

LONGEST_LINE = 110
INDENT = 4
LONGEST_PIECE = 90
_SPECIAL = re.compile(r"[\^$*+?{}\[\]\\|()]")
_SIGNS = re.compile(r"\\.|[^\\]", re.DOTALL)


def quoted(text: str) -> str:
    """A literal in the quotes that the formatter prefers: those that need fewer escapes."""
    plain = text.replace("\\", "\\\\")
    escaped = "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in plain)
    if escaped.count('"') > escaped.count("'"):
        return "'" + escaped.replace("'", "\\'") + "'"
    return '"' + escaped.replace('"', '\\"') + '"'


def value_literal(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(value_literal, value)) + "]"
    return quoted(value) if isinstance(value, str) else repr(value)


def pattern_literal(parts: Sequence[str], *, whole: bool) -> str:
    """A regular expression that finds the parts with anything between them; full stops stay, to be read."""
    escaped = [
        r"\s+".join(_SPECIAL.sub(r"\\\g<0>", one) for one in re.split(r"\s*\n\s*", part)) for part in parts
    ]
    pattern = ".*".join(escaped)
    pattern = f"^{pattern}$" if whole else pattern
    if "\\" not in pattern or not pattern.isprintable() or ('"' in pattern and "'" in pattern):
        return quoted(pattern)
    return f"r'{pattern}'" if '"' in pattern else f'r"{pattern}"'


def laid_out(opening: str, arguments: Sequence[str], closing: str = ")") -> Iterator[str]:
    """A call inside a function: on one line where it fits; long texts in pieces, one below the other."""
    arguments = [one for one in arguments if one]
    inner = ", ".join(arguments)
    if INDENT + len(opening + inner + closing) <= LONGEST_LINE:
        yield f"{opening}{inner}{closing}"
        return
    yield opening
    if 2 * INDENT + len(inner) <= LONGEST_LINE:
        yield f"    {inner}"
    else:
        for argument in arguments:
            pieces = _pieces(argument)
            comma = "," if len(arguments) > 1 else ""
            yield from (f"    {piece}" for piece in pieces[:-1])
            yield f"    {pieces[-1]}{comma}"
    yield closing


def _pieces(argument: str) -> list[str]:
    """A long text cut behind its line ends and, where it must be, behind a space; anything else whole."""
    prefix = "f" if argument.startswith("f") else ""
    body, quote = argument[len(prefix) + 1 : -1], argument[-1]
    if 2 * INDENT + len(argument) <= LONGEST_LINE or argument[len(prefix) :][:1] != quote:
        return [argument]
    pieces, piece = [], ""
    for sign in _SIGNS.findall(body):
        piece += sign
        if sign == "\\n" or (sign == " " and not prefix and len(piece) > LONGEST_PIECE - 15):
            pieces.append(piece)
            piece = ""
    pieces += [piece] if piece else []
    return [f"{prefix if '{' in one else ''}{quote}{one}{quote}" for one in pieces]
