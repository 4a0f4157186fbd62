"""The doctor: what is missing is said with what to do about it, and what is fine is not complained about."""

import socket
from pathlib import Path

import pytest

from bot.cli import checks
from bot.cli.checks import Finding, Need
from bot.dialogue.environment import NluProject
from bot.settings import Settings, read_settings
from commerce.migrating import migrate
from commerce.vault import Vault

TOKEN = "123456789:" + "A" * 35


def settings(tmp_path: Path, **environment: str) -> Settings:
    return read_settings(environment={"ERRAND_VAR": str(tmp_path), **environment})


def complaint(finding: Finding) -> str:
    assert not finding.fine
    assert finding.mend
    return f"{finding.what} {finding.mend}"


def test_a_set_up_machine_has_everything_to_play() -> None:
    findings = checks.examine(0)
    named = " ".join(finding.what for finding in findings)
    assert {finding.need for finding in findings} == set(Need)
    assert "Python 3.11" in named
    assert all(finding.what for finding in findings)


@pytest.mark.parametrize("given", ["", "12345", "token", "123456789 " + "A" * 35])
def test_a_token_that_is_none_is_noticed(tmp_path: Path, given: str) -> None:
    assert "@BotFather" in complaint(checks.token(settings(tmp_path, TELEGRAM_BOT_TOKEN=given)))


def test_a_token_is_enough(tmp_path: Path) -> None:
    assert checks.token(settings(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN)).fine


@pytest.mark.parametrize(
    "given",
    ["short", "c2hvcnQ=", "1:c2hvcnQ=", pytest.param("x:" + Vault.new_key_text(), id="x:a new key"), "ü"],
)
def test_a_vault_key_that_is_none_is_noticed(tmp_path: Path, given: str) -> None:
    assert "ERRAND_VAULT_KEY" in complaint(checks.vault(settings(tmp_path, ERRAND_VAULT_KEY=given)))


def test_vault_keys_may_be_one_or_numbered(tmp_path: Path) -> None:
    one, other = Vault.new_key_text(), Vault.new_key_text()
    assert checks.vault(settings(tmp_path, ERRAND_VAULT_KEY=one)).fine
    assert checks.vault(settings(tmp_path, ERRAND_VAULT_KEY=f"1:{one},2:{other}")).fine
    assert checks.vault(settings(tmp_path)).fine


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({}, "cash"),
        ({"STRIPE_API_KEY": "pk_test_1"}, "sk_"),
        ({"STRIPE_API_KEY": "sk_test_1"}, "STRIPE_WEBHOOK_SECRET"),
    ],
)
def test_what_stripe_lacks_is_said(tmp_path: Path, environment: dict[str, str], says: str) -> None:
    assert says in complaint(checks.stripe(settings(tmp_path, **environment)))


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"ERRAND_PUBLIC_URL": "http://shop.example"}, "https://"),
        ({"ERRAND_PUBLIC_URL": "https://shop.example"}, "ERRAND_WEBHOOK_SECRET"),
        ({"ERRAND_PUBLIC_URL": "https://shop.example", "ERRAND_WEBHOOK_SECRET": "a b"}, "A-Z"),
    ],
)
def test_what_a_webhook_lacks_is_said(tmp_path: Path, environment: dict[str, str], says: str) -> None:
    assert says in complaint(checks.webhook(settings(tmp_path, **environment)))


def test_polling_needs_nothing(tmp_path: Path) -> None:
    assert checks.webhook(settings(tmp_path)).fine


def test_a_taken_port_is_noticed() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert "--port" in complaint(checks.listening(taken.getsockname()[1]))
    assert checks.listening(0).fine


def test_looking_at_a_database_makes_none(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'errand.sqlite'}"
    assert "will be made" in checks.database(url).what
    assert not (tmp_path / "errand.sqlite").exists()
    migrate(url)
    assert "is at migration" in checks.database(url).what


def test_a_database_that_does_not_answer_is_said_without_its_password() -> None:
    finding = checks.database("postgresql+psycopg://shop:secret@127.0.0.1:1/errand")
    assert not finding.fine
    assert "does not answer" in finding.what
    assert "secret" not in finding.what


def test_a_dialogue_that_is_not_installed_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "nlu").mkdir()
    finding = checks.dialogue(NluProject(tmp_path))
    assert finding.fine
    assert "errand train" in finding.mend
