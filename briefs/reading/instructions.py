"""Words meant for a language model, "Ignore all previous instructions …", found in an article.

briefs obeys nobody, and such a sentence is quoted like any other; it is flagged because a brief may
be handed on to a program that obeys.
"""

import re

from briefs.reading.phrases import any_of

_SPEAKS_TO_MODELS = re.compile(
    any_of(r"""
    \b(?:ignore|disregard|forget|override)(?: (?:all|any|every|the|your|my|of|these|those)){0,4} (?:previous|prior|above|earlier|preceding|system|developer)(?: \w{1,20}){0,2} (?:instruction|prompt|direction|command|guideline|rule|message)s?
    \b(?:ignore|disregard|forget) (?:everything|all|anything)(?: of the)? (?:above|before this|you were told|you have been told)
    \b(?:reveal|print|repeat|output|show|ignore)(?: me)? (?:your|the) (?:system prompt|initial instructions|hidden instructions)
    \b(?:if you are|you are now|act as) an? (?:\w{1,20} ){0,2}(?:language model|llm|chatbot|ai (?:model|assistant|agent|system))
    \b(?:instructions?|note|message) (?:to|for) (?:all )?(?:ai|llm|language model)s?[ :]
    <\|(?:im_start|im_end|system|user|assistant|endoftext)\|>
    \[/?INST\]|<</?SYS>>
    \bignorier(?:e|en sie|t) (?:alle |sämtliche )?(?:vorherigen|bisherigen|vorangegangenen|obigen) (?:anweisung|instruktion|befehl)(?:en|e)?
    \b(?:ignore[zr]?|oublie[zr]?) (?:toutes )?(?:les|vos|tes) (?:instructions|consignes) (?:précédentes|antérieures|ci-dessus)
    \b(?:ignor[ae]n?|olvid[ae]n?) (?:todas )?(?:las|tus|sus) (?:instrucciones|órdenes) (?:anteriores|previas)
    \b(?:ignor[ai]|ignorate|dimentica) (?:tutte )?(?:le|le tue) (?:istruzioni|indicazioni) (?:precedenti|di prima)
    \b(?:ignor[ae]m?|esqueç?[ac]) (?:todas )?(?:as|as suas) (?:instruções|ordens) (?:anteriores|prévias)
    """),  # noqa: E501 - a phrase to a line
    re.IGNORECASE,
)


# Every phrase above holds one of these; a look for them is quicker than the phrases.
_HINTS = (
    *("ignor", "disregard", "forget", "overrid", "oubli", "olvid", "dimentic", "esque"),
    *("system prompt", "initial instruction", "hidden instruction"),
    *("language model", " llm", "chatbot", " ai ", " ai:", " ais ", " ais:"),
    *("<|", "inst]", "<<sys", "<</sys"),
)


def words_for_models(text: str) -> str:
    """The first words of the text that speak to a language model; empty if there are none."""
    lowered = text.casefold().replace("\u0307", "")  # to the phrases an İ is an i
    if not any(hint in lowered for hint in _HINTS):
        return ""
    found = _SPEAKS_TO_MODELS.search(text)
    return found[0] if found else ""
