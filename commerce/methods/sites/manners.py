"""Fetching by itself, as nobody sent the address: a site's robots.txt is asked first, and kept for an hour;
so is that of every site that a redirect leads to.

A page that a person sends is fetched on her behalf and does not pass here.
"""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from commerce.methods.fetching import FetchedPage, Guard, PageRefused, Refusal, fetch
from commerce.methods.sites.robots import Robots, robots_of

__all__ = ["Fetch", "Manners"]

Fetch = Callable[[str, Guard], Awaitable[FetchedPage]]

KEPT_FOR = timedelta(hours=1)
MOST_SITES = 500
MOST_BYTES = 512 * 1024
_SAYS_NOTHING = frozenset({
    Refusal.MISSING, Refusal.REFUSED_BY_SITE, Refusal.NOT_A_PAGE, Refusal.PDF, Refusal.PICTURE, Refusal.VIDEO,
})  # fmt: skip
"""No such file, or none that can be read: all is allowed (RFC 9309, 2.3.1.3)."""


@dataclass
class Manners:
    """`get` as in `fetching.fetch`; `clock` tells the time in UTC."""

    clock: Callable[[], datetime]
    get: Fetch = fetch
    _known: OrderedDict[str, tuple[datetime, Robots]] = field(default_factory=OrderedDict)

    async def fetch(self, url: str, guard: Guard) -> FetchedPage:
        """The page, if its site allows it. Raises PageRefused: FORBIDDEN where it does not, and as for the
        page itself where the site cannot be asked whether it does (RFC 9309, 2.3.1.4)."""

        async def allowed(address: str) -> None:
            if not (await self._robots(address, guard)).allows(address):
                raise PageRefused(url, Refusal.FORBIDDEN)

        await allowed(url)
        return await self.get(url, replace(guard, onwards=allowed))

    async def _robots(self, url: str, guard: Guard) -> Robots:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}".lower()
        now = self.clock()
        kept = self._known.get(site)
        if kept is not None and timedelta() <= now - kept[0] < KEPT_FOR:
            return kept[1]
        try:
            told = await self.get(f"{site}/robots.txt", replace(guard, most_bytes=MOST_BYTES))
            robots = robots_of(told.body.decode("utf-8", errors="replace"))
        except PageRefused as refused:
            if refused.reason not in _SAYS_NOTHING:
                raise
            robots = Robots()
        self._known[site] = (now, robots)
        self._known.move_to_end(site)
        while len(self._known) > MOST_SITES:
            self._known.popitem(last=False)
        return robots
