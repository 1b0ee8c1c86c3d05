"""Why two articles are in one story, or are not."""

from collections.abc import Sequence

from briefs.config import Options
from briefs.errors import UsageError
from briefs.language import background
from briefs.model import Article, Story
from briefs.stories.copies import shared_shingles
from briefs.stories.grouping import group
from briefs.stories.origins import agency_of
from briefs.stories.terms import describe, rarity, term_weights, vectorise
from briefs.stories.versions import versions
from briefs.stories.weight import FORMULA

_SHOWN = 12


def find(articles: Sequence[Article], name: str) -> Article:
    """The one article of that id, path or end of a path. Raises UsageError if none or several."""
    found = [
        article
        for article in articles
        if article.id == name
        or any(path == name or path.endswith("/" + name) for path in article.paths)
    ]
    if len(found) != 1:
        many = "several articles are" if found else "no article is"
        raise UsageError(f"{many} called {name!r}; give an id or a path as `briefs stories` prints")
    return found[0]


def why(
    articles: Sequence[Article], one: Article, other: Article, options: Options
) -> tuple[str, ...]:
    """In lines of words and figures, what speaks for and against two articles telling one story."""
    stories = group(articles, options)
    homes = [next(story for story in stories if a in story.articles) for a in (one, other)]
    lines = []
    if homes[0] is homes[1]:
        lines.append(f"one story: {homes[0].headline}")
        told = homes[0].event.articles
        if (one in told) != (other in told):
            lines.append("two events of it: only the headline's is printed")
    else:
        lines += [f"two stories: {homes[0].headline}", f"         and: {homes[1].headline}"]
    language = one.language or "en"
    if language != (other.language or "en"):
        return (*lines, f"other languages: {language} and {other.language or 'en'}")
    lines += _likeness([a for a in articles if (a.language or "en") == language], one, other, homes)
    if any(len(pair) > 1 for pair in versions([one, other])):
        lines.append("versions of one address: one text")
    copied = any(one in copy and other in copy for copy in homes[0].copies)
    verdict = "copies: one text and one origin" if copied else "no copy"
    share = shared_shingles(one, other)
    lines.append(f"runs of five words shared: {share:.0%} of the shorter ({verdict})")
    agencies = [agency_of(one), agency_of(other)]
    if agencies[0] and agencies[0] == agencies[1]:
        lines.append(f"one agency: {agencies[0]}, one origin")
    elif one.source and one.source.casefold() == other.source.casefold():
        lines.append(f"one outlet: {one.source}")
    for home in homes[:1] if homes[0] is homes[1] else homes:
        lines += [f"weight {home.weight:.3f}: {home.headline}", *map("  {}".format, home.reasons)]
    return (*lines, FORMULA)


def _likeness(
    articles: Sequence[Article], one: Article, other: Article, homes: Sequence[Story]
) -> list[str]:
    terms = [describe(article) for article in articles]
    weights = term_weights(terms, rarity(terms, background(one.language or "en")))
    matrix = vectorise(terms, weights)
    place = {article.id: k for k, article in enumerate(articles)}
    first, second = matrix[[place[one.id]]], matrix[[place[other.id]]]
    product = first.multiply(second).tocoo()
    names = list(weights)
    shared = sorted(
        zip(product.data.tolist(), (names[column] for column in product.col), strict=True),
        key=lambda pair: (-pair[0], pair[1]),
    )
    told = ", ".join(f"{stem} {value:.3f}" for value, stem in shared[:_SHOWN]) or "none"
    lines = [
        f"likeness (cosine): {sum(value for value, _ in shared):.3f}",
        f"shared stems and pairs, heaviest first: {told}",
    ]
    for home, row in zip(reversed(homes), (first, second), strict=True):
        members = [place[a.id] for a in home.articles if a.id not in {one.id, other.id}]
        if members and homes[0] is not homes[1]:
            mean = float((row @ matrix[members].T).mean())
            lines.append(f"mean likeness to the others of {home.headline!r}: {mean:.3f}")
    return lines
