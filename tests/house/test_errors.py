import re
import runpy
import string

import pytest

from comity.record import errors

from .tree import ROOT, text_of

ROOMS = (errors.RecordError, errors.StoreError, errors.ExchangeError, errors.ReaderError)


def _below(root):
    return [root, *(found for child in root.__subclasses__() for found in _below(child))]


REFUSALS = [error for room in ROOMS for error in _below(room) if error is not room and error.__module__.startswith("comity.")]


@pytest.mark.parametrize("error", REFUSALS, ids=lambda error: error.__name__)
def test_error_is_named_and_said(error):
    snake = re.sub(r"(?<!^)(?=[A-Z])", "_", error.__name__).lower()
    places = [name for _, name, _, _ in string.Formatter().parse(error.sentence) if name is not None]
    assert (error.code, [name for name in places if not re.fullmatch(r"[a-z_]+", name)]) == (snake, [])
    assert re.fullmatch(r"[A-Z{].*\.", error.sentence)


@pytest.mark.parametrize("error", REFUSALS, ids=lambda error: error.__name__)
def test_error_says_its_sentence(error):
    values = {name: "x" for _, name, _, _ in string.Formatter().parse(error.sentence) if name}
    assert str(error(**values)) == f"{error.code}: {error.sentence.format_map(values)}"


def test_rooms_of_errors_are_the_four_drawn():
    assert {room for room in errors.ComityError.__subclasses__() if room.__module__.startswith("comity.")} == set(ROOMS)


def test_codes_are_each_used_once():
    codes = [error.code for error in REFUSALS]
    assert sorted(codes) == sorted(set(codes))


def test_errors_page_is_as_rendered():
    render = runpy.run_path(str(ROOT / "scripts/write_errors_page.py"))["render"]
    assert text_of("docs/errors.md") == render(), "run scripts/write_errors_page.py"
