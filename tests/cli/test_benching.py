"""The tables of `errand bench`."""

from statistics import median

from bot.cli.benching import table
from tests.benchmarks import pages


def test_a_table_is_markdown_with_aligned_columns() -> None:
    assert table(("what", "ms"), [("a turn", "6.2"), ("b", "10")]) == (
        "| what   | ms  |\n| ------ | --- |\n| a turn | 6.2 |\n| b      | 10  |"
    )


def test_reading_a_page_of_a_large_site_costs_a_few_times_what_parsing_it_costs() -> None:
    """Side by side, so that it holds on a slow machine, too; 14 times when this was written."""
    _, large = pages.run(turns=3, at_most=8)
    assert len(large.cells()) == len(pages.HEADINGS)
    assert 1 < median(large.ratios) < 45
