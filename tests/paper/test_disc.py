import re
from xml.etree import ElementTree

import pytest

from comity.paper.disc import SHAPES, Sector, definitions, draw, sector


def _classes(markup):
    return re.findall(r'<path class="([^"]*)"', markup)


def test_own_word_is_filled_told_is_hatched_none_is_dashed():
    disc = draw([sector("done", "own", "A: done"), sector("done", "told", "B: told"), sector("", "", "C: no word")])
    assert _classes(disc) == ["rim done", "area done", "rim done", "area told done", "rim none"]
    assert 'fill="url(#told-done)"' in disc
    assert 'aria-label="A: done / B: told / C: no word"' in disc


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_disc_is_a_picture_with_words(count, shape):
    disc = ElementTree.fromstring(draw([Sector(shape, True, f"{number}") for number in range(count)]))
    assert (disc.get("role"), disc.get("aria-label")) == ("img", " / ".join(map(str, range(count))))
    assert len(disc) >= count


def test_each_state_has_a_shape_of_its_own():
    drawn = {
        shape: re.sub(r'class="[^"]*"', "", draw([Sector(shape, True, "")])) for shape in SHAPES if shape not in ("none", "not")
    }
    assert len(set(drawn.values())) == len(drawn)


def test_words_are_escaped():
    assert 'aria-label="&lt;b&gt;&#34;"' in draw([Sector("done", True, '<b>"')])


def test_one_owner_can_be_shown_alone_in_its_place():
    sectors = [Sector("done", True, "A"), Sector("wait", True, "B")]
    assert _classes(draw(sectors, shown=1)) == ["rim wait", "area wait"]


def test_definitions_hold_what_hatching_needs():
    assert re.findall(r'id="([^"]*)"', definitions()) == ["told-done", "told-way", "told-wait", "told-never"]
