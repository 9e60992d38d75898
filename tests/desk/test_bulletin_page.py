"""The bulletin as the desk hands it out: its own files and nothing else of that folder."""

import shutil
from wsgiref.util import setup_testing_defaults

import pytest

from comity.bulletin.build import make_bulletin
from comity.desk.app import serving
from comity.procedures.bulletin_folder import note_bulletin
from comity.procedures.clock import now


@pytest.fixture
def folder(own_small, tmp_path):
    to = tmp_path / "public"
    make_bulletin(own_small.home, to, moment=now())
    note_bulletin(own_small.home, to)
    return to


LINK = '<a href="/bulletin/">Bulletin</a>'


def _front(home):
    """The first page as the desk of a home serves it once it is started."""
    environ = {"HTTP_HOST": "127.0.0.1:8000", "REMOTE_ADDR": "127.0.0.1", "HTTP_COOKIE": "comity_language=en"}
    setup_testing_defaults(environ)
    return b"".join(serving(home)(environ, lambda status, headers: None)).decode()


def test_the_desk_leads_to_the_bulletin_that_is_there(folder, own_small):
    assert LINK in _front(own_small.home)
    shutil.rmtree(folder)
    assert LINK not in _front(own_small.home)


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
