"""docs/emulator.md is run: the emulator by itself, the bot of ten lines, the calls beside it."""

import ast
import asyncio
import os
import re
import shlex
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from bot.playground.emulator.faults import CALL_KINDS, UPDATE_KINDS

ROOT = Path(__file__).resolve().parents[3]
TESTS = Path(__file__).parent
DOCUMENT = (ROOT / "docs/emulator.md").read_text(encoding="utf-8")
HERE = "http://127.0.0.1:8081"
WITHIN_SECONDS = 30


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", DOCUMENT, re.DOTALL)


@asynccontextmanager
async def process(*arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """A Python process without the way to any proxy, ended with the block."""
    without = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    environment = {**without, "PYTHONPATH": str(ROOT)}
    pipe = asyncio.subprocess.PIPE
    started = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, env=environment, stdout=pipe, stderr=pipe
    )
    try:
        yield started
    finally:
        if started.returncode is None:
            started.terminate()
            await asyncio.wait_for(started.communicate(), WITHIN_SECONDS)


@asynccontextmanager
async def emulator(*options: str) -> AsyncIterator[str]:
    """`python -m bot.playground.emulator` on a free port; its address."""
    async with process("-m", "bot.playground.emulator", "--port", "0", *options) as running:
        assert running.stdout
        said = await asyncio.wait_for(running.stdout.readline(), WITHIN_SECONDS)
        found = re.search(r"control API at (\S+)/control", said.decode())
        assert found, said
        yield found[1]
    assert running.returncode == 0


async def curl(session: aiohttp.ClientSession, line: str) -> Any:
    """What a line of the document would do."""
    words = shlex.split(line)
    assert words[0] == "curl"
    body = words[words.index("-d") + 1] if "-d" in words else None
    method = "POST" if body else "GET"
    async with session.request(method, words[-1], data=body) as response:
        return await response.json()


async def _answered(session: aiohttp.ClientSession, address: str) -> None:
    """Until the bot has written something."""
    async with session.get(f"{address}/control/events?since=0&kinds=message") as stream:
        async for line in stream.content:
            if b'"from_bot":true' in line:
                return


async def test_the_bot_of_the_document_answers_the_person_of_the_document(tmp_path: Path) -> None:
    bot = tmp_path / "bot.py"
    calls = next(block for block in blocks("sh") if "curl" in block).splitlines()
    async with emulator() as address, aiohttp.ClientSession(trust_env=False) as session:
        bot.write_text(blocks("python")[0].replace(HERE, address), encoding="utf-8")
        async with process(str(bot)):
            *before, look = (line.replace(HERE, address) for line in calls)
            for line in before:
                assert "error" not in await curl(session, line)
            await asyncio.wait_for(_answered(session, address), WITHIN_SECONDS)
            messages = await curl(session, look)
        assert [(message["from_bot"], message["text"]) for message in messages] == [
            (False, "hello"),
            (True, "hello"),
        ]
        async with session.get(f"{address}/control/violations") as response:
            assert await response.json() == []


async def test_the_bot_of_the_document_is_no_longer_than_it_says() -> None:
    assert len([line for line in blocks("python")[0].splitlines() if line.strip()]) <= 10


async def test_options_name_the_bot_and_keep_the_world(tmp_path: Path) -> None:
    options = ("--database", str(tmp_path / "world.sqlite"), "--token", "5:x", "--username", "cheese_bot")
    for turn in range(2):
        async with emulator(*options) as address, aiohttp.ClientSession(trust_env=False) as session:
            async with session.get(f"{address}/bot5:x/getMe") as response:
                assert (await response.json())["result"]["username"] == "cheese_bot"
            async with session.get(f"{address}/control/users") as response:
                assert len(await response.json()) == turn
            async with session.post(f"{address}/control/users", json={"first_name": "Ada"}) as response:
                assert response.status == 201


async def test_it_prints_the_methods_that_it_has() -> None:
    async with process("-m", "bot.playground.emulator", "--methods") as running:
        said, _ = await running.communicate()
    lines = said.decode().splitlines()
    assert {"sendMessage", "getUpdates", "sendInvoice"} <= set(lines)
    assert lines[-1] == f"{len(lines) - 1} of the 176 methods of Bot API 10.0"


def test_every_fault_stands_in_the_document() -> None:
    table = DOCUMENT[DOCUMENT.index("### Faults") : DOCUMENT.index("### Violations")]
    assert set(re.findall(r"`(\w+)`", re.sub(r"\|[^|\n]*\|\n", "|\n", table))) >= {*CALL_KINDS, *UPDATE_KINDS}


def test_every_clause_names_tests_that_exist() -> None:
    table = DOCUMENT[DOCUMENT.index("## Is it honest?") :]
    rows = [line for line in table.splitlines() if line.startswith("|") and ".py" in line]
    assert len(rows) > 40
    for row in rows:
        for file, _, name in re.findall(r"`(test_\w+\.py)(::(test_\w+))?`", row):
            source = (TESTS / file).read_text(encoding="utf-8")
            assert f"def {name}(" in source if name else "def test_" in source, row


def test_the_folder_can_be_taken_out_as_it_is() -> None:
    """It imports the standard library, aiohttp, Pillow, and itself."""
    folder = ROOT / "bot/playground/emulator"
    foreign = set()
    for path in folder.rglob("*.py"):
        depth = len(path.relative_to(folder).parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                foreign |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                foreign.add(node.module.partition(".")[0])
            elif isinstance(node, ast.ImportFrom):
                assert node.level <= depth, f"{path} imports from outside the folder"
    assert foreign - set(sys.stdlib_module_names) == {"aiohttp", "cryptography", "PIL"}


async def test_a_start_that_cannot_be_says_why(tmp_path: Path) -> None:
    (tmp_path / "no.sqlite").write_text("this is no database, whatever its name says\n" * 50)
    async with emulator() as address:
        port = address.rsplit(":", 1)[1]
        for words, options in (
            ("Choose another --port", ["--port", port]),
            ("looks like 1000001:anything", ["--token", "bad"]),
            ("cannot be used as --database", ["--port", "0", "--database", str(tmp_path / "no.sqlite")]),
        ):
            async with process("-m", "bot.playground.emulator", *options) as running:
                _, told = await asyncio.wait_for(running.communicate(), WITHIN_SECONDS)
            assert words in told.decode()
            assert "Traceback" not in told.decode()
            assert running.returncode in (1, 2)
