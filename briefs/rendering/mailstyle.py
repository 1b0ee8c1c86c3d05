"""How a brief looks as a mail. Mail readers know neither variables nor `@media` everywhere."""

_SERIF = "Georgia, 'Times New Roman', serif"
_SANS = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"

INLINED = f"""
.page {{ margin: 0; padding: 16px 0; background: #f4f2ec; color: #1f1d1a; }}
.preheader {{ display: none; mso-hide: all; max-height: 0; overflow: hidden;
  font-size: 1px; color: #f4f2ec; }}
.card {{ max-width: 592px; margin: 0 auto; padding: 28px 24px; background: #fffefb;
  color: #1f1d1a; font-family: {_SERIF}; }}
h1 {{ margin: 0; font: bold 34px/1.1 {_SERIF}; }}
.date {{ margin: 8px 0 0; padding: 0 0 12px; border-bottom: 3px double #dcd7cb; color: #66615a;
  font: 13px/1.5 {_SANS}; }}
.story h2 {{ margin: 26px 0 0; font: bold 21px/1.28 {_SERIF}; text-wrap: balance; }}
.stories .story:first-child h2 {{ font-size: 26px; line-height: 1.2; }}
.by {{ margin: 4px 0 8px; color: #66615a; font: 13px/1.5 {_SANS}; }}
.by em {{ font-style: normal; }}
.by strong {{ color: #8c2f1b; font-weight: inherit; white-space: nowrap; }}
.origins {{ white-space: nowrap; }}
.body strong {{ color: #8c2f1b; font: bold 13px/1 {_SANS}; }}
.body {{ margin: 0; font: 17px/1.58 {_SERIF}; }}
.cite {{ color: #8c2f1b; font: 12px/1 {_SANS}; text-decoration: none;
  white-space: nowrap; vertical-align: 2px; }}
.also {{ color: #66615a; font-size: 13px; }}
.in-brief {{ margin: 30px 0 0; padding: 16px 20px 18px; background: #f4f2ec;
  border-left: 3px solid #8c2f1b; }}
.in-brief h2, .sources h2 {{ margin: 0; color: #66615a; font: bold 12px/1.4 {_SANS};
  letter-spacing: 1px; text-transform: uppercase; }}
.in-brief ul {{ margin: 0; padding: 0; list-style: none; }}
.in-brief li {{ margin: 10px 0 0; font: 16px/1.5 {_SERIF}; }}
.sources {{ margin: 30px 0 0; padding: 16px 0 0; border-top: 1px solid #dcd7cb; }}
.sources ol {{ margin: 8px 0 0; padding: 0 0 0 28px; }}
.sources li {{ margin: 0 0 4px; color: #66615a; font: 13px/1.5 {_SANS}; }}
.sources li a {{ color: #1f1d1a; text-decoration-color: #a8a297; }}
.unread {{ margin: 16px 0 0; color: #66615a; font: italic 13px/1.5 {_SANS}; }}
.foot {{ margin: 20px 0 0; padding: 12px 0 0; border-top: 1px solid #dcd7cb;
  font: 13px/1.5 {_SANS}; }}
.foot a {{ color: #66615a; }}
"""

ADAPTED = """
.tie, .also { white-space: nowrap; }
@media (max-width: 600px) {
  .page { padding: 0 !important; }
  .card { padding: 20px 18px !important; }
  h1 { font-size: 30px !important; }
}
@media (prefers-color-scheme: dark) {
  .page { background: #121315 !important; }
  .card { background: #1a1c1f !important; color: #ece8e0 !important; }
  .date, .by, .also, .sources li, .unread, .in-brief h2, .sources h2, .foot a {
    color: #a8a297 !important; }
  .date, .sources, .foot { border-color: #34373b !important; }
  .cite, .body strong, .by strong { color: #f0a18d !important; }
  .sources li a { color: #ece8e0 !important; }
  .in-brief { background: #232629 !important; border-color: #f0a18d !important; }
}
"""

OUTLOOK = (
    "<!--[if mso]><table role=presentation width=640 align=center cellpadding=24 cellspacing=0>"
    "<tr><td bgcolor=#fffefb><![endif]-->"
)
OUTLOOK_END = "<!--[if mso]></td></tr></table><![endif]-->"
"""What stands round the card for Outlook, which knows no `max-width`; to others it is a comment."""
