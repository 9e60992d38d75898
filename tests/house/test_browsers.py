"""Styles and scripts use nothing that Chrome 109 lacks: the last one for Windows 7 and 8, which many offices still have."""

import re

import pytest

from .tree import ROOT

STATIC = ROOT / "src" / "comity" / "paper" / "static"
# What came after Chrome 109 and would take the layout or a deed with it; `text-wrap` only does nothing there.
LATER = {
    ".css": r"color-mix\(|light-dark\(|oklch\(|oklab\(|^\s*&|[;{]\s*&|subgrid|@scope|@starting-style|anchor-name"
    r"|field-sizing|interpolate-size|\bround\(|\b\d+(?:cap|rlh|lh)\b",
    ".js": r"\.toSorted\(|\.toReversed\(|\.toSpliced\(|\.with\(|Array\.fromAsync|Promise\.withResolvers"
    r"|Object\.groupBy|popover|\.isWellFormed\(|startViewTransition|/v[;,)]",
}
# What no browser sees: only paper is made with it.
ON_PAPER = ("printed_pdf.css",)


@pytest.mark.parametrize(
    "name", sorted(path.name for path in STATIC.iterdir() if path.suffix in LATER and path.name not in ON_PAPER)
)
def test_nothing_later_than_chrome_109_is_used(name):
    later = LATER[f".{name.rpartition('.')[2]}"]
    assert [line.strip() for line in (STATIC / name).read_text("utf-8").splitlines() if re.search(later, line)] == []
