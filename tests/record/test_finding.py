"""Findings: each once, in one order, each with words in three languages."""

from __future__ import annotations

import ast
from pathlib import Path

import comity.record
from comity.record.finding import CODES, Finding, Severity, sorted_findings

RECORD = Path(comity.record.__file__).parent


def test_findings_stand_in_one_order_each_once():
    one, other = Finding("a", "x", Severity.NOTE), Finding("b", "x", Severity.WRONG, "place")
    assert sorted_findings([other, one, other]) == (one, other)
    assert sorted_findings([]) == ()


def test_every_code_the_record_finds_has_words():
    used = set()
    for module in RECORD.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text())):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                used |= {node.args[0].value} if name in ("Finding", "_find") else set()
    assert used
    assert used <= CODES.keys()
    assert all(labels.en and labels.vi and labels.zh_hans for labels in CODES.values())
