"""Lines and sentences that are not the article's prose: bylines, captions, credits, promotion."""

import re

from briefs.model import BlockKind

_LONGEST = 400  # characters

# One word of each pattern below; without any of them no pattern can match.
_HINT = re.compile(
    r"\b(?:by|report(?:ing|er)|edit(?:ing|ed|or)|contribut|contact|reach(?:ed)?|follow|twitter|"
    r"copyright|reserved|read|see|watch|more|related|subscribe|share|sign|advertis\w*|photo|image|"
    r"images|picture|pictured|getty|afp|file|reuters|correct|updated|story|click|newsletter|"
    r"credit|caption|left|right|comments?|e-?mail)\b|[©@]",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"^(?:\(?(?:additional |with )?reporting (?:and writing )?by [A-Z]"
    r"|to contact the (?:reporter|editor|author|writer)"
    r"|(?:please )?(?:read|see|watch|listen|find out|learn) (?:more|also|it here|next|the full)\b(?!.{120})"
    r"|(?:read|see|watch|also|related|more)(?: \w{1,12}){0,2} ?:"
    r"|advertisements?\.?$|subscribe\b|sign up\b|share (?:this|on|with)\b|click here\b"
    r"|follow (?:us|him|her|me|them|@|[\w .’'-]{3,60} on (?:twitter|facebook|instagram))"
    r"|(?:©|copyright\b|\(c\) ?\d{4})|all rights reserved)",
    re.IGNORECASE,
)
_FURNITURE_INSIDE = re.compile(
    r"\bcontributed to this (?:report|story|article)|\ball rights reserved\b"
    r"|\bcan be reached (?:at|by|on) |\bmay not be published, broadcast",
    re.IGNORECASE,
)


def furniture_kind(text: str) -> BlockKind | None:
    """What a line or sentence is when it is not prose; None for prose."""
    if len(text) > _LONGEST or not _HINT.search(text):
        return None
    if _FURNITURE.search(text) or _FURNITURE_INSIDE.search(text):
        return "furniture"
    return None
