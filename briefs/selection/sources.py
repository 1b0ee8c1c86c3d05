"""Which articles of a story tell the event of its headline: whom to quote beside it, and to name.

Grouping keeps together what belongs to one affair. A brief says "2 independent origins" of one
event, so an article that tells another part of the affair is no origin of it.
"""

import re
from dataclasses import replace

from briefs.model import Article, Story
from briefs.selection.facts import cosine
from briefs.selection.material import Material
from briefs.selection.phrases import phrases

_OPENING, _OWN_OPENING = 3, 6  # sentences of another article, and of the headline's own
# So alike are two articles on one event that both may be quoted (of real pairs that alike three in
# four tell one event, of others one in four).
_QUOTED = 1.75
# To be named as a source less will do, and still less where both name one day: of 47 pairs read 36
# are so alike, 34 of them of one event; of 333 pairs of reports on one event 20 in 100 are less.
_NAMED, _SAME_DAY = 1.55, 0.45
# Each event has its own days of the week.
_OTHER_DAY = 0.9
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Sources:
    """Compares the articles of a story with that of its headline.

    What is decided depends on the story alone, not on the sentences chosen from it.
    """

    def __init__(self, material: Material) -> None:
        self._material = material
        self._home = material.story.headline_article
        self._openings: dict[str, list[str]] = {}
        for article, candidate in material.rows:
            opening = self._openings.setdefault(article.id, [])
            if len(opening) < _OPENING:
                opening.append(candidate.text)
        self._weekdays = phrases(material.lexicon.language).weekdays
        self._own_days = self._days(self._home)
        self._found: dict[str, float] = {}
        self._borne_out: dict[str, bool] = {}

    def may_be_quoted(self, article: Article) -> bool:
        """Whether a sentence of the article may stand beside one of the headline's article."""
        return article.id == self._home.id or self.likeness(article) >= _QUOTED

    def narrowed(self, story: Story) -> Story:
        """The material's `story` without the articles that do not bear out its event."""
        copies = {group[0]: group for group in self._material.story.copies}
        other: set[Article] = set()
        for article in dict.fromkeys(article for article, _ in self._material.rows):
            if not self.bears_out(article):
                other.update(copies.get(article, (article,)))
        told = tuple(article for article in self._material.story.articles if article not in other)
        return replace(story, core=told if len(told) < len(story.articles) else ())

    def likeness(self, article: Article) -> float:
        """How much of each one's headline the other's opening tells, and how alike the two are.

        Three shares from 0 to 1, summed; less where both name days of the week and share none.
        """
        if article.id not in self._found:
            self._found[article.id] = self._likeness(article)
        return self._found[article.id]

    def bears_out(self, article: Article) -> bool:
        """Whether the article tells the event, though it may add nothing fit to be quoted."""
        if article.id not in self._borne_out:
            bonus = _SAME_DAY if self._days(article) & self._own_days else 0.0
            alike = article.id == self._home.id or self.likeness(article) + bonus >= _NAMED
            self._borne_out[article.id] = alike
        return self._borne_out[article.id]

    def _likeness(self, article: Article) -> float:
        material, home = self._material, self._home
        theirs = material.stems_of(article, _OPENING)
        ours = material.stems_of(home, _OWN_OPENING) | material.headline.weights.keys()
        told = material.headline.told(theirs) + material.news(article.title, article).told(ours)
        alike = cosine(
            material.read(" ".join([article.title, *self._opening(article)])),
            material.read(" ".join([material.story.headline, *self._opening(home)[:1]])),
            cast=True,
        )
        days, own = self._days(article), self._own_days
        apart = _OTHER_DAY if days and own and days.isdisjoint(own) else 0.0
        return round(told + alike - apart, 9)

    def _opening(self, article: Article) -> list[str]:
        return self._openings.get(article.id, [])

    def _days(self, article: Article) -> frozenset[str]:
        """The days of the week that an article's title and opening name."""
        text = " ".join([article.title, *self._opening(article)]).lower()
        return self._weekdays & frozenset(_WORD.findall(text))
