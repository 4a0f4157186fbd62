"""Short codes that people read out, type and quote, like `R7KQ2`; no letters or digits that look alike."""

import secrets

__all__ = ["ALPHABET", "new_code"]

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 5


def new_code() -> str:
    """A random code of 5 of 30 signs (24 million); uniqueness is the column's unique key."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
