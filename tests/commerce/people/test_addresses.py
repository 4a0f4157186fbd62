"""Addresses: what a courier can find, and what stays sealed."""

from datetime import datetime

import pytest
from sqlmodel import Session

from commerce.people.addresses import (
    AddressIncomplete,
    PlainAddress,
    amended_address,
    check_address,
    is_bare_street,
    latest_address,
    open_address,
    save_address,
)
from commerce.people.service import arrive
from commerce.vault import Vault


@pytest.mark.parametrize(
    "text",
    [
        "Gartenweg 14, 99955 Lindenau",
        "Gartenweg 14 99955 Lindenau",
        "Gartenweg 14\n99955 Lindenau",
        "Gartenweg, 14, 99955 Lindenau",
        "99955 Lindenau, Gartenweg 14",
        "Mia Winter, Gartenweg 14b, D-99955 Lindenau, second floor",
        "Straße des 17. Juni 135, 10623 Berlin",
        "12 rue de la Paix, 75002 Paris",
        "1600 Pennsylvania Ave, Washington DC 20500",
        "Gartenweg 14",
    ],
)
def test_an_address_with_street_and_number_is_taken(text: str) -> None:
    assert check_address(text) == ", ".join(text.splitlines())


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("99955 Lindenau", "street"),
        ("Lindenau", "street"),
        ("14, 99955 Lindenau", "street"),
        ("14, Lindenau", "street"),
        ("12345", "street"),
        ("", "street"),
        ("😀" * 4096, "street"),
        ("x" * 4000 + " 3", "street"),
        ("Gartenweg, 99955 Lindenau", "number"),
        ("Gartenweg 99955 Lindenau", "number"),
    ],
)
def test_an_address_that_no_courier_finds_says_what_it_lacks(text: str, lacks: str) -> None:
    with pytest.raises(AddressIncomplete) as refused:
        check_address(text)
    assert refused.value.lacks == lacks


def test_an_address_is_sealed_at_rest(session: Session, now: datetime) -> None:
    vault = Vault.from_text(Vault.new_key_text())
    mia = arrive(session, 1, "Mia Winter", "en", now)
    plain = PlainAddress("Gartenweg 14, 99955 Lindenau", 51.2068, 10.6121)
    saved = save_address(session, vault, mia, plain, now)
    for secret in (b"Mia", b"Gartenweg", b"51.2068"):
        assert secret not in saved.sealed
    assert "Gartenweg" not in saved.zone
    found = latest_address(session, mia.id)
    assert found is not None
    assert open_address(vault, found) == ("Mia Winter", plain)


def test_the_same_account_is_the_same_person(session: Session, now: datetime) -> None:
    first = arrive(session, 7, "Mia", "en", now)
    first.reachable = False
    again = arrive(session, 7, "Mia", "en", now)
    assert again.id == first.id
    assert again.reachable, "who writes can be written to"


@pytest.mark.feature("X15")
@pytest.mark.parametrize(
    ("address", "words", "amended"),
    [
        ("Gartenweg 14, 99955 Lindenau", "16", "Gartenweg 16, 99955 Lindenau"),
        ("Gartenweg 14b, 99955 Lindenau", "16 a", "Gartenweg 16 a, 99955 Lindenau"),
        ("99955 Lindenau, Gartenweg 14", "9", "99955 Lindenau, Gartenweg 9"),
        ("12 rue de la Paix, 75002 Paris", "14", "14 rue de la Paix, 75002 Paris"),
        ("Gartenweg 14, 99955 Lindenau", "Lindenallee 3", "Lindenallee 3, 99955 Lindenau"),
        (
            "Gartenweg 14, 99955 Lindenau, ring twice",
            "Gartenweg 3",
            "Gartenweg 3, 99955 Lindenau, ring twice",
        ),
        ("Gartenweg 14, Lindenau", "99955", "Gartenweg 14, 99955 Lindenau"),
        ("Gartenweg 14 in Lindenau", "99955", "Gartenweg 14, 99955 Lindenau"),
        ("Gartenweg 14 in Lindenau", "Gartenweg 3", "Gartenweg 3, Lindenau"),
        ("Gartenweg 14, Lindenau, 2nd floor", "99955", "Gartenweg 14, 99955 Lindenau, 2nd floor"),
        ("Gartenweg 14", "99955", "Gartenweg 14, 99955"),
        ("Gartenweg 14", "99955 Lindenau", "Gartenweg 14, 99955 Lindenau"),
        ("Gartenweg 14", "Lindenau", "Gartenweg 14, Lindenau"),
        ("Gartenweg 14, 99955", "Lindenau", "Gartenweg 14, 99955 Lindenau"),
        ("Gartenweg 14, 99955 Lindenau, 3rd floor", "99974", "Gartenweg 14, 99974 Lindenau, 3rd floor"),
        ("Straße des 17. Juni 135, 10623 Berlin", "136", None),
        ("Gartenweg 14", "Lindenallee 3", None),
    ],
)
def test_an_address_is_amended_where_it_is_clear_what_is_meant(
    address: str, words: str, amended: str | None
) -> None:
    assert amended_address(address, words) == amended


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Gartenweg 41", True),
        ("14 rue du jardin", True),
        ("gartenweg 14 in lindenau", False),
        ("Gartenweg 14, Lindenau", False),
        ("Gartenweg 14 Lindenau", False),
    ],
)
def test_a_street_without_a_town_is_known(text: str, bare: bool) -> None:
    assert is_bare_street(text) == bare
