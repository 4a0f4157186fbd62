"""A page on its way to become a list: being read, or refused."""

from urllib.parse import urlsplit

from bot.commands import TryAgain
from bot.messages import Button, Message
from bot.views.wording import Html, Words, shortened
from commerce.methods.models import ComponentList

__all__ = ["reading_card", "refusal_card"]

LONGEST_ADDRESS = 120
TRIED_AGAIN = {"dead", "slow", "broken-site", "broken-reader"}
"""Refusals that may be over in a while."""


def reading_card(words: Words, component_list: ComponentList) -> Message:
    return Message(words("list-reading", host=_host_of(component_list)))


def refusal_card(words: Words, component_list: ComponentList) -> Message:
    """Why the page could not be read, and what to do instead."""
    reason = (component_list.refusal or "other").replace("_", "-")
    text = words("list-refused", host=_host_of(component_list), reason=reason)
    if component_list.together is not None and component_list.url:  # one of several links in a message
        text = Html(f"{words('list-refused-link', link=_address_of(component_list))}\n{text}")
    again = Button(words.plain("button-try-again"), TryAgain(component_list.id))
    return Message(text, ((again,),) if reason in TRIED_AGAIN else ())


def _host_of(component_list: ComponentList) -> str:
    return _address_of(component_list).partition("/")[0]


def _address_of(component_list: ComponentList) -> str:
    """Host and path as a person knows the page, without what goes before and behind them."""
    if not component_list.url:
        return ""
    parts = urlsplit(component_list.url)
    path = parts.path.split("/")
    if len(path) > 2 and path[1] == "sites":
        return "/".join(path[2:])
    return shortened(f"{parts.hostname or component_list.url}{parts.path.rstrip('/')}", LONGEST_ADDRESS)
