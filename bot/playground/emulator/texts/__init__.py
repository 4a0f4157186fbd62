"""Formatted text as the Bot API reads it: HTML, MarkdownV2 and Markdown to plain text with entities in UTF-16
units.

The rules are those of TDLib's MessageEntity.cpp (`parseTextEntities`, `fix_formatted_text`), offsets in
errors are byte offsets in the UTF-8 of what was sent.
"""

from .formatting import Formatted, Limits, format_text

__all__ = ["Formatted", "Limits", "format_text"]
