"""From a fresh clone to the page answering, and to free text answering: seconds and megabytes.

What is committed is cloned into a folder of its own and set up with an empty cache of packages; the first
start is that of a person: `errand play`.
"""

import json
import os
import re
import signal
import subprocess
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.settings import ROOT
from tests.kit.rasa import READY_TIMEOUT_SECONDS

__all__ = ["HEADINGS", "Row", "run"]

HEADINGS = ("step", "seconds since the clone", "megabytes on disk")
ADDRESS = re.compile(r"http://[\w.]+:\d+")


class NotSetUp(Exception):
    """A step of the set-up failed; carries its output."""


@dataclass(frozen=True)
class Row:
    step: str
    seconds: float
    megabytes: float

    def cells(self) -> tuple[str, ...]:
        return (self.step, f"{self.seconds:.1f}", f"{self.megabytes:.0f}")


def run() -> list[Row]:
    with TemporaryDirectory() as folder:
        clone = Path(folder) / "errand"
        environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
        environment |= {"UV_CACHE_DIR": str(Path(folder) / "cache"), "PYTHONUNBUFFERED": "1"}
        began = time.monotonic()
        _done(["git", "clone", "--quiet", str(ROOT), str(clone)], Path(folder), environment)
        rows = [_row("cloned", began, clone)]
        _done(["make", "setup"], clone, environment)
        rows.append(_row("the application is installed", began, clone))
        command = [".venv/bin/errand", "play", "--port", "0", "--no-browser", "--home", f"{folder}/home"]
        shop = subprocess.Popen(command, cwd=clone, env=environment, stdout=subprocess.PIPE, text=True)
        try:
            address = _address(shop)
            with urllib.request.urlopen(address) as page:
                assert page.status == 200
            rows.append(_row("the page answers", began, clone))
            _until_ready(address)
            rows.append(_row("free text is understood", began, clone))
        finally:
            shop.send_signal(signal.SIGTERM)
            shop.wait(60)
    return rows


def _done(command: list[str], folder: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise NotSetUp(f"{' '.join(command)}: {done.stdout[-500:]} {done.stderr[-1500:]}")


def _address(shop: subprocess.Popen[str]) -> str:
    assert shop.stdout is not None
    for line in shop.stdout:
        if found := ADDRESS.search(line):
            return found[0]
    raise NotSetUp("errand play ended without an address")


def _until_ready(address: str) -> None:
    ends = time.monotonic() + READY_TIMEOUT_SECONDS
    while time.monotonic() < ends:
        with urllib.request.urlopen(f"{address}/play/progress") as answer:
            progress = json.load(answer)
        if progress["stage"] == "ready":
            return
        if progress["stage"] == "failed":
            raise NotSetUp(progress["detail"])
        time.sleep(0.2)
    raise NotSetUp(f"the dialogue was not ready after {READY_TIMEOUT_SECONDS} s")


def _row(step: str, began: float, clone: Path) -> Row:
    """Megabytes of the folder; what the cache shares with it by hard links is counted here."""
    seconds = time.monotonic() - began
    files = (path for path in clone.rglob("*") if path.is_file() and not path.is_symlink())
    return Row(step, seconds, sum(path.stat().st_size for path in files) / 1_000_000)
