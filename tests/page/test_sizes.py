"""The planner's arithmetic: line counts and heights."""

from hypothesis import given
from hypothesis import strategies as st

from briefs.page import sizes

TEXT = st.text(st.characters(codec="utf-8"), max_size=300)


def test_column_and_page_are_a4_wide_and_letter_high() -> None:
    """The page that fits both papers is 707 pt high with columns of 243.8 pt."""
    assert round(sizes.HEIGHT) == 707
    assert round(sizes.COLUMN, 1) == 243.8
    assert round(sizes.WIDTH - sizes.INDENT) == 499


def test_known_lines() -> None:
    """Lines are filled word by word; a word that does not fit begins the next."""
    assert sizes.lines("", 9.5, 243.8) == 0
    assert sizes.lines("word", 9.5, 243.8) == 1
    width = sum(map(sizes.em, "word word")) * 9.5 * 1.02
    assert sizes.lines("word word", 9.5, width + 0.01) == 1
    assert sizes.lines("word word", 9.5, width - 0.01) == 2
    assert sizes.lines("word word", 9.5, width + 0.01, bold=True) == 2


def test_a_no_break_space_is_no_place_to_break() -> None:
    """It is as wide as a space and joins its words to one."""
    width = sum(map(sizes.em, "one two")) * 9.5 * 1.02
    assert sizes.lines("one two one", 9.5, width + 0.01) == 2
    assert sizes.lines("one two\u00a0one", 9.5, width + 0.01) == 2
    assert sizes.lines("one\u00a0two one\u00a0two", 9.5, width + 0.01) == 2
    assert sizes.lines("o one\u00a0two", 9.5, width + 0.01) == 2


def test_a_word_wider_than_the_column_takes_several_lines() -> None:
    """An unbroken run is counted at the lines it needs, not as one."""
    assert sizes.lines("a" * 400, 9.5, 243.8) == 8


@given(TEXT, TEXT)
def test_more_text_never_takes_fewer_lines(one: str, two: str) -> None:
    """Adding words can only add lines, at most those of the words alone."""
    alone, further = sizes.lines(one, 9.5, 243.8), sizes.lines(two, 9.5, 243.8)
    both = sizes.lines(f"{one} {two}", 9.5, 243.8)
    assert max(alone, further) <= both <= alone + further


@given(TEXT)
def test_lines_never_fall_as_type_grows(text: str) -> None:
    """Larger or bolder type takes at least as many lines."""
    lines = sizes.lines(text, 9.5, 243.8)
    assert sizes.lines(text, 11, 243.8) >= lines
    assert sizes.lines(text, 9.5, 243.8, bold=True) >= lines


def test_parts_that_are_not_there_cost_nothing() -> None:
    """No entry and no source take no heading either."""
    assert sizes.in_brief_cost([]) == sizes.sources_cost(0) == 0
    assert sizes.sources_cost(16) == 16.5 + 80
    assert sizes.sources_cost(31) == 16.5 + 110
    assert sizes.page_cost([100, 50], 20, 30) == 46 + 75 + 56 + 50
