"""The brief as files: two pages at most, the same facts in each form, and plain refusals."""

import io
import re

import pytest
from docx import Document
from PIL import Image
from pypdf import PdfReader
from tests.review.made_brief import LANGS, made_brief

from comity.procedures.clock import Moment
from comity.procedures.enter_act import enter_act
from comity.procedures.erase_body import erase_body
from comity.procedures.gather_brief import BriefAsked, gather_brief
from comity.procedures.hand import Hand
from comity.procedures.write_brief import BRIEF_FORMS, brief_bytes, write_brief
from comity.record.errors import FileThere, UnknownParty, UnknownThing, WrongValue
from comity.review.thresholds import thresholds

MADE = Moment("2026-11-22T03:04:05Z", "Asia/Ho_Chi_Minh")
DAY = "2026-11-22"


@pytest.fixture(scope="module")
def invented(whole_home):
    return whole_home("invented")


def _asked(party="van-khe", **more):
    return BriefAsked(DAY, thresholds(), party, **more)


def _gather(home, party="van-khe", **more):
    with home.read() as reading:
        return gather_brief(reading, _asked(party, **more))


def _pages(content):
    return PdfReader(io.BytesIO(content)).pages


@pytest.mark.parametrize("lang", LANGS)
def test_pdf_has_two_pages_at_most_whatever_is_told(lang, invented):
    made = [made_brief(nothing=True), made_brief(long=True, count=40), made_brief(count=40), _gather(invented)]
    pages = [_pages(brief_bytes(material, lang, "pdf")) for material in made]
    assert [len(each) <= 2 for each in pages] == [True] * len(made)
    edition = {"vi": "chỉ dùng nội bộ", "zh-Hans": "仅供本方使用", "en": "home only"}[lang]
    assert {edition in page.extract_text() for each in pages for page in each} == {True}


@pytest.mark.parametrize("lang", LANGS)
def test_every_form_tells_the_same_facts(lang, invented):
    material = _gather(invented)
    given = {form: brief_bytes(material, lang, form) for form in BRIEF_FORMS}
    title = {
        "vi": "Mở lại lối thông quan bến phà",
        "zh-Hans": "恢复渡口通关通道",
        "en": "Reopen the clearance route at the ferry",
    }[lang]
    word = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(given["docx"])).paragraphs)
    pdf = " ".join("".join(page.extract_text() for page in _pages(given["pdf"])).split())
    told = (given["txt"].decode(), re.sub("<[^>]+>", "", given["html"].decode()), word, pdf.replace(" ", ""))
    assert [title.replace(" ", "") in text.replace(" ", "") for text in told] == [True] * 4
    picture = Image.open(io.BytesIO(given["png"]))
    assert (picture.format, picture.width, picture.info.get("dpi"), dict(picture.getexif())) == ("PNG", 1600, None, {})


def test_brief_tells_what_the_record_holds(invented):
    lines = brief_bytes(_gather(invented), "en", "txt").decode().splitlines()
    form = "Use one form in both languages for notices of high water"
    assert lines[0] == "Brief: Van Khe region"
    assert f"- Thanks are due to Van Khe region for what we are told is done: {form}." in lines
    route = "Reopen the clearance route at the ferry"
    sides = "Van Khe region: waits for somebody, Thanh Lac province: reported done"
    assert f"- {route} – {sides}; planned for Sep 2025" in lines
    assert [line[:2] for line in lines if re.match(r"\d\. ", line)] == ["1.", "2.", "3."]
    assert all(" Why: " in line for line in lines if re.match(r"\d\. ", line))


def test_brief_keeps_to_what_it_is_about(invented):
    whole, narrow = _gather(invented), _gather(invented, about="A05")
    assert 0 < len(narrow.items) < len(whole.items)
    assert [each.areas for each in narrow.found if "A05" not in each.areas] == []
    thing = str(narrow.items[0]["id"])
    assert [str(each["id"]) for each in _gather(invented, about=thing).items] == [thing]
    assert brief_bytes(narrow, "en", "txt").decode().splitlines()[0] == (
        "Brief: Van Khe region, on Opening and upgrading gates; border market pairs"
    )


@pytest.fixture
def own_home(whole_home):
    return whole_home("invented")


def test_erased_words_stand_in_no_form_and_are_counted(own_home):
    given = {
        "title": {"en": "A ferry for the secret market"},
        "owners": ["van-khe"],
        "nature": "once",
        "agreed_on": "2026-10-01",
        "label": "amber",
    }
    thing = enter_act(own_home, "undertaking", given, by=Hand("thanh-lac", MADE))
    assert "secret market" in brief_bytes(_gather(own_home), "en", "txt").decode()
    erase_body(own_home, str(thing), why="entered by mistake", by=Hand("thanh-lac", MADE))
    material = _gather(own_home)
    for form in ("txt", "html"):
        assert "secret market" not in brief_bytes(material, "en", form).decode()
    assert material.not_held >= 1


def test_partner_of_whom_nothing_is_told_gets_a_brief(own_home):
    enter_act(own_home, "party", {"name": {"zh-Hans": "青河县"}, "label": "amber"}, by=Hand("thanh-lac", MADE), short="qinghe")
    told = brief_bytes(_gather(own_home, "qinghe"), "vi", "txt").decode()
    assert told.startswith("Tóm tắt phục vụ lãnh đạo: 青河县\n")
    assert "Tại đây chưa ghi nội dung nào đã thống nhất với phía bạn." in told


def test_wrong_askings_are_refused(invented, tmp_path):
    for party, about, problem in (
        ("nobody", "", UnknownParty),
        ("thanh-lac", "", WrongValue),
        ("van-khe", "nothing", UnknownThing),
        ("ferry-item", "", UnknownParty),
    ):
        with pytest.raises(problem):
            write_brief(invented, _asked(party, about=about), "en", tmp_path / "a.txt")
    with pytest.raises(WrongValue):
        write_brief(invented, _asked(), "en", tmp_path / "a.odt")
    assert list(tmp_path.iterdir()) == []


def test_file_that_is_there_is_not_written_over(invented, tmp_path):
    path = write_brief(invented, _asked(), "en", tmp_path / "in" / "brief.TXT")
    assert write_brief(invented, _asked(), "en", path) == path
    with pytest.raises(FileThere):
        write_brief(invented, _asked(), "vi", path)


def test_same_home_and_day_give_the_same_bytes(invented):
    for form in ("pdf", "txt", "html", "png"):
        assert brief_bytes(_gather(invented), "vi", form) == brief_bytes(_gather(invented), "vi", form)
