"""Traditional characters and the simplified ones they fold to: one table for search and for reading.

It belongs to no room, since the store and the reader never import each other. The table is `simplified.tsv`, made by
scripts/build_simplified.py from OpenCC (Apache-2.0); what is not in it folds to itself.

Source: docs/decisions/0025-names-across-languages.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def simplified() -> Mapping[str, str]:
    """The simplified form, one character, of each traditional character that has one of its own."""
    rows = files("comity").joinpath("simplified.tsv").read_text(encoding="utf-8").splitlines()
    return MappingProxyType(dict(row.split("\t") for row in rows if not row.startswith("#")))
