"""Styles and scripts use nothing that Chrome 109 lacks: the last one for Windows 7 and 8, which many offices still have."""

import re

import pytest

from .tree import ROOT

STATIC = ROOT / "src" / "comity" / "paper" / "static"
# What no browser is sent: the style of PDFs.
NO_BROWSERS = ["printed_pdf.css"]
# What came after Chrome 109 and would take the layout or a deed with it; `text-wrap` only does nothing there.
_STYLE = (
    r"color-mix\(|light-dark\(|oklch\(|oklab\(|^\s*&|[;{]\s*&|subgrid|@scope|@starting-style|anchor-name"
    r"|field-sizing|interpolate-size|\bround\(|\b\d+(?:cap|rlh|lh)\b"
)
LATER = {
    **dict.fromkeys(("look.css", "printed.css", "printed_page.css"), _STYLE),
    "keys.js": r"\.toSorted\(|\.toReversed\(|\.toSpliced\(|\.with\(|Array\.fromAsync|Promise\.withResolvers"
    r"|Object\.groupBy|popover|\.isWellFormed\(|startViewTransition|/v[;,)]",
}


@pytest.mark.parametrize("name", sorted(LATER))
def test_nothing_later_than_chrome_109_is_used(name):
    found = [line.strip() for line in (STATIC / name).read_text("utf-8").splitlines() if re.search(LATER[name], line)]
    assert found == []


def test_every_style_and_script_is_looked_at():
    assert sorted(path.name for path in STATIC.iterdir() if path.suffix in (".css", ".js")) == sorted([*LATER, *NO_BROWSERS])
