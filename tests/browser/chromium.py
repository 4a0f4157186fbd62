"""Where a Chromium is, and what to say when there is none."""

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
HOW_TO_GET_ONE = (
    "The browser tests need a Chromium and none was found. Install one (Debian: `apt-get install chromium`; "
    "macOS: `brew install --cask chromium`) or name its program in ERRAND_CHROMIUM."
)


def chromium() -> str | None:
    """The program's path: ERRAND_CHROMIUM, else one on the PATH, else one in the usual places."""
    named = os.environ.get("ERRAND_CHROMIUM")
    if named:
        return named
    found = (shutil.which(name) for name in NAMES)
    placed = (place for place in PLACES if Path(place).is_file())
    return next((path for path in (*found, *placed) if path), None)
