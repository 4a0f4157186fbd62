"""Makes what the dialogue process needs: its Python environment, and its trained model."""

import asyncio
import hashlib
import os
import re
import shutil
import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import yaml

INSTALL_TIMEOUT_SECONDS = 900
TRAIN_TIMEOUT_SECONDS = 2400
"""Ten times what it takes on two cores."""
DOWNLOAD_MEGABYTES = 145
"""What uv fetches for an empty environment, about."""
MODELS_KEPT = 3
LINES_KEPT = 200
SECTIONS_OF_RASA = ("recipe", "assistant_id", "language", "pipeline", "policies")
SOURCES = ("nlu/data", "nlu/domain", "nlu/components")


class CannotInstall(Exception):
    """The environment of the dialogue process could not be made."""


class CannotTrain(Exception):
    """The model of the dialogue could not be trained."""


class NluProject:
    """The Rasa project in `root/nlu`, and the root's config.yml."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.venv = root / "nlu" / ".venv"
        self.python = self.venv / "bin" / "python"
        self.lock = root / "nlu" / "requirements.lock"
        self.models = root / "nlu" / "models"
        self._stamp = self.venv / "installed.sha256"

    @property
    def is_installed(self) -> bool:
        """Whether the environment holds exactly what the lock names."""
        return (
            self.python.exists()
            and self._stamp.exists()
            and self._stamp.read_text(encoding="utf-8") == self._lock_digest()
        )

    async def install(self, tell: Callable[[str, float], None] = lambda _detail, _part: None) -> None:
        """Makes the environment as locked. Raises CannotInstall with a sentence for who sets this up.

        `tell` hears in words how far it is, and which part (0 to 1) is behind.
        """
        uv = find_uv(self.root, os.environ)
        if not self.python.exists():
            tell("Making a Python environment for it", 0.0)
            await self._install_step(uv, "venv", "--python", "3.10", str(self.venv))
        hears = Installing(tell)
        await self._install_step(
            *(uv, "pip", "sync", "--require-hashes", "--python", str(self.venv), str(self.lock)), hears=hears
        )
        self._stamp.write_text(self._lock_digest(), encoding="utf-8")

    def fingerprint(self) -> str:
        """Names the model that the present data, domain, components, pipeline and lock train: 12 digits."""
        digest = hashlib.sha256()
        for path in self._sources():
            digest.update(path.relative_to(self.root).as_posix().encode() + b"\0")
            digest.update(path.read_bytes())
        with (self.root / "config.yml").open(encoding="utf-8") as file:
            config = yaml.safe_load(file)
        digest.update(repr([config.get(section) for section in SECTIONS_OF_RASA]).encode())
        return digest.hexdigest()[:12]

    def model(self) -> Path:
        """Where the model of the present fingerprint is, or will be."""
        return self.models / f"errand-{self.fingerprint()}.tar.gz"

    async def train(self) -> Path:
        """Trains the model of the present fingerprint, unless it is there. Raises CannotTrain."""
        model = self.model()
        if model.exists():
            return model
        self.models.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self.models) as workplace:
            code, tail = await run_to_end(
                self.command(
                    *("train", "--config", "config.yml", "--domain", "nlu/domain", "--data", "nlu/data"),
                    *("--out", workplace, "--fixed-model-name", "model", "--skip-validation"),
                ),
                cwd=self.root,
                timeout_seconds=TRAIN_TIMEOUT_SECONDS,
            )
            trained = Path(workplace) / "model.tar.gz"
            if code != 0 or not trained.exists():
                raise CannotTrain(f"The dialogue could not be trained: {tail}")
            trained.replace(model)
        self._drop_old_models()
        return model

    def command(self, *arguments: str) -> list[str]:
        """A command line of the launcher, to be run in the root."""
        return [str(self.python), "nlu/launcher.py", *arguments]

    def _sources(self) -> Iterator[Path]:
        yield self.lock
        for folder in SOURCES:
            for path in sorted((self.root / folder).rglob("*")):
                if path.suffix in (".py", ".yml", ".txt"):
                    yield path

    def _drop_old_models(self) -> None:
        newest_first = sorted(self.models.glob("errand-*.tar.gz"), key=lambda path: -path.stat().st_mtime)
        for path in newest_first[MODELS_KEPT:]:
            path.unlink(missing_ok=True)

    def _lock_digest(self) -> str:
        return hashlib.sha256(self.lock.read_bytes()).hexdigest()

    async def _install_step(self, *command: str, hears: Callable[[str], None] = lambda _: None) -> None:
        code, tail = await run_to_end(
            list(command), cwd=self.root, timeout_seconds=INSTALL_TIMEOUT_SECONDS, hears=hears
        )
        if code != 0:
            raise CannotInstall(f"`uv {' '.join(command[1:3])}` failed: {tail}")


class Installing:
    """Follows what uv writes while it installs: sizes of the larger packages, then two sums at the end."""

    _SIZE = re.compile(r"Downloading (\S+) \(([\d.]+) ?(Ki|Mi|Gi)B\)")
    _FETCHED = re.compile(r"Downloaded (\S+)")
    _SUM = re.compile(r"(Prepared|Installed) (\d+) packages?")
    _MEGABYTES = {"Ki": 0.001, "Mi": 1.0, "Gi": 1000.0}

    def __init__(self, tell: Callable[[str, float], None]) -> None:
        self._tell = tell
        self._wanted: dict[str, float] = {}
        self._fetched = 0.0

    def __call__(self, line: str) -> None:
        if found := self._SIZE.search(line):
            self._wanted[found[1]] = float(found[2]) * self._MEGABYTES[found[3]]
        elif found := self._FETCHED.search(line):
            self._fetched += self._wanted.pop(found[1], 0.0)
        elif found := self._SUM.search(line):
            prepared = found[1] == "Prepared"
            words = f"{found[2]} packages are fetched; putting them in place" if prepared else "All in place"
            self._tell(words, 0.8 if prepared else 1.0)
            return
        else:
            return
        coming = ", ".join(sorted(self._wanted, key=lambda name: -self._wanted[name])[:2])
        words = f"{self._fetched:.0f} MB fetched of about {DOWNLOAD_MEGABYTES}"
        part = 0.8 * min(1.0, self._fetched / DOWNLOAD_MEGABYTES)
        self._tell(f"{words}: {coming} …" if coming else words, part)


def find_uv(root: Path, environ: Mapping[str, str]) -> str:
    """The uv to install with: `ERRAND_UV`, or on the PATH, or in .tools or .venv. Raises CannotInstall."""
    places = [environ.get("ERRAND_UV"), shutil.which("uv", path=environ.get("PATH"))]
    places += [str(root / place) for place in (".tools/bin/uv", ".tools/uv", ".venv/bin/uv")]
    for place in places:
        if place and os.access(place, os.X_OK):
            return place
    raise CannotInstall("uv, which installs the dialogue, was found neither in ERRAND_UV nor on the PATH.")


async def run_to_end(
    command: list[str],
    *,
    cwd: Path,
    timeout_seconds: float,
    environ: Mapping[str, str] | None = None,
    hears: Callable[[str], None] = lambda _: None,
) -> tuple[int, str]:
    """Runs a command; its exit code (-9 past the time) and the end of what it wrote, each line of which
    `hears` gets."""
    process = await asyncio.create_subprocess_exec(
        *command,
        cwd=cwd,
        env=dict(environ) if environ is not None else None,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        output = await asyncio.wait_for(_listen(process, hears), timeout_seconds)
    except (TimeoutError, asyncio.CancelledError):
        process.kill()
        await process.wait()
        if (task := asyncio.current_task()) and task.cancelling():
            raise
        return -9, f"it took longer than {timeout_seconds:.0f} seconds"
    return process.returncode or 0, output.strip()[-600:]


async def _listen(process: asyncio.subprocess.Process, hears: Callable[[str], None]) -> str:
    """The last lines that it wrote, once it has ended."""
    assert process.stdout is not None
    last: deque[str] = deque(maxlen=LINES_KEPT)
    pending = b""
    while piece := await process.stdout.read(1 << 16):
        *lines, pending = (pending + piece).split(b"\n")
        for line in lines:
            last.append(line.decode(errors="replace"))
            hears(last[-1])
    last.append(pending.decode(errors="replace"))
    await process.wait()
    return "\n".join(last)
