import io
import sys

import pytest
from PIL import Image

from comity.paper.picture_png import in_paper_letters, picture_png, size_of
from comity.record.errors import PaperPartsMissing

NAMES = 'xmlns="http://www.w3.org/2000/svg"'
DRAWN = '<path d="M0 0h300v300h-300z" fill="#0b5963"/><text x="310" y="60">云溪 Thanh Lạc</text>'
SVG = f'<svg {NAMES} viewBox="0 0 600 300">{DRAWN}</svg>'


def test_drawing_becomes_a_picture_on_white():
    image = Image.open(io.BytesIO(picture_png(SVG, pixels=800)))
    assert (image.format, image.size, image.mode) == ("PNG", (800, 400), "RGB")
    assert (image.getpixel((100, 200)), image.getpixel((700, 300))) == ((11, 89, 99), (255, 255, 255))
    assert image.info == {}


def test_same_drawing_gives_the_same_bytes():
    assert picture_png(SVG) == picture_png(SVG)


def test_missing_parts_are_named_with_their_packages(monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(PaperPartsMissing, match=r"packages libpango-1\.0-0 libpangoft2-1\.0-0 libharfbuzz-subset0"):
        picture_png(SVG)


@pytest.mark.parametrize(
    ("given", "size"),
    [
        ('viewBox="0 0 600 300"', (600, 300)),
        ('viewBox="0,0,60.5,30"', (60.5, 30)),
        ('width="720" height="90px"', (720, 90)),
        ('width="100%"', (600, 400)),
        ('viewBox="0 0 0 0"', (600, 400)),
        ("", (600, 400)),
    ],
)
def test_size_is_that_of_the_drawing(given, size):
    assert size_of(f"<svg {NAMES} {given}/>") == size


def test_letters_are_those_of_paper():
    letters = 'font-family="Noto Sans,Noto Sans CJK SC"'
    assert in_paper_letters(f"<svg {NAMES}/>".replace("/>", " a='b'/>")) == f"<svg {letters} {NAMES} a='b'/>"
    assert in_paper_letters("<svg><text font-family=\"'A', b\"/><text font-family='c'/></svg>") == (
        f"<svg><text {letters}/><text {letters}/></svg>"
    )
