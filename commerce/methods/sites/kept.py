"""A reading of a page as plain JSON, to be kept until its list is chosen."""

from typing import Any

from pydantic import TypeAdapter

from commerce.methods.reading import MethodReading

__all__ = ["kept", "reading_of"]

_READING: TypeAdapter[MethodReading] = TypeAdapter(MethodReading)


def kept(reading: MethodReading) -> dict[str, Any]:
    row: dict[str, Any] = _READING.dump_python(reading, mode="json")
    return row


def reading_of(row: dict[str, Any]) -> MethodReading:
    """What `kept` made, as it was."""
    return _READING.validate_python(row)
