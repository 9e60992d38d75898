import re
from collections import Counter

import pytest
from lxml import html

from comity.paper.printed import Cell, Head, Heading, Paragraph, Printed, Run, Table
from comity.paper.printed_page import Order, page_of

from .printed_sample import LANGUAGES, book, letter


def keys_of(printed):
    """Every key of a document, parts of blocks included."""
    found = []

    def walk(thing):
        for name in getattr(thing, "__slots__", ()):
            value = getattr(thing, name)
            if name == "key" and value:
                found.append(value)
            for part in value if isinstance(value, tuple) else (value,):
                walk(part)
                if isinstance(part, tuple):
                    walk_all(part)

    def walk_all(parts):
        for part in parts:
            walk(part)

    walk_all(printed.blocks)
    return found


def one(*blocks, lang="vi", head=None):
    return Printed(lang, (Run("T"),), "e", "l", head, blocks)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_has_each_key_once_and_needs_nothing_beside_itself(lang):
    page = html.fromstring(page_of([book(lang)]))
    assert Counter(page.xpath("//@id")) == Counter(keys_of(book(lang)))
    assert (page.get("lang"), page.xpath("//script | //link | //iframe | //object")) == (lang, [])
    assert [source for source in page.xpath("//@src") if not source.startswith("data:")] == []


@pytest.mark.parametrize("order", list(Order))
def test_page_of_several_languages_has_each_key_once_a_language(order):
    page = html.fromstring(page_of([book(lang) for lang in LANGUAGES], order))
    found = page.xpath("//@id")
    expected = [key + suffix for suffix in ("", ".zh-Hans", ".en") for key in keys_of(book("vi"))]
    left_out = {"page-results" + suffix for suffix in ("", ".zh-Hans", ".en")} if order == Order.BESIDE else set()
    assert Counter(found) == Counter(key for key in expected if key not in left_out)
    assert [link for link in page.xpath("//a/@href") if link.startswith("#") and link[1:] not in found] == []


def test_links_within_a_language_stay_in_it():
    page = html.fromstring(page_of([book("vi"), book("zh-Hans")], Order.IN_TURN))
    inside = page.xpath("//article[@lang='zh-Hans']//a[starts-with(@href, '#')]/@href")
    assert inside
    assert [link for link in inside if not link.endswith(".zh-Hans")] == []


def test_every_run_has_its_language():
    page = html.fromstring(page_of([book("vi")]))
    inside = set(page.xpath("//main//@lang"))
    assert inside == {"vi", "zh-Hans"}
    assert [span.text for span in page.xpath("//p[@id='compare-0']/span")] == ["云溪地区"]


def test_headings_follow_one_another_without_gaps():
    page = html.fromstring(page_of([book("en")]))
    assert [head.tag + " " + head.text for head in page.xpath("//h1 | //h2 | //h3")][:4] == [
        "h1 Review of what was agreed and what became of it",
        "h2 1. Summary",
        "h3 1.1 With thanks",
        "h2 2. Results by area",
    ]


def test_tables_name_their_heads():
    page = html.fromstring(page_of([book("en")]))
    table = page.xpath("//table[@id='area-0-items']")[0]
    assert [head.get("scope") for head in table.xpath(".//th")] == ["col"] * 4 + ["row"] * 2
    assert table.xpath("caption")[0].text_content() == "Table 1. Border gates and clearance"


def test_picture_says_what_it_shows_and_its_table_follows():
    page = html.fromstring(page_of([book("en")]))
    figure = page.xpath("//figure")[0]
    assert figure.xpath("img/@alt") == ["Four bars, two items in each area, one of them done."]
    assert figure.getnext().xpath("table/@id") == ["state-table"]


def test_what_stands_in_text_is_never_markup():
    text = '</p><script>alert("x")</script>'
    page = page_of([one(Paragraph("a", (Run(text, lang='"><b>'),), code=text, remark=text), head=Head(organ=text))])
    assert (page.count("<script"), html.fromstring(page).xpath("//p[@id='a']")[0].text_content().count("alert")) == (0, 3)


def test_marks_that_turn_text_are_shown_by_code():
    page = page_of([one(Paragraph("a", (Run("x\u202ey\x00z\ud800"),)))])
    assert html.fromstring(page).get_element_by_id("a").text == "x[U+202E]y[U+0000]z[U+D800]"


def test_empty_tables_say_so():
    page = page_of([one(Table("t", (), ((Run("A"),), (Run("B"),)), ()), Table("u", (), (), ()), Heading("h", 1, ()))])
    assert [row.text_content() for row in html.fromstring(page).xpath("//tr")] == ["AB", "––"]


def test_row_with_fewer_cells_than_heads_is_filled():
    page = page_of([one(Table("t", (), ((Run("A"),), (Run("B"),)), ((Cell((Paragraph("p", (Run("x"),)),)),),)))])
    assert html.fromstring(page).xpath("//tr")[1].text_content() == "x–"


def test_page_says_edition_and_whom_it_is_for():
    page = html.fromstring(page_of([book("zh-Hans")]))
    assert [part.text for part in page.xpath("//header/span")] == ["第三次新春会晤 · 2027年", "双方共用本"]
    assert html.fromstring(page_of([letter("vi")])).xpath("//header") == []


def test_styles_have_a_night_and_a_print_form():
    style = html.fromstring(page_of([book("vi")])).xpath("//style")[0].text
    assert (style.count("prefers-color-scheme: dark"), style.count("@media print"), re.findall(r"url\(|@import", style)) == (
        1,
        1,
        [],
    )
