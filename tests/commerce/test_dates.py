"""Dates and times in words; today is Friday, 2026-11-20."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.dates import Bound, Part, find_dates, find_times

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("today", "2026-11-20", None),
        ("tomorrow", "2026-11-21", None),
        ("tommorow morning", "2026-11-21", None),
        ("tmrw", "2026-11-21", None),
        ("day after tomorrow", "2026-11-22", None),
        ("friday", "2026-11-27", None),
        ("this friday", "2026-11-20", None),
        ("next friday", "2026-11-27", None),
        ("can deliver mon", "2026-11-23", None),
        ("wensday", "2026-11-25", None),
        ("thurs", "2026-11-26", None),
        ("sunday", "2026-11-22", None),
        ("next sunday", "2026-11-29", None),
        ("next tue", "2026-11-24", None),
        ("next week tue", "2026-11-24", None),
        ("tuesday next week", "2026-11-24", None),
        ("mon or tue", "2026-11-23", "2026-11-24"),
        ("mon, tue or wed", "2026-11-23", "2026-11-25"),
        ("monday/tuesday", "2026-11-23", "2026-11-24"),
        ("mon-wed", "2026-11-23", "2026-11-25"),
        ("between monday and wednesday", "2026-11-23", "2026-11-25"),
        ("within 3 days", "2026-11-20", "2026-11-23"),
        ("in 3 days", "2026-11-23", None),
        ("2-3 days", "2026-11-22", "2026-11-23"),
        ("in two to three days", "2026-11-22", "2026-11-23"),
        ("3 working days", "2026-11-25", None),
        ("in a week", "2026-11-27", None),
        ("within 48h", "2026-11-20", "2026-11-22"),
        ("within 24 hours", "2026-11-20", "2026-11-21"),
        ("24.11.", "2026-11-24", None),
        ("on 24.11", "2026-11-24", None),
        ("24.11.2026", "2026-11-24", None),
        ("24/11", "2026-11-24", None),
        ("11/24", "2026-11-24", None),
        ("2026-11-24", "2026-11-24", None),
        ("24 nov", "2026-11-24", None),
        ("nov 24th", "2026-11-24", None),
        ("24th of november", "2026-11-24", None),
        ("the 24th", "2026-11-24", None),
        ("on the 3rd", "2026-12-03", None),
        ("jan 5", "2027-01-05", None),
        ("tue 24.11.", "2026-11-24", None),
        ("tuesday, 24 november", "2026-11-24", None),
        ("before tuesday", "2026-11-23", None),
        ("christmas", "2026-12-25", None),
        ("on christmas eve", "2026-12-24", None),
        ("an Heiligabend", "2026-12-24", None),
        ("la veille de Noël", "2026-12-24", None),
        ("next week", "2026-11-23", "2026-11-29"),
        ("early next week", "2026-11-23", "2026-11-24"),
        ("this weekend", "2026-11-21", "2026-11-22"),
        ("end of next week", "2026-11-27", None),
        ("end of the month", "2026-11-30", None),
        ("end of november", "2026-11-30", None),
        ("morgen", "2026-11-21", None),
        ("übermorgen", "2026-11-22", None),
        ("bis Freitag", "2026-11-27", None),
        ("am 24. November", "2026-11-24", None),
        ("Mo oder Di", "2026-11-23", "2026-11-24"),
        ("bis So", "2026-11-22", None),
        ("nächste Woche Dienstag", "2026-11-24", None),
        ("nächsten Montag", "2026-11-23", None),
        ("in 3 Tagen", "2026-11-23", None),
        ("innerhalb von zwei Tagen", "2026-11-20", "2026-11-22"),
        ("demain", "2026-11-21", None),
        ("après-demain", "2026-11-22", None),
        ("lundi prochain", "2026-11-23", None),
        ("lundi ou mardi", "2026-11-23", "2026-11-24"),
        ("la semaine prochaine", "2026-11-23", "2026-11-29"),
        ("dans 3 jours", "2026-11-23", None),
        ("sous 48h", "2026-11-20", "2026-11-22"),
        ("le 24 novembre", "2026-11-24", None),
        ("jusqu'à dimanche", "2026-11-22", None),
        ("aujourd'hui", "2026-11-20", None),
    ],
)
def test_a_date_in_words_is_read(text: str, first: str, last: str | None) -> None:
    (spoken,) = find_dates(text, FRIDAY)
    assert (spoken.first, spoken.last) == (
        date.fromisoformat(first),
        date.fromisoformat(last or first),
    )
    assert not spoken.doubt


@pytest.mark.parametrize(
    "text",
    [
        "rice 3.20",
        "24.11",
        "rice 3.10.",
        "total 24.11.",
        "sun dried tomatoes",
        "so do we",
        "may I",
        "2 sundaes",
        "i have everything",
        "1/2 kg",
        "mon prix",
        "",
        "🍚" * 4096,
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert find_dates(text, FRIDAY) == ()


def test_a_choice_names_its_days() -> None:
    (spoken,) = find_dates("mon or wed", FRIDAY)
    assert spoken.options == (date(2026, 11, 23), date(2026, 11, 25))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("by friday", Bound.BY),
        ("until sunday", Bound.BY),
        ("spätestens Montag", Bound.BY),
        ("from monday", Bound.FROM),
        ("not before monday", Bound.FROM),
        ("ab Montag", Bound.FROM),
        ("within 3 days", Bound.WITHIN),
        ("monday", Bound.ON),
    ],
)
def test_a_limit_is_told_from_a_day(text: str, bound: Bound) -> None:
    (spoken,) = find_dates(text, FRIDAY)
    assert spoken.bound is bound


def test_spans_point_into_the_text_as_written() -> None:
    text = "Nägel 5€, übermorgen oder Mittwoch, ok"
    (spoken,) = find_dates(text, FRIDAY)
    assert text[spoken.start : spoken.end] == "übermorgen oder Mittwoch"


def test_a_weekday_beside_a_date_that_falls_on_another_is_doubtful() -> None:
    (spoken,) = find_dates("monday 24.11.", FRIDAY)
    assert spoken.doubt


def test_a_date_that_does_not_exist_is_doubtful() -> None:
    (spoken,) = find_dates("on 31.11.", FRIDAY)
    assert spoken.doubt


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "part"),
    [
        ("by noon", None, "12:00", None),
        ("at 5pm", "17:00", "17:00", None),
        ("after 6 pm", "18:00", None, None),
        ("17:30", "17:30", "17:30", None),
        ("between 9 and 12", "09:00", "12:00", None),
        ("9-12 uhr", "09:00", "12:00", None),
        ("2-4pm", "14:00", "16:00", None),
        ("um 17 Uhr", "17:00", "17:00", None),
        ("halb sechs", "05:30", "05:30", None),
        ("à 17h", "17:00", "17:00", None),
        ("17h30", "17:30", "17:30", None),
        ("in the morning", None, None, Part.MORNING),
        ("heute Abend", None, None, Part.EVENING),
        ("tonight", None, None, Part.EVENING),
    ],
)
def test_a_time_of_day_is_read(
    text: str, earliest: str | None, latest: str | None, part: Part | None
) -> None:
    (spoken,) = find_times(text)
    assert spoken.earliest == (time.fromisoformat(earliest) if earliest else None)
    assert spoken.latest == (time.fromisoformat(latest) if latest else None)
    assert spoken.part is part


def test_a_bare_hour_counts_only_when_asked_for() -> None:
    assert find_times("at 5") == ()
    (spoken,) = find_times("at 5", bare_hours=True)
    assert spoken.earliest == time(5)


@given(st.text(max_size=300) | st.text(alphabet="0123456789./- abtmonr,\n", max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    for spoken in find_dates(text, FRIDAY):
        assert 0 <= spoken.start < spoken.end <= len(text)
        assert spoken.first <= spoken.last
    for moment in find_times(text, bare_hours=True):
        assert 0 <= moment.start < moment.end <= len(text)
