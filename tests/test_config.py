"""Settings: precedence, and errors that say what to do."""

from pathlib import Path

import pytest

from briefs.config import Options, load_options
from briefs.errors import UsageError


def write(folder: Path, text: str) -> Path:
    path = folder / "briefs.toml"
    path.write_text(text, "utf-8")
    return path


def test_flags_win_over_environment_over_file_over_defaults(tmp_path: Path) -> None:
    path = write(tmp_path, 'title = "File"\nmax_stories = 3\nmax_bytes = 5')
    options = load_options(
        path, {"BRIEFS_TITLE": "Environment", "BRIEFS_MAX_STORIES": "4"}, {"title": "Flag"}
    )
    assert (options.title, options.max_stories, options.max_bytes) == ("Flag", 4, 5)
    assert options.ranker == Options().ranker


def test_an_unknown_key_is_named_with_the_nearest_known_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"'max_storys'.*did you mean 'max_stories'"):
        load_options(write(tmp_path, "max_storys = 3"), {}, {})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("max_stories = 0", "at least 1"),
        ("max_stories = true", "max_stories must be a int"),
        ('max_stories = "three"', "max_stories must be a int"),
        ("exclude = [1]", "list of strings"),
        ('ranker = "bm25"', "sumy-lexrank"),
        ('timezone = "Mars/Olympus"', "Europe/Paris"),
        ("title = ", "not valid TOML"),
    ],
)
def test_a_bad_value_is_a_usage_error_that_says_what_is_expected(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        load_options(write(tmp_path, text), {}, {})


def test_a_named_file_that_is_not_there_is_an_error_and_an_unnamed_one_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_options(None, {}, {}) == Options()
    with pytest.raises(UsageError, match="cannot read"):
        load_options(tmp_path / "none.toml", {}, {})


def test_a_number_in_the_environment_must_be_one() -> None:
    with pytest.raises(UsageError, match="BRIEFS_MAX_BYTES"):
        load_options(None, {"BRIEFS_MAX_BYTES": "much"}, {})
