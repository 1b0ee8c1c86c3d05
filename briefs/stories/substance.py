"""How much of a report an article is: what orders stories that only one outlet tells."""

import re

from briefs.model import Article
from briefs.stories.consequence import consequence

_FULL = 700  # characters of prose that make a report
_LEAD, _BODY = 600, 3000
_MOST_FACTS = 12
_NAME = re.compile(r"(?<=[\w,;:)] )[A-ZÀ-ÖØ-ÞΑ-ΩА-Я][\w.’'\-]*")
_NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*")
_QUOTATION = re.compile(r"[“\"][^”\"\n]{0,500}[”\"]")
_PERSON = re.compile(r"\b(?:your?|I|m[ey])\b")
# So alike, in the mean, is an article of the day's main matters to all others of the pile.
_ALIKE = 0.1


def substance(article: Article, likeness: float) -> float:
    """From 0 (nothing) to 1 (a full report), by its prose alone and by the day.

    length · (.35 + .2 facts + .15 impersonal + .1 day + .2 consequence)

    length in characters up to 700; facts: names and numbers of the lead, up to 12; impersonal: 1
    where the text outside quotations has no "I" and no "you", less for each (columns, advice,
    recipes); day: `likeness`, its mean cosine to the other texts of the pile, up to .1;
    consequence: how grave its news is.
    """
    body = article.body
    lead = body[:_LEAD]
    facts = len(set(_NAME.findall(lead))) + len(set(_NUMBER.findall(lead)))
    persons = len(_PERSON.findall(_QUOTATION.sub(" ", body[:_BODY])))
    told = (
        0.35
        + 0.2 * min(facts / _MOST_FACTS, 1.0)
        + 0.15 * max(1.0 - persons / 4, 0.0)
        + 0.1 * min(max(likeness, 0.0) / _ALIKE, 1.0)
        + 0.2 * consequence(article)
    )
    return round(min(len(body) / _FULL, 1.0) * told, 9)
