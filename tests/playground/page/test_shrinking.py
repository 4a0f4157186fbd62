"""What the server leaves out of the page's files, and what it never touches."""

import re

import pytest

from bot.playground.assets import PAGE
from bot.playground.shrinking import shrink_css, shrink_js


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("const a = 1; // one\n/* two */ const b = 2;\n", "const a=1;const b=2;"),
        ("const url = 'http://x'; // a comment\n", "const url='http://x';"),
        ("a = b\n(c)", "a=b\n(c)"),
        ("return\nx", "return\nx"),
        ("i++\n++j", "i++\n++j"),
        ("a + +b - -c", "a+ +b- -c"),
        ("const half = a / b / c;", "const half=a/b/c;"),
        ("s.replace(/ \\/\\/ [/ ] /g, ' ')", "s.replace(/ \\/\\/ [/ ] /g,' ')"),
        ("return /a b/.test(c)", "return/a b/.test(c)"),
        ("f(`a\n    b ${ c ? `d\n  e` : '' } f`)", "f(`a\n    b ${c?`d\n  e`:''} f`)"),
        (
            "html`<p>\n    ${ x && html`<i>\n      y</i>` }\n  </p>`",
            "html`<p>\n${x&&html`<i>\ny</i>`}\n</p>`",
        ),
        ("`\\`// no comment ${ {a: 1}.a }`", "`\\`// no comment ${{a:1}.a}`"),
        ("for (const x of [1]) y in z", "for(const x of[1])y in z"),
    ],
)
def test_a_module_loses_spaces_and_comments_only(written: str, sent: str) -> None:
    assert shrink_js(written) == sent


def test_a_style_sheet_keeps_the_spaces_that_part_words() -> None:
    written = "/* note */\n.a .b > c:hover,\n.d {\n  margin: 0 -2px;\n  width: calc(1px + 2px);\n}\n"
    assert shrink_css(written) == ".a .b > c:hover,.d{margin:0 -2px;width:calc(1px + 2px)}\n"


@pytest.mark.parametrize("name", sorted(path.name for path in PAGE.glob("*.js")))
def test_every_module_keeps_all_its_signs(name: str) -> None:
    """But for white space, and comments that fill their line, what is sent is what was written."""
    written = (PAGE / name).read_text(encoding="utf-8")
    without_comments = re.sub(
        r"^\s*//[^\n]*$|(?<=[;,{}]) // [^\n]*$|/\*\*.*?\*/", "", written, flags=re.M | re.S
    )
    assert re.sub(r"\s", "", shrink_js(written)) == re.sub(r"\s", "", without_comments)
