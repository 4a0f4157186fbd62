"""What the Bot API refuses, in Telegram's own words (read in tdlib/telegram-bot-api, Client.cpp and
Query.cpp)."""


class ApiError(Exception):
    """An unsuccessful answer: HTTP status and `error_code`, `description`, and `parameters`: `retry_after` in
    seconds, or the `migrate_to_chat_id` of a group that has become a supergroup."""

    code = 400
    prefix = "Bad Request"

    def __init__(
        self, words: str, *, retry_after: int | None = None, migrate_to_chat_id: int | None = None
    ) -> None:
        self.words = words
        self.description = f"{self.prefix}: {words}" if words else self.prefix
        self.retry_after = retry_after
        self.migrate_to_chat_id = migrate_to_chat_id
        super().__init__(self.description)

    @property
    def parameters(self) -> dict[str, int]:
        given = {"retry_after": self.retry_after, "migrate_to_chat_id": self.migrate_to_chat_id}
        return {name: value for name, value in given.items() if value is not None}


class BadRequest(ApiError):
    """400: the call is wrong; the words are Telegram's, without the prefix."""


class Migrated(BadRequest):
    """400: the group has become a supergroup and has another id."""

    def __init__(self, chat_id: int) -> None:
        super().__init__("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat_id)


class Unauthorized(ApiError):
    """401: no bot has this token."""

    code, prefix = 401, "Unauthorized"


class Forbidden(ApiError):
    """403: the person does not let the bot."""

    code, prefix = 403, "Forbidden"


class NotFound(ApiError):
    """404: no such method, or no such file."""

    code, prefix = 404, "Not Found"


class Conflict(ApiError):
    """409: polling and webhook at once, or two pollers."""

    code, prefix = 409, "Conflict"


class TooLarge(ApiError):
    """413: the upload is over 50 MB."""

    code, prefix = 413, "Request Entity Too Large"


class NotEmulated(ApiError):
    """501: a method of the Bot API that this emulator does not have. Telegram never answers so; it is meant
    to be loud."""

    code, prefix = 501, "Not Emulated"

    def __init__(self, method: str) -> None:
        super().__init__(f"method {method} is part of the Bot API but not of this emulator")


class PartNotEmulated(ApiError):
    """501: a value within a method that this emulator has, but that it can make nothing of."""

    code, prefix = 501, "Not Emulated"


class Flooded(ApiError):
    """429: too many requests."""

    code, prefix = 429, "Too Many Requests"

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"retry after {retry_after}", retry_after=retry_after)


class ServerDown(ApiError):
    """500 or 502 by a fault switch."""

    code, prefix = 502, "Bad Gateway"


class ServerBroken(ApiError):
    code, prefix = 500, "Internal Server Error"


class ControlError(Exception):
    """An act that the control API refuses: HTTP status and words."""

    def __init__(self, words: str, *, status: int = 400) -> None:
        self.status = status
        super().__init__(words)
