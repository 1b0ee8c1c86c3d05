"""What has been told, so that it is not told again, and which stories go on."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain

from briefs.history.past import Told, remember
from briefs.history.threads import Threads
from briefs.language import lexicon, opening, rarity
from briefs.model import Article, Brief, Story, Thread
from briefs.selection.facts import SAME_FACT_STEMS, Facts, reader
from briefs.selection.said import told_before


def recall(past: Iterable[Brief | Told], day: date | None) -> "Memory":
    """The memory of the brief of `day`: what is given was told before, whatever its date."""
    told = (remember(each) if isinstance(each, Brief) else (each,) for each in past)
    return Memory(chain.from_iterable(told), day)


class Memory:
    """What earlier briefs told, for the brief of `day`."""

    def __init__(self, told: Iterable[Told], day: date | None) -> None:
        self._day = day
        self._told = tuple(told)
        self._threads = Threads(self._told)
        self._articles = {name: each.day for each in self._told for name in each.articles}
        self._words = {
            text: each.day for each in self._told for text in (*each.sentences, *each.passed_over)
        }
        self._printed: dict[str, _Printed] = {}
        for each in self._told:
            printed = self._printed.setdefault(each.language, _Printed(each.language))
            for text in each.sentences:
                printed.add(text, each.day)

    def old(self, article: Article) -> str:
        """Why the article brings no news; empty when it may.

        A story that was told held it, or a copy of it, or a brief printed what it opens with.
        """
        if article.id in self._articles:
            return f"told on {self._articles[article.id]}"
        printed = self._printed.get(article.language or "en")
        if printed is None:
            return ""
        # A line too short for a fact is none of the story's: "By …", "Updated …".
        lines = [(sentence.text, printed.read(sentence.text)) for sentence in opening(article)]
        lines = [(text, facts) for text, facts in lines if len(facts.weights) >= SAME_FACT_STEMS]
        if lines and all(text in self._words for text, _ in lines):
            return f"a copy of what was told on {self._words[lines[0][0]]}"
        day = printed.day_of(lines[0][1]) if lines else None
        return f"its news was told on {day}" if day else ""

    def follow(self, story: Story) -> Story:
        """The story with its thread: that of the earlier story it goes on, or one that begins.

        As it is where nothing was told before.
        """
        if not self._told or self._day is None:
            return story
        before = self._threads.find(story.headline_article)
        if before is None:
            return replace(story, thread=Thread.begun(self._day, story.headline))
        return replace(story, thread=replace(before.thread, developing=True))

    def said(self, story: Story) -> tuple[str, ...]:
        """The sentences that earlier briefs printed of the story, oldest first."""
        thread = story.thread
        if thread is None or not thread.developing:
            return ()
        return tuple(
            text for each in self._told if each.thread.id == thread.id for text in each.sentences
        )

    def last_told(self, story: Story) -> date | None:
        """The day of the newest brief that told of the story."""
        thread = story.thread
        return max((t.day for t in self._told if thread and t.thread.id == thread.id), default=None)


class _Printed:
    """The printed sentences of one language, found by the stems they hold."""

    def __init__(self, language: str) -> None:
        self.read = reader(lexicon(language), partial(rarity, language=language))
        self._facts: list[tuple[Facts, date]] = []
        self._holders: dict[str, list[int]] = defaultdict(list)

    def add(self, text: str, day: date) -> None:
        facts = self.read(text)
        for stem in facts.weights:
            self._holders[stem].append(len(self._facts))
        self._facts.append((facts, day))

    def day_of(self, facts: Facts) -> date | None:
        """The day on which this fact was printed."""
        shared = Counter(place for stem in facts.weights for place in self._holders.get(stem, ()))
        for place, count in sorted(shared.items()):
            theirs, day = self._facts[place]
            if count >= SAME_FACT_STEMS and told_before(facts, theirs):
                return day
        return None
