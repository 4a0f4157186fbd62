"""Parameters that change nothing here, and the watch over all others.

A parameter that a call gave and that nothing read is a violation: the bot counts on something that the
emulator does not do. Only what stands in `WITHOUT_EFFECT` may pass, because nobody could see a difference.
"""

from collections.abc import Iterator, Mapping
from typing import Any

WITHOUT_EFFECT = {
    "allow_paid_broadcast": "the emulator has no limit that paying lifts",
    "disable_content_type_detection": "files keep the type that they are sent with",
    "disable_notification": "nobody's telephone rings",
    "is_big": "an animation of clients",
    "provider_data": "the provider's own, which is not there",
    "send_email_to_provider": "the provider is not there",
    "send_phone_number_to_provider": "the provider is not there",
    "supports_streaming": "a hint for clients",
    "photo_height": "a measure of photo_url",
    "photo_size": "a measure of photo_url",
    "photo_width": "a measure of photo_url",
    "banChatMember.revoke_messages": "what a removed person still sees is not shown",
    "getChatAdministrators.return_bots": "about other bots, of which there are none",
    "getUserProfilePhotos.limit": "nobody has pictures",
    "getUserProfilePhotos.offset": "nobody has pictures",
    "sendPoll.shuffle_options": "the order in which clients show them",
}
"""Name, or method and name, of a parameter -> why it is harmless that nothing reads it."""


class Given(dict[str, Any]):
    """The values of a call, which note what was asked for. Copying and listing are not asking."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        super().__init__(values)
        self.read: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        self.read.add(name)
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        self.read.add(str(name))
        return super().__contains__(name)

    def get(self, name: str, default: Any = None) -> Any:
        self.read.add(name)
        return super().get(name, default)


def unread(method: str, *given: Given) -> Iterator[str]:
    """The violations of a call that went well: what it gave and nothing read."""
    read = set().union(*(one.read for one in given))
    for name in {name: None for one in given for name in one}:
        if name not in read and name not in WITHOUT_EFFECT and f"{method}.{name}" not in WITHOUT_EFFECT:
            yield f"parameter {name!r} is not emulated"
