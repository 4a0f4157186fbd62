"""The search for a browser; needs none."""

import pytest

from tests.browser.chromium import HOW_TO_GET_ONE, chromium


def test_a_named_browser_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ERRAND_CHROMIUM", "/opt/own/chromium")
    assert chromium() == "/opt/own/chromium"


def test_what_to_do_without_one_is_said_plainly() -> None:
    assert "apt-get install chromium" in HOW_TO_GET_ONE
    assert "ERRAND_CHROMIUM" in HOW_TO_GET_ONE
