"""How well a voice is understood that training did not hear: `python nlu/voices.py others voices`.

Each name is that of files in nlu/data/*/ (`others` is en/others.yml and its likes), left out together; the
rest is learnt, and the sentences left out are asked, each in one of its situations. Figures: `n`,
`intent_rate`, `top_three`, `out_of_scope_recall`, `by_language`, and `with_typos`: `intent_rate` of the same
sentences mistyped. The intent model alone, without Rasa: some three minutes.
"""

import argparse
import json
import re
import sys
import zlib
from pathlib import Path
from typing import Any, Dict, Iterator, List, Sequence, Tuple

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from nlu.components.slips import slipped
from nlu.components.wish_model import OUT_OF_SCOPE, WishModel, decided, doubted, samples_of
from nlu.measure import share

ROOT = Path(__file__).resolve().parent.parent
_MARK = re.compile(r"\[([^\]]+)\]\(\w+\)")


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="+", help="files to leave out, without their language and ending")
    parser.add_argument("--errors", action="store_true", help="what was misread, to stderr")
    options = parser.parse_args()
    config = next(
        part
        for part in yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))["pipeline"]
        if part["name"].endswith("WishClassifier")
    )
    learnt, asked = parted(examples(ROOT / "nlu" / "data"), options.names)
    model = taught(learnt, config)
    print(json.dumps(figures(model, asked, config, options.errors)))


def examples(data: Path) -> Iterator[Dict[str, Any]]:
    """All examples: text, its marked names, intent, situations, role, language, file."""
    for path in sorted(data.glob("*/*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            about = block.get("metadata") or {}
            for line in block["examples"].splitlines():
                marked = line.strip()[2:].strip()
                yield {
                    "text": _MARK.sub(r"\1", marked),
                    "names": _MARK.findall(marked),
                    "intent": block["intent"],
                    "pending": about.get("pending") or ["none"],
                    "role": about.get("role") or "consumer",
                    "language": path.parent.name,
                    "file": path.stem,
                }


def parted(
    every: Iterator[Dict[str, Any]], names: Sequence[str]
) -> Tuple[List[Dict[str, Any]], List[Dict[str, Any]]]:
    """What is learnt, and what is asked: no sentence is in both."""
    learnt: List[Dict[str, Any]] = []
    asked: List[Dict[str, Any]] = []
    for example in every:
        (asked if example["file"] in names else learnt).append(example)
    known = {example["text"].lower() for example in learnt}
    return learnt, [example for example in asked if example["text"].lower() not in known]


def taught(learnt: Sequence[Dict[str, Any]], config: Dict[str, Any]) -> WishModel:
    """A model with the settings of config.yml."""
    samples, labels, weights = [], [], []
    for example in learnt:
        for sample, weight in samples_of(example["text"], example["pending"], example["role"]):
            samples.append(sample)
            labels.append(example["intent"])
            weights.append(weight)
    model = WishModel(
        c=config["c"],
        context_weight=config["context_weight"],
        slips=config["slips"],
        sense=config["sense"],
    )
    model.fit(samples, labels, weights, [name for example in learnt for name in example["names"]])
    return model


def figures(
    model: WishModel, asked: Sequence[Dict[str, Any]], config: Dict[str, Any], tell: bool
) -> Dict[str, Any]:
    """The figures of a run."""

    def read(example: Dict[str, Any], text: str) -> List[str]:
        pending = example["pending"][zlib.crc32(example["text"].encode()) % len(example["pending"])]
        ranking = doubted(model.rank((text, {"pending": pending, "role": example["role"]})), config["doubt"])
        found = decided(ranking, config["threshold"], config["margin"])[0]
        if tell and text == example["text"] and found != example["intent"]:
            print(f"{example['intent']:24}{found:24}{pending:12}{text}", file=sys.stderr)
        return [found, *(name for name, _ in ranking[:3])]

    readings = [(example, read(example, example["text"])) for example in asked]
    right = [(example, found[0] == example["intent"]) for example, found in readings]
    typed = [read(example, slipped(example["text"]))[0] == example["intent"] for example in asked]
    return {
        "n": len(asked),
        "intent_rate": share([ok for _, ok in right]),
        "top_three": share([example["intent"] in found for example, found in readings]),
        "out_of_scope_recall": share([ok for example, ok in right if example["intent"] == OUT_OF_SCOPE]),
        "with_typos": share(typed),
        "by_language": {
            language: share([ok for example, ok in right if example["language"] == language])
            for language in sorted({example["language"] for example in asked})
        },
    }


if __name__ == "__main__":
    main()
