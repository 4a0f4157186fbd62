"""A script read from YAML; whatever does not fit is named with its line."""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from bot.playground.script.steps import (
    FORMS,
    VERSION,
    WORLD,
    BadScript,
    Form,
    Need,
    Newcomer,
    Option,
    Script,
    Step,
    Verb,
)

__all__ = ["MOST_BYTES", "read_file", "read_script"]

MOST_BYTES = 32 * 1024 * 1024
HEADER = ("errand-script", "title", "free-text", "people", "files", "steps")
NEWCOMER = ("name", "role", "language")
ENDS = {Verb.FAULT: "off", Verb.BANK: "well"}
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_NULL, _BINARY = "tag:yaml.org,2002:null", "tag:yaml.org,2002:binary"
_YES = {"yes": True, "true": True, "no": False, "false": False}


def read_file(path: Path) -> Script:
    """A script on disk; files that it names may lie beside it. Raises `BadScript`."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        words = getattr(error, "strerror", None) or "not a text in UTF-8"
        raise BadScript(str(path), 0, f"cannot be read: {words}") from error
    return read_script(text, source=path.name, folder=path.parent)


def read_script(text: str, *, source: str = "script", folder: Path | None = None) -> Script:
    """Raises `BadScript`."""
    if len(text) > MOST_BYTES:
        raise BadScript(source, 0, f"larger than {MOST_BYTES // 1024 // 1024} MB")
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        words = f"this is not YAML ({error.problem or error.context}); put quotes around words with : or #"
        raise BadScript(source, line, words) from error
    except RecursionError as error:
        raise BadScript(source, 0, "this is nested too deeply") from error
    except yaml.YAMLError as error:
        raise BadScript(source, 0, "this is not YAML: a character in it is not allowed") from error
    return _Reader(source, folder).script(node)


class _Reader:
    def __init__(self, source: str, folder: Path | None) -> None:
        self.source = source
        self.folder = folder

    def script(self, node: Node | None) -> Script:
        if not isinstance(node, MappingNode) or "errand-script" not in dict(self._fields(node)):
            raise BadScript(self.source, 1, f"a script begins with `errand-script: {VERSION}`")
        fields = dict(self._fields(node))
        for name, value in fields.items():
            if name not in HEADER:
                raise self._bad(value, f"no field {name!r} is known here{_perhaps(name, HEADER)}")
        version = self._text(fields["errand-script"])
        if version != str(VERSION):
            raise self._bad(fields["errand-script"], f"version {version!r} is not known; this is {VERSION}")
        if "steps" not in fields:
            raise BadScript(self.source, 1, "there are no `steps`")
        free_text = fields.get("free-text")
        return Script(
            title=self._text(fields["title"]) if "title" in fields else self.source,
            steps=tuple(self._steps(fields["steps"])),
            people=dict(self._people(fields["people"])) if "people" in fields else {},
            free_text=bool(self._option(free_text, Option.YES, "free-text")) if free_text else False,
            files=dict(self._files(fields["files"])) if "files" in fields else {},
            folder=self.folder,
            source=self.source,
        )

    def _steps(self, node: Node) -> Iterator[Step]:
        if not isinstance(node, SequenceNode) or not node.value:
            raise self._bad(node, "`steps` is a list: lines that begin with `- `")
        for one in node.value:
            yield self._step(one)

    def _step(self, node: Node) -> Step:
        if isinstance(node, ScalarNode) and node.tag != _NULL:
            who, verb = self._who_and_verb(node, node.value.strip())
            if FORMS[verb].need not in (Need.NOTHING, Need.MAY):
                raise self._bad(node, f"`{node.value}` needs something behind a colon")
            return self._checked(node, Step(verb, who, line=node.start_mark.line + 1))
        if not isinstance(node, MappingNode) or not node.value:
            raise self._bad(node, "a step is `who does: what`, for example `mia says: hello`")
        fields = list(self._fields(node))
        (title, value), rest = fields[0], fields[1:]
        who, verb = self._who_and_verb(node, title)
        form = FORMS[verb]
        what, options = self._what(value, verb, form)
        for name, given in rest:
            if name not in form.options:
                known = ", ".join(form.options) or "none"
                raise self._bad(
                    given, f"`{title}` has no option {name!r}{_perhaps(name, form.options)} ({known})"
                )
            options[name] = self._option(given, form.options[name], name)
        return self._checked(node, Step(verb, who, what, options, node.start_mark.line + 1))

    def _what(self, value: Node, verb: Verb, form: Form) -> tuple[str, dict[str, Any]]:
        if form.need is Need.FIELDS and isinstance(value, MappingNode):
            return "", {name: self._plain(one) for name, one in self._fields(value)}
        what = self._text(value)
        if form.need is Need.NOTHING and what:
            raise self._bad(value, f"`{verb}` takes nothing behind the colon")
        if form.need in (Need.MUST, Need.FIELDS) and not what:
            raise self._bad(value, f"`{verb}` needs something behind the colon")
        return what, {}

    def _checked(self, node: Node, step: Step) -> Step:
        if step.verb is Verb.SEES and not step.what and "showing" not in step.options:
            raise self._bad(node, "`sees` needs words behind the colon, or `showing: photo` beside it")
        end = ENDS.get(step.verb, "")
        if end and step.what not in ("", end):
            raise self._bad(node, f"`{step.verb}` is `{end}`, or fields in braces")
        return step

    def _who_and_verb(self, node: Node, title: str) -> tuple[str, Verb]:
        if title in WORLD:
            return "", Verb(title)
        who, _, words = title.partition(" ")
        verbs = [verb for verb in Verb if verb not in WORLD]
        if words in verbs and _KEY.fullmatch(who):
            return who, Verb(words)
        if words in verbs:
            raise self._bad(node, f"{who!r} is no key of a person: small letters, as in `mia`")
        named = f"nobody can {words!r} here" if words else f"{title!r} is no step"
        raise self._bad(node, f"{named}{_perhaps(words or title, [*verbs, *WORLD])}")

    def _people(self, node: Node) -> Iterator[tuple[str, Newcomer]]:
        for key, given in self._fields(node):
            if not _KEY.fullmatch(key):
                raise self._bad(given, f"{key!r} is no key of a person: small letters, as in `mia`")
            fields = dict(self._fields(given))
            for name, value in fields.items():
                if name not in NEWCOMER:
                    raise self._bad(value, f"somebody new has {', '.join(NEWCOMER)}, no {name!r}")
            texts = {name: self._text(value) for name, value in fields.items()}
            yield key, Newcomer(**{"name": key.capitalize()} | texts)

    def _files(self, node: Node) -> Iterator[tuple[str, bytes]]:
        for name, given in self._fields(node):
            if not isinstance(given, ScalarNode) or given.tag != _BINARY:
                raise self._bad(given, f"the content of {name!r} is written as `!!binary`, in base64")
            try:
                yield name, base64.b64decode("".join(given.value.split()), validate=True)
            except binascii.Error as error:
                raise self._bad(given, f"the content of {name!r} is not base64") from error

    def _fields(self, node: Node) -> Iterator[tuple[str, Node]]:
        if not isinstance(node, MappingNode):
            raise self._bad(node, "`name: value` is expected here")
        seen: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                raise self._bad(key, "a name is expected before the colon")
            if key.value in seen:
                raise self._bad(key, f"{key.value!r} stands here twice")
            seen.add(key.value)
            yield " ".join(key.value.split()), value

    def _text(self, node: Node) -> str:
        """Words as they stand, whatever YAML would make of them."""
        if not isinstance(node, ScalarNode):
            raise self._bad(node, "words are expected here, not a list or a mapping")
        return "" if node.tag == _NULL else str(node.value)

    def _option(self, node: Node, kind: Option, name: str) -> str | int | bool:
        text = self._text(node)
        if kind is Option.WHOLE:
            if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= 1_000_000:
                raise self._bad(node, f"{name!r} is a whole number from 1, not {text!r}")
            return int(text)
        if kind is Option.YES:
            if text.lower() not in _YES:
                raise self._bad(node, f"{name!r} is yes or no, not {text!r}")
            return _YES[text.lower()]
        return text

    def _plain(self, node: Node) -> Any:
        """A number, a word, yes or no, or a list of such, as YAML reads it."""
        parts = node.value if isinstance(node, SequenceNode) else [node]
        if not all(isinstance(part, ScalarNode) for part in parts):
            raise self._bad(node, "a number, a word, or a list of words is expected here")
        try:
            return yaml.SafeLoader("").construct_object(node, deep=True)
        except (yaml.YAMLError, ValueError) as error:
            raise self._bad(node, "a number, a word, or a list of words is expected here") from error

    def _bad(self, node: Node, words: str) -> BadScript:
        return BadScript(self.source, node.start_mark.line + 1, words)


def _perhaps(word: str, known: Mapping[str, Any] | list[Any] | tuple[str, ...]) -> str:
    close = get_close_matches(word, [str(one) for one in known], 1)
    return f"; did you mean {close[0]!r}?" if close else ""
