"""Who signs a dateline in brackets."""

import re

from briefs.agencies import known_agency

_SIGNATURE = re.compile(r"[A-Z][\w.&'’-]*(?: [A-Z&][\w.&'’-]*){0,3}")
_PARTS = re.compile("[/|,;]")


def signature(text: str) -> str:
    """Who signs a dateline in brackets: a known agency, or a name not seen before."""
    first = _PARTS.split(text)[0].strip()
    return known_agency(text) or (first if _SIGNATURE.fullmatch(first) and len(first) <= 30 else "")
