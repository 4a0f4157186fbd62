"""`errand eval utterances`: what people write, read by the trained dialogue in its own environment."""

import json
import subprocess
from typing import Any

from bot.dialogue.environment import TRAIN_TIMEOUT_SECONDS, NluProject
from bot.evaluation.reports import Report, Request, rows_of
from bot.settings import ROOT

__all__ = ["CannotMeasure", "measure"]

NEEDED = ("text", "intent", "slots")


class CannotMeasure(Exception):
    """The figures could not be taken: the dialogue is not trained, or its measuring failed."""


def measure(request: Request) -> Report:
    """`intent_rate`, `top_three`, `out_of_scope_recall`, `slot_f1`, `by_language`. Raises CannotMeasure where
    the dialogue is not installed or trained."""
    path = request.only_path().resolve()
    list(rows_of(path, *NEEDED))
    project = NluProject(ROOT)
    if not project.is_installed or not project.model().exists():
        raise CannotMeasure("The dialogue is not trained as its data now stands: run `errand train` first.")
    command = [str(project.python), "-W", "ignore", "nlu/measure.py", str(project.model()), str(path)]
    ran = subprocess.run(  # noqa: S603  (the project's own script)
        [*command, "--json", "--errors"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=TRAIN_TIMEOUT_SECONDS,
        check=False,
    )
    if ran.returncode or not ran.stdout.strip():
        raise CannotMeasure(f"The dialogue could not be measured: {ran.stderr.strip()[-600:]}")
    figures: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    errors = [json.loads(line) for line in ran.stderr.splitlines() if line.startswith('{"text"')]
    n, right = figures.pop("n"), figures.pop("right")
    figures.pop("rate", None)
    return Report(n, right, figures, errors)
