"""No pattern of the reader takes much longer for a text made to hurt it: its time grows with the text, and no faster."""

import importlib
import pkgutil
import re
import time
from re import _constants as codes
from re import _parser as parser

import pytest

import comity.reader
from comity.reader.files.document import open_document
from comity.reader.files.stream import composed, tidied, whole
from comity.reader.labelling.deciders import Deciders
from comity.reader.labelling.weights import packaged
from comity.reader.read import read
from comity.record.errors import ReaderError

SHORT, LONG = 150, 1_200  # characters, eight times as many
MOST_TIMES = 30  # eight times the text may take 32 times the time: a square of it takes 64 times
UNNOTICED = 0.012  # seconds
RUNS = (" ", "a", "A", "1", "一", ",", "\n", "Aa ", "a, ", "对")
WHOLE = (
    "a",
    "Đ",
    "一",
    "a ",
    "Aa ",
    "1 ",
    "a, ",
    "a; ",
    "A. ",
    "一、",
    "对",
    "和",
    "1.",
    "<p>",
    "agreed to ",
    "thống nhất ",
    "建议",
)
WHOLE += (
    "Van Khe, ",
    "Ông Nguyễn ",
    "cửa khẩu Vân Khê - ",
    "open the gate, ",
    "March 3, ",
    "ngày 3 ",
    "双方",
    "he ",
    "các ",
    "口岸",
)


def patterns():
    """Every compiled pattern that a module of the reader holds, by itself or in a tuple or mapping, with its place."""
    found = {}
    for module in pkgutil.walk_packages(comity.reader.__path__, "comity.reader."):
        for name, value in vars(importlib.import_module(module.name)).items():
            for pattern in inside(value, 3):
                found.setdefault((pattern.pattern, pattern.flags), (f"{module.name.rpartition('.')[2]}.{name}", pattern))
    return [found[key] for key in sorted(found, key=repr)]


def inside(value, depth):
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, dict):
        for key, part in value.items():
            yield from inside(key, depth - 1)
            yield from inside(part, depth - 1)
    elif depth and isinstance(value, tuple | list | set | frozenset):
        for part in value:
            yield from inside(part, depth - 1)


def pieces(parsed):
    """What a pattern is made of: its characters and its runs of them, each set by one of it."""
    run = ""
    for code, argument in parsed:
        if code is codes.LITERAL:
            run += chr(argument)
            yield chr(argument)
            continue
        if run:
            yield run
            run = ""
        if code is codes.IN:
            yield from (chr(first if isinstance(first, int) else first[0]) for kind, first in argument if kind in RANGES)
        elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            yield from pieces(argument[2])
        elif code in (codes.SUBPATTERN, codes.BRANCH, codes.ASSERT, codes.ASSERT_NOT):
            parts = argument[-1] if code is codes.BRANCH else [argument[-1]]
            for part in parts:
                yield from pieces(part)
    if run:
        yield run


# Looked for once, in a window of so many characters: what is longer never reaches them.
WINDOWED = {"gates._BEFORE_NAME": 8, "parties._LINK": 24, "titles._CAPITALS": 140, "titles._HAN_VERB": 140, "named._BEFORE": 90}
MOST_OWN = 12


RANGES = (codes.LITERAL, codes.RANGE)


def fit(text):
    """A text as the reader's patterns get to see it: valid, in NFC, tidied."""
    return tidied(composed(whole(text.encode("utf-8", "ignore").decode()))).text


def taken(pattern, unit, size):
    text = fit(unit * (size // len(unit) + 1))[:size] + "\x01"
    given = text.encode() if isinstance(pattern.pattern, bytes) else text
    start = time.thread_time()
    for _found in pattern.finditer(given):
        pass
    return time.thread_time() - start


def hurting(pattern):
    """What makes a pattern take longer than it may, with the two times."""
    own = sorted({*pieces(parser.parse(pattern.pattern, pattern.flags))} - {*RUNS})
    for unit in (*RUNS, *own[:: len(own) // MOST_OWN + 1]):
        if taken(pattern, unit, LONG) > UNNOTICED:
            long, short = (min(taken(pattern, unit, size) for _ in range(3)) for size in (LONG, SHORT))
            if long > UNNOTICED and long > MOST_TIMES * short:
                yield unit, round(long, 3), round(short, 5)


@pytest.mark.parametrize(("place", "pattern"), patterns(), ids=lambda part: part if isinstance(part, str) else "")
def test_pattern_takes_no_more_than_its_text(place, pattern):
    found = list(hurting(pattern))
    assert found == [] or place in WINDOWED


def test_windows_name_patterns_that_are_there_and_stay_small():
    places = {place for place, _ in patterns()}
    assert (sorted(WINDOWED.keys() - places), max(WINDOWED.values()) < SHORT) == ([], True)


def test_pattern_that_looks_back_over_all_is_found():
    assert next(iter(hurting(re.compile(r"(?:a|A|b)+(?:a|A|b)+c"))), None) is not None


@pytest.mark.parametrize("unit", WHOLE)
def test_reading_grows_with_the_text(unit):
    times = []
    for size in (1_500, 12_000):
        start = time.thread_time()
        try:
            text = f"Hai bên hội đàm. {(unit * size)[:size]} x."
            read(open_document(text.encode(), name="a.txt"), by=Deciders(packaged()))
        except ReaderError:
            return
        times.append(time.thread_time() - start)
    assert times[1] < 1.0 or times[1] < MOST_TIMES * times[0]
