"""Lines and sentences that are not the article's prose: bylines, captions, credits, promotion.

Precision comes first: a good sentence called furniture is lost, a missed one only ranks low. Of
some 390 hits among the 20,664 sentences of 1,077 crawled reports, none was prose alone.
"""

import re

from briefs.model import BlockKind

_LONGEST = 400  # characters: what is longer is somebody's prose

_NAME = r"[A-ZÀ-Þ][\w.'’-]{0,24}"
_NAMES = rf"(?-i:{_NAME}(?: (?:{_NAME}|and|und|et|y|e|de|van|von|der|the|in|&)){{0,9}})"
_AGENCY = r"(?-i:AP|AFP|REUTERS|Reuters|EPA|AAP|PA|ANI|PTI|UPI|IANS|Xinhua|Yonhap|TASS|dpa|CNN)"
_WORK = r"article|story|report|post|piece|dispatch"
_MONTH = r"(?-i:[A-Z][a-z]{2,8}\.? )"
_SHOT = r"(?:(?:file|handout|undated|combination|frame) )?"
_PICTURE = r"(?:photo(?:graph)?|picture|image)"

# What the text begins with, kind by kind.
_BEGINNINGS: dict[BlockKind, tuple[str, ...]] = {
    "correction": (
        r"(?:corrections?|clarifications?)(?: and clarifications?)? ?[:(—–-]",
        rf"(?:an earlier|a previous|the original) version of this (?:{_WORK})\b",
        rf"this (?:{_WORK}|headline) (?:has been|was|is being) (?:corrected|amended)\b",
        rf"the (?:{_WORK}|headline) (?:has been|was) (?:corrected|amended) to\b",
    ),
    "byline": (
        rf"(?-i:By|BY|by|Von|Par|Por|Di) {_NAMES}(?:,? {_NAMES})?$",
        r"(?:published|posted|(?:last )?(?:updated|modified))(?: on| at|:) ?.{0,12}\d.{0,40}$",
    ),
    "caption": (
        rf"(?:in )?this {_MONTH}\d{{1,2}},? (?:\d{{4}},? )?{_SHOT}{_PICTURE}\b",
        (
            rf"(?:in )?this {_SHOT}{_PICTURE},? (?:taken|made|released|provided"
            r"|issued|distributed|shows|from|grab)\b"
        ),
        r"this photo of .{1,160} (?:was|were) (?:provided|released|taken)\b",
        (
            r"(?:photo|photograph|picture|image|illustration|graphic)(?:graph)?s? "
            r"(?:by|courtesy|credit|copyright|caption)\b"
        ),
        r"media (?:caption|playback)\b|facebook twitter pinterest\b|story highlights\b",
        r"(?:clockwise )?from (?:top )?left(?: to right)?(?:,|:| are\b)",
        (
            r"(?:(?:undated|combination|handout|file) )?(?:picture|photo|photograph|image)"
            r"(?:s? (?:taken|made|released|provided|issued)| shows)\b"
        ),
        r"(?-i:FILE) ?[-–—:]",
    ),
    "furniture": (
        # Credits.
        (
            r"(?:additional |with |with additional |further )?reporting "
            r"(?:and (?:writing|editing) )?by (?-i:[A-Z])"
        ),
        (
            r"(?:writing|editing|compiled|edited|written|produced|translated)(?: and \w+)? by "
            r"(?-i:[A-Z])(?!.{160})"
        ),
        r"to contact the (?:reporter|editor|author|writer|staff)",
        (
            r"(?:you can )?(?:please )?(?:e-?mail|contact|write to|reach) "
            r"(?-i:[A-Z@]|the |us |him |her |me ).{0,80}@"
        ),
        # Rights.
        r"copyright (?:©|\(c\)|\d{4}|the |violation|(?-i:[A-Z]))",
        r"\(?c\) ?\d{4}",
        (
            rf"this (?:{_WORK}) (?:was |is )?(?:originally |first )?"
            r"(?:appeared|published|republished|syndicated|provided)\b"
        ),
        r"this news story is related to print/",
        rf"this (?:{_WORK}) has not been edited\b|the weather company['’]s primary journalistic",
        rf"a version of this (?:{_WORK})\b",
        r"editor['’]?s['’]? note ?[:–—-]",
        r"(?:the )?(?:views|opinions) expressed (?:in this|are|here|by)\b",
        # Promotion.
        (
            r"(?:read|see|find out|learn|discover) (?:more|also|next)"
            r"(?:$|:| (?:about|at|on|here|from|coverage|stories|in our)\b)(?!.{140})"
        ),
        (
            r"(?:(?:also |must )?(?:read|see|watch)(?: also| more| next| now| live)?"
            r"|listen|also|more|related(?: stor(?:y|ies)| articles?)?|don['’]t miss) ?[:>»|]"
        ),
        (
            r"(?:read|watch|see) (?:the )?(?:full|original|entire|complete) "
            r"(?:article|story|report|interview|video|list|statement)\b.{0,60}$"
        ),
        r"(?:click|tap|scroll|swipe) (?:here|down|through|on|to|the)\b.{0,120}$",
        (
            r"(?:please )?(?:subscribe|sign up|sign in|log in|register (?:now|here|for free)"
            r"|download (?:the|our)) .{0,160}$"
        ),
        (
            r"(?:subscribe|share|tweet|print|advertisements?|sponsored|loading|comments?|close|menu"
            r"|follow)\W{0,3}$"
        ),
        r"advertisements? (?-i:[A-Z])",
        r"share (?:this|on|via|with|your)\b.{0,120}$",
        r"like us on\b",
        r"(?:join|continue) (?:us|the (?:conversation|discussion)|our)\b.{0,80}$",
        r"(?:start the conversation|read or share this|scroll down|click to)\b",
        (
            r"(?:you can )?follow (?:@|(?-i:[A-Z][\w.’'-]+ ){1,5}(?:and .{1,60} )?(?:on|at|via|@)\b"
            r"|(?:us|him|her|me|them|our|the \w+)\b.{0,60}(?:on|at|@))"
        ),
        (
            r"get (?:the )?(?:latest|breaking|our|daily|all the) .{0,80}"
            r"(?:news|updates|newsletter|app|alerts|inbox)\b"
        ),
        (
            r"get (?:the|your|our|my) (?-i:[A-Z]).{0,80}\b(?:checklist|guide|roadmap|e-?book|course"
            r"|template|toolkit|magazine|copy)\b"
        ),
        (
            r"(?:on this page,? you|auf dieser seite finden|sur cette page,? vous|en esta página"
            r"|nesta página|in questa pagina|bookmark this|coloque nos seus favoritos)\b"
        ),
        (
            r"for (?:all )?(?:the )?(?:more|latest|breaking) .{0,60}"
            r"(?:news|updates|stories|coverage)\b.{0,80}$"
        ),
        r"(?:story|article) continues below|continue reading\b|more to (?:follow|come)\b",
        r"(?:please )?(?:check back|stay (?:tuned\b|with (?-i:[A-Z])))",
        r"check out (?:the|our|more|all|these)\b.{0,80}$",
        r"catch up on (?:all )?(?:the|our)\b|(?-i:A(?:lso|LSO) R(?:ead|EAD) [A-Z])|please log in\b",
        (
            r"(?:take a look at|watch) (?:the|our) (?:full |attached |below )?"
            r"(?:videos?|clips?|photos?|pictures?|gallery|slideshow|trailer)\b"
        ),
        r"start your (?:day|morning|week) with\b|now you can (?:hear|listen|watch|subscribe)\b",
        r"watch (?:live )?coverage of\b|watch live\b|(?-i:Watch [A-Z][\w.’'-]+ [A-Z])|reporter: ",
        r"this is a (?:breaking|developing)(?: news)?(?: story)?\b",
        r"(?:what do you think\?|let us know\b|tell us\b|send us\b|got a (?:story|tip)\b)",
        r"do you have .{0,60}\?$",
        r"(?:https?://|www\.)\S+$",
        # The same in German, French, Spanish, Italian and Portuguese.
        (
            r"(?:lesen sie (?:auch|mehr)|mehr zum thema|à lire aussi|lire (?:aussi|la suite)"
            r"|lea también|le puede interesar|leer más|leggi anche|potrebbe interessarti"
            r"|leia (?:também|mais)|veja também|(?:jetzt )?(?:newsletter )?abonnieren"
            r"|abonnez-vous|suscríbe(?:te|ase)|iscriviti|inscreva-se|assine)\b(?!.{120})"
        ),
    ),
}
# What gives the text away wherever it stands.
_ANYWHERE: dict[BlockKind, tuple[str, ...]] = {
    "caption": (
        r"(?-i:\bAP Photo\b|\bGetty Images\b|\bF(?:ILE|ile) (?:PHOTO|photo|picture|image|pic)\b)",
        (
            r"(?-i:\b(?:Photo|Picture|Image|Foto|Video|Illustration|Graphic)s?)"
            r"(?: credits?| courtesy(?: of)?)? ?: ?"
        ),
        rf"\b{_AGENCY} ?/ ?{_NAME}(?: {_NAME}){{0,4}}[\])]?\W{{0,2}}$",
        rf"(?:/|\bvia |photo by |\bfor ){_AGENCY}[\])](?! ?[-–—:])",
        (
            rf"\bin this (?:\w+ )?(?:{_MONTH}?\d{{1,2}},? (?:\d{{4}},? )?)?"
            r"(?:file|handout|undated|combination|combo|frame) ?(?:photo|picture|image|grab)"
        ),
        (
            r"\b(?:file|handout|undated) (?:photo|photograph|picture|image) "
            r"(?:of|taken|from|provided|released|shows)\b"
        ),
        r"\b(?:image|media) (?:copyright|caption)\b",
        r"(?-i:\b(?:REUTERS|THE CANADIAN PRESS|AP Photo)/)",
        r"(?-i:\((?:\d(?:st|nd|rd|th)-)?[LRC]\))",
        r"\bpictured (?:above|below|right|left|here)\b",
        r"^(?-i:[A-Z])[\w .’'-]{2,40} in action (?:against|during|at|for|on)\b",
    ),
    "furniture": (
        rf"\bcontributed to this (?:{_WORK})\b|\bcontributed (?:reporting|to the reporting)\b",
        (
            r"\bcan be (?:reached|contacted|followed|found) (?:at|by|on|via) "
            r"(?:\(?\d|@|e-?mail|phone|twitter|facebook|[\w.]{1,40}@|https?:|www)"
        ),
        r"©|\ball rights reserved\b",
        r"\b(?:may|must|can) not be (?:published|reproduced|redistributed|rewritten|reprinted)\b",
        r"\b(?:found|available|read|seen|viewed|downloaded|watched) (?:right )?here\.$",
        r"^you can (?:also )?(?:view|see|read|find|watch|download|hear|buy)\b.{0,120}\bhere\.$",
        r"\b(?:leave|post|add|share) .{0,40}\bin the comments?\b",
        r">> ?(?:more|read|related|see|watch)\b",
        r"\bdelivered (?:straight )?(?:to|in) your inbox\b",
        r"\bour (?:daily |weekly |free )?newsletters?\b",
        r"pic\.twitter\.com/",
        r"^\d{1,3} related media assets|^there are \d{1,5} comments on the\b",
        r"\bfollow (?:us|him|her|me|them|@\w+|our \w+) (?:on|at|@)",
        r"\bon twitter(?: at |: ?|, )@",
        r"^[\w.+-]{1,64}@[\w.-]{3,80}$|^[^,;:]{0,60}: [\w.+-]{1,64}@[\w.-]{3,80}$",
        (
            rf"^(?:{_NAMES}|he|she)(?:, .{{1,60}},)? is (?:an? |the )(?:[\w-]+ ){{0,5}}"
            r"(?:reporter|correspondent|columnist|staff writer|editor|producer|contributor) "
            r"(?:at|for|with|covering|on) .{0,80}$"
        ),
        rf"^\W{{0,3}}{_AGENCY}\W{{0,4}}$",
    ),
}


def _compiled(table: dict[BlockKind, tuple[str, ...]], start: str) -> re.Pattern[str]:
    kinds = (f"(?P<{kind}>{'|'.join(patterns)})" for kind, patterns in table.items())
    return re.compile(start + f"(?:{'|'.join(kinds)})", re.IGNORECASE)


_BEGINNING = _compiled(_BEGINNINGS, r"\W{0,4}")
_INSIDE = _compiled(_ANYWHERE, "")
# The words the patterns begin with, and what the others hold: most text is done with here.
_FIRST_WORD = re.compile(r"\W{0,4}(\w+)")
_FIRST_WORDS = frozenset(
    "a abonnez abonnieren additional advertisement advertisements also an article assine auf "
    "bookmark by c can catch check clarification clarifications click clockwise close coloque "
    "combination comment comments compiled contact continue copyright correction corrections di "
    "discover do don download e edited editing editor editors email en facebook feel file find "
    "follow for foto from further get got graphic handout have http https illustration image "
    "images in inscreva iscriviti jetzt join last le lea learn leer leggi leia lesen let like "
    "lire listen loading log media mehr menu more must nesta newsletter now on opinions "
    "original par photo photograph photographs photos picture pictures please por posted "
    "potrebbe previous print produced published reach read register related reporter reporting "
    "scroll see send share sign sponsored start stay story subscribe sur suscríbase suscríbete "
    "swipe take tap tell the this to translated tweet undated updated veja views von watch what "
    "with write writing written www you à".split()
)
_SIGNS = tuple(
    "photo imag picture foto video: caption reuters/ press/ contributed reserved published "
    "reproduced redistributed rewritten reprinted reached contacted followed found inbox "
    "newsletter © / @ twitter reporter correspondent columnist writer editor producer "
    "contributor via assets comment >> action here.".split()
) + (", 20", "l)", "r)", "c)")

# A caption, told in the present, ends in a weekday, a full date and perhaps the place.
_CAPTION_END = re.compile(
    r"(?:,|\b(?:in|on|at|of)\b[^,.]{0,60}) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:morning|afternoon|evening|night))?,? [A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}"
    r"(?:,? (?:in|at|near|outside) [^,.]{2,40}(?:, [^,]{2,25})?)?\.$"
)
_PAST = re.compile(r"\b(?:was|were|had|did|said|told|died|announced|reported|[a-z]{3,}ed on)\b")
# A headline run into the sentence behind it: its first two words begin that sentence too.
_TOLD_TWICE = re.compile(
    r"((?:[A-Z][\w’'-]{1,30}|\d{1,4}) [\w’'-]{2,30}) (?:[\w’'$-]{1,30} ){1,12}?\1\b"
)
_SMALL_IN_PROSE = frozenset(
    "Is Are Be Will Would For That The To With And Of In On Say Says Has Have After From At By As "
    "It His Her Their Not Than Over About Into Who When How Why What".split()
)


def furniture_kind(text: str) -> BlockKind | None:
    """What a line or a sentence is when it is no prose; None for prose or over 400 characters."""
    if len(text) > _LONGEST:
        return None
    first = _FIRST_WORD.match(text)
    if first is None:
        return "furniture" if not any(map(str.isalpha, text)) else None
    found = None
    if first[1].lower() in _FIRST_WORDS:
        found = _BEGINNING.match(text)
    if found is None:
        lower = text.lower()
        if len(text) < 16 or any(sign in lower for sign in _SIGNS):
            found = _INSIDE.search(text)
    if found:
        return found.lastgroup  # type: ignore[return-value]
    if ", 20" in text and _CAPTION_END.search(text[-160:]) and not _PAST.search(text):
        return "caption"
    return "heading" if _TOLD_TWICE.match(text) or _begins_as_headline(text) else None


def _begins_as_headline(text: str) -> bool:
    """Whether the first words are written as headlines are: `Friends Say That All Will Be Fine`."""
    if sum(map(str.isupper, text[:60])) < 6:
        return False
    words = text[:100].split(" ")[1:-1]
    run = next((n for n, word in enumerate(words) if not word.isalnum()), len(words))
    return sum(word in _SMALL_IN_PROSE for word in words[:run]) >= 3
