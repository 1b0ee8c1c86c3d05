"""Whether a reader knows of whom and of what a sentence speaks, from what stands before it."""

import re
from collections.abc import Collection

from briefs.selection.allusions import named
from briefs.selection.gates import Candidate
from briefs.selection.kinship import held
from briefs.selection.material import Unit


def unknown(unit: Unit, stems: Collection[str], text: str) -> bool:
    """Whether a sentence of the unit uses a name or definite noun that nothing introduces.

    `text` is what stands before it, `stems` its content stems.
    """
    said = set(stems)
    for candidate, facts in zip(unit.candidates, unit.facts, strict=True):
        if unknown_names(candidate, text) or any(
            not named(each, text) for each in candidate.allusions
        ):
            return True
        for nouns in candidate.definites:
            if not any(held(noun, said) for noun in nouns):
                return True
        said |= facts.weights.keys()
        text = f"{text} {candidate.text}"
    return False


def unknown_names(candidate: Candidate, text: str) -> bool:
    """Whether `text` leaves out a person of the candidate, or a surname's first name or office.

    Under "Orlan: we are not ready", "Orlan warned …" says nowhere who Orlan is.
    """
    return any(name not in text for name in candidate.people) or any(
        not re.search(rf"[A-ZÀ-ÖØ-Þ][\w.’'\-]* \(?{re.escape(name)}\b|\({re.escape(name)}\)", text)
        for name in candidate.surnames
    )
