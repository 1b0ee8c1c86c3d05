"""What earlier briefs told, and which story of today goes on one of theirs."""

from briefs.history.memory import Memory, recall
from briefs.history.past import Told, last_brief, read_history

__all__ = ["Memory", "Told", "last_brief", "read_history", "recall"]
