"""What each language writes with a full stop that need not end a sentence. Lower case, no stop.

Sources: the style guides' lists (AP, Duden, Imprimerie nationale, RAE, Crusca) as remembered by
any editor, completed by reading the misses on the training half of English-EWT.
"""

from dataclasses import dataclass, field
from functools import cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Kinds of abbreviation, by what they say about the capital letter that follows.

    `titles` stand before a name and never end a sentence; `numbered` do so only where no number
    follows; `months` likewise; `closing` end a sentence before a capital, if there is one;
    `others` end one only before a word that starts sentences.
    """

    titles: frozenset[str] = field(default=frozenset())
    numbered: frozenset[str] = field(default=frozenset())
    months: frozenset[str] = field(default=frozenset())
    closing: frozenset[str] = field(default=frozenset())
    others: frozenset[str] = field(default=frozenset())
    starters: frozenset[str] = field(default=frozenset())


_ENGLISH = Abbreviations(
    titles=_words(
        "adm amb asst atty brig capt cdr cmdr col cpl cpt det dir dr ens fr gen gens gov govs hon "
        "insp judge lt ltgen maj messrs mlle mme mr mrs ms msgr mt mx ofc pfc pres prof profs pvt "
        "rep reps rev sen sens sgt sr. st ste supt vs v viz sra srta dra e.g i.e cf ft vs. approx"
    )
    - _words("judge sr."),
    numbered=_words(
        "no nos p pp vol vols art arts fig figs sec sect ch chap para paras pt pts ex eq"
    ),
    months=_words("jan feb mar apr jun jul aug sep sept oct nov dec"),
    closing=_words(
        "inc corp co cos ltd plc llc bros assn etc jr sr esq al ave blvd rd hwy dept "
        "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo "
        "mont neb nev okla ore pa tenn tex va vt wash wis wyo n.j n.y n.h n.c n.d n.m r.i s.c s.d w.va "
        "a.m p.m b.c a.d hrs hr min mins sec lb lbs oz kg km mph ed eds"
    ),
    others=_words(
        "u.s u.k u.n u.s.a e.u d.c u.s.s.r u.a.e l.a ph.d m.d b.a m.a b.s m.s d.d.s j.d m.b.a "
        "intl natl univ est mfg tel ext min max avg bldg apt mon tue tues wed thu thur thurs fri "
        "ca c incl trans dist ft. elev pop"
    )
    - _words("ft."),
)
_GERMAN = Abbreviations(
    titles=_words(
        "dr prof hr hrn fr frl st dipl ing mag med phil jur rer nat h.c habil sen gen "
        "z.b z u.a d.h d.i i.d.r s.o s.u u.u v.a z.t z.zt o.ä bzw vgl sog ggf evtl geb gest verh "
        "gegr ca etwa inkl exkl zzgl bspw insb insbes bes allg ehem eigtl urspr röm griech "
        "lat engl frz franz dt amerik österr schweiz kath ev hl vs b d h i u o v"
    ),
    numbered=_words("nr nrn s bd bde art abs kap tab abb anm ziff rn rdnr jg aufl § fn"),
    months=_words("jan jän feb febr mär apr jun jul aug sep sept okt nov dez"),
    closing=_words(
        "usw etc u.ä o.ä u.s.w co str mio mrd tsd min std sek uhr inc corp n.chr v.chr chr"
    ),
    others=_words("u.s u.s.a e.v a.d a.m i.d st a.a e.h tel mo di mi do fr sa so"),
)
_FRENCH = Abbreviations(
    titles=_words(
        "m mm mme mmes mlle mlles dr drs me mes pr prof st ste sts mgr gén col cap capt lt cdt "
        "av bd boul c.-à-d cf ex env vs p.ex hab"
    ),
    numbered=_words("no nos n p pp vol art fig chap al t tél éd sect"),
    months=_words("janv févr avr juil sept oct nov déc"),
    closing=_words("etc inc corp co ltd av.j.-c apr.j.-c j.-c jr min"),
    others=_words("u.s u.s.a s.a s.a.r.l a.d r.d j.-p"),
)
_SPANISH = Abbreviations(
    titles=_words(
        "sr sra srta sres sras d dña dª dr dra drs dres lic ing prof profa gral cnel cap tte gob "
        "mons rvdo sto sta ud uds vd vds excmo ilmo av avda c cf vs p.ej ej aprox arq pbro fray hno"
    ),
    numbered=_words("no nro núm núms n pág págs p pp vol vols art arts fig cap tel tfno aptdo inc"),
    months=_words("ene feb mar abr may jun jul ago sep sept set oct nov dic"),
    closing=_words("etc s.a s.l s.a.de.c.v ltda cía co corp a.c d.c a.m p.m jr ee.uu rr.hh"),
    others=_words("u.s u.s.a ee uu ff.aa jj.oo cc.oo"),
)
_ITALIAN = Abbreviations(
    titles=_words(
        "sig sigg sig.ra sig.na dott dott.ssa dr dr.ssa prof prof.ssa proff ing avv arch geom rag on "
        "sen mons gen col cap magg ten s ss don p.es es cfr ca vs pres min cav comm egr gent rev"
    ),
    numbered=_words("n nn no nr p pp pag pagg vol voll art artt fig figg cap capp tel ed"),
    months=_words("gen genn feb febb mar apr mag giu lug ago sett set ott nov dic"),
    closing=_words("ecc etc s.p.a spa s.r.l srl s.n.c a.c d.c co corp inc jr"),
    others=_words("u.s u.s.a d.o.c i.v.a"),
)
_PORTUGUESE = Abbreviations(
    titles=_words(
        "sr sra srta srs sras dr dra drs dras prof profa profª eng enga arq gen cel cap ten maj sgt "
        "exmo exma ilmo mons pe fr frei d dom av r pça trav cf vs ex p.ex aprox sto sta des dep sen"
    ),
    numbered=_words("no nº n núm pág págs p pp vol vols art arts fig cap tel inc"),
    months=_words("jan fev mar abr mai jun jul ago set out nov dez"),
    closing=_words("etc s.a ltda cia co corp a.c d.c a.m p.m jr"),
    others=_words("u.s u.s.a e.u.a eua"),
)
_OTHERS = {
    "cs": Abbreviations(
        titles=_words(
            "p pí mudr judr ing mgr bc phdr rndr doc prof dr sv gen plk tzv tj např resp mj cca cf"
        ),
        numbered=_words("č čís s str odst kap obr tab r roč"),
        closing=_words("atd apod aj s.r.o a.s"),
        others=_words("tzn popř event srov n.l př.n.l min max"),
    ),
    "el": Abbreviations(
        titles=_words("κ κα κκ δρ καθ π.χ δηλ βλ πρβλ αρχ αγ"),
        numbered=_words("αρ σελ αριθ τ"),
        closing=_words("κ.λπ κλπ κ.ά κ.α π.μ μ.μ π.χ μ.χ"),
        others=_words("η.π.α ηπα κ.κ ο.η.ε"),
    ),
    "ru": Abbreviations(
        titles=_words("г гг г-н г-жа им проф акад доц ген св ул пр д т.е т.к напр т т.н о пос"),
        numbered=_words("стр с рис табл ст п пп ч кн"),
        closing=_words("др пр т.д т.п н.э руб коп млн млрд тыс"),
        others=_words("сша см ср"),
    ),
    "nl": Abbreviations(
        titles=_words("dhr mevr mw dr drs ir ing mr prof ds st bijv bv o.a d.w.z m.a.w ca nl vgl"),
        numbered=_words("nr nrs blz p art"),
        months=_words("jan feb mrt apr jun jul aug sep sept okt nov dec"),
        closing=_words("enz etc e.d b.v n.v jr"),
    ),
    "pl": Abbreviations(
        titles=_words("dr prof mgr inż hab gen płk św ks im np tzw tj m.in ok por ul al pan"),
        numbered=_words("nr str s art ust poz"),
        closing=_words("itd itp r w in"),
    ),
}
_BY_LANGUAGE = {
    "en": _ENGLISH,
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
    "it": _ITALIAN,
    "pt": _PORTUGUESE,
    **_OTHERS,
}


@cache
def abbreviations(language: str) -> Abbreviations:
    """The lists of a language; an unknown one gets the international few."""
    return _BY_LANGUAGE.get(language, _UNKNOWN)


_UNKNOWN = Abbreviations(titles=_words("dr prof st mr mrs"), closing=_words("etc inc co ltd corp"))
