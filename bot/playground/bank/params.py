"""Form bodies, and the parameters of each call as the SDK's own types know them, with no key beyond.

The SDK leaves its enums open ("…|str") for values to come; here only the values it names are taken.
"""

import re
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NotRequired, Required, Union, get_args, get_origin, get_type_hints
from urllib.parse import parse_qsl

import typing_extensions
from pydantic import ConfigDict, TypeAdapter, ValidationError
from stripe import RequestOptions

from bot.playground.bank.errors import bad_request

__all__ = ["checked", "form_fields"]

MOST_FIELDS = 400
MOST_DEPTH = 8
_PIECE = re.compile(r"\[([^\[\]]*)\]")


class _Object:
    """Stands for the SDK's response objects, which never come in a form body."""

    def __class_getitem__(cls, _of: object) -> type:
        return cls


def form_fields(body: str) -> dict[str, Any]:
    """`a[b][0]=c` as `{"a": {"b": ["c"]}}`. Raises `StripeRefusal` for what cannot be read."""
    tree: dict[str, Any] = {}
    try:
        pairs = parse_qsl(body, keep_blank_values=True, strict_parsing=bool(body), max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise bad_request(f"Invalid request body: {error}") from error
    for name, value in pairs:
        head = name.partition("[")[0]
        steps = [head, *_PIECE.findall(name[len(head) :])]
        if len(steps) > MOST_DEPTH:
            raise bad_request(f"Too deep: {name}", param=name)
        place = tree
        for step in steps[:-1]:
            place = place.setdefault(step, {})
            if not isinstance(place, dict):
                raise bad_request(f"Invalid hash: {name}", param=name)
        place[steps[-1]] = value
    return {name: _with_lists(value) for name, value in tree.items()}


def checked(kind: type, fields: Mapping[str, Any], supported: Iterable[str]) -> dict[str, Any]:
    """`fields` with their types, if the SDK's parameters `kind` allow them. Raises `StripeRefusal`.

    What Stripe knows but this bank does not do is refused too, never ignored: `supported` are dotted paths
    ("line_items.quantity"), each with all that is under it.
    """
    try:
        values: dict[str, Any] = _adapter(kind).validate_python(dict(fields))
    except ValidationError as error:
        first = error.errors()[0]
        steps = [str(step) for step in first["loc"] if not _is_branch(str(step))]
        param = "".join([*steps[:1], *(f"[{step}]" for step in steps[1:])])
        if first["type"] == "extra_forbidden":
            raise bad_request(
                f"Received unknown parameter: {param}", code="parameter_unknown", param=param
            ) from error
        if first["type"] == "missing":
            raise bad_request(
                f"Missing required param: {param}.", code="parameter_missing", param=param
            ) from error
        raise bad_request(
            f"Invalid {param}: {first['msg']}", code="parameter_invalid", param=param
        ) from error
    done = tuple(supported)
    for name in _paths(values):
        if any(f"{name}.".startswith(f"{known}.") for known in done):
            continue
        raise bad_request(f"The stand-in bank does not do `{name}`.", code="parameter_unknown", param=name)
    return values


def _with_lists(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    inner = {name: _with_lists(part) for name, part in value.items()}
    if inner and all(name.isdigit() for name in inner):
        return [inner[name] for name in sorted(inner, key=int)]
    if set(inner) == {""}:
        return [inner[""]]
    return inner


def _paths(value: Any, above: str = "") -> list[str]:
    if isinstance(value, list):
        return [path for part in value for path in _paths(part, above)]
    if not isinstance(value, dict):
        return [above]
    return [path for name, part in value.items() for path in _paths(part, f"{above}.{name}".lstrip("."))]


def _is_branch(step: str) -> bool:
    """Pydantic names the branch of a union in the path of an error; no parameter is named like that."""
    return not re.fullmatch(r"[a-z0-9_]+", step) or step in {"str", "int", "bool"}


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(_closed(kind))


@cache
def _closed(kind: type) -> Any:
    """A copy of an SDK TypedDict, and of those within, that allows no further keys."""
    scope = {**vars(typing_extensions), **vars(sys.modules[kind.__module__])}
    scope |= {"UntypedStripeObject": _Object, "StripeContext": _Object, "Mapping": Mapping}
    hints = get_type_hints(kind, globalns=scope, include_extras=True)
    options = set(RequestOptions.__annotations__) if _has_options(kind) else set()
    fields = {name: _stricter(hint) for name, hint in hints.items() if name not in options}
    make: Any = typing_extensions.TypedDict  # its fields are computed
    made = make(kind.__name__, fields)
    made.__pydantic_config__ = ConfigDict(extra="forbid")
    return made


def _has_options(kind: type) -> bool:
    """Parameter types of the calls themselves carry the SDK's own options, which are no parameters."""
    return "idempotency_key" in kind.__annotations__


def _stricter(hint: Any) -> Any:
    origin, parts = get_origin(hint), get_args(hint)
    if origin in {NotRequired, Required, typing_extensions.NotRequired, typing_extensions.Required}:
        wrapper: Any = NotRequired if origin in {NotRequired, typing_extensions.NotRequired} else Required
        return wrapper[_stricter(parts[0])]
    if origin is Annotated:
        return _stricter(parts[0])
    if origin in {Union, UnionType}:
        kept = [part for part in parts if part is not _Object]
        if any(get_origin(part) is Literal and get_args(part) != ("",) for part in kept):
            kept = [part for part in kept if part is not str]
        return Union[tuple(_stricter(part) for part in kept)]  # noqa: UP007 - the parts are computed
    if origin is list:
        return list[_stricter(parts[0])]  # type: ignore[misc]
    if origin is dict:
        return dict[str, _stricter(parts[1])]  # type: ignore[misc]
    if typing_extensions.is_typeddict(hint):
        return _closed(hint)
    return hint
