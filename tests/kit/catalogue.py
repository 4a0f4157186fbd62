"""What of a catalogue of words can be recognised in a chat: the sentences that it is made of."""

import re
from collections.abc import Iterator
from functools import cache

from fluent.runtime import FluentResource
from fluent.syntax import ast, visitor

from bot.views.wording import CATALOGUES

__all__ = ["sentences_of"]

LEAST_WORDS = 3
TAG = re.compile(r"<[^>]+>")
WORD = re.compile(r"[^\W\d_]{2,}")


class _Texts(visitor.Visitor):
    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_TextElement(self, node: ast.TextElement) -> None:
        self.found.append(node.value)


@cache
def sentences_of(language: str) -> frozenset[str]:
    """Every stretch of three words or more that stands in this language's catalogue and is no example."""
    return frozenset(sentence for path in _files(language) for sentence in _stretches(path))


def _files(language: str) -> Iterator[str]:
    for path in sorted((CATALOGUES / language).glob("*.ftl")):
        yield path.read_text(encoding="utf-8")


def _stretches(source: str) -> Iterator[str]:
    texts = _Texts()
    for entry in FluentResource(source).body:
        texts.visit(entry)
    for text in texts.found:
        for line in TAG.sub("", text).splitlines():
            if len(WORD.findall(line)) >= LEAST_WORDS:
                yield line.strip()
