"""Who and where: the names by which two events of one kind are told apart.

Two shootings share their words and not their cast. What the tree has joined is kept together only
through articles that share a rare name high up in one of them, or very much else.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefs.language import lexicon
from briefs.model import Article
from briefs.stories.copies import Groups

_RUN = re.compile(r"(?<=[\w,;:)] )[A-ZÀ-ÖØ-Þ][\w.’'\-]{0,30}(?: [A-ZÀ-ÖØ-Þ][\w.’'\-]{0,30}){0,4}")
_NAME = re.compile(r"(?<=[\w,;:)] )[A-ZÀ-ÖØ-Þ][\w.’'\-]*")
_LEAD, _BODY = 450, 3000
# In fewer characters an article may well name nobody.
_SHORTEST = 400
# So like one another must two articles be that share several rare names, or titles with a name;
# that share one; that share none; or of which one is too short to tell.
_SEVERAL, _ONE, _NONE, _SHORT = 0.12, 0.18, 0.33, 0.26
_TITLE_STEMS = 2


@dataclass(frozen=True, slots=True)
class Cast:
    """An article's names, as stems: `names` all of them, `whole` those rare in ordinary text.

    `lead`: the rare stems of each name high up; `title`: all content stems of the title.
    """

    lead: tuple[frozenset[str], ...]
    whole: frozenset[str]
    title: frozenset[str]
    names: frozenset[str]


def same_event(
    articles: Sequence[Article],
    pairs: Sequence[tuple[int, int, float]],
    share: Mapping[str, float],
    strictness: float = 1.0,
) -> list[list[int]]:
    """The articles of a supposed story, as places, parted where nothing shows one event.

    `pairs` are places of articles worth comparing with their cosine, `share` is the background
    table; `strictness` (0 to 1) is how much of the usual likeness is asked for. Parts and their
    members are in order.
    """
    size = len(articles)
    if size == 1:
        return [[0]]
    casts = [_cast(article, share) for article in articles]
    groups = Groups(size)
    for i, j, alike in pairs:
        if _linked(casts[i], casts[j], alike / strictness):
            groups.join(i, j)
    return [list(part) for part in groups.sets()]


def _linked(one: Cast | None, other: Cast | None, alike: float) -> bool:
    if one is None or other is None:
        return round(alike, 9) >= _SHORT
    shared = shared_names(one, other)
    least = _SEVERAL if shared > 1 else _ONE if shared else _NONE
    return round(alike, 9) >= least


def shared_names(one: Cast, other: Cast) -> int:
    """How many rare names high up in one of two articles stand in the other.

    Two or more as well when their titles share two stems, one of them a name in both.
    """
    titles = one.title & other.title
    by_title = len(titles) >= _TITLE_STEMS and titles & one.names & other.names
    shared = max(_entities(one.lead, other.whole), _entities(other.lead, one.whole))
    return max(shared, _TITLE_STEMS if by_title else 0)


def _entities(lead: Sequence[frozenset[str]], whole: frozenset[str]) -> int:
    """How many of the names of a lead stand in the other text; "Kim" and "Kim Jong Un" are one."""
    found: list[frozenset[str]] = []
    for name in lead:
        if name & whole:
            akin = [other for other in found if other & name]
            found = [other for other in found if not other & name]
            found.append(name.union(*akin))
    return len(found)


def _cast(article: Article, share: Mapping[str, float]) -> Cast | None:
    """The article's cast; None when it is too short to tell."""
    return cast_of(article, share) if len(article.body) >= _SHORTEST else None


def cast_of(article: Article, share: Mapping[str, float]) -> Cast:
    """The names of an article; `share` is the background table, empty if there is none."""
    body = article.body[:_BODY]
    terms = lexicon(article.language or "en").terms
    everywhere = frozenset(terms(" ".join(_NAME.findall(body))))
    runs = (terms(run) for run in _RUN.findall(body[:_LEAD]))
    rare = (frozenset(stem for stem in run if stem not in share) for run in runs)
    return Cast(
        lead=tuple(name for name in rare if name),
        whole=frozenset(stem for stem in everywhere if stem not in share),
        title=frozenset(terms(article.title)),
        names=everywhere,
    )
