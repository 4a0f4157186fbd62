"""The tables of `errand bench`."""

from bot.cli.benching import table


def test_a_table_is_markdown_with_aligned_columns() -> None:
    assert table(("what", "ms"), [("a turn", "6.2"), ("b", "10")]) == (
        "| what   | ms  |\n| ------ | --- |\n| a turn | 6.2 |\n| b      | 10  |"
    )
