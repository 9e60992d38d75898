"""Pages with pictures and the leader's brief, over the sample: accessible by day and by night in three languages, nothing
scrolling sideways but the drawing itself, without a script and on paper."""

from dataclasses import dataclass

import pytest

from comity.store.home import Home

from .conftest import Site
from .wcag import TOO_WIDE, faults_of, with_axe

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

PAGES = ("/", "/agreed/", "/sessions/", "/places/", "/instruments/")
# Letters that run out of the drawing, or into one another on a line.
FAULTS = """() => [...document.querySelectorAll("svg.picture")].flatMap(drawing => {
  const edge = drawing.getBoundingClientRect();
  const boxes = [...drawing.querySelectorAll("text")].map(text => [text.textContent, text.getBoundingClientRect()]);
  const meet = (a, b) => a.left + 1 < b.right && b.left + 1 < a.right && a.top + 5 < b.bottom && b.top + 5 < a.bottom;
  const out = boxes.filter(([, box]) => box.left < edge.left - 2 || box.right > edge.right + 2).map(([words]) => words);
  const pairs = boxes.flatMap((one, at) => boxes.slice(at + 1).map(other => [one, other]));
  return [...out, ...pairs.filter(([one, other]) => meet(one[1], other[1])).map(([one, other]) => one[0] + " | " + other[0])];
})"""


@dataclass
class Shown:
    home: Home
    party: str


@pytest.fixture(scope="module")
def sample(whole_home):
    home = whole_home("sample")
    with home.read() as reading:
        party = str(reading.resolve("guangxi"))
    opened = Site(Shown(home, party))
    yield opened
    opened.close()


def _pages(site):
    return (*PAGES, f"/brief/{site.small.party}/")


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_pages_with_pictures_are_accessible_by_day_and_by_night(sample, visit, lang):
    tab, faults = with_axe(visit(sample, lang=lang)), {}
    for path in _pages(sample):
        tab.goto(path)
        tab.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true })")
        if found := faults_of(tab, lang):
            faults[path] = found
    assert faults == {}


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_letters_of_a_drawing_stand_apart_and_inside(sample, visit, lang):
    tab, faults = visit(sample, lang=lang), {}
    for path in PAGES:
        tab.goto(path)
        assert tab.locator("svg.picture").count() >= 1
        if found := tab.evaluate(FAULTS):
            faults[path] = found[:5]
    assert faults == {}


@pytest.mark.parametrize("lang", ["vi", "zh-Hans"])
def test_only_the_drawing_scrolls_on_a_narrow_screen(sample, visit, lang):
    tab, wide = visit(sample, lang=lang, width=360), {}
    for path in _pages(sample):
        tab.goto(path)
        if found := tab.evaluate(TOO_WIDE):
            wide[path] = found
    assert wide == {}


def test_pictures_stand_without_a_script_and_on_paper(sample, visit):
    tab = visit(sample, java_script_enabled=False)
    tab.goto("/places/")
    tab.emulate_media(media="print")
    drawing = tab.get_by_role("img", name="Border gates on one straightened line")
    assert drawing.is_visible()
    assert "A schematic, not a map · Sơ đồ, không phải bản đồ · 示意图." in tab.locator("figure.figure figcaption").inner_text()
