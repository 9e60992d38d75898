"""Papers that cannot be printed."""

from __future__ import annotations

from comity.record.errors.refusal import StoreError


class PaperPartsMissing(StoreError):
    code = "paper_parts_missing"
    sentence = "PDFs and pictures are drawn by parts of Debian that are not here. Please install the packages {packages}."


class FontsMissing(StoreError):
    code = "fonts_missing"
    sentence = "This cannot be printed without the letters {fonts}. Please install the Debian packages {packages}."
