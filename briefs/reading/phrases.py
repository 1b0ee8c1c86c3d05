"""The wording of lines that are not prose, one phrase (a regular expression) to a line.

Sharp phrases may stand anywhere in a line, vaguer ones only at its beginning. Lines beginning with
`#` are comments. Every phrase is linear: nothing repeated is repeated again, every gap has a limit.
"""

import re

from briefs.reading.dates import MONTH


def any_of(phrases: str) -> str:
    """One group of all the phrases of a table."""
    lines = (line.strip() for line in phrases.split("\n"))
    return "(?:" + "|".join(line for line in lines if line and not line.startswith("# ")) + ")"


NAME = r"[A-ZÀ-Þ][\w.'’-]{0,30}"

# Where an article ends: nothing after such a line is part of it.
END_MARK = re.compile(
    r"[(\[#*—–_ -]{0,5}(?:ends?|-?30-?|(?:# ?){3}|ende|fin)[)\]#*—–_ .-]{0,5}", re.IGNORECASE
)

# What sites print below an article; believed only past its middle.
TAIL_HEADING = re.compile(
    any_of(r"""
    related(?: (?:articles?|stor(?:y|ies)|news|content|topics|links|posts|coverage))?\W{0,3}$
    more (?:stories|news|from|on this|in|like this|coverage|articles?|to read|headlines)\b
    (?:also )?read(?: (?:next|also|more|on))?\W{0,3}$
    (?:up next|see also|tags?|more)\W{0,3}$
    (?:the )?most (?:popular|read|viewed|shared|watched|commented)\b
    trending(?: (?:now|topics|stories|news))?\W{0,3}$
    (?:you|people) (?:may|might|also) (?:also )?(?:like|be interested|enjoy|read)
    recommended(?: (?:for you|stories|reading|articles|by))?\W{0,3}$
    (?:\d+ )?comments?\W{0,3}$
    leave a (?:comment|reply)
    (?:the )?editor(?:['’]s|s['’]?)? (?:picks?|choice)
    about the authors?
    don['’]?t miss\b
    top (?:stories|news)\W{0,3}$
    (?:the )?latest (?:news|stories|headlines|from)\b
    other (?:news|stories)
    from (?:the|around the) web
    sponsored (?:content|stories|links)
    share this(?: (?:article|story|post|page|on))?\W{0,3}$
    partner (?:news|content)\W{0,3}$
    filed under\b
    # German, French, Spanish, Italian, Portuguese
    mehr zum thema|lesen sie auch|das könnte sie auch|weitere (?:artikel|meldungen)|meistgelesen
    (?:à )?lire aussi|sur le même sujet|à voir aussi|les plus lus
    lea también|le puede interesar|también te puede|más noticias|noticias relacionadas
    lo más (?:leído|visto)
    leggi anche|potrebbe interessarti|i più letti
    leia (?:também|mais)|veja também|(?:as )?mais lidas
    """),
    re.IGNORECASE,
)

CORRECTION = re.compile(
    any_of(r"""
    corrections?\b ?[:(—–-]
    corrections? (?:and|&) clarifications?
    clarification\b ?[:—–-]
    (?:an? )?(?:earlier|previous|original) versions? of (?:this|the)\b
    (?:this|the) (?:article|story|report|post|piece|headline|column) (?:has been|was) corrected
    (?:this|the) (?:article|story|report|post|piece|column) (?:has been|was) amended
    (?:this|the) (?:article|story|report|post) (?:has been|was) updated to (?:correct|clarify)
    editor['’]?s note ?[:—–-].{0,120}(?:correct|earlier version|misstated)
    """),
    re.IGNORECASE,
)

# A whole line.
BYLINE = re.compile(
    any_of(
        rf"""
    (?i:(?:written |posted )?by|von|par|por|di)[ :] ?{NAME}(?:,? (?:{NAME}|BETWEEN)){{0,14}}
    (?i:by|von|par|por) (?i:a |our )?(?i:staff |special |own |foreign )?(?i:writers?|reporters?)
    (?i:by|von|par|por) (?i:a |our )?(?i:own |special |foreign )?(?i:correspondents?|agencies)
    {NAME} {NAME}(?: {NAME})?,? (?:(?:The )?Associated Press|Reuters|AFP)
    {NAME} {NAME}(?: {NAME})?,? (?:Staff|[A-Z][\w ]{{2,30}}) (?:[Ww]riter|[Rr]eporter)
    (?i:(?:from )?staff (?:reports?|writers?|reporters?)|news desk|web desk)
    (?i:(?:associated press|ap|reuters)(?: \w+){{0,2}} (?:writer|reporter|correspondent)s?)
    """.replace("BETWEEN", "and|und|et|y|e|of|the|for|in|at|de|van|von|der|la|[|&/–—-]")
    )
)

_AGENCY = r"(?:AP|AFP|EPA|PTI|ANI|Reuters|REUTERS|Getty|Shutterstock|EFE|dpa|Yonhap|Xinhua|PA)"
_PICTURE = r"(?:[Pp]hoto(?:graph)?|[Pp]icture|[Ii]mage|[Ff]oto|PHOTO|IMAGE)"

# The credit of a picture, which ends a caption.
CREDIT = any_of(rf"""
    \b{_AGENCY} (?:Photos?|Images?|[Ff]ile|Pool|PHOTO)\b
    \b{_AGENCY} ?/ ?[A-Z]
    Getty Images|\bvia {_AGENCY}\b
    \b{_PICTURE}s?(?: [Cc]redit| [Cc]ourtesy)?(?: ?: | ?/ ?)
    \b{_PICTURE}s? (?:[Cc]redit |[Cc]ourtesy )?by [A-Z]
    \b(?:Illustration|Graphic|Video)(?: ?: | by )
    \b(?:image|photo) (?:source|copyright|caption)\b
    ©
    """)

CAPTION = re.compile(
    any_of(rf"""
    {CREDIT}
    \((?:\d(?:st|nd|rd|th)-)?[LRC]\)
    \((?:left|right|centre|center|second left|second right|pictured|file|seen here)\)
    \b[Ii]n this (?:file|undated|handout) (?:photo|picture|image|handout)
    \b[Ii]n this \w{{3,9}}\.? \d{{1,2}},? \d{{4}},? (?:file |handout )?(?:photo|picture|image)
    \b(?:[Ff]ile|FILE|[Aa]rchive|[Hh]andout|[Uu]ndated) (?:photo|PHOTO|picture|image|handout)\b
    ^FILE ?[-–—:]
    ^(?:image|media) (?:copyright|caption)
    ^[Pp]ictured:
    ^\(?photo\)?$
    , (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? [A-Z][a-z]{2, 8}\.? \d{1, 2},? \d{4}\.$
    """)
)

_DAY = (
    r"(?:[^\W\d]{2,12}(?:-feira)?,? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.|er|º)? (?:de |of )?{MONTH}|{MONTH} \d{{1,2}})"
    r",?(?: de)? \d{4}"
)

FURNITURE_START = re.compile(
    any_of(
        r"""
    # Credits of the makers
    \(?(?:additional |with )?(?:reporting|writing|editing|research) (?:and \w+ )?by [A-Z]
    \(?(?:compiled|edited|written|translated) (?:and \w+ )?by [A-Z]
    to contact the (?:reporter|editor|author|writer|journalist)
    with (?:files|inputs|reporting|agency inputs) from
    # Rights
    copyright\b|\(c\) ?\d{4}|©|all rights reserved|this material may not be
    # Pointers elsewhere
    (?:read|see|find out|learn|watch|listen|discover) (?:more|also|next|now|it here|live)\b
    (?:read|see|watch|listen to) the (?:full|video)\b|read or share this
    see (?:also|more|here)\b
    (?:also |please )?(?:read|watch|listen|related|also|more|plus|next|live)(?: \w{1,12}){0,3} ?:
    (?:pics|photos|videos?|(?:photo )?gallery|in pictures)(?: \w{1,12}){0,3} ?:
    click (?:here|on|to)\b|continue reading|(?:story|article) continues|scroll (?:down|to)
    for (?:all )?the latest\b|for more (?:news|stories|on|information)\b
    get (?:the latest|access|updates|all the|our|your daily|breaking news|unlimited)\b
    (?:catch|get) up on\b|stay (?:up to date|updated|tuned|informed)|download (?:the|our)\b
    you can hear more\b|listen to \w+(?: \w+){0,2} live\b|leave a comment\b
    (?:please )?be sure to (?:visit|follow|check|subscribe|like|share)\b
    obrigad[oa] por (?:compartilhar|ler)|gracias por (?:leer|compartir)|grazie per aver letto
    this (?:article|story|post|piece|column) (?:is|was|has been) part of
    this (?:article|story|post|piece|column) (?:originally |first |also )?appeared
    this (?:article|story|post|piece|column) (?:was|has been) (?:originally |first |re-?)?published
    the (?:post|article) .{3,150} (?:appeared first on|first appeared on)\b
    this (?:article|story|post|piece) (?:was|has been) (?:syndicated|re-?posted|re-?printed)
    # Asking the reader
    (?:please )?(?:subscribe|sign[ -]?up|log ?in|sign in|donate|like us)\b
    (?:please )?(?:register (?:now|here|for)|join (?:us|the|our)|support (?:us|our|independent))\b
    (?:please )?(?:become a (?:member|subscriber|patron)|follow (?:us|@|him|her|me|them))\b
    follow (?:[\w.’'-]+ ){1,6}on (?:twitter|facebook|instagram|x|youtube|google)
    share(?:$| this| on| via| it| your)|(?:tweets?|e-?mail|print|save|close)$
    advertis(?:e|ement|ing)s?\W{0,2}$|sponsored\b|paid content|promoted
    also on [\w.]{2,30}\.\w{2,3}\b|(?:like|enjoyed) (?:this|the|our) (?:story|article)
    start the conversation|let us know|what do you think|tell us (?:what|in|about)
    do you have (?:a|any|something)|got a (?:tip|story|news)
    have (?:a|your|something)\b.{0,40}\b(?:tip|say|question|story)
    (?:if|when) you (?:buy|purchase|click|enjoyed|liked|would like to (?:receive|subscribe))\b
    we may (?:earn|receive|get)\b|our journalism is|(?:our|some) (?:posts?|links?) (?:may )?contain
    you can (?:also )?(?:follow|find|reach|contact|e-?mail|listen|watch|subscribe|unsubscribe)\b
    don['’]t forget to (?:subscribe|follow|like|share|check)
    write to (?:us|him|her)|send (?:us )?(?:your|tips|feedback|an e-?mail)
    thanks for (?:signing|subscribing|reading)|please check your (?:inbox|e-?mail)
    keep an eye on your inbox|there was an error|sorry[!.]$
    # Notices of the site
    (?:the )?(?:views|opinions)(?: and opinions)? expressed|disclaimer\b|disclosure ?:
    this copy is for your personal|an error has occurred
    (?:originally|first) (?:published|appeared)\b
    note to readers|comments? (?:are|on this|will|policy)|please (?:note|enable|wait|read our)
    loading\b|enable\b.{0,40}\b(?:javascript|cookies)|we use cookies|this (?:site|website) uses
    # Stamps
    (?:last |first |date )?(?:published|updated|posted)(?: on| at)? ?[:|]? ?(?:\w+,? )?\d
    (?:updated|posted|published) (?:at|on|:).{0,40}$|\d+ (?:minutes?|hours?|days?) ago$
    \d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [a-z]{2,4})?$|\d{1,2} ?[ap]\.?m\.?$
    \d{4}-\d\d-\d\d(?:t[\d:.+z-]{5,30})?$
    STAMP(?:,? (?:-|at|um|à|às|alle|a las|kl\.?)? ?\d{1,2}[:.h]\d\d.{0,12})?$
    \d{1,3} related media assets|there are \d{1,5} comments on the\b
    (?:join|continue) the (?:discussion|conversation)\b
    \d+ min(?:ute)? read|time to read|reading time
    # Addresses, page tags, shortcodes
    [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}\W{0,3}$|\[email.protected\]
    (?:e-?mail|contact|tel|phone|twitter|web(?:site)?) ?: ?\S{1,80}$
    https?://\S{4,}$|www\.\S{4,}$|pic\.twitter\.com/\S{4,}$|@\w{2,30}$|(?:#\w{2,40} ?){1,9}$
    \[/?[a-z_-]{2,30}[ \]]|(?:hide|toggle) caption|enlarge\b|play video|open in new
    (?:image(?: \d+)?|caption|gallery|video|photos?)$
    (?:topics?|tags?|categor(?:y|ies)|keywords?|source) ?: |filed under
    # German, Portuguese, French, Spanish, Italian
    achtung: kommentare|atenção: comentários|lesen sie (?:auch|mehr)|mehr dazu
    lire aussi|lire la suite|lea (?:también|además)|leggi anche|leia (?:também|mais)|saiba mais
    (?:inscreva-se|assine|suscr[ií]bete|suscr[ií]base|abonnez-vous|iscriviti)\b
    """.replace("STAMP", _DAY)
    ),
    re.IGNORECASE,
)

FURNITURE_INSIDE = re.compile(
    any_of(r"""
    \bcontributed to this (?:report|story|article|post)|\bcontributed reporting|\bcontributed\.$
    \ball rights reserved\b|\bmay not be (?:published|reproduced|redistributed|rewritten)
    \bcan be (?:reached|contacted|followed) (?:at|by|on|via)\b
    \bmay be (?:reached|contacted) at\b
    \bFollow (?:him|her|them|us|me) (?:on|at)\b|\bon Twitter:? ?(?:at )?@\w
    \bour (?:free |daily |weekly )?newsletters?\b|\bto your inbox\b|\bsubscribing to\b
    \b[Cc]lick here\b|\b(?:CLICKING|CLICK) HERE\b|\bclicking here\b|\bClick To Tweet\b
    \bterms (?:of (?:use|service)|and conditions)\b|\bprivacy policy\b
    \bthrough (?:this|our) (?:post|links?|site)\b|\baffiliate (?:links?|commission)
    \bdelivered (?:to|through) your\b|\bdo not necessarily reflect\b
    \[(?:VIDEO|PICTURES|INSIGHT|REACTION|ANALYSIS|REVEALED|PHOTOS|WATCH)\]
    \be-?mail(?:ed)?(?: (?:at|to|us|him|her))? [\w.+-]{1,64}@[\w-]{1,64}\.\w
    """)
)

# One word of each phrase above that may stand anywhere in a line. Most lines hold none, and this is
# found several times as fast as the phrases are.
HINT = re.compile(
    r"contribut|reserved|publ|reproduc|redistr|rewrit|reach|contact|follow|Follow|Twitter|newsletter|"
    r"inbox|subscrib|lick|LICK|terms|privacy|affiliate|through|deliver|reflect|\[|mail|"
    r"hoto|HOTO|icture|PICTURE|mage|IMAGE|oto|Getty|/|via|©|\(|ile|ILE|rchive|andout|ndated|this|"
    r"Illustration|Graphic|Video|Pool|\d{4}\.$"
)

# Who wrote it: prose speaks so of people too, therefore believed only late in an article.
_WRITER = (
    r"(?:reporter|correspondent|columnist|editor|writer|journalist|contributor|curator|author of|"
    r"professor of|fellow at|producer|blogger|analyst (?:at|with))"
)
BIOGRAPHY = re.compile(
    any_of(rf"""
    \b(?:{NAME} ){{1,4}}(?:is|was|has been|joined|works|served|lives)\b.{{0,80}}\b{_WRITER}\b
    \b(?:{NAME} ){{1,4}}(?:writes|covers|blogs|tweets|reports) (?:about|for|on|every|at|from|the)\b
    \b{NAME}(?: {NAME}){{1,3}}['’]s? (?:latest |new |next )?(?:book|novel|column)\b
    about [A-Z]\w+(?: \w+){{0,3}}$
    """)
)

# What pages glue before the first sentence of a report, up to where the report begins.
PREAMBLE = re.compile(
    any_of(
        r"""
    The Latest on [^():]{5,150} \(all times local\):
    [^()]{40,400}?\b(?:[Pp]hoto|[Ii]mage|[Pp]icture)(?: [Cc]redit)?(?: by |: )[A-Z][^.]{2,60}\.
    (?:[Ll]ast )?(?:[Uu]pdated?|UPDATED?|[Pp]osted|[Pp]ublished)(?: at| on|:)? STAMP
    FILE ?[-–—] ?In this [^()]{5,40}? file (?:photo|image),? [^.]{20,300}\.
    CLOSE|[•▪►■●]
    [^().!?]{0,300}\([^()]{0,40}\b(?:[Pp]hoto|[Ii]mage|[Pp]icture)\b[^()]{0,60}\)
    [^()]{20,400}?(?:[Tt]he )?(?:views|opinions)(?: and opinions)? expressed [^.]{3,150}\.
    """.replace(
            "STAMP",
            r"(?:[A-Z]\w{2,8}\.? \d{1,2},? (?:\d{4},? )?)?(?:at )?\d{1,2}[:.]\d\d"
            r" ?(?:[AaPp]\.?[Mm]\.?)?(?: ?[A-Z]{2,4}\b)?[:,.|]?",
        )
    )
    + r" (?=[A-Z0-9“\"‘'•])"
)

SENTENCE_END = re.compile(r"(?<=[a-z0-9)%]{2})[.!?][\"”’)]? (?=[A-Z“\"‘])")

# What pages put between two sentences of a line.
INTERRUPTION = re.compile(
    r"(?:(?<=[.!?”\"’)\]] )|(?<![^\n]))"
    + any_of(r"""
    (?:Advertisement|ADVERTISEMENT)(?: Continue reading the main story)?
    (?:Story|Article) continues below(?: advertisement)?
    \([Pp]ublished [A-Z][a-z]+day,? [A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}\)
    (?:[—–-] )?(?:READ MORE|Read More)(?= [A-Z][a-z]+ [a-z])
    (?:UPDATE|Update|Updated) (?:at )?\d{1,2}[.:]\d\d ?[AaPp]\.?[Mm]\.?(?: [A-Z]{2,4})?:
    (?:[A-Z][\w.’'-]{1,20} ){1,4}(?:can|may) be (?:reached|contacted) (?:at|on|via) EMAIL
    [(\[]?(?:Graphics? ?: ?)?https?://[^\s()\[\]]{4,100} ?[)\]]?
    \[(?:[Ff]eatured )?(?:[Ii]mage|[Pp]hoto|[Ss]creengrab)[^\[\]]{0,80}\]
    \((?:AP|EPA|AFP|R(?:euters|EUTERS)|Getty) ?(?:/ ?|[Pp]hotos?|Images?|PHOTO)[^()]{0,80}\)\.?
    \((?:[Pp]hoto|PHOTO|[Ii]mage|[Pp]icture)s? ?(?::|by|[Cc](?:ourt|ontr|red))[^()]{0,80}\)\.?
    \([^()]{3,60}(?:/ ?| via )(?:AP|EPA|AFP|R(?:euters|EUTERS)|Getty Images)(?:, [Ff]ile)?\)\.?
    (?:REUTERS|AFP|AP Photo|EPA)/[A-ZÀ-Þ][\w.’'-]{1,20}(?: [A-ZÀ-Þ][\w.’'-]{1,20}){0,3}(?= [“\"•])
    """).replace("EMAIL", r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}")
    + r" ?(?![—–-])(?=[A-Z“\"‘•])"
)

# A heading that a page lost the break behind: up to twenty words before a sentence begins, as its
# first word in capitals and the next in small letters tell. Twelve of twelve in 1,077 reports.
GLUED_HEADING = re.compile(
    r"(?!(?:Image|Media|Facebook) )"
    r"(?P<heading>[A-Z0-9][\w’'&$%-]{0,20} (?:\w[\w’'&$%-]{0,20} ){0,18}?"
    r"(?!(?:that|the|of|said|told|and|is|a|an|to|in|on|at|for|by|with|from|as|or|but|was|were|are"
    r"|says|writes|asked|if|when|caption|email) )\w[\w’'-]{1,20}) (?="
    r"(?:The|It|He|She|They|We|This|There|According|After|While|Although) [a-z]"
    r"|At least [\w,]{1,9} [a-z]|(?<=[a-z] )An? (?!with|into|from|that|will)[a-z]{4})"
)
LATER_HEADING = re.compile(
    r"(?<=[.!?”\"] )(?:"
    + GLUED_HEADING.pattern
    + r"|(?P<said>['‘][A-Z][\w-]{1,20}(?: [a-z][\w-]{0,20}){1,5}['’]) (?=[A-Z][\w’'-]+,? [a-z]))"
)

# The caption or credit of a picture that a page ran into the sentence behind it: up to how that
# begins, or to the agency that the credit ends in. Twelve of twelve in 1,077 reports.
_BEGINS = (
    r"(?:(?:The|An?|It|He|She|They|There|More|Police|Officials) [a-z]"
    r"|(?:At least|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Dozens|Hundreds|Thousands) \w)"
)
_WORD = r"[A-ZÀ-Þ][\w.'’-]{0,20}"
_OWNER = r"(?:AP|EPA|AFP|AAP|PA|dpa|R(?:euters|EUTERS)|Getty)(?: Images?| Photo| Pool)?"
GLUED_CAPTION = re.compile(
    any_of(
        rf"""
    (?:PLAYBACK )?(?:SHOWN copyright [^.!?]{{2,40}} )?SHOWN caption [^.!?]{{20,250}}?(?= {_BEGINS})
    Image copyright {_OWNER}(?:/{_OWNER})?(?= (?!Image|Media)[A-Z])
    CREDIT: (?:{_WORD} ){{0,3}}?{_WORD} ?/ ?{_OWNER}(?= [A-ZÀ-Þ])
    CREDIT: (?:{_WORD} ){{0,3}}?{_WORD}/[\w-]{{2,20}}(?= {_WORD} [a-z])
    THE CANADIAN PRESS/{_WORD}(?: {_WORD}){{0,2}}(?= {_BEGINS})
    [A-ZÀ-Þ][^().!?]{{10,200}} \([^()]{{2,60}}/ ?{_OWNER}\)(?= [A-ZÀ-Þ“\"‘])
    """.replace("PLAYBACK", "Media playback is (?:un|not )supported on (?:your|this) device")
        .replace("SHOWN", "(?:Image|Media)")
        .replace("CREDIT", "(?:Photo|Image|Picture|Illustration|Source|Credit)")
    )
)

# An agency's name behind the last sentence of a report.
SIGNED_OFF = re.compile(
    r"(?<=[.!?\"”»]) \(?(?:AFP|EFE|ANSA|Lusa|dpa|ANI|PTI|IANS|APA|SDA|Reuters|Xinhua|TASS)\)?\.?$"
)

# A credit or notice at the end of a line of prose: where its sentence begins.
TAIL_SENTENCE = re.compile(
    r"(?:(?<=[.!?\"”’)—…*] )|(?<=[.!?\"”)])(?=[©(—–]))"
    r"(?:--? |[—–] )?"
    + any_of(r"""
    \(?(?:Additional r|R)eporting (?:and \w+ )?by\b
    \(?(?:Writing|Editing|Compiled|Edited|Written|Translated) (?:and \w+ )?by\b
    (?:The )?(?:Associated Press|AP|Reuters|AFP|Bloomberg|CNN|Times) (?:\w+ ){0,2}writers?\b
    (?:The )?(?:Associated Press|AP|Reuters|AFP|Bloomberg|CNN|Times) (?:\w+ ){0,2}reporters?\b
    (?:The )?(?:Associated Press|AP|Reuters|AFP|Bloomberg)(?:['’]s?)? (?:\w+ ){0,4}contributed
    (?:AP|CNN|NBC|Fox News|Washington Post)['’]s? (?:\w+ ){0,4}contributed
    [A-Z][^.!?]{3,200} contributed (?:reporting|to this (?:report|story|article))
    [A-Z][^.!?]{3,80} can be (?:reached|contacted) (?:at|by|on)\b
    Copyright (?:©|\(c\)|\d{4})|©|All rights reserved|This material may not be
    Read or Share this|Start the conversation|Join the conversation|Scroll down
    Read (?:more (?:at|about|on|here|:)|also|the full)|Click here (?:to|for)\b
    For (?:all the latest|more (?:news|stories|information|on))\b
    Follow (?:@|us |her |him |me |NBC News|(?:[A-Z][\w’'.]+ ){1,2}(?:on Twitter|at @))
    Subscribe to|Sign up (?:for|to|here)|(?:Also,? )?[Ll]ike us on
    [Ss]hare this (?:story|article|post)
    What do you think\? |Want [^.?!]{3,60}\? [A-Z]|A version of this (?:article|story)
    (?:This|The) (?:article|story|post|piece) (?:was|has been) (?:\w+ )?(?:published|posted)
    This post was syndicated|The post [^.!?]{3,150} (?:appeared first on|first appeared on)\b
    (?:This|The) (?:article|story|post|piece) (?:was )?(?:originally |first |also )?appeared
    (?:Watch|WATCH|Read|READ|Related|RELATED|MORE|More|A(?:LSO|lso) R(?:EAD|ead)|PHOTOS|VIDEO) ?:[ ]
    Download (?:the|our)\b|Get (?:the latest|our daily|Breaking News)|Stay (?:updated|tuned)
    (?:Catch|Get) (?:up on )?all the\b|With (?:inputs|files|reporting) from
    \((?:With|with) (?:inputs|files|agency)\b|Image (?:source|credit|courtesy)|Photos?:[ ]
    \[?Featured [Ii]mage|> [A-Z]|Comments have been closed|For the latest\b|Write to [A-Z]
    You can (?:watch|read more)\b|The (?:views|opinions) expressed\b
    \((?:Refiled|Refiles|Corrects|Updates|Adds|Recasts|This (?:story|version|article))\b
    \(\$?1 ?= ?\$?[\d.,]+ [\w ]{2,30}\)
    \[[^\[\]]{0,100}\b(?:[Ii]mage|[Pp]hoto)\b[^\[\]]{0,100}\]$
    (?:[A-Z][\w.’'-]+ ){2,3}is an? [^.!?]{0,60}\b(?:writer|columnist|editor|intern)\b[^.!?]{0,80}\.$
    [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}
    \([^()]{3,120}\b(?:photo|Photo|image|via)\b[^()]{0,60}\)$
    \[[A-Za-z][\w ]{1,25}\]$|/[a-z]{2,4}$
    \((?:AP|ANI|PTI|IANS|R(?:euters|EUTERS)|AFP|Xinhua|Yonhap|END|UPI|dpa|Agencies|PNA|EFE|ANSA|Lusa|APA|SDA)\)\.?$
    (?:AFP|EFE|ANSA|Lusa|dpa|APA|SDA)$
    [—–-] ?(?:AP|R(?:euters|EUTERS)|AFP|Xinhua|Agencies|PTI|Bernama|dpa|ANI|IANS)\.?$
    [—–-] ?[A-Z]\w+\.com\.?$
    """)
)
