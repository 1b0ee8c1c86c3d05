"""What all pages of the site share: the frame of HTML, and a style kin to that of the brief."""

import re
from base64 import b64encode
from hashlib import sha256
from html import escape

from briefs.rendering.stylesheet import screen

WAYS = """
@media screen {
  .ways { display: flex; flex-wrap: wrap; gap: 4px 18px; margin-bottom: 22px;
    font: 13px/1.5 var(--sans); }
  .ways :first-child { margin-right: auto; }
  .ways a, .thread a { padding: 4px 0; color: var(--accent); text-decoration: none; }
  .ways a:hover, .thread a:hover { text-decoration: underline; }
  .thread { margin-top: 6px; font: 13px/1.5 var(--sans); }
  .story, .in-brief li { scroll-margin-top: 24px; }
  .story:target h2, .in-brief li:target { border-left: 3px solid var(--accent);
    padding-left: 12px; margin-left: -15px; }
}
@media screen and (min-width: 801px) {
  .panes .story, .panes .in-brief li { scroll-margin-top: calc(24px - 30vh); }
}
@media print { .ways, .thread { display: none; } }
"""
"""What a brief's own page gets for the links that lead from it."""

_SITE = """
body { font-family: var(--serif); }
h1 { text-wrap: balance; }
h3 { margin: 0; }
.brief a { text-decoration-color: var(--rule); text-underline-offset: 3px; }
.brief a:hover { color: var(--accent); text-decoration-color: currentColor; }
.date a, .quiet { color: var(--muted); }
.newest { margin-top: 26px; }
.newest h2 { font-size: 26px; line-height: 1.2; }
.newest h2 a, .what a, .threads a { text-decoration: none; }
.newest ul, .days, .threads, .months { margin: 0; padding: 0; list-style: none; }
.newest .head { margin-top: 12px; font-size: 19px; line-height: 1.36; }
.newest li a { text-decoration: none; }
.newest li a:hover, .what a:hover, .threads a:hover { text-decoration: underline; }
.newest .short { margin-top: 8px; color: var(--muted); font-size: 16px; line-height: 1.45; }
.newest .short:first-child { margin-top: 16px; padding-top: 14px;
  border-top: 1px solid var(--rule); }
.tag { padding: 0 7px; border: 1px solid var(--rule); border-radius: 10px; color: var(--accent);
  font: 12px/1.5 var(--sans); white-space: nowrap; vertical-align: 2px; }
.newest a.tag { color: var(--accent); }
.whole { margin-top: 18px; font: 600 14px/1.5 var(--sans); }
.whole a { padding: 4px 0; color: var(--accent); text-decoration: none; }
.whole a:hover { text-decoration: underline; }
.box { margin-top: 34px; padding: 18px 22px 20px; background: var(--box);
  border-left: 3px solid var(--accent); }
.part { margin-top: 34px; }
.box h2, .part h2 { color: var(--muted); font: 600 12px/1.4 var(--sans); letter-spacing: .09em;
  text-transform: uppercase; }
.threads li { margin-top: 10px; font-size: 16px; line-height: 1.45; }
.quiet { font: 13px/1.5 var(--sans); }
.threads .quiet { display: block; }
.days > li { display: grid; grid-template-columns: 92px minmax(0, 1fr); gap: 0 14px;
  padding: 16px 0; border-bottom: 1px solid var(--rule); }
.days > li:last-child { border-bottom: 0; }
.when { text-decoration: none; }
.number { display: block; font-size: 30px; line-height: 1; white-space: nowrap; }
.number small { color: var(--muted); font: 12px/1 var(--sans); }
.weekday { display: block; margin-top: 6px; color: var(--muted); font: 12px/1.4 var(--sans);
  overflow-wrap: normal; }
.what ul { margin: 0; padding: 0; list-style: none; }
.what li { margin-top: 6px; color: var(--muted); font-size: 15px; line-height: 1.42; }
.what li:first-child { margin-top: 0; color: var(--text); font-size: 18px; line-height: 1.34; }
.what .quiet { margin-top: 6px; }
.months { display: flex; flex-wrap: wrap; gap: 8px 26px; margin-top: 10px; font-size: 16px; }
.months .quiet { margin-left: 6px; }
.year { margin-top: 14px; font: 600 13px/1.5 var(--sans); }
.told { position: relative; margin-left: 5px; padding: 0 0 30px 20px;
  border-left: 2px solid var(--rule); }
.told:last-child { padding-bottom: 0; }
header + .told { margin-top: 30px; }
.told::before { content: ""; position: absolute; left: -6px; top: 5px; width: 10px; height: 10px;
  border-radius: 5px; background: var(--accent); }
.told h2 { font: 600 13px/1.6 var(--sans); color: var(--muted); }
.told h3 { margin: 4px 0 6px; font-size: 19px; line-height: 1.3; text-wrap: balance; }
.told .cite { white-space: nowrap; }
.foot { margin-top: 34px; padding-top: 14px; border-top: 1px solid var(--rule);
  display: flex; flex-wrap: wrap; gap: 4px 18px; font: 13px/1.5 var(--sans); }
.foot a { padding: 4px 0; color: var(--accent); text-decoration: none; }
.foot :last-child { margin-left: auto; }
@media (max-width: 720px) {
  .box { margin-left: -18px; margin-right: -18px; padding: 18px; }
  .days > li { grid-template-columns: 74px minmax(0, 1fr); gap: 0 10px; }
  .number { font-size: 26px; }
  .weekday { font-size: 11px; }
  .what li:first-child { font-size: 17px; }
}
"""


def frame(title: str, language: str, body: str, *, feed: str = "") -> str:
    """A page around its body; `feed` is the way to the feed, if there is one."""
    style = f"{screen()}{WAYS}{_SITE}"
    return f"""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="briefs">{_feed(feed)}
<title>{escape(title)}</title>
<style>{style}</style>
</head>
<body>
<main class="brief">
{body}
</main>
</body>
</html>
"""


def add_to_head(page: str, style: str, *, feed: str = "") -> str:
    """A brief's page with more style, which its Content-Security-Policy allows, and the feed."""
    head, opening, rest = page.partition("<style>")
    own, closing, rest = rest.partition("</style>")
    if not closing:
        return page
    own += style
    head = re.sub(r"style-src 'sha256-[^']*'", f"style-src '{_hash(own)}'", head, count=1)
    head = head.replace("\n<title>", f"{_feed(feed)}\n<title>", 1)
    return head + opening + own + closing + rest


def _feed(address: str) -> str:
    if not address:
        return ""
    return f'\n<link rel="alternate" type="application/atom+xml" href="{escape(address)}">'


def _policy(style: str) -> str:
    return f"default-src 'none'; style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'"


def _hash(style: str) -> str:
    return f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}"
