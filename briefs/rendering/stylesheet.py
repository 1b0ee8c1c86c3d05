"""How a brief looks: one page of newspaper on paper, one column of prose on a screen.

Print sizes come from the planner's table, so that what was planned is what is printed.
"""

from base64 import b64encode
from functools import cache
from importlib.resources import files

from briefs.page import sizes

_SCREEN = """
:root {
  color-scheme: light dark;
  --page: #f4f2ec; --card: #fffefb; --text: #1f1d1a; --muted: #66615a; --accent: #8c2f1b;
  --rule: #dcd7cb; --box: #f4f2ec;
  --serif: Georgia, Gelasio, "Noto Serif", "Liberation Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--text); font-family: var(--serif); }
h1, h2, p, ul, ol { margin: 0; padding: 0; }
h1, h2, p, li { overflow-wrap: anywhere; }
a { color: inherit; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.cite { color: var(--accent); text-decoration: none; white-space: nowrap; }
.origins { display: inline-block; }
.by strong { font-weight: inherit; color: var(--accent); white-space: nowrap; }
.also, .tie { white-space: nowrap; }
"""

_ON_SCREEN = """
@media screen {
  .brief { max-width: 700px; margin: 32px auto; padding: 44px 48px 40px; background: var(--card);
    border: 1px solid var(--rule); }
  h1 { font-size: 34px; line-height: 1.1; letter-spacing: -.01em; }
  .date { margin-top: 10px; padding-bottom: 14px; border-bottom: 3px double var(--rule);
    color: var(--muted); font: 13px/1.5 var(--sans); }
  .story { margin-top: 28px; }
  .story h2 { font-size: 21px; line-height: 1.28; text-wrap: balance; }
  .story:first-child h2 { font-size: 26px; line-height: 1.2; }
  .by { margin: 5px 0 8px; color: var(--muted); font: 13px/1.5 var(--sans); }
  .by em { margin-right: 6px; font-style: normal; }
  .dot { display: none; }
  .origins { padding: 0 7px; border: 1px solid var(--rule);
    border-radius: 10px; white-space: nowrap; }
  .body, .in-brief li, .sources li { text-wrap: pretty; }
  .body { font-size: 17px; line-height: 1.58; }
  .body strong { font: 600 13px/1 var(--sans); color: var(--accent); }
  .cite { padding: 4px 1px; font: 12px/1 var(--sans); vertical-align: 2px; }
  .also { color: var(--muted); font: 13px/1 var(--sans); }
  .cite:hover { text-decoration: underline; }
  .in-brief h2, .sources h2 { font: 600 12px/1.4 var(--sans); letter-spacing: .09em;
    text-transform: uppercase; color: var(--muted); }
  .in-brief { margin-top: 34px; padding: 18px 22px 20px; background: var(--box);
    border-left: 3px solid var(--accent); }
  .in-brief ul { list-style: none; }
  .in-brief li { margin-top: 10px; font-size: 16px; line-height: 1.5; }
  .sources { margin-top: 34px; padding-top: 16px; border-top: 1px solid var(--rule); }
  .sources ol { margin-top: 8px; padding-left: 2.2em; }
  .sources li { padding: 2px 0 2px 4px; color: var(--muted); font: 13px/1.5 var(--sans);
    font-variant-numeric: tabular-nums; }
  .sources li:target { color: var(--text); font-weight: 600; }
  .sources a { color: var(--text); text-decoration-color: var(--rule);
    text-underline-offset: 2px; }
  .sources a:hover { color: var(--accent); }
  .unread { margin-top: 18px; color: var(--muted); font: italic 13px/1.5 var(--sans); }
}
@media screen and (max-width: 720px) {
  .brief { margin: 0; padding: 24px 18px 28px; border: 0; }
  h1 { font-size: 30px; }
  .story:first-child h2 { font-size: 24px; }
  .in-brief { margin-left: -18px; margin-right: -18px; padding: 18px; }
}
@media screen and (prefers-color-scheme: dark) {
  :root { --page: #121315; --card: #1a1c1f; --text: #ece8e0; --muted: #a8a297; --accent: #f0a18d;
    --rule: #34373b; --box: #232629; }
}
"""

_X_HEIGHT = 0.473
"""Of the printed font, in em."""

EVIDENCE = """
@media screen {
  :root { --mark: #fff1b8; --here: #ffd84d; --here-text: #1f1d1a; --same: #8c2f1b; }
  .panes { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .panes > * { height: 100vh; height: 100dvh; overflow-y: auto; scroll-padding-top: 30vh;
    overscroll-behavior: contain; }
  .panes .brief { max-width: none; margin: 0; border: 0; border-right: 1px solid var(--rule); }
  .evidence { padding: 32px 40px 60vh; }
  .source { max-width: 640px; margin: 0 auto 40px; padding-bottom: 32px;
    border-bottom: 1px solid var(--rule); }
  .source h2 { margin-bottom: 12px; font-size: 21px; line-height: 1.28; text-wrap: balance; }
  .source h2 a { text-decoration-color: var(--rule); text-underline-offset: 3px; }
  .label { margin-bottom: 4px; color: var(--muted); font: 13px/1.5 var(--sans); }
  .paragraph, .heading { margin-top: 10px; font-size: 16px; line-height: 1.55; }
  .heading { font-weight: bold; }
  details { margin-top: 10px; color: var(--muted); font: 13px/1.5 var(--sans); }
  summary { cursor: pointer; }
  details p { margin: 4px 0 0 14px; }
  mark { padding: 1px 0; background: var(--mark); color: inherit; scroll-margin-top: 30vh; }
  mark.same { background: none; text-decoration: underline dotted var(--same) 2px;
    text-underline-offset: 4px; }
  mark:target, :target + mark { background: var(--here); color: var(--here-text);
    text-decoration: underline 2px var(--accent); text-underline-offset: 4px; }
  .back { color: var(--accent); font: 12px/1 var(--sans); white-space: nowrap; }
  .cite:target { outline: 2px solid var(--accent); background: var(--mark); }
}
@media screen and (max-width: 800px) {
  .panes { display: block; }
  .panes > * { height: auto; overflow: visible; }
  .panes .brief { max-width: 700px; margin: 0 auto; border-right: 0; }
  .evidence { padding: 24px 18px 60vh; border-top: 3px double var(--rule); }
  mark, .cite { scroll-margin-top: 25vh; }
}
@media screen and (prefers-color-scheme: dark) {
  :root { --mark: #3a3420; --here: #6b5600; --here-text: #fff6d6; --same: #f0a18d; }
}
@media print { .evidence { display: none; } }
"""


def screen() -> str:
    """The part for screens alone, without the printed font."""
    return _SCREEN + _ON_SCREEN


def stylesheet(paper: str = "", scale: float = 1.0) -> str:
    """The whole style sheet, for the printer's own paper if `paper` is empty.

    `scale` shrinks the printed type (1.0 is what the planner counts). On A4, which is higher than
    what the planner counts with, lines stand further apart.
    """
    size = f"@page {{ size: {paper}; }}\n" if paper else ""
    leading = sizes.LEADING.get(paper, 1.0)
    return f"{screen()}{_fonts()}{_print(scale, leading)}{size}".strip() + "\n"


@cache
def _fonts() -> str:
    """The printed font, STIX Two Text (SIL Open Font License), inside the page.

    Whether a brief fits one sheet depends on the widths of its letters, so they come with it.
    """
    faces = []
    for name, style in (
        ("regular", ""),
        ("italic", "font-style: italic; "),
        ("bold", "font-weight: bold; "),
    ):
        data = files("briefs.rendering").joinpath("fonts", f"{name}.woff2").read_bytes()
        source = f"url(data:font/woff2;base64,{b64encode(data).decode()}) format('woff2')"
        faces.append(f'@font-face {{ font-family: "Brief"; {style}src: {source}; }}\n')
    return "".join(faces)


def _print(scale: float, leading: float) -> str:
    def font(kind: sizes.Type) -> str:
        weight = "bold " if kind.bold else ""
        return (
            f"font: {weight}{_pt(kind.size * scale)}/{_pt(kind.line * scale * leading)} "
            '"Brief", var(--serif)'
        )

    def after(kind: sizes.Type) -> str:
        return _pt(kind.after * leading)

    rule_space = sizes.MASTHEAD - sizes.TITLE.line - sizes.DATE_LINE.line - sizes.DATE_LINE.after
    return f"""
@page {{ margin: {_pt(sizes.MARGIN)}; }}
@media print {{
  :root {{ color-scheme: light; --text: #000; --muted: #444; --accent: #7a2514; --rule: #000; }}
  body {{ background: none; }}
  /* A font that stands in for ours is set smaller where its letters are larger. */
  * {{ font-size-adjust: {_X_HEIGHT} !important; }}
  h1 {{ {font(sizes.TITLE)}; }}
  .date {{ {font(sizes.DATE_LINE)}; color: var(--muted); border-bottom: 1pt solid var(--rule);
    padding-bottom: {_pt(rule_space - 1)}; margin-bottom: {after(sizes.DATE_LINE)}; }}
  .stories {{ columns: 2; column-gap: {_pt(sizes.GAP)}; column-fill: balance;
    margin-bottom: {after(sizes.BODY)}; }}
  .story:last-child .body {{ margin-bottom: 0; }}
  .story h2 {{ {font(sizes.HEADLINE)}; break-inside: avoid; break-after: avoid; }}
  .by {{ {font(sizes.SOURCE_LINE)}; color: var(--muted); break-after: avoid;
    margin-bottom: {after(sizes.SOURCE_LINE)}; }}
  .origins {{ display: inline; }}
  .body {{ {font(sizes.BODY)}; margin-bottom: {after(sizes.BODY)}; orphans: 2; widows: 2; }}
  .few .body {{ orphans: 4; widows: 4; }}
  .cite {{ font-size: {_pt(sizes.CITATION.size * scale)}; line-height: 0; vertical-align: 2pt; }}
  .in-brief h2, .sources h2 {{ {font(sizes.LABEL)}; letter-spacing: .06em; break-after: avoid;
    text-transform: uppercase; border-top: .75pt solid var(--rule); padding-top: 2pt;
    margin: 1pt 0 3pt; }}
  .in-brief {{ margin-bottom: 4pt; }}
  .in-brief ul, .sources ol {{ padding-left: {_pt(sizes.INDENT)}; }}
  .in-brief li {{ {font(sizes.ONE_LINE)}; margin-bottom: {after(sizes.ONE_LINE)}; }}
  .sources ol {{ column-gap: {_pt(sizes.GAP)}; columns: {sizes.source_columns(0)}; }}
  .sources.many ol {{ columns: {sizes.source_columns(99)}; }}
  .sources li {{ {font(sizes.SOURCE)}; color: var(--muted); margin-left: 4pt; }}
  .sources li div {{ overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }}
  .sources a {{ color: inherit; text-decoration: none; }}
  .today {{ display: none; }}
  .unread {{ margin-top: 3pt; {font(sizes.SOURCE)}; font-style: italic; color: var(--muted); }}
}}
"""


def _pt(length: float) -> str:
    return f"{round(length, 3):g}pt"
