"""The brief's own words in each language: everything on a page that is not quoted.

Month and weekday names are written here, so that no locale changes a page. `{}` is a number unless
said otherwise; where two forms stand, they are one and many.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """The words of one language. `day` and `short_day` take day, month and year in that order."""

    language: str
    title: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekday_day: str  # weekday, long date
    day: str
    first: str  # the first day of a month
    short_day: str
    thousands: str
    article: tuple[str, str]
    text: tuple[str, str]
    source: tuple[str, str]
    minutes: tuple[str, str]
    origins: str
    new: str
    developing: str  # short day
    single_origin: str
    single_origin_of: str  # its name
    more: tuple[str, str]
    also: str
    figures: str
    untitled: str
    in_brief: str
    sources: str
    unread: tuple[str, str]
    cited: str  # number, label: what a citation is called aloud
    whole_page: str  # said of a citation that opens the page and not the words
    evidence: str
    back: str
    back_from: str
    set_aside: str
    unsubscribe: str
    kinds: tuple[tuple[str, str], ...]  # what was set aside, by the kind of block


def _kinds(words: str) -> tuple[tuple[str, str], ...]:
    kinds = ("byline", "dateline", "caption", "furniture", "correction", "tail")
    return tuple(zip(kinds, words.split("|"), strict=True))


ENGLISH = Words(
    language="en",
    title="Daily brief",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=tuple(
        "January February March April May June July August September October November "
        "December".split()
    ),
    short_months=tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()),
    weekday_day="{} {}",
    day="{} {} {}",
    first="1",
    short_day="{} {} {}",
    thousands=",",
    article=("{} article", "{} articles"),
    text=("{} distinct text", "{} distinct texts"),
    source=("{} source", "{} sources"),
    minutes=("{}-minute read", "{}-minute read"),
    origins="{} independent origins",
    new="New",
    developing="Developing since {}",
    single_origin="single origin",
    single_origin_of="single origin: {}",
    more=("and {} more", "and {} more"),
    also="also",
    figures="Sources give different figures:",
    untitled="Untitled",
    in_brief="In brief",
    sources="Sources",
    unread=("{} file could not be read.", "{} files could not be read."),
    cited="Source {}: {}",
    whole_page="opens at the top of the page",
    evidence="The sources",
    back="brief",
    back_from="Back to the brief from source {}",
    set_aside="set aside",
    unsubscribe="Unsubscribe",
    kinds=_kinds("byline|dateline|caption|furniture|correction|tail"),
)
_GERMAN = Words(
    language="de",
    title="Der Tag in Kürze",
    weekdays=tuple("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()),
    months=tuple(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
    ),
    short_months=tuple("Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.".split()),
    weekday_day="{}, {}",
    day="{}. {} {}",
    first="1",
    short_day="{}. {} {}",
    thousands=".",
    article=("{} Artikel", "{} Artikel"),
    text=("{} eigenständiger Text", "{} eigenständige Texte"),
    source=("{} Quelle", "{} Quellen"),
    minutes=("{} Minute Lesezeit", "{} Minuten Lesezeit"),
    origins="{} unabhängige Ursprünge",
    new="Neu",
    developing="Fortlaufend seit {}",
    single_origin="ein einziger Ursprung",
    single_origin_of="ein einziger Ursprung: {}",
    more=("und {} weitere", "und {} weitere"),
    also="auch",
    figures="Die Quellen nennen unterschiedliche Zahlen:",
    untitled="Ohne Titel",
    in_brief="Kurz gemeldet",
    sources="Quellen",
    unread=("{} Datei konnte nicht gelesen werden.", "{} Dateien konnten nicht gelesen werden."),
    cited="Quelle {}: {}",
    whole_page="öffnet die Seite an ihrem Anfang",
    evidence="Die Quellen",
    back="zurück",
    back_from="Von Quelle {} zurück zum Überblick",
    set_aside="beiseitegelegt",
    unsubscribe="Abbestellen",
    kinds=_kinds("Autorenzeile|Ortsmarke|Bildunterschrift|Beiwerk|Korrektur|Anhang"),
)
_FRENCH = Words(
    language="fr",
    title="L’essentiel du jour",
    weekdays=tuple("Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche".split()),
    months=tuple(
        "janvier février mars avril mai juin juillet août septembre octobre novembre "
        "décembre".split()
    ),
    short_months=tuple("janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.".split()),
    weekday_day="{} {}",
    day="{} {} {}",
    first="1er",
    short_day="{} {} {}",
    thousands="\u00a0",
    article=("{} article", "{} articles"),
    text=("{} texte distinct", "{} textes distincts"),
    source=("{} source", "{} sources"),
    minutes=("{} minute de lecture", "{} minutes de lecture"),
    origins="{} origines indépendantes",
    new="Nouveau",
    developing="Suivi depuis le {}",
    single_origin="une seule origine",
    single_origin_of="une seule origine\u00a0: {}",
    more=("et {} autre", "et {} autres"),
    also="aussi",
    figures="Les sources donnent des chiffres différents\u00a0:",
    untitled="Sans titre",
    in_brief="En bref",
    sources="Sources",
    unread=("{} fichier n’a pas pu être lu.", "{} fichiers n’ont pas pu être lus."),
    cited="Source {}\u00a0: {}",
    whole_page="s’ouvre en haut de la page",
    evidence="Les sources",
    back="retour",
    back_from="Retour à la page depuis la source {}",
    set_aside="mis de côté",
    unsubscribe="Se désabonner",
    kinds=_kinds("signature|lieu|légende|habillage|rectificatif|annexe"),
)
_SPANISH = Words(
    language="es",
    title="Resumen del día",
    weekdays=tuple("Lunes Martes Miércoles Jueves Viernes Sábado Domingo".split()),
    months=tuple(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
        "diciembre".split()
    ),
    short_months=tuple("ene feb mar abr may jun jul ago sept oct nov dic".split()),
    weekday_day="{}, {}",
    day="{} de {} de {}",
    first="1",
    short_day="{} {} {}",
    thousands=".",
    article=("{} artículo", "{} artículos"),
    text=("{} texto distinto", "{} textos distintos"),
    source=("{} fuente", "{} fuentes"),
    minutes=("{} minuto de lectura", "{} minutos de lectura"),
    origins="{} orígenes independientes",
    new="Nuevo",
    developing="En desarrollo desde el {}",
    single_origin="un solo origen",
    single_origin_of="un solo origen: {}",
    more=("y {} más", "y {} más"),
    also="también",
    figures="Las fuentes dan cifras distintas:",
    untitled="Sin título",
    in_brief="Breves",
    sources="Fuentes",
    unread=("No se pudo leer {} archivo.", "No se pudieron leer {} archivos."),
    cited="Fuente {}: {}",
    whole_page="se abre al principio de la página",
    evidence="Las fuentes",
    back="volver",
    back_from="Volver al resumen desde la fuente {}",
    set_aside="apartado",
    unsubscribe="Cancelar la suscripción",
    kinds=_kinds("firma|lugar|pie de foto|accesorio|corrección|apéndice"),
)
_ITALIAN = Words(
    language="it",
    title="Il giorno in breve",
    weekdays=tuple("Lunedì Martedì Mercoledì Giovedì Venerdì Sabato Domenica".split()),
    months=tuple(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
        "dicembre".split()
    ),
    short_months=tuple("gen feb mar apr mag giu lug ago set ott nov dic".split()),
    weekday_day="{} {}",
    day="{} {} {}",
    first="1º",
    short_day="{} {} {}",
    thousands=".",
    article=("{} articolo", "{} articoli"),
    text=("{} testo distinto", "{} testi distinti"),
    source=("{} fonte", "{} fonti"),
    minutes=("{} minuto di lettura", "{} minuti di lettura"),
    origins="{} origini indipendenti",
    new="Nuovo",
    developing="In sviluppo, dal giorno {}",
    single_origin="una sola origine",
    single_origin_of="una sola origine: {}",
    more=("e {} altra", "e altre {}"),
    also="anche",
    figures="Le fonti danno cifre diverse:",
    untitled="Senza titolo",
    in_brief="In breve",
    sources="Fonti",
    unread=("{} file non è leggibile.", "{} file non sono leggibili."),
    cited="Fonte {}: {}",
    whole_page="si apre all’inizio della pagina",
    evidence="Le fonti",
    back="indietro",
    back_from="Torna alla pagina dalla fonte {}",
    set_aside="messo da parte",
    unsubscribe="Annulla l’iscrizione",
    kinds=_kinds("firma|luogo|didascalia|contorno|rettifica|appendice"),
)
_PORTUGUESE = Words(
    language="pt",
    title="Resumo do dia",
    weekdays=tuple(
        "Segunda-feira Terça-feira Quarta-feira Quinta-feira Sexta-feira Sábado Domingo".split()
    ),
    months=tuple(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
        "dezembro".split()
    ),
    short_months=tuple("jan. fev. mar. abr. maio jun. jul. ago. set. out. nov. dez.".split()),
    weekday_day="{}, {}",
    day="{} de {} de {}",
    first="1",
    short_day="{} {} {}",
    thousands=".",
    article=("{} artigo", "{} artigos"),
    text=("{} texto distinto", "{} textos distintos"),
    source=("{} fonte", "{} fontes"),
    minutes=("{} minuto de leitura", "{} minutos de leitura"),
    origins="{} origens independentes",
    new="Novo",
    developing="Em desenvolvimento desde {}",
    single_origin="uma só origem",
    single_origin_of="uma só origem: {}",
    more=("e mais {}", "e mais {}"),
    also="também",
    figures="As fontes dão números diferentes:",
    untitled="Sem título",
    in_brief="Breves",
    sources="Fontes",
    unread=("{} documento não pôde ser lido.", "{} documentos não puderam ser lidos."),
    cited="Fonte {}: {}",
    whole_page="abre no início da página",
    evidence="As fontes",
    back="voltar",
    back_from="Voltar ao resumo a partir da fonte {}",
    set_aside="posto de lado",
    unsubscribe="Cancelar a inscrição",
    kinds=_kinds("assinatura|lugar|legenda|acessório|correção|apêndice"),
)

LANGUAGES = {
    words.language: words for words in (ENGLISH, _GERMAN, _FRENCH, _SPANISH, _ITALIAN, _PORTUGUESE)
}


def words_of(language: str) -> Words:
    """The words of a language, English for one that is not here."""
    return LANGUAGES.get(language, ENGLISH)
