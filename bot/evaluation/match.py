"""`errand eval match`: components against a catalogue: is the right item first, or among the first three?"""

import re
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from bot.evaluation.reports import BadSet, Figure, Report, Request, by_group, milliseconds, share
from commerce.matching.matching import Candidate, Matcher
from commerce.methods.lines import read_line
from commerce.units import Amount, Unit

__all__ = ["measure"]

_AMOUNT = re.compile(r"^\s*\d+(?:[.,/]\d+)?\s*(?:x\s|[^\W\d_]+\s)(?=\S)")
_LANGUAGE = re.compile(r"_(de|en|es|fr|it)$")
_MOST_OFFERED = 3
_PACK = Amount(Decimal(1), Unit.PIECE)


def measure(request: Request) -> Report:
    """Right: one of the right items is first, or, where nothing fits, none is offered as sure. Figures:
    `top1` and `top3` of the components that something fits, `nothing_right` of the others, `sure_wrong`:
    another item first and sure, of all; top 1 by group; milliseconds a component."""
    if len(request.paths) != 2:
        raise BadSet("This takes two files: the catalogue (`id|title|packs`) and the components.")
    catalogue, components = request.paths
    ids, candidates = _catalogue(catalogue)
    known = set(ids)
    matcher = Matcher(candidates, _aliases(request.aliases) if request.aliases else None)
    hits: list[tuple[str, bool]] = []
    thirds: list[bool] = []
    nothing: list[bool] = []
    sure_wrong = 0
    seconds: list[float] = []
    errors: list[dict[str, object]] = []
    for number, (group, text, right) in enumerate(_components(components), 1):
        if unknown := right - known:
            raise BadSet(f"{components}, line {number}: the catalogue has no {', '.join(sorted(unknown))}.")
        name, size, unit = _asked(text, _language_of(group))
        began = time.perf_counter()
        matches = matcher.best(
            name, at_most=_MOST_OFFERED, size=size, unit=unit, language=_language_of(group) or ""
        )
        seconds.append(time.perf_counter() - began)
        found = [ids[match.item_id.int] for match in matches]
        first_is_right = bool(found) and found[0] in right
        is_sure = bool(matches) and matches[0].sure
        sure_wrong += is_sure and not first_is_right
        if right:
            thirds.append(bool(right & set(found)))
            hits.append((group, first_is_right))
        else:
            nothing.append(not is_sure)
            hits.append((group, not is_sure))
        if not hits[-1][1]:
            offered = [
                f"{one} {candidates[match.item_id.int].title} ({match.score})"
                for one, match in zip(found, matches, strict=True)
            ]
            errors.append({"group": group, "text": text, "right": sorted(right), "found": offered})
    firsts = sum(hit for _, hit in hits) - sum(nothing)
    figures: dict[str, Figure] = {
        "top1": share(firsts, len(thirds)),
        "top3": share(sum(thirds), len(thirds)),
        "nothing_right": share(sum(nothing), len(nothing)),
        "sure_wrong": share(sure_wrong, len(hits)),
        "by_group": by_group(hits),
        **milliseconds(seconds),
    }
    return Report(len(hits), sum(hit for _, hit in hits), figures, errors)


def _asked(text: str, language: str | None) -> tuple[str, str | None, Unit | None]:
    """The name, size and unit that a line asks for; a name alone is taken as it stands."""
    if not _AMOUNT.match(text):
        return text, None, None
    line = read_line(text, language=language or "en")
    return (line.name, line.size, line.amount.unit) if line.amount is not None else (text, None, None)


def _language_of(group: str) -> str | None:
    """The language that the lines of a group are written in, where its name ends with one: `plain_de`."""
    told = _LANGUAGE.search(group)
    return told[1] if told else None


def _catalogue(path: Path) -> tuple[list[str], list[Candidate]]:
    ids: list[str] = []
    candidates: list[Candidate] = []
    for number, fields in _rows(path):
        if len(fields) < 2 or not fields[1]:
            raise BadSet(f"{path}, line {number} is not `id|title|packs`.")
        ids.append(fields[0])
        candidates.append(Candidate(UUID(int=len(candidates)), fields[1], (), "", "", _PACK))
    return ids, candidates


def _components(path: Path) -> Iterator[tuple[str, str, set[str]]]:
    for number, fields in _rows(path):
        if len(fields) < 2 or not fields[1]:
            raise BadSet(f"{path}, line {number} is not `group|text|right ids`.")
        told = fields[2] if len(fields) > 2 else ""
        yield (
            fields[0],
            fields[1],
            {one for one in re.split(r"[\s,;/]+", told) if one and one not in {"-", "none"}},
        )


def _aliases(path: Path) -> dict[str, str]:
    aliases = {}
    for number, fields in _rows(path, "="):
        if len(fields) != 2:
            raise BadSet(f"{path}, line {number} is not `text=other name`.")
        aliases[fields[0]] = fields[1]
    return aliases


def _rows(path: Path, mark: str = "|") -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, [field.strip() for field in line.split(mark)]
