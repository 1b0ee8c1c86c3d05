"""nltk without the statistics it loads on the side."""

import sys
from importlib import import_module

# What nltk imports if it can, for significance tests and classifiers that nothing here uses.
_OPTIONAL = ("scipy.stats", "sklearn")


def import_nltk_lean() -> None:
    """Import nltk as though scipy.stats were not installed: 0.2 s instead of 0.9 s, 70 MB less.

    nltk provides for that case itself; its association tests then refuse to run. For a command,
    whose process is its own: a library must not do this to its host. Does nothing when nltk is
    there already.
    """
    if "nltk" in sys.modules:
        return
    absent = [name for name in _OPTIONAL if name not in sys.modules]
    try:
        for name in absent:
            sys.modules[name] = None  # type: ignore[assignment]
        import_module("nltk")
    finally:
        for name in absent:
            del sys.modules[name]
