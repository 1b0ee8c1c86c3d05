"""Reports in five languages besides English: their prose is told from all that stands around it."""

import pytest

from briefs.language import split_sentences
from briefs.reading.format import File
from briefs.reading.labelling import label
from briefs.reading.text import read_text

# For each language: what a newspaper prints, then the sentences of the report.
REPORTS = {
    "de": (
        """Brücke in Ekvik wird neu gebaut

Von Anna Meier und Jürgen Groß

Stand: 03.05.2026, 14:30 Uhr

Die Brücke in Ekvik am Sonntag. Foto: Jens Wolf/dpa

Ekvik (dpa) - Der Stadtrat von Ekvik hat am Montag, dem 3. Mai, beschlossen, die alte Brücke \
für 4,1 Mio. Euro neu zu bauen. „Das ist z. B. für die Schulkinder wichtig“, sagte \
Bürgermeisterin Dr. Helga Olsen.

Lesen Sie auch: Fähre fällt wieder aus

Die Arbeiten beginnen im Juni und dauern etwa sieben Monate. Nach Angaben der Stadt zahlt das \
Land ein Drittel der Kosten.

© dpa-infocom, dpa:260503-99-123456/2

Mehr zum Thema

Warum die Fähre nie pünktlich ist
""",
        "Ekvik (dpa) -",
        "dpa",
        [
            (
                "Der Stadtrat von Ekvik hat am Montag, dem 3. Mai, beschlossen, die alte "
                "Brücke für 4,1 Mio. Euro neu zu bauen."
            ),
            "„Das ist z. B. für die Schulkinder wichtig“, sagte Bürgermeisterin Dr. Helga Olsen.",
            "Die Arbeiten beginnen im Juni und dauern etwa sieben Monate.",
            "Nach Angaben der Stadt zahlt das Land ein Drittel der Kosten.",
        ],
    ),
    "fr": (
        """Le pont d’Ekvik sera reconstruit

Par Jeanne Moreau avec AFP

Publié le 3 mai 2026 à 14h30

Le pont d’Ekvik, dimanche 3 mai. © Jean Dupont / AFP

Ekvik (AFP) – Le conseil municipal d’Ekvik a décidé lundi de reconstruire le vieux pont pour \
4,1 millions d’euros. « Nous l’attendions depuis sept ans », a déclaré M. Olsen, le maire.

À lire aussi : Le bac encore en panne

Les travaux commenceront en juin et dureront environ sept mois, selon la mairie. L’État prendra \
en charge un tiers du coût, a précisé Mme Roux.

Partager cet article

Sur le même sujet

Pourquoi le bac n’est jamais à l’heure
""",
        "Ekvik (AFP) –",
        "AFP",
        [
            (
                "Le conseil municipal d’Ekvik a décidé lundi de reconstruire le vieux pont "
                "pour 4,1 millions d’euros."
            ),
            "« Nous l’attendions depuis sept ans », a déclaré M. Olsen, le maire.",
            "Les travaux commenceront en juin et dureront environ sept mois, selon la mairie.",
            "L’État prendra en charge un tiers du coût, a précisé Mme Roux.",
        ],
    ),
    "es": (
        """El puente de Ekvik será reconstruido

Por Juana Pérez

Actualizado el 3 de mayo de 2026, 14:30

Vista del puente de Ekvik. EFE/Juan García

Ekvik, 3 may (EFE).- El ayuntamiento de Ekvik decidió este lunes reconstruir el viejo puente por \
4,1 millones de euros. «Lo esperábamos desde hace siete años», dijo el alcalde, el Sr. Olsen.

Lea también: El transbordador vuelve a averiarse

Las obras empezarán en junio y durarán unos siete meses, según la alcaldía. El Estado pagará un \
tercio del coste, explicó la Dra. Ruiz. EFE

Más noticias

Por qué el transbordador nunca llega a tiempo
""",
        "Ekvik, 3 may (EFE).-",
        "EFE",
        [
            (
                "El ayuntamiento de Ekvik decidió este lunes reconstruir el viejo puente por 4,1 "
                "millones de euros."
            ),
            "«Lo esperábamos desde hace siete años», dijo el alcalde, el Sr. Olsen.",
            "Las obras empezarán en junio y durarán unos siete meses, según la alcaldía.",
            "El Estado pagará un tercio del coste, explicó la Dra. Ruiz.",
        ],
    ),
    "it": (
        """Il ponte di Ekvik sarà ricostruito

Di Giovanna Rossi

Pubblicato il 3 maggio 2026 alle 14:30

Il ponte di Ekvik. Foto: Mario Bianchi/ANSA

(ANSA) - EKVIK, 03 MAG - Il consiglio comunale di Ekvik ha deciso lunedì di ricostruire il vecchio \
ponte per 4,1 milioni di euro. «Lo aspettavamo da sette anni», ha detto il sindaco, il dott. Olsen.

Leggi anche: Traghetto di nuovo guasto

I lavori inizieranno a giugno e dureranno circa sette mesi, secondo il comune. Lo Stato pagherà un \
terzo dei costi, ha spiegato la sig.ra Ruiz. (ANSA).

RIPRODUZIONE RISERVATA © Copyright ANSA

I più letti

Perché il traghetto non è mai puntuale
""",
        "(ANSA) - EKVIK, 03 MAG -",
        "ANSA",
        [
            (
                "Il consiglio comunale di Ekvik ha deciso lunedì di ricostruire il vecchio ponte "
                "per 4,1 milioni di euro."
            ),
            "«Lo aspettavamo da sette anni», ha detto il sindaco, il dott. Olsen.",
            "I lavori inizieranno a giugno e dureranno circa sette mesi, secondo il comune.",
            "Lo Stato pagherà un terzo dei costi, ha spiegato la sig.ra Ruiz.",
        ],
    ),
    "pt": (
        """Ponte de Ekvik será reconstruída

Por Joana Silva

Publicado em 3 de maio de 2026 às 14h30

A ponte de Ekvik no domingo. Foto: Divulgação

Ekvik, 3 mai (Lusa) – A câmara municipal de Ekvik decidiu na segunda-feira reconstruir a velha \
ponte por 4,1 milhões de euros. “Esperávamos há sete anos”, disse o presidente, o Dr. Olsen.

Leia também: Balsa volta a avariar

As obras começam em junho e duram cerca de sete meses, segundo a câmara. O Estado pagará um terço \
do custo, explicou a Sra. Ruiz.

Compartilhe esta notícia

Mais lidas

Por que a balsa nunca chega a horas
""",
        "Ekvik, 3 mai (Lusa) –",
        "Lusa",
        [
            (
                "A câmara municipal de Ekvik decidiu na segunda-feira reconstruir a velha ponte "
                "por 4,1 milhões de euros."
            ),
            "“Esperávamos há sete anos”, disse o presidente, o Dr. Olsen.",
            "As obras começam em junho e duram cerca de sete meses, segundo a câmara.",
            "O Estado pagará um terço do custo, explicou a Sra. Ruiz.",
        ],
    ),
}


@pytest.mark.parametrize("language", REPORTS)
def test_a_report_is_its_sentences_whole_and_clean(language):
    text, dateline, agency, sentences = REPORTS[language]
    article = label(read_text(File("report.txt", text.encode())).articles[0])
    assert [sentence.text for sentence in split_sentences(article)] == sentences
    assert article.language == language
    kinds = {article.text[b.start : b.end]: b.kind for b in article.blocks}
    assert kinds[dateline] == "dateline"
    assert article.agency == agency
    assert article.authors
    assert article.published is not None
    assert article.title == text.split("\n")[0]
