"""Recognises the characters of scans with Debian's tesseract, where it is installed with the sides' languages.

- The script of a page decides which languages are tried: each one more makes pages slower and their words worse.
- One page may take two minutes and one thread; what tesseract itself holds for noise is left out.

Source: docs/howto/read-documents.md.
"""

from __future__ import annotations

import io
import shutil

from comity.reader.files.pdf_sheets import SCAN_LANGUAGES
from comity.reader.files.sheet import BoxedWord

SECONDS_A_PAGE = 120
_SECONDS_FOR_SCRIPT = 30
_BY_SCRIPT = {"Latin": "vie+eng", "Han": "chi_sim+eng", "Japanese": "chi_sim+eng", "Korean": "chi_sim+eng"}
# Marks are few characters far apart; alone, a language finds them where with another it reads something else.
_MARK_LANGUAGES = ("vie", "chi_sim")
_SPARSE = "--psm 11"
_LEAST_SURE = 1.0
_LINE = 4


def is_installed() -> bool:
    """Whether tesseract and all the languages it needs are there."""
    import pytesseract  # type: ignore[import-untyped]

    if shutil.which("tesseract") is None:
        return False
    try:
        return set(SCAN_LANGUAGES) <= set(pytesseract.get_languages())
    except (pytesseract.TesseractError, OSError):
        return False


class Tesseract:
    """A scanner of the reader; after `most` pages, if given, it finds no more words."""

    def __init__(self, most: int | None = None) -> None:
        self._left = most
        self._languages = ""

    def words_on(self, png: bytes) -> list[BoxedWord]:
        """The words of a picture with their boxes in pixels. Raises: RuntimeError when a page takes too long."""
        from PIL import Image

        if self._left is not None:
            if self._left == 0:
                return []
            self._left -= 1
        with Image.open(io.BytesIO(png)) as image:
            self._languages = _languages(image)
            return _recognised(image, self._languages)

    def head_lines(self, png: bytes) -> list[str]:
        """The lines of the upper third in the languages the page was not read in."""
        from PIL import Image

        if not self._languages:
            return []
        others = [lang for lang in _MARK_LANGUAGES if lang not in self._languages.split("+") or self._languages.count("+") > 1]
        with Image.open(io.BytesIO(png)) as image:
            head = image.crop((0, 0, image.width, image.height // 3))
            return [line for lang in others for line in _lines(_recognised(head, lang, config=_SPARSE))]


def _recognised(image: object, languages: str, *, config: str = "") -> list[BoxedWord]:
    import pytesseract

    given = {"lang": languages, "config": config, "timeout": SECONDS_A_PAGE, "output_type": pytesseract.Output.DICT}
    return _words(pytesseract.image_to_data(image, **given))


def _lines(words: list[BoxedWord]) -> list[str]:
    lines: dict[tuple[float, float], list[str]] = {}
    for word in words:
        lines.setdefault((word.top, word.bottom), []).append(word.text)
    return [" ".join(line) for line in lines.values()]


def _languages(image: object) -> str:
    import pytesseract

    try:
        script = pytesseract.image_to_osd(image, timeout=_SECONDS_FOR_SCRIPT, output_type=pytesseract.Output.DICT)["script"]
    except (pytesseract.TesseractError, RuntimeError, KeyError, ValueError):
        script = ""  # too few characters to tell, or no data for it
    return _BY_SCRIPT.get(script, "+".join(SCAN_LANGUAGES))


def _words(found: dict[str, list[object]]) -> list[BoxedWord]:
    """The words of tesseract's table, each as high as its line, so that lines keep together."""
    names = ("level", "block_num", "par_num", "line_num", "left", "top", "width", "height", "conf", "text")
    words: list[BoxedWord] = []
    heights: dict[tuple[int, int, int], tuple[float, float]] = {}
    for level, block, paragraph, line, left, top, width, height, sure, text in zip(*(found[name] for name in names), strict=True):
        at = (int(str(block)), int(str(paragraph)), int(str(line)))
        x, y, wide, high = (float(str(length)) for length in (left, top, width, height))
        if level == _LINE:
            heights[at] = (y, y + high)
        written = "".join(str(text).split())
        if written and float(str(sure)) >= _LEAST_SURE:
            upper, lower = heights.get(at, (y, y + high))
            words.append(BoxedWord(written, x, upper, x + wide, lower, size=max(1.0, lower - upper)))
    return words
