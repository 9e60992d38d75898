"""Pages over five thousand things: as small, and as few questions, as over three."""

import json
import re
from urllib.parse import quote

import pytest
from bench.many import FIRST, _row, fill, id_of, open_home, rows

from comity.store.entries import Books
from comity.store.filing import Filing

from .conftest import Visitor
from .small_home import SmallHome

THINGS = 5000
HELD = 250
QUESTIONS, BYTES = 30, 100_000
# How a thing is named on the pages that come in parts.
_LINE = r'<div class="when">.*?</div>\s*<div>\s*<p><a href="/t/([0-9a-f]{64})"'
_SHOWN = {
    "/sessions/": _LINE,
    "/people/": _LINE,
    "/instruments/": _LINE,
    "/parties/": r'<tr><td><a href="/t/([0-9a-f]{64})"',
    "/places/": r'<h2><a href="/t/([0-9a-f]{64})"',
}
HOSTILE = {
    "long": "phà " * 2500,
    "one long word": "渡" * 10_000,
    "syntax": '" OR words : * NEAR(a b) NOT ( ^',
    "nul": "ph\x00à",
    "turning marks": "\u202ephà\u2066\u200f",
    "script": "<script>alert(1)</script>",
    "marks only": "…，。！\u0301",
}


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    home, ids = open_home(tmp_path_factory.mktemp("many"))
    fill(home, ids, THINGS)
    _enter_rarer(home, ids)
    return Visitor(SmallHome(home, {}, ids, "", ""))


def _enter_rarer(home, ids):
    """More holders of posts, parties, gates, instruments and sessions than one part of their lists holds."""
    with home.write(entering=False) as writing:
        for at, row in enumerate(_rarer(ids)):
            Filing(writing._ask).put(2 * FIRST + THINGS + at, row)


def _rarer(ids):
    north, south = [ids["thanh-lac"]], [ids["van-khe"]]
    for at in range(HELD):
        day = f"{2000 + at % 20}-05-{at % 28 + 1:02}"
        name = [{"lang": "en", "standing": "authentic", "text": f"No. {at}"}]
        post = {"party": (north, south)[at % 2], "post": name, "holder": f"Holder {at}", "from_on": day}
        yield _row(ids, "post_holding", 10 * THINGS + 5 * at, post)
        yield _row(
            ids, "party", 10 * THINGS + 5 * at + 1, {"name": name}, view={"without_successor": True, "valid": {"until": day}}
        )
        yield _row(
            ids, "gate", 10 * THINGS + 5 * at + 2, {"title": name, "first_side": "VN", "first_at": north, "second_at": south}
        )
        told = {"source": [ids["source"]], "says": "signed", "title": name, "value": {"date": day, "nature": "memorandum"}}
        yield _row(ids, "reading", 10 * THINGS + 5 * at + 3, told)
        yield _row(
            ids,
            "session",
            10 * THINGS + 5 * at + 4,
            {"title": name, "starts_on": f"2030-05-{at % 28 + 1:02}", "stage": "planned"},
        )


def _pages(ids):
    lists = ["/", "/sessions/", "/agreed/", "/parties/", "/people/", "/letters/", "/findings/", "/changes/", "/k/", "/k/letter/"]
    lists += ["/places/", "/instruments/", "/sessions/?year=2020", f"/sessions/?year=2020&host={ids['van-khe']}"]
    lists += [f"/sessions/?part={id_of(2000)}", f"/people/?party={ids['van-khe']}", "/letters/?turn=ours"]
    chosen = [f"/agreed/?nature=once&state=done&owners={ids['van-khe']}", "/agreed/?q=ph%C3%A0", "/agreed/?state=silent"]
    far = [f"/k/undertaking/?after={id_of(2501)}", f"/k/undertaking/?newer={id_of(2501)}", f"/agreed/?after={id_of(2501)}"]
    sought = [f"/search?q={quote(words)}" for words in ("phà", "渡", "2500", "phà kéo", "không có")]
    return [
        *lists,
        *chosen,
        *far,
        f"/t/{id_of(2501)}",
        *sought,
        "/search?q=ph%C3%A0&kind=letter&year=2020",
        "/search?q=the&narrow=yes",
    ]


def test_pages_over_many_things_stay_small(many, monkeypatch):
    asked, ask, wrong = [], Books._ask, {}
    monkeypatch.setattr(Books, "_ask", lambda self, query, /, **values: asked.append(query) or ask(self, query, **values))
    for path in _pages(many.small.things):
        asked.clear()
        answer = many.get(path)
        if answer.status_code != 200 or len(asked) > QUESTIONS or len(answer.content) > BYTES:
            wrong[path] = (answer.status_code, len(asked), len(answer.content))
    assert wrong == {}


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/k/undertaking/",
            "/agreed/?nature=once",
            "/agreed/?q=ph%C3%A0",
            "/letters/",
            "/search?q=2016",
            "/sessions/",
            "/people/",
        ),
        *("/parties/", "/places/", "/instruments/"),
    ],
)
def test_pages_lead_on_to_every_thing_once(many, path):
    named = {"k": "things", "search?q=2016": "found", "agreed?nature=once": "agreed"}
    name = named.get(first := path.strip("/").split("/")[0], first)
    address = re.sub(r"/?(\?|$)", r".json\1", path, count=1)
    whole, seen, parts = None, [], 0
    while address:
        found = json.loads(many.text(address))
        whole, parts = whole or found["count"], parts + 1
        seen += [row["id"] for row in found[name]]
        address = found.get("next", "")
    assert (len(seen), parts) == (len(set(seen)), -(-len(seen) // 2000))
    assert len(seen) == whole or (whole == 1000 < len(seen))


def test_page_leads_back_to_the_one_before(many):
    first = many.text("/k/undertaking/")
    second = many.text(_link(first, "onward"))
    assert _link(first, "back") == ""
    assert _things(many.text(_link(second, "back"))) == _things(first)
    assert set(_things(second)).isdisjoint(_things(first))


@pytest.mark.parametrize("path", ["/sessions/", "/people/", "/parties/", "/places/", "/instruments/"])
def test_parts_of_a_list_lead_to_every_thing_once_and_back(many, path):
    seen, pages, address = [], [], path
    while address:
        page = many.text(address)
        pages.append(page)
        listed = page.split("<h1")[1].split('class="onward"')[0].split("Named in readings")[0].split("Places whose time")[0]
        seen += re.findall(_SHOWN[path], listed)
        address = _link(page, "onward")
    name = path.strip("/")
    every = [row["id"] for row in json.loads(many.text(f"/{name}.json"))[name]]
    assert (len(seen), sorted(seen)) == (len(set(seen)), sorted(every))
    bound = "Read here are 200 of 250:" if path in ("/places/", "/instruments/") else "The list comes in parts of 200:"
    assert bound in pages[0]
    part = next(page for page in pages if "?part=" in _link(page, "onward"))
    beyond = many.text(_link(part, "onward"))
    assert re.findall(_SHOWN[path], many.text(_link(beyond, "back"))) == re.findall(_SHOWN[path], pages[0])


def test_overview_counts_what_it_does_not_read(many):
    page = many.text("/")
    assert f"sessions {THINGS // 40 + HELD}, agreed items 3,875," in page
    assert "Of instruments and border gates the 200 entered last of each are read here" in page


def test_table_names_where_the_next_part_is(many):
    answer = many.get("/k/undertaking.csv?party=" + many.small.things["thanh-lac"])
    assert re.fullmatch(
        r'</k/undertaking\.csv\?party=[0-9a-f]{64}&after=[0-9a-f]{64}>; rel="next"', answer.headers.get("Link", "none")
    )
    assert "Link" not in many.get("/k/session.csv").headers


def test_figures_of_many_are_of_the_first_thousand(many):
    page = many.text("/search?q=the&narrow=yes")
    assert "More than 1,000 things contain" in page
    assert "The figures are of the 1,000 entered last." in page


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_is_typed_gets_a_clear_page(many, words):
    for path in ("/search", "/search.json", "/search.csv", "/agreed/", "/agreed.json"):
        answer = many.get(path, data={"q": words}, follow=True)
        page = answer.content.decode()
        assert (answer.status_code, len(page) < BYTES or "." in path) == (200, True)
        assert ("<script>alert" in page, "\x00" in page, "\u202e" in page) == (False, False, False)
        assert ("Only the first 200 characters were looked for." in page) == (len(words) > 200 and "." not in path)


def test_words_found_are_marked_with_their_language(many):
    page = many.text("/search?q=2500+cho+phien")
    assert re.findall(r'lang="vi">[^<]*<mark>chợ</mark> <mark>phiên</mark>', page) != []


def test_filling_at_once_files_as_row_by_row(tmp_path):
    once, ids = open_home(tmp_path / "once")
    fill(once, ids, 200)
    each, other_ids = open_home(tmp_path / "each")
    with each.write(entering=False) as writing:
        for serial, row in enumerate(rows(other_ids, 200), FIRST):
            Filing(writing._ask).put(serial, row)
    answers = []
    for home, known in ((once, ids), (each, other_ids)):
        with home.read() as reading:
            assert reading.miscounted() == []
            named = {value: short for short, value in known.items()}
            tally = reading.tally("undertaking", {}, ("owners", "state", "areas", "year", "mentioned"))
            tally["owners"] = sorted((named[value], count) for value, count in tally["owners"])
            lists = [
                reading.things("undertaking", facets={"state": "done"}),
                reading.search("phà"),
                reading.search("渡", kind="letter"),
            ]
            answers.append((tally, reading.counts_by_kind(), [[row["id"] for row in found] for found in lists]))
    assert answers[0] == answers[1]


def _link(page, kind):
    found = re.search(rf'<a class="{kind}" href="([^"]+)"', page)
    return found.group(1).replace("&amp;", "&") if found else ""


def _things(page):
    return re.findall(r'<td>\s*<a href="/t/([0-9a-f]{64})"', page)
