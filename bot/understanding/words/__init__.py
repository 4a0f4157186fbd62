"""The words that people say to the shop, a file a language (`en.toml`, …). All are looked for, whatever the
language that the person has set; a further language is a further file.

A file has a table for each module that looks for words, and in it their groups, the same in every file; one
that a language has no words for is empty. Each line of a group is a pattern: a blank stands for itself, an
apostrophe for a straight or a curly one, `{name}` for the group or the part of that name.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

__all__ = ["FOLDER", "Words", "WordsUnfit", "load", "words_of"]

FOLDER = Path(__file__).parent
_PART = re.compile(r"\{([a-z_]+)\}")

Files = Mapping[str, Mapping[str, Mapping[str, str]]]
"""File -> table -> group -> its lines."""


class WordsUnfit(Exception):
    """A file of words lacks a group that another has, or has what is none."""


class Words:
    """The groups of one table, of all languages together."""

    def __init__(self, table: str, lines: Mapping[str, tuple[str, ...]], parts: Mapping[str, str]) -> None:
        self._table = table
        self._lines = lines
        self._parts = parts

    def __getitem__(self, group: str) -> str:
        """A pattern for any of its lines."""
        return f"(?:{'|'.join(self.each(group))})"

    def each(self, group: str) -> tuple[str, ...]:
        """Its lines as patterns, those of one language after those of another."""
        return tuple(self._filled(line) for line in self._lines_of(group))

    def single(self, group: str) -> tuple[str, ...]:
        """The words of a group that is no pattern, parted by `|` or in lines."""
        return tuple("|".join(self._lines_of(group)).split("|"))

    def _lines_of(self, group: str) -> tuple[str, ...]:
        try:
            return self._lines[group]
        except KeyError:
            raise WordsUnfit(f"no file has {self._table}.{group}") from None

    def _filled(self, line: str) -> str:
        return _PART.sub(lambda part: self._parts.get(part[1]) or self[part[1]], line.replace("'", "['’]"))


def words_of(table: str, **parts: str) -> Words:
    """The words of a table; `parts` are what its lines name that is no group."""
    files = load(FOLDER)
    groups = {group for tables in files.values() for group in tables.get(table, {})}
    if not groups:
        raise WordsUnfit(f"no file has a table {table}")
    lines = {
        group: tuple(line for tables in files.values() for line in tables[table][group].split("\n") if line)
        for group in groups
    }
    return Words(table, lines, parts)


@cache
def load(folder: Path) -> Files:
    """The files there, once all offer the same groups."""
    files = {
        path.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))
    }
    groups = {name: _groups(name, tables) for name, tables in files.items()}
    wanted = sorted({group for offered in groups.values() for group in offered})
    lacking = [f"{name} lacks {group}" for name in files for group in wanted if group not in groups[name]]
    if lacking or not files:
        raise WordsUnfit("; ".join(lacking) or f"there are no words in {folder}")
    return files


def _groups(name: str, tables: Mapping[str, object]) -> set[str]:
    found = set()
    for table, groups in tables.items():
        if not isinstance(groups, dict):
            raise WordsUnfit(f"{name}: {table} stands in no table")
        for group, lines in groups.items():
            if not isinstance(lines, str):
                raise WordsUnfit(f"{name}: {table}.{group} is no text")
            found.add(f"{table}.{group}")
    return found
