"""The format: what is written is read back as it was, and what does not fit is named with its line."""

import ast
import base64
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.playground.script.reading import read_file, read_script
from bot.playground.script.scenarios import ready_made
from bot.playground.script.source import quoted
from bot.playground.script.steps import FORMS, BadScript, Need, Newcomer, Option, Script, Step, Verb
from bot.playground.script.writing import write_script

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn")), min_size=1)
TEXTS = st.one_of(
    WORDS.filter(lambda text: bool(text.strip())),
    st.lists(WORDS.filter(str.strip), min_size=2, max_size=4).map("\n".join),
    st.sampled_from(
        ["null", "~", "yes", "5", "- a", "a: b", "a # b", "'", '"', "[x]", "{x", "!t", "&a", "*a", "x:"]
    ),
)
KEYS = st.sampled_from(["mia", "jonas", "kim_2"])
VALUES = {Option.TEXT: TEXTS, Option.WHOLE: st.integers(1, 1000), Option.YES: st.booleans()}


@st.composite
def steps(draw: st.DrawFn) -> Step:
    verb = draw(st.sampled_from([verb for verb in Verb if FORMS[verb].need is not Need.FIELDS]))
    form = FORMS[verb]
    who = "" if verb is Verb.TIME else draw(KEYS)
    what = "" if form.need is Need.NOTHING else draw(TEXTS)
    named = draw(st.lists(st.sampled_from(sorted(form.options)), unique=True)) if form.options else []
    return Step(verb, who, what, {name: draw(VALUES[form.options[name]]) for name in named})


@given(st.lists(steps(), min_size=1, max_size=6), TEXTS, st.binary(max_size=200), st.booleans())
@example([Step(Verb.SAYS, "mia", "a: b\n\n  c ")], "No", b"", True)
def test_what_is_written_is_read_back(made: list[Step], title: str, content: bytes, free_text: bool) -> None:
    script = Script(
        title=title,
        steps=(*made, Step(Verb.FAULT, options={"kind": "slow", "seconds": 5, "methods": ["sendMessage"]})),
        people={"kim_2": Newcomer("Kim: the “2nd”", "seller", "no")},
        free_text=free_text,
        files={"a picture.jpg": content},
    )
    read = read_script(write_script(script))
    assert [(one.verb, one.who, one.what, dict(one.options)) for one in read.steps] == [
        (one.verb, one.who, one.what, dict(one.options)) for one in script.steps
    ]
    assert (read.title, read.people, read.free_text) == (script.title, script.people, free_text)
    assert read.files == script.files


def test_the_ready_made_scenarios_read_as_they_are_written() -> None:
    for name, script in ready_made().items():
        again = read_script(write_script(script))
        assert [str(step) for step in again.steps] == [str(step) for step in script.steps], name


HEAD = "errand-script: 1\nsteps:\n  - mia starts\n"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "begins with `errand-script: 1`"),
        ("- a\n- b", 1, "begins with `errand-script: 1`"),
        ("errand-script: 2\nsteps: [mia starts]", 1, "version '2' is not known"),
        ("errand-script: 1", 1, "there are no `steps`"),
        ("errand-script: 1\nsteps: mia starts", 2, "`steps` is a list"),
        ("errand-script: 1\nsteps: []", 2, "`steps` is a list"),
        ("errand-script: 1\nstep:\n- mia starts", 3, "did you mean 'steps'?"),
        (HEAD + "  - mia says: hello: there\n", 4, "this is not YAML"),
        (HEAD + "  - mia sayz: hello\n", 4, "did you mean 'says'?"),
        (HEAD + "  - tmie: next deadline\n", 4, "did you mean 'time'?"),
        (HEAD + "  - Mia says: hello\n", 4, "small letters, as in `mia`"),
        (HEAD + "  - mia says\n", 4, "needs something behind a colon"),
        (HEAD + "  - mia says:\n", 4, "needs something behind the colon"),
        (HEAD + "  - mia blocks: the bot\n", 4, "takes nothing behind the colon"),
        (HEAD + "  - mia sees:\n", 4, "`sees` needs words"),
        (HEAD + "  - mia sees: a\n    buton: b\n", 5, "did you mean 'button'?"),
        (HEAD + "  - mia sees: a\n    within: soon\n", 5, "'within' is a whole number from 1, not 'soon'"),
        (HEAD + "  - mia sees: a\n    anywhere: maybe\n", 5, "'anywhere' is yes or no"),
        (HEAD + "  - mia sees: [a, b]\n", 4, "not a list or a mapping"),
        (HEAD + "  - mia sees: a\n    within: 1\n    within: 2\n", 6, "'within' stands here twice"),
        (HEAD + "  - fault: on\n", 4, "`fault` is `off`, or fields"),
        (HEAD + "  - fault: {kind: {a: b}}\n", 4, "a number, a word, or a list of words"),
        (HEAD + "  - fault: {kind: !!python/name:os.system x}\n", 4, "a number, a word"),
        (HEAD + "  -\n", 4, "a step is `who does: what`"),
        (HEAD + "files:\n  a.txt: words\n", 5, "written as `!!binary`"),
        (HEAD + "files:\n  a.txt: !!binary '%%'\n", 5, "is not base64"),
        (HEAD + "people:\n  kim: {age: 7}\n", 5, "somebody new has name, role, language"),
        (HEAD + "people: kim\n", 4, "`name: value` is expected"),
        ("errand-script: 1\nsteps: " + "[" * 5000, 0, ""),
        ("errand-script: 1\x07", 0, "a character in it is not allowed"),
    ],
)
def test_what_does_not_fit_is_named_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(BadScript) as bad:
        read_script(text, source="a.yml")
    assert words in bad.value.words
    if line:
        assert str(bad.value).startswith(f"a.yml, line {line}: "), str(bad.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadScript, match=r"nothing\.yml: cannot be read: No such file"):
        read_file(tmp_path / "nothing.yml")
    (tmp_path / "picture.yml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadScript, match="not a text in UTF-8"):
        read_file(tmp_path / "picture.yml")


def test_words_stand_as_they_are_whatever_yaml_would_make_of_them() -> None:
    script = read_script(
        "errand-script: 1\nsteps:\n- mia says: 010\n- mia says: 2026-11-28\n- mia taps: No\n"
    )
    assert [step.what for step in script.steps] == ["010", "2026-11-28", "No"]


def test_files_are_written_into_the_script() -> None:
    text = HEAD + f"files:\n  a.txt: !!binary |\n    {base64.b64encode(b'rice').decode()}\n"
    assert read_script(text).files == {"a.txt": b"rice"}


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("plain", '"plain"'),
        ('say "yes"', "'say \"yes\"'"),
        ('it\'s "yes"', "'it\\'s \"yes\"'"),
        ("it's 12\"", '"it\'s 12\\""'),
        ("a\\b\n", '"a\\\\b\\n"'),
    ],
)
def test_literals_need_few_escapes_and_mean_the_text(text: str, literal: str) -> None:
    assert quoted(text) == literal
    assert ast.literal_eval(literal) == text
