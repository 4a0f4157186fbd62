"""The diagram of all lives in docs/architecture.md, drawn from the state tables themselves."""

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from enum import StrEnum

import commerce
from bot.settings import ROOT
from commerce.states import Life

__all__ = ["ARCHITECTURE", "diagram", "lives", "with_diagrams"]

ARCHITECTURE = ROOT / "docs" / "architecture.md"
BEGIN = "<!-- drawn by `errand docs` from the state tables -->"
END = "<!-- end of what is drawn -->"
SUFFIX = "_LIFE"


def lives() -> dict[str, Life[StrEnum]]:
    """Every state table of commerce by its name ("order"), in alphabetical order."""
    found: dict[str, Life[StrEnum]] = {}
    for module in pkgutil.walk_packages(commerce.__path__, "commerce."):
        if module.name.rpartition(".")[2] in {"models", "states"}:
            named: Mapping[str, Life[StrEnum]] = vars(importlib.import_module(module.name))
            found |= {
                name.removesuffix(SUFFIX).lower(): life
                for name, life in named.items()
                if name.endswith(SUFFIX)
            }
    return dict(sorted(found.items()))


def diagram(lives: Mapping[str, Life[StrEnum]]) -> str:
    """One Mermaid state diagram (mermaid.js.org, stateDiagram-v2) with a box for each life."""
    boxes = (line for name, life in lives.items() for line in _box(name, life))
    return "\n".join(["```mermaid", "stateDiagram-v2", *boxes, "```"])


def with_diagrams(text: str) -> str:
    """The document with the part between its two marks drawn anew."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{diagram(lives())}\n{END}{after}"


def _box(name: str, life: Life[StrEnum]) -> Iterable[str]:
    first = next(iter(type(next(iter(life)))))
    yield f'    state "{name}" as {name} {{'
    for state in life:
        yield f'        state "{state.value.replace("_", " ")}" as {name}_{state.value}'
    yield f"        [*] --> {name}_{first.value}"
    for state, following in life.items():
        for wished in (each for each in type(state) if each in following):
            yield f"        {name}_{state.value} --> {name}_{wished.value}"
        if not following:
            yield f"        {name}_{state.value} --> [*]"
    yield "    }"
