"""How well the trained model understands: `python nlu/measure.py MODEL FILE [--json] [--errors]
[--intents-given]`.

FILE holds one JSON object a line: {"text", "role", "context", "intent", "slots", "lang"?}. Figures: `n`,
`right`, `rate` (the intent is right), `top_three`, `out_of_scope_recall`, `slot_f1`, `by_language`. With
`--intents-given` the slots are read for the right intents: what the readers of slots do by themselves.
Touches no conversation and no network.
"""

import argparse
import asyncio
import json
import logging
import re
import sys
import warnings
from datetime import date
from pathlib import Path
from typing import Any, Dict, List, Set, Tuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from nlu.launcher import guard

TODAY = date(2026, 11, 20)  # of the sets' dates
INTERNAL = ("amended_number", "amended_window", "help_page")
"""Slots for the dialogue itself, that say a second time what another says."""


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--intents-given", action="store_true")
    options = parser.parse_args()
    rows = [
        json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    results = asyncio.run(understood(options.model, rows, intents_given=options.intents_given))
    figures = summed_up(rows, results)
    if options.errors:
        for row, result in zip(rows, results, strict=True):
            if row["intent"] != result["intent"] or pairs(row["slots"]) != pairs(result["slots"]):
                print(json.dumps({**row, "found": result}, ensure_ascii=False), file=sys.stderr)
    if options.json:
        print(json.dumps(figures))
    else:
        for name, figure in figures.items():
            print(f"{name:22}{figure}")


async def understood(
    model: Path, rows: List[Dict[str, Any]], *, intents_given: bool = False
) -> List[Dict[str, Any]]:
    """What the model makes of each row: intent, the three likeliest intents, slots."""
    warnings.simplefilter("ignore")
    guard()
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.WARNING)
    from rasa.core.agent import Agent
    from rasa.core.channels.channel import UserMessage

    from nlu.channels.errand import speakable
    from nlu.channels.turn import LISTS
    from nlu.tests.situations import pending_of

    processor = Agent.load(str(model)).processor
    results = []
    for row in rows:
        metadata = {
            "role": row.get("role"),
            "pending": pending_of(row.get("context")),
            "today": TODAY.isoformat(),
        }
        if intents_given:
            found = read_as(processor, speakable(row["text"]), row["intent"], metadata)
        else:
            found = await processor.parse_message(UserMessage(speakable(row["text"]), metadata=metadata))
        slots: Dict[str, Any] = {}
        for entity in found["entities"]:
            if entity["entity"] in LISTS:
                slots.setdefault(entity["entity"], []).append(entity["value"])
            elif entity["entity"] not in INTERNAL:
                slots.setdefault(entity["entity"], entity["value"])
        ranking = [rival["name"] for rival in found.get("intent_ranking", [])[:3]]
        results.append({"intent": found["intent"]["name"], "ranking": ranking, "slots": slots})
    return results


def read_as(processor: Any, text: str, intent: str, metadata: Dict[str, Any]) -> Dict[str, Any]:
    """The message with what the marker and the reader of slots find in it when it wants `intent`."""
    from rasa.shared.nlu.training_data.message import Message

    from nlu.components.slots import SlotReader
    from nlu.components.spans import NameMarker

    message = Message({"text": text, "intent": {"name": intent}, "metadata": metadata})
    nodes = [node._component for node in processor.graph_runner._instantiated_nodes.values()]
    for kind in (NameMarker, SlotReader):
        for component in nodes:
            if isinstance(component, kind):
                component.process([message])
    return {"intent": {"name": intent}, "entities": message.get("entities") or []}


def summed_up(rows: List[Dict[str, Any]], results: List[Dict[str, Any]]) -> Dict[str, Any]:
    """The figures of a run."""
    right = [row["intent"] == result["intent"] for row, result in zip(rows, results, strict=True)]
    top = [
        row["intent"] in {result["intent"], *result["ranking"]}
        for row, result in zip(rows, results, strict=True)
    ]
    strangers = [ok for row, ok in zip(rows, right, strict=True) if row["intent"] == "out_of_scope"]
    languages = sorted({row.get("lang", "en") for row in rows})
    return {
        "n": len(rows),
        "right": sum(right),
        "rate": share(right),
        "intent_rate": share(right),
        "top_three": share(top),
        "out_of_scope_recall": share(strangers),
        "slot_f1": slot_f1(rows, results),
        "by_language": {
            lang: share([ok for row, ok in zip(rows, right, strict=True) if row.get("lang", "en") == lang])
            for lang in languages
        },
    }


def share(hits: List[bool]) -> float:
    """The share of true ones, to four places; 0 of none."""
    return round(sum(hits) / len(hits), 4) if hits else 0.0


def slot_f1(rows: List[Dict[str, Any]], results: List[Dict[str, Any]]) -> float:
    """F1 over (name, value) pairs; a list counts once for each of its members."""
    hits = wanted = found = 0
    for row, result in zip(rows, results, strict=True):
        expected, read = pairs(row["slots"]), pairs(result["slots"])
        hits += len(expected & read)
        wanted += len(expected)
        found += len(read)
    return round(2 * hits / (wanted + found), 4) if wanted + found else 1.0


def pairs(slots: Dict[str, Any]) -> Set[Tuple[str, str]]:
    """The slots as comparable pairs; "+2", 2 and "2.0" are one."""
    return {
        (name, comparable(value))
        for name, values in slots.items()
        for value in (values if isinstance(values, list) else [values])
    }


def comparable(value: Any) -> str:
    """A value in lower case, a number without its sign of plus and its empty decimals."""
    text = str(value).lower()
    return f"{float(text):g}" if re.fullmatch(r"[+-]?\d{1,5}(?:\.\d+)?", text) else text


if __name__ == "__main__":
    main()
