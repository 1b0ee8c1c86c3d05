"""How grave the news of an article is: deaths and disasters, power and its acts.

What editors weigh first, coarsely: bad news, magnitude and the power elite of Harcup and O'Neill,
"What is news? News values revisited (again)" (2017).
"""

import re
from functools import cache

from briefs.model import Article

_LEAD = 600
_MOST = 3  # of two words for power and what counts as two
# Per language how words for death and disaster begin, and words for power and its acts.
_GRAVE = {
    "en": r"""
        killed killing dead\b deaths?\b died dies\b murder massacre massacred bomb blast
        explosion shooting gunm[ae]n hostage earthquake quake tsunami hurricane typhoon
        cyclone wildfire flood landslide avalanche outbreak epidemic capsiz derail crash
        terror airstrike wars?\b
    """,
    "de": r"""
        tote[nr]?\b getötet gestorben starb mord anschl explosion bombe geisel erdbeben
        tsunami hurrikan taifun flut überschwemmung hochwasser lawine seuche epidemie
        absturz abgestürzt entgleis terror krieg
    """,
    "fr": r"""
        morte?s?\b tué décès meurtre massacre bombe explosion fusillade otage séisme
        tsunami ouragan typhon cyclone inondation avalanche épidémie naufrage déraill
        attentat terror guerre
    """,
    "es": r"""
        muert fallec asesin matan? masacre bomba explosión tiroteo rehén rehenes terremoto
        sismo tsunami huracán tifón ciclón inundaci avalancha epidemia naufrag descarril
        atentado terror guerra
    """,
    "it": r"""
        mort[ioe]\b ucci[sd] omicidi strage bomba esplosione sparatoria ostagg terremoto
        sisma tsunami uragano tifone ciclone alluvion valanga epidemia naufrag deragli
        attentato terror guerra
    """,
    "pt": r"""
        mort[oae]s?\b morre matou assassin massacre bomba explosão tiroteio refé[mn]
        terremoto sismo tsunami furacão tufão ciclone inundaç enchente epidemia naufrág
        descarril atentado terror guerra
    """,
}
_POWER = {
    "en": r"""
        president premier minister chancellor parliament congress senate government
        election referendum court sanction troops military army ceasefire treaty coup\b
        missile nuclear resign impeach verdict convicted sentenced protest refugee migrant
        injured wounded police
    """,
    "de": r"""
        präsident kanzler minister bundestag parlament regierung wahl referendum gericht
        sanktion truppen armee waffenruhe abkommen putsch rakete atom rücktritt urteil
        verurteilt protest flüchtling verletzt polizei
    """,
    "fr": r"""
        président ministre parlement assemblée sénat gouvernement élection référendum
        tribunal cour\b sanction troupes armée trêve traité missile nucléaire démission
        condamn manifest réfugié migrant blessé police
    """,
    "es": r"""
        president ministr parlamento congreso senado gobierno elecci referéndum tribunal
        corte sanci tropas ejército tregua tratado golpe misil nuclear dimi condena
        protesta refugiad migrante herid policía
    """,
    "it": r"""
        president ministr premier parlamento senato camera governo elezion referendum
        tribunale corte sanzion truppe esercito tregua trattato missil nuclear dimission
        condann protest profugh migrant ferit polizia
    """,
    "pt": r"""
        president ministr parlamento congresso senado governo eleiç referendo tribunal
        corte sanç tropas exército trégua tratado golpe míssil nuclear demi condena
        protest refugiad migrante ferid polícia
    """,
}


def consequence(article: Article) -> float:
    """From 0 to 1: how much of death, disaster and power the title and the first 600 characters
    name: two thirds for death or disaster, a third for each word of power, two at most; 0 in a
    language without a list.
    """
    patterns = _patterns(article.language or "en")
    text = f"{article.title}\n{article.body[:_LEAD]}".casefold()
    grave, power = (len(set(pattern.findall(text))) for pattern in patterns)
    return min((2 * min(grave, 1) + min(power, 2)) / _MOST, 1.0)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    words = (table.get(language, "(?!)").split() for table in (_GRAVE, _POWER))
    return tuple(re.compile(rf"\b(?:{'|'.join(each)})") for each in words)
