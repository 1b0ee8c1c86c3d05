"""Labels: every character in one block, and each kind of furniture told from prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.model import Article, Block
from briefs.reading.labelling import MOST_CHARACTERS, label

PROSE = "The council voted on Monday to rebuild the old pier before the summer season begins."
MORE = "Work will take seven months and cost about four million crowns, the mayor said."
LAST = "The pier was built in 1902 and lost its outer half to a storm in March, records show."
OTHER = "Anglers had asked the council for years to let them back onto the planks they love."
LINES = (
    PROSE,
    MORE,
    "",
    "By Ada Moss",
    "World",
    "(END)",
    "-",
    "___",
    "Related",
    "ORLA, May 3 (AP) --",
    "ORLA, May 3 (Reuters) - " + MORE,
    "Photo: Getty Images",
    "ada@paper.example",
    "a",
    "é 日本",
    ". .",
    "Correction: An earlier version of this article gave a wrong date.",
    "Pier to be rebuilt",
    "Pier to be rebuilt " + PROSE,
    MORE + " Ada Moss contributed to this report.",
    "日本の港は開く。",
)


def labelled(*lines: str, title: str = "Pier to be rebuilt") -> list[tuple[str, str]]:
    """Kind and text of each block."""
    article = label(Article(title=title, text="\n".join(lines)))
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def kinds(*lines: str, title: str = "Pier to be rebuilt") -> dict[str, str]:
    return {text: kind for kind, text in labelled(*lines, title=title)}


def holds(article: Article) -> None:
    """The invariant of labels."""
    position = 0
    for block in article.blocks:
        assert position <= block.start < block.end <= len(article.text)
        assert not article.text[position : block.start].strip()
        assert (
            article.text[block.start : block.end].strip() == article.text[block.start : block.end]
        )
        position = block.end
    assert not article.text[position:].strip()


@given(st.lists(st.sampled_from(LINES) | st.text(max_size=60), max_size=12), st.sampled_from(LINES))
def test_blocks_are_ordered_disjoint_and_cover_every_character_that_is_no_space(lines, title):
    holds(label(Article(title=title, text="\n".join(lines))))


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_labelling_twice_changes_nothing(lines):
    once = label(Article(title=LINES[0], text="\n".join(lines)))
    assert label(once) == once


@given(st.lists(st.sampled_from(LINES) | st.text(max_size=60), max_size=12))
def test_labelling_changes_neither_text_nor_identity(lines):
    article = Article(title="Pier", text="\n".join(lines))
    assert (label(article).text, label(article).id) == (article.text, article.id)


def test_an_empty_text_has_no_blocks():
    assert label(Article(title="Pier", text="")).blocks == ()


def test_a_whole_report_is_told_apart():
    text = (
        "World\n\nPier to be rebuilt\n\nPier to be rebuilt\n\nBy ASSOCIATED PRESS\n\n"
        "Anglers pack up on the pier in Orla on Sunday, May 3, 2026. Photo: AP\n\n"
        f"ORLA: {PROSE} {MORE}\n\n{LAST}\n\nkm@wire.example\n\n(END)\n\n-\nFerry late again\n"
    )
    article = label(Article(title="Pier to be rebuilt", text=text))
    assert [block.kind for block in article.blocks] == [
        "heading", "heading", "heading", "byline", "caption", "dateline", "paragraph", "paragraph",
        "furniture", "tail", "tail", "tail",
    ]  # fmt: skip
    assert article.body == f"{PROSE} {MORE}\n{LAST}"


def test_a_dateline_is_a_block_of_its_own_and_names_the_agency():
    article = label(Article(title="Pier", text=f"ORLA, May 3 (Yonhap) -- {PROSE}"))
    assert article.agency == "Yonhap"
    first, second = article.blocks
    assert (first.kind, article.text[first.start : first.end]) == (
        "dateline",
        "ORLA, May 3 (Yonhap) --",
    )
    assert article.text[second.start : second.end] == PROSE


def test_an_agency_that_is_known_stays():
    article = Article(title="Pier", text=f"ORLA (AP) -- {PROSE}", agency="Reuters")
    assert label(article).agency == "Reuters"


def test_a_title_glued_to_the_first_sentence_is_a_heading_inside_the_line():
    assert labelled(f"Pier to be rebuilt {PROSE}") == [
        ("heading", "Pier to be rebuilt"),
        ("paragraph", PROSE),
    ]


def test_a_sentence_that_begins_with_the_words_of_the_title_stays_whole():
    line = "Pier to be rebuilt with wood from the northern forests, the mayor said on Monday."
    assert labelled(line) == [("paragraph", line)]


def test_what_stands_before_a_later_dateline_is_no_prose():
    caption = "The pier in Orla is seen from a boat, May 1, 2026. REUTERS/Ada Moss/File Photo"
    assert labelled(f"{caption} ORLA (Reuters) - {PROSE}") == [
        ("caption", caption),
        ("dateline", "ORLA (Reuters) -"),
        ("paragraph", PROSE),
    ]


def test_a_photo_credit_or_a_label_glued_before_the_first_sentence_is_told_apart():
    caption = "Anglers leave the pier in Orla after the storm on Sunday. Photo by Ada Moss."
    assert labelled(f"{caption} {PROSE}") == [("caption", caption), ("paragraph", PROSE)]
    live = "The Latest on the storm in Orla (all times local):"
    assert labelled(f"ORLA (AP) — {live} {PROSE}") == [
        ("dateline", "ORLA (AP) —"),
        ("heading", live),
        ("paragraph", PROSE),
    ]
    assert labelled(f"• {PROSE}") == [("heading", "•"), ("paragraph", PROSE)]


def test_an_author_introduced_or_a_credit_before_the_first_sentence_is_told_apart():
    author = (
        "Ada Moss is an Orla-based writer and the founder of Pier. The views expressed are her own."
    )
    assert labelled(f"{author} {PROSE}") == [("caption", author), ("paragraph", PROSE)]
    credit = "Anglers hold up their rods on the quay (Photo contributed)"
    assert labelled(f"{credit} {PROSE}")[1] == ("paragraph", PROSE)


def test_a_stamp_glued_before_the_first_sentence_is_told_apart():
    for stamp in ("Updated at 1:28 a.m. ET", "Update at 7.30pm:", "CLOSE"):
        assert labelled(f"{stamp} {PROSE}")[1] == ("paragraph", PROSE)


def test_a_dateline_behind_the_first_sentence_tells_that_this_is_a_summary():
    assert labelled(f"{MORE} EKVIK, Velmark — {PROSE}") == [
        ("caption", MORE),
        ("dateline", "EKVIK, Velmark —"),
        ("paragraph", PROSE),
    ]


def test_several_datelines_in_a_line_are_blocks_between_reports_that_stay():
    assert labelled(f"{MORE} EKVIK, Velmark — {PROSE} SKARHOLM, Velmark — {LAST}") == [
        ("paragraph", MORE),
        ("dateline", "EKVIK, Velmark —"),
        ("paragraph", PROSE),
        ("dateline", "SKARHOLM, Velmark —"),
        ("paragraph", LAST),
    ]


def test_a_caption_that_begins_as_the_report_does_is_told_apart():
    caption = "The young mayor of Orla waves from the pier as a ferry leaves in March."
    report = "The young mayor of Orla promised on Monday to rebuild the pier before the summer."
    assert labelled(f"{caption} {report}") == [("caption", caption), ("paragraph", report)]


def test_an_interruption_between_two_sentences_is_furniture():
    assert labelled(f"{PROSE} Advertisement {MORE}") == [
        ("paragraph", PROSE),
        ("furniture", "Advertisement"),
        ("paragraph", MORE),
    ]


def test_a_title_with_its_site_is_known_where_it_is_glued_without():
    title = "Pier to be rebuilt in Orla | Harbour Gazette"
    assert labelled(f"Pier to be rebuilt in Orla {PROSE}", title=title) == [
        ("heading", "Pier to be rebuilt in Orla"),
        ("paragraph", PROSE),
    ]


def test_a_question_that_is_the_title_is_a_heading_where_it_is_repeated():
    title = "Why was the old pier in Orla closed?"
    assert labelled(f"{title} {PROSE}", title=title)[0] == ("heading", title)


def test_credits_at_the_end_of_a_line_are_furniture():
    credit = "Associated Press writer Ada Moss contributed to this report."
    notice = "Copyright 2026 The Associated Press. All rights reserved."
    assert labelled(f"{PROSE} {credit} {notice}") == [
        ("paragraph", PROSE),
        ("furniture", f"{credit} {notice}"),
    ]


def test_a_signature_in_brackets_at_the_end_is_furniture():
    assert labelled(f"{PROSE} (ANI)")[-1] == ("furniture", "(ANI)")


def test_all_after_an_end_mark_is_tail():
    for mark in ("(END)", "ENDS", "-30-", "###", "# # #"):
        assert (
            kinds(PROSE, MORE, mark, "Another story ended well for everyone, they said.")[mark]
            == "tail"
        )
        assert labelled(PROSE, mark, MORE)[-1] == ("tail", MORE)


def test_an_end_mark_inside_a_sentence_ends_nothing():
    line = "He came to a bad end and nobody in the whole village was in the least surprised."
    assert labelled(PROSE, line, MORE)[1] == ("paragraph", line)


def test_headlines_listed_after_bare_dashes_are_tail():
    found = labelled(PROSE, MORE, "-", "Ferry late again", "-", "Who moved the market cross?")
    assert [kind for kind, _ in found] == ["paragraph", "paragraph", "tail", "tail", "tail", "tail"]


def test_a_tail_heading_past_the_middle_ends_the_article():
    found = kinds(PROSE, MORE, PROSE, "Related stories", "Ferry late again", "Harbour fees to rise")
    assert found["Related stories"] == found["Ferry late again"] == "tail"


def test_a_tail_heading_with_the_rest_of_the_article_after_it_takes_only_itself():
    found = labelled(
        PROSE,
        MORE,
        "Read more",
        LAST,
        OTHER,
        "A ferry will sail there until the works are done next autumn.",
    )
    assert [kind for kind, _ in found] == ["paragraph", "paragraph", "furniture"] + [
        "paragraph"
    ] * 3


def test_a_comment_heading_before_the_middle_cuts_nothing():
    found = labelled("Comments", PROSE, MORE, LAST)
    assert [kind for kind, _ in found[1:]] == ["paragraph"] * 3


def test_short_lines_without_an_end_mark_are_headings():
    assert kinds(PROSE, "What the plan costs", MORE)["What the plan costs"] == "heading"


def test_an_article_without_any_marks_keeps_its_lines():
    lines = ("Ferry sinks off Orla", "Nobody hurt", "Crew saved by fishermen")
    assert [kind for kind, _ in labelled(*lines, title="News")] == ["paragraph"] * 3


def test_a_few_headings_after_the_prose_are_tail():
    found = labelled(PROSE, MORE, LAST, "Ferry late again")
    assert found[-1] == ("tail", "Ferry late again")


def test_a_long_list_at_the_end_is_no_tail():
    dates = [f"June {day} – Town Hall, Orla" for day in range(1, 12)]
    found = labelled(PROSE, MORE, *dates)
    assert {kind for kind, _ in found[2:]} == {"heading"}


def test_a_list_of_other_stories_below_the_prose_is_tail():
    titles = [f"Mayor of {place} opens the new swimming hall" for place in "ABCDEF"]
    found = labelled(PROSE, MORE, LAST, OTHER, *titles)
    assert {kind for kind, _ in found[4:]} == {"tail"}


def test_an_embedded_post_is_set_off_from_the_prose():
    post = "So proud of our little pier and of everybody who fought for it today!"
    found = kinds(PROSE, post, "— Ada Moss (@adamoss) May 3, 2026", MORE)
    assert found[post] == "heading"
    assert found[PROSE] == found[MORE] == "paragraph"


def test_a_quotation_pulled_out_of_the_text_is_furniture_and_the_text_stays():
    quote = "we have waited for this pier for seven years and more"
    whole = f"“And {quote},” she said on the quay, to the cheers of some forty anglers."
    found = labelled(PROSE, f"“{quote}.”", whole, MORE)
    assert [kind for kind, _ in found] == ["paragraph", "furniture", "paragraph", "paragraph"]
    found = labelled(PROSE, MORE, PROSE + " " + LAST)
    assert {kind for kind, _ in found} == {"paragraph"}


def test_stamps_of_live_pages_and_of_pages_are_furniture():
    for stamp in (
        "10 p.m.",
        "4:14 p.m.",
        "2026-05-03T09:20:00+01:00",
        "domingo, 3 de maio de 2026 às 0:13",
    ):
        assert kinds(PROSE, stamp, MORE)[stamp] == "furniture"


def test_a_correction_is_kept_as_such():
    notice = "Correction: An earlier version of this article said that the pier was built in 1902."
    assert kinds(PROSE, MORE, notice)[notice] == "correction"


def test_a_long_line_in_capitals_between_paragraphs_points_elsewhere():
    line = "MAYOR OF ORLA SEEN ON HIS NEW YACHT"
    assert kinds(PROSE, line, MORE)[line] == "furniture"
    assert kinds(PROSE, "THE COSTS", MORE)["THE COSTS"] == "heading"


def test_headings_known_from_markup_are_kept():
    text = f"Why now?\n\n{PROSE}\n\n{MORE}"
    article = label(Article(title="Pier", text=text, blocks=(Block(0, 8, "heading"),)))
    assert [block.kind for block in article.blocks] == ["heading", "paragraph", "paragraph"]
    assert label(article) == article


def test_the_language_is_found_unless_it_is_known():
    german = "Der Rat hat am Montag beschlossen, die alte Brücke bis zum Sommer neu zu bauen."
    assert label(Article(title="Brücke", text=german)).language == "de"
    assert label(Article(title="Brücke", text=german, language="nl")).language == "nl"


def test_prose_beyond_the_cap_is_tail():
    article = label(
        Article(
            title="Pier", text=f"{LAST} " + (PROSE + " ") * (MOST_CHARACTERS // len(PROSE) + 50)
        )
    )
    holds(article)
    assert [block.kind for block in article.blocks] == ["paragraph", "tail"]
    assert article.blocks[0].end <= MOST_CHARACTERS


@pytest.mark.parametrize(
    "dateline",
    [
        "[EKVIK]",
        "Ekvik :",
        "Ekvik, ON —",
        "Ekvik (United Velmark) (AFP) -",
        "EKVIK",
        "(CNN)",
        "May 26",
        "Lunes, 3 de mayo de 2021",
    ],
)
def test_datelines_of_many_houses_are_cut(dateline):
    assert labelled(f"{dateline} {PROSE}") == [("dateline", dateline), ("paragraph", PROSE)]


@pytest.mark.parametrize(
    ("between", "kind"),
    [
        ("(AP Photo/Ada Moss)", "furniture"),
        ("(Published Monday, May 3, 2026)", "furniture"),
        ("Update at 7.30pm:", "furniture"),
        ("[https://ekvik.example/a1]", "furniture"),
        ("(Graphic: https://ekvik.example/a1)", "furniture"),
        ("Council ends the long quarrel about timber", "heading"),
        ("‘Long quarrel’", "heading"),
    ],
)
def test_what_a_page_ran_into_a_line_between_sentences_is_set_apart(between, kind):
    after = "The mayor, who wept, said the pier would open in June. It is the oldest of the coast."
    assert labelled(f"{LAST} {between} {after}") == [
        ("paragraph", LAST),
        (kind, between),
        ("paragraph", after),
    ]


def test_a_caption_told_twice_without_a_mark_is_no_prose():
    caption = "Divers in yellow suits below the old pier of Orla"
    assert labelled(f"{caption} {caption} {PROSE}")[1] == ("paragraph", PROSE)


@pytest.mark.parametrize(
    "caption",
    [
        "Image copyright Ada Moss Image caption Divers went below the old pier of Orla in 2014",
        "Media playback is unsupported on your device Media caption Divers below the pier of Orla",
        "The mayor of Orla looks at what is left of the pier (Ada Moss/PA)",
    ],
)
def test_a_caption_run_into_the_sentence_behind_it_is_set_apart(caption):
    report = "Three divers have been hurt below the old pier of Orla, the coastguard said."
    assert labelled(f"{caption} {report} {MORE}") == [
        ("caption", caption),
        ("paragraph", f"{report} {MORE}"),
    ]
    assert labelled(f"{LAST} {caption} {report}")[1:] == [
        ("caption", caption),
        ("paragraph", report),
    ]


@pytest.mark.parametrize(
    "credit",
    [
        "Image copyright PA",
        "Photo: Ada Moss / AFP",
        "Illustration: ORLA/Moss-Tech",
        "Source: AAP/PA Images",
    ],
)
def test_a_credit_run_into_the_sentence_behind_it_is_set_apart(credit):
    report = "Divers have been hurt below the old pier of Orla, the coastguard said on Sunday."
    assert labelled(f"{credit} {report}") == [("caption", credit), ("paragraph", report)]


def test_prose_above_the_title_is_of_another_story():
    assert labelled(MORE, "Pier to be rebuilt", *[PROSE] * 2, LAST * 3)[0] == ("furniture", MORE)


def test_a_stub_of_notices_has_no_prose():
    kinds_found = [
        kind for kind, _ in labelled("There are 2 comments on the story. Click here to share")
    ]
    assert "paragraph" not in kinds_found
