"""Whatever the record puts into a refusal as a detail can be said in every language."""

import ast
from functools import cache
from pathlib import Path

import pytest

import comity
from comity.paper.refusal import part_in_language

SOURCE = Path(comity.__file__).parent
WORDED_ELSEWHERE = {"open"}  # the state of a draft is never refused as open


def _texts(value):
    """The texts an argument may have, with a letter for each place that is filled in."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return [value.value]
    if isinstance(value, ast.JoinedStr):
        return ["".join(part.value if isinstance(part, ast.Constant) else "x" for part in value.values)]
    if isinstance(value, ast.IfExp):
        return _texts(value.body) + _texts(value.orelse)
    return []


@cache
def _details():
    found = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for given in getattr(node, "keywords", []):
                if given.arg in ("problem", "expected"):
                    found |= set(_texts(given.value))
    return sorted(found - WORDED_ELSEWHERE)


@pytest.mark.parametrize("lang", ["vi", "zh-Hans"])
def test_every_detail_has_words(lang):
    assert [detail for detail in _details() if part_in_language(detail, lang) == detail] == []


def test_a_detail_keeps_what_was_put_there():
    assert part_in_language("it belongs to the book example.org/book", "zh-Hans") == "属于台账 example.org/book"
