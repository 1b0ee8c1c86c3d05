"""A summary of given articles: which of their sentences are fit to be printed."""

from briefs.model import Article
from briefs.selection.digest import digest


def texts(*articles: Article, words: int) -> list[str]:
    return [point.quote.text for point in digest(articles, words, "textrank")]


def test_a_sentence_that_is_its_articles_headline_may_be_printed() -> None:
    """No headline stands above a summary that could say the same."""
    title = "The council of Port Ellan sold the old fish market to a bank on Monday"
    rest = "Traders were told of the sale by letter."
    assert texts(Article(title, f"{title}. {rest}"), words=15) == [f"{title}."]


def test_of_two_that_say_the_same_the_one_that_leans_on_another_gives_way() -> None:
    """A sentence that leans on the one before it stands without that in a summary."""
    first = Article("One", "Later the council of Port Ellan sold the old fish market.")
    other = Article("Two", "The council of Port Ellan sold the old fish market.")
    assert texts(first, other, words=12) == [other.text]
