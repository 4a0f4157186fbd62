"""Starting: the playground never meets the real shop's secrets or data, and forgets only what is its own."""

import asyncio
import os
import signal
from pathlib import Path

from bot.cli.folders import forget
from bot.cli.serving import LIVE_ONLY, settings_for_play, until_stopped

REAL = {
    "DATABASE_URL": "postgresql+psycopg://shop@db/real",
    "TELEGRAM_BOT_TOKEN": "123456:" + "A" * 35,
    "STRIPE_API_KEY": "sk_live_real",
    "STRIPE_WEBHOOK_SECRET": "whsec_real",
    "ERRAND_PUBLIC_URL": "https://shop.example",
    "ERRAND_WEBHOOK_SECRET": "hook",
    "ERRAND_VAULT_KEY": "key",
}


def test_no_secret_and_no_database_of_the_real_shop_comes_into_the_playground(tmp_path: Path) -> None:
    settings = settings_for_play(REAL | {"ERRAND_VAR": str(tmp_path)})
    assert set(LIVE_ONLY) == set(REAL)
    assert not any(settings.secrets.model_dump().values())
    assert settings.database_url == f"sqlite:///{tmp_path / 'errand.sqlite'}"
    assert settings.public_url == ""
    assert settings.var == tmp_path


def test_fresh_forgets_what_was_played_and_nothing_else(tmp_path: Path) -> None:
    played = [
        "errand.sqlite",
        "errand.sqlite-wal",
        "chats.sqlite",
        "bank.sqlite-shm",
        "vault.key",
        "clock.json",
    ]
    others = ["holiday.jpg", "notes.txt", "errand.log"]
    for name in played + others:
        (tmp_path / name).write_text("…", encoding="utf-8")
    forget(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(others)


def test_forgetting_where_nothing_was_played_does_nothing(tmp_path: Path) -> None:
    forget(tmp_path / "never")
    assert not (tmp_path / "never").exists()


async def test_a_signal_lets_the_work_clean_up() -> None:
    cleaned: list[str] = []

    async def work() -> None:
        try:
            os.kill(os.getpid(), signal.SIGTERM)
            await asyncio.Event().wait()
        finally:
            cleaned.append("done")

    await until_stopped(work())
    assert cleaned == ["done"]
