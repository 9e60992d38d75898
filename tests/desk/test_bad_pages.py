"""Bad input: each gives a clear page, nothing in it runs, and nothing turns the writing around it."""

import html
import re
from html.parser import HTMLParser

import pytest

from comity.record.language import LANGUAGES

from .bad_home import ENDLESS, HAN, LONG, SCRIPT, make_bad_home
from .conftest import Visitor

TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")
RUNS = {"script", "img", "iframe", "object", "embed", "style", "base"}
LISTS = (
    "/",
    "/sessions/",
    "/agreed/",
    "/parties/",
    "/people/",
    "/letters/",
    "/findings/",
    "/changes/",
    "/sources/",
    "/drafts/",
    "/k/undertaking/",
)


@pytest.fixture(scope="module")
def bad(tmp_path_factory):
    return make_bad_home(tmp_path_factory.mktemp("bad"))


class Tags(HTMLParser):
    """What a browser would make of a page: the tags that run or load, and attributes that do."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        own = tag == "script" and given.keys() == {"src", "defer"} and given["src"].startswith("/look/")
        if (tag in RUNS and not own) or any(name.startswith("on") or name == "style" for name in given):
            self.found.append((tag, attrs))
        if any((given.get(name) or "").strip().lower().startswith("javascript:") for name in ("href", "src", "action")):
            self.found.append((tag, attrs))


def _paths(bad):
    things = [f"/t/{thing}" for thing in bad.things.values()]
    return [
        *LISTS,
        *things,
        f"/drafts/{bad.draft}",
        f"/sources/{bad.document}",
        "/search?q=Thanh",
        "/check",
        "/enter/undertaking/",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_scripts_in_every_field_are_letters(bad, lang):
    visitor = Visitor(bad, lang)
    answers = {path: visitor.get(path) for path in _paths(bad)}
    assert {path: answer.status_code for path, answer in answers.items() if answer.status_code != 200} == {}
    assert {path: found for path, answer in answers.items() if (found := Tags(answer.content.decode()).found)} == {}
    shown = [path for path, answer in answers.items() if html.escape("<script>", quote=False) in answer.content.decode()]
    assert len(shown) >= 8


def test_scripts_in_addresses_are_letters(bad):
    visitor = Visitor(bad)
    asked = {"q": SCRIPT, "kind": SCRIPT, "after": SCRIPT, "state": SCRIPT, "nature": SCRIPT, "since": SCRIPT}
    pages = [visitor.text(path, data=asked) for path in (*LISTS, "/search", f"/sources/{bad.document}")]
    assert [found for page in pages if (found := Tags(page).found)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_name_of_ten_thousand_characters_is_refused_and_kept_in_the_form(bad, lang):
    visitor = Visitor(bad, lang)
    token = re.search(r'name="once" value="([^"]*)"', visitor.text("/enter/session/")).group(1)
    answer = visitor.post("/enter/session/", {"once": token, "f-title.en": ENDLESS, "f-channel": "party"})
    page = answer.content.decode()
    said = re.search(r'role="alert">(.*?)</(?:div|section)>', page, re.DOTALL).group(1)
    assert (answer.status_code, ENDLESS in page, "500" in said, "standing" in said) == (400, True, True, False)


def test_names_without_end_are_shown_whole_on_their_page_and_short_in_lists(bad):
    visitor = Visitor(bad)
    page = visitor.text(f"/t/{bad.things['long']}")
    assert (LONG in page, HAN in page) == (True, True)
    titles = [
        re.search(r"<title>(.*?)</title>", visitor.text(f"/t/{bad.things[name]}"), re.DOTALL) for name in ("long", "session")
    ]
    assert [len(found.group(1)) < 200 for found in titles] == [True, True]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_marks_that_turn_writing_turn_nothing_around_them(bad, lang):
    """They are shown by their codes."""
    visitor = Visitor(bad, lang)
    for path in (f"/drafts/{bad.draft}", f"/sources/{bad.document}", "/sources/"):
        page = visitor.text(path)
        assert (path, TURNING.findall(page), "[U+202E]" in page) == (path, [], True)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["0" * 64, "abcdef", "nobody", "%E2%80%AE", "%3Cscript%3E", "a" * 3000, "..%2F..%2Fetc", "%00"])
def test_unknown_ids_get_a_clear_page(bad, lang, name):
    answer = Visitor(bad, lang).get(f"/t/{name}")
    page = answer.content.decode()
    assert (answer.status_code, page.count("<h1"), f'<html lang="{lang}">' in page) == (404, 1, True)
    assert (Tags(page).found, TURNING.findall(page)) == ([], [])


@pytest.mark.parametrize(
    "path",
    [
        *("/drafts/99999999999999999999", "/sources/" + "f" * 64, "/k/none/", "/k/none.json", "/t/none.json", "/correct/none"),
        *(
            "/translate/none",
            "/enter/none/",
            "/enter/signature/x/",
            "/check/" + "0" * 64 + "/vkey",
            "/help/none",
            "/" + "a" * 5000,
        ),
    ],
)
def test_unknown_places_get_a_clear_page(bad, path):
    answer = Visitor(bad).get(path)
    assert (answer.status_code, answer.content.decode().count("<h1")) == (404, 1)


def test_what_is_known_by_its_envelope_only_says_so(small):
    erased = f"/t/{small.things['erased']}"
    for lang, words in (("en", "The body was erased"), ("vi", "xóa"), ("zh-Hans", "抹去")):
        answer = Visitor(small, lang).get(erased)
        page = answer.content.decode()
        assert (answer.status_code, page.count("<h1"), words in page) == (200, 1, True)


def test_body_that_was_never_handed_over_is_said(bad, tmp_path):
    own = make_bad_home(tmp_path)
    with own.home.write(entering=False) as writing:
        writing._db.execute("DELETE FROM body WHERE entry = ?", (own.things["script"],))
        writing.touch_everything()
    page = Visitor(own).text(f"/t/{own.things['script']}")
    assert (page.count("<h1"), "&lt;script&gt;" in page.split("<h1")[1].split("</h1>")[0]) == (1, False)
    assert Visitor(own).get("/agreed/").status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "after=zzz",
        "after=" + "9" * 400,
        "since=2026-99-99",
        "since=x",
        "kind=%00",
        "session=zz",
        "q=%22%22%22%20NEAR(",
        "q=" + "a" * 9000,
    ],
)
def test_filters_nobody_offers_get_a_page(bad, query):
    statuses = {path: Visitor(bad).get(f"{path}?{query}").status_code for path in (*LISTS, "/search")}
    assert {path: status for path, status in statuses.items() if status not in (200, 302, 400, 404)} == {}
