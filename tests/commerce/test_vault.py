"""The vault opens what it sealed, for the row it was sealed for, with a key it knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.vault import CannotOpen, Vault

OLD, NEW = Vault.new_key_text(), Vault.new_key_text()
ROW, OTHER_ROW = "address:1", "address:2"


@given(st.text(), st.text())
def test_what_was_sealed_comes_back(text: str, row: str) -> None:
    vault = Vault.from_text(OLD)
    assert vault.open(vault.seal(text, row), row) == text


def test_the_same_text_is_sealed_differently_each_time() -> None:
    vault = Vault.from_text(OLD)
    assert vault.seal("Gartenweg 14", ROW) != vault.seal("Gartenweg 14", ROW)


def test_another_key_opens_nothing() -> None:
    with pytest.raises(CannotOpen):
        Vault.from_text(NEW).open(Vault.from_text(OLD).seal("Gartenweg 14", ROW), ROW)


def test_what_was_moved_to_another_row_stays_shut() -> None:
    vault = Vault.from_text(OLD)
    with pytest.raises(CannotOpen):
        vault.open(vault.seal("Gartenweg 14", ROW), OTHER_ROW)


@given(st.data())
def test_a_changed_byte_is_noticed(data: st.DataObject) -> None:
    vault = Vault.from_text(OLD)
    sealed = bytearray(vault.seal("Gartenweg 14", ROW))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(CannotOpen):
        vault.open(bytes(sealed), ROW)


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x01" + b"x" * 5])
def test_what_is_too_short_is_refused(sealed: bytes) -> None:
    with pytest.raises(CannotOpen):
        Vault.from_text(OLD).open(sealed, ROW)


def test_after_a_rotation_the_new_key_seals_and_both_open() -> None:
    before = Vault.from_text(OLD).seal("Gartenweg 14", ROW)
    rotated = Vault.from_text(f"1:{OLD},2:{NEW}")
    assert rotated.open(before, ROW) == "Gartenweg 14"
    after = rotated.seal("Gartenweg 14", ROW)
    assert Vault.from_text(f"2:{NEW}").open(after, ROW) == "Gartenweg 14"
    with pytest.raises(CannotOpen):
        Vault.from_text(OLD).open(after, ROW)
