"""No fact twice on the page: what a heavier story offers first, a lighter one does not repeat."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from briefs.language import lexicon, rarity
from briefs.model import Passage, Telling
from briefs.selection.facts import Facts, overlap, reader, same_fact

# The page seldom takes more of a story, and an offer that is not printed repeats nothing.
_LOOKED_AT = 3
_MAX_OVERLAP = 0.7


def say_once(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """The Tellings, heaviest first, without what an earlier one says already.

    A story whose lead is said elsewhere keeps no passage: it is that story told again.
    """
    said: list[Facts] = []
    result = []
    for telling in tellings:
        language = telling.story.headline_article.language or "en"
        read = reader(lexicon(language), partial(rarity, language=language))
        lead_is_new = bool(telling.passages) and _new(_facts(telling.passages[0], read), said)
        kept = tuple(p for p in telling.passages if lead_is_new and _new(_facts(p, read), said))
        line = telling.one_line
        if line is not None and not (kept and _new([read(line.quote.text)], said)):
            line = None
        said += [facts for passage in kept[:_LOOKED_AT] for facts in _facts(passage, read)]
        result.append(replace(telling, passages=kept, one_line=line))
    return tuple(result)


def _facts(passage: Passage, read: Callable[[str], Facts]) -> list[Facts]:
    return [read(point.quote.text) for point in passage.points]


def _new(offered: Sequence[Facts], said: Sequence[Facts]) -> bool:
    """No sentence of a story above states one of these facts."""
    return not any(
        same_fact(ours, theirs) or overlap(ours, theirs) >= _MAX_OVERLAP
        for ours in offered
        for theirs in said
    )
