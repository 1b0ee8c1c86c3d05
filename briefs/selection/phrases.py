"""The small word lists by which a sentence shows that it leans on another, per language.

Lower-case; matched against the first words of a sentence, or anywhere where a field says so.
A language without lists is judged by marks and lengths alone.
"""

from dataclasses import dataclass
from functools import cache

from briefs.language.weekdays import WEEKDAYS


@dataclass(frozen=True)
class Phrases:
    """`pronouns` and `connectives` open a sentence that needs the one before it; `third` are the
    personal pronouns and possessives; `first` the first and second person; `relative` the days
    that mean nothing without a date; `definite` the words before a noun that must be known;
    `impersonal` openings that only look like one; `also` early words that add to something.
    `plural` are those of `third` that may mean a plural noun; `persons` nouns that any may mean;
    `demonstratives` point back unless one of `spans_of_time` follows,
    `backward` always; `roles` name nobody after a mere adjective. `relatives`,
    and `prepositions` before a name, explain a definite noun, `quantities` need no explaining.
    `article` opens a definite noun in mid-sentence, `attached` words behind it explain it, a noun
    in `unique` needs no explaining, and `ordinals` set it beside others of its kind; `openers`
    are the words before one with which a sentence begins; `deictic` nouns mean something said
    before. Prose holds `determiners`. Each event has its own of the `weekdays`.
    """

    pronouns: frozenset[str] = frozenset()
    connectives: tuple[str, ...] = ()
    third: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()
    relative: tuple[str, ...] = ()
    definite: frozenset[str] = frozenset()
    impersonal: tuple[str, ...] = ()
    speech: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    plural: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    demonstratives: frozenset[str] = frozenset()
    spans_of_time: frozenset[str] = frozenset()
    backward: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    quantities: frozenset[str] = frozenset()
    article: frozenset[str] = frozenset()
    attached: frozenset[str] = frozenset()
    unique: frozenset[str] = frozenset()
    ordinals: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    deictic: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    weekdays: frozenset[str] = frozenset()


@cache
def phrases(language: str) -> Phrases:
    """The lists of a language (ISO 639-1); empty ones for a language without."""
    return _ALL.get(language, Phrases())


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _list(lines: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines.split(",") if line.strip())


_ALL = {
    "en": Phrases(
        pronouns=_set(
            "he she it they this that these those his her hers their theirs its him them we us our"
            " i my you your others neither either who which what there's"
            " it's he's she's they're that's we're i'm you're here"
        ),
        connectives=_list(
            "but, and, or, so, nor, yet, still, also, then, thus, hence, however, meanwhile,"
            " moreover, furthermore, nevertheless, nonetheless, therefore, instead, otherwise,"
            " besides, likewise, similarly, consequently, accordingly, afterwards, later,"
            " in fact, in addition, in contrast, in turn, in response, in return, in other words,"
            " in particular, in the meantime, in that case, in this case, in all, in doing so,"
            " as a result, as such, as well, at the same time, at that time, at the time,"
            " at first, even so, even then, for example, for instance, for now, for one, for that,"
            " for this, on the other hand, on the contrary, on top of that, of course, that said,"
            " that way, after that, before that, since then, by then, by that time, by contrast,"
            " by comparison, because of that, because of this, despite that, despite this,"
            " despite these, despite those, under that, under this, among them, among those,"
            " to that end, to this end, until then, until now, again, indeed, perhaps, maybe,"
            " additionally, alternatively, conversely, regardless, rather, more importantly,"
            " the latter, the former, the other,"
            " the others, the pair, the duo, the trio, the two, the three, the four,"
            " the same, what's more, with that, with this, too, not so, not only that, not all,"
            " while there, once there, from there, just days later, days later, hours later,"
            " minutes later, moments later, weeks later, months later, years later,"
            " a day later, a week later, a month later, a year later, two days later,"
            " three days later, the next day, the following day, the day before, soon after,"
            " shortly after, shortly afterwards, shortly before, all of that, all of this,"
            " all this, all that, some of them, many of them, most of them, none of them,"
            " two of them, one of them, part of that, like many, earlier, previously,"
            " following that, following this, one of,"
            " in search of, in a bid, as a precaution,"
            " separately, in a separate"
        ),
        third=_set("he she his her him hers he's she's himself herself they their them"),
        first=_set(
            "i we you my our your me us i'm i've i'd i'll we're we've we'd we'll you're you've"
            " you'd you'll mine ours yours myself ourselves"
        ),
        relative=_list(
            "yesterday, tomorrow, last night, tonight, this morning, this afternoon,"
            " this evening, earlier today, today, overnight"
        ),
        definite=_set("the both another one these those such"),
        impersonal=_list(
            "this week, this month, this year, this summer, this winter, this spring,"
            " this season, this weekend, this fall, this autumn, one of the, one in, one person,"
            " one man, one woman, one police, one people, one day, both sides,"
            " it is clear, it was clear, it is unclear, it was unclear, it is not clear,"
            " it was not clear, it remains unclear, it remained unclear, it remains to be,"
            " it is the first, it was the first time, it is unknown, it is not known,"
            " it was not immediately clear, it is not immediately clear, it emerged"
        ),
        plural=_set("they their them"),
        demonstratives=_set("this these those such"),
        roles=_set(
            "defender midfielder striker forward goalkeeper winger quarterback pitcher batsman"
            " player captain coach manager actor actress singer star director designer writer"
            " author lawmaker politician leader official officer suspect native national citizen"
            " attacker gunman man woman teenager student driver pilot journalist reporter duo pair"
            " trio team side club company firm giant group agency ministry newspaper"
        ),
        relatives=_set("who that which whose"),
        prepositions=_set("of in for on at from near between against by"),
        quantities=_set("number majority price cost value rest end start death share lack use"),
        article=_set("the"),
        attached=_set(
            "of in for that who whom whose which where when while why on at to from by with between"
            " against behind near around over under into about than through across during after"
            " before since until without within is was known called"
        ),
        unique=_set(
            "air army authorities bank border capital coast court day days dollar earth economy"
            " election elections environment euro face fact floor force forces future general"
            " ground government head hours house internet interview law left line media military"
            " ministry minister moment month months morning nation night office opposition palace"
            " parliament party past people period place police population power president press"
            " public record region right road sea season senate services side sky spokesman"
            " spokeswoman state"
            " statement street summer sun team time title top town truth universe war water way"
            " weather week weekend winter world year years"
        ),
        deictic=_set(
            "official source comments comment remarks remark move decision incident proposal"
            " claims claim"
            " allegations allegation news announcement statements episode scandal controversy row"
            " dispute offer suggestion criticism measures letter accusations accusation revelation"
            " findings outcome tragedy ordeal scene photos photographs footage video clip plea"
            " warning complaint attack attacks killing killings murder shooting crash accident riot"
            " trial verdict militants attackers assailants gunmen gunman suspects suspect rebels"
            " hostages detainees inmates protesters demonstrators assault assaults bombings blasts"
            " explosions raids clashes"
        ),
        determiners=_set(
            "a an the his her its their our my your this that these those some any no every each"
            " all another both such two three many most several more"
        ),
        openers=_set(
            "during after before at in since despite under from by following for on throughout"
            " besides behind inside"
        ),
        ordinals=_set("latest first second third initial previous earlier other next new original"),
        backward=_set("aforementioned abovementioned aforesaid latter"),
        spans_of_time=_set(
            "week weekend month year summer winter spring autumn fall season morning afternoon"
            " evening century decade quarter time term who as"
        ),
        persons=_set(
            "man woman boy girl people officials who person teenager mother father student driver"
            " everyone anyone nobody someone"
        ),
        also=_set("also too then example later meanwhile however therefore again instead thus"),
        speech=_set(
            "said says told added wrote tweeted asked explained warned insisted continued reported"
            " claimed"
        ),
        weekdays=WEEKDAYS["en"],
    ),
    "de": Phrases(
        pronouns=_set(
            "er sie es dies das diese dieser dieses jene sein seine ihr ihre ihm ihn ihnen wir ich"
            " uns unser unsere beide solche dabei damit dafür dagegen darauf daraus darin darüber"
            " davon dazu dadurch daran danach"
        ),
        connectives=_list(
            "aber, und, oder, doch, denn, auch, zudem, außerdem, jedoch, allerdings, dennoch,"
            " deshalb, daher, dann, so, somit, trotzdem, inzwischen, unterdessen, stattdessen,"
            " zuvor, später, ferner, gleichzeitig, im gegensatz, zum beispiel, ebenso, hingegen"
        ),
        third=_set("er sie sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer ihm ihn"),
        first=_set("ich wir mein meine unser unsere uns mich mir du dein euer"),
        relative=_list("gestern, heute, morgen, vergangene nacht, heute morgen, heute abend"),
        impersonal=_list("es ist unklar, es war unklar, es blieb unklar, diese woche, dieses jahr"),
        also=_set("auch zudem außerdem jedoch dann später wiederum allerdings"),
        speech=_set("sagte sagt erklärte teilte fügte schrieb betonte warnte"),
        weekdays=WEEKDAYS["de"],
    ),
    "fr": Phrases(
        pronouns=_set(
            "il elle ils elles ce c'est cela ça ceci celui celle ceux celles cette ces son sa ses"
            " leur leurs lui nous je on notre nos vous votre cet"
        ),
        connectives=_list(
            "mais, et, ou, donc, or, car, ainsi, aussi, cependant, toutefois, pourtant, néanmoins,"
            " en effet, en outre, de plus, par ailleurs, par exemple, en revanche, au contraire,"
            " ensuite, puis, enfin, d'ailleurs, dès lors, du coup, pour autant, malgré cela"
        ),
        third=_set("il elle ils elles son sa ses leur leurs lui"),
        first=_set("je nous vous mon ma mes notre nos votre vos moi"),
        relative=_list("hier, demain, aujourd'hui, cette nuit, ce matin, ce soir, hier soir"),
        impersonal=_list("cette semaine, cette année, ce mois, il est clair, il y a"),
        also=_set("aussi également ensuite toutefois cependant donc"),
        speech=_set("dit déclaré ajouté expliqué affirmé"),
        weekdays=WEEKDAYS["fr"],
    ),
    "es": Phrases(
        pronouns=_set(
            "él ella ellos ellas esto eso este esta estos estas ese esa esos esas su sus lo le les"
            " nosotros yo nuestro nuestra aquello aquel ambos"
        ),
        connectives=_list(
            "pero, y, o, sin embargo, además, también, no obstante, por lo tanto, por eso, así,"
            " entonces, luego, después, mientras tanto, por otra parte, por otro lado, en cambio,"
            " por ejemplo, de hecho, asimismo, en este sentido, por su parte, aunque"
        ),
        third=_set("él ella ellos ellas su sus"),
        first=_set("yo nosotros mi mis nuestro nuestra nuestros nuestras"),
        relative=_list("ayer, hoy, mañana, anoche, esta mañana, esta noche, esta tarde"),
        impersonal=_list("esta semana, este año, este mes"),
        also=_set("también además luego después"),
        speech=_set("dijo afirmó añadió explicó declaró señaló aseguró"),
        weekdays=WEEKDAYS["es"],
    ),
    "it": Phrases(
        pronouns=_set(
            "egli lui lei essi esse loro questo questa questi queste quello quella quelli quelle"
            " suo sua suoi sue ciò noi io nostro nostra entrambi"
        ),
        connectives=_list(
            "ma, e, o, però, inoltre, anche, tuttavia, quindi, perciò, così, poi, dunque, infatti,"
            " intanto, nel frattempo, d'altra parte, ad esempio, per esempio, invece, pertanto"
        ),
        third=_set("egli lui lei loro suo sua suoi sue"),
        first=_set("io noi mio mia nostro nostra nostri nostre"),
        relative=_list("ieri, oggi, domani, stamattina, stasera, stanotte, ieri sera"),
        impersonal=_list("questa settimana, quest'anno, questo mese"),
        also=_set("anche inoltre poi infatti"),
        speech=_set("detto dichiarato aggiunto spiegato affermato"),
        weekdays=WEEKDAYS["it"],
    ),
    "pt": Phrases(
        pronouns=_set(
            "ele ela eles elas isto isso este esta estes estas esse essa esses essas aquilo seu sua"
            " seus suas nós eu nosso nossa ambos"
        ),
        connectives=_list(
            "mas, e, ou, porém, no entanto, além disso, também, contudo, todavia, portanto, assim,"
            " então, depois, entretanto, por outro lado, por exemplo, de facto, de fato, já, aliás"
        ),
        third=_set("ele ela eles elas seu sua seus suas"),
        first=_set("eu nós meu minha nosso nossa nossos nossas"),
        relative=_list("ontem, hoje, amanhã, esta manhã, esta noite, ontem à noite"),
        impersonal=_list("esta semana, este ano, este mês"),
        also=_set("também ainda depois"),
        speech=_set("disse afirmou acrescentou explicou declarou"),
        weekdays=WEEKDAYS["pt"],
    ),
}
