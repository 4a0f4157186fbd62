"""Generated texts for the comparison with TDLib: well nested, broken, escaped, in many scripts."""

from hypothesis import strategies as st

from bot.playground.emulator.texts.marks import Mark, utf16_length

_INVISIBLE = "\n\t\r\u00a0\u200b\u200d\u200e\u200f\u202e\u2028\u0301\u0333"
LETTERS = f"abz AZ09éß漢字🍚👨🇩🇪٣²{_INVISIBLE}_-.,:;!?'\"()@#$/+=&<>*~`|[]{{}}\\"
QUIET = "".join(one for one in LETTERS if one not in "*_~`|[]<>&\\")
LINKS = (
    "http://example.com/a?b=c&d",
    "https://Ex.COM:0443/ü x",
    "ex.com",
    "http://localhost/",
    "tg://user?id=42",
    "TG:user/?a=1&id=77#x",
    "tg://user?id=0",
    "tg://resolve?domain=a",
    "ton://abc-D/x",
    "tonsite://a.ton/y",
    "http://[::1]:80/a",
    "http://[::g]/",
    "http://a@b@c.com",
    "http://u:p%41@c.com:99999",
    "http://a.b:0/",
    "http://ex%zz.com",
    "http://ex ample.com",
    "ftp://a.com",
    "mailto:a@b.com",
    "http://.",
    "",
    "a",
    "tg:http://x.y",
    "tg://a:1/",
)
IDS = ("5368324170671202286", "0", "-3", "007", "x", "9223372036854775808", "")
MOMENTS = ("1700000000", "0", "-5", "2147483648", "5x", "")
FORMATS = ("", "r", "R", "wDT", "tT", "dD", "Wd", "x", "rr")

plain = st.text(LETTERS, max_size=6)
_in_html = plain.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
_REFERENCES = """
&lt; &gt &amp; &quot; &nbsp; &apos; &#39; &#x1F600; &#128512 &#0; &#xD83D; &#x110000; &#x10FFFF; &#0000000065;
&ampx &; &#; &#x; &LT;
"""
_references = st.sampled_from(_REFERENCES.split())
_quotes = st.sampled_from(["'{}'", '"{}"', "{}", " = '{}'"])


def _attribute(name: str, values: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.builds(lambda shape, value: f" {name}=" + shape.format(value), _quotes, st.sampled_from(values))


_opened = st.one_of(
    st.sampled_from(["b", "B", "strong", "i", "em", "u", "ins", "s", "strike", "del", "tg-spoiler", "code"]),
    st.sampled_from(["pre", "blockquote", "blockquote expandable", 'blockquote  expandable="1" ', "a"]),
    st.sampled_from(
        ["span class='tg-spoiler'", "span class=tg-spoiler ", "span class='x'", "span", "p", "br/"]
    ),
    _attribute("href", LINKS).map(lambda given: f"a{given}"),
    _attribute("emoji-id", IDS).map(lambda given: f"tg-emoji{given}"),
    st.builds(lambda a, b: f"tg-time{a}{b}", _attribute("unix", MOMENTS), _attribute("format", FORMATS)),
    st.sampled_from(["py", "C++", "", "ü"]).map(lambda name: f"code class='language-{name}'"),
)


def _element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def built(opened: str, content: list[str], closing: int) -> str:
        name = opened.split()[0].split("=")[0] if opened else ""
        end = {0: "</>", 1: f"</{name} >", 2: f"</{name.upper()}>", 3: "</b>"}.get(closing, f"</{name}>")
        return f"<{opened}>{''.join(content)}{end}"

    return st.builds(built, _opened, st.lists(inner, max_size=3), st.integers(0, 30))


html = st.recursive(_in_html | _references, _element, max_leaves=12)
html_texts = st.lists(html, max_size=4).map("".join)

_in_markdown = plain.map(
    lambda text: "".join(f"\\{one}" if one in "_*[]()~`>#+-=|{}.!\\" else one for one in text)
)
_links_in_brackets = st.sampled_from(LINKS).map(lambda url: url.replace(")", "\\)"))


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    body = st.lists(inner, max_size=3).map("".join)
    pairs = st.sampled_from(
        ["**", "__", "~~", "``", ("__", "__"), ("||", "||"), ("```", "```"), ("```py\n", "```")]
    )
    return st.one_of(
        st.builds(lambda pair, text: f"{pair[0]}{text}{pair[1]}", pairs, body),
        st.builds(lambda text, url: f"[{text}]({url})", body, _links_in_brackets),
        body.map(lambda text: f"[{text}]"),
        st.builds(lambda text, number: f"![{text}](tg://emoji?id={number})", body, st.sampled_from(IDS)),
        st.builds(
            lambda text, moment, shape: f"![{text}](tg://time?unix={moment}&format={shape})",
            body,
            st.sampled_from(MOMENTS),
            st.sampled_from(FORMATS),
        ),
        body.map(lambda text: f"\n>{text}\n"),
        body.map(lambda text: f"\n>{text}\n>{text}||\n"),
        body.map(lambda text: f"**>{text}||\n"),
    )


markdown = st.recursive(_in_markdown, _wrapped, max_leaves=10)
markdown_texts = st.lists(markdown, max_size=4).map("".join)


@st.composite
def broken(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """A text with a few letters put in, taken out or doubled."""
    text = draw(texts)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 2))
        text = text[:at] + draw(st.text("<>/&;#'\"=_*`[]()|\\\n> !~a", max_size=2)) + text[at + cut :]
    return text


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """A text and entities that lie on it anyhow, or nearly so."""
    text = draw(st.text(QUIET, max_size=14))
    end = utf16_length(text)
    kinds = st.sampled_from(
        [
            *[
                (kind, "")
                for kind in ("bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre")
            ],
            *[("blockquote", ""), ("expandable_blockquote", ""), ("pre", "py"), ("text_link", "http://a.b/")],
            *[
                ("custom_emoji", "77"),
                ("text_mention", "5"),
                ("date_time", "1700000000"),
                ("bold", ""),
                ("italic", ""),
            ],
        ]
    )
    marks = []
    for kind, argument in draw(st.lists(kinds, max_size=7)):
        offset = draw(st.integers(0, end))
        length = draw(st.integers(0, end - offset + draw(st.sampled_from([0, 0, 0, 0, 0, 1]))))
        marks.append(Mark(kind, offset, length, argument))
    return text, marks


_LISTED = """
example.com EXAMPLE.Com a.b.co 1.2.3.4 256.1.1.1 01.2.3.4 xn--80ak.xn--p1ai москва.рф http:// https:// ftp://
sftp:// tg://resolve ton://a tonsite://b.ton mailto: // ann@shop.example a.b+c@d-e.org @errand_bot @gif @ab
/help /help@bot /a@b #tag #1 #ta_g@chan $USD $1INCH $USD@chan $TOOLONGXX 4111111111111111 378282246310005
6200000000000005 5555555555554444 10:30 user:pw@ex.com ex.com:8080/p?q#f a_b.com a-.com (ex.com/a)
ex.com/(a)b ex.com/a). teiegram.org localhost Sentence.Next e.g. ... ex.C , ! @ . / # $ : _ - a é 漢 ² · «
"""
_words = st.sampled_from(
    [*_LISTED.split(), "\u200c", "🍚", ". ", " ", "\n", "4111 1111 1111 1111", "4111111111111111 12"]
)
running_texts = st.lists(_words | st.text(QUIET, max_size=3), max_size=8).map("".join)
