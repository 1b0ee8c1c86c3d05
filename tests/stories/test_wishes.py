"""What a reader watches, mutes and trusts shows in the order of stories, and is said."""

from pathlib import Path

import pytest

from briefs.config import Options, load_options
from briefs.errors import UsageError
from briefs.model import Article
from briefs.stories import group

FERRY = Article(
    title="Ferries halted off Skarholm",
    text="Ferries to Skarholm were halted on Friday after a storm of 94 hours.",
    source="Star",
)
LYNX = Article(
    title="Lynx kittens born",
    text="Two lynx kittens were filmed by a hidden camera in the coastal hills of Marl in March.",
    source="Ledger",
)


def order(**settings):
    return [story.headline_article for story in group([FERRY, LYNX], Options(**settings))]


@pytest.mark.parametrize("word", ["ferry", "SKARHOLM", "lynx kitten", "halted off"])
def test_a_watched_word_lifts_its_story(word):
    """A word of the title or opening, in any inflection, lifts a story, and the reason is given."""
    first = group([FERRY, LYNX], Options(watch=(word,)))[0]
    assert (first.headline_article is LYNX) == ("lynx" in word)
    assert first.reasons[-1] == f"watched ({word}): + 3"


def test_a_muted_word_keeps_its_story_off_the_page():
    """A muted story weighs next to nothing and is of the kind "muted", with the reason."""
    last = group([FERRY, LYNX], Options(mute=("ferry",)))[-1]
    assert (last.headline_article, last.kind) == (FERRY, "muted")
    assert last.reasons[-1] == "muted (ferry): × 0.05"
    assert all(story.kind == "" for story in group([FERRY, LYNX], Options(mute=("fer", "  "))))


def test_an_outlet_counts_as_much_as_it_is_trusted():
    """The weight of an outlet is that of the origin it is."""
    assert order(source_weights={"star": 0.5})[0] is LYNX
    assert order(source_weights={"Ledger": 0.5})[0] is FERRY
    (ferry,) = group([FERRY], Options(source_weights={"Star": 0}))
    assert ferry.weight > 0
    assert ferry.reasons[-1] == "trust in its origins: 0 for 1"


def test_the_settings_stand_in_briefs_toml(tmp_path: Path):
    """Words are lists, the outlets' weights a table; anything else is a usage error."""
    path = tmp_path / "briefs.toml"
    path.write_text('watch = ["ferry"]\nmute = ["lynx"]\n[source_weights]\n"Star" = 2\n', "utf-8")
    options = load_options(path, {}, {})
    assert (options.watch, options.mute) == (("ferry",), ("lynx",))
    assert options.source_weights == (("Star", 2.0),)
    for wrong in ({"Star": "much"}, {"Star": -1}, ["Star"], "Star"):
        with pytest.raises(UsageError, match="source_weights"):
            Options(source_weights=wrong)
