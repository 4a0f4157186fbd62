"""Who may call: programs, and pages of this very server; not pages of other sites in the same browser."""

import ipaddress
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

_OWN = ("same-origin", "none")


def own_pages_only(*beginnings: str, besides: str | None = None) -> Middleware:
    """A middleware that refuses other sites (403) wherever a path begins so, whatever the method: a picture's
    address makes a browser GET, and the Bot API acts on GET too. The path `besides` stays open to all."""

    @web.middleware
    async def refusing(request: web.Request, handler: Handler) -> web.StreamResponse:
        watched = request.path.startswith(beginnings) and request.path != besides
        words = _foreign(request) if watched else ""
        return web.json_response({"error": words}, status=403) if words else await handler(request)

    return refusing


def _foreign(request: web.Request) -> str:
    """What makes the request another site's; empty for nothing. Programs send none of these headers."""
    if not _cannot_be_rebound(request.host):
        return f"call this server by its address or as localhost, not as {request.host}"
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        return f"requests from {origin} are not taken"
    if request.headers.get("Sec-Fetch-Site", "none") not in _OWN:
        return "requests from other sites are not taken"
    return ""


def _cannot_be_rebound(host: str) -> bool:
    """Whether no stranger's name service can have made the browser take this server for a site of theirs:
    an address, localhost, or a name of the local network, which has no dot."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    if "." not in name or name.endswith(".localhost"):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
