"""Refusals in Stripe's form. Source: docs.stripe.com/api/errors."""

from typing import Any

__all__ = ["StripeRefusal", "bad_request", "missing"]


class StripeRefusal(Exception):
    """An error answer: `status` of HTTP, `type` and `code` of Stripe."""

    def __init__(
        self, status: int, kind: str, message: str, *, code: str | None = None, param: str | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.kind = kind
        self.message = message
        self.code = code
        self.param = param

    def body(self) -> dict[str, Any]:
        error = {"type": self.kind, "message": self.message}
        if self.code is not None:
            error["code"] = self.code
        if self.param is not None:
            error["param"] = self.param
        return {"error": error}


def bad_request(message: str, *, code: str | None = None, param: str | None = None) -> StripeRefusal:
    return StripeRefusal(400, "invalid_request_error", message, code=code, param=param)


def missing(kind: str, number: str) -> StripeRefusal:
    return StripeRefusal(
        404, "invalid_request_error", f"No such {kind}: '{number}'", code="resource_missing", param="id"
    )
