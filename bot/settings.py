"""The shop's settings: config.yml and the environment, read once into one frozen object.

Secrets come from the environment only: TELEGRAM_BOT_TOKEN, STRIPE_API_KEY, STRIPE_WEBHOOK_SECRET,
ERRAND_VAULT_KEY, DATABASE_URL, ERRAND_WEBHOOK_SECRET.
"""

import os
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from bot.views.wording import languages
from commerce.methods.agreeing import CONFIRMED_BY

__all__ = ["BadSettings", "Settings", "read_settings"]

ROOT = Path(__file__).resolve().parent.parent


class BadSettings(Exception):
    """config.yml or the environment holds something the shop cannot start with."""


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Shop(_Section):
    """`latitude`, `longitude`: the town's centre, used for distances while no address is known.

    `languages`: those that the shop speaks, of the catalogues in bot/views/words; the first one where a
    person's own is not among them.
    """

    name: str = "Errand"
    currency: str = Field(default="EUR", pattern=r"^[A-Z]{3}$")
    locale_place: str = "DE"
    languages: tuple[str, ...] = Field(default=("en",), min_length=1)
    time_zone: str = "Europe/Berlin"
    latitude: float = 50.0
    longitude: float = 10.0

    @field_validator("languages")
    @classmethod
    def _have_words(cls, wished: tuple[str, ...]) -> tuple[str, ...]:
        without = sorted({*wished} - {*languages()})
        if without:
            raise ValueError(f"no words for {', '.join(without)}; there are {', '.join(languages())}")
        return wished

    def day(self, at: datetime) -> date:
        """The calendar day where the shop is; at night it is another one than that of UTC."""
        return at.astimezone(ZoneInfo(self.time_zone)).date()

    def language_for(self, wished: str) -> str:
        """The language in which the shop writes to somebody who wishes this one."""
        return wished if wished in self.languages else self.languages[0]


class Asking(_Section):
    """How long a round of inquiries stays open; by how many persons' same answer about a weak line others'
    lists are read, too."""

    round_minutes: int = Field(default=30, ge=1, le=7 * 24 * 60)
    confirmed_by: int = Field(default=CONFIRMED_BY, ge=2)


class Chat(_Section):
    """Pace of the outbox: messages per second and burst in one chat; broadcasts per second in all."""

    per_chat_per_second: float = Field(default=1.0, gt=0)
    per_chat_burst: int = Field(default=12, ge=1)
    broadcast_per_second: float = Field(default=25.0, gt=0)


class Secrets(_Section):
    bot_token: SecretStr | None = None
    stripe_key: SecretStr | None = None
    stripe_webhook_secret: SecretStr | None = None
    webhook_secret: SecretStr | None = None
    vault_key: SecretStr | None = None


class Settings(_Section):
    shop: Shop = Shop()
    asking: Asking = Asking()
    chat: Chat = Chat()
    secrets: Secrets = Secrets()
    database_url: str = ""
    public_url: str = ""
    var: Path = ROOT / "var"

    @property
    def takes_cards(self) -> bool:
        """Whether a card can be paid with: there is a key, and webhooks can be verified."""
        return self.secrets.stripe_key is not None and self.secrets.stripe_webhook_secret is not None


_SECTIONS = ("shop", "asking", "chat")


def read_settings(path: Path | None = None, environment: Mapping[str, str] = os.environ) -> Settings:
    """config.yml's own sections (Rasa's are left to it) and the environment. Raises BadSettings."""
    path = path or ROOT / "config.yml"
    try:
        loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        sections = {name: loaded[name] for name in _SECTIONS if loaded.get(name)}
        secrets = {
            "bot_token": environment.get("TELEGRAM_BOT_TOKEN") or None,
            "stripe_key": environment.get("STRIPE_API_KEY") or None,
            "stripe_webhook_secret": environment.get("STRIPE_WEBHOOK_SECRET") or None,
            "webhook_secret": environment.get("ERRAND_WEBHOOK_SECRET") or None,
            "vault_key": environment.get("ERRAND_VAULT_KEY") or None,
        }
        var = Path(environment.get("ERRAND_VAR") or ROOT / "var")
        return Settings.model_validate(
            {
                **sections,
                "secrets": secrets,
                "var": var,
                "database_url": environment.get("DATABASE_URL") or f"sqlite:///{var / 'errand.sqlite'}",
                "public_url": environment.get("ERRAND_PUBLIC_URL", "").rstrip("/"),
            }
        )
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise BadSettings(f"{path.name}: {error}") from error
