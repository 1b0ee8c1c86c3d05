"""Reading: files become Articles whose text is whole, normalised and labelled.

The names below are loaded on first use: who reads feeds alone loads no language.
"""

from importlib import import_module
from typing import Any

_HOME = {
    "base_of": "briefs.reading.folder",
    "label": "briefs.reading.labelling",
    "read_file": "briefs.reading.folder",
    "read_folder": "briefs.reading.folder",
    "visible_text": "briefs.reading.visible",
}

__all__ = sorted(_HOME)  # noqa: PLE0605


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'briefs.reading' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value
