"""A script written as YAML that a person can read; `reading` gives the same script back."""

import base64
import json
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.nodes import ScalarNode

from bot.playground.script.steps import VERSION, Script, Step

__all__ = ["write_script"]

WIDTH = 76


def write_script(script: Script) -> str:
    return "\n".join(_lines(script)) + "\n"


def _lines(script: Script) -> Iterator[str]:
    yield f"errand-script: {VERSION}"
    yield f"title: {_scalar(script.title)}"
    if script.free_text:
        yield "free-text: yes"
    yield from (f"# {note}" for note in script.notes)
    if script.people:
        yield "people:"
        for key, one in script.people.items():
            name = json.dumps(one.name, ensure_ascii=False)
            yield f"  {key}: {{name: {name}, role: {one.role}, language: {one.language}}}"
    yield "steps:"
    for step in script.steps:
        yield from _step(step)
    if script.files:
        yield "files:"
        for name, content in script.files.items():
            yield f"  {_scalar(name)}: !!binary |"
            text = base64.b64encode(content).decode()
            yield from (f"    {text[at : at + WIDTH]}" for at in range(0, len(text), WIDTH))


def _step(step: Step) -> Iterator[str]:
    if not step.who and step.options:
        yield f"  - {step.title}: {json.dumps(dict(step.options), ensure_ascii=False)}"
        return
    if not step.what and not step.options:
        yield f"  - {step.title}"
        return
    yield f"  - {step.title}: {_scalar(step.what, 6)}".rstrip()
    for name, value in step.options.items():
        yield f"    {name}: {_scalar(_said(value), 6)}"


def _said(value: Any) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _scalar(text: str, indent: int = 2) -> str:
    """Plain where YAML takes it as it stands, a block where it has several lines, quoted otherwise."""
    if not text:
        return ""
    lines = text.split("\n")
    tidy = all(line and line == line.strip() and line.isprintable() for line in lines)
    if tidy and len(lines) > 1:
        return "|-\n" + "\n".join(" " * indent + line for line in lines)
    if tidy and _is_plain(text):
        return text
    return f'"{"".join(map(_quoted_sign, text))}"'


def _quoted_sign(sign: str) -> str:
    """As YAML writes it between double quotes."""
    if sign in '"\\':
        return f"\\{sign}"
    if sign.isprintable():
        return sign
    return sign.encode("unicode_escape").decode()


def _is_plain(text: str) -> bool:
    try:
        node = yaml.compose(f"- k: {text}", Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    try:
        value = node.value[0].value[0][1]  # type: ignore[union-attr]
    except (AttributeError, IndexError, TypeError):
        return False
    return (
        isinstance(value, ScalarNode)
        and value.value == text
        and value.style is None
        and not value.tag.endswith("null")
    )
