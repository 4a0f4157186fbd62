"""Pages read in workers: each has its time, and one that hangs costs the others nothing but a worker."""

import asyncio
import threading
import time

import pytest

from bot.running.reading import WORKERS, page_reader
from commerce.methods.fetching import FetchedPage
from commerce.methods.reading import MethodReading, NotAMethod, WhyNot, read_text

READING = read_text("Soup\n1 leek\n2 onions")
PAGE = FetchedPage("https://a.example/soup", b"", "text/html")


async def test_a_page_has_its_time_from_when_a_worker_takes_it() -> None:
    def reads(_page: FetchedPage) -> MethodReading:
        time.sleep(0.2)
        return READING

    read = page_reader(reads, seconds=0.9)
    pages = 6 * WORKERS
    assert await asyncio.gather(*(read(PAGE) for _ in range(pages))) == [READING] * pages


async def test_a_page_that_takes_too_long_is_refused_and_the_next_waits_for_its_worker() -> None:
    goes_on = threading.Event()
    begun = []

    def reads(_page: FetchedPage) -> MethodReading:
        begun.append(threading.get_ident())
        goes_on.wait(20)
        return READING

    read = page_reader(reads, seconds=0.1)
    for hanging in [asyncio.ensure_future(read(PAGE)) for _ in range(WORKERS)]:
        with pytest.raises(NotAMethod) as refused:
            await hanging
        assert refused.value.reason is WhyNot.TOO_LARGE
    after = asyncio.ensure_future(read(PAGE))
    await asyncio.wait({after}, timeout=0.3)
    assert (len(begun), after.done()) == (WORKERS, False)
    goes_on.set()
    assert await after == READING
