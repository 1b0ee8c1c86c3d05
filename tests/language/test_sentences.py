"""Sentence boundaries."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.language import opening, split_sentences
from briefs.model import Article, Block

ALPHABET = "aB9 .!?…,;:()[]\"'“”„‘’«»¿¡。「」（）؟।-–—*\n@/éßЖ字か한אبक\u0301"


def texts(text: str, language: str = "en") -> list[str]:
    return [sentence.text for sentence in split_sentences(text, language)]


def joined(text: str) -> str:
    return text.replace("|", "")


def check(marked: str, language: str = "en") -> None:
    """`|` marks the boundaries."""
    parts = [part.strip() for part in marked.split("|")]
    assert texts(joined(marked), language) == parts


@given(st.text(ALPHABET, max_size=300), st.sampled_from(["en", "de", "fr", "el", "ja", "hi", "xx"]))
@settings(max_examples=400)
def test_spans_are_ordered_disjoint_and_lose_no_character(text: str, language: str) -> None:
    position = 0
    sentences = split_sentences(text, language)
    for index, sentence in enumerate(sentences):
        assert sentence.index == index
        assert position <= sentence.start < sentence.end <= len(text)
        assert not text[position : sentence.start].strip()
        assert sentence.text == sentence.text.strip()
        assert "\n" not in sentence.text
        position = sentence.end
    assert not text[position:].strip()
    assert sentences == split_sentences(text, language)


@given(st.text())
def test_any_text_at_all_can_be_split(text: str) -> None:
    for sentence in split_sentences(text):
        assert sentence.text


def test_only_paragraph_blocks_are_split() -> None:
    text = "Harbour news\nThe quay was closed. Ferries waited.\nShare this"
    article = Article(title="Harbour news", text=text)
    blocks = (Block(0, 12, "heading"), Block(13, 50, "paragraph"), Block(51, 61, "furniture"))
    labelled = Article(title="Harbour news", text=text, blocks=blocks)
    assert [s.text for s in split_sentences(labelled)] == [
        "The quay was closed.",
        "Ferries waited.",
    ]
    assert len(split_sentences(article)) == 4


def test_the_opening_is_the_beginning_of_the_whole() -> None:
    article = Article(title="", text="One came. Two came. Three came.\nFour came.")
    assert opening(article, 2) == split_sentences(article)[:2]
    assert opening(article, 9) == split_sentences(article)


def test_the_language_of_an_article_wins_over_the_argument() -> None:
    text = "Am 3. Mai begann die 4. Klasse."
    assert len(split_sentences(Article(title="", text=text, language="de"), "en")) == 1


@pytest.mark.parametrize(
    "marked",
    [
        "Gov. Ada Lund met Lt. Col. J. P. Orr in Lorn, Pa. on Jan. 5.| They spoke for an hour.",
        "The firm, Pell & Co., was sold to Norden Inc.| The price was $3.5 million.",
        "Norden Inc. Chief Executive Ada Lund resigned.| Shares fell 2.5 percent.",
        "He works for the U.S. Treasury in Washington, D.C. and in the U.K.| He said so.",
        "The vote is at 5 p.m. EST on Friday.| Polls close at 8 p.m.| Counting starts then.",
        "See No. 7 on p. 12.| The answer was no.| Then he left.",
        "“We will not sign.”| The minister left the room.",
        '"Who knew?" Lund asked.| Nobody did.',
        "“Stop!” she said.| They did not.",
        "He paid (it was late. Very late.) and left.| She stayed.",
        "(The bridge was closed. It is open again.)| Traffic flows.".replace(
            "closed. ", "closed.| "
        ),
        "She was born in 1999.| 20 years later she won.",
        "World War I.| The peace was short.",
        "It was plan B.| The others had failed.",
        "Yahoo! bought the site.| It closed it.",
        "The dam broke.|Water reached the town by noon.",
        "Visit lorn.example/Dam.html or write to Ada.Lund@lorn.example today.| Thank you.",
        "I thought ... well, nothing.| She smiled.",
        "1. Open the gate.| 2. Close the valve.| 3. Call the office.",
        "The river rose by 4.5 m.| Roads were cut.",
        "PORT LORN, Pa. -- Crews worked all night.| They found it.",
        "Mr. and Mrs. Orr, e.g. at St. Mark's, sing.| So do we.",
        "He asked: “Is it safe?”| Nobody answered.",
        'He said: "We are safe. "| Nobody answered.',
        "He spoke for Bezal and Wallo! officials said.| Police came.",
        "Leave it alone! he yelled.| She did.",
        "The dam was built in 1902.[1][2]| It broke in 1984.|The town moved.",
        "It opens at 9 a.m. Monday in Dallas-Ft. Worth.| P.J. O’Rourke will be there.",
        "Mirae Assets Co. Ltd. sold its shares.| GmbH & Co. KG bought them.",
    ],
)
def test_english_boundaries_are_where_a_reader_puts_them(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        (
            "de",
            "Am 21. Oktober traf Dr. Lund z. B. den 45. Präsidenten.| Sie lachten.",
        ),
        ("de", "„Das ist gut“, sagte er.| „Wirklich?“| Sie schwieg."),
        ("de", "Es kostet 2 Mrd. Euro.| Das ist viel."),
        ("fr", "« C'est fini. »| M. Dupont est parti.| Est-ce vrai ?| Oui !"),
        ("fr", "Au IXe siècle av. J.-C., la ville tombe.| Elle renaît."),
        ("es", "El Sr. López llegó a EE. UU. el lunes.| ¿Quién lo vio?| ¡Nadie!"),
        ("it", "Il dott. Rossi vive a Roma.| Il prof. Bianchi no."),
        ("pt", "O Sr. Silva chegou às 8h.| A Dra. Costa saiu."),
        ("zh", "他说：“我们走吧。”|然后他走了。|你呢？"),
        ("ja", "「行こう。」と彼は言った。|彼女は笑った。"),
        ("ko", "그는 말했다.| 그녀는 웃었다."),
        ("ar", "وصل الوزير أمس.| هل عاد؟| لا أحد يعرف."),
        ("hi", "मंत्री कल आए।| क्या वे लौटे?| कोई नहीं जानता।"),
        ("ar", "وصل الوزير أمس.|عاد الرئيس اليوم."),
        ("hi", "वे ११:१० पी.एम. पर आए।|वे गए।"),
        ("ru", "«Куда ты идёшь? – спросила она.| – Завтра ведь выходной»."),
        ("el", "Πού πήγε;| Κανείς δεν ξέρει."),
        ("ru", "Он приехал вчера.| Она уехала."),
    ],
)
def test_other_languages_are_split_by_their_own_marks(language: str, marked: str) -> None:
    check(marked, language)


def test_a_bracket_never_closed_does_not_swallow_the_paragraph() -> None:
    text = "He came (late. " + "She went home. " * 40
    assert len(split_sentences(text)) > 30


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        " ",
        ".",
        "A",
        "a.",
        "a ",
        "A. ",
        '"',
        '."a',
        "(",
        "(a. ",
        "..[111 111 ",
        "字。",
        "「字。",
    ]
    + ["1. ", "a. b. ", "?a ", "' ", ". i ", "«a. »", ". . "],
)
def test_time_grows_in_proportion_to_the_text(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        split_sentences(text)
        return time.process_time() - start

    split_sentences("warm.")
    # In turns, so that a busy moment of the machine meets both; four times as much text may take
    # eight times as long, which nothing quadratic does.
    rounds = [(cost(20_000), cost(80_000)) for _ in range(5)]
    small, large = (min(each) for each in zip(*rounds, strict=True))
    assert large < 8 * small + 0.005
