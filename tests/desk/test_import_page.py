"""Entering from a table on a page: chosen, looked over, entered at a second word, never twice."""

import csv
import html
import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from comity.desk import import_held
from comity.kinds import kind_of
from comity.procedures.hand import Hand
from comity.procedures.import_table import Wanted, enter_table
from comity.procedures.table_columns import headings_of, kinds_of_tables
from comity.procedures.table_file import MAX_BYTES, read_table
from comity.store.home import Home

from .conftest import Visitor
from .small_home import MOMENT

LANGUAGES = ("vi", "zh-Hans", "en")
KINDS = [kind.name for kind in kinds_of_tables()]
GOOD = "id,title.vi,title.en,owners,carries_out\nport,Mở bến,Open the landing,thanh-lac,\n,Mở đường,,van-khe,port\n"
WRONG = "title.vi,owners\nMở bến,nobody\nMở đường,thanh-lac\n"
PAGE = "/import/undertaking"


def look(visitor, text, **more):
    """Sends a table and returns the page of its preview."""
    file = SimpleUploadedFile("plan.csv", text if isinstance(text, bytes) else text.encode())
    return visitor.post(PAGE, {"file": file, "book": visitor.small.things["thanh-lac"], **more})


def form(answer, deed):
    """What the form of a preview sends."""
    page = answer.content.decode()
    assert f'name="deed" value="{deed}"' in page
    return {**dict(re.findall(r'<input type="hidden" name="(once|held|plan)" value="([^"]*)">', page)), "deed": deed}


def text_of(answer):
    page = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(html.unescape(page).split())


def said(answer):
    return [
        html.unescape(line)
        for line in re.findall(r'<p class="said" role="(?:status|alert)">([^<]*)</p>', answer.content.decode())
    ]


def sizes(small):
    with small.home.read() as reading:
        return [book.size for book in reading.books()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_list_is_reached_from_typing_in_and_names_every_kind(small, lang):
    visitor = Visitor(small, lang)
    page = visitor.text("/import/")
    assert ('href="/import/"' in visitor.text("/enter/"), [k for k in KINDS if f'href="/import/{k}"' not in page]) == (True, [])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", KINDS)
def test_page_of_each_kind_names_its_headings(small, name, lang):
    page = html.unescape(Visitor(small, lang).text(f"/import/{name}"))
    assert [heading for heading in headings_of(kind_of(name)) if f">{heading}</code>" not in page] == []


@pytest.mark.parametrize("name", ["signature", "charter", "erasure", "correction", "nothing"])
def test_other_kinds_have_no_page(visitor, name):
    codes = {name: 404} if name == "nothing" else {name: 400}
    assert {name: visitor.get(f"/import/{name}").status_code} == codes


def test_empty_table_holds_the_headings(visitor):
    assert visitor.get("/import/letter.csv").content.decode("utf-8-sig").split("\r\n") == [
        ",".join(headings_of(kind_of("letter"))),
        "",
    ]


def test_table_is_looked_over_and_nothing_is_entered(own_small, own_visitor):
    before = sizes(own_small)
    answer = look(own_visitor, GOOD)
    words = text_of(answer)
    assert (answer.status_code, sizes(own_small)) == (200, before)
    assert "2 rows would be entered in the book of Thanh Lac province . Nothing was entered yet." in words
    assert "Row 2 · port Wording Open the landing Mở bến Owners Thanh Lac province" in words
    assert words.count("Carries out port") == 1


def test_preview_is_entered_once_however_often_it_is_sent(own_small, own_visitor):
    before, filled = sizes(own_small), form(look(own_visitor, GOOD), "all")
    answers = [own_visitor.post(PAGE, filled) for _ in range(2)]
    assert [said(answer) for answer in answers] == [
        ["2 rows entered in the book of Thanh Lac province."],
        ["2 rows entered in the book of Thanh Lac province. The form was sent twice and entered once."],
    ]
    assert (answers[0].redirect_chain, sizes(own_small)) == ([("/k/undertaking/", 302)], [before[0] + 2, before[1]])


def test_two_tabs_enter_nothing_twice(own_small, own_visitor):
    first, second = (form(look(own_visitor, GOOD), "all") for _ in range(2))
    own_visitor.post(PAGE, first)
    before = sizes(own_small)
    answer = own_visitor.post(PAGE, second)
    assert (answer.status_code, sizes(own_small)) == (409, before)
    assert "has changed since this preview was made" in said(answer)[0]
    assert "0 rows would be entered in the book of Thanh Lac province . 2 rows are here already." in text_of(answer)
    assert 'name="deed"' not in answer.content.decode()


def test_other_entries_made_meanwhile_do_not_hinder(own_small, own_visitor):
    filled = form(look(own_visitor, GOOD), "all")
    table = read_table("title.vi\nMở đường\n".encode(), name="x.csv")
    enter_table(own_small.home, Wanted(table, "undertaking"), by=Hand("thanh-lac", MOMENT))
    assert own_visitor.post(PAGE, filled).redirect_chain == [("/k/undertaking/", 302)]


def test_wrong_rows_are_told_and_the_good_ones_entered_when_asked(own_small, own_visitor):
    before, answer = sizes(own_small), look(own_visitor, WRONG)
    words = text_of(answer)
    assert "1 row would be entered in the book of Thanh Lac province . 1 row cannot be entered as it stands." in words
    assert "2 owners Nothing here is called nobody. unknown_thing" in words
    assert 'value="all"' not in answer.content.decode()
    assert said(own_visitor.post(PAGE, form(answer, "good"))) == ["1 row entered in the book of Thanh Lac province."]
    assert sizes(own_small) == [before[0] + 1, before[1]]


def test_good_rows_are_not_entered_by_a_form_that_asks_for_all(own_small, own_visitor):
    before, filled = sizes(own_small), form(look(own_visitor, WRONG), "good") | {"deed": "all"}
    answer = own_visitor.post(PAGE, filled)
    assert (answer.status_code, "so nothing was entered" in text_of(answer), sizes(own_small)) == (400, True, before)


def test_wrong_rows_are_fetched_as_a_table(own_small, own_visitor):
    answer = own_visitor.post(PAGE, form(look(own_visitor, WRONG), "rest"))
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    assert [(row["title.vi"], row["# row"], row["# code"]) for row in rows] == [("Mở bến", "2", "unknown_thing")]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"%PDF-1.7", "plan.csv cannot be read as a table: it is neither a workbook"),
        (b"colour\nred\n", "The heading colour names no field of undertaking"),
        (b"", "plan.csv does not hold a row of headings"),
        (b"x" * (MAX_BYTES + 1), "plan.csv is larger than a table taken at once may be: 20000000 bytes"),
    ],
)
def test_file_that_is_no_table_brings_the_page_back_with_a_sentence(visitor, raw, words):
    answer = look(visitor, raw)
    assert (answer.status_code, words in text_of(answer)) == (400, True)


def test_no_file_and_a_sheet_that_is_not_there_are_said(visitor):
    answers = [visitor.post(PAGE, {"book": visitor.small.things["thanh-lac"]}), look(visitor, GOOD, sheet="One")]
    assert [answer.status_code for answer in answers] == [400, 400]
    assert "No file was chosen." in text_of(answers[0])
    assert "plan.csv has no sheet called One" in text_of(answers[1])


def test_preview_that_is_held_no_longer_is_said(own_small, own_visitor, monkeypatch):
    before, filled = sizes(own_small), form(look(own_visitor, GOOD), "all")
    monkeypatch.setattr(import_held, "SECONDS", -1)
    answers = [own_visitor.post(PAGE, filled), own_visitor.post(PAGE, filled | {"held": "strange"})]
    assert [(a.status_code, "is not held any more" in text_of(a)) for a in answers] == [(400, True)] * 2
    assert sizes(own_small) == before


def test_only_the_last_previews_are_held(own_small, own_visitor):
    first = form(look(own_visitor, GOOD), "all")
    for _ in range(import_held.MOST):
        last = form(look(own_visitor, GOOD), "all")
    assert [own_visitor.post(PAGE, filled).status_code for filled in (first, last)] == [400, 200]


def test_form_of_a_desk_that_ran_before_comes_back(own_small, own_visitor):
    before, filled = sizes(own_small), form(look(own_visitor, GOOD), "all") | {"once": "strange"}
    answer = own_visitor.post(PAGE, filled)
    assert (answer.status_code, sizes(own_small)) == (400, before)
    assert said(own_visitor.post(PAGE, form(answer, "all"))) == ["2 rows entered in the book of Thanh Lac province."]


def test_other_book_is_entered_into_when_chosen(own_small, own_visitor):
    before = sizes(own_small)
    answer = look(own_visitor, "title.vi\nMở bến\n", book=own_small.things["van-khe"])
    own_visitor.post(PAGE, form(answer, "all"))
    assert sizes(own_small) == [before[0], before[1] + 1]


def test_home_without_a_book_says_so(tmp_path):
    home = Home.create(tmp_path / "home", state_dir=tmp_path / "state")
    visitor = Visitor(type("Small", (), {"home": home, "things": {"thanh-lac": ""}}))
    page = visitor.text(PAGE)
    assert ("No party keeps its book in this home yet" in page, 'type="file"' in page) == (True, False)
    assert (look(visitor, GOOD).status_code, home.keys.path.exists() and list(home.keys.path.iterdir())) == (400, [])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_long_preview_is_one_page(small, lang):
    long = "title.vi,title.zh-Hans,title.en,departments\n" + f"{'Mở ' * 600},{'口' * 1200},{'x ' * 600},{'a;' * 100}\n" * 1
    many = "".join(f"Việc {n} {'ở' * 100},口岸 {n},Matter {n},{';'.join(['cơ quan'] * 60)}\n" for n in range(300))
    wrong = "".join(f"{n}\u202e,{'口' * 400},,\n" for n in range(300))
    page = look(Visitor(small, lang), long + many + wrong).content
    assert len(page) < 100_000


def test_scripts_in_cells_are_text(visitor):
    page = look(visitor, 'title.vi,owners\n<script>alert(1)</script>,"<b>x</b>"\n<img src=x>,\n').content.decode()
    assert [part for part in ("<script>alert", "<b>x", "<img src=x") if part in page] == []
