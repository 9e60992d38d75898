import io
import re
from itertools import combinations
from xml.etree import ElementTree

import pytest
from PIL import Image

from comity.paper.canvas import COLOURS, Canvas
from comity.paper.disc import outline
from comity.paper.lettering import clean, fit, width_of, wrapped
from comity.paper.open_ageing import age_of, draw_open_ageing
from comity.paper.party_ties import draw_party_ties
from comity.paper.picture_png import picture_png
from comity.paper.session_lanes import draw_session_lanes
from comity.paper.state_by_area import AreaStates, draw_state_by_area
from comity.paper.state_words import MIXED, STATE_ORDER, state_of
from comity.paper.strip_map import draw_strip_map

from .made_pictures import bead, drawn

SVG = "{http://www.w3.org/2000/svg}"
TAGS = {"svg", "title", "desc", "defs", "g", "use", "path", "text"}
LANGS = ("vi", "zh-Hans", "en")
HOSTILE = {
    "long": "Thanh Lạc " * 1000,
    "one long word": "w" * 10_000,
    "long in characters": "云溪" * 5000,
    "script": "<script>alert(1)</script>&\"'",
    "turning": "a\u202eb\u2066c\u200f",
    "unprintable": "a\x00b\x08c\ufffe\ud800",
    "breaks": "a\n\n\tb",
    "empty": " ",
}


def _boxes(svg):
    """Every line of text with the place it takes by the reckoning of widths: left, top, right, bottom."""
    root = ElementTree.fromstring(svg)
    looks = {text: group.attrib for group in root.iter(f"{SVG}g") for text in group}
    for text in root.iter(f"{SVG}text"):
        given = {**looks.get(text, {}), **text.attrib}
        size = float(given.get("font-size", "12"))
        width, x, y = width_of(text.text or "", size), float(given["x"]), float(given["y"])
        left = x - width * {"start": 0, "middle": 0.5, "end": 1}[given.get("text-anchor", "start")]
        yield text.text, (left, y - size * 0.78, left + width, y + size * 0.2)


def _overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("times", [1, 3])
def test_no_words_stand_on_others_or_outside(lang, times):
    faults = []
    for key, picture in drawn(lang, times=times).items():
        root, boxes = ElementTree.fromstring(picture.svg), list(_boxes(picture.svg))
        width, height = float(root.get("width")), float(root.get("height"))
        faults += [(key, text) for text, box in boxes if box[0] < -1 or box[2] > width + 4 or box[1] < -1 or box[3] > height + 1]
        faults += [(key, one[0], other[0]) for one, other in combinations(boxes, 2) if _overlap(one[1], other[1])]
    assert faults == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_picture_says_to_all_what_it_is(lang):
    for key, picture in drawn(lang).items():
        root = ElementTree.fromstring(picture.svg)
        named = {child.get("id"): child.text for child in root[:2]}
        assert (root.get("role"), root.get("lang"), root.get("aria-labelledby")) == ("img", lang, f"{key}-title {key}-told")
        assert list(named) == [f"{key}-title", f"{key}-told"]
        assert named[f"{key}-told"] == clean(picture.alt)
        assert (all(named.values()), bool(picture.caption), bool(picture.table.rows)) == (True, True, True)


def test_same_values_give_the_same_drawing():
    assert drawn("vi") == drawn.__wrapped__("vi")


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_a_name_holds_the_drawing_stays_whole(words):
    for lang in LANGS:
        for picture in drawn(lang, words=words).values():
            root = ElementTree.fromstring(picture.svg)
            assert {element.tag.removeprefix(SVG) for element in root.iter()} <= TAGS
            assert ("\u202e" in picture.svg, "<script" in picture.svg, len(picture.svg) < 60_000) == (False, False, True)


def test_drawings_use_nothing_a_page_forbids():
    for picture in drawn("en").values():
        assert re.findall(r"<style|style=|<script|onload|https?://(?!www\.w3\.org/2000/svg)|data:", picture.svg) == []
        ids = re.findall(r'id="([^"]+)"', picture.svg)
        assert (len(ids), {name.startswith(picture.key) for name in ids}) == (len(set(ids)), {True})


def test_each_state_has_a_shape_of_its_own_without_colour():
    shapes = set()
    for state in STATE_ORDER:
        canvas = Canvas("k", "en")
        canvas.mark([state], (10, 10))
        canvas.bar(state, (0, 0), 40, 10)
        shapes.add(re.sub(r'id="[^"]*"|class="[^"]*"|href="[^"]*"|#[0-9a-f]{6}', "", canvas.finish(20, "", "")))
    assert len(shapes) == len(STATE_ORDER)


def test_every_colour_of_paper_has_its_class_for_day_and_night():
    from importlib import resources

    css = resources.files("comity.paper").joinpath("static/look.css").read_text("utf-8")
    used = {
        name
        for picture in drawn("en").values()
        for names in re.findall(r'class="([^"]+)"', picture.svg)
        for name in names.split()
    }
    assert {name for name in used if f".{name}" not in css} == set()
    assert set(COLOURS) >= {name.removeprefix("s-").removeprefix("f-") for name in used} - {"picture"}


def test_strip_map_always_says_that_it_is_no_map():
    for lang in LANGS:
        picture = drawn(lang)["strip-map"]
        said = {(run.lang, run.text) for run in picture.caption}
        assert {("vi", "Sơ đồ, không phải bản đồ"), ("zh-Hans", "示意图")} <= said
        assert ("Sơ đồ, không phải bản đồ" in picture.svg, "示意图" in picture.svg) == (True, True)
        assert (("en", "A schematic, not a map") in said) == (lang == "en")


def test_strip_map_with_too_many_says_what_it_leaves_out_and_its_table_has_all():
    picture = draw_strip_map([bead(at) for at in range(80)], ("", ""), "en")
    shown = int(re.search(r"The first (\d+) are drawn; the table has all 80\.$", picture.caption[-1].text).group(1))
    height = float(ElementTree.fromstring(picture.svg).get("height"))
    assert (shown >= 22, height <= 1120, len(picture.table.rows)) == (True, True, 80)
    assert len(re.findall(r'<use [^>]*x="35[13]', picture.svg)) == shown


def test_too_many_areas_stand_in_the_table_alone():
    picture = draw_state_by_area([AreaStates(f"Area {at:02}", {"done": 99 - at}) for at in range(40)], "en")
    assert ("Area 24" in picture.svg, len(picture.table.rows)) == (False, 40)
    assert picture.caption[0].text == (
        "How agreed items stand, by area. The 24 areas with the most items are drawn; the table has all 40."
    )


def test_tables_hold_every_figure():
    for lang in LANGS:
        pictures = drawn(lang)
        area, flow = pictures["state-by-area"].table, pictures["flow-by-year"].table
        for table in (area, flow, pictures["open-ageing"].table):
            for row in table.rows:
                *counts, whole = (int(cell.paragraphs[0].line[0].text) for cell in row[1:])
                assert sum(counts) == whole
        assert len(flow.rows) == 12


def test_marks_stand_for_several_where_there_are_many():
    few, many = draw_open_ageing({("first", "way"): 40}, "en"), draw_open_ageing({("first", "way"): 4000}, "en")
    assert few.svg.count("<use ") == 41
    assert ("One mark stands for up to" in many.caption[0].text, many.svg.count("<use ") <= 100) == (True, True)


def test_nothing_at_all_is_drawn_and_said():
    for picture in (
        draw_open_ageing({}, "en"),
        draw_session_lanes([], {}, "en"),
        draw_party_ties([], [], "en"),
        draw_state_by_area([], "en"),
    ):
        assert ElementTree.fromstring(picture.svg).get("role") == "img"
        assert picture.table.rows == ()
    assert draw_open_ageing({}, "en").alt == "There are none."


@pytest.mark.parametrize(
    ("days", "age"),
    [(None, "unsaid"), (-1, "unsaid"), (0, "first"), (365, "first"), (366, "second"), (1826, "fifth"), (9999, "older")],
)
def test_age_of_days(days, age):
    assert age_of(days) == age


def test_item_counts_in_one_state():
    assert [state_of(shapes) for shapes in (("done",), ("none",), ("done", "wait"))] == ["done", "none", MIXED]


def test_text_wraps_by_its_script():
    assert wrapped("Tỉnh Thanh Lạc và vùng phụ cận", 12, 90) == ["Tỉnh Thanh", "Lạc và vùng…"]
    assert wrapped("云溪地区人民政府，外事办公室", 10, 80) == ["云溪地区人民政府，", "外事办公室"]
    assert fit("Thanh Lạc", 12, 400) == "Thanh Lạc"
    assert all(width_of(line, 12) <= 60 for line in wrapped("w" * 500, 12, 60))


def test_marks_of_vietnamese_add_no_width():
    assert width_of("Lạng Sơn", 12) == width_of("Lang Son", 12)
    assert width_of("云", 12) == 12


def test_outline_is_that_of_the_split_disc():
    assert outline(0, 1, 6, 1.0).startswith("M7.00 1.00 A6.00 6.00")


@pytest.mark.parametrize("key", ["state-by-area", "flow-by-year", "session-lanes", "open-ageing", "party-ties", "strip-map"])
def test_drawing_becomes_a_png_of_the_same_shape(key):
    svg = drawn("zh-Hans")[key].svg
    root, image = ElementTree.fromstring(svg), Image.open(io.BytesIO(picture_png(svg)))
    assert abs(image.height / image.width - float(root.get("height")) / float(root.get("width"))) < 0.01
    shades = image.convert("L").histogram()
    assert (shades[255] > shades[0] > 100, sum(shades[:200]) > 5000) == (True, True)
