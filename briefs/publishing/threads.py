"""Stories that go on: the same thread in the briefs of two days or more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from briefs.publishing.days import Day, Told

_RECENT = 3
_MOST = 8


@dataclass(frozen=True, slots=True)
class Thread:
    """A story through its days, in order: what each of them told."""

    id: str
    told: tuple[tuple[Day, Told], ...]

    @property
    def headline(self) -> str:
        """The newest headline."""
        return self.told[-1][1].headline

    @property
    def sources(self) -> int:
        """How many different sources are quoted."""
        return len({q.source for _, told in self.told for q in (*told.quotes, *told.figures)})

    def number(self, day: Day) -> int:
        """Which of the story's days this is, from 1."""
        return [each.day for each, _ in self.told].index(day.day) + 1


def threads_of(days: Sequence[Day]) -> dict[str, Thread]:
    """Every thread of at least two days, by its id; `days` are in order."""
    found: dict[str, dict[date, tuple[Day, Told]]] = {}
    for day in days:
        for told in day.told:
            if told.thread:
                found.setdefault(told.thread, {}).setdefault(day.day, (day, told))
    return {id_: Thread(id_, tuple(t.values())) for id_, t in found.items() if len(t) > 1}


def current(threads: Mapping[str, Thread], days: Sequence[Day]) -> tuple[Thread, ...]:
    """The threads that the last few briefs told, the newest and longest first, and not many."""
    recent = {day.day for day in days[-_RECENT:]}
    alive = [thread for thread in threads.values() if thread.told[-1][0].day in recent]
    alive.sort(key=lambda thread: (-thread.told[-1][0].day.toordinal(), -len(thread.told)))
    return tuple(alive[:_MOST])
