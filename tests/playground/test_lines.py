"""Rows survive whatever ends the process, and whatever a person types."""

from pathlib import Path

from bot.playground.lines import add_lines, kept_lines


def test_rows_come_back_as_they_were_added(tmp_path: Path) -> None:
    rows = [{"text": "one\u2028two\u0085three\r\nfour } "}, {"text": "🥕 “Möhren”"}]
    for row in rows:
        add_lines(tmp_path / "rows", [row])
    assert kept_lines(tmp_path / "rows", 9) == rows


def test_half_a_line_is_dropped_and_does_not_spoil_the_next(tmp_path: Path) -> None:
    file = tmp_path / "rows"
    add_lines(file, [{"n": 1}])
    for half in (b'{"a": {"b": 1}', b'{"text": "abc'):
        with file.open("ab") as opened:
            opened.write(half)
        assert kept_lines(file, 9) == [{"n": 1}]
    add_lines(file, [{"n": 2}])
    assert kept_lines(file, 9) == [{"n": 1}, {"n": 2}]


def test_a_start_cuts_the_file_to_the_newest_rows(tmp_path: Path) -> None:
    add_lines(tmp_path / "rows", [{"n": n} for n in range(5)])
    assert kept_lines(tmp_path / "rows", 2) == [{"n": 3}, {"n": 4}]
    assert (tmp_path / "rows").read_text().count("\n") == 2
