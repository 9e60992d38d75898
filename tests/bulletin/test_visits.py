"""An honest count: what a server's log says was read, what was left out, and nothing of who came."""

import pytest

from comity.bulletin.build import Options, make_bulletin
from comity.bulletin.visits import LONGEST, Visits, count_lines, count_visits
from comity.record.errors import FileMissing

from .secrets import NOW

PAGES = frozenset({"vi/index.html", "en/index.html", "zh-Hans/index.html", "en/agreed.html"})
BROWSER = "Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 Chrome/109.0 Safari/537.36"
ROBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"


def line(
    asked="GET /bulletin/vi/index.html HTTP/1.1",
    *,
    program=BROWSER,
    status=200,
    at="28/Nov/2026:17:41:15 +0700",
    who="203.0.113.9",
):
    return f'{who} - - [{at}] "{asked}" {status} 5120 "https://example.org/?q=secret" "{program}"\n'


def test_pages_are_counted_each_time_they_are_read():
    lines = [line(), line(), line("GET /en/ HTTP/2.0"), line("GET /x/y/en/agreed.html?utm=1 HTTP/1.1", status=304)]
    assert count_lines(lines, PAGES) == Visits(
        {"vi/index.html": 2, "en/agreed.html": 1, "en/index.html": 1}, 0, 0, "2026-11-28T10:41:15Z", "2026-11-28T10:41:15Z"
    )


@pytest.mark.parametrize(
    "asked",
    [
        "GET /bulletin/look/look.css HTTP/1.1",
        "GET /bulletin/vi/feed.atom HTTP/1.1",
        "GET /bulletin/vi/nowhere.html HTTP/1.1",
        "GET /bulletin/fr/index.html HTTP/1.1",
        "POST /bulletin/vi/index.html HTTP/1.1",
        "HEAD /bulletin/vi/index.html HTTP/1.1",
        "-",
        "",
        "GET http://[::1/vi/index.html HTTP/1.1",
    ],
)
def test_what_is_no_page_is_not(asked):
    assert count_lines([line(asked)], PAGES).total == 0


@pytest.mark.parametrize("status", [206, 301, 403, 404, 500])
def test_what_was_not_handed_out_is_not(status):
    assert count_lines([line(status=status)], PAGES).total == 0


@pytest.mark.parametrize(
    "program", [ROBOT, "curl/8.5.0", "-", "", "facebookexternalhit/1.1", "Baiduspider/2.0", "Bytespider", "Feedly"]
)
def test_robots_are_left_out_and_counted(program):
    found = count_lines([line(program=program), line()], PAGES)
    assert (found.total, found.robots) == (1, 1)


def test_lines_that_cannot_be_read_are_counted_and_said():
    bad = [
        "not a line\n",
        "\x00\xff\n",
        line(at="31/Foo/2026:17:41:15 +0700"),
        line(at="31/Feb/2026:17:41:15 +0700"),
        line()[: LONGEST // 9],
    ]
    found = count_lines([*bad, "\n", line()], PAGES)
    assert (found.total, found.unreadable) == (2, 4)


def test_the_common_format_names_no_programs_which_is_said():
    found = count_lines(['203.0.113.9 - ann [28/Nov/2026:17:41:15 +0000] "GET /vi/index.html HTTP/1.1" 200 -\n'], PAGES)
    assert (found.total, found.names_programs) == (1, False)


def test_the_period_is_that_of_the_pages_counted():
    lines = [
        line(at="28/Nov/2026:23:59:59 +0800"),
        line(at="01/Nov/2026:00:00:00 +0000"),
        line("GET /robots.txt", at="01/Jan/2020:00:00:00 +0000"),
    ]
    found = count_lines(lines, PAGES)
    assert (found.first, found.last) == ("2026-11-01T00:00:00Z", "2026-11-28T15:59:59Z")


def test_a_very_long_line_ends(tmp_path):
    log = tmp_path / "access.log"
    log.write_bytes(b"1.1.1.1 - - [" + b"a" * 3_000_000 + b"\n" + b'"\\' * 900_000 + b"\n" + line().encode())
    assert (count_visits(log, PAGES).total, count_visits(log, PAGES).unreadable) == (1, 2)
    with pytest.raises(FileMissing):
        count_visits(tmp_path / "nowhere", PAGES)


def test_the_count_stands_on_its_page_and_who_came_nowhere(secrets, tmp_path):
    log = tmp_path / "access.log"
    log.write_text(
        "".join([line(who="198.51.100.77"), line(program=ROBOT), "broken\n", line("GET /bulletin/vi/agreed.html HTTP/1.1")])
    )
    made = make_bulletin(secrets.home, tmp_path / "b", moment=NOW, options=Options(visits=log))
    page = (tmp_path / "b/en/visits.html").read_text("utf-8")
    for words in ("2 pages read from 28 Nov 2026 to 28 Nov 2026 (UTC).", "Left out: 1 pages", "Lines that could not be read: 1."):
        assert words in page
    assert made.visits.total == 2
    for path in (tmp_path / "b").rglob("*"):
        text = path.read_bytes() if path.is_file() else b""
        assert not any(part in text for part in (b"198.51.100.77", b"203.0.113.9", b"utm=", b"q=secret")), path
