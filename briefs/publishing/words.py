"""What the site says itself, in the languages that a brief speaks.

`{}` is a number or a date; where two forms stand, they are one and many.
"""

from dataclasses import dataclass

from briefs.page.words import ENGLISH


@dataclass(frozen=True)
class SiteWords:
    """The words of one language."""

    all_briefs: str
    ways: str  # what the links at the top of a page are called aloud
    feed: str
    briefs: tuple[str, str]
    stories: tuple[str, str]
    days: tuple[str, str]
    since: str
    continuing: str
    earlier: str
    by_month: str
    day_of_story: str
    whole_brief: str


_LANGUAGES = {
    "en": SiteWords(
        all_briefs="All briefs",
        ways="Other briefs",
        feed="Feed",
        briefs=("{} brief", "{} briefs"),
        stories=("{} story", "{} stories"),
        days=("{} day", "{} days"),
        since="since {}",
        continuing="Continuing stories",
        earlier="The days before",
        by_month="By month",
        day_of_story="Day {} of this story",
        whole_brief="Read the brief",
    ),
    "de": SiteWords(
        all_briefs="Alle Ausgaben",
        ways="Andere Ausgaben",
        feed="Feed",
        briefs=("{} Ausgabe", "{} Ausgaben"),
        stories=("{} Thema", "{} Themen"),
        days=("{} Tag", "{} Tage"),
        since="seit {}",
        continuing="Was weitergeht",
        earlier="Die Tage davor",
        by_month="Nach Monaten",
        day_of_story="Tag {} dieses Themas",
        whole_brief="Zur Ausgabe",
    ),
    "fr": SiteWords(
        all_briefs="Toutes les éditions",
        ways="Autres éditions",
        feed="Flux",
        briefs=("{} édition", "{} éditions"),
        stories=("{} sujet", "{} sujets"),
        days=("{} jour", "{} jours"),
        since="depuis le {}",
        continuing="À suivre",
        earlier="Les jours précédents",
        by_month="Par mois",
        day_of_story="Jour {} de ce sujet",
        whole_brief="Lire l’édition",
    ),
    "es": SiteWords(
        all_briefs="Todas las ediciones",
        ways="Otras ediciones",
        feed="Canal",
        briefs=("{} edición", "{} ediciones"),
        stories=("{} tema", "{} temas"),
        days=("{} día", "{} días"),
        since="desde el {}",
        continuing="Temas que siguen",
        earlier="Los días anteriores",
        by_month="Por mes",
        day_of_story="Día {} de este tema",
        whole_brief="Leer la edición",
    ),
    "it": SiteWords(
        all_briefs="Tutte le edizioni",
        ways="Altre edizioni",
        feed="Feed",
        briefs=("{} edizione", "{} edizioni"),
        stories=("{} tema", "{} temi"),
        days=("{} giorno", "{} giorni"),
        since="dal {}",
        continuing="Temi che continuano",
        earlier="I giorni prima",
        by_month="Per mese",
        day_of_story="Giorno {} di questo tema",
        whole_brief="Leggi l’edizione",
    ),
    "pt": SiteWords(
        all_briefs="Todas as edições",
        ways="Outras edições",
        feed="Feed",
        briefs=("{} edição", "{} edições"),
        stories=("{} tema", "{} temas"),
        days=("{} dia", "{} dias"),
        since="desde {}",
        continuing="Temas que continuam",
        earlier="Os dias anteriores",
        by_month="Por mês",
        day_of_story="Dia {} deste tema",
        whole_brief="Ler a edição",
    ),
}


def site_words(language: str) -> SiteWords:
    """The words of a language, English for one that is not here."""
    return _LANGUAGES.get(language, _LANGUAGES[ENGLISH.language])
