"""Typing in: every kind's form from its declaration, refusals beside their fields, each form entered once."""

import hashlib
import html
import re
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from comity.desk.form_kinds import takes_several, typed_fields, typed_kinds
from comity.kinds import every_kind, kind_of
from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand
from comity.store.home import Home
from comity.store.register import Register

from .conftest import Visitor
from .small_home import MOMENT

LANGUAGES = ("vi", "zh-Hans", "en")
KINDS = [kind.name for kind in typed_kinds()]
TITLE = {"f-title.vi": "Mở chợ phiên", "f-title.zh-Hans": "开放集市", "f-title.en": "Open the market"}


def _token(visitor, path):
    return re.search(r'name="once" value="([^"]+)"', visitor.text(path)).group(1)


def _enter(visitor, kind, fields, query=""):
    path = f"/enter/{kind}/"
    return visitor.post(path, {"once": _token(visitor, path + query), **fields})


def _said(answer):
    return re.findall(r'<p class="said" role="status">([^<]*)</p>', answer.content.decode())


def _wrong(answer):
    found = re.findall(r'<p class="wrong" id="f-([^"]+)-wrong">([^<]*)</p>', answer.content.decode())
    return {name: html.unescape(sentence) for name, sentence in found}


def _count(small, kind):
    with small.home.read() as reading:
        return reading.count(kind)


def _newest(small, kind):
    with small.home.read() as reading:
        return reading.things(kind, limit=1)[0]


def test_unsigned_kinds_have_forms():
    assert KINDS == [
        "undertaking",
        "progress",
        "obstacle",
        "letter",
        "call",
        "session",
        "proposal",
        "delegation",
        "post_holding",
        "party",
        "mechanism",
        "item",
        "text",
        "reservation",
        "gate",
        "corridor",
        "source",
        "correction",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_list_names_every_form(small, lang):
    page = Visitor(small, lang).text("/enter/")
    assert [kind for kind in KINDS if f'<a class="onward first-letter" href="/enter/{kind}/">' not in page] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", KINDS)
def test_form_names_every_field_in_the_language(small, name, lang):
    page = html.unescape(Visitor(small, lang).text(f"/enter/{name}/"))
    kind = kind_of(name)
    assert [field.name for field in typed_fields(kind) if field.labels.in_language(lang) not in page] == []
    assert [field.name for field in kind.fields if field.computed and f'name="f-{field.name}"' in page] == []


def test_one_or_several_follows_the_check_of_the_kind():
    found = {
        name: [
            f.name
            for f in kind_of(name).fields
            if f in typed_fields(kind_of(name)) and f.many and not takes_several(kind_of(name), f)
        ]
        for name in KINDS
    }
    assert {name: fields for name, fields in found.items() if fields} == {
        "progress": ["undertaking", "owner"],
        "obstacle": ["follows", "stated_by"],
        "delegation": ["session", "party"],
        "post_holding": ["party"],
        "text": ["item"],
        "reservation": ["text"],
        "correction": ["thing"],
    }


@pytest.mark.parametrize("name", ["signature", "charter", "erasure", "merge", "reading", "nothing"])
def test_other_kinds_have_no_form(visitor, name):
    assert visitor.get(f"/enter/{name}/").status_code == 404


def test_agreed_item_is_entered_and_shown(own_small, own_visitor):
    owners = [own_small.things["thanh-lac"], own_small.things["van-khe"]]
    fields = {**TITLE, "f-title.en.standing": "machine", "f-owners": owners, "f-areas": ["A05", ""], "f-due_on": " 2027-09 "}
    answer = _enter(own_visitor, "undertaking", {**fields, "f-entry.book": owners[0], "f-entry.short": "market"})
    row = _newest(own_small, "undertaking")
    assert _said(answer) == ["Entered in the book of Thanh Lac province."]
    assert (answer.request["PATH_INFO"], row["label"]) == (f"/t/{row['id']}", "amber")
    assert row["fields"] == {
        "title": [
            {"lang": "en", "standing": "machine", "text": "Open the market"},
            {"lang": "vi", "standing": "authentic", "text": "Mở chợ phiên"},
            {"lang": "zh-Hans", "standing": "authentic", "text": "开放集市"},
        ],
        "owners": sorted(owners),
        "areas": ["A05"],
        "due_on": "2027-09",
    }
    with own_small.home.read() as reading:
        assert reading.resolve("market") == row["id"]


def test_second_sending_of_a_form_enters_nothing(own_small, own_visitor):
    fields = {"once": _token(own_visitor, "/enter/undertaking/"), **TITLE}
    before = _count(own_small, "undertaking")
    answers = [own_visitor.post("/enter/undertaking/", fields) for _ in range(2)]
    assert (_count(own_small, "undertaking") - before, answers[0].request["PATH_INFO"]) == (1, answers[1].request["PATH_INFO"])
    assert _said(answers[1]) == ["Entered in the book of Thanh Lac province. The form was sent twice and entered once."]


def test_form_of_a_desk_that_ran_before_comes_back_filled(own_small, own_visitor):
    before = _count(own_small, "undertaking")
    answer = own_visitor.post("/enter/undertaking/", {"once": "of-another-run", **TITLE})
    page = answer.content.decode()
    assert (answer.status_code, "The desk was started again" in page, "Mở chợ phiên" in page) == (400, True, True)
    again = own_visitor.post("/enter/undertaking/", {"once": re.search(r'name="once" value="([^"]+)"', page).group(1), **TITLE})
    assert (again.status_code, _count(own_small, "undertaking") - before) == (200, 1)


def test_every_refusal_stands_beside_its_field_and_nothing_typed_is_lost(own_small, own_visitor):
    long = "x" * 10_000
    fields = {"f-due_on": "next year", "f-departments": ["ferry office", long], "f-owners": "nobody", "f-title.vi": "  "}
    answer = _enter(own_visitor, "undertaking", {**fields, "f-nature": "sometimes", "f-starts_when": "a\u202eb"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert _wrong(answer) == {
        "title": "The field Wording is missing.",
        "owners": "Nothing here is called nobody.",
        "departments": f"The field Departments in charge does not take {'x' * 24}…: at most 300 characters.",
        "nature": "The field Nature does not take sometimes: one of once, periodic, standing.",
        "starts_when": "The text in Starts when holds an invisible character (U+202E) that can change what a reader sees.",
        "due_on": "The field Planned for does not take next year: a date like 2024-02-27, 2024-02 or 2024.",
    }
    assert [text for text in ('value="next year"', 'value="ferry office"', long, 'value="nobody"') if text not in page] == []


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [("vi", "Thiếu trường Nội dung."), ("zh-Hans", "缺少字段 内容。"), ("en", "The field Wording is missing.")],
)
def test_refusals_are_in_the_language_of_the_reader(own_small, lang, sentence):
    answer = _enter(Visitor(own_small, lang), "undertaking", {})
    assert _wrong(answer) == {"title": sentence}


def test_what_the_kind_refuses_as_a_whole_stands_beside_its_field(own_small, own_visitor):
    fields = {"f-subject.en": "Hours", "f-dated_on": "2026-03-10", "f-sent_on": "2026-03-01"}
    answer = _enter(own_visitor, "letter", fields)
    assert _wrong(answer) == {"sent_on": "The field Sent on does not take 2026-03-01: not before 2026-03-10."}
    assert _count(own_small, "letter") == 0


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"f-entry.short": "item"}, "entry.short"),
        ({"f-entry.short": "a b"}, "entry.short"),
        ({"f-entry.label": "secret"}, "entry.label"),
        ({"f-title.vi.standing": "best"}, "title"),
    ],
)
def test_refusals_about_the_entry_stand_beside_it(own_small, own_visitor, fields, place):
    answer = _enter(own_visitor, "undertaking", {**TITLE, **fields})
    assert (answer.status_code, list(_wrong(answer))) == (400, [place])


def test_book_that_is_not_kept_here_is_said_above_the_form(own_small, own_visitor):
    answer = _enter(own_visitor, "undertaking", {**TITLE, "f-entry.book": own_small.things["item"]})
    assert (answer.status_code, "keeps no book in this home" in answer.content.decode()) == (400, True)


def test_a_reference_enters_nothing_by_itself(own_small, own_visitor):
    answer = _enter(own_visitor, "undertaking", {**TITLE, "f-session": "@session"})
    assert (_wrong(answer), _count(own_small, "session")) == ({"session": "Nothing here is called @session."}, 0)


def test_wrong_kind_of_thing_is_said_in_words(own_small, own_visitor):
    answer = _enter(own_visitor, "undertaking", {**TITLE, "f-session": "item"})
    assert _wrong(answer) == {"session": "The field Session must name one of: session; item is not one."}


def test_scripts_and_decomposed_letters_are_only_text(own_small, own_visitor):
    answer = _enter(own_visitor, "undertaking", {"f-title.vi": "<script>alert(1)</script>\r\nMo\u031b\u0309"})
    row = _newest(own_small, "undertaking")
    assert row["fields"]["title"][0]["text"] == "<script>alert(1)</script>\nMở"
    assert "<script>alert" not in answer.content.decode()


def test_another_row_keeps_what_was_typed(visitor):
    fields = {"f-departments": "ferry office", "more": "departments", "once": "x"}
    page = visitor.post("/enter/undertaking/", fields).content.decode()
    assert (page.count('name="f-departments"'), 'value="ferry office"' in page, "Nothing was entered yet" in page) == (
        4,
        True,
        False,
    )


def test_text_takes_several_clauses(own_small, own_visitor):
    fields = {"f-clauses.0.vi": "Một", "f-clauses.2.en": "Two", "f-item": own_small.things["item"], "f-open_until": "2099-01-31"}
    _enter(own_visitor, "text", fields)
    assert [[part["text"] for part in clause] for clause in _newest(own_small, "text")["fields"]["clauses"]] == [["Một"], ["Two"]]


def test_digest_stands_for_a_file_that_was_chosen(own_small, own_visitor):
    digest = hashlib.sha256(b"scan").hexdigest()
    before = own_visitor.post(
        "/enter/letter/",
        {"once": "x", "more": "attachments", "file-f-attachments": SimpleUploadedFile("a.pdf", b"scan")},
    )
    assert f'value="{digest}"' in before.content.decode()
    file = SimpleUploadedFile("a.pdf", b"scan")
    _enter(own_visitor, "letter", {"f-subject.vi": "Giờ phà", "file-f-attachments": file})
    assert _newest(own_small, "letter")["fields"]["attachments"] == [digest]


@pytest.mark.parametrize(("owner", "word", "own"), [("thanh-lac", "own", True), ("ferry", "told", False)])
def test_progress_is_own_word_only_of_an_own_party(own_small, own_visitor, owner, word, own):
    given = {"name": {"vi": "Bến phà"}}
    party = own_small.things.get(owner) or enter_act(own_small.home, "party", given, by=Hand("thanh-lac", MOMENT))
    undertaking = own_small.things["undertaking"]
    path = f"/enter/progress/?undertaking={undertaking}&owner={party}"
    page = own_visitor.text(path)
    assert re.findall(r'name="f-word" id="[^"]+" value="(\w+)" checked', page) == [word]
    fields = {
        "f-undertaking": undertaking,
        "f-owner": party,
        "f-state": "done",
        "f-word": word,
        "once": _token(own_visitor, path),
    }
    answer = own_visitor.post("/enter/progress/", fields)
    assert answer.request["PATH_INFO"] == f"/t/{undertaking}"


def _deeds(page):
    """Where the links lead that offer to enter something about the thing of a page."""
    row = re.search(r'<p class="quiet-deeds no-print">(.*?)</p>', page)
    return re.findall(r'href="([^"]+)"', row[1]) if row else []


def test_thing_leads_to_its_forms(own_small, own_visitor):
    things = own_small.things
    letter = enter_act(own_small.home, "letter", {"subject": {"vi": "Giờ phà"}}, by=Hand("thanh-lac", MOMENT))
    page = own_visitor.text(f"/t/{things['undertaking']}")
    owners = sorted([things["thanh-lac"], things["van-khe"]])
    hrefs = _deeds(page)
    assert [html.unescape(href) for href in hrefs] == [
        *(f"/enter/progress/?undertaking={things['undertaking']}&owner={owner}" for owner in owners),
        f"/correct/{things['undertaking']}",
        f"/translate/{things['undertaking']}",
    ]
    hrefs = _deeds(own_visitor.text(f"/t/{letter}"))
    assert hrefs == [f"/enter/letter/?answers={letter}", f"/correct/{letter}", f"/translate/{letter}"]


def test_answer_goes_back_to_who_asked(own_small, own_visitor):
    things = own_small.things
    given = {
        "subject": {"vi": "Giờ phà"},
        "from_party": "van-khe",
        "to_party": "thanh-lac",
        "from_post": "主任",
        "asks_for": "answer",
    }
    letter = enter_act(own_small.home, "letter", given, by=Hand("thanh-lac", MOMENT))
    page = own_visitor.text(f"/enter/letter/?answers={letter}")
    checked = re.findall(r'name="f-(\w+)" id="[^"]+" value="([^"]*)" checked', page)
    assert checked == [
        ("kind_of_letter", "reply"),
        ("from_party", things["thanh-lac"]),
        ("to_party", things["van-khe"]),
        ("asks_for", "informs"),
        ("answers", letter),
    ]
    assert re.search(r'name="f-to_post" value="([^"]*)"', page).group(1) == "主任"


def test_many_things_are_offered_in_a_box(own_small, own_visitor, monkeypatch):
    monkeypatch.setattr("comity.desk.form_options.MOST", 1)
    page = own_visitor.text(f"/enter/undertaking/?owners={own_small.things['thanh-lac']}")
    key = re.search(r'name="f-owners" value="[0-9a-f]{64}" list="offers-([^"]+)"', page).group(1)
    assert (page.count(f'<datalist id="offers-{key}">'), ">Thanh Lac province</span>" in page) == (1, True)
    _enter(own_visitor, "undertaking", {**TITLE, "f-owners": ["van-khe", own_small.things["thanh-lac"][:10]]})
    owners = _newest(own_small, "undertaking")["fields"]["owners"]
    assert owners == sorted([own_small.things["thanh-lac"], own_small.things["van-khe"]])


def test_forms_are_refused_without_their_mark(own_small):
    from django.test import Client

    client = Client(
        enforce_csrf_checks=True, **{"comity.home": own_small.home, "REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "localhost:8000"}
    )
    before = _count(own_small, "undertaking")
    answers = [client.post(path, TITLE) for path in ("/enter/undertaking/", f"/translate/{own_small.things['undertaking']}")]
    assert ([answer.status_code for answer in answers], _count(own_small, "undertaking")) == ([403, 403], before)


def test_every_kind_is_typed_signed_or_named_as_no_form():
    from comity.desk.form_kinds import NOT_BY_FORM

    signed = {kind.name for kind in every_kind().values() if kind.signed}
    assert set(every_kind()) == set(KINDS) | signed | NOT_BY_FORM


def test_home_without_a_book_opens_that_of_the_office(tmp_path):
    small = SimpleNamespace(home=Home.create(tmp_path / "home", state_dir=tmp_path / "state"))
    visitor = Visitor(small)
    assert {visitor.get(f"/enter/{kind}/").status_code for kind in KINDS} == {200}
    answer = _enter(visitor, "undertaking", TITLE)
    assert _said(answer) == ["Entered in the book of The office that keeps this book."]


@pytest.mark.parametrize(
    "query",
    ["?answers=nowhere", "?owner=%00&undertaking=%E2%80%AE", "?clauses.99999.vi=a&clauses.x.vi=b", "?entry.book=%3Cscript%3E"],
)
def test_strange_addresses_still_show_a_form(visitor, query):
    answers = [visitor.get(f"/enter/{kind}/{query}") for kind in ("letter", "progress", "text")]
    assert [(answer.status_code, b"<script>" in answer.content) for answer in answers] == [(200, False)] * 3


@pytest.mark.parametrize("kind", KINDS)
def test_forms_ask_no_question_for_each_row_and_stay_small(own_small, kind, monkeypatch):
    asked, ask = [], Register._ask
    monkeypatch.setattr(Register, "_ask", lambda self, *given, **values: asked.append(given) or ask(self, *given, **values))
    counts = []
    for more in (1, 2):
        for row in range(more):
            given = {"title": {"vi": f"Mở phà {more} {row}"}}
            enter_act(own_small.home, "undertaking", given, by=Hand("thanh-lac", MOMENT))
        asked.clear()
        page = Visitor(own_small).get(f"/enter/{kind}/")
        counts.append(len(asked))
    assert (counts[0] == counts[1], max(counts) <= 30, len(page.content) < 100_000) == (True, True, True)
