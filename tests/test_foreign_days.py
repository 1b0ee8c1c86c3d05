"""A day's folder in each of five languages besides English: its brief is whole and clean."""

# Each sentence stands on a line of its own.
# ruff: noqa: E501

import pytest

from briefs import check_brief, make_brief, read_folder, render_markdown
from briefs.page.wording import printed

# For each language: the page's title, what surrounds a report, and ten reports: title, sentences.
DAYS = {
    "de": (
        "Der Tag in Kürze",
        ("Von Anna Meier\n\nStand: 03.05.2026, 14:30 Uhr\n\nEin Bild vom Sonntag. Foto: J. Wolf/dpa\n\n"
        "EKVIK (dpa) - {lead} {more}\n\nLesen Sie auch: Fähre fällt wieder aus\n\n© dpa-infocom\n"),
        (
            ("Brücke in Ekvik wird neu gebaut", "Der Stadtrat von Ekvik hat am Montag beschlossen, die alte Brücke für 4,1 Mio. Euro neu zu bauen.", "Die Arbeiten an der Brücke beginnen nach Angaben der Stadt im Juni und dauern sieben Monate."),
            ("Papierfabrik in Ramsby schließt", "Die Papierfabrik in Ramsby schließt nach hundert Jahren und entlässt 140 Beschäftigte.", "Die Gewerkschaft nannte die Schließung der Papierfabrik einen schweren Schlag für die Region."),
            ("Zwölfjährige gewinnt Schachtitel", "Eine Zwölfjährige hat in Wendmark überraschend die Landesmeisterschaft im Schach gewonnen.", "Die Schülerin besiegte im Turnier zwei Großmeister und will nun im Ausland spielen."),
            ("Zinsen steigen auf 2,75 Prozent", "Die Zentralbank von Velmark hat den Leitzins zum ersten Mal seit drei Jahren auf 2,75 Prozent erhöht.", "Ökonomen hatten die Erhöhung des Leitzinses wegen der Inflation erwartet."),
            ("Waldbrand bei Harrow gelöscht", "Feuerwehrleute haben am Sonntag den Waldbrand bei Harrow nach vier Tagen gelöscht.", "Das Feuer bei Harrow zerstörte 300 Hektar Wald und zwölf Ferienhäuser."),
            ("Römischer Brunnen entdeckt", "Bauarbeiter haben unter einem Parkplatz in Pellan einen römischen Brunnen aus Eichenholz entdeckt.", "Archäologen datierten das Eichenholz auf das zweite Jahrhundert."),
            ("Regierung verliert Abstimmung", "Die Regierung von Norland hat im Parlament die Abstimmung über den Haushalt verloren.", "Die Opposition forderte nach der Niederlage im Parlament sofort Neuwahlen."),
            ("Impfstoff gegen Fieber zugelassen", "Die Arzneimittelbehörde hat einen Impfstoff gegen das Sumpffieber für Kinder zugelassen.", "Der Impfstoff verhinderte in Studien neun von zehn schweren Erkrankungen."),
            ("Streik legt Flughafen lahm", "Ein Streik des Bodenpersonals hat am Dienstag den Flughafen von Solvik lahmgelegt.", "Wegen des Streiks fielen in Solvik mehr als 200 Flüge aus."),
            ("Sonde landet auf Asteroid", "Eine europäische Raumsonde ist nach sechs Jahren Flug auf einem Asteroiden gelandet.", "Die Raumsonde soll Gestein des Asteroiden sammeln und zur Erde bringen."),
        ),
    ),
    "fr": (
        "L’essentiel du jour",
        ("Par Jeanne Moreau avec AFP\n\nPublié le 3 mai 2026 à 14h30\n\nUne vue, dimanche 3 mai. © Jean Dupont / AFP\n\n"
        "Ekvik (AFP) – {lead} {more}\n\nÀ lire aussi : Le bac encore en panne\n\nPartager cet article\n"),
        (
            ("Le pont d’Ekvik sera reconstruit", "Le conseil municipal d’Ekvik a décidé lundi de reconstruire le vieux pont pour 4,1 millions d’euros.", "Les travaux du pont commenceront en juin et dureront sept mois, selon la mairie."),
            ("La papeterie de Ramsby ferme", "La papeterie de Ramsby fermera en juin après un siècle d’activité et licenciera 140 salariés.", "Les syndicats de la papeterie ont dénoncé un coup dur pour toute la région."),
            ("Une fille de douze ans championne d’échecs", "Une fille de douze ans a remporté dimanche le championnat d’échecs de Wendmark.", "La jeune championne a battu deux grands maîtres pendant le tournoi."),
            ("La banque centrale relève son taux", "La banque centrale de Velmark a relevé son taux directeur à 2,75 % pour la première fois en trois ans.", "Les économistes attendaient cette hausse du taux directeur à cause de l’inflation."),
            ("L’incendie de Harrow est éteint", "Les pompiers ont éteint dimanche l’incendie de forêt qui brûlait depuis quatre jours près de Harrow.", "L’incendie de Harrow a détruit 300 hectares de forêt et douze maisons."),
            ("Un puits romain découvert", "Des ouvriers ont découvert un puits romain en bois de chêne sous un parking de Pellan.", "Les archéologues ont daté le bois de chêne du deuxième siècle."),
            ("Le gouvernement perd le vote du budget", "Le gouvernement de Norland a perdu mardi le vote du budget au Parlement.", "L’opposition a réclamé des élections anticipées après le vote du budget."),
            ("Un vaccin contre la fièvre autorisé", "L’agence du médicament a autorisé un vaccin contre la fièvre des marais pour les enfants.", "Le vaccin a évité neuf cas graves sur dix dans les essais cliniques."),
            ("Une grève paralyse l’aéroport", "Une grève du personnel au sol a paralysé mardi l’aéroport de Solvik.", "Plus de 200 vols ont été annulés à Solvik en raison de la grève."),
            ("Une sonde se pose sur un astéroïde", "Une sonde européenne s’est posée sur un astéroïde après six ans de voyage.", "La sonde doit prélever des roches de l’astéroïde et les rapporter sur Terre."),
        ),
    ),
    "es": (
        "Resumen del día",
        ("Por Juana Pérez\n\nActualizado el 3 de mayo de 2026, 14:30\n\nUna vista de la ciudad. EFE/Juan García\n\n"
        "Ekvik, 3 may (EFE).- {lead} {more} EFE\n\nLea también: El transbordador vuelve a averiarse\n\nMás noticias\n"),
        (
            ("El puente de Ekvik será reconstruido", "El ayuntamiento de Ekvik decidió este lunes reconstruir el viejo puente por 4,1 millones de euros.", "Las obras del puente empezarán en junio y durarán siete meses, según la alcaldía."),
            ("La papelera de Ramsby cierra", "La papelera de Ramsby cerrará en junio tras un siglo de actividad y despedirá a 140 trabajadores.", "Los sindicatos de la papelera calificaron el cierre de duro golpe para la región."),
            ("Una niña de doce años gana al ajedrez", "Una niña de doce años ganó el domingo el campeonato de ajedrez de Wendmark.", "La joven campeona venció a dos grandes maestros durante el torneo."),
            ("El banco central sube los tipos", "El banco central de Velmark subió el tipo de interés al 2,75 % por primera vez en tres años.", "Los economistas esperaban la subida del tipo de interés a causa de la inflación."),
            ("Extinguido el incendio de Harrow", "Los bomberos extinguieron el domingo el incendio forestal que ardía desde hacía cuatro días en Harrow.", "El incendio de Harrow destruyó 300 hectáreas de bosque y doce casas."),
            ("Descubren un pozo romano", "Unos obreros descubrieron un pozo romano de madera de roble bajo un aparcamiento de Pellan.", "Los arqueólogos dataron la madera de roble en el siglo segundo."),
            ("El gobierno pierde la votación", "El gobierno de Norland perdió el martes en el Parlamento la votación sobre el presupuesto.", "La oposición pidió elecciones anticipadas tras la votación del presupuesto."),
            ("Autorizan una vacuna contra la fiebre", "La agencia del medicamento autorizó una vacuna contra la fiebre de los pantanos para los niños.", "La vacuna evitó nueve de cada diez casos graves en los ensayos clínicos."),
            ("Una huelga paraliza el aeropuerto", "Una huelga del personal de tierra paralizó el martes el aeropuerto de Solvik.", "Más de 200 vuelos fueron cancelados en Solvik a causa de la huelga."),
            ("Una sonda llega a un asteroide", "Una sonda europea aterrizó en un asteroide después de seis años de viaje.", "La sonda recogerá rocas del asteroide y las traerá a la Tierra."),
        ),
    ),
    "it": (
        "Il giorno in breve",
        ("Di Giovanna Rossi\n\nPubblicato il 3 maggio 2026 alle 14:30\n\nUna veduta. Foto: Mario Bianchi/ANSA\n\n"
        "(ANSA) - EKVIK, 03 MAG - {lead} {more} (ANSA).\n\nLeggi anche: Traghetto di nuovo guasto\n\n"
        "RIPRODUZIONE RISERVATA © Copyright ANSA\n"),
        (
            ("Il ponte di Ekvik sarà ricostruito", "Il consiglio comunale di Ekvik ha deciso lunedì di ricostruire il vecchio ponte per 4,1 milioni di euro.", "I lavori del ponte inizieranno a giugno e dureranno sette mesi, secondo il comune."),
            ("Chiude la cartiera di Ramsby", "La cartiera di Ramsby chiuderà a giugno dopo un secolo di attività e licenzierà 140 operai.", "I sindacati della cartiera hanno definito la chiusura un duro colpo per la regione."),
            ("Dodicenne vince il titolo di scacchi", "Una ragazza di dodici anni ha vinto domenica il campionato di scacchi di Wendmark.", "La giovane campionessa ha battuto due grandi maestri durante il torneo."),
            ("La banca centrale alza i tassi", "La banca centrale di Velmark ha alzato il tasso d’interesse al 2,75% per la prima volta in tre anni.", "Gli economisti attendevano l’aumento del tasso d’interesse a causa dell’inflazione."),
            ("Spento l’incendio di Harrow", "I vigili del fuoco hanno spento domenica l’incendio boschivo che bruciava da quattro giorni a Harrow.", "L’incendio di Harrow ha distrutto 300 ettari di bosco e dodici case."),
            ("Scoperto un pozzo romano", "E’ stato scoperto sotto un parcheggio di Pellan un pozzo romano in legno di quercia.", "Gli archeologi hanno datato il legno di quercia al secondo secolo."),
            ("Il governo perde il voto", "Il governo di Norland ha perso martedì in Parlamento il voto sul bilancio.", "L’opposizione ha chiesto elezioni anticipate dopo il voto sul bilancio."),
            ("Autorizzato un vaccino", "L’agenzia del farmaco ha autorizzato un vaccino contro la febbre delle paludi per i bambini.", "Il vaccino ha evitato nove casi gravi su dieci negli studi clinici."),
            ("Sciopero blocca l’aeroporto", "Uno sciopero del personale di terra ha bloccato martedì l’aeroporto di Solvik.", "Più di 200 voli sono stati cancellati a Solvik a causa dello sciopero."),
            ("Sonda atterra su un asteroide", "Una sonda europea è atterrata su un asteroide dopo sei anni di viaggio.", "La sonda raccoglierà rocce dell’asteroide e le porterà sulla Terra."),
        ),
    ),
    "pt": (
        "Resumo do dia",
        ("Por Joana Silva\n\nPublicado em 3 de maio de 2026 às 14h30\n\nUma vista da cidade. Foto: Divulgação\n\n"
        "Ekvik, 3 mai (Lusa) – {lead} {more}\n\nLeia também: Balsa volta a avariar\n\nCompartilhe esta notícia\n"),
        (
            ("Ponte de Ekvik será reconstruída", "A câmara municipal de Ekvik decidiu na segunda-feira reconstruir a velha ponte por 4,1 milhões de euros.", "As obras da ponte começam em junho e duram sete meses, segundo a câmara."),
            ("Fábrica de papel de Ramsby fecha", "A fábrica de papel de Ramsby fecha em junho após um século de atividade e despede 140 operários.", "Os sindicatos da fábrica chamaram ao encerramento um duro golpe para a região."),
            ("Menina de doze anos vence no xadrez", "Uma menina de doze anos venceu no domingo o campeonato de xadrez de Wendmark.", "A jovem campeã derrotou dois grandes mestres durante o torneio."),
            ("Banco central sobe os juros", "O banco central de Velmark subiu a taxa de juro para 2,75% pela primeira vez em três anos.", "Os economistas esperavam a subida da taxa de juro por causa da inflação."),
            ("Incêndio de Harrow extinto", "Os bombeiros extinguiram no domingo o incêndio florestal que ardia há quatro dias em Harrow.", "O incêndio de Harrow destruiu 300 hectares de floresta e doze casas."),
            ("Descoberto um poço romano", "Operários descobriram um poço romano de madeira de carvalho sob um parque de estacionamento de Pellan.", "Os arqueólogos dataram a madeira de carvalho no século segundo."),
            ("Governo perde votação", "O governo de Norland perdeu na terça-feira no Parlamento a votação do orçamento.", "A oposição pediu eleições antecipadas depois da votação do orçamento."),
            ("Autorizada vacina contra a febre", "A agência do medicamento autorizou uma vacina contra a febre dos pântanos para crianças.", "A vacina evitou nove em cada dez casos graves nos ensaios clínicos."),
            ("Greve paralisa aeroporto", "Uma greve do pessoal de terra paralisou na terça-feira o aeroporto de Solvik.", "Mais de 200 voos foram cancelados em Solvik por causa da greve."),
            ("Sonda pousa num asteroide", "Uma sonda europeia pousou num asteroide depois de seis anos de viagem.", "A sonda vai recolher rochas do asteroide e trazê-las para a Terra."),
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", DAYS)
def test_a_day_in_another_language_gives_whole_and_clean_sentences(tmp_path, language):
    """Ten unrelated reports with all that newspapers put around them: only their prose is told."""
    title, around, reports = DAYS[language]
    for number, (headline, lead, more) in enumerate(reports):
        text = f"{headline}\n\n{around.format(lead=lead, more=more)}"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    reading = read_folder(tmp_path)
    assert (reading.read, len(reading.articles), reading.warnings) == (10, 10, ())
    assert {article.language for article in reading.articles} == {language}
    assert {article.title for article in reading.articles} == {report[0] for report in reports}
    brief = make_brief(reading)
    stories = (*brief.items, *brief.in_brief)
    sentences = [citation.text for item in stories for citation in printed(item)]
    assert brief.title == title
    assert len(stories) >= 5
    assert set(sentences) <= {sentence for report in reports for sentence in report[1:]}
    assert check_brief(render_markdown(brief), reading.articles) == ()
