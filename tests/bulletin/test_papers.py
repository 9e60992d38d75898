"""A PDF beside each page: made where asked for, with the words of the page, and made anew only where these change."""

import io
import re

import pytest
from pypdf import PdfReader
from tests.paper.pdf_reading import fonts_of, tags_of, unread_of

from comity.bulletin.build import THIS_MACHINE
from comity.record.code import code_of
from comity.record.language import LANGUAGES

from .secrets import open_words
from .test_build import Page, Two, files

TITLE = {"vi": "Mở lại bến phà Đường Ưng", "zh-Hans": "恢复渡口通关", "en": "Reopen the ferry"}


@pytest.fixture
def two(tmp_path):
    return Two(tmp_path)


def papers(folder):
    return {name: raw for name, raw in files(folder).items() if name.endswith(".pdf") and not name.endswith("bulletin.pdf")}


def read(raw):
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(raw)).pages)


def test_papers_are_made_where_asked_for_and_then_as_last_time(two):
    thing = two.owed("ferry", TITLE)
    assert (two.build().papers, papers(two.to)) == (False, {})
    page = two.to / "vi" / f"{code_of(thing)}.html"
    assert ".pdf" not in page.read_text("utf-8").replace("bulletin.pdf", "")
    assert two.build(papers=True).papers
    made = papers(two.to)
    assert {name for name in made if code_of(thing) in name} == {f"{lang}/{code_of(thing)}.pdf" for lang in LANGUAGES}
    assert f"{code_of(thing)}.pdf" in Page(page.read_text("utf-8")).links
    again = two.build()
    assert (again.papers, again.placed.written) == (True, 0)
    assert (two.build(papers=False).papers, papers(two.to)) == (False, {})


def test_a_paper_says_what_its_page_says_with_code_address_and_day(two):
    thing = two.owed("ferry", TITLE, due_on="2027-03", areas=["A05"])
    two.enter("progress", "done", undertaking="ferry", owner="north", state="done", word="own", result=open_words("result"))
    two.consent("done")
    two.build(papers=True)
    for lang, when in (("vi", "03/2027"), ("zh-Hans", "2027年3月"), ("en", "Mar 2027")):
        raw = (two.to / lang / f"{code_of(thing)}.pdf").read_bytes()
        text = re.sub(r"\s", "", read(raw))
        for words in (*TITLE.values(), when, code_of(thing), f"{THIS_MACHINE}{lang}/{code_of(thing)}.html", "zzresultenzz"):
            assert re.sub(r"\s", "", words) in text, (lang, words)
        reader = PdfReader(io.BytesIO(raw))
        links = {str(each.get_object()["/A"]["/URI"]) for page in reader.pages for each in page.get("/Annots", [])}
        assert all(link.startswith(THIS_MACHINE) for link in links), links
        assert (reader.metadata["/Title"], reader.trailer["/Root"]["/Lang"]) == (TITLE[lang], lang)


def test_a_paper_is_tagged_with_its_languages_and_holds_its_letters(two):
    thing = two.owed("ferry", TITLE)
    two.build(papers=True)
    for lang in LANGUAGES:
        raw = (two.to / lang / f"{code_of(thing)}.pdf").read_bytes()
        tags = list(tags_of(raw).every())
        (title,) = [tag for tag in tags if tag.kind == "H1"]
        assert title.text == "".join(TITLE[lang].split())
        assert {tag.lang for tag in tags if tag.text == "".join(TITLE["zh-Hans"].split())} <= {"", "zh-Hans"}
        assert [tag.alt for tag in tags if tag.kind == "Figure" and not tag.alt] == []
        assert all(fonts_of(raw).values())
        assert code_of(thing) in "".join(unread_of(raw)[0].split())


def test_only_papers_whose_words_changed_are_made_anew(two):
    things = [two.owed(f"item-{at}", areas=["A05"]) for at in range(3)]
    two.build(papers=True)
    before = papers(two.to)
    two.enter("correction", thing="item-0", changes={"due_on": "2030"})
    two.consent("item-0")
    two.build()
    after = papers(two.to)
    changed = {name for name, raw in after.items() if before.get(name) != raw}
    assert changed == {f"{lang}/{code_of(things[0])}.pdf" for lang in LANGUAGES}


def test_what_is_taken_back_takes_its_papers_along(two):
    thing = two.owed("ferry", TITLE)
    two.build(papers=True)
    two.enter("publication_consent", by="south", publishes="ferry", stance="withdraws")
    two.build()
    assert [name for name in files(two.to) if code_of(thing) in name] == []


def test_a_long_paper_breaks_and_a_sign_without_a_letter_is_said_by_its_code(two):
    thing = two.owed("long", {"en": "W" * 900, "vi": "Mở bến phà " * 90, "zh-Hans": "渡" * 700 + "\U0001f9ff"})
    two.build(papers=True)
    raw = (two.to / "en" / f"{code_of(thing)}.pdf").read_bytes()
    assert len(PdfReader(io.BytesIO(raw)).pages) > 1
    assert "[U+1F9FF]" in re.sub(r"\s", "", read(raw))
