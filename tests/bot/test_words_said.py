"""The files of words: each offers what the others do, and a further language is a further file."""

import re
import runpy
import shutil
from pathlib import Path

import pytest

from bot.understanding import words
from bot.understanding.words import FOLDER, WordsUnfit, load, words_of

BOT = FOLDER.parents[1]
LANGUAGES = ("de", "en", "fr")
NAMED = re.compile(r"\{[a-z_]+\}")
LINES = [
    (f"{name}: {table}.{group}", line)
    for name, tables in load(FOLDER).items()
    for table, groups in tables.items()
    for group, lines in groups.items()
    for line in lines.split("\n")
    if line
]


def written(folder: Path, **files: str) -> Path:
    for language, text in files.items():
        (folder / f"{language}.toml").write_text(text, encoding="utf-8")
    return folder


def test_every_language_offers_every_group() -> None:
    offered = {
        name: [(table, sorted(groups)) for table, groups in sorted(tables.items())]
        for name, tables in load(FOLDER).items()
    }
    assert sorted(offered) == [f"{language}.toml" for language in LANGUAGES]
    assert offered["de.toml"] == offered["en.toml"] == offered["fr.toml"]


def test_every_line_is_a_pattern_of_its_own_that_something_has_to_be_said_for() -> None:
    patterns = [(place, line, re.compile(NAMED.sub("x", line))) for place, line in LINES]
    assert [(place, line) for place, line, pattern in patterns if pattern.fullmatch("")] == []
    assert [(place, line) for place, line in LINES if "" in line.split("|")] == []


def test_no_word_stands_twice_in_a_group() -> None:
    """Where the words are plain ones; of patterns nobody can say it."""
    twice = [
        (place, word)
        for place, line in LINES
        if re.fullmatch(r"[\w |-]+", line)
        for word in line.split("|")
        if line.split("|").count(word) > 1
    ]
    assert twice == []


def test_no_group_is_idle() -> None:
    files = load(FOLDER)
    modules = {path.stem: path for at in ("handlers", "understanding") for path in BOT.glob(f"{at}/*.py")}
    for table, groups in files["en.toml"].items():
        source = modules[table].read_text(encoding="utf-8")
        lines = "".join(text for tables in files.values() for text in tables[table].values())
        used = {*re.findall(r"['\"](\w+)['\"]", source), *re.findall(r"\{([a-z_]+)\}", lines)}
        used |= {str(number) for number in range(1, 13)} if table == "numbers" else set()
        assert set(groups) - used == set(), table


def test_a_group_that_a_file_lacks_is_named(tmp_path: Path) -> None:
    written(tmp_path, en="[costs]\nall = 'it'\nend = 'then'\n", de="[costs]\nall = 'es'\n")
    with pytest.raises(WordsUnfit, match=r"^de\.toml lacks costs\.end$"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("lead = 'and'", "en.toml: lead stands in no table"),
        ("[costs]\nall = 3", "en.toml: costs.all is no text"),
    ],
)
def test_what_is_no_group_of_words_is_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(WordsUnfit, match=re.escape(told)):
        load(written(tmp_path, en=text))


def test_words_that_no_file_has_are_named(tmp_path: Path) -> None:
    with pytest.raises(WordsUnfit, match="no file has a table weather"):
        words_of("weather")
    with pytest.raises(WordsUnfit, match=r"no file has costs\.weather"):
        words_of("costs")["weather"]
    with pytest.raises(WordsUnfit, match="there are no words"):
        load(tmp_path)


def test_a_line_names_groups_and_parts_and_either_apostrophe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = "[costs]\nall = 'it|that'\ncore = \"what's {all} {thing}\"\n"
    german = "[costs]\nall = 'das'\ncore = ''\n"
    monkeypatch.setattr(words, "FOLDER", written(tmp_path, en=english, de=german))
    said = words_of("costs", thing="worth")
    assert all(re.fullmatch(said["core"], text) for text in ("what's das worth", "what’s it worth"))
    assert said.single("all") == ("das", "it", "that")
    assert len(said.each("all")) == 2


def test_a_fourth_language_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "words")
    dutch = {"core": "(?:wat|hoeveel) kost {all}", "all": "het|alles", "with": "met bezorging"}
    groups = {table: dict.fromkeys(groups, "") for table, groups in load(FOLDER)["en.toml"].items()}
    groups["costs"] |= dutch
    tables = (
        f"[{table}]\n" + "".join(f"{group} = '{said}'\n" for group, said in groups.items())
        for table, groups in groups.items()
    )
    monkeypatch.setattr(words, "FOLDER", written(folder, nl="\n".join(tables)))
    asks_cost = runpy.run_path(str(FOLDER.parent / "costs.py"))["asks_cost"]
    assert asks_cost("hoeveel kost alles met bezorging?")
    assert asks_cost("what does it cost?")
    monkeypatch.undo()
    assert not runpy.run_path(str(FOLDER.parent / "costs.py"))["asks_cost"]("hoeveel kost alles?")
