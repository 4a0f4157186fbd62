"""The vault: personal data at rest is sealed with AES-256-GCM.

A sealed text is `key id (1 byte) | nonce (12 bytes) | ciphertext and tag`. The associated data binds it
to its row (`bound_to`), so that a ciphertext cannot be moved to another row. Source: NIST SP 800-38D.
"""

import base64
import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

__all__ = ["CannotOpen", "Vault"]

NONCE_BYTES = 12


class CannotOpen(Exception):
    """The sealed data was changed, belongs to another row, or its key is not known here."""


@dataclass(frozen=True)
class Vault:
    """`keys` by id (1-255); the highest id seals, all of them open (rotation)."""

    keys: dict[int, bytes]

    @classmethod
    def from_text(cls, text: str) -> "Vault":
        """From `1:BASE64,2:BASE64…`, or one bare base64 key of 32 bytes."""
        parts = [part.split(":", 1) if ":" in part else ["1", part] for part in text.split(",")]
        return cls({int(number): base64.b64decode(key, validate=True) for number, key in parts})

    @staticmethod
    def new_key_text() -> str:
        return base64.b64encode(AESGCM.generate_key(256)).decode()

    def seal(self, text: str, bound_to: str) -> bytes:
        number = max(self.keys)
        nonce = os.urandom(NONCE_BYTES)
        sealed = AESGCM(self.keys[number]).encrypt(nonce, text.encode(), bound_to.encode())
        return bytes([number]) + nonce + sealed

    def open(self, sealed: bytes, bound_to: str) -> str:
        key = self.keys.get(sealed[0]) if sealed else None
        if key is None:
            raise CannotOpen("no key")
        nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        if not body:
            raise CannotOpen(bound_to)
        try:
            return AESGCM(key).decrypt(nonce, body, bound_to.encode()).decode()
        except InvalidTag as error:
            raise CannotOpen(bound_to) from error
