"""The words of vocabulary.yml, in the forms that the readers use."""

from pathlib import Path
from typing import Any, Dict

import yaml

_WORDS: Dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))


def by_spelling(section: str) -> Dict[str, Any]:
    """Each spelling of a section, and what it means."""
    return {
        str(spelling): meaning for meaning, spellings in _WORDS[section].items() for spelling in spellings
    }


def patterns(section: str) -> Dict[str, str]:
    """One regular expression for each meaning of a section, and that meaning."""
    return {"|".join(alternatives): meaning for meaning, alternatives in _WORDS[section].items()}


def words(section: str) -> str:
    """One regular expression for any of a list's patterns, the longest first."""
    return "|".join(sorted(map(str, _WORDS[section]), key=len, reverse=True))


FUNCTION_WORDS = frozenset(_WORDS["function_words"].split())
