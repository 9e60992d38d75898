"""Pages with their pictures: one image each for a screen reader, with its table; nothing in them that the policy forbids."""

import json
import re

import pytest

from .conftest import Visitor
from .filled_home import make_filled_home

PAGES = {
    "/": ["state-by-area", "open-ageing"],
    "/agreed/": ["flow-by-year"],
    "/sessions/": ["session-lanes"],
    "/instruments/": ["party-ties"],
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    return make_filled_home(tmp_path_factory.mktemp("filled"), 3)


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_pages_hold_their_pictures_with_their_tables(filled, lang):
    visitor = Visitor(filled, lang)
    for path, keys in PAGES.items():
        page = visitor.text(path)
        assert re.findall(r'<svg [^>]*class="picture"[^>]*aria-labelledby="([a-z-]+)-title', page) == keys
        figures = re.findall(r'<figure class="figure">.*?</figure>', page, re.S)
        assert all('role="img"' in each and "<details><summary>" in each and "<tbody>" in each for each in figures)


def test_pictures_are_not_drawn_behind_the_first_page_or_in_files(filled):
    visitor = Visitor(filled)
    assert "svg" not in json.dumps(json.loads(visitor.text("/overview.json")))
    assert "figures" not in json.loads(visitor.text("/overview.json"))


def test_picture_of_what_is_chosen_holds_that_alone(filled):
    page = Visitor(filled).text("/agreed/?nature=standing")
    table = re.search(r'<figure class="figure">.*?<tbody>(.*?)</tbody>', page, re.S).group(1)
    assert re.findall(r'<th scope="row">(.*?)</th>', table) == ["no year said"]
    assert re.findall(r'<td class="n">(\d+)</td>', table)[-1] == "3"
