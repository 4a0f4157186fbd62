"""Codes that people read out."""

from commerce.codes import ALPHABET, new_code


def test_no_two_signs_look_alike() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) == 30
    assert not set(ALPHABET) & set("01OIL")


def test_a_code_has_five_signs_of_the_alphabet() -> None:
    codes = {new_code() for _ in range(200)}
    assert all(len(code) == 5 and set(code) <= set(ALPHABET) for code in codes)
    assert len(codes) > 190
