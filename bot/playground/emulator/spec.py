"""The machine-readable Bot API: what a method takes and answers, and whether a value fits.

`bot-api-10.0.json` holds `m`: method -> {`r`: [type], `f`: {name: [[type], required]}} and `t`: type -> {`f`:
…} or {`s`: [subtype]}. A type is `Integer`, `Float`, `String`, `Boolean`, `InputFile`, the name of an object,
or `Array of …`. Source and licence: `bot-api-10.0.LICENCE.md`.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Json = dict[str, Any]
_ARRAY = "Array of "
_SCALARS = {"Integer", "Float", "String", "Boolean"}
_MAY_BE_TEXT = {"KeyboardButton"}  # a simple button may be its label alone
_WHOLE = re.compile(r"[+-]?[0-9]{1,30}")
_YES = {"true", "1", "yes", "y", "t"}


@dataclass(frozen=True)
class Field:
    types: tuple[str, ...]
    required: bool

    @property
    def is_text(self) -> bool:
        return self.types == ("String",)


@dataclass(frozen=True)
class Method:
    name: str
    returns: tuple[str, ...]
    fields: Mapping[str, Field]


class Spec:
    """Checks values against the specification. Checks give texts of violations; nothing raises."""

    def __init__(self, document: Json) -> None:
        self.version: str = document["v"]
        self.methods = {name.lower(): _method(name, body) for name, body in document["m"].items()}
        self._types = {name: _fields(body) for name, body in document["t"].items() if "f" in body}
        self._families = {name: tuple(body["s"]) for name, body in document["t"].items() if "s" in body}

    def method(self, name: str) -> Method | None:
        """Names are not case-sensitive."""
        return self.methods.get(name.lower())

    def read(self, method: Method, raw: Mapping[str, Any]) -> tuple[Json, list[str]]:
        """Turn a form's strings into the values that the method wants, and say what does not fit."""
        values: Json = {}
        wrong: list[str] = []
        for name, given in raw.items():
            field = method.fields.get(name)
            if field is None:
                wrong.append(f"unknown parameter {name!r}")
                continue
            value = given if field.is_text or not isinstance(given, str) else _from_form(given, field.types)
            values[name] = value
            wrong.extend(self.misfits(value, field.types, name))
        return values, wrong

    def misfits(self, value: Any, types: Sequence[str], path: str) -> list[str]:
        """Empty when the value is of one of the types; else what is wrong under the type that comes
        nearest."""
        arrays = [kind for kind in types if kind.startswith(_ARRAY)]
        if len(arrays) > 1 and isinstance(value, list):
            inner = [kind.removeprefix(_ARRAY) for kind in arrays]
            return [
                text for n, item in enumerate(value) for text in self.misfits(item, inner, f"{path}[{n}]")
            ]
        nearest: list[str] | None = None
        for kind in types:
            wrong = self._misfits_of(value, kind, path)
            if not wrong:
                return []
            if nearest is None or len(wrong) < len(nearest):
                nearest = wrong
        return nearest or []

    def _misfits_of(self, value: Any, kind: str, path: str) -> list[str]:
        if kind in _SCALARS:
            return [] if _is_scalar(value, kind) else [f"{path} must be {kind}, not {_shown(value)}"]
        if kind == "InputFile":
            return [] if isinstance(value, str) else [f"{path} must be a file or String, not {_shown(value)}"]
        if kind.startswith(_ARRAY):
            if not isinstance(value, list):
                return [f"{path} must be {kind}, not {_shown(value)}"]
            inner = (kind[len(_ARRAY) :],)
            return [
                text for n, item in enumerate(value) for text in self.misfits(item, inner, f"{path}[{n}]")
            ]
        family = self._families.get(kind)
        if family is not None:
            return self.misfits(value, family, path)
        return self._misfits_of_object(value, kind, path)

    def _misfits_of_object(self, value: Any, kind: str, path: str) -> list[str]:
        fields = self._types.get(kind)
        if kind in _MAY_BE_TEXT and isinstance(value, str):
            return []
        if not isinstance(value, dict) or fields is None:
            return [f"{path} must be {kind}, not {_shown(value)}"]
        wrong = []
        for name, inner in value.items():
            field = fields.get(name)
            if field is None:
                wrong.append(f"{path} has an unknown field {name!r} ({kind})")
            elif inner is not None:
                wrong.extend(self.misfits(inner, field.types, f"{path}.{name}"))
        for name, field in fields.items():
            if field.required and value.get(name) is None:
                wrong.append(f"{path} lacks the field {name!r} ({kind})")
        return wrong


@cache
def bot_api() -> Spec:
    """The specification beside this module, read once."""
    return Spec(json.loads(Path(__file__).with_name("bot-api-10.0.json").read_text(encoding="utf-8")))


def is_unicode(value: Any) -> bool:
    """Whether no text in it holds half a character, as `\\ud83d` in JSON makes one: such cannot be kept."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def whole(value: Any) -> int | None:
    """A whole number as calls write it: as such, or in digits."""
    if isinstance(value, str):
        return int(value) if _WHOLE.fullmatch(value) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _method(name: str, body: Json) -> Method:
    return Method(name, tuple(body["r"]), _fields(body))


def _fields(body: Json) -> dict[str, Field]:
    return {name: Field(tuple(types), bool(required)) for name, (types, required) in body["f"].items()}


def _is_scalar(value: Any, kind: str) -> bool:
    if kind == "String":
        return isinstance(value, str)
    if kind == "Boolean":
        return isinstance(value, bool)
    if isinstance(value, bool):
        return False
    return isinstance(value, int) or (kind == "Float" and isinstance(value, float))


def _from_form(given: str, types: Sequence[str]) -> Any:
    """Read a form's string as the first of the types that it can be; a string that is none stays one."""
    for kind in types:
        if kind == "Boolean":
            return given.strip().lower() in _YES
        if kind in ("Integer", "Float"):
            number = _number(given, kind)
            if number is not None:
                return number
        elif kind not in ("String", "InputFile"):
            return _decoded(given)
    return given


def _number(given: str, kind: str) -> int | float | None:
    try:
        return whole(given) if kind == "Integer" else float(given)
    except ValueError:
        return None


def _decoded(given: str) -> Any:
    try:
        return json.loads(given)
    except (ValueError, RecursionError):
        return given


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:57] + "…"
