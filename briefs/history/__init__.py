"""What earlier briefs told, and which story of today goes on one of theirs."""

from briefs.history.memory import Memory, recall
from briefs.history.past import Told, read_history

__all__ = ["Memory", "Told", "read_history", "recall"]
