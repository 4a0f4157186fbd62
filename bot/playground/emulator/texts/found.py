"""What clients and servers find in a text: commands, mentions, hashtags, cashtags, cards, links, mails.

The rules are those of TDLib's `find_entities`. Telephone numbers are found by Telegram's servers alone, whose
rule is not published: international numbers are found here.
"""

import re
from collections.abc import Iterator

from .addresses import mail_or_link, path_end, spans_of_addresses
from .marks import Mark, utf16_length

Span = tuple[int, int]
_SHORT_NAMES = ("gif", "nft", "pic", "ufc", "vid")
_MENTION = re.compile(r"(?<!\w)@([A-Za-z0-9_]*)")
_COMMAND = re.compile(r"(?<![\w/<>])/([A-Za-z0-9_]*)(?:@([A-Za-z0-9_]*))?")
_CASHTAG = re.compile(r"\$(1INCH|[A-Z]*)")
_AT_NAME = re.compile(r"@([A-Za-z0-9_]*)")
_TELEGRAM_SCHEME = re.compile(r"(?:tg|ton|tonsite)$", re.IGNORECASE | re.ASCII)
_TELEGRAM_HOST = re.compile(r"[A-Za-z0-9_-]{1,253}")
_PHONE = re.compile(r"(?<![\w+])\+[0-9](?:[ ()-]?[0-9]){8,13}(?!\w)")


def found_in(text: str) -> list[Mark]:
    """Marks that do not overlap, in order of the text; where two begin alike the longer one stays."""
    spans = sorted(_found(text), key=lambda span: (span[1], span[1] - span[2]))
    kept: list[tuple[str, int, int]] = []
    for kind, begin, end in spans:
        if not kept or begin >= kept[-1][2]:
            kept.append((kind, begin, end))
    if "+" in text:
        kept += [
            ("phone_number", match.start(), match.end())
            for match in _PHONE.finditer(text)
            if not any(begin < match.end() and match.start() < end for _, begin, end in kept)
        ]
    marks, offset, at = [], 0, 0
    for kind, begin, end in sorted(kept, key=lambda span: span[1]):
        offset += utf16_length(text[at:begin])
        length = utf16_length(text[begin:end])
        marks.append(Mark(kind, offset, length))
        offset, at = offset + length, end
    return marks


def _found(text: str) -> Iterator[tuple[str, int, int]]:
    if "@" in text:
        yield from (("mention", *span) for span in _mentions(text))
    if "/" in text:
        yield from (("bot_command", *span) for span in _commands(text))
        yield from (("url", *span) for span in _telegram_links(text))
    if "#" in text:
        yield from (("hashtag", *span) for span in _hashtags(text))
    if "$" in text:
        yield from (("cashtag", *span) for span in _cashtags(text))
    yield from (("bank_card_number", *span) for span in _cards(text))
    for begin, end in spans_of_addresses(text):
        yield from mail_or_link(text, begin, end)


def _is_word(text: str, at: int) -> bool:
    return at < len(text) and (text[at].isalnum() or text[at] == "_")


def _mentions(text: str) -> Iterator[Span]:
    for match in _MENTION.finditer(text):
        name = match[1]
        known = 4 <= len(name) <= 32 or name.lower() in _SHORT_NAMES
        if known and not _is_word(text, match.end()):
            yield match.span()


def _commands(text: str) -> Iterator[Span]:
    for match in _COMMAND.finditer(text):
        addressed = match[2] is None or 3 <= len(match[2]) <= 32
        ended = not _is_word(text, match.end()) and text[match.end() : match.end() + 1] not in ("/", "<", ">")
        if 1 <= len(match[1]) <= 64 and addressed and ended:
            yield match.span()


def _is_tag_letter(letter: str) -> bool:
    return (
        letter.isalpha() or letter.isdecimal() or letter in "_\u200c\u00b7" or "\u0d80" <= letter <= "\u0dff"
    )


def _hashtags(text: str) -> Iterator[Span]:
    at = text.find("#")
    while at >= 0:
        begin, end = at, at + 1
        if begin and _is_tag_letter(text[begin - 1]):
            at = text.find("#", end)
            continue
        while end < len(text) and _is_tag_letter(text[end]):
            end += 1
        shown = min(end, begin + 257)
        addressed = _AT_NAME.match(text, end) if shown == end else None
        if addressed and len(addressed[1]) >= 3:
            shown = end = min(addressed.end(), addressed.start() + 33)
        lettered = any(
            letter.isalpha() for letter in text[begin + 1 : min(shown, begin + 257)].partition("@")[0]
        )
        if lettered and text[end : end + 1] != "#":
            yield begin, shown
        at = text.find("#", end)


def _cashtags(text: str) -> Iterator[Span]:
    at = 0
    while match := _CASHTAG.search(text, at):
        begin, at = match.start(), match.end()
        if begin and (_is_tag_letter(text[begin - 1]) or text[begin - 1] == "$"):
            at = begin + 1
            continue
        if not 1 <= len(match[1]) <= 8:
            continue
        addressed = _AT_NAME.match(text, at)
        if addressed and 3 <= len(addressed[1]) <= 32:
            at = addressed.end()
        if at == len(text) or not (_is_tag_letter(text[at]) or text[at] == "$"):
            yield begin, at


def _telegram_links(text: str) -> Iterator[Span]:
    """`tg://` and `ton://`; of `tonsite://` TDLib takes the tail only."""
    at = 0
    while len(text) - at > 5 and (colon := text.find("://", at)) >= 0:
        scheme = _TELEGRAM_SCHEME.search(text, max(colon - 7, 0), colon)
        at = colon + 3
        host = _TELEGRAM_HOST.match(text, at)
        if scheme and host:
            at = path_end(text, host.end())
            yield (scheme.start() if scheme[0].lower() != "tonsite" else colon - 3), at


def _cards(text: str) -> Iterator[Span]:
    at = 0
    while first := re.compile("[0-9]").search(text, at):
        begin = at = first.start()
        if begin and (text[begin - 1] in ".,+-_" or text[begin - 1].isalpha()):
            while at < len(text) and text[at] in "0123456789 -":
                at += 1
            continue
        digits = 0
        while at < len(text) and text[at] in "0123456789 -":
            if text[at] == " " and 16 <= digits <= 19 and digits == at - begin:
                break
            digits += text[at] not in " -"
            at += 1
        if not 13 <= digits <= 19:
            continue
        end = begin + len(text[begin:at].rstrip(" -"))
        followed = end < len(text) and (text[end] in "-_" or text[end].isalpha())
        if end - begin <= 2 * digits - 1 and not followed and _is_card(re.sub("[ -]", "", text[begin:end])):
            yield begin, end


def _is_card(digits: str) -> bool:
    """Luhn's sum, and the lengths that the great networks use."""
    numbers = [int(one) for one in reversed(digits)]
    doubled = (2 * one - 9 * (one >= 5) for one in numbers[1::2])
    if (sum(numbers[::2]) + sum(doubled)) % 10:
        return False
    count, two, four = len(digits), int(digits[:2]), int(digits[:4])
    if digits[0] == "4":
        return count in (13, 16, 18, 19)
    if 51 <= two <= 55 or 2221 <= four <= 2720 or 2200 <= four <= 2204:
        return count == 16
    if two in (34, 37):
        return count == 15
    return two not in (62, 81) or count >= 16
