"""`--why` says what speaks for and against two articles being one story."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefs.cli import app
from briefs.config import Options
from briefs.errors import UsageError
from briefs.model import Article
from briefs.stories import find, group, why
from briefs.stories.weight import FORMULA

FERRY = [
    Article(
        title="Ferry with 94 aboard capsizes off Skarholm",
        text="The car ferry Solvind capsized on Monday in rough water off Skarholm harbour with 94 "
        "people aboard. Rescuers pulled 81 survivors from the sea before dark.",
    ),
    Article(
        title="Eight bodies recovered after Solvind ferry disaster",
        text="Divers have recovered eight bodies from the ferry Solvind, which capsized off "
        "Skarholm on Monday. Survivors told how the bow door gave way.",
    ),
]
LYNX = Article(
    title="Lynx kittens born in coastal hills",
    text="Two lynx kittens were filmed by a hidden camera, the first wild births in 150 years.",
)
PILE = [*FERRY, LYNX]


def test_two_reports_of_one_event():
    """The story they share, their likeness and the stems that make it are told."""
    lines = why(PILE, *FERRY, Options())
    assert lines[0].startswith("one story: ")
    assert lines[1].startswith("likeness (cosine): 0.")
    assert "solvind" in lines[2]
    assert any(line.endswith("(no copy)") for line in lines)
    assert lines[-1] == FORMULA


def test_two_events_and_two_languages():
    """Two stories are named both; of two languages nothing is compared."""
    lines = why(PILE, FERRY[0], LYNX, Options())
    assert lines[0].startswith("two stories: ")
    assert lines[1].endswith(LYNX.title)
    assert any(line.startswith("mean likeness to the others of") for line in lines)
    french = Article(title="Le ferry chavire", text="Le ferry a chaviré.", language="fr")
    assert why([*PILE, french], FERRY[0], french, Options())[-1] == "other languages: en and fr"


def test_the_formula_shown_is_the_one_that_weighs():
    """The formula, worked out with the figures shown beside it, gives the story's weight."""
    (story,) = group(FERRY)
    given = dict(reason.split(": ", 1) for reason in story.reasons)
    names = {"news": 1.0, "trust": 1.0, "watched": 0.0}
    names |= {name.split(" ")[-1]: float(value) for name, value in given.items()}
    terms = FORMULA.partition(" = ")[2].replace("·", "*").replace("−", "-").replace("½", ".5")
    assert eval(terms, {}, names) == pytest.approx(story.weight, abs=0.005)


def test_articles_are_found_by_id_path_or_file_name():
    """An article is known by its id or the end of its path; other names are errors."""
    one = Article(title="a", text="a", paths=("star/ferry.html",))
    two = Article(title="b", text="b", paths=("lantern/ferry.html", "ferry-2.html"))
    assert find([one, two], one.id) is one
    assert find([one, two], "lantern/ferry.html") is find([one, two], "ferry-2.html") is two
    for name in ("ferry.html", "rry-2.html", ""):
        with pytest.raises(UsageError, match="called"):
            find([one, two], name)


def test_the_command_prints_it(tmp_path: Path):
    """`briefs stories --why A B` prints the lines and nothing else."""
    for name, article in zip("ab", FERRY, strict=True):
        (tmp_path / f"{name}.txt").write_text(f"{article.title}\n\n{article.text}\n", "utf-8")
    result = CliRunner().invoke(app, ["stories", str(tmp_path), "--why", "a.txt", "b.txt"])
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].startswith("one story: ")
