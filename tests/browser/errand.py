"""`errand play` as a process of its own, started and killed as a person would."""

import asyncio
import os
import re
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ADDRESS = re.compile(r"http://[\w.]+:\d+")
START_SECONDS = 180
END_SECONDS = 60
REPOSITORY = Path(__file__).parents[2]


class NeverOpened(Exception):
    """`errand play` ended or stayed silent; carries what it wrote."""


@dataclass
class Errand:
    address: str
    process: asyncio.subprocess.Process
    reading: asyncio.Task[None]
    lines: list[str]

    async def ends(self) -> int:
        """Its exit code, once it has ended by itself and all that it wrote is read."""
        code = await asyncio.wait_for(self.process.wait(), END_SECONDS)
        await self.reading
        return code

    async def kill(self) -> None:
        """No farewell: as when the machine loses power."""
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()
        self.reading.cancel()
        with suppress(asyncio.CancelledError):
            await self.reading


async def start_errand(home: Path, *, port: int = 0) -> Errand:
    """Start it with all its data in `home`; it is open as soon as it prints its address."""
    arguments = ("-m", "bot", "play", "--port", str(port), "--home", str(home), "--no-browser")
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *arguments,
        cwd=REPOSITORY,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert process.stdout is not None
    lines: list[str] = []
    opened: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def read(stream: asyncio.StreamReader) -> None:
        while line := (await stream.readline()).decode(errors="replace"):
            lines.append(line)
            found = ADDRESS.search(line)
            if found and not opened.done():
                opened.set_result(found[0])
        if not opened.done():
            opened.set_exception(NeverOpened("".join(lines)))

    reading = asyncio.create_task(read(process.stdout))
    try:
        address = await asyncio.wait_for(opened, START_SECONDS)
    except TimeoutError:
        process.kill()
        raise NeverOpened("".join(lines)) from None
    return Errand(address, process, reading, lines)
