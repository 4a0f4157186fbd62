"""Which network addresses are the public internet, as the IANA special-purpose registries have it."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

__all__ = ["is_public"]

_GLOBAL_UNICAST = IPv6Network("2000::/3")
# `is_global` of the standard library lets these pass, or has done so in one version or another
_SPECIAL = tuple(
    ip_network(text)
    for text in (
        "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "224.0.0.0/4",
        "240.0.0.0/4",
        "2001::/23",  # Teredo, ORCHID and other protocol assignments
        "2001:db8::/32", "2002::/16",  # documentation; 6to4, which carries an IPv4 address inside
        "3fff::/20", "5f00::/16", "2620:4f:8000::/48",
    )
)  # fmt: skip


def is_public(address: str) -> bool:
    """Whether a numeric address may be spoken to. IPv6 must be plain global unicast: what maps, embeds or
    tunnels an IPv4 address (`::ffff:`, `::127.0.0.1`, NAT64 `64:ff9b::`, 6to4, Teredo) is refused as such."""
    try:
        ip: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, IPv6Address) and ip not in _GLOBAL_UNICAST:
        return False
    if any(ip.version == special.version and ip in special for special in _SPECIAL):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_private or ip.is_reserved or ip.is_loopback)
