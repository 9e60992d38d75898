"""The list of codes: whole while it is light, in parts when it is not, each part there and light."""

import json
import re
from itertools import islice, product

import pytest

from comity.bulletin.code_lists import MOST_BYTES, beginning, list_files
from comity.record.code import ALPHABET

HEAVIEST = 150_000


def codes(count):
    """So many codes, spread over every beginning."""
    every = ("".join(each) for each in product(ALPHABET, repeat=4))
    return {f"{first[::-1]}-0000-0000-0000": at % 2 for at, first in enumerate(islice(every, count))}


def listed(files):
    found = {}
    for each in files:
        (said,) = re.fullmatch(r"comityCodes\((.*)\);\n", each.make().decode()).groups()
        part = json.loads(said)
        first = each.path.removeprefix("check/codes").removesuffix(".js").removeprefix("-")
        assert all(code.startswith(first) for code in part), each.path
        found |= part
    return found


@pytest.mark.parametrize(
    ("count", "width", "parts"), [(0, 0, 1), (1_000, 0, 1), (10_000, 1, 32), (60_000, 1, 32), (100_000, 2, 1024)]
)
def test_the_list_comes_in_as_few_parts_as_are_light(count, width, parts):
    held = codes(count)
    files = list(list_files(held))
    assert (beginning(held), len(files)) == (width, parts)
    assert listed(files) == held
    assert max(len(each.make()) for each in files) <= MOST_BYTES + 100 < HEAVIEST


def test_a_part_is_made_of_its_codes_alone():
    held = codes(10_000)
    before = {each.path: each.made_of for each in list_files(held)}
    after = {each.path: each.made_of for each in list_files(held | {"7ZZZ-0000-0000-0000": 1})}
    assert {path for path, made_of in after.items() if before[path] != made_of} == {"check/codes-7.js"}
