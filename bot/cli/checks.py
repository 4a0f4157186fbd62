"""What the doctor looks at. Nothing is changed, made or downloaded."""

import binascii
import os
import re
import runpy
import socket
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot.cli.sentences import sentence_of
from bot.dialogue.environment import CannotInstall, NluProject, find_uv
from bot.settings import ROOT, BadSettings, Settings, read_settings
from commerce.database import open_engine
from commerce.migrating import schema_state
from commerce.vault import Vault

__all__ = ["Finding", "Need", "examine"]

TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")
WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
KEY_BYTES = 32


class Need(StrEnum):
    """What a thing is needed for."""

    PLAY = "play"
    LIVE = "live"
    TESTS = "tests"


@dataclass(frozen=True)
class Finding:
    """`mend` says what to do, or is empty; something fine may have a hint, too."""

    need: Need
    fine: bool
    what: str
    mend: str = ""


def examine(port: int) -> list[Finding]:
    """All findings, in the order in which they are worth mending."""
    try:
        settings = read_settings()
    except BadSettings as error:
        return [
            python(),
            Finding(Need.PLAY, False, f"The settings cannot be read: {error}", "Mend config.yml."),
        ]
    return [
        python(),
        Finding(Need.PLAY, True, "config.yml is read."),
        folder(settings.var),
        uv(NluProject(ROOT)),
        dialogue(NluProject(ROOT)),
        listening(port),
        token(settings),
        database(settings.database_url),
        vault(settings),
        stripe(settings),
        webhook(settings),
        browser(),
    ]


def python() -> Finding:
    version = ".".join(str(part) for part in sys.version_info[:3])
    fine = sys.version_info[:2] == (3, 11)
    return Finding(
        Need.PLAY, fine, f"Python {version}", "" if fine else "Errand wants 3.11: run `make setup`."
    )


def folder(var: Path) -> Finding:
    nearest = next(path for path in (var, *var.parents) if path.exists())
    if os.access(nearest, os.W_OK):
        return Finding(Need.PLAY, True, f"Data is kept in {var}.")
    return Finding(
        Need.PLAY,
        False,
        f"{var} cannot be written.",
        "Give this user the right, or name a folder in ERRAND_VAR.",
    )


def uv(project: NluProject) -> Finding:
    """It installs the dialogue engine; once that is there, it is not needed."""
    try:
        return Finding(Need.PLAY, True, f"uv: {find_uv(ROOT, os.environ)}")
    except CannotInstall as error:
        if project.is_installed:
            return Finding(Need.PLAY, True, "uv is not here: it is only needed to install the dialogue anew.")
        return Finding(Need.PLAY, False, str(error), "`make setup` gets it.")


def dialogue(project: NluProject) -> Finding:
    """It is no fault if it is not there yet: it comes with the first start."""
    if not project.is_installed:
        return Finding(
            Need.PLAY,
            True,
            "The dialogue engine is not installed yet.",
            "The first start does it (440 MB), or `errand train`; until then links and buttons work.",
        )
    if not project.model().exists():
        return Finding(
            Need.PLAY,
            True,
            "The dialogue engine is installed; its data changed since it was trained.",
            "The next start trains it, or `errand train`.",
        )
    return Finding(Need.PLAY, True, "The dialogue engine is installed and trained.")


def listening(port: int) -> Finding:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return Finding(
                Need.PLAY,
                False,
                f"Port {port} is taken, perhaps by an Errand that runs.",
                "Stop that program, or start with --port and another number.",
            )
    return Finding(Need.PLAY, True, f"Port {port} is free.")


def token(settings: Settings) -> Finding:
    given = settings.secrets.bot_token
    if given is None:
        return Finding(
            Need.LIVE,
            False,
            "TELEGRAM_BOT_TOKEN is not set.",
            "Send /newbot to @BotFather in Telegram and export the token it gives you.",
        )
    if not TOKEN.fullmatch(given.get_secret_value()):
        return Finding(
            Need.LIVE,
            False,
            "TELEGRAM_BOT_TOKEN does not look like a token (digits, a colon, 35 characters).",
            "Copy it again from @BotFather.",
        )
    return Finding(Need.LIVE, True, "There is a Telegram token.")


def database(url: str) -> Finding:
    """A database that is missing or behind is no fault: `run` makes and migrates it."""
    name = url.split("@")[-1]
    if url.startswith("sqlite:///") and not Path(url.removeprefix("sqlite:///")).exists():
        return Finding(Need.LIVE, True, f"The database {name} will be made at the first start.")
    try:
        engine = open_engine(url)
        try:
            state = schema_state(engine)
        finally:
            engine.dispose()
    except SQLAlchemyError as error:
        return Finding(Need.LIVE, False, sentence_of(error) or f"The database cannot be used: {error}")
    if not state.is_current:
        return Finding(
            Need.LIVE,
            True,
            f"The database {name} is at migration {state.has or 'none'}, this version wants {state.wants}.",
            "The next start brings it there, or `errand migrate`. Make a back-up first.",
        )
    return Finding(Need.LIVE, True, f"The database {name} answers and is at migration {state.has}.")


def vault(settings: Settings) -> Finding:
    given = settings.secrets.vault_key
    if given is None:
        return Finding(
            Need.LIVE,
            True,
            f"Addresses are sealed with the key in {settings.var / 'vault.key'}.",
            "Better keep it apart from the data, in ERRAND_VAULT_KEY (for a new shop: `errand key`).",
        )
    try:
        keys = Vault.from_text(given.get_secret_value()).keys
        fine = all(len(key) == KEY_BYTES and 0 < number < 256 for number, key in keys.items())
    except (binascii.Error, ValueError):
        fine = False
    if fine:
        return Finding(Need.LIVE, True, "There is a key for the vault of addresses.")
    return Finding(
        Need.LIVE,
        False,
        "ERRAND_VAULT_KEY holds no key: 32 bytes in base64 are wanted, or NUMBER:KEY,NUMBER:KEY.",
        "Put in the key that was used before; only for a new shop: `errand key`.",
    )


def stripe(settings: Settings) -> Finding:
    key, secret = settings.secrets.stripe_key, settings.secrets.stripe_webhook_secret
    if key is None:
        return Finding(
            Need.LIVE,
            False,
            "STRIPE_API_KEY is not set: cards cannot be taken, only cash and payment at the shop.",
            "Export a secret key from Stripe's dashboard (sk_test_… to try it out).",
        )
    if not key.get_secret_value().startswith(("sk_", "rk_")):
        return Finding(
            Need.LIVE,
            False,
            "STRIPE_API_KEY is no secret key.",
            "Stripe's secret keys begin with sk_ or rk_.",
        )
    if secret is None:
        return Finding(
            Need.LIVE,
            False,
            "STRIPE_WEBHOOK_SECRET is not set: Stripe could not tell that somebody paid.",
            "Make an endpoint for https://YOUR-ADDRESS/stripe in Stripe's dashboard, export its whsec_…",
        )
    return Finding(Need.LIVE, True, "There are a Stripe key and the secret of its webhook.")


def webhook(settings: Settings) -> Finding:
    if not settings.public_url:
        return Finding(
            Need.LIVE,
            True,
            "Updates are fetched by polling.",
            "For a webhook set ERRAND_PUBLIC_URL and ERRAND_WEBHOOK_SECRET.",
        )
    if not settings.public_url.startswith("https://"):
        return Finding(
            Need.LIVE,
            False,
            "ERRAND_PUBLIC_URL does not begin with https://.",
            "Telegram wants a secure address.",
        )
    secret = settings.secrets.webhook_secret
    if secret is None or not WEBHOOK_SECRET.fullmatch(secret.get_secret_value()):
        return Finding(
            Need.LIVE,
            False,
            "ERRAND_WEBHOOK_SECRET is not set, or holds other signs than A-Z a-z 0-9 _ -.",
            "Export a long random one.",
        )
    return Finding(Need.LIVE, True, f"Updates come to {settings.public_url}/telegram.")


def browser() -> Finding:
    """The tests know themselves where they look for one."""
    search = ROOT / "tests" / "browser" / "chromium.py"
    if not search.exists():
        return Finding(Need.TESTS, False, "This is no checkout: there are no tests here.")
    looked = runpy.run_path(str(search))
    found: str | None = looked["chromium"]()
    if found:
        return Finding(Need.TESTS, True, f"Chromium: {found}")
    return Finding(Need.TESTS, False, "No Chromium was found.", str(looked["HOW_TO_GET_ONE"]))
