"""The bulletin as the desk hands it out: its own files and nothing else of that folder."""

import shutil
from wsgiref.util import setup_testing_defaults

import pytest

from comity.bulletin.build import Options, make_bulletin
from comity.desk.app import serving
from comity.procedures.bulletin_folder import note_bulletin
from comity.procedures.clock import now
from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand


@pytest.fixture(scope="module")
def built(untouched, tmp_path_factory):
    to = tmp_path_factory.mktemp("built") / "public"
    make_bulletin(untouched.home, to, moment=now())
    return to


@pytest.fixture
def folder(built, own_small, tmp_path):
    to = shutil.copytree(built, tmp_path / "public")
    note_bulletin(own_small.home, to)
    return to


LINK = '<a href="/bulletin/">Bulletin</a>'


def _page(home, path="/"):
    """A page as the desk of a home serves it once it is started."""
    environ = {"PATH_INFO": path, "HTTP_HOST": "127.0.0.1:8000", "REMOTE_ADDR": "127.0.0.1", "HTTP_COOKIE": "comity_language=en"}
    setup_testing_defaults(environ)
    return b"".join(serving(home)(environ, lambda status, headers: None)).decode()


def test_the_desk_leads_to_the_bulletin_that_is_there(folder, own_small):
    assert LINK in _page(own_small.home)
    shutil.rmtree(folder)
    assert LINK not in _page(own_small.home)


def test_the_desk_hands_it_out(folder, own_visitor):
    assert own_visitor.get("/bulletin").headers["Location"] == "/bulletin/"
    front = own_visitor.get("/bulletin/")
    assert (front.status_code, front.content) == (200, (folder / "index.html").read_bytes())
    assert own_visitor.get("/bulletin/vi/").content == (folder / "vi/index.html").read_bytes()
    again = own_visitor.get("/bulletin/", HTTP_IF_NONE_MATCH=front.headers["ETag"])
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("name", "media"),
    [
        ("vi/feed.atom", "application/atom+xml; charset=utf-8"),
        ("en/feed.json", "application/json; charset=utf-8"),
        ("zh-Hans/calendar.ics", "text/calendar; charset=utf-8"),
        ("en/bulletin.pdf", "application/pdf"),
        ("look/card.png", "image/png"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
    ],
)
def test_each_file_has_its_kind(folder, own_visitor, name, media):
    answer = own_visitor.get(f"/bulletin/{name}")
    assert (answer.status_code, answer.headers["Content-Type"], answer.content) == (200, media, (folder / name).read_bytes())


@pytest.mark.parametrize(
    "name", ["mine.html", "../home/record.sqlite", "vi/../../home/keys", "en/nowhere.html", ".half/x", "manifest.json"]
)
def test_no_other_file_is_handed_out(folder, own_visitor, name):
    (folder / "mine.html").write_text("mine")
    assert own_visitor.get(f"/bulletin/{name}").status_code == 404


def test_one_that_is_gone_is_said_to_be_nowhere(folder, own_visitor):
    shutil.rmtree(folder)
    assert own_visitor.get("/bulletin/").status_code == 404


def test_a_home_in_which_none_was_built_has_none(visitor):
    assert visitor.get("/bulletin/").status_code == 404


def test_a_code_checked_at_the_desk_leads_to_its_page_in_the_bulletin(own_small, own_visitor, tmp_path):
    report = {"title": {"en": "A report"}, "address": "https://example.org/report", "label": "clear", "coverage": "press"}
    enter_act(own_small.home, "source", report, by=Hand("thanh-lac", now()))
    make_bulletin(own_small.home, tmp_path / "b", moment=now(), options=Options(check_at="https://office.example/"))
    codes = [path.stem for path in (tmp_path / "b/en").glob("????-????-????-????.html")]
    assert codes
    assert "/bulletin/" not in own_visitor.text("/check/", data={"code": codes[0]})
    note_bulletin(own_small.home, tmp_path / "b")
    for code in codes:
        assert f'href="/bulletin/en/{code}.html"' in own_visitor.text("/check/", data={"code": code.lower()})
    for typed in ("<b>", "0000-0000-0000-0000"):
        assert "/bulletin/en/0" not in own_visitor.text("/check/", data={"code": typed})
    assert 'href="https://office.example/check/"' in (tmp_path / "b/en/check.html").read_text("utf-8")


@pytest.mark.parametrize("path", ["/check", "/check/"])
def test_check_pages_lead_to_that_of_the_bulletin(folder, own_small, own_visitor, path):
    link = '<a class="onward" href="/bulletin/en/check.html">' if path == "/check" else '<a href="/bulletin/en/check.html">'
    assert link in _page(own_small.home, path)
    shutil.rmtree(folder)
    assert link not in _page(own_small.home, path)
