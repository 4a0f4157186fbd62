"""config.yml: what can be set is read somewhere, and what is set there can be set."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.settings import ROOT, Asking, BadSettings, Chat, Settings, Shop, read_settings


def test_every_setting_is_read_by_the_shop() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in _modules())
    settings = {name for section in (Shop, Asking, Chat) for name in section.model_fields}
    unread = {name for name in settings if not re.search(rf"\.{name}\b", code)}
    assert unread == set()


def test_the_shop_starts_with_its_configuration_file() -> None:
    assert isinstance(read_settings(environment={}), Settings)


def test_a_language_without_words_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "config.yml"
    path.write_text("shop:\n  languages: [en, xx]\n", encoding="utf-8")
    with pytest.raises(BadSettings, match="no words for xx"):
        read_settings(path, environment={})


def test_a_day_begins_at_midnight_where_the_shop_is() -> None:
    night = datetime(2026, 11, 20, 22, 59, tzinfo=UTC)
    days = [Shop(time_zone="Europe/Berlin").day(night + timedelta(minutes=later)) for later in (0, 1)]
    assert days == [date(2026, 11, 20), date(2026, 11, 21)]


def _modules() -> list[Path]:
    return [path for folder in ("bot", "scheduler") for path in (ROOT / folder).rglob("*.py")]
