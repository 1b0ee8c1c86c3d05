"""What a single line is, judged by its words alone."""

import re

from briefs.model import BlockKind

_STOPS = frozenset(".!?…。！？।؟")
_CLOSERS = "\"'”’»)]*›」』"
_END_MARK = re.compile(r"[(\[#*—–_ -]{0,5}(?:END|ENDS|-?30-?|(?:\# ?){3})[)\]#*—–_ -]{0,5}", re.IGNORECASE)
_TAIL_HEADING = re.compile(
    r"(?:related(?: (?:articles?|stories|news|content|topics|links|posts|coverage))?|more (?:stories|news|from|on this|in|like this|coverage|articles?|top stories|to read)|"
    r"read (?:next|also|more|on)|also read|most (?:popular|read|viewed|shared|watched)|trending(?: now)?|you (?:may|might) (?:also )?(?:like|be interested)|"
    r"recommended(?: for you| stories| reading| articles)?|comments?|leave a (?:comment|reply)|editor['’]?s['’]? (?:picks?|choice)|about the authors?|"
    r"don['’]?t miss|top stories|latest (?:news|stories|headlines)|other (?:news|stories)|see also|from (?:the|around the) web|"
    r"mehr zum thema|lesen sie auch|weitere artikel|das könnte sie auch interessieren|à lire aussi|lire aussi|sur le même sujet|"
    r"lea también|le puede interesar|más noticias|noticias relacionadas|leggi anche|potrebbe interessarti|leia também|veja também|mais lidas)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?i:by|von|par|por|di) (?:[A-ZÀ-Þ][\w.'’-]*,?(?: (?:[A-ZÀ-Þ][\w.'’-]*,?|and|&|und|et|y|e|de|van|von|der|la|in|for|of|the)){0,14})(?: \| .{0,60})?",
)
_BYLINE_START = re.compile(r"(?:BY|By|by|Von|Par|Por|Di|VON|PAR|POR) ")
_CREDIT = re.compile(
    r"(?:\b(?:AP|AFP|EPA|PTI|ANI|Reuters|Getty|Shutterstock|EFE|dpa) (?:Photos?|Images?|File|Pool)\b|AFP/|EPA/|REUTERS/|Getty Images|"
    r"\bAFP via\b|\bvia (?:AP|Getty|Reuters|AFP)\b|\b(?:Photo|Photograph|Picture|Image|Foto|Pic|Illustration|Graphic|Video)s?(?: credit| courtesy)?(?: by |: |/)|"
    r"\((?:left|right|L|R|centre|center|C|second left|pictured)\)|\bin this (?:file|undated|\w+ \d{1,2},? \d{4}) (?:photo|picture|image)?|"
    r"\b(?:[Ff]ile|FILE) (?:photo|PHOTO|picture|image|pic)\b|\bundated (?:handout|photo|file))"
)
_FURNITURE = re.compile(
    r"(?:[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}\W{0,3}$|(?:e-?mail|contact|write to|follow|reach) .{0,60}[\w.+-]{1,64}@[\w-]{1,64}\.\w|"
    r"\(?(?:additional )?(?:reporting|writing|editing|compiled|edited|written) by \w|.{0,120}\bcontributed to this (?:report|story|article)|.{0,120}\bcontributed reporting|"
    r".{0,80}\bcan be reached (?:at|by|on)|to contact the (?:reporter|editor|author)|"
    r"(?:©|\(c\)|copyright\b)|all rights reserved|.{0,100}\ball rights reserved\b|.{0,60}may not be (?:published|reproduced|redistributed)|"
    r"(?:read|see|find out|learn) (?:more|also|next|full)\b.{0,80}$|read or share this|(?:also )?read:|see also|watch(?: now| live| the video|:)|click here|"
    r"(?:please )?(?:subscribe|sign up|log in|sign in|register|join us|download (?:the|our|indian))\b|share (?:this|on|via)\b|share$|tweet$|print$|advertisement|sponsored|"
    r"follow (?:us|@|him on|her on|\w+ \w+ on) |like us on|for (?:all )?the latest\b.{0,60}\bnews\b|for more (?:news|stories|on)\b|start the conversation|"
    r"this (?:article|story|post) (?:was|has been|is) (?:originally|first|syndicated|published|republished|reprinted)|"
    r"scroll down|loading|close$|story continues below|continue reading|get the latest|image copyright|media caption|play video|"
    r"\w[\w .'’-]{2,60} is an? .{0,60}\b(?:reporter|correspondent|columnist|editor|staff writer|writer)\b.{0,30}(?:at|for|with|covering|who|\.$)|"
    r"\[email.protected\]|https?://\S{4,}$|www\.\S{4,}$|pic\.twitter\.com/\S+$|[-–—•*·_=#~ ]{1,40}$)",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"(?:corrections?\b ?[:(—–-]|corrections? and clarifications?|clarification\b ?[:—–-]|an earlier version of this|a previous version of this|"
    r"(?:this|the) (?:article|story|report|post|piece|headline) (?:has been|was|is being) (?:corrected|amended|updated to correct)|editor['’]?s note: (?:this|an earlier|a previous).{0,80}(?:correct|earlier version))",
    re.IGNORECASE,
)
_TAIL_SENTENCE = re.compile(
    r"(?:(?<=[.!?\"”’)—] )|(?<=[.!?\"”’)]))"
    r"(?:\(?(?:Additional r|R)eporting by |\(?(?:Writing|Editing|Compiled|Edited|Written) by |"
    r"(?:The )?(?:Associated Press|AP|Reuters|AFP|Bloomberg|Washington Post|CNN|Times|Agence France-Presse)(?:['’]s?)? (?:[A-Z][a-z]+ )?(?:(?:staff )?writers?|reporters?|correspondents?|journalists?|contributed)\b|"
    r"[A-Z][^.!?]{3,160} contributed (?:reporting|to this (?:report|story|article))|"
    r"Copyright (?:©|\(c\)|\d{4})|©|Read or Share this|Start the conversation|Read more (?:at|about|on|here)\b|For all the latest\b|Click here to\b|"
    r"Follow (?:@|us |[A-Z][a-z]+ [A-Z][a-z]+ (?:on Twitter|at @))|Subscribe to|Sign up (?:for|to)|Like us on|[Ss]hare this (?:story|article)|"
    r"What do you think\? |Scroll down|A version of this (?:article|story)|This (?:article|story|post) (?:was|has been) (?:originally |first |syndicated |re)?p?u?b?l?|"
    r"All rights reserved|To contact the (?:reporter|editor)|This material may not be|> [A-Z]|\((?:AP|ANI|PTI|IANS|Reuters|REUTERS|AFP|Xinhua|Yonhap|END|UPI|dpa)\)$|[—–] ?(?:AP|Reuters|AFP|Xinhua|Agencies|PTI)\.?$)"
)


def ends_sentence(line: str) -> bool:
    """Whether a line ends with a mark that ends sentences, closing quotes and brackets aside."""
    bare = line[-12:].rstrip(_CLOSERS)
    return bool(bare) and (bare[-1] in _STOPS or (bare[-1] in ":;,—–" and len(line) > 160))


def is_end_mark(line: str) -> bool:
    """Whether a line says that the report ends here, as `(END)`, `ENDS`, `-30-` or `###`."""
    return len(line) <= 12 and _END_MARK.fullmatch(line) is not None


def is_tail_heading(line: str) -> bool:
    """Whether a line heads what sites put below an article: related stories, comments."""
    return len(line) <= 60 and not line.endswith((".", "!", "”", '"')) and _TAIL_HEADING.match(line) is not None


def same_words(line: str, title: str) -> bool:
    """Whether a line repeats the title, case and punctuation aside."""
    if line == title:
        return bool(title)
    if not title or abs(len(line) - len(title)) > 8:
        return False
    return _bare(line) == _bare(title)


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def line_kind(line: str) -> BlockKind | None:
    """What a line is when it is no prose; None for prose and for headings, which look like any line.

    Only lines of at most 400 characters are judged: longer ones are somebody's prose.
    """
    if len(line) > 400:
        return None
    if _CORRECTION.match(line):
        return "correction"
    if _BYLINE_START.match(line) and len(line) <= 120 and _BYLINE.fullmatch(line):
        return "byline"
    if _FURNITURE.match(line):
        return "furniture"
    if _CREDIT.search(line):
        return "caption"
    return None


def tail_sentences(text: str, start: int, end: int) -> int:
    """Where the credits and notices at the end of a line of prose begin; `end` when there are none."""
    found = _TAIL_SENTENCE.search(text, max(start, end - 300), end)
    return found.start() if found and found.start() > start else end
