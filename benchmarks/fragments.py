"""Whether a citation opens its page at the sentence: text fragments in Chromium.

    BRIEFS_DATA=… python -m benchmarks fragments [--most 40] [--sentences]

Real pages are served from this machine without scripts, each between two tall blank blocks, so
that a page that opens at its top is told from one that opens at the sentence. A brief is made of so
many pages at a time, and each of its citations is opened; with `--sentences` so are five sentences
of every page. A citation without a fragment claims nothing and is counted apart.
"""

import argparse
import gzip
import json
import os
import re
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

from briefs.checking import visible_texts
from briefs.editor import make_brief
from briefs.language import split_sentences
from briefs.model import Article, Citation, Reading
from briefs.reading import read_folder
from briefs.rendering.markdown import parse, render_markdown
from briefs.rendering.markdown.links import citation_link

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "rendering"))

from chromium import Chromium, chromium

FLOOR = 0.99
_BLANK = b'<div style="height:4000px"></div>'
_BODY = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)
# Where the first words of the sentence stand in the window, if they do.
_LOOK = """
(async () => {
  await new Promise(done => setTimeout(done, 60));
  const words = %s, nodes = [], walk = document.createTreeWalker(document.body, 4);
  let text = "";
  for (let node; node = walk.nextNode();) {
    if (/^(script|style|noscript|template)$/i.test(node.parentNode.nodeName)) continue;
    for (let i = 0; i < node.data.length; i++)
      if (/\\S/.test(node.data[i])) { text += node.data[i]; nodes.push([node, i]); }
  }
  let seen = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const range = document.createRange();
    range.setStart(...nodes[at]);
    range.setEnd(nodes[at][0], nodes[at][1] + 1);
    const box = range.getBoundingClientRect();
    if (box.height && box.top >= 0 && box.bottom <= innerHeight) return "hit";
    seen += 1;
  }
  return seen ? (scrollY ? "elsewhere" : "top") : "not in the page";
})()
"""


def opened(browser: Chromium, address: str, text: str) -> str:
    """Where the page opens: at the sentence ("hit"), at the top, or elsewhere."""
    browser.open("about:blank")
    browser.open(address)
    words = "".join(text.split())[:40]
    return str(browser.run(_LOOK % json.dumps(words)))


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server of the pages in a folder, for as long as the block runs."""

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            file = folder / Path(self.path).name
            if not file.is_file():
                self.send_error(404)
                return
            page = file.read_bytes()
            body = _BODY.search(page)
            at = body.end() if body else 0
            page = page[:at] + _BLANK + page[at:] + _BLANK
            self.send_response(200)
            # The set keeps every page in UTF-8, whatever it says of itself.
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", "script-src 'none'; frame-src 'none'")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks fragments")
    parser.add_argument("--most", type=int, default=40, help="pages a brief is made of")
    parser.add_argument("--sentences", action="store_true", help="five sentences a page as well")
    parser.add_argument("--failures", action="store_true", help="print what does not open")
    arguments = parser.parse_args()
    pages = sorted((Path(os.environ["BRIEFS_DATA"]) / "pages" / "html").glob("*.gz"))
    cited: Counter[str] = Counter()
    sampled: Counter[str] = Counter()
    with chromium() as browser:
        browser.size(800, 400)
        for start in range(0, len(pages), arguments.most):
            with TemporaryDirectory() as temporary, served(Path(temporary)) as address:
                folder = Path(temporary)
                for page in pages[start : start + arguments.most]:
                    data = gzip.decompress(page.read_bytes())
                    (folder / f"{page.name.partition('.')[0]}.html").write_bytes(data)
                reading = read_folder(folder)
                articles = tuple(
                    replace(article, url=f"{address}/{article.paths[0]}", blocks=article.blocks)
                    for article in reading.articles
                )
                visible = visible_texts([folder], articles)
                brief = make_brief(Reading(articles, read=len(articles)))
                for point in parse(render_markdown(brief, visible)).points:
                    if point.quote:
                        result = count(browser, point.quote.address, point.text, cited)
                        if arguments.failures and result not in ("hit", "plain"):
                            print(result, point.quote.address, point.text, sep="\n  ")
                for citation in sample(articles) if arguments.sentences else ():
                    link = citation_link(citation, 1, page=visible(citation.article))
                    result = count(browser, link, citation.text, sampled)
                    if arguments.failures and result not in ("hit", "plain"):
                        print(result, link, citation.text, sep="\n  ")
    table("citations of briefs", cited)
    if arguments.sentences:
        table("five sentences a page", sampled)
    share = cited["hit"] / max(1, cited.total())
    print(f"\nfloor {FLOOR:.0%}: {'kept' if share >= FLOOR else 'MISSED'}")
    sys.exit(share < FLOOR)


def sample(articles: tuple[Article, ...]) -> Iterator[Citation]:
    """Five sentences of each article, evenly spread."""
    for article in articles:
        sentences = [s for s in split_sentences(article) if len(s.text.split()) > 4]
        for sentence in sentences[:: max(1, len(sentences) // 5)][:5]:
            yield Citation(article, sentence.start, sentence.end)


def count(browser: Chromium, address: str, text: str, counts: Counter[str]) -> str:
    """Open a citation and count where it opens; "plain" if it has no fragment."""
    result = opened(browser, address, text) if ":~:text=" in address else "plain"
    counts[result] += 1
    return result


def table(name: str, counts: Counter[str]) -> None:
    """Print how many opened where."""
    claimed = counts.total() - counts["plain"]
    print(f"{name}: {counts.total()}, with a fragment {claimed}")
    for result, number in sorted(counts.items()):
        share = f"{number / claimed:8.2%}" if result != "plain" and claimed else ""
        print(f"  {result:16}{number:6}{share}")


if __name__ == "__main__":
    main()
