"""What the playground keeps in its folder, and the settings that the shop has there."""

import json
import secrets
from datetime import timedelta
from pathlib import Path

from pydantic import SecretStr

from bot.playground.world import world
from bot.settings import Settings

__all__ = ["PLAY_KEY", "hook_secret", "keep_time", "kept_time", "play_settings", "wipe"]

PLAY_KEY = "sk_test_playground"
WIPED = ("errand.sqlite*", "dialogue.sqlite*", "clock.json")


def wipe(home: Path) -> None:
    """Forget the shop, its conversations and the time; chats and bank are reset by those who hold them."""
    for pattern in WIPED:
        for path in home.glob(pattern):
            path.unlink()


def play_settings(settings: Settings, home: Path, token: str, signed_with: str) -> Settings:
    """The shop's own settings, with the town around it and keys that open nothing outside."""
    held = settings.secrets.model_copy(
        update={
            "bot_token": SecretStr(token),
            "stripe_key": SecretStr(PLAY_KEY),
            "stripe_webhook_secret": SecretStr(signed_with),
        }
    )
    shop = settings.shop.model_copy(update=_town_centre())
    return settings.model_copy(
        update={
            "secrets": held,
            "shop": shop,
            "var": home,
            "database_url": f"sqlite:///{home / 'errand.sqlite'}",
            "public_url": "",
        }
    )


def _town_centre() -> dict[str, float]:
    """The middle of the demo world's shops."""
    places = [card.place for card in world.sellers()]
    return {
        "latitude": sum(place.latitude for place in places) / len(places),
        "longitude": sum(place.longitude for place in places) / len(places),
    }


def kept_time(home: Path) -> timedelta:
    """How far the playground's clock is ahead."""
    path = home / "clock.json"
    return timedelta(seconds=json.loads(path.read_text())["ahead"]) if path.exists() else timedelta()


def keep_time(home: Path, ahead: timedelta) -> None:
    (home / "clock.json").write_text(json.dumps({"ahead": ahead.total_seconds()}))


def hook_secret(home: Path) -> str:
    """What the stand-in bank signs its webhooks with; made on first use."""
    path = home / "bank.secret"
    if not path.exists():
        path.write_text("whsec_" + secrets.token_urlsafe(24))
    return path.read_text()
