"""Where a sentence stands in a quotation."""

import pytest

from briefs.selection.quotation import outside, quote_state


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ('"We waited," Ada Morrow said. "Nobody came."', 2),
        ("“We waited,” Ada Morrow said.", 1),
        ("„Wir warten“, sagte Ada Morrow.", 1),
        ("«Nous attendons», a dit Ada Morrow.", 1),
        ("'We waited for the boats,' Ada Morrow said.", 1),
        ("The port's crane wasn't built in the '90s.", 0),
        ("The workers' hall and the sailors' home were lit.", 0),
    ],
)
def test_quotations_are_found_in_every_style_and_apostrophes_are_none(
    text: str, spans: int
) -> None:
    state = quote_state(text)
    assert state.whole
    assert len(state.spans) == spans


def test_an_open_quotation_carries_over_and_a_closing_mark_ends_it() -> None:
    first = quote_state('"We waited all night.')
    assert first.open_after
    second = quote_state('Nobody came," she said.', inside=first.open_after)
    assert second.inside
    assert not second.open_after
    assert not second.whole


def test_a_straight_mark_after_a_space_opens_even_when_one_was_lost() -> None:
    state = quote_state('"We waited. The mayor said "nobody came" at noon.')
    assert not state.open_after
    assert state.spans[-1] == (27, 40)


def test_what_stands_outside_the_quotations_is_the_writers_own() -> None:
    text = '"We waited," Ada Morrow said. "Nobody came."'
    assert outside(text, quote_state(text)).split() == ["Ada", "Morrow", "said."]


def test_a_mark_never_closed_swallows_no_more_than_a_long_quotation() -> None:
    assert not quote_state('"' + "a word or two " * 100).open_after
