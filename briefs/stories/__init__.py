"""Which articles tell the same story, who only copies, and what matters most."""

from briefs.stories.explaining import find, why
from briefs.stories.grouping import group
from briefs.stories.kinds import kind_of

__all__ = ["find", "group", "kind_of", "why"]
